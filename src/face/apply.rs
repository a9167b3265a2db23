//! A recipe carried out on one frame, in stored values.

mod sign;

use sign::Sign;

use super::{Dose, Field, Lattice, Plane, Recipe, Units};
use crate::picture::{Area, Format, Frame, Photometric, black};

/// mm that what lies at the edge of the fields goes on beyond it: another series of the same patient may see a little more.
const BEYOND: f32 = 40.0;

/// How far a lossy codec spreads what is seen at one pixel: the edge of the skin is seen there too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// Every pixel is its own.
    None,
    /// To all pixels of its block of so many a side.
    Block(usize),
    /// By so many pixels.
    Around(usize),
}

/// A recipe made ready for frames.
#[derive(Clone, Debug)]
pub struct Knife {
    recipe: Recipe,
    /// Of the cells of both fields.
    cut: Vec<Sign>,
    tissue: Vec<Sign>,
    /// Where something is cut, in cells of the fields: from, to.
    reach: [(f32, f32); 3],
}

/// What becomes of the pixels of one frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mask {
    /// Row by row.
    fates: Vec<Fate>,
    /// Pixels that do not stay.
    count: usize,
}

/// What becomes of a pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Fate {
    Stay,
    Air,
    Tissue,
    /// Air or tissue, whichever is nearer to its value: beside what is cut, a codec has drawn the skin faintly.
    Nearer,
}

/// How the pixels of a frame are filled.
#[derive(Clone, Copy, Debug)]
pub struct Fill<'a> {
    /// What the decoded frame's samples are.
    pub format: &'a Format,
    /// What its words stand for.
    pub units: &'a Units,
    /// Air and tissue.
    pub dose: Dose,
    /// The index that a palette shows darkest.
    pub palette_black: Option<u32>,
}

impl Knife {
    /// Of a recipe.
    pub fn new(recipe: Recipe) -> Self {
        let reach = reach(&recipe.cut);
        Self { cut: sign::of(&recipe.cut), tissue: sign::of(&recipe.tissue), recipe, reach }
    }

    /// What it was made of.
    pub const fn recipe(&self) -> &Recipe {
        &self.recipe
    }

    /// Whether anything may be cut of a frame: most often, nothing is.
    pub fn meets(&self, plane: &Plane, size: [u32; 2]) -> bool {
        (0..size[1]).any(|row| {
            let (from, to) = self.columns(&self.line(plane, row), size[0]);
            from < to
        })
    }

    /// What becomes of the pixels of a frame of so many columns and rows.
    pub fn mask(&self, plane: &Plane, size: [u32; 2], spread: Spread) -> Mask {
        let columns = size[0] as usize;
        let mut fates = vec![Fate::Stay; columns.saturating_mul(size[1] as usize)];
        let mut count = 0;
        for (row, fates) in (0..).zip(fates.chunks_exact_mut(columns.max(1))) {
            let line = self.line(plane, row);
            let (from, to) = self.columns(&line, size[0]);
            for (column, fate) in (from..to).zip(fates.get_mut(from as usize..to as usize).unwrap_or_default()) {
                let cell = line.at(column);
                if sign::is_positive(&self.recipe.cut, &self.cut, cell) {
                    *fate = if sign::is_positive(&self.recipe.tissue, &self.tissue, cell) { Fate::Tissue } else { Fate::Air };
                    count += 1;
                }
            }
        }
        let mut mask = Mask { fates, count };
        if count > 0 && spread != Spread::None {
            Self::grow(&mut mask, columns, spread);
        }
        mask
    }

    /// Pixels that a codec has mixed with others that do not stay.
    fn grow(mask: &mut Mask, columns: usize, spread: Spread) {
        let inside: Vec<bool> = mask.fates.iter().map(|fate| *fate != Fate::Stay).collect();
        let grown = match spread {
            Spread::None => return,
            Spread::Block(side) => blocks(&inside, columns, side),
            Spread::Around(pixels) => {
                let across = widened(&inside, columns, pixels);
                let rows = inside.len() / columns.max(1);
                turned(&widened(&turned(&across, columns), rows, pixels), rows)
            }
        };
        for (fate, _) in mask.fates.iter_mut().zip(&grown).filter(|(fate, grown)| **grown && **fate == Fate::Stay) {
            *fate = Fate::Nearer;
            mask.count += 1;
        }
    }

    fn line(&self, plane: &Plane, row: u32) -> Line {
        let row = f64::from(row);
        let (from, to) = (plane.at(0.0, row), plane.at(1.0, row));
        let lattice = &self.recipe.cut.lattice;
        let cells = |place: [f64; 3]| {
            let [x, y, z] = lattice.origin;
            let step = f64::from(lattice.step);
            [(place[0] - f64::from(x)) / step, (place[1] - f64::from(y)) / step, (place[2] - f64::from(z)) / step]
        };
        let (from, to) = (cells(from), cells(to));
        Line { from, by: [to[0] - from[0], to[1] - from[1], to[2] - from[2]] }
    }

    /// The columns, from and up to, of a row that lie where something is cut.
    fn columns(&self, line: &Line, columns: u32) -> (u32, u32) {
        let (mut from, mut to) = (0.0, f64::from(columns) - 1.0);
        for ((start, by), (low, high)) in line.from.iter().zip(&line.by).zip(&self.reach) {
            let (low, high) = (f64::from(*low), f64::from(*high));
            if by.abs() < 1e-9 {
                if *start < low || *start > high {
                    return (0, 0);
                }
                continue;
            }
            let (a, b) = ((low - start) / by, (high - start) / by);
            (from, to) = (f64::max(from, a.min(b)), f64::min(to, a.max(b)));
        }
        // Not a number is no column. What lies at the very edge may round either way.
        if from <= to { ((from.floor().max(0.0)) as u32, (to.ceil() as u32).saturating_add(1).min(columns)) } else { (0, 0) }
    }
}

/// A row of pixels in cells of the fields.
struct Line {
    from: [f64; 3],
    by: [f64; 3],
}

impl Line {
    fn at(&self, column: u32) -> [f32; 3] {
        let column = f64::from(column);
        [0, 1, 2].map(|axis: usize| match (self.from.get(axis), self.by.get(axis)) {
            (Some(from), Some(by)) => (from + by * column) as f32,
            _ => 0.0,
        })
    }
}

/// Where a field is positive, and one cell around it, and beyond its edges what lies at them; in cells.
fn reach(field: &Field) -> [(f32, f32); 3] {
    let Lattice { size, step, .. } = field.lattice;
    let beyond = BEYOND / step;
    let mut found = [(usize::MAX, 0_usize); 3];
    for (row, cells) in field.values.chunks_exact(size[0].max(1)).enumerate() {
        let Some(first) = cells.iter().position(|value| *value > 0) else { continue };
        let last = cells.iter().rposition(|value| *value > 0).unwrap_or(first);
        let (y, z) = (row % size[1].max(1), row / size[1].max(1));
        for ((low, high), (from, to)) in found.iter_mut().zip([(first, last), (y, y), (z, z)]) {
            (*low, *high) = ((*low).min(from), (*high).max(to));
        }
    }
    let mut reach = [(1.0, -1.0); 3];
    for ((reach, (low, high)), size) in reach.iter_mut().zip(found).zip(size) {
        if low <= high {
            let from = if low == 0 { -beyond } else { low as f32 - 1.0 };
            let to = if high + 1 >= size { high as f32 + beyond } else { high as f32 + 1.0 };
            *reach = (from, to);
        }
    }
    reach
}

/// Every block in which anything is.
fn blocks(inside: &[bool], columns: usize, side: usize) -> Vec<bool> {
    let (side, columns) = (side.max(1), columns.max(1));
    let mut grown = vec![false; inside.len()];
    for (rows, grown) in inside.chunks(columns.saturating_mul(side)).zip(grown.chunks_mut(columns.saturating_mul(side))) {
        let mut any = vec![false; columns.div_ceil(side)];
        for row in rows.chunks_exact(columns) {
            row.chunks(side).zip(&mut any).for_each(|(pixels, any)| *any |= pixels.contains(&true));
        }
        for row in grown.chunks_exact_mut(columns) {
            row.chunks_mut(side).zip(&any).for_each(|(pixels, any)| pixels.fill(*any));
        }
    }
    grown
}

/// Whatever has something within so many pixels of its row.
fn widened(inside: &[bool], columns: usize, pixels: usize) -> Vec<bool> {
    let mut grown = Vec::with_capacity(inside.len());
    for row in inside.chunks_exact(columns.max(1)) {
        // How far it is from the last that is inside, from either end.
        let far = |row: &mut dyn Iterator<Item = &bool>| {
            let mut since = usize::MAX;
            row.map(|inside| {
                since = if *inside { 0 } else { since.saturating_add(1) };
                since <= pixels
            })
            .collect::<Vec<bool>>()
        };
        let (after, before) = (far(&mut row.iter()), far(&mut row.iter().rev()));
        grown.extend(after.into_iter().zip(before.into_iter().rev()).map(|(after, before)| after || before));
    }
    grown
}

/// Columns become rows.
fn turned(values: &[bool], columns: usize) -> Vec<bool> {
    (0..columns).flat_map(|column| values.iter().skip(column).step_by(columns.max(1)).copied()).collect()
}

impl Mask {
    /// Whether all pixels stay.
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Pixels that do not stay.
    pub const fn len(&self) -> usize {
        self.count
    }

    /// The same without the pixels of some areas of a frame of so many columns.
    #[must_use]
    pub fn without(mut self, areas: &[Area], columns: u32) -> Self {
        for (y, fates) in (0..).zip(self.fates.chunks_exact_mut((columns as usize).max(1))) {
            for area in areas.iter().filter(|area| (area.y..area.bottom()).contains(&y)) {
                let (from, to) = (area.x.min(columns) as usize, area.right().min(columns) as usize);
                fates.get_mut(from..to).unwrap_or_default().fill(Fate::Stay);
            }
        }
        self.count = self.fates.iter().filter(|fate| **fate != Fate::Stay).count();
        self
    }

    /// Fills the pixels of a frame. Grey becomes air or tissue; colour becomes black. What is Pixel Padding Value stays, unless it is a
    /// value that a body has. Returns how many pixels have changed.
    pub fn carve(&self, frame: &mut Frame, fill: &Fill<'_>) -> u64 {
        if self.is_empty() {
            return 0;
        }
        let paint = Paint::new(fill);
        let mut changed = 0;
        for (pixel, fate) in frame.data.chunks_exact_mut(paint.black.len().max(1)).zip(&self.fates) {
            if *fate != Fate::Stay && !paint.is_done(pixel, pixel, *fate) {
                paint.put(pixel, *fate);
                changed += 1;
            }
        }
        changed
    }

    /// Whether a frame is as [`Self::carve`] leaves another: air or tissue, or padding that was there before, in every pixel that is cut;
    /// and equal in every other.
    pub fn is_carved(&self, before: &Frame, after: &Frame, fill: &Fill<'_>) -> bool {
        let shape = |frame: &Frame| (frame.width, frame.height, frame.samples, frame.word, frame.data.len());
        let paint = Paint::new(fill);
        let size = paint.black.len().max(1);
        let whole = self.fates.len().checked_mul(size) == Some(before.data.len());
        let mut pixels = before.data.chunks_exact(size).zip(after.data.chunks_exact(size)).zip(&self.fates);
        shape(before) == shape(after)
            && whole
            && pixels.all(|((before, after), fate)| if *fate == Fate::Stay { before == after } else { paint.is_done(before, after, *fate) })
    }
}

/// What is put into pixels.
struct Paint<'a> {
    units: &'a Units,
    is_grey: bool,
    air: i64,
    tissue: i64,
    /// What those stand for, which may not be what was asked for.
    seen: (f64, f64),
    padding: Option<i64>,
    black: Vec<u8>,
}

impl<'a> Paint<'a> {
    fn new(fill: &Fill<'a>) -> Self {
        let Fill { format, units, dose, palette_black } = *fill;
        let (air, tissue) = (units.nearest(dose.air), units.nearest(dose.tissue));
        Self {
            units,
            is_grey: format.samples == 1 && format.photometric != Photometric::Palette,
            air,
            tissue,
            seen: (units.value(air as f64), units.value(tissue as f64)),
            padding: units.padding().filter(|(_, value)| is_padding(*value, dose)).map(|(padding, _)| padding),
            black: black::pixel(format, palette_black),
        }
    }

    /// The stored value for a pixel that does not stay.
    fn fill(&self, stored: i64, fate: Fate) -> i64 {
        let value = self.units.value(stored as f64);
        match fate {
            Fate::Stay => stored,
            Fate::Air => self.air,
            Fate::Tissue => self.tissue,
            Fate::Nearer if (value - self.seen.0).abs() < (value - self.seen.1).abs() => self.air,
            Fate::Nearer => self.tissue,
        }
    }

    /// Whether `after` is what is to become of `before`.
    fn is_done(&self, before: &[u8], after: &[u8], fate: Fate) -> bool {
        if !self.is_grey {
            return after == self.black;
        }
        let (old, new) = (word(before), word(after));
        let stored = self.units.stored(old);
        if Some(stored) == self.padding { old == new } else { self.units.put(old, self.fill(stored, fate)) == new }
    }

    fn put(&self, pixel: &mut [u8], fate: Fate) {
        if !self.is_grey {
            pixel.copy_from_slice(&self.black);
            return;
        }
        let old = word(pixel);
        let new = self.units.put(old, self.fill(self.units.stored(old), fate));
        pixel.iter_mut().zip(new.to_le_bytes()).for_each(|(to, from)| *to = from);
    }
}

fn word(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |value, byte| (value << 8) | u32::from(*byte))
}

/// Whether a value can be padding: one between air and what is as far beyond tissue is that of a body, whatever the header says.
fn is_padding(value: f64, Dose { air, tissue }: Dose) -> bool {
    let share = (value - air) / (tissue - air);
    !(0.5..=3.0).contains(&share)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
pub mod tests;

//! Frames of one Frame of Reference, sorted into stacks: what lies in one direction, one behind the other.

use std::collections::BTreeMap;

use super::{Plane, Thin};
use crate::error::{Code, Result};
use crate::limits;

/// How far components of directions may be from each other within one stack.
const TURN: f64 = 1e-3;

/// Positions that are nearer to each other than this, mm, are one.
const SAME: f64 = 0.05;

/// How far a frame may lie aside of another of the same position, mm, to be of the same stack.
const ASIDE: f64 = 1.0;

/// Frames that make a volume, at least.
pub const FEWEST: usize = 4;

/// Volumes that are shallower than this, mm, are not searched: what they show of a face, they show as a picture does.
pub const SHALLOW: f64 = 30.0;

/// Whether a plane is one that a scanner has: numbers that are some, directions of length 1 across each other, and a size that fits a room.
pub fn is_usable(plane: &Plane, [columns, rows]: [u32; 2]) -> bool {
    let [between_rows, between_columns] = plane.spacing;
    let unit = |direction: [f64; 3]| (dot(direction, direction) - 1.0).abs() < 0.02;
    // Not a number is in no range.
    let scale = |mm: f64, count: u32| (0.01..=100.0).contains(&mm) && mm * f64::from(count) <= WIDEST;
    plane.position.iter().all(|mm| (-FARTHEST..=FARTHEST).contains(mm))
        && unit(plane.along)
        && unit(plane.down)
        && dot(plane.along, plane.down).abs() < 0.01
        && scale(between_rows, rows)
        && scale(between_columns, columns)
}

/// mm that a frame may measure: the widest scanners see 800.
const WIDEST: f64 = 2_000.0;

/// mm from the middle that a frame may lie: tables move by two metres and a half.
const FARTHEST: f64 = 3_000.0;

/// A stack of frames at positions of their own: gaps, uneven steps and positions that shift sideways are kept as they are.
#[derive(Clone, Debug)]
pub struct Stack {
    /// Stands for its Series.
    pub series: String,
    /// Modality of its first file.
    pub modality: String,
    /// What the header of its first file says, in upper case: see [`super::Scan::words`].
    pub words: String,
    /// Slice Thickness, mm, where it is said.
    pub thickness: Option<f64>,
    /// Direction of columns, of rows, and along which its frames are in order: x to the right, y to the front, z to the head.
    pub axes: [[f64; 3]; 3],
    /// mm between rows, and between columns.
    pub spacing: [f64; 2],
    /// Columns and rows.
    size: [u32; 2],
    /// By position, in units of [`SAME`].
    slices: BTreeMap<i64, Slice>,
}

/// The first frame of one position.
#[derive(Clone, Debug)]
pub struct Slice {
    /// How far along the stack's normal, mm.
    pub position: f64,
    /// The centre of its first pixel along the direction of columns, and of rows, mm.
    pub corner: [f64; 2],
    /// What it shows.
    pub thin: Thin,
}

/// Where a frame belongs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// In a volume, as the first of its position.
    First(Spot),
    /// In a volume, where there is one already: another echo, time or contrast.
    Again(usize),
    /// In no volume: too many directions.
    Loose,
}

/// A place in a stack that is still free.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Number of the stack.
    pub stack: usize,
    key: i64,
    position: f64,
    corner: [f64; 2],
}

/// What a file says of the stack that its frames would found.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Stands for its Series.
    pub series: &'a str,
    /// Modality.
    pub modality: &'a str,
    /// See [`super::Scan::words`].
    pub words: &'a str,
    /// Slice Thickness, mm.
    pub thickness: Option<f64>,
    /// Slice Location of this file, mm.
    pub location: Option<f64>,
}

/// Stacks, in the order in which their first frames came.
#[derive(Clone, Debug, Default)]
pub struct Stacks {
    stacks: Vec<Stack>,
    held: usize,
    /// mm that a pixel is thinned to; twice as many each time that all becomes too large.
    coarse: u32,
}

impl Stacks {
    /// Where a frame of so many columns and rows belongs; founds a stack where there is none for it.
    pub fn place(&mut self, about: &About<'_>, plane: &Plane, size: [u32; 2]) -> Place {
        let alike = self.stacks.iter().enumerate().filter(|(_, stack)| stack.series == about.series && stack.is_alike(plane, size));
        let places = alike.filter_map(|(number, stack)| stack.place(number, plane));
        // The first of those that lie nearest.
        if let Some((_, place)) = places.min_by(|(one, _), (other, _)| one.total_cmp(other)) {
            return place;
        }
        if self.stacks.len() >= limits::STACKS {
            return Place::Loose;
        }
        let stack = Stack::new(about, plane, size);
        let place = stack.place(self.stacks.len(), plane);
        self.stacks.push(stack);
        place.map_or(Place::Loose, |(_, place)| place)
    }

    /// mm that frames are to be thinned to.
    pub fn edge(&self) -> f64 {
        FINE * f64::from(1_u32 << self.coarse.min(8))
    }

    /// Takes a thinned frame.
    ///
    /// # Errors
    /// [`Code::TooLong`] where all of them are too large to hold, however coarse.
    pub fn put(&mut self, spot: Spot, thin: Thin) -> Result<()> {
        let Spot { stack, key, position, corner } = spot;
        let stack = self.stacks.get_mut(stack).ok_or(Code::Codec)?;
        self.held = self.held.saturating_add(thin.bytes()).saturating_add(size_of::<Slice>());
        stack.slices.insert(key, Slice { position, corner, thin });
        while self.held > limits::SCANNED {
            if self.edge() >= COARSEST {
                return Err(Code::TooLong.into());
            }
            self.coarse += 1;
            let edge = self.edge();
            self.stacks.iter_mut().for_each(|stack| stack.coarsen(edge));
            self.held = self.stacks.iter().map(Stack::bytes).sum();
        }
        Ok(())
    }

    /// Puts together those of several Series that are too few by themselves and lie alike: exports have been met in which each image is a
    /// Series of its own. By number, the stack in which the frames of each are now.
    pub fn gather(&mut self) -> Vec<usize> {
        let few: Vec<bool> = self.stacks.iter().map(|stack| stack.len() < FEWEST).collect();
        let mut now: Vec<usize> = (0..self.stacks.len()).collect();
        for (number, few_here) in few.iter().enumerate() {
            let Some((before, [stack, ..])) = self.stacks.split_at_mut_checked(number).filter(|_| *few_here) else { continue };
            let host = before.iter_mut().zip(&few).enumerate().find(|(_, (host, few))| **few && !host.is_empty() && host.lies_as(stack));
            let Some((at, (host, _))) = host else { continue };
            for (key, slice) in std::mem::take(&mut stack.slices) {
                // The first of each position, as ever.
                host.slices.entry(key).or_insert(slice);
            }
            if let Some(now) = now.get_mut(number) {
                *now = at;
            }
        }
        now
    }

    /// All of them.
    pub fn all(&self) -> &[Stack] {
        &self.stacks
    }
}

/// mm that frames are thinned to, and at most, where there are many.
const FINE: f64 = 1.5;
const COARSEST: f64 = 6.0;

impl Stack {
    fn new(about: &About<'_>, plane: &Plane, size: [u32; 2]) -> Self {
        let turned = |[x, y, z]: [f64; 3]| [-x, -y, z];
        Self {
            series: about.series.to_owned(),
            modality: about.modality.to_owned(),
            words: about.words.to_owned(),
            thickness: about.thickness.filter(|mm| (0.01..=100.0).contains(mm)),
            axes: [turned(plane.along), turned(plane.down), plane.normal()],
            spacing: plane.spacing,
            size,
            slices: BTreeMap::new(),
        }
    }

    fn is_alike(&self, plane: &Plane, size: [u32; 2]) -> bool {
        let [along, down, _] = self.axes;
        let near = |[x, y, z]: [f64; 3], [a, b, c]: [f64; 3]| (x + a).abs() < TURN && (y + b).abs() < TURN && (z - c).abs() < TURN;
        let scale = |(mine, its): (&f64, &f64)| (mine - its).abs() < TURN * mine;
        self.size == size && near(plane.along, along) && near(plane.down, down) && self.spacing.iter().zip(&plane.spacing).all(scale)
    }

    /// Whether frames of another Series could be of the same volume.
    fn lies_as(&self, other: &Self) -> bool {
        let near = |(one, to): (&[f64; 3], &[f64; 3])| one.iter().zip(to).all(|(one, to)| (one - to).abs() < TURN);
        let scale = |(mine, its): (&f64, &f64)| (mine - its).abs() < TURN * mine;
        self.size == other.size
            && self.modality == other.modality
            && self.axes.iter().zip(&other.axes).all(near)
            && self.spacing.iter().zip(&other.spacing).all(scale)
    }

    /// Whether it is as deep as a face from any side.
    pub fn is_deep(&self) -> bool {
        let [across, down] = self.extent();
        self.len() >= FEWEST && [across, down, self.steps().sum()].iter().all(|mm| *mm >= SHALLOW)
    }

    /// Where a frame belongs, and how far it lies aside of the one that is nearest in position, mm. Nothing where it lies more aside than
    /// any gantry is tilted.
    fn place(&self, number: usize, plane: &Plane) -> Option<(f64, Place)> {
        let [along, down, normal] = self.axes;
        let at = plane.at(0.0, 0.0);
        let (position, corner) = (dot(at, normal), [dot(at, along), dot(at, down)]);
        let key = (position / SAME).round() as i64;
        let first = Place::First(Spot { stack: number, key, position, corner });
        let sides = [self.slices.range(..=key).next_back(), self.slices.range(key..).next()];
        let far = |slice: &Slice| (slice.position - position).abs();
        let near = sides.into_iter().flatten().map(|(_, slice)| slice).min_by(|one, other| far(one).total_cmp(&far(other)));
        let Some(near) = near else { return Some((0.0, first)) };
        let [u, v] = near.corner;
        let aside = (u - corner[0]).hypot(v - corner[1]);
        match far(near) {
            along if along < SAME => (aside < ASIDE).then_some((aside, Place::Again(number))),
            along => (aside < ASIDE + along).then_some((aside, first)),
        }
    }

    fn coarsen(&mut self, edge: f64) {
        let spacing = self.spacing;
        self.slices.values_mut().for_each(|slice| slice.thin = slice.thin.coarser(spacing, edge));
    }

    fn bytes(&self) -> usize {
        self.slices.values().map(|slice| slice.thin.bytes().saturating_add(size_of::<Slice>())).sum()
    }

    /// Its frames in order along its normal, one a position.
    pub fn slices(&self) -> impl DoubleEndedIterator<Item = &Slice> {
        self.slices.values()
    }

    /// Positions.
    pub fn len(&self) -> usize {
        self.slices.len()
    }

    /// Whether no frame could be taken.
    pub fn is_empty(&self) -> bool {
        self.slices.is_empty()
    }

    /// mm from the centre of the first pixel to that of the last, along columns and rows.
    pub fn extent(&self) -> [f64; 2] {
        let ([columns, rows], [between_rows, between_columns]) = (self.size, self.spacing);
        [f64::from(columns.saturating_sub(1)) * between_columns, f64::from(rows.saturating_sub(1)) * between_rows]
    }

    /// mm between neighbouring positions, in order.
    pub fn steps(&self) -> impl Iterator<Item = f64> + '_ {
        self.slices().zip(self.slices().skip(1)).map(|(a, b)| b.position - a.position)
    }

    /// The middle one of its steps, mm; [`Self::thickness`] where there is none.
    pub fn step(&self) -> f64 {
        let mut steps: Vec<f64> = self.steps().collect();
        steps.sort_by(f64::total_cmp);
        steps.get(steps.len() / 2).copied().or(self.thickness).unwrap_or(1.0)
    }

    /// How well a head would be found in it: litres that it covers, of which a head has five; less where frames lie far apart, and much
    /// less for what blurs the skin.
    pub fn worth(&self) -> f64 {
        if self.len() < FEWEST {
            return 0.0;
        }
        let [across, deep] = self.extent();
        let high: f64 = self.steps().map(|step| step.min(super::volume::GAP)).sum();
        let litres = across.min(HEAD) * deep.min(HEAD) * high.min(HEAD) * 1e-6;
        let thick = (4.0 / self.step().max(4.0)).max(0.3);
        let kind = if matches!(self.modality.trim(), "CT" | "MR") { 1.0 } else { 0.3 };
        litres * thick * kind
    }
}

/// What a head measures at most, mm.
const HEAD: f64 = 280.0;

pub(super) fn dot([a, b, c]: [f64; 3], [x, y, z]: [f64; 3]) -> f64 {
    a * x + b * y + c * z
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
mod tests;

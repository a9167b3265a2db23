//! A stack as something that can be sampled: every frame at its own position, whatever the steps between them.

use std::cell::OnceCell;

use super::stack::{Slice, dot};
use super::{Grid, Lattice, Point, Solid, Stack};

/// mm between neighbouring frames beyond which nothing is known of what lies between them.
pub const GAP: f64 = 12.0;

/// Samples along the normal within a cell, at most.
const FINEST: usize = 8;

/// The frames of a stack.
#[derive(Clone, Copy, Debug)]
pub struct Volume<'a>(pub &'a Stack);

impl Volume<'_> {
    /// mm that a frame at the end of the stack, or beside a gap, reaches beyond its own position.
    fn reach(&self) -> f64 {
        (self.0.step().max(self.0.thickness.unwrap_or(0.0)) / 2.0).clamp(0.25, GAP / 2.0)
    }
}

impl Solid for Volume<'_> {
    fn bounds(&self) -> (Point, Point) {
        let [along, down, normal] = self.0.axes;
        let ([across, deep], [between_rows, between_columns], reach) = (self.0.extent(), self.0.spacing, self.reach());
        let (mut low, mut high) = ([f64::INFINITY; 3], [f64::NEG_INFINITY; 3]);
        for slice in self.0.slices() {
            let [u, v] = slice.corner;
            for a in [u - between_columns / 2.0, u + across + between_columns / 2.0] {
                for d in [v - between_rows / 2.0, v + deep + between_rows / 2.0] {
                    for n in [slice.position - reach, slice.position + reach] {
                        for (axis, (low, high)) in low.iter_mut().zip(&mut high).enumerate() {
                            let part = |direction: [f64; 3]| direction.get(axis).copied().unwrap_or(0.0);
                            let place = a * part(along) + d * part(down) + n * part(normal);
                            (*low, *high) = (low.min(place), high.max(place));
                        }
                    }
                }
            }
        }
        if low.iter().zip(&high).all(|(low, high)| low <= high) {
            (low.map(|mm| mm as f32), high.map(|mm| mm as f32))
        } else {
            Default::default()
        }
    }

    fn step(&self) -> f32 {
        self.0.steps().fold(0.0, f64::max) as f32
    }

    fn sample(&self, lattice: &Lattice) -> Grid {
        let layers: Vec<Layer> = self.0.slices().map(|slice| Layer::new(slice, self.0.spacing, f64::from(lattice.step))).collect();
        let sampler = Sampler::new(self, &layers, f64::from(lattice.step));
        let mut values = vec![f32::NAN; lattice.len()];
        let [across, deep, _] = lattice.size;
        let [along, down, normal] = self.0.axes;
        let (step, [x, _, _]) = (f64::from(lattice.step), lattice.origin.map(f64::from));
        for (row, cells) in values.chunks_exact_mut(across.max(1)).enumerate() {
            let (y, z) = (row % deep.max(1), row / deep.max(1));
            let [_, y, z] = lattice.place([0, y, z]).map(f64::from);
            let at = [x, y, z];
            let mut place = [dot(at, along), dot(at, down), dot(at, normal)];
            let by = [along[0] * step, down[0] * step, normal[0] * step];
            for cell in cells {
                *cell = sampler.value(place);
                place.iter_mut().zip(by).for_each(|(place, by)| *place += by);
            }
        }
        let seen: Vec<bool> = values.iter().map(|value| !value.is_nan()).collect();
        let least = values.iter().copied().fold(f32::INFINITY, f32::min);
        let least = if least.is_finite() { least } else { 0.0 };
        values.iter_mut().filter(|value| value.is_nan()).for_each(|value| *value = least);
        Grid { lattice: lattice.clone(), values, seen }
    }
}

/// One frame, every pixel of it the mean over an area as large as a cell.
struct Layer<'a> {
    slice: &'a Slice,
    position: f64,
    /// The centre of the first pixel, along columns and rows, mm.
    corner: [f64; 2],
    /// mm between pixels along columns and rows.
    pixel: [f64; 2],
    /// Pixels of which each is the mean, along columns and rows.
    windows: [usize; 2],
    size: [usize; 2],
    /// mm along columns and rows where the frame begins and ends.
    span: [(f64, f64); 2],
    /// Made where the frame is asked for: a lattice may reach few of them.
    values: OnceCell<Vec<f32>>,
}

impl<'a> Layer<'a> {
    fn new(slice: &'a Slice, [between_rows, between_columns]: [f64; 2], step: f64) -> Self {
        let thin = &slice.thin;
        let ([u, v], [by_column, by_row], [columns, rows]) = (slice.corner, thin.factor.map(|factor| factor as f64), thin.size);
        let pixel = [between_columns * by_column, between_rows * by_row];
        let corner = [u + (pixel[0] - between_columns) / 2.0, v + (pixel[1] - between_rows) / 2.0];
        let span = [
            (corner[0] - pixel[0] / 2.0, corner[0] + (columns as f64 - 0.5) * pixel[0]),
            (corner[1] - pixel[1] / 2.0, corner[1] + (rows as f64 - 0.5) * pixel[1]),
        ];
        let windows = pixel.map(|mm| ((step / mm).round() as usize).clamp(1, 16));
        Self {
            slice,
            position: slice.position,
            corner: [corner[0] - (windows[0] - 1) as f64 * pixel[0] / 2.0, corner[1] - (windows[1] - 1) as f64 * pixel[1] / 2.0],
            pixel,
            windows,
            size: [columns + windows[0] - 1, rows + windows[1] - 1],
            span,
            values: OnceCell::new(),
        }
    }

    fn values(&self) -> &[f32] {
        self.values.get_or_init(|| {
            let [columns, _] = self.slice.thin.size;
            let across = slid_along(self.slice.thin.values().collect(), columns, self.windows[0]);
            slid_down(across, self.size[0], self.windows[1])
        })
    }

    /// Not a number outside of the frame, and where it has no value.
    fn value(&self, [u, v]: [f64; 2]) -> f32 {
        let [(left, right), (top, bottom)] = self.span;
        if u < left || u > right || v < top || v > bottom {
            return f32::NAN;
        }
        let [columns, rows] = self.size;
        let (u, v) = ((u - self.corner[0]) / self.pixel[0], (v - self.corner[1]) / self.pixel[1]);
        let (u, v) = (u.clamp(0.0, (columns - 1) as f64) as f32, v.clamp(0.0, (rows - 1) as f64) as f32);
        let (x, y) = (u as usize, v as usize);
        let (fx, fy) = (u - x as f32, v - y as f32);
        let (right, below) = (usize::from(x + 1 < columns), if y + 1 < rows { columns } else { 0 });
        let at = y * columns + x;
        let values = self.values();
        let pick = |at: usize| values.get(at).copied().unwrap_or(f32::NAN);
        let four = [
            (pick(at), (1.0 - fx) * (1.0 - fy)),
            (pick(at + right), fx * (1.0 - fy)),
            (pick(at + below), (1.0 - fx) * fy),
            (pick(at + below + right), fx * fy),
        ];
        let whole = four.iter().map(|(value, weight)| value * weight).sum::<f32>();
        if whole.is_nan() { mean(four.into_iter()) } else { whole }
    }
}

/// The mean of what is there, if that is half of it or more.
fn mean(values: impl Iterator<Item = (f32, f32)>) -> f32 {
    let there = values.filter(|(value, _)| !value.is_nan());
    let (sum, weight) = there.fold((0.0, 0.0), |(sum, all), (value, weight)| (sum + value * weight, all + weight));
    if weight >= 0.5 { sum / weight } else { f32::NAN }
}

/// Means over `window` neighbours along rows, of as many as are there: `window - 1` more than there were, half of them at each end.
fn slid_along(values: Vec<f32>, columns: usize, window: usize) -> Vec<f32> {
    if window == 1 || columns == 0 {
        return values;
    }
    let wide = columns + window - 1;
    let mut means = Vec::with_capacity(values.len() / columns * wide);
    let mut sums = vec![(0.0, 0.0); wide];
    for row in values.chunks_exact(columns) {
        sums.fill((0.0, 0.0));
        for shift in (0..window).rev() {
            add(sums.get_mut(shift..).unwrap_or_default(), row);
        }
        means.extend(sums.iter().map(|(sum, count)| sum / count));
    }
    means
}

/// The same along columns: rows are added as they lie.
fn slid_down(values: Vec<f32>, columns: usize, window: usize) -> Vec<f32> {
    if window == 1 || columns == 0 {
        return values;
    }
    let rows = values.len() / columns;
    let mut means = Vec::with_capacity((rows + window - 1) * columns);
    let mut sums = vec![(0.0, 0.0); columns];
    for end in 0..rows + window - 1 {
        sums.fill((0.0, 0.0));
        let (from, to) = ((end + 1).saturating_sub(window), (end + 1).min(rows));
        values.get(from * columns..to * columns).unwrap_or_default().chunks_exact(columns).for_each(|row| add(&mut sums, row));
        means.extend(sums.iter().map(|(sum, count)| sum / count));
    }
    means
}

/// Adds what is a number to sums, and to how many they are of.
fn add(sums: &mut [(f32, f32)], values: &[f32]) {
    for ((sum, count), value) in sums.iter_mut().zip(values) {
        let there = !value.is_nan();
        *sum += if there { *value } else { 0.0 };
        *count += if there { 1.0 } else { 0.0 };
    }
}

/// Values at places: along columns, along rows, and along the normal, mm.
struct Sampler<'a> {
    layers: &'a [Layer<'a>],
    /// For each quarter of a millimetre from the first position on, the last frame before it.
    table: Vec<u32>,
    reach: f64,
    /// Where samples along the normal lie within a cell, mm.
    offsets: Vec<f64>,
}

/// Entries of the table a millimetre.
const FINE: f64 = 4.0;

impl<'a> Sampler<'a> {
    fn new(volume: &Volume<'_>, layers: &'a [Layer<'a>], step: f64) -> Self {
        let (first, last) = (layers.first().map_or(0.0, |layer| layer.position), layers.last().map_or(0.0, |layer| layer.position));
        let mut table = Vec::new();
        let mut below = 0_usize;
        // Positions lie within a room.
        for entry in 0..=((last - first) * FINE) as usize {
            let position = first + entry as f64 / FINE;
            while layers.get(below + 1).is_some_and(|layer| layer.position <= position) {
                below += 1;
            }
            table.push(below as u32);
        }
        let samples = ((step / volume.0.step().max(0.1)).ceil() as usize).clamp(1, FINEST);
        let offsets = (0..samples).map(|sample| step * ((sample as f64 + 0.5) / samples as f64 - 0.5)).collect();
        Self { layers, table, reach: volume.reach(), offsets }
    }

    /// The mean over a cell; not a number where nothing was imaged.
    fn value(&self, [u, v, n]: [f64; 3]) -> f32 {
        // Neighbours are asked for again and again.
        let mut known = [(usize::MAX, f32::NAN); 2];
        let mut of = |number: usize| match known.iter().find(|(layer, _)| *layer == number) {
            Some((_, value)) => *value,
            None => {
                let value = self.layers.get(number).map_or(f32::NAN, |layer| layer.value([u, v]));
                known = [known[1], (number, value)];
                value
            }
        };
        let Some(middle) = self.between(n) else { return f32::NAN };
        if self.offsets.len() == 1 {
            return middle.value(&mut of);
        }
        let there = self.offsets.iter().filter_map(|offset| self.between(n + offset)).map(|between| (between.value(&mut of), 1.0));
        let (sum, count) = there.filter(|(value, _)| !value.is_nan()).fold((0.0, 0.0), |(sum, all), (value, one)| (sum + value, all + one));
        if count > 0.0 { sum / count } else { f32::NAN }
    }

    /// The frames on both sides; nothing in gaps, and beyond the ends.
    fn between(&self, n: f64) -> Option<Between> {
        let first = self.layers.first()?.position;
        let entry = ((n - first) * FINE).max(0.0) as usize;
        let mut below = self.table.get(entry).or(self.table.last()).copied()? as usize;
        while self.layers.get(below + 1).is_some_and(|layer| layer.position <= n) {
            below += 1;
        }
        let low = self.layers.get(below)?.position;
        let Some(high) = self.layers.get(below + 1).map(|layer| layer.position) else {
            return (n - low <= self.reach).then_some(Between { below, share: 0.0 });
        };
        if n < low {
            return (low - n <= self.reach).then_some(Between { below, share: 0.0 });
        }
        if high - low > GAP {
            let near = if n - low <= self.reach { Some(0.0) } else { (high - n <= self.reach).then_some(1.0) };
            return near.map(|share| Between { below, share });
        }
        Some(Between { below, share: ((n - low) / (high - low)) as f32 })
    }
}

/// A place between a frame and the next.
struct Between {
    below: usize,
    /// How much of the next.
    share: f32,
}

impl Between {
    fn value(&self, of: &mut impl FnMut(usize) -> f32) -> f32 {
        if self.share == 0.0 {
            return of(self.below);
        }
        let (low, high) = (of(self.below), of(self.below + 1));
        let whole = low + (high - low) * self.share;
        if whole.is_nan() { mean([(low, 1.0 - self.share), (high, self.share)].into_iter()) } else { whole }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;

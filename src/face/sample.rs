//! Values between the cells of a lattice.

use super::{Field, Lattice, Point};

/// Units of a [`Field`] in a millimetre.
const UNITS: f32 = 4.0;

/// The corners of the cell a place lies in, and how far in, from 0 to 1; nothing outside of the outermost centres.
fn within(lattice: &Lattice, place: Point) -> Option<(usize, Point)> {
    let mut corner = [0_usize; 3];
    let mut part = lattice.cells(place);
    for ((part, corner), side) in part.iter_mut().zip(&mut corner).zip(lattice.size) {
        // Not so for NaN either.
        if !(*part >= 0.0 && *part <= (side as f32 - 1.0)) || side < 2 {
            return None;
        }
        *corner = (*part as usize).min(side - 2);
        *part -= *corner as f32;
    }
    Some((lattice.index(corner), part))
}

/// The eight values around a place: pairs along x, of y and z, of y + 1, of z + 1, of both.
fn around<T: Copy>(lattice: &Lattice, values: &[T], from: usize) -> Option<[[T; 2]; 4]> {
    let [across, deep, _] = lattice.size;
    let pair = |at: usize| values.get(at..at + 2).and_then(|pair| <[T; 2]>::try_from(pair).ok());
    Some([pair(from)?, pair(from + across)?, pair(from + across * deep)?, pair(from + across * deep + across)?])
}

const fn between(a: f32, b: f32, part: f32) -> f32 {
    a + (b - a) * part
}

fn trilinear([low, low_next, high, high_next]: [[f32; 2]; 4], [x, y, z]: Point) -> f32 {
    let along = |[a, b]: [f32; 2]| between(a, b, x);
    between(between(along(low), along(low_next), y), between(along(high), along(high_next), y), z)
}

impl Lattice {
    /// The value at a place, mm, between those of the cells around it; nothing outside of the outermost centres.
    pub fn value(&self, values: &[f32], place: Point) -> Option<f32> {
        let (from, part) = within(self, place)?;
        Some(trilinear(around(self, values, from)?, part))
    }

    /// As [`Self::value`], and by how much it rises a millimetre along each axis.
    pub fn slope(&self, values: &[f32], place: Point) -> Option<(f32, Point)> {
        let (from, [x, y, z]) = within(self, place)?;
        let [[a, b], [c, d], [e, f], [g, h]] = around(self, values, from)?;
        let (low, low_next, high, high_next) = (between(a, b, x), between(c, d, x), between(e, f, x), between(g, h, x));
        let (near, far) = (between(low, low_next, y), between(high, high_next, y));
        let rise = [
            between(between(b - a, d - c, y), between(f - e, h - g, y), z) / self.step,
            between(low_next - low, high_next - high, z) / self.step,
            (far - near) / self.step,
        ];
        Some((between(near, far, z), rise))
    }

    /// The cell nearest to a place, mm; nothing outside.
    pub fn nearest(&self, place: Point) -> Option<usize> {
        let mut cell = [0_usize; 3];
        for ((cell, at), side) in cell.iter_mut().zip(self.cells(place)).zip(self.size) {
            if !(at >= -0.5 && at < side as f32 - 0.5) {
                return None;
            }
            *cell = ((at + 0.5) as usize).min(side.saturating_sub(1));
        }
        Some(self.index(cell))
    }
}

impl Field {
    /// Of distances in mm, one a cell.
    pub fn new(lattice: Lattice, distances: impl IntoIterator<Item = f32>) -> Self {
        // A cast of a float saturates.
        Self { lattice, values: distances.into_iter().map(|mm| (mm * UNITS).round().max(-127.0) as i8).collect() }
    }

    /// The distance at a place, mm, between those of the cells around it; nothing outside of the outermost centres.
    pub fn at(&self, place: Point) -> Option<f32> {
        let (from, part) = within(&self.lattice, place)?;
        let corners = around(&self.lattice, &self.values, from)?;
        Some(trilinear(corners.map(|pair| pair.map(f32::from)), part) / UNITS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lattice() -> Lattice {
        Lattice { size: [5, 6, 7], origin: [-4.0, 2.0, 10.0], step: 2.0 }
    }

    /// Linear, and so the same between cells.
    fn plane([x, y, z]: Point) -> f32 {
        3.0 + 0.5 * x - 1.5 * y + 0.25 * z
    }

    fn values() -> Vec<f32> {
        (0..lattice().len()).map(|i| plane(lattice().place([i % 5, i / 5 % 6, i / 30]))).collect()
    }

    #[test]
    fn between_cells_values_are_between_theirs() {
        for place in [[-4.0, 2.0, 10.0], [0.3, 7.1, 15.9], [4.0, 12.0, 22.0]] {
            let (value, rise) = lattice().slope(&values(), place).unwrap();
            assert!((value - plane(place)).abs() < 1e-4);
            assert!((lattice().value(&values(), place).unwrap() - value).abs() < 1e-5);
            for (found, is) in rise.iter().zip([0.5, -1.5, 0.25]) {
                assert!((found - is).abs() < 1e-4);
            }
            let field = Field::new(lattice(), values());
            assert!((field.at(place).unwrap() - plane(place)).abs() < 0.13);
        }
    }

    #[test]
    fn outside_there_is_nothing() {
        for place in [[-4.1, 3.0, 12.0], [0.0, 12.1, 12.0], [0.0, 3.0, 22.1], [f32::NAN, 3.0, 12.0], [f32::INFINITY, 3.0, 12.0]] {
            assert_eq!(lattice().value(&values(), place), None);
            assert_eq!(Field::new(lattice(), values()).at(place), None);
        }
        assert_eq!(lattice().value(&[], [0.0, 3.0, 12.0]), None);
        assert_eq!(lattice().nearest([-4.9, 2.0, 10.0]), Some(0));
        assert_eq!(lattice().nearest([-5.1, 2.0, 10.0]), None);
        let flat = Lattice { size: [5, 6, 1], ..lattice() };
        assert_eq!(flat.value(&[1.0; 30], [0.0, 3.0, 10.0]), None);
    }

    #[test]
    fn a_field_is_clamped() {
        let field = Field::new(Lattice { size: [2, 2, 2], ..lattice() }, [1e9, -1e9, f32::NAN, 31.75, 31.8, 0.12, 0.13, -32.0]);
        assert_eq!(field.values, [127, -127, -127, 127, 127, 0, 1, -127]);
    }
}

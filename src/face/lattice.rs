//! Coarse volumes along the patient's axes, in which heads are found and fields are kept.

use super::Point;

/// Cells along the patient's axes: x to the right, y to the front, z to the head; x counts fastest.
#[derive(Clone, Debug, PartialEq)]
pub struct Lattice {
    /// Cells along each axis.
    pub size: [usize; 3],
    /// The centre of the first cell, mm.
    pub origin: Point,
    /// The edge of a cell, mm.
    pub step: f32,
}

impl Lattice {
    /// Number of cells.
    pub fn len(&self) -> usize {
        self.size.iter().fold(1, |cells, side| cells.saturating_mul(*side))
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The index of a cell.
    pub const fn index(&self, [x, y, z]: [usize; 3]) -> usize {
        let [across, deep, _] = self.size;
        (z * deep + y) * across + x
    }

    /// Where a place lies, in cells from the first one's centre.
    pub fn cells(&self, [x, y, z]: Point) -> Point {
        let [ox, oy, oz] = self.origin;
        [(x - ox) / self.step, (y - oy) / self.step, (z - oz) / self.step]
    }

    /// One that covers a box of mm: its first cell at the lowest corner, its last at or beyond the highest.
    pub fn covering(low: Point, high: Point, step: f32) -> Self {
        let mut size = [0; 3];
        for ((side, low), high) in size.iter_mut().zip(low).zip(high) {
            // A cast of a float saturates; NaN is 0.
            *side = ((high - low) / step).ceil().max(0.0) as usize + 1;
        }
        Self { size, origin: low, step }
    }

    /// The centres of all cells, mm, in order.
    pub fn places(&self) -> impl Iterator<Item = Point> + '_ {
        let [across, deep, high] = self.size;
        (0..high).flat_map(move |z| (0..deep).flat_map(move |y| (0..across).map(move |x| self.place([x, y, z]))))
    }

    /// The centre of a cell, mm.
    pub fn place(&self, [x, y, z]: [usize; 3]) -> Point {
        let [ox, oy, oz] = self.origin;
        [ox + x as f32 * self.step, oy + y as f32 * self.step, oz + z as f32 * self.step]
    }
}

/// A volume on a lattice, in the units of the images once rescaled (HU in CT).
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Where its cells lie.
    pub lattice: Lattice,
    /// One value a cell; where nothing was imaged, the least of all that was.
    pub values: Vec<f32>,
    /// Whether a cell was imaged: the edge of the field of view is no skin.
    pub seen: Vec<bool>,
}

/// Whatever can be sampled: the frames of a stack, or a phantom.
pub trait Solid {
    /// The corners of what was imaged, lowest and highest, mm.
    fn bounds(&self) -> (Point, Point);

    /// The farthest that its frames lie apart, mm; 0 for what has none.
    fn step(&self) -> f32 {
        0.0
    }

    /// Its values on a lattice: means over a cell where frames are finer than that, interpolated between frames that are coarser.
    fn sample(&self, lattice: &Lattice) -> Grid;
}

/// Signed distances on a lattice, in quarters of a millimetre, clamped to what a byte holds (±31.75 mm).
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Where its cells lie.
    pub lattice: Lattice,
    /// One a cell.
    pub values: Vec<i8>,
}

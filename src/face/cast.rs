//! Where a look into a volume first meets a surface.

use super::{Grid, Point};

/// Cells a side of the blocks that are passed over whole where nothing in them is bright.
const BLOCK: usize = 4;
/// Steps of a look, in cells.
const STRIDE: f32 = 0.6;

/// Looks into one volume, at one iso-value.
pub(super) struct Eye<'a> {
    grid: &'a Grid,
    iso: f32,
    /// Blocks along each axis.
    blocks: [usize; 3],
    /// Whether any value that a look through a block can meet reaches the iso-value.
    bright: Vec<bool>,
}

/// A surface that was met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Met {
    /// How far from where the look began, mm.
    pub far: f32,
    /// It is no surface but the edge of what was imaged: there, everything ends.
    pub edge: bool,
}

impl<'a> Eye<'a> {
    pub fn new(grid: &'a Grid, iso: f32) -> Self {
        let size = grid.lattice.size;
        let blocks = size.map(|cells| cells.div_ceil(BLOCK).max(1));
        let [wide, deep, high] = blocks;
        let mut bright = vec![false; wide * deep * high];
        let [across, rows, _] = size;
        for (row, values) in grid.values.chunks_exact(across.max(1)).enumerate() {
            let (y, z) = (row % rows.max(1), row / rows.max(1));
            for (x, value) in values.iter().enumerate() {
                if *value < iso {
                    continue;
                }
                // A value counts between its cell and the next ones on both sides.
                for bz in z.saturating_sub(1) / BLOCK..=z / BLOCK {
                    for by in y.saturating_sub(1) / BLOCK..=y / BLOCK {
                        for bx in x.saturating_sub(1) / BLOCK..=x / BLOCK {
                            if let Some(block) = bright.get_mut((bz * deep + by) * wide + bx) {
                                *block = true;
                            }
                        }
                    }
                }
            }
        }
        Self { grid, iso, blocks, bright }
    }

    /// The first surface on the way from a place, not farther than `reach` mm; `toward` is of length 1.
    pub fn look(&self, from: Point, toward: Point, reach: f32) -> Option<Met> {
        let lattice = &self.grid.lattice;
        let (start, end) = self.inside(from, toward)?;
        let end = end.min(reach);
        let at = |far: f32| -> Point {
            let ([x, y, z], [a, b, c]) = (from, toward);
            [x + a * far, y + b * far, z + c * far]
        };
        let step = STRIDE * lattice.step;
        let mut far = start.max(0.0);
        let mut before = None::<f32>;
        while far <= end {
            let place = at(far);
            if let Some(skip) = self.skip(place, toward) {
                far += skip.max(step * 0.05);
                before = None;
                continue;
            }
            let value = lattice.value(&self.grid.values, place)?;
            if value >= self.iso {
                return Some(self.met(from, toward, far, value, before));
            }
            before = Some(value);
            far += step;
        }
        None
    }

    fn met(&self, from: Point, toward: Point, far: f32, value: f32, before: Option<f32>) -> Met {
        let step = STRIDE * self.grid.lattice.step;
        let back = before.map_or(0.0, |before| step * (value - self.iso) / (value - before).max(f32::MIN_POSITIVE));
        let far = far - back.min(step);
        // What lies in front of it must have been imaged.
        let ([x, y, z], [a, b, c]) = (from, toward);
        let is_seen = |cells: f32| {
            let ahead = far - cells * self.grid.lattice.step;
            let cell = self.grid.lattice.nearest([x + a * ahead, y + b * ahead, z + c * ahead]);
            cell.and_then(|cell| self.grid.seen.get(cell)).is_some_and(|seen| *seen)
        };
        let edge = ![0.75, 1.5, 3.0].into_iter().all(is_seen);
        Met { far, edge }
    }

    /// The part of a look that is within the outermost centres of cells.
    fn inside(&self, from: Point, toward: Point) -> Option<(f32, f32)> {
        let lattice = &self.grid.lattice;
        let (mut start, mut end) = (f32::NEG_INFINITY, f32::INFINITY);
        for (((from, toward), origin), cells) in from.iter().zip(toward).zip(lattice.origin).zip(lattice.size) {
            let (low, high) = (origin + 1e-3, origin + cells.saturating_sub(1) as f32 * lattice.step - 1e-3);
            if toward.abs() < 1e-6 {
                if *from < low || *from > high {
                    return None;
                }
                continue;
            }
            let (a, b) = ((low - from) / toward, (high - from) / toward);
            start = start.max(a.min(b));
            end = end.min(a.max(b));
        }
        (end.is_finite() && start < end).then_some((start, end))
    }

    /// How far it is to the end of the block at a place, if nothing in it is bright.
    fn skip(&self, place: Point, toward: Point) -> Option<f32> {
        let lattice = &self.grid.lattice;
        let ([bx, by, bz], [wide, deep, _]) = (lattice.cells(place).map(|cells| cells.max(0.0) as usize / BLOCK), self.blocks);
        if self.bright.get((bz * deep + by) * wide + bx).is_none_or(|bright| *bright) {
            return None;
        }
        let mut least = f32::MAX;
        for ((block, cells), toward) in [bx, by, bz].into_iter().zip(lattice.cells(place)).zip(toward) {
            let (low, high) = ((block * BLOCK) as f32, ((block + 1) * BLOCK) as f32);
            let left = if toward > 1e-6 {
                (high - cells) / toward
            } else if toward < -1e-6 {
                (low - cells) / toward
            } else {
                f32::MAX
            };
            least = least.min(left);
        }
        Some(least.max(0.0) * lattice.step + 1e-3)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::face::Lattice;

    /// A ball of radius 20 mm about the middle, bright to 100 inside; what is in front of y 45 was not imaged.
    fn ball() -> Grid {
        let lattice = Lattice { size: [41, 41, 41], origin: [-40.0; 3], step: 2.0 };
        let places = (0..lattice.len()).map(|i| lattice.place([i % 41, i / 41 % 41, i / 1681]));
        let values = places.map(|[x, y, z]| (100.0 * (20.5 - (x * x + y * y + z * z).sqrt())).clamp(0.0, 100.0)).collect();
        Grid { seen: vec![true; lattice.len()], lattice, values }
    }

    #[test]
    fn a_ball_is_met_at_its_radius_from_everywhere() {
        let grid = ball();
        let eye = Eye::new(&grid, 50.0);
        for direction in [[0.0, -1.0, 0.0], [0.6, 0.8, 0.0], [0.577, -0.577, 0.577], [0.0, 0.6, -0.8], [-0.48, 0.6, 0.64]] {
            let met = eye.look(direction.map(|v| -100.0 * v), direction, 300.0).unwrap();
            assert!((met.far - 80.0).abs() < 0.8, "{direction:?} {met:?}");
            assert!(!met.edge);
            assert_eq!(eye.look(direction.map(|v| -100.0 * v), direction, 70.0), None);
        }
        // Past it, and away from it.
        assert_eq!(eye.look([25.0, 100.0, 0.0], [0.0, -1.0, 0.0], 300.0), None);
        assert_eq!(eye.look([0.0, 100.0, 0.0], [0.0, 1.0, 0.0], 300.0), None);
        assert_eq!(eye.look([100.0, 100.0, 0.0], [0.0, -1.0, 0.0], 300.0), None);
    }

    #[test]
    fn where_imaging_ends_is_no_surface() {
        let mut grid = ball();
        for i in 0..grid.values.len() {
            let [_, y, _] = grid.lattice.place([i % 41, i / 41 % 41, i / 1681]);
            if y > 9.0 {
                grid.values[i] = 0.0;
                grid.seen[i] = false;
            }
        }
        let met = Eye::new(&grid, 50.0).look([0.0, 100.0, 0.0], [0.0, -1.0, 0.0], 300.0).unwrap();
        assert!(met.edge && (met.far - 91.0).abs() < 2.5, "{met:?}");
        let met = Eye::new(&grid, 50.0).look([0.0, -100.0, 0.0], [0.0, 1.0, 0.0], 300.0).unwrap();
        assert!(!met.edge);
    }
}

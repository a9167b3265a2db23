//! What rises everywhere is texture; writing must rise higher.

use super::plane::Plane;

/// Pixels along a cell's side.
const CELL: usize = 16;

/// Bins of a histogram of 8-bit values.
const BINS: usize = 64;

/// The median rise from which on a ground is noisy.
const NOISY: u8 = 8;

/// How far the ground rises, cell by cell: of each cell and the eight around it.
pub(super) struct Texture {
    columns: usize,
    /// The median rise, and one that a quarter pass.
    cells: Vec<(u8, u8)>,
}

impl Texture {
    pub(super) fn of(risen: &Plane) -> Self {
        let (columns, rows) = (risen.width.div_ceil(CELL), risen.height.div_ceil(CELL));
        let mut counts = vec![[0_u16; BINS]; columns * rows];
        for (y, line) in risen.rows().enumerate() {
            let cells = counts.iter_mut().skip(y / CELL * columns);
            for (cell, part) in cells.zip(line.chunks(CELL)) {
                for value in part {
                    if let Some(count) = cell.get_mut(usize::from(value >> 2)) {
                        *count += 1;
                    }
                }
            }
        }
        let mut cells = Vec::with_capacity(counts.len());
        for y in 0..rows {
            for x in 0..columns {
                cells.push(around(&counts, columns, x, y));
            }
        }
        Self { columns, cells }
    }

    /// Whether the ground is noisy in a tenth of the picture, so that faint strokes drown in it.
    pub(super) fn is_noisy(&self) -> bool {
        self.cells.iter().filter(|(median, _)| *median >= NOISY).count() * 10 >= self.cells.len().max(1)
    }

    /// The median rise, and one that a quarter pass, around a pixel.
    pub(super) fn at(&self, x: usize, y: usize) -> (u8, u8) {
        self.cells.get(y / CELL * self.columns + x / CELL).copied().unwrap_or((0, 0))
    }

    /// For each cell of the row of cells in which `y` lies: its first column, the one after its last, its texture.
    pub(super) fn across(&self, y: usize) -> impl Iterator<Item = (usize, usize, u8)> + '_ {
        let row = self.cells.iter().skip(y / CELL * self.columns).take(self.columns);
        row.enumerate().map(|(at, (median, _))| (at * CELL, (at + 1) * CELL, *median))
    }
}

fn around(counts: &[[u16; BINS]], columns: usize, x: usize, y: usize) -> (u8, u8) {
    let mut sum = [0_u32; BINS];
    for row in y.saturating_sub(1)..=y + 1 {
        for column in x.saturating_sub(1)..=(x + 1).min(columns - 1) {
            let Some(cell) = counts.get(row * columns + column) else { continue };
            sum.iter_mut().zip(cell).for_each(|(sum, count)| *sum += u32::from(*count));
        }
    }
    let all: u32 = sum.iter().sum();
    let passed = |share: u32| {
        let mut left = share;
        let at = sum.iter().position(|count| {
            let here = left < *count;
            left = left.saturating_sub(*count);
            here
        });
        (at.unwrap_or(0) * 4) as u8
    };
    (passed(all / 2), passed(all / 4 * 3))
}

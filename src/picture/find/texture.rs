//! What rises everywhere is texture; writing must rise higher.

use std::cell::OnceCell;

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
    rows: usize,
    counts: Vec<[u16; BINS]>,
    /// The median rise, and one that a quarter pass: of the cells that were asked for.
    cells: Vec<OnceCell<(u8, u8)>>,
}

impl Texture {
    pub(super) fn of(risen: &Plane) -> Self {
        let (columns, rows) = (risen.width.div_ceil(CELL), risen.height.div_ceil(CELL));
        let mut counts = vec![[0_u16; BINS]; columns * rows];
        let add = |cell: &mut [u16; BINS], part: &[u8]| {
            for value in part {
                if let Some(count) = cell.get_mut(usize::from(value >> 2)) {
                    *count += 1;
                }
            }
        };
        for (band, cells) in risen.data.chunks(CELL * risen.width.max(1)).zip(counts.chunks_exact_mut(columns.max(1))) {
            for line in band.chunks_exact(risen.width.max(1)) {
                let (whole, rest) = line.as_chunks::<CELL>();
                cells.iter_mut().zip(whole).for_each(|(cell, part)| add(cell, part));
                if let Some(cell) = cells.get_mut(whole.len()) {
                    add(cell, rest);
                }
            }
        }
        let cells = vec![OnceCell::new(); counts.len()];
        Self { columns, rows, counts, cells }
    }

    /// Whether the ground is noisy in a tenth of the picture, so that faint strokes drown in it.
    pub(super) fn is_noisy(&self) -> bool {
        let all = (0..self.rows).flat_map(|row| (0..self.columns).map(move |column| self.cell(column, row)));
        all.filter(|(median, _)| *median >= NOISY).count() * 10 >= self.cells.len().max(1)
    }

    /// The median rise, and one that a quarter pass, around a pixel.
    pub(super) fn at(&self, x: usize, y: usize) -> (u8, u8) {
        self.cell(x / CELL, y / CELL)
    }

    /// For each cell of the row of cells in which `y` lies: its first column, and the one after its last.
    pub(super) fn across(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        (0..self.columns).map(|at| (at * CELL, (at + 1) * CELL))
    }

    fn cell(&self, column: usize, row: usize) -> (u8, u8) {
        let cell = self.cells.get(row * self.columns + column);
        cell.map_or((0, 0), |cell| *cell.get_or_init(|| around(&self.counts, self.columns, column, row)))
    }
}

fn around(counts: &[[u16; BINS]], columns: usize, x: usize, y: usize) -> (u8, u8) {
    // Of nine cells of 256 pixels at most.
    let mut sum = [0_u16; BINS];
    for row in y.saturating_sub(1)..=y + 1 {
        for column in x.saturating_sub(1)..=(x + 1).min(columns - 1) {
            let Some(cell) = counts.get(row * columns + column) else { continue };
            sum.iter_mut().zip(cell).for_each(|(sum, count)| *sum += *count);
        }
    }
    let all: u16 = sum.iter().sum();
    let passed = |share: u16| {
        let mut passed = 0;
        let at = sum.iter().position(|count| {
            passed += count;
            passed > share
        });
        (at.unwrap_or(0) * 4) as u8
    };
    (passed(all / 2), passed(all / 4 * 3))
}

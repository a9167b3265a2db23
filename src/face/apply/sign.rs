//! Where a field is positive, at places between its cells.

use super::super::Field;

/// What a field is between a cell and its next neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Sign {
    Positive,
    Not,
    /// That is to be worked out.
    Mixed,
}

/// The signs of all cells: most of a field is far from where it changes.
pub(super) fn of(field: &Field) -> Vec<Sign> {
    let [across, deep, _] = field.lattice.size;
    let positive: Vec<bool> = field.values.iter().map(|value| *value > 0).collect();
    let cells = positive.iter().enumerate().map(|(at, first)| {
        // At the edges, neighbours are cells elsewhere: rather too many are mixed than too few.
        let next = |by: usize| positive.get(at + by).copied().unwrap_or(false);
        let (row, plane) = (across, across * deep);
        if [1, row, row + 1, plane, plane + 1, plane + row, plane + row + 1].iter().any(|by| next(*by) != *first) {
            Sign::Mixed
        } else if *first {
            Sign::Positive
        } else {
            Sign::Not
        }
    });
    cells.collect()
}

/// Where a place lies in a field: the cell below it on each axis, how far beyond, and to the next cell.
struct Spot {
    first: usize,
    beyond: [f32; 3],
    next: [usize; 3],
}

impl Spot {
    /// Beyond the edges of a field, at them.
    fn of(field: &Field, [x, y, z]: [f32; 3]) -> Self {
        let [across, deep, high] = field.lattice.size;
        let split = |cell: f32, size: usize| {
            let cell = cell.clamp(0.0, size.saturating_sub(1) as f32);
            let low = cell as usize;
            (low, cell - low as f32, usize::from(low + 1 < size))
        };
        let ((x, fx, right), (y, fy, behind), (z, fz, above)) = (split(x, across), split(y, deep), split(z, high));
        Self { first: (z * deep + y) * across + x, beyond: [fx, fy, fz], next: [right, behind * across, above * across * deep] }
    }

    /// The value between cells, in the field's own quarters of a millimetre.
    fn value(&self, field: &Field) -> f32 {
        let ([fx, fy, fz], [right, behind, above]) = (self.beyond, self.next);
        let pick = |at: usize| f32::from(field.values.get(at).copied().unwrap_or(i8::MIN));
        let along = |at: usize| pick(at) + (pick(at + right) - pick(at)) * fx;
        let plane = |at: usize| along(at) + (along(at + behind) - along(at)) * fy;
        plane(self.first) + (plane(self.first + above) - plane(self.first)) * fz
    }
}

/// Whether a field is positive at a place. Between cells that all are, or all are not, it is as they are.
pub(super) fn is_positive(field: &Field, signs: &[Sign], cell: [f32; 3]) -> bool {
    let spot = Spot::of(field, cell);
    match signs.get(spot.first) {
        Some(Sign::Positive) => true,
        Some(Sign::Not) => false,
        _ => spot.value(field) > 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Lattice;
    use super::*;

    #[test]
    fn signs_are_those_of_values() {
        let lattice = Lattice { size: [9, 8, 7], origin: [0.0; 3], step: 2.0 };
        for (seed, smooth) in [(1, 1), (2, 40), (3, 400)] {
            let mut state: u32 = seed;
            let mut random = move || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state >> 8
            };
            // Some have patches of one sign, of all sizes.
            let mut value = 0_i8;
            let cells = (0..lattice.len()).map(|_| {
                if random() % smooth == 0 {
                    value = if random() % 2 == 0 { i8::MIN } else { 1 };
                }
                if random() % 40 == 0 { 0 } else { value.saturating_add((random() % 60) as i8) }
            });
            let field = Field { values: cells.collect(), lattice: lattice.clone() };
            let signs = of(&field);
            for _ in 0..20_000 {
                let mut along = |size: f32| (random() % 1_000) as f32 / 1_000.0 * (size + 3.0) - 1.5;
                let cell = [along(9.0), along(8.0), along(7.0)];
                let whole = cell.map(f32::round);
                for cell in [cell, whole] {
                    assert_eq!(is_positive(&field, &signs, cell), Spot::of(&field, cell).value(&field) > 0.0, "{seed} {cell:?}");
                }
            }
        }
    }
}

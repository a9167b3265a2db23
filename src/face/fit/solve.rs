//! Nine equations.

/// Of a fit: three turns, three moves, three scales.
pub(in super::super) const UNKNOWNS: usize = 9;

/// Sums of squares of residuals: what they say of the unknowns.
#[derive(Clone, Copy, Debug, Default)]
pub(in super::super) struct Normal {
    /// Row by row: weights between unknowns, then the right side.
    rows: [[f64; UNKNOWNS + 1]; UNKNOWNS],
}

impl Normal {
    /// A residual, how it rises with each unknown, and its weight.
    pub(in super::super) fn add(&mut self, rise: [f64; UNKNOWNS], residual: f64, weight: f64) {
        for (row, part) in self.rows.iter_mut().zip(rise) {
            let part = part * weight;
            for (cell, other) in row.iter_mut().zip(rise.iter().chain([&residual])) {
                *cell += part * other;
            }
        }
    }

    /// An unknown that is off what is expected of it by `residual`.
    pub(in super::super) fn assume(&mut self, unknown: usize, residual: f64, weight: f64) {
        if let Some(row) = self.rows.get_mut(unknown) {
            if let Some(cell) = row.get_mut(unknown) {
                *cell += weight;
            }
            if let Some(right) = row.last_mut() {
                *right += weight * residual;
            }
        }
    }

    /// The step that takes the residuals down most. Positive definite by what is expected of each unknown: no pivot vanishes.
    pub(in super::super) fn step(mut self) -> [f64; UNKNOWNS] {
        for at in 0..UNKNOWNS {
            let Some(mut pivot) = self.rows.get(at).copied() else { continue };
            let divisor = pivot.get(at).map_or(1.0, |value| value + 1e-9);
            pivot.iter_mut().for_each(|cell| *cell /= divisor);
            for (other, row) in self.rows.iter_mut().enumerate() {
                if other == at {
                    *row = pivot;
                } else {
                    let factor = row.get(at).copied().unwrap_or_default();
                    row.iter_mut().zip(pivot).for_each(|(cell, part)| *cell -= factor * part);
                }
            }
        }
        self.rows.map(|row| -row.last().copied().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nine_unknowns_are_found() {
        let is = [1.0, -2.0, 3.0, 0.5, 0.0, 7.0, -4.0, 2.0, 9.0];
        let mut normal = Normal::default();
        let mut state = 1_u32;
        for _ in 0..40 {
            let rise = is.map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                f64::from(state >> 8) / f64::from(1 << 24) - 0.5
            });
            let residual: f64 = -rise.iter().zip(is).map(|(rise, is)| rise * is).sum::<f64>();
            normal.add(rise, residual, 2.0);
        }
        for (found, is) in normal.step().iter().zip(is) {
            assert!((found - is).abs() < 1e-6);
        }
        // What is expected alone decides where nothing was measured.
        let mut normal = Normal::default();
        (0..UNKNOWNS).for_each(|at| normal.assume(at, 0.25, 4.0));
        assert!(normal.step().iter().all(|step| (step + 0.25).abs() < 1e-6));
    }
}

//! Components of fewer samples spread over the picture, as libjpeg does by default: halves by a triangle filter, all else by repetition
//! (ISO/IEC 10918-1 leaves it to decoders).

/// A component's samples, row after row.
pub(super) struct Small {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) data: Vec<u16>,
}

/// By how much a component is coarser than the picture: numerator and denominator, along rows and down columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    pub(super) across: (usize, usize),
    pub(super) down: (usize, usize),
}

impl Scale {
    /// Nothing to spread.
    pub(super) const fn is_one(self) -> bool {
        self.across.0 == self.across.1 && self.down.0 == self.down.1
    }

    /// How many pixels beyond those of a sample itself may depend on it, along rows and down columns, whichever common way a decoder
    /// spreads.
    pub(super) const fn reach(self) -> (u32, u32) {
        (self.across.0.div_ceil(self.across.1) as u32 - 1, self.down.0.div_ceil(self.down.1) as u32 - 1)
    }
}

impl Small {
    fn row(&self, y: usize) -> &[u16] {
        let y = y.min(self.height.saturating_sub(1));
        self.data.get(y * self.width..(y + 1) * self.width).unwrap_or_default()
    }

    /// The picture's row `y`, as wide as `out`.
    pub(super) fn spread(&self, scale: Scale, y: usize, out: &mut [u16]) {
        let doubled = |(big, small): (usize, usize)| big == 2 * small;
        let wide = doubled(scale.across) && self.width > 2;
        if wide && scale.down.0 == scale.down.1 {
            return double(self.row(y).iter().map(|value| u32::from(*value)), (1, 2, 2), out);
        }
        if doubled(scale.down) {
            // The nearer row counts three times as much as the other one that the pixel lies between.
            let (near, far) = (y / 2, if y.is_multiple_of(2) { (y / 2).saturating_sub(1) } else { y / 2 + 1 });
            let rows = self.row(near).iter().zip(self.row(far));
            let sums = rows.map(|(near, far)| 3 * u32::from(*near) + u32::from(*far));
            if wide {
                return double(sums, (8, 7, 4), out);
            }
            if scale.across.0 == scale.across.1 {
                let round = if y.is_multiple_of(2) { 1 } else { 2 };
                return out.iter_mut().zip(sums).for_each(|(out, sum)| *out = ((sum + round) >> 2) as u16);
            }
        }
        let row = self.row(y * scale.down.1 / scale.down.0);
        for (x, out) in out.iter_mut().enumerate() {
            *out = row.get(x * scale.across.1 / scale.across.0).or(row.last()).copied().unwrap_or_default();
        }
    }
}

/// Twice as many samples along a row: of each, three parts of the nearer and one of the other; `left` and `right` are added before the sum
/// is shifted, to round one up and one down in turn. Ends are their own neighbours.
fn double(values: impl Iterator<Item = u32>, (left, right, shift): (u32, u32, u32), out: &mut [u16]) {
    let mut ends = vec![0];
    ends.extend(values);
    ends.extend(ends.last().copied());
    if let [before, first, ..] = ends.as_mut_slice() {
        *before = *first;
    }
    let (pairs, odd) = out.as_chunks_mut::<2>();
    let mut threes = ends.array_windows::<3>();
    for (pair, [before, value, after]) in pairs.iter_mut().zip(&mut threes) {
        *pair = [((3 * value + before + left) >> shift) as u16, ((3 * value + after + right) >> shift) as u16];
    }
    if let ([last], Some([before, value, _])) = (odd, threes.next()) {
        *last = ((3 * value + before + left) >> shift) as u16;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: [u16; 6] = [0, 40, 80, 100, 100, 255];

    fn spread(across: (usize, usize), down: (usize, usize), y: usize, width: usize) -> Vec<u16> {
        let mut out = vec![9; width];
        Small { width: 3, height: 2, data: SMALL.to_vec() }.spread(Scale { across, down }, y, &mut out);
        out
    }

    #[test]
    fn halves_are_interpolated_and_the_rest_repeated() {
        assert_eq!(spread((2, 1), (1, 1), 0, 6), [0, 10, 30, 50, 70, 80]);
        assert_eq!(spread((2, 1), (1, 1), 1, 5), [100, 100, 100, 139, 216]);
        assert_eq!(spread((1, 1), (2, 1), 1, 3), [25, 55, 124]);
        assert_eq!(spread((1, 1), (2, 1), 2, 3), [75, 85, 211]);
        assert_eq!(spread((1, 1), (2, 1), 3, 3), [100, 100, 255]);
        assert_eq!(spread((2, 1), (2, 1), 0, 6), [0, 10, 30, 50, 70, 80]);
        assert_eq!(spread((2, 1), (2, 1), 1, 6), [25, 32, 48, 72, 107, 124]);
        assert_eq!(spread((4, 1), (1, 1), 0, 9), [0, 0, 0, 0, 40, 40, 40, 40, 80]);
        assert_eq!(spread((3, 2), (1, 1), 0, 5), [0, 0, 40, 80, 80]);
    }

    #[test]
    fn reach_is_that_of_the_widest_filter() {
        let scale = |across, down| Scale { across, down };
        assert!(scale((2, 2), (1, 1)).is_one());
        assert_eq!((scale((2, 1), (1, 1)).reach(), scale((4, 1), (3, 2)).reach()), ((1, 0), (3, 1)));
    }
}

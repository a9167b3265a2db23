//! The order in which coefficients are coded (ISO/IEC 10918-1 Figure A.6).

/// Of each coefficient in coded order: its index in the order of rows.
pub(super) const NATURAL: [u8; 64] = natural();

/// Diagonals from the top left, up and down in turn.
#[allow(clippy::indexing_slicing)] // Worked out when compiled: an index beyond the end would not compile.
const fn natural() -> [u8; 64] {
    let mut order = [0; 64];
    let (mut at, mut diagonal) = (0, 0);
    while diagonal < 15 {
        let mut step = 0;
        while step <= diagonal {
            let (row, column) = if diagonal % 2 == 0 { (diagonal - step, step) } else { (step, diagonal - step) };
            if row < 8 && column < 8 {
                order[at] = row * 8 + column;
                at += 1;
            }
            step += 1;
        }
        diagonal += 1;
    }
    order
}

/// The index in the order of rows of a coefficient in coded order; beyond the end, that of the last.
#[inline]
pub(super) fn natural_of(coded: usize) -> usize {
    usize::from(NATURAL.get(coded).copied().unwrap_or(63)) & 63
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn diagonals_go_up_and_down() {
        assert_eq!(NATURAL[..11], [0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32]);
        assert_eq!(NATURAL[60..], [47, 55, 62, 63]);
        let mut all = NATURAL;
        all.sort_unstable();
        assert!(all.iter().enumerate().all(|(index, value)| usize::from(*value) == index));
    }
}

//! Marker segments of JPEG 2000 whose content can be checked against the rest of the codestream (ISO/IEC 15444-1 A.5 to A.9).

/// Components of the picture, from SIZ; `None` where the segment is not as long as they need.
pub(super) fn components(payload: &[u8]) -> Option<u16> {
    let count = u16::from_be_bytes(payload.get(34..36)?.try_into().ok()?);
    (count > 0 && payload.len() == 36 + 3 * usize::from(count)).then_some(count)
}

/// Whether COD is as long as its decomposition levels and precincts need.
pub(super) fn is_style(payload: &[u8]) -> bool {
    match payload {
        [style, _progression, _l0, _l1, _transform, levels, rest @ ..] => {
            let precincts = if style & 1 == 1 { usize::from(*levels) + 1 } else { 0 };
            rest.len() == 4 + precincts
        }
        _ => false,
    }
}

/// Whether CRG has an offset for every component.
pub(super) fn is_registration(payload: &[u8], components: u16) -> bool {
    payload.len() == 4 * usize::from(components)
}

/// Adds the tile-part lengths that TLM tells to `lengths`; false where it is not whole.
pub(super) fn tile_lengths(payload: &[u8], lengths: &mut Vec<u32>) -> bool {
    let [_index, sizes, rest @ ..] = payload else { return false };
    let (tile, length) = (usize::from(sizes >> 4 & 3), if sizes >> 6 & 1 == 1 { 4 } else { 2 });
    if tile == 3 || sizes & 0x8F != 0 {
        return false;
    }
    let entries = rest.chunks_exact(tile + length);
    let whole = entries.remainder().is_empty();
    lengths.extend(entries.map(|entry| entry.iter().skip(tile).fold(0, |value, byte| value << 8 | u32::from(*byte))));
    whole
}

/// The packet lengths that PLT tells, added up; `None` where the last one is not whole.
pub(super) fn packet_lengths(payload: &[u8]) -> Option<u64> {
    let (mut sum, mut length) = (0u64, 0u64);
    let mut open = false;
    for byte in payload.get(1..)? {
        length = length << 7 | u64::from(byte & 0x7F);
        open = byte & 0x80 != 0;
        if length > u64::from(u32::MAX) {
            return None;
        }
        if !open {
            sum += std::mem::take(&mut length);
        }
    }
    (!open).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_follow_from_counts() {
        let size = |components: u8, len: usize| [&[0; 35][..], &[components], &vec![0; len]].concat();
        assert_eq!(components(&size(3, 9)), Some(3));
        for bad in [size(3, 10), size(3, 8), size(0, 0), vec![0; 20]] {
            assert_eq!(components(&bad), None);
        }
        assert!(is_style(&[0, 0, 0, 1, 0, 5, 4, 4, 0, 1]) && is_style(&[1, 0, 0, 1, 0, 1, 4, 4, 0, 1, 0x88, 0x88]));
        assert!(!is_style(&[0, 0, 0, 1, 0, 5, 4, 4, 0, 1, b'D']) && !is_style(&[1, 0, 0, 1, 0, 1, 4, 4, 0, 1]) && !is_style(&[0]));
        assert!(is_registration(&[0; 12], 3) && !is_registration(&[0; 13], 3));
    }

    #[test]
    fn tile_part_lengths_come_in_every_size() {
        let told = |payload: &[u8]| {
            let mut lengths = Vec::new();
            tile_lengths(payload, &mut lengths).then_some(lengths)
        };
        assert_eq!(told(&[0, 0x00, 1, 2, 3, 4]), Some(vec![0x0102, 0x0304]));
        assert_eq!(told(&[0, 0x50, 9, 1, 2, 3, 4]), Some(vec![0x0102_0304]));
        assert_eq!(told(&[0, 0x20, 9, 9, 1, 2]), Some(vec![0x0102]));
        for bad in [&[][..], &[0], &[0, 0x30, 1, 2, 3, 4, 5], &[0, 0x40, 1, 2, 3], &[0, 0x41, 1, 2, 3, 4], &[0, 0x80, 1, 2]] {
            assert_eq!(told(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn packet_lengths_add_up() {
        assert_eq!(packet_lengths(&[0, 5, 0x81, 0x00, 7]), Some(140));
        assert_eq!(packet_lengths(&[0]), Some(0));
        for bad in [&[][..], &[0, 0x81], &[0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]] {
            assert_eq!(packet_lengths(bad), None, "{bad:?}");
        }
    }
}

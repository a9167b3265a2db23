//! Clearing the bits of a word that are not part of its sample (PS3.5 8.1.1).

use super::{Layout, Mask};

/// Applies the mask to words of one type.
macro_rules! words {
    ($bytes:ident, $mask:ident, $unsigned:ty, $signed:ty) => {{
        let width = <$unsigned>::BITS;
        let (bits, shift) = (u32::from($mask.bits), u32::from($mask.shift));
        let up = width.saturating_sub(bits + shift).min(width - 1);
        let keep = <$unsigned>::MAX.checked_shl(shift).unwrap_or(0);
        for word in $bytes.as_chunks_mut::<{ size_of::<$unsigned>() }>().0 {
            let value = if $mask.big_endian { <$unsigned>::from_be_bytes(*word) } else { <$unsigned>::from_le_bytes(*word) };
            // Up and down again: the bits above come back as zeros, or as the sign.
            let value = if $mask.signed { (((value << up) as $signed) >> up) as $unsigned } else { (value << up) >> up };
            let value = value & keep;
            *word = if $mask.big_endian { value.to_be_bytes() } else { value.to_le_bytes() };
        }
    }};
}

impl Mask {
    /// The mask of a layout's words.
    pub(super) fn of(layout: &Layout, big_endian: bool) -> Self {
        let small = |n: u32| u8::try_from(n).unwrap_or(u8::MAX);
        Self {
            word: small(layout.bits_allocated / 8),
            big_endian,
            bits: small(layout.bits_stored),
            shift: small(layout.high_bit.saturating_add(1).saturating_sub(layout.bits_stored)),
            signed: layout.signed,
        }
    }

    /// Masks whole words in place. Bytes of a word that is not whole stay as they are, so give whole words: spans that were made here
    /// hold nothing else, and a chunk of 8 bytes times anything never cuts one.
    pub fn apply(&self, bytes: &mut [u8]) {
        match self.word {
            1 => words!(bytes, self, u8, i8),
            2 => words!(bytes, self, u16, i16),
            4 => words!(bytes, self, u32, i32),
            8 => words!(bytes, self, u64, i64),
            _ => (),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(mask: Mask, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        mask.apply(&mut bytes);
        bytes
    }

    #[test]
    fn unsigned_words_lose_what_is_above_and_below() {
        let mask = Mask { word: 2, big_endian: false, bits: 12, shift: 0, signed: false };
        assert_eq!(masked(mask, &[0x34, 0xF2, 0xFF, 0x0F]), [0x34, 0x02, 0xFF, 0x0F]);
        assert_eq!(masked(Mask { big_endian: true, ..mask }, &[0xF2, 0x34]), [0x02, 0x34]);
        assert_eq!(masked(Mask { shift: 4, ..mask }, &[0x3F, 0xF2]), [0x30, 0xF2]);
        assert_eq!(masked(Mask { word: 1, bits: 7, ..mask }, &[0xFF, 0x80]), [0x7F, 0x00]);
        assert_eq!(masked(Mask { word: 4, bits: 24, ..mask }, &[1, 2, 3, 4]), [1, 2, 3, 0]);
        assert_eq!(masked(Mask { word: 8, bits: 40, ..mask }, &[1, 2, 3, 4, 5, 6, 7, 8]), [1, 2, 3, 4, 5, 0, 0, 0]);
    }

    #[test]
    fn signed_words_repeat_their_sign() {
        let mask = Mask { word: 2, big_endian: false, bits: 12, shift: 0, signed: true };
        assert_eq!(masked(mask, &[0x00, 0x58, 0xFF, 0xA7]), [0x00, 0xF8, 0xFF, 0x07]);
        assert_eq!(masked(Mask { big_endian: true, ..mask }, &[0x58, 0x00]), [0xF8, 0x00]);
        assert_eq!(masked(Mask { shift: 2, ..mask }, &[0x03, 0x20]), [0x00, 0xE0]);
    }

    #[test]
    fn whole_words_and_torn_ones_stay() {
        for word in [1, 2, 4, 8] {
            let mask = Mask { word, big_endian: false, bits: word * 8, shift: 0, signed: true };
            assert_eq!(masked(mask, &[0xFF; 8]), [0xFF; 8]);
        }
        assert_eq!(masked(Mask { word: 2, big_endian: false, bits: 12, shift: 0, signed: false }, &[0, 0xF0, 0xF0]), [0, 0, 0xF0]);
    }

    #[test]
    fn no_mask_panics() {
        for (word, bits, shift) in [(0, 0, 0), (2, 0, 0), (2, 255, 255), (1, 0, 255), (8, 64, 64), (3, 3, 3)] {
            for signed in [false, true] {
                masked(Mask { word, big_endian: signed, bits, shift, signed }, &[0xA5; 17]);
            }
        }
    }
}

//! A search for bits beside the samples, eight bytes at a time (PS3.5 8.1.1).
//!
//! Nothing is decided word by word: all words are joined by OR in two accumulators, and masks are laid on them at the end.

use super::Mask;

/// What was seen of the words so far.
pub(super) struct Unused {
    mask: Mask,
    /// Every bit that was set in a word.
    set: u64,
    /// Every bit that was unlike the next higher one in a word.
    unlike: u64,
}

impl Unused {
    /// Nothing seen yet.
    pub(super) fn new(mask: Mask) -> Self {
        Self { mask, set: 0, unlike: 0 }
    }

    /// Whether words of this mask have bits that could be used amiss at all.
    pub(super) fn possible(&self) -> bool {
        let (above, below, _) = self.masks();
        above | below != 0
    }

    /// Takes in whole words.
    pub(super) fn see(&mut self, bytes: &[u8]) {
        let (groups, rest) = bytes.as_chunks::<8>();
        // Words of zero at the end say nothing.
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        // Read in the file's own byte order, every lane is one word, whatever the order of the lanes.
        let read = if self.mask.big_endian { u64::from_be_bytes } else { u64::from_le_bytes };
        let (mut set, mut unlike) = (self.set, self.unlike);
        if self.mask.big_endian {
            for group in groups {
                let lanes = u64::from_be_bytes(*group);
                set |= lanes;
                unlike |= lanes ^ (lanes >> 1);
            }
        } else {
            for group in groups {
                let lanes = u64::from_le_bytes(*group);
                set |= lanes;
                unlike |= lanes ^ (lanes >> 1);
            }
        }
        let lanes = read(last);
        self.set = set | lanes;
        self.unlike = unlike | (lanes ^ (lanes >> 1));
    }

    /// Whether some word has bits that are not its sample. Above a signed sample two habits are no finding: zeros throughout, or the sign.
    pub(super) fn found(&self) -> bool {
        let (above, below, edges) = self.masks();
        let not_zero = self.set & above != 0;
        let not_sign = self.unlike & edges != 0;
        self.set & below != 0 || (not_zero && (!self.mask.signed || not_sign))
    }

    /// In every lane: the bits above the sample, those below it, and those from its sign to the last but one.
    fn masks(&self) -> (u64, u64, u64) {
        let width = u32::from(self.mask.word) * 8;
        let (bits, shift) = (u32::from(self.mask.bits), u32::from(self.mask.shift));
        let up_to = |n: u32| 1u64.checked_shl(n).map_or(u64::MAX, |bit| bit - 1);
        let lane = up_to(width);
        let above = lane & !up_to(bits + shift);
        let edges = (lane >> 1) & !up_to((bits + shift).saturating_sub(1));
        let every = |mask: u64| (0..64).step_by(width.max(1) as usize).fold(0, |all, at| all | mask << at);
        (every(above), every(lane & up_to(shift)), every(edges))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(mask: Mask, words: &[u16]) -> bool {
        let bytes = words.iter().flat_map(|w| if mask.big_endian { w.to_be_bytes() } else { w.to_le_bytes() }).collect::<Vec<_>>();
        let mut unused = Unused::new(mask);
        unused.see(&bytes);
        unused.found()
    }

    const UNSIGNED: Mask = Mask { word: 2, big_endian: false, bits: 12, shift: 0, signed: false };
    const SIGNED: Mask = Mask { signed: true, ..UNSIGNED };

    #[test]
    fn one_word_among_many_is_found_wherever_it_is() {
        for big_endian in [false, true] {
            for at in 0..13 {
                let mut words = [0x0FFF; 13];
                assert!(!found(Mask { big_endian, ..UNSIGNED }, &words));
                words[at] = 0x1000;
                assert!(found(Mask { big_endian, ..UNSIGNED }, &words), "{at}");
                words[at] = 0x8000;
                assert!(found(Mask { big_endian, ..UNSIGNED }, &words), "{at}");
            }
        }
    }

    #[test]
    fn signs_may_be_extended_or_left_out_but_not_both() {
        for big_endian in [false, true] {
            let mask = Mask { big_endian, ..SIGNED };
            assert!(!found(mask, &[0xF800, 0x07FF, 0x0000, 0xFFFF, 0x0001]));
            assert!(!found(mask, &[0x0800, 0x07FF, 0x0FFF, 0x0000, 0x0001]));
            assert!(found(mask, &[0xF800, 0x0800]));
            assert!(found(mask, &[0x1000]));
            assert!(found(mask, &[0x7FFF]));
            assert!(found(mask, &[0x8000]));
        }
    }

    #[test]
    fn bits_below_the_sample_are_found() {
        let mask = Mask { shift: 4, ..UNSIGNED };
        assert!(!found(mask, &[0xFFF0]));
        assert!(found(mask, &[0xFFF8]));
        assert!(found(Mask { signed: true, ..mask }, &[0xFFF1]));
    }

    /// Every pair of 8-bit words of 6 bits: what is found is what the standard's words say, one word at a time.
    #[test]
    fn lanes_agree_with_single_words() {
        let mask = Mask { word: 1, big_endian: false, bits: 6, shift: 0, signed: true };
        for pair in 0..=u16::MAX {
            let words = pair.to_le_bytes();
            let mut unused = Unused::new(mask);
            unused.see(&words);
            let zero = words.iter().all(|w| w & 0xC0 == 0);
            let sign = words.iter().all(|w| if w & 0x20 == 0 { w & 0xC0 == 0 } else { w & 0xC0 == 0xC0 });
            assert_eq!(unused.found(), !zero && !sign, "{words:x?}");
        }
    }

    #[test]
    fn full_words_have_nothing_to_find() {
        for word in [1, 2, 4, 8] {
            let mut unused = Unused::new(Mask { word, bits: word * 8, ..SIGNED });
            unused.see(&[0xA5; 24]);
            assert!(!unused.possible() && !unused.found(), "{word}");
            assert!(Unused::new(Mask { word, bits: word * 8 - 1, ..SIGNED }).possible(), "{word}");
        }
    }
}

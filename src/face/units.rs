//! Stored words, and what they stand for.

use crate::picture::{Format, Photometric};

/// How the words of a frame become numbers, and numbers words (PS3.3 C.7.6.3 and C.11.1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Units {
    slope: f64,
    intercept: f64,
    /// The least stored value stands for the most: MONOCHROME1, but in CT, whose Hounsfield units do not depend on how they are shown.
    turned: bool,
    /// Hounsfield units.
    ct: bool,
    signed: bool,
    /// Bits Stored.
    bits: u32,
    /// Bits below the lowest of them.
    shift: u32,
    /// Bits of a word.
    whole: u32,
    /// Pixel Padding Value, as a stored value.
    padding: Option<i64>,
}

impl Units {
    /// Of frames in `format`, with Rescale Slope and Rescale Intercept, Pixel Padding Value, and Modality. A slope of none counts as 1.
    pub fn new(format: &Format, (slope, intercept): (f64, f64), padding: Option<i32>, modality: &str) -> Self {
        let whole = u32::try_from(format.word()).unwrap_or(1).saturating_mul(8).clamp(8, 32);
        let bits = format.bits_stored.clamp(1, whole);
        let shift = format.high_bit.saturating_add(1).saturating_sub(bits).min(whole - bits);
        let ct = modality.trim() == "CT";
        let turned = format.photometric == Photometric::Monochrome1 && !ct;
        let usable = slope.is_finite() && intercept.is_finite() && slope.abs() > 1e-9 && slope.abs() < 1e9 && intercept.abs() < 1e12;
        let (slope, intercept) = if usable { (slope, intercept) } else { (1.0, 0.0) };
        let units = Self { slope, intercept, turned, ct, signed: format.signed, bits, shift, whole, padding: None };
        // The attribute's own VR may have another sign than the samples.
        Self { padding: padding.map(|value| units.folded(i64::from(value))), ..units }
    }

    /// The stored value of a word.
    pub const fn stored(&self, word: u32) -> i64 {
        self.folded((word >> self.shift) as i64)
    }

    /// What a stored value, or a mean of them, stands for, in rescaled units.
    pub fn value(&self, stored: f64) -> f64 {
        let (least, most) = self.range();
        let stored = if self.turned { (least + most) as f64 - stored } else { stored };
        stored * self.slope + self.intercept
    }

    /// The stored value that stands for `value` best, within Bits Stored; never Pixel Padding Value.
    pub fn nearest(&self, value: f64) -> i64 {
        let (least, most) = self.range();
        let exact = (value - self.intercept) / self.slope;
        // Where it is none, zero; a cast keeps within what an integer holds.
        let stored = (exact.round() as i64).clamp(least, most);
        let stored = if self.turned { least + most - stored } else { stored };
        match self.padding {
            Some(padding) if padding == stored => if stored < most { stored + 1 } else { stored - 1 }.max(least),
            _ => stored,
        }
    }

    /// A word with another stored value: bits beside Bits Stored stay, but where those above are a sign they follow it.
    pub const fn put(&self, word: u32, stored: i64) -> u32 {
        let top = self.shift + self.bits;
        let all = u32::MAX >> (32 - self.bits);
        let (inside, above) = (all << self.shift, if top >= self.whole { 0 } else { (u32::MAX >> (32 - self.whole)) & (u32::MAX << top) });
        let put = (word & !inside) | (((stored as u32) & all) << self.shift);
        let is_sign = self.signed && word & above == if self.stored(word) < 0 { above } else { 0 };
        if is_sign { (put & !above) | (if stored < 0 { above } else { 0 }) } else { put }
    }

    /// Whether a value is just that of what lies around a body: -1000 HU, or no signal.
    pub fn is_air(&self, value: f64) -> bool {
        if self.ct { (-1100.0..=-900.0).contains(&value) } else { value == 0.0 }
    }

    /// Pixel Padding Value as a stored value, and what it stands for.
    pub fn padding(&self) -> Option<(i64, f64)> {
        self.padding.map(|padding| (padding, self.value(padding as f64)))
    }

    /// The least and the most that Bits Stored can hold.
    const fn range(&self) -> (i64, i64) {
        if self.signed { (-(1 << (self.bits - 1)), (1 << (self.bits - 1)) - 1) } else { (0, (1 << self.bits) - 1) }
    }

    /// The lowest Bits Stored of a number, with its sign.
    const fn folded(&self, number: i64) -> i64 {
        let value = number & ((1 << self.bits) - 1);
        if self.signed && value >> (self.bits - 1) & 1 == 1 { value - (1 << self.bits) } else { value }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(bits_allocated: u32, bits_stored: u32, high_bit: u32, signed: bool, photometric: Photometric) -> Format {
        Format {
            rows: 1,
            columns: 1,
            samples: 1,
            bits_allocated,
            bits_stored,
            high_bit,
            signed,
            planar: false,
            photometric,
            big_endian: false,
        }
    }

    #[test]
    fn words_are_read_and_written_as_they_lie() {
        use Photometric::Monochrome2;
        let units = |format: &Format| Units::new(format, (1.0, 0.0), None, "CT");
        // Format, word, its stored value, another stored value, the word then.
        for (format, word, stored, other, then) in [
            (format(16, 16, 15, true, Monochrome2), 0xFC18, -1000, 20, 20),
            (format(16, 12, 11, false, Monochrome2), 0x5018, 24, 4095, 0x5FFF),
            // Extended signs stay so; bits that are no sign stay as they are.
            (format(16, 12, 11, true, Monochrome2), 0xFC18, -1000, 20, 20),
            (format(16, 12, 11, true, Monochrome2), 20, 20, -1000, 0xFC18),
            (format(16, 12, 11, true, Monochrome2), 0x7014, 20, -1000, 0x7C18),
            (format(16, 12, 15, false, Monochrome2), 0x0149, 0x14, 0xFFF, 0xFFF9),
            (format(16, 10, 12, true, Monochrome2), 0b0000_0000_0000_1101, 1, -1, 0b1111_1111_1111_1101),
            (format(8, 8, 7, false, Monochrome2), 200, 200, 0, 0),
            (format(32, 32, 31, true, Monochrome2), u32::MAX, -1, i64::from(i32::MIN), 0x8000_0000),
            (format(1, 1, 0, false, Monochrome2), 1, 1, 0, 0),
        ] {
            let units = units(&format);
            assert_eq!(units.stored(word), stored, "{format:?}");
            assert_eq!(units.put(word, other), then, "{format:?}");
            assert_eq!(units.stored(then), other, "{format:?}");
        }
    }

    #[test]
    fn values_are_rescaled_there_and_back() {
        use Photometric::{Monochrome1, Monochrome2};
        let word = format(16, 12, 11, false, Monochrome2);
        // Format, rescale, padding, modality, value, stored.
        for (format, rescale, padding, modality, value, stored) in [
            (word.clone(), (1.0, -1024.0), None, "CT", -1000.0, 24),
            (word.clone(), (1.0, -1000.0), Some(0), "CT", -1000.0, 1),
            (word.clone(), (2.0, -1024.0), None, "CT", 20.0, 522),
            (word.clone(), (-1.0, 1000.0), None, "CT", -1000.0, 2000),
            (word.clone(), (1.0, 0.0), None, "CT", -1000.0, 0),
            (word.clone(), (1.0, 0.0), Some(4095), "MR", 1e9, 4094),
            (word.clone(), (0.0, 0.0), None, "MR", 7.4, 7),
            (word.clone(), (f64::NAN, 5.0), None, "MR", 7.0, 7),
            (word.clone(), (1.0, 0.0), None, "MR", f64::NAN, 0),
            (Format { photometric: Monochrome1, ..word.clone() }, (1.0, 0.0), None, "MR", 0.0, 4095),
            (Format { photometric: Monochrome1, ..word.clone() }, (1.0, -1024.0), None, "CT", -1000.0, 24),
            (Format { signed: true, ..word.clone() }, (1.0, 0.0), Some(-1000), "CT", -1000.0, -999),
            (Format { signed: true, photometric: Monochrome1, ..word.clone() }, (1.0, 0.0), None, "MR", -2048.0, 2047),
            // Padding of another sign than the samples.
            (Format { signed: true, ..word }, (1.0, 0.0), Some(0xF830), "CT", -2000.0, -1999),
        ] {
            let units = Units::new(&format, rescale, padding, modality);
            assert_eq!(units.nearest(value), stored, "{format:?} {rescale:?} {value}");
        }
    }

    #[test]
    fn a_value_that_fits_comes_back() {
        for (signed, photometric) in [(true, Photometric::Monochrome1), (false, Photometric::Monochrome1), (true, Photometric::Monochrome2)]
        {
            let units = Units::new(&format(16, 12, 11, signed, photometric), (0.5, 100.0), None, "MR");
            for stored in [0, 1, 700, 2047] {
                assert_eq!(units.nearest(units.value(stored as f64)), stored);
            }
        }
    }
}

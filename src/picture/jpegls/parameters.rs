//! Coding parameters: stated in the stream, or the standard's own (T.87 A.2.1 and C.2.4.1.1).

use crate::error::{Code, Result};

/// As an LSE marker segment states them; 0 is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preset {
    pub max: u16,
    pub thresholds: [u16; 3],
    pub reset: u16,
}

/// What a scan is coded by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// The highest sample: MAXVAL.
    pub max: i32,
    /// How far a sample may be off: NEAR.
    pub near: i32,
    /// Errors of prediction that are told apart: RANGE.
    pub range: i32,
    /// Bits of an error: qbpp.
    pub error_bits: u32,
    /// The longest code: LIMIT.
    pub limit: u32,
    /// T1 to T3.
    pub thresholds: [i32; 3],
    /// Samples after which a context is halved: RESET.
    pub reset: u64,
}

impl Parameters {
    /// Of samples of `bits` bits, 2 to 16.
    ///
    /// # Errors
    /// [`Code::Codec`] where they contradict each other.
    pub fn of(bits: u32, near: u8, preset: &Preset) -> Result<Self> {
        let most = i32::from(u16::MAX.checked_shr(16u32.saturating_sub(bits)).unwrap_or(0));
        let near = i32::from(near);
        let max = if preset.max == 0 { most } else { i32::from(preset.max) };
        let reset = if preset.reset == 0 { 64 } else { u64::from(preset.reset) };
        if !(2..=16).contains(&bits) || max > most || near > max / 2 || reset < 3 {
            return Err(Code::Codec.into());
        }
        let [mut one, mut two, mut three] = defaults(max, near);
        let stated = preset.thresholds.map(i32::from);
        for (threshold, stated) in [&mut one, &mut two, &mut three].into_iter().zip(stated) {
            if stated != 0 {
                *threshold = stated;
            }
        }
        if one <= near || two < one || three < two || three > max {
            return Err(Code::Codec.into());
        }
        let range = (max + 2 * near) / (2 * near + 1) + 1;
        let sample_bits = ceil_log2(max + 1).max(2);
        let limit = 2 * (sample_bits + sample_bits.max(8));
        Ok(Self { max, near, range, error_bits: ceil_log2(range), limit, thresholds: [one, two, three], reset })
    }
}

/// The smallest number of bits that tell `n` things apart.
fn ceil_log2(n: i32) -> u32 {
    u32::try_from(n.saturating_sub(1)).map_or(0, |n| 32 - n.leading_zeros())
}

/// T.87 C.2.4.1.1.1.
fn defaults(max: i32, near: i32) -> [i32; 3] {
    let clamp = |value: i32, least: i32| if value > max || value < least { least } else { value };
    if max >= 128 {
        let factor = (max.min(4095) + 128) / 256;
        let one = clamp(factor + 2 + 3 * near, near + 1);
        let two = clamp(factor * 4 + 3 + 5 * near, one);
        [one, two, clamp(factor * 17 + 4 + 7 * near, two)]
    } else {
        let factor = 256 / (max + 1);
        let one = clamp((3 / factor + 3 * near).max(2), near + 1);
        let two = clamp((7 / factor + 5 * near).max(3), one);
        [one, two, clamp((21 / factor + 7 * near).max(4), two)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_those_of_the_standard() {
        let of = |bits, near| Parameters::of(bits, near, &Preset::default()).unwrap();
        // T.87 Table C.3.
        assert_eq!(of(8, 0).thresholds, [3, 7, 21]);
        assert_eq!(of(10, 0).thresholds, [6, 19, 72]);
        assert_eq!(of(12, 0).thresholds, [18, 67, 276]);
        assert_eq!(of(16, 0).thresholds, [18, 67, 276]);
        assert_eq!(of(8, 3).thresholds, [12, 22, 42]);
        assert_eq!((of(8, 0).range, of(8, 0).error_bits, of(8, 0).limit), (256, 8, 32));
        assert_eq!((of(8, 3).range, of(8, 3).error_bits), (38, 6));
        assert_eq!((of(2, 0).thresholds, of(2, 0).limit), ([2, 3, 3], 20));
        assert_eq!((of(16, 0).range, of(16, 0).limit), (65_536, 64));
    }

    #[test]
    fn parameters_that_cannot_be_are_refused() {
        let thresholds = |thresholds| Preset { thresholds, ..Preset::default() };
        for (bits, near, preset) in [
            (1, 0, Preset::default()),
            (17, 0, Preset::default()),
            (8, 128, Preset::default()),
            (8, 0, Preset { max: 256, ..Preset::default() }),
            (8, 0, Preset { reset: 2, ..Preset::default() }),
            (8, 3, thresholds([3, 0, 0])),
            (8, 0, thresholds([9, 8, 21])),
            (8, 0, thresholds([3, 7, 256])),
        ] {
            assert!(Parameters::of(bits, near, &preset).is_err(), "{bits} {near} {preset:?}");
        }
    }
}

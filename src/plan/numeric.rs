//! Values of numbers, whatever their VR: what they are, and what no measurement is.

use dicom_core::VR;

use super::grammar;
use crate::file::decimal;

/// The numbers of a binary value; `None` where its VR has none, or its length does not fit.
#[allow(clippy::cast_precision_loss, reason = "numbers that lose a digit are longer than any ID or day")]
pub fn of(vr: VR, bytes: &[u8], big_endian: bool) -> Option<Vec<f64>> {
    macro_rules! of {
        ($type:ty, $to:expr) => {
            words(bytes, big_endian, <$type>::from_be_bytes, <$type>::from_le_bytes)?.into_iter().map($to).collect()
        };
    }
    Some(match vr {
        VR::US => of!(u16, f64::from),
        VR::SS => of!(i16, f64::from),
        VR::UL => of!(u32, f64::from),
        VR::SL => of!(i32, f64::from),
        VR::UV => of!(u64, |number| number as f64),
        VR::SV => of!(i64, |number| number as f64),
        VR::FL => of!(f32, f64::from),
        VR::FD => of!(f64, |number| number),
        _ => return None,
    })
}

/// The words of a binary value; `None` where its length does not fit.
pub fn words<T, const N: usize>(bytes: &[u8], big_endian: bool, big: fn([u8; N]) -> T, little: fn([u8; N]) -> T) -> Option<Vec<T>> {
    let words = bytes.chunks(N).map(|word| <[u8; N]>::try_from(word).ok().map(if big_endian { big } else { little }));
    words.collect()
}

/// Whether a number reads as year, month and day of 1900 to 2100.
pub fn is_day(number: f64) -> bool {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within bounds")]
    let day = number.round_ties_even() as u32;
    (19_000_101.0..=21_001_231.0).contains(&number) && grammar::date(&day.to_string()).is_some()
}

/// Whether a text of DS or IS reads so, however it is written.
pub fn is_written_day(text: &str) -> bool {
    decimal(text).is_some_and(is_day)
}

/// Whether a floating point number is smaller than any that is measured, as those are whose bytes were meant as something else: NULs behind
/// letters make one.
pub fn is_tiny(vr: VR, number: f64) -> bool {
    let least = match vr {
        VR::FL => f64::from(f32::MIN_POSITIVE),
        VR::FD => f64::MIN_POSITIVE,
        _ => return false,
    };
    number != 0.0 && number.abs() < least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_however_they_are_written() {
        for text in ["19530915", "+19530915", "19530915.0", "1.9530915E7", "20240229"] {
            assert!(is_written_day(text), "{text}");
        }
        for text in ["19531315", "20230229", "18530915", "1953091", "195309150", "0.19530915", "-19530915", "SMITH"] {
            assert!(!is_written_day(text), "{text}");
        }
    }

    #[test]
    fn letters_and_nuls_make_tiny_numbers() {
        assert!(of(VR::FD, b"SMITH\0\0\0", false).is_some_and(|numbers| numbers.iter().all(|number| is_tiny(VR::FD, *number))));
        assert!(of(VR::FL, b"AB\0\0", false).is_some_and(|numbers| numbers.iter().all(|number| is_tiny(VR::FL, *number))));
        assert!(!is_tiny(VR::FD, 0.0) && !is_tiny(VR::FD, 1e-30) && !is_tiny(VR::UL, 1.0) && !is_tiny(VR::FD, f64::NAN));
        assert!(of(VR::UL, &[1, 0, 0], false).is_none() && of(VR::OB, &[1], false).is_none());
    }
}

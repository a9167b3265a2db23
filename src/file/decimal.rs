//! Numbers that are written in decimal: DS, IS, and whatever else reads as a number.
//!
//! Rust's own reader of such texts carries the powers of ten to 128 bits each, which nothing packs: a fortieth of the core. A value of a
//! header has sixteen letters, for which powers that a float holds are exact.

/// Digits that a word holds, whatever they are.
const DIGITS: u32 = 19;

/// The largest power of ten that a float holds exactly.
const EXACT: u32 = 22;

/// The number that a text is, with nothing around it; `None` for any other text.
///
/// It takes the texts that Rust's own reader of floats takes. The number is the nearest one for up to 15 digits and 22 places, and at most
/// the last of its digits off for more.
pub fn decimal(text: &str) -> Option<f64> {
    let (negative, text) = match text.as_bytes().first()? {
        b'-' => (true, text.get(1..)?),
        b'+' => (false, text.get(1..)?),
        _ => (false, text),
    };
    let size = unsigned(text)?;
    Some(if negative { -size } else { size })
}

fn unsigned(text: &str) -> Option<f64> {
    if text.eq_ignore_ascii_case("inf") || text.eq_ignore_ascii_case("infinity") {
        return Some(f64::INFINITY);
    }
    if text.eq_ignore_ascii_case("nan") {
        return Some(f64::NAN);
    }
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, places(exponent)?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let (mut digits, mut held, mut exponent) = (0_u64, 0, exponent);
    for (text, step) in [(whole, 0), (fraction, -1)] {
        for byte in text.bytes() {
            let digit = u64::from(byte.wrapping_sub(b'0'));
            if digit > 9 {
                return None;
            }
            // Digits beyond those that a float tells apart only move the point.
            if held < DIGITS {
                digits = digits.saturating_mul(10).saturating_add(digit);
                held += u32::from(digits != 0);
                exponent = i32::saturating_add(exponent, step);
            } else {
                exponent = exponent.saturating_add(step).saturating_add(1);
            }
        }
    }
    Some(scaled(digits, exponent))
}

/// An exponent: a sign, or none, and digits.
fn places(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = digits.bytes().fold(0_i32, |size, digit| size.saturating_mul(10).saturating_add(i32::from(digit - b'0')));
    Some(if text.starts_with('-') { -size } else { size })
}

#[allow(clippy::cast_precision_loss, reason = "a float holds no more")]
fn scaled(digits: u64, exponent: i32) -> f64 {
    let mut number = digits as f64;
    let mut left = exponent.unsigned_abs();
    // Beyond all that floats are, in both directions, it stays what it is.
    while left > 0 && number != 0.0 && number.is_finite() {
        let step = left.min(EXACT);
        let power = (0..step).fold(1.0, |power, _| power * 10.0);
        number = if exponent < 0 { number / power } else { number * power };
        left -= step;
    }
    number
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn it_takes_what_is_a_number() {
        for text in [
            "0",
            "-0",
            "+1",
            "1.",
            ".5",
            "-.5e3",
            "1e5",
            "1E+05",
            "1e-05",
            "19530915.0",
            "1.9530915E7",
            "0.7421875",
            "-1024",
            "007",
            "inf",
            "-Infinity",
            "1e999",
            "1e-999",
            "1e99999999999",
            "0e99999999999",
            "5e-324",
            "2.2250738585072014E-308",
            "1.7976931348623157e308",
            "123456789012345678901234567890",
            "0.000000000000000000000000000000123",
            "1234567890123456789012.5e-10",
        ] {
            let (ours, known) = (decimal(text).unwrap(), text.parse::<f64>().unwrap());
            assert!(ours == known || (ours / known - 1.0).abs() < 4e-15, "{text}: {ours} {known}");
            assert_eq!(ours.is_sign_negative(), known.is_sign_negative(), "{text}");
        }
        assert!(decimal("NaN").unwrap().is_nan());
    }

    #[test]
    fn it_takes_nothing_else() {
        for text in
            ["", "+", "-", ".", "e", "1e", "1e+", "e5", ".e5", "+-1", "1 ", " 1", "1,5", "0x1", "1_0", "1e5.0", "1.2.3", "SMITH", "١"]
        {
            assert_eq!(decimal(text), None, "{text}");
            assert!(text.parse::<f64>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_a_header_holds_is_read_exactly(text in "[+-]?[0-9]{1,9}(\\.[0-9]{0,6})?(e[+-]?[0-7])?") {
            prop_assert_eq!(decimal(&text), text.parse().ok());
        }

        #[test]
        fn texts_are_numbers_where_they_are_for_rust(text in "[0-9eE+.-]{0,8}|\\PC{0,6}") {
            prop_assert_eq!(decimal(&text).is_some(), text.parse::<f64>().is_ok());
        }
    }
}

//! Whether a private value is what the table of PS3.15 E.3.10 promises: numbers that spell nothing, terms, a short number as text.
//! It knows neither the policy nor the batch: the plan asks it, and the second reading asks again of what was written.

use dicom_core::VR;

use super::numeric::{self, is_day, words};
use super::{grammar, shape};
use crate::file::decimal;
use crate::profile::{self, Safe, SafeAction};

/// Whether the bytes of a value, padded or not, may stay in an attribute of `row` that has VR `vr`. Dates, UIDs and Sequences have rules of
/// their own, and fit.
pub fn fits(row: &Safe, vr: VR, bytes: &[u8], big_endian: bool) -> bool {
    match (row.action, vr) {
        (SafeAction::Dates | SafeAction::Uids | SafeAction::Items, _) => true,
        _ if bytes.is_empty() => true,
        (SafeAction::Numbers, VR::AS | VR::DS | VR::IS) => texts(bytes).is_some_and(|texts| {
            let numbers: Vec<f64> = texts.iter().filter_map(|one| decimal(one)).collect();
            texts.len() <= row.most
                && texts.iter().all(|one| one.is_empty() || grammar::fits(vr, one) && (vr == VR::AS || is_plain_number(one)))
                && !spells(&numbers)
        }),
        (SafeAction::Numbers, VR::AT) => {
            let halves = words(bytes, big_endian, u16::from_be_bytes, u16::from_le_bytes);
            halves.is_some_and(|halves| {
                halves.len() <= 2 * row.most
                    && halves.chunks(2).all(|tag| match tag {
                        [group, element] => crate::file::dictionary::vr(dicom_core::Tag(*group, *element)).is_some(),
                        _ => false,
                    })
            })
        }
        (SafeAction::Numbers, _) => numeric::of(vr, bytes, big_endian).is_some_and(|numbers| {
            numbers.len() <= row.most
                && numbers.iter().all(|number| is_plausible(*number, !matches!(vr, VR::FD | VR::FL)))
                && !prints(vr, bytes)
                && !(vr == VR::FD && bytes.chunks(8).any(reads))
                && !spells(&numbers)
        }),
        (SafeAction::Terms, _) => texts(bytes).is_some_and(|texts| {
            let is_term = |one: &str| row.has_term(one) || FLAGS.contains(&one) || profile::is_any_term(one);
            texts.len() <= row.most && texts.iter().all(|one| one.is_empty() || is_term(one) && grammar::fits(VR::CS, one))
        }),
        (SafeAction::Text, _) => texts(bytes).is_some_and(|texts| {
            texts.len() <= row.most && texts.iter().all(|one| one.is_empty() || row.has_term(one) || is_short_number(one))
        }),
    }
}

/// Answers of a maker to a question, that say nothing of anybody.
const FLAGS: &[&str] = &["N", "NO", "NONE", "U", "UNKNOWN", "Y", "YES"];

fn texts(bytes: &[u8]) -> Option<Vec<&str>> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.is_ascii())?;
    Some(text.trim_end_matches([' ', '\0']).split('\\').map(|one| one.trim_matches(' ')).collect())
}

/// Whether a number measures or counts: neither a day, nor seconds since 1970, nor so large or small that it could be letters.
fn is_plausible(number: f64, whole: bool) -> bool {
    let size = number.abs();
    // One maker adds 1,000,000,000 to b-values that it corrected.
    let b_value = (1e9..=1e9 + 1e5).contains(&size);
    let bounded = if whole { size < 1e8 || b_value } else { size == 0.0 || (1e-30..1e10).contains(&size) };
    bounded && !is_day(number)
}

fn is_plain_number(text: &str) -> bool {
    decimal(text).is_some_and(|number| is_plausible(number, !text.contains(['.', 'e', 'E'])))
}

/// Whether a list of numbers is a text, letter by letter, with or without zeros to fill it.
fn spells(numbers: &[f64]) -> bool {
    let last = numbers.iter().rposition(|number| *number != 0.0).map_or(0, |last| last.saturating_add(1));
    let numbers = numbers.get(..last).unwrap_or(numbers);
    let letter = |number: &f64| (65.0..=90.0).contains(number) || (97.0..=122.0).contains(number);
    numbers.len() >= 4
        && numbers.iter().all(|number| number.fract() == 0.0 && (32.0..127.0).contains(number))
        && numbers.iter().filter(|number| letter(number)).count() >= 4
}

/// Whether the bytes of numbers are letters, digits and a few signs throughout. Of one number of 64 bits see [`reads`].
fn prints(vr: VR, bytes: &[u8]) -> bool {
    let plain = bytes.iter().filter(|byte| byte.is_ascii_alphanumeric()).count();
    let enough = bytes.len() >= if vr == VR::FD { 16 } else { 6 };
    enough && (shape::spells(bytes) || bytes.iter().all(|byte| (0x20..0x7F).contains(byte)) && plain * 4 >= bytes.len() * 3)
}

/// Whether the eight bytes of a number are letters, but for two of them.
fn reads(word: &[u8]) -> bool {
    word.iter().all(|byte| (0x20..0x7F).contains(byte)) && word.iter().filter(|byte| byte.is_ascii_alphabetic()).count() >= 6
}

/// A number of less than six digits, with decimals or without; two of them with a sign between, as in `0.984:1` and `64*64`. No year.
fn is_short_number(text: &str) -> bool {
    let parts = match text.split_once([':', '*']) {
        // Hours and minutes.
        Some((one, other)) if text.contains(':') && !one.contains('.') && !other.contains('.') => return false,
        Some((one, other)) => vec![one, other],
        None => vec![text],
    };
    parts.into_iter().all(|part| {
        let part = part.strip_prefix(['+', '-']).unwrap_or(part);
        let (whole, rest) = part.split_once('.').unwrap_or((part, "0"));
        let digits = |text: &str, most| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let year = whole.parse::<u32>().is_ok_and(|number| (1_900..=2_100).contains(&number));
        digits(whole, 5) && digits(rest, 8) && !year
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn row(group: u16, element: u8, creator: &str) -> Safe {
        profile::safe_private(creator, group, element).unwrap()
    }

    #[test]
    fn measures_stay() {
        let b_matrix = row(0x0019, 0x27, "SIEMENS MR HEADER");
        let bytes: Vec<u8> = [1000.25, -3.5e-7, 0.0, 988.0, 2.0, 1.0].iter().flat_map(|number: &f64| number.to_le_bytes()).collect();
        assert!(fits(&b_matrix, VR::FD, &bytes, false));
        assert!(!fits(&b_matrix, VR::FD, &bytes[..41], false), "cut off");
        assert!(!fits(&b_matrix, VR::FD, &[&bytes[..], &bytes[..8]].concat(), false), "seven of them");
        let b_value = row(0x0043, 0x39, "GEMS_PARM_01");
        for text in ["1000\\8\\0\\0", "1000000800\\8\\0\\0", "0", ""] {
            assert!(fits(&b_value, VR::IS, text.as_bytes(), false), "{text}");
        }
    }

    #[test]
    fn words_days_and_numbers_of_people_do_not() {
        let b_value = row(0x0043, 0x39, "GEMS_PARM_01");
        for text in ["SMITH", "20240217", "1\\2\\3\\4\\5", "836481723", "83\\77\\73\\84", "19571123.0"] {
            assert!(!fits(&b_value, if text.contains('.') { VR::DS } else { VR::IS }, text.as_bytes(), false), "{text}");
        }
        let matrix = row(0x0019, 0x27, "SIEMENS MR HEADER");
        for text in [b"SMITHJAN".as_slice(), b"SMITHJaA", b"smithjan"] {
            assert!(!fits(&matrix, VR::FD, text, false));
            assert!(!fits(&matrix, VR::FD, &text.iter().rev().copied().collect::<Vec<u8>>(), true));
        }
        let letters: Vec<u8> = b"SMITH".iter().flat_map(|letter| f64::from(*letter).to_le_bytes()).collect();
        assert!(!fits(&matrix, VR::FD, &letters, false));
        assert!(!fits(&matrix, VR::FD, &[letters, vec![0; 8]].concat(), false), "filled up");
        let times = row(0x0019, 0x0A, "SIEMENS MR HEADER");
        assert!(fits(&times, VR::US, &[36, 0], false) && !fits(&times, VR::US, b"SMITHJ", false));
        assert!(!fits(&row(0x2001, 0x18, "Philips Imaging DD 001"), VR::SL, b"JANE", false));
    }

    #[test]
    fn terms_and_short_numbers_stay() {
        let directions = row(0x0019, 0x0D, "SIEMENS MR HEADER");
        assert!(fits(&directions, VR::CS, b"DIRECTIONAL ", false) && fits(&directions, VR::CS, b"NONE", false));
        assert!(!fits(&directions, VR::CS, b"SMITH", false) && !fits(&directions, VR::CS, b"NONE\\SMITH", false));
        let pitch = row(0x0043, 0x27, "GEMS_PARM_01");
        for text in ["0.984:1", "1.375:1 ", "64*64", "12", "-0.5", "12345"] {
            assert!(fits(&pitch, VR::SH, text.as_bytes(), false), "{text}");
        }
        for text in ["123456", "1957", "2024.0217", "Smith", "12:30", "1 2", "12/03/2024", "1:2:3", "1.2.3", "5\0SMITH", "\u{e9}"] {
            assert!(!fits(&pitch, VR::SH, text.as_bytes(), false), "{text}");
        }
    }
}

//! Whether one value fits its Value Representation (PS3.5 6.2): what does not fit may be somebody's words, and is not kept.

use dicom_core::VR;

use crate::file::decimal;
use crate::profile::Dates;

/// Whether a single value, without padding, fits the grammar of its VR. Only for VRs of restricted text; others are false.
pub fn fits(vr: VR, text: &str) -> bool {
    match vr {
        VR::AS => is_age(text),
        VR::CS => text.len() <= 16 && text.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_' | b' ')),
        VR::DA => date(text).is_some(),
        // Many writers print more than the 16 characters of PS3.5; more than 24 say nothing that a number of 64 bits could.
        VR::DS => text.len() <= 24 && is_decimal(text),
        VR::DT => datetime(text).is_some(),
        VR::IS => text.len() <= 12 && text.parse::<i32>().is_ok(),
        VR::TM => is_time(text),
        VR::UI => is_uid(text),
        _ => false,
    }
}

/// Year, month and day of a DA value: `YYYYMMDD`, or `YYYY.MM.DD` of before 1993.
pub fn date(text: &str) -> Option<(i64, i64, i64)> {
    let digits: String = match text.len() {
        8 => text.to_owned(),
        10 if text.as_bytes().get(4) == Some(&b'.') && text.as_bytes().get(7) == Some(&b'.') => text.replace('.', ""),
        _ => return None,
    };
    let year = number(digits.get(..4)?)?;
    let month = number(digits.get(4..6)?)?;
    let day = number(digits.get(6..8)?)?;
    (year > 0 && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day)).then_some((year, month, day))
}

/// The parts of a DT value: date digits (4, 6 or 8), the time after them, the offset from UTC with its sign.
pub fn datetime(text: &str) -> Option<(&str, &str, &str)> {
    if !text.is_ascii() || text.len() > 26 {
        return None;
    }
    let (body, offset) = match text.find(['+', '-']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let fits_offset = offset.is_empty() || (offset.len() == 5 && offset.bytes().skip(1).all(|byte| byte.is_ascii_digit()));
    let (day, time) = body.split_at(body.len().min(8));
    let filled = match day.len() {
        4 => format!("{day}0101"),
        6 => format!("{day}01"),
        _ => day.to_owned(),
    };
    let fits_time = time.is_empty() || (day.len() == 8 && is_time(time));
    (fits_offset && fits_time && filled.len() == 8 && date(&filled).is_some()).then_some((day, time, offset))
}

/// Whether a text is a TM value: `HH`, `HHMM`, `HHMMSS` with up to six digits of a fraction.
fn is_time(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let below = |at: usize, limit: i64| whole.get(at..at + 2).is_none_or(|pair| number(pair).is_some_and(|n| n < limit));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    matches!(whole.len(), 2 | 4 | 6)
        && (whole.len() == 6 || !text.contains('.'))
        && digits(whole)
        && below(0, 24)
        && below(2, 60)
        && below(4, 61)
        && (1..=6).contains(&fraction.len())
        && digits(fraction)
}

fn is_age(text: &str) -> bool {
    text.len() == 4 && text.bytes().take(3).all(|byte| byte.is_ascii_digit()) && text.ends_with(['D', 'W', 'M', 'Y'])
}

fn is_decimal(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'E' | b'e')) && decimal(text).is_some_and(f64::is_finite)
}

/// Whether a text is a UID (PS3.5 9.1), leading zeros allowed: real files have them.
pub fn is_uid(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a UID may stay where UIDs are retained: it is one, and, unless dates stay too, no day stands in it.
pub fn may_stay(uid: &str, dates: Dates) -> bool {
    is_uid(uid) && (dates == Dates::Full || !uid.split('.').any(has_day))
}

/// Whether eight digits in a row are a day of these two centuries: many makers build UIDs from the day of the scan.
fn has_day(digits: &str) -> bool {
    (0..digits.len().saturating_sub(7))
        .any(|at| digits.get(at..at + 8).is_some_and(|eight| (eight.starts_with("19") || eight.starts_with("20")) && date(eight).is_some()))
}

/// Whether a text fits its VR (PS3.5 6.2): characters that can be seen, and no more of them than a value holds.
pub fn is_text(vr: VR, text: &str) -> bool {
    let (lines, most) = match vr {
        VR::AE | VR::SH => (false, 16),
        VR::LO => (false, 64),
        VR::LT => (true, 10_240),
        VR::ST => (true, 1_024),
        VR::UC => (false, usize::MAX),
        VR::UT => (true, usize::MAX),
        _ => return false,
    };
    let plain = |letter: char| !letter.is_control() || (lines && matches!(letter, '\t' | '\n' | '\u{c}' | '\r'));
    match lines {
        true => text.chars().all(plain) && text.chars().count() <= most,
        false => text.split('\\').all(|one| one.chars().all(plain) && one.chars().count() <= most),
    }
}

pub(super) fn number(digits: &str) -> Option<i64> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

pub(super) fn days_in(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_do_not_fit_restricted_values() {
        for vr in [VR::AS, VR::DA, VR::DS, VR::DT, VR::IS, VR::TM, VR::UI] {
            for text in ["SMITH", "", "12 SMITH", "20200101SMITH", "1.2\0SMITH", "é"] {
                assert!(!fits(vr, text), "{vr:?} {text}");
            }
        }
        assert!(!fits(VR::CS, "Smith"));
        assert!(!fits(VR::LO, "SMITH"));
    }

    #[test]
    fn real_values_fit() {
        for (vr, text) in [
            (VR::AS, "089Y"),
            (VR::CS, "CHEST_1"),
            (VR::DA, "20240229"),
            (VR::DA, "1992.01.31"),
            (VR::DS, "-1.25e-3"),
            (VR::DS, "0.97656250000000001"),
            (VR::DT, "20240229"),
            (VR::DT, "20240229115959.123456+0100"),
            (VR::DT, "2024"),
            (VR::DT, "202402"),
            (VR::IS, "-12"),
            (VR::TM, "235959.999999"),
            (VR::TM, "07"),
            (VR::UI, "1.2.840.10008.1.2"),
        ] {
            assert!(fits(vr, text), "{vr:?} {text}");
        }
    }

    #[test]
    fn uids_with_days_stay_only_with_dates() {
        for uid in ["1.2.20240229.5", "1.3.12.2.1107.5.8.20190312093055", "1.2.0019991231"] {
            assert!(!may_stay(uid, Dates::Modified) && !may_stay(uid, Dates::Removed) && may_stay(uid, Dates::Full), "{uid}");
        }
        for uid in ["1.2.840.113619.2.408", "1.2.19991301", "1.2.1999123", "2.25.300"] {
            assert!(may_stay(uid, Dates::Modified), "{uid}");
        }
        assert!(!may_stay("JANE", Dates::Full) && !may_stay("", Dates::Full));
    }

    #[test]
    fn text_fits_where_it_can_be_seen_and_is_short() {
        assert!(is_text(VR::SH, "Raum 7\\Gänge 12") && !is_text(VR::SH, "more than sixteen") && !is_text(VR::LO, "a\u{1b}b"));
        assert!(is_text(VR::LT, "one\r\ntwo") && !is_text(VR::LO, "one\r\ntwo") && !is_text(VR::PN, "A"));
    }

    #[test]
    fn days_that_do_not_exist_are_no_dates() {
        for text in ["20230229", "20241301", "20240100", "00000101", "2024010", "2024-1-1"] {
            assert!(!fits(VR::DA, text), "{text}");
        }
    }
}

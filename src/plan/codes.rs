//! Coded entries (PS3.3 8): a code that the standard's own dictionaries define says nothing of a person; its meaning is typed by hand.

use dicom_core::Tag;
use dicom_dictionary_std::tags;

use super::{shape, units};
use crate::file::{DataSet, dataset, value};
use crate::profile::{self, Meanings};

/// What an Item's code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The Item holds no code.
    None,
    /// A code of a public scheme, with the meaning that the standard gives it.
    Standard,
    /// A code of a public scheme in that scheme's form, with a meaning that is not the standard's.
    OtherMeaning,
    /// Anything else: a local code may be anybody's words.
    Local,
}

/// Attributes of a coded entry that are decided together.
pub const PARTS: &[Tag] = &[
    tags::CODE_VALUE,
    tags::LONG_CODE_VALUE,
    tags::URN_CODE_VALUE,
    tags::CODING_SCHEME_DESIGNATOR,
    tags::CODING_SCHEME_VERSION,
    tags::CODE_MEANING,
];

/// Whether an attribute is part of a coded entry.
pub fn is_part(tag: Tag) -> bool {
    PARTS.contains(&tag)
}

/// Where a code was chosen from (PS3.3 8.6): its context group, the group's version, and who extended it. A reader does not need it, and the
/// version is a constant of the standard that says by how many days it was moved.
pub const CONTEXT: &[Tag] = &[
    tags::MAPPING_RESOURCE,
    tags::CONTEXT_GROUP_VERSION,
    tags::CONTEXT_GROUP_LOCAL_VERSION,
    tags::CONTEXT_GROUP_EXTENSION_FLAG,
    tags::CONTEXT_GROUP_EXTENSION_CREATOR_UID,
    tags::CONTEXT_IDENTIFIER,
    tags::CONTEXT_UID,
    tags::MAPPING_RESOURCE_UID,
    tags::MAPPING_RESOURCE_NAME,
];

/// What the code in `item` is. `finds` tells an identifier of the batch.
///
/// Each part must be one plain value: what cannot be read cannot be judged.
pub fn judge(item: &DataSet, meanings: &Meanings, finds: impl Fn(&str) -> bool) -> Code {
    if PARTS.iter().all(|tag| item.get(*tag).is_none()) {
        return Code::None;
    }
    let values = [tags::CODE_VALUE, tags::LONG_CODE_VALUE, tags::URN_CODE_VALUE];
    let mut values = values.into_iter().filter(|tag| item.get(*tag).is_some());
    let (Some(tag), None) = (values.next(), values.next()) else { return Code::Local };
    let part = |tag| dataset::primitive(item, tag).and_then(value::text).filter(|text| !text.contains(['\\', '\0']));
    let (Some(value), Some(scheme)) = (part(tag), part(tags::CODING_SCHEME_DESIGNATOR)) else { return Code::Local };
    let standard = part(tags::CODE_MEANING).is_some_and(|meaning| is_meaning(meanings, scheme, value, meaning) && !finds(meaning));
    let snomed = matches!(scheme, "SCT" | "SRT" | "SNM3" | "99SDM");
    if !profile::is_standard_scheme(scheme) {
        Code::Local
    } else if standard && !snomed {
        Code::Standard
    } else if !has_form_of(scheme, value) || finds(value) {
        Code::Local
    } else if standard {
        Code::Standard
    } else {
        Code::OtherMeaning
    }
}

/// Whether a Code Meaning is the standard's. The table knows meanings by fingerprint: a long number in one is none of the standard's.
pub fn is_meaning(meanings: &Meanings, scheme: &str, value: &str, meaning: &str) -> bool {
    shape::longest_number(meaning) < 4 && meanings.contains(scheme, value, meaning)
}

/// Whether a Code Value has the form of its scheme, which leaves no room for words.
pub fn has_form_of(scheme: &str, value: &str) -> bool {
    let digits =
        |text: &str, least: usize, most: usize| (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    match scheme {
        // The numbers that PS3.16 Annex D has given out, and will soon.
        "DCM" => value.len() == 6 && value.parse::<u32>().is_ok_and(|number| (109_000..135_000).contains(&number)),
        "SCT" => digits(value, 6, 18) && verhoeff(value),
        "SRT" | "SNM3" | "99SDM" => value.split_once('-').is_some_and(|(axis, number)| {
            matches!(axis, "A" | "C" | "D" | "F" | "G" | "J" | "L" | "M" | "P" | "R" | "S" | "T" | "X" | "D1" | "DD" | "P1" | "P2" | "P5")
                && (4..=5).contains(&number.len())
                && number.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'))
        }),
        "LN" => value.split_once('-').is_some_and(|(number, check)| digits(number, 1, 7) && digits(check, 1, 1)),
        "FMA" => digits(value, 4, 6),
        "MDC" => value.split_once(':').is_some_and(|(partition, number)| digits(partition, 1, 4) && digits(number, 1, 5)),
        // Clauses of the SCP ECG standard, and the place in a table there: 5.6.3-9-1.
        "SCPECG" => value.len() <= 16 && value.split(['.', '-']).all(|number| digits(number, 1, 3)) && value.contains(['.', '-']),
        "UCUM" => units::is_unit(value),
        "RFC5646" | "RFC3066" | "ISO639_1" | "ISO639_2" => is_language(value),
        _ => false,
    }
}

/// Whether a code is a language that reports are written in, with a region or without: de, eng, pt-BR.
fn is_language(code: &str) -> bool {
    let (language, region) = code.split_once('-').map_or((code, "US"), |(language, region)| (language, region));
    let is_region = region.len() == 2 && region.bytes().all(|byte| byte.is_ascii_uppercase());
    is_region && LANGUAGES.split_ascii_whitespace().any(|one| one == language)
}

/// Codes of ISO 639-1 and of ISO 639-2, of languages with a million speakers or more that are written in hospitals.
const LANGUAGES: &str = "ar ara bg bul bn ben ca cat cs cze ces cy wel cym da dan de ger deu el gre ell en eng es spa et est eu baq eus \
    fa per fas fi fin fr fre fra ga gle gl glg gu guj he heb hi hin hr hrv hu hun hy arm hye id ind is ice isl it ita ja jpn ka geo kat \
    kk kaz kn kan ko kor lt lit lv lav mk mac mkd ml mal mr mar ms may msa mt mlt nb nob nl dut nld nn nno no nor pa pan pl pol pt por \
    ro rum ron ru rus sk slo slk sl slv sq alb sqi sr srp sv swe sw swa ta tam te tel th tha tl tgl tr tur uk ukr ur urd uz uzb vi vie \
    zh chi zho";

/// The check digit of SNOMED CT identifiers (Verhoeff's scheme): a number typed by hand passes it by one chance in ten.
fn verhoeff(digits: &str) -> bool {
    // In the dihedral group of order ten: the product of two elements, and the permutation applied at each place.
    let product = |a: u8, b: u8| match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => (a + b - 5) % 5 + 5,
        (false, true) => (a + 5 - b) % 5 + 5,
        (false, false) => (a + 5 - b) % 5,
    };
    const PERMUTATION: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let mut sum = 0;
    for (place, digit) in digits.bytes().rev().enumerate() {
        let mut digit = digit - b'0';
        for _ in 0..place % 8 {
            digit = PERMUTATION.get(usize::from(digit)).copied().unwrap_or(0);
        }
        sum = product(sum, digit);
    }
    sum == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_of_snomed_ct() {
        // Concepts of PS3.16: Head, Chest, Right, Computed Tomography.
        for value in ["69536005", "51185008", "24028007", "77477000"] {
            assert!(has_form_of("SCT", value), "{value}");
        }
        let passes = (100_000..110_000).filter(|n| has_form_of("SCT", &n.to_string())).count();
        assert_eq!(passes, 1_000);
    }

    #[test]
    fn words_have_no_scheme_s_form() {
        for scheme in ["DCM", "SCT", "SRT", "LN", "FMA", "UCUM", "RADLEX"] {
            for value in ["SMITH", "T-SMITH", "", "12345678901234567890", "é"] {
                assert!(!has_form_of(scheme, value), "{scheme} {value}");
            }
        }
        assert!(has_form_of("SRT", "T-A0100"));
        assert!(has_form_of("LN", "18785-6"));
        assert!(has_form_of("DCM", "113100"));
        for language in ["en", "eng", "pt-BR", "zho-TW"] {
            assert!(has_form_of("RFC5646", language), "{language}");
        }
        for other in ["xq", "Eng", "en-us", "en-USA", "en-", "eng DOE", ""] {
            assert!(!has_form_of("RFC5646", other), "{other}");
        }
    }
}

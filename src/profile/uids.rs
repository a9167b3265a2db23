//! Which UIDs are the standard's own (PS3.6 Annex A): they name classes, syntaxes and frames of reference, never a person.

use dicom_core::dictionary::UidDictionary;
use dicom_dictionary_std::StandardSopClassDictionary;

use super::lookup;

const ROOT: &str = "1.2.840.10008.";

/// Transfer syntaxes (PS3.6 Table A-1) beyond `1.2`: the numbers after `1.2.4.`, of two parts where a UID has them.
const JPEG: &[&str] = &[
    "50", "51", "52", "53", "54", "55", "56", "57", "58", "59", "60", "61", "62", "63", "64", "65", "66", "70", "80", "81", "90", "91",
    "92", "93", "94", "95", "100", "100.1", "101", "101.1", "102", "102.1", "103", "103.1", "104", "104.1", "105", "105.1", "106", "106.1",
    "107", "108", "110", "111", "112", "201", "202", "203", "204", "205",
];

/// Whether a UID is registered by the standard.
pub fn is_standard_uid(uid: &str) -> bool {
    let Some(rest) = uid.strip_prefix(ROOT) else { return false };
    is_transfer_syntax(uid)
        || is_standard_instance(uid)
        || StandardSopClassDictionary.by_uid(uid).is_some()
        || lookup::is_known_sop_class(uid)
        || numbered(rest, "2.16.", 4, 30)
        || numbered(rest, "6.1.", 1, 1_499)
        || matches!(rest, "1.1" | "2.6.1" | "3.1.1.1" | "8.1.1")
}

/// Whether a UID names an instance that the standard defines: a frame of reference of an atlas, or a palette.
pub fn is_standard_instance(uid: &str) -> bool {
    uid.strip_prefix(ROOT)
        .is_some_and(|rest| numbered(rest, "1.4.1.", 1, 18) || numbered(rest, "1.4.2.", 1, 2) || numbered(rest, "1.5.", 1, 8))
}

/// Whether a UID is a Transfer Syntax of the standard.
pub fn is_transfer_syntax(uid: &str) -> bool {
    let Some(rest) = uid.strip_prefix(ROOT).and_then(|rest| rest.strip_prefix("1.2")) else { return false };
    matches!(rest, "" | ".1" | ".1.98" | ".1.99" | ".2" | ".5" | ".8.1" | ".7.1" | ".7.2" | ".7.3")
        || rest.strip_prefix(".4.").is_some_and(|number| JPEG.contains(&number))
}

/// Whether `rest` is `branch` and one plain number within bounds.
fn numbered(rest: &str, branch: &str, least: u32, most: u32) -> bool {
    rest.strip_prefix(branch).is_some_and(|tail| {
        let plain = !tail.starts_with('0') && tail.bytes().all(|byte| byte.is_ascii_digit());
        plain && tail.parse::<u32>().is_ok_and(|number| (least..=most).contains(&number))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registry_stays() {
        for uid in [
            "1.2.840.10008.1.1",
            "1.2.840.10008.1.2",
            "1.2.840.10008.1.2.4.201",
            "1.2.840.10008.1.4.1.18",
            "1.2.840.10008.2.16.4",
            "1.2.840.10008.5.1.4.1.1.2",
            "1.2.840.10008.5.1.4.1.1.66.7",
            "1.2.840.10008.5.1.4.1.1.481.23",
            "1.2.840.10008.6.1.1347",
            "1.2.840.10008.8.1.1",
        ] {
            assert!(is_standard_uid(uid), "{uid}");
        }
    }

    #[test]
    fn numbers_hung_under_the_root_do_not() {
        for uid in [
            "1.2.840.10008.1.2.19530915",
            "1.2.840.10008.1.2.19.53.9.15",
            "1.2.840.10008.5.1.4.1.1.19.53.9.15",
            "1.2.840.10008.5.1.4.1.1.2.345.678",
            "1.2.840.10008.6.1.1953",
            "1.2.840.10008.6.1.9999",
            "1.2.840.10008.777.1",
            "1.2.840.10008.6.11.1",
            "1.2.840.100081.1",
            "1.2.840.10008.1.4.1.18.5",
            "1.2.840.113619.2.1",
        ] {
            assert!(!is_standard_uid(uid), "{uid}");
        }
    }

    #[test]
    fn classes_and_syntaxes_are_no_instances() {
        assert!(is_standard_instance("1.2.840.10008.1.4.1.1"));
        assert!(!is_standard_instance("1.2.840.10008.5.1.4.1.1.2"));
        assert!(!is_standard_instance("1.2.840.10008.1.2.1"));
        assert!(is_transfer_syntax("1.2.840.10008.1.2.4.102.1"));
        assert!(!is_transfer_syntax("1.2.840.10008.1.2.4.999"));
    }
}

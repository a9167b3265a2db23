//! Which UIDs are the standard's own (PS3.6 Annex A): they name classes and syntaxes, never a person.

use dicom_core::dictionary::UidDictionary;
use dicom_dictionary_std::StandardSopClassDictionary;

/// Whether a UID is registered by the standard. Short numbers under the standard's root only: none is free for anybody's use.
pub fn is_standard_uid(uid: &str) -> bool {
    let Some(rest) = uid.strip_prefix("1.2.840.10008.") else { return false };
    StandardSopClassDictionary.by_uid(uid).is_some() || is_of_registry(rest)
}

/// The other branches of the registry, by their form: transfer syntaxes, frames of reference, palettes, coding schemes, context groups, mapping
/// resources and service classes.
fn is_of_registry(rest: &str) -> bool {
    const BRANCHES: &[(&str, usize, u32)] = &[
        ("1.2", 4, 210),
        ("1.4.1", 1, 20),
        ("1.4.2", 1, 10),
        ("1.5", 1, 10),
        ("2.6", 1, 10),
        ("2.16", 1, 30),
        ("4.2", 0, 0),
        ("5.1.4.1.1", 4, 700),
        ("6.1", 1, 2_000),
        ("7.1", 1, 10),
        ("8.1", 1, 10),
        ("15.0.3", 2, 40),
        ("15.1", 1, 10),
    ];
    BRANCHES.iter().any(|(branch, most, highest)| {
        let Some(tail) = rest.strip_prefix(branch) else { return false };
        let mut parts = tail.split('.');
        parts.next() == Some("")
            && tail.matches('.').count() <= *most
            && parts.all(|part| {
                !part.starts_with('0') && part.len() <= 4 && part.parse::<u32>().is_ok_and(|number| number <= *highest) || part == "0"
            })
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
}

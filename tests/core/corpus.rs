//! Real files, where they are at hand: none panics, each is cleaned or withheld with a code, and nothing that its header says of people leaves.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use aho_corasick::{AhoCorasick, AhoCorasickBuilder};
use dicom_core::Tag;
use dicom_dictionary_std::tags;
use dicom_object::{FileDicomObject, InMemDicomObject};

use crate::harness::{check, run, session};

/// Attributes that tell who somebody is, or where they were.
const TELLING: &[Tag] = &[
    tags::PATIENT_NAME,
    tags::PATIENT_ID,
    Tag(0x0010, 0x1000),
    tags::PATIENT_ADDRESS,
    tags::PATIENT_BIRTH_NAME,
    tags::PATIENT_TELEPHONE_NUMBERS,
    tags::PATIENT_COMMENTS,
    tags::ACCESSION_NUMBER,
    tags::INSTITUTION_NAME,
    tags::INSTITUTION_ADDRESS,
    tags::REFERRING_PHYSICIAN_NAME,
    tags::PERFORMING_PHYSICIAN_NAME,
    tags::OPERATORS_NAME,
    tags::NAME_OF_PHYSICIANS_READING_STUDY,
    tags::REQUESTING_PHYSICIAN,
    tags::STATION_NAME,
    tags::DEVICE_SERIAL_NUMBER,
    tags::STUDY_INSTANCE_UID,
    tags::SERIES_INSTANCE_UID,
    tags::SOP_INSTANCE_UID,
    tags::FRAME_OF_REFERENCE_UID,
];

/// Where real files lie: beside the project, or where `SCRUB_CORPUS` says.
pub fn root() -> PathBuf {
    std::env::var_os("SCRUB_CORPUS").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"), PathBuf::from)
}

pub fn files() -> Vec<PathBuf> {
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(path),
                Ok(kind) if kind.is_file() => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// What a header says of people, as the other reader reads it; nothing where it cannot.
fn telling(object: &FileDicomObject<InMemDicomObject>) -> BTreeSet<Vec<u8>> {
    let mut said = BTreeSet::new();
    for tag in TELLING {
        let Ok(Ok(text)) = object.element(*tag).map(|element| element.to_str()) else { continue };
        let names = matches!(tag.group(), 0x0010) || tag.0 == 0x0008;
        for value in text.split('\\').map(|value| value.trim_matches([' ', '\0', '\r', '\n'])) {
            said.insert(value.as_bytes().to_vec());
            if names && value.contains('^') {
                said.extend(value.split(['^', '=']).map(|part| part.trim().as_bytes().to_vec()));
            }
        }
    }
    // A phantom's hospital is called after the maker of the device, whose name may stay.
    let maker = object.element(tags::MANUFACTURER).ok().and_then(|element| element.to_str().ok()).unwrap_or_default().to_ascii_uppercase();
    let is_maker = |value: &[u8]| std::str::from_utf8(value).is_ok_and(|value| maker.contains(&value.to_ascii_uppercase()));
    said.retain(|value| is_telling(value) && !is_maker(value));
    said
}

/// Long enough to be told from chance, and no word of the standard's own.
fn is_telling(value: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(value) else { return false };
    let upper = text.to_ascii_uppercase();
    let ordinary =
        scan_scrubber::profile::is_any_term(&upper) || scan_scrubber::profile::is_standard_uid(text) || text.starts_with("SUBJECT-");
    let placeholder = ["REMOVED", "ANONYMIZED", "ANONYMOUS", "MODIFIED", "PROTOCOL"].contains(&upper.as_str());
    text.len() >= 6 && text.bytes().any(|byte| byte.is_ascii_alphanumeric()) && !ordinary && !placeholder
}

fn read(bytes: &[u8]) -> Option<FileDicomObject<InMemDicomObject>> {
    // That reader may panic or be slow on broken files: it is only asked where the file is of ordinary form.
    (bytes.len() > 132 && &bytes[128..132] == b"DICM").then(|| FileDicomObject::from_reader(&bytes[128..]).ok()).flatten()
}

/// The bytes before Pixel Data: in what leaves, the last element at most.
fn header(bytes: &[u8]) -> &[u8] {
    let big = [0x7F, 0xE0, 0x00, 0x10];
    let little = [0xE0, 0x7F, 0x10, 0x00];
    let at = bytes
        .windows(4)
        .position(|window| window == little || window == big || window == [0xE0, 0x7F, 0x08, 0] || window == [0xE0, 0x7F, 0x09, 0]);
    &bytes[..at.unwrap_or(bytes.len())]
}

pub fn say_that_it_is_missing() {
    // Not by the macro: a passing test's own output is held back.
    let _ = std::io::stderr().write_all(b"\n==== NOT CHECKED: the corpus is not here ====\n\n");
}

fn corpus(profile: &str) {
    let files = files();
    if files.is_empty() {
        return say_that_it_is_missing();
    }
    let mut outcomes: BTreeMap<&'static str, u32> = BTreeMap::new();
    let mut problems = Vec::new();
    for path in &files {
        let bytes = std::fs::read(path).unwrap();
        let name = path.strip_prefix(root()).unwrap_or(path).display().to_string();
        let result = std::panic::catch_unwind(|| {
            let cleaned = run(&mut session(profile), Cursor::new(&bytes));
            let said = match &cleaned {
                Ok(_) => read(&bytes).as_ref().map(telling).unwrap_or_default(),
                Err(_) => BTreeSet::new(),
            };
            if let Ok(cleaned) = &cleaned {
                check(cleaned);
            }
            (cleaned, said)
        });
        match result {
            Err(_) => problems.push(format!("{name}: panicked")),
            Ok((Err(error), _)) => *outcomes.entry(error.code.name()).or_default() += 1,
            Ok((Ok(cleaned), said)) => {
                *outcomes.entry("verified").or_default() += 1;
                let said: Vec<Vec<u8>> = said.into_iter().collect();
                let search: AhoCorasick = AhoCorasickBuilder::new().ascii_case_insensitive(true).build(&said).unwrap();
                for hit in search.find_overlapping_iter(header(&cleaned.bytes)) {
                    problems.push(format!("{name}: {:?}", String::from_utf8_lossy(&said[hit.pattern().as_usize()])));
                }
            }
        }
    }
    eprintln!("{profile}: {} files, {outcomes:?}", files.len());
    assert!(problems.is_empty(), "{profile}: {} problems\n{}", problems.len(), problems.join("\n"));
    // A change that withholds what used to pass is a change for the worse.
    assert!(outcomes["verified"] as usize * 10 >= files.len() * 7, "{outcomes:?}");
}

#[test]
fn real_files_under_share() {
    corpus("share");
}

#[test]
fn real_files_under_strict() {
    corpus("strict");
}

#[test]
fn real_files_under_clinical() {
    corpus("clinical");
}

//! Secrets planted in every place that people forget, in thirteen kinds of objects: none is found in what leaves, and all that is of use is kept.

mod images;
mod kit;
mod others;

use dicom_core::Tag;
use dicom_object::InMemDicomObject;

use self::kit::{Kit, Want};
use crate::build::{EXPLICIT, File, IMPLICIT};
use crate::harness::{Cleaned, absent, open, scrub};
use crate::keys::day;
use crate::search::Search;

fn kits() -> Vec<Kit> {
    vec![
        images::ct(),
        images::pet(),
        images::enhanced_mr(),
        images::spectroscopy(),
        images::ultrasound(),
        images::slide(),
        images::segmentation(),
        others::structures(),
        others::plan(),
        others::presentation(),
        others::report(),
        others::key_objects(),
        others::ecg(),
    ]
}

fn bytes(kit: &Kit) -> Vec<u8> {
    let set = kit.set.clone().sorted();
    let mut file = File::new(EXPLICIT, set);
    let (preamble, tail) = (b"II*\0QZPREAMBLE77", b"\xFC\xFF\xFC\xFFOB\0\0\x10\0\0\0QZPADDING77     ");
    file = file.preamble(preamble).tail(tail).meta(|meta| meta.text(0x0002_0016, "AE", "QZSOURCEAE77"));
    file.bytes()
}

const AROUND: &[&str] = &["QZPREAMBLE77", "QZPADDING77", "QZSOURCEAE77"];

/// The value at a path of tags and Items, as text.
fn value(object: &InMemDicomObject, path: &str) -> Option<String> {
    let tag = |text: &str| {
        let number = u32::from_str_radix(&text[..8], 16).unwrap();
        Tag((number >> 16) as u16, number as u16)
    };
    let (sequences, last) = path.rsplit_once('.').unwrap_or(("", path));
    let mut set = object.clone();
    for step in sequences.split('.').filter(|step| !step.is_empty()) {
        let index: usize = step[9..step.len() - 1].parse().unwrap();
        set = set.element(tag(step)).ok()?.items()?.get(index)?.clone();
    }
    let element = set.element(tag(last)).ok()?;
    match element.value().to_str() {
        Ok(text) => Some(text.trim_matches([' ', '\0']).to_owned()),
        Err(_) => Some(format!("{:?}", element.value().to_bytes().ok()?)),
    }
}

/// Whether any Item has this value.
fn anywhere(object: &InMemDicomObject, tag: Tag, wanted: &str) -> bool {
    object.iter().any(|element| match element.items() {
        Some(items) => items.iter().any(|item| anywhere(item, tag, wanted)),
        None => element.header().tag == tag && element.to_str().is_ok_and(|text| text.trim_matches([' ', '\0']) == wanted),
    })
}

/// What is wrong with one useful value.
fn lost(before: &InMemDicomObject, after: &InMemDicomObject, path: &str, want: Want, shift: i64) -> Option<String> {
    if let Some((tag, wanted)) = path.strip_prefix('*').and_then(|rest| rest.split_once('=')) {
        let number = u32::from_str_radix(tag, 16).unwrap();
        let tag = Tag((number >> 16) as u16, number as u16);
        assert!(anywhere(before, tag, wanted), "{path} is not in the input");
        return (!anywhere(after, tag, wanted)).then(|| path.to_owned());
    }
    let old = value(before, path).unwrap_or_else(|| panic!("{path} is not in the input"));
    let Some(new) = value(after, path) else { return Some(format!("{path}: gone")) };
    let kept = match want {
        Want::Same => new == old,
        Want::Words(words) => {
            words.iter().all(|word| new.to_ascii_lowercase().split(|c: char| !c.is_alphanumeric() && c != '-').any(|one| one == *word))
        }
        Want::Moved => day(&new[..8]) - day(&old[..8]) == shift && new[8..] == old[8..],
        Want::Uid => new != old && new.starts_with("2.25."),
    };
    (!kept).then(|| format!("{path}: {new:?}"))
}

fn secrets(kit: &Kit, profile: &str) -> Vec<String> {
    let mut all: Vec<String> = kit.secrets.clone();
    all.extend(AROUND.iter().map(|text| (*text).to_owned()));
    if profile != "clinical" {
        all.extend(kit.dates.clone());
    }
    all
}

fn cleaned(kit: &Kit, profile: &str) -> Result<Cleaned, String> {
    let file = bytes(kit);
    let planted = secrets(kit, "strict");
    let found = Search::new(&planted).find(&file);
    for (index, secret) in planted.iter().enumerate() {
        assert!(found.iter().any(|(at, _)| *at == index), "{}: {secret} is not in the input", kit.name);
    }
    scrub(&file, profile).map_err(|error| format!("{} under {profile}: withheld, {error}", kit.name))
}

#[test]
fn nothing_planted_is_found() {
    let kits = kits();
    let places: usize = kits.iter().map(|kit| kit.secrets.len() + kit.dates.len() + AROUND.len()).sum();
    assert!(places >= 150 && kits.len() == 13, "{places}");
    let mut problems = Vec::new();
    for kit in &kits {
        for profile in ["share", "clinical", "strict"] {
            match cleaned(kit, profile) {
                // Reports leave only where their content is cleaned.
                Err(_) if profile == "strict" && matches!(kit.name, "SR" | "KO") => {}
                Err(problem) => problems.push(problem),
                Ok(cleaned) => {
                    let secrets = secrets(kit, profile);
                    for (index, form) in Search::new(&secrets).find(&cleaned.bytes) {
                        problems.push(format!("{} under {profile}: {} as {form}", kit.name, secrets[index]));
                    }
                    if problems.is_empty() {
                        absent(&cleaned, &secrets);
                    }
                }
            }
        }
    }
    eprintln!("{places} places in {} objects", kits.len());
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn all_that_is_of_use_is_kept() {
    let (mut problems, mut kept, mut wanted) = (Vec::new(), 0, 0);
    for kit in &kits() {
        let before = open(&bytes(kit)).into_inner();
        for profile in ["share", "clinical"] {
            match cleaned(kit, profile) {
                Err(problem) => problems.push(problem),
                Ok(cleaned) => {
                    let after = open(&cleaned.bytes).into_inner();
                    let shift = if profile == "clinical" { 0 } else { cleaned.scrubbed.shift };
                    wanted += kit.useful.len();
                    let lost: Vec<String> =
                        kit.useful.iter().filter_map(|(path, want)| lost(&before, &after, path, *want, shift)).collect();
                    kept += kit.useful.len() - lost.len();
                    problems.extend(lost.into_iter().map(|one| format!("{} under {profile}: {one}", kit.name)));
                }
            }
        }
    }
    eprintln!("{kept} of {wanted} useful values kept");
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

/// What was planted does not leave in another encoding either.
#[test]
fn nothing_planted_is_found_in_implicit_vr() {
    for kit in kits().iter().filter(|kit| !matches!(kit.name, "SR" | "KO" | "ECG")) {
        let file = File::new(IMPLICIT, kit.set.clone().sorted()).bytes();
        for profile in ["share", "strict"] {
            let cleaned = scrub(&file, profile).unwrap_or_else(|error| panic!("{} {profile}: {error}", kit.name));
            absent(&cleaned, &[kit.secrets.clone(), kit.dates.clone()].concat());
        }
    }
}

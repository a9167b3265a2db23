//! What was cleaned and is cleaned again loses nothing and gains nothing (V09): every value of the second output is the first's, or follows from it
//! by the second patient's number of days, or is a new UID for one that was new already.

use std::collections::HashMap;
use std::io::Cursor;

use dicom_core::{Tag, VR};
use dicom_dictionary_std::tags;
use dicom_object::InMemDicomObject;
use scan_scrubber::Session;

use crate::build::samples::{ct, enhanced_mr, segmentation, structure_set};
use crate::build::{File, NATIVE};
use crate::corpus;
use crate::harness::{Cleaned, PROFILES, open, run, session};
use crate::keys::day;

/// What may differ from one cleaning to the next.
struct Change<'a> {
    uids: HashMap<&'a str, &'a str>,
    /// Days, where they move.
    shift: i64,
}

/// Differences of two data sets, by path.
fn differences(once: &InMemDicomObject, twice: &InMemDicomObject, change: &Change, path: &str, found: &mut Vec<String>) {
    let tags = |set: &InMemDicomObject| set.iter().map(|element| element.header().tag).collect::<Vec<_>>();
    if tags(once) != tags(twice) {
        let gone: Vec<Tag> = tags(once).into_iter().filter(|tag| !tags(twice).contains(tag)).collect();
        let new: Vec<Tag> = tags(twice).into_iter().filter(|tag| !tags(once).contains(tag)).collect();
        return found.push(format!("{path}: gone {gone:?}, new {new:?}"));
    }
    for (one, two) in once.iter().zip(twice.iter()) {
        let (tag, vr) = (one.header().tag, one.header().vr());
        let here = format!("{path}/{tag}");
        if let (Some(first), Some(second)) = (one.items(), two.items()) {
            if first.len() != second.len() {
                found.push(format!("{here}: {} Items, then {}", first.len(), second.len()));
            }
            first.iter().zip(second).for_each(|(first, second)| differences(first, second, change, &here, found));
            continue;
        }
        // Without its VR a private value cannot be told to be a date or a UID.
        if vr == VR::UN && tag.group() % 2 == 1 {
            continue;
        }
        // The second cleaning is of another patient: the one that the first made.
        if path.is_empty() && matches!(tag, tags::PATIENT_NAME | tags::PATIENT_ID) {
            continue;
        }
        let same = match (one.value().to_str(), two.value().to_str()) {
            (Ok(one), Ok(two)) => {
                let pad = |text: &str| text.trim_matches([' ', '\0']).to_owned();
                let pairs = one.split('\\').map(pad).zip(two.split('\\').map(pad)).collect::<Vec<_>>();
                one.split('\\').count() == two.split('\\').count() && pairs.iter().all(|(one, two)| follows(vr, one, two, change))
            }
            _ => one.value().to_bytes().ok() == two.value().to_bytes().ok(),
        };
        if !same {
            found.push(format!("{here}: {:?}, then {:?}", one.value().to_str().ok(), two.value().to_str().ok()));
        }
    }
}

fn follows(vr: VR, one: &str, two: &str, change: &Change) -> bool {
    match vr {
        VR::UI => change.uids.get(one).map_or(one == two, |new| *new == two),
        // A dummy in an Item of dummies is one again.
        VR::DA | VR::DT if one.starts_with("19000101") && one == two => true,
        VR::DA | VR::DT if one.len() >= 8 && two.len() >= 8 && one != "19000101" => {
            // Dummies are moved like any date.
            one.len() == two.len() && day(&two[..8]) - day(&one[..8]) == change.shift && one[8..] == two[8..]
        }
        VR::DA | VR::DT => one.len() == two.len(),
        _ => one == two,
    }
}

fn again(session: &mut Session, once: &Cleaned, profile: &str) -> Vec<String> {
    let twice = match run(session, Cursor::new(&once.bytes)) {
        Ok(twice) => twice,
        Err(error) => return vec![format!("withheld the second time: {error}")],
    };
    let mut found = Vec::new();
    let uids = twice.scrubbed.uids.iter().map(|(old, new)| (old.as_str(), new.as_str())).collect();
    let change = Change { uids, shift: if profile == "share" { twice.scrubbed.shift } else { 0 } };
    differences(&open(&once.bytes), &open(&twice.bytes), &change, "", &mut found);
    // A picture that was not there is not there again.
    let new: Vec<_> = twice.scrubbed.findings.iter().filter(|finding| **finding != "no-pixels").collect();
    if !new.is_empty() {
        found.push(format!("found the second time: {new:?}"));
    }
    found
}

#[test]
fn samples_are_settled_value_by_value() {
    for profile in PROFILES {
        for set in [ct(), enhanced_mr(), segmentation(), structure_set()] {
            for syntax in NATIVE {
                let mut batch = session(profile);
                let once = run(&mut batch, Cursor::new(&File::new(syntax, set.clone()).bytes())).unwrap();
                assert_eq!(again(&mut session(profile), &once, profile), [""; 0], "{profile} {}", syntax.uid);
            }
        }
    }
}

/// Every `step`th real file.
fn real(profile: &str, step: usize) {
    let files = corpus::files();
    if files.is_empty() {
        return corpus::say_that_it_is_missing();
    }
    let (mut problems, mut settled) = (Vec::new(), 0);
    for path in files.iter().step_by(step) {
        let bytes = std::fs::read(path).unwrap();
        let Ok(once) = run(&mut session(profile), Cursor::new(&bytes)) else { continue };
        let found = again(&mut session(profile), &once, profile);
        settled += usize::from(found.is_empty());
        if !found.is_empty() {
            let some = found.iter().take(3).cloned().collect::<Vec<_>>().join("\n    ");
            problems.push(format!("{}: {} differences\n    {some}", path.display(), found.len()));
        }
    }
    eprintln!("{profile}: {settled} settled");
    assert!(problems.is_empty(), "{} of {} not settled\n{}", problems.len(), problems.len() + settled, problems.join("\n"));
}

#[test]
fn real_files_are_settled_under_share() {
    real("share", 1);
}

#[test]
fn real_files_are_settled_under_strict() {
    real("strict", 4);
}

#[test]
fn real_files_are_settled_under_clinical() {
    real("clinical", 4);
}

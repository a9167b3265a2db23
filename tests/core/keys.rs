//! What a batch's key gives, and what it hides (K01 to K04, K06).

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use scan_scrubber::{Code, Key, Policy, Session, Source};

use crate::build::samples::{CT, ROOT, ct, enhanced_mr, segmentation, structure_set};
use crate::build::{EXPLICIT, File, Set};
use crate::harness::{Cleaned, key, open, scrub_in, session, tools};

fn with(seed: u8, profile: &str) -> Session {
    Session::new(Policy::built_in(profile).unwrap(), key(seed), tools()).unwrap()
}

fn clean(session: &mut Session, set: Set) -> Cleaned {
    scrub_in(session, &File::new(EXPLICIT, set).bytes()).unwrap()
}

fn text(cleaned: &Cleaned, name: &str) -> String {
    open(&cleaned.bytes).element_by_name(name).map(|element| element.to_str().unwrap().trim().to_owned()).unwrap_or_default()
}

/// Days since some day.
pub fn day(date: &str) -> i64 {
    let number = |range: std::ops::Range<usize>| date[range].parse::<i64>().unwrap();
    let (year, month) = (number(0..4) - i64::from(number(4..6) < 3), (number(4..6) + 9) % 12);
    year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + number(6..8)
}

/// K01: two batches have nothing in common.
#[test]
fn two_keys_share_nothing() {
    let (mut one, mut two) = (with(1, "share"), with(2, "share"));
    for sample in [ct(), enhanced_mr(), segmentation(), structure_set()] {
        let (a, b) = (clean(&mut one, sample.clone()), clean(&mut two, sample));
        for name in
            ["PatientName", "PatientID", "StudyDate", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID"]
        {
            assert!(!text(&a, name).is_empty());
            assert_ne!(text(&a, name), text(&b, name), "{name}");
        }
        let uids = |cleaned: &Cleaned| cleaned.scrubbed.uids.iter().map(|(_, new)| new.clone()).collect::<BTreeSet<_>>();
        assert!(uids(&a).is_disjoint(&uids(&b)) && !uids(&a).is_empty());
        let (a, b) = (a.scrubbed.groups, b.scrubbed.groups);
        assert!(a.patient != b.patient && a.study != b.study && a.series != b.series);
    }
}

/// K01: nor do the patients of two batches: no ID, no UID, no number of days but by chance; and one key gives the same again.
#[test]
fn two_keys_share_no_patient() {
    let of = |seed: u8| -> Vec<(String, String, i64, String)> {
        let mut batch = with(seed, "share");
        let one = |n: u32| {
            let set = ct().text(0x0010_0020, "LO", &format!("P-{n:05}")).text(0x0010_0010, "PN", &format!("Qaxil{n}^Vemo"));
            let cleaned = clean_map(&mut batch, set.text(0x0020_000D, "UI", &format!("1.2.3.{n}")));
            (text(&cleaned, "PatientID"), text(&cleaned, "StudyInstanceUID"), cleaned.scrubbed.shift, text(&cleaned, "PatientName"))
        };
        (0..60).map(one).collect()
    };
    let (one, again, two) = (of(1), of(1), of(2));
    assert_eq!(one, again);
    let ids = |all: &[(String, String, i64, String)]| all.iter().flat_map(|one| [one.0.clone(), one.1.clone()]).collect::<BTreeSet<_>>();
    assert_eq!(ids(&one).len(), 120, "each its own");
    assert!(ids(&one).is_disjoint(&ids(&two)));
    let same = one.iter().zip(&two).filter(|(a, b)| a.2 == b.2 || a.3 == b.3).count();
    assert!(same <= 2, "{same} patients with the same name or number of days under two keys");
}

/// What was left of a text while one person was searched for says nothing once another is.
#[test]
fn what_stays_of_a_text_follows_who_is_searched_for() {
    let mut batch = with(1, "share");
    let with = |name: &str| File::new(EXPLICIT, ct().without(0x0010_0010).text(0x0010_0010, "PN", name)).bytes();
    let mut of = |name: &str| {
        let bytes = with(name);
        let mut source = Source::new(Cursor::new(bytes.as_slice())).unwrap();
        let kind = scan_scrubber::kind(&mut source).unwrap();
        let identifiers = batch.look(&mut source, kind).unwrap().identifiers;
        batch.hunt(identifiers, false).unwrap();
        text(&clean(&mut batch, ct().without(0x0008_103E).text(0x0008_103E, "LO", "Ankle left")), "SeriesDescription")
    };
    assert_eq!([of("Doe^Jane"), of("Ankle^Hannah"), of("Doe^Jane")], ["Ankle left", "left", "Ankle left"]);
}

fn clean_map(session: &mut Session, set: Set) -> Cleaned {
    session.hunt(scan_scrubber::Identifiers::default(), false).unwrap();
    clean(session, set)
}

/// K02: within a batch, references hold across files, and the time between dates stays.
#[test]
fn one_key_keeps_references_and_intervals() {
    let mut batch = with(7, "share");
    let outcomes: Vec<Cleaned> = [ct(), enhanced_mr(), segmentation(), structure_set()].map(|sample| clean(&mut batch, sample)).into();
    let mut mapped = BTreeMap::new();
    for (old, new) in outcomes.iter().flat_map(|outcome| &outcome.scrubbed.uids) {
        assert_eq!(mapped.entry(old).or_insert(new), &new, "one new UID for each");
    }
    assert_eq!(mapped.values().collect::<BTreeSet<_>>().len(), mapped.len(), "and each its own");
    let image = text(&outcomes[0], "SOPInstanceUID");
    let within = |cleaned: &Cleaned| cleaned.bytes.windows(image.len()).filter(|window| *window == image.as_bytes()).count();
    assert_eq!(within(&outcomes[2]), 1, "what the segmentation was made of");
    assert_eq!(within(&outcomes[3]), 2, "what the contours lie on");
    let people: BTreeSet<String> = outcomes.iter().map(|outcome| text(outcome, "PatientID")).collect();
    assert_eq!(people.len(), 1);
    let later = clean(&mut batch, ct().text(0x0008_0020, "DA", "20240402").text(0x0020_000D, "UI", "1.2.3"));
    assert_eq!(day(&text(&later, "StudyDate")) - day(&text(&outcomes[0], "StudyDate")), day("20240402") - day("20240217"));
    assert_eq!(later.scrubbed.pseudonym, outcomes[0].scrubbed.pseudonym);
    assert_eq!(later.scrubbed.groups.patient, outcomes[0].scrubbed.groups.patient);
    assert_ne!(later.scrubbed.groups.study, outcomes[0].scrubbed.groups.study);
    let moved = day(&text(&later, "StudyDate")) - day("20240402");
    assert_eq!(moved, later.scrubbed.shift);
    assert!((-3_650..=-365).contains(&moved));
}

/// K02: the order in which files come changes nothing.
#[test]
fn the_order_of_files_changes_nothing() {
    let samples = [ct(), enhanced_mr(), segmentation(), structure_set()];
    let (mut forth, mut back) = (session("share"), session("share"));
    let one: Vec<Vec<u8>> = samples.iter().map(|sample| clean(&mut forth, sample.clone()).bytes).collect();
    let mut two: Vec<Vec<u8>> = samples.iter().rev().map(|sample| clean(&mut back, sample.clone()).bytes).collect();
    two.reverse();
    assert_eq!(one, two);
}

/// K03: whoever has the tool, the output and all possible IDs, but not the key, finds nothing.
#[test]
fn trying_every_id_does_not_help() {
    let victim = clean(&mut with(9, "share"), ct().text(0x0010_0020, "LO", "0004711"));
    let (name, shift) = (victim.scrubbed.pseudonym.id.clone(), victim.scrubbed.shift);
    let uid = text(&victim, "SOPInstanceUID");
    let original = format!("{ROOT}.1.2.17");
    let mut attacker = with(10, "share");
    let mut same_shift = 0;
    for id in (4_000..5_400).map(|id| format!("{id:07}")) {
        let guess = clean_quietly(&mut attacker, &id);
        assert_ne!(guess.0, name);
        same_shift += usize::from(guess.1 == shift);
    }
    assert!(same_shift < 20, "{same_shift} of 1,400: more than chance");
    // No plain hash either: the usual ways from UID to UID.
    assert_ne!(uid, key(10).uid(&original));
    use sha2::{Digest, Sha256};
    let hash = Sha256::digest(original.as_bytes());
    let number = u128::from_be_bytes(hash[..16].try_into().unwrap());
    assert!(!uid.ends_with(&number.to_string()));
}

fn clean_quietly(session: &mut Session, id: &str) -> (String, i64) {
    let bytes = File::new(EXPLICIT, crate::build::samples::ct_header().text(0x0010_0020, "LO", id)).bytes();
    let mut source = scan_scrubber::Source::new(std::io::Cursor::new(bytes)).unwrap();
    let kind = scan_scrubber::kind(&mut source).unwrap();
    session.hunt(scan_scrubber::Identifiers::default(), false).unwrap();
    session.face(scan_scrubber::Faced::Plain);
    let scrubbed = session.scrub(&mut source, kind, false, &mut |_| {}).unwrap();
    (scrubbed.pseudonym.id, scrubbed.shift)
}

/// K04: who is one patient, and who is not.
#[test]
fn patients_are_told_apart() {
    let mut batch = with(3, "share");
    let mut person = |name: &str, id: &str, birth: &str, study: &str| {
        let set =
            ct().text(0x0010_0010, "PN", name).text(0x0010_0020, "LO", id).text(0x0010_0030, "DA", birth).text(0x0020_000D, "UI", study);
        let cleaned = clean(&mut batch, set);
        assert_ne!(cleaned.scrubbed.shift, 0, "dates always move");
        cleaned.scrubbed.pseudonym.id
    };
    let reference = person("Doemling^A", "ID-7731", "19600101", "1.2.3");
    for (id, same) in
        [("id-7731", true), (" ID-7731 ", true), ("ID-7731\0", true), ("ID- 7731", true), ("ID-7732", false), ("ID7731", false)]
    {
        assert_eq!(person("Other^B", id, "19700101", "1.2.4") == reference, same, "{id:?}");
    }
    // Without an ID: by name and birth date; without these, by study. Nobody is merged with nobody.
    let named = person("Doemling^A", "", "19600101", "1.2.3");
    assert_ne!(named, reference);
    assert_eq!(named, person("DOEMLING^A", "   ", "19600101", "1.2.5"));
    assert_ne!(named, person("Doemling^A", "", "19600102", "1.2.3"));
    let nobody = person("", "", "", "1.2.3");
    assert_eq!(nobody, person(" ", "\0", "19600101", "1.2.3"));
    assert_ne!(nobody, person("", "", "", "1.2.4"));
    assert!(![&reference, &named].contains(&&nobody));
    // Who issued an ID is often forgotten: one patient must not become two.
    let elsewhere = clean(&mut batch, ct().text(0x0010_0020, "LO", "ID-7731").text(0x0010_0021, "LO", "Elsewhere"));
    assert_eq!(elsewhere.scrubbed.pseudonym.id, reference);
}

/// K05, K06: keys must be keys, and are never shown.
#[test]
fn keys_are_checked_and_not_shown() {
    for bytes in [&[][..], &[0; 32], &[1; 31], &[1; 33]] {
        assert_eq!(Key::new(bytes).err().unwrap().code, Code::Key);
    }
    let outcome = clean(&mut with(0x21, "share"), ct());
    let bytes: Vec<u8> = (0..32).map(|n| n ^ 0x21).collect();
    for window in [&bytes[..8], &bytes[8..16], &bytes[16..24], &bytes[24..]] {
        assert!(!outcome.bytes.windows(8).any(|part| part == window));
    }
}

/// The pseudonym stands where the standard's readers look for a patient.
#[test]
fn pseudonyms_stand_for_name_and_id() {
    for profile in crate::harness::PROFILES {
        let outcome = clean(&mut with(4, profile), ct());
        assert_eq!(text(&outcome, "PatientName"), outcome.scrubbed.pseudonym.name);
        assert_eq!(text(&outcome, "PatientID"), outcome.scrubbed.pseudonym.id);
        assert_eq!(text(&outcome, "SOPClassUID"), CT);
        assert_eq!(outcome.scrubbed.patient_id, "MRN-5520713");
    }
}

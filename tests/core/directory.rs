//! A directory of a batch's outputs: its tree, its offsets, its keys, and what is refused of it.

use std::collections::{BTreeMap, HashSet};

use dicom_core::value::PrimitiveValue;
use dicom_core::{DataElement, Tag, VR};
use dicom_dictionary_std::tags;
use scan_scrubber::directory::{self, Fallback, Listing};
use scan_scrubber::file::DataSet;
use scan_scrubber::file::walk::Encoding;
use scan_scrubber::pixel::Part;
use scan_scrubber::plan::Batch;
use scan_scrubber::verify::{self, Expected};
use scan_scrubber::write::Output;
use scan_scrubber::{Code, Hunt, Identifiers, Policy, Session, Verified};

use crate::build::samples::{DETAILS, ROOT, ct, enhanced_mr, segmentation, structure_set};
use crate::build::{EXPLICIT, File, IMPLICIT, Set, Syntax};
use crate::harness::{PROFILES, key, open, scrub_in, session, tools};
use crate::search::Search;

/// Files by path, as they come out of one batch.
fn facts_of(session: &mut Session, files: &[(&str, Syntax, Set)]) -> Vec<(String, Vec<u8>)> {
    session.list(true);
    let facts = |(path, syntax, set): &(&str, Syntax, Set)| {
        let cleaned = scrub_in(session, &File::new(*syntax, set.clone()).bytes()).unwrap();
        ((*path).to_owned(), cleaned.scrubbed.facts.unwrap())
    };
    files.iter().map(facts).collect()
}

fn listing(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let chunk = |bytes: &[u8]| [&(bytes.len() as u32).to_le_bytes()[..], bytes].concat();
    files.iter().flat_map(|(path, facts)| [chunk(path.as_bytes()), chunk(facts)].concat()).collect()
}

fn bytes_of(file: Verified) -> Vec<u8> {
    let [Part::Bytes(bytes)] = <[Part; 1]>::try_from(file.into_parts()).unwrap() else { panic!("spans") };
    bytes
}

fn uid(set: Set, tag: u32, rest: &str) -> Set {
    set.text(tag, "UI", &format!("{ROOT}.{rest}"))
}

/// Two people, three studies, four series, six files of four kinds; the first two people's files are mixed.
fn disc() -> Vec<(&'static str, Syntax, Set)> {
    let other = |set: Set| set.text(0x0010_0020, "LO", "MRN-77").text(0x0010_0010, "PN", "Quillfeather^Ada");
    vec![
        ("DICOM/PT000001/ST000001/SE000001/IM000001", EXPLICIT, ct()),
        (
            "DICOM/PT000002/ST000001/SE000001/IM000001",
            IMPLICIT,
            uid(uid(uid(other(ct()), 0x0020_000D, "2"), 0x0020_000E, "2.2"), 0x0008_0018, "2.3"),
        ),
        ("DICOM/PT000001/ST000001/SE000001/IM000002", EXPLICIT, uid(ct(), 0x0008_0018, "1.2.18").text(0x0020_0013, "IS", "18")),
        ("DICOM/PT000001/ST000002/SE000001/IM000001", EXPLICIT, uid(uid(enhanced_mr(), 0x0020_000D, "3"), 0x0020_000E, "3.1")),
        ("DICOM/PT000001/ST000001/SE000002/IM000001", EXPLICIT, uid(structure_set(), 0x0020_000E, "1.3.1")),
        ("DICOM/PT000001/ST000001/SE000003/IM000001", EXPLICIT, uid(segmentation(), 0x0020_000E, "1.4.1")),
    ]
}

/// A record, read by offsets from bytes alone.
#[derive(Debug)]
struct Seen {
    next: usize,
    lower: usize,
    values: BTreeMap<u32, Vec<u8>>,
}

impl Seen {
    fn text(&self, tag: u32) -> String {
        String::from_utf8(self.values[&tag].clone()).unwrap().trim_end_matches([' ', '\0']).to_owned()
    }
}

fn word(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

fn elements(bytes: &[u8], mut at: usize, end: usize) -> BTreeMap<u32, Vec<u8>> {
    let mut values = BTreeMap::new();
    while at < end {
        let tag =
            u32::from(u16::from_le_bytes([bytes[at], bytes[at + 1]])) << 16 | u32::from(u16::from_le_bytes([bytes[at + 2], bytes[at + 3]]));
        let long = matches!(&bytes[at + 4..at + 6], b"SQ" | b"OB" | b"UN" | b"UT");
        let (start, length) =
            if long { (at + 12, word(bytes, at + 8)) } else { (at + 8, usize::from(u16::from_le_bytes([bytes[at + 6], bytes[at + 7]]))) };
        values.insert(tag, bytes[start..start + length].to_vec());
        at = start + length;
    }
    assert_eq!(at, end);
    values
}

fn record(bytes: &[u8], at: usize) -> Seen {
    assert_eq!(bytes[at..at + 4], [0xFE, 0xFF, 0x00, 0xE0], "an Item at {at}");
    let values = elements(bytes, at + 8, at + 8 + word(bytes, at + 4));
    assert_eq!(values[&0x0004_1410], [0xFF, 0xFF], "in use");
    Seen { next: word(&values[&0x0004_1400], 0), lower: word(&values[&0x0004_1420], 0), values }
}

fn top(bytes: &[u8]) -> BTreeMap<u32, Vec<u8>> {
    elements(bytes, 144 + word(bytes, 140), bytes.len())
}

/// Every record that offsets lead to, as lines of level and type; with what files are called.
fn walk(bytes: &[u8]) -> Vec<(usize, String, Seen)> {
    let top = top(bytes);
    let mut found = Vec::new();
    let mut open = vec![(word(&top[&0x0004_1200], 0), 0)];
    let mut last = 0;
    while let Some((at, level)) = open.pop() {
        let seen = record(bytes, at);
        if level == 0 {
            last = at;
        }
        open.extend([(seen.next, level), (seen.lower, level + 1)].into_iter().filter(|(at, _)| *at != 0));
        found.push((level, seen.text(0x0004_1430), seen));
    }
    assert_eq!(word(&top[&0x0004_1202], 0), last);
    assert_eq!(top[&0x0004_1212], [0, 0]);
    found
}

#[test]
fn offsets_lead_to_every_record_once_in_the_order_of_the_tree() {
    for profile in PROFILES {
        let mut session = session(profile);
        let files = facts_of(&mut session, &disc());
        let bytes = bytes_of(session.directory(&listing(&files)).unwrap());
        let found = walk(&bytes);
        let lines: Vec<String> = found.iter().map(|(level, kind, _)| format!("{level} {kind}")).collect();
        let expected = "0 PATIENT|1 STUDY|2 SERIES|3 IMAGE|3 IMAGE|2 SERIES|3 RT STRUCTURE SET|2 SERIES|3 IMAGE|1 STUDY|2 SERIES|3 IMAGE\
                        |0 PATIENT|1 STUDY|2 SERIES|3 IMAGE";
        assert_eq!(lines.join("|"), expected, "{profile}");
        let paths: Vec<String> =
            found.iter().filter(|(level, ..)| *level == 3).map(|(.., seen)| seen.text(0x0004_1500).replace('\\', "/")).collect();
        let mut sorted: Vec<&str> = disc().iter().map(|(path, ..)| *path).collect();
        sorted.sort_unstable();
        assert_eq!(paths, sorted, "{profile}");
        let details: Vec<&str> = DETAILS.iter().copied().chain(["quillfeather", ROOT]).collect();
        assert!(Search::new(&details).find(&bytes).is_empty(), "{profile}");
        assert_eq!(bytes, bytes_of(session.directory(&listing(&files)).unwrap()), "the same again");
    }
}

#[test]
fn another_reader_finds_the_keys_of_the_files() {
    for profile in PROFILES {
        let mut session = session(profile);
        session.list(true);
        let cleaned = scrub_in(&mut session, &File::new(EXPLICIT, structure_set()).bytes()).unwrap();
        let file = open(&cleaned.bytes);
        let files = [("DICOM/IM000001".to_owned(), cleaned.scrubbed.facts.unwrap())];
        let bytes = bytes_of(session.directory(&listing(&files)).unwrap());
        let read = open(&bytes);
        assert_eq!(read.meta().media_storage_sop_class_uid(), "1.2.840.10008.1.3.10");
        let records = read.element(tags::DIRECTORY_RECORD_SEQUENCE).unwrap().items().unwrap();
        assert_eq!(records.len(), 4);
        let text = |set: &DataSet, tag: Tag| set.get(tag).map(|element| element.to_str().unwrap().into_owned()).unwrap_or_default();
        for (record, same) in records.iter().zip([
            &[tags::PATIENT_NAME, tags::PATIENT_ID][..],
            &[tags::STUDY_INSTANCE_UID],
            &[tags::MODALITY, tags::SERIES_INSTANCE_UID, tags::SERIES_NUMBER],
            &[tags::INSTANCE_NUMBER, tags::STRUCTURE_SET_LABEL],
        ]) {
            for tag in same {
                let value = text(record, *tag);
                assert!(!value.is_empty(), "{profile} {tag}");
                assert!(value == text(&file, *tag) || text(&file, *tag).is_empty(), "{profile} {tag} {value}");
            }
        }
        // What Type 1 asks for and no file of these rules has is a value that says nothing.
        let date = text(&records[1], tags::STUDY_DATE);
        assert_eq!(date == "19000101", profile == "strict", "{date}");
        assert_eq!(text(&records[1], tags::STUDY_ID), "REMOVED");
        assert_eq!(text(&records[3], tags::REFERENCED_SOP_INSTANCE_UID_IN_FILE), text(&file, tags::SOP_INSTANCE_UID));
        assert_eq!(text(&records[3], tags::REFERENCED_SOP_CLASS_UID_IN_FILE), text(&file, tags::SOP_CLASS_UID));
        assert_eq!(text(&records[3], tags::REFERENCED_TRANSFER_SYNTAX_UID_IN_FILE), EXPLICIT.uid);
    }
}

#[test]
fn an_instance_is_listed_once_and_only_under_names_that_discs_can_have() {
    let mut session = session("share");
    let [(path, facts)] = <[_; 1]>::try_from(facts_of(&mut session, &disc()[..1])).unwrap();
    let twice = listing(&[(path.clone(), facts.clone()), ("DICOM/IM000002".to_owned(), facts.clone())]);
    let bytes = bytes_of(session.directory(&twice).unwrap());
    assert_eq!(walk(&bytes).iter().filter(|(level, ..)| *level == 3).count(), 1);
    for path in ["", "DICOM/im000001", "DICOM/IMAGE00001", "A/A/A/A/A/A/A/A/A", "DICOM//A", "A.DCM", "../A", "A\\B", "É"] {
        assert_eq!(session.directory(&listing(&[(path.to_owned(), facts.clone())])).unwrap_err().code, Code::Structure, "{path}");
    }
    let same = listing(&[(path.clone(), facts.clone()), (path.clone(), facts.clone())]);
    assert_eq!(session.directory(&same).unwrap_err().code, Code::Structure);
    assert_eq!(session.directory(&[]).unwrap_err().code, Code::NoIdentity);
    let whole = listing(&[(path, facts)]);
    for end in 1..whole.len() {
        assert!(session.directory(&whole[..end]).is_err(), "cut off at {end}");
    }
}

/// Facts come back from JavaScript: what was changed on the way is found, or is no identifier.
#[test]
fn facts_that_say_a_name_make_no_directory() {
    let mut session = session("share");
    let files = facts_of(&mut session, &disc()[..1]);
    let mut own = Vec::new();
    let at = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).rposition(|window| window == what);
    for (planted, code) in [(&b"Grindlewald"[..], Code::Residue), (b"MRN-5520713", Code::Residue)] {
        let (path, mut facts) = files[0].clone();
        // In the keys of the patient, but not among what was made.
        let first = facts.windows(8).enumerate().filter(|(_, window)| window == b"SUBJECT-").map(|(at, _)| at).nth(1).unwrap();
        facts[first..first + planted.len()].copy_from_slice(planted);
        let error = session.directory(&listing(&[(path, facts.clone())])).unwrap_err();
        assert_eq!(error.code, code);
        own.push(facts);
    }
    let (path, mut facts) = files[0].clone();
    // A UID that nobody made.
    let study = at(&facts, b"\x20\0\x0D\0UI").unwrap() + 8;
    facts[study..study + 8].copy_from_slice(b"1.2.3456");
    assert_eq!(session.directory(&listing(&[(path.clone(), facts)])).unwrap_err().code, Code::Residue);
    // No change to a byte makes it panic.
    let whole = files[0].1.clone();
    for at in 0..whole.len() {
        let mut facts = whole.clone();
        facts[at] ^= 0x41;
        let _ = session.directory(&listing(&[(path.clone(), facts)]));
    }
}

/// The second reader goes where every offset leads.
#[test]
fn a_directory_with_one_wrong_byte_is_refused() {
    let mut session = session("share");
    let chunks = listing(&facts_of(&mut session, &disc()));
    let listed = Listing::parse(&chunks).unwrap();
    let uid = "2.25.1";
    let mut made = listed.made();
    made.insert(uid.to_owned());
    let batch =
        Batch { policy: Policy::built_in("share").unwrap(), key: key(1), tools: tools(), several: false, memos: Default::default() };
    let hunt = Hunt::new(Identifiers::default(), &|_| false).unwrap();
    let encoding = Encoding::ExplicitLittle;
    let expected = Expected { batch: &batch, hunt: &hunt, made: &made, transfer_syntax: EXPLICIT.uid, encoding };
    let output = directory::build(&listed, uid).unwrap();
    let check = |bytes: Vec<u8>| {
        let len = bytes.len() as u64;
        verify::directory(Output { parts: vec![Part::Bytes(bytes)], len, body: output.body }, &listed, &expected)
    };
    let whole = bytes_of(verify::directory(output.clone(), &listed, &expected).unwrap());
    let fixed: Vec<usize> = whole
        .windows(6)
        .enumerate()
        .filter(|(_, window)| window[..2] == [0x04, 0x00] && matches!(&window[4..], b"UL" | b"US" | b"CS" | b"UI" | b"SQ"))
        .map(|(at, _)| at)
        .collect();
    assert!(fixed.len() > 60);
    // Two bytes before a long length are reserved, and say nothing.
    let reserved = |at: &usize, n: usize| &whole[at + 4..at + 6] == b"SQ" && matches!(n, 6 | 7);
    for at in fixed.iter().flat_map(|at| (0..12).filter(move |n| !reserved(at, *n)).map(move |n| at + n)) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x05;
        assert!(check(bytes).is_err(), "a change at {at}");
    }
    for change in [&whole[..whole.len() - 8], &[&whole[..], &[0; 8]].concat(), &whole[..200], &[]] {
        assert!(check(change.to_vec()).is_err());
    }
    // A directory of other files.
    let fewer = listing(&facts_of(&mut session, &disc()[..3]));
    assert!(verify::directory(output, &Listing::parse(&fewer).unwrap(), &expected).is_err());
}

fn set(elements: &[(Tag, VR, &str)]) -> DataSet {
    DataSet::from_element_iter(elements.iter().map(|(tag, vr, text)| {
        let value = if text.is_ascii() { PrimitiveValue::from(*text) } else { PrimitiveValue::U8(text.as_bytes().into()) };
        DataElement::new(*tag, *vr, value)
    }))
}

fn sequence(tag: Tag, items: Vec<DataSet>) -> DataElement<DataSet, Vec<u8>> {
    let items = dicom_core::value::DataSetSequence::new(items, dicom_core::Length::UNDEFINED);
    DataElement::new(tag, VR::SQ, dicom_core::value::Value::Sequence(items))
}

/// Every text in a data set.
fn values(set: &DataSet, to: &mut HashSet<String>) {
    for element in set.iter() {
        match element.value() {
            dicom_core::value::Value::Primitive(PrimitiveValue::U8(bytes)) => _ = to.insert(String::from_utf8(bytes.to_vec()).unwrap()),
            dicom_core::value::Value::Primitive(value) => _ = to.insert(value.to_str().into_owned()),
            value => value.items().unwrap().iter().for_each(|item| values(item, to)),
        }
    }
}

/// Directories of instances that only have what is needed to tell them.
fn of_sets(sets: Vec<DataSet>) -> Vec<(usize, String, Seen)> {
    let session = session("clinical");
    let files = sets.into_iter().enumerate().map(|(n, set)| {
        let mut made = HashSet::new();
        values(&set, &mut made);
        let fallback = Fallback { study: "2.25.77".to_owned(), series: "2.25.78".to_owned() };
        (format!("DICOM/IM{n:06}"), directory::facts(&set, EXPLICIT.uid, &made, &fallback).unwrap())
    });
    walk(&bytes_of(session.directory(&listing(&files.collect::<Vec<_>>())).unwrap()))
}

fn instance(class: &str, number: usize, more: &[(Tag, VR, &str)]) -> DataSet {
    let class = format!("1.2.840.10008.5.1.4.1.1.{class}");
    let instance = format!("2.25.9{number}");
    let own = [
        (tags::SOP_CLASS_UID, VR::UI, class.as_str()),
        (tags::SOP_INSTANCE_UID, VR::UI, instance.as_str()),
        (tags::PATIENT_ID, VR::LO, "SUBJECT-A"),
    ];
    set(&[&own[..], more].concat())
}

#[test]
fn every_kind_has_its_record_with_all_its_keys() {
    let classes = [
        "2", "481.2", "481.3", "481.5", "481.4", "11.1", "9.1.1", "88.11", "88.59", "4.2", "66", "66.1", "66.2", "104.1", "67", "77.1.5.3",
        "78.1", "66.5", "68.1", "66.6", "90.1", "481.10", "91.1", "66.4", "30",
    ];
    let found = of_sets(classes.iter().enumerate().map(|(n, class)| instance(class, n, &[])).collect());
    assert_eq!(found.len(), 3 + classes.len());
    let kinds: HashSet<&str> = found.iter().map(|(_, kind, _)| kind.as_str()).collect();
    assert_eq!(kinds.len(), 3 + classes.len() - 2, "three of them are images");
    // No file names a study or a series: they have names of their own.
    assert_eq!((found[1].2.text(0x0020_000D), found[2].2.text(0x0020_000E)), ("2.25.77".to_owned(), "2.25.78".to_owned()));
    for (_, kind, seen) in &found[3..] {
        assert!(seen.values.contains_key(&0x0020_0013) || ["STEREOMETRIC", "SURFACE SCAN"].contains(&kind.as_str()), "{kind}");
        if let Some(date) = seen.values.get(&0x0008_0023).filter(|_| kind != "ENCAP DOC") {
            assert_eq!(date, b"19000101", "{kind}");
        }
    }
}

#[test]
fn of_a_documents_tree_only_what_modifies_its_title_is_listed() {
    let code = |meaning| {
        set(&[(tags::CODE_VALUE, VR::SH, "113000"), (tags::CODING_SCHEME_DESIGNATOR, VR::SH, "DCM"), (tags::CODE_MEANING, VR::LO, meaning)])
    };
    let item = |relation, words| set(&[(tags::RELATIONSHIP_TYPE, VR::CS, relation), (tags::TEXT_VALUE, VR::UT, words)]);
    let mut report = instance("88.59", 1, &[(tags::CONTENT_DATE, VR::DA, "20200101")]);
    report.put(sequence(tags::CONCEPT_NAME_CODE_SEQUENCE, vec![code("Of Interest")]));
    report.put(sequence(tags::CONTENT_SEQUENCE, vec![item("CONTAINS", "ORIBELLA"), item("HAS CONCEPT MOD", "QUENNETT")]));
    let mut state = instance("11.1", 2, &[]);
    let image = || set(&[(tags::REFERENCED_SOP_INSTANCE_UID, VR::UI, "2.25.9100"), (tags::IMAGE_COMMENTS, VR::LT, "ORIBELLA")]);
    let mut series = set(&[(tags::SERIES_DESCRIPTION, VR::LO, "ORIBELLA")]);
    series.put(sequence(tags::REFERENCED_IMAGE_SEQUENCE, vec![image()]));
    state.put(sequence(tags::REFERENCED_SERIES_SEQUENCE, vec![series]));
    let found = of_sets(vec![report, state]);
    let has = |seen: &Seen, tag: u32, word: &[u8]| seen.values[&tag].windows(word.len()).any(|window| window == word);
    let (report, state) = (&found[3].2, &found[4].2);
    assert!(has(report, 0x0040_A043, b"Of Interest") && has(report, 0x0040_A730, b"QUENNETT") && !has(report, 0x0040_A730, b"ORIBELLA"));
    assert!(has(state, 0x0008_1115, b"2.25.9100") && !has(state, 0x0008_1115, b"ORIBELLA"));
}

#[test]
fn character_sets_are_said_where_text_needs_them() {
    let named = [(tags::SPECIFIC_CHARACTER_SET, VR::CS, "ISO_IR 192"), (tags::STUDY_DESCRIPTION, VR::LO, "Schädel")];
    let found = of_sets(vec![instance("2", 1, &named)]);
    let sets: Vec<bool> = found.iter().map(|(.., seen)| seen.values.contains_key(&0x0008_0005)).collect();
    assert_eq!(sets, [false, true, false, false]);
    assert_eq!(found[1].2.text(0x0008_1030), "Schädel");
    // Nobody could read it.
    let found = of_sets(vec![instance("2", 1, &named[1..])]);
    assert_eq!(found[1].2.text(0x0008_1030), "");
}

#[test]
fn fifty_thousand_files_take_time_and_room_in_proportion() {
    let mut session = session("share");
    let files = facts_of(&mut session, &disc()[..1]);
    let instance = walk(&bytes_of(session.directory(&listing(&files)).unwrap()))[3].2.text(0x0004_1511);
    let many = |count: usize| -> Vec<(String, Vec<u8>)> {
        let one = |n: usize| {
            let mut facts = files[0].1.clone();
            let places: Vec<usize> =
                (0..=facts.len() - instance.len()).filter(|at| facts[*at..].starts_with(instance.as_bytes())).collect();
            for at in places {
                let end = at + instance.len();
                facts[end - 6..end].copy_from_slice(format!("{:06}", 100_000 + n).as_bytes());
            }
            (format!("DICOM/S{:07}/IM{:06}", n / 1_000, n), facts)
        };
        (0..count).map(one).collect()
    };
    let timed = |count| {
        let chunks = listing(&many(count));
        let start = std::time::Instant::now();
        let bytes = bytes_of(session.directory(&chunks).unwrap());
        (start.elapsed().as_secs_f64(), bytes)
    };
    let (few, _) = timed(5_000);
    let (long, bytes) = timed(50_000);
    assert_eq!(walk(&bytes).len(), 50_003);
    assert!(bytes.len() < 50_000 * 400, "{} bytes", bytes.len());
    assert!(long < few.max(0.05) * 40.0, "5,000 files {few} s, 50,000 files {long} s");
    println!("5,000 files {few:.2} s, 50,000 files {long:.2} s, {} bytes", bytes.len());
}

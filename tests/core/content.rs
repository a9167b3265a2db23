//! Structured reports (PS3.15 E.3.4): what leaves is a report, and nothing that a person typed is in it.

use dicom_core::Tag;
use dicom_object::InMemDicomObject;

use crate::build::content::{
    COMPREHENSIVE, FINDING, FINDINGS, KEY_OBJECTS, LATERALITY, LENGTH, RIGHT, coded, container, image, item, num, report, text,
};
use crate::build::samples::{CT, DETAILS, ROOT, ct, reference};
use crate::build::{EXPLICIT, El, File, NATIVE, Set};
use crate::harness::{absent, open, scrub, withheld};
use scan_scrubber::{Code, Error};

const CONTENT: u32 = 0x0040_A730;
const COMMENT: (&str, &str, &str) = ("121106", "DCM", "Comment");
const OBSERVER: (&str, &str, &str) = ("121008", "DCM", "Person Observer Name");
const ACCESSION: (&str, &str, &str) = ("121022", "DCM", "Accession Number");
const TRACKING: (&str, &str, &str) = ("112040", "DCM", "Tracking Unique Identifier");

fn at(tag: u32) -> Tag {
    Tag((tag >> 16) as u16, tag as u16)
}

fn items(set: &InMemDicomObject, tag: u32) -> Vec<InMemDicomObject> {
    set.element_opt(at(tag)).unwrap().and_then(|element| element.items()).map(<[_]>::to_vec).unwrap_or_default()
}

fn value(set: &InMemDicomObject, tag: u32) -> String {
    set.element_opt(at(tag)).unwrap().map(|element| element.to_str().unwrap().into_owned()).unwrap_or_default()
}

/// The output under `share`: Clean Structured Content with Clean Descriptors, dates moved.
fn share(set: Set) -> Vec<u8> {
    let input = File::new(EXPLICIT, set).bytes();
    scrub(&input, "share").unwrap_or_else(|error| panic!("{error}")).bytes
}

/// The items below the root of a report of these.
fn tree(items_of: Vec<Set>) -> Vec<InMemDicomObject> {
    items(&open(&share(report(COMPREHENSIVE, items_of))), CONTENT)
}

fn refused(set: Set) -> Result<(), Error> {
    scrub(&File::new(EXPLICIT, set).bytes(), "share").map(|_| ())
}

fn observer() -> Set {
    item("HAS OBS CONTEXT", "PNAME", OBSERVER).text(0x0040_A123, "PN", "Vandersloot^Piet")
}

#[test]
fn a_day_of_birth_goes_by_whatever_name() {
    for profile in ["clinical", "share"] {
        let dates = [("21112-8", "LN", "Birth date"), ("184099003", "SCT", "Date of birth"), ("GEB1", "99LOCAL", "Geburtsdatum")];
        let day = |concept| item("CONTAINS", "DATE", concept).text(0x0040_A121, "DA", "19610317");
        let moment = item("CONTAINS", "DATETIME", dates[2]).text(0x0040_A120, "DT", "19610317101500");
        let other = item("CONTAINS", "DATE", ("111060", "DCM", "Study Date")).text(0x0040_A121, "DA", "20240309");
        let found: Vec<Set> = dates.into_iter().map(day).chain([moment, other, num(LENGTH, "12.5", "mm")]).collect();
        let input = File::new(EXPLICIT, report(COMPREHENSIVE, found)).bytes();
        let bytes = scrub(&input, profile).unwrap_or_else(|error| panic!("{profile} {error}")).bytes;
        let left = items(&open(&bytes), CONTENT);
        let day = |item: &InMemDicomObject| format!("{}{}", value(item, 0x0040_A121), value(item, 0x0040_A120));
        let days: Vec<String> = left.iter().map(day).filter(|day| !day.is_empty()).collect();
        assert!(days.len() <= 1, "{profile} {days:?}");
        assert_eq!(days.contains(&"20240309".to_owned()), profile == "clinical", "{days:?}");
    }
}

#[test]
fn a_report_leaves_without_its_people() {
    let group = container(
        FINDINGS,
        vec![
            num(LENGTH, "12.5", "mm").items(CONTENT, vec![coded(LATERALITY, RIGHT), text(COMMENT, "as Mrs Grindlewald said")]),
            item("CONTAINS", "UIDREF", TRACKING).text(0x0040_A124, "UI", &format!("{ROOT}.9.9")),
            text(ACCESSION, "ACC-9914402"),
            image(None, "1.2.17"),
        ],
    );
    let set = report(COMPREHENSIVE, vec![observer(), container(FINDINGS, vec![group])]);
    for syntax in NATIVE {
        let cleaned = scrub(&File::new(syntax, set.clone()).bytes(), "share").unwrap_or_else(|error| panic!("{syntax:?}: {error}"));
        absent(&cleaned, DETAILS);
        let root = open(&cleaned.bytes);
        assert_eq!(value(&root, 0x0040_A491), "COMPLETE");
        assert_eq!(value(&root, 0x0040_A493), "UNVERIFIED");
        let template = &items(&root, 0x0040_A504)[0];
        assert_eq!((value(template, 0x0008_0105).as_str(), value(template, 0x0040_DB00).as_str()), ("DCMR", "1500"));
        let top = items(&root, CONTENT);
        assert_eq!(value(&top[0], 0x0040_A123), "REMOVED", "a name that must stay is a dummy");
        let deep = items(&items(&top[1], CONTENT)[0], CONTENT);
        let measured = &items(&deep[0], 0x0040_A300)[0];
        assert_eq!(value(measured, 0x0040_A30A), "12.5");
        assert_eq!(value(&items(measured, 0x0040_08EA)[0], 0x0008_0100), "mm");
        assert_eq!(value(&items(&items(&deep[0], CONTENT)[0], 0x0040_A168)[0], 0x0008_0104), "Right");
        assert!(value(&deep[1], 0x0040_A124).starts_with("2.25."));
        assert_eq!(deep.len(), 3, "the accession number goes with its item");
        // The image is named as it is wherever else it is named.
        let reference = &items(&deep[2], 0x0008_1199)[0];
        let evidence = items(&items(&items(&root, 0x0040_A375)[0], 0x0008_1115)[0], 0x0008_1199);
        assert!(value(reference, 0x0008_1155).starts_with("2.25."));
        assert_eq!(value(reference, 0x0008_1155), value(&evidence[0], 0x0008_1155));
        assert_eq!(value(reference, 0x0008_1150), CT);
    }
}

#[test]
fn without_the_option_reports_are_withheld() {
    for class in [COMPREHENSIVE, KEY_OBJECTS, "1.2.840.10008.5.1.4.1.1.88.40", "1.2.840.10008.5.1.4.1.1.79.1"] {
        let input = File::new(EXPLICIT, report(class, vec![num(LENGTH, "1", "mm")])).bytes();
        assert_eq!(scrub(&input, "strict").unwrap_err().code, Code::Report, "{class}");
        assert!(scrub(&input, "share").is_ok(), "{class}");
    }
}

#[test]
fn reports_of_words_alone_are_withheld() {
    let language = item("HAS CONCEPT MOD", "CODE", ("121049", "DCM", "Language of Content Item and Descendants"));
    let words = || {
        vec![
            observer(),
            language.clone().items(0x0040_A168, vec![crate::build::samples::code("en", "RFC5646", "English")]),
            container(FINDINGS, vec![text(FINDING, "A mass, says Dr Vandersloot"), observer()]),
        ]
    };
    assert_eq!(refused(report(COMPREHENSIVE, words())).unwrap_err().code, Code::FreeText);
    let mut some = words();
    some.push(container(FINDINGS, vec![num(LENGTH, "3", "mm")]));
    assert!(refused(report(COMPREHENSIVE, some)).is_ok());
    // An image that Table E.3.4-1 takes away is none that is left.
    let best = |set: Vec<Set>| set.into_iter().chain([image(Some(("121080", "DCM", "Best illustration of finding")), "1.2.17")]).collect();
    assert_eq!(refused(report(COMPREHENSIVE, best(words()))).unwrap_err().code, Code::FreeText);
    let mut shown = words();
    shown.push(image(None, "1.2.17"));
    assert!(refused(report(COMPREHENSIVE, shown)).is_ok());
}

#[test]
fn key_objects_leave() {
    let description = text(("113012", "DCM", "Key Object Description"), "Grindlewald");
    let root = open(&share(report(KEY_OBJECTS, vec![description, image(None, "1.2.17"), image(None, "1.2.18")])));
    let left = items(&root, CONTENT);
    let uids: Vec<String> = left.iter().map(|item| value(&items(item, 0x0008_1199)[0], 0x0008_1155)).collect();
    assert_eq!(left.len(), 2);
    assert!(uids[0] != uids[1] && uids.iter().all(|uid| uid.starts_with("2.25.")));
}

/// Items that others point to by their position: none goes, so that every position stays right.
#[test]
fn references_by_position_stay_right() {
    let pointing = Set::new().text(0x0040_A010, "CS", "INFERRED FROM").u32s(0x0040_DB73, &[1, 2]);
    let below = text(COMMENT, "Vandersloot").items(CONTENT, vec![text(ACCESSION, "ACC-9914402")]);
    let tree = tree(vec![
        text(ACCESSION, "ACC-9914402").items(CONTENT, vec![coded(LATERALITY, RIGHT), below]),
        num(LENGTH, "12.5", "mm"),
        num(LENGTH, "9", "mm").items(CONTENT, vec![pointing]),
    ]);
    assert_eq!(tree.len(), 3);
    assert_eq!(value(&tree[0], 0x0040_A160), "REMOVED");
    let hidden = items(&tree[0], CONTENT);
    assert_eq!(hidden.len(), 2, "what hangs below keeps its place");
    assert_ne!(value(&items(&hidden[0], 0x0040_A168)[0], 0x0008_0104), "Right", "and says nothing");
    assert_eq!(value(&items(&hidden[1], CONTENT)[0], 0x0040_A160), "REMOVED");
    let pointer = &items(&tree[2], CONTENT)[0];
    let place: Vec<u32> = pointer.element(at(0x0040_DB73)).unwrap().to_multi_int().unwrap();
    assert_eq!(place, [1, 2]);
    assert_eq!(value(&items(&tree[1], 0x0040_A300)[0], 0x0040_A30A), "12.5", "the second item is the one that was pointed to");
}

#[test]
fn texts_that_hold_something_up_stay_as_dummies() {
    let tree = tree(vec![text(COMMENT, "Grindlewald").items(CONTENT, vec![num(LENGTH, "2", "mm")]), text(COMMENT, "Grindlewald")]);
    assert_eq!(tree.len(), 1);
    assert_eq!(value(&tree[0], 0x0040_A160), "REMOVED");
    assert_eq!(items(&tree[0], CONTENT).len(), 1);
}

#[test]
fn coordinates_keep_the_image_they_are_drawn_on() {
    let on = image(Some(("121112", "DCM", "Source of Measurement")), "1.2.17").text(0x0040_A010, "CS", "SELECTED FROM");
    let below_x = image(Some(("121080", "DCM", "Best illustration of finding")), "1.2.17").text(0x0040_A010, "CS", "SELECTED FROM");
    for on in [on, below_x] {
        let drawn = item("INFERRED FROM", "SCOORD", ("111041", "DCM", "Outline"))
            .bytes(0x0070_0022, "FL", &[0; 16])
            .text(0x0070_0023, "CS", "POLYLINE")
            .items(CONTENT, vec![on]);
        let tree = tree(vec![num(LENGTH, "2", "mm").items(CONTENT, vec![drawn])]);
        let drawn = &items(&tree[0], CONTENT)[0];
        assert_eq!(value(drawn, 0x0070_0023), "POLYLINE");
        assert_eq!(items(drawn, CONTENT).len(), 1);
    }
}

#[test]
fn ages_are_capped() {
    let ages = [("121033", "DCM", "Subject Age"), ("30525-0", "LN", "Age")];
    for (age, years, want) in [(ages[0], "97", "90"), (ages[1], "97", "90"), (ages[0], "47", "47"), (ages[1], "90", "90")] {
        let tree = tree(vec![num(age, years, "a"), num(LENGTH, "97", "mm")]);
        assert_eq!(value(&items(&tree[0], 0x0040_A300)[0], 0x0040_A30A), want, "{age:?} {years}");
        assert_eq!(value(&items(&tree[1], 0x0040_A300)[0], 0x0040_A30A), "97");
    }
    // By its unit, whatever the concept is called; in a unit of one's own not at all.
    let local = ("AGE", "99VANDER", "Patient Age");
    let tree = tree(vec![
        num(local, "97", "a"),
        num(local, "1200", "mo"),
        num(local, "97", "d"),
        num(ages[0], "97", "Jahre"),
        num(ages[0], "9", "Jahre"),
    ]);
    let told = |at: usize| items(&tree[at], 0x0040_A300).first().map(|measured| value(measured, 0x0040_A30A));
    assert_eq!([told(0), told(1), told(2)].map(Option::unwrap), ["90", "1080", "97"]);
    assert_eq!((told(3), told(4).as_deref()), (None, Some("9")));
    // Told once more, as precisely as it was.
    let years = crate::build::samples::code("a", "UCUM", "a");
    let precise = Set::new().items(0x0040_08EA, vec![years]).put(El::bytes(0x0040_A161, "FD", &97.0_f64.to_le_bytes()));
    let measured = item("CONTAINS", "NUM", ages[0]).items(0x0040_A300, vec![precise.text(0x0040_A30A, "DS", "1")]);
    let tree = self::tree(vec![measured, num(LENGTH, "2", "mm")]);
    let measured = &items(&tree[0], 0x0040_A300)[0];
    assert_eq!((value(measured, 0x0040_A30A), measured.element_opt(at(0x0040_A161)).unwrap().is_none()), ("90".to_owned(), true));
}

#[test]
fn templates_of_makers_go() {
    let template = Set::new().text(0x0008_0105, "CS", "99GRINDLE").text(0x0040_DB00, "CS", "VANDERSLOOT");
    let set = report(COMPREHENSIVE, vec![num(LENGTH, "2", "mm")]).items(0x0040_A504, vec![template]);
    assert_eq!(items(&open(&share(set)), 0x0040_A504).len(), 0);
}

/// Contexts of images are content items too.
#[test]
fn contexts_of_images_are_cleaned() {
    let plain = |value_type: &str, concept| item("CONTAINS", value_type, concept).without(0x0040_A010);
    let context = vec![
        plain("TEXT", ("121022", "DCM", "Accession Number")).text(0x0040_A160, "UT", "ACC-9914402"),
        plain("PNAME", OBSERVER).text(0x0040_A123, "PN", "Vandersloot^Piet"),
        plain("CODE", LATERALITY).items(0x0040_A168, vec![crate::build::samples::code(RIGHT.0, RIGHT.1, RIGHT.2)]),
        plain("NUM", LENGTH).text(0x0040_A30A, "DS", "4").items(0x0040_08EA, vec![crate::build::samples::code("mm", "UCUM", "mm")]),
    ];
    for tag in [0x0040_0555, 0x0040_0440] {
        let around = |items: Vec<Set>| match tag {
            0x0040_0440 => ct().items(0x0040_0260, vec![Set::new().items(tag, items)]),
            _ => ct().items(tag, items),
        };
        let input = File::new(EXPLICIT, around(context.clone())).bytes();
        let cleaned = scrub(&input, "share").unwrap();
        absent(&cleaned, DETAILS);
        if tag == 0x0040_0555 {
            let left = items(&open(&cleaned.bytes), tag);
            assert_eq!(left.len(), 3);
            assert_eq!(value(&left[0], 0x0040_A123), "REMOVED");
            assert_eq!(value(&left[2], 0x0040_A30A), "4");
            let strict = scrub(&input, "strict").unwrap();
            absent(&strict, DETAILS);
            assert_eq!(items(&open(&strict.bytes), tag).len(), 0);
        }
    }
}

/// What a report says of a person by its concepts is hunted in the other attributes too.
#[test]
fn identifiers_of_items_are_hunted() {
    let set = report(COMPREHENSIVE, vec![text(ACCESSION, "Zorblax-77"), num(LENGTH, "2", "mm")]).text(0x0008_0070, "LO", "Zorblax-77");
    let cleaned = scrub(&File::new(EXPLICIT, set).bytes(), "share").unwrap();
    absent(&cleaned, &["zorblax"]);
}

#[test]
fn items_that_are_wrong_are_no_way_out() {
    // No value type, another than the value's, two values, no concept.
    let wrong = [
        text(COMMENT, "Grindlewald").without(0x0040_A040),
        text(COMMENT, "Grindlewald").text(0x0040_A040, "CS", "NUM"),
        text(COMMENT, "Grindlewald").text(0x0040_A123, "PN", "Vandersloot^Piet"),
        text(COMMENT, "Grindlewald").without(0x0040_A043),
        text(COMMENT, "x").put(El::items(0x0040_A043, vec![Set::new(), crate::build::samples::code("Grindlewald", "DCM", "Vandersloot")])),
        item("CONTAINS", "IMAGE", COMMENT).items(0x0008_1199, vec![reference(CT, "77").text(0x0008_0104, "LO", "Grindlewald")]),
    ];
    for (index, one) in wrong.into_iter().enumerate() {
        let input = File::new(EXPLICIT, report(COMPREHENSIVE, vec![num(LENGTH, "2", "mm"), one])).bytes();
        match scrub(&input, "share") {
            Ok(cleaned) => absent(&cleaned, DETAILS),
            Err(error) => panic!("{index}: {error}"),
        }
    }
    withheld(&File::new(EXPLICIT, ct().text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.34.6.1")).bytes(), Code::ObjectKind);
}

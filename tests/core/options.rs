//! Each Option of PS3.15 E.3 by itself: what it keeps, and the codes of CID 7050 that say so. Table E.1-1 row by row is tested elsewhere.

use scan_scrubber::{Code, Policy, Session};

use crate::build::samples::{ROOT, ct};
use crate::build::set::El;
use crate::build::{EXPLICIT, File, Set};
use crate::harness::{Cleaned, key, open, scrub_in, tools};

fn policy(options: &[&str]) -> Policy {
    let options = serde_json::to_string(options).unwrap();
    Policy::parse(&format!(r#"{{"version":1,"name":"of-a-test","options":{options}}}"#)).unwrap()
}

fn clean(options: &[&str], set: Set) -> Cleaned {
    scrub_in(&mut Session::new(policy(options), key(1), tools()).unwrap(), &File::new(EXPLICIT, set).bytes()).unwrap()
}

fn text(cleaned: &Cleaned, name: &str) -> Option<String> {
    let object = open(&cleaned.bytes);
    object.element_by_name(name).ok().map(|element| element.to_str().unwrap().trim().to_owned())
}

fn codes(cleaned: &Cleaned) -> Vec<String> {
    let object = open(&cleaned.bytes);
    let items = object.element_by_name("DeidentificationMethodCodeSequence").unwrap().items().unwrap();
    items.iter().map(|item| item.element_by_name("CodeValue").unwrap().to_str().unwrap().trim().to_owned()).collect()
}

const BUILT: &[(&str, &str)] = &[
    ("clean-graphics", "113103"),
    ("clean-structured-content", "113104"),
    ("clean-descriptors", "113105"),
    ("retain-longitudinal-full-dates", "113106"),
    ("retain-longitudinal-modified-dates", "113107"),
    ("retain-patient-characteristics", "113108"),
    ("retain-device-identity", "113109"),
    ("retain-uids", "113110"),
    ("retain-safe-private", "113111"),
    ("retain-institution-identity", "113112"),
];

#[test]
fn each_option_alone_and_every_pair_says_its_codes() {
    assert_eq!(codes(&clean(&[], ct())), ["113100"]);
    for (at, (one, first)) in BUILT.iter().enumerate() {
        assert_eq!(codes(&clean(&[one], ct())), ["113100", first]);
        for (two, second) in &BUILT[at + 1..] {
            let dates = ["retain-longitudinal-full-dates", "retain-longitudinal-modified-dates"];
            if dates.contains(one) && dates.contains(two) {
                let both = format!(r#"{{"version":1,"name":"a","options":["{one}","{two}"]}}"#);
                assert_eq!(Policy::parse(&both).unwrap_err().code, Code::PolicyConflict);
                continue;
            }
            assert_eq!(codes(&clean(&[two, one], ct())), ["113100", first, second]);
        }
    }
}

#[test]
fn a_device_and_an_institution_stay_where_they_are_asked_for() {
    let basic = clean(&[], ct());
    let device = clean(&["retain-device-identity"], ct());
    let institution = clean(&["retain-institution-identity"], ct());
    for (name, value, keeps) in [
        ("StationName", "CTSCAN-HOST7", &device),
        ("DeviceSerialNumber", "SN-77120-X", &device),
        ("InstitutionName", "St. Brigid Hospital", &institution),
        ("InstitutionAddress", "1 Quimby Square", &institution),
    ] {
        assert_eq!(text(keeps, name).as_deref(), Some(value), "{name}");
        for other in [&basic, &device, &institution].into_iter().filter(|other| !std::ptr::eq(*other, keeps)) {
            assert_ne!(text(other, name).as_deref(), Some(value), "{name}");
        }
    }
    // A device that is called after the patient is not kept.
    let named = clean(&["retain-device-identity"], ct().text(0x0008_1010, "SH", "GRINDLEWALD-1"));
    assert_eq!(text(&named, "StationName"), None);
}

/// A device's own dates: kept with it, moved where dates are moved.
#[test]
fn dates_of_a_device_are_not_kept_beside_moved_ones() {
    let set = || ct().text(0x0018_1200, "DA", "20231224").text(0x0018_1201, "TM", "0815");
    assert_eq!(text(&clean(&[], set()), "DateOfLastCalibration"), None);
    assert_eq!(text(&clean(&["retain-device-identity"], set()), "DateOfLastCalibration").as_deref(), Some("20231224"));
    let moved = clean(&["retain-device-identity", "retain-longitudinal-modified-dates"], set());
    assert!(text(&moved, "DateOfLastCalibration").is_some_and(|date| date != "20231224"));
    assert_eq!(text(&moved, "TimeOfLastCalibration").as_deref(), Some("0815"));
    assert_eq!(text(&moved, "LongitudinalTemporalInformationModified").as_deref(), Some("MODIFIED"));
}

#[test]
fn uids_stay_where_they_are_asked_for_unless_a_day_is_in_them() {
    let retained = clean(&["retain-uids"], ct());
    for name in ["SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID"] {
        let original = open(&File::new(EXPLICIT, ct()).bytes()).element_by_name(name).unwrap().to_str().unwrap().into_owned();
        assert_eq!(text(&retained, name).as_deref(), Some(original.trim_end_matches('\0')), "{name}");
        assert_ne!(text(&clean(&[], ct()), name), text(&retained, name));
    }
    let dated = format!("{ROOT}.20240217081503.9");
    let set = || ct().text(0x0020_000D, "UI", &dated);
    assert_ne!(text(&clean(&["retain-uids"], set()), "StudyInstanceUID"), Some(dated.clone()));
    assert_ne!(text(&clean(&["retain-uids", "retain-longitudinal-modified-dates"], set()), "StudyInstanceUID"), Some(dated.clone()));
    assert_eq!(text(&clean(&["retain-uids", "retain-longitudinal-full-dates"], set()), "StudyInstanceUID"), Some(dated));
}

/// Overlays go under every policy, and so does what says that one of them is a shutter.
#[test]
fn no_shutter_of_an_overlay_is_left() {
    let set = ct().text(0x0018_1600, "CS", "RECTANGULAR\\BITMAP").text(0x0018_1602, "IS", "1").u16s(0x0018_1623, &[0x6000]);
    for options in [&[][..], &["clean-graphics"], &["clean-descriptors"]] {
        let cleaned = clean(options, set.clone());
        assert_eq!(text(&cleaned, "ShutterShape").as_deref(), Some("RECTANGULAR"));
        assert_eq!(text(&cleaned, "ShutterLeftVerticalEdge").as_deref(), Some("1"));
        assert_eq!(text(&cleaned, "ShutterOverlayGroup"), None);
    }
}

/// Graphics of a presentation state: what is drawn stays under its Option, what is written there only as far as words are cleaned.
#[test]
fn graphics_stay_without_their_words() {
    const PRESENTATION: &str = "1.2.840.10008.5.1.4.1.1.11.1";
    let drawing = Set::new()
        .text(0x0070_0002, "CS", "LAYER1")
        .items(0x0070_0008, vec![Set::new().text(0x0070_0006, "ST", "Oribella, Mrs").bytes(0x0070_0014, "FL", &[0; 8])])
        .items(
            0x0070_0009,
            vec![
                Set::new()
                    .text(0x0070_0005, "CS", "PIXEL")
                    .u16s(0x0070_0020, &[2])
                    .u16s(0x0070_0021, &[1])
                    .bytes(0x0070_0022, "FL", &[0, 0, 0x80, 0x3F, 0, 0, 0, 0x40])
                    .text(0x0070_0023, "CS", "POINT")
                    .text(0x0070_0024, "CS", "N"),
            ],
        );
    let set = crate::build::samples::ct_header()
        .text(0x0008_0016, "UI", PRESENTATION)
        .text(0x0008_0060, "CS", "PR")
        .push(El::items(0x0070_0001, vec![drawing]))
        .sorted();
    for (options, stays) in [(&[][..], false), (&["clean-graphics"], true), (&["clean-graphics", "clean-descriptors"], true)] {
        let cleaned = clean(options, set.clone());
        let object = open(&cleaned.bytes);
        let items = object.element_by_name("GraphicAnnotationSequence").ok().and_then(|element| element.items().map(<[_]>::to_vec));
        assert_eq!(items.as_ref().is_some_and(|items| !items.is_empty()), stays, "{options:?}");
        assert!(!cleaned.bytes.windows(8).any(|part| part.eq_ignore_ascii_case(b"oribella")));
        if let Some(item) = items.iter().flatten().next() {
            let graphic =
                item.element_by_name("GraphicObjectSequence").unwrap().items().unwrap()[0].element_by_name("GraphicData").unwrap();
            assert_eq!(graphic.to_multi_float32().unwrap(), [1.0, 2.0]);
        }
    }
}

/// A name and an ID of the policy's own, in any script.
#[test]
fn the_subject_is_who_the_policy_says() {
    let subject = |several: bool| {
        let json = r#"{"version":1,"name":"a","options":[],"subject":{"name":"Muster^Jana","id":"P-001"}}"#;
        let mut session = Session::new(Policy::parse(json).unwrap(), key(1), tools()).unwrap();
        session.hunt(scan_scrubber::Identifiers::default(), several).unwrap();
        scrub_in(&mut session, &File::new(EXPLICIT, ct()).bytes()).unwrap()
    };
    assert_eq!(text(&subject(false), "PatientName").as_deref(), Some("Muster^Jana"));
    assert_eq!(text(&subject(false), "PatientID").as_deref(), Some("P-001"));
    assert!(text(&subject(true), "PatientID").is_some_and(|id| id.starts_with("P-001-") && id.len() == 11));
    let bad = r#"{"version":1,"name":"a","options":[],"subject":{"name":"A\\B"}}"#;
    assert_eq!(Policy::parse(bad).unwrap_err().code, Code::Policy);
}

//! Numbers that are no measurement: an ID of the batch, a day, letters; in every VR and in every way a number is written.

use scan_scrubber::{Policy, Session};

use crate::build::content::{COMPREHENSIVE, LENGTH, num, report};
use crate::build::samples::ct;
use crate::build::{BIG, EXPLICIT, El, File, IMPLICIT, Set, Syntax};
use crate::harness::{key, open, scrub, scrub_in, tools};

const ID: &str = "83648172";

fn slice() -> Set {
    ct().text(0x0010_0020, "LO", ID)
}

/// What is left of an attribute under each profile, as text.
fn left(set: &Set, syntax: Syntax, name: &str) -> Vec<String> {
    let of = |profile| {
        let cleaned = scrub(&File::new(syntax, set.clone()).bytes(), profile).unwrap_or_else(|error| panic!("{profile}: {error}"));
        let object = open(&cleaned.bytes);
        object.element_by_name(name).map(|element| element.to_str().unwrap().trim().to_owned()).unwrap_or_default()
    };
    ["share", "strict", "clinical"].map(of).into()
}

#[test]
fn written_numbers_that_are_an_id_or_a_day_go() {
    for number in
        [ID, "+83648172", "0083648172", "83648172.0", "8.3648172E7", "836481720e-1", "19530915", "19530915.0", "1.9530915E7", "1\\19530915"]
    {
        for (tag, name) in [(0x0018_0088, "SpacingBetweenSlices"), (0x0018_0081, "EchoTime")] {
            assert_eq!(left(&slice().text(tag, "DS", number), EXPLICIT, name), ["", "", ""], "{name} {number}");
        }
    }
    assert_eq!(left(&slice().text(0x0020_0011, "IS", "19530915"), EXPLICIT, "SeriesNumber"), ["", "", ""]);
    assert_eq!(left(&slice().text(0x0018_0088, "DS", "8.3648173E7"), EXPLICIT, "SpacingBetweenSlices"), ["8.3648173E7"; 3]);
}

#[test]
fn binary_numbers_that_are_an_id_a_day_or_letters_go() {
    for syntax in [EXPLICIT, IMPLICIT, BIG] {
        for number in [83_648_172.0, 19_530_915.0, f64::from_le_bytes(*b"SMITH\0\0\0")] {
            let set = slice().bytes(0x0018_9073, "FD", &number.to_le_bytes());
            assert_eq!(left(&set, syntax, "AcquisitionDuration"), ["", "", ""], "{number}");
        }
        let set = slice().bytes(0x0018_9073, "FD", &83_648_173.5_f64.to_le_bytes());
        assert_eq!(left(&set, syntax, "AcquisitionDuration"), ["83648173.5"; 3]);
    }
    for number in [83_648_172_u32, 19_530_915] {
        let set = slice().u32s(0x0020_9057, &[number]);
        assert_eq!(left(&set, EXPLICIT, "InStackPositionNumber"), ["", "", ""], "{number}");
    }
}

/// The same measurement is there as text, as a floating point number and as a fraction (PS3.3 C.18.1).
#[test]
fn all_ways_of_one_measurement_go() {
    let measured = Set::new()
        .items(0x0040_08EA, vec![crate::build::samples::code("mm", "UCUM", "mm")])
        .text(0x0040_A30A, "DS", ID)
        .f64s(0x0040_A161, &[83_648_172.0])
        .bytes(0x0040_A162, "SL", &83_648_172_i32.to_le_bytes())
        .u32s(0x0040_A163, &[1]);
    let item = num(LENGTH, "1", "mm").without(0x0040_A300).items(0x0040_A300, vec![measured]);
    let set = report(COMPREHENSIVE, vec![item, num(LENGTH, "3", "mm")]).text(0x0010_0020, "LO", ID);
    let cleaned = scrub(&File::new(EXPLICIT, set).bytes(), "share").unwrap();
    for form in [83_648_172_f64.to_le_bytes().as_slice(), &83_648_172_i32.to_le_bytes(), ID.as_bytes()] {
        assert!(!cleaned.bytes.windows(form.len()).any(|window| window == form), "{form:?}");
    }
}

#[test]
fn private_numbers_that_are_an_id_go() {
    let of = |number: i32| {
        let set = slice().without(0x0019_1008).put(El::text(0x0019_0010, "LO", "SIEMENS MR HEADER"));
        let set = set.bytes(0x0019_1012, "SL", &[number.to_le_bytes(), [0; 4], [0; 4]].concat());
        open(&scrub(&File::new(EXPLICIT, set).bytes(), "share").unwrap().bytes).iter().any(|element| element.header().tag.group() == 0x19)
    };
    assert!(!of(83_648_172) && of(83_648_173));
}

#[test]
fn an_id_that_is_spread_over_values_goes() {
    for values in ["83\\64\\81\\72", "83 \\64\\\\81\\72"] {
        let set = slice().text(0x0008_1080, "LO", values);
        assert_eq!(left(&set, EXPLICIT, "AdmittingDiagnosesDescription"), ["", "", ""], "{values}");
    }
    let set = slice().text(0x0008_1080, "LO", "lung\\stage 2");
    assert_eq!(left(&set, EXPLICIT, "AdmittingDiagnosesDescription")[0], "lung\\stage 2");
}

#[test]
fn uids_are_not_retained_with_an_id_in_them() {
    let study = |uid: &str| {
        let policy = Policy::parse(r#"{"version":1,"name":"uids","options":["retain-uids"]}"#).unwrap();
        let input = File::new(EXPLICIT, slice().text(0x0020_000D, "UI", uid)).bytes();
        let cleaned = scrub_in(&mut Session::new(policy, key(1), tools()).unwrap(), &input).unwrap();
        open(&cleaned.bytes).element_by_name("StudyInstanceUID").unwrap().to_str().unwrap().trim_end_matches('\0').to_owned()
    };
    assert!(study("1.2.826.83648172.4").starts_with("2.25."));
    assert_eq!(study("1.2.826.83648173.4"), "1.2.826.83648173.4");
}

//! Elements in the wrong place, in the wrong number, under the wrong VR.

use scan_scrubber::Code;

use crate::build::samples::{ct, ct_header, structure_set};
use crate::build::set::{El, Value};
use crate::build::{BIG, DEFLATED, EXPLICIT, Encoding, File, IMPLICIT, NATIVE, Set};
use crate::harness::{PROFILES, cleaned, cleaned_or, open, scrub, withheld};

/// R06: no copy of a tag that stands twice is believed.
#[test]
fn duplicates_are_dropped_and_reported() {
    for copies in [1, 2] {
        for (tag, vr) in
            [(0x0010_0010, "PN"), (0x0010_4000, "LT"), (0x0018_0015, "CS"), (0x0008_0070, "LO"), (0x0020_4000, "LT"), (0x0008_103E, "LO")]
        {
            let mut set = ct().text(tag, vr, "CHEST");
            for _ in 0..copies {
                set = set.beside(El::text(tag, vr, "ORIBELLA"));
            }
            let mut before = set.clone();
            let at = before.0.iter().position(|el| el.tag == tag).unwrap();
            before.0.swap(at, at + copies);
            for set in [set, before] {
                for syntax in NATIVE {
                    for cleaned in cleaned(&File::new(syntax, set.clone()).bytes(), &["ORIBELLA"]) {
                        assert!(cleaned.scrubbed.findings.contains(&"duplicates"));
                    }
                }
            }
        }
    }
}

#[test]
fn duplicates_in_items_and_far_apart_are_dropped() {
    let item = Set::new().text(0x0018_0050, "DS", "3").push(El::text(0x0018_0050, "DS", "739518264")).text(0x0028_0030, "DS", "0.9\\0.9");
    let set = ct().items(0x5200_9229, vec![Set::new().items(0x0028_9110, vec![item])]).sorted();
    for cleaned in cleaned(&File::new(EXPLICIT, set).bytes(), &["739518264"]) {
        assert!(cleaned.scrubbed.findings.contains(&"duplicates"));
    }
    let set = ct_header().push(El::text(0x0018_0015, "CS", "ORIBELLA"));
    cleaned(&File::new(EXPLICIT, set).bytes(), &["ORIBELLA"]);
    let twice = ct().beside(El::items(0x0008_1140, vec![Set::new().text(0x0010_0010, "PN", "Oribella^Ann")]));
    cleaned(&File::new(EXPLICIT, twice).bytes(), &["Oribella"]);
}

#[test]
fn an_instance_that_is_two_is_refused() {
    withheld(&File::new(EXPLICIT, ct().beside(El::text(0x0008_0018, "UI", "1.2.3.4"))).bytes(), Code::NoIdentity);
    withheld(&File::new(EXPLICIT, ct().beside(El::bytes(0x0028_0010, "US", &[4, 0]))).bytes(), Code::PixelLayout);
}

/// R06: File Meta Information with copies.
#[test]
fn duplicates_in_file_meta_information_are_not_passed_on() {
    for tag in [0x0002_0002, 0x0002_0003, 0x0002_0012] {
        let file = File::new(EXPLICIT, ct()).meta(|meta| meta.beside(El::text(tag, "UI", "1.2.739518264.5")));
        cleaned(&file.bytes(), &["739518264"]);
    }
    let file = File::new(EXPLICIT, ct())
        .meta(|meta| meta.beside(El::text(0x0002_0013, "SH", "ORIBELLA")).first(El::text(0x0002_0013, "SH", "QUENNETT")));
    cleaned(&file.bytes(), &["ORIBELLA", "QUENNETT"]);
}

/// R07
#[test]
fn tags_out_of_order_come_out_in_order() {
    for syntax in NATIVE {
        let mut set = ct_header();
        let first = set.0.remove(0);
        set.0.reverse();
        let shuffled = File::new(syntax, set.first(first)).bytes();
        let plain = File::new(syntax, ct_header()).bytes();
        for profile in PROFILES {
            assert_eq!(scrub(&shuffled, profile).unwrap().bytes, scrub(&plain, profile).unwrap().bytes);
        }
    }
    let set = Set::new().text(0x0010_0010, "PN", "Oribella^Ann");
    cleaned(&File::new(EXPLICIT, ct().push(set.0[0].clone())).bytes(), &["Oribella"]);
}

/// R07: groups that have no place in a data set.
#[test]
fn strays_of_other_groups_are_dropped() {
    for (tag, vr) in [
        (0x0002_0010, "UI"),
        (0x0002_0016, "AE"),
        (0x0004_1130, "CS"),
        (0x0004_1500, "CS"),
        (0x0000_0002, "UI"),
        (0x0006_0010, "LO"),
        (0x0008_0000, "UN"),
        (0x0010_0000, "LO"),
        (0xFFFC_FFFC, "OB"),
        (0xFFFA_FFFA, "SQ"),
    ] {
        let el =
            if vr == "SQ" { El::items(tag, vec![Set::new().text(0x0010_0010, "PN", "ORIBELLA")]) } else { El::text(tag, vr, "ORIBELLA") };
        for syntax in NATIVE {
            // Behind the first element: before it, group 0002 is File Meta Information.
            let mut second = ct();
            second.0.insert(1, el.clone());
            for set in [second, ct_header().push(el.clone()), ct().push(el.clone())] {
                cleaned(&File::new(syntax, set).bytes(), &["ORIBELLA"]);
            }
        }
        let within = ct().items(0x0008_1140, vec![Set::new().push(el)]);
        cleaned(&File::new(EXPLICIT, within).bytes(), &["ORIBELLA"]);
    }
}

/// R08: the dictionary decides what an element is.
#[test]
fn values_under_another_vr_go_by_the_dictionary() {
    let name = "Oribella^Ann";
    for vr in ["UN", "OB", "LT", "CS", "UI", "DA", "IS", "UT", "OW", "US", "AT", "FD", "ZZ", "pn", "lo", "us"] {
        let set = ct().put(El::text(0x0010_0010, vr, name));
        cleaned(&File::new(EXPLICIT, set).bytes(), &["Oribella"]);
        let set = ct().put(El::text(0x0018_0015, vr, name)).put(El::text(0x0010_2160, vr, name));
        cleaned(&File::new(EXPLICIT, set.clone()).bytes(), &["Oribella"]);
        cleaned_or(&File::new(BIG, set).bytes(), &["Oribella"], &[Code::Structure, Code::CutOff]);
    }
    for tag in [0x0010_0010, 0x0018_0050, 0x0018_0015, 0x0008_1030] {
        let set = ct().put(El::new(tag, "SQ", Value::Items(vec![Set::new().text(0x0010_0010, "PN", name).text(0x0008_0060, "CS", "CT")])));
        cleaned(&File::new(EXPLICIT, set).bytes(), &["Oribella"]);
    }
    // A Sequence that the file calls text.
    let item = ct().items(0x0008_1140, vec![Set::new().text(0x0010_0010, "PN", name)]).encode(Encoding::Explicit, false);
    for vr in ["LO", "UT", "OB", "UN"] {
        cleaned(&File::new(EXPLICIT, ct().put(El::bytes(0x0008_1140, vr, &item))).bytes(), &["Oribella"]);
    }
}

/// R08: a hint at writing that cannot be read is one.
#[test]
fn unreadable_hints_withhold_the_picture() {
    for tag in [0x0008_0060, 0x0008_0008, 0x0028_0301] {
        let sequence = El::items(tag, vec![Set::new().text(0x0010_0010, "PN", "Oribella^Ann")]);
        withheld(&File::new(EXPLICIT, ct().put(sequence)).bytes(), Code::Writing);
    }
    withheld(&File::new(EXPLICIT, ct().text(0x0008_0060, "CS", "")).bytes(), Code::Writing);
    withheld(&File::new(EXPLICIT, ct().text(0x0028_0301, "CS", "MAYBE")).bytes(), Code::Writing);
    withheld(&File::new(EXPLICIT, ct().text(0x0008_0060, "CS", "CT").beside(El::text(0x0008_0060, "CS", "US"))).bytes(), Code::Writing);
}

/// R08: elements of the other kind within a data set.
#[test]
fn implicit_elements_in_explicit_files_are_read() {
    for tag in [0x0010_0010, 0x0010_4000, 0x0018_0015] {
        let set = ct().put(El::text(tag, "LO", "Oribella^Ann").implicit());
        cleaned(&File::new(EXPLICIT, set).bytes(), &["Oribella"]);
    }
    let set = ct().put(El::items(0x0008_1140, vec![Set::new().put(El::text(0x0010_0010, "PN", "Oribella^Ann").implicit())]).implicit());
    cleaned_or(&File::new(EXPLICIT, set).bytes(), &["Oribella"], &[Code::Structure, Code::CutOff]);
}

/// R08: the bytes are right, whatever File Meta Information says.
#[test]
fn data_sets_in_another_encoding_than_declared_are_read() {
    let set = ct().text(0x0010_4000, "LT", "Oribella");
    for declared in [EXPLICIT, IMPLICIT, BIG] {
        for real in [EXPLICIT, IMPLICIT, BIG] {
            let file = [File::new(declared, set.clone()).head(), set.encode(real.encoding, false)].concat();
            for cleaned in cleaned(&file, &["Oribella"]) {
                assert_eq!(open(&cleaned.bytes).meta().transfer_syntax().trim_end_matches('\0'), real.uid);
            }
        }
    }
    let file = [File::new(DEFLATED, set.clone()).head(), set.encode(Encoding::Explicit, false)].concat();
    cleaned_or(&file, &["Oribella"], &[Code::Deflate, Code::TransferSyntax]);
}

/// R10: whatever follows the data set.
#[test]
fn trailing_bytes_are_dropped_and_reported() {
    let other = File::new(EXPLICIT, ct().text(0x0010_0010, "PN", "Oribella^Ann")).bytes();
    let gap = [&[0; 10][..], &Set::new().text(0x0010_0010, "PN", "Oribella^Ann").encode(Encoding::Explicit, false)].concat();
    let tails: Vec<Vec<u8>> = vec![
        b"Oribella".to_vec(),
        b"....Oribella".repeat(90),
        [&[0; 1_000][..], b"Oribella"].concat(),
        other,
        gap,
        [&[b' '; 7][..], b"Oribella"].concat(),
    ];
    for tail in &tails {
        for syntax in [EXPLICIT, IMPLICIT, BIG] {
            for cleaned in cleaned(&File::new(syntax, ct()).tail(tail).bytes(), &["Oribella"]) {
                assert!(cleaned.scrubbed.findings.contains(&"trailing-bytes"), "{:?}", cleaned.scrubbed.findings);
            }
        }
        // Inside the deflate stream, and behind it.
        cleaned(&File::new(DEFLATED, ct()).tail(tail).bytes(), &["Oribella"]);
        cleaned(&File::new(DEFLATED, ct()).behind(tail).bytes(), &["Oribella"]);
        // Without pixels it cannot be told where the data set ends.
        cleaned_or(
            &File::new(EXPLICIT, structure_set()).tail(tail).bytes(),
            &["Oribella"],
            &[Code::Structure, Code::CutOff, Code::NoIdentity],
        );
    }
    for count in [1, 3, 7, 8, 9, 1_000] {
        let plain = scrub(&File::new(EXPLICIT, ct()).bytes(), "share").unwrap();
        let padded = scrub(&File::new(EXPLICIT, ct()).tail(&vec![0; count]).bytes(), "share").unwrap();
        assert_eq!(plain.bytes, padded.bytes, "{count} zeros");
    }
}

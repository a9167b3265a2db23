//! What is clean stays as it is (V06, V09), and one content has one form (H23).

use scan_scrubber::Pixels;

use crate::build::pixels::{jpeg, jpeg_2000, offsets, rle};
use crate::build::samples::{ct, ct_header, enhanced_mr, layout, one_pixel, segmentation, structure_set};
use crate::build::set::El;
use crate::build::{BIG, EXPLICIT, File, IMPLICIT, JPEG, JPEG_2000, NATIVE, RLE, Set};
use crate::harness::{PROFILES, open, pixels, scrub, session};

fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for syntax in NATIVE {
        for (name, set) in [("CT", ct()), ("MR", enhanced_mr()), ("SEG", segmentation()), ("RTSTRUCT", structure_set())] {
            files.push((format!("{name} {}", syntax.uid), File::new(syntax, set).bytes()));
        }
    }
    let two = vec![jpeg(&[]), jpeg(&[])];
    let many = one_pixel().text(0x0028_0008, "IS", "2");
    files.push(("JPEG".to_owned(), File::new(JPEG, many.clone().fragments(&[], &two)).bytes()));
    files.push(("JPEG with offsets".to_owned(), File::new(JPEG, many.fragments(&offsets(&two), &two)).bytes()));
    files.push(("JPEG 2000".to_owned(), File::new(JPEG_2000, one_pixel().fragments(&[], &[jpeg_2000(&[], &[])])).bytes()));
    files.push(("RLE".to_owned(), File::new(RLE, layout(ct_header(), 4, 4, 8, 8).fragments(&[], &[rle(16)])).bytes()));
    files
}

/// V06: pixels without anything beside them leave byte for byte, in the Transfer Syntax that they came in.
#[test]
fn clean_pixels_are_not_changed() {
    for (name, file) in files().into_iter().filter(|(name, _)| !name.starts_with("RTSTRUCT")) {
        for profile in PROFILES {
            let outcome = scrub(&file, profile).unwrap();
            assert_eq!(outcome.scrubbed.pixels, Pixels::Unchanged, "{name}");
            assert_eq!(pixels(&outcome.bytes), pixels(&file), "{name}");
            let syntax = |bytes: &[u8]| open(bytes).meta().transfer_syntax().to_owned();
            assert_eq!(syntax(&outcome.bytes), syntax(&file), "{name}");
        }
    }
}

/// What describes the pixels leaves with them, value for value.
#[test]
fn what_pixels_need_is_kept() {
    const NEEDED: &[&str] = &[
        "SamplesPerPixel",
        "PhotometricInterpretation",
        "Rows",
        "Columns",
        "BitsAllocated",
        "BitsStored",
        "HighBit",
        "PixelRepresentation",
        "NumberOfFrames",
        "PixelSpacing",
        "ImagePositionPatient",
        "ImageOrientationPatient",
        "SliceThickness",
        "RescaleSlope",
        "RescaleIntercept",
        "WindowCenter",
        "WindowWidth",
        "Modality",
        "InstanceNumber",
        "BodyPartExamined",
        "PatientPosition",
        "KVP",
    ];
    for (name, file) in files() {
        for profile in PROFILES {
            let (before, after) = (open(&file), open(&scrub(&file, profile).unwrap().bytes));
            for needed in NEEDED {
                if let Ok(element) = before.element_by_name(needed) {
                    let kept = after.element_by_name(needed).unwrap_or_else(|_| panic!("{name}: no {needed} under {profile}"));
                    assert_eq!(
                        kept.value().to_str().unwrap().trim(),
                        element.value().to_str().unwrap().trim(),
                        "{name}: {needed} under {profile}"
                    );
                }
            }
        }
    }
}

/// The same key gives the same bytes.
#[test]
fn one_key_gives_one_file() {
    for (name, file) in files() {
        for profile in PROFILES {
            assert_eq!(scrub(&file, profile).unwrap().bytes, scrub(&file, profile).unwrap().bytes, "{name}");
        }
    }
}

/// V09: what was cleaned is cleaned again without a hitch; nothing new is found in it, and nothing else is lost.
#[test]
fn cleaning_twice_finds_nothing_more() {
    for (name, file) in files() {
        for profile in PROFILES {
            let once = scrub(&file, profile).unwrap();
            let twice = scrub(&once.bytes, profile).unwrap_or_else(|error| panic!("{name} {profile}: {error}"));
            assert_eq!(twice.scrubbed.findings, [""; 0], "{name}");
            assert_ne!(twice.scrubbed.pixels, Pixels::Rebuilt, "{name}");
            let tags = |bytes: &[u8]| open(bytes).iter().map(|element| element.header().tag).collect::<Vec<_>>();
            assert_eq!(tags(&once.bytes), tags(&twice.bytes), "{name} {profile}");
            if name.starts_with("RTSTRUCT") {
                continue;
            }
            assert_eq!(pixels(&once.bytes), pixels(&twice.bytes), "{name}");
        }
    }
}

/// V09: cleaning again under another profile says both, but for what is no longer true of dates.
#[test]
fn earlier_cleaning_stays_said() {
    let once = scrub(&File::new(EXPLICIT, ct()).bytes(), "clinical").unwrap();
    let twice = scrub(&once.bytes, "strict").unwrap();
    let object = open(&twice.bytes);
    let codes = object.element_by_name("DeidentificationMethodCodeSequence").unwrap();
    let values: Vec<_> =
        codes.items().unwrap().iter().map(|item| item.element_by_name("CodeValue").unwrap().to_str().unwrap().into_owned()).collect();
    assert_eq!(values, ["113104", "113105", "113108", "113111", "113100"]);
}

/// V09: what was done to the dates before is not undone by one who leaves them as they are.
#[test]
fn dates_that_were_moved_stay_moved() {
    let temporal = |bytes: &[u8]| {
        let object = open(bytes);
        let codes = object.element_by_name("DeidentificationMethodCodeSequence").unwrap();
        let values = codes.items().unwrap().iter().map(|item| item.element_by_name("CodeValue").unwrap().to_str().unwrap().into_owned());
        let full = values.filter(|code| matches!(code.as_str(), "113106" | "113107")).collect::<Vec<_>>();
        (object.element_by_name("LongitudinalTemporalInformationModified").unwrap().to_str().unwrap().into_owned(), full)
    };
    let file = File::new(EXPLICIT, ct()).bytes();
    for (profiles, state, codes) in [
        (&["clinical"][..], "UNMODIFIED", &["113106"][..]),
        (&["share"], "MODIFIED", &["113107"]),
        (&["share", "clinical"], "MODIFIED", &["113107"]),
        (&["clinical", "share"], "MODIFIED", &["113107"]),
        (&["strict", "clinical"], "REMOVED", &[]),
        (&["strict", "share"], "REMOVED", &[]),
        (&["share", "strict"], "REMOVED", &[]),
    ] {
        let cleaned = profiles.iter().fold(file.clone(), |file, profile| scrub(&file, profile).unwrap().bytes);
        assert_eq!(temporal(&cleaned), (state.to_owned(), codes.iter().map(|code| (*code).to_owned()).collect()), "{profiles:?}");
    }
}

/// H23: how a content was written says nothing in what leaves.
#[test]
fn one_content_has_one_form() {
    for sample in [ct(), enhanced_mr(), segmentation(), structure_set()] {
        for syntax in NATIVE {
            let whole = File::new(syntax, sample.clone());
            let padded = Set(sample
                .0
                .iter()
                .map(|el| match &el.vr {
                    b"CS" | b"DS" | b"IS" | b"LO" | b"PN" | b"SH" | b"UI" => el.clone().padded(0),
                    _ => el.clone(),
                })
                .collect());
            let spaced = Set(sample
                .0
                .iter()
                .map(|el| match (&el.vr, &el.value) {
                    (b"CS" | b"DA" | b"DS" | b"LO" | b"SH", crate::build::set::Value::Bytes(bytes)) => {
                        El::bytes(el.tag, std::str::from_utf8(&el.vr).unwrap(), &[&bytes[..], b"  "].concat())
                    }
                    _ => el.clone(),
                })
                .collect());
            let mut other_order = sample.clone();
            let middle = other_order.0.len() / 2;
            other_order.0[1..middle].reverse();
            let lengths = sample.clone().u32s(0x0008_0000, &[1_234]).u32s(0x0020_0000, &[1]);
            let with = |set: Set| File { set, ..whole.clone() };
            let variants = [
                ("open", whole.clone().open()),
                ("NUL", with(padded)),
                ("spaces", with(spaced)),
                ("order", with(other_order)),
                ("group lengths", with(lengths)),
                ("preamble", whole.clone().preamble(b"II*\0")),
                ("maker", whole.clone().meta(|meta| meta.text(0x0002_0013, "SH", "OTHER").text(0x0002_0012, "UI", "1.2.3"))),
            ];
            for profile in PROFILES {
                let reference = scrub(&whole.bytes(), profile).unwrap();
                for (name, variant) in &variants {
                    let outcome = scrub(&variant.bytes(), profile).unwrap();
                    assert!(outcome.bytes == reference.bytes, "{name} {} {profile}", syntax.uid);
                }
            }
        }
    }
}

/// One content in three encodings is one data set.
#[test]
fn encodings_agree() {
    for sample in [ct(), enhanced_mr(), structure_set()] {
        for profile in PROFILES {
            let dump = |syntax| {
                let outcome = scrub(&File::new(syntax, sample.clone()).bytes(), profile).unwrap();
                let set = open(&outcome.bytes).into_inner();
                let strings: Vec<String> = set
                    .iter()
                    .filter(|element| element.header().tag.group() != 0x7FE0)
                    .map(|element| format!("{} {}", element.header().tag, element.value().to_str().unwrap_or_default().trim()))
                    .collect();
                (strings, outcome.scrubbed.ledger.lines())
            };
            let reference = dump(EXPLICIT);
            assert_eq!(dump(IMPLICIT), reference);
            assert_eq!(dump(BIG), reference);
        }
    }
}

/// A first look says what the whole way will do.
#[test]
fn a_first_look_keeps_its_word() {
    for (name, file) in files() {
        for profile in PROFILES {
            let batch = session(profile);
            let mut source = scan_scrubber::Source::new(std::io::Cursor::new(&file)).unwrap();
            let kind = scan_scrubber::kind(&mut source).unwrap();
            let look = batch.look(&mut source, kind).unwrap();
            let outcome = scrub(&file, profile).unwrap();
            assert_eq!(look.refusal, None);
            assert_eq!(look.ledger.lines(), outcome.scrubbed.ledger.lines(), "{name}");
        }
    }
}

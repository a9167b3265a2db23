//! Private attributes (PS3.15 E.3.10): with the Option those of the table stay where their values are beyond doubt, without it none does.

use std::io::Cursor;

use dicom_core::Tag;
use dicom_dictionary_std::tags;
use dicom_object::InMemDicomObject;
use scan_scrubber::{Policy, Session};

use crate::build::samples::{ct, enhanced_mr, structure_set};
use crate::build::set::{El, header};
use crate::build::{BIG, DEFLATED, EXPLICIT, Encoding, File, IMPLICIT, Set, Syntax};
use crate::harness::{self, Cleaned, absent, key, open, scrub, tools};

const MR: &str = "SIEMENS MR HEADER";
const PHILIPS: &str = "Philips Imaging DD 001";
const B_VALUE: u32 = 0x0019_100C;

fn retaining(dates: &str) -> Session {
    let options = [dates, "retain-patient-characteristics", "retain-safe-private"];
    let options: Vec<String> = options.iter().filter(|option| !option.is_empty()).map(|option| format!("\"{option}\"")).collect();
    let json = format!(r#"{{"version":1,"name":"test","options":[{}]}}"#, options.join(","));
    Session::new(Policy::parse(&json).unwrap(), key(0x5A), tools()).unwrap()
}

/// Cleans a file with the Option; and without it, where nothing private stays.
#[track_caller]
fn keep_of(file: &File) -> Cleaned {
    let bytes = file.bytes();
    let strict = scrub(&bytes, "strict").unwrap();
    assert_eq!(privates(&open(&strict.bytes)), [""; 0], "without the Option");
    let cleaned =
        harness::run(&mut retaining("retain-longitudinal-modified-dates"), Cursor::new(&bytes)).unwrap_or_else(|error| panic!("{error}"));
    harness::check(&cleaned);
    cleaned
}

/// Every private element of a data set, and of the Items in it, as its tag and text.
fn privates(set: &InMemDicomObject) -> Vec<String> {
    let mut found = Vec::new();
    for element in set.iter() {
        let Tag(group, number) = element.header().tag;
        match element.value().items() {
            Some(items) => {
                if group % 2 == 1 {
                    found.push(format!("{group:04X}{number:04X} {}", items.len()));
                }
                items.iter().for_each(|item| found.extend(privates(item)));
            }
            None if group % 2 == 1 => {
                found.push(format!("{group:04X}{number:04X} {}", element.to_str().unwrap().trim_end_matches([' ', '\0'])))
            }
            None => {}
        }
    }
    found
}

#[track_caller]
fn kept(set: Set, syntax: Syntax) -> Vec<String> {
    privates(&open(&keep_of(&File::new(syntax, set)).bytes))
}

/// A CT slice without private attributes, with those of one block.
fn with(group: u32, creator: &str, elements: Vec<El>) -> Set {
    let mut set = plain().put(El::text(group << 16 | 0x10, "LO", creator));
    for element in elements {
        set = set.put(element);
    }
    set
}

fn plain() -> Set {
    ct().without(0x0019_0010).without(0x0019_1008)
}

fn diffusion() -> Vec<El> {
    let floats = |numbers: &[f64]| numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>();
    vec![
        El::bytes(0x0019_100A, "US", &[36, 0]),
        El::text(B_VALUE, "IS", "1000"),
        El::text(0x0019_100D, "CS", "DIRECTIONAL"),
        El::bytes(0x0019_100E, "FD", &floats(&[0.5, -0.25, 0.125])),
        El::bytes(0x0019_1027, "FD", &floats(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.5])),
    ]
}

const DIFFUSION: [&str; 6] = [
    "00190010 SIEMENS MR HEADER",
    "0019100A 36",
    "0019100C 1000",
    "0019100D DIRECTIONAL",
    "0019100E 0.5\\-0.25\\0.125",
    "00191027 1\\2\\3\\4\\5\\6.5",
];

#[test]
fn numbers_of_the_table_stay_in_every_encoding() {
    for syntax in [EXPLICIT, BIG, DEFLATED, IMPLICIT] {
        let found = kept(with(0x0019, MR, diffusion()), syntax);
        if syntax == IMPLICIT {
            // The other reader does not know the VRs of private attributes.
            let names: Vec<&str> = found.iter().map(|one| &one[..8]).collect();
            assert_eq!(names, DIFFUSION.map(|one| &one[..8]));
        } else {
            assert_eq!(found, DIFFUSION, "{}", syntax.uid);
        }
    }
}

#[test]
fn values_of_unknown_vr_are_read_by_the_table() {
    let unknown = diffusion().into_iter().map(|mut element| {
        element.vr = *b"UN";
        element
    });
    // UN holds little endian whatever is around it.
    assert_eq!(kept(with(0x0019, MR, unknown.collect()), EXPLICIT), DIFFUSION);
    let set = with(0x0019, MR, diffusion()).put(El::text(0x0019_0010, "UN", MR));
    assert_eq!(kept(set, EXPLICIT), DIFFUSION, "a creator of VR UN");
}

#[test]
fn a_vr_that_contradicts_the_table_is_refused() {
    for (vr, value) in [("LO", "1000"), ("DA", "20240217"), ("OB", "1000"), ("PN", "1000"), ("UT", "1000"), ("AT", "1000")] {
        assert_eq!(kept(with(0x0019, MR, vec![El::text(B_VALUE, vr, value)]), EXPLICIT), [""; 0], "{vr}");
    }
    // One kind of number for another is none: the value is as plain.
    let set = with(0x0019, MR, vec![El::bytes(B_VALUE, "SL", &1000_i32.to_le_bytes())]);
    assert_eq!(kept(set, EXPLICIT), ["00190010 SIEMENS MR HEADER", "0019100C 1000"]);
}

#[test]
fn elements_need_their_own_creator_before_them() {
    let b_value = || El::text(B_VALUE, "IS", "1000");
    let lone = |set: Set| assert_eq!(kept(set, EXPLICIT), [""; 0]);
    lone(plain().put(b_value()));
    for creator in
        ["", " ", "SIEMENS", "siemens mr header", "Grindlewald", "SIEMENS MR HEADER\\SIEMENS MR HEADER", "SIEMENS MR HEADER\0Grindlewald"]
    {
        lone(with(0x0019, creator, vec![b_value()]));
    }
    // In another group, for another block, behind its elements, twice, with another's, and of another VR.
    lone(plain().text(0x0021_0010, "LO", MR).put(b_value()));
    lone(plain().text(0x0019_0011, "LO", MR).put(b_value()));
    lone(plain().text(0x0019_000F, "LO", MR).put(b_value()));
    lone(plain().push(b_value()).push(El::text(0x0019_0010, "LO", MR)));
    lone(with(0x0019, MR, vec![]).beside(El::text(0x0019_0010, "LO", MR)).put(El::text(0x0019_100D, "CS", "NONE")));
    lone(with(0x0019, MR, vec![]).beside(El::text(0x0019_0010, "LO", "GEMS_ACQU_01")).push(b_value()).sorted());
    lone(with(0x0019, MR, vec![b_value()]).push(El::text(0x0019_0010, "LO", "Grindlewald")));
    lone(with(0x0019, MR, vec![b_value()]).put(El::text(0x0019_0010, "PN", MR)));
    lone(with(0x0019, MR, vec![b_value()]).put(El::items(0x0019_0010, vec![Set::new().text(0x0019_0010, "LO", MR)])));
    // One creator, two blocks: nobody can say which element is meant.
    lone(with(0x0019, MR, vec![b_value(), El::text(0x0019_0011, "LO", MR), El::text(0x0019_110C, "IS", "1000")]));
    // Elements that no block can have, and one that stands twice.
    lone(with(
        0x0019,
        MR,
        vec![El::text(0x0019_000C, "IS", "1000"), El::text(0x0019_0F0C, "IS", "1000"), El::text(0x0019_1110, "IS", "1")],
    ));
    lone(with(0x0019, MR, vec![b_value()]).beside(El::text(B_VALUE, "IS", "2000")));
}

#[test]
fn padding_of_creators_is_written_anew() {
    for (creator, padding) in [("SIEMENS MR HEADER", b'\0'), ("SIEMENS MR HEADER   ", b' '), ("  SIEMENS MR HEADER", b' ')] {
        let name = El::text(0x0019_0010, "LO", creator).padded(padding);
        let cleaned = keep_of(&File::new(EXPLICIT, with(0x0019, MR, vec![El::text(B_VALUE, "IS", "1000")]).put(name)));
        assert!(cleaned.bytes.windows(28).any(|bytes| bytes == b"LO\x12\0SIEMENS MR HEADER \x19\0\x0C\x10IS"));
    }
}

#[test]
fn blocks_may_stand_anywhere() {
    for block in [0x10, 0x11, 0xE1, 0xFF] {
        let set = plain().text(0x0019_0000 | block, "LO", MR).text(0x0019_0000 | block << 8 | 0x0C, "IS", "800");
        let names = [format!("0019{block:04X} {MR}"), format!("0019{:04X} 800", block << 8 | 0x0C)];
        assert_eq!(kept(set, EXPLICIT), names);
    }
    // Two makers side by side.
    let set = plain().text(0x0019_0010, "LO", MR).text(0x0019_0011, "LO", "GEMS_ACQU_01").text(B_VALUE, "IS", "5").text(
        0x0019_11BB,
        "DS",
        "0.25",
    );
    assert_eq!(kept(set, EXPLICIT), ["00190010 SIEMENS MR HEADER", "00190011 GEMS_ACQU_01", "0019100C 5", "001911BB 0.25"]);
}

#[test]
fn a_creator_goes_with_the_last_of_its_elements() {
    let set = with(0x0019, MR, vec![El::text(B_VALUE, "IS", "Grindlewald"), El::text(0x0019_1008, "LO", "IMAGE")]);
    assert_eq!(kept(set, EXPLICIT), [""; 0]);
    assert_eq!(kept(with(0x0019, MR, vec![]), EXPLICIT), [""; 0]);
}

#[test]
fn items_of_public_sequences_have_blocks_of_their_own() {
    let inner = |creator: bool| {
        let set = Set::new().text(B_VALUE, "IS", "700").text(0x0040_0007, "LO", "Grindlewald");
        if creator { set.put(El::text(0x0019_0010, "LO", MR)) } else { set }
    };
    for syntax in [EXPLICIT, BIG, IMPLICIT] {
        let set = with(0x0019, MR, vec![El::items(0x0008_1140, vec![inner(false)])]);
        assert_eq!(kept(set, syntax), [""; 0], "the creator around it is not its own");
        let set = plain().items(0x0008_1140, vec![inner(true), inner(false)]);
        let found = kept(set, syntax);
        assert_eq!(found.len(), 2, "{found:?}");
    }
}

/// Frames of United Imaging, and of Siemens: private Sequences in which public attributes stand.
fn frames(vr: &str) -> Vec<El> {
    let item = |n: u32| {
        Set::new()
            .text(0x0008_0014, "UI", "1.2.826.0.1.3680043.8.498.77")
            .text(0x0010_0010, "PN", "Grindlewald^Thessaly")
            .text(0x0020_0032, "DS", &format!("1\\2\\{n}"))
            .text(0x0065_0010, "LO", "Image Private Header")
            .f64s(0x0065_1009, &[f64::from(n) * 500.0])
            .text(0x0065_1077, "LO", "Thessaly")
    };
    vec![El::new(0x0065_1051, vr, crate::build::set::Value::Items(vec![item(1), item(2)]))]
}

#[test]
fn items_of_private_sequences_are_cleaned_by_the_profile() {
    for (syntax, vr, shut) in [
        (EXPLICIT, "SQ", true),
        (EXPLICIT, "SQ", false),
        (EXPLICIT, "UN", true),
        (EXPLICIT, "UN", false),
        (BIG, "SQ", true),
        (IMPLICIT, "SQ", true),
        (IMPLICIT, "SQ", false),
    ] {
        let file = File::new(syntax, with(0x0065, "Image Private Header", frames(vr)));
        let cleaned = keep_of(&if shut { file } else { file.open() });
        absent(&cleaned, &["Grindlewald", "Thessaly", "8.498.77"]);
        let object = open(&cleaned.bytes);
        let bytes = &cleaned.bytes;
        if syntax == IMPLICIT {
            assert!(bytes.windows(8).any(|bytes| bytes == b"\x20\0\x32\0\x06\0\0\0"), "Image Position of an Item");
            continue;
        }
        let items = object.element(Tag(0x0065, 0x1051)).unwrap().items().unwrap();
        assert_eq!(items.len(), 2);
        assert_eq!(items[1].element(tags::IMAGE_POSITION_PATIENT).unwrap().to_str().unwrap(), "1\\2\\2");
        assert_eq!(privates(&items[1]), ["00650010 Image Private Header", "00651009 1000"]);
    }
}

#[test]
fn private_sequences_that_say_nothing_any_more_go() {
    let item = || Set::new().text(0x0010_4000, "LT", "Grindlewald").text(0x0065_0010, "LO", "Image Private Header");
    let set = with(0x0065, "Image Private Header", vec![El::items(0x0065_1051, vec![item(), item()])]);
    assert_eq!(kept(set, EXPLICIT), [""; 0]);
    assert_eq!(kept(with(0x0065, "Image Private Header", vec![El::items(0x0065_1051, vec![])]), EXPLICIT), [""; 0]);
    // Not in the table: its Items are not looked at.
    let set = with(0x0019, MR, vec![El::items(0x0019_10FE, vec![Set::new().text(0x0020_0032, "DS", "1\\2\\3")])]);
    assert_eq!(kept(set, EXPLICIT), [""; 0]);
    // Said to be a Sequence, and is none.
    let set = with(0x0065, "Image Private Header", vec![El::text(0x0065_1051, "UN", "Grindlewald Thessaly")]);
    assert_eq!(kept(set, EXPLICIT), [""; 0]);
}

/// A person's details in every VR, at the place of a row of the table and of no row: none leaves, and no file is withheld for them.
#[test]
fn details_of_people_leave_in_no_vr() {
    let secrets = ["Wilhelmina", "WILHELMI", "7654321", "19571123"];
    let vrs = [
        "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "OB", "OD", "OF", "OL", "OV", "OW", "PN", "SH", "SL", "SS",
        "ST", "SV", "TM", "UC", "UI", "UL", "UN", "UR", "US", "UT", "UV",
    ];
    let places = [
        (0x0019, MR, 0x0019_100A),
        (0x0019, MR, B_VALUE),
        (0x0019, MR, 0x0019_100D),
        (0x0019, MR, 0x0019_100E),
        (0x0019, MR, 0x0019_1029),
        (0x0019, MR, 0x0019_1099),
        (0x0021, "GEMS_RELA_01", 0x0021_105A),
        (0x0043, "GEMS_PARM_01", 0x0043_1027),
        (0x0009, "GEMS_PETD_01", 0x0009_103B),
        (0x0099, "NQHeader", 0x0099_1002),
        (0x2001, PHILIPS, 0x2001_105F),
        (0x2001, PHILIPS, 0x2001_105A),
        (0x2001, PHILIPS, 0x2001_10D0),
        (0x0029, "SIEMENS CSA HEADER", 0x0029_1010),
    ];
    for syntax in [EXPLICIT, IMPLICIT, BIG] {
        for (group, creator, tag) in places {
            for vr in vrs {
                for secret in secrets {
                    let value = El::bytes(tag, vr, secret.as_bytes());
                    let set =
                        with(group, creator, vec![value]).text(0x0010_0020, "LO", "7654321").text(0x0010_0010, "PN", "Wilhelmina^Wilhelmi");
                    let cleaned = keep_of(&File::new(syntax, set));
                    // Swapped words are read as words again.
                    absent(&cleaned, &[secret]);
                }
            }
        }
    }
}

#[test]
fn values_are_judged_by_their_kind() {
    let value = |group: u32, creator: &str, element: El| {
        let found = kept(with(group, creator, vec![element]), EXPLICIT);
        found.get(1).map(|one| one.split_once(' ').unwrap().1.to_owned())
    };
    let some = |text: &str| Some(text.to_owned());
    // Numbers as text.
    assert_eq!(value(0x0043, "GEMS_PARM_01", El::text(0x0043_1039, "IS", "1000000800\\8\\0\\0")), some("1000000800\\8\\0\\0"));
    assert_eq!(value(0x0043, "GEMS_PARM_01", El::text(0x0043_1039, "IS", "1\\2\\3\\4\\5")), None, "more than there are");
    assert_eq!(value(0x0019, MR, El::text(B_VALUE, "IS", "20240217")), None, "a day");
    assert_eq!(value(0x7053, "Philips PET Private Group", El::text(0x7053_1000, "DS", "0.000551")), some("0.000551"));
    // Terms.
    assert_eq!(value(0x0019, MR, El::text(0x0019_100D, "CS", "ISOTROPIC")), some("ISOTROPIC"));
    assert_eq!(value(0x0019, MR, El::text(0x0019_100D, "CS", "QUIMBY")), None);
    assert_eq!(value(0x2001, PHILIPS, El::text(0x2001_100B, "CS", "TRANSVERSAL")), some("TRANSVERSAL"));
    // Text: a short number, or the row's own terms.
    assert_eq!(value(0x0043, "GEMS_PARM_01", El::text(0x0043_1027, "SH", "0.984:1")), some("0.984:1"));
    assert_eq!(value(0x0051, MR, El::text(0x0051_1011, "LO", "p2")), some("p2"));
    assert_eq!(value(0x0051, MR, El::text(0x0051_1011, "LO", "Quimby")), None);
    for text in ["123456", "1957", "12:30", "2024-02-17", "Dr Q"] {
        assert_eq!(value(0x0043, "GEMS_PARM_01", El::text(0x0043_1027, "SH", text)), None, "{text}");
    }
    // Tags of the standard.
    assert_eq!(value(0x2001, PHILIPS, El::bytes(0x2001_10D0, "AT", &[0x28, 0, 0x10, 0])), some("(0028,0010)"));
    assert_eq!(value(0x2001, PHILIPS, El::bytes(0x2001_10D0, "AT", b"GRINDLEWALD!")), None);
    // Without a value.
    assert_eq!(value(0x0019, MR, El::text(0x0019_100D, "CS", "")), some(""));
    // UIDs are new.
    let uid = value(0x0099, "NQHeader", El::text(0x0099_1002, "UI", "1.2.826.0.1.3680043.8.498.1")).unwrap();
    assert!(uid.starts_with("2.25."), "{uid}");
    let class = value(0x0099, "NQHeader", El::text(0x0099_1002, "UI", "1.2.840.10008.5.1.4.1.1.4"));
    assert_eq!(class, some("1.2.840.10008.5.1.4.1.1.4"), "a class is nobody's");
}

#[test]
fn dates_are_treated_as_the_policy_treats_dates() {
    let file = File::new(EXPLICIT, with(0x0009, "GEMS_PETD_01", vec![El::text(0x0009_103B, "DT", "20240217081503.00")])).bytes();
    let date = |dates: &str| {
        let cleaned = harness::run(&mut retaining(dates), Cursor::new(&file)).unwrap();
        harness::check(&cleaned);
        let found = privates(&open(&cleaned.bytes));
        (found.get(1).cloned().unwrap_or_default(), cleaned.scrubbed.shift)
    };
    assert_eq!(date("").0, "");
    assert_eq!(date("retain-longitudinal-full-dates").0, "0009103B 20240217081503.00");
    let (moved, days) = date("retain-longitudinal-modified-dates");
    assert!(days != 0 && moved.starts_with("0009103B ") && moved.ends_with("081503.00") && !moved.contains("20240217"), "{moved}");
}

#[test]
fn an_identifier_that_is_a_number_goes() {
    // The ID stands at the place of a number that a maker may give.
    let set = with(0x0019, MR, vec![El::text(0x0019_1018, "IS", "7654321"), El::text(B_VALUE, "IS", "1000")]);
    let found = kept(set.text(0x0010_0020, "LO", "7654321"), EXPLICIT);
    assert_eq!(found, ["00190010 SIEMENS MR HEADER", "0019100C 1000"]);
    // A person may be called like a maker: the maker's own letters stay, and the file leaves.
    let set = with(0x0019, MR, diffusion()).text(0x0010_0010, "PN", "Siemens^Header");
    assert_eq!(kept(set, EXPLICIT), DIFFUSION);
    // And like a term.
    let set = with(0x0019, MR, diffusion()).text(0x0010_0010, "PN", "Directional^X");
    assert_eq!(kept(set, EXPLICIT).len(), 5);
}

#[test]
fn reports_count_what_goes_and_what_stays() {
    let set = with(0x0019, MR, diffusion()).put(El::text(0x0019_1008, "LO", "Grindlewald"));
    let file = File::new(EXPLICIT, set);
    let cleaned = keep_of(&file);
    let lines = cleaned.scrubbed.ledger.lines();
    assert!(lines.contains("(0019,100C)\tkeep\t113111\t1"), "{lines}");
    assert!(lines.contains("(0019,0010)\tkeep\t113111\t1"), "{lines}");
    assert!(cleaned.scrubbed.findings.contains(&"private"));
    let strict = scrub(&file.bytes(), "strict").unwrap();
    assert!(strict.scrubbed.findings.contains(&"private"));
    assert!(strict.scrubbed.ledger.lines().contains("(0019,100C)\tremove\tbasic\t1"));
}

#[test]
fn enhanced_frames_keep_their_own() {
    let frame = |n: u32| {
        let private = Set::new().text(0x0021_0010, "LO", "SIEMENS MR SDI 02").text(0x0021_1004, "DS", &format!("{n}.5"));
        Set::new().text(0x0021_0010, "LO", "SIEMENS MR SDI 02").items(0x0021_10FE, vec![private])
    };
    let set = enhanced_mr().items(0x5200_9230, (0..4).map(frame).collect());
    for syntax in [EXPLICIT, BIG, IMPLICIT] {
        assert_eq!(kept(set.clone(), syntax).len(), 4 * if syntax == IMPLICIT { 2 } else { 4 });
    }
}

#[test]
fn hostile_blocks_cost_little_and_no_file() {
    // Creators without end, and private Sequences deeper than any reader goes.
    let mut tail = Vec::new();
    for n in 0..200_000_u32 {
        let tag = 0x0019_0010 + (n % 0xF0);
        header(tag, Some(*b"LO"), 18, Encoding::Explicit, &mut tail);
        tail.extend_from_slice(b"SIEMENS MR HEADER ");
    }
    let file = File::new(EXPLICIT, structure_set()).tail(&tail);
    let cleaned = harness::run(&mut retaining(""), Cursor::new(&file.bytes())).unwrap();
    assert_eq!(privates(&open(&cleaned.bytes)), [""; 0]);

    let nested = (0..40).fold(Set::new().text(0x0010_0010, "PN", "Grindlewald^T"), |inner, _| {
        Set::new().text(0x0065_0010, "LO", "Image Private Header").put(El::unknown_items(0x0065_1051, vec![inner]))
    });
    let elements = nested.0.into_iter().skip(1).collect();
    assert_eq!(kept(with(0x0065, "Image Private Header", elements), EXPLICIT), [""; 0]);

    // A value that is longer than any row's.
    let long = vec![0_u8; 80_000];
    assert_eq!(kept(with(0x0019, MR, vec![El::bytes(0x0019_1029, "UN", &long)]), EXPLICIT), [""; 0]);
}

//! Lengths that lie.

use allocation_counter::measure;
use scan_scrubber::Code;

use crate::build::samples::{self, ct};
use crate::build::set::{El, header};
use crate::build::{BIG, EXPLICIT, File, IMPLICIT, JPEG, Set, pixels};
use crate::harness::{PROFILES, cleaned, cleaned_or, scrub, session, withheld};

const VRS: &[&str] = &[
    "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "OB", "OD", "OF", "OL", "OV", "OW", "PN", "SH", "SL", "SQ",
    "SS", "ST", "SV", "TM", "UC", "UI", "UL", "UN", "UR", "US", "UT", "UV", "ZZ",
];

fn small() -> Set {
    Set::new().text(0x0008_0016, "UI", samples::CT).text(0x0008_0018, "UI", "1.2.3")
}

/// R01: a length that the file does not hold is refused, and nothing is allocated for it.
#[test]
fn announced_lengths_allocate_nothing() {
    let mut warm = session("share");
    for syntax in [EXPLICIT, IMPLICIT, BIG] {
        for vr in VRS {
            for tag in [0x0010_4000, 0x0010_0010, 0x0042_0011, 0x0040_A730, 0x0011_1001, 0x7FE0_0010] {
                for length in [0xFFFF_FFF0, 0x7FFF_FFF0] {
                    let file = File::new(syntax, small().push(El::bytes(tag, vr, b"").claiming(length))).bytes();
                    assert!(file.len() < 500);
                    let mut result = None;
                    let used = measure(|| result = Some(crate::harness::run(&mut warm, std::io::Cursor::new(&file))));
                    let error = result.unwrap().unwrap_err();
                    assert!(matches!(error.code, Code::CutOff | Code::Structure), "{vr} {tag:08X} {length:X}: {error}");
                    assert!(used.bytes_max <= 2 << 20, "{vr} {tag:08X} {length:X}: {} bytes", used.bytes_max);
                }
            }
        }
    }
}

#[test]
fn the_same_files_with_true_lengths_are_cleaned() {
    for syntax in [EXPLICIT, IMPLICIT, BIG] {
        // Words of four and eight bytes would be swapped to text that is not searched for.
        let swapped = |vr: &str| syntax == BIG && matches!(vr, "FD" | "FL" | "OD" | "OF" | "OL" | "OV" | "SL" | "SV" | "UL" | "UV");
        for vr in VRS.iter().filter(|vr| **vr != "SQ" && !swapped(vr)) {
            let file = File::new(syntax, small().push(El::bytes(0x0010_4000, vr, b"Tessalon")));
            cleaned(&file.bytes(), &["Tessalon"]);
        }
    }
}

/// R01: File Meta Information, too.
#[test]
fn announced_lengths_in_file_meta_information_allocate_nothing() {
    let mut warm = session("share");
    for (tag, vr) in
        [(0x0002_0000, "UL"), (0x0002_0001, "OB"), (0x0002_0010, "UI"), (0x0002_0102, "OB"), (0x0002_0099, "UT"), (0x0002_0098, "ZZ")]
    {
        let file = File::new(EXPLICIT, small()).meta(|meta| meta.put(El::bytes(tag, vr, b"x").claiming(0xFFFF_FFF0))).bytes();
        let mut result = None;
        let used = measure(|| result = Some(crate::harness::run(&mut warm, std::io::Cursor::new(&file))));
        assert!(result.unwrap().is_err(), "{tag:08X}");
        assert!(used.bytes_max <= 2 << 20, "{tag:08X}: {} bytes", used.bytes_max);
    }
}

/// R03: which elements may state no length.
#[test]
fn undefined_lengths_outside_of_sequences_are_refused() {
    for (tag, vr) in [(0x0010_4000, "LO"), (0x0042_0011, "OB"), (0x0042_0011, "OW"), (0x0010_0010, "PN"), (0x0008_0008, "UT")] {
        let file = File::new(
            EXPLICIT,
            ct().put(El::bytes(tag, vr, b"Oribella").claiming(if vr == "PN" || vr == "LO" { 0xFFFF } else { u32::MAX })),
        );
        cleaned_or(&file.bytes(), &["Oribella"], &[Code::Structure, Code::CutOff]).iter().for_each(|result| assert!(result.is_err()));
    }
}

/// R03: CP-246.
#[test]
fn unknown_elements_without_length_are_sequences() {
    let name = || Set::new().text(0x0010_0010, "PN", "Oribella^Ann").text(0x0008_0060, "CS", "CT");
    for tag in [0x0008_1140, 0x0011_1010, 0x0008_9999, 0x0040_0275] {
        for open in [true, false] {
            let set = ct().put(El::unknown_items(tag, vec![name(), name().items(0x0008_1140, vec![name()])]).open(open));
            cleaned(&File::new(EXPLICIT, set).bytes(), &["Oribella"]);
        }
    }
}

#[test]
fn sequences_that_never_end_are_refused_or_end_with_their_parent() {
    let name = || Set::new().text(0x0010_0010, "PN", "Oribella^Ann");
    let last = samples::ct_header().push(El::items(0x5200_9229, vec![name()]).unclosed());
    cleaned_or(&File::new(EXPLICIT, last).bytes(), &["Oribella"], &[Code::CutOff]);
    // What follows is read as part of the Item.
    let early = ct().put(El::items(0x0008_1140, vec![name()]).unclosed());
    cleaned_or(&File::new(EXPLICIT, early).bytes(), &["Oribella"], &[Code::CutOff]);
}

/// R03: some scanners leave the delimiter out.
#[test]
fn encapsulated_pixels_may_end_with_the_file() {
    let frame = pixels::jpeg(&[]);
    let whole = File::new(JPEG, samples::one_pixel().fragments(&[], std::slice::from_ref(&frame)));
    let open = File::new(JPEG, samples::one_pixel().fragments_unclosed(&[], &[frame]));
    for profile in PROFILES {
        assert_eq!(scrub(&whole.bytes(), profile).unwrap().bytes, scrub(&open.bytes(), profile).unwrap().bytes);
    }
    let bytes = open.bytes();
    for less in [1, 2, 9, 40] {
        withheld(&bytes[..bytes.len() - less], Code::CutOff);
    }
}

#[test]
fn native_pixels_without_length_are_refused() {
    let file = File::new(EXPLICIT, samples::one_pixel().fragments(&[], &[pixels::jpeg(&[])]));
    withheld(&file.bytes(), Code::Structure);
    let file = File::new(EXPLICIT, ct().put(El::bytes(0x7FE0_0010, "OW", &[1; 128]).claiming(u32::MAX)));
    withheld(&file.bytes(), Code::Structure);
}

/// R05: lengths of Items and Sequences that contradict their content.
#[test]
fn items_and_sequences_that_disagree_leak_nothing() {
    let item = || {
        Set::new().text(0x0008_1150, "UI", samples::CT).text(0x0010_0010, "PN", "Oribella^Ann").text(0x0010_4000, "LT", "Oribella again")
    };
    let codes = [Code::Structure, Code::CutOff, Code::NoIdentity, Code::PixelLayout];
    let mut verified = 0;
    for syntax in [EXPLICIT, IMPLICIT, BIG] {
        for by in [-1_000_000, -200, -20, -8, -4, -2, -1, 1, 2, 4, 8, 12, 20, 30] {
            for items in [vec![item()], vec![item(), item()]] {
                let set = ct().put(El::items(0x0008_1140, items).items_short_by(by));
                verified +=
                    cleaned_or(&File::new(syntax, set).bytes(), &["Oribella"], &codes).iter().filter(|result| result.is_ok()).count();
            }
        }
        let whole = item().encode(syntax.encoding, false).len() as u32 * 2 + 16;
        for length in [0, 1, 4, 8, 9, whole - 20, whole - 8, whole - 1, whole + 1, whole + 8, whole + 30, whole + 100_000] {
            let set = ct().put(El::items(0x0008_1140, vec![item(), item()]).claiming(length));
            verified += cleaned_or(&File::new(syntax, set).bytes(), &["Oribella"], &codes).iter().filter(|result| result.is_ok()).count();
        }
    }
    assert!(verified > 0, "nothing was repaired");
}

/// R20: what is misread as a tag is neither kept nor spoken of.
#[test]
fn text_misread_as_tags_is_not_reported() {
    let text = b"OribellaQuennettThorsendalMirabeauxOribellaQuennettThorsendalMirabeaux..";
    for short in [4, 8, 12, 16, 20, 24, 32] {
        for vr in ["LT", "UN", "OB", "UT"] {
            let set = ct().put(El::bytes(0x0010_4000, vr, text).claiming(text.len() as u32 - short));
            let words = ["Oribella", "Quennett", "Thorsendal", "Mirabeaux"];
            let codes = [Code::Structure, Code::CutOff, Code::TooLong, Code::NoIdentity, Code::PixelLayout];
            for result in cleaned_or(&File::new(EXPLICIT, set).bytes(), &words, &codes).into_iter().flatten() {
                for line in result.scrubbed.ledger.lines().lines() {
                    let tag = line.split('\t').next().unwrap().rsplit('(').next().unwrap();
                    let (group, element) = tag.trim_end_matches(')').split_once(',').unwrap();
                    let number = u32::from_str_radix(group, 16).unwrap() << 16 | u32::from_str_radix(element, 16).unwrap();
                    assert!(ct().tags().contains(&number) || group == "0012" || group == "0028" || line.contains("[]."), "{line}");
                }
            }
        }
    }
}

/// R09: odd lengths and other padding.
#[test]
fn odd_values_and_other_padding_are_read() {
    let set = ct()
        .put(El::text(0x0008_0060, "CS", "CT\0"))
        .put(El::text(0x0018_0015, "CS", "CHEST").odd())
        .put(El::text(0x0018_5100, "CS", "HFS").padded(0))
        .put(El::text(0x0020_0013, "IS", "  17  "))
        .put(El::text(0x0018_0060, "DS", "120").padded(0))
        .put(El::text(0x0020_000E, "UI", "1.2.3.4.5").padded(b' '))
        .put(El::text(0x0008_0070, "LO", "SIEMENS").odd());
    for syntax in [EXPLICIT, IMPLICIT] {
        let cleaned = scrub(&File::new(syntax, set.clone()).bytes(), "share").unwrap();
        let object = crate::harness::open(&cleaned.bytes);
        for (name, value) in [
            ("Modality", "CT"),
            ("BodyPartExamined", "CHEST"),
            ("PatientPosition", "HFS"),
            ("InstanceNumber", "17"),
            ("KVP", "120"),
            ("Manufacturer", "SIEMENS"),
        ] {
            let text = object.element_by_name(name).unwrap().to_str().unwrap();
            assert_eq!(text.trim_matches([' ', '\0']), value, "{name}");
        }
        assert!(object.element_by_name("SeriesInstanceUID").unwrap().to_str().unwrap().starts_with("2.25."));
    }
}

/// R05 and R03 in one: an element header cut by the end of its Item.
#[test]
fn headers_across_an_item_s_end_are_not_read() {
    let mut inner = Set::new().text(0x0010_0010, "PN", "Oribella^A").encode(crate::build::Encoding::Explicit, false);
    header(0x0010_0020, Some(*b"LO"), 200, crate::build::Encoding::Explicit, &mut inner);
    let set = ct().put(El::items(0x0008_1140, vec![Set::new().push(El::raw(&inner))]));
    cleaned_or(&File::new(EXPLICIT, set).bytes(), &["Oribella"], &[Code::Structure, Code::CutOff]);
}

/// A list too long for the length field of its VR is written as UN (PS3.5 6.2.2), as it comes, and stays to the last number.
#[test]
fn long_lists_of_numbers_stay() {
    let points: Vec<String> = (0..12_000).map(|n| format!("{}.25", n % 300)).collect();
    let list = points.join("\\");
    assert!(list.len() > 1 << 16);
    let mut set = samples::structure_set();
    for el in &mut set.0 {
        if let (0x3006_0039, crate::build::set::Value::Items(regions)) = (el.tag, &mut el.value) {
            let contour = Set::new().text(0x3006_0042, "CS", "POINT").text(0x3006_0046, "IS", "4000").text(0x3006_0050, "UN", &list);
            *regions = vec![Set::new().items(0x3006_0040, vec![contour]).text(0x3006_0084, "IS", "1")];
        }
    }
    for syntax in [EXPLICIT, IMPLICIT] {
        let once = scrub(&File::new(syntax, set.clone()).bytes(), "share").unwrap();
        let twice = scrub(&once.bytes, "share").unwrap();
        for cleaned in [once, twice] {
            assert!(cleaned.bytes.windows(list.len()).any(|part| part == list.as_bytes()));
        }
    }
}

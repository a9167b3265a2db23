//! Values that fit no grammar, or fit one and say more than they should (H16, H18).

use dicom_core::Tag;
use scan_scrubber::Code;

use crate::build::samples::{CT, ROOT, ct, enhanced_mr};
use crate::build::set::El;
use crate::build::{EXPLICIT, File, NATIVE, Set};
use crate::harness::{cleaned, cleaned_or, open, scrub};

/// H16: text in restricted values: alone, behind a NUL, as a later value, over long, behind controls.
#[test]
fn text_in_restricted_values_is_dropped() {
    const PLACES: &[(u32, &str, &str)] = &[
        (0x0008_0008, "CS", "ORIGINAL"),
        (0x0018_0015, "CS", "CHEST"),
        (0x0018_5100, "CS", "HFS"),
        (0x0028_0004, "CS", "MONOCHROME2"),
        (0x0008_0060, "CS", "CT"),
        (0x0018_0050, "DS", "1.5"),
        (0x0020_0032, "DS", "-160.5"),
        (0x0028_1050, "DS", "40"),
        (0x0020_0013, "IS", "17"),
        (0x0020_0011, "IS", "3"),
        (0x0008_0020, "DA", "20240217"),
        (0x0008_0030, "TM", "081503"),
        (0x0008_002A, "DT", "20240217081503"),
        (0x0010_1010, "AS", "066Y"),
        (0x0010_0040, "CS", "F"),
        (0x0020_0052, "UI", "1.2.3"),
        (0x0008_0201, "SH", "+0100"),
    ];
    for (tag, vr, good) in PLACES {
        let cases = [
            "ORIBELLA".to_owned(),
            format!("{good}ORIBELLA"),
            format!("{good}\0ORIBELLA"),
            format!("{good}\0\0\0ORIBELLA"),
            format!("{good} ORIBELLA"),
            format!("{good}\\ORIBELLA"),
            format!("{good}\\{good}\\{good}\\ORIBELLA\\{good}"),
            format!("ORIBELLA\\{good}"),
            format!("{good}\\\0ORIBELLA"),
            format!("{good}{}ORIBELLA", " ".repeat(100)),
            format!("{}{good}ORIBELLA", " ".repeat(100)),
            format!("{good}\r\nORIBELLA"),
            format!("{good}\u{1b}(BORIBELLA"),
            format!("\u{202E}ORIBELLA{good}"),
            "oribella".repeat(200),
        ];
        for case in cases {
            for syntax in [EXPLICIT, crate::build::IMPLICIT] {
                let set = ct().text(*tag, vr, &case);
                cleaned_or(&File::new(syntax, set).bytes(), &["ORIBELLA"], &[Code::PixelLayout, Code::Writing]);
                let item = Set::new().text(*tag, vr, &case).text(0x0008_1150, "UI", CT);
                cleaned(&File::new(syntax, ct().items(0x0008_1140, vec![item])).bytes(), &["ORIBELLA"]);
            }
        }
    }
}

/// H16: of a value with something behind a NUL, or in a list, the good part may stay.
#[test]
fn the_good_part_of_a_value_may_stay() {
    let set = ct().text(0x0018_5100, "CS", "HFS\0").text(0x0008_0008, "CS", "ORIGINAL\\PRIMARY\\AXIAL\\ORIBELLA");
    for outcome in cleaned(&File::new(EXPLICIT, set).bytes(), &["ORIBELLA"]) {
        let object = open(&outcome.bytes);
        assert_eq!(object.element_by_name("PatientPosition").unwrap().to_str().unwrap(), "HFS");
        assert!(object.element_by_name("ImageType").unwrap().to_str().unwrap().starts_with("ORIGINAL\\PRIMARY\\AXIAL"));
    }
}

/// Attributes of free text: whatever the table says of them or does not say.
#[test]
fn free_text_is_not_kept_anywhere() {
    for (tag, vr) in [
        (0x0008_103E, "LO"),
        (0x0008_1030, "LO"),
        (0x0008_2111, "ST"),
        (0x0008_4000, "LT"),
        (0x0010_21B0, "LT"),
        (0x0018_1030, "LO"),
        (0x0018_9004, "CS"),
        (0x0020_4000, "LT"),
        (0x0028_3003, "LO"),
        (0x0028_4000, "LT"),
        (0x0032_1060, "LO"),
        (0x0032_4000, "LT"),
        (0x0040_0254, "LO"),
        (0x0040_A160, "UT"),
        (0x0054_0400, "SH"),
        (0x0070_0081, "LO"),
        (0x2030_0020, "LO"),
        (0x2200_0002, "UT"),
        (0x300A_0003, "LO"),
        (0x4008_010B, "ST"),
        (0x0008_0119, "UC"),
        (0x0008_1190, "UR"),
        (0x0042_0010, "ST"),
        (0x0066_0032, "OL"),
        (0x0048_0105, "SQ"),
    ] {
        let el = if vr == "SQ" {
            El::items(tag, vec![Set::new().text(0x0048_0106, "SH", "Oribella 12")])
        } else {
            El::text(tag, vr, "Oribella 12 ")
        };
        if vr == "OL" {
            continue;
        }
        for syntax in NATIVE {
            cleaned(&File::new(syntax, ct().put(el.clone())).bytes(), &["Oribella"]);
            cleaned(&File::new(syntax, ct().items(0x0008_1140, vec![Set::new().put(el.clone())])).bytes(), &["Oribella"]);
        }
    }
}

/// Names of people where a device's name is expected.
#[test]
fn device_texts_that_look_like_people_are_dropped() {
    for text in
        ["Oribella^Quennett", "oribella@quennett.org", "Oribella 1957-11-23", "Oribella 5520713914", "Oribella=Quennett", "Oribella\u{e9}"]
    {
        for tag in [0x0008_0070, 0x0008_1090, 0x0018_1020, 0x0018_0024, 0x0018_1210, 0x0018_1250] {
            cleaned(&File::new(EXPLICIT, ct().text(tag, "LO", text)).bytes(), &["Oribella"]);
        }
    }
    // A name of the batch, where it stands as a device's text.
    let set = ct().text(0x0010_0010, "PN", "Oribella^Ann").text(0x0018_1020, "LO", "oribella 12").text(0x0008_1090, "LO", "ORIBELLA");
    cleaned(&File::new(EXPLICIT, set).bytes(), &["Oribella"]);
}

/// Codes: the standard's stay, words do not.
#[test]
fn words_in_codes_are_dropped() {
    let entry = |value: &str, scheme: &str, meaning: &str| {
        Set::new().text(0x0008_0100, "SH", value).text(0x0008_0102, "SH", scheme).text(0x0008_0104, "LO", meaning)
    };
    let entries = [
        entry("51185008", "SCT", "ORIBELLA"),
        entry("ORIBELLA", "SCT", "Chest"),
        entry("51185008", "ORIBELLA", "Chest"),
        entry("ORIBELLA", "99LOCAL", "Chest"),
        entry("T-ORIBELLA", "SRT", "Chest"),
        entry("113100", "DCM", "ORIBELLA"),
        entry("51185008", "SCT", "Chest").text(0x0008_0103, "SH", "ORIBELLA"),
        entry("51185008", "SCT", "Chest").text(0x0008_0119, "UC", "ORIBELLA"),
        entry("51185008", "SCT", "Chest").text(0x0008_0120, "UR", "http://oribella/"),
        entry("51185008", "SCT", "Chest").text(0x0008_010F, "CS", "ORIBELLA"),
        Set::new().text(0x0008_0104, "LO", "ORIBELLA"),
        Set::new().text(0x0008_0120, "UR", "http://oribella/"),
    ];
    for sequence in [0x0008_2218, 0x0008_1032, 0x0012_0063, 0x0012_0064, 0x0018_0012, 0x0040_A170, 0x0054_0220] {
        for entry in &entries {
            cleaned(&File::new(EXPLICIT, ct().items(sequence, vec![entry.clone()])).bytes(), &["ORIBELLA"]);
            let within = Set::new().items(sequence, vec![entry.clone()]);
            cleaned(&File::new(EXPLICIT, ct().items(0x0008_1140, vec![within])).bytes(), &["ORIBELLA"]);
        }
    }
    let kept = scrub(&File::new(EXPLICIT, ct()).bytes(), "strict").unwrap();
    assert!(kept.bytes.windows(8).any(|window| window == b"51185008"), "the standard's own code");
}

/// H18: UIDs carry dates, serial numbers, addresses.
#[test]
fn no_original_uid_survives() {
    let digits = ["73951826471", "195711235520713", "10.44.107.9.20240217"];
    let uids = [
        "1.2.840.113619.2.73951826471.5",
        "1.2.276.0.195711235520713",
        "1.3.6.1.4.1.9590.10.44.107.9.20240217",
        "1.2.840.10008.73951826471",
    ];
    for uid in uids {
        let tags = [
            0x0008_0018,
            0x0020_000D,
            0x0020_000E,
            0x0020_0052,
            0x0008_3010,
            0x0020_9164,
            0x0028_1199,
            0x0008_0014,
            0x0018_1002,
            0x0040_DB0D,
            0x3006_0024,
        ];
        let mut set = tags.into_iter().fold(ct(), |set, tag| set.text(tag, "UI", uid));
        set = set.items(0x0008_1140, vec![Set::new().text(0x0008_1150, "UI", CT).text(0x0008_1155, "UI", uid)]);
        // Where no UID belongs.
        set = set.text(0x0020_4000, "LT", uid).text(0x0008_1090, "LO", uid).text(0x0018_1020, "LO", uid).text(0x0008_1040, "LO", uid);
        let file = File::new(EXPLICIT, set).meta(|meta| meta.text(0x0002_0003, "UI", uid));
        let own = digits.iter().filter(|digits| uid.contains(**digits)).collect::<Vec<_>>();
        assert_eq!(own.len(), 1);
        for outcome in cleaned(&file.bytes(), &[own[0].as_bytes(), uid.as_bytes()]) {
            let object = open(&outcome.bytes);
            let new = object.element_by_name("SOPInstanceUID").unwrap().to_str().unwrap();
            assert!(new.starts_with("2.25.") && new.len() <= 64);
            let within = object.element_by_name("ReferencedImageSequence").unwrap().items().unwrap()[0]
                .element_by_name("ReferencedSOPInstanceUID")
                .unwrap();
            assert_eq!(within.to_str().unwrap(), new, "references stay whole");
            assert_eq!(
                outcome
                    .scrubbed
                    .uids
                    .iter()
                    .filter(|(old, _)| old == uid)
                    .map(|(_, new)| new)
                    .collect::<std::collections::BTreeSet<_>>()
                    .len(),
                1
            );
        }
    }
}

/// H18: the two places of an instance's UID need not agree.
#[test]
fn file_meta_information_follows_the_data_set() {
    let file = File::new(EXPLICIT, ct())
        .meta(|meta| meta.text(0x0002_0003, "UI", "1.2.73951826471").text(0x0002_0002, "UI", "1.2.840.10008.5.1.4.1.1.7"));
    for outcome in cleaned(&file.bytes(), &["73951826471"]) {
        assert_eq!(open(&outcome.bytes).meta().media_storage_sop_class_uid().trim_end_matches('\0'), CT);
    }
}

/// The standard's own UIDs name classes, never people.
#[test]
fn the_standard_s_uids_stay() {
    let outcome = scrub(&File::new(EXPLICIT, ct()).bytes(), "strict").unwrap();
    let object = open(&outcome.bytes);
    assert_eq!(object.element_by_name("SOPClassUID").unwrap().to_str().unwrap(), CT);
    let reference = &object.element_by_name("ReferencedImageSequence").unwrap().items().unwrap()[0];
    assert_eq!(reference.element_by_name("ReferencedSOPClassUID").unwrap().to_str().unwrap(), CT);
    assert!(!outcome.bytes.windows(ROOT.len()).any(|window| window == ROOT.as_bytes()));
}

/// Dates: full ones only where asked for, and birth dates never.
#[test]
fn dates_follow_the_policy() {
    let date = |bytes: &[u8], name: &str| open(bytes).element_by_name(name).ok().map(|element| element.to_str().unwrap().into_owned());
    for sample in [ct(), enhanced_mr()] {
        let file = File::new(EXPLICIT, sample).bytes();
        for profile in ["share", "strict"] {
            let outcome = scrub(&file, profile).unwrap();
            crate::harness::absent(&outcome, &["20240217", "19571123"]);
        }
        let full = scrub(&file, "clinical").unwrap();
        crate::harness::absent(&full, &["19571123"]);
        assert_eq!(date(&full.bytes, "StudyDate").as_deref(), Some("20240217"));
        let moved = scrub(&file, "share").unwrap();
        assert_eq!(date(&moved.bytes, "StudyDate"), date(&moved.bytes, "SeriesDate"));
        assert_eq!(date(&moved.bytes, "StudyTime").as_deref().map(str::trim), Some("081503.250000"));
        let removed = scrub(&file, "strict").unwrap();
        assert_eq!(date(&removed.bytes, "StudyDate").as_deref(), Some(""));
        assert_eq!(date(&removed.bytes, "PatientBirthDate").as_deref(), Some(""));
    }
}

/// A Code Meaning has one value: one with more is nobody's description, and costs the words, not the file.
#[test]
fn meanings_of_several_values_are_dropped() {
    for meaning in ["CHEST\\CT", "1\\2\\Oribella", "CHEST\\", "\\"] {
        let code = Set::new().text(0x0008_0100, "SH", "X1").text(0x0008_0102, "SH", "99LOCAL").text(0x0008_0104, "LO", meaning);
        for set in [ct().text(0x0008_0104, "LO", meaning), ct().items(0x0008_1032, vec![code.clone()])] {
            let bytes = File::new(EXPLICIT, set).bytes();
            for profile in crate::harness::PROFILES {
                let cleaned = scrub(&bytes, profile).unwrap_or_else(|error| panic!("{profile} {meaning}: {error}"));
                assert!(!cleaned.bytes.windows(8).any(|part| part == b"Oribella"));
            }
        }
    }
}

/// Labels by which things of one object refer to each other are new ones: equal where the old were, and different where they were not.
#[test]
fn frames_of_one_stack_stay_of_one_stack() {
    let frame = |stack: &str, n: u32| {
        let content = Set::new().text(0x0020_9056, "SH", stack).u32s(0x0020_9057, &[n]).u32s(0x0020_9157, &[1, n]);
        Set::new().items(0x0020_9111, vec![content])
    };
    let stacks = ["Grindlewald A", "Grindlewald A", "Thessaly", "3"];
    let frames = stacks.iter().zip(1..).map(|(stack, n)| frame(stack, n)).collect();
    let file = File::new(EXPLICIT, enhanced_mr().items(0x5200_9230, frames)).bytes();
    for profile in crate::harness::PROFILES {
        let cleaned = scrub(&file, profile).unwrap();
        let object = open(&cleaned.bytes);
        let frames = object.element(Tag(0x5200, 0x9230)).unwrap().items().unwrap();
        let label = |frame: &dicom_object::InMemDicomObject| {
            let content = frame.element(Tag(0x0020, 0x9111)).unwrap().items().unwrap();
            content.first().unwrap().element(Tag(0x0020, 0x9056)).unwrap().to_str().unwrap().trim().to_owned()
        };
        let labels: Vec<String> = frames.iter().map(label).collect();
        let [a, b, c, d] = <[String; 4]>::try_from(labels).unwrap();
        assert_eq!(a, b, "{profile}");
        assert!(a != c && c != d && a != d, "{profile}");
        assert!(!a.contains("Grind") && !c.contains("Thess") && a.len() == 8 && c.len() == 8, "{profile}: {a} {c}");
        // A count says nothing, and stays.
        assert_eq!(d, "3");
    }
}

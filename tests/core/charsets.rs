//! Text in other character sets, broken ones, and text in disguise: none of it is kept, so that only dropping matters (R16, H17).

use crate::build::samples::ct;
use crate::build::set::El;
use crate::build::{EXPLICIT, File, NATIVE, Set};
use crate::harness::{cleaned, open, scrub};

const CHARSETS: &[&str] = &[
    "",
    "ISO_IR 100",
    "ISO_IR 192",
    "GB18030",
    "GBK",
    "\\ISO 2022 IR 87",
    "ISO 2022 IR 13\\ISO 2022 IR 87",
    "\\ISO 2022 IR 149",
    "ISO_IR 166",
    "Oribella",
    "ISO_IR 999",
];

fn values() -> Vec<(&'static str, Vec<u8>)> {
    let wide: Vec<u8> = "Oribella".bytes().flat_map(|byte| [byte, 0]).collect();
    let high: Vec<u8> = "Oribella".bytes().flat_map(|byte| [0, byte]).collect();
    vec![
        ("broken escape", b"\x1b$Oribella".to_vec()),
        ("escape left open", b"Oribella\x1b$B".to_vec()),
        ("escape to nowhere", b"\x1b\xFFOribella\x1b(Z".to_vec()),
        ("backslash as second byte", b"\x83\x5cOribella\x95\x5c".to_vec()),
        ("overlong UTF-8", b"\xC1\x8FOribella\xC0\xAF".to_vec()),
        ("lone continuation bytes", b"\x80\xBFOribella\xFF".to_vec()),
        ("UTF-16 little", wide),
        ("UTF-16 big", high),
        ("UTF-7", b"+AOk-Oribella+AOk-".to_vec()),
        ("byte order mark", b"\xEF\xBB\xBFOribella".to_vec()),
        ("bidi controls", "\u{202E}Oribella\u{2066}".as_bytes().to_vec()),
        ("control characters", b"\x01\x02Oribella\x07\x0C".to_vec()),
        ("Japanese", "山田^太郎=Oribella".as_bytes().to_vec()),
    ]
}

#[test]
fn text_in_any_character_set_is_dropped() {
    const PLACES: &[(u32, &str)] = &[
        (0x0010_0010, "PN"),
        (0x0008_103E, "LO"),
        (0x0010_4000, "LT"),
        (0x0008_0070, "LO"),
        (0x0018_1020, "LO"),
        (0x0018_0015, "CS"),
        (0x0008_0008, "CS"),
        (0x0020_0013, "IS"),
        (0x0018_0050, "DS"),
        (0x0008_0020, "DA"),
        (0x0020_0052, "UI"),
        (0x0008_0201, "SH"),
        (0x0011_1010, "UN"),
        (0x0040_A160, "UT"),
    ];
    for charset in CHARSETS {
        for (name, value) in values() {
            let mut set = ct().text(0x0008_0005, "CS", charset);
            for (tag, vr) in PLACES {
                set = set.put(El::bytes(*tag, vr, &value));
            }
            let outcomes = cleaned(&File::new(EXPLICIT, set).bytes(), &["Oribella"]);
            for outcome in outcomes {
                let object = open(&outcome.bytes);
                // Plain text is all that is left: no character set has anything to say.
                for element in object.iter() {
                    if let Ok(text) = element.to_str()
                        && element.vr() != dicom_core::VR::OW
                    {
                        assert!(text.is_ascii() && !text.contains('\u{1b}'), "{charset} {name} {}", element.header().tag);
                    }
                }
            }
        }
    }
}

/// R16: nothing of one value is carried on to the next.
#[test]
fn open_escapes_do_not_reach_the_next_value() {
    let open_escape = |set: Set| set.put(El::bytes(0x0008_0070, "LO", b"\x1b$B")).put(El::bytes(0x0010_4000, "LT", b"x\x1b$)C"));
    for syntax in NATIVE {
        let plain = scrub(&File::new(syntax, ct().text(0x0008_0070, "LO", "")).bytes(), "share").unwrap();
        let broken = scrub(&File::new(syntax, open_escape(ct())).bytes(), "share").unwrap();
        assert!(plain.bytes == broken.bytes);
    }
}

#[test]
fn character_sets_of_items_are_dropped_with_their_text() {
    let item = Set::new().text(0x0008_0005, "CS", "Oribella").text(0x0008_0104, "LO", "Oribella").text(0x0010_0010, "PN", "\u{e9}Oribella");
    for syntax in NATIVE {
        cleaned(
            &File::new(syntax, ct().without(0x0008_0005).items(0x0008_1140, vec![item.clone(), item.clone()])).bytes(),
            if syntax.deflated { &[] } else { &["Oribella"] },
        );
    }
}

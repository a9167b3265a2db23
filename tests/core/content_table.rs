//! Every row of PS3.15 Table E.3.4-1 with every Option that touches it: what is asked for is read from the table, not from the code.

use dicom_core::Tag;
use dicom_object::InMemDicomObject;

use crate::build::content::{COMPREHENSIVE, LATERALITY, LENGTH, RIGHT, coded, item, num, report};
use crate::build::samples::{CT, ROOT, reference};
use crate::build::{EXPLICIT, File, Set};
use crate::harness::{key, open, scrub_in, tools};
use scan_scrubber::plan::words;
use scan_scrubber::{Policy, Session};

const TABLE: &str = include_str!("../../src/profile/data/content-items.txt");
const WORDS: &str = "Oribella was here";
const UID: &str = "1.2.826.0.1.3680043.8.498.77";
const NAME: &str = "Oribella^Q";

struct Row {
    scheme: &'static str,
    code: &'static str,
    value_type: &'static str,
    basic: &'static str,
    options: Vec<(&'static str, char)>,
}

fn rows() -> Vec<Row> {
    let lines: Vec<&str> = TABLE.lines().skip(1).collect();
    let old: Vec<(&str, &str)> = lines.iter().filter_map(|line| line.strip_prefix("= ")?.split_once(' ')).collect();
    let mut rows = Vec::new();
    for line in lines.iter().filter(|line| !line.starts_with("= ")) {
        let cells: Vec<&str> = line.split('\t').collect();
        let options =
            || cells[4..].iter().map(|cell| cell.split_once('=').map(|(name, action)| (name, action.chars().next().unwrap())).unwrap());
        let row = |scheme, code| Row { scheme, code, value_type: cells[2], basic: cells[3], options: options().collect() };
        rows.push(row(cells[0], cells[1]));
        rows.extend(old.iter().filter(|(_, now)| cells[0] == "SCT" && *now == cells[1]).map(|(old, _)| row("SRT", old)));
    }
    rows
}

fn session(option: Option<&str>) -> Session {
    let more = option.map(|name| format!(r#","{}""#, name.replace('_', "-"))).unwrap_or_default();
    let policy = format!(r#"{{"version":1,"name":"test","options":["clean-structured-content"{more}]}}"#);
    Session::new(Policy::parse(&policy).unwrap(), key(1), tools()).unwrap()
}

/// An item of the row with a value to look for, and a harmless item below it.
fn planted(row: &Row) -> Set {
    let set = item("CONTAINS", row.value_type, (row.code, row.scheme, "x"));
    let set = match row.value_type {
        "TEXT" => set.text(0x0040_A160, "UT", WORDS),
        "PNAME" => set.text(0x0040_A123, "PN", NAME),
        "DATE" => set.text(0x0040_A121, "DA", "20230405"),
        "TIME" => set.text(0x0040_A122, "TM", "060708"),
        "DATETIME" => set.text(0x0040_A120, "DT", "20230405060708"),
        "UIDREF" => set.text(0x0040_A124, "UI", UID),
        "IMAGE" | "COMPOSITE" | "WAVEFORM" => set.items(0x0008_1199, vec![reference(CT, "77")]),
        "NUM" => num((row.code, row.scheme, "x"), "47", "a"),
        "CODE" => coded((row.code, row.scheme, "x"), ("248152002", "SCT", "Female")),
        "CONTAINER" => set.text(0x0040_A050, "CS", "SEPARATE"),
        other => panic!("{other}"),
    };
    set.items(0x0040_A730, vec![coded(LATERALITY, RIGHT)])
}

/// The value of the planted item in the output: `None` where the item went. A Sequence's is that of the attribute within that counts.
fn left(bytes: &[u8], value_type: &str) -> Option<String> {
    let object = open(bytes);
    let items = items(&object, 0x0040_A730);
    assert!((1..=2).contains(&items.len()));
    let item = items.get(1)?;
    assert_eq!(self::items(item, 0x0040_A730).len(), 1, "what hangs below stays with it");
    let text = |set: &InMemDicomObject, tag: u32| {
        set.element_opt(at(tag)).unwrap().map(|element| element.to_str().unwrap().into_owned()).unwrap_or_default()
    };
    let within = |sequence, tag| self::items(item, sequence).first().map(|inner| text(inner, tag)).unwrap_or_default();
    Some(match value_type {
        "TEXT" => text(item, 0x0040_A160),
        "PNAME" => text(item, 0x0040_A123),
        "DATE" => text(item, 0x0040_A121),
        "TIME" => text(item, 0x0040_A122),
        "DATETIME" => text(item, 0x0040_A120),
        "UIDREF" => text(item, 0x0040_A124),
        "IMAGE" | "COMPOSITE" | "WAVEFORM" => within(0x0008_1199, 0x0008_1155),
        "NUM" => within(0x0040_A300, 0x0040_A30A),
        "CODE" => within(0x0040_A168, 0x0008_0100),
        _ => "container".to_owned(),
    })
}

fn at(tag: u32) -> Tag {
    Tag((tag >> 16) as u16, tag as u16)
}

fn items(set: &InMemDicomObject, tag: u32) -> Vec<InMemDicomObject> {
    set.element_opt(at(tag)).unwrap().and_then(|element| element.items()).map(<[_]>::to_vec).unwrap_or_default()
}

/// What the original value reads as in [`left`].
fn original(value_type: &str) -> String {
    match value_type {
        "TEXT" => WORDS.to_owned(),
        "PNAME" => NAME.to_owned(),
        "DATE" => "20230405".to_owned(),
        "TIME" => "060708".to_owned(),
        "DATETIME" => "20230405060708".to_owned(),
        "UIDREF" => UID.to_owned(),
        "IMAGE" | "COMPOSITE" | "WAVEFORM" => format!("{ROOT}.77"),
        "NUM" => "47".to_owned(),
        "CODE" => "248152002".to_owned(),
        _ => "container".to_owned(),
    }
}

fn outcome(row: &Row, option: Option<&str>) -> Option<String> {
    let marker = num(LENGTH, "12.5", "mm");
    let input = File::new(EXPLICIT, report(COMPREHENSIVE, vec![marker, planted(row)])).bytes();
    let cleaned = scrub_in(&mut session(option), &input).unwrap_or_else(|error| panic!("{} {}: {error}", row.scheme, row.code));
    left(&cleaned.bytes, row.value_type)
}

/// The Basic Profile's code, where no Option touches the row.
#[test]
fn rows_without_options() {
    for row in rows() {
        let name = format!("{} {} {}", row.scheme, row.code, row.value_type);
        let left = outcome(&row, None);
        match row.basic {
            "X" => assert_eq!(left, None, "{name}"),
            "D" | "X/D" => {
                let left = left.unwrap_or_else(|| panic!("{name} went"));
                assert!(!left.is_empty() && left != original(row.value_type), "{name}: {left}");
            }
            other => panic!("{other}"),
        }
    }
    assert_eq!(rows().len(), 214 + 11);
}

#[test]
fn rows_with_each_option() {
    let mut checked = 0;
    for row in rows() {
        for (option, action) in &row.options {
            let name = format!("{} {} {} under {option}", row.scheme, row.code, row.value_type);
            let left = outcome(&row, Some(option));
            checked += 1;
            match (*action, *option) {
                ('K', _) => assert_eq!(left, Some(original(row.value_type)), "{name}"),
                ('C', "clean_descriptors") => {
                    let clean = words::clean(WORDS, &tools().lexicon, &|_| false);
                    let want = if clean.trim().is_empty() { "REMOVED" } else { clean.trim() };
                    assert_eq!(left.as_deref(), Some(want), "{name}");
                }
                // A time of day stays, a date moves by the days of the patient.
                ('C', _) if row.value_type == "TIME" => assert_eq!(left, Some(original("TIME")), "{name}"),
                ('C', _) => {
                    let left = left.unwrap_or_else(|| panic!("{name} went"));
                    assert!(left < original(row.value_type) && left.len() == original(row.value_type).len(), "{name}: {left}");
                    assert!(!left.starts_with("1900"), "{name}: {left}");
                }
                other => panic!("{other:?}"),
            }
        }
    }
    assert!(checked > 200, "{checked}");
}

/// An Option that has nothing in a row's columns changes nothing.
#[test]
fn other_options_touch_no_row() {
    let row = rows().into_iter().find(|row| row.code == "121022").unwrap();
    for option in ["retain_device_identity", "clean_descriptors", "retain_longitudinal_full_dates"] {
        assert_eq!(outcome(&row, Some(option)), None, "{option}");
    }
}

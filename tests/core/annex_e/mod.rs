//! PS3.15 Table E.1-1 by its letter: every row, under every Option, in every kind of place, in IODs of every Type that it has.

mod differences;
mod plant;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use dicom_core::Tag;
use dicom_object::InMemDicomObject;
use scan_scrubber::profile::{self, Node, Type};
use scan_scrubber::{Code, Policy, Session};

use self::differences::{Case, instead};
use self::plant::{MARKER, Planted, plant};
use self::table::{Outcome, Row, rows};
use crate::build::set::El;
use crate::build::{EXPLICIT, File, Set};
use crate::harness::{Cleaned, check, key, open, run, tools};
use crate::keys::day;
use crate::search::Search;

/// Classes to choose from, under 1.2.840.10008.5.1.4.1.1: as few are taken as have every Type that a row has in any of them.
const CLASSES: &[&str] = &[
    "2", "4", "4.1", "481.3", "66.4", "88.33", "77.1.6", "9.1.1", "11.1", "128", "6.1", "88.59", "4.2", "481.5", "1.1", "2.1", "20",
    "12.1.1", "13.1.3", "481.2", "481.8", "1.2", "1.3", "11.4", "11.8", "77.1.5.4", "78.1", "78.7", "79.1", "80.1", "81.1", "30", "67",
    "68.1", "91.1", "88.67", "88.71", "88.34", "7.2", "77.1.5.1", "77.1.1", "200.1", "200.2", "200.8", "201.1", "481.10", "481.18",
    "481.23", "66.5", "90.1", "130", "131", "14.1", "481.9", "481.20",
];

const OPTIONS: [&str; 10] = [
    "retain_safe_private",
    "retain_uids",
    "retain_device_identity",
    "retain_institution_identity",
    "retain_patient_characteristics",
    "retain_longitudinal_full_dates",
    "retain_longitudinal_modified_dates",
    "clean_descriptors",
    "clean_structured_content",
    "clean_graphics",
];

/// Where the rows stand.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Nest {
    Top,
    /// In an Item of Referenced Series Sequence.
    Public,
    /// The same, of VR UN.
    Unknown,
    /// Two deep: in Referenced Image Sequence within that.
    Deep,
    Private,
    /// In a private Sequence of Table E.3.10-1 (Philips' Stack Sequence): gone, or kept with the same rules inside.
    SafePrivate,
}

const SERIES: u32 = 0x0008_1115;
const IMAGES: u32 = 0x0008_1140;
const PRIVATE: u32 = 0x0029_1020;
const STACK: u32 = 0x2001_105F;

/// The policies: nothing, each Option alone, the built-in ones, and all that go together, with either treatment of dates.
fn policies() -> Vec<(String, Vec<&'static str>)> {
    let mut all = vec![("basic".to_owned(), vec![])];
    all.extend(OPTIONS.map(|option| (option.to_owned(), vec![option])));
    for name in ["share", "clinical"] {
        let json = serde_json::to_string(&Policy::built_in(name).unwrap()).unwrap().replace('-', "_");
        all.push((name.to_owned(), OPTIONS.into_iter().filter(|option| json.contains(&format!("\"{option}\""))).collect()));
    }
    for without in ["retain_longitudinal_full_dates", "retain_longitudinal_modified_dates"] {
        all.push((format!("all but {without}"), OPTIONS.into_iter().filter(|option| *option != without).collect()));
    }
    all
}

fn session(chosen: &[&str]) -> Session {
    let json =
        serde_json::json!({"version": 1, "name": "proof", "options": chosen.iter().map(|one| one.replace('_', "-")).collect::<Vec<_>>()});
    Session::new(Policy::parse(&json.to_string()).unwrap(), key(0x31), tools()).unwrap()
}

fn top(class: &str) -> Node {
    profile::types(&uid(class)).map_or_else(profile::anywhere, |iod| iod.root())
}

fn uid(class: &str) -> String {
    format!("1.2.840.10008.5.1.4.1.1.{class}")
}

/// As few classes as show every Type that a row has in any of them.
fn chosen_classes(rows: &[Row]) -> Vec<&'static str> {
    let shown = |class: &str| rows.iter().map(|row| (row.number(), top(class).type_of(row.number()))).collect::<BTreeSet<_>>();
    let mut wanted: BTreeSet<(u32, Type)> = CLASSES.iter().flat_map(|class| shown(class)).collect();
    let mut chosen = Vec::new();
    while !wanted.is_empty() {
        let best = CLASSES.iter().max_by_key(|class| shown(class).intersection(&wanted).count()).unwrap();
        shown(best).iter().for_each(|one| {
            wanted.remove(one);
        });
        chosen.push(*best);
    }
    chosen
}

/// A file of this class with every row in one place.
fn file(class: &str, planted: &[(&Row, Planted)], nest: Nest) -> Vec<u8> {
    let mut set = Set::new().text(0x0008_0005, "CS", "ISO_IR 100").text(0x0008_0016, "UI", &uid(class)).text(0x0008_0060, "CS", "CT");
    let mut inner = Set::new();
    for (row, one) in planted {
        let group = row.number() >> 16;
        match nest {
            Nest::Top if group == 0x0029 => set = set.text(0x0029_0010, "LO", "PROOF OF A CREATOR").put(one.element.clone()),
            Nest::Top if group != 2 => set = set.put(one.element.clone()),
            Nest::Top => {}
            // Groups that no Item may have.
            _ if matches!(group, 0 | 2 | 4 | 0x0029 | 0xFFFA | 0xFFFC) => {}
            _ => inner = inner.put(one.element.clone()),
        }
    }
    if nest != Nest::Top {
        set = set.text(0x0008_0018, "UI", "1.2.826.0.1.3680043.8.498.5").text(0x0010_0020, "LO", "PROOF-0815");
    }
    set = match nest {
        Nest::Top => set,
        Nest::Public => set.items(SERIES, vec![inner]),
        Nest::Unknown => set.put(El::unknown_items(SERIES, vec![inner])),
        Nest::Deep => set.items(SERIES, vec![Set::new().items(IMAGES, vec![inner])]),
        Nest::Private => set.text(0x0029_0010, "LO", "PROOF OF A CREATOR").items(PRIVATE, vec![inner]),
        Nest::SafePrivate => set.text(0x2001_0010, "LO", "Philips Imaging DD 001").items(STACK, vec![inner]),
    };
    File::new(EXPLICIT, set).bytes()
}

/// What became of one row's attribute; `None`: of nothing that the table knows.
fn outcome(set: Option<&InMemDicomObject>, row: &Row, planted: &Planted, shift: i64) -> Option<Outcome> {
    let tag = Tag((row.number() >> 16) as u16, row.number() as u16);
    let Some(element) = set.and_then(|set| set.element(tag).ok()) else { return Some(Outcome::Gone) };
    if let Some(items) = element.items() {
        let marker = Tag((MARKER.0 >> 16) as u16, MARKER.0 as u16);
        return Some(match items {
            [] => Outcome::Empty,
            [item, ..] if item.element(marker).is_ok_and(|marker| marker.to_str().is_ok_and(|text| text.trim() == MARKER.1)) => {
                Outcome::Items
            }
            _ => Outcome::Dummy,
        });
    }
    let bytes = element.value().to_bytes().unwrap().into_owned();
    let text = element.value().to_str().map(|text| text.trim_matches(['\0', ' ']).to_owned()).unwrap_or_default();
    let before = match &planted.element.value {
        crate::build::set::Value::Bytes(bytes) => bytes.clone(),
        _ => Vec::new(),
    };
    let same = if planted.text.is_empty() { bytes == before } else { text == planted.text };
    Some(match planted.vr.as_str() {
        _ if bytes.is_empty() => Outcome::Empty,
        "TM" if same => Outcome::Kept,
        _ if same => Outcome::Kept,
        "DA" if day(&text) - day(&planted.text) == shift => Outcome::Moved,
        "DT" if day(&text[..8]) - day(&planted.text[..8]) == shift && text[8..] == planted.text[8..] => Outcome::Moved,
        "UI" if text.starts_with("2.25.") => Outcome::NewUid,
        _ if planted.token.as_ref().is_some_and(|token| text.contains(token)) => return None,
        _ => Outcome::Dummy,
    })
}

fn within(object: &InMemDicomObject, path: &[u32]) -> Option<InMemDicomObject> {
    path.iter().try_fold(object.clone(), |set, tag| {
        let element = set.element(Tag((tag >> 16) as u16, *tag as u16)).ok()?;
        element.items()?.first().cloned()
    })
}

fn meets(allowed: &[Outcome], met: Option<Outcome>, planted: &Planted) -> bool {
    let Some(met) = met else { return false };
    allowed.iter().any(|one| match one {
        Outcome::Cleaned => met != Outcome::Kept || (planted.token.is_none() && !matches!(planted.vr.as_str(), "DA" | "DT")),
        Outcome::Moved => met == Outcome::Moved || (planted.vr == "TM" && met == Outcome::Kept),
        one => *one == met,
    })
}

/// What is found: by row and how it differs, where.
type Problems = BTreeMap<String, BTreeSet<String>>;

#[allow(clippy::too_many_arguments)]
fn examine(
    cleaned: &Cleaned,
    class: &str,
    nest: Nest,
    chosen: &[&str],
    name: &str,
    planted: &[(&Row, Planted)],
    problems: &mut Problems,
    used: &mut BTreeMap<&'static str, usize>,
) -> usize {
    let object = open(&cleaned.bytes).into_inner();
    let (path, node): (&[u32], Node) = match nest {
        Nest::Top => (&[], top(class)),
        Nest::Public | Nest::Unknown => (&[SERIES], top(class).child(SERIES)),
        Nest::Deep => (&[SERIES, IMAGES], top(class).child(SERIES).child(IMAGES)),
        Nest::Private => (&[PRIVATE], top(class)),
        Nest::SafePrivate => (&[STACK], top(class).child(STACK)),
    };
    let set = within(&object, path);
    let mut checked = 0;
    for (row, one) in planted {
        let group = row.number() >> 16;
        if group == 2 || (nest != Nest::Top && matches!(group, 0 | 4 | 0x0029 | 0xFFFA | 0xFFFC)) {
            continue;
        }
        checked += 1;
        let kind = node.type_of(row.number());
        let case = Case { row, vr: &one.vr, kind, chosen };
        let whole = nest == Nest::Private || (nest == Nest::SafePrivate && set.is_none());
        let mut allowed = if whole { vec![Outcome::Gone] } else { row.letter(chosen, kind, &one.vr) };
        let met = outcome(set.as_ref(), row, one, cleaned.scrubbed.shift);
        if !whole && !meets(&allowed, met, one) {
            for difference in instead(&case) {
                allowed.extend(difference.instead);
                if meets(difference.instead, met, one) {
                    *used.entry(difference.reason).or_default() += 1;
                }
            }
        }
        if !meets(&allowed, met, one) {
            let what = format!("{} {} ({}, {}, {kind:?}): {met:?}, not {allowed:?}", row.tag, row.name, one.vr, row.basic);
            problems.entry(what).or_default().insert(format!("{name}/{class}/{nest:?}"));
        }
    }
    checked
}

#[test]
fn every_row_under_every_option_by_the_letter() {
    let rows = rows();
    let planted: Vec<(&Row, Planted)> = rows.iter().enumerate().map(|(index, row)| (row, plant(index, row))).collect();
    let tokens: Vec<(usize, &String)> = planted.iter().enumerate().filter_map(|(at, (_, one))| Some((at, one.token.as_ref()?))).collect();
    let search = Search::new(&tokens.iter().map(|(_, token)| *token).collect::<Vec<_>>());
    let classes = chosen_classes(&rows);
    let (mut problems, mut checked, mut used) = (Problems::new(), 0, BTreeMap::new());
    for (name, chosen) in policies() {
        let mut batch = session(&chosen);
        for (number, class) in classes.iter().enumerate() {
            for nest in [Nest::Top, Nest::Public, Nest::Unknown, Nest::Deep, Nest::Private, Nest::SafePrivate] {
                // In these places the class hardly matters.
                if number >= 4 && nest != Nest::Top {
                    continue;
                }
                let bytes = file(class, &planted, nest);
                let cleaned = match run(&mut batch, Cursor::new(&bytes)) {
                    Ok(cleaned) => cleaned,
                    // Reports leave only where their content is cleaned.
                    Err(error) if error.code == Code::Report && !chosen.contains(&"clean_structured_content") => continue,
                    Err(error) => {
                        problems.entry(format!("withheld: {error}")).or_default().insert(format!("{name}/{class}/{nest:?}"));
                        continue;
                    }
                };
                check(&cleaned);
                checked += examine(&cleaned, class, nest, &chosen, &name, &planted, &mut problems, &mut used);
                for (hit, form) in search.find(&cleaned.bytes) {
                    let row = planted[tokens[hit].0].0;
                    let kept = row.options.iter().any(|(option, action)| *action == "K" && chosen.contains(option));
                    if !kept || nest == Nest::Private {
                        let what = format!("{} {}: {} is found as {form}", row.tag, row.name, tokens[hit].1);
                        problems.entry(what).or_default().insert(format!("{name}/{class}/{nest:?}"));
                    }
                }
            }
        }
    }
    eprintln!("{checked} attributes, {} classes: {classes:?}", classes.len());
    let lines: Vec<String> = problems
        .iter()
        .map(|(what, places)| {
            format!("{what}\n      {} places: {}", places.len(), places.iter().take(4).cloned().collect::<Vec<_>>().join(", "))
        })
        .collect();
    assert!(problems.is_empty(), "{} differences\n{}", problems.len(), lines.join("\n"));
    for difference in differences::DIFFERENCES {
        // One that is never met is no difference any more.
        assert!(used.contains_key(difference.reason), "not met: {}", difference.reason);
    }
}

//! V02: sentinels at random places of random data sets, in random encodings; none leaves.
//!
//! `SCRUB_CASES` sets how many cases are tried. Numbers, tables and waveforms of numbers, device names and times of day are kept by design, so
//! that sentinels are planted where words, dates or UIDs could stand.

use std::cell::Cell;

use dicom_core::dictionary::{DataDictionary, TagRange, VirtualVr};
use dicom_dictionary_std::StandardDataDictionary;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use scan_scrubber::Code;

use crate::build::samples::{ct, ct_header, enhanced_mr, segmentation, structure_set};
use crate::build::set::{El, Value};
use crate::build::{BIG, DEFLATED, EXPLICIT, File, IMPLICIT, Set};
use crate::harness::{PROFILES, scrub};
use crate::search::Search;

/// A VR's kind of text.
const TEXT_VRS: [&str; 18] = ["AE", "AS", "CS", "DS", "IS", "LO", "LT", "PN", "SH", "ST", "TM", "UC", "UR", "UT", "UN", "OB", "DA", "DT"];
const SEQUENCES: [u32; 14] = [
    0x0008_1115,
    0x0008_1140,
    0x0008_2112,
    0x0008_2218,
    0x0018_A001,
    0x0040_0275,
    0x0040_0440,
    0x0040_A730,
    0x0054_0016,
    0x0062_0002,
    0x0008_9999,
    0x0011_1010,
    0x5200_9229,
    0x3006_0020,
];

/// Tables of numbers, and names of devices, which are kept for what they are.
const KEPT: [u32; 20] = [
    0x0008_0070,
    0x0008_1090,
    0x0018_1020,
    0x0018_0024,
    0x0018_9005,
    0x0018_1210,
    0x0018_1250,
    0x0018_1251,
    0x0028_1054,
    0x0028_3004,
    0x0028_1201,
    0x0028_1202,
    0x0028_1203,
    0x0028_1204,
    0x0028_1221,
    0x0028_1222,
    0x0028_1223,
    0x0028_1224,
    0x0028_3006,
    0x0028_2000,
];

#[derive(Clone, Debug)]
struct Plant {
    path: Vec<u32>,
    unknown: bool,
    open: bool,
    what: What,
    form: u8,
}

#[derive(Clone, Debug)]
enum What {
    /// An attribute of the standard's, under its own VR or another.
    Public(Index, Option<usize>),
    Private(u16, u16, usize),
    Unknown(u32, usize),
    Graphic(u16, u16),
    Uid(Index),
    Date(Index),
    Meta(u16),
    Preamble(u8),
    Tail,
    Padding,
}

fn plants() -> impl Strategy<Value = Vec<Plant>> {
    let vr = || 0..TEXT_VRS.len();
    let what = prop_oneof![
        12 => (any::<Index>(), prop::option::weighted(0.2, vr())).prop_map(|(tag, vr)| What::Public(tag, vr)),
        4 => (any::<u16>(), any::<u16>(), vr()).prop_map(|(group, element, vr)| What::Private(group | 1, element, vr)),
        2 => (prop::sample::select(vec![0x0010_9998_u32, 0x0008_0099, 0x7F00_0010, 0x1010_0004, 0x0400_9999, 0x0052_00FF]), vr()).prop_map(|(tag, vr)| What::Unknown(tag, vr)),
        1 => (0..64_u16, any::<u16>()).prop_map(|(group, element)| What::Graphic(if group < 32 { 0x6000 + group * 2 } else { 0x5000 + (group - 32) * 2 }, element)),
        2 => any::<Index>().prop_map(What::Uid),
        2 => any::<Index>().prop_map(What::Date),
        1 => (0x12..0x200_u16).prop_map(What::Meta),
        1 => (0..100_u8).prop_map(What::Preamble),
        1 => Just(What::Tail),
        1 => Just(What::Padding),
    ];
    let path = prop::collection::vec(prop::sample::select(SEQUENCES.to_vec()), 0..5);
    let plant = (path, prop::bool::weighted(0.1), any::<bool>(), what, 0..8_u8).prop_map(|(path, unknown, open, what, form)| Plant {
        path,
        unknown,
        open,
        what,
        form,
    });
    prop::collection::vec(plant, 1..8)
}

struct Tags {
    words: Vec<(u32, &'static str)>,
    uids: Vec<u32>,
    dates: Vec<(u32, &'static str)>,
}

/// Every attribute that the standard's dictionary has, by what could stand in it.
fn tags() -> Tags {
    let mut tags = Tags { words: vec![], uids: vec![], dates: vec![] };
    let needed = ct()
        .tags()
        .into_iter()
        .chain(enhanced_mr().tags())
        .chain(segmentation().tags())
        .filter(|tag| matches!(tag >> 16, 0x0028 | 0x7FE0))
        .collect::<Vec<_>>();
    for number in (0x0008_0001..0x0088_FFFF_u32)
        .chain(0x0100_0000..0x0120_0000)
        .chain(0x0400_0000..0x0400_1000)
        .chain(0x2000_0000..0x2200_0100)
        .chain(0x3002_0000..0x3010_0100)
    {
        let tag = dicom_core::Tag((number >> 16) as u16, number as u16);
        let Some(entry) = StandardDataDictionary.by_tag(tag) else { continue };
        if !matches!(entry.tag, TagRange::Single(_)) || number & 0xFFFF == 0 || number >> 16 & 1 == 1 {
            continue;
        }
        let VirtualVr::Exact(vr) = entry.vr else { continue };
        // What an instance is, and how its pixels lie, decides whether it is cleaned at all.
        if KEPT.contains(&number)
            || needed.contains(&number)
            || matches!(number, 0x0008_0016 | 0x0008_0018 | 0x0008_0060 | 0x0008_0008 | 0x0028_0301 | 0x0008_0064)
        {
            continue;
        }
        match vr.to_string() {
            "UI" => tags.uids.push(number),
            vr @ ("DA" | "DT") => tags.dates.push((number, vr)),
            vr if TEXT_VRS.contains(&vr) => tags.words.push((number, vr)),
            _ => {}
        }
    }
    assert!(tags.words.len() > 1_500 && tags.uids.len() > 50 && tags.dates.len() > 100);
    tags
}

/// Plants into `file`, and says what to look for.
fn plant(mut file: File, plants: &[Plant], tags: &Tags) -> (File, Vec<Vec<u8>>) {
    let mut sentinels = Vec::new();
    for (index, plant) in plants.iter().enumerate() {
        let word = format!("QZ{}XWV{index}", ["Orib", "ORIB", "orib", "OriB"][usize::from(plant.form) % 4]);
        let value = match plant.form {
            0 => word.clone(),
            1 => format!("CHEST\0{word}"),
            2 => format!("1\\2\\{word}"),
            3 => format!("20240101{word}"),
            4 => format!("  {word}  "),
            5 => format!("{word}^{word}=\u{1b}$B{word}"),
            6 => format!("1.5\\{word}\\\u{e9}"),
            _ => format!("{word}\r\n{word}"),
        };
        let el = match &plant.what {
            What::Public(at, vr) => {
                let (tag, own) = *at.get(&tags.words);
                El::text(tag, vr.map_or(own, |vr| TEXT_VRS[vr]), &value)
            }
            What::Private(group, element, vr) => El::text(u32::from((*group).max(9)) << 16 | u32::from(*element), TEXT_VRS[*vr], &value),
            What::Unknown(tag, vr) => El::text(*tag, TEXT_VRS[*vr], &value),
            What::Graphic(group, element) => El::text(u32::from(*group) << 16 | u32::from(*element).max(1), "LO", &value),
            What::Uid(at) => {
                let uid = format!("1.2.276.0.7391{index}8264.20240{index}");
                let el = El::text(*at.get(&tags.uids), "UI", &uid);
                sentinels.push(format!("7391{index}8264").into_bytes());
                file.set = put(std::mem::take(&mut file.set), &plant.path, el, plant);
                continue;
            }
            What::Date(at) => {
                let date = format!("1{}580{}1{}", index + 2, index % 9 + 1, index % 10);
                let (tag, vr) = *at.get(&tags.dates);
                sentinels.push(date.clone().into_bytes());
                file.set = put(std::mem::take(&mut file.set), &plant.path, El::text(tag, vr, &date), plant);
                continue;
            }
            What::Meta(element) => {
                file.meta = std::mem::take(&mut file.meta).put(El::text(0x0002_0000 | u32::from(*element), "SH", &value));
                sentinels.push(word.into_bytes());
                continue;
            }
            What::Preamble(at) => {
                let mut preamble = file.preamble.unwrap_or([0; 128]);
                // One text alone: two could overwrite each other.
                if preamble == [0; 128] {
                    preamble[usize::from(*at)..usize::from(*at) + word.len()].copy_from_slice(word.as_bytes());
                    sentinels.push(word.into_bytes());
                }
                file.preamble = Some(preamble);
                continue;
            }
            What::Tail => {
                file.tail.extend_from_slice(value.as_bytes());
                sentinels.push(word.into_bytes());
                continue;
            }
            What::Padding => El::text(0xFFFC_FFFC, "OB", &value),
        };
        sentinels.push(word.into_bytes());
        file.set = put(std::mem::take(&mut file.set), &plant.path, el, plant);
    }
    (file, sentinels)
}

/// Puts an element at the end of a path of Sequences, making those that are not there.
fn put(mut set: Set, path: &[u32], el: El, plant: &Plant) -> Set {
    let Some((first, rest)) = path.split_first() else { return if plant.form == 3 { set.beside(el) } else { set.put(el) } };
    let there = set.0.iter_mut().find(|other| other.tag == *first && matches!(&other.value, Value::Items(items) if !items.is_empty()));
    if let Some(El { value: Value::Items(items), .. }) = there {
        let last = items.len() - 1;
        items[last] = put(std::mem::take(&mut items[last]), rest, el, plant);
        return set;
    }
    let items = vec![put(Set::new(), rest, el, plant)];
    set.put(if plant.unknown { El::unknown_items(*first, items) } else { El::items(*first, items) }.open(plant.open))
}

#[test]
fn no_sentinel_leaves() {
    let cases = std::env::var("SCRUB_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2_000);
    let tags = tags();
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() });
    let bases = [ct(), ct_header(), enhanced_mr(), segmentation(), structure_set()];
    let syntaxes = [EXPLICIT, IMPLICIT, BIG, DEFLATED];
    let (verified, planted) = (Cell::new(0_u32), Cell::new(0_usize));
    let strategy = (plants(), 0..bases.len(), 0..syntaxes.len(), 0..PROFILES.len(), any::<bool>());
    let result = runner.run(&strategy, |(plants, base, syntax, profile, open)| {
        let mut file = File::new(syntaxes[syntax], bases[base].clone());
        file.open = open;
        // A tail needs pixels before it, to be told from the data set.
        let plants: Vec<Plant> = plants.into_iter().filter(|plant| !matches!(plant.what, What::Tail) || base != 1 && base != 4).collect();
        let (file, mut sentinels) = plant(file, &plants, &tags);
        if PROFILES[profile] == "clinical" {
            sentinels.retain(|sentinel| !sentinel.iter().all(u8::is_ascii_digit) || sentinel.starts_with(b"7391"));
        }
        let input = file.bytes();
        let before = if sentinels.is_empty() { vec![] } else { Search::new(&sentinels).find(&input) };
        let there = before
            .iter()
            .filter(|(_, form)| matches!(*form, "raw" | "swapped"))
            .map(|(at, _)| *at)
            .collect::<std::collections::BTreeSet<_>>();
        match scrub(&input, PROFILES[profile]) {
            Ok(cleaned) => {
                verified.set(verified.get() + 1);
                planted.set(planted.get() + there.len());
                let found = if sentinels.is_empty() { vec![] } else { Search::new(&sentinels).find(&cleaned.bytes) };
                let found: Vec<_> =
                    found.iter().map(|(at, form)| format!("{} ({form})", String::from_utf8_lossy(&sentinels[*at]))).collect();
                prop_assert!(found.is_empty(), "{found:?}");
                let lines = cleaned.scrubbed.ledger.lines();
                prop_assert!(sentinels.is_empty() || Search::new(&sentinels).find(lines.as_bytes()).is_empty());
                Ok(())
            }
            // Text under a VR of words or numbers can break the structure; a conversion type and the like speak of writing.
            Err(error) if matches!(error.code, Code::Structure | Code::CutOff | Code::Writing | Code::NoIdentity | Code::PixelLayout) => {
                Ok(())
            }
            Err(error) => Err(TestCaseError::fail(format!("withheld: {error}"))),
        }
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    let (verified, planted) = (verified.get(), planted.get());
    assert!(verified > cases / 2, "only {verified} of {cases} were cleaned");
    assert!(planted > cases as usize, "only {planted} sentinels were planted in what was cleaned");
}

//! What a person is told of each attribute before anything is done: it must be what is done.

use std::collections::BTreeMap;
use std::io::Cursor;

use scan_scrubber::Source;

use crate::build::samples::{code, ct};
use crate::build::{BIG, EXPLICIT, File, IMPLICIT, Set, Syntax};
use crate::harness::{PROFILES, scrub_in, session};

/// The lines, column by column, and how many attributes there are beside them.
fn explain(set: &Set, syntax: Syntax, profile: &str) -> (Vec<Vec<String>>, u32) {
    let mut source = Source::new(Cursor::new(File::new(syntax, set.clone()).bytes())).unwrap();
    let kind = scan_scrubber::kind(&mut source).unwrap();
    let (lines, more, _) = session(profile).explain(&mut source, kind).unwrap();
    (lines.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect(), more)
}

fn sample() -> Set {
    ct().text(0x0010_0010, "PN", "Muster^Jana")
        .text(0x0010_0020, "LO", "LH\t12345")
        .text(0x0008_0090, "PN", "Gray^Ann")
        .items(0x0040_0275, vec![Set::new().text(0x0040_0007, "LO", "MRI of Jana").text(0x0040_1001, "SH", "REQ1")])
        .items(0x0008_2218, vec![code("T-A0100", "SRT", "Brain")])
}

#[test]
fn every_decision_is_told_as_it_is_carried_out() {
    for profile in PROFILES {
        for syntax in [EXPLICIT, IMPLICIT, BIG] {
            let (rows, more) = explain(&sample(), syntax, profile);
            assert_eq!(more, 0);
            let mut told: BTreeMap<String, u32> = BTreeMap::new();
            for row in rows.iter().filter(|row| row[4] != "statement") {
                assert_eq!(row.len(), 7, "{}", row[0]);
                *told.entry([&*row[0], &*row[3], &*row[4]].join("\t")).or_default() += 1;
            }
            let cleaned = scrub_in(&mut session(profile), &File::new(syntax, sample()).bytes()).unwrap();
            let done = cleaned.scrubbed.ledger.lines();
            let done: BTreeMap<String, u32> = done
                .lines()
                .map(|line| line.rsplit_once('\t').unwrap())
                .map(|(line, count)| (line.to_owned(), count.parse().unwrap()))
                .collect();
            assert_eq!(told, done, "{profile}");
        }
    }
}

#[test]
fn values_are_shown_before_and_after_and_numbers_as_their_bytes() {
    let (rows, _) = explain(&sample(), BIG, "share");
    let of = |path: &str, rule: bool| rows.iter().find(|row| row[0] == path && (row[4] == "statement") == rule).unwrap();
    let row = of("(0010,0010)", false);
    assert_eq!((&*row[1], &*row[2], &*row[3], &*row[5]), ("PN", "names", "empty", "Muster^Jana"));
    let stated = &of("(0010,0010)", true)[6];
    assert!(!stated.is_empty() && !stated.contains("Muster"));
    assert_eq!(of("(0010,0020)", false)[5], "LH 12345", "no sign of the lines' own");
    assert_eq!(of("(0040,0275)", false)[5], "[1]");
    assert_eq!(of("(0040,0275)[].(0040,1001)", false)[5], "REQ1");
    let bits: Vec<u32> = of("(0028,0100)", false)[5].chars().map(|letter| u32::from(letter) - 0x100).collect();
    assert_eq!(bits, [16, 0]);
}

#[test]
fn a_file_of_very_many_attributes_is_told_in_part_and_how_many_there_are_beside() {
    let items: Vec<Set> = (0..5000).map(|_| Set::new().text(0x0040_0007, "LO", "MRI")).collect();
    let (rows, more) = explain(&ct().items(0x0040_0275, items), EXPLICIT, "share");
    let statements = rows.iter().filter(|row| row[4] == "statement").count();
    assert_eq!((rows.len() - statements, statements), (4000, 6));
    assert!(more > 1000, "{more}");
}

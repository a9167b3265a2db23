//! Table E.1-1 as it is committed beside this file, and what its letter asks for.

use scan_scrubber::profile::Type;

/// A row: an attribute, a repeating group, or all that is private.
pub struct Row {
    /// As the table writes it.
    pub tag: &'static str,
    pub basic: &'static str,
    /// Options that put an action of their own in the place of the Basic Profile's.
    pub options: Vec<(&'static str, &'static str)>,
    pub name: &'static str,
}

/// What may become of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Gone,
    Empty,
    /// There, with a value that is not the original's and has nothing of it.
    Dummy,
    NewUid,
    Kept,
    /// A date by the patient's days; a time as it is.
    Moved,
    /// Whatever is left has nothing of what was planted.
    Cleaned,
    /// A Sequence with its Items, and nothing in them of what was planted.
    Items,
}

pub fn rows() -> Vec<Row> {
    let lines = include_str!("table.txt").lines().skip(1);
    let rows: Vec<Row> = lines
        .map(|line| {
            let (codes, name) = line.split_once(" | ").unwrap();
            let mut codes = codes.split(' ');
            let (tag, basic) = (codes.next().unwrap(), codes.next().unwrap());
            Row { tag, basic, options: codes.map(|code| code.split_once('=').unwrap()).collect(), name }
        })
        .collect();
    assert_eq!(rows.len(), 657);
    rows
}

impl Row {
    /// The tag; of a repeating group its first.
    pub fn number(&self) -> u32 {
        match self.tag {
            "50xxxxxx" | "50XXXXXX" => 0x5000_3000,
            "PRIVATE" => 0x0029_1001,
            tag => u32::from_str_radix(&tag.replace(['x', 'X'], "0"), 16).unwrap(),
        }
    }

    /// What the table's letter allows under some Options, by the Type of the attribute where it stands (PS3.15 E.1.1, Table E.1-1a).
    /// The first is what one expects.
    pub fn letter(&self, chosen: &[&str], kind: Type, vr: &str) -> Vec<Outcome> {
        use Outcome::*;
        let says = |action| self.options.iter().any(|(option, said)| *said == action && chosen.contains(option));
        let sequence = vr == "SQ";
        let date = matches!(vr, "DA" | "DT" | "TM") && chosen.contains(&"retain_longitudinal_modified_dates");
        match (says("K"), says("C")) {
            (_, true) if date => return vec![Moved],
            (true, true) => return vec![Kept, Cleaned],
            (true, false) => return vec![if sequence { Items } else { Kept }],
            // What a Sequence or a date is under Modified Dates.
            (false, true) => return vec![Cleaned],
            (false, false) => {}
        }
        let value = matches!(kind, Type::One | Type::OneC);
        let presence = matches!(kind, Type::Two | Type::TwoC);
        let by_type = || match kind {
            Type::Unknown => vec![Gone, Empty, Dummy],
            _ if value => vec![Dummy],
            _ if presence => vec![Empty],
            _ => vec![Gone],
        };
        let mut allowed = match self.basic {
            "X" => vec![Gone],
            "Z" if value => vec![Dummy],
            "Z" => vec![Empty, Dummy],
            "D" => vec![Dummy],
            "U" => vec![NewUid],
            "X/Z" | "X/D" | "X/Z/D" => by_type(),
            "Z/D" if value => vec![Dummy],
            "Z/D" => vec![Empty, Dummy],
            "X/Z/U*" if value => vec![Items],
            "X/Z/U*" => by_type(),
            other => panic!("{other}"),
        };
        if vr == "UI" && allowed.contains(&Dummy) {
            allowed.push(NewUid);
        }
        allowed
    }
}

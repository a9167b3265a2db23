//! Where what is done departs from the table's letter, and why. CONFORMANCE.md says the same.

use scan_scrubber::profile::Type;

use super::table::{Outcome, Row};

/// What is met in the place of what the letter asks for.
pub struct Difference {
    pub reason: &'static str,
    applies: fn(&Case) -> bool,
    pub instead: &'static [Outcome],
}

/// One row in one place under one policy.
pub struct Case<'a> {
    pub row: &'a Row,
    pub vr: &'a str,
    pub kind: Type,
    pub chosen: &'a [&'a str],
}

impl Case<'_> {
    fn has(&self, option: &str) -> bool {
        self.chosen.contains(&option)
    }

    fn optioned(&self) -> bool {
        self.row.options.iter().any(|(option, _)| self.chosen.contains(option))
    }
}

pub const DIFFERENCES: &[Difference] = &[
    Difference {
        reason: "elements of commands and directories have no place in a data set, and are never read into it",
        applies: |case| matches!(case.row.number() >> 16, 0 | 4),
        instead: &[Outcome::Gone],
    },
    Difference {
        reason: "a context group's version is a constant of the standard: moved, it would say by how much, and no reader needs it",
        applies: |case| matches!(case.row.number(), 0x0008_0106 | 0x0008_0107),
        instead: &[Outcome::Gone],
    },
    Difference {
        reason: "an address may be anybody's: no Option keeps one",
        applies: |case| case.vr == "UR" && case.optioned(),
        instead: &[Outcome::Gone],
    },
    Difference {
        reason: "words about the patient are cleaned where descriptions are",
        applies: |case| {
            case.has("retain_patient_characteristics")
                && case.has("clean_descriptors")
                && matches!(case.vr, "LO" | "LT" | "SH" | "UC" | "UT")
        },
        instead: &[Outcome::Cleaned],
    },
    Difference {
        reason: "a time that is encoded in bytes cannot be read, nor told from anything else",
        applies: |case| case.vr == "OB" && case.optioned(),
        instead: &[Outcome::Gone, Outcome::Dummy],
    },
    Difference {
        reason: "its module is there only for what it says",
        applies: |case| case.row.number() == 0x0070_0001,
        instead: &[Outcome::Gone],
    },
    Difference {
        reason: "an attribute that its IOD requires stays, with a dummy or without a value: without it no reader takes the object",
        applies: |case| case.row.basic == "X" && matches!(case.kind, Type::One | Type::Two),
        instead: &[Outcome::Dummy, Outcome::Empty, Outcome::NewUid],
    },
    Difference {
        reason: "references between images stay, under new UIDs, whether the IOD requires them or not",
        applies: |case| case.row.basic == "X/Z/U*",
        instead: &[Outcome::Items],
    },
];

/// The outcomes that a deliberate difference puts in the place of the letter's.
pub fn instead(case: &Case) -> Vec<&'static Difference> {
    DIFFERENCES.iter().filter(|one| (one.applies)(case)).collect()
}

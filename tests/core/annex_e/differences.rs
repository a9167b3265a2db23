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
    pub nested: bool,
    /// Whether the dictionary has the attribute.
    pub known: bool,
}

impl Case<'_> {
    fn has(&self, option: &str) -> bool {
        self.chosen.contains(&option)
    }

    fn optioned(&self) -> bool {
        self.row.options.iter().any(|(option, _)| self.chosen.contains(option))
    }
}

pub const DIFFERENCES: &[Difference] = &[];

/// The outcomes that a deliberate difference puts in the place of the letter's.
pub fn instead(case: &Case) -> Vec<&'static Difference> {
    DIFFERENCES.iter().filter(|one| (one.applies)(case)).collect()
}

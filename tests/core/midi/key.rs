//! An answer key: what must be true of each instance once it was cleaned, in the ten kinds of action of the public benchmark for this task.

use std::collections::BTreeMap;

use dicom_core::Tag;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    TagRetained,
    TextNotnull,
    TextRetained,
    TextRemoved,
    DateShifted,
    UidChanged,
    UidConsistent,
    PatidConsistent,
    PixelsRetained,
    /// Holds where the picture has gone, or the whole instance is withheld: no picture is painted over.
    PixelsHidden,
}

/// One thing that must be true.
#[derive(Clone, Debug)]
pub struct Check {
    pub action: Action,
    /// Sequences, each of whose first Item is meant, and the attribute.
    pub path: Vec<Tag>,
    /// Text: its words, removed or retained. UIDs, IDs and dates: the original.
    pub text: String,
}

/// An instance to be cleaned, and what must come of it.
pub struct Question {
    /// Where it was made from.
    pub from: String,
    pub bytes: Vec<u8>,
    pub checks: Vec<Check>,
    /// Words that may stand nowhere in what leaves.
    pub secrets: Vec<String>,
    pub hidden: bool,
}

/// Passed and all, by kind of action.
#[derive(Default)]
pub struct Score(pub BTreeMap<Action, (usize, usize)>);

impl Score {
    pub fn count(&mut self, action: Action, passed: bool) {
        let entry = self.0.entry(action).or_default();
        entry.0 += usize::from(passed);
        entry.1 += 1;
    }

    pub fn total(&self) -> (usize, usize) {
        self.0.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    }

    pub fn lines(&self) -> String {
        let mut lines = String::new();
        for (action, (passed, all)) in &self.0 {
            lines += &format!("  {action:?}: {passed} of {all} ({:.3} %)\n", 100.0 * *passed as f64 / *all as f64);
        }
        let (passed, all) = self.total();
        lines + &format!("  all: {passed} of {all} ({:.3} %)", 100.0 * passed as f64 / all as f64)
    }
}

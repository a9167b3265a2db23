//! What was done to the attributes of one file, counted by place, action and rule: never a value.

use std::collections::BTreeMap;

use dicom_core::Tag;

use crate::plan::{Action, Rule};

/// A place in a data set: its Sequences and the attribute, Items of a Sequence taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PathId(u32);

/// Counts of decisions.
#[derive(Debug)]
pub struct Ledger {
    paths: Vec<(PathId, Tag)>,
    known: BTreeMap<(PathId, Tag), PathId>,
    counts: BTreeMap<(PathId, &'static str, Rule), u32>,
}

/// The top level.
pub const TOP: PathId = PathId(0);

impl Default for Ledger {
    fn default() -> Self {
        Self { paths: vec![(TOP, Tag(0, 0))], known: BTreeMap::new(), counts: BTreeMap::new() }
    }
}

impl Ledger {
    /// The place of `tag` within `parent`.
    pub fn path(&mut self, parent: PathId, tag: Tag) -> PathId {
        let next = PathId(u32::try_from(self.paths.len()).unwrap_or(u32::MAX));
        let path = *self.known.entry((parent, tag)).or_insert(next);
        if path == next {
            self.paths.push((parent, tag));
        }
        path
    }

    /// Counts one decision.
    pub fn note(&mut self, path: PathId, action: &Action, rule: Rule) {
        *self.counts.entry((path, action.name(), rule)).or_insert(0) += 1;
    }

    /// Every place at which `action` was taken, with its count: the tag of the attribute itself.
    pub fn taken(&self, wanted: impl Fn(&str, Rule) -> bool) -> impl Iterator<Item = (Tag, u32)> {
        self.counts
            .iter()
            .filter(move |((_, action, rule), _)| wanted(action, *rule))
            .filter_map(|((path, _, _), count)| self.paths.get(path.0 as usize).map(|(_, tag)| (*tag, *count)))
    }

    /// One line for each place, action and rule: path, action, rule and count with tabs between, sorted by path.
    pub fn lines(&self) -> String {
        let mut lines = String::new();
        for ((path, action, rule), count) in &self.counts {
            self.write(*path, &mut lines);
            for part in ["\t", action, "\t", rule.name(), "\t", &count.to_string(), "\n"] {
                lines.push_str(part);
            }
        }
        lines
    }

    /// Writes the path of a place, as [`Self::lines`] has it.
    pub fn write(&self, path: PathId, to: &mut String) {
        let mut tags = Vec::new();
        let mut at = path;
        while at != TOP {
            let Some((parent, tag)) = self.paths.get(at.0 as usize) else { break };
            tags.push(*tag);
            at = *parent;
        }
        for (index, tag) in tags.iter().rev().enumerate() {
            to.push_str(if index > 0 { "[].(" } else { "(" });
            hex(tag.group(), to);
            to.push(',');
            hex(tag.element(), to);
            to.push(')');
        }
    }
}

/// Four digits in base sixteen. Not by [`std::fmt`]: there are hundreds for a file.
fn hex(number: u16, to: &mut String) {
    for place in [12, 8, 4, 0] {
        to.extend(char::from_digit(u32::from(number >> place) & 15, 16).map(|digit| digit.to_ascii_uppercase()));
    }
}

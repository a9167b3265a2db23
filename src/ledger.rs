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
    places: Vec<Place>,
    known: BTreeMap<(PathId, Tag), PathId>,
    /// The place that was asked for last.
    last: PathId,
}

#[derive(Debug)]
struct Place {
    parent: PathId,
    tag: Tag,
    /// The place that was asked for after this one, the last time: Items of a Sequence have the same attributes, one after the other.
    next: PathId,
    counts: Vec<(&'static str, Rule, u32)>,
}

impl Place {
    const fn new(parent: PathId, tag: Tag) -> Self {
        Self { parent, tag, next: TOP, counts: Vec::new() }
    }
}

/// The top level.
pub const TOP: PathId = PathId(0);

impl Default for Ledger {
    fn default() -> Self {
        Self { places: vec![Place::new(TOP, Tag(0, 0))], known: BTreeMap::new(), last: TOP }
    }
}

impl Ledger {
    /// The place of `tag` within `parent`.
    pub fn path(&mut self, parent: PathId, tag: Tag) -> PathId {
        let guess = self.place(self.last).map_or(TOP, |last| last.next);
        if guess != TOP && self.place(guess).is_some_and(|place| place.parent == parent && place.tag == tag) {
            self.last = guess;
            return guess;
        }
        let next = PathId(u32::try_from(self.places.len()).unwrap_or(u32::MAX));
        let path = *self.known.entry((parent, tag)).or_insert(next);
        if path == next {
            self.places.push(Place::new(parent, tag));
        }
        if let Some(last) = self.places.get_mut(self.last.0 as usize) {
            last.next = path;
        }
        self.last = path;
        path
    }

    fn place(&self, path: PathId) -> Option<&Place> {
        self.places.get(path.0 as usize)
    }

    /// Counts one decision.
    pub fn note(&mut self, path: PathId, action: &Action, rule: Rule) {
        let Some(place) = self.places.get_mut(path.0 as usize) else { return };
        match place.counts.iter_mut().find(|(known, other, _)| *known == action.name() && *other == rule) {
            Some((.., count)) => *count = count.saturating_add(1),
            None => place.counts.push((action.name(), rule, 1)),
        }
    }

    /// Every place at which `action` was taken, with its count: the tag of the attribute itself.
    pub fn taken(&self, wanted: impl Fn(&str, Rule) -> bool) -> impl Iterator<Item = (Tag, u32)> {
        let counts = self.places.iter().flat_map(|place| place.counts.iter().map(|count| (place.tag, count)));
        counts.filter(move |(_, (action, rule, _))| wanted(action, *rule)).map(|(tag, (.., count))| (tag, *count))
    }

    /// One line for each place, action and rule: path, action, rule and count with tabs between, sorted by path.
    pub fn lines(&self) -> String {
        let mut lines = String::new();
        let paths = (0..u32::MAX).map(PathId);
        let sorted = |place: &Place| {
            let mut counts = place.counts.clone();
            counts.sort_unstable();
            counts
        };
        for (path, (action, rule, count)) in
            paths.zip(&self.places).flat_map(|(path, place)| sorted(place).into_iter().map(move |count| (path, count)))
        {
            self.write(path, &mut lines);
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
            let Some(place) = self.place(at) else { break };
            tags.push(place.tag);
            at = place.parent;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_one_whatever_was_asked_for_before_it_and_lines_are_sorted() {
        let mut ledger = Ledger::default();
        let tag = |element| Tag(0x0010, element);
        let sequence = ledger.path(TOP, tag(1));
        let mut known = BTreeMap::new();
        // Items of unlike attributes: each is followed by another one than the time before, or by one of the same tag elsewhere.
        for item in [&[2, 3, 4][..], &[2, 4], &[3, 2], &[4, 3, 2], &[2, 3, 4]] {
            for element in item {
                for parent in [sequence, TOP] {
                    let path = ledger.path(parent, tag(*element));
                    assert_eq!(*known.entry((parent, *element)).or_insert(path), path);
                    ledger.note(path, &Action::Remove, Rule::Text);
                    ledger.note(path, &Action::Empty, Rule::Basic);
                }
            }
        }
        let paths: std::collections::BTreeSet<PathId> = known.values().copied().collect();
        assert_eq!(paths.len(), 6, "one for each parent and tag");
        let lines = ledger.lines();
        let (first, second) = (Rule::Basic.name(), Rule::Text.name());
        assert!(lines.starts_with(&format!(
            "(0010,0001)[].(0010,0002)\tempty\t{first}\t5\n(0010,0001)[].(0010,0002)\tremove\t{second}\t5\n(0010,0002)\tempty\t{first}\t5\n"
        )));
        assert_eq!(lines.lines().count(), 12);
        assert_eq!(ledger.taken(|action, _| action == "remove").map(|(_, count)| count).sum::<u32>(), 2 * 13);
    }
}

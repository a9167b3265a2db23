//! PS3.3: the Type of an attribute in the IOD of a SOP Class, at any depth.
//!
//! The modules of an IOD that are optional (usage U, C) count like the mandatory ones: whoever asks has the attribute at hand,
//! and an attribute that is present says that its module is used. Where several modules name it, the strongest Type counts.

use crate::profile::iods::{ANY, ATTRIBUTES, IOD_GAPS, IOD_NODES, IOD_STARTS, MOST, NO_IOD, SOP_CLASSES, STARTS, TAGS, UID_ROOT, WORDS};

/// The IOD of a SOP Class. `None` where no module is known: [`anywhere`] then serves in the place of [`Iod::root`].
pub fn types(sop_class: &str) -> Option<Iod> {
    find(sop_class).filter(|&number| number != NO_IOD).map(Iod)
}

/// Whether this is the UID of a Storage SOP Class of the standard, current or retired.
pub fn is_known_sop_class(uid: &str) -> bool {
    find(uid).is_some()
}

/// The strongest Type of an attribute over all modules, at any depth.
/// [`Type::Absent`]: no composite IOD has it (it may be retired).
pub fn type_anywhere(tag: u32) -> Type {
    any(tag).map_or(Type::Absent, Type::of)
}

/// A place of which only the attributes' own tags are known: answers with the strongest Types over all modules.
pub const fn anywhere() -> Node {
    Node { nodes: [0; MOST], len: 0, kind: Kind::Anywhere }
}

/// How much an IOD insists on an attribute (PS3.5 7.4), from strongest to weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Type {
    /// Present and not empty.
    One,
    /// As 1, under a condition.
    OneC,
    /// Present, may be empty.
    Two,
    /// As 2, under a condition.
    TwoC,
    /// Optional.
    Three,
    /// Not an attribute of this place: may always be removed.
    Absent,
    /// The tables know nothing of this place.
    Unknown,
}

impl Type {
    const fn of(word: u16) -> Self {
        match word & 7 {
            0 => Self::One,
            1 => Self::OneC,
            2 => Self::Two,
            3 => Self::TwoC,
            _ => Self::Three,
        }
    }
}

/// The IOD of a SOP Class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Iod(u8);

impl Iod {
    /// Where the walk of a data set starts.
    pub fn root(self) -> Node {
        let number = usize::from(self.0);
        let bound = |at: usize| IOD_STARTS.get(at).copied().map_or(0, usize::from);
        let starts = IOD_NODES.get(bound(number)..bound(number + 1)).unwrap_or_default();
        let gaps = IOD_GAPS.get(number).is_none_or(|&gaps| gaps != 0);
        let mut root = Node { nodes: [0; MOST], len: 0, kind: if gaps { Kind::Incomplete } else { Kind::Known } };
        starts.iter().for_each(|&node| root.add(node));
        root
    }

    /// The Type of the attribute at the end of a path of tags: sequences first, items not counted.
    /// An empty path has none: [`Type::Unknown`].
    pub fn type_of(self, path: &[u32]) -> Type {
        let Some((&last, sequences)) = path.split_last() else { return Type::Unknown };
        sequences.iter().fold(self.root(), |node, &tag| node.child(tag)).type_of(last)
    }
}

/// A place in an IOD: the data set itself, or the items of a sequence. Small and `Copy`, so that a walk keeps one for each level.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    nodes: [u16; MOST],
    len: u8,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// What is not listed is absent.
    Known,
    /// The source lacks modules of this IOD: what is not listed is unknown.
    Incomplete,
    /// No list: the tables over all modules answer.
    Anywhere,
    /// Nobody answers.
    Unknown,
}

impl Node {
    /// The strongest Type of an attribute in this place.
    pub fn type_of(&self, tag: u32) -> Type {
        let listed = self.words(tag).map(Type::of).min();
        listed.unwrap_or(match self.kind {
            Kind::Known => Type::Absent,
            Kind::Anywhere => type_anywhere(tag),
            Kind::Incomplete | Kind::Unknown => Type::Unknown,
        })
    }

    /// The items of a sequence in this place. A sequence that stands where no module puts it has the content it has elsewhere;
    /// one that stands nowhere, or may hold anything, leads to a place where every Type is [`Type::Unknown`].
    pub fn child(&self, sequence: u32) -> Self {
        let mut child = Self { nodes: [0; MOST], len: 0, kind: Kind::Known };
        self.words(sequence).for_each(|word| child.add(word >> 3));
        if child.len == 0 {
            child.add(any(sequence).map_or(0, |word| word >> 3));
        }
        if child.len == 0 {
            child.kind = Kind::Unknown;
        }
        child
    }

    /// The entries of this attribute in all nodes of this place.
    fn words(&self, tag: u32) -> impl Iterator<Item = u16> + '_ {
        let place = TAGS.binary_search(&base(tag)).ok().and_then(|at| u16::try_from(at).ok());
        let nodes = self.nodes.iter().take(usize::from(self.len));
        nodes.filter_map(move |&node| entry(node, place?))
    }

    /// Takes in a node, once. 0 is none.
    fn add(&mut self, node: u16) {
        let len = usize::from(self.len);
        if node == 0 || self.nodes.iter().take(len).any(|&known| known == node) {
            return;
        }
        if let Some(free) = self.nodes.get_mut(len) {
            *free = node;
            self.len += 1;
        }
    }
}

/// The word of an attribute (by its place in `TAGS`) in a node.
fn entry(node: u16, place: u16) -> Option<u16> {
    let node = usize::from(node);
    let (start, end) = (usize::from(*STARTS.get(node)?), usize::from(*STARTS.get(node + 1)?));
    let at = ATTRIBUTES.get(start..end)?.binary_search(&place).ok()?;
    WORDS.get(start + at).copied()
}

fn any(tag: u32) -> Option<u16> {
    ANY.get(TAGS.binary_search(&base(tag)).ok()?).copied()
}

/// Overlay planes are listed as group 6000.
const fn base(tag: u32) -> u32 {
    if tag & 0xFF01_0000 == 0x6000_0000 { tag & 0xFF00_FFFF } else { tag }
}

fn find(sop_class: &str) -> Option<u8> {
    let rest = sop_class.strip_prefix(UID_ROOT)?;
    let at = SOP_CLASSES.binary_search_by_key(&rest, |&(uid, _)| uid).ok()?;
    SOP_CLASSES.get(at).map(|&(_, iod)| iod)
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]
mod tests;

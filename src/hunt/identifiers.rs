//! What one file, or a whole batch, says of the person and of those around.

use std::collections::BTreeSet;

use crate::error::{Code, Result};
use crate::limits;

/// Something that identifies somebody. Texts are in small letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Identifier {
    /// A name: the words of its family name, and those of the names given.
    Name(Vec<String>, Vec<String>),
    /// A word that is found only as a word of its own.
    Word(String),
    /// A value: an ID, a place, a number, a device.
    Value(String),
    /// Bytes as they lay in the file, where they are not ASCII.
    Bytes(Vec<u8>),
}

impl Identifier {
    const fn kind(&self) -> u8 {
        match self {
            Self::Name(..) => b'N',
            Self::Word(_) => b'W',
            Self::Value(_) => b'V',
            Self::Bytes(_) => b'B',
        }
    }

    fn body(&self) -> Vec<u8> {
        match self {
            Self::Name(family, given) => format!("{}^{}", family.join(" "), given.join(" ")).into_bytes(),
            Self::Word(text) | Self::Value(text) => text.clone().into_bytes(),
            Self::Bytes(bytes) => bytes.clone(),
        }
    }

    fn of(kind: u8, body: &[u8]) -> Option<Self> {
        let text = || std::str::from_utf8(body).ok();
        let words = |text: &str| text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Some(match kind {
            b'N' => text()?.split_once('^').map(|(family, given)| Self::Name(words(family), words(given)))?,
            b'W' => Self::Word(text()?.to_owned()),
            b'V' => Self::Value(text()?.to_owned()),
            b'B' => Self::Bytes(body.to_vec()),
            _ => return None,
        })
    }
}

/// Identifiers, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identifiers(BTreeSet<Identifier>);

/// Identifiers of one file that are not one person's any more: a report that names a hundred people has about 1,000.
const MANY: usize = 4_000;

impl Identifiers {
    /// Adds those of `other`.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether all of `other` are here.
    pub fn covers(&self, other: &Self) -> bool {
        other.0.is_subset(&self.0)
    }

    /// Takes those out that `known` has, and adds the rest to it. Where there are more than any person has, they stay apart: whoever cannot
    /// search for all of them can leave them out without losing anybody else's.
    #[must_use]
    pub fn new_to(self, known: &mut Self) -> Self {
        if self.0.len() > MANY {
            return self;
        }
        Self(self.0.into_iter().filter(|identifier| known.0.insert(identifier.clone())).collect())
    }

    /// As records, sorted: two bytes of length, one of kind, and the body.
    pub fn to_records(&self) -> Vec<u8> {
        let mut records = Vec::new();
        for identifier in &self.0 {
            let body = identifier.body();
            if let Ok(length) = u16::try_from(body.len() + 1) {
                records.extend_from_slice(&length.to_be_bytes());
                records.push(identifier.kind());
                records.extend_from_slice(&body);
            }
        }
        records
    }

    /// From records, as [`Self::to_records`] makes them.
    ///
    /// # Errors
    /// [`Code::Structure`] where they are not records.
    pub fn from_records(mut records: &[u8]) -> Result<Self> {
        let mut found = Self::default();
        while !records.is_empty() {
            let (length, rest) = records.split_first_chunk::<2>().ok_or(Code::Structure)?;
            let (record, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length))).ok_or(Code::Structure)?;
            let (kind, body) = record.split_first().ok_or(Code::Structure)?;
            found.0.insert(Identifier::of(*kind, body).filter(is_bounded).ok_or(Code::Structure)?);
            records = rest;
        }
        Ok(found)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Identifier> {
        self.0.iter()
    }

    /// Adds one, and says how many bytes are new. Longer ones than anybody has are left out.
    pub(super) fn insert(&mut self, identifier: Identifier) -> usize {
        let size = identifier.body().len();
        if size <= limits::IDENTIFIER && self.0.insert(identifier) { size } else { 0 }
    }
}

fn is_bounded(identifier: &Identifier) -> bool {
    identifier.body().len() <= limits::IDENTIFIER
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::hunt::Hunt;

    #[test]
    fn records_come_back() {
        let mut all = Identifiers::default();
        let texts = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        for identifier in [
            Identifier::Name(texts(&["van", "müller"]), texts(&["山"])),
            Identifier::Name(texts(&["smith"]), vec![]),
            Identifier::Word("street".to_owned()),
            Identifier::Value("12^3 4".to_owned()),
            Identifier::Bytes(b"M\xFCller".to_vec()),
        ] {
            assert!(all.insert(identifier) > 0);
        }
        assert_eq!(Identifiers::from_records(&all.to_records()).unwrap(), all);
        for broken in [&[0, 9, 1][..], &[0, 0], &[0], &[0, 1, b'X'], &[0, 2, b'V', 0xFF], &[0, 2, b'N', b'a']] {
            assert_eq!(Identifiers::from_records(broken).unwrap_err().code, Code::Structure);
        }
        let mut known = Identifiers::default();
        assert_eq!(all.clone().new_to(&mut known), all);
        assert_eq!(all.clone().new_to(&mut known), Identifiers::default());
        assert!(known.covers(&all));
    }

    #[test]
    fn more_than_anybody_has_are_told_whole_each_time() {
        let of = |count: usize| {
            let mut all = Identifiers::default();
            (0..count).for_each(|n| _ = all.insert(Identifier::Value(format!("{n:07}"))));
            all
        };
        let mut known = Identifiers::default();
        assert_eq!(of(MANY + 1).new_to(&mut known), of(MANY + 1));
        assert_eq!((known.clone(), of(MANY).new_to(&mut known)), (Identifiers::default(), of(MANY)));
        assert_eq!(of(MANY + 1).new_to(&mut known), of(MANY + 1));
        let weight = |count| Hunt::weight(&of(count), &|_| false);
        assert!(weight(1).unwrap() >= 7 && weight(2_000).unwrap() > 1_000 * weight(1).unwrap());
    }

    #[test]
    fn longer_ones_than_anybody_has_are_left_out() {
        let mut all = Identifiers::default();
        assert_eq!(all.insert(Identifier::Value("x".repeat(limits::IDENTIFIER + 1))), 0);
        assert_eq!(all, Identifiers::default());
    }
}

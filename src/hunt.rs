//! The identifiers of a batch, and the search for them: what the headers of all its files say of the person, in every file that leaves.
//!
//! Dates and UIDs are not searched as text: every one that leaves is checked to be a new one (see [`crate::verify`]).

use std::collections::HashSet;

use aho_corasick::Input;
use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use dicom_core::VR;
use dicom_core::value::{PrimitiveValue, Value};

use crate::error::{Code, Result};
use crate::file::{DataSet, Element, Instance, value};
use crate::limits;
use crate::profile::{self, Policy};

/// Identifiers as bytes, each once: what one file, or a whole batch, says of the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identifiers(HashSet<Vec<u8>>);

impl Identifiers {
    /// What `instance` says of the person and of those around: parts of names, IDs, places, numbers, devices.
    ///
    /// Descriptions are left out: their words are those of medicine, and would be found everywhere.
    pub fn of(instance: &Instance, policy: &Policy) -> Self {
        let mut found = Self::default();
        for title in &instance.meta.titles {
            found.whole(title.as_bytes());
        }
        found.harvest(&instance.dataset, policy);
        found
    }

    /// Adds a value that names somebody or something as a whole.
    pub fn add(&mut self, value: &[u8]) {
        self.whole(value);
    }

    /// Adds those of `other`.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether all of `other` are here.
    pub fn covers(&self, other: &Self) -> bool {
        other.0.is_subset(&self.0)
    }

    /// Takes those out that `known` has, and adds the rest to it.
    #[must_use]
    pub fn new_to(self, known: &mut Self) -> Self {
        Self(self.0.into_iter().filter(|identifier| known.0.insert(identifier.clone())).collect())
    }

    /// As records, each a length of two bytes and the bytes, sorted.
    pub fn to_records(&self) -> Vec<u8> {
        let mut sorted: Vec<&Vec<u8>> = self.0.iter().collect();
        sorted.sort_unstable();
        let mut records = Vec::new();
        for identifier in sorted {
            if let Ok(length) = u16::try_from(identifier.len()) {
                records.extend_from_slice(&length.to_be_bytes());
                records.extend_from_slice(identifier);
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
            let (identifier, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length))).ok_or(Code::Structure)?;
            found.0.insert(identifier.to_vec());
            records = rest;
        }
        Ok(found)
    }

    fn harvest(&mut self, set: &DataSet, policy: &Policy) {
        for element in set.iter() {
            match element.value() {
                Value::Sequence(sequence) => sequence.items().iter().for_each(|item| self.harvest(item, policy)),
                Value::Primitive(value) => self.element(element, value, policy),
                Value::PixelSequence(_) => {}
            }
        }
    }

    fn element(&mut self, element: &Element, held: &PrimitiveValue, policy: &Policy) {
        let tag = element.header().tag;
        let bytes = value::raw_text(held);
        match element.vr() {
            VR::PN => bytes.split(|byte| b"\\^= ,.;()-\0\x1b".contains(byte)).for_each(|part| self.insert(part, SHORTEST_WORD)),
            VR::AE | VR::LO | VR::SH | VR::ST | VR::UC | VR::UR if profile::identifies(tag, policy) => {
                bytes.split(|byte| matches!(byte, b'\\' | b'\r' | b'\n')).for_each(|part| self.whole(part));
            }
            _ => {}
        }
    }

    /// A value as a whole; names of makers are no secret, and stand in every file of theirs.
    fn whole(&mut self, value: &[u8]) {
        let mut words = value.split(|byte| !byte.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).peekable();
        // The standard's own UIDs stand in every file too.
        let uid = std::str::from_utf8(value.trim_ascii()).is_ok_and(profile::is_standard_uid);
        if uid || words.peek().is_some() && words.all(|word| MAKERS.iter().any(|maker| maker.eq_ignore_ascii_case(word))) {
            return;
        }
        self.insert(value.trim_ascii(), limits::SHORTEST_IDENTIFIER);
    }

    fn insert(&mut self, identifier: &[u8], least: usize) {
        if letters(identifier) >= least && identifier.len() <= 1_024 {
            self.0.insert(identifier.to_ascii_lowercase());
        }
    }
}

/// Words of the names of those who make devices.
const MAKERS: &[&[u8]] = &[
    b"agfa",
    b"bruker",
    b"canon",
    b"carestream",
    b"co",
    b"company",
    b"corp",
    b"corporation",
    b"elekta",
    b"electronics",
    b"esaote",
    b"fuji",
    b"fujifilm",
    b"ge",
    b"gems",
    b"gmbh",
    b"healthcare",
    b"healthineers",
    b"hitachi",
    b"hologic",
    b"imaging",
    b"inc",
    b"kodak",
    b"konica",
    b"ltd",
    b"mec",
    b"medical",
    b"mindray",
    b"minolta",
    b"neusoft",
    b"philips",
    b"samsung",
    b"shimadzu",
    b"siemens",
    b"systems",
    b"toshiba",
    b"uih",
    b"united",
    b"varian",
];
/// Letters of a part of a name below which not even whole words are compared with it.
const SHORTEST_WORD: usize = 2;
/// Digits from which a number that equals an ID is no chance.
const LONG_NUMBER: usize = 6;

fn letters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| byte.is_ascii_alphanumeric() || **byte >= 0x80).count()
}

/// Letters and digits alone, in lower case: an ID reads the same with other signs between.
fn squashed(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().filter(|byte| byte.is_ascii_alphanumeric()).map(u8::to_ascii_lowercase).collect()
}

/// A search for all identifiers of a batch at once, in any case of ASCII letters, as bytes of the file and as UTF-16.
pub struct Hunt {
    automaton: Option<NFA>,
    patterns: Vec<Vec<u8>>,
    identifiers: Identifiers,
}

impl std::fmt::Debug for Hunt {
    /// How many patterns; never what they are.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hunt").field("patterns", &self.patterns.len()).finish_non_exhaustive()
    }
}

/// An identifier found in some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'h> {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What was found.
    pub pattern: &'h [u8],
}

impl Hunt {
    /// Prepares the search.
    ///
    /// # Errors
    /// [`Code::TooMany`] where there are too many identifiers for one search.
    pub fn new(identifiers: Identifiers) -> Result<Self> {
        let mut patterns: Vec<Vec<u8>> = Vec::new();
        for identifier in identifiers.0.iter().filter(|identifier| letters(identifier) >= limits::SHORTEST_IDENTIFIER) {
            patterns.push(identifier.clone());
            let squashed = squashed(identifier);
            if squashed != *identifier && squashed.len() >= LONG_NUMBER {
                patterns.push(squashed);
            }
            if identifier.is_ascii() {
                patterns.push(identifier.iter().flat_map(|byte| [*byte, 0]).collect());
                patterns.push(identifier.iter().flat_map(|byte| [0, *byte]).collect());
            }
        }
        patterns.sort_unstable();
        patterns.dedup();
        let automaton = match patterns.is_empty() {
            true => None,
            false => Some(NFA::builder().ascii_case_insensitive(true).build(&patterns).map_err(|_| Code::TooMany)?),
        };
        Ok(Self { automaton, patterns, identifiers })
    }

    /// What is searched for.
    pub fn identifiers(&self) -> &Identifiers {
        &self.identifiers
    }

    /// Every place where an identifier stands in `bytes`, overlapping ones included. Digits within longer numbers are not identifiers.
    pub fn hits<'h>(&'h self, bytes: &'h [u8]) -> impl Iterator<Item = Hit<'h>> {
        let found = self.automaton.iter().filter_map(move |automaton| automaton.try_find_overlapping_iter(Input::new(bytes)).ok());
        found.flatten().filter_map(move |found| {
            let pattern = self.patterns.get(found.pattern().as_usize())?.as_slice();
            let (start, end) = (found.start(), found.end());
            let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|byte| byte.is_ascii_digit());
            let number = pattern.iter().all(u8::is_ascii_digit);
            (!number || !digit(start.checked_sub(1)) && !digit(Some(end))).then_some(Hit { start, end, pattern })
        })
    }

    /// Whether an identifier stands in free text, however it is written: also a short one as a word of its own, and one with other signs between.
    pub fn finds_in_words(&self, text: &str) -> bool {
        let mut words = text.split(|letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        self.finds(text.as_bytes())
            || self.finds(&squashed(text.as_bytes()))
            || words.any(|word| self.identifiers.0.contains(&word.to_ascii_lowercase().into_bytes()))
    }

    /// Whether a number, however it is written, is an ID of six digits and more. Shorter ones are equal by chance too often.
    pub fn is_number_of(&self, number: &str) -> bool {
        let whole =
            number.split_once('.').map_or(number, |(whole, rest)| if rest.bytes().all(|digit| digit == b'0') { whole } else { number });
        let plain = whole.trim_start_matches(['+', '-']).trim_start_matches('0').as_bytes();
        let is = |hit: Hit<'_>| hit.pattern.iter().skip_while(|digit| **digit == b'0').eq(plain);
        plain.len() >= LONG_NUMBER && (self.hits(plain).any(is) || self.hits(number.as_bytes()).any(is))
    }

    /// Whether an identifier stands in `text`.
    pub fn finds(&self, text: &[u8]) -> bool {
        self.hits(text).next().is_some()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn hunt(identifiers: &[&[u8]]) -> Hunt {
        let mut found = Identifiers::default();
        identifiers.iter().for_each(|identifier| found.insert(identifier, SHORTEST_WORD));
        Hunt::new(found).unwrap()
    }

    #[test]
    fn finds_any_case_and_utf_16() {
        let hunt = hunt(&[b"Smith"]);
        for bytes in [&b"xSMITHx"[..], b"smith", b"s\0m\0i\0t\0h\0", b"\0S\0M\0I\0T\0H"] {
            assert!(hunt.finds(bytes));
        }
        assert!(!hunt.finds(b"smit h"));
    }

    #[test]
    fn numbers_within_longer_numbers_are_not_found() {
        let hunt = hunt(&[b"1234"]);
        assert!(hunt.finds(b"ID 1234."));
        assert!(!hunt.finds(b"0.12345") && !hunt.finds(b"51234"));
    }

    #[test]
    fn short_and_empty_identifiers_are_left() {
        assert!(!hunt(&[b"Lee", b"", b"- - - -"]).finds(b"lee - - - -"));
    }

    #[test]
    fn free_text_is_compared_word_by_word_and_without_signs() {
        let hunt = hunt(&[b"Lee", b"00-12-34"]);
        for text in ["LEE KIM", "*lee", "001234", "00 12 34", "v00-12-34"] {
            assert!(hunt.finds_in_words(text), "{text}");
        }
        for text in ["FLEET", "0012345", "SIEMENS"] {
            assert!(!hunt.finds_in_words(text), "{text}");
        }
    }

    #[test]
    fn numbers_are_compared_by_what_they_are() {
        let hunt = hunt(&[b"7654321", b"12345"]);
        for number in ["7654321", "+7654321", "07654321", "7654321.0"] {
            assert!(hunt.is_number_of(number), "{number}");
        }
        for number in ["12345", "7654321.5", "76543210", "0.7654321"] {
            assert!(!hunt.is_number_of(number), "{number}");
        }
    }

    #[test]
    fn records_come_back() {
        let mut all = Identifiers::default();
        all.whole(b"Smith");
        all.whole(b"M\xFCller");
        assert_eq!(Identifiers::from_records(&all.to_records()).unwrap(), all);
        assert_eq!(Identifiers::from_records(&[0, 9, 1]).unwrap_err().code, Code::Structure);
        let mut known = Identifiers::default();
        assert_eq!(all.clone().new_to(&mut known), all);
        assert_eq!(all.clone().new_to(&mut known), Identifiers::default());
        assert!(known.covers(&all));
    }
}

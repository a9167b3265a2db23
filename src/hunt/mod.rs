//! The identifiers of a batch, and the search for them: what the headers of all its files say of the person, in every file that leaves.
//!
//! Dates and UIDs are not searched as text: every one that leaves is checked to be a new one (see [`crate::verify`]).

pub(crate) mod fold;
mod forms;
mod harvest;
mod identifiers;
mod words;

use aho_corasick::Input;
use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;

use self::forms::Forms;
use self::words::Words;
use crate::error::{Code, Result};
use crate::file::decimal;

pub use harvest::Judge;
pub(crate) use identifiers::Identifier;
pub use identifiers::Identifiers;

/// Letters of a part of a name below which not even whole words are compared with it.
const SHORTEST_WORD: usize = 2;
/// Digits from which a number that equals an ID is no chance.
const LONG_NUMBER: usize = 6;

/// A search for all identifiers of a batch at once: in bytes of any encoding, and in text, however it is written.
pub struct Hunt {
    automaton: Option<NFA>,
    patterns: Vec<Vec<u8>>,
    words: Words,
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
    /// Prepares the search. Initials that `is_word` tells to be a word or an abbreviation of medicine are found only with full stops.
    ///
    /// # Errors
    /// [`Code::TooMany`] where there are too many identifiers for one search.
    pub fn new(identifiers: Identifiers, is_word: &dyn Fn(&str) -> bool) -> Result<Self> {
        let mut forms = Forms::of(identifiers.iter(), is_word)?;
        let patterns: Vec<Vec<u8>> = std::mem::take(&mut forms.bytes).into_iter().collect();
        let automaton = match patterns.is_empty() {
            true => None,
            false => Some(NFA::builder().ascii_case_insensitive(true).build(&patterns).map_err(|_| Code::TooMany)?),
        };
        Ok(Self { automaton, patterns, words: Words::new(forms)?, identifiers })
    }

    /// Bytes of the forms in which identifiers are searched for.
    ///
    /// # Errors
    /// [`Code::TooMany`] where no search takes them.
    pub fn weight(identifiers: &Identifiers, is_word: &dyn Fn(&str) -> bool) -> Result<usize> {
        Ok(Forms::of(identifiers.iter(), is_word)?.size())
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

    /// Whether an identifier stands in free text, however it is written: in any case and order, with accents or without, in full or half
    /// width, with other signs between its letters, a short one as a word of its own, a name as its initials.
    pub fn finds_in_words(&self, text: &str) -> bool {
        self.words.find(text) || self.finds(text.as_bytes())
    }

    /// Whether a number, however it is written, is an ID of six digits and more. Shorter ones are equal by chance too often.
    pub fn is_number_of(&self, number: &str) -> bool {
        let whole =
            number.split_once('.').map_or(number, |(whole, rest)| if rest.bytes().all(|digit| digit == b'0') { whole } else { number });
        let plain = whole.trim_start_matches(['+', '-']).trim_start_matches('0').as_bytes();
        let is = |hit: Hit<'_>| hit.pattern.iter().skip_while(|digit| **digit == b'0').eq(plain);
        (plain.len() >= LONG_NUMBER && (self.hits(plain).any(is) || self.hits(number.as_bytes()).any(is)))
            || (number.contains(['e', 'E']) && decimal(number).is_some_and(|number| self.is_value_of(number)))
    }

    /// Whether a number is an ID of six digits and more.
    pub fn is_value_of(&self, number: f64) -> bool {
        let size = number.abs();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within bounds")]
        let whole = size as u64;
        size.fract() == 0.0 && (1e5..1e15).contains(&size) && self.is_number_of(&whole.to_string())
    }

    /// Whether a part of a UID is an ID of six digits and more.
    pub fn is_in_uid(&self, uid: &str) -> bool {
        uid.split('.').any(|part| self.is_number_of(part))
    }

    /// Whether an identifier stands in `text`, as its bytes lie.
    pub fn finds(&self, text: &[u8]) -> bool {
        self.hits(text).next().is_some()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

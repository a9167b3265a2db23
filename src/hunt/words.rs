//! Free text, searched word by word and without its signs: letters that stand for one another are one, and every word knows where it began.

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Input, MatchKind};

use super::LONG_NUMBER;
use super::fold::{self, Fold};
use super::forms::Forms;
use crate::error::{Code, Result};

/// Letters of the longest initials, or of a name that is spelt letter by letter.
const LONGEST_SPELT: usize = 24;

/// The search in free text.
pub struct Words {
    automaton: Option<NFA>,
    forms: Forms,
}

/// A run of letters and digits.
struct Token {
    start: usize,
    end: usize,
    /// Words between spaces, counted.
    chunk: usize,
    letters: usize,
    /// Nothing but capital letters, as it was written.
    capital: bool,
    /// A full stop stands before it.
    dotted: bool,
}

/// A text without its signs, folded.
struct Squashed {
    text: String,
    tokens: Vec<Token>,
}

impl Words {
    /// Prepares the search.
    ///
    /// # Errors
    /// [`Code::TooMany`] where the automaton would be too large.
    pub fn new(mut forms: Forms) -> Result<Self> {
        let automaton = match forms.letters.is_empty() {
            true => None,
            false => Some(NFA::builder().match_kind(MatchKind::Standard).build(&forms.letters).map_err(|_| Code::TooMany)?),
        };
        forms.letters.clear();
        Ok(Self { automaton, forms })
    }

    /// Whether an identifier stands in `text`.
    pub fn find(&self, text: &str) -> bool {
        let plain = Squashed::of(text, Fold::Plain);
        self.find_in(&plain)
            || !text.is_ascii() && {
                let spelt = Squashed::of(text, Fold::Spelt);
                spelt.text != plain.text && self.find_in(&spelt)
            }
    }

    fn find_in(&self, squashed: &Squashed) -> bool {
        self.find_word(squashed) || self.find_spelt(squashed) || self.find_within(squashed)
    }

    fn find_word(&self, squashed: &Squashed) -> bool {
        squashed.tokens.iter().any(|token| {
            let word = squashed.part(token.start, token.end);
            self.forms.words.contains(word) || token.capital && (2..=6).contains(&token.letters) && self.forms.plain_initials.contains(word)
        })
    }

    /// Letter by letter: initials, and names that are too short to be found within others.
    fn find_spelt(&self, squashed: &Squashed) -> bool {
        let runs = squashed.tokens.chunk_by(|a, b| a.letters == 1 && b.letters == 1);
        runs.filter(|run| run.len() > 1).any(|run| {
            let whole = run.len();
            (0..whole).any(|from| {
                let most = (whole - from).min(LONGEST_SPELT);
                (2..=most).any(|n| {
                    let Some(some @ [first, second @ .., last]) = run.get(from..from + n) else { return false };
                    let letters = squashed.part(first.start, last.end);
                    let dotted = second.iter().chain([last]).all(|token| token.dotted);
                    let all = some.len() == whole && run.iter().all(|token| token.capital);
                    (dotted || n > 2) && self.forms.words.contains(letters)
                        || dotted && self.forms.initials.contains(letters)
                        || all && self.forms.plain_initials.contains(letters)
                })
            })
        })
    }

    fn find_within(&self, squashed: &Squashed) -> bool {
        let text = squashed.text.as_str();
        let found = self.automaton.iter().filter_map(|automaton| automaton.try_find_overlapping_iter(Input::new(text)).ok());
        found.flatten().any(|hit| squashed.stands(hit.start(), hit.end()))
    }
}

impl Squashed {
    fn of(text: &str, fold: Fold) -> Self {
        let mut squashed = Self { text: String::with_capacity(text.len()), tokens: Vec::new() };
        let (mut within, mut dotted, mut chunk) = (false, false, 0);
        for letter in text.chars() {
            if fold::is_mark(letter) {
                fold::push(letter, fold, &mut squashed.text);
            } else if letter.is_alphanumeric() {
                let start = squashed.text.len();
                if !within {
                    squashed.tokens.push(Token { start, end: start, chunk, letters: 0, capital: true, dotted });
                }
                fold::push(letter, fold, &mut squashed.text);
                if let Some(token) = squashed.tokens.last_mut() {
                    token.letters += 1;
                    token.capital &= letter.is_uppercase();
                }
                (within, dotted) = (true, false);
            } else {
                within = false;
                dotted |= matches!(letter, '.' | '．' | '。' | '·' | '・');
                chunk += usize::from(letter.is_whitespace() || letter == '\\' || letter == '^');
            }
            if let Some(token) = squashed.tokens.last_mut().filter(|_| within) {
                token.end = squashed.text.len();
            }
        }
        squashed
    }

    fn part(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or("")
    }

    /// Whether what was found is more than a chance of letters that spaces part, and no part of a longer number.
    fn stands(&self, start: usize, end: usize) -> bool {
        let token = |at: usize| self.tokens.get(self.tokens.partition_point(|token| token.end <= at));
        let (Some(first), Some(last)) = (token(start), token(end.saturating_sub(1))) else { return false };
        let same = first.start == last.start;
        let found = self.part(start, end);
        if found.bytes().all(|byte| byte.is_ascii_digit()) {
            let digit = |at: Option<usize>| at.and_then(|at| self.text.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
            let longer = start > first.start && digit(start.checked_sub(1)) || end < last.end && digit(Some(end));
            return !longer && (same || found.len() >= LONG_NUMBER);
        }
        same || first.chunk == last.chunk || start == first.start && end == last.end
    }
}

//! What is harmless: words that devices write, and numbers that say what they measure. One word that is none of these, and nothing is.

use std::collections::{HashMap, HashSet};

use super::read::alike;
use super::words::{COMPANY, LABELS, MAKERS, UNITS, WORDS};
use crate::hunt::fold::{Fold, fold};

/// Signs that may stand around words, and say nothing.
const SIGNS: &str = "()[]<>,.;*_'\"=&+·±|";
/// Signs that join what stands around them.
const JOINS: &str = "/-:x×";
/// Digits of a whole number before a unit, behind a label, behind a label of one letter, and alone: of more, a number may be an ID or a year.
const DIGITS: [usize; 4] = [5, 4, 3, 3];
/// Digits behind a point: of more, it is none, and the number is a telephone's.
const DECIMALS: usize = 3;
/// Digits of two numbers that a hyphen joins, at most, unless a unit says what they are.
const JOINED: usize = 6;

/// The harmless words.
pub struct Harmless {
    words: HashSet<&'static str>,
    units: HashSet<&'static str>,
    labels: HashSet<&'static str>,
    makers: HashSet<&'static str>,
    company: HashSet<&'static str>,
    /// Words of three letters and more by how they may have been read.
    alike: HashMap<String, &'static str>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Word(String),
    /// A word that makes the number before it a measurement.
    Unit,
    Number(Number),
    Join(char),
}

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    whole: usize,
    decimals: usize,
    /// A zero before other digits.
    padded: bool,
}

impl Harmless {
    pub fn new() -> Self {
        let set = |words: &'static str| words.split(' ').filter(|word| !word.is_empty()).collect::<HashSet<_>>();
        let [words, units, labels, makers, company] = [WORDS, UNITS, LABELS, MAKERS, COMPANY].map(set);
        let alike =
            words.iter().chain(&labels).chain(&makers).filter(|word| word.chars().count() > 2).map(|word| (seen(word), *word)).collect();
        Self { words, units, labels, makers, company, alike }
    }

    /// Whether a word, in small letters, is one of these: then it is no initials.
    pub fn is_word(&self, word: &str) -> bool {
        self.words.contains(word) || self.labels.contains(word) || self.units.contains(word)
    }

    /// Whether every part of a text is harmless. Dates and times never are.
    pub fn has(&self, text: &str) -> bool {
        let folded = fold(text, Fold::Plain).replace(['²', '³'], "");
        if is_direction(folded.trim_matches(|sign| SIGNS.contains(sign))) {
            return true;
        }
        let mut pieces = Vec::new();
        if folded.split_whitespace().any(|chunk| self.pieces(chunk, &mut pieces).is_none()) {
            return false;
        }
        self.words_are(&pieces) && self.numbers_are(&pieces)
    }

    /// The pieces of what stands between two spaces; `None` where one is not known.
    fn pieces(&self, chunk: &str, to: &mut Vec<Piece>) -> Option<()> {
        let bare = chunk.trim_matches(|sign| SIGNS.contains(sign) || sign == ':');
        if self.take(bare, to) {
            return Some(());
        }
        let mut rest = chunk;
        while let Some(first) = rest.chars().next() {
            if SIGNS.contains(first) || JOINS.contains(first) && !first.is_alphanumeric() {
                if JOINS.contains(first) {
                    to.push(Piece::Join(first));
                }
                rest = rest.get(first.len_utf8()..)?;
                continue;
            }
            let end = run(rest);
            let (own, after) = rest.split_at_checked(end)?;
            // The longest that is known: 45cm/s, mgy-cm.
            let more =
                after.find(|sign: char| SIGNS.contains(sign) || sign == ':').map_or(rest, |end| rest.get(..end + own.len()).unwrap_or(own));
            let used = [more, own].into_iter().find(|part| self.take(part, to) || self.split(part, to))?;
            rest = rest.get(used.len()..)?;
        }
        Some(())
    }

    /// A word or a unit.
    fn take(&self, word: &str, to: &mut Vec<Piece>) -> bool {
        if self.units.contains(word) && matches!(to.last(), Some(Piece::Number(_))) {
            to.push(Piece::Unit);
            return true;
        }
        let lists = [&self.words, &self.labels, &self.makers, &self.company, &self.units];
        let exact = lists.iter().find_map(|list| list.get(word)).copied();
        // A misread word has more letters than digits.
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        let misread = || (2 * letters > word.chars().count()).then(|| self.alike.get(&seen(word)).copied()).flatten();
        let found = exact.or_else(misread);
        to.extend(found.map(|word| Piece::Word(word.to_owned())));
        found.is_some()
    }

    /// A number with its unit or its label, or two joined by a cross; all of it or nothing.
    fn split(&self, text: &str, to: &mut Vec<Piece>) -> bool {
        let before = to.len();
        let fits = self.split_number(text, to) || {
            let letters = text.find(|letter: char| letter.is_ascii_digit()).unwrap_or(0);
            let (label, number) = text.split_at_checked(letters).unwrap_or((text, ""));
            to.truncate(before);
            to.push(Piece::Word(label.to_owned()));
            self.labels.contains(label) && self.split_number(number, to)
        };
        if !fits {
            to.truncate(before);
        }
        fits
    }

    fn split_number(&self, text: &str, to: &mut Vec<Piece>) -> bool {
        let Some((number, rest)) = number(text) else { return false };
        to.push(Piece::Number(number));
        let crossed = rest.strip_prefix(['x', '×']).filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
        match crossed {
            _ if rest.is_empty() => true,
            Some(next) => {
                to.push(Piece::Join('x'));
                self.split_number(next, to)
            }
            None => {
                let unit = self.units.contains(rest);
                to.push(Piece::Unit);
                unit
            }
        }
    }

    /// Words that are harmless only in company, and single letters.
    fn words_are(&self, pieces: &[Piece]) -> bool {
        let words = || pieces.iter().filter_map(|piece| if let Piece::Word(word) = piece { Some(word.as_str()) } else { None });
        let maker = words().any(|word| self.makers.contains(word));
        let plain = numbers(pieces).iter().any(|chain| matches!(self.worth(pieces, chain), Some(Worth::Plain)));
        let mut single = 0_usize;
        let all = pieces.iter().enumerate().all(|(at, piece)| {
            let Piece::Word(word) = piece else { return true };
            let word = word.as_str();
            let numbered = || behind(pieces, at).is_some_and(|piece| matches!(piece, Piece::Number(_)));
            let crossed = || matches!(at.checked_sub(1).and_then(|at| pieces.get(at)), Some(Piece::Number(_) | Piece::Unit));
            // DR is a range before a number, and a doctor before a name.
            if self.labels.contains(word) && numbered() || word == "x" && crossed() {
                return true;
            }
            if word.len() > 1 {
                return self.words.contains(word)
                    || self.makers.contains(word)
                    || self.units.contains(word)
                    || maker && self.company.contains(word);
            }
            single += 1;
            // A side may stand beside a number; F and 45 are a woman and her age.
            self.words.contains(word) && (!plain || matches!(word, "r" | "l"))
        });
        all && single <= 2
    }

    fn numbers_are(&self, pieces: &[Piece]) -> bool {
        let worth: Vec<Option<Worth>> = numbers(pieces).iter().map(|chain| self.worth(pieces, chain)).collect();
        // Two numbers that say nothing of themselves may be parts of one.
        worth.iter().all(Option::is_some) && worth.iter().filter(|worth| **worth == Some(Worth::Plain)).count() <= 1
    }

    /// What makes numbers that are joined harmless, if anything does.
    fn worth(&self, pieces: &[Piece], chain: &Chain) -> Option<Worth> {
        let label = chain.start.checked_sub(1).and_then(|before| {
            let joined = matches!(pieces.get(before), Some(Piece::Join('-' | ':' | '/')));
            let at = if joined { before.checked_sub(1)? } else { before };
            if let Some(Piece::Word(word)) = pieces.get(at) { Some(word.as_str()) } else { None }
        });
        let label = label.filter(|word| self.labels.contains(word));
        let measured = chain.measured;
        let digits = |most: usize| chain.numbers.iter().all(|number| number.whole <= most && number.decimals <= DECIMALS);
        // Parts of a telephone number or an ID begin with zeros, or are many digits together.
        let parts = chain.numbers.iter().any(|number| number.padded && number.whole > 2)
            || chain.joins.contains(&'-') && chain.numbers.iter().map(|number| number.whole).fold(0, usize::saturating_add) > JOINED;
        let crosses = chain.joins.iter().all(|join| matches!(join, 'x' | '×'));
        let [measure, labelled, letter, alone] = DIGITS;
        let named = label.map(|label| if label.len() > 1 || matches!(label, "w" | "l" | "c") { labelled } else { letter });
        match (chain.numbers.len(), named) {
            _ if chain.joins.contains(&':') => None,
            (1, _) if measured && digits(measure) => Some(Worth::Told),
            (1, Some(most)) if digits(most) => Some(Worth::Told),
            (1, _) => {
                let number = chain.numbers.first()?;
                (number.whole.saturating_add(number.decimals) <= alone && !number.padded).then_some(Worth::Plain)
            }
            (2, _) if measured && digits(labelled) => Some(Worth::Told),
            (2, Some(most)) if digits(most) && !parts => Some(Worth::Told),
            (2 | 3, _) if crosses && digits(labelled) => Some(Worth::Told),
            _ => None,
        }
    }
}

/// Why a number is harmless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Worth {
    /// A label or a unit says what it is.
    Told,
    /// It is too short to say much.
    Plain,
}

/// Numbers that are joined by signs.
struct Chain {
    start: usize,
    numbers: Vec<Number>,
    joins: Vec<char>,
    /// A unit stands behind the last, or behind one of them.
    measured: bool,
}

fn numbers(pieces: &[Piece]) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    let mut join = None;
    let mut open = false;
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Number(number) => {
                match chains.last_mut().zip(join).filter(|_| open) {
                    Some((chain, join)) => {
                        chain.numbers.push(*number);
                        chain.joins.push(join);
                    }
                    None => chains.push(Chain { start: at, numbers: vec![*number], joins: Vec::new(), measured: false }),
                }
                (join, open) = (None, true);
            }
            Piece::Unit => {
                if let Some(chain) = chains.last_mut() {
                    chain.measured = true;
                }
            }
            Piece::Join(sign) => join = Some(*sign),
            // An x between numbers is a cross, "of" a stroke.
            Piece::Word(word) if word == "x" && open => join = Some('x'),
            Piece::Word(word) if word == "of" && open => join = Some('/'),
            Piece::Word(_) => (join, open) = (None, false),
        }
    }
    chains
}

/// The piece behind another, but for a sign between.
fn behind(pieces: &[Piece], at: usize) -> Option<&Piece> {
    pieces.iter().skip(at.saturating_add(1)).find(|piece| !matches!(piece, Piece::Join(_)))
}

/// Letters and digits from the start, and points between digits, in bytes.
fn run(text: &str) -> usize {
    let mut before_is_digit = false;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let point = matches!(letter, '.' | ',') && before_is_digit && letters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if !(letter.is_alphanumeric() || point || matches!(letter, '°' | '%')) {
            // A sign that nothing allows is a run of its own, and no word.
            return if at == 0 { letter.len_utf8() } else { at };
        }
        before_is_digit = letter.is_ascii_digit();
    }
    text.len()
}

/// A number at the start of a text, and what is behind it.
fn number(text: &str) -> Option<(Number, &str)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    let rest = text.get(whole..)?;
    let point = rest.strip_prefix(['.', ',']).map_or(0, digits);
    let after = if point > 0 { rest.get(point.checked_add(1)?..)? } else { rest };
    let padded = whole > 1 && text.starts_with('0');
    (whole > 0).then_some((Number { whole, decimals: point, padded }, after))
}

/// Two letters of two axes of the body, alone: where an oblique slice looks (PS3.3 C.7.6.1.1.1).
fn is_direction(text: &str) -> bool {
    let axis = |letter: u8| ["ap", "lr", "hfsi"].iter().position(|axis| axis.as_bytes().contains(&letter));
    matches!(text.as_bytes(), [first, second] if axis(*first).is_some() && axis(*second).is_some() && axis(*first) != axis(*second))
}

/// A word as it may have been read.
fn seen(word: &str) -> String {
    word.chars().map(|letter| alike(letter).unwrap_or(letter)).collect()
}

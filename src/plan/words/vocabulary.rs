//! Words: the vocabulary's, also where two are written as one ("AAHeadScout"), or where a name is none beside another word ("long axis").

use super::lists::{PARTICLES, has};
use super::tokens::{Kind, Text, Verdict};
use crate::profile::{Words, fold};

/// A word that may be divided in more places is not looked at: a few are enough for "AAHeadScout".
const PIECES: usize = 7;

/// Keeps the words that the vocabulary knows.
pub fn judge(text: &mut Text<'_>, words: &Words) {
    let mut before: Option<usize> = None;
    for at in 0..text.len() {
        match text.kind(at) {
            Some(Kind::Word) => {
                let verdict = word(text.get(at), words);
                text.set(at, verdict);
                if let Some(before) = before.filter(|_| verdict != Verdict::Weak) {
                    pair(text, (before, at), words);
                }
                before = Some(at);
            }
            Some(Kind::Number) => before = None,
            _ => {}
        }
    }
}

/// Two words of which one may be a name: together they are none.
fn pair(text: &mut Text<'_>, (left, right): (usize, usize), words: &Words) {
    if text.verdict(left) == Verdict::Keep && text.verdict(right) == Verdict::Keep {
        return;
    }
    let between = text.span(left.saturating_add(1), right);
    if between.len() > 3 || !between.chars().all(|sign| sign.is_whitespace() || matches!(sign, '_' | '-' | '/')) {
        return;
    }
    if words.contains(&format!("{} {}", text.get(left), text.get(right))) {
        text.set(left, Verdict::Keep);
        text.set(right, Verdict::Keep);
    }
}

fn word(word: &str, words: &Words) -> Verdict {
    if is_known(word, words) {
        let folded = fold(word);
        let weak = folded.chars().nth(1).is_none() || has(&PARTICLES, &folded);
        if weak { Verdict::Weak } else { Verdict::Keep }
    } else {
        Verdict::Drop
    }
}

/// Whether the vocabulary knows a word, or all of the words that capitals show it to be made of.
pub fn is_known(word: &str, words: &Words) -> bool {
    words.contains(word) || (word.len() <= 64 && is_compound(word, words))
}

fn is_compound(word: &str, words: &Words) -> bool {
    let cuts = cuts(word);
    if !(2..=PIECES).contains(&cuts.len()) {
        return false;
    }
    // Where pieces end that all before are known up to.
    let mut ends = vec![0];
    for &cut in &cuts {
        let known = |&from: &usize| {
            let piece = word.get(from..cut).unwrap_or_default();
            let is_lone = (from == 0 && matches!(piece, "s" | "m")) || (cut == word.len() && matches!(piece, "b" | "w"));
            is_lone || (piece.chars().nth(1).is_some() && piece.len() < word.len() && words.contains(piece))
        };
        if ends.iter().any(known) {
            ends.push(cut);
        }
    }
    ends.last() == Some(&word.len())
}

/// Where a word may be divided: before a capital after a small letter, on both sides of the last capital before a small one; and its end.
fn cuts(word: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut letters = word.char_indices().peekable();
    let mut before = None;
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|&(_, next)| next);
        let divides = before.is_some_and(|before: char| {
            let into_capitals = before.is_lowercase() && letter.is_uppercase();
            let last_capital = before.is_uppercase() && letter.is_uppercase() && next.is_some_and(char::is_lowercase);
            into_capitals || last_capital || (before.is_uppercase() && letter.is_lowercase())
        });
        if divides {
            cuts.push(at);
        }
        before = Some(letter);
    }
    cuts.push(word.len());
    cuts
}

//! Free text (PS3.15 E.3.5, Clean Descriptors): what is useful stays, what may be somebody's goes.
//!
//! An allow-list: a word stays if the vocabulary knows it, a number if its form is one that scanners write. What is dropped leaves no trace.

mod build;
mod finds;
pub(super) mod lists;
mod memo;
mod names;
mod numbers;
mod places;
mod runs;
mod tokens;
mod vocabulary;

use crate::profile::{Lexicon, Words};
pub use memo::Memos;
use tokens::{Kind, Text, Verdict};

/// A longer text is a document, not a descriptor: nothing of it stays. In bytes.
const LONGEST: usize = 1 << 18;
/// What is left is read again until it stays as it is: a number can look like another once a word between is gone.
const PASSES: usize = 6;

/// What is left of `text`: words that the vocabulary knows and in which `finds` finds nothing of the batch's people. Empty where nothing is.
///
/// A text that stays whole is returned byte for byte, and so is what this returned once, for the same `lexicon` and `finds`.
pub fn clean(text: &str, lexicon: &Lexicon, finds: &dyn Fn(&str) -> bool) -> String {
    if text.len() > LONGEST {
        return String::new();
    }
    let mut left = text.to_owned();
    for _ in 0..PASSES {
        let next = pass(&left, lexicon.words(), finds);
        if next == left {
            return if finds(&left) { String::new() } else { left };
        }
        left = next;
    }
    String::new()
}

fn pass(text: &str, words: &Words, finds: &dyn Fn(&str) -> bool) -> String {
    let mut read = Text::read(text);
    vocabulary::judge(&mut read, words);
    numbers::judge(&mut read);
    runs::judge(&mut read);
    names::judge(&mut read, words);
    finds::judge(&mut read, finds);
    places::judge(&mut read, words);
    settle(&mut read);
    build::build(&read)
}

/// What is of use beside others alone (an initial, "of", a bare number) goes with its neighbour.
fn settle(text: &mut Text<'_>) {
    let content = text.content();
    // Letters alone are somebody's initials as well as anything.
    if content
        .iter()
        .all(|&at| text.verdict(at) == Verdict::Drop || (text.verdict(at) == Verdict::Weak && text.kind(at) == Some(Kind::Word)))
    {
        text.set_all(0..text.len(), Verdict::Drop);
    }
    for order in [content.clone(), content.into_iter().rev().collect()] {
        let mut dropped = false;
        for at in order {
            match text.verdict(at) {
                Verdict::Drop => dropped = true,
                Verdict::Weak if dropped => text.set(at, Verdict::Drop),
                Verdict::Weak | Verdict::Keep => dropped = false,
            }
        }
    }
}

#[cfg(test)]
mod tests;

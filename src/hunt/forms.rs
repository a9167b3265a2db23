//! The forms in which an identifier may stand: in bytes of any encoding, and in text that was folded and lost its signs.

use std::collections::BTreeSet;

use super::LONG_NUMBER;
use super::fold::{self, Fold};
use super::identifiers::Identifier;
use crate::error::{Code, Result};
use crate::limits;

/// Weight from which a text is found within others: four letters, two ideographs, three kana.
const HEAVY: usize = 2 * limits::SHORTEST_IDENTIFIER;

/// Everything that is searched for.
#[derive(Debug, Default)]
pub struct Forms {
    /// In bytes, in any case of ASCII letters.
    pub bytes: BTreeSet<Vec<u8>>,
    /// In folded text without signs.
    pub letters: BTreeSet<String>,
    /// As words of their own, folded.
    pub words: BTreeSet<String>,
    /// First letters of names, folded.
    pub initials: BTreeSet<String>,
    /// Of those, the ones that are no words or abbreviations of medicine.
    pub plain_initials: BTreeSet<String>,
    size: usize,
}

impl Forms {
    /// Bytes of all of them.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Of all identifiers of a batch. `is_word` tells words and abbreviations of medicine.
    ///
    /// # Errors
    /// [`Code::TooMany`] past [`limits::PATTERNS`].
    pub fn of<'i>(identifiers: impl Iterator<Item = &'i Identifier>, is_word: &dyn Fn(&str) -> bool) -> Result<Self> {
        let mut forms = Self::default();
        for identifier in identifiers {
            match identifier {
                Identifier::Name(family, given) => forms.name(family, given, is_word),
                Identifier::Word(word) => forms.word(word),
                Identifier::Value(value) => forms.value(value),
                Identifier::Bytes(bytes) => forms.put_bytes(bytes.clone()),
            }
            if forms.size > limits::PATTERNS {
                return Err(Code::TooMany.into());
            }
        }
        Ok(forms)
    }

    fn name(&mut self, family: &[String], given: &[String], is_word: &dyn Fn(&str) -> bool) {
        for part in family.iter().chain(given) {
            self.word(part);
            if fold::weight(part) >= HEAVY {
                self.text(part);
            }
        }
        // Short parts are found together: 王小东, LeeKim.
        for (first, second) in family.iter().take(4).flat_map(|first| given.iter().take(4).map(move |second| (first, second))) {
            if fold::weight(first).min(fold::weight(second)) < HEAVY && fold::weight(first) + fold::weight(second) >= HEAVY {
                self.text(&format!("{first}{second}"));
                self.text(&format!("{second}{first}"));
            }
        }
        if given.len() > 1 && given.iter().any(|part| fold::weight(part) < HEAVY) && given.len() < 6 {
            self.text(&given.concat());
        }
        for initials in initials(family, given) {
            if !is_word(&initials.to_uppercase()) {
                self.plain_initials.insert(initials.clone());
            }
            self.initials.insert(initials);
        }
    }

    fn word(&mut self, word: &str) {
        for folded in folds(word) {
            let ideograph = folded.chars().all(fold::is_ideograph);
            if fold::weight(&folded) >= if ideograph { 4 } else { 2 * super::SHORTEST_WORD } {
                self.size += folded.len();
                self.words.insert(folded);
            }
        }
    }

    fn value(&mut self, value: &str) {
        self.text(value);
        let plain = squashed(value);
        if plain != value && plain.len() >= LONG_NUMBER {
            self.encoded(&plain);
        }
    }

    /// A text that is found within others.
    fn text(&mut self, text: &str) {
        for folded in folds(text) {
            if fold::weight(&folded) >= HEAVY {
                self.size += folded.len();
                self.letters.insert(folded);
            }
        }
        if fold::weight(text) < HEAVY {
            return;
        }
        self.encoded(text);
        if !text.is_ascii() {
            let mut letters = text.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            self.encoded(&(first + letters.as_str()));
            self.encoded(&text.to_uppercase());
            for fold in [Fold::Plain, Fold::Spelt] {
                self.encoded(&fold::fold(text, fold));
            }
        }
    }

    /// UTF-8, UTF-16 of both orders, and one byte a letter where that is enough.
    fn encoded(&mut self, text: &str) {
        self.put_bytes(text.as_bytes().to_vec());
        self.put_bytes(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        self.put_bytes(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
        if !text.is_ascii()
            && let Ok(bytes) = text.chars().map(u8::try_from).collect::<std::result::Result<Vec<u8>, _>>()
        {
            self.put_bytes(bytes);
        }
    }

    fn put_bytes(&mut self, mut bytes: Vec<u8>) {
        bytes.make_ascii_lowercase();
        if bytes.len() >= limits::SHORTEST_IDENTIFIER {
            self.size += bytes.len();
            self.bytes.insert(bytes);
        }
    }
}

/// Letters and digits alone, in small letters: an ID reads the same with other signs between.
pub fn squashed(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The folded forms of a text without its signs: marks left out, spelt, and what was spelt written short (Mueller as Muller).
fn folds(text: &str) -> BTreeSet<String> {
    let fold = |fold| fold::fold(text, fold).chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let spelt = fold(Fold::Spelt);
    let mut all = BTreeSet::from([fold(Fold::Plain)]);
    if spelt.len() > limits::SHORTEST_IDENTIFIER && !spelt.bytes().any(|byte| byte.is_ascii_digit()) {
        all.insert(spelt.replace("ae", "a").replace("oe", "o").replace("ue", "u"));
    }
    all.insert(spelt);
    all
}

/// First letters of a person's names in the orders that people write: JS, SJ, JDS, SJD.
fn initials(family: &[String], given: &[String]) -> BTreeSet<String> {
    let first = |word: &String| {
        let letter = fold::fold(word, Fold::Plain).chars().find(|letter| letter.is_alphabetic());
        letter.filter(|letter| fold::weight(&letter.to_string()) == 2)
    };
    let names: String = given.iter().take(4).filter_map(first).collect();
    let families = family.first().into_iter().chain(family.last()).filter_map(first);
    let mut all = BTreeSet::new();
    for letter in families {
        let most = names.chars().count();
        for n in 1..=most {
            let some: String = names.chars().take(n).collect();
            all.insert(format!("{some}{letter}"));
            all.insert(format!("{letter}{some}"));
        }
    }
    if family.len() > 1 {
        let letters: String = family.iter().take(4).filter_map(first).collect();
        all.insert(format!("{names}{letters}"));
        all.insert(format!("{letters}{names}"));
    }
    all.retain(|initials| initials.chars().count() > 1);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn initials_in_any_order() {
        let all = initials(&words(&["smith"]), &words(&["jane", "doe"]));
        assert_eq!(all.into_iter().collect::<Vec<_>>(), ["jds", "js", "sj", "sjd"]);
        assert!(initials(&words(&["smith"]), &[]).is_empty());
        assert!(initials(&words(&["山田"]), &words(&["太郎"])).is_empty());
        assert_eq!(initials(&words(&["ärmel"]), &words(&["østen"])).into_iter().collect::<Vec<_>>(), ["ao", "oa"]);
    }

    #[test]
    fn folded_forms() {
        assert_eq!(folds("Müller").into_iter().collect::<Vec<_>>(), ["mueller", "muller"]);
        assert_eq!(folds("MUELLER").into_iter().collect::<Vec<_>>(), ["mueller", "muller"]);
        assert_eq!(folds("O'Neill").into_iter().collect::<Vec<_>>(), ["oneill"]);
    }
}

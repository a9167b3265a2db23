//! Answers that were given before: the files of a series say the same of themselves, one after the other.

use std::cell::RefCell;
use std::collections::HashMap;

/// Answers that are kept: with more, all are forgotten.
const MOST: usize = 2048;
/// Bytes of a text whose answer is kept.
const LONGEST: usize = 256;

/// What [`super::clean`] left of texts, under one lexicon and one search.
#[derive(Default)]
pub struct Memo(RefCell<HashMap<String, String>>);

impl Memo {
    /// What is left of `text`: as it was told before, or as `clean` tells now.
    pub fn recall(&self, text: &str, clean: impl FnOnce() -> String) -> String {
        if let Some(left) = self.0.borrow().get(text) {
            return left.clone();
        }
        let left = clean();
        if text.len() <= LONGEST {
            let mut held = self.0.borrow_mut();
            if held.len() >= MOST {
                held.clear();
            }
            held.insert(text.to_owned(), left.clone());
        }
        left
    }
}

/// What was left of texts in one batch. What is told while nobody is searched for is told apart, and so is what the second reading finds.
#[derive(Default)]
pub struct Memos {
    /// In plans that compare with the batch's identifiers.
    pub plan: Memo,
    /// In plans that compare with none.
    pub look: Memo,
    /// In the second reading.
    pub verify: Memo,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_is_told_again_and_no_more_is_kept_than_there_is_room_for() {
        let memo = Memo::default();
        assert_eq!(memo.recall("a", || "b".to_owned()), "b");
        assert_eq!(memo.recall("a", || "c".to_owned()), "b");
        let long = "a".repeat(LONGEST + 1);
        assert_eq!(memo.recall(&long, || "b".to_owned()), "b");
        assert_eq!(memo.recall(&long, || "c".to_owned()), "c");
        for n in 0..2 * MOST {
            memo.recall(&n.to_string(), String::new);
            assert!(memo.0.borrow().len() <= MOST);
        }
        assert_eq!(memo.recall("a", || "c".to_owned()), "c");
    }
}

//! Answers that were given before: the files of a series say the same of themselves, one after the other.

use std::cell::RefCell;

/// Answers that are kept: more than a series has texts, and few enough to be gone through.
const MOST: usize = 128;
/// Bytes of a text whose answer is kept.
const LONGEST: usize = 256;

/// What [`super::clean`] left of texts, under one lexicon and one search.
#[derive(Default)]
pub struct Memo(RefCell<Answers>);

#[derive(Default)]
struct Answers {
    held: Vec<(String, String)>,
    /// Which is the oldest, once there are as many as are kept.
    oldest: usize,
}

impl Memo {
    /// What is left of `text`: as it was told before, or as `clean` tells now.
    pub fn recall(&self, text: &str, clean: &dyn Fn() -> String) -> String {
        if let Some((_, left)) = self.0.borrow().held.iter().find(|(known, _)| known == text) {
            return left.clone();
        }
        let left = clean();
        if text.len() <= LONGEST {
            self.0.borrow_mut().keep(text, &left);
        }
        left
    }
}

impl Answers {
    fn keep(&mut self, text: &str, left: &str) {
        let answer = (text.to_owned(), left.to_owned());
        match self.held.get_mut(self.oldest) {
            Some(old) => *old = answer,
            None => self.held.push(answer),
        }
        self.oldest = self.oldest.saturating_add(1) % MOST;
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
        let tell = |answer: &'static str| move || answer.to_owned();
        assert_eq!(memo.recall("a", &tell("b")), "b");
        assert_eq!(memo.recall("a", &tell("c")), "b");
        let long = "a".repeat(LONGEST + 1);
        assert_eq!(memo.recall(&long, &tell("b")), "b");
        assert_eq!(memo.recall(&long, &tell("c")), "c");
        for n in 0..2 * MOST {
            memo.recall(&n.to_string(), &String::new);
            assert!(memo.0.borrow().held.len() <= MOST);
        }
        assert_eq!(memo.recall("a", &tell("c")), "c");
    }
}

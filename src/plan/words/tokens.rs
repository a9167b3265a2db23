//! A text as words, numbers and what is between them, each with a verdict.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters of any script, with the marks on them.
    Word,
    /// ASCII digits.
    Number,
    /// White space.
    Space,
    /// One sign.
    Sign,
}

/// Whether a word or number stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It goes.
    Drop,
    /// It goes if a neighbour goes.
    Weak,
    /// It stays.
    Keep,
}

#[derive(Clone, Copy, Debug)]
struct Token {
    start: u32,
    end: u32,
    kind: Kind,
    verdict: Verdict,
}

/// A text in tokens. Questions to tokens that are not there have harmless answers.
#[derive(Debug)]
pub struct Text<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

impl<'t> Text<'t> {
    /// Divides `text`. Words and numbers are dropped until something speaks for them.
    pub fn read(text: &'t str) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        for (at, letter) in text.char_indices() {
            let kind = kind(letter);
            let (Ok(start), Ok(end)) = (u32::try_from(at), u32::try_from(at.saturating_add(letter.len_utf8()))) else { break };
            match tokens.last_mut() {
                Some(last) if last.kind == kind && kind != Kind::Sign => last.end = end,
                _ => tokens.push(Token { start, end, kind, verdict: Verdict::Drop }),
            }
        }
        Self { text, tokens }
    }

    /// The whole text.
    pub fn whole(&self) -> &'t str {
        self.text
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// What a token is.
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// A token's text.
    pub fn get(&self, at: usize) -> &'t str {
        self.span(at, at.saturating_add(1))
    }

    /// The text from one token to before another.
    pub fn span(&self, from: usize, to: usize) -> &'t str {
        let start = self.tokens.get(from).map(|token| token.start);
        let end = to.checked_sub(1).and_then(|last| self.tokens.get(last)).map(|token| token.end);
        let (Some(start), Some(end)) = (start, end) else { return "" };
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// A sign, if the token is one.
    pub fn sign(&self, at: usize) -> Option<char> {
        if self.kind(at) == Some(Kind::Sign) { self.get(at).chars().next() } else { None }
    }

    /// Whether a token is a word or a number.
    pub fn is_content(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Word | Kind::Number))
    }

    /// The words and numbers, in order.
    pub fn content(&self) -> Vec<usize> {
        (0..self.len()).filter(|&at| self.is_content(at)).collect()
    }

    /// What becomes of a token.
    pub fn verdict(&self, at: usize) -> Verdict {
        self.tokens.get(at).map_or(Verdict::Drop, |token| token.verdict)
    }

    /// Decides what becomes of a token.
    pub fn set(&mut self, at: usize, verdict: Verdict) {
        if let Some(token) = self.tokens.get_mut(at) {
            token.verdict = verdict;
        }
    }

    /// Decides what becomes of tokens.
    pub fn set_all(&mut self, range: Range<usize>, verdict: Verdict) {
        range.for_each(|at| self.set(at, verdict));
    }

    /// Maximal spans of tokens of which `inside` holds.
    pub fn spans(&self, inside: impl Fn(&Self, usize) -> bool) -> Vec<Range<usize>> {
        self.spans_in(0..self.len(), inside)
    }

    /// Maximal spans of the tokens in `range` of which `inside` holds.
    pub fn spans_in(&self, range: Range<usize>, inside: impl Fn(&Self, usize) -> bool) -> Vec<Range<usize>> {
        let mut spans = Vec::new();
        let mut start = None;
        for at in range.start..=range.end {
            if at < range.end && inside(self, at) {
                start.get_or_insert(at);
            } else if let Some(from) = start.take() {
                spans.push(from..at);
            }
        }
        spans
    }
}

/// Signs beyond ASCII that texts are written with. Whatever else is neither a letter nor space may be part of a word in some
/// script; a control character is part of none that is known.
const SIGNS: &str = "°±×·–—‘’“”„…«»§≥≤→←≈~÷²³•";

fn kind(letter: char) -> Kind {
    if letter.is_ascii_digit() {
        Kind::Number
    } else if letter.is_whitespace() || letter == '\0' {
        Kind::Space
    } else if letter.is_ascii_alphabetic() || letter.is_ascii_control() || !(letter.is_ascii() || SIGNS.contains(letter)) {
        Kind::Word
    } else {
        Kind::Sign
    }
}

//! What shows that a name follows or precedes: titles, roles, labels of numbers, streets. The name goes with it, even where it is a word too.

use super::lists::{MAYBE_TITLES, NUMBERS, ROLES, STREETS_AFTER, STREETS_BEFORE, TITLES, has};
use super::tokens::{Kind, Text, Verdict};
use crate::profile::{Words, fold};

/// Those of them that are modalities or techniques: they stay where they are no title.
const MODALITIES: [&str; 7] = ["dr", "med", "mr", "ms", "pd", "pr", "sr"];
/// After a name.
const AFTER: [&str; 8] = ["do", "facr", "frcr", "jr", "md", "np", "phd", "rn"];
/// Kinds of street before the street's name, unless a word of medicine follows.
const MAYBE_STREETS: [&str; 6] = ["al", "place", "route", "ul", "ulica", "via"];
/// Parts of a name that are dropped after a title, at the most; and of a number after its label.
const PARTS: usize = 3;
const GROUPS: usize = 6;
/// Single letters in a row that are a name, spelt.
const SPELT: usize = 4;

/// Drops names by what stands beside them.
pub fn judge(text: &mut Text<'_>, words: &Words) {
    let content = text.content();
    let reader = Reader { content: &content, words };
    reader.drop_spelt(text);
    for place in 0..content.len() {
        let Some(at) = reader.word(text, place) else { continue };
        let folded = fold(text.get(at));
        let is = |list: &[&str]| has(list, &folded);
        if is(&TITLES) || (is(&MAYBE_TITLES) && reader.is_title(text, place)) {
            text.set(at, Verdict::Drop);
            reader.drop_name(text, place, true);
        } else if is(&MODALITIES) && folded.len() == 2 && !text.span(at.saturating_add(1), at.saturating_add(2)).starts_with('.') {
            text.set(at, Verdict::Keep);
        } else if is(&NUMBERS) && reader.drop_number(text, place) {
            text.set(at, Verdict::Drop);
        } else if is(&ROLES) {
            let told = reader.is_told(text, at);
            if told || reader.could_be_name(text, place.saturating_add(1)) {
                text.set(at, Verdict::Drop);
                reader.drop_name(text, place, told);
            }
        } else if is(&AFTER) {
            reader.drop_before(text, place);
        } else if is(&STREETS_BEFORE) || (is(&MAYBE_STREETS) && reader.could_be_name(text, place.saturating_add(1))) {
            text.set(at, Verdict::Drop);
            reader.drop_name(text, place, true);
        } else if let Some(name) = place.checked_sub(1).and_then(|before| reader.word(text, before))
            && is(&STREETS_AFTER)
            && text.verdict(at) == Verdict::Drop
        {
            text.set(name, Verdict::Drop);
        }
    }
}

struct Reader<'c> {
    content: &'c [usize],
    words: &'c Words,
}

impl Reader<'_> {
    /// The token at a place among the words and numbers, if it is a word.
    fn word(&self, text: &Text<'_>, place: usize) -> Option<usize> {
        self.content.get(place).copied().filter(|&at| text.kind(at) == Some(Kind::Word))
    }

    /// Drops what is spelt letter by letter: "S M I T H", "S.M.I.T.H."
    fn drop_spelt(&self, text: &mut Text<'_>) {
        let mut from = 0;
        for place in 0..=self.content.len() {
            let goes_on = self.word(text, place).is_some_and(|at| {
                let before = place.checked_sub(1).filter(|_| place > from).and_then(|before| self.content.get(before));
                let joined = before.is_none_or(|&before| is_within_name(text.span(before.saturating_add(1), at)));
                joined && text.get(at).chars().nth(1).is_none()
            });
            if goes_on {
                continue;
            }
            let run = self.content.get(from..place).unwrap_or_default();
            if run.len() >= SPELT {
                run.iter().for_each(|&at| text.set(at, Verdict::Drop));
            }
            let starts = self.word(text, place).is_some_and(|at| text.get(at).chars().nth(1).is_none());
            from = if starts { place } else { place.saturating_add(1) };
        }
    }

    /// Whether "DR", "MR" and the like are titles: by a dot and a name that follow, or by a word that no vocabulary has.
    fn is_title(&self, text: &Text<'_>, place: usize) -> bool {
        let Some(at) = self.word(text, place) else { return false };
        let next = place.saturating_add(1);
        let Some(name) = self.word(text, next) else { return false };
        let between = text.span(at.saturating_add(1), name);
        if !is_within_name(between) || between.is_empty() {
            return false;
        }
        let is_spelt_small = text.get(at).chars().nth(1).is_some_and(char::is_lowercase);
        let is_capital = text.get(name).starts_with(char::is_uppercase);
        let is_dotted = between.starts_with('.') && (is_spelt_small || is_capital);
        is_dotted || self.could_be_name(text, next) || (is_spelt_small && text.get(at).starts_with(char::is_uppercase) && is_capital)
    }

    /// Whether a colon or the like follows.
    fn is_told(&self, text: &Text<'_>, at: usize) -> bool {
        let next = at.saturating_add(1);
        let sign = if text.kind(next) == Some(Kind::Space) { next.saturating_add(1) } else { next };
        matches!(text.sign(sign), Some(':' | '=' | '#'))
    }

    /// Whether a word that no vocabulary has, or that is a title, is there.
    fn could_be_name(&self, text: &Text<'_>, place: usize) -> bool {
        self.word(text, place).is_some_and(|at| {
            let folded = fold(text.get(at));
            text.verdict(at) == Verdict::Drop || has(&TITLES, &folded)
        })
    }

    /// Drops the words of a name after a place: the `first` in any case, others while they could be names.
    fn drop_name(&self, text: &mut Text<'_>, place: usize, first: bool) {
        let (mut before, mut parts, mut next) = (self.content.get(place).copied(), 0, place.saturating_add(1));
        while let (Some(from), Some(at)) = (before, self.word(text, next).filter(|_| next <= place.saturating_add(GROUPS))) {
            let written = text.get(at);
            let folded = fold(written);
            let between = text.span(from.saturating_add(1), at);
            let told = parts == 0 && first && between.chars().all(|sign| sign.is_whitespace() || ":=#.-_^,".contains(sign));
            if !(told || is_within_name(between)) || parts >= PARTS {
                break;
            }
            let is_title = has(&TITLES, &folded) || has(&MAYBE_TITLES, &folded);
            let could_be = text.verdict(at) != Verdict::Keep || self.words.is_name(written);
            if !(could_be || is_title || (parts == 0 && first)) {
                break;
            }
            // Neither titles nor particles nor initials are the name itself.
            let is_name = !is_title && text.verdict(at) != Verdict::Weak && folded.chars().nth(1).is_some();
            text.set(at, Verdict::Drop);
            if is_name {
                parts = parts.saturating_add(1);
            }
            before = Some(at);
            next = next.saturating_add(1);
        }
    }

    /// Drops the numbers and codes after a label. `false` where none follows, and no colon.
    fn drop_number(&self, text: &mut Text<'_>, place: usize) -> bool {
        let Some(&label) = self.content.get(place) else { return false };
        let told = self.is_told(text, label);
        let (mut any, mut from) = (false, label);
        for &at in self.content.iter().skip(place.saturating_add(1)).take(GROUPS) {
            let between = text.span(from.saturating_add(1), at);
            let joined = between.chars().all(|sign| sign.is_whitespace() || ":=#.-/()+_".contains(sign));
            let touches = |near: Option<usize>| near.is_some_and(|near| text.kind(near) == Some(Kind::Number));
            let goes_on = !any || !between.contains(char::is_whitespace);
            let is_code = text.kind(at) == Some(Kind::Number) || (goes_on && (touches(at.checked_sub(1)) || touches(at.checked_add(1))));
            if !joined || !(is_code || (told && !any)) {
                break;
            }
            text.set(at, Verdict::Drop);
            (any, from) = (true, at);
        }
        any || told
    }

    /// Drops a degree and the name before it.
    fn drop_before(&self, text: &mut Text<'_>, place: usize) {
        let named = |text: &Text<'_>, at: usize| text.verdict(at) == Verdict::Drop || self.words.is_name(text.get(at));
        let Some(at) = self.word(text, place) else { return };
        let mut parts = 0;
        let mut before = place.checked_sub(1);
        while let Some(name) = before.and_then(|before| self.word(text, before)).filter(|&name| parts < PARTS && named(text, name)) {
            text.set(name, Verdict::Drop);
            text.set(at, Verdict::Drop);
            parts = parts.saturating_add(1);
            before = before.and_then(|before| before.checked_sub(1));
        }
    }
}

/// Whether a name goes on over these signs.
fn is_within_name(between: &str) -> bool {
    between.chars().all(|sign| (sign.is_whitespace() && !matches!(sign, '\n' | '\r')) || ".-_^,'’".contains(sign))
}

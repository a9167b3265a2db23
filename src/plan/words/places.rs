//! What is left of a name or an address once what no vocabulary knows is gone: kinds of place, codes of states, names that are words too.

use super::lists::{KINDS, MODALITIES, has};
use super::tokens::{Kind, Text, Verdict};
use crate::profile::{Words, fold};

/// Digits of a number that may be a postal code.
const POSTAL: usize = 4;

/// Drops such remnants.
pub fn judge(text: &mut Text<'_>, words: &Words) {
    let content = text.content();
    for (place, &at) in content.iter().enumerate() {
        if text.kind(at) != Some(Kind::Word) || text.verdict(at) != Verdict::Keep {
            continue;
        }
        let word = text.get(at);
        let before = place.checked_sub(1).and_then(|before| content.get(before)).copied();
        let after = content.get(place.saturating_add(1)).copied();
        let is_gone =
            |near: Option<usize>, kind| near.is_some_and(|near| text.verdict(near) == Verdict::Drop && text.kind(near) == Some(kind));
        let is_glued = |near: Option<usize>| near.is_some_and(|near| near.abs_diff(at) == 1);
        if has(&KINDS, &fold(word)) {
            text.set(at, Verdict::Weak);
            continue;
        }
        let is_code = !is_glued(before) && !is_glued(after) && is_state(text, (before, at, after));
        if is_code || ((is_gone(before, Kind::Word) || is_gone(after, Kind::Word)) && words.is_name(word)) {
            text.set(at, Verdict::Drop);
        }
    }
}

/// "AL 50466", "/ MG", "(PO)", "5249 LX", after something that went; and "TR 2209183".
fn is_state(text: &Text<'_>, (before, at, after): (Option<usize>, usize, Option<usize>)) -> bool {
    let word = text.get(at);
    if word.len() != 2 {
        return false;
    }
    // The letters of a case number: "TR 2209183".
    let is_case =
        |near: usize| text.kind(near) == Some(Kind::Number) && text.get(near).len() > POSTAL && text.verdict(near) == Verdict::Drop;
    if after.is_some_and(is_case) && !has(&MODALITIES, &fold(word)) {
        return true;
    }
    let Some(before) = before.filter(|&before| text.verdict(before) == Verdict::Drop) else { return false };
    let is_postal =
        |near: usize| text.kind(near) == Some(Kind::Number) && text.get(near).len() >= POSTAL && text.verdict(near) == Verdict::Drop;
    let between = text.span(before.saturating_add(1), at);
    let is_marked = between.contains(['/', '(']);
    is_marked || after.is_some_and(is_postal) || (is_postal(before) && !has(&MODALITIES, &fold(word)))
}

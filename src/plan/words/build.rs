//! What is left, written anew: where nothing went, what stood between stays; where something went, one separator does.

use super::tokens::{Kind, Text, Verdict};

/// Signs that may divide what was divided by more.
const SEPARATORS: &str = "_-/^\\|,;:";

/// Writes what stays.
pub fn build(text: &Text<'_>) -> String {
    if (0..text.len()).all(|at| !text.is_content(at) || text.verdict(at) != Verdict::Drop) {
        return text.whole().to_owned();
    }
    let mut out = String::with_capacity(text.whole().len());
    let (mut from, mut lost, mut any) = (0, false, false);
    for at in 0..text.len() {
        if !text.is_content(at) {
            continue;
        }
        if text.verdict(at) == Verdict::Drop {
            lost = true;
            continue;
        }
        if !lost {
            out.push_str(text.span(from, at));
        } else if any {
            out.push(separator(text, from, at));
        }
        out.push_str(text.get(at));
        (from, lost, any) = (at.saturating_add(1), false, true);
    }
    if any && !lost {
        out.push_str(text.span(from, text.len()));
    }
    balanced(&out).trim().to_owned()
}

fn separator(text: &Text<'_>, from: usize, to: usize) -> char {
    let gap = || (from..to).filter(|&at| !text.is_content(at));
    let breaks = |sign: &char| matches!(sign, '\n' | '\r');
    if let Some(line) = gap().flat_map(|at| text.get(at).chars()).find(breaks) {
        return line;
    }
    if gap().any(|at| text.kind(at) == Some(Kind::Space)) {
        return ' ';
    }
    gap().find_map(|at| text.sign(at).filter(|&sign| SEPARATORS.contains(sign))).unwrap_or(' ')
}

/// Without brackets that lost their partner.
fn balanced(text: &str) -> String {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut lone = Vec::new();
    for (at, sign) in text.char_indices() {
        match sign {
            '(' | '[' | '{' => open.push((at, sign)),
            ')' | ']' | '}' => {
                let partner = open.last().is_some_and(|(_, opening)| matches!((opening, sign), ('(', ')') | ('[', ']') | ('{', '}')));
                if partner {
                    open.pop();
                } else {
                    lone.push(at);
                }
            }
            _ => {}
        }
    }
    let mut open = open.into_iter().map(|(at, _)| at).peekable();
    let mut lone = lone.into_iter().peekable();
    let mut paired = |at: &usize| open.next_if_eq(at).is_none() && lone.next_if_eq(at).is_none();
    text.char_indices().filter(|(at, _)| paired(at)).map(|(_, sign)| sign).collect()
}

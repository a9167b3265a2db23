//! Letters and digits written as one ("ep2d", "25slc", "H31s"): it stays whole, or but its words do.

use std::ops::Range;

use super::lists::{KERNELS, has};
use super::numbers::{is_ordinal, is_unit};
use super::tokens::{Kind, Text, Verdict};
use crate::profile::fold;

/// Single letters whose number is that of a weighting, a vertebra, a b-value or a rate.
const NUMBERED: &str = "tbclsr";

/// Judges every run of letters and digits that touch, and drops addresses of mail and of the web whole.
pub fn judge(text: &mut Text<'_>) {
    for run in text.spans(Text::is_content) {
        if run.len() > 1 {
            whole(text, run);
        }
    }
    let runs = text.spans(Text::is_content);
    for (left, right) in runs.iter().zip(runs.iter().skip(1)) {
        if left.end.saturating_add(1) == right.start && is_postcode(text, left, right) {
            text.set_all(left.start..right.end, Verdict::Drop);
        }
    }
    for chunk in text.spans(|text, at| text.kind(at) != Some(Kind::Space)) {
        let written = text.span(chunk.start, chunk.end);
        let is_address =
            written.contains('@') || written.contains("://") || written.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
        if is_address {
            text.set_all(chunk, Verdict::Drop);
        }
    }
}

fn whole(text: &mut Text<'_>, run: Range<usize>) {
    let folded = fold(text.span(run.start, run.end));
    if is_kernel(&folded) {
        return text.set_all(run, Verdict::Keep);
    }
    if run.len() == 2 && text.kind(run.start) == Some(Kind::Number) && is_ordinal(&fold(text.get(run.start.saturating_add(1)))) {
        // It goes or stays with its neighbour.
        return text.set_all(run, Verdict::Weak);
    }
    let lost = |text: &Text<'_>, kind| run.clone().any(|at| text.kind(at) == Some(kind) && text.verdict(at) == Verdict::Drop);
    let is_size = |text: &Text<'_>| run.clone().all(|at| text.kind(at) == Some(Kind::Number) || text.get(at).eq_ignore_ascii_case("x"));
    let short = |text: &Text<'_>| run.clone().all(|at| text.kind(at) == Some(Kind::Number) || text.get(at).chars().nth(2).is_none());
    if lost(text, Kind::Word) || (short(text) && !is_size(text) && is_code(&folded)) {
        text.set_all(run, Verdict::Drop);
    } else if lost(text, Kind::Number) {
        for at in run {
            let stays = text.kind(at) == Some(Kind::Word) && text.get(at).chars().nth(3).is_some();
            text.set(at, if stays { Verdict::Keep } else { Verdict::Drop });
        }
    } else {
        let mut letters = folded.chars().take_while(|letter| letter.is_alphabetic());
        let (first, second) = (letters.next(), letters.next());
        // Before the digits one of few letters, after them one of fewer: "T1", "3D".
        let few = if text.kind(run.start) == Some(Kind::Word) { NUMBERED } else { "dtx" };
        let letter = first.or_else(|| folded.chars().last().filter(|_| run.len() == 2 && text.get(run.end.saturating_sub(1)).len() == 1));
        let is_lone_letter = run.len() == 2 && second.is_none() && letter.is_some_and(|letter| !few.contains(letter));
        text.set_all(run, if is_lone_letter { Verdict::Weak } else { Verdict::Keep });
    }
}

/// "SW1A 1AA", "M5 3XY".
fn is_postcode(text: &Text<'_>, left: &Range<usize>, right: &Range<usize>) -> bool {
    let is_part = |at: usize, kind, most| text.kind(at) == Some(kind) && text.get(at).len() <= most;
    let outward =
        matches!(left.len(), 2 | 3) && is_part(left.start, Kind::Word, 2) && is_part(left.start.saturating_add(1), Kind::Number, 2);
    let word = right.start.saturating_add(1);
    let inward = right.len() == 2 && is_part(right.start, Kind::Number, 1) && is_part(word, Kind::Word, 2) && text.get(word).len() == 2;
    outward && inward && text.kind(left.end) == Some(Kind::Space) && !is_unit(text.get(word))
}

/// "H31s", "Br40d", "FC12".
fn is_kernel(folded: &str) -> bool {
    let letters = folded.len().saturating_sub(folded.trim_start_matches(|letter: char| letter.is_ascii_lowercase()).len());
    let (name, rest) = folded.split_at_checked(letters).unwrap_or_default();
    let digits = rest.len().saturating_sub(rest.trim_start_matches(|digit: char| digit.is_ascii_digit()).len());
    let suffix = rest.get(digits..).unwrap_or_default();
    let is_named = name.len() == 2 && name.starts_with(['b', 'h', 'q', 'u']) && suffix.is_empty();
    digits == 2 && (is_named || matches!(suffix, "s" | "f" | "d" | "h" | "m" | "u" | "p")) && has(&KERNELS, name)
}

/// Letters and digits in turn, as in postal codes and in numbers of cases ("L5B", "K1A"): but "T1W", "T2FS", "2D1", "fl3d1", "2xCS" are not.
fn is_code(folded: &str) -> bool {
    let mut turns = 1;
    let mut digit = None;
    for letter in folded.chars() {
        let is_digit = letter.is_ascii_digit();
        if digit.is_some_and(|digit| digit != is_digit) {
            turns += 1;
        }
        digit = Some(is_digit);
    }
    let usual = ["t1", "t2", "2d", "3d", "4d", "2x", "3x"].iter().any(|start| folded.starts_with(start))
        || ["2d", "3d"].iter().any(|part| folded.contains(part));
    turns > 2 && !usual
}

#[cfg(test)]
mod tests {
    use super::{is_code, is_kernel};

    #[test]
    fn kernels_and_codes() {
        assert!(["h31s", "br40d", "t20f", "b90s"].iter().all(|one| is_kernel(one)));
        assert!(!["h3s", "h311s", "m20f", "h31", "31s"].iter().any(|one| is_kernel(one)));
        assert!(["l5b", "k1a", "3c2"].iter().all(|one| is_code(one)));
        assert!(!["t1w", "c7", "fl3d1", "2xcs"].iter().any(|one| is_code(one)));
    }
}

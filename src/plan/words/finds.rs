//! What the batch knows of its people goes, whatever the vocabulary says.

use std::ops::Range;

use super::tokens::{Kind, Text, Verdict};

/// Drops what `finds` finds: the word or run itself, else what stands between spaces, else two such neighbours, of which one may have gone
/// already: the letters of an ID whose number is no word.
pub fn judge(text: &mut Text<'_>, finds: &dyn Fn(&str) -> bool) {
    if !finds(text.whole()) {
        return;
    }
    let chunks = text.spans(|text, at| text.kind(at) != Some(Kind::Space));
    let mut alone = Vec::with_capacity(chunks.len());
    for chunk in &chunks {
        let is_found = finds(text.span(chunk.start, chunk.end));
        alone.push(is_found);
        if !is_found {
            continue;
        }
        let mut found = false;
        for run in text.spans_in(chunk.clone(), Text::is_content) {
            if finds(text.span(run.start, run.end)) {
                text.set_all(run, Verdict::Drop);
                found = true;
            }
        }
        if !found {
            text.set_all(chunk.clone(), Verdict::Drop);
        }
    }
    let known = chunks.iter().zip(&alone);
    for ((left, found), (right, also)) in known.clone().zip(known.skip(1)) {
        let stays = |chunk: &Range<usize>| chunk.clone().any(|at| text.is_content(at) && text.verdict(at) != Verdict::Drop);
        if !found && !also && (stays(left) || stays(right)) && finds(text.span(left.start, right.end)) {
            text.set_all(left.start..right.end, Verdict::Drop);
        }
    }
}

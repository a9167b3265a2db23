//! How much a row of pieces looks like writing.

use super::line::Line;
use super::part::Part;
use super::trees::{BASE, LEAF, Node, TREES};
use super::{Area, Effort, noise};

/// What is looked at.
pub(super) const FEATURES: usize = 31;

/// Whether a piece may be a letter, or letters that touch.
pub(super) fn may_be_letters(part: &Part) -> bool {
    let (width, height) = (part.width(), part.height());
    let (long, short) = (width.max(height), width.min(height));
    long >= 5.0
        && short <= 44.0
        && long <= 400.0
        && part.ink >= 6
        && (short >= 3.0 || long <= 40.0)
        && part.fill() > 0.08
        && part.sharp > 0.15
}

/// The features of a line, in a box, with so many pieces about it that are as bright and none of its own.
pub(super) fn features(line: &Line, parts: &[Part], area: &Area, about: usize) -> [f32; FEATURES] {
    let count = parts.len().max(1) as f32;
    let mean = |value: &dyn Fn(&Part) -> f32| parts.iter().map(value).sum::<f32>() / count;
    let differ = |value: &dyn Fn(&Part) -> f32| {
        let middle = mean(value);
        (mean(&|part| (value(part) - middle).powi(2))).sqrt() / middle.max(0.01)
    };
    let peak = mean(&|part| f32::from(part.peak));
    let texture = mean(&|part| f32::from(part.texture.0));
    let rough = mean(&|part| f32::from(part.texture.1));
    let stroke = mean(&|part| part.stroke());
    let size = line.size;
    let levels = mean(&|part| part.contrast.levels);
    let between = |value: &dyn Fn(&Part) -> f32, scale: f32| {
        let middle = mean(value);
        (mean(&|part| (value(part) - middle).powi(2))).sqrt() / scale.max(1.0)
    };
    [
        (line.places as f32).min(12.0).ln(),
        line.wander,
        line.variety,
        line.rhythm.min(2.0),
        (levels / 64.0).ln(),
        (texture + 4.0).ln() - (peak + 4.0).ln(),
        (rough + 4.0).ln() - (peak + 4.0).ln(),
        mean(&|part| part.even),
        mean(&|part| part.sharp),
        differ(&|part| f32::from(part.peak)),
        between(&|part| f32::from(part.brightest), peak),
        between(&|part| part.value, peak),
        stroke / size,
        differ(&|part| part.stroke()),
        mean(&|part| part.fill()),
        mean(&|part| (part.contrast.ground + 0.02).ln()),
        mean(&|part| (part.contrast.ink + 0.02).ln()),
        mean(&|part| part.contrast.between.min(2.0)),
        mean(&|part| part.contrast.other.min(4.0)),
        mean(&|part| part.contrast.risen.min(1.0)),
        mean(&|part| part.runs as f32 / part.height()),
        mean(&|part| part.falls as f32 / part.width()),
        mean(&|part| part.holes as f32 / (part.width() / part.height()).max(1.0)).min(3.0),
        size.min(40.0).ln(),
        parts.iter().map(|part| part.contrast.ground).fold(0.0, f32::max).min(2.0),
        f32::from(parts.iter().map(|part| part.brightest).max().unwrap_or(0) == 255),
        stroke.ln(),
        (about as f32 / line.places.max(1) as f32).min(8.0),
        line.along.0.abs().min(line.along.1.abs()),
        line.along.1.abs(),
        (area.width.min(area.height) as f32 / size).min(9.0),
    ]
}

/// How much features are like those of writing, 0 to 1.
pub(super) fn score(features: &[f32; FEATURES]) -> f32 {
    judged(features, TREES, BASE)
}

/// The same of a row that was met once noise was taken off: all of it is faint, and its strokes are soft.
pub(super) fn score_in_noise(features: &[f32; FEATURES]) -> f32 {
    judged(features, noise::TREES, noise::BASE)
}

fn judged(features: &[f32; FEATURES], trees: &[&[Node]], base: f32) -> f32 {
    let leaf = |tree: &[Node]| {
        let mut at = 0_usize;
        // No path is longer than its tree.
        for _ in tree {
            let Some(node) = tree.get(at) else { return 0.0 };
            if node.feature == LEAF {
                return node.limit;
            }
            let value = features.get(usize::from(node.feature)).copied().unwrap_or(0.0);
            at = usize::from(if value <= node.limit { node.left } else { node.right });
        }
        0.0
    };
    let logit = trees.iter().map(|tree| leaf(tree)).sum::<f32>() + base;
    1.0 / (1.0 + (-logit).exp())
}

/// The scores from which on a line of so many letters counts: alone, and next to one that does.
pub(super) fn least(effort: Effort, places: usize) -> (f32, f32) {
    match (effort, places) {
        (Effort::Screen, 0..=2) => (f32::INFINITY, f32::INFINITY),
        (Effort::Screen, 3 | 4) => (0.95, 0.95),
        (Effort::Screen, _) => (0.93, 0.93),
        (Effort::Full, 1) => (0.9, 0.4),
        (Effort::Full, 2) => (0.75, 0.25),
        (Effort::Full, 3 | 4) => (0.55, 0.15),
        (Effort::Full, _) => (0.35, 0.08),
    }
}

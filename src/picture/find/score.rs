//! How much a row of pieces looks like writing.

use super::Effort;
use super::line::Line;
use super::part::Part;
use super::plane::Plane;

/// What is looked at.
pub(super) const FEATURES: usize = 14;

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

/// The features of a line.
pub(super) fn features(line: &Line, parts: &[Part], plane: &Plane) -> [f32; FEATURES] {
    let _ = plane;
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
    [
        (line.places as f32).min(12.0).ln(),
        line.wander,
        line.variety,
        line.rhythm.min(2.0),
        (peak / 255.0).sqrt(),
        (texture + 4.0) / (peak + 4.0),
        (rough + 4.0) / (peak + 4.0),
        mean(&|part| part.even),
        mean(&|part| part.sharp),
        differ(&|part| f32::from(part.peak)),
        differ(&|part| part.value),
        stroke / line.size,
        differ(&|part| part.stroke()),
        mean(&|part| part.fill()),
    ]
}

/// 0 to 1.
pub(super) fn score(features: &[f32; FEATURES]) -> f32 {
    let _ = features;
    0.5
}

/// The score from which on a line counts.
pub(super) fn least(effort: Effort, places: usize) -> f32 {
    let _ = (effort, places);
    0.4
}

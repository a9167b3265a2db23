//! What is made of readings: which are believed, which go with their neighbours, and what of a piece they leave unexplained.

use std::ops::RangeInclusive;

use crate::picture::judge::Verdict;
use crate::picture::{Area, Mark, Reading};

/// Letters that say little by themselves.
const SHORT: usize = 3;

/// A reading that is believed.
pub(super) struct Told {
    pub(super) reading: Reading,
    /// The first frame that it is on, and the last.
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) verdict: Verdict,
}

/// Letters and digits of a reading.
pub(super) fn letters(reading: &Reading) -> usize {
    reading.text.as_deref().unwrap_or("").chars().filter(|letter| letter.is_alphanumeric()).count()
}

/// Whether a text is as long as its area: a script that a reader does not know is read as a sign or two, all over.
pub(super) fn fills(reading: &Reading) -> bool {
    let letters = reading.text.as_deref().map_or(0, |text| text.chars().count());
    let (width, height) = (u64::from(reading.area.width), u64::from(reading.area.height));
    width.max(height) * 10 <= letters as u64 * width.min(height) * 9 || letters < 2
}

/// Two or three letters that say nothing by themselves are part of what stands beside them on their line.
pub(super) fn in_company(told: &mut [Told]) {
    let alone: Vec<Area> = told.iter().filter(|one| one.verdict != Verdict::Harmless).map(|one| one.reading.area).collect();
    for one in told.iter_mut().filter(|one| one.verdict == Verdict::Harmless) {
        if letters(&one.reading) <= SHORT && alone.iter().any(|area| on_one_line(&one.reading.area, area)) {
            one.verdict = Verdict::Unknown;
        }
    }
}

/// Whether two stand one after the other, level or upright, with no more than a letter's height between.
fn on_one_line(one: &Area, other: &Area) -> bool {
    let common = |from: u32, length: u32, start: u32, size: u32| {
        let shared = from.saturating_add(length).min(start.saturating_add(size)).saturating_sub(from.max(start));
        u64::from(shared) * 2 > u64::from(length.min(size))
    };
    let high = one.width.min(one.height);
    let near = !one.grown(high).with(other).is_empty();
    let level = other.width >= other.height;
    near && if level { common(one.y, one.height, other.y, other.height) } else { common(one.x, one.width, other.x, other.width) }
}

/// What is left of a piece beside what was read: nothing where readings that go hold all of it; both ends where one that stays holds most.
pub(super) fn unexplained(area: Area, frames: RangeInclusive<u32>, told: &[Mark]) -> Vec<Area> {
    let within: Vec<&Mark> = told.iter().filter(|mark| frames.clone().all(|frame| mark.is_on(frame))).collect();
    if within.iter().any(|mark| mark.gone && mark.area.around(&area) == mark.area) {
        return Vec::new();
    }
    let stays: u64 = within.iter().filter(|mark| !mark.gone).map(|mark| mark.area.with(&area).size()).sum();
    if stays * 10 < area.size() * 7 {
        return vec![area];
    }
    let held = within.iter().filter(|mark| !mark.gone).map(|mark| mark.area.with(&area)).filter(|held| !held.is_empty());
    let Some(held) = held.reduce(|one, other| one.around(&other)) else { return Vec::new() };
    let mut ends = if area.width >= area.height {
        vec![Area { width: held.x - area.x, ..area }, Area { x: held.right(), width: area.right() - held.right(), ..area }]
    } else {
        vec![Area { height: held.y - area.y, ..area }, Area { y: held.bottom(), height: area.bottom() - held.bottom(), ..area }]
    };
    let least = area.width.min(area.height) * 4 / 5;
    ends.retain(|end| if area.width >= area.height { end.width > least } else { end.height > least });
    ends
}

//! Connected pieces of ink, and what they look like.

use super::contrast::Contrast;
use super::plane::Plane;
use super::texture::Texture;

/// Pixels side by side in one row.
#[derive(Clone, Copy, Debug)]
struct Run {
    y: u32,
    left: u32,
    right: u32,
}

/// A connected piece: a letter, a part of one, some letters that touch, or something else.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    pub(super) left: u32,
    pub(super) top: u32,
    /// The column after the last.
    pub(super) right: u32,
    /// The row after the last.
    pub(super) bottom: u32,
    /// Pixels.
    pub(super) ink: u32,
    /// Runs along rows.
    pub(super) runs: u32,
    /// Runs along columns.
    pub(super) falls: u32,
    /// The highest rise.
    pub(super) peak: u8,
    /// The value of most of its pixels, about: the mean of the upper half.
    pub(super) value: f32,
    /// The share of its pixels whose value is within a few levels of the highest.
    pub(super) even: f32,
    /// The mean step from ground to ink from one pixel to the next along rows and columns, of its peak.
    pub(super) sharp: f32,
    /// Enclosed grounds.
    pub(super) holes: u32,
    /// The texture around it.
    pub(super) texture: (u8, u8),
    /// The highest value.
    pub(super) brightest: u8,
    /// How its surroundings look, where it may be a letter.
    pub(super) contrast: Contrast,
}

impl Part {
    pub(super) fn width(&self) -> f32 {
        (self.right - self.left) as f32
    }

    pub(super) fn height(&self) -> f32 {
        (self.bottom - self.top) as f32
    }

    pub(super) fn size(&self) -> f32 {
        self.width().max(self.height())
    }

    pub(super) fn centre(&self) -> (f32, f32) {
        ((self.left + self.right) as f32 / 2.0, (self.top + self.bottom) as f32 / 2.0)
    }

    /// Pixels of ink to those of its box.
    pub(super) fn fill(&self) -> f32 {
        self.ink as f32 / (self.width() * self.height()).max(1.0)
    }

    /// The mean width of its strokes.
    pub(super) fn stroke(&self) -> f32 {
        self.ink as f32 / (self.runs + self.falls).max(1) as f32
    }
}

/// Less of its part's peak is the soft edge of ink, or joins one letter to the next.
const EDGE: f32 = 0.4;

/// The pieces that rise by `least` levels, and by more where the ground is rough.
pub(super) fn parts(plane: &Plane, risen: &Plane, texture: &Texture, least: u8) -> Vec<Part> {
    let mut runs = Vec::new();
    for (y, line) in risen.rows().enumerate() {
        if !reaches(line, least) {
            continue;
        }
        for (from, to) in texture.across() {
            let values = line.get(from..to.min(risen.width)).unwrap_or(&[]);
            if !reaches(values, least) {
                continue;
            }
            let limit = least.max((f32::from(texture.at(from, y).0) * 2.5) as u8);
            // On noise, the higher limit is seldom reached.
            if limit == least || reaches(values, limit) {
                split(&mut runs, y, from, values, limit);
            }
        }
    }
    let (labels, count) = label(&runs);
    let mut peaks = vec![0_u8; count];
    for (run, label) in runs.iter().zip(&labels) {
        let top = highest(span(risen, *run));
        if let Some(peak) = peaks.get_mut(*label) {
            *peak = top.max(*peak);
        }
    }
    // Once more, by each piece's own peak.
    let mut fine = Vec::with_capacity(runs.len());
    for (run, label) in runs.iter().zip(&labels) {
        let limit = (f32::from(peaks.get(*label).copied().unwrap_or(0)) * EDGE) as u8;
        if limit <= least {
            fine.push(*run);
        } else {
            split(&mut fine, run.y as usize, run.left as usize, span(risen, *run), limit);
        }
    }
    let (labels, count) = label(&fine);
    let mut parts = vec![Part { left: u32::MAX, top: u32::MAX, ..Part::default() }; count];
    outline(&mut parts, &fine, &labels, risen);
    inside(&mut parts, &fine, &labels, plane);
    for part in &mut parts {
        let (x, y) = part.centre();
        part.texture = texture.at(x as usize, y as usize);
    }
    parts
}

/// Appends the runs of a piece of a row that reach `limit`, joining what goes on from the piece before.
fn split(runs: &mut Vec<Run>, y: usize, from: usize, values: &[u8], limit: u8) {
    let y = y as u32;
    let mut at = 0;
    while let Some(start) = from_where(values, at, |value| value >= limit) {
        let end = from_where(values, start, |value| value < limit).unwrap_or(values.len());
        let (left, right) = ((from + start) as u32, (from + end) as u32);
        match runs.last_mut() {
            Some(run) if run.y == y && run.right == left => run.right = right,
            _ => runs.push(Run { y, left, right }),
        }
        at = end;
    }
}

fn from_where(values: &[u8], at: usize, is_it: impl Fn(u8) -> bool) -> Option<usize> {
    values.get(at..)?.iter().position(|value| is_it(*value)).map(|after| at + after)
}

/// Whether any value reaches `limit`: of sixteen at a time, which a compiler compares in one go.
fn reaches(values: &[u8], limit: u8) -> bool {
    let (blocks, rest) = values.as_chunks::<16>();
    let reached = |block: &[u8; 16]| block.iter().fold(0, |any, value| any | u8::from(*value >= limit)) != 0;
    blocks.iter().any(reached) || rest.iter().any(|value| *value >= limit)
}

fn highest(values: &[u8]) -> u8 {
    values.iter().copied().fold(0, u8::max)
}

fn span(plane: &Plane, run: Run) -> &[u8] {
    let start = run.y as usize * plane.width;
    plane.data.get(start + run.left as usize..start + run.right as usize).unwrap_or(&[])
}

/// Pairs of runs that touch, also by a corner: the upper first.
fn touching(runs: &[Run], mut each: impl FnMut(usize, usize)) {
    let mut above = 0;
    for (at, run) in runs.iter().enumerate() {
        while runs.get(above).is_some_and(|upper| upper.y + 1 < run.y || (upper.y + 1 == run.y && upper.right < run.left)) {
            above += 1;
        }
        let candidates = runs.iter().enumerate().skip(above);
        for (other, _) in candidates.take_while(|(_, upper)| upper.y + 1 == run.y && upper.left <= run.right) {
            each(other, at);
        }
    }
}

/// The piece of each run, and how many there are.
fn label(runs: &[Run]) -> (Vec<usize>, usize) {
    let mut parents: Vec<usize> = (0..runs.len()).collect();
    touching(runs, |a, b| {
        let (a, b) = (root(&mut parents, a), root(&mut parents, b));
        if let Some(parent) = parents.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
    });
    let mut labels = vec![0; runs.len()];
    let mut count = 0;
    for at in 0..runs.len() {
        let top = root(&mut parents, at);
        // A root is never after its runs, so it has its number already.
        let number = if top == at { count } else { labels.get(top).copied().unwrap_or(0) };
        count += usize::from(top == at);
        if let Some(label) = labels.get_mut(at) {
            *label = number;
        }
    }
    (labels, count)
}

fn root(parents: &mut [usize], mut at: usize) -> usize {
    loop {
        let Some(parent) = parents.get(at).copied().filter(|parent| *parent != at) else { return at };
        let above = parents.get(parent).copied().unwrap_or(parent);
        if let Some(slot) = parents.get_mut(at) {
            *slot = above;
        }
        at = above;
    }
}

/// Boxes, counts and holes.
fn outline(parts: &mut [Part], runs: &[Run], labels: &[usize], risen: &Plane) {
    for (run, label) in runs.iter().zip(labels) {
        let Some(part) = parts.get_mut(*label) else { continue };
        part.left = part.left.min(run.left);
        part.right = part.right.max(run.right);
        part.top = part.top.min(run.y);
        part.bottom = part.bottom.max(run.y + 1);
        part.ink += run.right - run.left;
        part.runs += 1;
        // Each pixel begins a run along its column, unless it goes on from the row above.
        part.falls += run.right - run.left;
        part.peak = part.peak.max(highest(span(risen, *run)));
    }
    let mut joints = vec![0_u32; parts.len()];
    touching(runs, |upper, lower| {
        let (Some(above), Some(below), Some(label)) = (runs.get(upper), runs.get(lower), labels.get(lower)) else { return };
        let both = above.right.min(below.right).saturating_sub(above.left.max(below.left));
        if let (Some(part), Some(joint)) = (parts.get_mut(*label), joints.get_mut(*label)) {
            part.falls = part.falls.saturating_sub(both);
            *joint += 1;
        }
    });
    // Euler's number of a planar graph: one piece less its holes.
    for (part, joints) in parts.iter_mut().zip(joints) {
        part.holes = (joints + 1).saturating_sub(part.runs);
    }
}

/// Values and edges.
fn inside(parts: &mut [Part], runs: &[Run], labels: &[usize], plane: &Plane) {
    let mut tops = vec![0_u8; parts.len()];
    for (run, label) in runs.iter().zip(labels) {
        if let Some(top) = tops.get_mut(*label) {
            *top = highest(span(plane, *run)).max(*top);
        }
    }
    let mut sums = vec![(0_u32, 0_u32, 0_i32); parts.len()];
    for (run, label) in runs.iter().zip(labels) {
        let (Some(top), Some(sum)) = (tops.get(*label), sums.get_mut(*label)) else { continue };
        let values = span(plane, *run);
        let near = top.saturating_sub(6);
        sum.0 += values.iter().filter(|value| **value >= near).count() as u32;
        sum.1 += values.iter().map(|value| u32::from(*value)).sum::<u32>();
        let (y, left, right) = (run.y as usize, run.left as usize, run.right as usize);
        let outer = |x: usize| i32::from(plane.at(x, y));
        let first = values.first().map_or(0, |value| i32::from(*value));
        let last = values.last().map_or(0, |value| i32::from(*value));
        sum.2 += first - if left > 0 { outer(left - 1) } else { first / 2 };
        sum.2 += last - if right < plane.width { outer(right) } else { last / 2 };
    }
    for ((part, (near, all, steps)), top) in parts.iter_mut().zip(sums).zip(tops) {
        part.brightest = top;
        part.even = near as f32 / part.ink.max(1) as f32;
        part.value = all as f32 / part.ink.max(1) as f32;
        part.sharp = steps as f32 / (2 * part.runs).max(1) as f32 / f32::from(part.peak.max(1));
    }
}

//! Pieces of ink in a row, in any direction.

use super::part::Part;

/// A letter's place in a row: a piece, or a share of one that is longer than high.
#[derive(Clone, Copy, Debug)]
struct Glyph {
    part: usize,
    x: f32,
    y: f32,
    size: f32,
}

/// Pieces in a row.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Indices of its pieces, ascending, each once.
    pub(super) parts: Vec<usize>,
    /// Its letters' places.
    pub(super) places: usize,
    /// Its direction: x and y of a vector of length 1, x not negative.
    pub(super) along: (f32, f32),
    /// How far its letters' centres lie off its axis, to their size.
    pub(super) wander: f32,
    /// How much its letters' sizes differ, to their mean.
    pub(super) variety: f32,
    /// How much the gaps between its letters differ, to their size.
    pub(super) rhythm: f32,
    /// The mean size of its letters.
    pub(super) size: f32,
}

/// Neighbours looked at from each letter.
const NEAR: usize = 6;

/// Letters looked at in one plane; a text page of 1,200 pixels has about 5,000.
const MOST: usize = 6_000;

/// Pixels of a bucket's side.
const BUCKET: f32 = 32.0;

/// All rows of two letters and more; no piece is in two.
pub(super) fn lines(parts: &[Part], usable: &[bool]) -> Vec<Line> {
    let glyphs = glyphs(parts, usable);
    let buckets = Buckets::of(&glyphs);
    let near: Vec<Vec<usize>> = (0..glyphs.len()).map(|at| buckets.near(&glyphs, parts, at)).collect();
    let mut chains = Vec::new();
    for (at, others) in near.iter().enumerate() {
        for other in others.iter().filter(|other| **other > at || !near.get(**other).is_some_and(|back| back.contains(&at))) {
            if let Some(chain) = chain(&glyphs, parts, &near, at, *other) {
                chains.push(chain);
            }
        }
    }
    // The longest first; then what reads from left to right; then what is straightest.
    chains.sort_by(|a, b| b.worth().total_cmp(&a.worth()).then(a.glyphs.cmp(&b.glyphs)));
    let mut taken = vec![false; glyphs.len()];
    let mut lines = Vec::new();
    for chain in chains {
        let free: Vec<usize> = chain.glyphs.iter().copied().filter(|at| !taken.get(*at).copied().unwrap_or(true)).collect();
        // What is left of a row that others have taken most of is no row.
        if free.len() < 2 || free.len() * 3 < chain.glyphs.len() * 2 {
            continue;
        }
        for at in &free {
            if let Some(taken) = taken.get_mut(*at) {
                *taken = true;
            }
        }
        lines.push(measured(&glyphs, &free, chain.along));
    }
    lines
}

/// A row as one piece alone makes it.
pub(super) fn alone(part: &Part, at: usize) -> Line {
    Line { parts: vec![at], places: 1, along: (1.0, 0.0), wander: 0.0, variety: 0.0, rhythm: 0.0, size: part.size() }
}

fn glyphs(parts: &[Part], usable: &[bool]) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    for (at, part) in parts.iter().enumerate().filter(|(at, _)| usable.get(*at).copied().unwrap_or(false)) {
        let (width, height) = (part.width(), part.height());
        let (long, short) = (width.max(height), width.min(height));
        // Letters that touch: several strokes one after the other. A bar alone has one.
        let strokes = if width > height { part.runs as f32 / height } else { part.falls as f32 / width };
        let shares = if long > 1.7 * short && strokes > 1.6 && short >= 4.0 { (long / short / 0.8).round().max(2.0) } else { 1.0 };
        let size = if shares > 1.0 { short } else { long };
        for share in 0..shares as usize {
            let middle = (share as f32 + 0.5) / shares;
            let (x, y) = if width > height {
                (part.left as f32 + middle * width, part.centre().1)
            } else {
                (part.centre().0, part.top as f32 + middle * height)
            };
            glyphs.push(Glyph { part: at, x, y, size });
        }
    }
    glyphs.truncate(MOST);
    glyphs
}

/// Letters by place.
struct Buckets {
    columns: usize,
    rows: usize,
    held: Vec<Vec<usize>>,
}

impl Buckets {
    fn of(glyphs: &[Glyph]) -> Self {
        let far = glyphs.iter().fold((0.0_f32, 0.0_f32), |far, glyph| (far.0.max(glyph.x), far.1.max(glyph.y)));
        let (columns, rows) = ((far.0 / BUCKET) as usize + 1, (far.1 / BUCKET) as usize + 1);
        let mut held = vec![Vec::new(); columns * rows];
        for (at, glyph) in glyphs.iter().enumerate() {
            if let Some(bucket) = held.get_mut((glyph.y / BUCKET) as usize * columns + (glyph.x / BUCKET) as usize) {
                bucket.push(at);
            }
        }
        Self { columns, rows, held }
    }

    /// The letters next to one, nearest first.
    fn near(&self, glyphs: &[Glyph], parts: &[Part], at: usize) -> Vec<usize> {
        let Some(glyph) = glyphs.get(at) else { return Vec::new() };
        let reach = glyph.size * 2.4 + 4.0;
        let cells = |place: f32, most: usize| {
            let first = ((place - reach).max(0.0) / BUCKET) as usize;
            first..=(((place + reach) / BUCKET) as usize).min(most - 1)
        };
        let mut found: Vec<(f32, usize)> = Vec::new();
        for row in cells(glyph.y, self.rows) {
            for column in cells(glyph.x, self.columns) {
                for other in self.held.get(row * self.columns + column).into_iter().flatten() {
                    let Some(candidate) = glyphs.get(*other).filter(|_| *other != at) else { continue };
                    let (across, down) = (candidate.x - glyph.x, candidate.y - glyph.y);
                    if across.abs() >= reach || down.abs() >= reach {
                        continue;
                    }
                    let distance = across.hypot(down);
                    if distance < reach && alike(glyph, candidate, parts) {
                        found.push((distance, *other));
                    }
                }
            }
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        found.truncate(NEAR);
        found.into_iter().map(|(_, other)| other).collect()
    }
}

/// Whether two may be letters of one row: about as large, as bright, and as thick.
fn alike(a: &Glyph, b: &Glyph, parts: &[Part]) -> bool {
    if a.part == b.part {
        return true;
    }
    let (Some(first), Some(second)) = (parts.get(a.part), parts.get(b.part)) else { return false };
    let ratio = |a: f32, b: f32| a.max(b) / a.min(b).max(0.1);
    ratio(a.size, b.size) < 2.3
        && ratio(f32::from(first.peak), f32::from(second.peak)) < 2.0
        && ratio(first.stroke(), second.stroke()) < 2.2
}

struct Chain {
    glyphs: Vec<usize>,
    along: (f32, f32),
    wander: f32,
}

impl Chain {
    fn worth(&self) -> f32 {
        // Words stand side by side more often than letters stand on each other.
        self.glyphs.len() as f32 * (1.0 - self.wander) + if self.along.1.abs() < 0.2 { 1.0 } else { 0.0 }
    }
}

/// The row through two letters, as far as it goes both ways.
fn chain(glyphs: &[Glyph], parts: &[Part], near: &[Vec<usize>], from: usize, to: usize) -> Option<Chain> {
    let (a, b) = (glyphs.get(from)?, glyphs.get(to)?);
    let length = (b.x - a.x).hypot(b.y - a.y).max(0.1);
    let mut along = ((b.x - a.x) / length, (b.y - a.y) / length);
    // Letters hang and stand: nearly level is level.
    if along.1.abs() < 0.35 {
        along = (along.0.signum(), 0.0);
    } else if along.0.abs() < 0.35 {
        along = (0.0, along.1.signum());
    }
    let mut found = vec![from, to];
    if !beside(a, b, parts, along) {
        return None;
    }
    for (start, way) in [(to, along), (from, (-along.0, -along.1))] {
        let mut last = start;
        while let Some(next) = next(glyphs, parts, near, last, way, &found) {
            found.push(next);
            last = next;
        }
    }
    let along = if along.0 < 0.0 || (along.0 == 0.0 && along.1 < 0.0) { (-along.0, -along.1) } else { along };
    found.sort_unstable();
    let line = measured(glyphs, &found, along);
    Some(Chain { glyphs: found, along, wander: line.wander })
}

/// The nearest letter on the way that is not yet in the row.
fn next(glyphs: &[Glyph], parts: &[Part], near: &[Vec<usize>], last: usize, way: (f32, f32), found: &[usize]) -> Option<usize> {
    let from = glyphs.get(last)?;
    let others = near.get(last)?.iter().copied().filter(|other| !found.contains(other));
    let ahead = others.filter(|other| glyphs.get(*other).is_some_and(|to| beside(from, to, parts, way) && forward(from, to, way) > 0.0));
    ahead.min_by(|a, b| {
        let how_far = |at: &usize| glyphs.get(*at).map_or(f32::MAX, |to| forward(from, to, way));
        how_far(a).total_cmp(&how_far(b))
    })
}

fn forward(from: &Glyph, to: &Glyph, way: (f32, f32)) -> f32 {
    (to.x - from.x) * way.0 + (to.y - from.y) * way.1
}

/// Whether two are next to each other along a direction: neither above each other nor far off.
fn beside(a: &Glyph, b: &Glyph, parts: &[Part], way: (f32, f32)) -> bool {
    let across = ((b.x - a.x) * way.1 - (b.y - a.y) * way.0).abs();
    let size = a.size.max(b.size);
    if across > 0.42 * size {
        return false;
    }
    if a.part == b.part {
        return true;
    }
    // The ground between their boxes, for what is level or upright.
    let (Some(first), Some(second)) = (parts.get(a.part), parts.get(b.part)) else { return false };
    let gap = if way.1 == 0.0 {
        second.left.max(first.left) as f32 - first.right.min(second.right) as f32
    } else if way.0 == 0.0 {
        second.top.max(first.top) as f32 - first.bottom.min(second.bottom) as f32
    } else {
        forward(a, b, way).abs() - size * 0.8
    };
    gap < 1.3 * size && gap > -0.5 * size
}

fn measured(glyphs: &[Glyph], members: &[usize], along: (f32, f32)) -> Line {
    let members: Vec<&Glyph> = members.iter().filter_map(|at| glyphs.get(*at)).collect();
    let count = members.len().max(1) as f32;
    let mean = |value: &dyn Fn(&Glyph) -> f32| members.iter().map(|glyph| value(glyph)).sum::<f32>() / count;
    let size = mean(&|glyph| glyph.size).max(1.0);
    let along_axis = |glyph: &Glyph| glyph.x * along.0 + glyph.y * along.1;
    let off_axis = |glyph: &Glyph| glyph.x * along.1 - glyph.y * along.0;
    // Off the straight line that fits best, for slanted rows are met by rounded directions.
    let (middle, axis) = (mean(&along_axis), mean(&off_axis));
    let spread = mean(&|glyph| (along_axis(glyph) - middle).powi(2)).max(0.01);
    let slope = mean(&|glyph| (along_axis(glyph) - middle) * (off_axis(glyph) - axis)) / spread;
    let slope = if members.len() > 2 { slope } else { 0.0 };
    let off = |glyph: &Glyph| off_axis(glyph) - axis - slope * (along_axis(glyph) - middle);
    let wander = mean(&|glyph| off(glyph).powi(2)).sqrt() / size;
    let variety = mean(&|glyph| (glyph.size - size).powi(2)).sqrt() / size;
    let mut places: Vec<f32> = members.iter().map(|glyph| along_axis(glyph)).collect();
    places.sort_by(f32::total_cmp);
    let gaps: Vec<f32> = places.iter().zip(places.iter().skip(1)).map(|(a, b)| b - a).collect();
    let step = gaps.iter().sum::<f32>() / gaps.len().max(1) as f32;
    let rhythm = (gaps.iter().map(|gap| (gap - step).powi(2)).sum::<f32>() / gaps.len().max(1) as f32).sqrt() / size;
    let mut parts: Vec<usize> = members.iter().map(|glyph| glyph.part).collect();
    parts.sort_unstable();
    parts.dedup();
    Line { parts, places: members.len(), along, wander, variety, rhythm, size }
}

//! Finds writing in a picture without a model: by what writing is made of.
//!
//! Writing is strokes: thin, of one colour, sharp against the ground, and in rows of like pieces. What rises above the ground by less
//! than a stroke's width is ink ([`plane`]), as far as it rises more than the texture around it ([`texture`]); connected ink makes pieces
//! ([`part`]), pieces in a row make a line ([`line`]), and a line is judged by what all its pieces look like ([`score`]).
//! Where the ground is noisy, noise is taken off once more for what is faint, and such lines are judged by themselves ([`noise`]).
//! Bright and dark writing are sought alike, in each channel, at one size after another.

mod contrast;
mod line;
mod noise;
mod part;
mod plane;
mod score;
mod shelves;
mod texture;
mod trees;

use super::{Area, Picture};
use contrast::Contrast;
use line::Line;
use part::Part;
use plane::Plane;
use shelves::Shelves;
use texture::Texture;

/// How hard to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Whether there is writing at all: quick, and sure of what it finds. For every picture of a batch.
    Screen,
    /// All writing there may be. For pictures that are to be blackened.
    Full,
}

/// A piece of writing, or what looks like one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Holds all of its ink, and a margin.
    pub area: Area,
    /// How much it looks like writing, 0 to 1.
    pub score: f32,
    /// Whether it runs from left to right, or the other way: neither turned nor slanted.
    pub upright: bool,
}

/// The longer side, in pixels, from which on a picture is first halved for [`Effort::Screen`].
const SIDE: usize = 1_600;

/// How much higher than its letters the box of a line is, with what hangs and stands and is above or below them.
const HIGH: f32 = 2.2;

/// Levels that strokes must rise by where noise was taken off, and half of them with it.
const FAINT: u8 = 14;

/// Letters of a row that may be told from noise.
const ROW: usize = 4;

/// The same part of a picture's longer side is as high as a line is: what is higher is a block of lines, or a shape, and would swallow the
/// lines in it.
const HIGHEST: u64 = 6;

/// Pieces of writing in a picture: the surest first; none in one whose data are not of its size.
pub fn find(picture: &Picture, effort: Effort) -> Vec<Found> {
    find_part(picture, picture.width.max(picture.height), effort)
}

/// The same in a part of a picture whose longer side has `side` pixels: in as many sizes as in the whole.
pub fn find_part(picture: &Picture, side: u32, effort: Effort) -> Vec<Found> {
    let mut seen = Vec::new();
    each_plane(picture, side, effort, |plane, scale| seen.extend(look(plane, effort, scale)));
    let mut found = settled(seen);
    // A block tells that there is writing, not where.
    found.retain(|one| effort == Effort::Screen || is_line_high(one.area.grown(1), side));
    let mut merged = merge(found, side);
    for one in &mut merged {
        one.area = one.area.grown(1).within(picture.width, picture.height);
    }
    merged
}

/// Whether a piece is no higher than a line of writing can be in a picture of so many pixels: a line of 48 pixels, slanted, in a small
/// picture is as high.
pub fn is_line_high(area: Area, side: u32) -> bool {
    side == 0 || u64::from(area.width.min(area.height)) * HIGHEST <= u64::from(side)
}

/// Calls with each channel, bright and dark, at one size after another, and how many pixels of the picture's side one of it stands for.
fn each_plane(picture: &Picture, side: u32, effort: Effort, mut each: impl FnMut(&Plane, u32)) {
    for plane in Plane::all(picture) {
        let mut plane = plane;
        let mut scale = 1;
        for _ in 0..levels(side as usize) {
            // A part may be thin.
            if plane.width == 0 || plane.height == 0 {
                break;
            }
            if effort == Effort::Full || plane.width.max(plane.height) <= SIDE {
                each(&plane, scale);
                each(&plane.inverted(), scale);
            }
            plane = plane.halved();
            scale *= 2;
        }
    }
}

/// Letters of up to 32 pixels are met at full size; larger ones where they are that small.
fn levels(side: usize) -> usize {
    match side {
        0..=15 => 0,
        16..=200 => 1,
        201..=1200 => 2,
        1201..=2400 => 3,
        _ => 4,
    }
}

fn scaled(area: Area, scale: u32) -> Area {
    let area = if scale > 1 { area.grown(1) } else { area };
    Area { x: area.x * scale, y: area.y * scale, width: area.width * scale, height: area.height * scale }
}

/// What may be writing, and whether it is by itself.
struct Seen {
    found: Found,
    sure: bool,
    /// The height of its letters, in pixels of the picture.
    size: f32,
}

/// What is bright on its ground in one plane, of which each pixel stands for `scale` by `scale`.
fn look(plane: &Plane, effort: Effort, scale: u32) -> Vec<Seen> {
    let mut seen = Vec::new();
    for Candidate { line, parts, area, about, smooth } in all_candidates(plane, effort, scale) {
        let features = score::features(&line, &parts, &area, about);
        let score = if smooth { score::score_in_noise(&features) } else { score::score(&features) };
        let (alone, beside) = score::least(effort, line.places);
        if score < beside {
            continue;
        }
        let upright = line.along.1.abs() < 0.18;
        for area in along(&line, &parts, area) {
            let found = Found { area: scaled(area, scale), score, upright };
            seen.push(Seen { found, sure: score >= alone, size: line.size * scale as f32 });
        }
    }
    seen
}

/// A line that is slanted, or wanders, as boxes along it, of two letters each: one around all of it would hold far more ground than
/// writing.
fn along(line: &Line, parts: &[Part], whole: Area) -> Vec<Area> {
    let (across, down) = (line.along.0.abs(), line.along.1.abs());
    let slanted = across >= 0.25 && down >= 0.18;
    let high = whole.width.min(whole.height) as f32 > line.size * HIGH + 4.0;
    if !(slanted || high) || parts.len() < 3 {
        return vec![whole];
    }
    let mut sorted: Vec<&Part> = parts.iter().collect();
    let place = |part: &Part| part.centre().0 * line.along.0 + part.centre().1 * line.along.1;
    sorted.sort_by(|a, b| place(a).total_cmp(&place(b)));
    let margin = (line.size * 0.6) as u32;
    let pairs = sorted.windows(2).filter_map(|pair| Some(boxed(pair.first()?).around(&boxed(pair.last()?)).grown(margin).with(&whole)));
    let pieces: Vec<Area> = pairs.collect();
    if high || pieces.iter().map(Area::size).sum::<u64>() < whole.size() { pieces } else { vec![whole] }
}

fn boxed(part: &Part) -> Area {
    Area { x: part.left, y: part.top, width: part.right - part.left, height: part.bottom - part.top }
}

/// What is sure, and what is near it and as large: a letter or two beside a line, a shorter line below it.
fn settled(mut seen: Vec<Seen>) -> Vec<Found> {
    for _ in 0..3 {
        let sure: Vec<(Area, f32)> = seen.iter().filter(|one| one.sure).map(|one| (one.found.area, one.size)).collect();
        for one in seen.iter_mut().filter(|one| !one.sure) {
            let near = one.found.area.grown((one.size * 1.5) as u32);
            let like = |size: f32| size < one.size * 2.0 && one.size < size * 2.0;
            one.sure = sure.iter().any(|(area, size)| like(*size) && !area.with(&near).is_empty());
        }
    }
    seen.into_iter().filter(|one| one.sure).map(|one| one.found).collect()
}

/// A line that may be writing.
struct Candidate {
    line: Line,
    parts: Vec<Part>,
    area: Area,
    /// Pieces about it that are about as bright, and not its own.
    about: usize,
    /// Whether noise was taken off first.
    smooth: bool,
}

fn all_candidates(plane: &Plane, effort: Effort, scale: u32) -> Vec<Candidate> {
    let risen = plane.risen();
    let texture = Texture::of(&risen);
    // Faint strokes are met by the lower limit alone; those on texture, which the lower one joins to it, by the higher.
    let limits: &[u8] = if effort == Effort::Screen { &[40] } else { &[24, 40] };
    let mut all: Vec<Candidate> = limits.iter().flat_map(|limit| candidates(plane, &risen, &texture, effort, *limit)).collect();
    if effort == Effort::Full && scale == 1 && texture.is_noisy() {
        let smooth = plane.smoothed();
        let risen = smooth.risen();
        let texture = Texture::of(&risen);
        let faint = candidates(&smooth, &risen, &texture, effort, FAINT).into_iter().filter(|one| one.line.places >= ROW);
        all.extend(faint.map(|one| Candidate { smooth: true, ..one }));
    }
    all
}

fn candidates(plane: &Plane, risen: &Plane, texture: &Texture, effort: Effort, limit: u8) -> Vec<Candidate> {
    let mut parts = part::parts(plane, risen, texture, limit);
    let usable: Vec<bool> = parts.iter().map(score::may_be_letters).collect();
    let mut lines = line::lines(&parts, &usable);
    // What no score makes writing needs none.
    lines.retain(|line| score::least(effort, line.places).1 <= 1.0);
    let mut taken = vec![false; parts.len()];
    for at in lines.iter().flat_map(|line| &line.parts) {
        if let Some(taken) = taken.get_mut(*at) {
            *taken = true;
        }
    }
    if effort == Effort::Full {
        let free = parts.iter().zip(usable).zip(&mut taken).enumerate().filter(|(_, ((_, usable), taken))| *usable && !**taken);
        lines.extend(free.map(|(at, ((part, _), taken))| {
            *taken = true;
            line::alone(part, at)
        }));
    }
    for (part, _) in parts.iter_mut().zip(&taken).filter(|(_, taken)| **taken) {
        part.contrast = Contrast::of(part, plane, risen);
    }
    let shelves = Shelves::of(if lines.is_empty() { &[] } else { &parts });
    lines
        .into_iter()
        .map(|line| {
            let members: Vec<Part> = line.parts.iter().filter_map(|at| parts.get(*at).cloned()).collect();
            let area = spread(&line, &members, &shelves);
            let about = about(&line, &members, &shelves, &area);
            Candidate { line, parts: members, area, about, smooth: false }
        })
        .collect()
}

/// Pieces within two letters of a line's box, and not in it, that are at least half as bright: texture is everywhere.
fn about(line: &Line, members: &[Part], parts: &Shelves<'_>, area: &Area) -> usize {
    let peak = members.iter().map(|part| f32::from(part.peak)).sum::<f32>() / members.len().max(1) as f32;
    let near = area.grown((line.size * 2.0) as u32);
    let bright = parts.within(near).filter(|part| f32::from(part.peak) > peak * 0.5);
    bright.map(boxed).filter(|own| own.with(area).is_empty()).count()
}

/// The box of a line with all ink that belongs to it: dots, accents, and letters at its ends that were not like the others.
fn spread(line: &Line, members: &[Part], parts: &Shelves<'_>) -> Area {
    let area = boxed;
    let mut whole = members.iter().map(area).reduce(|a, b| a.around(&b)).unwrap_or(Area { x: 0, y: 0, width: 0, height: 0 });
    let peak = members.iter().map(|part| f32::from(part.peak)).sum::<f32>() / members.len().max(1) as f32;
    let level = line.along.1.abs() < 0.2;
    let (wide, high) = if level {
        (0.9, 0.35)
    } else if line.along.0.abs() < 0.2 {
        (0.35, 0.9)
    } else {
        (0.5, 0.5)
    };
    for _ in 0..3 {
        let (across, down) = ((line.size * wide) as u32, (line.size * high) as u32);
        let (x, y) = (whole.x.saturating_sub(across), whole.y.saturating_sub(down));
        let near = Area { x, y, width: whole.right() + across - x, height: whole.bottom() + down - y };
        let mut next = whole;
        for part in parts.within(near) {
            let own = area(part);
            if f32::from(part.peak) > peak * 0.4 && part.size() < line.size * 2.0 && own.with(&near).size() * 2 > own.size() {
                next = next.around(&own);
            }
        }
        if next == whole {
            break;
        }
        whole = next;
    }
    whole.grown(1)
}

/// Boxes that mostly hold each other are one, as long as that is no higher than a line in a picture with so many pixels a `side`.
fn merge(mut found: Vec<Found>, side: u32) -> Vec<Found> {
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.area.cmp(&b.area)));
    let mut merged: Vec<(Found, u32)> = Vec::new();
    let short = |area: &Area| area.width.min(area.height);
    for one in found {
        let same = |(other, thick): &&mut (Found, u32)| {
            let around = other.area.around(&one.area);
            let common = other.area.with(&one.area).size();
            let both = (other.area.size() + one.area.size()).saturating_sub(common);
            // Boxes that lie across each other stay two: one around both would hold what neither does. And many that lie side by side,
            // each a little higher than the last, would be one without end.
            common * 2 > other.area.size().min(one.area.size())
                && around.size() * 4 <= both * 5
                && short(&around) * 2 <= short(&one.area).max(*thick) * 3
                && is_line_high(around.grown(1), side)
        };
        match merged.iter_mut().find(same) {
            Some((other, _)) => other.area = other.area.around(&one.area),
            None => merged.push((one, short(&one.area))),
        }
    }
    merged.into_iter().map(|(one, _)| one).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;

//! What was seen in the frames of one file so far: pieces that look like writing, and pictures to show to a reader.

mod near;
mod told;
mod twice;

use super::find::{self, Effort};
use super::judge::{Judge, Verdict};
use super::layer::{self, Layer};
use super::{Area, Mark, Picture, Reader, Reading, Risk, Why};
use crate::error::Result;
use crate::profile::Writing;
use told::{Told, fills, in_company, letters, unexplained};
use twice::Rest;

/// Pieces in the same place on several frames.
#[derive(Clone, Debug)]
struct Cluster {
    area: Area,
    first: u32,
    last: u32,
    /// Frames, and times that some of them were searched.
    hits: u32,
    searches: u32,
    score: f32,
}

/// Pieces and pictures of one file.
#[derive(Clone, Debug)]
pub struct Glances {
    risk: Risk,
    frames: u32,
    /// Pixels of the longer side of a picture.
    side: u32,
    clusters: Vec<Cluster>,
    layers: Vec<Layer>,
    /// Frames that were not searched yet, and the last of them.
    open: Option<(Layer, Vec<Picture>)>,
    last: Option<(u64, bool)>,
    /// Only what is sure counts: what is looked at was blackened, and black boxes have corners.
    strict: bool,
    /// How many frames were looked at.
    looked: u32,
    /// Where to search; everywhere if nothing is said.
    parts: Option<Vec<Area>>,
}

/// Layers of a long sequence. Each costs a reader as much as a frame, or two.
const LAYERS: u32 = 2;

/// Frames of one scene that are searched as one, and the same of sequences longer than [`LONG`].
const GROUP: u32 = 8;
const GROUP_OF_LONG: u32 = 24;
const LONG: u32 = 96;

/// Frames that are shown to a reader one by one.
const FEW: u32 = 4;

/// Suspect frames, of those that are only screened, that are shown to a reader.
const SUSPECTS: usize = 3;

/// Pieces kept for one file: noise that looks like writing everywhere is not told apart any more.
const CLUSTERS: usize = 2_000;

/// Pieces of one picture that a reader is asked about by itself: the surest. Of what is only screened, few: bone and noise have as many.
const HINTS: usize = 16;
const HINTS_OF_SCREEN: usize = 4;

/// From which score on a piece counts though no reader confirms it: the less likely writing is, the surer the finder must be.
const SURE: [(Risk, f32); 3] = [(Risk::Screen, 0.9), (Risk::Look, 0.9), (Risk::Likely, 0.65)];

/// The same where a reader is there and read nothing that goes, of a picture that often has writing: joints and the edges of a field of
/// view look like it.
const QUIET: f32 = 0.96;

/// From which score on a piece confirms what a reader sees and cannot read: where writing is rarer, and where it is likely.
const SEEN: (f32, f32) = (0.75, 0.65);

/// Letters that are larger than this part of a picture are those that a reader sees best: what it does not see must be plain.
const LARGE: u64 = 10;
const LARGEST: f32 = 0.97;

/// The same of what is only screened: beside writing that was read, and alone.
const PLAIN: (f32, f32) = (0.9, 0.992);

/// The least score of what the edge of a picture cuts, whatever it is.
const CUT: f32 = 0.95;

/// Pieces that no reader confirms, beyond which all of them may be texture, and the score from which on one of so many counts.
const CROWDS: [(f32, usize, f32); 3] = [(DOUBT, 40, 0.97), (0.9, 12, 0.97), (DOUBT, 12, 0.9)];

/// The score of what may be writing, or not.
const DOUBT: f32 = 0.5;

/// The same of what was blackened already.
const STRICT: f32 = 0.9;

/// How sure a reader is of what is writing whatever the finder says.
const READ: f32 = 0.8;

/// Pixels of the longer side from which on a picture is halved for a reader: letters that it loses are those that the finder is best at.
const WIDE: u32 = 1_600;

/// What a reader sees and cannot read is writing only where the finder sees some too, or where it is no higher than this part of a picture.
const LINE: u64 = 12;

/// How sure a reader must be that it sees a line, to be right though it cannot read it and nobody else sees it.
const SEEN_LINE: f32 = 0.93;

/// Letters of which a reader is sure, that are writing however large they are.
const MANY: usize = 5;

impl Glances {
    /// Of a file of so many frames.
    pub fn new(risk: Risk, frames: u32) -> Self {
        let (clusters, layers) = (Vec::new(), Vec::new());
        Self { risk, frames, side: 0, clusters, layers, open: None, last: None, strict: false, looked: 0, parts: None }
    }

    /// Of the same file, once these marks were blackened and all else was found to be as it was: of many frames, only what is near the marks
    /// is searched again. Pieces beyond are those of this look.
    pub fn again(&self, marks: &[Mark]) -> Self {
        let again = Self { strict: true, ..Self::new(self.risk, self.frames) };
        let picture = self.layers.first().and_then(|layer| layer.bright.first());
        let Some(Picture { width, height, .. }) = picture.filter(|_| self.is_long() && self.looked == self.frames) else { return again };
        let gone = || marks.iter().filter(|mark| mark.gone).map(|mark| mark.area);
        let parts = near::around(gone(), *width, *height);
        let beyond = |cluster: &&Cluster| {
            parts.iter().all(|part| part.around(&cluster.area) != *part) && gone().all(|area| area.with(&cluster.area).is_empty())
        };
        let clusters = self.clusters.iter().filter(beyond).cloned().collect();
        Self { clusters, parts: Some(parts), ..again }
    }

    /// Whether there are so many frames that what need not be searched twice is not.
    fn is_long(&self) -> bool {
        self.frames > GROUP && self.risk > Risk::Screen
    }

    /// Looks at a frame in all its renderings. `same` tells equal frames: what was found is found again.
    pub fn add(&mut self, index: u32, same: u64, mut pictures: Vec<Picture>) {
        self.side = pictures.first().map_or(self.side, |picture| picture.width.max(picture.height));
        self.looked = self.looked.saturating_add(1);
        if self.risk <= Risk::Screen {
            self.screen(index, same, pictures);
            return;
        }
        if let Some(layer) = self.layers.last_mut() {
            layer::meet(&mut [&mut pictures, &mut layer.bright, &mut layer.dark]);
        }
        let mut parts = self.parts.as_ref().map_or_else(|| pictures.clone(), |areas| near::cut(&pictures, areas));
        if let Some((layer, before)) = &mut self.open {
            layer::meet(&mut [&mut parts, &mut layer.bright, &mut layer.dark, before]);
        }
        let whole = self.open.take();
        let alone = self.frames <= FEW;
        let group = if self.frames > LONG { GROUP_OF_LONG } else { GROUP };
        self.open = match whole {
            Some((mut layer, before)) if !alone && index - layer.first < group && layer::alike(&before, &parts) => {
                layer.put(index, &parts);
                Some((layer, parts))
            }
            before => {
                if let Some((layer, _)) = before {
                    self.search(&layer);
                }
                Some((Layer::new(index, parts.clone()), parts))
            }
        };
        self.lay(index, pictures);
    }

    /// A quick look; what is suspect is looked at closely, and kept for a reader.
    fn screen(&mut self, index: u32, same: u64, pictures: Vec<Picture>) {
        let known = self.last.filter(|(last, _)| *last == same).map(|(_, suspect)| suspect);
        let suspect = known.unwrap_or_else(|| pictures.iter().any(|picture| !find::find(picture, Effort::Screen).is_empty()));
        self.last = Some((same, suspect));
        if suspect {
            let layer = Layer::new(index, pictures);
            self.search(&layer);
            if self.layers.len() < SUSPECTS {
                self.layers.push(layer);
            }
        }
    }

    /// Looks closely at frames that lie on each other.
    fn search(&mut self, layer: &Layer) {
        // Bright writing alone: dark writing is rare, and sought once for all frames.
        let areas = self.parts.clone().unwrap_or_default();
        for (at, picture) in layer.bright.iter().enumerate() {
            let area = at.checked_rem(areas.len()).and_then(|at| areas.get(at));
            let (x, y) = area.map_or((0, 0), |area| (area.x, area.y));
            for piece in find::find_part(picture, self.side, Effort::Full) {
                let area = Area { x: piece.area.x + x, y: piece.area.y + y, ..piece.area };
                self.note(layer.first, layer.last, &find::Found { area, ..piece });
            }
        }
    }

    /// What is left to search once all frames are there.
    fn finish(&mut self) {
        if let Some((layer, _)) = self.open.take() {
            self.search(&layer);
        }
        let dark = |layer: &Layer| layer.dark().flat_map(|picture| find::find(picture, Effort::Full)).collect::<Vec<_>>();
        let found: Vec<_> = self.layers.iter().map(|layer| (layer.first, layer.last, dark(layer))).collect();
        for (first, last, pieces) in found {
            pieces.iter().for_each(|piece| self.note(first, last, piece));
        }
    }

    fn note(&mut self, first: u32, last: u32, piece: &find::Found) {
        // Several lines in one box are no line: each was found by itself as well, and must not be lost in it.
        let side = self.side;
        if !find::is_line_high(piece.area, side) {
            return;
        }
        // Pieces that only touch stay apart: one box around both would hide what lies between them.
        let near = |cluster: &&mut Cluster| {
            let (common, both) = (cluster.area.with(&piece.area).size(), cluster.area.around(&piece.area));
            (common * 10 >= piece.area.size() * 9 || common * 2 > both.size()) && find::is_line_high(both, side)
        };
        let room = self.clusters.len() < CLUSTERS;
        match self.clusters.iter_mut().find(near) {
            Some(cluster) => {
                cluster.area = cluster.area.around(&piece.area);
                if cluster.last != last {
                    cluster.hits += last - first + 1;
                    cluster.searches += 1;
                }
                cluster.last = last;
                cluster.score = cluster.score.max(piece.score);
            }
            None if room => {
                self.clusters.push(Cluster { area: piece.area, first, last, hits: last - first + 1, searches: 1, score: piece.score });
            }
            None => {}
        }
    }

    fn lay(&mut self, index: u32, pictures: Vec<Picture>) {
        let length = if self.frames <= FEW { 1 } else { self.frames.div_ceil(LAYERS).max(2) };
        let open = self.layers.last_mut().filter(|layer| index / length == layer.first / length);
        if !open.is_some_and(|layer| layer.put(index, &pictures)) {
            self.layers.push(Layer::new(index, pictures));
        }
    }

    /// What is to be marked: every piece, judged. Pieces that nobody could read go.
    ///
    /// # Errors
    /// As [`Reader::read`].
    pub fn marks(&mut self, reader: &dyn Reader, judge: &Judge, writing: Writing) -> Result<Vec<Mark>> {
        self.finish();
        let mut told = Vec::new();
        for (reading, first, last) in self.readings(reader)? {
            if self.is_writing(&reading) {
                let verdict = match judge.judge(reading.text.as_deref(), reading.confidence) {
                    Verdict::Harmless if !fills(&reading) => Verdict::Unread,
                    verdict => verdict,
                };
                told.push(Told { reading, first, last, verdict });
            }
        }
        in_company(&mut told);
        let mut marks = Vec::new();
        for Told { reading: Reading { area, .. }, first, last, verdict } in &told {
            let margin = (area.height.min(area.width) / 4).max(3);
            marks.push(self.mark(area.grown(margin), *first, *last, why(*verdict), writing));
        }
        let read = marks.len();
        let crowd = if reader.is_there() { self.crowd(&marks) } else { 0.0 };
        for cluster in &self.clusters {
            let (told, _) = marks.split_at(read);
            if !self.counts(cluster, told, reader.is_there(), crowd) {
                continue;
            }
            let range = if self.is_lasting(cluster) { (0, self.frames.saturating_sub(1)) } else { (cluster.first, cluster.last) };
            let margin = (cluster.area.height.min(cluster.area.width) / 8).max(2);
            for area in unexplained(cluster.area, cluster.first..=cluster.last, told) {
                marks.push(self.mark(area.grown(margin), range.0, range.1, Why::Unread, writing));
            }
        }
        Ok(joined(marks))
    }

    fn readings(&self, reader: &dyn Reader) -> Result<Vec<(Reading, u32, u32)>> {
        let mut all = Vec::new();
        if !reader.is_there() {
            return Ok(all);
        }
        // What was read for sure, and in which picture.
        let mut before: Vec<(&Picture, Vec<Reading>)> = Vec::new();
        for layer in &self.layers {
            let here = |cluster: &&Cluster| cluster.first <= layer.last && layer.first <= cluster.last && self.is_line_high(cluster.area);
            let most = if self.risk <= Risk::Screen { HINTS_OF_SCREEN } else { HINTS };
            let mut hints: Vec<&Cluster> = self.clusters.iter().filter(here).collect();
            // Each costs a reader as much as a line does: texture has hundreds.
            hints.sort_by(|one, other| other.score.total_cmp(&one.score));
            let hints: Vec<Area> = hints.into_iter().take(most).map(|cluster| cluster.area).collect();
            for picture in layer.pictures() {
                let rest = Rest::of(picture, &before);
                let readings = read(reader, rest.picture.as_ref().unwrap_or(picture), &rest.hints(&hints))?;
                let sure = readings.iter().filter(|reading| reading.text.is_some() && reading.confidence >= READ);
                before.push((picture, sure.cloned().collect()));
                all.extend(rest.known.into_iter().chain(readings).map(|reading| (reading, layer.first, layer.last)));
            }
        }
        Ok(all)
    }

    fn mark(&self, area: Area, first: u32, last: u32, why: Why, writing: Writing) -> Mark {
        let all = first == 0 && last.saturating_add(1) >= self.frames;
        let gone = why != Why::Harmless || writing == Writing::All;
        Mark { area, frames: (!all).then_some((first, last)), why, gone }
    }

    /// Whether a reading is of writing: a reader takes ribs and vessels for it, too.
    fn is_writing(&self, reading: &Reading) -> bool {
        let letters = letters(reading);
        let read = letters > 0 && reading.confidence >= READ;
        if read && letters >= MANY || !self.strict && reading.line >= SEEN_LINE {
            return true;
        }
        self.is_line_high(reading.area) && (read || !self.strict && self.may_be_line(reading))
    }

    /// Whether what could not be read is writing all the same.
    fn may_be_line(&self, Reading { area, line, .. }: &Reading) -> bool {
        let least = if self.risk == Risk::Likely { SEEN.1 } else { SEEN.0 };
        // Large letters look like a line to a reader: what does not, it may see only since the finder has shown it.
        let least = if *line == 0.0 && self.is_large(*area) { LARGEST } else { least };
        let mut sure = self.clusters.iter().filter(|cluster| cluster.score >= least);
        let seen = sure.any(|cluster| cluster.area.with(area).size() * 4 > area.size().min(cluster.area.size()));
        seen || (self.risk == Risk::Likely && u64::from(area.width.min(area.height)) * LINE <= u64::from(self.side))
    }

    fn is_large(&self, area: Area) -> bool {
        u64::from(area.width.min(area.height)) * LARGE > u64::from(self.side)
    }

    fn is_line_high(&self, area: Area) -> bool {
        find::is_line_high(area, self.side)
    }

    /// Whether a piece is taken for writing at all.
    fn counts(&self, cluster: &Cluster, told: &[Mark], reader: bool, crowd: f32) -> bool {
        if !self.is_line_high(cluster.area) {
            return false;
        }
        // In a crowd there is always something beside.
        let within = |mark: &Mark| mark.area.with(&cluster.area).size() * 4 > cluster.area.size();
        let touched = if crowd > 0.0 { told.iter().any(within) } else { touches(cluster, told) };
        if self.strict {
            return touched || cluster.score >= STRICT;
        }
        // Where writing is rare, one who finds it is not enough, unless it is plain; beside writing that was read, it is rare no more.
        if self.risk <= Risk::Screen && reader {
            let (beside, alone) = PLAIN;
            let least = if told.iter().any(|mark| mark.why != Why::Harmless) { beside } else { alone };
            return touched || cluster.score >= least.max(crowd);
        }
        let sure = SURE.iter().find(|(risk, _)| *risk == self.risk).map_or(0.0, |(_, score)| *score);
        let quiet = reader && self.risk == Risk::Look && !told.iter().any(|mark| matches!(mark.why, Why::Identifies | Why::Unknown));
        let sure = if quiet { sure.max(QUIET) } else { sure };
        // Noise looks like writing on one frame or another; what is written there stays for a while, or is plain to see.
        let lasts = self.frames <= GROUP || cluster.searches > 1;
        // Of hundreds of frames some show by chance what looks like writing.
        let sure = if self.frames <= GROUP || self.is_lasting(cluster) { sure } else { STRICT };
        let sure = if self.is_cut(cluster.area) { sure.max(CUT) } else { sure }.max(crowd);
        let sure = if reader && self.is_large(cluster.area) { sure.max(LARGEST) } else { sure };
        touched || cluster.score >= sure || (!reader && lasts)
    }

    /// The least score of a piece among so many: where a reader confirms few of them, they are texture.
    fn crowd(&self, told: &[Mark]) -> f32 {
        let count = |least: f32| self.clusters.iter().filter(|cluster| cluster.score >= least && !touches(cluster, told)).count();
        CROWDS.iter().find(|(least, most, _)| count(*least) > *most).map_or(0.0, |(.., score)| *score)
    }

    /// Whether a piece that is no longer than some letters reaches an edge of the picture.
    fn is_cut(&self, area: Area) -> bool {
        if area.width.max(area.height) >= area.width.min(area.height).saturating_mul(4) {
            return false;
        }
        let picture = self.layers.first().and_then(|layer| layer.bright.first());
        let ends = picture.is_some_and(|picture| area.right() >= picture.width || area.bottom() >= picture.height);
        area.x == 0 || area.y == 0 || ends
    }

    fn is_lasting(&self, cluster: &Cluster) -> bool {
        cluster.hits.saturating_mul(2) >= self.frames || (cluster.last - cluster.first).saturating_mul(5) >= self.frames.saturating_mul(4)
    }
}

fn touches(cluster: &Cluster, told: &[Mark]) -> bool {
    told.iter().any(|mark| !mark.area.with(&cluster.area).is_empty())
}

/// Reads a picture at a size that a reader is quick at.
fn read(reader: &dyn Reader, picture: &Picture, hints: &[Area]) -> Result<Vec<Reading>> {
    if picture.width.max(picture.height) <= WIDE {
        return reader.read(picture, hints);
    }
    let half = |area: &Area| Area { x: area.x / 2, y: area.y / 2, width: area.width.div_ceil(2), height: area.height.div_ceil(2) };
    let hints: Vec<Area> = hints.iter().map(half).collect();
    let mut readings = read(reader, &halved(picture), &hints)?;
    for Reading { area, .. } in &mut readings {
        *area = Area { x: area.x * 2, y: area.y * 2, width: area.width * 2, height: area.height * 2 };
    }
    Ok(readings)
}

/// The mean of each two by two pixels; an odd last row or column is left out.
fn halved(picture: &Picture) -> Picture {
    let (width, height, samples) = (picture.width / 2, picture.height / 2, picture.samples as usize);
    let across = picture.width as usize * samples;
    let mut data = Vec::with_capacity(width as usize * height as usize * samples);
    for rows in picture.data.chunks_exact(across.max(1) * 2).take(height as usize) {
        let (upper, lower) = rows.split_at(across);
        for at in (0..width as usize * 2 * samples).step_by(2 * samples) {
            for sample in at..at + samples {
                let four = [upper.get(sample), upper.get(sample + samples), lower.get(sample), lower.get(sample + samples)];
                let sum: u32 = four.into_iter().flatten().map(|level| u32::from(*level)).sum();
                data.push(u8::try_from(sum / 4).unwrap_or(u8::MAX));
            }
        }
    }
    Picture { width, height, samples: picture.samples, data }
}

const fn why(verdict: Verdict) -> Why {
    match verdict {
        Verdict::Harmless => Why::Harmless,
        Verdict::Identifies => Why::Identifies,
        Verdict::Unknown => Why::Unknown,
        Verdict::Unread => Why::Unread,
    }
}

/// Marks of the same fate that lie on each other are one.
pub fn joined(marks: Vec<Mark>) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    for mark in marks {
        let same = |other: &&mut Mark| {
            let common = other.area.with(&mark.area).size();
            other.gone == mark.gone && common * 10 > other.area.size().max(mark.area.size()) * 6
        };
        match out.iter_mut().find(same) {
            Some(other) => {
                other.area = other.area.around(&mark.area);
                other.frames = other.frames.zip(mark.frames).map(|(one, two)| (one.0.min(two.0), one.1.max(two.1)));
                // What was read says more than what was not.
                if other.why == Why::Unread {
                    other.why = mark.why;
                }
            }
            None => out.push(mark),
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

//! What was seen in the frames of one file so far: pieces that look like writing, and pictures to show to a reader.

use super::find::{self, Effort};
use super::judge::{Judge, Verdict};
use super::{Area, Mark, Picture, Reader, Reading, Risk, Why};
use crate::error::Result;
use crate::profile::Writing;

/// Pieces in the same place on several frames.
#[derive(Clone, Debug)]
struct Cluster {
    area: Area,
    first: u32,
    last: u32,
    hits: u32,
    score: f32,
}

/// Frames laid over each other: what is burned in stays, what moves washes out.
#[derive(Clone, Debug)]
struct Layer {
    first: u32,
    last: u32,
    /// The brightest and the darkest of all frames, for each way to render them.
    bright: Vec<Picture>,
    dark: Vec<Picture>,
}

/// Pieces and pictures of one file.
#[derive(Debug)]
pub struct Glances {
    risk: Risk,
    frames: u32,
    clusters: Vec<Cluster>,
    layers: Vec<Layer>,
    last: Option<(u64, Vec<find::Found>)>,
}

/// Layers of a long sequence. Each costs a reader as much as a frame.
const LAYERS: u32 = 4;

/// Frames that are shown to a reader one by one.
const FEW: u32 = 4;

/// Suspect frames, of those that are only screened, that are shown to a reader.
const SUSPECTS: usize = 3;

/// Pieces kept for one file: noise that looks like writing everywhere is not told apart any more.
const CLUSTERS: usize = 2_000;

/// From which score on a piece counts though no reader confirms it: the less likely writing is, the surer the finder must be.
const SURE: [(Risk, f32); 3] = [(Risk::Screen, 0.9), (Risk::Look, 0.75), (Risk::Likely, 0.6)];

/// What a reader sees and cannot read is writing only where the finder sees some too, or where it is no higher than this part of a picture.
const LINE: u32 = 12;

impl Glances {
    /// Of a file of so many frames.
    pub fn new(risk: Risk, frames: u32) -> Self {
        Self { risk, frames, clusters: Vec::new(), layers: Vec::new(), last: None }
    }

    /// Looks at a frame in all its renderings. `same` tells equal frames: what was found is found again.
    pub fn add(&mut self, index: u32, same: u64, pictures: Vec<Picture>) {
        let screened = self.risk <= Risk::Screen;
        let found = match &self.last {
            Some((last, found)) if *last == same => found.clone(),
            _ => {
                let effort = if screened { Effort::Screen } else { Effort::Full };
                let mut found: Vec<find::Found> = pictures.iter().flat_map(|picture| find::find(picture, effort)).collect();
                if screened && !found.is_empty() {
                    found = pictures.iter().flat_map(|picture| find::find(picture, Effort::Full)).chain(found).collect();
                }
                found
            }
        };
        for piece in &found {
            self.note(index, piece);
        }
        if !screened {
            self.lay(index, pictures);
        } else if !found.is_empty() && self.layers.len() < SUSPECTS {
            self.layers.push(Layer { first: index, last: index, bright: pictures, dark: Vec::new() });
        }
        self.last = Some((same, found));
    }

    fn note(&mut self, index: u32, piece: &find::Found) {
        // Pieces that only touch stay apart: one box around both would hide what lies between them.
        let near = |cluster: &&mut Cluster| {
            let common = cluster.area.with(&piece.area).size();
            common * 10 >= piece.area.size() * 9 || common * 2 > cluster.area.around(&piece.area).size()
        };
        let room = self.clusters.len() < CLUSTERS;
        match self.clusters.iter_mut().find(near) {
            Some(cluster) => {
                cluster.area = cluster.area.around(&piece.area);
                cluster.hits += u32::from(cluster.last != index);
                cluster.last = index;
                cluster.score = cluster.score.max(piece.score);
            }
            None if room => {
                self.clusters.push(Cluster { area: piece.area, first: index, last: index, hits: 1, score: piece.score });
            }
            None => {}
        }
    }

    fn lay(&mut self, index: u32, pictures: Vec<Picture>) {
        let length = if self.frames <= FEW { 1 } else { self.frames.div_ceil(LAYERS).max(2) };
        let open = self.layers.last_mut().filter(|layer| index / length == layer.first / length);
        match open {
            Some(layer) if fits(&layer.bright, &pictures) => {
                for (bright, picture) in layer.bright.iter_mut().zip(&pictures) {
                    bright.data.iter_mut().zip(&picture.data).for_each(|(most, level)| *most = (*most).max(*level));
                }
                for (dark, picture) in layer.dark.iter_mut().zip(&pictures) {
                    dark.data.iter_mut().zip(&picture.data).for_each(|(least, level)| *least = (*least).min(*level));
                }
                layer.last = index;
            }
            _ => {
                let dark = if length == 1 { Vec::new() } else { pictures.clone() };
                self.layers.push(Layer { first: index, last: index, bright: pictures, dark });
            }
        }
    }

    /// What is to be marked: every piece, judged. Pieces that nobody could read go.
    ///
    /// # Errors
    /// As [`Reader::read`].
    pub fn marks(&self, reader: &dyn Reader, judge: &Judge, writing: Writing) -> Result<Vec<Mark>> {
        let readings = self.readings(reader)?;
        let mut marks = Vec::new();
        for (reading, first, last) in &readings {
            if reading.text.is_none() && !self.may_be_line(reading.area) {
                continue;
            }
            let verdict = judge.judge(reading.text.as_deref(), reading.confidence);
            let why = why(verdict);
            let margin = (reading.area.height.min(reading.area.width) / 6).max(2);
            marks.push(self.mark(reading.area.grown(margin), *first, *last, why, writing));
        }
        let read = marks.len();
        for cluster in &self.clusters {
            let (told, _) = marks.split_at(read);
            if self.is_explained(cluster, told) || !self.counts(cluster, told, reader.is_there()) {
                continue;
            }
            let range = if self.is_lasting(cluster) { (0, self.frames.saturating_sub(1)) } else { (cluster.first, cluster.last) };
            marks.push(self.mark(cluster.area, range.0, range.1, Why::Unread, writing));
        }
        Ok(joined(marks))
    }

    fn readings(&self, reader: &dyn Reader) -> Result<Vec<(Reading, u32, u32)>> {
        let mut all = Vec::new();
        if !reader.is_there() {
            return Ok(all);
        }
        for layer in &self.layers {
            let hints = self.clusters.iter().filter(|cluster| cluster.first <= layer.last && layer.first <= cluster.last);
            let hints: Vec<Area> = hints.map(|cluster| cluster.area).collect();
            let dark = layer.dark.iter().zip(&layer.bright).filter(|(dark, bright)| dark != bright).map(|(dark, _)| dark);
            for picture in layer.bright.iter().chain(dark) {
                all.extend(reader.read(picture, &hints)?.into_iter().map(|reading| (reading, layer.first, layer.last)));
            }
        }
        Ok(all)
    }

    fn mark(&self, area: Area, first: u32, last: u32, why: Why, writing: Writing) -> Mark {
        let all = first == 0 && last.saturating_add(1) >= self.frames;
        let gone = why != Why::Harmless || writing == Writing::All;
        Mark { area, frames: (!all).then_some((first, last)), why, gone }
    }

    /// Whether what could not be read is writing all the same: a reader takes ribs and vessels for it, too.
    fn may_be_line(&self, area: Area) -> bool {
        let seen = self.clusters.iter().any(|cluster| cluster.area.with(&area).size() * 4 > area.size().min(cluster.area.size()));
        let picture = self.layers.first().and_then(|layer| layer.bright.first());
        let side = picture.map_or(0, |picture| picture.width.max(picture.height));
        seen || (self.risk == Risk::Likely && area.width.min(area.height) * LINE <= side)
    }

    /// Whether readings say what a piece is: most of it lies in them.
    fn is_explained(&self, cluster: &Cluster, told: &[Mark]) -> bool {
        let within = told.iter().filter(|mark| (cluster.first..=cluster.last).all(|frame| mark.is_on(frame)));
        let covered: u64 = within.map(|mark| mark.area.with(&cluster.area).size()).sum();
        covered * 10 >= cluster.area.size() * 7
    }

    /// Whether a piece is taken for writing at all.
    fn counts(&self, cluster: &Cluster, told: &[Mark], reader: bool) -> bool {
        let touched = told.iter().any(|mark| !mark.area.with(&cluster.area).is_empty());
        let sure = SURE.iter().find(|(risk, _)| *risk == self.risk).map_or(0.0, |(_, score)| *score);
        // Noise looks like writing on one frame or another; what is written there stays for a while, or is plain to see.
        let lasts = self.frames <= FEW || cluster.hits > 1;
        touched || cluster.score >= sure || (!reader && lasts)
    }

    fn is_lasting(&self, cluster: &Cluster) -> bool {
        cluster.hits.saturating_mul(2) >= self.frames || (cluster.last - cluster.first).saturating_mul(5) >= self.frames.saturating_mul(4)
    }
}

fn fits(layer: &[Picture], pictures: &[Picture]) -> bool {
    layer.len() == pictures.len() && layer.iter().zip(pictures).all(|(one, other)| one.data.len() == other.data.len())
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

//! Who looks at pictures: decodes each frame, finds writing, judges it, blackens, and checks what was blackened.

use std::cell::RefCell;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::glance::Glances;
use super::heads::{Heads, Treatment};
use super::judge::Judge;
use super::port::{Blackened, Mark, Opened, Pictures, Request, Seen, Small, Target, Why};
use super::render::{self, Looks};
use super::{Area, Codecs, Format, Picture, Reader, Stored, blacken, carve, decode, export, palette, regions, small};
use crate::error::{Code, Result};
use crate::face::{Dose, Faces, Left};
use crate::profile::Writing;

/// Looks at one file at a time, with codecs and a reader that lie outside.
pub struct Looker {
    codecs: Box<dyn Codecs>,
    reader: Box<dyn Reader>,
    records: RefCell<Vec<u8>>,
    job: RefCell<Option<Job>>,
    heads: RefCell<Heads>,
}

impl fmt::Debug for Looker {
    /// Never what it looks at.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Looker").finish_non_exhaustive()
    }
}

/// One file.
struct Job {
    request: Request,
    looks: Looks,
    /// The stored value that a palette shows as black.
    black: Option<u32>,
    /// What is marked without a look.
    known: Vec<Mark>,
    page: bool,
    /// How the samples of a decoded frame lie, once one is.
    decoded: Option<Format>,
    glances: Glances,
    marks: Vec<Mark>,
    outgoing: Option<blacken::Outgoing>,
    /// What was seen in the frames as they were written.
    again: Glances,
    /// Its number among the files that were scanned.
    scanned: Option<usize>,
    /// The face that is taken out as well.
    treatment: Option<Treatment>,
}

impl Looker {
    /// With codecs and a reader.
    pub fn new(codecs: Box<dyn Codecs>, reader: Box<dyn Reader>) -> Self {
        Self { codecs, reader, records: RefCell::default(), job: RefCell::default(), heads: RefCell::default() }
    }

    fn with<T>(&self, work: impl FnOnce(&mut Job) -> Result<T>) -> Result<T> {
        // Calls come one after the other: a job in use is a call within a call.
        let mut job = self.job.try_borrow_mut().map_err(|_| Code::Codec)?;
        work(job.as_mut().ok_or(Code::Codec)?)
    }

    fn heads<T>(&self, work: impl FnOnce(&mut Heads) -> Result<T>) -> Result<T> {
        work(&mut *self.heads.try_borrow_mut().map_err(|_| Code::Codec)?)
    }

    fn marks(&self, glances: &mut Glances, writing: Writing) -> Result<Vec<Mark>> {
        let judge = Judge::new(&self.records.try_borrow().map_err(|_| Code::Codec)?, writing)?;
        glances.marks(self.reader.as_ref(), &judge, writing)
    }
}

impl Pictures for Looker {
    fn identifiers(&self, records: &[u8]) -> Result<()> {
        *self.records.try_borrow_mut().map_err(|_| Code::Codec)? = records.to_vec();
        Ok(())
    }

    fn begin(&self, request: &Request) -> Result<()> {
        *self.job.try_borrow_mut().map_err(|_| Code::Codec)? = Some(Job::new(request.clone())?);
        Ok(())
    }

    fn look(&self, index: u32, bytes: &[u8]) -> Result<()> {
        self.with(|job| {
            // Where nobody looks for writing, one frame tells what decoded samples are.
            if job.request.writing == Writing::Regions && index > 0 {
                return Ok(());
            }
            let same = equality(bytes);
            let pictures = job.pictures(&job.stored(index, bytes), self.codecs.as_ref())?;
            job.decoded = Some(pictures.0);
            if job.request.writing != Writing::Regions {
                job.glances.add(index, same, pictures.1);
            }
            Ok(())
        })
    }

    fn seen(&self) -> Result<Seen> {
        self.with(|job| {
            if job.page {
                return Ok(Seen { page: true, ..Seen::default() });
            }
            let mut marks = job.known.clone();
            let sought = job.request.writing != Writing::Regions;
            if sought {
                let known: Vec<Area> = marks.iter().map(|mark| mark.area).collect();
                let found = self.marks(&mut job.glances, job.request.writing)?;
                marks.extend(found.into_iter().filter(|mark| covered(mark.area, known.iter()) < mark.area.size()));
            }
            Ok(Seen { marks, page: false, read: sought && self.reader.is_there(), whole: sought })
        })
    }

    fn mark(&self, marks: &[Mark], native: bool) -> Result<Target> {
        self.with(|job| {
            let (syntax, format, decoded) = (&job.request.syntax, &job.request.format, job.decoded()?);
            let outgoing = match job.treatment.as_ref().map(|treatment| treatment.meets) {
                _ if native => blacken::uncompressed(format, &decoded),
                Some(true) => carve::outgoing(syntax, format, &decoded)?,
                // Nothing changes.
                Some(false) if !marks.iter().any(|mark| mark.gone) => blacken::Outgoing::same(syntax, format),
                _ => blacken::outgoing(syntax, format, &decoded)?,
            };
            if let Some(treatment) = &mut job.treatment {
                treatment.changed = 0;
            }
            let target = outgoing.target.clone();
            job.outgoing = Some(outgoing);
            job.marks = marks.to_vec();
            job.again = job.glances.again(marks);
            Ok(target)
        })
    }

    fn blacken(&self, index: u32, bytes: &[u8]) -> Result<Blackened> {
        self.with(|job| {
            let outgoing = job.outgoing.as_ref().ok_or(Code::Mask)?;
            let (stored, gone, codecs) = (job.stored(index, bytes), job.gone(index), self.codecs.as_ref());
            let Some(treatment) = &job.treatment else { return blacken::frame(&stored, outgoing, &gone, job.black, codecs) };
            let (blackened, changed) = treatment
                .with((&job.request, &stored, index), (&gone, job.black), |cut| carve::frame(&stored, outgoing, &gone, cut, codecs))?;
            if let Some(treatment) = &mut job.treatment {
                treatment.changed += changed;
            }
            Ok(blackened)
        })
    }

    fn check(&self, index: u32, before: &[u8], after: &[u8]) -> Result<()> {
        self.with(|job| {
            let outgoing = job.outgoing.as_ref().ok_or(Code::Mask)?;
            let written = Stored { syntax: &outgoing.syntax, format: &outgoing.format, ..job.stored(index, after) };
            let (stored, gone, codecs) = (job.stored(index, before), job.gone(index), self.codecs.as_ref());
            if let Some(treatment) = job.treatment.as_ref().filter(|treatment| treatment.meets) {
                let frame = treatment
                    .with((&job.request, &stored, index), (&gone, job.black), |cut| carve::check(&stored, &written, &gone, cut, codecs))?;
                // The new surface is no writing: the second look is at the same frame with its face. Of a file in which nothing becomes
                // black, all of those were seen in the first look.
                if job.request.writing != Writing::Regions && job.marks.iter().any(|mark| mark.gone) {
                    let pictures = render::pictures(&frame, &decode::format(&stored), &job.looks);
                    job.again.add(index, equality(&frame.data), pictures);
                }
                return Ok(());
            }
            let frame = blacken::check(&stored, &written, &gone, job.black, codecs)?;
            if job.request.writing != Writing::Regions {
                let pictures = render::pictures(&frame, &decode::format(&written), &job.looks);
                job.again.add(index, equality(after), pictures);
            }
            Ok(())
        })
    }

    fn checked(&self) -> Result<Vec<Mark>> {
        self.with(|job| {
            if job.request.writing == Writing::Regions {
                return Ok(Vec::new());
            }
            let found = self.marks(&mut job.again, job.request.writing)?;
            Ok(found.into_iter().filter(|mark| mark.gone && !job.explains(mark)).collect())
        })
    }

    fn preview(&self, index: u32, bytes: &[u8], edge: u32) -> Result<Small> {
        self.with(|job| {
            let (_, pictures) = job.pictures(&job.stored(index, bytes), self.codecs.as_ref())?;
            pictures.first().map(|picture| small::small(picture, edge)).ok_or(Code::Codec.into())
        })
    }

    fn open(&self, bytes: &[u8]) -> Result<Opened> {
        export::open(bytes)
    }

    fn seal(&self, frame: &[u8]) -> Result<Vec<u8>> {
        self.with(|job| export::seal(&job.request.format, &job.request.syntax, frame))
    }

    fn rescan(&self) -> Result<()> {
        self.heads(|heads| {
            *heads = Heads::default();
            Ok(())
        })?;
        if let Some(job) = self.job.try_borrow_mut().map_err(|_| Code::Codec)?.as_mut() {
            job.scanned = None;
        }
        Ok(())
    }

    fn scan(&self, index: u32, bytes: &[u8]) -> Result<()> {
        self.with(|job| {
            let mut scanned = job.scanned;
            let done = self.heads(|heads| heads.scan(&mut scanned, &job.request, &job.stored(index, bytes), index, self.codecs.as_ref()));
            job.scanned = scanned;
            done
        })
    }

    fn faces(&self) -> Result<Faces> {
        self.heads(|heads| Ok(heads.faces()))
    }

    fn left(&self, recipe: &[u8]) -> Result<Left> {
        self.heads(|heads| heads.left(recipe))
    }

    fn surface(&self, recipe: &[u8], yaw: i32, edge: u32, treated: bool) -> Result<Small> {
        self.heads(|heads| heads.surface(recipe, yaw, edge, treated))
    }

    fn recipe(&self, number: u32) -> Result<Vec<u8>> {
        self.heads(|heads| usize::try_from(number).ok().and_then(|number| heads.recipes.get(number)).ok_or(Code::Mask)?.to_bytes())
    }

    fn treat(&self, recipe: &[u8], dose: Dose) -> Result<()> {
        let knife = self.heads(|heads| heads.knife(recipe))?;
        self.with(|job| {
            job.treatment = Some(Treatment::new(knife, dose, &job.request)?);
            // How frames go out is to be asked for again.
            job.outgoing = None;
            Ok(())
        })
    }

    fn treated(&self) -> Result<u64> {
        self.with(|job| job.treatment.as_ref().map(|treatment| treatment.changed).ok_or(Code::Mask.into()))
    }
}

/// Tenths of a piece that must be marked already, for it not to be new: black boxes have edges, and edges look like strokes.
const EXPLAINED: u64 = 6;

/// Pixels around a mark that count as part of it.
const EDGE: u32 = 6;

impl Job {
    fn new(mut request: Request) -> Result<Self> {
        // Where writing is nobody's concern, nothing is known of it, and nothing is looked for.
        let ignored = request.writing == Writing::None;
        if ignored {
            request.writing = Writing::Regions;
            request.regions.clear();
        }
        let format = &request.format;
        let tables = request.tables.as_ref().and_then(palette::expand);
        let known = if ignored { regions::Known::default() } else { regions::known(&request.facts) };
        let (width, height) = (format.columns, format.rows);
        let outside = regions::outside(&request.regions, width, height).into_iter().map(|area| (area, Why::Outside));
        let marks = known.areas.iter().map(|area| (*area, Why::Region)).chain(outside);
        let marks = marks.map(|(area, why)| Mark { area: area.within(width, height), frames: None, why, gone: true });
        Ok(Self {
            black: tables.as_ref().and_then(|palette| palette::darkest(palette, format)),
            looks: Looks {
                window: request.window,
                slope: request.rescale.0,
                intercept: request.rescale.1,
                palette: tables,
                padding: request.padding,
            },
            known: marks.filter(|mark| !mark.area.is_empty()).collect(),
            page: known.page,
            decoded: None,
            glances: Glances::new(request.risk, request.frames),
            marks: Vec::new(),
            outgoing: None,
            again: Glances::new(request.risk, request.frames),
            scanned: None,
            treatment: None,
            request,
        })
    }

    fn stored<'s>(&'s self, index: u32, bytes: &'s [u8]) -> Stored<'s> {
        let Request { syntax, format, .. } = &self.request;
        // Frames of single bits follow each other without a gap.
        let bits = if format.bits_allocated == 1 { format.count().wrapping_mul(u64::from(index)) % 8 } else { 0 };
        Stored { bit_offset: u32::try_from(bits).unwrap_or(0), ..Stored::new(syntax, bytes, format) }
    }

    /// What decoded samples are. Of grey, the header tells; of colour, the first frame that was looked at.
    fn decoded(&self) -> Result<Format> {
        let format = &self.request.format;
        let told = || (format.samples < 3).then(|| decode::format(&Stored::new(&self.request.syntax, &[], format)));
        self.decoded.clone().or_else(told).ok_or(Code::Codec.into())
    }

    /// What the samples of a frame are, and how it looks.
    fn pictures(&self, stored: &Stored<'_>, codecs: &dyn Codecs) -> Result<(Format, Vec<Picture>)> {
        let frame = decode::frame(stored, codecs)?;
        let format = decode::format(stored);
        let pictures = render::pictures(&frame, &format, &self.looks);
        Ok((format, pictures))
    }

    /// What is blackened in a frame.
    fn gone(&self, index: u32) -> Vec<Area> {
        self.marks.iter().filter(|mark| mark.gone && mark.is_on(index)).map(|mark| mark.area).collect()
    }

    /// Whether marks tell of a piece that was found: it is an edge of what is black, or somebody let it stay.
    fn explains(&self, found: &Mark) -> bool {
        let shared = |mark: &&Mark| match (mark.frames, found.frames) {
            (Some((first, last)), Some((from, to))) => first <= to && from <= last,
            _ => true,
        };
        let areas: Vec<Area> = self.marks.iter().filter(shared).map(|mark| mark.area.grown(EDGE)).collect();
        covered(found.area, areas.iter()) * 10 >= found.area.size() * EXPLAINED
    }
}

/// Pixels of an area that lie in others, each counted once.
fn covered<'a>(area: Area, others: impl Iterator<Item = &'a Area>) -> u64 {
    let mut rest = vec![area];
    for other in others {
        rest = rest.into_iter().flat_map(|piece| without(piece, other)).collect();
        if rest.len() > 4_096 {
            break;
        }
    }
    area.size() - rest.iter().map(Area::size).sum::<u64>().min(area.size())
}

/// What is left of an area beside another: four rectangles at most.
fn without(area: Area, other: &Area) -> Vec<Area> {
    let common = area.with(other);
    if common.is_empty() {
        return vec![area];
    }
    let row = |y: u32, bottom: u32| Area { y, height: bottom - y, ..area };
    let beside = |x: u32, right: u32| Area { x, y: common.y, width: right - x, height: common.height };
    let pieces =
        [row(area.y, common.y), row(common.bottom(), area.bottom()), beside(area.x, common.x), beside(common.right(), area.right())];
    pieces.into_iter().filter(|piece| !piece.is_empty()).collect()
}

/// Equal for equal bytes, and hardly ever for others: then a look more or less is made.
fn equality(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_covered_is_counted_once() {
        let area = Area { x: 10, y: 10, width: 10, height: 10 };
        let half = Area { x: 0, y: 0, width: 15, height: 99 };
        let most = Area { x: 12, y: 10, width: 8, height: 10 };
        assert_eq!(covered(area, [].iter()), 0);
        assert_eq!(covered(area, [half, half].iter()), 50);
        assert_eq!(covered(area, [half, most].iter()), 100);
        assert_eq!(covered(area, [Area { x: 11, y: 11, width: 2, height: 2 }].iter()), 4);
        assert_eq!(covered(area, [Area { x: 20, y: 10, width: 2, height: 2 }].iter()), 0);
    }
}

//! The whole way of a picture file that has no header: taken apart, looked at and blackened as any frame is, put together, and read back.

use std::io::{Read, Seek};

use super::{Pixels, Session};
use crate::error::{Code, Result};
use crate::file::Source;
use crate::file::export::{Head, Sort};
use crate::groups::Groups;
use crate::hunt::Hunt;
use crate::limits;
use crate::picture::{Blackened, Facts, Mark, Opened, Pictures, Request, Risk, Seen, Small};
use crate::profile::Writing;
use crate::sight::{self, ROUNDS, Sighted};
use crate::verify::{self, Verified};

/// What a first look at a picture file found.
#[derive(Clone, Debug)]
pub struct ExportLook {
    /// What it is.
    pub sort: Sort,
    /// Its size, how it lies, what is beside the picture.
    pub head: Head,
    /// The group of all picture files: nothing in them says whose they are.
    pub groups: Groups,
    /// How likely it carries writing, where the policy asks for a look.
    pub risk: Risk,
    /// Why it would be withheld, if that is already known.
    pub refusal: Option<Code>,
}

/// A picture file that may leave.
#[derive(Debug)]
pub struct Exported {
    /// The file.
    pub file: Verified,
    /// As for [`ExportLook::groups`].
    pub groups: Groups,
    /// What was left out or changed beside writing: stable names.
    pub findings: Vec<&'static str>,
    /// What became of the pixels.
    pub pixels: Pixels,
    /// What became of writing in them.
    pub writing: Sighted,
    /// Pieces that were blackened.
    pub blackened: usize,
}

impl Session {
    /// A first look at a picture file. Nothing is changed.
    ///
    /// # Errors
    /// As [`Head::read`]; [`Code::TooLong`] where it is too long to be held.
    pub fn look_at_export<R: Read + Seek>(&self, source: &mut Source<R>, sort: Sort) -> Result<ExportLook> {
        bounded(source)?;
        let (head, groups) = (Head::read(source, sort)?, self.groups_of_exports());
        Ok(ExportLook { sort, head, groups, risk: self.risk_of_exports(), refusal: self.refusal_of_exports() })
    }

    /// The whole way of a picture file.
    ///
    /// # Errors
    /// Any [`Code`]: the file is withheld.
    pub fn scrub_export<R: Read + Seek>(&mut self, source: &mut Source<R>, sort: Sort) -> Result<Exported> {
        let marked = self.marked.take();
        if let Some(code) = self.refusal_of_exports() {
            return Err(code.into());
        }
        let bytes = whole(source)?;
        let export = self.export(&bytes, sort)?;
        let (file, writing, blackened) = export.clean(marked.as_deref(), &self.hunt)?;
        let pixels = match () {
            () if blackened > 0 => Pixels::Blackened,
            () if file.parts().iter().all(|part| matches!(part, crate::pixel::Part::Bytes(written) if *written == bytes)) => {
                Pixels::Unchanged
            }
            () => Pixels::Rebuilt,
        };
        Ok(Exported { file, groups: self.groups_of_exports(), findings: export.findings(), pixels, writing, blackened })
    }

    pub(super) fn see_export<R: Read + Seek>(&self, source: &mut Source<R>, sort: Sort) -> Result<Option<Seen>> {
        match self.risk_of_exports() {
            Risk::None => Ok(None),
            _ => self.export(&whole(source)?, sort)?.see().map(Some),
        }
    }

    pub(super) fn preview_export<R: Read + Seek>(&self, source: &mut Source<R>, sort: Sort, edge: u32) -> Result<Option<Small>> {
        self.export(&whole(source)?, sort)?.preview(edge).map(Some)
    }

    fn export(&self, bytes: &[u8], sort: Sort) -> Result<Export<'_>> {
        let pictures = self.batch.tools.pictures.as_deref().ok_or(Code::Codec)?;
        Export::open(pictures, bytes, sort, self.batch.policy.writing())
    }

    /// Exports nearly always show what stood on a screen.
    fn risk_of_exports(&self) -> Risk {
        if self.batch.policy.writing() == Writing::None { Risk::None } else { Risk::Likely }
    }

    /// As for any picture that is likely to carry writing: it does not leave unsought, unless the policy itself says so.
    fn refusal_of_exports(&self) -> Option<Code> {
        let policy = &self.batch.policy;
        (!policy.writing().is_sought() && !policy.lets_writing_stay()).then_some(Code::Writing)
    }

    fn groups_of_exports(&self) -> Groups {
        // Not the domain of patients, whatever these are called.
        let name = |kind: &[u8]| self.batch.key.name("exports", &[kind], 16);
        Groups { patient: name(b"patient"), study: name(b"study"), series: name(b"series") }
    }
}

/// A picture file that was taken apart.
struct Export<'p> {
    pictures: &'p dyn Pictures,
    opened: Opened,
    request: Request,
}

impl<'p> Export<'p> {
    fn open(pictures: &'p dyn Pictures, bytes: &[u8], sort: Sort, writing: Writing) -> Result<Self> {
        let opened = pictures.open(bytes)?;
        if opened.sort != sort.leaves() {
            return Err(Code::Codec.into());
        }
        let request = Request {
            syntax: opened.syntax().to_owned(),
            format: opened.format.clone(),
            frames: 1,
            risk: Risk::Likely,
            writing,
            facts: Facts { rows: opened.format.rows, columns: opened.format.columns, ..Facts::default() },
            regions: Vec::new(),
            window: None,
            rescale: (1.0, 0.0),
            tables: None,
            padding: None,
            scan: None,
        };
        pictures.begin(&request)?;
        Ok(Self { pictures, opened, request })
    }

    fn see(&self) -> Result<Seen> {
        self.pictures.look(0, &self.opened.frame)?;
        self.pictures.seen()
    }

    fn preview(&self, edge: u32) -> Result<Small> {
        self.pictures.preview(0, &self.opened.frame, edge)
    }

    /// Blackens writing, or what a person has `marked`: the file, what became of the writing, and pieces that were blackened.
    fn clean(&self, marked: Option<&[Mark]>, hunt: &Hunt) -> Result<(Verified, Sighted, usize)> {
        let looked = self.request.writing != Writing::None;
        let seen = if looked { self.see()? } else { Seen::default() };
        let (mut marks, writing) = sight::decided(&seen, marked)?;
        for _ in 0..ROUNDS {
            let gone = marks.iter().filter(|mark| mark.gone).count();
            let frame = if gone > 0 { self.blackened(&marks)? } else { self.opened.frame.clone() };
            let file = self.pictures.seal(&frame)?;
            // Read afresh: what is in the file is the frame as it should be, and the file that would be made of it is this one.
            let again = self.pictures.open(&file)?;
            let plain = !(again.beside || again.hidden || again.turned || again.recompressed);
            let same = (again.sort, &again.format, &again.frame) == (self.opened.sort, &self.opened.format, &frame);
            if !plain || !same || self.pictures.seal(&again.frame)? != file {
                return Err(Code::Mask.into());
            }
            if gone > 0 {
                self.pictures.check(0, &self.opened.frame, &again.frame)?;
                let mut more = self.pictures.checked()?;
                if !more.is_empty() {
                    marks.append(&mut more);
                    continue;
                }
            }
            return Ok((verify::export(file, self.opened.sort, hunt)?, writing, gone));
        }
        Err(Code::Writing.into())
    }

    fn blackened(&self, marks: &[Mark]) -> Result<Vec<u8>> {
        let frame = &self.opened.frame;
        if self.pictures.mark(marks, false)?.syntax != self.request.syntax {
            return Err(Code::Codec.into());
        }
        match self.pictures.blacken(0, frame)? {
            Blackened::Same => Ok(frame.clone()),
            Blackened::Stream(stream) => Ok(stream),
            Blackened::Patches(patches) => {
                let mut bytes = frame.clone();
                for (at, patch) in patches {
                    let at = usize::try_from(at).map_err(|_| Code::Mask)?;
                    let place = bytes.get_mut(at..at.saturating_add(patch.len())).ok_or(Code::Mask)?;
                    place.copy_from_slice(&patch);
                }
                Ok(bytes)
            }
        }
    }

    fn findings(&self) -> Vec<&'static str> {
        let Opened { beside, hidden, turned, recompressed, .. } = self.opened;
        [(beside, "beside-picture"), (hidden, "hidden-colour"), (turned, "turned"), (recompressed, "recompressed")]
            .into_iter()
            .filter_map(|(there, name)| there.then_some(name))
            .collect()
    }
}

/// No more than a frame may have once it is decoded.
fn bounded<R: Read + Seek>(source: &Source<R>) -> Result<()> {
    if source.len() > limits::FRAME { Err(Code::TooLong.into()) } else { Ok(()) }
}

fn whole<R: Read + Seek>(source: &mut Source<R>) -> Result<Vec<u8>> {
    bounded(source)?;
    sight::gather(source, std::slice::from_ref(&(0..source.len())))
}

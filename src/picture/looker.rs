//! Who looks at pictures: decodes each frame, finds writing, judges it, blackens, and checks what was blackened.

use std::cell::RefCell;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::glance::{Glances, joined};
use super::judge::Judge;
use super::port::{Blackened, Mark, Pictures, Request, Seen, Small, Target, Why};
use super::regions::{self, Facts};
use super::{Area, Codecs, Format, Frame, Picture, Reader, Risk, black, blacken, decode, jpeg, palette, render, small};
use crate::error::{Code, Result};
use crate::profile::Writing;

/// Looks at one file at a time, with codecs and a reader that lie outside.
pub struct Looker {
    codecs: Box<dyn Codecs>,
    reader: Box<dyn Reader>,
    records: RefCell<Vec<u8>>,
    job: RefCell<Option<Job>>,
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
    looks: render::Looks,
    /// The stored value that a palette shows as black.
    black: Option<u32>,
    /// What is known without a look.
    known: Vec<Mark>,
    page: bool,
    glances: Glances,
    /// What is blackened, and how frames go out.
    marks: Vec<Mark>,
    target: Option<Target>,
    /// What was seen in the frames as they were written.
    again: Glances,
}

impl Looker {
    /// With codecs and a reader.
    pub fn new(codecs: Box<dyn Codecs>, reader: Box<dyn Reader>) -> Self {
        Self { codecs, reader, records: RefCell::default(), job: RefCell::default() }
    }

    fn with<T>(&self, work: impl FnOnce(&mut Job) -> Result<T>) -> Result<T> {
        // Calls come one after the other: a job in use is a call within a call.
        let mut job = self.job.try_borrow_mut().map_err(|_| Code::Codec)?;
        work(job.as_mut().ok_or(Code::Codec)?)
    }

    fn judge(&self, writing: Writing) -> Result<Judge> {
        Judge::new(&self.records.try_borrow().map_err(|_| Code::Codec)?, writing)
    }
}

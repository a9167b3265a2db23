//! A file as bytes at offsets, whatever holds it: a Blob in a worker, bytes in memory, a file under Node.

use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;

use crate::error::{Code, Error, Result};
use crate::limits;

/// Byte offsets from the start of the source, end exclusive.
pub type Span = Range<u64>;

/// A buffered source with a known length. Reads ahead, never past its end, and allocates only what it then fills.
pub struct Source<R> {
    inner: R,
    len: u64,
    window: Vec<u8>,
    start: u64,
    read_ahead: usize,
}

impl<R> std::fmt::Debug for Source<R> {
    /// Its length; never its bytes.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source").field("len", &self.len).finish_non_exhaustive()
    }
}

/// Anything that is read at offsets.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// A source of one type, whatever holds its bytes: the pipeline is compiled once, not once for each holder.
pub type AnySource<'a> = Source<Box<dyn ReadSeek + 'a>>;

impl<'a> AnySource<'a> {
    /// As [`Self::new`], for any holder.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn any(inner: impl Read + Seek + 'a) -> Result<Self> {
        Self::new(Box::new(inner))
    }
}

impl<R: Read + Seek> Source<R> {
    /// Takes the length from the end of `inner`.
    ///
    /// # Errors
    /// [`Code::Unreadable`] where the end cannot be found.
    pub fn new(mut inner: R) -> Result<Self> {
        let len = inner.seek(SeekFrom::End(0)).map_err(|_| Error::from(Code::Unreadable))?;
        Ok(Self { inner, len, window: Vec::new(), start: 0, read_ahead: limits::FIRST_READ })
    }

    /// Total bytes.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The same bytes as a reader, for those who hold sources of another type.
    pub fn reader(&mut self) -> &mut R {
        self.window.clear();
        &mut self.inner
    }

    /// Sets how many bytes a read fetches at least, where there are as many. One fetch costs far more than its bytes.
    pub fn read_ahead(&mut self, bytes: usize) {
        self.read_ahead = bytes.max(1);
    }

    /// The `n` bytes at offset `at`.
    ///
    /// # Errors
    /// [`Code::CutOff`] where they reach past the end; [`Code::Unreadable`] where reading fails.
    pub fn bytes(&mut self, at: u64, n: usize) -> Result<&[u8]> {
        let end = at.checked_add(n as u64).filter(|end| *end <= self.len).ok_or(Error::at(Code::CutOff, at))?;
        if at < self.start || end > self.start + self.window.len() as u64 {
            self.fill(at, n)?;
        }
        let from = usize::try_from(at - self.start).map_err(|_| Error::at(Code::Unreadable, at))?;
        self.window.get(from..from + n).ok_or(Error::at(Code::Unreadable, at))
    }

    /// Up to `n` bytes at offset `at`: fewer at the end of the source, none beyond it.
    ///
    /// # Errors
    /// [`Code::Unreadable`] where reading fails.
    pub fn up_to(&mut self, at: u64, n: usize) -> Result<&[u8]> {
        let left = self.len.saturating_sub(at);
        self.bytes(at.min(self.len), n.min(usize::try_from(left).unwrap_or(usize::MAX)))
    }

    /// Hands the bytes of `span` to `each` in order, [`limits::CHUNK`] bytes at most at a time, with the offset of each chunk.
    ///
    /// # Errors
    /// As [`Self::bytes`], or what `each` returns.
    pub fn chunks(&mut self, span: Span, mut each: impl FnMut(u64, &[u8]) -> Result<()>) -> Result<()> {
        let mut at = span.start;
        while at < span.end {
            let n = usize::try_from((span.end - at).min(limits::CHUNK as u64)).unwrap_or(limits::CHUNK);
            each(at, self.bytes(at, n)?)?;
            at += n as u64;
        }
        Ok(())
    }

    fn fill(&mut self, at: u64, n: usize) -> Result<()> {
        let ahead = (self.len - at).min(n.max(self.read_ahead) as u64);
        let ahead = usize::try_from(ahead).map_err(|_| Error::at(Code::Unreadable, at))?;
        // What the window holds is written over: to clear it first would cost as much as a read.
        self.window.resize(ahead, 0);
        self.start = at;
        let read = self.inner.seek(SeekFrom::Start(at)).and_then(|_| self.inner.read_exact(&mut self.window));
        if read.is_err() {
            // A failed read must not leave old bytes under a new offset.
            self.window.clear();
            return Err(Error::at(Code::Unreadable, at));
        }
        Ok(())
    }
}

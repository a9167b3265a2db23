//! Bytes of JavaScript's as a source, and parts of what leaves as JavaScript has them.

use std::io::{self, Read, Seek, SeekFrom};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;

use super::{ByteSource, tick};
use crate::error::Result;
use crate::file::{AnySource, Span};
use crate::pixel::Part;

/// Hands a part over: a span as its two ends, everything else as bytes of JavaScript's own.
pub(super) fn emit(source: &mut AnySource<'_>, part: Part, start: u64, fresh: bool, to: &Array) -> Result<()> {
    let push = |bytes: &[u8]| to.push(&Uint8Array::from(bytes));
    #[allow(clippy::cast_precision_loss, reason = "offsets in files are far below 2^53")]
    let refer = |span: Span| {
        to.push(&Array::of2(&JsValue::from((span.start + start) as f64), &JsValue::from((span.end + start) as f64)));
    };
    match part {
        Part::Bytes(bytes) | Part::Samples(bytes) => {
            push(&bytes);
        }
        Part::Span(span) if !fresh => refer(span),
        Part::Span(span) => source.chunks(span, |_, bytes| {
            push(bytes);
            Ok(())
        })?,
        Part::Masked { span, mask } => {
            // What the mask leaves as it is stays where it is: of gigabytes, as a rule, all but a little.
            let mut same: Option<Span> = None;
            source.chunks(span, |at, bytes| {
                let mut words = bytes.to_vec();
                mask.apply(&mut words);
                if words == bytes && !fresh {
                    let end = at + bytes.len() as u64;
                    same = Some(same.take().map_or(at, |span| span.start)..end);
                } else {
                    same.take().into_iter().for_each(&refer);
                    push(&words);
                }
                tick(at);
                Ok(())
            })?;
            same.into_iter().for_each(&refer);
        }
    }
    Ok(())
}

/// How much larger a header is in memory than in a file, about. As much again is needed for what is made of it.
const SWELLS: usize = 32;
/// Bytes of room that are made in one step.
const LEAST_ROOM: usize = 8 << 20;
const MOST_ROOM: usize = 128 << 20;
/// Bytes of a read that may be of a header: pixels are read in longer ones.
const SHORT: usize = 1 << 20;

/// Makes room for what is about to be read, in one step: for each step by which memory grows a browser takes up to half a millisecond,
/// however small it is, and the allocator's own are of 64 KiB. Pages that nobody writes to take no memory of the machine's.
fn make_room(bytes: usize) {
    let mut room = Vec::<u8>::new();
    // Where there is none, whoever needs it will say so.
    let _ = room.try_reserve_exact(bytes);
    std::hint::black_box(&room);
}

/// A source of JavaScript's as a reader.
pub(super) struct Reader<'j> {
    source: &'j ByteSource,
    len: u64,
    pos: u64,
    since: u64,
    /// Bytes that were read in short reads.
    headers: usize,
}

impl<'j> Reader<'j> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is a whole number of bytes")]
    pub(super) fn new(source: &'j ByteSource) -> Self {
        Self { source, len: source.size() as u64, pos: 0, since: 0, headers: 0 }
    }
}

impl Read for Reader<'_> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "as above")]
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.len.saturating_sub(self.pos)).unwrap_or(usize::MAX).min(to.len());
        let Some(to) = to.get_mut(..left).filter(|to| !to.is_empty()) else { return Ok(0) };
        if to.len() <= SHORT {
            self.headers = self.headers.saturating_add(to.len());
            make_room(self.headers.saturating_mul(SWELLS).clamp(LEAST_ROOM, MOST_ROOM));
        }
        let read = self.source.read(self.pos as f64, to).map_err(|_| io::Error::from(io::ErrorKind::Other))?;
        let read = (read as usize).min(left);
        self.pos += read as u64;
        self.since += read as u64;
        if self.since >= 8 << 20 {
            self.since = 0;
            tick(self.pos);
        }
        Ok(read)
    }
}

impl Seek for Reader<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let pos = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.len.checked_add_signed(by),
            SeekFrom::Current(by) => self.pos.checked_add_signed(by),
        };
        self.pos = pos.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.pos)
    }
}

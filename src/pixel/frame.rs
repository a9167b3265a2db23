//! One compressed frame, read as if its fragments were one run of bytes.

use std::io::{Read, Seek};
use std::ops::Range;

use super::feed::Feed;
use crate::error::{Code, Error, Result};
use crate::file::Span;

/// Bytes asked for at a time while data is scanned. Small against what a fetch reads ahead, so that a short scan costs no fetch of its own.
const STEP: u64 = 64 << 10;

/// The fragments of one frame, in order. Positions count from the frame's first byte.
pub(super) struct Frame {
    pieces: Vec<Piece>,
    len: u64,
}

struct Piece {
    from: u64,
    span: Span,
}

impl Frame {
    /// A frame of fragments. Each span must end at or after its start.
    pub(super) fn new(fragments: &[Span]) -> Self {
        let mut len = 0u64;
        let mut pieces = Vec::with_capacity(fragments.len());
        for span in fragments {
            pieces.push(Piece { from: len, span: span.clone() });
            len = len.saturating_add(span.end.saturating_sub(span.start));
        }
        Self { pieces, len }
    }

    /// Bytes of all fragments.
    pub(super) fn len(&self) -> u64 {
        self.len
    }

    /// An error at position `at`, with its offset in the source.
    pub(super) fn error(&self, code: Code, at: u64) -> Error {
        let end = self.pieces.last().map_or(0, |piece| piece.span.end);
        Error::at(code, self.span(at).map_or(end, |span| span.start))
    }

    /// The bytes at `at`: at least one, at most [`STEP`], none that lie in another fragment; empty at the frame's end.
    pub(super) fn chunk<'f, R: Read + Seek>(&self, feed: &'f mut Feed<'_, R>, at: u64) -> Result<&'f [u8]> {
        let Some(span) = self.span(at) else { return Ok(&[]) };
        feed.bytes(span.start, usize::try_from((span.end - span.start).min(STEP)).unwrap_or_default())
    }

    /// Fills `into` from `at`, across fragments; returns how many bytes there were.
    pub(super) fn peek<R: Read + Seek>(&self, feed: &mut Feed<'_, R>, at: u64, into: &mut [u8]) -> Result<usize> {
        let mut done = 0;
        while let Some(rest) = into.get_mut(done..).filter(|rest| !rest.is_empty()) {
            let Some(span) = self.span(at.saturating_add(done as u64)) else { break };
            let n = rest.len().min(usize::try_from(span.end - span.start).unwrap_or(usize::MAX));
            let bytes = feed.source.bytes(span.start, n)?;
            rest.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
            done += n;
        }
        Ok(done)
    }

    /// The `N` bytes at `at`.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where the frame ends before.
    pub(super) fn take<const N: usize, R: Read + Seek>(&self, feed: &mut Feed<'_, R>, at: u64) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        if self.peek(feed, at, &mut bytes)? < N {
            return Err(self.error(Code::PixelStream, at));
        }
        Ok(bytes)
    }

    /// The bytes of `range`, which is to be short: a marker segment.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where the frame ends before.
    pub(super) fn gather<R: Read + Seek>(&self, feed: &mut Feed<'_, R>, range: Range<u64>) -> Result<Vec<u8>> {
        let n = range.end.checked_sub(range.start).filter(|_| range.end <= self.len).and_then(|n| usize::try_from(n).ok());
        let mut bytes = vec![0; n.ok_or_else(|| self.error(Code::PixelStream, range.start))?];
        if self.peek(feed, range.start, &mut bytes)? < bytes.len() {
            return Err(self.error(Code::PixelStream, range.start));
        }
        Ok(bytes)
    }

    /// The first position from `at` on whose byte is not `byte`, or the frame's end.
    pub(super) fn skip<R: Read + Seek>(&self, feed: &mut Feed<'_, R>, mut at: u64, byte: u8) -> Result<u64> {
        loop {
            let chunk = self.chunk(feed, at)?;
            match chunk.iter().position(|b| *b != byte) {
                Some(i) => return Ok(at + i as u64),
                None if chunk.is_empty() => return Ok(at),
                None => at += chunk.len() as u64,
            }
        }
    }

    /// Whether nothing is left from `at` on but what makes the length even: at most one zero byte.
    pub(super) fn ends<R: Read + Seek>(&self, feed: &mut Feed<'_, R>, at: u64) -> Result<bool> {
        Ok(at >= self.len || (at + 1 == self.len && self.take::<1, R>(feed, at)? == [0]))
    }

    /// Spans of the source that hold the bytes of `range`, in order.
    pub(super) fn spans(&self, range: Range<u64>) -> impl Iterator<Item = Span> {
        let mut at = range.start;
        std::iter::from_fn(move || {
            let span = self.span(at).filter(|_| at < range.end)?;
            let n = (span.end - span.start).min(range.end - at);
            at += n;
            Some(span.start..span.start + n)
        })
    }

    /// From `at` to the end of the fragment that holds it.
    fn span(&self, at: u64) -> Option<Span> {
        if at >= self.len {
            return None;
        }
        // Empty fragments share their position with the next one: the last of them is the one with bytes.
        let piece = self.pieces.get(self.pieces.partition_point(|piece| piece.from <= at).checked_sub(1)?)?;
        Some(piece.span.start + (at - piece.from)..piece.span.end)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::file::Source;

    fn with<T>(run: impl FnOnce(&mut Feed<'_, Cursor<Vec<u8>>>) -> T) -> T {
        let mut source = Source::new(Cursor::new((0..=255).collect::<Vec<u8>>())).unwrap();
        run(&mut Feed::new(&mut source, &mut |_| (), 0))
    }

    #[test]
    fn fragments_read_as_one() {
        let frame = Frame::new(&[10..12, 20..20, 30..33]);
        assert_eq!(frame.len(), 5);
        with(|feed| {
            assert_eq!(frame.take::<5, _>(feed, 0).unwrap(), [10, 11, 30, 31, 32]);
            assert_eq!(frame.take::<2, _>(feed, 1).unwrap(), [11, 30]);
            assert_eq!(frame.chunk(feed, 1).unwrap(), [11]);
            assert_eq!(frame.chunk(feed, 2).unwrap(), [30, 31, 32]);
            assert!(frame.chunk(feed, 5).unwrap().is_empty());
            assert_eq!(frame.gather(feed, 1..4).unwrap(), [11, 30, 31]);
        });
        assert_eq!(frame.spans(1..4).collect::<Vec<_>>(), [11..12, 30..32]);
        assert_eq!(frame.spans(0..0).count(), 0);
    }

    #[test]
    fn the_end_is_an_error_at_its_offset() {
        let frame = Frame::new(&[10..12, 30..33]);
        with(|feed| {
            assert_eq!(frame.take::<3, _>(feed, 3), Err(Error::at(Code::PixelStream, 31)));
            assert_eq!(frame.gather(feed, 3..6), Err(Error::at(Code::PixelStream, 31)));
            assert_eq!(frame.gather(feed, Range { start: 9, end: 2 }), Err(Error::at(Code::PixelStream, 33)));
        });
    }

    #[test]
    fn runs_are_skipped_and_a_zero_is_an_end() {
        let frame = Frame::new(&[7..8, 7..8, 0..1]);
        with(|feed| {
            assert_eq!(frame.skip(feed, 0, 7).unwrap(), 2);
            assert_eq!(frame.skip(feed, 2, 0).unwrap(), 3);
            assert!(frame.ends(feed, 2).unwrap() && frame.ends(feed, 3).unwrap());
            assert!(!frame.ends(feed, 1).unwrap());
        });
    }
}

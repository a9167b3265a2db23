//! Boxes of a JP2 or JPEG XL container: a length, a kind and a body (ISO/IEC 15444-1 I.4, ISO/IEC 18181-2 4).

use std::io::{Read, Seek};
use std::ops::Range;

use super::feed::Feed;
use super::frame::Frame;
use crate::error::{Code, Result};

/// The signature box that a JP2 file starts with.
pub(super) const JPEG_2000: &[u8] = b"\0\0\0\x0CjP  \r\n\x87\n";

/// The signature box that a JPEG XL container starts with.
pub(super) const JPEG_XL: &[u8] = b"\0\0\0\x0CJXL \r\n\x87\n";

/// One box. Its body ends where the next box starts.
pub(super) struct Boxed {
    /// Four letters.
    pub(super) kind: [u8; 4],
    /// Positions in the frame.
    pub(super) body: Range<u64>,
}

/// Whether the frame starts with these bytes.
pub(super) fn starts_with<R: Read + Seek>(feed: &mut Feed<'_, R>, frame: &Frame, signature: &[u8]) -> Result<bool> {
    let mut head = [0; 12];
    let n = frame.peek(feed, 0, &mut head)?;
    Ok(head.get(..n).is_some_and(|head| head.starts_with(signature)))
}

/// The box at `at`; `None` at the end, where less than a box's header is left.
///
/// # Errors
/// [`Code::PixelStream`] where the box ends before its header, or after the frame.
pub(super) fn next<R: Read + Seek>(feed: &mut Feed<'_, R>, frame: &Frame, at: u64) -> Result<Option<Boxed>> {
    if frame.len().saturating_sub(at) < 8 {
        return Ok(None);
    }
    let [l0, l1, l2, l3, kind @ ..] = frame.take::<8, R>(feed, at)?;
    let (start, len) = match u32::from_be_bytes([l0, l1, l2, l3]) {
        // The last box: up to the end.
        0 => (at + 8, frame.len() - at),
        1 => (at + 16, u64::from_be_bytes(frame.take(feed, at + 8)?)),
        len => (at + 8, u64::from(len)),
    };
    let end = at.checked_add(len).filter(|end| *end >= start && *end <= frame.len());
    Ok(Some(Boxed { kind, body: start..end.ok_or_else(|| frame.error(Code::PixelStream, at))? }))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::error::Error;
    use crate::file::Source;

    fn at(bytes: &[u8], at: u64) -> Result<Option<([u8; 4], Range<u64>)>> {
        let mut source = Source::new(Cursor::new(bytes.to_vec())).unwrap();
        let frame = Frame::new(std::slice::from_ref(&(0..bytes.len() as u64)));
        next(&mut Feed::new(&mut source, &mut |_| (), 0), &frame, at).map(|found| found.map(|b| (b.kind, b.body)))
    }

    #[test]
    fn lengths_are_short_long_or_up_to_the_end() {
        assert_eq!(at(b"\0\0\0\x0Ajxlcxx\0\0", 0), Ok(Some((*b"jxlc", 8..10))));
        assert_eq!(at(b"\0\0\0\0jxlcxx\0\0", 0), Ok(Some((*b"jxlc", 8..12))));
        assert_eq!(at(b"\0\0\0\x01jxlc\0\0\0\0\0\0\0\x11x\0", 0), Ok(Some((*b"jxlc", 16..17))));
        assert_eq!(at(b"\0\0\0\x08jxlc\0", 8), Ok(None));
    }

    #[test]
    fn lengths_that_lie_are_refused() {
        for bytes in [&b"\0\0\0\x07jxlcx"[..], b"\0\0\0\x0Ajxlcx", b"\0\0\0\x01jxlc\0\0\0\0\0\0\0\x0Fx", b"\xFF\xFF\xFF\xFFjxlc"] {
            assert_eq!(at(bytes, 0), Err(Error::at(Code::PixelStream, 0)));
        }
        let endless = [&b"\0\0\0\x01jxlc"[..], &[0xFF; 8]].concat();
        assert_eq!(at(&endless, 0), Err(Error::at(Code::PixelStream, 0)));
    }
}

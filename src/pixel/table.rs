//! Which fragments make which frame (PS3.5 A.4).

use std::io::{Read, Seek};
use std::ops::Range;

use super::Family;
use super::feed::Feed;
use crate::error::{Code, Error, Result};
use crate::file::Span;
use crate::limits;

/// Bytes of an Item's tag and length.
pub(super) const ITEM_HEADER: u64 = 8;

/// Frames as ranges of fragments.
pub(super) struct Groups {
    /// One a frame, in order.
    pub(super) frames: Vec<Range<usize>>,
    /// There are offsets, and they are what the fragments say.
    pub(super) offsets_fit: bool,
    /// Fragments that follow the last frame.
    pub(super) surplus: bool,
}

/// Groups fragments, none of which is empty. `first` is the offset of the first Item after the table, even if it is empty.
///
/// # Errors
/// [`Code::PixelShort`] where there are fewer frames than `frames`; [`Code::PixelStream`] where the first fragment starts no frame.
pub(super) fn group<R: Read + Seek>(
    feed: &mut Feed<'_, R>,
    family: Family,
    frames: u64,
    table: &Span,
    first: u64,
    fragments: &[Span],
) -> Result<Groups> {
    let count = fragments.len();
    let end = fragments.last().map_or(table.end, |span| span.end);
    let frames = usize::try_from(frames).ok().filter(|frames| *frames <= count).ok_or(Error::at(Code::PixelShort, end))?;
    if let Some(starts) = offsets(feed, frames, table, first, fragments)? {
        return Ok(Groups { frames: ranges(&starts, count), offsets_fit: true, surplus: false });
    }
    let starts = match frames {
        1 => vec![0],
        _ if frames == count => (0..count).collect(),
        _ => starts(feed, family, fragments)?,
    };
    if starts.len() < frames {
        return Err(Error::at(Code::PixelShort, end));
    }
    let surplus = starts.len() > frames;
    let mut ranges = ranges(&starts, count);
    ranges.truncate(frames);
    Ok(Groups { frames: ranges, offsets_fit: false, surplus })
}

/// The fragments that the Basic Offset Table says start a frame; `None` where it is empty, or not one that fits.
fn offsets<R: Read + Seek>(
    feed: &mut Feed<'_, R>,
    frames: usize,
    table: &Span,
    first: u64,
    fragments: &[Span],
) -> Result<Option<Vec<usize>>> {
    let len = table.end.saturating_sub(table.start);
    if len == 0 || len != frames as u64 * 4 {
        return Ok(None);
    }
    let mut starts: Vec<usize> = Vec::new();
    let mut fits = true;
    feed.source.chunks(table.clone(), |_, bytes| {
        for word in bytes.as_chunks::<4>().0 {
            let value = first + ITEM_HEADER + u64::from(u32::from_le_bytes(*word));
            match fragments.binary_search_by_key(&value, |span| span.start) {
                Ok(at) if fits && starts.last().map_or(at == 0, |last| at > *last) => starts.push(at),
                _ => fits = false,
            }
        }
        Ok(())
    })?;
    Ok(fits.then_some(starts))
}

/// The fragments that start a frame by their own first bytes. Where a syntax has no such bytes, its frames are one fragment each.
fn starts<R: Read + Seek>(feed: &mut Feed<'_, R>, family: Family, fragments: &[Span]) -> Result<Vec<usize>> {
    // Only heads are looked at: to fetch more would be to read everything twice.
    feed.source.read_ahead(limits::FIRST_READ);
    let mut starts = Vec::new();
    for (i, span) in fragments.iter().enumerate() {
        let n = usize::try_from(span.end - span.start).unwrap_or(usize::MAX).min(12);
        feed.passed(span.start, n as u64);
        match family.starts_frame(feed.source.bytes(span.start, n)?) {
            None | Some(true) => starts.push(i),
            Some(false) if i == 0 => return Err(Error::at(Code::PixelStream, span.start)),
            Some(false) => (),
        }
    }
    feed.source.read_ahead(limits::CHUNK);
    Ok(starts)
}

fn ranges(starts: &[usize], count: usize) -> Vec<Range<usize>> {
    let ends = starts.iter().skip(1).copied().chain([count]);
    starts.iter().zip(ends).map(|(start, end)| *start..end).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::Payload;
    use super::super::build::payload;
    use super::*;
    use crate::file::Source;

    fn groups(offsets: &[u32], fragments: &[&[u8]], frames: u64, family: Family) -> Result<(Vec<Range<usize>>, bool, bool)> {
        let (bytes, payload) = payload(offsets, fragments);
        let Payload::Encapsulated { table, fragments } = payload else { unreachable!() };
        let mut source = Source::new(Cursor::new(bytes)).unwrap();
        let first = fragments[0].start - ITEM_HEADER;
        let groups = group(&mut Feed::new(&mut source, &mut |_| (), 0), family, frames, &table, first, &fragments)?;
        Ok((groups.frames, groups.offsets_fit, groups.surplus))
    }

    const HEAD: &[u8] = &[0xFF, 0xD8, 0xFF, 0xDB];
    const TAIL: &[u8] = &[1, 2, 3, 4];

    #[test]
    fn offsets_are_believed_when_they_fit() {
        assert_eq!(groups(&[0, 24], &[TAIL, TAIL, TAIL], 2, Family::Jpeg), Ok((vec![0..2, 2..3], true, false)));
        assert_eq!(groups(&[0], &[TAIL, TAIL], 1, Family::Jpeg), Ok((vec![Range { start: 0, end: 2 }], true, false)));
    }

    #[test]
    fn offsets_that_do_not_fit_are_not() {
        for bad in [&[0, 8][..], &[0, 0], &[24, 0], &[12, 24], &[0, u32::MAX], &[0, 12, 24], &[0], &[0, 13]] {
            let found = groups(bad, &[HEAD, HEAD, TAIL], 2, Family::Jpeg);
            assert_eq!(found, Ok((vec![0..1, 1..3], false, false)), "{bad:?}");
        }
    }

    #[test]
    fn without_offsets_frames_are_counted_or_told_by_their_start() {
        assert_eq!(groups(&[], &[TAIL, TAIL], 2, Family::Jpeg), Ok((vec![0..1, 1..2], false, false)));
        assert_eq!(groups(&[], &[TAIL, TAIL], 1, Family::Rle), Ok((vec![Range { start: 0, end: 2 }], false, false)));
        assert_eq!(groups(&[], &[HEAD, TAIL, TAIL, HEAD], 2, Family::Jpeg), Ok((vec![0..3, 3..4], false, false)));
        assert_eq!(groups(&[], &[HEAD, TAIL, HEAD, HEAD], 2, Family::Jpeg), Ok((vec![0..2, 2..3], false, true)));
        assert_eq!(groups(&[], &[TAIL, TAIL, TAIL], 2, Family::Rle), Ok((vec![0..1, 1..2], false, true)));
    }

    #[test]
    fn too_few_frames_are_refused() {
        assert!(matches!(groups(&[], &[HEAD, TAIL, TAIL], 2, Family::Jpeg), Err(Error { code: Code::PixelShort, .. })));
        assert!(matches!(groups(&[], &[HEAD], 2, Family::Jpeg), Err(Error { code: Code::PixelShort, .. })));
        assert!(matches!(groups(&[], &[HEAD], u64::MAX, Family::Jpeg), Err(Error { code: Code::PixelShort, .. })));
        assert!(matches!(groups(&[], &[TAIL, HEAD, HEAD], 2, Family::Jpeg), Err(Error { code: Code::PixelStream, .. })));
    }
}

//! Encapsulated Pixel Data: frames are told from fragments, inspected one by one, and put together anew (PS3.5 A.4).

use std::io::{Read, Seek};

use super::edit::{Edit, Keep};
use super::feed::Feed;
use super::frame::Frame;
use super::parts::Parts;
use super::table::{Groups, ITEM_HEADER, group};
use super::{Family, Finding, Findings, Inspected, Layout, deflated, jpeg, jpeg2000, jpegxl, rle};
use crate::error::{Code, Error, Result};
use crate::file::Span;
use crate::limits;

const ITEM: [u8; 4] = [0xFE, 0xFF, 0x00, 0xE0];
const SEQUENCE_DELIMITATION: [u8; 8] = [0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0];

/// Rebuilds the value: a table of offsets where there was one, every frame, the delimiter.
pub(super) fn inspect<R: Read + Seek>(
    feed: &mut Feed<'_, R>,
    layout: &Layout,
    family: Family,
    table: &Span,
    fragments: &[Span],
) -> Result<Inspected> {
    check(feed, table, fragments)?;
    if layout.frames == 0 {
        return Err(Code::PixelLayout.into());
    }
    let first = fragments.first().map_or(table.end, |span| span.start.saturating_sub(ITEM_HEADER));
    let filled = fragments.iter().filter(|span| span.end > span.start).cloned().collect::<Vec<_>>();
    let Groups { frames, offsets_fit, surplus } = group(feed, family, layout.frames, table, first, &filled)?;

    let mut findings = Findings::new();
    let had_offsets = table.end > table.start;
    if (had_offsets && !offsets_fit) || filled.len() < fragments.len() {
        findings.insert(Finding::OffsetTable);
    }
    if surplus {
        findings.insert(Finding::TrailingBytes);
    }
    let mut parts = Parts::default();
    let mut offsets = Vec::new();
    for range in frames {
        offsets.push(parts.len());
        let fragments = filled.get(range).unwrap_or_default();
        put(feed, layout, family, fragments, &mut parts, &mut findings)?;
    }
    assemble(offsets, had_offsets, parts, findings)
}

/// Refuses spans that no reading of a file can have come to.
fn check<R: Read + Seek>(feed: &Feed<'_, R>, table: &Span, fragments: &[Span]) -> Result<()> {
    if fragments.len() > limits::FRAGMENTS {
        return Err(Error::at(Code::TooMany, table.start));
    }
    let mut end = 0;
    for span in std::iter::once(table).chain(fragments) {
        if span.end < span.start || span.start < end {
            return Err(Error::at(Code::Structure, span.start));
        }
        if span.end > feed.source.len() {
            return Err(Error::at(Code::CutOff, span.start));
        }
        end = span.end;
    }
    Ok(())
}

/// Inspects one frame and adds its Items.
fn put<R: Read + Seek>(
    feed: &mut Feed<'_, R>,
    layout: &Layout,
    family: Family,
    fragments: &[Span],
    parts: &mut Parts,
    findings: &mut Findings,
) -> Result<()> {
    let frame = Frame::new(fragments);
    // Before the frame itself, so that reading goes one way.
    let headers = has_headers(feed, fragments)?;
    let mut edit = Edit::default();
    match family {
        Family::Jpeg => jpeg::walk(feed, &frame, &mut edit, findings)?,
        Family::Jpeg2000 => edit = jpeg2000::walk(feed, &frame, false, findings)?,
        Family::Jpeg2000Part2 => edit = jpeg2000::walk(feed, &frame, true, findings)?,
        Family::JpegXl => jpegxl::walk(feed, &frame, &mut edit, findings)?,
        Family::Rle => rle::walk(feed, layout, &frame, &mut edit, findings)?,
        Family::Deflated => deflated::walk(feed, layout, &frame, &mut edit, findings)?,
        Family::Native => return Err(Code::Structure.into()),
    }
    // The last byte may be padding, which is zero.
    let whole = edit.is_head() && edit.len() + edit.len() % 2 == frame.len() && frame.ends(feed, edit.len())?;
    if whole && fragments.iter().all(|span| (span.end - span.start) % 2 == 0) {
        for span in fragments {
            if headers {
                parts.span(span.start - ITEM_HEADER..span.end)?;
            } else {
                parts.bytes(&item(span.end - span.start, span.start)?)?;
                parts.span(span.clone())?;
            }
        }
        return Ok(());
    }
    // Padding is for the frame's end alone, so a changed frame is one fragment: cuts inside of it could be at odd places.
    let len = edit.len() + edit.len() % 2;
    parts.bytes(&item(len, frame.error(Code::TooLong, 0).at.unwrap_or_default())?)?;
    for piece in edit.into_pieces() {
        match piece {
            Keep::Fresh(bytes) => parts.bytes(&bytes)?,
            Keep::Range(range) => frame.spans(range).try_for_each(|span| parts.span(span))?,
        }
    }
    parts.even()
}

/// Whether every fragment's own header is in the source just before it, so that it can stay with the fragment.
fn has_headers<R: Read + Seek>(feed: &mut Feed<'_, R>, fragments: &[Span]) -> Result<bool> {
    for span in fragments {
        let Some(at) = span.start.checked_sub(ITEM_HEADER) else { return Ok(false) };
        if feed.source.bytes(at, ITEM_HEADER as usize)? != item(span.end - span.start, span.start)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The header of an Item of `len` bytes that comes from offset `at`.
fn item(len: u64, at: u64) -> Result<[u8; 8]> {
    // All ones mean an undefined length.
    let len = u32::try_from(len).ok().filter(|len| *len < u32::MAX).ok_or(Error::at(Code::TooLong, at))?;
    let ([a, b, c, d], [e, f, g, h]) = (ITEM, len.to_le_bytes());
    Ok([a, b, c, d, e, f, g, h])
}

/// Puts the table before the frames, and the delimiter after them.
fn assemble(offsets: Vec<u64>, had_offsets: bool, frames: Parts, findings: Findings) -> Result<Inspected> {
    // Offsets beyond 32 bits cannot be said: an empty table is as right.
    let words = offsets.iter().map(|offset| u32::try_from(*offset)).collect::<std::result::Result<Vec<_>, _>>().unwrap_or_default();
    let table = words.iter().filter(|_| had_offsets).flat_map(|word| word.to_le_bytes()).collect::<Vec<_>>();
    let mut parts = Parts::default();
    parts.bytes(&item(table.len() as u64, 0)?)?;
    parts.bytes(&table)?;
    parts.append(frames)?;
    parts.bytes(&SEQUENCE_DELIMITATION)?;
    Ok(parts.into_inspected(findings))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::build::{self, jpeg, layout, opened, segment, with_table};
    use super::super::{Part, Payload};
    use super::*;
    use crate::file::Source;

    const SYNTAX: &str = "1.2.840.10008.1.2.4.50";

    fn frames(frames: u64) -> Layout {
        Layout { frames, ..layout(1, 1, 8) }
    }

    #[test]
    fn an_unchanged_value_is_three_parts() {
        let frame = jpeg(&[]);
        let (value, found) = with_table(&[], &[&frame, &frame, &frame], SYNTAX, &frames(3)).unwrap();
        assert_eq!(found.parts.len(), 3);
        assert_eq!(opened(&value), (vec![], vec![frame.clone(), frame.clone(), frame]));
        assert!(found.findings.is_empty());
    }

    #[test]
    fn offsets_are_made_anew_where_there_were_some() {
        let (clean, dirty) = (jpeg(&[]), jpeg(&[segment(0xFE, b"DOE^JANE")]));
        let second = dirty.len() as u32 + 8;
        let (value, found) = with_table(&[0, second], &[&dirty, &clean], SYNTAX, &frames(2)).unwrap();
        assert_eq!(opened(&value), (vec![0, clean.len() as u32 + 8], vec![clean.clone(), clean.clone()]));
        assert_eq!(found.findings, [Finding::Markers], "the old table was right");

        let slack = [0, second, 0x44_4F_45_20];
        let (value, found) = with_table(&slack, &[&dirty, &clean], SYNTAX, &frames(2)).unwrap();
        assert_eq!(opened(&value).0, [0, clean.len() as u32 + 8]);
        assert_eq!(found.findings, [Finding::Markers, Finding::OffsetTable]);
    }

    #[test]
    fn empty_and_surplus_fragments_leave() {
        let frame = jpeg(&[]);
        let (value, found) = with_table(&[], &[&frame, &[], &frame, b"DOE^JANE"], SYNTAX, &frames(2)).unwrap();
        assert_eq!(opened(&value).1, [frame.clone(), frame.clone()]);
        assert_eq!(found.findings, [Finding::Markers, Finding::OffsetTable]);
        let (value, found) = with_table(&[], &[&frame, &frame, &frame], SYNTAX, &frames(2)).unwrap();
        assert_eq!(opened(&value).1, [frame.clone(), frame]);
        assert_eq!(found.findings, [Finding::TrailingBytes]);
    }

    #[test]
    fn boundaries_stay_where_nothing_changes_and_are_even() {
        let frame = jpeg(&[]);
        let (head, tail) = frame.split_at(10);
        let (value, _) = with_table(&[], &[head, tail], SYNTAX, &frames(1)).unwrap();
        assert_eq!(opened(&value).1, [head, tail]);
        let (head, tail) = frame.split_at(11);
        let (value, found) = with_table(&[], &[head, tail], SYNTAX, &frames(1)).unwrap();
        assert_eq!(opened(&value).1, [frame]);
        assert!(found.findings.is_empty());
    }

    #[test]
    fn odd_frames_are_padded_with_zero() {
        let frame = build::jpeg_with_scan(0xC0, &[1, 2, 3]);
        assert_eq!(frame.len() % 2, 1);
        let even = [&frame[..], &[0]].concat();
        for pad in [&[][..], &[0], &[9]] {
            let (value, found) = with_table(&[], &[&[&frame[..], pad].concat()], SYNTAX, &frames(1)).unwrap();
            assert_eq!(opened(&value).1.concat(), even);
            assert_eq!(found.findings.is_empty(), pad != [9]);
        }
    }

    #[test]
    fn headers_that_are_not_there_are_made() {
        let frame = jpeg(&[]);
        let len = frame.len() as u64;
        let payload = Payload::Encapsulated { table: 0..0, fragments: vec![Span { start: 0, end: len }] };
        let mut source = Source::new(Cursor::new(frame.clone())).unwrap();
        let found = super::super::inspect(&mut source, &frames(1), SYNTAX, &payload, &mut |_| ()).unwrap();
        assert!(found.parts.contains(&Part::Span(0..len)));
        assert_eq!(opened(&build::written(&frame, &found)), (vec![], vec![frame]));
    }

    #[test]
    fn spans_that_cannot_be_are_refused() {
        let mut source = Source::new(Cursor::new(jpeg(&[]))).unwrap();
        let len = source.len();
        for (table, fragments, code) in [
            (0..0, vec![Span { start: 0, end: len + 1 }], Code::CutOff),
            (0..0, vec![4..len, 0..4], Code::Structure),
            (0..8, vec![Span { start: 4, end: len }], Code::Structure),
            (0..0, vec![Span { start: 8, end: 4 }], Code::Structure),
            (0..0, vec![], Code::PixelShort),
            (0..0, vec![Span { start: 5, end: 5 }], Code::PixelShort),
        ] {
            let payload = Payload::Encapsulated { table, fragments };
            let found = super::super::inspect(&mut source, &frames(1), SYNTAX, &payload, &mut |_| ());
            assert_eq!(found.map_err(|error| error.code), Err(code), "{payload:?}");
        }
        let payload = Payload::Native { value: 0..len, big_endian: false };
        let found = super::super::inspect(&mut source, &frames(1), SYNTAX, &payload, &mut |_| ());
        assert_eq!(found, Err(Code::Structure.into()));
    }

    #[test]
    fn no_item_is_longer_than_its_header_can_say() {
        assert_eq!(item(0xFFFF_FFFE, 7).unwrap()[4..], [0xFE, 0xFF, 0xFF, 0xFF]);
        assert_eq!(item(0xFFFF_FFFF, 7), Err(Error::at(Code::TooLong, 7)));
        assert_eq!(item(1 << 32, 7), Err(Error::at(Code::TooLong, 7)));
    }
}

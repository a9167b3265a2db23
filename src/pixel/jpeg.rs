//! JPEG and JPEG-LS frames: markers are walked, entropy-coded data is passed over (ISO/IEC 10918-1 Annex B, ISO/IEC 14495-1 Annex C).

use std::io::{Read, Seek};

use super::edit::Edit;
use super::feed::Feed;
use super::frame::Frame;
use super::jpeg_segment::{Verdict, is_frame, judge};
use super::{Finding, Findings};
use crate::error::{Code, Result};

/// Keeps of one frame what decoding needs: from its first marker to its end marker, without application data, comments and fill bytes.
///
/// A stream that ends without an end marker stays as it is: scanners write such streams, and viewers show them.
pub(super) fn walk<R: Read + Seek>(feed: &mut Feed<'_, R>, frame: &Frame, edit: &mut Edit, findings: &mut Findings) -> Result<()> {
    if frame.take::<2, R>(feed, 0)? != [0xFF, 0xD8] {
        return Err(frame.error(Code::PixelStream, 0));
    }
    edit.keep(0..2)?;
    let mut at = 2;
    let mut seen = Seen::default();
    loop {
        if seen.scan && frame.ends(feed, at)? {
            return edit.keep(at..frame.len());
        }
        let (marker, start) = marker(feed, frame, at)?;
        if start > at {
            findings.insert(Finding::Markers);
        }
        if marker == 0xD9 && seen.scan {
            edit.keep(start..start + 2)?;
            if !is_padding(feed, frame, start + 2)? {
                findings.insert(Finding::Markers);
            }
            return Ok(());
        }
        let end = segment_end(feed, frame, marker, start)?;
        let payload = frame.gather(feed, start + 4..end)?;
        match seen.judge(marker, &payload) {
            Verdict::Keep => edit.keep(start..end)?,
            Verdict::Drop => _ = findings.insert(Finding::Markers),
            Verdict::Replace(bytes) => {
                findings.insert(Finding::Markers);
                edit.fresh(bytes)?;
            }
            Verdict::Refuse => return Err(frame.error(Code::PixelStream, start)),
        }
        at = end;
        if marker == 0xDA {
            at = entropy_end(feed, frame, at, seen.low_stuffing)?;
            edit.keep(end..at)?;
        }
    }
}

/// Whether nothing is left at `at` but one byte of padding: a zero, or the fill byte that some encoders take for it.
fn is_padding<R: Read + Seek>(feed: &mut Feed<'_, R>, frame: &Frame, at: u64) -> Result<bool> {
    Ok(frame.ends(feed, at)? || (at + 1 == frame.len() && frame.take::<1, R>(feed, at)? == [0xFF]))
}

/// What came before in the stream.
#[derive(Default)]
struct Seen {
    frame: bool,
    scan: bool,
    jfif: bool,
    adobe: bool,
    /// JPEG-LS: after a byte of ones, every byte below 0x80 is data.
    low_stuffing: bool,
}

impl Seen {
    /// Judges a segment by what it holds and by its place.
    fn judge(&mut self, marker: u8, payload: &[u8]) -> Verdict {
        let verdict = judge(marker, payload);
        let stays = matches!(verdict, Verdict::Keep | Verdict::Replace(_));
        match marker {
            0xDA if !self.frame => return Verdict::Refuse,
            0xDA => self.scan = true,
            0xDC if !self.scan => return Verdict::Refuse,
            // The second one says nothing new to a decoder that believes the first.
            0xE0 if stays && std::mem::replace(&mut self.jfif, true) => return Verdict::Drop,
            // Decoders differ in which of two they believe.
            0xEE if stays && std::mem::replace(&mut self.adobe, true) => return Verdict::Refuse,
            _ if is_frame(marker) => {
                self.frame = true;
                self.low_stuffing = marker == 0xF7;
            }
            _ => (),
        }
        verdict
    }
}

/// The marker at `at`, and where it starts: behind fill bytes.
fn marker<R: Read + Seek>(feed: &mut Feed<'_, R>, frame: &Frame, at: u64) -> Result<(u8, u64)> {
    let code = frame.skip(feed, at, 0xFF)?;
    if code == at || code >= frame.len() {
        return Err(frame.error(Code::PixelStream, at));
    }
    let [marker] = frame.take(feed, code)?;
    Ok((marker, code - 1))
}

/// The end of the segment whose marker is at `start`.
fn segment_end<R: Read + Seek>(feed: &mut Feed<'_, R>, frame: &Frame, marker: u8, start: u64) -> Result<u64> {
    // Markers that stand alone have no place here: a start, an end before any scan, a restart outside of a scan.
    if matches!(marker, 0x00..=0x01 | 0xD0..=0xD9) {
        return Err(frame.error(Code::PixelStream, start));
    }
    let len = u64::from(u16::from_be_bytes(frame.take(feed, start + 2)?));
    let end = start + 2 + len;
    if len < 2 || end > frame.len() { Err(frame.error(Code::PixelStream, start)) } else { Ok(end) }
}

/// The end of entropy-coded data that starts at `at`: the next marker that is not a restart, with its fill bytes, or the frame's end.
fn entropy_end<R: Read + Seek>(feed: &mut Feed<'_, R>, frame: &Frame, mut at: u64, low_stuffing: bool) -> Result<u64> {
    // Where a run of bytes of ones began that the byte before belongs to.
    let mut ones: Option<u64> = None;
    loop {
        let chunk = frame.chunk(feed, at)?;
        if chunk.is_empty() {
            return Ok(at);
        }
        let mut rest = chunk;
        while let Some((byte, tail)) = rest.split_first() {
            let here = at + (chunk.len() - rest.len()) as u64;
            match (*byte, ones) {
                (0xFF, _) => ones = ones.or(Some(here)),
                (0x00 | 0xD0..=0xD7, Some(_)) => ones = None,
                (0x01..=0x7F, Some(_)) if low_stuffing => ones = None,
                (_, Some(start)) => return Ok(start),
                (_, None) => {
                    rest = rest.get(ones_at(rest)..).unwrap_or_default();
                    continue;
                }
            }
            rest = tail;
        }
        at += chunk.len() as u64;
    }
}

/// The index of the first byte of ones, or the length.
fn ones_at(bytes: &[u8]) -> usize {
    const LOW: u64 = u64::from_le_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    let (groups, _) = bytes.as_chunks::<8>();
    // A byte of ones is a zero byte of the complement: taking one from it borrows into its high bit.
    let clear = |group: &&[u8; 8]| {
        let v = u64::from_le_bytes(**group);
        (!v).wrapping_sub(LOW) & v & HIGH == 0
    };
    let skip = groups.iter().take_while(clear).count() * 8;
    let tail = bytes.get(skip..).unwrap_or_default();
    skip + tail.iter().position(|b| *b == 0xFF).unwrap_or(tail.len())
}

#[cfg(test)]
mod tests {
    use super::super::build::{self, bytes_of, frames_of, jpeg, layout, segment};
    use super::*;
    use crate::error::Error;

    const SYNTAX: &str = "1.2.840.10008.1.2.4.50";
    const JFIF: &[u8] = b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0";

    fn cleaned(stream: &[u8]) -> Result<(Vec<u8>, Vec<Finding>)> {
        let (value, found) = build::encapsulated(&[stream], SYNTAX, &layout(1, 1, 8))?;
        Ok((frames_of(&value).concat(), found.findings))
    }

    #[test]
    fn a_plain_stream_stays_by_reference() {
        let stream = jpeg(&[]);
        let (_, found) = build::encapsulated(&[&stream], SYNTAX, &layout(1, 1, 8)).unwrap();
        assert_eq!(bytes_of(&found), 8 + 8, "only the offset table's header and the delimiter are fresh");
        assert!(found.findings.is_empty());
    }

    #[test]
    fn application_data_and_comments_leave() {
        let dirty = jpeg(&[
            segment(0xE0, JFIF),
            segment(0xE0, b"JFXX\0\x10DOE"),
            segment(0xE1, b"Exif\0\0DOE^JANE"),
            segment(0xE2, b"ICC_PROFILE\0DOE"),
            segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01"),
            segment(0xFE, b"DOE^JANE"),
        ]);
        let clean = jpeg(&[segment(0xE0, JFIF), segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01")]);
        assert_eq!(cleaned(&dirty), Ok((clean.clone(), vec![Finding::Markers])));
        assert_eq!(cleaned(&clean), Ok((clean, vec![])));
    }

    #[test]
    fn a_thumbnail_leaves_its_header() {
        let dirty = jpeg(&[segment(0xE0, &[&JFIF[..12], &[1, 1, 1, 2, 3, 4]].concat())]);
        assert_eq!(cleaned(&dirty), Ok((jpeg(&[segment(0xE0, JFIF)]), vec![Finding::Markers])));
    }

    #[test]
    fn fill_bytes_and_what_follows_the_end_leave() {
        let clean = jpeg(&[]);
        let mut filled = vec![0xFF, 0xD8, 0xFF, 0xFF];
        filled.extend_from_slice(&clean[2..]);
        assert_eq!(cleaned(&filled), Ok((clean.clone(), vec![Finding::Markers])));
        for tail in [&b"DOE^JANE"[..], &jpeg(&[]), &[0; 4]] {
            assert_eq!(cleaned(&[&clean[..], tail].concat()), Ok((clean.clone(), vec![Finding::Markers])));
        }
        // A fill byte in place of a zero is no finding, and becomes a zero.
        let odd = build::jpeg_with_scan(0xC0, &[1, 2, 3]);
        let padded = |byte: u8| [&odd[..], &[byte]].concat();
        assert_eq!(cleaned(&padded(0xFF)), Ok((padded(0), vec![])));
        assert_eq!(cleaned(&padded(b'D')), Ok((padded(0), vec![Finding::Markers])));
        let at_end = [&clean[..clean.len() - 2], &[0xFF, 0xFF, 0xD9]].concat();
        assert_eq!(cleaned(&at_end).unwrap().1, [Finding::Markers]);
    }

    #[test]
    fn a_missing_end_is_tolerated_after_a_scan_only() {
        let stream = jpeg(&[]);
        let cut = &stream[..stream.len() - 2];
        let (kept, findings) = cleaned(cut).unwrap();
        assert_eq!((&kept[..cut.len()], findings), (cut, vec![]));
        assert!(matches!(cleaned(&stream[..4]), Err(Error { code: Code::PixelStream, .. })));
        assert!(matches!(cleaned(&[0xFF, 0xD8, 0xFF, 0xD9]), Err(Error { code: Code::PixelStream, .. })));
    }

    #[test]
    fn scans_keep_stuffing_and_restarts() {
        let scan = [0xFF, 0x00, 0x12, 0xFF, 0xD0, 0x34, 0xFF, 0xFF, 0x00, 0x56];
        let stream = build::jpeg_with_scan(0xC0, &scan);
        assert_eq!(cleaned(&stream).unwrap().1, []);
        // In JPEG-LS a byte below 0x80 is data after a byte of ones; in JPEG it would be a marker.
        let low = [0x11, 0xFF, 0x7F, 0x22];
        assert_eq!(cleaned(&build::jpeg_with_scan(0xF7, &low)).unwrap().1, []);
        assert!(cleaned(&build::jpeg_with_scan(0xC0, &low)).is_err());
    }

    #[test]
    fn ones_are_found_at_every_place() {
        for len in 0..40 {
            for at in 0..=len {
                let mut bytes = vec![0xFE; len];
                bytes.iter_mut().skip(at).for_each(|b| *b = 0xFF);
                assert_eq!(ones_at(&bytes), at);
                bytes.iter_mut().take(at).for_each(|b| *b = 0x00);
                assert_eq!(ones_at(&bytes), at);
            }
        }
    }

    #[test]
    fn markers_and_scans_may_cross_fragments() {
        let dirty = jpeg(&[segment(0xFE, b"DOE^JANE")]);
        let clean = jpeg(&[]);
        for cut in (2..dirty.len()).step_by(2) {
            let (value, found) = build::encapsulated(&[&dirty[..cut], &dirty[cut..]], SYNTAX, &layout(1, 1, 8)).unwrap();
            assert_eq!(frames_of(&value).concat(), clean, "{cut}");
            assert_eq!(found.findings, [Finding::Markers]);
        }
    }

    #[test]
    fn no_cut_and_no_flip_panics() {
        for marker in [0xC0, 0xF7] {
            let stream = build::jpeg_with_scan(marker, &[1, 2, 0xFF, 0, 3, 0xFF, 0xD1, 4]);
            build::torment(&stream, SYNTAX, &layout(1, 1, 8));
        }
        build::torment(&jpeg(&[segment(0xE0, JFIF), segment(0xFE, b"DOE")]), SYNTAX, &layout(1, 1, 8));
    }
}

//! Native Pixel Data: cut after its last frame, and without bits beside its samples (PS3.5 8.1.1 and 8.2).

use std::io::{Read, Seek};

use super::feed::Feed;
use super::parts::Parts;
use super::unused::Unused;
use super::{Finding, Findings, Inspected, Layout, Mask, size};
use crate::error::{Code, Error, Result};
use crate::file::Span;
use crate::limits;

/// Reads the value once, where it has bits beside its samples at all.
pub(super) fn inspect<R: Read + Seek>(feed: &mut Feed<'_, R>, layout: &Layout, value: &Span, big_endian: bool) -> Result<Inspected> {
    let have = value.end.checked_sub(value.start).filter(|_| value.end <= feed.source.len());
    let have = have.ok_or(Error::at(Code::CutOff, value.start))?;
    let mut need = size::native(layout, have)?;
    if have < need {
        return Err(Error::at(Code::PixelShort, value.end));
    }
    // Bytes in words of two, the higher first: of an odd number, the last is on the left of its word.
    if big_endian && layout.bits_allocated <= 8 && need < have {
        need += need % 2;
    }
    let mut findings = Findings::new();
    if !is_padding(feed, value.start + need..value.end, need)? {
        findings.insert(Finding::TrailingBytes);
    }
    let mut parts = Parts::default();
    let frames = value.start..value.start + need;
    if layout.bits_allocated == 1 {
        bits(feed, layout, frames, big_endian, &mut parts, &mut findings)?;
    } else {
        words(feed, layout, frames, big_endian, &mut parts, &mut findings)?;
    }
    // The old padding, where there is some: a span that goes on is one part less.
    if need % 2 == 1 && have == need + 1 && findings.is_empty() {
        parts.span(value.end - 1..value.end)?;
    }
    parts.even()?;
    Ok(parts.into_inspected(findings))
}

/// Whether the bytes after `need` others are none, or the one zero that makes their number even.
fn is_padding<R: Read + Seek>(feed: &mut Feed<'_, R>, rest: Span, need: u64) -> Result<bool> {
    match rest.end - rest.start {
        0 => Ok(true),
        1 if need % 2 == 1 => Ok(feed.bytes(rest.start, 1)? == [0]),
        _ => Ok(false),
    }
}

fn words<R: Read + Seek>(
    feed: &mut Feed<'_, R>,
    layout: &Layout,
    frames: Span,
    big_endian: bool,
    parts: &mut Parts,
    findings: &mut Findings,
) -> Result<()> {
    let mask = Mask::of(layout, big_endian);
    let mut unused = Unused::new(mask);
    if layout.float || !unused.possible() {
        return parts.span(frames);
    }
    feed.source.read_ahead(limits::STRIDE);
    let mut at = frames.start;
    while at < frames.end {
        // Chunks are whole words: their length is a power of two.
        let n = usize::try_from(frames.end - at).unwrap_or(usize::MAX).min(limits::STRIDE);
        unused.see(feed.bytes(at, n)?);
        at += n as u64;
    }
    if !unused.found() {
        return parts.span(frames);
    }
    findings.insert(Finding::UnusedBits);
    parts.masked(frames, mask)
}

/// Single bits, packed from the lowest bit of each byte on: only the last byte can have some to spare (PS3.5 8.1.1).
fn bits<R: Read + Seek>(
    feed: &mut Feed<'_, R>,
    layout: &Layout,
    frames: Span,
    big_endian: bool,
    parts: &mut Parts,
    findings: &mut Findings,
) -> Result<()> {
    // Cannot wrap: the size in bytes was computed from this product.
    let pixels = u64::from(layout.rows).wrapping_mul(u64::from(layout.columns));
    let total = pixels.wrapping_mul(u64::from(layout.samples)).wrapping_mul(layout.frames);
    let spare = (8 - total % 8) % 8;
    if spare == 0 || frames.end == frames.start {
        return parts.span(frames);
    }
    // Whether words or bytes were packed is not said, so the last byte cannot be told.
    if big_endian {
        return Err(Code::PixelLayout.into());
    }
    let last = feed.bytes(frames.end - 1, 1)?.first().copied().unwrap_or_default();
    let clean = last & (0xFF >> spare);
    if last == clean {
        return parts.span(frames);
    }
    findings.insert(Finding::UnusedBits);
    parts.span(frames.start..frames.end - 1)?;
    parts.bytes(&[clean])
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::build::{layout, native, native_at, written};
    use super::super::{Part, Payload, inspect};
    use super::*;
    use crate::file::Source;

    #[test]
    fn clean_values_stay_as_they_are() {
        let bytes: Vec<u8> = (0..32).collect();
        let found = native(&bytes, &layout(4, 4, 16), false).unwrap();
        assert_eq!(found, Inspected { parts: vec![Part::Span(0..32)], len: 32, findings: vec![] });
        let found = native(&bytes[..10], &layout(3, 3, 8), false);
        assert_eq!(found.unwrap().findings, [Finding::TrailingBytes], "the tenth byte is not zero");
    }

    #[test]
    fn what_follows_the_last_frame_is_cut() {
        let mut bytes = vec![7; 18];
        bytes.extend_from_slice(b"DOE^JANE");
        let found = native(&bytes, &layout(3, 3, 16), false).unwrap();
        assert_eq!(found.findings, [Finding::TrailingBytes]);
        assert_eq!(written(&bytes, &found), [7; 18]);
        assert_eq!(found.len, 18);
    }

    #[test]
    fn odd_values_end_in_one_zero() {
        for tail in [&[][..], &[0], &[9], &[0, 0], b"DOE"] {
            let bytes = [&[5; 9][..], tail].concat();
            let found = native(&bytes, &layout(3, 3, 8), false).unwrap();
            assert_eq!(written(&bytes, &found), [5, 5, 5, 5, 5, 5, 5, 5, 5, 0], "{tail:?}");
            assert_eq!(found.findings.is_empty(), tail.is_empty() || tail == [0], "{tail:?}");
        }
        let found = native(&[5, 5, 5, 5, 5, 5, 5, 5, 5, 0], &layout(3, 3, 8), false).unwrap();
        assert_eq!(found.parts, [Part::Span(0..10)]);
    }

    #[test]
    fn short_values_are_refused_where_they_end() {
        assert_eq!(native_at(100, &[0; 17], &layout(3, 3, 16), false), Err(Error::at(Code::PixelShort, 117)));
        assert_eq!(native(&[], &layout(1, 1, 8), false), Err(Error::at(Code::PixelShort, 0)));
        let huge = Layout { frames: 1 << 28, ..layout(65_535, 65_535, 8) };
        assert_eq!(native(&[0; 16], &huge, false), Err(Error::at(Code::PixelShort, 16)));
    }

    #[test]
    fn values_outside_of_the_source_are_refused() {
        let mut source = Source::new(Cursor::new(vec![0u8; 10])).unwrap();
        for value in [2..11, 11..12, Span { start: 8, end: 4 }, 0..u64::MAX] {
            let at = value.start;
            let payload = Payload::Native { value, big_endian: false };
            let found = inspect(&mut source, &layout(2, 2, 8), "1.2.840.10008.1.2", &payload, &mut |_| ());
            assert_eq!(found, Err(Error::at(Code::CutOff, at)));
        }
    }

    #[test]
    fn bits_beside_the_samples_are_masked() {
        for big_endian in [false, true] {
            let words = |words: [u16; 4]| words.map(|w| if big_endian { w.to_be_bytes() } else { w.to_le_bytes() }).concat();
            let layout = Layout { bits_stored: 12, high_bit: 11, ..layout(2, 2, 16) };
            let clean = words([0xFFF, 1, 2, 0x800]);
            assert_eq!(native(&clean, &layout, big_endian).unwrap().parts, [Part::Span(0..8)]);
            let dirty = words([0xFFF, 0xA001, 2, 0x1800]);
            let found = native(&dirty, &layout, big_endian).unwrap();
            assert_eq!(found.findings, [Finding::UnusedBits]);
            assert_eq!(written(&dirty, &found), clean);

            let signed = Layout { signed: true, ..layout };
            assert_eq!(native(&clean, &signed, big_endian).unwrap().parts, [Part::Span(0..8)]);
            assert_eq!(native(&words([0xFFFF, 1, 2, 0xF800]), &signed, big_endian).unwrap().parts, [Part::Span(0..8)]);
            let found = native(&dirty, &signed, big_endian).unwrap();
            assert_eq!(written(&dirty, &found), words([0xFFFF, 1, 2, 0xF800]));
            assert!(native(&written(&dirty, &found), &signed, big_endian).unwrap().findings.is_empty());
        }
    }

    #[test]
    fn an_overlay_below_the_sample_is_masked() {
        let layout = Layout { bits_stored: 12, high_bit: 15, ..layout(1, 2, 16) };
        let found = native(&[0x31, 0x12, 0x30, 0x12], &layout, false).unwrap();
        assert_eq!(written(&[0x31, 0x12, 0x30, 0x12], &found), [0x30, 0x12, 0x30, 0x12]);
    }

    #[test]
    fn single_bits_are_packed_over_all_frames() {
        let layout = Layout { frames: 3, ..layout(3, 3, 1) };
        let clean = [0xFF, 0xFF, 0xFF, 0x07];
        assert_eq!(native(&clean, &layout, false).unwrap().parts, [Part::Span(0..4)]);
        let dirty = [0xFF, 0xFF, 0xFF, 0xAF];
        let found = native(&dirty, &layout, false).unwrap();
        assert_eq!((written(&dirty, &found), found.findings), (clean.to_vec(), vec![Finding::UnusedBits]));
        assert_eq!(native(&clean, &layout, true), Err(Code::PixelLayout.into()));
        assert_eq!(native(&clean[..3], &layout, false), Err(Error::at(Code::PixelShort, 3)));
    }

    #[test]
    fn swapped_bytes_keep_their_last_word() {
        let found = native(&[1, 2, 3, 4, 0, 5], &layout(1, 5, 8), true).unwrap();
        assert_eq!(found.parts, [Part::Span(0..6)]);
    }

    #[test]
    fn floats_are_whole_words() {
        let bytes = [0xFF; 16];
        let layout = Layout { float: true, bits_stored: 0, high_bit: 0, ..layout(2, 2, 32) };
        assert_eq!(native(&bytes, &layout, false).unwrap().parts, [Part::Span(0..16)]);
    }

    #[test]
    fn long_values_beat() {
        let layout = Layout { bits_stored: 12, high_bit: 11, frames: 20, ..layout(1024, 512, 16) };
        let bytes = vec![0; 20 << 20];
        let mut told = vec![0];
        let mut source = Source::new(Cursor::new(bytes)).unwrap();
        let payload = Payload::Native { value: 0..20 << 20, big_endian: false };
        inspect(&mut source, &layout, "1.2.840.10008.1.2.1", &payload, &mut |n| told.push(n)).unwrap();
        told.push(20 << 20);
        assert!(told.windows(2).all(|pair| pair[1] >= pair[0] && pair[1] - pair[0] <= 8 << 20), "{told:?}");
    }
}

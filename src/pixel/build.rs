//! Builders for the tests of this module: layouts, streams, values and sources in memory.

use std::io::Cursor;

use super::{Inspected, Layout, Part, Payload, inspect};
use crate::error::{Code, Result};
use crate::file::{Source, Span};

/// An unsigned picture of one sample a pixel that uses all of its bits.
pub(super) fn layout(rows: u32, columns: u32, bits: u32) -> Layout {
    Layout {
        rows,
        columns,
        samples: 1,
        frames: 1,
        bits_allocated: bits,
        bits_stored: bits,
        high_bit: bits.wrapping_sub(1),
        signed: false,
        subsampled: false,
        float: false,
    }
}

/// Inspects a native value that is the whole source.
pub(super) fn native(bytes: &[u8], layout: &Layout, big_endian: bool) -> Result<Inspected> {
    native_at(0, bytes, layout, big_endian)
}

/// Inspects a native value after some other bytes.
pub(super) fn native_at(before: usize, bytes: &[u8], layout: &Layout, big_endian: bool) -> Result<Inspected> {
    let mut source = Source::new(Cursor::new([&vec![0xEE; before][..], bytes].concat())).unwrap();
    let payload = Payload::Native { value: before as u64..source.len(), big_endian };
    inspect(&mut source, layout, "1.2.840.10008.1.2.1", &payload, &mut |_| ())
}

/// The bytes of an inspected value.
pub(super) fn written(source: &[u8], inspected: &Inspected) -> Vec<u8> {
    let mut value = Vec::new();
    for part in &inspected.parts {
        match part {
            Part::Bytes(bytes) | Part::Samples(bytes) => value.extend_from_slice(bytes),
            Part::Span(span) => value.extend_from_slice(&source[span.start as usize..span.end as usize]),
            Part::Masked { span, mask } => {
                let mut bytes = source[span.start as usize..span.end as usize].to_vec();
                mask.apply(&mut bytes);
                value.extend_from_slice(&bytes);
            }
        }
    }
    assert_eq!(value.len() as u64, inspected.len);
    assert_eq!(value.len() % 2, 0);
    value
}

/// Fresh bytes of an inspected value.
pub(super) fn bytes_of(inspected: &Inspected) -> usize {
    inspected.parts.iter().map(|part| if let Part::Bytes(bytes) = part { bytes.len() } else { 0 }).sum()
}

/// An Item with its value, as long as it is: its length may be odd.
pub(super) fn item(value: &[u8]) -> Vec<u8> {
    [&[0xFE, 0xFF, 0x00, 0xE0][..], &(value.len() as u32).to_le_bytes(), value].concat()
}

/// An encapsulated value in a source, with something before it: a table of offsets and fragments.
pub(super) fn payload(offsets: &[u32], fragments: &[&[u8]]) -> (Vec<u8>, Payload) {
    let table = offsets.iter().flat_map(|offset| offset.to_le_bytes()).collect::<Vec<_>>();
    let mut bytes = [b"before", &item(&table)[..]].concat();
    let span = |bytes: &Vec<u8>, len: usize| -> Span { (bytes.len() - len) as u64..bytes.len() as u64 };
    let table = span(&bytes, table.len());
    let mut spans = Vec::new();
    for fragment in fragments {
        bytes.extend_from_slice(&item(fragment));
        spans.push(span(&bytes, fragment.len()));
    }
    bytes.extend_from_slice(&[0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]);
    (bytes, Payload::Encapsulated { table, fragments: spans })
}

/// Inspects an encapsulated value with a table of offsets; returns the new value with the findings.
pub(super) fn with_table(offsets: &[u32], fragments: &[&[u8]], syntax: &str, layout: &Layout) -> Result<(Vec<u8>, Inspected)> {
    let (bytes, payload) = payload(offsets, fragments);
    let mut source = Source::new(Cursor::new(bytes.clone())).unwrap();
    let inspected = inspect(&mut source, layout, syntax, &payload, &mut |_| ())?;
    let value = written(&bytes, &inspected);
    assert_settled(&value, syntax, layout);
    Ok((value, inspected))
}

/// A value that was inspected once is clean: a second time there is nothing to find, and nothing to change.
fn assert_settled(value: &[u8], syntax: &str, layout: &Layout) {
    let mut spans = Vec::new();
    let mut at = 0;
    while value[at..].starts_with(&[0xFE, 0xFF, 0x00, 0xE0]) {
        let len = u32::from_le_bytes(value[at + 4..at + 8].try_into().unwrap()) as usize;
        spans.push((at + 8) as u64..(at + 8 + len) as u64);
        at += 8 + len;
    }
    let payload = Payload::Encapsulated { table: spans.remove(0), fragments: spans };
    let again = inspect(&mut Source::new(Cursor::new(value.to_vec())).unwrap(), layout, syntax, &payload, &mut |_| ());
    let again = again.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((again.findings.as_slice(), written(value, &again)), (&[][..], value.to_vec()));
}

/// Inspects an encapsulated value without offsets.
pub(super) fn encapsulated(fragments: &[&[u8]], syntax: &str, layout: &Layout) -> Result<(Vec<u8>, Inspected)> {
    with_table(&[], fragments, syntax, layout)
}

/// The offsets and the fragments of an encapsulated value; every Item must be of even length, and the delimiter must end it.
pub(super) fn opened(value: &[u8]) -> (Vec<u32>, Vec<Vec<u8>>) {
    let mut items = Vec::new();
    let mut rest = value;
    while let Some(tail) = rest.strip_prefix(&[0xFE, 0xFF, 0x00, 0xE0]) {
        let len = u32::from_le_bytes(tail[..4].try_into().unwrap()) as usize;
        assert_eq!(len % 2, 0);
        items.push(tail[4..4 + len].to_vec());
        rest = &tail[4 + len..];
    }
    assert_eq!(rest, [0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]);
    let table = items.remove(0).as_chunks::<4>().0.iter().map(|word| u32::from_le_bytes(*word)).collect();
    (table, items)
}

/// The fragments of an encapsulated value.
pub(super) fn frames_of(value: &[u8]) -> Vec<Vec<u8>> {
    opened(value).1
}

/// Cuts a stream at every byte and flips every bit of it: a result is a value of even length or a refusal, and never a panic.
pub(super) fn torment(stream: &[u8], syntax: &str, layout: &Layout) {
    let outcome = |bytes: &[u8]| match encapsulated(&[bytes], syntax, layout) {
        Ok((value, _)) => assert!(!frames_of(&value).is_empty()),
        Err(error) => {
            assert!(matches!(error.code, Code::PixelStream | Code::PixelShort | Code::PixelLayout), "{error}");
            assert!(error.at.is_some() || error.code != Code::PixelStream, "{error}");
        }
    };
    for cut in 0..stream.len() {
        outcome(&stream[..cut]);
    }
    let mut flipped = stream.to_vec();
    for bit in 0..stream.len() * 8 {
        flipped[bit / 8] ^= 1 << (bit % 8);
        outcome(&flipped);
        flipped[bit / 8] ^= 1 << (bit % 8);
    }
}

/// A JPEG segment.
pub(super) fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
    [&[0xFF, marker][..], &(payload.len() as u16 + 2).to_be_bytes(), payload].concat()
}

/// A JPEG stream of one pixel, of even length, with further segments after its start.
pub(super) fn jpeg(segments: &[Vec<u8>]) -> Vec<u8> {
    let plain = jpeg_with_scan(0xC0, &[0x12, 0x34, 0x56]);
    let mut stream = [&plain[..2], &segments.concat(), &plain[2..]].concat();
    if stream.len() % 2 == 1 {
        stream.insert(stream.len() - 2, 0x78);
    }
    stream
}

/// A JPEG stream of one pixel with the given frame marker and entropy-coded data.
pub(super) fn jpeg_with_scan(marker: u8, scan: &[u8]) -> Vec<u8> {
    let tables = [segment(0xDB, &[1; 65]), segment(0xC4, &[&[0, 1][..], &[0; 15], &[7]].concat())].concat();
    let frame = segment(marker, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
    [&[0xFF, 0xD8][..], &tables, &frame, &segment(0xDA, &[1, 1, 0, 0, 63, 0]), scan, &[0xFF, 0xD9]].concat()
}

/// A JPEG 2000 codestream: segments of the main header behind its first one, then tile-parts.
pub(super) fn j2k(segments: &[Vec<u8>], tile_parts: &[Vec<u8>]) -> Vec<u8> {
    // The size of a picture of two components: the segment is of even length.
    let size = [&[0; 35][..], &[2, 7, 1, 1, 7, 1, 1]].concat();
    [&[0xFF, 0x4F][..], &segment(0x51, &size), &segments.concat(), &tile_parts.concat(), &[0xFF, 0xD9]].concat()
}

/// A tile-part of a JPEG 2000 codestream, whose length is right.
pub(super) fn tile_part(segments: &[Vec<u8>], body: &[u8]) -> Vec<u8> {
    let rest = [&segments.concat()[..], &[0xFF, 0x93], body].concat();
    [&[0xFF, 0x90, 0, 10, 0, 0][..], &(rest.len() as u32 + 12).to_be_bytes(), &[0, 1], &rest].concat()
}

/// An RLE frame of segments that are right behind each other.
pub(super) fn rle(segments: &[Vec<u8>]) -> Vec<u8> {
    let mut header = (segments.len() as u32).to_le_bytes().to_vec();
    let mut at = 64u32;
    for segment in segments {
        header.extend_from_slice(&at.to_le_bytes());
        at += segment.len() as u32;
    }
    header.resize(64, 0);
    [header, segments.concat()].concat()
}

//! Real JPEG frames, where they are at hand: the samples are those of other decoders, blackening changes nothing else, and all comes back.

use std::collections::BTreeSet;

use scan_scrubber::picture::{Area, Format, Photometric, jpeg};

use crate::corpus::{files, say_that_it_is_missing};

/// CRC-32 of streams up to their end markers, and of the samples that libjpeg-turbo 3 decodes from them, colours not converted.
const KNOWN: &[(u32, u32)] = &[
    (0x06c99c89, 0x54665018),
    (0x09add52d, 0xe30ed755),
    (0x14e008a6, 0x3c83c7af),
    (0x16b8b979, 0xd66f1942),
    (0x1e9df969, 0x5e11ee58),
    (0x1edd826b, 0x8917b901),
    (0x2a5853e8, 0x3c368797),
    (0x2dcb1650, 0x22bc0e97),
    (0x30441bee, 0x30e5db47),
    (0x38186ebf, 0xff30c11c),
    (0x3f07c5bd, 0x390959ce),
    (0x403533f7, 0xf7d74f6e),
    (0x4bd642f4, 0x7f9dbb59),
    (0x4d59c85b, 0x0c7d69bb),
    (0x64b2e90c, 0x30e5db47),
    (0x6ccfc113, 0x6c3668f0),
    (0x7633983b, 0x506a1242),
    (0x7e1e2fd8, 0x519e66c5),
    (0x8630c392, 0x0ef37133),
    (0x8b2fdb98, 0xd212088f),
    (0x956f1d17, 0xfdaa5f31),
    (0x961a279f, 0xc7d36060),
    (0x97148956, 0xd80f15cd),
    (0x9a1403d5, 0x04c9ffb4),
    (0x9c59c21a, 0x519e66c5),
    (0xa07c5c2d, 0xf51a9867),
    (0xa5c35d8b, 0x0cb1d7fe),
    (0xa8a3e934, 0x222ca5a9),
    (0xabfcf404, 0x30e5db47),
    (0xafb3f5e4, 0x69b2ca49),
    (0xb6f26352, 0xf9999b7f),
    (0xb86626a5, 0x77f9ac09),
    (0xb9a2cb03, 0x78da5a38),
    (0xbb01d5cd, 0x54665018),
    (0xbbb4accf, 0x94e501c5),
    (0xbc40f3cc, 0xd212088f),
    (0xccd606a8, 0x6019bc7e),
    (0xd270e16d, 0x5e11ee58),
    (0xd2bfdd30, 0xf28d3fe3),
    (0xd794e267, 0xd0c9ff7f),
    (0xd797196e, 0x18da12e8),
    (0xdb0f47b5, 0x9d55d235),
    (0xe2ec4594, 0xe9efa85e),
    (0xe6708277, 0xed187727),
    (0xe9e6e775, 0x410972d1),
    (0xecae7a78, 0x95a0fb01),
    (0xef342702, 0x89c1c89f),
    (0xf22482f7, 0x95a0fb01),
    (0xf6330a68, 0xf2796890),
];

/// The tag of Pixel Data, and the length of those in Items.
const PAYLOAD: ([u8; 4], [u8; 4]) = ([0xE0, 0x7F, 0x10, 0x00], [0xFF; 4]);

/// Transfer Syntaxes of JPEG.
const SYNTAXES: [&str; 6] = ["50", "51", "53", "55", "57", "70"];

#[test]
fn real_jpeg_frames() {
    let files = files();
    if files.is_empty() {
        return say_that_it_is_missing();
    }
    let (mut known, mut seen) = (0, BTreeSet::new());
    for path in files {
        let bytes = std::fs::read(&path).unwrap();
        let meta = bytes.get(..1_000).unwrap_or_default();
        if !SYNTAXES.iter().any(|end| meta.windows(20 + end.len()).any(|uid| uid == format!("1.2.840.10008.1.2.4.{end}").as_bytes())) {
            continue;
        }
        let Some(at) = bytes.windows(12).rposition(|window| window[..4] == PAYLOAD.0 && window[8..] == PAYLOAD.1) else { continue };
        let (header, payload) = bytes.split_at(at);
        let Some(format) = format(header) else { continue };
        for (number, frame) in frames_of(&payload[12..]).into_iter().enumerate().take(2) {
            let name = format!("{} frame {number}", path.display());
            let end = frame.windows(2).rposition(|pair| pair == [0xFF, 0xD9]).map_or(frame.len(), |at| at + 2);
            let crc = crc32fast::hash(&frame[..end]);
            // Many files are copies of others.
            if !seen.insert(crc) {
                continue;
            }
            let decoded = jpeg::decode(&frame, &format).unwrap_or_else(|error| panic!("{name}: {error}"));
            if let Some((_, samples)) = KNOWN.iter().find(|(stream, _)| *stream == crc) {
                assert_eq!(crc32fast::hash(&decoded.data), *samples, "{name}");
                known += 1;
            }
            check(&name, &frame, &format, &decoded);
        }
    }
    assert_eq!(known, KNOWN.len(), "of {} frames", seen.len());
}

/// Blackens, encodes losslessly, and decodes again.
fn check(name: &str, frame: &[u8], format: &Format, decoded: &scan_scrubber::picture::Frame) {
    let encoded = jpeg::encode_lossless(decoded, format).unwrap();
    assert!(jpeg::decode(&encoded, format).as_ref() == Ok(decoded), "{name}: lossless");
    if jpeg::process(frame) == Ok(jpeg::Process::Lossless) {
        return;
    }
    let areas = [Area { x: format.columns / 4, y: format.rows / 3, width: format.columns / 5, height: 9 }];
    let black = jpeg::blacken(frame, format, &areas).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(jpeg::compared(frame, &black, format, &areas).is_ok_and(|both| both.is_some()), "{name}");
    let again = jpeg::decode(&black, format).unwrap();
    let touched = jpeg::grown(frame, &areas).unwrap().touched;
    for (index, (one, other)) in decoded.data.iter().zip(&again.data).enumerate().filter(|(_, (one, other))| one != other) {
        let pixel = (index / decoded.word / format.samples as usize) as u32;
        let (x, y) = (pixel % format.columns, pixel / format.columns);
        assert!(touched.iter().any(|area| area.holds(x, y)), "{name}: {x} {y} from {one} to {other}");
    }
}

/// From the last element of each kind: other readers that are at hand refuse some of these files, and images in Sequences come first.
fn format(header: &[u8]) -> Option<Format> {
    let value = |element: u16, vr: &[u8; 2]| {
        let head = [&[0x28, 0][..], &element.to_le_bytes(), vr].concat();
        let at = header.windows(6).rposition(|window| window == head)? + 6;
        let length = usize::from(u16::from_le_bytes(header.get(at..at + 2)?.try_into().ok()?));
        header.get(at + 2..at + 2 + length)
    };
    let number = |element| Some(u32::from(u16::from_le_bytes(value(element, b"US")?.try_into().ok()?)));
    Some(Format {
        rows: number(0x0010)?,
        columns: number(0x0011)?,
        samples: number(0x0002)?,
        bits_allocated: number(0x0100)?,
        bits_stored: number(0x0101)?,
        high_bit: number(0x0102)?,
        signed: number(0x0103)? == 1,
        planar: false,
        photometric: Photometric::of(std::str::from_utf8(value(0x0004, b"CS")?).ok()?),
        big_endian: false,
    })
}

/// The streams of a payload: one starts with every Item that has a start marker. Payloads that hold something else are none.
fn frames_of(mut items: &[u8]) -> Vec<Vec<u8>> {
    let mut frames: Vec<Vec<u8>> = Vec::new();
    while let Some((&[0xFE, 0xFF, 0x00, 0xE0, a, b, c, d], rest)) = items.split_first_chunk::<8>() {
        // Files that are cut off have no whole frame there.
        let Some((item, rest)) = rest.split_at_checked(u32::from_le_bytes([a, b, c, d]) as usize) else { return Vec::new() };
        match frames.last_mut() {
            _ if item.starts_with(&[0xFF, 0xD8, 0xFF]) => frames.push(item.to_vec()),
            Some(frame) => frame.extend(item),
            None => (),
        }
        items = rest;
    }
    frames
}

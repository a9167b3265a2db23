//! Broken and crafted streams: refused, or decoded to something of the right size, in bounded time; never a panic.

use std::panic::catch_unwind;
use std::time::{Duration, Instant};

use codecs::Larger;
use scan_scrubber::Code;
use scan_scrubber::picture::{Codecs, Format};

use crate::pictures::{format, frame, syntax};
use crate::streams::table;

/// Decodes; panics with a name where the decoder panics, or takes very long.
fn decode(name: &str, syntax: &str, stream: &[u8], format: &Format) -> Result<usize, Code> {
    let start = Instant::now();
    let result = catch_unwind(|| Larger.decode(syntax, stream, format).map(|frame| frame.data.len()).map_err(|error| error.code));
    let result = result.unwrap_or_else(|_| panic!("{name}: the decoder panics on {} bytes", stream.len()));
    assert!(start.elapsed() < Duration::from_secs(20), "{name}: {:?}", start.elapsed());
    if let Ok(len) = result {
        assert_eq!(len as u64, format.count() * format.word() as u64, "{name}");
    }
    result
}

#[test]
fn cut_streams_are_refused() {
    for line in table() {
        for len in (0..line.stream.len().saturating_sub(40)).step_by(7) {
            let result = decode(line.name, &line.syntax, &line.stream[..len], &line.format);
            assert!(matches!(result, Err(Code::Codec)), "{} {len}: {result:?}", line.name);
        }
    }
}

#[test]
fn broken_streams_do_no_harm() {
    let mut noise = 1_u32;
    let mut next = move |below: usize| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (noise >> 8) as usize % below
    };
    for line in table() {
        for round in 0..60 {
            let mut stream = line.stream.clone();
            let (places, within) = match round % 3 {
                0 => (1, stream.len()),
                1 => (3, stream.len().min(120)),
                _ => (30, stream.len()),
            };
            for _ in 0..places {
                stream[next(within)] = u8::try_from(next(256)).unwrap();
            }
            let _ = decode(line.name, &line.syntax, &stream, &line.format);
        }
    }
}

/// A marker segment.
fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
    let len = u16::try_from(payload.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], &len[..], payload].concat()
}

/// An image and tile size segment of 8-bit components.
fn size(image: [u32; 2], tile: [u32; 2], components: u16) -> Vec<u8> {
    let mut payload = vec![0, 0];
    for number in [image[0], image[1], 0, 0, tile[0], tile[1], 0, 0] {
        payload.extend(number.to_be_bytes());
    }
    payload.extend(components.to_be_bytes());
    payload.extend([7, 1, 1].repeat(components.into()));
    segment(0x51, &payload)
}

/// A coding style of 5/3 wavelets.
fn style(progression: u8, layers: u16, levels: u8, precincts: &[u8]) -> Vec<u8> {
    let [high, low] = layers.to_be_bytes();
    let start = [u8::from(!precincts.is_empty()), progression, high, low, 0, levels, 4, 4, 0, 1];
    segment(0x52, &[&start, precincts].concat())
}

/// A codestream of one tile-part.
fn crafted(size: &[u8], style: &[u8], tile_header: &[u8], body: &[u8]) -> Vec<u8> {
    let quantisation = segment(0x5C, &[vec![0x40], vec![0x48; 97]].concat());
    let part = [0, 0, 0, 0, 0, 0, 0, 1];
    [&[0xFF, 0x4F], size, style, &quantisation, &segment(0x90, &part), tile_header, &[0xFF, 0x93], body, &[0xFF, 0xD9]].concat()
}

#[test]
fn work_out_of_proportion_is_refused_before_it_starts() {
    let page = [4_096, 4_096];
    let plain = style(0, 1, 5, &[]);
    for (name, size, style, tile_header) in [
        ("tiles of a pixel", size(page, [1, 1], 1), plain.clone(), vec![]),
        ("many tiles", size(page, [16, 16], 1), plain.clone(), vec![]),
        ("precincts of a pixel", size(page, page, 1), style(0, 1, 5, &[0; 6]), vec![]),
        ("columns and rows of precincts", size(page, page, 1), style(2, 1, 1, &[0xF0, 0x0F]), vec![]),
        ("precincts of a pixel in a tile", size(page, page, 1), plain.clone(), style(0, 1, 5, &[0; 6])),
        ("layers of precincts", size(page, page, 1), style(0, 65_535, 5, &[0x66; 6]), vec![]),
        ("levels", size(page, page, 1), style(0, 1, 33, &[]), vec![]),
        ("no tile", size(page, [0, 0], 1), plain.clone(), vec![]),
    ] {
        let format = format(4_096, 4_096, 1, 8, false);
        let start = Instant::now();
        let result = decode(name, &syntax("90"), &crafted(&size, &style, &tile_header, &[0; 64]), &format);
        assert_eq!(result, Err(Code::Codec), "{name}");
        assert!(start.elapsed() < Duration::from_secs(1), "{name}: {:?}", start.elapsed());
    }
    // A frame of nothing but empty packets is decoded, even of as many as are let through.
    let many = crafted(&size(page, page, 1), &style(0, 65_535, 5, &[0xAA; 6]), &[], &[0; 64]);
    assert!(decode("many packets", &syntax("90"), &many, &format(4_096, 4_096, 1, 8, false)).is_ok());
    let fine = crafted(&size([512, 512], [512, 512], 1), &plain, &[], &[0; 64]);
    assert!(decode("plain", &syntax("90"), &fine, &format(512, 512, 1, 8, false)).is_ok());
}

#[test]
fn sizes_are_checked_before_anything_is_made() {
    let format = format(64, 64, 1, 8, false);
    for image in [[u32::MAX, u32::MAX], [65_535, 65_535], [64, 65], [0, 0]] {
        let stream = crafted(&size(image, [64, 64], 1), &style(0, 1, 5, &[]), &[], &[0; 64]);
        assert!(decode("size", &syntax("90"), &stream, &format).is_err(), "{image:?}");
    }
    let stream = crafted(&size([64, 64], [64, 64], 16_384), &style(0, 1, 5, &[]), &[], &[0; 64]);
    assert!(decode("components", &syntax("90"), &stream, &format).is_err());
    // As large as a header can say, and more than is held.
    let huge = crate::pictures::format(65_535, 65_535, 1, 8, false);
    let stream = crafted(&size([65_535, 65_535], [65_535, 65_535], 1), &style(0, 1, 5, &[]), &[], &[0; 64]);
    assert_eq!(decode("huge", &syntax("90"), &stream, &huge), Err(Code::Codec));
}

#[test]
fn boxes_without_end_are_refused() {
    let format = format(40, 30, 1, 8, false);
    let stream = Larger.encode(&syntax("90"), &frame(&format), &format).unwrap();
    let boxed = |head: &[u8]| [&[0, 0, 0, 12][..], b"jP  ", &[0x0D, 0x0A, 0x87, 0x0A], head, &stream].concat();
    assert!(decode("box", &syntax("90"), &boxed(&[&[0; 4][..], b"jp2c"].concat()), &format).is_ok());
    assert!(
        decode("long box", &syntax("90"), &boxed(&[&[0, 0, 0, 1][..], b"jp2c", &[0, 0, 0, 0, 0xFF, 0, 0, 0]].concat()), &format).is_ok()
    );
    for (name, head) in
        [("no", &b""[..]), ("an endless", &[0, 0, 0, 0, b'f', b'r', b'e', b'e']), ("a tiny", &[0, 0, 0, 2, b'j', b'p', b'2', b'c'])]
    {
        assert_eq!(decode(name, &syntax("90"), &boxed(head), &format), Err(Code::Codec), "{name}");
    }
}

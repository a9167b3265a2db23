//! Frames are encoded and decoded again without loss, and what does not fit is refused.

use codecs::Larger;
use scan_scrubber::Code;
use scan_scrubber::picture::{Codecs, Format, Photometric};

use crate::pictures::{format, frame, syntax};

fn there_and_back(format: &Format) {
    let frame = frame(format);
    let stream = Larger.encode(&syntax("90"), &frame, format).unwrap_or_else(|error| panic!("{format:?}: {error}"));
    assert!(stream.starts_with(&[0xFF, 0x4F, 0xFF, 0x51]) && stream.ends_with(&[0xFF, 0xD9]));
    assert_eq!(Larger.decode(&syntax("90"), &stream, format).unwrap().data, frame.data, "{format:?}");
}

#[test]
fn all_depths_come_back() {
    for bits in 1..=16 {
        for samples in [1, 3] {
            for signed in [false, true] {
                there_and_back(&format(67, 45, samples, bits, signed));
            }
        }
    }
}

#[test]
fn all_sizes_come_back() {
    for (columns, rows) in [(1, 1), (1, 9), (9, 1), (2, 3), (31, 33), (64, 64), (300, 5), (257, 129)] {
        there_and_back(&format(columns, rows, 1, 12, true));
        there_and_back(&format(columns, rows, 3, 8, false));
    }
}

/// The multiple component transformation that a stream's coding style says (ISO/IEC 15444-1 Table A.15), and whether it has comments.
fn transform(stream: &[u8]) -> (u8, bool) {
    let (mut at, mut transform, mut comments) = (2, None, false);
    while stream[at + 1] != 0x90 {
        match stream[at + 1] {
            0x52 => transform = Some(stream[at + 8]),
            0x64 => comments = true,
            _ => {}
        }
        at += 2 + usize::from(u16::from_be_bytes([stream[at + 2], stream[at + 3]]));
    }
    (transform.unwrap(), comments)
}

#[test]
fn only_rgb_is_transformed() {
    for (photometric, expected) in
        [(Photometric::Rgb, 1), (Photometric::YbrRct, 1), (Photometric::YbrIct, 1), (Photometric::YbrFull, 0), (Photometric::Other, 0)]
    {
        let format = Format { photometric, ..format(40, 40, 3, 8, false) };
        let stream = Larger.encode(&syntax("90"), &frame(&format), &format).unwrap();
        assert_eq!(transform(&stream), (expected, false), "{photometric:?}");
        there_and_back(&format);
    }
}

#[test]
fn samples_beyond_their_bits_come_back() {
    // Padding below what Bits Stored can say, as scanners write it.
    for (signed, words) in [(true, [-2_000_i16, 4_095, 0, -1]), (false, [-1, 0, 1, 4_095])] {
        let format = format(4, 1, 1, 12, signed);
        let mut frame = frame(&format);
        frame.data = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        let stream = Larger.encode(&syntax("90"), &frame, &format).unwrap();
        assert_eq!(Larger.decode(&syntax("90"), &stream, &format).unwrap().data, frame.data);
    }
}

#[test]
fn other_sizes_are_refused() {
    let right = format(40, 30, 1, 12, false);
    let stream = Larger.encode(&syntax("90"), &frame(&right), &right).unwrap();
    for wrong in [
        Format { rows: 31, ..right.clone() },
        Format { columns: 39, ..right.clone() },
        Format { samples: 3, ..right.clone() },
        Format { bits_allocated: 8, ..right.clone() },
        Format { rows: 0, ..right.clone() },
    ] {
        assert_eq!(Larger.decode(&syntax("90"), &stream, &wrong).unwrap_err().code, Code::PixelLayout, "{wrong:?}");
    }
    let larger = Format { bits_allocated: 32, ..right };
    assert_eq!(Larger.decode(&syntax("90"), &stream, &larger).unwrap().data.len(), 40 * 30 * 4);
}

#[test]
fn what_there_is_no_codec_for_is_refused() {
    let format = format(8, 8, 1, 8, false);
    let frame = frame(&format);
    let stream = Larger.encode(&syntax("90"), &frame, &format).unwrap();
    for other in ["201", "202", "203", "110", "80", "50", "9", ""] {
        assert_eq!(Larger.encode(&syntax(other), &frame, &format).unwrap_err().code, Code::Codec, "{other}");
    }
    for other in ["80", "50", "9", "", "110"] {
        assert_eq!(Larger.decode(&syntax(other), &stream, &format).unwrap_err().code, Code::Codec, "{other}");
    }
    let wide = Format { bits_allocated: 32, bits_stored: 32, ..format.clone() };
    assert_eq!(Larger.encode(&syntax("90"), &crate::pictures::frame(&wide), &wide).unwrap_err().code, Code::Codec);
    let mut short = frame;
    short.data.pop();
    assert_eq!(Larger.encode(&syntax("90"), &short, &format).unwrap_err().code, Code::Codec);
}

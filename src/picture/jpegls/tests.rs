//! Against CharLS' streams, the standard's own example, and hostile ones.

mod streams;

use proptest::prelude::*;

use super::super::build::{format, noise, waves};
use super::super::{Format, Frame};
use super::{decode, encode};
use crate::error::Code;

fn bytes(hex: &str) -> Vec<u8> {
    hex.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

fn shape(rows: u32, columns: u32, samples: u32, bits: u32) -> Format {
    Format { bits_stored: bits, high_bit: bits - 1, ..format(rows, columns, samples, if bits > 8 { 16 } else { 8 }) }
}

/// The picture that the streams were made of: edges, slopes and noise.
fn picture(format: &Format) -> Frame {
    let most = (1u64 << format.bits_stored) - 1;
    let mut frame = Frame::zeros(format).unwrap();
    for (at, to) in frame.data.chunks_mut(format.word()).enumerate() {
        let (pixel, c) = (at as u64 / u64::from(format.samples), at as u64 % u64::from(format.samples));
        let (x, y) = (pixel % u64::from(format.columns), pixel / u64::from(format.columns));
        let i = x * 7 + y * 3 + c * 5;
        let value = match ((x / 6 + y / 5) % 3, (x / 4 + y) % 4) {
            (0, _) => most,
            (_, 1) => (i * i * 31 + c * 977) % (most + 1),
            _ => x * most / u64::from(format.columns),
        };
        to.copy_from_slice(&value.to_le_bytes()[..format.word()]);
    }
    frame
}

#[test]
fn streams_of_charls_are_decoded_exactly() {
    for (samples, bits, crc, stream) in streams::STREAMS {
        let format = shape(9, 11, *samples, *bits);
        let stream = bytes(stream);
        let frame = decode(&stream, &format).unwrap();
        assert_eq!(crc32fast::hash(&frame.data), *crc, "{samples} {bits}");
        assert_eq!(decode(&encode(&frame, &format).unwrap(), &format), Ok(frame));
    }
    // What it makes without loss, by line or of one component, is made here bit by bit.
    let by_line = bytes(streams::STREAMS[4].3);
    assert_eq!(encode(&picture(&shape(9, 11, 3, 8)), &shape(9, 11, 3, 8)), Ok(by_line));
    let grey = bytes(streams::STREAMS[1].3);
    assert_eq!(encode(&picture(&shape(9, 11, 1, 12)), &shape(9, 11, 1, 12)), Ok(grey));
}

#[test]
fn the_example_of_the_standard_is_decoded() {
    // T.87 H.3.
    let head = "ffd8fff7000b080004000401011100ffda0008010100000000";
    let coded = "c000006c80208e01c00000574000006ee6000001bc18000005d800009160ffd9";
    let stream = bytes(&[head, coded].concat());
    let frame = decode(&stream, &format(4, 4, 1, 8)).unwrap();
    assert_eq!(frame.data, [0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145]);
    assert_eq!(encode(&frame, &format(4, 4, 1, 8)), Ok(stream));
}

#[test]
fn words_of_all_sizes_come_back() {
    for samples in [1, 3, 4] {
        for (allocated, stored, high, signed) in [
            (8, 8, 7, false),
            (8, 1, 0, false),
            (8, 8, 7, true),
            (16, 12, 11, false),
            (16, 12, 11, true),
            (16, 12, 15, false),
            (16, 12, 13, true),
            (16, 16, 15, true),
            (32, 14, 13, true),
        ] {
            for (rows, columns) in [(1, 1), (2, 300), (70, 9)] {
                let format = Format { bits_stored: stored, high_bit: high, signed, ..format(rows, columns, samples, allocated) };
                for frame in [noise(&format, 5), waves(&format, 5), Frame::zeros(&format).unwrap()] {
                    let stream = encode(&frame, &format).unwrap();
                    assert_eq!(decode(&stream, &format).as_ref(), Ok(&frame), "{samples} {format:?}");
                    assert_eq!(decode(&[&stream[..], &[0]].concat(), &format), Ok(frame));
                }
            }
        }
    }
}

#[test]
fn bits_above_the_samples_are_kept() {
    let above = shape(2, 2, 1, 12);
    let frame = Frame { data: vec![1, 0xF0, 2, 0, 3, 0, 4, 0], ..Frame::zeros(&above).unwrap() };
    assert_eq!(decode(&encode(&frame, &above).unwrap(), &above), Ok(frame.clone()));
    // Negative numbers of which some have their sign repeated, and some not.
    let signed = Format { signed: true, ..above };
    let frame = Frame { data: vec![0, 0x08, 0, 0xF8, 3, 0, 4, 0], ..frame };
    assert_eq!(decode(&encode(&frame, &signed).unwrap(), &signed), Ok(frame));
    let long = format(1, 1, 1, 32);
    assert_eq!(encode(&noise(&long, 3), &long), Err(Code::Codec.into()));
    assert_eq!(encode(&noise(&format(1, 8, 1, 1), 3), &format(1, 8, 1, 1)), Err(Code::Codec.into()));
}

#[test]
fn other_shapes_are_refused() {
    let stream = bytes(streams::STREAMS[0].3);
    let good = shape(9, 11, 1, 8);
    assert!(decode(&stream, &good).is_ok());
    assert!(decode(&stream, &shape(9, 11, 1, 12)).is_ok());
    for wrong in [shape(11, 9, 1, 8), shape(9, 11, 3, 8), format(9, 11, 1, 1), format(0, 11, 1, 8)] {
        assert!(decode(&stream, &wrong).is_err());
    }
    assert!(decode(&bytes(streams::STREAMS[1].3), &good).is_err());
    // A colour transform, a mapping table, and a point transform.
    let transform = [&stream[..2], b"\xFF\xE8\0\x07mrfx\x01", &stream[2..]].concat();
    let none = [&stream[..2], b"\xFF\xE8\0\x07mrfx\0", &stream[2..]].concat();
    assert!(decode(&transform, &good).is_err() && decode(&none, &good).is_ok());
    for at in [21, 24] {
        let mut other = stream.clone();
        other[at] = 1;
        assert!(decode(&other, &good).is_err(), "{at}");
    }
}

#[test]
fn no_cut_and_no_flip_panics() {
    for (samples, bits, _, stream) in streams::STREAMS {
        let format = shape(9, 11, *samples, *bits);
        let stream = bytes(stream);
        for cut in 0..stream.len() - 4 {
            assert!(decode(&stream[..cut], &format).is_err(), "{cut}");
        }
        for bit in 0..stream.len() * 8 {
            let mut broken = stream.clone();
            broken[bit / 8] ^= 1 << (bit % 8);
            if let Ok(frame) = decode(&broken, &format) {
                assert_eq!(frame.data.len() as u64, format.count() * format.word() as u64);
            }
        }
    }
}

proptest! {
    #[test]
    fn anything_decodes_to_a_frame_or_an_error(
        data in proptest::collection::vec(any::<u8>(), 0..300),
        preset in any::<[u8; 10]>(),
        (near, interleave, samples, bits) in (any::<u8>(), 0..3u8, 1..5u8, 2..17u8),
        restart in 0..4u8,
    ) {
        let mut stream = vec![0xFF, 0xD8, 0xFF, 0xF7, 0, 8 + 3 * samples, bits, 0, 6, 0, 9, samples];
        stream.extend((1..=samples).flat_map(|id| [id, 0x11, 0]));
        stream.extend([0xFF, 0xF8, 0, 13, 1]);
        // Half of all are small, so that they may be valid.
        stream.extend(preset.map(|byte| if preset[0] % 2 == 0 { byte & 1 } else { byte }));
        stream.extend([0xFF, 0xDD, 0, 4, 0, restart, 0xFF, 0xDA, 0, 6 + 2 * samples, samples]);
        stream.extend((1..=samples).flat_map(|id| [id, 0]));
        stream.extend([near >> (near % 8), interleave, 0]);
        stream.extend(data);
        let format = shape(6, 9, u32::from(samples), u32::from(bits));
        if let Ok(frame) = decode(&stream, &format) {
            prop_assert_eq!(frame.data.len() as u64, format.count() * format.word() as u64);
        }
    }

    #[test]
    fn any_frame_comes_back(
        data in proptest::collection::vec(0..6u8, 60),
        (bits, high) in (2..9u32, any::<bool>()),
        samples in proptest::sample::select(vec![1u32, 3]),
    ) {
        let format = shape(4, 15 / samples, samples, bits);
        let mask = (1u16 << bits) - 1;
        let data = data.iter().map(|byte| (if high { mask - u16::from(*byte) % (mask + 1) } else { u16::from(*byte) & mask }) as u8).collect();
        let frame = Frame { data, ..Frame::zeros(&format).unwrap() };
        let stream = encode(&frame, &format).unwrap();
        prop_assert_eq!(decode(&stream, &format), Ok(frame));
    }
}

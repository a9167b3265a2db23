//! Streams of another encoder, and what another decoder makes of them; streams written here, cut and bent.

use super::samples::{SAMPLES, Sample};
use super::*;
use crate::picture::Area;

fn format(sample: &Sample) -> Format {
    Format {
        rows: sample.rows,
        columns: sample.columns,
        samples: sample.samples,
        bits_allocated: if sample.bits > 8 { 16 } else { 8 },
        bits_stored: sample.bits,
        high_bit: sample.bits - 1,
        signed: false,
        planar: false,
        photometric: match (sample.samples, sample.name) {
            (1, _) => Photometric::Monochrome2,
            (_, "RGB") => Photometric::Rgb,
            _ => Photometric::YbrFull,
        },
        big_endian: false,
    }
}

fn is_dct(sample: &Sample) -> bool {
    process(&sample.bytes()).unwrap() != Process::Lossless
}

fn at(x: u32, y: u32, width: u32, height: u32) -> Area {
    Area { x, y, width, height }
}

fn same_outside(before: &[u8], after: &[u8], format: &Format, areas: &[Area]) -> Result<bool> {
    Ok(compared(before, after, format, areas)?.is_some())
}

#[test]
fn samples_are_those_of_another_decoder() {
    for sample in SAMPLES {
        let frame = decode(&sample.bytes(), &format(sample)).unwrap();
        assert_eq!(crc32fast::hash(&frame.data), sample.crc, "{}", sample.name);
    }
}

#[test]
fn blocks_outside_of_areas_stay() {
    let areas = [at(9, 9, 2, 1), at(40, 40, 9, 9), at(0, 0, 0, 5)];
    for sample in SAMPLES.iter().filter(|sample| is_dct(sample)) {
        let (bytes, format, name) = (sample.bytes(), format(sample), sample.name);
        let black = blacken(&bytes, &format, &areas).unwrap();
        assert_eq!(same_outside(&bytes, &black, &format, &areas), Ok(true), "{name}");
        assert_eq!(same_outside(&bytes, &black, &format, &[]), Ok(false), "{name}: more than asked for has changed");
        assert_eq!(same_outside(&bytes, &bytes, &format, &areas), Ok(false), "{name}: nothing is black");
        let grown = grown(&bytes, &areas).unwrap();
        assert_eq!(grown.black.len(), 1, "{name}: areas beyond the picture are none");
        let (one, other) = (decode(&bytes, &format).unwrap(), decode(&black, &format).unwrap());
        for (pixel, (y, x)) in (0..).zip((0..format.rows).flat_map(|y| (0..format.columns).map(move |x| (y, x)))) {
            let values =
                |frame: &Frame| (0..sample.samples as usize).map(|s| frame.sample(pixel * sample.samples as usize + s)).collect::<Vec<_>>();
            if !grown.touched[0].holds(x, y) {
                assert_eq!(values(&one), values(&other), "{name} {x} {y}");
            }
            if grown.black[0].holds(x, y) && sample.name == "RGB" {
                assert_eq!(values(&other), [0, 0, 0]);
            } else if grown.black[0].holds(x, y) {
                assert_eq!(values(&other)[0], 0, "{name} {x} {y}");
            }
        }
        let inner = (9 * format.columns + 10) as usize * sample.samples as usize;
        if sample.samples == 3 && sample.name != "RGB" {
            let middle = 1 << (sample.bits - 1);
            assert_eq!((other.sample(inner + 1), other.sample(inner + 2)), (middle, middle), "{name}: black has no colour");
        }
    }
}

#[test]
fn restarts_sampling_and_tables_stay() {
    for sample in SAMPLES.iter().filter(|sample| is_dct(sample)) {
        let bytes = sample.bytes();
        let black = blacken(&bytes, &format(sample), &[]).unwrap();
        let (one, other) = (coefficients(&bytes), coefficients(&black));
        assert_eq!(one.header.components.len(), other.header.components.len());
        let mut planes = one.planes.iter().zip(&other.planes);
        assert!(planes.all(|(a, b)| a.grid == b.grid && a.quantization == b.quantization && a.blocks == b.blocks), "{}", sample.name);
        if one.header.process != Process::Progressive {
            assert_eq!((one.header.process, &one.scans), (other.header.process, &other.scans), "{}", sample.name);
        }
        assert!(!other.spare, "{}", sample.name);
    }
}

fn coefficients(bytes: &[u8]) -> super::coefficients::Coefficients {
    super::coefficients::Coefficients::read(bytes, None).unwrap()
}

#[test]
fn black_is_what_the_photometric_interpretation_says() {
    let sample = &SAMPLES[0];
    let grey = Format { photometric: Photometric::Monochrome1, ..format(sample) };
    let black = blacken(&sample.bytes(), &grey, &[at(0, 0, 8, 8)]).unwrap();
    assert_eq!(decode(&black, &grey).unwrap().sample(0), 255);
    assert_eq!(same_outside(&sample.bytes(), &black, &grey, &[at(0, 0, 8, 8)]), Ok(true));
    assert_eq!(same_outside(&sample.bytes(), &black, &format(sample), &[at(0, 0, 8, 8)]), Ok(false));
    for other in [Format { signed: true, ..grey.clone() }, Format { photometric: Photometric::Palette, ..grey }] {
        assert_eq!(blacken(&sample.bytes(), &other, &[]), Err(Code::Codec.into()));
    }
}

#[test]
fn application_data_and_comments_leave() {
    let sample = &SAMPLES[3];
    let (clean, format) = (blacken(&sample.bytes(), &format(sample), &[]).unwrap(), format(sample));
    let mut dirty = clean.clone();
    dirty.splice(2..2, [&b"\xFF\xFE\0\x0ADOE^JANE\xFF\xE1\0\x05DOE\xFF\xEE\0\x11Adobe\0\x64\0\0\0\0\x01DOE"[..]].concat());
    assert_eq!(same_outside(&clean, &dirty, &format, &[]), Ok(false));
    let cleaned = blacken(&dirty, &format, &[]).unwrap();
    assert!(!cleaned.windows(3).any(|bytes| bytes == b"DOE"));
    assert!(cleaned.windows(12).any(|bytes| bytes == b"Adobe\0\x64\0\0\0\0\x01"));
    assert_eq!(decode(&cleaned, &format), decode(&clean, &format));
    let tail = [&clean[..], b"DOE"].concat();
    assert_eq!(same_outside(&clean, &tail, &format, &[]), Ok(false));
    assert_eq!(same_outside(&clean, &[&clean[..], &[0]].concat(), &format, &[]), Ok(true), "a byte of padding");
}

#[test]
fn colours_are_told_as_decoders_tell_them() {
    let by_name = |name: &str| SAMPLES.iter().find(|sample| sample.name == name).unwrap();
    let rgb = Format { photometric: Photometric::Rgb, ..format(by_name("4:4:4")) };
    assert_eq!(colour(&by_name("4:4:4").bytes(), &rgb), Ok(Colour::Ybr), "JFIF is never red, green and blue");
    assert_eq!(colour(&by_name("RGB").bytes(), &format(by_name("4:4:4"))), Ok(Colour::Rgb), "Adobe's segment says so");
    assert_eq!(colour(&by_name("grey").bytes(), &rgb), Ok(Colour::Grey));
}

#[test]
fn frames_that_are_not_as_described_are_refused() {
    let sample = &SAMPLES[0];
    let good = format(sample);
    for bad in [
        Format { rows: 18, ..good.clone() },
        Format { columns: 18, ..good.clone() },
        Format { samples: 3, ..good.clone() },
        Format { bits_allocated: 1, ..good.clone() },
    ] {
        assert_eq!(decode(&sample.bytes(), &bad), Err(Code::PixelLayout.into()));
        assert_eq!(blacken(&sample.bytes(), &bad, &[]), Err(Code::PixelLayout.into()));
    }
    // A size that the data cannot fill is never allocated.
    let mut huge = sample.bytes();
    let frame = huge.windows(2).position(|bytes| bytes == [0xFF, 0xC0]).unwrap();
    huge[frame + 5..frame + 9].fill(0xFE);
    let format = Format { rows: 0xFEFE, columns: 0xFEFE, ..good };
    let outcome = allocation_counter::measure(|| assert!(decode(&huge, &format).is_err()));
    assert!(outcome.bytes_max < 100_000, "{}", outcome.bytes_max);
}

#[test]
fn lossless_frames_come_back() {
    let mut seed = 7u32;
    let mut noise = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as u16
    };
    for (stored, signed, samples, rows, columns) in [
        (16, false, 1, 9, 7),
        (16, true, 1, 5, 1),
        (12, true, 1, 8, 8),
        (10, false, 1, 1, 9),
        (8, false, 3, 6, 5),
        (5, true, 1, 4, 4),
        (2, false, 3, 3, 3),
        (1, false, 1, 3, 9),
    ] {
        let word = if stored > 8 { 16 } else { 8 };
        let photometric = if samples == 3 { Photometric::Rgb } else { Photometric::Monochrome2 };
        let high_bit = stored - 1;
        let format = Format {
            rows,
            columns,
            samples,
            bits_allocated: word,
            bits_stored: stored,
            high_bit,
            signed,
            planar: false,
            photometric,
            big_endian: false,
        };
        let mut frame = Frame::zeros(&format).unwrap();
        for word in frame.data.chunks_mut(frame.word) {
            let value = noise() << (16 - stored);
            let value = if signed { (value.cast_signed() >> (16 - stored)).cast_unsigned() } else { value >> (16 - stored) };
            word.copy_from_slice(&value.to_le_bytes()[..word.len()]);
        }
        let bytes = encode_lossless(&frame, &format).unwrap();
        assert_eq!(bytes.windows(4).find(|b| b[..2] == [0xFF, 0xC3]).map(|_| process(&bytes)), Some(Ok(Process::Lossless)));
        assert_eq!(decode(&bytes, &format), Ok(frame.clone()), "{stored} {signed}");
        // What lies above the stored bits comes back too.
        frame.data.fill(0xA5);
        assert_eq!(decode(&encode_lossless(&frame, &format).unwrap(), &format), Ok(frame), "{stored} {signed}");
    }
}

#[test]
fn the_largest_difference_comes_back() {
    let format = Format { rows: 1, columns: 4, photometric: Photometric::Monochrome2, ..format(&SAMPLES[SAMPLES.len() - 2]) };
    let format = Format { bits_stored: 16, high_bit: 15, ..format };
    let data = [0x0000u16, 0x8000, 0x0000, 0xFFFF].iter().flat_map(|value| value.to_le_bytes()).collect();
    let frame = Frame { width: 4, height: 1, samples: 1, word: 2, data };
    assert_eq!(decode(&encode_lossless(&frame, &format).unwrap(), &format), Ok(frame));
}

#[test]
fn signs_come_back_where_all_stored_bits_are_there() {
    let sample = SAMPLES.iter().find(|sample| sample.name.contains("12 bits") && sample.samples == 1 && !is_dct(sample)).unwrap();
    let plain = format(sample);
    let words = |format: &Format| {
        let frame = decode(&sample.bytes(), format).unwrap();
        (0..42).map(|index| frame.sample(index)).collect::<Vec<_>>()
    };
    let (unsigned, signed) = (words(&plain), words(&Format { signed: true, ..plain.clone() }));
    assert!(unsigned.iter().any(|value| *value >= 0x800));
    assert!(unsigned.iter().zip(&signed).all(|(u, s)| *s == if *u >= 0x800 { u | 0xF000 } else { *u }));
    assert_eq!(words(&Format { signed: true, bits_stored: 16, high_bit: 15, ..plain }), unsigned);
}

#[test]
fn frames_that_cannot_be_encoded_are_refused() {
    let good = format(&SAMPLES[0]);
    let frame = Frame::zeros(&good).unwrap();
    assert!(encode_lossless(&frame, &good).is_ok());
    assert_eq!(encode_lossless(&Frame { width: 1, ..frame.clone() }, &good), Err(Code::PixelLayout.into()));
    assert_eq!(encode_lossless(&Frame { data: vec![], ..frame }, &good), Err(Code::PixelLayout.into()));
    for other in [Format { samples: 4, ..good.clone() }, Format { bits_allocated: 32, bits_stored: 32, ..good }] {
        assert_eq!(encode_lossless(&Frame::zeros(&other).unwrap(), &other), Err(Code::Codec.into()));
    }
}

#[test]
fn no_cut_and_no_flip_panics() {
    let areas = [at(3, 3, 4, 2)];
    for sample in SAMPLES {
        let (bytes, format) = (sample.bytes(), format(sample));
        let torment = |bytes: &[u8]| {
            let frame = decode(bytes, &format);
            if let Ok(frame) = &frame {
                assert_eq!(frame.data.len() as u64, format.count() * format.word() as u64);
            }
            if let Ok(black) = blacken(bytes, &format, &areas) {
                assert_eq!(same_outside(bytes, &black, &format, &areas), Ok(true), "{}", sample.name);
            }
            let _ = grown(bytes, &areas);
            frame.is_ok()
        };
        assert!(torment(&bytes));
        // Most need no end marker; all else does.
        assert_eq!(torment(&bytes[..bytes.len() - 2]), process(&bytes) != Ok(Process::Progressive), "{}", sample.name);
        for cut in 0..bytes.len() - 3 {
            assert!(!torment(&bytes[..cut]), "{} {cut}", sample.name);
        }
        let mut flipped = bytes.clone();
        for bit in 0..bytes.len() * 8 {
            flipped[bit / 8] ^= 1 << (bit % 8);
            torment(&flipped);
            flipped[bit / 8] ^= 1 << (bit % 8);
        }
    }
}

//! Real frames, decoded: the samples that other decoders give (`frames.txt`, made by `scripts/generate/take-frames.py`).

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use dicom_core::VR;
use dicom_dictionary_std::tags;
use scan_scrubber::file::walk::Encoding;
use scan_scrubber::file::{AnySource, Extent, Instance, PixelValue, dataset};
use scan_scrubber::picture::{Format, Frame, Photometric, Stored, decode};
use scan_scrubber::{Code, Result, Source};
use sha2::{Digest, Sha256};

use crate::corpus;

/// What the table says of one file.
#[derive(Debug)]
struct Expected {
    path: &'static str,
    frames: usize,
    kind: &'static str,
    /// By frame number, or `all`.
    lines: BTreeMap<&'static str, &'static str>,
}

fn table() -> Vec<Expected> {
    let mut files: Vec<Expected> = Vec::new();
    for line in include_str!("frames.txt").lines().filter(|line| !line.starts_with('#')) {
        if let Some(head) = line.strip_prefix("> ") {
            let (path, rest) = head.split_once(" | ").unwrap();
            let (frames, kind) = rest.split_once(' ').unwrap();
            files.push(Expected { path, frames: frames.parse().unwrap(), kind, lines: BTreeMap::new() });
        } else {
            let (index, rest) = line.split_once(' ').unwrap();
            files.last_mut().unwrap().lines.insert(index, rest);
        }
    }
    files
}

#[test]
fn real_frames_decode_to_the_samples_of_other_decoders() {
    let root = corpus::root();
    if corpus::files().is_empty() {
        return corpus::say_that_it_is_missing();
    }
    let mut problems = Vec::new();
    let mut seen = BTreeMap::new();
    for expected in table() {
        match compare(&root.join(expected.path), &expected) {
            Ok(()) => *seen.entry(expected.kind).or_insert(0) += 1,
            Err(problem) => problems.push(format!("{}: {problem}", expected.path)),
        }
    }
    eprintln!("{seen:?}");
    assert!(problems.is_empty(), "{} files\n{}", problems.len(), problems.join("\n"));
}

fn compare(path: &Path, expected: &Expected) -> std::result::Result<(), String> {
    let (syntax, format, frames) = opened(path).map_err(|error| format!("not read: {error}"))?;
    if frames.len() != expected.frames {
        return Err(format!("{} frames", frames.len()));
    }
    let mut all = Sha256::new();
    for (index, (bytes, bit_offset)) in frames.iter().enumerate() {
        let stored = Stored { syntax: &syntax, bytes, bit_offset: *bit_offset, format: &format };
        let frame = match decode::frame(&stored, &codecs::Larger) {
            // A stream of another kind than the syntax says may be refused; decoded wrongly it may not be.
            Err(error) if error.code == Code::Codec && expected.kind == "mislabelled" => return Ok(()),
            Err(error) => return Err(format!("frame {index}: {error}")),
            Ok(frame) => extended(frame, &syntax, &format),
        };
        let shape = (frame.width, frame.height, frame.samples, frame.word);
        let size = u64::from(frame.width) * u64::from(frame.height) * u64::from(frame.samples) * frame.word as u64;
        if shape != (format.columns, format.rows, format.samples, format.word()) || frame.data.len() as u64 != size {
            return Err(format!("frame {index}: {shape:?}, {} bytes", frame.data.len()));
        }
        all.update(&frame.data);
        if let Some(line) = expected.lines.get(index.to_string().as_str()) {
            match expected.kind {
                "exact" if *line != hash(Sha256::digest(&frame.data)) => return Err(format!("frame {index}: other samples")),
                "exact" => {}
                kind => near(&frame, line, format.signed, kind == "subsampled").map_err(|problem| format!("frame {index}: {problem}"))?,
            }
        }
    }
    match expected.lines.get("all") {
        Some(line) if *line != hash(all.finalize()) => Err("other samples in a frame between".to_owned()),
        _ => Ok(()),
    }
}

/// Signed samples out of a codec, with the sign in the bits above the stored ones: some codecs put it there, some do not.
fn extended(mut frame: Frame, syntax: &str, format: &Format) -> Frame {
    let word = frame.word;
    if format.signed && syntax.starts_with("1.2.840.10008.1.2.4.") && format.bits_stored < 8 * word as u32 {
        for bytes in frame.data.chunks_mut(word) {
            let mut whole = [0; 4];
            whole[..word].copy_from_slice(bytes);
            let above = 32 - format.bits_stored;
            let value = (u32::from_le_bytes(whole) << above) as i32 >> above;
            bytes.copy_from_slice(&value.to_le_bytes()[..word]);
        }
    }
    frame
}

fn hash(digest: impl AsRef<[u8]>) -> String {
    digest.as_ref()[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Means of a grid's cells, and samples at some places: decoders may differ by a level. Colour differences that are coarser than pixels are
/// repeated by one and interpolated by another: only their means are compared, and less strictly.
fn near(frame: &Frame, line: &str, signed: bool, subsampled: bool) -> std::result::Result<(), String> {
    let (means, places) = line.split_once(' ').unwrap();
    let numbers = |text: &str| text.split(',').map(|number| number.parse::<f64>().unwrap()).collect::<Vec<_>>();
    let (means, places) = (numbers(means), numbers(places));
    let (rows, columns, samples) = (frame.height as usize, frame.width as usize, frame.samples as usize);
    let value = |pixel: usize, sample: usize| {
        let word = frame.sample(pixel * samples + sample);
        let above = 32 - 8 * frame.word as u32;
        if signed { f64::from((word << above) as i32 >> above) } else { f64::from(word) }
    };
    let grid = rows.min(columns).min(8);
    let edges = |size: usize| (0..=grid).map(|n| size * n / grid).collect::<Vec<_>>();
    let (ys, xs) = (edges(rows), edges(columns));
    let mut worst = 0.0_f64;
    for (index, mean) in means.iter().enumerate() {
        let (sample, y, x) = (index / (grid * grid), index / grid % grid, index % grid);
        let (mut sum, mut count) = (0.0, 0.0);
        for row in ys[y]..ys[y + 1] {
            for column in xs[x]..xs[x + 1] {
                sum += value(row * columns + column, sample);
                count += 1.0;
            }
        }
        let tolerance = if subsampled && sample > 0 { 2.0 } else { 0.5 };
        worst = worst.max((sum / count - mean / 100.0).abs() / tolerance);
    }
    if worst > 1.0 {
        return Err(format!("a mean is {worst} times its tolerance off"));
    }
    for (index, place) in places.iter().enumerate() {
        let (number, sample) = (index / samples, index % samples);
        if subsampled && sample > 0 {
            continue;
        }
        let pixel = ((number as u64 + 1) * 2_654_435_761 % (1 << 32)) as usize % (rows * columns);
        if (value(pixel, sample) - place).abs() > 1.0 {
            return Err(format!("pixel {pixel}, sample {sample}: {} for {place}", value(pixel, sample)));
        }
    }
    Ok(())
}

/// A frame's bytes, and how many bits of them belong to the frame before.
type Piece = (Vec<u8>, u32);

/// A file's syntax, format, and frames.
fn opened(path: &Path) -> Result<(String, Format, Vec<Piece>)> {
    let mut source = AnySource::any(Cursor::new(std::fs::read(path).unwrap()))?;
    let kind = scan_scrubber::kind(&mut source)?;
    let mut instance = Instance::read(&mut source, kind, Extent::Whole)?;
    let mut source = instance.inflated.take().unwrap_or(source);
    let set = &instance.dataset;
    let number = |tag, otherwise: u32| dataset::integer(set, tag).and_then(|n| u32::try_from(n).ok()).unwrap_or(otherwise);
    let pixels = instance.pixels.as_ref().unwrap();
    let bits = number(tags::BITS_ALLOCATED, 8);
    let big_endian = instance.encoding == Encoding::ExplicitBig;
    // Bytes in OB are in their own order.
    let format = Format {
        rows: number(tags::ROWS, 0),
        columns: number(tags::COLUMNS, 0),
        samples: number(tags::SAMPLES_PER_PIXEL, 1),
        bits_allocated: bits,
        bits_stored: number(tags::BITS_STORED, bits),
        high_bit: number(tags::HIGH_BIT, bits - 1),
        signed: number(tags::PIXEL_REPRESENTATION, 0) == 1,
        planar: number(tags::PLANAR_CONFIGURATION, 0) == 1,
        photometric: Photometric::of(instance.text(tags::PHOTOMETRIC_INTERPRETATION)),
        big_endian: big_endian && (bits > 8 || pixels.vr == VR::OW),
    };
    let count = number(tags::NUMBER_OF_FRAMES, 1).max(1) as usize;
    let frames = match &pixels.value {
        PixelValue::Native(value) => native(&bytes(&mut source, value.clone())?, &format, count),
        PixelValue::Encapsulated { table, fragments } => {
            let table = bytes(&mut source, table.clone())?;
            let fragments = fragments.iter().map(|span| bytes(&mut source, span.clone())).collect::<Result<Vec<_>>>()?;
            grouped(&table, fragments, count).into_iter().map(|frame| (frame, 0)).collect()
        }
    };
    Ok((instance.transfer_syntax.clone(), format, frames))
}

fn bytes<R: std::io::Read + std::io::Seek>(source: &mut Source<R>, span: std::ops::Range<u64>) -> Result<Vec<u8>> {
    Ok(source.bytes(span.start, usize::try_from(span.end - span.start).unwrap())?.to_vec())
}

/// Frames of a native value. Single bits run on from frame to frame, and bytes may lie in words of two (PS3.5 8.1.1).
fn native(value: &[u8], format: &Format, count: usize) -> Vec<Piece> {
    let pixels = format.rows as usize * format.columns as usize;
    let bits = format.bits_allocated as usize;
    let whole = (pixels * format.samples as usize * bits * count).div_ceil(8);
    let shared = format.photometric == Photometric::YbrFull422 && value.len() < whole;
    let size = pixels * if shared { 2 } else { format.samples as usize } * bits;
    let unit = if format.big_endian && bits <= 8 { 16 } else { 8 };
    let piece = |frame: usize| {
        let start = frame * size / unit * unit;
        let end = ((frame + 1) * size).next_multiple_of(unit) / 8;
        (value[start / 8..end.min(value.len())].to_vec(), (frame * size - start) as u32)
    };
    (0..count).map(piece).collect()
}

/// Fragments put together to frames: one each, all for the only one, or as the Basic Offset Table says (PS3.5 A.4).
fn grouped(table: &[u8], fragments: Vec<Vec<u8>>, count: usize) -> Vec<Vec<u8>> {
    if fragments.len() == count {
        return fragments;
    }
    if count == 1 {
        return vec![fragments.concat()];
    }
    let starts: Vec<usize> = table.chunks(4).map(|entry| u32::from_le_bytes(entry.try_into().unwrap()) as usize).collect();
    let mut frames: Vec<Vec<u8>> = Vec::new();
    let (mut at, mut ended) = (0, true);
    for fragment in fragments {
        // Without a table, a stream that has ended tells where the next one begins.
        if if starts.is_empty() { ended } else { starts.contains(&at) } {
            frames.push(Vec::new());
        }
        at += 8 + fragment.len();
        ended = fragment.ends_with(&[0xFF, 0xD9]) || fragment.ends_with(&[0xFF, 0xD9, 0]);
        frames.last_mut().unwrap().extend(fragment);
    }
    frames
}

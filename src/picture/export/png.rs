//! PNG (ISO/IEC 15948): read by the crate of that name, written here in one plain form.
//!
//! A picture that is not opaque everywhere has four samples a pixel: red, green, blue and how much shines through, so that what is
//! blackened is black and opaque. Colour that nobody sees, where all shines through, is set to black: writing hides there.

use std::io::{Cursor, ErrorKind, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use png::{BitDepth, ColorType, Decoder, DecodingError, Limits, Transformations};

use super::super::{Format, Opened};
use crate::error::{Code, Error, Result};
use crate::file::export::{SIGNATURE, Sort};
use crate::limits;

/// Takes a file apart.
///
/// # Errors
/// [`Code::PixelShort`] where it ends too early, [`Code::PixelStream`] where it cannot be read, [`Code::TooLong`] beyond
/// [`limits::FRAME`], [`Code::Video`] for moving pictures (APNG).
pub(super) fn open(bytes: &[u8], orientation: u8) -> Result<Opened> {
    let bound = usize::try_from(limits::FRAME).map_err(|_| Code::TooLong)?;
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: bound });
    decoder.set_transformations(Transformations::EXPAND);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let mut reader = decoder.read_info().map_err(refusal)?;
    let (width, height) = (reader.info().width, reader.info().height);
    // Before anything of this size is held: samples as they are coded, and as they are looked at.
    super::format((width, height), 4, 16).check()?;
    if reader.info().is_animated() {
        return Err(Code::Video.into());
    }
    let size = reader.output_buffer_size().ok_or(Code::TooLong)?;
    let mut data = vec![0; size];
    let info = reader.next_frame(&mut data).map_err(refusal)?;
    reader.finish().map_err(refusal)?;
    let word = match info.bit_depth {
        BitDepth::Eight => 1,
        BitDepth::Sixteen => 2,
        _ => return Err(Code::Codec.into()),
    };
    let samples = match info.color_type {
        ColorType::Grayscale => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
        ColorType::Indexed => return Err(Code::Codec.into()),
    };
    // Words are little endian from here on.
    if word == 2 {
        data.as_chunks_mut::<2>().0.iter_mut().for_each(|pair| pair.reverse());
    }
    let mut hidden = false;
    let (samples, data) = match samples {
        2 => shown::<2>(&data, word, &mut hidden),
        4 => shown::<4>(&data, word, &mut hidden),
        3 => (3, data),
        _ => (1, data),
    };
    let (samples, data) = if samples == 3 { thinned(data, word) } else { (samples, data) };
    let ((width, height), frame) = upright(data, (width, height), samples * word, orientation);
    let format = super::format((width, height), samples as u32, 8 * word as u32);
    format.check()?;
    let beside = has_more(bytes);
    Ok(Opened { sort: Sort::Png, format, beside, hidden, turned: orientation > 1, recompressed: false, frame })
}

/// Colour, or grey, with opacity: three samples where it is opaque everywhere, or else four. `hidden` says that unseen colour was left out.
fn shown<const N: usize>(data: &[u8], word: usize, hidden: &mut bool) -> (usize, Vec<u8>) {
    let pixels = || data.chunks_exact(N * word).map(|pixel| pixel.split_at((N - 1) * word));
    let opaque = pixels().all(|(_, opacity)| opacity.iter().all(|byte| *byte == 0xFF));
    let (samples, repeats) = (if opaque { 3 } else { 4 }, if N == 2 { 3 } else { 1 });
    let mut out = Vec::with_capacity(data.len() / (N * word) * samples * word);
    for (colour, opacity) in pixels() {
        let seen = opacity.iter().any(|byte| *byte != 0);
        *hidden |= !seen && colour.iter().any(|byte| *byte != 0);
        for _ in 0..repeats {
            out.extend(colour.iter().map(|byte| if seen { *byte } else { 0 }));
        }
        if !opaque {
            out.extend(opacity.iter().map(|byte| !byte));
        }
    }
    (samples, out)
}

/// One sample a pixel where all three are equal everywhere.
fn thinned(data: Vec<u8>, word: usize) -> (usize, Vec<u8>) {
    let grey = |pixel: &[u8]| pixel.get(..word) == pixel.get(word..2 * word) && pixel.get(..word) == pixel.get(2 * word..);
    if !data.chunks_exact(3 * word).all(grey) {
        return (3, data);
    }
    (1, data.chunks_exact(word).step_by(3).flatten().copied().collect())
}

/// Turns pixels of so many bytes, as EXIF's Orientation says they lie.
fn upright(data: Vec<u8>, (width, height): (u32, u32), pixel: usize, orientation: u8) -> ((u32, u32), Vec<u8>) {
    if !(2..=8).contains(&orientation) {
        return ((width, height), data);
    }
    let (columns, rows) = (width as usize, height as usize);
    let swap = orientation > 4;
    let (across, down) = (matches!(orientation, 2 | 3 | 6 | 7), matches!(orientation, 3 | 4 | 7 | 8));
    let size = if swap { (rows, columns) } else { (columns, rows) };
    let mut out = Vec::with_capacity(data.len());
    for y in 0..size.1 {
        for x in 0..size.0 {
            let x = if across { size.0 - 1 - x } else { x };
            let y = if down { size.1 - 1 - y } else { y };
            let (column, row) = if swap { (y, x) } else { (x, y) };
            let at = (row * columns + column) * pixel;
            out.extend_from_slice(data.get(at..at + pixel).unwrap_or_default());
        }
    }
    (if swap { (height, width) } else { (width, height) }, out)
}

/// Whether there is a chunk that no decoder needs, or anything behind the last.
fn has_more(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(SIGNATURE.len()..).unwrap_or_default();
    while let Some(([a, b, c, d, name @ ..], _)) = rest.split_first_chunk::<8>() {
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        if !matches!(name, b"IHDR" | b"PLTE" | b"tRNS" | b"IDAT" | b"IEND") {
            return true;
        }
        rest = rest.get(length.saturating_add(12)..).unwrap_or_default();
    }
    !rest.is_empty()
}

fn refusal(error: DecodingError) -> Error {
    match error {
        DecodingError::IoError(error) if error.kind() == ErrorKind::UnexpectedEof => Code::PixelShort.into(),
        DecodingError::LimitsExceeded => Code::TooLong.into(),
        _ => Code::PixelStream.into(),
    }
}

/// The file of a frame: header, one chunk of data, end.
///
/// # Errors
/// [`Code::Codec`] for a frame that [`open`] does not give.
pub(super) fn seal(format: &Format, frame: &[u8]) -> Result<Vec<u8>> {
    let colour = match (format.samples, format.bits_allocated) {
        (1, 8 | 16) => 0,
        (3, 8 | 16) => 2,
        (4, 8 | 16) => 6,
        _ => return Err(Code::Codec.into()),
    };
    let (samples, word) = (format.samples as usize, format.word());
    let pixel = samples * word;
    let row = format.columns as usize * pixel;
    if row == 0 || frame.len() as u64 != format.count().saturating_mul(word as u64) {
        return Err(Code::Codec.into());
    }
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    let (mut before, mut line) = (vec![0; row], vec![0; row]);
    for bytes in frame.chunks_exact(row) {
        line.copy_from_slice(bytes);
        if samples == 4 {
            line.chunks_exact_mut(pixel).filter_map(|pixel| pixel.get_mut(3 * word..)).flatten().for_each(|byte| *byte = !*byte);
        }
        if word == 2 {
            line.as_chunks_mut::<2>().0.iter_mut().for_each(|pair| pair.reverse());
        }
        packer.write_all(&filtered(&line, &before, pixel)).map_err(|_| Code::Codec)?;
        std::mem::swap(&mut line, &mut before);
    }
    let data = packer.finish().map_err(|_| Code::Codec)?;
    let size = [format.columns.to_be_bytes(), format.rows.to_be_bytes()].concat();
    let header = [&size[..], &[format.bits_allocated as u8, colour, 0, 0, 0]].concat();
    let mut out = SIGNATURE.to_vec();
    for (name, data) in [(b"IHDR", &header), (b"IDAT", &data), (b"IEND", &Vec::new())] {
        let length = u32::try_from(data.len()).map_err(|_| Code::TooLong)?;
        let named = [&name[..], data].concat();
        out.extend(length.to_be_bytes());
        out.extend(&named);
        out.extend(crc32fast::hash(&named).to_be_bytes());
    }
    Ok(out)
}

/// A row behind the number of its filter (9.2): the one that leaves the least, as the standard proposes (12.7).
fn filtered(line: &[u8], before: &[u8], pixel: usize) -> Vec<u8> {
    let with = |kind: u8| {
        let left = std::iter::repeat_n(&0, pixel).chain(line);
        let corner = std::iter::repeat_n(&0, pixel).chain(before);
        let mut out = vec![kind];
        out.extend(line.iter().zip(before).zip(left.zip(corner)).map(|((value, up), (left, corner))| {
            value.wrapping_sub(match kind {
                1 => *left,
                2 => *up,
                3 => u8::midpoint(*left, *up),
                4 => paeth(*left, *up, *corner),
                _ => 0,
            })
        }));
        out
    };
    let weight = |row: &Vec<u8>| row.iter().skip(1).map(|byte| u64::from(byte.cast_signed().unsigned_abs())).sum::<u64>();
    (0..5).map(with).min_by_key(weight).unwrap_or_default()
}

/// The neighbour that is nearest to where the others point (9.4).
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, up, corner].map(i16::from);
    let [from_left, from_up, from_corner] = [b - c, a - c, a + b - 2 * c].map(i16::abs);
    if from_left <= from_up && from_left <= from_corner {
        left
    } else if from_up <= from_corner {
        up
    } else {
        corner
    }
}

//! PNG (ISO/IEC 15948), read in all its kinds and written in one plain form.
//!
//! A picture that is not opaque everywhere has four samples a pixel: red, green, blue and how much shines through, so that what is
//! blackened is black and opaque. Colour that nobody sees, where all shines through, is set to black: writing hides there.
//!
//! Read and written here, on `flate2`, which the core holds anyway: the crate `png` does the same for 45 kB more of what a page without a
//! reader has to load, which has no room for them. Tests compare what is read and written with that crate.

mod read;

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use self::read::Pixels;
use super::super::{Format, Opened};
use crate::error::{Code, Result};
use crate::file::export::{SIGNATURE, Sort};

/// Takes a file apart, turned as `orientation` says.
///
/// # Errors
/// As [`read::read`].
pub(super) fn open(bytes: &[u8], orientation: u8) -> Result<Opened> {
    let Pixels { size, word, samples, data, own, beside } = read::read(bytes)?;
    let mut hidden = false;
    let data = if samples == 4 { shown(data, word, &mut hidden) } else { data };
    // What was blackened may have become grey, or opaque: a file as it is written here keeps its kind.
    let (samples, data) = if samples == 4 && !own { opaque(data, word) } else { (samples, data) };
    let (samples, data) = if samples == 3 && !own { thinned(data, word) } else { (samples, data) };
    let (size, frame) = upright(data, size, samples * word, orientation);
    let format = super::format(size, samples as u32, 8 * word as u32);
    Ok(Opened { sort: Sort::Png, format, beside, hidden, turned: orientation > 1, recompressed: false, frame })
}

/// Colour, and how much shines through instead of opacity. `hidden` says that unseen colour was left out.
fn shown(mut data: Vec<u8>, word: usize, hidden: &mut bool) -> Vec<u8> {
    for (colour, opacity) in data.chunks_exact_mut(4 * word).filter_map(|pixel| pixel.split_at_mut_checked(3 * word)) {
        if opacity.iter().all(|byte| *byte == 0) {
            *hidden |= colour.iter().any(|byte| *byte != 0);
            colour.fill(0);
        }
        opacity.iter_mut().for_each(|byte| *byte = !*byte);
    }
    data
}

/// Three samples a pixel where nothing shines through anywhere.
fn opaque(data: Vec<u8>, word: usize) -> (usize, Vec<u8>) {
    if data.chunks_exact(4 * word).any(|pixel| pixel.iter().skip(3 * word).any(|byte| *byte != 0)) {
        return (4, data);
    }
    (3, data.chunks_exact(4 * word).flat_map(|pixel| pixel.iter().take(3 * word).copied()).collect())
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
        out.extend(checksum(&named).to_be_bytes());
    }
    Ok(out)
}

/// What stands behind a chunk (Annex D). The crate that does this in the core is fast by tables of 16 kB.
fn checksum(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = table();
    let step = |sum: u32, byte: &u8| {
        let index = (sum as u8 ^ byte) as usize;
        TABLE.get(index).copied().unwrap_or_default() ^ sum >> 8
    };
    !bytes.iter().fold(u32::MAX, step)
}

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut rest: &mut [u32] = &mut table;
    let mut at = 0;
    while let Some((place, more)) = rest.split_first_mut() {
        let (mut sum, mut bit) = (at, 0);
        while bit < 8 {
            sum = if sum & 1 == 1 { 0xEDB8_8320 ^ sum >> 1 } else { sum >> 1 };
            bit += 1;
        }
        *place = sum;
        rest = more;
        at += 1;
    }
    table
}

/// A row behind the number of its filter (9.2): the one that leaves the least, as the standard proposes (12.7).
fn filtered(line: &[u8], before: &[u8], pixel: usize) -> Vec<u8> {
    let with = |kind: u8| {
        let left = std::iter::repeat_n(&0, pixel).chain(line);
        let corner = std::iter::repeat_n(&0, pixel).chain(before);
        let mut out = vec![kind];
        out.extend(
            line.iter()
                .zip(before)
                .zip(left.zip(corner))
                .map(|((value, up), (left, corner))| value.wrapping_sub(predicted(kind, *left, *up, *corner))),
        );
        out
    };
    let weight = |row: &Vec<u8>| row.iter().skip(1).map(|byte| u64::from(byte.cast_signed().unsigned_abs())).sum::<u64>();
    (0..5).map(with).min_by_key(weight).unwrap_or_default()
}

/// What a filter takes a byte to be, by those around it (9.2).
const fn predicted(filter: u8, left: u8, up: u8, corner: u8) -> u8 {
    match filter {
        1 => left,
        2 => up,
        3 => u8::midpoint(left, up),
        4 => paeth(left, up, corner),
        _ => 0,
    }
}

/// The neighbour that is nearest to where the others point (9.4).
const fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let (a, b, c) = (left as i16, up as i16, corner as i16);
    let (from_left, from_up, from_corner) = ((b - c).abs(), (a - c).abs(), (a + b - 2 * c).abs());
    if from_left <= from_up && from_left <= from_corner {
        left
    } else if from_up <= from_corner {
        up
    } else {
        corner
    }
}

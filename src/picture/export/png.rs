//! PNG (ISO/IEC 15948), read in all its kinds and written in one plain form.
//!
//! A picture that is not opaque everywhere has four samples a pixel: red, green, blue and how much shines through, so that what is
//! blackened is black and opaque. Colour that nobody sees, where all shines through, is set to black: writing hides there.
//!
//! The crate `image` does the work, on what it needs of a file and no more.

mod read;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

pub(super) use self::read::{Pixels, code, most};
use super::super::{Format, Opened};
use crate::error::{Code, Result};
use crate::file::export::Sort;

/// Takes a file apart, turned as `orientation` says.
///
/// # Errors
/// As [`read::read`].
pub(super) fn open(bytes: &[u8], orientation: u8) -> Result<Opened> {
    Ok(opened(read::read(bytes)?, orientation))
}

/// Pixels as a frame that leaves as PNG, turned as `orientation` says.
pub(super) fn opened(pixels: Pixels, orientation: u8) -> Opened {
    let Pixels { size, word, samples, data, own, beside } = pixels;
    let mut hidden = false;
    let data = if samples == 4 { shown(data, word, &mut hidden) } else { data };
    // What was blackened may have become grey, or opaque: a file as it is written here keeps its kind.
    let (samples, data) = if samples == 4 && !own { opaque(data, word) } else { (samples, data) };
    let (samples, data) = if samples == 3 && !own { thinned(data, word) } else { (samples, data) };
    let (size, frame) = upright(data, size, samples * word, orientation);
    let format = super::format(size, samples as u32, 8 * word as u32);
    Opened { sort: Sort::Png, format, beside, hidden, turned: orientation > 1, recompressed: false, frame }
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
        (1, 8) => ExtendedColorType::L8,
        (1, 16) => ExtendedColorType::L16,
        (3, 8) => ExtendedColorType::Rgb8,
        (3, 16) => ExtendedColorType::Rgb16,
        (4, 8) => ExtendedColorType::Rgba8,
        (4, 16) => ExtendedColorType::Rgba16,
        _ => return Err(Code::Codec.into()),
    };
    let word = format.word();
    if frame.is_empty() || frame.len() as u64 != format.count().saturating_mul(word as u64) {
        return Err(Code::Codec.into());
    }
    let mut data = frame.to_vec();
    if format.samples == 4 {
        data.chunks_exact_mut(4 * word).filter_map(|pixel| pixel.get_mut(3 * word..)).flatten().for_each(|byte| *byte = !*byte);
    }
    let mut out = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Default, FilterType::Adaptive);
    encoder.write_image(&data, format.columns, format.rows, colour).map_err(|_| Code::Codec)?;
    Ok(out)
}

//! PNG to samples (ISO/IEC 15948): every kind of colour and depth, interlaced or not. What no picture needs is not looked at.

use std::io::Cursor;

use image::codecs::png::PngDecoder;
use image::error::{ImageError, LimitErrorKind};
use image::{ColorType, ImageDecoder, Limits};

use super::super::format;
use crate::error::{Code, Result};
use crate::file::export::SIGNATURE;
use crate::limits;

/// A picture of 8 or 16 bits a sample.
pub(in super::super) struct Pixels {
    pub(in super::super) size: (u32, u32),
    /// Bytes a sample: little-endian words of 1 or 2.
    pub(in super::super) word: usize,
    /// Grey; red, green and blue; or these and how opaque it is.
    pub(in super::super) samples: usize,
    /// Pixel after pixel, row after row.
    pub(in super::super) data: Vec<u8>,
    /// It is of a kind that is written here: no palette, no grey with opacity, no colour that stands for none.
    pub(in super::super) own: bool,
    /// There is a chunk that no decoder needs, or something behind the last one.
    pub(in super::super) beside: bool,
}

/// Decodes a file.
///
/// # Errors
/// [`Code::PixelShort`] where it ends too early; [`Code::PixelStream`] where it contradicts itself; [`Code::PixelLayout`] and
/// [`Code::TooLong`] for sizes that cannot be; [`Code::Video`] for a moving picture; [`Code::Codec`] for what later standards may add.
pub(super) fn read(bytes: &[u8]) -> Result<Pixels> {
    let Needed { plain, own, beside } = needed(bytes)?;
    let decoder = PngDecoder::with_limits(Cursor::new(plain), most()).map_err(|error| code(&error))?;
    let (size, colour) = (decoder.dimensions(), decoder.color_type());
    let word = usize::from(colour.bytes_per_pixel() / colour.channel_count());
    // Before anything of that size is held.
    format(size, 4, 8 * word as u32).check()?;
    let mut data = vec![0; usize::try_from(decoder.total_bytes()).map_err(|_| Code::TooLong)?];
    decoder.read_image(&mut data).map_err(|error| code(&error))?;
    let (samples, data) = match colour {
        ColorType::L8 | ColorType::L16 => (1, data),
        ColorType::La8 | ColorType::La16 => (4, coloured(&data, word)),
        ColorType::Rgba8 | ColorType::Rgba16 => (4, data),
        _ => (3, data),
    };
    Ok(Pixels { size, word, samples, data, own, beside })
}

/// What a decoder may hold.
pub(in super::super) fn most() -> Limits {
    let mut most = Limits::no_limits();
    most.max_alloc = Some(limits::FRAME);
    most
}

/// What a picture needs of a file.
struct Needed {
    /// These chunks, as a file.
    plain: Vec<u8>,
    /// See [`Pixels::own`].
    own: bool,
    /// See [`Pixels::beside`].
    beside: bool,
}

fn needed(bytes: &[u8]) -> Result<Needed> {
    let mut rest = bytes.strip_prefix(SIGNATURE).ok_or(Code::PixelStream)?;
    let mut plain = SIGNATURE.to_vec();
    let (mut own, mut beside) = (true, false);
    loop {
        let (name, chunk) = chunk(&mut rest)?;
        match &name {
            // Bit depth and colour type stand behind width and height (11.2.2).
            b"IHDR" => {
                own &= matches!(chunk.get(16..18), Some([8 | 16, 0 | 2 | 6]));
                plain.extend_from_slice(chunk);
            }
            b"tRNS" => {
                own = false;
                plain.extend_from_slice(chunk);
            }
            b"PLTE" | b"IDAT" | b"IEND" => plain.extend_from_slice(chunk),
            b"acTL" => return Err(Code::Video.into()),
            [first, ..] if first.is_ascii_uppercase() => return Err(Code::Codec.into()),
            _ => beside = true,
        }
        if name == *b"IEND" {
            return Ok(Needed { plain, own, beside: beside || !rest.is_empty() });
        }
    }
}

/// The next chunk: its name, and all of it.
fn chunk<'b>(rest: &mut &'b [u8]) -> Result<([u8; 4], &'b [u8])> {
    let (length, after) = rest.split_first_chunk::<4>().ok_or(Code::PixelShort)?;
    let name = *after.first_chunk::<4>().ok_or(Code::PixelShort)?;
    // Length, name and checksum take four bytes each.
    let whole = (u32::from_be_bytes(*length) as usize).saturating_add(12);
    let (chunk, after) = rest.split_at_checked(whole).ok_or(Code::PixelShort)?;
    *rest = after;
    Ok((name, chunk))
}

/// Grey and opacity as red, green, blue and opacity.
fn coloured(data: &[u8], word: usize) -> Vec<u8> {
    let pixels = data.chunks_exact(2 * word).filter_map(|pixel| pixel.split_at_checked(word));
    pixels.flat_map(|(grey, opacity)| [grey, grey, grey, opacity]).flatten().copied().collect()
}

/// What a decoder could not do.
pub(in super::super) fn code(error: &ImageError) -> Code {
    match error {
        ImageError::IoError(_) => Code::PixelShort,
        ImageError::Limits(limit) if matches!(limit.kind(), LimitErrorKind::InsufficientMemory) => Code::TooLong,
        ImageError::Limits(_) => Code::PixelLayout,
        _ => Code::PixelStream,
    }
}

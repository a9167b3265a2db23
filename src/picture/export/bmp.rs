//! BMP, read by the crate `image`, and written as PNG.

use std::io::Cursor;

use image::codecs::bmp::BmpDecoder;
use image::error::ImageError;
use image::{ColorType, ImageDecoder};

use super::super::Opened;
use super::png::{self, Pixels};
use crate::error::{Code, Result};

/// Takes a file apart.
///
/// # Errors
/// [`Code::PixelShort`] where it ends too early; [`Code::PixelStream`] where it contradicts itself; [`Code::PixelLayout`] and
/// [`Code::TooLong`] for sizes that cannot be; [`Code::Codec`] for kinds of colour and packing that are not read here.
pub(super) fn open(bytes: &[u8]) -> Result<Opened> {
    let mut decoder = BmpDecoder::new(Cursor::new(bytes)).map_err(|error| code(&error))?;
    let size = decoder.dimensions();
    let samples = match decoder.color_type() {
        ColorType::L8 => 1,
        ColorType::Rgb8 => 3,
        ColorType::Rgba8 => 4,
        _ => return Err(Code::Codec.into()),
    };
    // Before anything of that size is held.
    super::format(size, samples, 8).check()?;
    decoder.set_limits(png::most()).map_err(|error| code(&error))?;
    let mut data = vec![0; usize::try_from(decoder.total_bytes()).map_err(|_| Code::TooLong)?];
    decoder.read_image(&mut data).map_err(|error| code(&error))?;
    Ok(png::opened(Pixels { size, word: 1, samples: samples as usize, data, own: false, beside: false }, 1))
}

/// Kinds that are not read are no fault of the file.
fn code(error: &ImageError) -> Code {
    match error {
        ImageError::Unsupported(_) => Code::Codec,
        error => png::code(error),
    }
}

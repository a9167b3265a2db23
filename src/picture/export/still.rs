//! TIFF of one page, and BMP: read by the crate `image`, and written as PNG.

use std::io::Cursor;

use image::codecs::bmp::BmpDecoder;
use image::codecs::tiff::TiffDecoder;
use image::error::ImageError;
use image::{ColorType, ImageDecoder};

use super::super::Opened;
use super::png::{self, Pixels};
use crate::error::{Code, Result};
use crate::file::export::{Head, Sort};

/// Takes a file apart, turned as its `head` says.
///
/// # Errors
/// [`Code::PixelShort`] where it ends too early; [`Code::PixelStream`] where it contradicts itself; [`Code::PixelLayout`] and
/// [`Code::TooLong`] for sizes that cannot be; [`Code::Codec`] for kinds of colour and packing that are not read here.
pub(super) fn open(bytes: &[u8], sort: Sort, head: &Head) -> Result<Opened> {
    let file = Cursor::new(bytes);
    let pixels = match sort {
        Sort::Bmp => read(BmpDecoder::new(file), head),
        _ => read(TiffDecoder::new(file), head),
    }?;
    Ok(png::opened(pixels, head.orientation))
}

fn read<D: ImageDecoder>(decoder: std::result::Result<D, ImageError>, head: &Head) -> Result<Pixels> {
    let mut decoder = decoder.map_err(|error| code(&error))?;
    let (size, colour) = (decoder.dimensions(), decoder.color_type());
    let (word, samples) = match colour {
        ColorType::L8 => (1, 1),
        ColorType::L16 => (2, 1),
        ColorType::Rgb8 => (1, 3),
        ColorType::Rgb16 => (2, 3),
        ColorType::Rgba8 => (1, 4),
        ColorType::Rgba16 => (2, 4),
        _ => return Err(Code::Codec.into()),
    };
    // Before anything of that size is held.
    super::format(size, samples, 8 * word).check()?;
    decoder.set_limits(png::most()).map_err(|error| code(&error))?;
    let mut data = vec![0; usize::try_from(decoder.total_bytes()).map_err(|_| Code::TooLong)?];
    decoder.read_image(&mut data).map_err(|error| code(&error))?;
    Ok(Pixels { size, word: word as usize, samples: samples as usize, data, own: false, beside: head.beside > 0 })
}

/// Kinds that are not read are no fault of the file.
fn code(error: &ImageError) -> Code {
    match error {
        ImageError::Unsupported(_) => Code::Codec,
        error => png::code(error),
    }
}

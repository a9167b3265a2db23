//! TIFF of one page, read by the crate `tiff`, and written as PNG.

use std::io::Cursor;

use tiff::decoder::{Decoder, Limits};
use tiff::tags::SampleFormat;
use tiff::{ColorType, TiffError};

use super::super::Opened;
use super::png::{self, Pixels};
use crate::error::{Code, Result};
use crate::file::export::Head;
use crate::limits;

/// Takes a file apart, turned as its `head` says.
///
/// # Errors
/// [`Code::PixelShort`] where it ends too early; [`Code::PixelStream`] where it contradicts itself; [`Code::PixelLayout`] and
/// [`Code::TooLong`] for sizes that cannot be; [`Code::Codec`] for kinds of colour and packing that are not read here.
pub(super) fn open(bytes: &[u8], head: &Head) -> Result<Opened> {
    let mut most = Limits::default();
    let frame = usize::try_from(limits::FRAME).map_err(|_| Code::TooLong)?;
    (most.decoding_buffer_size, most.intermediate_buffer_size) = (frame, frame);
    let mut decoder = Decoder::new(Cursor::new(bytes)).map_err(|error| code(&error))?.with_limits(most);
    let (size, colour) = decoder.dimensions().and_then(|size| Ok((size, decoder.colortype()?))).map_err(|error| code(&error))?;
    let (bits, samples) = match colour {
        ColorType::Gray(bits @ (1 | 8 | 16)) => (bits, 1),
        ColorType::RGB(bits @ (8 | 16)) => (bits, 3),
        ColorType::RGBA(bits @ (8 | 16)) => (bits, 4),
        _ => return Err(Code::Codec.into()),
    };
    let word = if bits == 16 { 2 } else { 1 };
    // Before anything of that size is held.
    super::format(size, samples, 8 * word).check()?;
    let layout = decoder.image_buffer_layout().map_err(|error| code(&error))?;
    if layout.planes != 1 || layout.sample_format != SampleFormat::Uint {
        return Err(Code::Codec.into());
    }
    let (width, height) = (size.0 as usize, size.1 as usize);
    let row = (width * samples as usize * usize::from(bits)).div_ceil(8);
    let mut data = vec![0; layout.len];
    if data.len() != row.saturating_mul(height) {
        return Err(Code::PixelLayout.into());
    }
    decoder.read_image_bytes(&mut data).map_err(|error| code(&error))?;
    let data = if bits == 1 { two_tones(&data, row, width) } else { data };
    let pixels = Pixels { size, word: word as usize, samples: samples as usize, data, own: false, beside: head.beside > 0 };
    Ok(png::opened(pixels, head.orientation))
}

/// Bits as samples of black and white; a row begins with a byte.
fn two_tones(data: &[u8], row: usize, width: usize) -> Vec<u8> {
    let of_row = |bytes: &[u8]| -> Vec<u8> {
        let bits = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| if byte >> bit & 1 == 1 { u8::MAX } else { 0 }));
        bits.take(width).collect()
    };
    data.chunks_exact(row.max(1)).flat_map(of_row).collect()
}

fn code(error: &TiffError) -> Code {
    match error {
        TiffError::IoError(_) => Code::PixelShort,
        TiffError::LimitsExceeded => Code::TooLong,
        TiffError::UnsupportedError(_) => Code::Codec,
        _ => Code::PixelStream,
    }
}

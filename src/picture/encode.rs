//! Stored values to frames of a Transfer Syntax, without loss.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::decode::little;
use super::stored::Coding;
use super::{Codecs, Format, Frame, Photometric, jpeg, jpegls, native, rle};
use crate::error::{Code, Result};

/// One frame. The length may be odd.
///
/// # Errors
/// [`Code::Codec`] where there is no lossless encoder for `syntax` and `format`; so for frames of single bits that do not end on a byte, since
/// native ones would have to be joined, and for colour differences that are shared.
pub(super) fn frame(syntax: &str, frame: &Frame, format: &Format, codecs: &dyn Codecs) -> Result<Vec<u8>> {
    if !frame.fits(format) {
        return Err(Code::Codec.into());
    }
    match Coding::of(syntax)? {
        Coding::Native if format.bits_allocated > 1 || frame.data.len().is_multiple_of(8) => native_bytes(frame, format),
        Coding::Deflated => deflate(&native_bytes(frame, &little(format))?),
        Coding::Rle => rle::encode(frame, format),
        Coding::Lossless => jpeg::encode_lossless(frame, format),
        Coding::JpegLs => jpegls::encode(frame, format),
        // A codec applies the colour transform to RGB, unless it is told that this is something else: what is not said to be transformed is not.
        Coding::Jpeg2000 if format.photometric == Photometric::Rgb => {
            codecs.encode(syntax, frame, &Format { photometric: Photometric::Other, ..format.clone() })
        }
        Coding::Jpeg2000 => codecs.encode(syntax, frame, format),
        Coding::Native | Coding::Dct | Coding::JpegXl => Err(Code::Codec.into()),
    }
}

fn native_bytes(frame: &Frame, format: &Format) -> Result<Vec<u8>> {
    if format.big_endian || format.photometric == Photometric::YbrFull422 {
        return Err(Code::Codec.into());
    }
    Ok(native::encode(frame, format, 0))
}

fn deflate(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).map_err(|_| Code::Codec)?;
    encoder.finish().map_err(|_| Code::Codec.into())
}

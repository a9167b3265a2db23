//! Picture files of their own, as people export them: taken apart into a frame that is looked at as any other, and put together again with
//! nothing in them but that frame.

mod bmp;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod old;
mod png;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;
mod tiff;

use std::io::Cursor;

use super::{Format, Opened, Photometric, jpeg};
use crate::error::{Code, Result};
use crate::file::Source;
use crate::file::export::{Head, SIGNATURE, Sort};

/// Takes a file apart. Its frame is upright; one of JPEG is a whole stream that has lost all beside its picture, all others are native.
///
/// # Errors
/// [`Code::Codec`] for what has no decoder here; [`Code::Video`] where there are several pictures in one; as for [`Head::read`], [`jpeg::plain`].
pub fn open(bytes: &[u8]) -> Result<Opened> {
    let sort = match bytes {
        [0xFF, 0xD8, ..] => Sort::Jpeg,
        [b'B', b'M', ..] => Sort::Bmp,
        _ if bytes.starts_with(SIGNATURE) => Sort::Png,
        _ => Sort::Tiff,
    };
    let head = Head::read(&mut Source::new(Cursor::new(bytes))?, sort)?;
    match sort {
        Sort::Png => png::open(bytes, head.orientation),
        Sort::Tiff => tiff::open(bytes, &head),
        Sort::Bmp => bmp::open(bytes),
        Sort::Jpeg => {
            let jpeg::Plain { bytes: frame, format, beside, recompressed } = jpeg::plain(bytes, head.orientation)?;
            let turned = head.orientation > 1;
            Ok(Opened { sort, format, beside, hidden: false, turned, recompressed, frame })
        }
    }
}

/// The file of a frame that [`open`] gave, or of the same frame with areas made black. Equal frames give equal bytes.
///
/// # Errors
/// [`Code::Codec`] where the frame is none of these.
pub fn seal(format: &Format, syntax: &str, frame: &[u8]) -> Result<Vec<u8>> {
    match syntax {
        Opened::NATIVE => png::seal(format, frame),
        Opened::BASELINE | Opened::EXTENDED => Ok(frame.to_vec()),
        _ => Err(Code::Codec.into()),
    }
}

/// A format of 8 or 16 bits a sample, without sign.
fn format((width, height): (u32, u32), samples: u32, bits: u32) -> Format {
    Format {
        rows: height,
        columns: width,
        samples,
        bits_allocated: bits,
        bits_stored: bits,
        high_bit: bits.saturating_sub(1),
        signed: false,
        planar: false,
        photometric: if samples == 1 { Photometric::Monochrome2 } else { Photometric::Rgb },
        big_endian: false,
    }
}

//! A stream as it leaves when it is a file of its own: upright, and with nothing in it but what decoding needs.

use super::coefficients::Coefficients;
use super::header::Header;
use super::{Colour, Process, colour_of, turn};
use crate::error::{Code, Result};
use crate::picture::{Format, Photometric};

/// Adobe's segment as it is written here: that the components are red, green and blue.
const RGB: &[u8; 12] = b"Adobe\0\x64\0\0\0\0\0";

/// A stream with nothing beside its picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// Sequential. Its components are numbered from 1; one or three of them are brightness and colour differences without any mark, as
    /// decoders have it (JFIF 1.02), and red, green and blue with [`RGB`].
    pub bytes: Vec<u8>,
    /// How its samples lie.
    pub format: Format,
    /// Something was left out that neither decoding nor colour needs.
    pub beside: bool,
    /// It could not be turned block by block: what was compressed with loss has lost a little more.
    pub recompressed: bool,
}

/// Writes a stream anew, upright where `orientation` (1 to 8, as EXIF has it) says how it lies. Coefficients stay as they are, but for
/// blocks beyond the edges of the picture, which nobody sees and which become level.
///
/// # Errors
/// [`Code::Codec`] for streams that are not by DCT, and for other colours than grey, RGB and YCbCr; [`Code::Mask`] where what was written
/// does not read as what was meant; as for [`super::decode`].
pub fn plain(bytes: &[u8], orientation: u8) -> Result<Plain> {
    let mut picture = Coefficients::read(bytes, None)?;
    let colour = colour_of(&picture.header, &said(&picture.header, Photometric::YbrFull));
    let (photometric, adobe) = match colour {
        Colour::Grey => (Photometric::Monochrome2, None),
        Colour::Ybr => (Photometric::YbrFull, None),
        Colour::Rgb => (Photometric::Rgb, Some(*RGB)),
        Colour::Other => return Err(Code::Codec.into()),
    };
    (picture.header.jfif, picture.header.adobe) = (None, adobe);
    (1..).zip(&mut picture.header.components).for_each(|(id, component)| component.id = id);
    for plane in &mut picture.planes {
        let grid = plane.grid;
        let unseen = plane.blocks.iter_mut().enumerate().filter(|(index, _)| grid.is_beyond(*index));
        unseen.for_each(|(_, block)| *block = [0; 64]);
    }
    let recompressed = turn::upright(&mut picture, orientation)?;
    let format = said(&picture.header, photometric);
    format.check()?;
    let stream = picture.write()?;
    if !is_same(&picture, &Coefficients::read(&stream, Some(&format))?) {
        return Err(Code::Mask.into());
    }
    Ok(Plain { bytes: stream, format, beside: picture.spare, recompressed })
}

/// The format of a frame by its own header.
fn said(header: &Header, photometric: Photometric) -> Format {
    Format {
        rows: header.height,
        columns: header.width,
        samples: header.components.len() as u32,
        bits_allocated: if header.precision > 8 { 16 } else { 8 },
        bits_stored: header.precision,
        high_bit: header.precision.saturating_sub(1),
        signed: false,
        planar: false,
        photometric,
        big_endian: false,
    }
}

/// Whether a stream reads as what was written, sequential whatever it was.
fn is_same(meant: &Coefficients, read: &Coefficients) -> bool {
    let (one, other) = (&meant.header, &read.header);
    let frame = |header: &Header| (header.width, header.height, header.precision, header.jfif, header.adobe);
    let planes = meant.planes.iter().zip(&read.planes).all(|(one, other)| {
        one.grid == other.grid && one.quantization == other.quantization && one.blocks == other.blocks
    });
    frame(one) == frame(other)
        && matches!(other.process, Process::Baseline | Process::Extended)
        && one.components.iter().map(|c| (c.id, c.across, c.down)).eq(other.components.iter().map(|c| (c.id, c.across, c.down)))
        && meant.planes.len() == read.planes.len()
        && planes
        && !read.spare
}

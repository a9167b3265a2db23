//! JPEG (ISO/IEC 10918-1) as PS3.5 A.4.1 and A.4.2 use it: sequential and progressive DCT frames of 8 and 12 bits, lossless ones of 2 to
//! 16.
//!
//! Samples are those of the components as they are coded, never converted to another colour space. DCT frames are blackened among their
//! coefficients, so that nothing else changes.

mod bits;
mod blacken;
mod coefficients;
mod header;
mod huffman;
mod idct;
mod lossless;
mod pixels;
mod plain;
mod progressive;
mod rows;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod samples;
mod stream;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;
mod turn;
mod upsample;
mod write;
mod zigzag;

pub use blacken::{Grown, blacken, compared, grown};
pub use lossless::encode_lossless;
pub use plain::{Plain, plain};

use super::{Format, Frame, Photometric};
use crate::error::{Code, Result};
use header::Header;

/// How a frame is coded. What the Transfer Syntax promises is not asked: streams are often of another kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Process {
    /// DCT, 8 bits (Process 1).
    Baseline,
    /// DCT, sequential, 8 or 12 bits (Processes 2 and 4).
    Extended,
    /// DCT, bit by bit and band by band.
    Progressive,
    /// Differences, 2 to 16 bits (Process 14).
    Lossless,
}

/// What a frame's components are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Brightness alone.
    Grey,
    /// Red, green and blue.
    Rgb,
    /// Luminance and two colour differences.
    Ybr,
    /// Anything else.
    Other,
}

/// Decodes one frame to stored values.
///
/// A stream that ends before all of its frame is there is refused: other decoders make up the rest. DCT samples are within one level of
/// theirs; lossless ones are exact.
///
/// # Errors
/// [`Code::Codec`] for arithmetic coding and hierarchies, and for lossless components of several sizes; [`Code::PixelLayout`] where the
/// frame is not what `format` says; [`Code::TooLong`] and [`Code::TooMany`] beyond [`crate::limits`]; [`Code::PixelShort`] where data is
/// missing; [`Code::PixelStream`] where it cannot be read.
pub fn decode(bytes: &[u8], format: &Format) -> Result<Frame> {
    let header = header(bytes)?;
    header.check(format)?;
    match header.process {
        Process::Lossless => lossless::decode(bytes, format),
        _ => pixels::decode(bytes, format),
    }
}

/// How a frame is coded.
///
/// # Errors
/// [`Code::Codec`] for kinds that are not read here, [`Code::PixelStream`] where the header cannot be read.
pub fn process(bytes: &[u8]) -> Result<Process> {
    Ok(header(bytes)?.process)
}

/// What a frame's components are: by the segment of JFIF, by Adobe's, by their names, and only then by the data set, as decoders have it.
///
/// # Errors
/// As for [`process`].
pub fn colour(bytes: &[u8], format: &Format) -> Result<Colour> {
    Ok(colour_of(&header(bytes)?, format))
}

fn colour_of(header: &Header, format: &Format) -> Colour {
    let names: Vec<u8> = header.components.iter().map(|component| component.id).collect();
    match (names.len(), header.adobe) {
        (1, _) => Colour::Grey,
        (3, _) if header.jfif.is_some() => Colour::Ybr,
        (3, Some([.., 0])) => Colour::Rgb,
        (3, Some([.., 1])) => Colour::Ybr,
        (3, _) if names == *b"RGB" || format.photometric == Photometric::Rgb => Colour::Rgb,
        (3, _) => Colour::Ybr,
        _ => Colour::Other,
    }
}

/// The frame header and what comes before the first scan.
fn header(bytes: &[u8]) -> Result<Header> {
    let mut stream = stream::Stream::open(bytes)?;
    match stream.scan()? {
        Some(_) => stream.header(),
        None => Err(Code::PixelStream.into()),
    }
}

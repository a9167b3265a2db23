//! What a Pixel Data payload carries beside its samples, and the same payload without it (PS3.5 8 and Annex A).
//!
//! Samples are never changed here but for bits that no reader shows: [`inspect`] returns the value of the new element as parts of the
//! source and a few fresh bytes.

mod boxes;
#[cfg(test)]
mod build;
mod deflated;
mod edit;
mod encapsulated;
mod feed;
mod frame;
mod frames;
mod jpeg;
mod jpeg2000;
mod jpeg2000_segment;
mod jpeg_segment;
mod jpegxl;
mod mask;
mod native;
mod parts;
mod patch;
mod rle;
mod size;
mod syntax;
mod table;
mod unused;

use std::collections::BTreeSet;
use std::io::{Read, Seek};

pub use frames::frames;
pub use patch::patched;
pub use syntax::{Family, is_encapsulated};

use crate::error::{Code, Result};
use crate::file::{Source, Span};
use crate::limits;
use feed::Feed;

/// Reads a Pixel Data payload once and returns the value of the new element, with what was found and left out.
///
/// Memory stays bounded whatever the length of the payload: at most [`limits::CHUNK`] bytes of it are held at a time. `tick` is told how
/// many bytes were passed so far, at least every 8 MiB.
///
/// # Errors
/// - [`Code::TransferSyntax`], [`Code::Video`], [`Code::PixelElsewhere`]: `syntax` is not one whose payload can be inspected.
/// - [`Code::Structure`]: `syntax` asks for the other kind of payload.
/// - [`Code::PixelLayout`]: the layout is not possible.
/// - [`Code::PixelShort`]: there are fewer bytes, or fewer frames, than the layout needs.
/// - [`Code::PixelStream`]: a compressed frame's structure could not be read.
/// - [`Code::CutOff`], [`Code::TooMany`], [`Code::TooLong`], [`Code::Unreadable`]: the payload lies outside of the source, is of too many
///   pieces, has a frame that no single Item can hold, or cannot be read.
pub fn inspect<R: Read + Seek>(
    source: &mut Source<R>,
    layout: &Layout,
    syntax: &str,
    payload: &Payload,
    tick: &mut dyn FnMut(u64),
) -> Result<Inspected> {
    let family = Family::of(syntax)?;
    source.read_ahead(limits::CHUNK);
    let inspected = match (family, payload) {
        (Family::Native, Payload::Native { value, big_endian }) => {
            native::inspect(&mut Feed::new(source, tick, value.start), layout, value, *big_endian)
        }
        (Family::Native, Payload::Encapsulated { .. }) | (_, Payload::Native { .. }) => Err(Code::Structure.into()),
        (_, Payload::Encapsulated { table, fragments }) => {
            encapsulated::inspect(&mut Feed::new(source, tick, table.start), layout, family, table, fragments)
        }
    };
    source.read_ahead(limits::FIRST_READ);
    inspected
}

/// What an inspection found so far, each once, sorted.
type Findings = BTreeSet<Finding>;

/// How the samples lie, from the Image Pixel Module (PS3.3 C.7.6.3). Values as in the header, not yet checked against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// (0028,0010), 1 to 65,535.
    pub rows: u32,
    /// (0028,0011), 1 to 65,535.
    pub columns: u32,
    /// (0028,0002), 1, 3 or 4.
    pub samples: u32,
    /// (0028,0008), 1 where absent.
    pub frames: u64,
    /// (0028,0100), bits.
    pub bits_allocated: u32,
    /// (0028,0101), bits.
    pub bits_stored: u32,
    /// (0028,0102), bit number.
    pub high_bit: u32,
    /// (0028,0103) is 1: two's complement.
    pub signed: bool,
    /// (0028,0004) is YBR_FULL_422: two samples a pixel, when native (PS3.3 C.7.6.3.1.2).
    pub subsampled: bool,
    /// Float (7FE0,0008) or double (7FE0,0009) Pixel Data: no unused bits.
    pub float: bool,
}

/// Where the Pixel Data element's value lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// Native: the value itself.
    Native {
        /// The bytes of the value.
        value: Span,
        /// Words are stored most significant byte first.
        big_endian: bool,
    },
    /// Encapsulated (PS3.5 A.4).
    Encapsulated {
        /// The value of the first Item, the Basic Offset Table.
        table: Span,
        /// The values of the following Items, in order.
        fragments: Vec<Span>,
    },
}

/// A piece of a new file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Fresh bytes.
    Bytes(Vec<u8>),
    /// Fresh bytes that are samples, or encode some: no text is hunted in them, since four of them spell a name by chance.
    Samples(Vec<u8>),
    /// Bytes of the source, as they are.
    Span(Span),
    /// Words of the source with some bits cleared, or set to the sign.
    Masked {
        /// The bytes of the source: whole words.
        span: Span,
        /// What is done to each word.
        mask: Mask,
    },
}

/// What happens to the bits of a word that are not part of its sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mask {
    /// Bytes in a word: 1, 2, 4 or 8.
    pub word: u8,
    /// Words are stored most significant byte first.
    pub big_endian: bool,
    /// Bits of the sample, from bit 0 of the mask's own shift.
    pub bits: u8,
    /// The sample's lowest bit in the word.
    pub shift: u8,
    /// Bits above the sample repeat its sign.
    pub signed: bool,
}

/// What an inspection found and left out. Stable names: the report and the page show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Finding {
    /// Bits above High Bit, or below the sample, were not empty (PS3.5 8.1.1).
    UnusedBits,
    /// Bytes followed the last frame.
    TrailingBytes,
    /// JPEG or JPEG-LS application or comment segments, SPIFF headers, fill bytes.
    Markers,
    /// JPEG 2000 comments, or boxes around the codestream.
    Comments,
    /// RLE bytes outside of the segments, or unused header slots in use.
    RleSlack,
    /// The Basic Offset Table did not fit the fragments, or an Item held nothing.
    OffsetTable,
}

impl Finding {
    /// The stable name, lower case with hyphens.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Comments => "pixel-comments",
            Self::Markers => "pixel-markers",
            Self::OffsetTable => "pixel-offset-table",
            Self::RleSlack => "pixel-rle-slack",
            Self::TrailingBytes => "pixel-trailing-bytes",
            Self::UnusedBits => "pixel-unused-bits",
        }
    }
}

/// A payload that was read to its last byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    /// The new value of the element, in order. Native: the frames, padded to even length. Encapsulated: from the first Item to the Sequence
    /// Delimitation Item, both included.
    pub parts: Vec<Part>,
    /// Bytes of `parts` together.
    pub len: u64,
    /// What was left out, each once, sorted.
    pub findings: Vec<Finding>,
}

//! One frame as a file has it.

use super::Format;
use crate::error::{Code, Result};

/// One frame's bytes in a Transfer Syntax.
#[derive(Clone, Copy, Debug)]
pub struct Stored<'a> {
    /// Transfer Syntax UID, without padding. A deflated data set (1.2.840.10008.1.2.1.99) is inflated already.
    pub syntax: &'a str,
    /// Native: the bytes of the value that hold the frame, and no more. Encapsulated: its fragments, joined.
    pub bytes: &'a [u8],
    /// Bits of `bytes` that belong to the frame before, in native payloads; else 0. Frames of single bits follow each other without a gap
    /// (PS3.5 8.1.1), so that this is 0 to 7. Where bytes lie in big-endian words of two (8 bits or less allocated, VR OW), `bytes` starts
    /// with a whole word, and this is 0 to 15.
    pub bit_offset: u32,
    /// How the samples lie. `big_endian` is for words: false for bytes in OB.
    pub format: &'a Format,
}

impl<'a> Stored<'a> {
    /// A frame that starts with its first byte.
    pub const fn new(syntax: &'a str, bytes: &'a [u8], format: &'a Format) -> Self {
        Self { syntax, bytes, bit_offset: 0, format }
    }
}

/// Bytes of a frame that are to be others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// The first, from the start of the bytes that were given.
    pub at: u64,
    /// What is there instead.
    pub bytes: Vec<u8>,
}

impl Patch {
    /// The byte after the last.
    pub fn end(&self) -> u64 {
        self.at.saturating_add(self.bytes.len() as u64)
    }

    /// Writes the bytes; what lies beyond the end is left out.
    pub fn apply(&self, to: &mut [u8]) {
        let rest = usize::try_from(self.at).ok().and_then(|at| to.get_mut(at..)).unwrap_or_default();
        rest.iter_mut().zip(&self.bytes).for_each(|(to, from)| *to = *from);
    }
}

/// Ways in which a frame is coded, of those that are decoded (PS3.5 8.2 and 10, PS3.6 Table A-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    Native,
    Rle,
    /// Deflated Image Frame Compression.
    Deflated,
    /// JPEG by DCT: sequential, or of the retired syntaxes.
    Dct,
    /// JPEG Lossless.
    Lossless,
    JpegLs,
    /// JPEG 2000 and High-Throughput JPEG 2000.
    Jpeg2000,
    JpegXl,
}

impl Coding {
    /// Of a Transfer Syntax UID, without padding.
    ///
    /// # Errors
    /// [`Code::Codec`] where there is no decoder.
    pub fn of(syntax: &str) -> Result<Self> {
        let rest = syntax.strip_prefix("1.2.840.10008.1.2").ok_or(Code::Codec)?;
        Ok(match rest.strip_prefix(".4.") {
            None => match rest {
                "" | ".1" | ".1.99" | ".2" => Self::Native,
                ".5" => Self::Rle,
                ".8.1" => Self::Deflated,
                _ => return Err(Code::Codec.into()),
            },
            Some("50" | "51" | "52" | "53" | "54" | "55" | "56") => Self::Dct,
            Some("57" | "58" | "70") => Self::Lossless,
            Some("80" | "81") => Self::JpegLs,
            Some("90" | "91" | "92" | "93" | "201" | "202" | "203") => Self::Jpeg2000,
            Some("110" | "111" | "112") => Self::JpegXl,
            Some(_) => return Err(Code::Codec.into()),
        })
    }
}

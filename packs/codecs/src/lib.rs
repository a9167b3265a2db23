//! The larger codecs: JPEG 2000 and High-Throughput JPEG 2000 by `openjp2`, JPEG XL by `jxl-oxide`.
//!
//! Both decoders read hostile bytes. What they would allocate and how long they would run is bounded before they start, from the stream's
//! own header and what the data set says ([`codestream`], [`jxl`]). They may still panic on a stream that nobody has thought of, and
//! `openjp2`, which is C in Rust's clothes, may write where it should not: so this is a wasm file of its own, whose memory holds nothing
//! but the frame at hand. A panic is a trap there; whoever calls takes it for [`Code::Codec`], and goes on with a fresh instance.

mod codestream;
#[cfg(target_arch = "wasm32")]
mod door;
#[cfg(target_arch = "wasm32")]
mod heap;
mod jpeg2000;
mod jxl;
mod samples;
mod stream;

use scan_scrubber::picture::{Codecs, Format, Frame};
use scan_scrubber::{Code, Result};

/// Decodes JPEG 2000, HTJ2K and JPEG XL; encodes JPEG 2000 without loss.
///
/// Colour comes out as any decoder gives it: RGB where the stream says that a colour transform was applied (YBR_RCT, YBR_ICT; JPEG XL of a
/// JPEG's YBR_FULL_422, and XYB), else the components as they are (YBR_FULL). Colour at less size is repeated.
#[derive(Clone, Copy, Debug, Default)]
pub struct Larger;

impl Codecs for Larger {
    /// The stored values of one frame.
    ///
    /// # Errors
    /// [`Code::PixelLayout`] where rows, columns, samples or bits are others than `format` says; [`Code::Codec`] for all else.
    fn decode(&self, syntax: &str, bytes: &[u8], format: &Format) -> Result<Frame> {
        match syntax.strip_prefix(JPEG_FAMILY) {
            Some("90" | "91" | "92" | "93" | "201" | "202" | "203") => jpeg2000::decode(bytes, format),
            Some("110" | "111" | "112") => jxl::decode(bytes, format),
            _ => Err(Code::Codec.into()),
        }
    }

    /// A JPEG 2000 codestream of one frame, without loss: with the reversible colour transform for RGB, YBR_RCT and YBR_ICT (the header is
    /// to say YBR_RCT then), without any for all else.
    ///
    /// # Errors
    /// [`Code::Codec`] for other syntaxes than JPEG 2000's own, more than 16 bits, other samples than 1 or 3, and frames that are not as
    /// `format` says.
    fn encode(&self, syntax: &str, frame: &Frame, format: &Format) -> Result<Vec<u8>> {
        match syntax.strip_prefix(JPEG_FAMILY) {
            Some("90" | "91") => jpeg2000::encode(frame, format),
            _ => Err(Code::Codec.into()),
        }
    }
}

/// What the UIDs of all these Transfer Syntaxes start with (PS3.6 Table A-1).
const JPEG_FAMILY: &str = "1.2.840.10008.1.2.4.";

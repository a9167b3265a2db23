//! What lies outside of this crate, since it is large, needs `unsafe`, or may trap: further codecs, and a reader of text.

use super::{Area, Format, Frame, Picture};
use crate::error::{Code, Result};

/// Decoders and encoders of JPEG 2000, High-Throughput JPEG 2000 and JPEG XL.
pub trait Codecs {
    /// The stored values of one frame.
    ///
    /// # Errors
    /// [`Code::Codec`] where there is no decoder for `syntax`, or the frame cannot be decoded as `format` says.
    fn decode(&self, syntax: &str, bytes: &[u8], format: &Format) -> Result<Frame>;

    /// A lossless stream of one frame in `syntax`.
    ///
    /// # Errors
    /// [`Code::Codec`] where there is no encoder for `syntax` and `format`.
    fn encode(&self, syntax: &str, frame: &Frame, format: &Format) -> Result<Vec<u8>>;
}

/// A piece of writing that a model has found, and perhaps read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Where it is, upright: a slanted line's own box lies in it.
    pub area: Area,
    /// What it says, where it could be read.
    pub text: Option<String>,
    /// How sure the reader is of the text, 0 to 1.
    pub confidence: f32,
    /// How sure it is of a line of writing there, whatever that says, 0 to 1; 0 where it has not the shape of a line.
    pub line: f32,
}

/// A model that finds and reads writing.
pub trait Reader {
    /// Writing in a picture. `hints` are areas where another finder saw something: they are read too, also where the model itself finds nothing.
    ///
    /// # Errors
    /// [`Code::Codec`] where there is no model, or it fails.
    fn read(&self, picture: &Picture, hints: &[Area]) -> Result<Vec<Reading>>;

    /// Whether there is a model at all.
    fn is_there(&self) -> bool;
}

/// Neither codecs nor a reader.
#[derive(Clone, Copy, Debug, Default)]
pub struct None;

impl Codecs for None {
    fn decode(&self, _: &str, _: &[u8], _: &Format) -> Result<Frame> {
        Err(Code::Codec.into())
    }

    fn encode(&self, _: &str, _: &Frame, _: &Format) -> Result<Vec<u8>> {
        Err(Code::Codec.into())
    }
}

impl Reader for None {
    fn read(&self, _: &Picture, _: &[Area]) -> Result<Vec<Reading>> {
        Err(Code::Codec.into())
    }

    fn is_there(&self) -> bool {
        false
    }
}

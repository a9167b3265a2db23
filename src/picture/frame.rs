//! Decoded frames, and pictures to look at.

use super::Format;

/// One decoded frame: stored values, never converted to another colour space, never windowed.
///
/// Pixel after pixel, row after row from the top left; the samples of a pixel side by side whatever the payload's own order. Each sample is
/// a little-endian word of `word` bytes, as Bits Allocated has it (also signed ones: two's complement in the whole word where the payload
/// extends the sign). A single bit is a byte of 0 or 1. Native YBR_FULL_422 and subsampled JPEG have each pixel's colour differences repeated or interpolated as the decoder says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Samples a pixel.
    pub samples: u32,
    /// Bytes a sample: 1, 2 or 4.
    pub word: usize,
    /// `width * height * samples * word` bytes.
    pub data: Vec<u8>,
}

impl Frame {
    /// An empty frame of zeros in a format's size; `None` where that is too large to hold.
    pub fn zeros(format: &Format) -> Option<Self> {
        let bytes = format.count().checked_mul(format.word() as u64).filter(|bytes| *bytes <= crate::limits::FRAME)?;
        let data = vec![0; usize::try_from(bytes).ok()?];
        Some(Self { width: format.columns, height: format.rows, samples: format.samples, word: format.word(), data })
    }

    /// Whether it is of a format's size, and has all of its bytes.
    pub fn fits(&self, format: &Format) -> bool {
        let shape = (self.width, self.height, self.samples, self.word) == (format.columns, format.rows, format.samples, format.word());
        shape && self.data.len() as u64 == format.count().saturating_mul(format.word() as u64)
    }

    /// The sample at an index (pixel index times samples plus the sample's own), as an unsigned word; 0 beyond the end.
    pub fn sample(&self, index: usize) -> u32 {
        let Some(word) = index.checked_mul(self.word).and_then(|at| self.data.get(at..at.checked_add(self.word)?)) else { return 0 };
        word.iter().rev().fold(0, |value, byte| (value << 8) | u32::from(*byte))
    }
}

/// A picture as it would be seen: 8 bits a sample, one (grey) or three (red, green, blue) samples a pixel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// 1 or 3.
    pub samples: u32,
    /// `width * height * samples` bytes, pixel after pixel.
    pub data: Vec<u8>,
}

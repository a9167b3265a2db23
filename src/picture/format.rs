//! How the samples of a frame lie and what they mean, from the Image Pixel Module (PS3.3 C.7.6.3).

use serde::{Deserialize, Serialize};

/// (0028,0004), as far as a decoder or a blackened pixel depends on it (PS3.3 C.7.6.3.1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Photometric {
    /// The lowest value is white.
    Monochrome1,
    /// The lowest value is black.
    Monochrome2,
    /// Indices into colour tables.
    Palette,
    /// Red, green, blue.
    Rgb,
    /// Luminance and two colour differences, full range.
    YbrFull,
    /// The same with half as many colour differences along a row.
    YbrFull422,
    /// As JPEG 2000's irreversible transform gives it; decoders give RGB.
    YbrIct,
    /// As JPEG 2000's reversible transform gives it; decoders give RGB.
    YbrRct,
    /// Anything else.
    Other,
}

impl Photometric {
    /// Of the attribute's value.
    pub fn of(value: &str) -> Self {
        match value.trim_matches([' ', '\0']) {
            "MONOCHROME1" => Self::Monochrome1,
            "MONOCHROME2" => Self::Monochrome2,
            "PALETTE COLOR" => Self::Palette,
            "RGB" => Self::Rgb,
            "YBR_FULL" => Self::YbrFull,
            "YBR_FULL_422" => Self::YbrFull422,
            "YBR_ICT" => Self::YbrIct,
            "YBR_RCT" => Self::YbrRct,
            _ => Self::Other,
        }
    }
}

/// How the samples of each frame lie. Values as the header has them, not yet checked against each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Format {
    /// (0028,0010), 1 to 65,535.
    pub rows: u32,
    /// (0028,0011), 1 to 65,535.
    pub columns: u32,
    /// (0028,0002), 1, 3 or 4.
    pub samples: u32,
    /// (0028,0100), bits.
    pub bits_allocated: u32,
    /// (0028,0101), bits.
    pub bits_stored: u32,
    /// (0028,0102), bit number.
    pub high_bit: u32,
    /// (0028,0103) is 1: two's complement.
    pub signed: bool,
    /// (0028,0006) is 1: colour by plane, in native and RLE payloads.
    pub planar: bool,
    /// (0028,0004).
    pub photometric: Photometric,
    /// Native words are stored most significant byte first.
    pub big_endian: bool,
}

impl Format {
    /// Bytes of a decoded sample in a [`super::Frame`]: 1, 2 or 4; 1 for single bits.
    pub const fn word(&self) -> usize {
        match self.bits_allocated {
            0..=8 => 1,
            9..=16 => 2,
            _ => 4,
        }
    }

    /// Samples of a decoded frame.
    pub fn count(&self) -> u64 {
        u64::from(self.rows).saturating_mul(u64::from(self.columns)).saturating_mul(u64::from(self.samples))
    }
}

//! How the samples of a frame lie and what they mean, from the Image Pixel Module (PS3.3 C.7.6.3).

use serde::{Deserialize, Serialize};

use crate::error::{Code, Result};
use crate::limits;

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

    /// The attribute's value; `None` where it is another's.
    pub const fn value(self) -> Option<&'static str> {
        Some(match self {
            Self::Monochrome1 => "MONOCHROME1",
            Self::Monochrome2 => "MONOCHROME2",
            Self::Palette => "PALETTE COLOR",
            Self::Rgb => "RGB",
            Self::YbrFull => "YBR_FULL",
            Self::YbrFull422 => "YBR_FULL_422",
            Self::YbrIct => "YBR_ICT",
            Self::YbrRct => "YBR_RCT",
            Self::Other => return None,
        })
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

    /// Refuses what no frame has, and frames that are too large to hold.
    ///
    /// # Errors
    /// [`Code::PixelLayout`]; [`Code::TooLong`] beyond [`limits::FRAME`].
    pub fn check(&self) -> Result<()> {
        let extent = 1..=u32::from(u16::MAX);
        let shape = extent.contains(&self.rows) && extent.contains(&self.columns) && matches!(self.samples, 1 | 3 | 4);
        let words = matches!(self.bits_allocated, 1 | 8 | 16 | 32) && (1..=self.bits_allocated).contains(&self.bits_stored);
        let bits = self.high_bit < self.bits_allocated && self.high_bit.saturating_add(1) >= self.bits_stored;
        if !(shape && words && bits) {
            return Err(Code::PixelLayout.into());
        }
        if self.count().saturating_mul(self.word() as u64) > limits::FRAME { Err(Code::TooLong.into()) } else { Ok(()) }
    }

    /// Samples of a decoded frame.
    pub fn count(&self) -> u64 {
        u64::from(self.rows).saturating_mul(u64::from(self.columns)).saturating_mul(u64::from(self.samples))
    }
}

#[cfg(test)]
mod tests {
    use super::super::build::format;
    use super::*;

    #[test]
    fn values_come_back() {
        for value in ["MONOCHROME1", "MONOCHROME2", "PALETTE COLOR", "RGB", "YBR_FULL", "YBR_FULL_422", "YBR_ICT", "YBR_RCT"] {
            assert_eq!(Photometric::of(value).value(), Some(value));
        }
        assert_eq!(Photometric::of("HSV").value(), None);
    }

    #[test]
    fn impossible_formats_are_refused() {
        let good = format(4, 4, 1, 16);
        assert_eq!(good.check(), Ok(()));
        for bad in [
            Format { rows: 0, ..good.clone() },
            Format { columns: 65_536, ..good.clone() },
            Format { samples: 2, ..good.clone() },
            Format { bits_allocated: 24, ..good.clone() },
            Format { bits_allocated: 64, ..good.clone() },
            Format { bits_stored: 0, ..good.clone() },
            Format { bits_stored: 17, ..good.clone() },
            Format { high_bit: 16, ..good.clone() },
            Format { high_bit: u32::MAX, ..good.clone() },
            Format { bits_stored: 12, high_bit: 10, ..good },
        ] {
            assert_eq!(bad.check(), Err(Code::PixelLayout.into()), "{bad:?}");
        }
        assert_eq!(format(65_535, 65_535, 1, 8).check(), Err(Code::TooLong.into()));
    }
}

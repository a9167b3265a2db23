//! How many bytes a layout needs, in 64-bit arithmetic that cannot wrap unseen (PS3.5 8.1.1, PS3.3 C.7.6.3).

use super::Layout;
use crate::error::{Code, Error, Result};

/// Refuses layouts that no picture has.
///
/// # Errors
/// [`Code::PixelLayout`].
pub(super) fn check(layout: &Layout) -> Result<()> {
    let extent = 1..=u32::from(u16::MAX);
    let shape = extent.contains(&layout.rows) && extent.contains(&layout.columns) && layout.frames > 0;
    let samples = matches!(layout.samples, 1 | 3 | 4);
    let words = if layout.float { matches!(layout.bits_allocated, 32 | 64) } else { matches!(layout.bits_allocated, 1 | 8 | 16 | 32 | 64) };
    // A float is its whole word: Bits Stored and High Bit are not part of its module (PS3.3 C.7.6.24).
    let bits = layout.float
        || ((1..=layout.bits_allocated).contains(&layout.bits_stored)
            && layout.high_bit < layout.bits_allocated
            && layout.high_bit.saturating_add(1) >= layout.bits_stored);
    if shape && samples && words && bits { Ok(()) } else { Err(Code::PixelLayout.into()) }
}

/// Bytes of all frames of a native value that holds `have` bytes. Frames of single bits are packed without a gap between them.
///
/// # Errors
/// [`Code::PixelLayout`] where the layout is not possible, or its size is beyond 64 bits.
pub(super) fn native(layout: &Layout, have: u64) -> Result<u64> {
    size(layout, layout.frames, have)
}

/// Bytes of one frame alone, as it comes out of a stream of `have` bytes.
///
/// # Errors
/// As [`native`].
pub(super) fn frame(layout: &Layout, have: u64) -> Result<u64> {
    size(layout, 1, have)
}

fn size(layout: &Layout, frames: u64, have: u64) -> Result<u64> {
    check(layout)?;
    let whole = bytes(layout, u64::from(layout.samples), frames)?;
    // YBR_FULL_422 shares chroma between two pixels: two samples a pixel. Decoders that wrote all three without a word to the header are
    // common, so a value of exactly that length is taken as it is.
    let as_whole = have == whole || have == whole.saturating_add(whole % 2);
    if layout.subsampled && layout.samples == 3 && !as_whole { bytes(layout, 2, frames) } else { Ok(whole) }
}

fn bytes(layout: &Layout, samples: u64, frames: u64) -> Result<u64> {
    let bits = u64::from(layout.rows)
        .checked_mul(u64::from(layout.columns))
        .and_then(|n| n.checked_mul(samples))
        .and_then(|n| n.checked_mul(u64::from(layout.bits_allocated)))
        .and_then(|n| n.checked_mul(frames));
    bits.map(|bits| bits.div_ceil(8)).ok_or(Error::from(Code::PixelLayout))
}

#[cfg(test)]
mod tests {
    use super::super::build::layout;
    use super::*;

    #[test]
    fn sizes_are_exact() {
        assert_eq!(native(&layout(512, 512, 16), 0), Ok(524_288));
        assert_eq!(native(&Layout { frames: 10, ..layout(3, 3, 1) }, 0), Ok(12));
        assert_eq!(frame(&Layout { frames: 10, ..layout(3, 3, 1) }, 0), Ok(2));
        assert_eq!(native(&Layout { samples: 3, ..layout(5, 7, 8) }, 0), Ok(105));
        assert_eq!(native(&Layout { float: true, bits_stored: 0, ..layout(2, 2, 64) }, 0), Ok(32));
        // More than 32 bits.
        assert_eq!(native(&Layout { frames: 100, ..layout(65_535, 65_535, 16) }, 0), Ok(858_967_245_000));
    }

    #[test]
    fn shared_chroma_has_two_samples_a_pixel_unless_the_value_has_three() {
        let layout = Layout { subsampled: true, samples: 3, ..layout(3, 3, 8) };
        assert_eq!(native(&layout, 18), Ok(18));
        assert_eq!(native(&layout, 40), Ok(18));
        assert_eq!(native(&layout, 27), Ok(27));
        assert_eq!(native(&layout, 28), Ok(27));
    }

    #[test]
    fn impossible_layouts_are_refused() {
        let good = layout(4, 4, 16);
        assert_eq!(check(&good), Ok(()));
        for bad in [
            Layout { rows: 0, ..good.clone() },
            Layout { columns: 0, ..good.clone() },
            Layout { rows: 65_536, ..good.clone() },
            Layout { columns: u32::MAX, ..good.clone() },
            Layout { frames: 0, ..good.clone() },
            Layout { samples: 0, ..good.clone() },
            Layout { samples: 2, ..good.clone() },
            Layout { samples: 65_535, ..good.clone() },
            Layout { bits_allocated: 0, ..good.clone() },
            Layout { bits_allocated: 24, ..good.clone() },
            Layout { bits_allocated: 2048, ..good.clone() },
            Layout { bits_stored: 0, ..good.clone() },
            Layout { bits_stored: 17, ..good.clone() },
            Layout { high_bit: 16, ..good.clone() },
            Layout { high_bit: u32::MAX, ..good.clone() },
            Layout { bits_stored: 12, high_bit: 10, ..good.clone() },
            Layout { float: true, ..good.clone() },
            Layout { frames: u64::MAX, ..good.clone() },
            Layout { frames: 1 << 60, ..good },
        ] {
            assert_eq!(native(&bad, 0), Err(Code::PixelLayout.into()), "{bad:?}");
        }
    }
}

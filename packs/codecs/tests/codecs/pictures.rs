//! Made-up frames.

use scan_scrubber::picture::{Format, Frame, Photometric};

/// The Transfer Syntax UID with this last part.
pub fn syntax(last: &str) -> String {
    format!("1.2.840.10008.1.2.4.{last}")
}

pub fn format(columns: u32, rows: u32, samples: u32, bits: u32, signed: bool) -> Format {
    let bits_allocated = if bits <= 8 { 8 } else { bits.next_multiple_of(16) };
    let photometric = if samples == 1 { Photometric::Monochrome2 } else { Photometric::Rgb };
    Format {
        rows,
        columns,
        samples,
        bits_allocated,
        bits_stored: bits,
        high_bit: bits - 1,
        signed,
        planar: false,
        photometric,
        big_endian: false,
    }
}

/// A slope with noise on it, black and white bars, and the least and greatest values.
pub fn frame(format: &Format) -> Frame {
    let mut frame = Frame::zeros(format).unwrap();
    let (word, greatest) = (frame.word, (1_u64 << format.bits_stored) - 1);
    let least = if format.signed { -(1_i64 << (format.bits_stored - 1)) } else { 0 };
    let mut noise = 0x9E37_79B9_u32;
    for (i, to) in frame.data.chunks_exact_mut(word).enumerate() {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let (pixel, sample) = (i as u64 / u64::from(format.samples), i as u64 % u64::from(format.samples));
        let (x, y) = (pixel % u64::from(format.columns), pixel / u64::from(format.columns));
        let slope = (x * 3 + y * 5 + sample * 40) * greatest / 1_000 + u64::from(noise >> 29);
        let value = match (x / 4) % 5 {
            0 if y % 8 < 3 => greatest,
            1 if y % 8 < 3 => 0,
            _ => slope.min(greatest),
        };
        let value = i64::try_from(value).unwrap() + least;
        to.copy_from_slice(&value.to_le_bytes()[..word]);
    }
    frame
}

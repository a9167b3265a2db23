//! Frames for tests.

use super::{Format, Frame, Photometric};

/// A format whose samples fill their words.
pub fn format(rows: u32, columns: u32, samples: u32, bits_allocated: u32) -> Format {
    Format {
        rows,
        columns,
        samples,
        bits_allocated,
        bits_stored: bits_allocated,
        high_bit: bits_allocated - 1,
        signed: false,
        planar: false,
        photometric: if samples == 1 { Photometric::Monochrome2 } else { Photometric::Rgb },
        big_endian: false,
    }
}

/// Numbers that look like noise, the same for the same seed.
pub fn numbers(seed: u32) -> impl Iterator<Item = u32> {
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(12345);
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state
    })
}

/// A frame of noise in Bits Stored: in its place in the word, with its sign.
pub fn noise(format: &Format, seed: u32) -> Frame {
    of(format, numbers(seed))
}

/// A frame of soft waves with runs of one value and some noise, as pictures have them.
pub fn waves(format: &Format, seed: u32) -> Frame {
    let half = f64::from(u32::MAX >> (32 - format.bits_stored)) / 2.0;
    let columns = format.columns * format.samples;
    let values = numbers(seed).zip(0..).map(move |(noise, i)| {
        let (x, y) = (f64::from(i % columns), f64::from(i / columns));
        let wave = (x / 9.0).sin() * (y / 7.0 + f64::from(seed)).cos();
        let value = half * (1.0 + if wave > 0.3 { 1.0 } else { wave });
        (value as u32).wrapping_add(if wave < -0.2 { noise % 5 } else { 0 })
    });
    of(format, values)
}

fn of(format: &Format, values: impl Iterator<Item = u32>) -> Frame {
    let mut frame = Frame::zeros(format).unwrap();
    let (word, bits) = (frame.word, format.bits_stored);
    let shift = format.high_bit + 1 - bits;
    for (to, value) in frame.data.chunks_exact_mut(word).zip(values) {
        let up = value << (32 - bits);
        let value = if format.signed { ((up as i32) >> (32 - bits)) as u32 } else { up >> (32 - bits) };
        to.copy_from_slice(&(value << shift).to_le_bytes()[..word]);
    }
    frame
}

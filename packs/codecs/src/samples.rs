//! Numbers into the words of a frame, and out of them.

use scan_scrubber::picture::{Format, Frame};
use scan_scrubber::{Code, Result, limits};

/// Samples of a frame that is decoded here: each is a number of 32 bits in the decoders, once or twice over, and memory has an end. A
/// mammogram of 4,000 by 5,000 pixels has 20 million, a scanned page in colour up to 100 million.
pub const SAMPLES: u64 = 100_000_000;

/// An empty frame for what a stream announces, where that is what the format says and can be held.
///
/// # Errors
/// [`Code::PixelLayout`] where the two differ, [`Code::Codec`] where the frame is too large.
pub fn frame(format: &Format, width: u32, height: u32, samples: u32, bits: u32) -> Result<Frame> {
    let fits = (1..=u32::try_from(format.word() * 8).unwrap_or(0)).contains(&bits);
    if [width, height, samples] != [format.columns, format.rows, format.samples] || format.count() == 0 || !fits {
        return Err(Code::PixelLayout.into());
    }
    if format.count() > SAMPLES || format.count().saturating_mul(format.word() as u64) > limits::FRAME {
        return Err(Code::Codec.into());
    }
    Frame::zeros(format).ok_or_else(|| Code::Codec.into())
}

/// Writes one component: the low bytes of each number, pixel after pixel.
pub fn put(frame: &mut Frame, component: usize, numbers: impl Iterator<Item = i32>) {
    let (word, at) = (frame.word, component.saturating_mul(frame.word));
    let pixel = word.saturating_mul(frame.samples as usize).max(1);
    for (pixel, number) in frame.data.chunks_exact_mut(pixel).zip(numbers) {
        if let (Some(to), Some(from)) = (pixel.get_mut(at..at.saturating_add(word)), number.to_le_bytes().get(..word)) {
            to.copy_from_slice(from);
        }
    }
}

/// Reads one component; `signed` words are two's complement.
pub fn get(frame: &Frame, component: usize, signed: bool) -> impl Iterator<Item = i32> + '_ {
    let (word, at) = (frame.word, component.saturating_mul(frame.word));
    let unused = 32_u32.saturating_sub(u32::try_from(word.saturating_mul(8)).unwrap_or(32));
    frame.data.chunks_exact(word.saturating_mul(frame.samples as usize).max(1)).map(move |pixel| {
        let bytes = pixel.get(at..at.saturating_add(word)).unwrap_or_default();
        extend(bytes.iter().rev().fold(0, |value, byte| (value << 8) | i32::from(*byte)), 32_u32.saturating_sub(unused), signed)
    })
}

/// The low `bits` of a number as a number of their own.
pub const fn extend(number: i32, bits: u32, signed: bool) -> i32 {
    let unused = 32_u32.saturating_sub(bits);
    match (unused, signed) {
        (0 | 32.., _) => number,
        (_, true) => number << unused >> unused,
        (_, false) => ((number << unused) as u32 >> unused) as i32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_extended_from_their_own_bits() {
        assert_eq!(extend(0x1830, 13, true), -2000);
        assert_eq!(extend(-2000, 13, false), 0x1830);
        assert_eq!(extend(0x7FFF_FFFF, 32, true), i32::MAX);
        assert_eq!(extend(1, 1, true), -1);
    }

    #[test]
    fn components_lie_side_by_side() {
        let mut frame = Frame { width: 2, height: 1, samples: 3, word: 2, data: vec![0; 12] };
        put(&mut frame, 1, [-2, 300].into_iter());
        assert_eq!(frame.data, [0, 0, 0xFE, 0xFF, 0, 0, 0, 0, 0x2C, 1, 0, 0]);
        assert_eq!(get(&frame, 1, true).collect::<Vec<_>>(), [-2, 300]);
        assert_eq!(get(&frame, 1, false).collect::<Vec<_>>(), [0xFFFE, 300]);
    }
}

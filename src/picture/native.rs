//! Native frames: words one after the other (PS3.5 8.1.1 and 8.2, PS3.3 C.7.6.3.1).

mod patch;

use std::borrow::Cow;

pub(super) use patch::grown;
pub use patch::{blacken, patches};

use super::{Format, Frame, Photometric};
use crate::error::{Code, Result};

/// The stored values of one native frame. `bit_offset` is as in [`super::Stored`].
///
/// YBR_FULL_422 comes as three samples a pixel, each pair of pixels with the colour differences that it shares.
///
/// # Errors
/// [`Code::PixelLayout`], [`Code::TooLong`]: a format that no frame has, or too large. [`Code::PixelShort`]: not enough bytes.
pub fn decode(bytes: &[u8], bit_offset: u32, format: &Format) -> Result<Frame> {
    let layout = Layout::of(format, bytes.len(), bit_offset)?;
    let bytes = ordered(bytes, format);
    let mut frame = Frame::zeros(format).ok_or(Code::TooLong)?;
    if format.bits_allocated == 1 {
        let bits = bits(&bytes, layout.start);
        if format.planar && format.samples > 1 {
            let plane: Vec<u8> = bits.take(layout.samples).collect();
            interleave(&plane, 1, &mut frame);
        } else {
            frame.data.iter_mut().zip(bits).for_each(|(to, bit)| *to = bit);
        }
        return Ok(frame);
    }
    let bytes = bytes.get(layout.start / 8..).and_then(|bytes| bytes.get(..layout.bytes())).ok_or(Code::PixelShort)?;
    if layout.paired {
        pairs(bytes, &mut frame);
    } else if format.planar && format.samples > 1 {
        interleave(bytes, frame.word, &mut frame);
    } else {
        frame.data.copy_from_slice(bytes);
    }
    if format.big_endian {
        match frame.word {
            2 => frame.data.as_chunks_mut::<2>().0.iter_mut().for_each(|word| word.reverse()),
            4 => frame.data.as_chunks_mut::<4>().0.iter_mut().for_each(|word| word.reverse()),
            _ => {}
        }
    }
    Ok(frame)
}

/// The bytes of a native frame in little endian; by plane where `format` says so. YBR has three samples a pixel.
///
/// Single bits start at bit `bit_offset` of the first byte: the bits before it, and those after the last, are zero. Where frames are joined
/// and do not end on a byte, the one that both have a part of is the two of them joined by OR.
pub fn encode(frame: &Frame, format: &Format, bit_offset: u32) -> Vec<u8> {
    let bytes = if format.planar && frame.samples > 1 { planes(frame) } else { Cow::Borrowed(&frame.data[..]) };
    if format.bits_allocated > 1 {
        return bytes.into_owned();
    }
    let offset = (bit_offset % 8) as usize;
    let mut bits = vec![0; bytes.len().saturating_add(offset).div_ceil(8)];
    for (sample, at) in bytes.iter().zip(offset..) {
        if let Some(byte) = bits.get_mut(at / 8) {
            *byte |= (sample & 1) << (at % 8);
        }
    }
    bits
}

/// Whether a payload of `have` bytes shares colour differences between pairs of pixels: the attribute says so, and not all of them are there.
/// Writers that put all three samples and still say YBR_FULL_422 are common.
pub(super) fn is_paired(format: &Format, have: usize) -> bool {
    let whole = format.count().saturating_mul(format.word() as u64);
    format.photometric == Photometric::YbrFull422 && format.samples == 3 && format.bits_allocated > 1 && (have as u64) < whole
}

/// Where the words of a frame lie in its bytes.
struct Layout {
    /// Bits before the first.
    start: usize,
    /// Words, or single bits, of the payload.
    samples: usize,
    /// Bits in each.
    bits: usize,
    /// Two pixels share their colour differences.
    paired: bool,
}

impl Layout {
    fn of(format: &Format, have: usize, bit_offset: u32) -> Result<Self> {
        format.check()?;
        let bits = format.bits_allocated as usize;
        let paired = is_paired(format, have.saturating_sub((bit_offset / 8) as usize));
        // Pairs do not go on in the next row, and nothing says how they would lie by plane (PS3.3 C.7.6.3.1.2 and C.7.6.3.1.3).
        if bit_offset > 15 || (bits > 1 && !bit_offset.is_multiple_of(8)) || (paired && (format.planar || format.columns % 2 == 1)) {
            return Err(Code::PixelLayout.into());
        }
        let samples = usize::try_from(format.count()).map_err(|_| Code::TooLong)?;
        let samples = if paired { samples / 3 * 2 } else { samples };
        let start = bit_offset as usize;
        // A frame that was checked has at most 2^28 words of 32 bits.
        if (start as u64 + samples as u64 * bits as u64).div_ceil(8) > have as u64 {
            return Err(Code::PixelShort.into());
        }
        Ok(Self { start, samples, bits, paired })
    }

    fn bytes(&self) -> usize {
        self.samples.saturating_mul(self.bits / 8)
    }
}

/// The bytes in the order of their pixels: bytes in big-endian words of two come with the higher one, which is the second pixel, first.
fn ordered<'a>(bytes: &'a [u8], format: &Format) -> Cow<'a, [u8]> {
    if !format.big_endian || format.bits_allocated > 8 {
        return Cow::Borrowed(bytes);
    }
    let mut bytes = bytes.to_vec();
    bytes.as_chunks_mut::<2>().0.iter_mut().for_each(|word| word.reverse());
    Cow::Owned(bytes)
}

/// Single bits, from the lowest of each byte.
fn bits(bytes: &[u8], start: usize) -> impl Iterator<Item = u8> {
    bytes.iter().flat_map(|byte| (0..8).map(move |bit| (byte >> bit) & 1)).skip(start)
}

/// Plane after plane to pixel after pixel.
fn interleave(planes: &[u8], word: usize, frame: &mut Frame) {
    let samples = frame.samples as usize;
    let plane = (planes.len() / samples.max(1)).max(1);
    for (at, plane) in planes.chunks_exact(plane).enumerate() {
        let words = frame.data.chunks_exact_mut(word).skip(at).step_by(samples.max(1));
        words.zip(plane.chunks_exact(word)).for_each(|(to, from)| to.copy_from_slice(from));
    }
}

/// Pixel after pixel to plane after plane.
fn planes(frame: &Frame) -> Cow<'_, [u8]> {
    let samples = frame.samples as usize;
    let words = |at| frame.data.chunks_exact(frame.word.max(1)).skip(at).step_by(samples.max(1));
    Cow::Owned((0..samples).flat_map(words).flatten().copied().collect())
}

/// Two luminances and two colour differences a pair of pixels, to three samples a pixel.
fn pairs(bytes: &[u8], frame: &mut Frame) {
    let word = frame.word;
    for (to, from) in frame.data.chunks_exact_mut(6 * word).zip(bytes.chunks_exact(4 * word)) {
        let (light, colour) = from.split_at(2 * word);
        for (to, light) in to.chunks_exact_mut(3 * word).zip(light.chunks_exact(word)) {
            let (one, others) = to.split_at_mut(word);
            one.copy_from_slice(light);
            others.copy_from_slice(colour);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::build::{format, noise};
    use super::*;

    #[test]
    fn words_of_all_sizes_come_back() {
        for (bits, samples, rows, columns) in
            [(8, 1, 3, 5), (16, 1, 7, 3), (32, 1, 2, 3), (8, 3, 5, 5), (16, 3, 3, 3), (8, 4, 2, 3), (1, 1, 5, 7)]
        {
            let format = format(rows, columns, samples, bits);
            let frame = noise(&format, bits);
            let planes = Format { planar: true, ..format.clone() };
            assert_eq!(decode(&encode(&frame, &planes, 0), 0, &planes).as_ref(), Ok(&frame));
            let bytes = encode(&frame, &format, 0);
            assert_eq!(decode(&bytes, 0, &format), Ok(frame.clone()), "{bits} {samples}");
            assert_eq!(decode(&[&bytes[..], &[9, 9]].concat(), 0, &format), Ok(frame));
            assert_eq!(decode(&bytes[..bytes.len() - 1], 0, &format), Err(Code::PixelShort.into()));
        }
    }

    #[test]
    fn big_endian_words_are_turned() {
        let words = Format { big_endian: true, ..format(1, 2, 1, 16) };
        assert_eq!(decode(&[1, 2, 3, 4], 0, &words).unwrap().data, [2, 1, 4, 3]);
        let long = Format { big_endian: true, ..format(1, 1, 1, 32) };
        assert_eq!(decode(&[1, 2, 3, 4], 0, &long).unwrap().data, [4, 3, 2, 1]);
        // The second frame of three bytes in words of two starts in the middle of a word.
        let bytes = Format { big_endian: true, ..format(1, 3, 1, 8) };
        assert_eq!(decode(&[2, 1, 9, 3], 0, &bytes).unwrap().data, [1, 2, 3]);
        assert_eq!(decode(&[1, 9, 3, 2], 8, &bytes).unwrap().data, [1, 2, 3]);
        let bits = Format { big_endian: true, ..format(1, 10, 1, 1) };
        assert_eq!(decode(&[0b10, 0b1], 0, &bits).unwrap().data, [1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    }

    #[test]
    fn planes_become_pixels() {
        let planes = Format { planar: true, ..format(1, 2, 3, 8) };
        assert_eq!(decode(&[1, 2, 3, 4, 5, 6], 0, &planes).unwrap().data, [1, 3, 5, 2, 4, 6]);
        let wide = Format { planar: true, big_endian: true, ..format(1, 2, 3, 16) };
        assert_eq!(decode(&[0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6], 0, &wide).unwrap().data, [1, 0, 3, 0, 5, 0, 2, 0, 4, 0, 6, 0]);
        let bits = Format { planar: true, ..format(1, 2, 3, 1) };
        assert_eq!(decode(&[0b01_1001], 0, &bits).unwrap().data, [1, 0, 1, 0, 1, 0]);
    }

    #[test]
    fn pairs_share_their_colour_unless_all_is_there() {
        let paired = Format { photometric: Photometric::YbrFull422, ..format(1, 4, 3, 8) };
        assert_eq!(decode(&[1, 2, 8, 9, 3, 4, 6, 7], 0, &paired).unwrap().data, [1, 8, 9, 2, 8, 9, 3, 6, 7, 4, 6, 7]);
        assert_eq!(decode(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 0, &paired).unwrap().data, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        let big = Format { big_endian: true, photometric: Photometric::YbrFull422, ..format(1, 2, 3, 16) };
        assert_eq!(decode(&[0, 1, 0, 2, 0, 8, 0, 9], 0, &big).unwrap().data, [1, 0, 8, 0, 9, 0, 2, 0, 8, 0, 9, 0]);
        for odd in [Format { columns: 3, ..paired.clone() }, Format { planar: true, ..paired }] {
            assert_eq!(decode(&[0; 8], 0, &odd), Err(Code::PixelLayout.into()));
        }
    }

    #[test]
    fn frames_of_bits_follow_without_a_gap() {
        let format = format(3, 3, 1, 1);
        let frames = [noise(&format, 1), noise(&format, 2), noise(&format, 3)];
        let mut bytes = [0u8; 4];
        for (frame, i) in frames.iter().zip(0..) {
            let (from, offset) = (i * 9 / 8, (i * 9 % 8) as u32);
            let part = encode(frame, &format, offset);
            bytes[from..].iter_mut().zip(&part).for_each(|(to, from)| *to |= from);
        }
        for (frame, i) in frames.iter().zip(0..) {
            let (from, to, offset) = (i * 9 / 8, ((i + 1) * 9usize).div_ceil(8), (i * 9 % 8) as u32);
            assert_eq!(decode(&bytes[from..to], offset, &format).as_ref(), Ok(frame));
        }
    }

    proptest! {
        #[test]
        fn anything_goes_in(
            bytes in proptest::collection::vec(any::<u8>(), 0..200),
            (rows, columns, samples, offset) in (0..9u32, 0..9u32, 0..5u32, 0..20u32),
            bits in proptest::sample::select(vec![0, 1, 8, 12, 16, 32, 64]),
            (planar, big_endian, paired) in any::<(bool, bool, bool)>(),
        ) {
            let photometric = if paired { Photometric::YbrFull422 } else { Photometric::Rgb };
            let format = Format {
                rows, columns, samples, bits_allocated: bits, bits_stored: bits, high_bit: bits.wrapping_sub(1),
                signed: false, planar, photometric, big_endian,
            };
            if let Ok(frame) = decode(&bytes, offset, &format) {
                prop_assert_eq!(frame.data.len() as u64, format.count() * format.word() as u64);
            }
        }
    }
}

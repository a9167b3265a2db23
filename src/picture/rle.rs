//! RLE Lossless frames, decoded and encoded (PS3.5 Annex G): one run-length encoded segment a byte plane, the highest of each sample first.

use super::{Format, Frame};
use crate::error::{Code, Result};

/// Bytes of the header: a count and 15 offsets (PS3.5 G.5).
const HEADER: usize = 64;

/// Bytes that one code repeats or copies at most (PS3.5 G.3).
const LONGEST: usize = 128;

/// The stored values of one RLE frame. Planar Configuration has no part in it: samples always come one after the other (PS3.5 G.2).
///
/// What follows the last byte that a segment needs is passed over.
///
/// # Errors
/// [`Code::PixelLayout`], [`Code::TooLong`]: a format that no frame has, or too large. [`Code::Codec`]: segments that do not make it.
pub fn decode(bytes: &[u8], format: &Format) -> Result<Frame> {
    format.check()?;
    let mut frame = Frame::zeros(format).ok_or(Code::TooLong)?;
    let (header, _) = bytes.split_first_chunk::<HEADER>().ok_or(Code::Codec)?;
    let words: Vec<usize> = header.as_chunks::<4>().0.iter().map(|word| u32::from_le_bytes(*word) as usize).collect();
    let planes = planes(format);
    let (count, starts) = words.split_first().ok_or(Code::Codec)?;
    let starts = starts.get(..planes).filter(|_| *count == planes).ok_or(Code::Codec)?;
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    let need = plane_bytes(&frame, format);
    let mut plane = Vec::with_capacity(need);
    for ((start, end), at) in starts.iter().zip(ends).zip(0..) {
        let segment = Some(*start).filter(|start| *start >= HEADER).and_then(|start| bytes.get(start..end));
        plane.clear();
        unpack(segment.ok_or(Code::Codec)?, need, &mut plane)?;
        scatter(&plane, &mut frame, format, at);
    }
    Ok(frame)
}

/// One RLE frame of the same samples. Runs do not cross rows, and segments are of even length (PS3.5 G.3.1 and G.4); so is the frame.
///
/// # Errors
/// [`Code::PixelLayout`]: a format that no frame has. [`Code::Codec`]: more than 15 byte planes, or more bytes than offsets can say.
pub fn encode(frame: &Frame, format: &Format) -> Result<Vec<u8>> {
    format.check()?;
    let planes = planes(format);
    if planes > HEADER / 4 - 1 {
        return Err(Code::Codec.into());
    }
    let row = if format.bits_allocated == 1 { usize::MAX } else { frame.width as usize };
    let mut header = u32::try_from(planes).unwrap_or_default().to_le_bytes().to_vec();
    let mut segments = Vec::new();
    for at in 0..planes {
        let start = segments.len().saturating_add(HEADER);
        header.extend_from_slice(&u32::try_from(start).map_err(|_| Code::Codec)?.to_le_bytes());
        let plane = gather(frame, format, at);
        plane.chunks(row.min(plane.len()).max(1)).for_each(|row| pack(row, &mut segments));
        if segments.len() % 2 == 1 {
            segments.push(0);
        }
    }
    header.resize(HEADER, 0);
    header.append(&mut segments);
    Ok(header)
}

/// Byte planes of a frame. Single bits are one plane a sample, packed as a whole.
fn planes(format: &Format) -> usize {
    (format.samples as usize).saturating_mul(format.word())
}

fn plane_bytes(frame: &Frame, format: &Format) -> usize {
    let pixels = (frame.width as usize).saturating_mul(frame.height as usize);
    if format.bits_allocated == 1 { pixels.div_ceil(8) } else { pixels }
}

/// Where the bytes of a plane are in the frame: the first, and how far apart.
fn place(frame: &Frame, plane: usize) -> (usize, usize) {
    let word = frame.word.max(1);
    let (sample, byte) = (plane / word, plane % word);
    (
        sample.saturating_mul(word).saturating_add(word.saturating_sub(1).saturating_sub(byte)),
        word.saturating_mul(frame.samples as usize).max(1),
    )
}

fn scatter(plane: &[u8], frame: &mut Frame, format: &Format, at: usize) {
    let (first, step) = place(frame, at);
    let places = frame.data.iter_mut().skip(first).step_by(step);
    if format.bits_allocated == 1 {
        let bits = plane.iter().flat_map(|byte| (0..8).map(move |bit| (byte >> bit) & 1));
        places.zip(bits).for_each(|(to, bit)| *to = bit);
    } else {
        places.zip(plane).for_each(|(to, byte)| *to = *byte);
    }
}

fn gather(frame: &Frame, format: &Format, at: usize) -> Vec<u8> {
    let (first, step) = place(frame, at);
    let bytes: Vec<u8> = frame.data.iter().skip(first).step_by(step).copied().collect();
    if format.bits_allocated > 1 {
        return bytes;
    }
    bytes.chunks(8).map(|bits| bits.iter().zip(0..).fold(0, |byte, (bit, at)| byte | (bit & 1) << at)).collect()
}

/// Decodes until there are `need` bytes (PS3.5 G.3.2).
fn unpack(mut segment: &[u8], need: usize, plane: &mut Vec<u8>) -> Result<()> {
    while plane.len() < need {
        let (count, rest) = segment.split_first().ok_or(Code::Codec)?;
        segment = match usize::from(*count) {
            128 => rest,
            count @ ..128 => {
                let (bytes, rest) = rest.split_at_checked(count + 1).ok_or(Code::Codec)?;
                plane.extend_from_slice(bytes);
                rest
            }
            count => {
                let (byte, rest) = rest.split_first().ok_or(Code::Codec)?;
                plane.resize(plane.len().saturating_add(257 - count), *byte);
                rest
            }
        };
    }
    if plane.len() == need { Ok(()) } else { Err(Code::Codec.into()) }
}

/// Encodes a row (PS3.5 G.3.1): runs of two or more, unless a pair stands amid others.
fn pack(mut row: &[u8], into: &mut Vec<u8>) {
    while let Some(first) = row.first() {
        let run = row.iter().take(LONGEST).take_while(|byte| *byte == first).count();
        let n = if run > 1 {
            into.extend([(257 - run) as u8, *first]);
            run
        } else {
            let three = row.windows(3).take(LONGEST).position(|window| matches!(window, [a, b, c] if a == b && b == c));
            let n = three.unwrap_or(row.len().min(LONGEST));
            into.push((n - 1) as u8);
            into.extend_from_slice(row.get(..n).unwrap_or_default());
            n
        };
        row = row.get(n..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::build::{format, noise, waves};
    use super::*;

    #[test]
    fn planes_come_highest_byte_first() {
        let mut stream = vec![0; 64];
        stream[0] = 2;
        stream[4] = 64;
        stream[8] = 66;
        stream.extend([0xFF, 0x12, 1, 0x34, 0x56, 0, 0]);
        let frame = decode(&stream, &format(1, 2, 1, 16)).unwrap();
        assert_eq!(frame.data, [0x34, 0x12, 0x56, 0x12]);
        let colour = decode(&stream, &format(1, 2, 3, 8));
        assert_eq!(colour, Err(Code::Codec.into()));
    }

    #[test]
    fn rows_are_packed_alone() {
        let mut frame = Frame::zeros(&format(2, 4, 1, 8)).unwrap();
        frame.data = vec![7, 7, 7, 7, 7, 7, 1, 2];
        let stream = encode(&frame, &format(2, 4, 1, 8)).unwrap();
        assert_eq!(stream[64..], [0xFD, 7, 0xFF, 7, 1, 1, 2, 0]);
        let mut packed = Vec::new();
        pack(&[1, 2, 2, 3, 3, 3, 3, 4], &mut packed);
        assert_eq!(packed, [2, 1, 2, 2, 0xFD, 3, 0, 4]);
        packed.clear();
        pack(&[5; 300], &mut packed);
        assert_eq!(packed, [0x81, 5, 0x81, 5, 0xD5, 5]);
        packed.clear();
        let long: Vec<u8> = (0..=200).collect();
        pack(&long, &mut packed);
        assert_eq!((packed.len(), packed[0], packed[129]), (203, 127, 72));
    }

    #[test]
    fn all_words_come_back() {
        for (bits, samples) in [(8, 1), (16, 1), (32, 1), (8, 3), (16, 3), (32, 3), (8, 4), (1, 1), (1, 3)] {
            for (rows, columns) in [(1, 1), (3, 5), (17, 300), (64, 9)] {
                let format = format(rows, columns, samples, bits);
                for frame in [noise(&format, 3), waves(&format, 3), Frame::zeros(&format).unwrap()] {
                    let stream = encode(&frame, &format).unwrap();
                    assert_eq!(stream.len() % 2, 0);
                    assert_eq!(decode(&stream, &format), Ok(frame.clone()), "{bits} {samples}");
                    assert_eq!(decode(&[&stream[..], &[0, 9, 9]].concat(), &format), Ok(frame));
                }
            }
        }
        assert_eq!(encode(&noise(&format(2, 2, 4, 32), 1), &format(2, 2, 4, 32)), Err(Code::Codec.into()));
    }

    #[test]
    fn no_cut_and_no_flip_panics() {
        let format = format(5, 7, 1, 16);
        let stream = encode(&waves(&format, 9), &format).unwrap();
        for cut in 0..stream.len() {
            assert!(decode(&stream[..cut], &format).is_err() || cut + 1 == stream.len());
        }
        for bit in 0..stream.len() * 8 {
            let mut broken = stream.clone();
            broken[bit / 8] ^= 1 << (bit % 8);
            if let Ok(frame) = decode(&broken, &format) {
                assert_eq!(frame.data.len(), 70);
            }
        }
    }

    proptest! {
        #[test]
        fn any_row_comes_back(row in proptest::collection::vec(0..3u8, 0..700)) {
            let (mut packed, mut back) = (Vec::new(), Vec::new());
            pack(&row, &mut packed);
            prop_assert_eq!(unpack(&packed, row.len(), &mut back), Ok(()));
            prop_assert_eq!(back, row);
        }
    }
}

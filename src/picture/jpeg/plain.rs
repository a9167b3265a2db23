//! A stream as it leaves when it is a file of its own: upright, and with nothing in it but what decoding needs.

use super::coefficients::Coefficients;
use super::header::Header;
use super::{Colour, Process, colour_of, turn};
use crate::error::{Code, Result};
use crate::picture::{Format, Photometric};

/// Adobe's segment as it is written here: that the components are red, green and blue.
const RGB: &[u8; 12] = b"Adobe\0\x64\0\0\0\0\0";

/// A stream with nothing beside its picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// Sequential. Its components are numbered from 1; one or three of them are brightness and colour differences without any mark, as
    /// decoders have it (JFIF 1.02), and red, green and blue with [`RGB`].
    pub bytes: Vec<u8>,
    /// How its samples lie.
    pub format: Format,
    /// Something was left out that neither decoding nor colour needs.
    pub beside: bool,
    /// It could not be turned block by block: what was compressed with loss has lost a little more.
    pub recompressed: bool,
}

/// Writes a stream anew, upright where `orientation` (1 to 8, as EXIF has it) says how it lies. Coefficients stay as they are, but for
/// blocks beyond the edges of the picture, which nobody sees and which become level.
///
/// # Errors
/// [`Code::Codec`] for streams that are not by DCT, and for other colours than grey, RGB and YCbCr; [`Code::Mask`] where what was written
/// does not read as what was meant; as for [`super::decode`].
pub fn plain(bytes: &[u8], orientation: u8) -> Result<Plain> {
    if super::process(bytes)? == Process::Lossless {
        return Err(Code::Codec.into());
    }
    let mut picture = Coefficients::read(bytes, None)?;
    let colour = colour_of(&picture.header, &said(&picture.header, Photometric::YbrFull));
    let (photometric, adobe) = match colour {
        Colour::Grey => (Photometric::Monochrome2, None),
        Colour::Ybr => (Photometric::YbrFull, None),
        Colour::Rgb => (Photometric::Rgb, Some(*RGB)),
        Colour::Other => return Err(Code::Codec.into()),
    };
    (picture.header.jfif, picture.header.adobe) = (None, adobe);
    (1..).zip(&mut picture.header.components).for_each(|(id, component)| component.id = id);
    for plane in &mut picture.planes {
        let grid = plane.grid;
        let unseen = plane.blocks.iter_mut().enumerate().filter(|(index, _)| grid.is_beyond(*index));
        unseen.for_each(|(_, block)| *block = [0; 64]);
    }
    let recompressed = turn::upright(&mut picture, orientation)?;
    let format = said(&picture.header, photometric);
    format.check()?;
    let stream = picture.write()?;
    if !is_same(&picture, &Coefficients::read(&stream, Some(&format))?) {
        return Err(Code::Mask.into());
    }
    Ok(Plain { bytes: stream, format, beside: picture.spare, recompressed })
}

/// The format of a frame by its own header.
fn said(header: &Header, photometric: Photometric) -> Format {
    Format {
        rows: header.height,
        columns: header.width,
        samples: header.components.len() as u32,
        bits_allocated: if header.precision > 8 { 16 } else { 8 },
        bits_stored: header.precision,
        high_bit: header.precision.saturating_sub(1),
        signed: false,
        planar: false,
        photometric,
        big_endian: false,
    }
}

/// Whether a stream reads as what was written, sequential whatever it was.
fn is_same(meant: &Coefficients, read: &Coefficients) -> bool {
    let (one, other) = (&meant.header, &read.header);
    let frame = |header: &Header| (header.width, header.height, header.precision, header.jfif, header.adobe);
    let planes = meant
        .planes
        .iter()
        .zip(&read.planes)
        .all(|(one, other)| one.grid == other.grid && one.quantization == other.quantization && one.blocks == other.blocks);
    frame(one) == frame(other)
        && matches!(other.process, Process::Baseline | Process::Extended)
        && one.components.iter().map(|c| (c.id, c.across, c.down)).eq(other.components.iter().map(|c| (c.id, c.across, c.down)))
        && meant.planes.len() == read.planes.len()
        && planes
        && !read.spare
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::super::samples::{SAMPLES, Sample};
    use super::super::{decode, process};
    use super::*;
    use crate::file::export::Sort;
    use crate::hunt::{Hunt, Identifiers};
    use crate::picture::Frame;

    fn dct() -> impl Iterator<Item = &'static Sample> {
        SAMPLES.iter().filter(|sample| process(&sample.bytes()).unwrap() != Process::Lossless)
    }

    fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
        [&[0xFF, marker][..], &(payload.len() as u16 + 2).to_be_bytes(), payload].concat()
    }

    /// The stream with words wherever a file may have some.
    fn dirty(sample: &Sample) -> Vec<u8> {
        let mut bytes = sample.bytes();
        let at = if bytes[3] == 0xE0 { 20 } else { 2 };
        let words = [segment(0xE1, b"Exif\0\0Oribella"), segment(0xE2, b"ICC_PROFILE\0\x01\x01Oribella"), segment(0xFE, b"Oribella")];
        bytes.splice(at..at, words.concat());
        bytes.extend_from_slice(b"Oribella");
        bytes
    }

    #[test]
    fn nothing_but_the_picture_is_left_and_the_picture_is_the_same() {
        let hunt = Hunt::new(Identifiers::default(), &|_| false).unwrap();
        for sample in dct() {
            let name = sample.name;
            let file = dirty(sample);
            let made = plain(&file, 1).unwrap();
            assert!(made.beside && !made.recompressed, "{name}");
            assert!(!made.bytes.windows(8).any(|words| words == b"Oribella"), "{name}");
            assert_eq!(decode(&made.bytes, &made.format), decode(&sample.bytes(), &made.format), "{name}");
            let again = plain(&made.bytes, 1).unwrap();
            assert_eq!((again.bytes, again.beside), (made.bytes.clone(), false), "{name}: as it is written it stays");
            assert!(crate::verify::export(made.bytes, Sort::Jpeg, &hunt).is_ok(), "{name}");
            assert!(crate::verify::export(file, Sort::Jpeg, &hunt).is_err(), "{name}");
        }
    }

    #[test]
    fn colours_stay_what_they_were_without_the_segments_that_said_so() {
        for sample in dct() {
            let Plain { bytes, format, .. } = plain(&sample.bytes(), 1).unwrap();
            let before = super::super::colour(&sample.bytes(), &format).unwrap();
            assert_eq!(super::super::colour(&bytes, &format).unwrap(), before, "{}", sample.name);
            assert_eq!(bytes.windows(5).any(|words| words == b"Adobe"), before == Colour::Rgb, "{}", sample.name);
            assert!(!bytes.windows(4).any(|words| words == b"JFIF"), "{}", sample.name);
        }
    }

    /// The first sample of a pixel.
    fn first(frame: &Frame, x: u32, y: u32) -> i64 {
        i64::from(frame.sample(((y * frame.width + x) * frame.samples) as usize))
    }

    /// Where the pixel that is to be at `x`, `y` lies in a picture of this size, by the words of the standard.
    fn source(orientation: u8, (width, height): (u32, u32), x: u32, y: u32) -> (u32, u32) {
        match orientation {
            2 => (width - 1 - x, y),
            3 => (width - 1 - x, height - 1 - y),
            4 => (x, height - 1 - y),
            5 => (y, x),
            6 => (y, height - 1 - x),
            7 => (width - 1 - y, height - 1 - x),
            8 => (width - 1 - y, x),
            _ => (x, y),
        }
    }

    /// A stream whose sides are whole MCUs: that of a sample without what lies beyond.
    fn cropped(sample: &Sample) -> Vec<u8> {
        let mut picture = Coefficients::read(&sample.bytes(), None).unwrap();
        let (across, down) = picture.header.factors();
        let (columns, rows) = picture.header.mcus();
        picture.header.width = (8 * across * columns) as u32;
        picture.header.height = (8 * down * rows) as u32;
        for (index, plane) in picture.planes.iter_mut().enumerate() {
            plane.grid = super::super::coefficients::Grid::of(&picture.header, index).unwrap();
        }
        picture.write().unwrap()
    }

    #[test]
    fn whole_blocks_turn_without_loss_and_others_with_little() {
        for sample in dct() {
            for (bytes, whole) in [(cropped(sample), true), (sample.bytes(), false)] {
                let straight = plain(&bytes, 1).unwrap();
                let before = decode(&straight.bytes, &straight.format).unwrap();
                for orientation in 2..=8 {
                    let name = format!("{} {orientation} {whole}", sample.name);
                    let turned = plain(&bytes, orientation).unwrap();
                    // Rows and columns can always be swapped.
                    assert_eq!(turned.recompressed, !whole && orientation != 5, "{name}");
                    let after = decode(&turned.bytes, &turned.format).unwrap();
                    let swap = orientation > 4;
                    let size = if swap { (before.height, before.width) } else { (before.width, before.height) };
                    assert_eq!((after.width, after.height), size, "{name}");
                    let (mut most, mut sum) = (0, 0);
                    for (x, y) in (0..size.1).flat_map(|y| (0..size.0).map(move |x| (x, y))) {
                        let (from_x, from_y) = source(orientation, (before.width, before.height), x, y);
                        let off = (first(&after, x, y) - first(&before, from_x, from_y)).abs();
                        most = most.max(off);
                        sum += off;
                    }
                    let level = 1 << (sample.bits - 8);
                    let mean = sum / i64::from(size.0 * size.1);
                    if turned.recompressed {
                        assert!(mean <= 8 * level, "{name}: {mean} {most}");
                    } else {
                        assert!(most <= 2 * level, "{name}: {most}");
                    }
                    let planes = Coefficients::read(&turned.bytes, None).unwrap().planes.len();
                    assert_eq!(planes, sample.samples as usize);
                }
            }
        }
    }

    #[test]
    fn turning_there_and_back_gives_the_same_coefficients() {
        for sample in dct() {
            let bytes = plain(&cropped(sample), 1).unwrap().bytes;
            for (one, other) in [(2, 2), (3, 3), (4, 4), (5, 5), (6, 8), (8, 6), (7, 7)] {
                let back = plain(&plain(&bytes, one).unwrap().bytes, other).unwrap();
                let (before, after) = (Coefficients::read(&bytes, None).unwrap(), Coefficients::read(&back.bytes, None).unwrap());
                let same = before.planes.iter().zip(&after.planes).all(|(a, b)| a.blocks == b.blocks && a.quantization == b.quantization);
                assert!(same, "{} {one} {other}", sample.name);
            }
        }
    }

    #[test]
    fn what_has_no_colours_that_are_known_is_refused() {
        let lossless = SAMPLES.iter().find(|sample| sample.name.starts_with("lossless")).unwrap();
        assert_eq!(plain(&lossless.bytes(), 1), Err(Code::Codec.into()));
        // A fourth component: cyan, magenta, yellow and black.
        let mut picture = Coefficients::read(&SAMPLES[3].bytes(), None).unwrap();
        let mut fourth = picture.header.components[0];
        fourth.id = 4;
        picture.header.components.push(fourth);
        let (grid, quantization) = (picture.planes[0].grid, picture.planes[0].quantization);
        let blocks = picture.planes[0].blocks.clone();
        picture.planes.push(super::super::coefficients::Plane { grid, quantization, blocks });
        let mut member = picture.scans[0].components[0];
        member.index = 3;
        picture.scans[0].components.push(member);
        assert_eq!(plain(&picture.write().unwrap(), 1), Err(Code::Codec.into()));
    }

    #[test]
    fn blocks_that_nobody_sees_are_level() {
        let sample = SAMPLES.iter().find(|sample| sample.name == "4:2:0, restarts").unwrap();
        let picture = Coefficients::read(&plain(&sample.bytes(), 1).unwrap().bytes, None).unwrap();
        let mut beyond = 0;
        for plane in &picture.planes {
            for (index, block) in plane.blocks.iter().enumerate().filter(|(index, _)| plane.grid.is_beyond(*index)) {
                assert_eq!(*block, [0; 64], "{index}");
                beyond += 1;
            }
        }
        assert!(beyond > 0);
    }

    #[test]
    fn no_cut_and_no_flip_panics() {
        for sample in dct() {
            let bytes = sample.bytes();
            for cut in 0..bytes.len() - 3 {
                assert!(plain(&bytes[..cut], 6).is_err(), "{} {cut}", sample.name);
            }
            let mut flipped = bytes.clone();
            for bit in 0..bytes.len() * 8 {
                flipped[bit / 8] ^= 1 << (bit % 8);
                let _ = plain(&flipped, 1 + (bit % 8) as u8);
                flipped[bit / 8] ^= 1 << (bit % 8);
            }
        }
    }
}

//! TIFF and BMP files, made here and by their crates' own writers, and files of these that lie or end early.

use std::io::Cursor;

use ::tiff::encoder::{Compression, DeflateLevel, TiffEncoder, colortype};
use image::codecs::bmp::BmpEncoder;
use image::{ExtendedColorType, ImageEncoder};

use super::super::build::numbers;
use super::tests::{comes_back, samples};
use super::*;

/// A TIFF of one strip: fields of its directory as tag, type and value, and more directories after the first.
struct Tiff {
    little: bool,
    directories: Vec<Vec<(u16, u16, u32)>>,
    strip: Vec<u8>,
}

/// Bytes before the strip.
const START: u32 = 1024;

impl Tiff {
    fn new(little: bool, size: (u32, u32), bits: u32, photometric: u32, strip: &[u8]) -> Self {
        let (width, height) = size;
        let length = strip.len() as u32;
        let fields = [
            (256, 4, width),
            (257, 4, height),
            (258, 3, bits),
            (259, 3, 1),
            (262, 3, photometric),
            (273, 4, START),
            (277, 3, 1),
            (278, 4, height),
            (279, 4, length),
        ];
        Self { little, directories: vec![fields.to_vec()], strip: strip.to_vec() }
    }

    fn with(mut self, field: (u16, u16, u32)) -> Self {
        self.directories[0].retain(|(tag, ..)| *tag != field.0);
        self.directories[0].push(field);
        self.directories[0].sort_unstable();
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let two = |value: u16| if self.little { value.to_le_bytes() } else { value.to_be_bytes() };
        let four = |value: u32| if self.little { value.to_le_bytes() } else { value.to_be_bytes() };
        let mut out = if self.little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() };
        out.extend(four(8));
        for (number, fields) in self.directories.iter().enumerate() {
            out.extend(two(fields.len() as u16));
            for (tag, kind, value) in fields {
                out.extend([two(*tag), two(*kind)].concat());
                out.extend(four(1));
                out.extend(if *kind == 3 { [two(*value as u16), [0; 2]].concat() } else { four(*value).to_vec() });
            }
            let last = number + 1 == self.directories.len();
            out.extend(four(if last { 0 } else { out.len() as u32 + 4 }));
        }
        out.resize(START as usize, 0);
        [out, self.strip.clone()].concat()
    }
}

/// Samples that are no noise to a packer.
fn some(count: usize) -> Vec<u16> {
    numbers(7).map(|value| (value >> 9) as u16 & 0x3F).take(count).collect()
}

#[test]
fn tiff_of_every_packing_is_read_and_comes_back() {
    for compression in [Compression::Uncompressed, Compression::Lzw, Compression::Deflate(DeflateLevel::Balanced), Compression::Packbits] {
        let (mut grey, mut deep, mut colour, mut clear) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let words = some(13 * 11 * 4);
        let bytes: Vec<u8> = words.iter().map(|word| *word as u8).collect();
        let encoder = |out| TiffEncoder::new(out).unwrap().with_compression(compression);
        encoder(Cursor::new(&mut grey)).write_image::<colortype::Gray8>(13, 11, &bytes[..143]).unwrap();
        encoder(Cursor::new(&mut deep)).write_image::<colortype::Gray16>(13, 11, &words[..143]).unwrap();
        encoder(Cursor::new(&mut colour)).write_image::<colortype::RGB8>(13, 11, &bytes[..429]).unwrap();
        encoder(Cursor::new(&mut clear)).write_image::<colortype::RGBA8>(13, 11, &bytes[..572]).unwrap();
        for (file, count, bits) in [(&grey, 143, 8), (&deep, 143, 16), (&colour, 429, 8)] {
            let opened = open(file).unwrap();
            assert_eq!((samples(&opened), opened.format.bits_allocated, opened.beside), (words[..count].to_vec(), bits, false));
            assert_eq!((opened.format.columns, opened.format.rows, opened.sort), (13, 11, Sort::Png));
            comes_back(&opened, "tiff");
        }
        let opened = open(&clear).unwrap();
        assert_eq!(opened.format.samples, 4);
        comes_back(&opened, "clear tiff");
    }
}

#[test]
fn two_tones_and_either_order_of_bytes_are_read() {
    for little in [true, false] {
        // Ten columns: each row ends within a byte.
        let strip = [0b1010_0000, 0b0100_0000, 0b0000_0001, 0b1000_0000];
        let opened = open(&Tiff::new(little, (10, 2), 1, 1, &strip).bytes()).unwrap();
        let seen: Vec<u16> = samples(&opened);
        assert_eq!(seen, [255, 0, 255, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0]);
        comes_back(&opened, "two tones");
        let turned = open(&Tiff::new(little, (10, 2), 1, 0, &strip).bytes()).unwrap();
        assert_eq!(samples(&turned), seen.iter().map(|value| 255 - value).collect::<Vec<_>>(), "white is zero");
        let words: Vec<u8> = [1_u16, 0x1234].iter().flat_map(|word| if little { word.to_le_bytes() } else { word.to_be_bytes() }).collect();
        assert_eq!(samples(&open(&Tiff::new(little, (2, 1), 16, 1, &words).bytes()).unwrap()), [1, 0x1234]);
        // A quarter turn, and words of somebody.
        let sideways = Tiff::new(little, (2, 1), 8, 1, &[1, 2]).with((274, 3, 6)).with((305, 4, 0));
        let opened = open(&sideways.bytes()).unwrap();
        assert_eq!((opened.format.columns, opened.format.rows, opened.turned, opened.beside), (1, 2, true, true));
        comes_back(&opened, "turned");
    }
}

#[test]
fn of_several_pages_none_leaves_alone() {
    let page = Tiff::new(true, (2, 1), 8, 1, &[1, 2]);
    let of = |second: Vec<(u16, u16, u32)>| {
        let mut tiff = Tiff::new(true, (2, 1), 8, 1, &[1, 2]);
        tiff.directories.push(second);
        open(&tiff.bytes()).map_err(|error| error.code)
    };
    assert_eq!(of(page.directories[0].clone()), Err(Code::Pages));
    let small = Tiff::new(true, (1, 1), 8, 1, &[1]).with((254, 4, 1)).directories.remove(0);
    assert_eq!(of(small.clone()).map(|opened| samples(&opened)), Ok(vec![1, 2]), "the same page made smaller");
    let mut backwards = Tiff::new(true, (2, 1), 8, 1, &[1, 2]);
    backwards.directories = vec![small, page.directories[0].clone()];
    assert_eq!(open(&backwards.bytes()).unwrap_err().code, Code::Pages);
    // A directory that is its own next.
    let mut circle = page.bytes();
    let next = 8 + 2 + 12 * page.directories[0].len();
    circle[next..next + 4].copy_from_slice(&8_u32.to_le_bytes());
    assert_eq!(open(&circle).unwrap_err().code, Code::Pages);
}

#[test]
fn bmp_is_read_and_comes_back() {
    let bytes: Vec<u8> = some(13 * 11 * 4).iter().map(|word| *word as u8).collect();
    for (colour, count) in [(ExtendedColorType::L8, 143), (ExtendedColorType::Rgb8, 429)] {
        let mut file = Vec::new();
        BmpEncoder::new(&mut file).write_image(&bytes[..count], 13, 11, colour).unwrap();
        let opened = open(&file).unwrap();
        assert_eq!(opened.frame, bytes[..count], "{colour:?}");
        assert_eq!((opened.format.columns, opened.format.rows, opened.sort), (13, 11, Sort::Png));
        comes_back(&opened, "bmp");
        for end in [10, 20, 60, file.len() - 1] {
            assert!(open(&file[..end]).is_err(), "{end}");
        }
    }
}

#[test]
fn files_that_lie_are_refused_and_nothing_large_is_held() {
    let of = |tiff: &Tiff| open(&tiff.bytes()).map(|_| ()).map_err(|error| error.code);
    let plain = || Tiff::new(true, (2, 1), 8, 1, &[1, 2]);
    assert_eq!(of(&plain()), Ok(()));
    assert_eq!(of(&plain().with((262, 3, 5)).with((277, 3, 4))), Err(Code::Codec), "CMYK");
    assert_eq!(of(&plain().with((262, 3, 3))), Err(Code::Codec), "a palette");
    assert_eq!(of(&plain().with((259, 3, 7))), Err(Code::Codec), "JPEG");
    assert_eq!(of(&plain().with((259, 3, 4))), Err(Code::Codec), "a fax");
    assert_eq!(of(&plain().with((339, 3, 2))), Err(Code::Codec), "samples with a sign");
    assert_eq!(of(&plain().with((256, 4, 0))), Err(Code::PixelLayout));
    assert!(of(&plain().with((256, 4, u32::MAX)).with((257, 4, u32::MAX))).is_err());
    assert!(of(&plain().with((256, 4, 60_000)).with((257, 4, 60_000))).is_err());
    assert!(of(&plain().with((273, 4, u32::MAX))).is_err());
}

#[test]
fn whatever_is_changed_nothing_breaks() {
    let mut packed = Vec::new();
    let encoder = TiffEncoder::new(Cursor::new(&mut packed)).unwrap().with_compression(Compression::Lzw);
    let (mut encoder, bytes) = (encoder, vec![7; 600]);
    encoder.write_image::<colortype::RGB8>(20, 10, &bytes).unwrap();
    let mut bmp = Vec::new();
    BmpEncoder::new(&mut bmp).write_image(&bytes, 20, 10, ExtendedColorType::Rgb8).unwrap();
    let mut random = numbers(99);
    let mut next = |below: usize| random.next().unwrap() as usize % below;
    let mut good = 0;
    for file in [packed, bmp, Tiff::new(false, (10, 2), 1, 1, &[1, 2, 3, 4]).with((258, 3, 1)).bytes()] {
        for _ in 0..3_000 {
            let mut changed = file.clone();
            for _ in 0..=next(4) {
                let at = next(changed.len());
                changed[at] = [0, 1, 0x7F, 0x80, 0xFF, next(256) as u8][next(6)];
            }
            changed.truncate(if next(5) == 0 { next(file.len()) } else { file.len() });
            good += usize::from(open(&changed).is_ok());
        }
    }
    assert!(good > 100, "{good}");
}

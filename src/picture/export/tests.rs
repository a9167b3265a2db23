//! PNG files of every kind, made here, and files that hide, lie or end early.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::super::build::numbers;
use super::*;
use crate::hunt::{Hunt, Identifiers};

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [&name[..], data].concat();
    [&(data.len() as u32).to_be_bytes()[..], &named, &crc32fast::hash(&named).to_be_bytes()].concat()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// A PNG: its size, bits a sample and kind of colour, chunks before the data, and samples of each pixel.
struct Png {
    size: (u32, u32),
    bits: u32,
    colour: u8,
    before: Vec<Vec<u8>>,
    interlaced: bool,
    samples: Vec<u16>,
}

impl Png {
    fn new(size: (u32, u32), bits: u32, colour: u8) -> Self {
        let count = (size.0 * size.1) as usize * channels(colour);
        let samples =
            numbers(bits + u32::from(colour)).map(|value| (value >> 7) as u16 & (((1_u32 << bits) - 1) as u16)).take(count).collect();
        Self { size, bits, colour, before: Vec::new(), interlaced: false, samples }
    }

    fn bytes(&self) -> Vec<u8> {
        let (width, height) = self.size;
        let mut raw = Vec::new();
        let passes: &[(u32, u32, u32, u32)] = match self.interlaced {
            false => &[(0, 0, 1, 1)],
            true => &[(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)],
        };
        for (left, top, across, down) in passes {
            for y in (*top..height).step_by(*down as usize) {
                let mut bits: Vec<u8> = Vec::new();
                for x in (*left..width).step_by(*across as usize) {
                    for channel in 0..channels(self.colour) {
                        let value = self.samples[(y * width + x) as usize * channels(self.colour) + channel];
                        bits.extend((0..self.bits).rev().map(|bit| (value >> bit & 1) as u8));
                    }
                }
                if !bits.is_empty() {
                    raw.push(0);
                    raw.extend(bits.chunks(8).map(|byte| byte.iter().enumerate().fold(0, |all, (at, bit)| all | bit << (7 - at))));
                }
            }
        }
        let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[self.bits as u8, self.colour, 0, 0, u8::from(self.interlaced)]];
        let data = packed(&raw);
        let (one, other) = data.split_at(data.len() / 2);
        [
            SIGNATURE,
            &chunk(b"IHDR", &header.concat()),
            &self.before.concat(),
            &chunk(b"IDAT", one),
            &chunk(b"IDAT", other),
            &chunk(b"IEND", &[]),
        ]
        .concat()
    }
}

fn channels(colour: u8) -> usize {
    match colour {
        2 => 3,
        4 => 2,
        6 => 4,
        _ => 1,
    }
}

/// The samples of an opened file as numbers.
pub(super) fn samples(opened: &Opened) -> Vec<u16> {
    let word = opened.format.word();
    opened.frame.chunks(word).map(|bytes| bytes.iter().rev().fold(0, |value, byte| value << 8 | u16::from(*byte))).collect()
}

fn hunt() -> Hunt {
    Hunt::new(Identifiers::default(), &|_| false).unwrap()
}

/// What is opened comes back from the file that is made of it, and that is in the one plain form.
pub(super) fn comes_back(opened: &Opened, name: &str) -> Vec<u8> {
    let file = seal(&opened.format, opened.syntax(), &opened.frame).unwrap();
    let again = open(&file).unwrap();
    let plain = Opened { beside: false, hidden: false, turned: false, recompressed: false, ..opened.clone() };
    assert!(again == plain, "{name}");
    assert!(crate::verify::export(file.clone(), Sort::Png, &hunt()).is_ok(), "{name}");
    file
}

#[test]
fn every_kind_is_read_and_comes_back() {
    for (colour, bits) in [(0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (4, 8), (4, 16), (6, 8), (6, 16)] {
        for interlaced in [false, true] {
            let png = Png { interlaced, ..Png::new((13, 11), bits, colour) };
            let name = format!("{colour} {bits} {interlaced}");
            let opened = open(&png.bytes()).unwrap();
            let full = if bits == 16 { 0xFFFF } else { 0xFF };
            let most = ((1_u32 << bits) - 1) as u16;
            let scaled = |value: &u16| if bits < 8 { value * 255 / most } else { *value };
            let wanted: Vec<u16> = match colour {
                0 | 2 => png.samples.iter().map(scaled).collect(),
                _ => png
                    .samples
                    .chunks(channels(colour))
                    .flat_map(|pixel| {
                        let (opacity, colours) = pixel.split_last().unwrap();
                        let colours = if colours.len() == 1 { [colours[0]; 3].to_vec() } else { colours.to_vec() };
                        let seen = *opacity > 0;
                        colours.into_iter().map(move |value| if seen { value } else { 0 }).chain([full - opacity])
                    })
                    .collect(),
            };
            assert_eq!(samples(&opened), wanted, "{name}");
            assert_eq!((opened.format.columns, opened.format.rows, opened.beside), (13, 11, false), "{name}");
            comes_back(&opened, &name);
        }
    }
}

#[test]
fn palettes_and_colours_that_are_clear_are_read() {
    let palette: Vec<u8> = (0..=15_u8).flat_map(|index| [index * 16, 255 - index, 7]).collect();
    for bits in [1, 2, 4, 8] {
        let mut png = Png::new((9, 9), bits, 3);
        png.samples.iter_mut().for_each(|index| *index %= 16);
        png.before = vec![chunk(b"PLTE", &palette)];
        let opened = open(&png.bytes()).unwrap();
        let wanted: Vec<u16> = png.samples.iter().flat_map(|index| [index * 16, 255 - index, 7]).collect();
        assert_eq!((samples(&opened), opened.format.samples), (wanted, 3), "{bits}");
        comes_back(&opened, "palette");
        // The second colour cannot be seen.
        png.before.push(chunk(b"tRNS", &[255, 0]));
        png.samples[0] = 1;
        let opened = open(&png.bytes()).unwrap();
        assert_eq!((&samples(&opened)[..4], opened.format.samples, opened.hidden), (&[0, 0, 0, 255][..], 4, true), "{bits}");
        comes_back(&opened, "clear palette");
    }
    let mut grey = Png::new((4, 4), 8, 0);
    grey.samples = (0..16).collect();
    grey.before = vec![chunk(b"tRNS", &[0, 5])];
    let opened = open(&grey.bytes()).unwrap();
    assert_eq!(samples(&opened)[16..24], [4, 4, 4, 0, 0, 0, 0, 255]);
}

#[test]
fn colour_that_nobody_sees_does_not_leave() {
    let mut png = Png::new((8, 2), 8, 6);
    png.samples = b"Oribella".iter().chain(b"Quennett").flat_map(|letter| [u16::from(*letter), u16::from(*letter), 0, 0]).collect();
    let opened = open(&png.bytes()).unwrap();
    assert!(opened.hidden);
    assert!(samples(&opened).chunks(4).all(|pixel| pixel == [0, 0, 0, 255]));
    // Hardly anything shines through: the colour is there, and is looked at.
    png.samples.iter_mut().skip(3).step_by(4).for_each(|opacity| *opacity = 1);
    let opened = open(&png.bytes()).unwrap();
    assert!(!opened.hidden);
    let frame = crate::picture::Frame { width: 8, height: 2, samples: 4, word: 1, data: opened.frame.clone() };
    let seen = crate::picture::render::pictures(&frame, &opened.format, &Default::default());
    assert_eq!(seen.len(), 3);
    assert_eq!(seen[1].data[..3], [b'O', b'O', 0], "the colour by itself");
    assert!(seen[0].data.iter().all(|value| *value > 250), "on white there is next to nothing");
    assert_eq!(seen[2].data[0], 254);
}

#[test]
fn what_is_beside_the_picture_stays_behind() {
    let words = b"Comment\0Oribella Quennett";
    let mut png = Png::new((5, 5), 8, 2);
    png.before =
        [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"iCCP", b"tIME", b"pHYs", b"sPLT", b"caBX", b"abCd"].map(|name| chunk(name, words)).to_vec();
    let file = [png.bytes(), words.to_vec()].concat();
    let opened = open(&file).unwrap();
    assert!(opened.beside);
    let made = comes_back(&opened, "beside");
    assert!(!made.windows(8).any(|window| window == b"Oribella"));
    assert!(open(&[Png::new((5, 5), 8, 2).bytes(), vec![1]].concat()).unwrap().beside, "bytes behind the end");
    // The strict reader takes none of it.
    for extra in [[made.clone(), vec![0]].concat(), [&made[..33], &chunk(b"tEXt", words), &made[33..]].concat(), file] {
        assert_eq!(crate::verify::export(extra, Sort::Png, &hunt()).unwrap_err().code, Code::Conformance);
    }
    let mut wrong = made.clone();
    wrong[20] ^= 1;
    assert!(crate::verify::export(wrong, Sort::Png, &hunt()).is_err(), "a checksum");
}

#[test]
fn moving_pictures_and_impossible_ones_are_refused() {
    let code = |bytes: &[u8]| open(bytes).unwrap_err().code;
    let mut moving = Png::new((3, 3), 8, 0);
    let first = [&[0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 9, 0, 0][..]].concat();
    moving.before = vec![chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]), chunk(b"fcTL", &first)];
    assert_eq!(code(&moving.bytes()), Code::Video);
    // The picture that is shown where nothing moves is none of the moving ones.
    moving.before.truncate(1);
    assert_eq!(code(&moving.bytes()), Code::Video);
    let mut empty = Png::new((3, 3), 8, 0);
    empty.size = (0, 3);
    assert_eq!(code(&empty.bytes()), Code::PixelLayout);
    let whole = Png::new((300, 200), 8, 2).bytes();
    for size in [(0xFFFF_u32, 0xFFFF_u32), (0x7FFF_FFFF, 1), (1, 0x7FFF_FFFF)] {
        let header = [&size.0.to_be_bytes()[..], &size.1.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        let huge = [&whole[..8], &chunk(b"IHDR", &header), &whole[33..]].concat();
        let outcome = allocation_counter::measure(|| assert!(matches!(code(&huge), Code::TooLong | Code::PixelLayout)));
        assert!(outcome.bytes_max < 1_000_000, "{}", outcome.bytes_max);
    }
    for cut in 0..whole.len().min(400) {
        assert!(open(&whole[..cut]).is_err(), "{cut}");
    }
    for cut in (400..whole.len()).step_by(997).chain(whole.len() - 20..whole.len()) {
        assert!(open(&whole[..cut]).is_err(), "{cut}");
    }
    assert_eq!(code(&whole[..whole.len() / 2]), Code::PixelShort);
    let mut bent = Png::new((9, 9), 4, 3).bytes();
    for bit in 0..bent.len() * 8 {
        bent[bit / 8] ^= 1 << (bit % 8);
        let _ = open(&bent);
        bent[bit / 8] ^= 1 << (bit % 8);
    }
}

#[test]
fn files_are_turned_as_their_exif_says() {
    for orientation in 1..=8_u8 {
        let mut png = Png::new((3, 2), 8, 0);
        png.samples = vec![1, 2, 3, 4, 5, 6];
        let exif = [&b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"[..], &[orientation, 0, 0, 0, 0, 0, 0]].concat();
        png.before = vec![chunk(b"eXIf", &exif)];
        let opened = open(&png.bytes()).unwrap();
        let wanted: [u16; 6] = match orientation {
            2 => [3, 2, 1, 6, 5, 4],
            3 => [6, 5, 4, 3, 2, 1],
            4 => [4, 5, 6, 1, 2, 3],
            5 => [1, 4, 2, 5, 3, 6],
            6 => [4, 1, 5, 2, 6, 3],
            7 => [6, 3, 5, 2, 4, 1],
            8 => [3, 6, 2, 5, 1, 4],
            _ => [1, 2, 3, 4, 5, 6],
        };
        assert_eq!(samples(&opened), wanted, "{orientation}");
        let size = if orientation > 4 { (2, 3) } else { (3, 2) };
        assert_eq!((opened.format.columns, opened.format.rows, opened.turned), (size.0, size.1, orientation > 1));
        comes_back(&opened, "turned");
    }
}

#[test]
fn what_is_not_written_here_becomes_as_plain_as_it_can_and_the_rest_keeps_its_kind() {
    // Grey with opacity, all of it opaque: one sample. Colour, all of it grey: three, since black makes grey of colour.
    let mut grey = Png::new((4, 2), 8, 4);
    grey.samples = (0..8).flat_map(|value| [value * 9, 255]).collect();
    assert_eq!(open(&grey.bytes()).unwrap().format.samples, 1);
    for (colour, pixel) in [(2, &[7, 7, 7][..]), (6, &[0, 0, 0, 255])] {
        let mut black = Png::new((4, 2), 8, colour);
        black.samples = pixel.repeat(8);
        let opened = open(&black.bytes()).unwrap();
        assert_eq!(opened.format.samples as usize, pixel.len());
        comes_back(&opened, "black");
    }
}

/// What another decoder makes of a file: samples of 8 or 16 bits, opacity among them where there is any.
fn elsewhere(file: &[u8]) -> (::png::OutputInfo, Vec<u16>) {
    let mut decoder = ::png::Decoder::new(std::io::Cursor::new(file));
    decoder.set_transformations(::png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut data).unwrap();
    let samples = match info.bit_depth {
        ::png::BitDepth::Sixteen => data.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect(),
        _ => data.iter().map(|byte| u16::from(*byte)).collect(),
    };
    (info, samples)
}

/// Red, green, blue and opacity of each pixel, black where nothing is seen.
fn seen(file: &[u8]) -> Vec<[u16; 4]> {
    let (info, samples) = elsewhere(file);
    let full = if info.bit_depth == ::png::BitDepth::Sixteen { 0xFFFF } else { 0xFF };
    let pixels = samples.chunks(info.color_type.samples()).map(|pixel| match *pixel {
        [grey] => [grey, grey, grey, full],
        [grey, opacity] => [grey, grey, grey, opacity],
        [r, g, b] => [r, g, b, full],
        [r, g, b, opacity] => [r, g, b, opacity],
        _ => unreachable!(),
    });
    pixels.map(|pixel| if pixel[3] == 0 { [0; 4] } else { pixel }).collect()
}

#[test]
fn another_decoder_sees_the_same_before_and_after() {
    let palette: Vec<u8> = (0..=255_u8).flat_map(|index| [index, index ^ 0x5A, 255 - index]).collect();
    for (colour, bits, clear) in [
        (0, 1, &[0, 1][..]),
        (0, 4, &[0, 7]),
        (0, 8, &[]),
        (0, 16, &[]),
        (2, 8, &[]),
        (2, 16, &[]),
        (3, 1, &[9]),
        (3, 2, &[]),
        (3, 4, &[0, 128]),
        (3, 8, &[0, 1, 2, 3]),
        (4, 8, &[]),
        (4, 16, &[]),
        (6, 8, &[]),
        (6, 16, &[]),
    ] {
        for (interlaced, size) in [(false, (31, 9)), (true, (31, 9)), (true, (1, 1)), (true, (3, 20))] {
            let mut png = Png { interlaced, ..Png::new(size, bits, colour) };
            if colour == 3 {
                png.before.push(chunk(b"PLTE", &palette[..3 << bits]));
            }
            if !clear.is_empty() {
                png.before.push(chunk(b"tRNS", clear));
            }
            let file = png.bytes();
            let opened = open(&file).unwrap();
            let made = comes_back(&opened, "another decoder");
            assert!(seen(&made) == seen(&file), "{colour} {bits} {interlaced} {size:?}");
        }
    }
}

#[test]
fn every_filter_is_undone() {
    // Written by another encoder, with each filter in turn.
    for filter in [::png::Filter::NoFilter, ::png::Filter::Sub, ::png::Filter::Up, ::png::Filter::Avg, ::png::Filter::Paeth] {
        for (colour, depth, pixel) in [
            (::png::ColorType::Grayscale, ::png::BitDepth::Eight, 1),
            (::png::ColorType::Rgb, ::png::BitDepth::Sixteen, 6),
            (::png::ColorType::Rgba, ::png::BitDepth::Eight, 4),
        ] {
            let mut file = Vec::new();
            let mut encoder = ::png::Encoder::new(&mut file, 17, 13);
            encoder.set_color(colour);
            encoder.set_depth(depth);
            encoder.set_filter(filter);
            let data: Vec<u8> = numbers(3).map(|value| (value >> 9) as u8).take(17 * 13 * pixel).collect();
            encoder.write_header().unwrap().write_image_data(&data).unwrap();
            let opened = open(&file).unwrap();
            assert!(seen(&comes_back(&opened, "filters")) == seen(&file));
        }
    }
}

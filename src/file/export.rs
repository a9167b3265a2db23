//! The header of a picture file: JPEG (ISO/IEC 10918-1 Annex B), PNG (ISO/IEC 15948), TIFF 6.0 or BMP, as far as a first look needs it.

use std::io::{Read, Seek};

use super::source::Source;
use crate::error::{Code, Error, Result};

/// A form of picture file that is read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// JPEG, whatever is around it.
    Jpeg,
    /// PNG.
    Png,
    /// TIFF, of one page.
    Tiff,
    /// BMP.
    Bmp,
}

impl Sort {
    /// The stable name, which is also that of the kind of file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Tiff => "tiff",
            Self::Bmp => "bmp",
        }
    }

    /// What it leaves as: there is no reason to write the older forms anew.
    #[must_use]
    pub const fn leaves(self) -> Self {
        match self {
            Self::Jpeg => Self::Jpeg,
            Self::Png | Self::Tiff | Self::Bmp => Self::Png,
        }
    }
}

/// What comes before a picture's own data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Columns, as they are coded.
    pub width: u32,
    /// Rows, as they are coded.
    pub height: u32,
    /// How the picture is to be turned to be upright, 1 to 8: the Orientation of its EXIF (CIPA DC-008 4.6.5.1.6); 1 where it says none.
    pub orientation: u8,
    /// Pieces beside the picture so far: application data and comments, and every chunk that no decoder needs.
    pub beside: u32,
}

impl Head {
    /// Columns and rows once the picture is upright.
    pub const fn upright(&self) -> (u32, u32) {
        if self.orientation > 4 { (self.height, self.width) } else { (self.width, self.height) }
    }

    /// Reads up to the picture's data.
    ///
    /// # Errors
    /// [`Code::CutOff`] where the file ends before; [`Code::PixelStream`] where it is built otherwise; [`Code::PixelLayout`] for a picture
    /// without any pixel; [`Code::TooMany`] where no data comes; [`Code::Pages`] for several pictures in one.
    pub fn read<R: Read + Seek>(source: &mut Source<R>, sort: Sort) -> Result<Self> {
        let mut head = Self { width: 0, height: 0, orientation: 1, beside: 0 };
        match sort {
            Sort::Jpeg => head.jpeg(source)?,
            Sort::Png => head.png(source)?,
            Sort::Tiff => head.tiff(source)?,
            Sort::Bmp => head.bmp(source)?,
        }
        if head.width == 0 || head.height == 0 { Err(Code::PixelLayout.into()) } else { Ok(head) }
    }

    fn jpeg<R: Read + Seek>(&mut self, source: &mut Source<R>) -> Result<()> {
        let mut at = 2;
        for _ in 0..SEGMENTS {
            let [first, marker, high, low] = *array(source, at)?;
            let length = u64::from(u16::from_be_bytes([high, low]));
            match (first, marker) {
                // Fill bytes.
                (0xFF, 0xFF) => {
                    at += 1;
                    continue;
                }
                (0xFF, 0xDA) => return Ok(()),
                (0xFF, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF | 0xF7) => {
                    let [_, a, b, c, d] = *array(source, at + 4)?;
                    (self.height, self.width) = (u32::from(u16::from_be_bytes([a, b])), u32::from(u16::from_be_bytes([c, d])));
                }
                (0xFF, 0xE0..=0xEF | 0xFE) => {
                    self.beside += 1;
                    let payload = source.up_to(at + 4, usize::from(u16::from_be_bytes([high, low])).saturating_sub(2))?;
                    if marker == 0xE1
                        && let Some(exif) = payload.strip_prefix(b"Exif\0\0")
                    {
                        self.turn(exif);
                    }
                }
                (0xFF, 0x02..=0xBF | 0xC4 | 0xC8 | 0xCC | 0xDB..=0xFD) => {}
                _ => return Err(Error::at(Code::PixelStream, at)),
            }
            at += 2 + length.max(2);
        }
        Err(Code::TooMany.into())
    }

    fn png<R: Read + Seek>(&mut self, source: &mut Source<R>) -> Result<()> {
        if source.up_to(0, 8)? != SIGNATURE {
            return Err(Code::PixelStream.into());
        }
        let mut at = 8;
        for _ in 0..SEGMENTS {
            let [a, b, c, d, name @ ..] = *array::<_, 8>(source, at)?;
            let length = u32::from_be_bytes([a, b, c, d]);
            match &name {
                b"IHDR" if at == 8 => {
                    let [a, b, c, d, e, f, g, h] = *array(source, at + 8)?;
                    (self.width, self.height) = (u32::from_be_bytes([a, b, c, d]), u32::from_be_bytes([e, f, g, h]));
                }
                _ if at == 8 => return Err(Error::at(Code::PixelStream, at)),
                b"IDAT" => return Ok(()),
                b"PLTE" | b"tRNS" => {}
                _ => {
                    self.beside += 1;
                    if name == *b"eXIf" {
                        let exif = source.up_to(at + 8, usize::try_from(length).unwrap_or(0).min(1 << 16))?.to_vec();
                        self.turn(&exif);
                    }
                }
            }
            at += 12 + u64::from(length);
        }
        Err(Code::TooMany.into())
    }

    /// Its directories, one for each page (TIFF 6.0 section 2). A picture made smaller, of the same page, is none.
    fn tiff<R: Read + Seek>(&mut self, source: &mut Source<R>) -> Result<()> {
        let little = source.up_to(0, 4)? == b"II*\0";
        let mut next = u64::from(four(array(source, 4)?, little));
        let (mut first, mut reduced) = (true, false);
        for _ in 0..PAGES {
            let entries = usize::from(two(array(source, next)?, little));
            let directory = source.bytes(next + 2, 12 * entries + 4)?;
            let (fields, last) = directory.split_at_checked(12 * entries).ok_or(Code::CutOff)?;
            let mut small = false;
            for field in fields.chunks_exact(12).filter_map(|field| field.first_chunk::<12>()) {
                let [a, b, kind @ ..] = field;
                let [c, d, _, _, _, _, e, f, g, h] = kind;
                let value = match two(&[*c, *d], little) {
                    3 => u32::from(two(&[*e, *f], little)),
                    _ => four(&[*e, *f, *g, *h], little),
                };
                match two(&[*a, *b], little) {
                    254 => small = value & 1 == 1,
                    256 if first => self.width = value,
                    257 if first => self.height = value,
                    274 if first => self.orientation = u8::try_from(value).ok().filter(|value| (1..=8).contains(value)).unwrap_or(1),
                    255..=259 | 262 | 266 | 273 | 274 | 277..=284 | 290..=293 | 296 | 297 | 301 | 317..=325 | 338..=347 | 529..=532 => {}
                    _ => self.beside += 1,
                }
            }
            if !first && (reduced || !small) {
                return Err(Code::Pages.into());
            }
            (first, reduced) = (false, small && first);
            next = last.first_chunk().map_or(0, |last| u64::from(four(last, little)));
            if next == 0 {
                return Ok(());
            }
        }
        Err(Code::TooMany.into())
    }

    /// The older header has 16 bits for each side; in the newer ones a negative height says that rows go downwards.
    fn bmp<R: Read + Seek>(&mut self, source: &mut Source<R>) -> Result<()> {
        let [size, _, _, _, a, b, c, d, e, f, g, h] = *array(source, 14)?;
        (self.width, self.height) = match size {
            12 => (u32::from(u16::from_le_bytes([a, b])), u32::from(u16::from_le_bytes([c, d]))),
            _ => (u32::from_le_bytes([a, b, c, d]), i32::from_le_bytes([e, f, g, h]).unsigned_abs()),
        };
        Ok(())
    }

    /// Of two, decoders heed the first.
    fn turn(&mut self, exif: &[u8]) {
        if self.orientation == 1 {
            self.orientation = orientation(exif).unwrap_or(1);
        }
    }
}

/// The first eight bytes of PNG (5.2).
pub const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";

/// Segments or chunks before a picture's data: colour profiles and thumbnails are split into some dozens.
const SEGMENTS: usize = 4_096;

/// Directories of a TIFF: one for its page, some for smaller pictures of it.
const PAGES: usize = 64;

fn two(bytes: &[u8; 2], little: bool) -> u16 {
    if little { u16::from_le_bytes(*bytes) } else { u16::from_be_bytes(*bytes) }
}

fn four(bytes: &[u8; 4], little: bool) -> u32 {
    if little { u32::from_le_bytes(*bytes) } else { u32::from_be_bytes(*bytes) }
}

fn array<R: Read + Seek, const N: usize>(source: &mut Source<R>, at: u64) -> Result<&[u8; N]> {
    source.bytes(at, N)?.first_chunk().ok_or_else(|| Code::CutOff.into())
}

/// The Orientation of an EXIF block, which is a TIFF of its own (TIFF 6.0 section 2): in its first directory.
fn orientation(exif: &[u8]) -> Option<u8> {
    const ORIENTATION: u16 = 0x0112;
    let little = exif.starts_with(b"II*\0");
    if !little && !exif.starts_with(b"MM\0*") {
        return None;
    }
    let word = |at: usize| {
        let pair = *exif.get(at..)?.first_chunk()?;
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let four = *exif.get(4..)?.first_chunk()?;
    let start = usize::try_from(if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) }).ok()?;
    let entries = usize::from(word(start)?);
    let at = (0..entries).map(|index| start.saturating_add(2 + 12 * index)).find(|at| word(*at) == Some(ORIENTATION))?;
    let value = word(at.saturating_add(8))?;
    u8::try_from(value).ok().filter(|value| (1..=8).contains(value))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn head(sort: Sort, bytes: &[u8]) -> Result<Head> {
        Head::read(&mut Source::new(Cursor::new(bytes)).unwrap(), sort)
    }

    /// An EXIF block that says nothing but how the picture lies.
    fn exif(orientation: u8, little: bool) -> Vec<u8> {
        match little {
            true => [&b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"[..], &[orientation, 0, 0, 0], &[0; 4]].concat(),
            false => [&b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01"[..], &[0, orientation, 0, 0], &[0; 4]].concat(),
        }
    }

    fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
        [&[0xFF, marker], &(payload.len() as u16 + 2).to_be_bytes()[..], payload].concat()
    }

    #[test]
    fn a_jpeg_says_its_size_and_how_it_lies() {
        for little in [true, false] {
            let exif = segment(0xE1, &[b"Exif\0\0", &exif(6, little)[..]].concat());
            let frame = segment(0xC0, &[8, 0, 20, 0, 30, 1, 1, 0x11, 0]);
            let file = [&[0xFF, 0xD8][..], &exif, &segment(0xFE, b"Oribella"), &[0xFF], &frame, &segment(0xDA, &[])].concat();
            let head = head(Sort::Jpeg, &file).unwrap();
            assert_eq!(head, Head { width: 30, height: 20, orientation: 6, beside: 2 });
            assert_eq!(head.upright(), (20, 30));
            for end in 2..file.len() - 3 {
                assert!(super::Head::read(&mut Source::new(Cursor::new(&file[..end])).unwrap(), Sort::Jpeg).is_err(), "{end}");
            }
        }
        assert_eq!(head(Sort::Jpeg, &[0xFF, 0xD8, 1, 2, 3, 4]).unwrap_err().code, Code::PixelStream);
        assert_eq!(head(Sort::Jpeg, &[&[0xFF, 0xD8][..], &segment(0xDA, &[])].concat()).unwrap_err().code, Code::PixelLayout);
    }

    #[test]
    fn a_png_says_its_size_and_how_it_lies() {
        let chunk = |name: &[u8], data: &[u8]| [&(data.len() as u32).to_be_bytes()[..], name, data, &[0; 4]].concat();
        let header = chunk(b"IHDR", &[0, 0, 0, 7, 0, 0, 0, 9, 8, 2, 0, 0, 0]);
        let file = [SIGNATURE, &header, &chunk(b"eXIf", &exif(3, false)), &chunk(b"tEXt", b"a\0b"), &chunk(b"IDAT", &[])].concat();
        assert_eq!(head(Sort::Png, &file), Ok(Head { width: 7, height: 9, orientation: 3, beside: 2 }));
        assert_eq!(head(Sort::Png, &file[..40]).unwrap_err().code, Code::CutOff);
        assert_eq!(head(Sort::Png, &[SIGNATURE, &chunk(b"IDAT", &[])].concat()).unwrap_err().code, Code::PixelStream);
        let empty = chunk(b"IHDR", &[0; 13]);
        assert_eq!(head(Sort::Png, &[SIGNATURE, &empty, &chunk(b"IDAT", &[])].concat()).unwrap_err().code, Code::PixelLayout);
    }

    #[test]
    fn older_forms_say_their_size_too() {
        let tiff = |fields: &[[u8; 12]], next: u32| {
            let head = [&b"II*\0\x08\0\0\0"[..], &(fields.len() as u16).to_le_bytes()].concat();
            [&head[..], &fields.concat(), &next.to_le_bytes()].concat()
        };
        let field = |tag: u16, value: u16| {
            let [a, b] = tag.to_le_bytes();
            let [c, d] = value.to_le_bytes();
            [a, b, 3, 0, 1, 0, 0, 0, c, d, 0, 0]
        };
        let file = tiff(&[field(256, 7), field(257, 9), field(274, 6), field(315, 1)], 0);
        assert_eq!(head(Sort::Tiff, &file), Ok(Head { width: 7, height: 9, orientation: 6, beside: 1 }));
        assert_eq!(head(Sort::Tiff, &file[..file.len() - 1]).unwrap_err().code, Code::CutOff);
        assert_eq!(head(Sort::Tiff, &tiff(&[field(256, 7)], 0)).unwrap_err().code, Code::PixelLayout);
        assert_eq!(head(Sort::Tiff, &tiff(&[field(256, 7), field(257, 9)], 8)).unwrap_err().code, Code::Pages);
        let bmp = |header: &[u8]| [&[b'B', b'M'][..], &[0; 12], header, &[0; 8]].concat();
        let new = bmp(&[40, 0, 0, 0, 7, 0, 0, 0, 0xF7, 0xFF, 0xFF, 0xFF]);
        assert_eq!(head(Sort::Bmp, &new), Ok(Head { width: 7, height: 9, orientation: 1, beside: 0 }));
        assert_eq!(head(Sort::Bmp, &bmp(&[12, 0, 0, 0, 7, 0, 9, 0])), Ok(Head { width: 7, height: 9, orientation: 1, beside: 0 }));
        assert_eq!(head(Sort::Bmp, b"BM").unwrap_err().code, Code::CutOff);
    }

    #[test]
    fn an_orientation_that_none_has_is_none() {
        for value in [0, 9, 200] {
            assert_eq!(orientation(&exif(value, true)), None);
        }
        assert_eq!((orientation(b"II*\0\xFF\xFF\xFF\xFF"), orientation(b"II*\0"), orientation(b"")), (None, None, None));
    }
}

//! What a file is, told from its bytes and never from its name.

use std::io::{Read, Seek};

use super::export::Sort;
use super::source::Source;
use super::walk::{self, Encoding};
use crate::error::Result;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A DICOM file (PS3.10): File Meta Information starts at this offset.
    Part10(u64),
    /// A data set without preamble and File Meta Information, encoded like this.
    Bare(Encoding),
    /// A zip archive.
    Zip,
    /// A picture that has no header: an export.
    Picture(Sort),
    /// Something else, by its stable name.
    Other(&'static str),
}

/// Looks at the first bytes; reads no more than 33 kB.
///
/// # Errors
/// [`crate::Code::Unreadable`] where the source cannot be read.
pub fn kind<R: Read + Seek>(source: &mut Source<R>) -> Result<Kind> {
    if source.is_empty() {
        return Ok(Kind::Other("empty"));
    }
    let head = source.up_to(0, 512)?.to_vec();
    let at = |offset: usize, magic: &[u8]| head.get(offset..offset + magic.len()) == Some(magic);
    if at(128, b"DICM") {
        return Ok(Kind::Part10(132));
    }
    // Some writers leave the preamble out, and some the prefix too.
    if at(0, b"DICM\x02\0") {
        return Ok(Kind::Part10(4));
    }
    if starts_with_meta(&head) {
        return Ok(Kind::Part10(0));
    }
    if [&b"PK\x03\x04"[..], b"PK\x05\x06", b"PK00PK\x03\x04", b"PK\x07\x08PK\x03\x04"].iter().any(|magic| at(0, magic)) {
        return Ok(Kind::Zip);
    }
    if at(0, b"\xFF\xD8\xFF") {
        return Ok(Kind::Picture(Sort::Jpeg));
    }
    if at(0, b"\x89PNG") {
        return Ok(Kind::Picture(Sort::Png));
    }
    if at(0, b"II*\0") || at(0, b"MM\0*") {
        return Ok(Kind::Picture(Sort::Tiff));
    }
    // Two letters say little: the size of one of its headers has to follow.
    if at(0, b"BM") && matches!(head.get(14..18), Some([12 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0])) {
        return Ok(Kind::Picture(Sort::Bmp));
    }
    // The system area before it is free for use: a program to start a computer with, most of all.
    if matches!(source.up_to(32_769, 5)?, b"CD001" | b"BEA01") {
        return Ok(Kind::Other("iso"));
    }
    if let Some(name) = other(&head) {
        return if name == "program" { by_end(source, name) } else { Ok(Kind::Other(name)) };
    }
    if let Some(encoding) = bare(&head) {
        return Ok(Kind::Bare(encoding));
    }
    if is_tar(&head) {
        return Ok(Kind::Other("tar"));
    }
    if is_words(&head) { Ok(Kind::Other("text")) } else { by_end(source, "unknown") }
}

/// What is told by its end: a zip behind something else, such as a program that unpacks it, or an image of a disc; or what it is otherwise.
fn by_end<R: Read + Seek>(source: &mut Source<R>, otherwise: &'static str) -> Result<Kind> {
    let n = source.len().min(512);
    let end = source.up_to(source.len() - n, 512)?;
    let at = |back: usize, magic: &[u8]| end.len().checked_sub(back).and_then(|at| end.get(at..at + magic.len())) == Some(magic);
    // The end of a zip's directory, without a comment.
    if at(22, b"PK\x05\x06") && at(2, &[0, 0]) {
        return Ok(Kind::Zip);
    }
    Ok(Kind::Other(if at(512, b"koly") || at(12, b"NER5") || at(8, b"NERO") { "packed" } else { otherwise }))
}

/// File Meta Information without preamble and prefix: an element of group 0002, explicit, or implicit with a small length.
fn starts_with_meta(head: &[u8]) -> bool {
    let [0x02, 0x00, element, 0x00 | 0x01, a, b, c, d, ..] = head else { return false };
    let explicit = matches!([*a, *b], [b'A', b'E'] | [b'O', b'B'] | [b'S', b'H'] | [b'U', b'I'] | [b'U', b'L'] | [b'U', b'R']);
    matches!(element, 0x00..=0x03 | 0x10 | 0x12 | 0x13 | 0x16) && (explicit || (*a <= 64 && [*b, *c, *d] == [0; 3]))
}

/// A data set that starts right away: its first element is of group 0008, as every composite instance's is, and its length is small.
fn bare(head: &[u8]) -> Option<Encoding> {
    let encoding = walk::guess(head)?;
    if encoding.u16(head) != 0x0008 || head.len() < 16 {
        return None;
    }
    let length = match encoding {
        Encoding::ImplicitLittle => encoding.u32(head.get(4..)?),
        _ if matches!(head.get(4..6)?, b"OB" | b"UN" | b"SQ" | b"UT") => encoding.u32(head.get(8..)?),
        _ => u32::from(encoding.u16(head.get(6..)?)),
    };
    (length < 1 << 16 || length == u32::MAX).then_some(encoding)
}

fn other(head: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(usize, &[u8], &str)] = &[
        (0, b"%PDF", "pdf"),
        (0, b"GIF8", "gif"),
        (0, b"MZ", "program"),
        (0, b"\x7FELF", "program"),
        (0, b"\xCA\xFE\xBA\xBE", "program"),
        (0, b"\xCF\xFA\xED\xFE", "program"),
        (0, b"\xCE\xFA\xED\xFE", "program"),
        (0, b"#!", "program"),
        (0, b"\x1F\x8B", "gzip"),
        (0, b"Rar!\x1A\x07", "rar"),
        (0, b"7z\xBC\xAF\x27\x1C", "7z"),
        (0, b"\xFD7zXZ\0", "packed"),
        (0, b"BZh", "packed"),
        (0, b"\x28\xB5\x2F\xFD", "packed"),
        (0, b"MSCF\0\0\0\0", "packed"),
        (0, b"\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0", "packed"),
        (257, b"ustar", "tar"),
        (4, b"ftyphei", "picture"),
        (4, b"ftyphev", "picture"),
        (4, b"ftypmif1", "picture"),
        (4, b"ftypmsf1", "picture"),
        (4, b"ftypavi", "picture"),
        (8, b"WEBP", "picture"),
        (0, b"\0\0\0\x0CjP  ", "picture"),
        (0, b"\xFF\x4F\xFF\x51", "picture"),
        (0, b"II+\0", "picture"),
        (0, b"MM\0+", "picture"),
        (4, b"ftyp", "video"),
        (0, b"\x1A\x45\xDF\xA3", "video"),
        (0, b"\0\0\x01\xBA", "video"),
        (8, b"AVI ", "video"),
        (0, b"\xD0\xCF\x11\xE0", "office"),
        (0, b"{\\rtf", "office"),
        (344, b"n+1\0", "nifti"),
        (344, b"ni1\0", "nifti"),
    ];
    if let Some((_, _, name)) = MAGIC.iter().find(|(at, magic, _)| head.get(*at..at + magic.len()) == Some(magic)) {
        return Some(name);
    }
    let start: Vec<u8> = head.iter().copied().skip_while(|byte| byte.is_ascii_whitespace() || *byte > 0xEE).take(15).collect();
    let start = start.to_ascii_lowercase();
    if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") {
        Some("html")
    } else if start.starts_with(b"<?xml") {
        Some("xml")
    } else {
        None
    }
}

/// A tape archive from before it had a name: its first header has the sum of its own bytes, in octal.
fn is_tar(head: &[u8]) -> bool {
    let (Some(header), Some(sum)) = (head.first_chunk::<512>(), head.get(148..156)) else { return false };
    let said = sum.iter().skip_while(|byte| **byte == b' ').map_while(|byte| char::from(*byte).to_digit(8));
    let sum_of = |bytes: &[u8]| bytes.iter().map(|byte| u32::from(*byte)).sum::<u32>();
    let said = said.fold(0, |all: u32, digit| all.wrapping_mul(8).wrapping_add(digit));
    header.first() != Some(&0) && said == sum_of(header) - sum_of(sum) + 8 * u32::from(b' ')
}

fn is_words(head: &[u8]) -> bool {
    head.iter().all(|byte| *byte >= 0x20 || byte.is_ascii_whitespace())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn of(bytes: &[u8]) -> Kind {
        kind(&mut Source::new(Cursor::new(bytes)).unwrap()).unwrap()
    }

    #[test]
    fn an_image_of_a_disc_is_one_whatever_it_starts_with() {
        for (start, magic) in [(&b""[..], b"CD001"), (b"MZ", b"CD001"), (b"", b"BEA01")] {
            let mut image = vec![0; 40_000];
            image[..start.len()].copy_from_slice(start);
            image[32_769..32_774].copy_from_slice(magic);
            assert_eq!(of(&image), Kind::Other("iso"));
            // What has a header of DICOM is no disc.
            image[128..132].copy_from_slice(b"DICM");
            assert_eq!(of(&image), Kind::Part10(132));
        }
        assert_eq!(of(&[0; 40_000]), Kind::Other("unknown"));
    }

    #[test]
    fn a_tape_of_the_old_form_has_the_sum_of_its_header() {
        let mut header = [0; 512];
        header[..3].copy_from_slice(b"IM1");
        header[124..136].copy_from_slice(b"00000000144\0");
        header[148..156].copy_from_slice(b"        ");
        let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
        header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        assert_eq!(of(&header), Kind::Other("tar"));
        header[0] = b'J';
        assert_eq!(of(&header), Kind::Other("unknown"));
        header[257..262].copy_from_slice(b"ustar");
        assert_eq!(of(&header), Kind::Other("tar"));
    }

    #[test]
    fn what_is_packed_in_another_way_is_told() {
        assert_eq!((of(b"\xFD7zXZ\0\0"), of(b"BZh91AY&SY")), (Kind::Other("packed"), Kind::Other("packed")));
        assert_eq!((of(b"PK00PK\x03\x04"), of(b"PK\x07\x08PK\x03\x04")), (Kind::Zip, Kind::Zip));
        // Behind a program, or behind anything; but not where more follows.
        let end = [&b"PK\x05\x06"[..], &[0; 18]].concat();
        for (before, otherwise) in [(&b"MZ\x90\0"[..], "program"), (b"\x01\x02\x03\0", "unknown")] {
            let file = [before, &[1; 3_000], &end].concat();
            assert_eq!(of(&file), Kind::Zip);
            assert_eq!(of(&[&file[..], b"."].concat()), Kind::Other(otherwise));
        }
        assert_eq!(of(&[&[1; 900][..], b"koly", &[0; 508]].concat()), Kind::Other("packed"));
    }

    #[test]
    fn photographs_are_no_films() {
        let of = |brand: &[u8]| of(&[&b"\0\0\0\x18ftyp"[..], brand, &[0; 20]].concat());
        assert_eq!((of(b"heic"), of(b"avif"), of(b"mp42")), (Kind::Other("picture"), Kind::Other("picture"), Kind::Other("video")));
    }

    #[test]
    fn two_letters_make_no_picture() {
        assert_eq!(of(b"BM and other words, which are text and nothing else"), Kind::Other("text"));
        assert_eq!(of(&[&b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"[..], &[0; 50]].concat()), Kind::Picture(Sort::Bmp));
        assert_eq!((of(b"II*\0\x08\0\0\0"), of(b"MM\0*\0\0\0\x08")), (Kind::Picture(Sort::Tiff), Kind::Picture(Sort::Tiff)));
    }
}

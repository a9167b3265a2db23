//! The second reading of a picture file: nothing in it but the few pieces that decoding needs, in the order in which they are written here,
//! and no identifier in any of them.

use std::ops::Range;

use super::Verified;
use crate::error::{Code, Error, Result};
use crate::file::export::{SIGNATURE, Sort};
use crate::hunt::Hunt;
use crate::pixel::Part;
use crate::write::Output;

/// Adobe's segment where it says that the components are red, green and blue, and nothing else.
const RGB: &[u8] = b"Adobe\0\x64\0\0\0\0\0";

/// Reads a file back of which the picture was compared already.
///
/// # Errors
/// [`Code::Conformance`] with the offset where there is anything else than a picture needs; [`Code::Residue`] where an identifier of the
/// batch stands outside of the compressed data.
pub fn export(bytes: Vec<u8>, sort: Sort, hunt: &Hunt) -> Result<Verified> {
    let mut reader = Reader { bytes: &bytes, at: 0 };
    let packed = match sort {
        Sort::Jpeg => jpeg(&mut reader),
        _ => png(&mut reader),
    }
    .ok_or_else(|| Error::at(Code::Conformance, reader.at as u64))?;
    let within = |at: usize| packed.iter().any(|span| span.contains(&at));
    // Four or five bytes of tables are chance.
    if let Some(hit) = hunt.hits(&bytes).find(|hit| hit.pattern.len() >= 6 && !(within(hit.start) && within(hit.end.saturating_sub(1)))) {
        return Err(Error::at(Code::Residue, hit.start as u64));
    }
    let len = bytes.len() as u64;
    Ok(Verified(Output { parts: vec![Part::Bytes(bytes)], len, body: 0 }))
}

/// A place in a file.
struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, n: usize) -> Option<&'b [u8]> {
        let taken = self.rest().get(..n)?;
        self.at += n;
        Some(taken)
    }

    fn is_next(&mut self, wanted: &[u8]) -> bool {
        let is = self.rest().starts_with(wanted);
        self.at += if is { wanted.len() } else { 0 };
        is
    }
}

/// SOI, the colour where it must be said, then tables, one frame header and scans, each with its data, and EOI as the last two bytes. Where
/// codes lie that were made for this very data, and the data: no original byte is in either.
fn jpeg(reader: &mut Reader<'_>) -> Option<Vec<Range<usize>>> {
    if !reader.is_next(&[0xFF, 0xD8]) {
        return None;
    }
    let mut packed = Vec::new();
    let (mut frames, mut first) = (0, true);
    loop {
        if reader.rest() == [0xFF, 0xD9] {
            return (frames == 1 && !packed.is_empty()).then_some(packed);
        }
        let start = reader.at;
        let [0xFF, marker, high, low] = *reader.take(4)?.first_chunk()? else { return None };
        let payload = reader.take(usize::from(u16::from_be_bytes([high, low])).checked_sub(2)?)?;
        match marker {
            0xEE if first && payload == RGB => {}
            0xDB if tables(payload, |place| Some(if place >> 4 == 0 { 64 } else { 128 })) => {}
            0xC0 | 0xC1 => {
                // Precision, rows, columns, and three bytes for each component.
                let count = usize::from(*payload.get(5)?);
                if payload.len() != 6 + 3 * count {
                    return None;
                }
                frames += 1;
            }
            0xC4 => packed.push(start..reader.at),
            0xDD if payload.len() == 2 => {}
            0xDA if frames == 1 => {
                let count = usize::from(*payload.first()?);
                if payload.len() != 4 + 2 * count || payload.get(1 + 2 * count..) != Some(&[0, 63, 0]) {
                    return None;
                }
                let data = reader.at;
                entropy(reader)?;
                packed.push(data..reader.at);
            }
            _ => return None,
        }
        first = false;
    }
}

/// Whether tables fill their segment; `size` is how many bytes follow the first of each.
fn tables(mut payload: &[u8], size: impl Fn(u8) -> Option<usize>) -> bool {
    while let Some((place, rest)) = payload.split_first() {
        let Some(rest) = size(*place).and_then(|size| rest.get(size..)) else { return false };
        payload = rest;
    }
    true
}

/// Data of a scan, up to a marker that is no restart; without fill bytes.
fn entropy(reader: &mut Reader<'_>) -> Option<()> {
    loop {
        let rest = reader.rest();
        let next = rest.iter().position(|byte| *byte == 0xFF)?;
        match rest.get(next + 1)? {
            0x00 | 0xD0..=0xD7 => reader.at += next + 2,
            0xFF => return None,
            _ => {
                reader.at += next;
                return Some(());
            }
        }
    }
}

/// Signature, header, one chunk of data, end: each with its right checksum, and nothing after.
fn png(reader: &mut Reader<'_>) -> Option<Vec<Range<usize>>> {
    if !reader.is_next(SIGNATURE) {
        return None;
    }
    let mut data = 0..0;
    for (name, wanted) in [(b"IHDR", Some(13)), (b"IDAT", None), (b"IEND", Some(0))] {
        let length = u32::from_be_bytes(*reader.take(4)?.first_chunk()?) as usize;
        let start = reader.at;
        let named = reader.take(length.checked_add(4)?)?;
        let sum = u32::from_be_bytes(*reader.take(4)?.first_chunk()?);
        if !named.starts_with(name) || wanted.is_some_and(|wanted| wanted != length) || crc32fast::hash(named) != sum {
            return None;
        }
        if name == b"IDAT" {
            data = start + 4..start + 4 + length;
        }
    }
    reader.rest().is_empty().then(|| vec![data])
}

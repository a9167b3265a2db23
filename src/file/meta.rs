//! File Meta Information (PS3.10 7.1): read for what it says of the data set, never passed on.

use std::io::{Read, Seek};

use dicom_core::Tag;

use super::source::Source;
use super::value;
use super::walk::{Encoding, Token, Walker};
use crate::error::{Code, Error, Result};

/// What is read from File Meta Information. Values are without padding, empty where missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// (0002,0002)
    pub sop_class: String,
    /// (0002,0003)
    pub sop_instance: String,
    /// (0002,0010)
    pub transfer_syntax: String,
    /// Application Entity titles: (0002,0016) to (0002,0018).
    pub titles: Vec<String>,
    /// Where the data set begins.
    pub end: u64,
}

/// Reads File Meta Information that starts at `start`; ends at the first element of another group, whatever the group length says.
///
/// # Errors
/// As [`Walker::step`].
pub fn read<R: Read + Seek>(source: &mut Source<R>, start: u64) -> Result<Meta> {
    let mut meta = Meta { end: start, ..Meta::default() };
    loop {
        let head = source.up_to(meta.end, 8)?;
        if head.get(..2) != Some(&[0x02, 0x00]) {
            return Ok(meta);
        }
        let span = meta.end..source.len();
        let mut walker = Walker::new(source, span, Encoding::ExplicitLittle);
        // (0002,0102) may be long; nothing here is a Sequence.
        let Token::Value { tag, value: span, .. } = walker.step()? else {
            return Err(Error::at(Code::Structure, meta.end));
        };
        let length = usize::try_from(span.end - span.start).unwrap_or(usize::MAX);
        meta.end = span.end;
        if tag.group() != 0x0002 || length > 256 {
            continue;
        }
        let text = match value::decode(dicom_core::VR::LO, source.bytes(span.start, length)?, false) {
            Some(value) => value::text(&value).unwrap_or("").to_owned(),
            None => String::new(),
        };
        match tag {
            Tag(2, 0x0002) => meta.sop_class = text,
            Tag(2, 0x0003) => meta.sop_instance = text,
            Tag(2, 0x0010) => meta.transfer_syntax = text,
            Tag(2, 0x0016..=0x0018) => meta.titles.push(text),
            _ => {}
        }
    }
}

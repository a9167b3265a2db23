//! The second reading of a directory: each record stands where an offset leads, once, and says what is known of a file that was verified.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read, Seek};

use dicom_core::{Tag, VR};
use dicom_dictionary_std::{tags, uids};

use super::{Expected, Verified, Written, explain, meta, residue};
use crate::directory::kinds::{self, Kind, Need};
use crate::directory::{FILE_SET, Listing};
use crate::error::{Code, Error, Result};
use crate::file::walk::{Encoding, Token, Walker};
use crate::file::{AnySource, dictionary};
use crate::pixel::Part;
use crate::write::Output;

/// Reads a directory of `listing` back.
///
/// # Errors
/// [`Code::Conformance`] with the attribute or the byte offset where it is not what was meant; [`Code::Residue`] as [`super::verify`].
pub fn directory(output: Output, listing: &Listing<'_>, expected: &Expected<'_>) -> Result<Verified> {
    let [Part::Bytes(bytes)] = output.parts.as_slice() else { return Err(Code::Conformance.into()) };
    let (read, values) = {
        let mut source = AnySource::any(Cursor::new(bytes.as_slice()))?;
        if source.len() != output.len || expected.transfer_syntax != uids::EXPLICIT_VR_LITTLE_ENDIAN {
            return Err(Code::Conformance.into());
        }
        meta(&mut source, &output, expected)?;
        let walker = Walker::new(&mut source, output.body..output.len, Encoding::ExplicitLittle).strict();
        let mut reader = Reader { walker, values: Vec::new(), expected };
        (reader.file_set(output.len)?, reader.values)
    };
    read.follow()?;
    read.compare(listing)?;
    residue(bytes, output.body, &values, expected)?;
    Ok(Verified(output))
}

/// What was read of a directory.
#[derive(Default)]
struct FileSet {
    first: u64,
    last: u64,
    records: Vec<Record>,
}

/// What was read of a record.
struct Record {
    at: u64,
    next: u64,
    lower: u64,
    kind: &'static Kind,
    /// File ID, SOP Class, SOP Instance and Transfer Syntax of the file that it refers to.
    file: [String; 4],
}

impl FileSet {
    /// Goes where the offsets lead: patients, studies, series, files, each record once and none left out.
    fn follow(&self) -> Result<()> {
        let places: HashMap<u64, (usize, &Record)> =
            self.records.iter().enumerate().map(|(index, record)| (record.at, (index, record))).collect();
        let mut met = HashSet::new();
        let mut last = 0;
        // Offsets to follow, and the level of what is there.
        let mut open = vec![(self.first, 0_usize)];
        while let Some((at, level)) = open.pop() {
            let wrong = Error::at(Code::Conformance, at);
            let (index, record) = places.get(&at).ok_or(wrong.clone())?;
            let fits = match level {
                0 => *record.kind == kinds::PATIENT,
                1 => *record.kind == kinds::STUDY,
                2 => *record.kind == kinds::SERIES,
                _ => !record.file.iter().any(String::is_empty) && record.lower == 0,
            };
            let is_branch = [kinds::PATIENT, kinds::STUDY, kinds::SERIES].contains(record.kind);
            if !fits || is_branch != (level < 3) || is_branch != (record.lower != 0) || !met.insert(*index) {
                return Err(wrong);
            }
            if level == 0 {
                last = at;
            }
            if record.next != 0 {
                open.push((record.next, level));
            }
            if record.lower != 0 {
                open.push((record.lower, level + 1));
            }
        }
        if met.len() == self.records.len() && last == self.last { Ok(()) } else { Err(Code::Conformance.into()) }
    }

    /// Each file of the listing is referred to once, as what it is, and nothing else is.
    fn compare(&self, listing: &Listing<'_>) -> Result<()> {
        let mut listed = HashMap::new();
        for file in listing.files() {
            let facts = &file.facts;
            listed.insert(file.file_id.as_str(), ([facts.class, facts.instance, facts.syntax], facts.kind));
        }
        for record in self.records.iter().filter(|record| record.lower == 0) {
            let [id, uids @ ..] = &record.file;
            let known = listed.remove(id.as_str());
            if !known.is_some_and(|(facts, kind)| facts.iter().eq(uids.iter()) && *kind == *record.kind) {
                return Err(Error::at(Code::Conformance, record.at));
            }
        }
        if listed.is_empty() { Ok(()) } else { Err(Code::Conformance.into()) }
    }
}

struct Reader<'r, 's, R> {
    walker: Walker<'s, R>,
    values: Vec<Written>,
    expected: &'r Expected<'r>,
}

impl<R: Read + Seek> Reader<'_, '_, R> {
    /// The top level: five elements, the last of them the records.
    fn file_set(&mut self, end: u64) -> Result<FileSet> {
        let mut read = FileSet::default();
        let mut seen = Vec::new();
        loop {
            match self.walker.step()? {
                Token::Value { tag, vr, at, value } => {
                    let bytes = self.bytes(value.clone())?;
                    let (known, fits) = match tag {
                        tags::FILE_SET_ID => (VR::CS, bytes == FILE_SET.as_bytes()),
                        tags::OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY => (VR::UL, set(&mut read.first, &bytes)),
                        tags::OFFSET_OF_THE_LAST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY => (VR::UL, set(&mut read.last, &bytes)),
                        tags::FILE_SET_CONSISTENCY_FLAG => (VR::US, bytes == [0, 0]),
                        _ => (VR::UN, false),
                    };
                    if !fits || vr != Some(known) {
                        return Err(Error::at(Code::Conformance, at));
                    }
                    self.values.push(Written { tag, vr: known, span: value });
                    seen.push(tag.element());
                }
                Token::Sequence { tag: tags::DIRECTORY_RECORD_SEQUENCE, .. } => seen.push(tags::DIRECTORY_RECORD_SEQUENCE.element()),
                Token::Item { at } if seen.last() == Some(&tags::DIRECTORY_RECORD_SEQUENCE.element()) => {
                    read.records.push(self.record(at)?)
                }
                Token::SequenceEnd => {}
                Token::End { at } if at == end && seen == [0x1130, 0x1200, 0x1202, 0x1212, 0x1220] => return Ok(read),
                Token::End { at } | Token::Item { at } | Token::Sequence { at, .. } | Token::Fragments { at, .. } => {
                    return Err(Error::at(Code::Conformance, at));
                }
                Token::ItemEnd => return Err(Code::Conformance.into()),
            }
        }
    }

    /// One record, to the end of its Item.
    fn record(&mut self, item: u64) -> Result<Record> {
        let mut record = Record { at: item, next: 0, lower: 0, kind: &kinds::PATIENT, file: Default::default() };
        let mut has = HashMap::new();
        // What is open: for each data set the tag that came last.
        let mut open: Vec<Option<Tag>> = vec![None];
        loop {
            let token = self.walker.step()?;
            let (tag, vr, at) = match &token {
                Token::Value { tag, vr, at, .. } => (*tag, *vr, *at),
                Token::Sequence { tag, at } => (*tag, Some(VR::SQ), *at),
                Token::Item { .. } => {
                    open.push(None);
                    continue;
                }
                Token::ItemEnd => {
                    open.pop();
                    if open.is_empty() {
                        break;
                    }
                    continue;
                }
                Token::SequenceEnd => continue,
                Token::Fragments { at, .. } | Token::End { at } => return Err(Error::at(Code::Conformance, *at)),
            };
            let nested = open.len() > 1;
            let wrong = Error::at(Code::Conformance, at);
            let last = open.last_mut().ok_or(wrong.clone())?;
            if last.is_some_and(|before| before >= tag) {
                return Err(wrong);
            }
            *last = Some(tag);
            let known = if nested { dictionary::resolve(tag, vr) } else { vr_of(tag, record.kind) }.ok_or(wrong.clone())?;
            if vr != Some(known) {
                return Err(wrong);
            }
            let Token::Value { value, .. } = token else {
                has.insert(tag, true);
                continue;
            };
            let bytes = self.bytes(value.clone())?;
            if bytes.len() % 2 == 1 {
                return Err(wrong);
            }
            explain::value(tag, known, &bytes, self.expected).map_err(|code| Error::at(code, at).with(tag))?;
            if !nested {
                has.insert(tag, !bytes.is_empty());
                record.note(tag, &bytes).ok_or(wrong)?;
            }
            self.values.push(Written { tag, vr: known, span: value });
        }
        let fits = record.kind.keys.iter().all(|key| match (key.need, has.get(&key.tag)) {
            (Need::Value, there) => there == Some(&true),
            (Need::Presence, there) => there.is_some(),
            (Need::AsThere, there) => there != Some(&false),
        });
        let whole = FIXED.iter().all(|(tag, ..)| has.contains_key(tag));
        if fits && whole { Ok(record) } else { Err(Error::at(Code::Conformance, item)) }
    }

    fn bytes(&mut self, span: crate::file::Span) -> Result<Vec<u8>> {
        let n = usize::try_from(span.end - span.start).map_err(|_| Code::Conformance)?;
        self.walker.source().bytes(span.start, n).map(<[u8]>::to_vec)
    }
}

impl Record {
    /// Takes over what an element of the record itself says; nothing where that cannot be.
    fn note(&mut self, tag: Tag, bytes: &[u8]) -> Option<()> {
        let [id, class, instance, syntax] = &mut self.file;
        let text = match tag {
            tags::OFFSET_OF_THE_NEXT_DIRECTORY_RECORD => return set(&mut self.next, bytes).then_some(()),
            tags::OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY => return set(&mut self.lower, bytes).then_some(()),
            tags::RECORD_IN_USE_FLAG => return (bytes == [0xFF, 0xFF]).then_some(()),
            tags::DIRECTORY_RECORD_TYPE => {
                self.kind = kinds::named(std::str::from_utf8(bytes).ok()?.trim_end())?;
                return Some(());
            }
            tags::REFERENCED_FILE_ID => id,
            tags::REFERENCED_SOP_CLASS_UID_IN_FILE => class,
            tags::REFERENCED_SOP_INSTANCE_UID_IN_FILE => instance,
            tags::REFERENCED_TRANSFER_SYNTAX_UID_IN_FILE => syntax,
            _ => return Some(()),
        };
        std::str::from_utf8(bytes).ok()?.trim_end_matches([' ', '\0']).clone_into(text);
        Some(())
    }
}

/// Elements that every record has.
const FIXED: &[(Tag, VR)] = &[
    (tags::OFFSET_OF_THE_NEXT_DIRECTORY_RECORD, VR::UL),
    (tags::RECORD_IN_USE_FLAG, VR::US),
    (tags::OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY, VR::UL),
    (tags::DIRECTORY_RECORD_TYPE, VR::CS),
];

/// Elements of a record that refers to a file.
const OF_FILES: &[(Tag, VR)] = &[
    (tags::REFERENCED_FILE_ID, VR::CS),
    (tags::REFERENCED_SOP_CLASS_UID_IN_FILE, VR::UI),
    (tags::REFERENCED_SOP_INSTANCE_UID_IN_FILE, VR::UI),
    (tags::REFERENCED_TRANSFER_SYNTAX_UID_IN_FILE, VR::UI),
    (tags::SPECIFIC_CHARACTER_SET, VR::CS),
];

/// The VR of an element of a record; `None` where it has no place there.
fn vr_of(tag: Tag, kind: &Kind) -> Option<VR> {
    let fixed = FIXED.iter().chain(OF_FILES).find(|(known, _)| *known == tag).map(|(_, vr)| *vr);
    fixed.or_else(|| kind.keys.iter().find(|key| key.tag == tag).map(|key| key.vr))
}

/// Takes an offset over; false where the bytes are none.
fn set(to: &mut u64, bytes: &[u8]) -> bool {
    let Ok(four) = <[u8; 4]>::try_from(bytes) else { return false };
    *to = u64::from(u32::from_le_bytes(four));
    true
}

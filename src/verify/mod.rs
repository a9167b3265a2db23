//! The second reading. A file that was written is walked again from its first byte, strictly, by a reader that knows nothing of the plan; every
//! value in it must be explained. [`Verified`] is made here and nowhere else, and nothing else can leave.

mod content;
mod directory;
mod explain;
mod export;
mod letters;
mod private;

use std::collections::HashSet;
use std::io::{Cursor, Read, Seek};

use dicom_core::{Tag, VR};
use dicom_dictionary_std::{tags, uids};
use flate2::{Compress, Compression, FlushCompress, Status};

use self::letters::Letters;
use crate::error::{Code, Error, Result};
use crate::file::private::is_private;
use crate::file::walk::{Encoding, Token, Walker};
use crate::file::{AnySource, Source, Span, dictionary, inflate};
use crate::hunt::Hunt;
use crate::limits;
use crate::pixel::Part;
use crate::plan::Batch;
use crate::profile::{self, Choice};
use crate::write::{Assembled, IMPLEMENTATION, IMPLEMENTATION_NAME, Output};

pub use directory::directory;
pub use export::export;

/// A file that was read back and found to hold nothing of the batch's identifiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified(Output);

impl Verified {
    /// The file, in order.
    pub fn parts(&self) -> &[Part] {
        &self.0.parts
    }

    /// Its bytes.
    pub fn len(&self) -> u64 {
        self.0.len
    }

    /// Never: a file has File Meta Information at least.
    pub fn is_empty(&self) -> bool {
        self.0.len == 0
    }

    /// The parts themselves.
    pub fn into_parts(self) -> Vec<Part> {
        self.0.parts
    }
}

/// What the second reading compares with.
pub struct Expected<'e> {
    /// The policy that was followed, and the standard's words.
    pub batch: &'e Batch,
    /// The batch's identifiers.
    pub hunt: &'e Hunt,
    /// Every value that was made here.
    pub made: &'e HashSet<String>,
    /// (0002,0010)
    pub transfer_syntax: &'e str,
    /// How the data set is encoded.
    pub encoding: Encoding,
}

/// Reads `output` back; spans in it are of `source`.
///
/// # Errors
/// [`Code::Conformance`] with the attribute or the byte offset in the output where it is not what was meant; [`Code::Residue`] where it holds an
/// identifier of the batch, a UID that is not new, or a date that was not moved.
pub fn verify<R: Read + Seek>(source: &mut Source<R>, output: Output, expected: &Expected<'_>) -> Result<Verified> {
    let values = {
        let mut written = AnySource::any(Assembled::new(source, &output.parts))?;
        written.read_ahead(4 << 10);
        if written.len() != output.len {
            return Err(Code::Conformance.into());
        }
        meta(&mut written, &output, expected)?;
        body(&mut written, output.body, expected)?
    };
    for part in &output.parts {
        if let Part::Bytes(bytes) = part {
            let at_start = std::ptr::eq(part, output.parts.first().unwrap_or(part));
            // Every value of File Meta Information was compared one by one.
            let (values, from) = if at_start { (values.as_slice(), output.body) } else { (&[][..], 0) };
            residue(bytes, from, values, expected)?;
        }
    }
    if expected.transfer_syntax == uids::DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN { deflate(source, &output) } else { Ok(Verified(output)) }
}

/// A value of the output, and where it stands.
struct Written {
    tag: Tag,
    vr: VR,
    span: Span,
}

/// Preamble and File Meta Information: exactly what is written here, and agreeing with the data set's place.
fn meta<R: Read + Seek>(written: &mut Source<R>, output: &Output, expected: &Expected<'_>) -> Result<()> {
    let wrong = |at| Error::at(Code::Conformance, at);
    let (preamble, prefix) = written.bytes(0, 132)?.split_at(128);
    if preamble.iter().any(|byte| *byte != 0) || prefix != b"DICM" {
        return Err(wrong(0));
    }
    let mut walker = Walker::new(written, 132..output.body, Encoding::ExplicitLittle).strict();
    let mut seen = Vec::new();
    loop {
        match walker.step()? {
            Token::Value { tag, at, value, .. } => {
                let n = usize::try_from(value.end - value.start).map_err(|_| wrong(at))?;
                let text = String::from_utf8_lossy(walker.source().bytes(value.start, n)?).trim_end_matches([' ', '\0']).to_owned();
                let fits = match tag.element() {
                    0x0000 | 0x0001 => true,
                    0x0002 => profile::is_standard_uid(&text),
                    0x0003 => explain::is_instance(tag, &text, expected),
                    0x0010 => text == expected.transfer_syntax && profile::is_transfer_syntax(&text),
                    0x0012 => text == IMPLEMENTATION,
                    0x0013 => text == IMPLEMENTATION_NAME,
                    _ => false,
                };
                if !fits || tag.group() != 2 {
                    return Err(wrong(at));
                }
                seen.push(tag.element());
            }
            Token::End { .. } => break,
            _ => return Err(wrong(132)),
        }
    }
    if seen == [0x00, 0x01, 0x02, 0x03, 0x10, 0x12, 0x13] { Ok(()) } else { Err(wrong(132)) }
}

/// The data set: ascending public tags of the standard, in the VRs of the standard, and private ones that the policy retains, to the last byte.
fn body<R: Read + Seek>(written: &mut Source<R>, start: u64, expected: &Expected<'_>) -> Result<Vec<Written>> {
    let end = written.len();
    let encapsulated = crate::pixel::is_encapsulated(expected.transfer_syntax);
    let mut walker = Walker::new(written, start..end, expected.encoding).strict();
    let mut open = vec![Open::default()];
    let mut values = Vec::new();
    let mut identity = Identity::default();
    let mut letters = Letters::default();
    loop {
        let token = walker.step()?;
        let (tag, vr, at) = match &token {
            Token::Value { tag, vr, at, .. } => (*tag, *vr, *at),
            Token::Sequence { tag, at } => (*tag, Some(VR::SQ), *at),
            Token::Fragments { tag, at, .. } => (*tag, Some(VR::OB), *at),
            Token::Item { .. } => {
                open.push(Open::default());
                continue;
            }
            Token::ItemEnd => {
                let Some(item) = open.pop() else { continue };
                item.coded.check(expected)?;
                item.blocks.check()?;
                if let Some(set) = open.last_mut().filter(|set| set.last == Some(tags::CONCEPT_NAME_CODE_SEQUENCE)) {
                    set.concept = item.coded;
                }
                continue;
            }
            Token::SequenceEnd => continue,
            Token::End { at } if *at == end => break,
            Token::End { at } => return Err(Error::at(Code::Conformance, *at)),
        };
        let wrong = Error::at(Code::Conformance, at);
        let nested = open.len() > 1;
        let set = open.last_mut().ok_or(wrong.clone())?;
        if is_private(tag) {
            if set.last.is_some_and(|before| before >= tag) {
                return Err(wrong);
            }
            set.last = Some(tag);
            let written = private::element(&mut walker, &mut set.blocks, &token, expected).map_err(|code| Error::at(code, at))?;
            values.extend(written);
            continue;
        }
        let known = dictionary::resolve(tag, vr).ok_or(wrong.clone())?;
        // Too long for the length field of its own VR (PS3.5 6.2.2).
        let long = |vr: VR| vr == VR::UN && matches!(&token, Token::Value { value, .. } if value.end - value.start > u64::from(u16::MAX));
        if set.last.is_some_and(|before| before >= tag) || vr.is_some_and(|vr| vr != known && !long(vr)) {
            return Err(wrong.with(tag));
        }
        set.last = Some(tag);
        if let Token::Value { value, .. } = token {
            let pixels = tag.group() == 0x7FE0;
            if (value.end - value.start) % 2 == 1 || (pixels && (encapsulated || nested)) {
                return Err(wrong.with(tag));
            }
            if pixels {
                continue;
            }
            let n = usize::try_from(value.end - value.start).map_err(|_| wrong.clone())?;
            let bytes = walker.source().bytes(value.start, n)?;
            let explained = match content::is_words(tag) {
                true => content::words(tag, bytes, &set.concept, expected),
                false => explain::value(tag, known, bytes, expected),
            };
            explained.map_err(|code| Error::at(code, at).with(tag))?;
            letters.note(tag, known, bytes, nested)?;
            if !nested {
                identity.note(tag, bytes);
            }
            set.coded.note(tag, bytes);
            values.push(Written { tag, vr: known, span: value });
        } else if matches!(token, Token::Fragments { .. }) && !encapsulated {
            return Err(wrong.with(tag));
        }
    }
    letters.check()?;
    if let Some(top) = open.pop() {
        top.coded.check(expected)?;
        top.blocks.check()?;
    }
    identity.check()?;
    Ok(values)
}

/// A data set that is being read.
#[derive(Default)]
struct Open {
    last: Option<Tag>,
    coded: Coded,
    /// Its Concept Name, where it is a content item.
    concept: Coded,
    blocks: private::Blocks,
}

/// The code of an Item (PS3.3 8): the standard's own, or one that was made here.
#[derive(Default)]
struct Coded {
    value: String,
    scheme: String,
    meaning: String,
    version: String,
    /// It has more than one value.
    double: bool,
}

impl Coded {
    fn note(&mut self, tag: Tag, bytes: &[u8]) {
        let part = match tag {
            tags::CODE_VALUE | tags::LONG_CODE_VALUE | tags::URN_CODE_VALUE => &mut self.value,
            tags::CODING_SCHEME_DESIGNATOR => &mut self.scheme,
            tags::CODE_MEANING => &mut self.meaning,
            tags::CODING_SCHEME_VERSION => &mut self.version,
            _ => return,
        };
        self.double |= !part.is_empty();
        *part = String::from_utf8_lossy(bytes).trim_matches([' ', '\0']).to_owned();
    }

    fn check(&self, expected: &Expected<'_>) -> Result<()> {
        let lexicon = &expected.batch.tools.lexicon;
        let made = |part: &str| part.is_empty() || expected.made.contains(part);
        let version = made(&self.version) || crate::plan::is_version(&self.version);
        if !version {
            return Err(Error::of(Code::Residue, tags::CODING_SCHEME_VERSION));
        }
        if self.double && !(made(&self.value) && made(&self.scheme)) {
            return Err(Error::of(Code::Residue, tags::CODE_VALUE));
        }
        if crate::plan::is_meaning(lexicon.meanings(), &self.scheme, &self.value, &self.meaning) {
            return Ok(());
        }
        let clean = || {
            let clean = || crate::plan::words::clean(&self.meaning, lexicon, &|words| expected.hunt.finds_in_words(words));
            let left = expected.batch.memos.verify.recall(&self.meaning, &clean);
            expected.batch.policy.has(Choice::CleanDescriptors) && left == self.meaning
        };
        if !made(&self.meaning) && !clean() {
            return Err(Error::of(Code::Residue, tags::CODE_MEANING));
        }
        let known = made(&self.value) && made(&self.scheme)
            || (profile::is_standard_scheme(&self.scheme) && crate::plan::has_form_of(&self.scheme, &self.value));
        if known { Ok(()) } else { Err(Error::of(Code::Residue, tags::CODE_VALUE)) }
    }
}

/// What the data set must say of itself.
#[derive(Default)]
struct Identity {
    removed: bool,
    method: bool,
    temporal: bool,
}

impl Identity {
    fn note(&mut self, tag: Tag, bytes: &[u8]) {
        match tag {
            tags::PATIENT_IDENTITY_REMOVED => self.removed = bytes == b"YES ",
            tags::DEIDENTIFICATION_METHOD => self.method = !bytes.is_empty(),
            tags::LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED => self.temporal = !bytes.is_empty(),
            _ => {}
        }
    }

    fn check(&self) -> Result<()> {
        match (self.removed, self.method, self.temporal) {
            (false, ..) => Err(Error::of(Code::Conformance, tags::PATIENT_IDENTITY_REMOVED)),
            (_, false, _) => Err(Error::of(Code::Conformance, tags::DEIDENTIFICATION_METHOD)),
            (.., false) => Err(Error::of(Code::Conformance, tags::LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED)),
            _ => Ok(()),
        }
    }
}

/// Hunts the batch's identifiers through fresh bytes: each hit must lie in a value that explains it.
fn residue(bytes: &[u8], from: u64, values: &[Written], expected: &Expected<'_>) -> Result<()> {
    for hit in expected.hunt.hits(bytes).filter(|hit| hit.end as u64 > from) {
        let (start, end) = (hit.start as u64, hit.end as u64);
        let index = values.partition_point(|value| value.span.end <= start);
        let within = values.get(index).filter(|value| value.span.start <= start && end <= value.span.end);
        let explained = within.is_some_and(|value| {
            let text = usize::try_from(value.span.start).ok().zip(usize::try_from(value.span.end).ok());
            let text = text.and_then(|(start, end)| bytes.get(start..end)).unwrap_or(&[]);
            explain::hit(value.tag, value.vr, text, &hit, expected)
        });
        // Four or five bytes across the edges of values, or between them, are chance: lengths and tags make them.
        let chance = within.is_none() && hit.pattern.len() < 6;
        if !explained && !chance {
            let tag = within.map(|value| value.tag);
            return Err(Error { code: Code::Residue, tag, at: Some(start) });
        }
    }
    Ok(())
}

/// Packs the data set of a file whose Transfer Syntax is deflated (PS3.5 A.5), and unpacks it again to compare.
fn deflate<R: Read + Seek>(source: &mut Source<R>, output: &Output) -> Result<Verified> {
    let mut whole = Vec::new();
    Assembled::new(source, &output.parts).read_to_end(&mut whole).map_err(|_| Code::Unreadable)?;
    let body = usize::try_from(output.body).map_err(|_| Code::TooLong)?;
    let (head, plain) = whole.split_at_checked(body).ok_or(Code::Conformance)?;
    let mut packer = Compress::new(Compression::default(), false);
    let mut packed = Vec::with_capacity(plain.len() / 2 + (64 << 10));
    loop {
        let done = usize::try_from(packer.total_in()).map_err(|_| Code::TooLong)?;
        packed.reserve(64 << 10);
        let status =
            packer.compress_vec(plain.get(done..).unwrap_or(&[]), &mut packed, FlushCompress::Finish).map_err(|_| Code::Deflate)?;
        if status == Status::StreamEnd {
            break;
        }
    }
    if packed.len() % 2 == 1 {
        packed.push(0);
    }
    let end = packed.len() as u64;
    if inflate::inflate(&mut AnySource::any(Cursor::new(&packed))?, 0..end, limits::INFLATED, None)? != plain {
        return Err(Code::Conformance.into());
    }
    let mut bytes = head.to_vec();
    bytes.append(&mut packed);
    let len = bytes.len() as u64;
    Ok(Verified(Output { parts: vec![Part::Bytes(bytes)], len, body: output.body }))
}

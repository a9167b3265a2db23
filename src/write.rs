//! The new file, as parts: fresh bytes for all that is said in words and numbers, spans of the source for pixels that did not change.
//!
//! One form whatever the original's: ascending tags, lengths stated, no padding, no group lengths. The preamble is zero and File Meta Information
//! is this tool's own (PS3.15 E.1.1).

use std::io::{self, Read, Seek, SeekFrom};

use dicom_core::value::{PrimitiveValue, Value};
use dicom_core::{Tag, VR};
use dicom_dictionary_std::tags;

use crate::error::{Code, Error, Result};
use crate::file::dictionary::has_long_length;
use crate::file::walk::Encoding;
use crate::file::{DataSet, Element, PixelElement, Source, dataset, value};
use crate::pixel::{self, Inspected, Part};

/// (0002,0012) of what is written here: a UUID of this tool's own (PS3.5 B.2).
pub const IMPLEMENTATION: &str = "2.25.206716413902758320946103824516937450172";
/// (0002,0013)
pub const IMPLEMENTATION_NAME: &str = "SCAN_SCRUBBER";

const UNDEFINED: u32 = u32::MAX;

/// A new file that nobody has checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The file, in order.
    pub parts: Vec<Part>,
    /// Bytes of `parts` together.
    pub len: u64,
    /// Where the data set starts.
    pub body: u64,
}

/// Encodes a file: `dataset` and the pixels of `element` as they were inspected.
///
/// # Errors
/// [`Code::NoIdentity`] without SOP Class or SOP Instance UID; [`Code::TooLong`] where a value does not fit its element's length.
pub fn write(set: &DataSet, transfer_syntax: &str, encoding: Encoding, pixels: Option<(&PixelElement, Inspected)>) -> Result<Output> {
    let mut head = meta(set, transfer_syntax)?;
    let body = head.len() as u64;
    let mut writer = Writer { encoding, out: &mut head };
    writer.set(set)?;
    let mut parts = Vec::new();
    let mut len = 0;
    if let Some((element, inspected)) = pixels {
        let length = if pixel::is_encapsulated(transfer_syntax) { UNDEFINED } else { length(inspected.len, element.tag)? };
        let vr = if length == UNDEFINED { VR::OB } else { element.vr };
        writer.header(element.tag, vr, length)?;
        len += inspected.len;
        parts = inspected.parts;
    }
    len += head.len() as u64;
    parts.insert(0, Part::Bytes(head));
    Ok(Output { parts, len, body })
}

/// The elements of `set`, without anything around them.
///
/// # Errors
/// As [`write`].
pub(crate) fn encode(set: &DataSet, encoding: Encoding) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    Writer { encoding, out: &mut out }.set(set)?;
    Ok(out)
}

/// Preamble, prefix and File Meta Information (PS3.10 7.1) for the class and the instance that `set` names.
pub(crate) fn meta(set: &DataSet, transfer_syntax: &str) -> Result<Vec<u8>> {
    let class = dataset::text(set, tags::SOP_CLASS_UID);
    let instance = dataset::text(set, tags::SOP_INSTANCE_UID);
    if class.is_empty() || instance.is_empty() {
        return Err(Error::of(Code::NoIdentity, tags::SOP_INSTANCE_UID));
    }
    let mut out = vec![0; 128];
    out.extend_from_slice(b"DICM");
    let mut writer = Writer { encoding: Encoding::ExplicitLittle, out: &mut out };
    writer.value(tags::FILE_META_INFORMATION_GROUP_LENGTH, VR::UL, &PrimitiveValue::from(0_u32))?;
    let start = writer.out.len();
    writer.value(tags::FILE_META_INFORMATION_VERSION, VR::OB, &PrimitiveValue::U8([0, 1].as_slice().into()))?;
    for (tag, uid) in [
        (tags::MEDIA_STORAGE_SOP_CLASS_UID, class),
        (tags::MEDIA_STORAGE_SOP_INSTANCE_UID, instance),
        (tags::TRANSFER_SYNTAX_UID, transfer_syntax),
        (tags::IMPLEMENTATION_CLASS_UID, IMPLEMENTATION),
    ] {
        writer.value(tag, VR::UI, &PrimitiveValue::from(uid))?;
    }
    writer.value(tags::IMPLEMENTATION_VERSION_NAME, VR::SH, &PrimitiveValue::from(IMPLEMENTATION_NAME))?;
    writer.patch(start, tags::FILE_META_INFORMATION_GROUP_LENGTH)?;
    Ok(out)
}

/// Appends elements to bytes.
pub(crate) struct Writer<'o> {
    encoding: Encoding,
    out: &'o mut Vec<u8>,
}

impl<'o> Writer<'o> {
    /// A writer at the end of `out`.
    pub(crate) fn new(encoding: Encoding, out: &'o mut Vec<u8>) -> Self {
        Self { encoding, out }
    }

    /// Bytes so far.
    pub(crate) fn position(&self) -> usize {
        self.out.len()
    }

    /// Appends elements that are encoded already.
    pub(crate) fn bytes(&mut self, encoded: &[u8]) {
        self.out.extend_from_slice(encoded);
    }

    /// Begins an Item, whose length is patched once it is known.
    pub(crate) fn header_of_item(&mut self) {
        self.tag(Tag(0xFFFE, 0xE000));
        self.word32(0);
    }

    fn set(&mut self, set: &DataSet) -> Result<()> {
        set.iter().try_for_each(|element| self.element(element))
    }

    fn element(&mut self, element: &Element) -> Result<()> {
        let (tag, vr) = (element.header().tag, element.vr());
        match element.value() {
            Value::Primitive(value) => self.value(tag, vr, value),
            Value::Sequence(sequence) => {
                self.header(tag, VR::SQ, 0)?;
                let start = self.out.len();
                for item in sequence.items() {
                    self.header_of_item();
                    let start = self.out.len();
                    self.set(item)?;
                    self.patch(start, tag)?;
                }
                self.patch(start, tag)
            }
            // Encapsulated pixels are never held in a data set.
            Value::PixelSequence(_) => Err(Error::of(Code::PixelLayout, tag)),
        }
    }

    pub(crate) fn value(&mut self, tag: Tag, vr: VR, held: &PrimitiveValue) -> Result<()> {
        let bytes = value::length(held);
        self.header(tag, vr, length(bytes.next_multiple_of(2) as u64, tag)?)?;
        value::encode(held, self.encoding.is_big(), self.out);
        if bytes % 2 == 1 {
            self.out.push(if value::is_text(vr) && vr != VR::UI { b' ' } else { 0 });
        }
        Ok(())
    }

    pub(crate) fn header(&mut self, tag: Tag, vr: VR, length: u32) -> Result<()> {
        self.tag(tag);
        if !self.encoding.is_explicit() {
            self.word32(length);
            return Ok(());
        }
        let short = u16::try_from(length).ok().filter(|_| !has_long_length(vr));
        let vr = match short {
            None if !has_long_length(vr) => unknown(self.encoding).ok_or(Error::of(Code::TooLong, tag))?,
            _ => vr,
        };
        self.out.extend_from_slice(&vr.to_bytes());
        match short {
            Some(short) => self.word16(short),
            None => {
                self.out.extend_from_slice(&[0, 0]);
                self.word32(length);
            }
        }
        Ok(())
    }

    /// Writes the number of bytes since `start` into the four bytes before it.
    pub(crate) fn patch(&mut self, start: usize, tag: Tag) -> Result<()> {
        let length = length((self.out.len() - start) as u64, tag)?;
        let bytes = if self.encoding.is_big() { length.to_be_bytes() } else { length.to_le_bytes() };
        if let Some(place) = self.out.get_mut(start.saturating_sub(4)..start) {
            place.copy_from_slice(&bytes);
        }
        Ok(())
    }

    fn tag(&mut self, tag: Tag) {
        self.word16(tag.group());
        self.word16(tag.element());
    }

    fn word16(&mut self, word: u16) {
        self.out.extend_from_slice(&if self.encoding.is_big() { word.to_be_bytes() } else { word.to_le_bytes() });
    }

    fn word32(&mut self, word: u32) {
        self.out.extend_from_slice(&if self.encoding.is_big() { word.to_be_bytes() } else { word.to_le_bytes() });
    }
}

/// The VR of a value that is too long for the length field of its own (PS3.5 6.2.2): a contour of some thousand points is. Its bytes are
/// little endian whatever the data set's are, so that big endian has none.
const fn unknown(encoding: Encoding) -> Option<VR> {
    if encoding.is_big() { None } else { Some(VR::UN) }
}

fn length(bytes: u64, tag: Tag) -> Result<u32> {
    u32::try_from(bytes).ok().filter(|length| *length < UNDEFINED).ok_or(Error::of(Code::TooLong, tag))
}

impl Part {
    /// Bytes of this part.
    pub fn len(&self) -> u64 {
        match self {
            Self::Bytes(bytes) | Self::Samples(bytes) => bytes.len() as u64,
            Self::Span(span) | Self::Masked { span, .. } => span.end - span.start,
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Fills `to` with the bytes of this part from offset `within` on.
    fn read<R: Read + Seek>(&self, source: &mut Source<R>, within: u64, to: &mut [u8]) -> Result<()> {
        match self {
            Self::Bytes(bytes) | Self::Samples(bytes) => {
                let from = usize::try_from(within).ok().and_then(|within| bytes.get(within..within + to.len()));
                to.copy_from_slice(from.ok_or(Code::Conformance)?);
            }
            Self::Span(span) => to.copy_from_slice(source.bytes(span.start + within, to.len())?),
            Self::Masked { span, mask } => {
                // A mask works on whole words.
                let word = u64::from(mask.word.max(1));
                let start = within - within % word;
                let end = (within + to.len() as u64).next_multiple_of(word).min(span.end - span.start);
                let n = usize::try_from(end - start).map_err(|_| Code::TooLong)?;
                let mut words = source.bytes(span.start + start, n)?.to_vec();
                mask.apply(&mut words);
                let skip = usize::try_from(within - start).map_err(|_| Code::TooLong)?;
                to.copy_from_slice(words.get(skip..skip + to.len()).ok_or(Code::Conformance)?);
            }
        }
        Ok(())
    }
}

/// The bytes of an [`Output`], read through its source: what a disk would hold.
pub struct Assembled<'s, R> {
    source: &'s mut Source<R>,
    parts: &'s [Part],
    ends: Vec<u64>,
    pos: u64,
}

impl<'s, R: Read + Seek> Assembled<'s, R> {
    /// Puts `parts` of `source` together.
    pub fn new(source: &'s mut Source<R>, parts: &'s [Part]) -> Self {
        let mut end = 0;
        let ends = parts.iter().map(|part| {
            end += part.len();
            end
        });
        let ends = ends.collect();
        Self { source, parts, ends, pos: 0 }
    }
}

impl<R: Read + Seek> Read for Assembled<'_, R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let index = self.ends.partition_point(|end| *end <= self.pos);
        let (Some(part), Some(end)) = (self.parts.get(index), self.ends.get(index)) else { return Ok(0) };
        let within = part.len() - (end - self.pos);
        let n = usize::try_from(end - self.pos).unwrap_or(usize::MAX).min(to.len()).min(crate::limits::CHUNK);
        let Some(to) = to.get_mut(..n) else { return Ok(0) };
        part.read(self.source, within, to).map_err(|_| io::Error::from(io::ErrorKind::Other))?;
        self.pos += n as u64;
        Ok(n)
    }
}

impl<R> Seek for Assembled<'_, R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let pos = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.ends.last().copied().unwrap_or(0).checked_add_signed(by),
            SeekFrom::Current(by) => self.pos.checked_add_signed(by),
        };
        self.pos = pos.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.pos)
    }
}

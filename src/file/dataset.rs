//! A walked header as a data set in memory: only what a rule could keep is held, everything else is counted and left in the file.

use std::collections::BTreeSet;
use std::io::{Read, Seek};

use dicom_core::header::{HasLength, Length};
use dicom_core::value::{DataSetSequence, PrimitiveValue, Value};
use dicom_core::{DataElement, Tag, VR};
use dicom_dictionary_std::tags::ENCAPSULATED_DOCUMENT;
use dicom_object::InMemDicomObject;

use super::private::{self, Blocks};
use super::source::Span;
use super::walk::{Token, Walker};
use super::{dictionary, value};
use crate::error::{Code, Error, Result};
use crate::{limits, profile};

/// The field's own data set: elements by tag, Items within Sequences.
pub type DataSet = InMemDicomObject;

/// One of its elements.
pub type Element = dicom_object::mem::InMemElement;

/// What was in the file and is not in the [`DataSet`], by reason. None of it can reach an output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dropped {
    /// Private attributes that PS3.15 E.3.10 does not know, creators included.
    pub private: u32,
    /// Tags that the standard does not have.
    pub unknown: u32,
    /// Group lengths, padding, digital signatures, and groups that do not belong into a data set.
    pub structural: u32,
    /// Attributes that stood twice or more in one data set: no copy is believed.
    pub duplicates: u32,
    /// Curves (50xx) and overlays (60xx).
    pub graphics: u32,
    /// Values whose length does not fit their VR, or whose VR contradicts the standard's.
    pub misfits: u32,
    /// Duplicates and misfits among the attributes that tell whether a picture may carry writing.
    pub hints: u32,
    /// Pixel Data in Items, and more than one at the top level.
    pub pixels: u32,
    /// Bytes after the end of the data set.
    pub trailing: u64,
}

/// The value of a top-level Pixel Data element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PixelValue {
    /// One value.
    Native(Span),
    /// Fragments (PS3.5 A.4).
    Encapsulated {
        /// The Basic Offset Table.
        table: Span,
        /// The fragments.
        fragments: Vec<Span>,
    },
}

/// The element that holds an instance's pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PixelElement {
    /// (7FE0,0008), (7FE0,0009) or (7FE0,0010).
    pub tag: Tag,
    /// OB or OW where the file says so, OW where it does not; OF, OD for the others.
    pub vr: VR,
    /// Where its bytes are.
    pub value: PixelValue,
}

/// A data set read from a file.
#[derive(Debug)]
pub struct Built {
    /// What a rule could keep.
    pub dataset: DataSet,
    /// Pixels, if any.
    pub pixels: Option<PixelElement>,
    /// What is not here.
    pub dropped: Dropped,
}

/// Elements that there is room for from the first one on: most Items have no more.
const USUAL: usize = 8;

struct Open {
    set: DataSet,
    /// Ascending.
    seen: Vec<Tag>,
    twice: BTreeSet<Tag>,
    /// The Sequence around this data set, its Items so far, and whether it is held at all.
    sequence: Option<(Tag, Vec<DataSet>)>,
    private: Blocks,
}

impl Open {
    fn new() -> Self {
        let set = DataSet::new_empty();
        Self { set, seen: Vec::new(), twice: BTreeSet::new(), sequence: None, private: Blocks::default() }
    }

    /// Notes a tag; false where it stood here before.
    fn first_sight(&mut self, tag: Tag, dropped: &mut Dropped) -> bool {
        // In most files each tag is the highest so far.
        let place = match self.seen.last() {
            Some(last) if *last >= tag => self.seen.binary_search(&tag),
            _ => Err(self.seen.len()),
        };
        match place {
            Err(place) => {
                if self.seen.is_empty() {
                    self.seen.reserve(USUAL);
                }
                self.seen.insert(place, tag);
            }
            Ok(_) => {
                dropped.duplicates += 1;
                dropped.hints += u32::from(is_hint(tag));
                self.twice.insert(tag);
            }
        }
        place.is_err()
    }

    fn finish(mut self, dropped: &mut Dropped) -> DataSet {
        for tag in &self.twice {
            self.set.remove_element(*tag);
        }
        let (put, took) = self.private.settle(&mut self.set);
        // Every creator was counted when it was read.
        dropped.private = dropped.private.saturating_sub(put).saturating_add(took);
        self.set
    }
}

/// Builds the data set that `walker` walks.
///
/// With `header_only`, stops at the first top-level Pixel Data: nothing after it is read.
///
/// # Errors
/// As [`Walker::step`]; [`Code::TooLong`] and [`Code::TooMany`] where more would be held than [`limits`] allows. After Pixel Data, what cannot
/// be walked counts as trailing bytes.
pub fn build<R: Read + Seek>(walker: &mut Walker<'_, R>, header_only: bool) -> Result<Built> {
    let mut builder = Builder {
        open: vec![Open::new()],
        skip: 0,
        held: Held::default(),
        private: Held::default(),
        within: 0,
        dropped: Dropped::default(),
        pixels: None,
    };
    loop {
        let token = match walker.step() {
            Ok(token) => token,
            // What follows the pixels is not needed: it is dropped whole, as bytes.
            Err(error) if builder.pixels.is_some() => {
                let end = walker.source().len();
                builder.dropped.trailing += error.at.map_or(0, |at| end.saturating_sub(at));
                break;
            }
            Err(error) => return Err(error),
        };
        if let Token::End { at } = token {
            if builder.pixels.is_none() && is_cut(walker.source().up_to(at, 8)?) {
                return Err(Error::at(Code::CutOff, at));
            }
            builder.dropped.trailing += walker.source().len().saturating_sub(at);
            break;
        }
        builder.take(walker, token)?;
        if header_only && builder.pixels.is_some() {
            break;
        }
    }
    while builder.open.len() > 1 {
        builder.open.pop();
    }
    let mut dropped = builder.dropped;
    let dataset = builder.open.pop().map_or_else(DataSet::new_empty, |open| open.finish(&mut dropped));
    Ok(Built { dataset, pixels: builder.pixels, dropped })
}

/// What is held in memory.
#[derive(Clone, Copy, Default)]
struct Held {
    count: usize,
    bytes: u64,
}

struct Builder {
    open: Vec<Open>,
    /// Sequences open within one that is not held.
    skip: usize,
    held: Held,
    /// Private elements, and all that private Sequences hold: they have a ceiling of their own, so that they cost no file.
    private: Held,
    /// Sequences open within a private one, itself included.
    within: usize,
    dropped: Dropped,
    pixels: Option<PixelElement>,
}

impl Builder {
    fn take<R: Read + Seek>(&mut self, walker: &mut Walker<'_, R>, token: Token) -> Result<()> {
        if self.skip > 0 {
            match token {
                Token::Sequence { .. } => self.skip += 1,
                Token::SequenceEnd => self.skip -= 1,
                _ => {}
            }
            return Ok(());
        }
        match token {
            Token::Value { tag, vr, at, value } => self.value(walker, tag, vr, at, value),
            Token::Fragments { tag, table, fragments, .. } => {
                self.pixel(tag, Some(VR::OB), PixelValue::Encapsulated { table, fragments });
                Ok(())
            }
            Token::Sequence { tag, .. } => {
                self.sequence(tag);
                Ok(())
            }
            Token::Item { at } => {
                if !self.hold(at, 0)? {
                    return Err(Error::at(Code::TooMany, at));
                }
                self.open.push(Open::new());
                Ok(())
            }
            Token::ItemEnd => {
                if let (Some(item), Some(parent)) = (self.open.pop(), self.open.last_mut())
                    && let Some((_, items)) = parent.sequence.as_mut()
                {
                    items.push(item.finish(&mut self.dropped));
                }
                Ok(())
            }
            Token::SequenceEnd => {
                self.within = self.within.saturating_sub(1);
                if let Some(open) = self.open.last_mut()
                    && let Some((tag, items)) = open.sequence.take()
                {
                    let sequence = DataSetSequence::new(items, Length::UNDEFINED);
                    open.set.put(DataElement::new(tag, VR::SQ, Value::Sequence(sequence)));
                }
                Ok(())
            }
            Token::End { .. } => Ok(()),
        }
    }

    fn value<R: Read + Seek>(&mut self, walker: &mut Walker<'_, R>, tag: Tag, stated: Option<VR>, at: u64, span: Span) -> Result<()> {
        if is_pixels(tag) {
            self.pixel(tag, stated, PixelValue::Native(span));
            return Ok(());
        }
        let length = span.end - span.start;
        if private::is_creator(tag) {
            return self.creator(walker, tag, stated, span);
        }
        let Some(vr) = self.wanted(tag, stated) else { return Ok(()) };
        if tag == ENCAPSULATED_DOCUMENT {
            // No rule keeps a document, and it may be large: that it was there is all that is held.
            if let (true, Some(open)) = (self.hold(at, 0)?, self.open.last_mut()) {
                open.set.put(DataElement::empty(tag, vr));
            }
            return Ok(());
        }
        if private::is_private(tag) {
            if vr == VR::SQ {
                // A Sequence that the file does not call one (PS3.5 6.2.2), or that states no VR.
                if walker.enter(&span, stated.is_some())? {
                    self.enter(tag);
                } else {
                    self.dropped.private += 1;
                }
                return Ok(());
            }
            if length > limits::PRIVATE_VALUE {
                self.dropped.private += 1;
                return Ok(());
            }
        }
        if length > limits::VALUE {
            return Err(Error::at(Code::TooLong, at).with(tag));
        }
        let big_endian = walker.encoding().is_big();
        let bytes = walker.source().bytes(span.start, usize::try_from(length).map_err(|_| Error::at(Code::TooLong, at))?)?;
        let Some(value) = value::decode(vr, bytes, big_endian) else {
            self.dropped.misfits += 1;
            self.dropped.hints += u32::from(is_hint(tag));
            return Ok(());
        };
        let held = match private::is_private(tag) {
            true => self.private.has_room(length),
            false => self.hold(at, length)?,
        };
        match self.open.last_mut() {
            Some(open) if held => {
                open.set.put(DataElement::new(tag, vr, Value::Primitive(value)));
            }
            _ => self.dropped.private += 1,
        }
        Ok(())
    }

    /// Notes a Private Creator. It is held when one of its elements is, in the table's own letters.
    fn creator<R: Read + Seek>(&mut self, walker: &mut Walker<'_, R>, tag: Tag, stated: Option<VR>, span: Span) -> Result<()> {
        self.dropped.private += 1;
        let length = span.end - span.start;
        // One that is noted costs memory, whether it is known or not.
        if !self.private.has_room(length.min(limits::CREATOR)) {
            return Ok(());
        }
        let mut known = None;
        if length <= limits::CREATOR && matches!(stated, None | Some(VR::LO | VR::UN)) {
            let bytes = walker.source().bytes(span.start, usize::try_from(length).unwrap_or(0))?;
            known = std::str::from_utf8(bytes).ok().and_then(profile::safe_creator);
        }
        if let Some(open) = self.open.last_mut() {
            open.private.claim(tag, known);
        }
        Ok(())
    }

    fn sequence(&mut self, tag: Tag) {
        match self.wanted(tag, Some(VR::SQ)) {
            Some(VR::SQ) => self.enter(tag),
            _ => self.skip = 1,
        }
    }

    fn enter(&mut self, tag: Tag) {
        if self.within > 0 || private::is_private(tag) {
            self.within += 1;
        }
        if let Some(open) = self.open.last_mut() {
            open.sequence = Some((tag, Vec::new()));
        }
    }

    /// The VR to read an element with; `None`, and counted, where no rule could keep it.
    fn wanted(&mut self, tag: Tag, stated: Option<VR>) -> Option<VR> {
        let dropped = &mut self.dropped;
        match tag.group() {
            _ if private::is_private(tag) => return self.wanted_private(tag, stated),
            group if group % 2 == 1 && !matches!(group, 0xFFFA..=0xFFFF) && group > 0x0008 => dropped.private += 1,
            // Group lengths, and the length of the whole that files of ACR-NEMA began with.
            _ if tag.element() == 0 || tag == Tag(0x0008, 0x0001) => dropped.structural += 1,
            0x0000..=0x0007 | 0xFFFA..=0xFFFF => dropped.structural += 1,
            // Offsets and lengths of frames in the original's own stream.
            0x7FE0 => dropped.structural += 1,
            0x5000..=0x50FF | 0x6000..=0x60FF => dropped.graphics += 1,
            _ => {
                let Some(vr) = dictionary::resolve(tag, stated) else {
                    dropped.unknown += 1;
                    return None;
                };
                let contradicts = stated.is_some_and(|stated| stated != VR::UN && dictionary::contradicts(stated, vr));
                let open = self.open.last_mut()?;
                if !open.first_sight(tag, dropped) {
                    return None;
                }
                if contradicts || (vr == VR::SQ && stated == Some(VR::UN)) {
                    dropped.misfits += 1;
                    dropped.hints += u32::from(is_hint(tag));
                    return None;
                }
                return Some(vr);
            }
        }
        None
    }

    /// The same of a private element: its creator is known, the table has it, and the file's VR is one that it may have.
    fn wanted_private(&mut self, tag: Tag, stated: Option<VR>) -> Option<VR> {
        let open = self.open.last_mut()?;
        match open.private.row(tag).and_then(|row| row.read_as(stated)) {
            Some(vr) if self.private.count < limits::PRIVATE => open.first_sight(tag, &mut self.dropped).then_some(vr),
            _ => {
                self.dropped.private += 1;
                None
            }
        }
    }

    fn pixel(&mut self, tag: Tag, stated: Option<VR>, value: PixelValue) {
        if self.open.len() > 1 || !is_pixels(tag) || self.pixels.is_some() {
            self.dropped.pixels += 1;
            return;
        }
        let vr = match (tag.element(), stated) {
            (0x0008, _) => VR::OF,
            (0x0009, _) => VR::OD,
            (_, Some(VR::OB)) => VR::OB,
            _ => VR::OW,
        };
        self.pixels = Some(PixelElement { tag, vr, value });
    }

    /// Counts what is held. False within private Sequences, where there is no more room for it.
    fn hold(&mut self, at: u64, bytes: u64) -> Result<bool> {
        if self.within > 0 {
            return Ok(self.private.has_room(bytes));
        }
        self.held.count += 1;
        self.held.bytes += bytes;
        if self.held.count > limits::HELD {
            return Err(Error::at(Code::TooMany, at));
        }
        if self.held.bytes > limits::HEADER {
            return Err(Error::at(Code::TooLong, at));
        }
        Ok(true)
    }
}

impl Held {
    /// Counts something private, if there is room for it.
    fn has_room(&mut self, bytes: u64) -> bool {
        let room = self.count < limits::PRIVATE && self.bytes + bytes <= limits::PRIVATE_BYTES;
        if room {
            self.count += 1;
            self.bytes += bytes;
        }
        room
    }
}

/// Whether the few bytes after the last element are the start of another one, of a group that images have: the file was cut off there.
fn is_cut(rest: &[u8]) -> bool {
    match rest {
        [a, b] | [a, b, _] => matches!(u16::from_le_bytes([*a, *b]), 0x0008 | 0x0010 | 0x0018 | 0x0020 | 0x0028 | 0x0040 | 0x7FE0),
        [a, b, c, d] | [a, b, c, d, ..] if rest.len() < 8 => {
            let tag = Tag(u16::from_le_bytes([*a, *b]), u16::from_le_bytes([*c, *d]));
            dictionary::vr(tag).is_some() || is_pixels(tag)
        }
        _ => false,
    }
}

/// Whether an attribute tells what kind of picture an instance is.
fn is_hint(tag: Tag) -> bool {
    use dicom_dictionary_std::tags::{BURNED_IN_ANNOTATION, CONVERSION_TYPE, IMAGE_TYPE, MODALITY, SOP_CLASS_UID};
    matches!(tag, BURNED_IN_ANNOTATION | CONVERSION_TYPE | IMAGE_TYPE | MODALITY | SOP_CLASS_UID)
}

fn is_pixels(tag: Tag) -> bool {
    matches!(tag, Tag(0x7FE0, 0x0008..=0x0010)) && tag.element() != 0x000A
}

/// The value of an element of the top level, if it is there and not a Sequence.
pub fn primitive(set: &DataSet, tag: Tag) -> Option<&PrimitiveValue> {
    set.get(tag).and_then(|element| element.value().primitive())
}

/// The plain text of an element of the top level, without padding; empty where there is none.
pub fn text(set: &DataSet, tag: Tag) -> &str {
    primitive(set, tag).and_then(value::text).unwrap_or("")
}

/// The first integer of an element of the top level.
pub fn integer(set: &DataSet, tag: Tag) -> Option<i64> {
    primitive(set, tag).and_then(value::integer)
}

/// Whether an element is there and has a value.
pub fn has_value(set: &DataSet, tag: Tag) -> bool {
    set.get(tag).is_some_and(|element| !element.is_empty())
}

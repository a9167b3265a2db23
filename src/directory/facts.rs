//! What a directory needs to know of one file: the keys of its records, encoded, and what they are found by.
//!
//! As bytes they cross to JavaScript and back unread: chunks in a fixed order, each a length of four bytes and its bytes.

use std::collections::HashSet;

use dicom_core::header::Length;
use dicom_core::value::{DataSetSequence, PrimitiveValue, Value};
use dicom_core::{DataElement, Tag, VR};
use dicom_dictionary_std::tags;

use super::kinds::{self, Key, Kind, Need};
use crate::error::{Code, Result};
use crate::file::walk::Encoding;
use crate::file::{DataSet, Element, dataset, value};
use crate::plan::dummy;
use crate::write;

/// UIDs for a study and a series of which the file names none.
pub struct Fallback {
    /// For (0020,000D).
    pub study: String,
    /// For (0020,000E).
    pub series: String,
}

/// The facts of one file, in the bytes that they came in.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'f> {
    /// The kind of the record that refers to the file.
    pub kind: &'static Kind,
    /// (0004,1510)
    pub class: &'f str,
    /// (0004,1511)
    pub instance: &'f str,
    /// (0004,1512)
    pub syntax: &'f str,
    /// What patient, study and series are told apart by.
    pub names: [&'f str; 3],
    /// Keys of patient, study, series and file, as Explicit VR Little Endian.
    pub keys: [&'f [u8]; 4],
    made: &'f str,
}

/// The facts of a file whose data set leaves as `set`; `made` are the values in it that were made here.
///
/// # Errors
/// [`Code::TooLong`] where a key does not fit its element.
pub fn facts(set: &DataSet, syntax: &str, made: &HashSet<String>, fallback: &Fallback) -> Result<Vec<u8>> {
    let class = dataset::text(set, tags::SOP_CLASS_UID);
    let instance = dataset::text(set, tags::SOP_INSTANCE_UID);
    let kind = kinds::of_class(class);
    let mut used = Used { made, found: Vec::new() };
    used.note(instance);
    let levels = [&kinds::PATIENT, &kinds::STUDY, &kinds::SERIES, kind].map(|kind| keys_of(set, kind, fallback));
    let name = |level: usize, tag| levels.get(level).map_or("", |keys| dataset::text(keys, tag));
    let names = [name(0, tags::PATIENT_ID), name(1, tags::STUDY_INSTANCE_UID), name(2, tags::SERIES_INSTANCE_UID)];
    levels.iter().for_each(|keys| used.set(keys));
    used.found.extend([fallback.study.as_str(), fallback.series.as_str()].map(str::to_owned));
    let encoded = levels.iter().map(|keys| write::encode(keys, Encoding::ExplicitLittle)).collect::<Result<Vec<_>>>()?;
    let mut out = Vec::new();
    let texts = [class, instance, syntax].into_iter().chain(names);
    for chunk in texts.map(str::as_bytes).chain(encoded.iter().map(Vec::as_slice)).chain([used.found.join("\0").as_bytes()]) {
        out.extend_from_slice(&u32::try_from(chunk.len()).map_err(|_| Code::TooLong)?.to_le_bytes());
        out.extend_from_slice(chunk);
    }
    Ok(out)
}

impl<'f> Facts<'f> {
    /// Reads what [`facts`] wrote.
    ///
    /// # Errors
    /// [`Code::Structure`] where it is something else.
    pub fn parse(mut bytes: &'f [u8]) -> Result<Self> {
        let mut texts = [""; 6];
        for text in &mut texts {
            *text = std::str::from_utf8(chunk(&mut bytes)?).map_err(|_| Code::Structure)?;
        }
        let mut keys = [&[][..]; 4];
        for level in &mut keys {
            *level = chunk(&mut bytes)?;
        }
        let made = std::str::from_utf8(chunk(&mut bytes)?).map_err(|_| Code::Structure)?;
        let [class, instance, syntax, patient, study, series] = texts;
        if !bytes.is_empty() || texts.iter().any(|text| text.is_empty()) {
            return Err(Code::Structure.into());
        }
        Ok(Self { kind: kinds::of_class(class), class, instance, syntax, names: [patient, study, series], keys, made })
    }

    /// The values among the keys that were made here.
    pub fn made(&self) -> impl Iterator<Item = &'f str> {
        self.made.split('\0')
    }
}

/// Takes a length and as many bytes off the start.
pub(super) fn chunk<'b>(bytes: &mut &'b [u8]) -> Result<&'b [u8]> {
    let (length, rest) = bytes.split_first_chunk::<4>().ok_or(Code::Structure)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| Code::Structure)?;
    let (taken, rest) = rest.split_at_checked(length).ok_or(Code::Structure)?;
    *bytes = rest;
    Ok(taken)
}

/// The keys of a record. A value that must be there and is not is one that says nothing.
fn keys_of(set: &DataSet, kind: &Kind, fallback: &Fallback) -> DataSet {
    let character_set = dataset::text(set, tags::SPECIFIC_CHARACTER_SET);
    let mut keys = DataSet::new_empty();
    let mut plain = true;
    for key in kind.keys {
        // Text that nobody can read without knowing its character set is not taken over where that is not said.
        let there = value_of(set, key).filter(|value| !character_set.is_empty() || is_plain(value));
        let element = match (there, key.need) {
            (Some(value), _) => DataElement::new(key.tag, key.vr, value),
            (None, Need::Value) => DataElement::new(key.tag, key.vr, stand_in(key, fallback)),
            (None, Need::Presence) => DataElement::empty(key.tag, key.vr),
            (None, Need::AsThere) => continue,
        };
        plain &= is_plain(element.value());
        keys.put(element);
    }
    if !plain {
        keys.put(DataElement::new(tags::SPECIFIC_CHARACTER_SET, VR::CS, PrimitiveValue::from(character_set)));
    }
    keys
}

/// Bytes of a key: what is longer says more than a record is for, and may not fit an explicit element.
const LONGEST: usize = 4_096;

type Held = Value<DataSet, Vec<u8>>;

fn value_of(set: &DataSet, key: &Key) -> Option<Held> {
    let element = set.get(key.tag).filter(|element| element.vr() == key.vr && dataset::has_value(set, key.tag))?;
    let Some(items) = element.value().items() else {
        let fits = element.value().primitive().is_some_and(|held| value::raw_text(held).len() <= LONGEST);
        return fits.then(|| element.value().clone());
    };
    let items: Vec<DataSet> = match key.tag {
        // Of a document's tree a record has what says more of its title.
        tags::CONTENT_SEQUENCE => {
            items.iter().filter(|item| dataset::text(item, tags::RELATIONSHIP_TYPE) == "HAS CONCEPT MOD").cloned().collect()
        }
        tags::REFERENCED_SERIES_SEQUENCE | tags::BLENDING_SEQUENCE => items.iter().map(references).collect(),
        _ => items.to_vec(),
    };
    (!items.is_empty()).then(|| Value::Sequence(DataSetSequence::new(items, Length::UNDEFINED)))
}

/// An Item of references, and nothing else that is in it.
fn references(item: &DataSet) -> DataSet {
    const KEPT: &[Tag] = &[
        tags::REFERENCED_SERIES_SEQUENCE,
        tags::REFERENCED_IMAGE_SEQUENCE,
        tags::REFERENCED_SOP_CLASS_UID,
        tags::REFERENCED_SOP_INSTANCE_UID,
        tags::REFERENCED_FRAME_NUMBER,
        tags::STUDY_INSTANCE_UID,
        tags::SERIES_INSTANCE_UID,
    ];
    DataSet::from_element_iter(item.iter().filter(|element| KEPT.contains(&element.header().tag)).map(|element| {
        match element.value().items() {
            None => element.clone(),
            Some(items) => sequence(element.header().tag, items.iter().map(references).collect()),
        }
    }))
}

fn stand_in(key: &Key, fallback: &Fallback) -> Held {
    match (key.tag, dummy::value(key.vr)) {
        (_, Some(value)) => Value::Primitive(value),
        (tags::STUDY_INSTANCE_UID, None) => Value::Primitive(PrimitiveValue::from(fallback.study.as_str())),
        (tags::SERIES_INSTANCE_UID, None) => Value::Primitive(PrimitiveValue::from(fallback.series.as_str())),
        (_, None) => {
            let parts = [(tags::CODE_VALUE, VR::SH), (tags::CODING_SCHEME_DESIGNATOR, VR::SH), (tags::CODE_MEANING, VR::LO)];
            let item = parts.map(|(tag, vr)| DataElement::new(tag, vr, PrimitiveValue::from(dummy::WORD)));
            Value::Sequence(DataSetSequence::new(vec![DataSet::from_element_iter(item)], Length::UNDEFINED))
        }
    }
}

fn sequence(tag: Tag, items: Vec<DataSet>) -> Element {
    DataElement::new(tag, VR::SQ, Value::Sequence(DataSetSequence::new(items, Length::UNDEFINED)))
}

/// Whether all text is plain ASCII: other text is held as bytes.
fn is_plain(held: &Held) -> bool {
    match held {
        Value::Primitive(held) => !matches!(held, PrimitiveValue::U8(_)),
        Value::Sequence(sequence) => sequence.items().iter().all(|item| item.iter().all(|element| is_plain(element.value()))),
        Value::PixelSequence(_) => false,
    }
}

/// Finds the values that were made here.
struct Used<'m> {
    made: &'m HashSet<String>,
    found: Vec<String>,
}

impl Used<'_> {
    /// Depth is bounded by the walker.
    fn set(&mut self, set: &DataSet) {
        for element in set.iter() {
            match element.value() {
                Value::Primitive(held) => {
                    let text = std::str::from_utf8(value::raw_text(held)).unwrap_or("");
                    // Some texts have one value, whatever signs are in it.
                    [text].into_iter().chain(text.split('\\')).for_each(|one| self.note(one.trim_matches([' ', '\0'])));
                }
                Value::Sequence(sequence) => sequence.items().iter().for_each(|item| self.set(item)),
                Value::PixelSequence(_) => {}
            }
        }
    }

    fn note(&mut self, one: &str) {
        if self.made.contains(one) && !self.found.iter().any(|found| found == one) {
            self.found.push(one.to_owned());
        }
    }
}

//! The bytes of a directory: records in the order of their tree, each with the offset of the next and of its first lower one (PS3.3 F.2).

use std::collections::HashMap;

use dicom_core::value::PrimitiveValue;
use dicom_core::{DataElement, Tag, VR};
use dicom_dictionary_std::{tags, uids};

use super::kinds::{self, Kind};
use super::listing::{Listed, Listing};
use crate::error::{Code, Error, Result};
use crate::file::DataSet;
use crate::file::walk::Encoding;
use crate::pixel::Part;
use crate::write::{self, Output, Writer};

/// (0004,1130): of even length.
pub const FILE_SET: &str = "DEIDENTIFIED";
/// (0004,1410): the record is in use.
pub const IN_USE: u16 = 0xFFFF;

/// Builds a DICOMDIR whose own SOP Instance UID is `instance`. Time and memory grow with the listing. Nobody has checked it yet.
///
/// # Errors
/// [`Code::TooLong`] where an offset or a length does not fit.
pub fn build(listing: &Listing<'_>, instance: &str) -> Result<Output> {
    let mut out = head(instance)?;
    let body = out.len() as u64;
    let mut writer = Writer::new(Encoding::ExplicitLittle, &mut out);
    writer.value(tags::FILE_SET_ID, VR::CS, &PrimitiveValue::from(FILE_SET))?;
    let root = writer.position();
    writer.value(tags::OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY, VR::UL, &PrimitiveValue::from(0_u32))?;
    let last = writer.position();
    writer.value(tags::OFFSET_OF_THE_LAST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY, VR::UL, &PrimitiveValue::from(0_u32))?;
    writer.value(tags::FILE_SET_CONSISTENCY_FLAG, VR::US, &PrimitiveValue::from(0_u16))?;
    writer.header(tags::DIRECTORY_RECORD_SEQUENCE, VR::SQ, 0)?;
    let start = writer.position();
    let tree = Tree::of(listing);
    // Where records of one entity were written: the offset of the next one goes into the one before.
    let mut patches = Vec::new();
    let mut before: [Option<usize>; 4] = [None; 4];
    for record in tree.records() {
        let at = writer.position();
        record.write(&mut writer)?;
        let (above, here) = before.split_at_mut(record.level.min(3));
        match here.first().copied().flatten() {
            Some(sibling) => patches.push((sibling + NEXT, at)),
            None => patches.push((above.last().copied().flatten().map_or(root + VALUE, |above| above + LOWER), at)),
        }
        if let Some((own, lower)) = here.split_first_mut() {
            *own = Some(at);
            lower.fill(None);
        }
    }
    let [last_root, ..] = before;
    patches.push((last + VALUE, last_root.unwrap_or(0)));
    writer.patch(start, tags::DIRECTORY_RECORD_SEQUENCE)?;
    for (place, at) in patches {
        let offset = u32::try_from(at).map_err(|_| Error::of(Code::TooLong, tags::DIRECTORY_RECORD_SEQUENCE))?;
        out.get_mut(place..place + 4).ok_or(Code::Conformance)?.copy_from_slice(&offset.to_le_bytes());
    }
    let len = out.len() as u64;
    Ok(Output { parts: vec![Part::Bytes(out)], len, body })
}

/// From the start of an element of a short VR to its value.
const VALUE: usize = 8;
/// From the start of an Item to the value of (0004,1400): its header, then that element's.
const NEXT: usize = 8 + VALUE;
/// From the start of an Item to the value of (0004,1420): the two elements before it have values of four and two bytes.
const LOWER: usize = NEXT + 4 + VALUE + 2 + VALUE;

fn head(instance: &str) -> Result<Vec<u8>> {
    let uid = |tag, uid: &str| DataElement::new(tag, VR::UI, PrimitiveValue::from(uid));
    let class = uid(tags::SOP_CLASS_UID, uids::MEDIA_STORAGE_DIRECTORY_STORAGE);
    let set = DataSet::from_element_iter([class, uid(tags::SOP_INSTANCE_UID, instance)]);
    write::meta(&set, uids::EXPLICIT_VR_LITTLE_ENDIAN)
}

/// A record to be written.
struct Record<'t> {
    /// 0 for a patient, 3 for a file.
    level: usize,
    kind: &'static Kind,
    keys: &'t [u8],
    file: Option<&'t Listed<'t>>,
}

impl Record<'_> {
    fn write(&self, writer: &mut Writer<'_>) -> Result<()> {
        writer.header_of_item();
        let start = writer.position();
        writer.value(tags::OFFSET_OF_THE_NEXT_DIRECTORY_RECORD, VR::UL, &PrimitiveValue::from(0_u32))?;
        writer.value(tags::RECORD_IN_USE_FLAG, VR::US, &PrimitiveValue::from(IN_USE))?;
        writer.value(tags::OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY, VR::UL, &PrimitiveValue::from(0_u32))?;
        writer.value(tags::DIRECTORY_RECORD_TYPE, VR::CS, &PrimitiveValue::from(self.kind.name))?;
        if let Some(Listed { file_id, facts }) = self.file {
            writer.value(tags::REFERENCED_FILE_ID, VR::CS, &PrimitiveValue::from(file_id.as_str()))?;
            let uids: [(Tag, &str); 3] = [
                (tags::REFERENCED_SOP_CLASS_UID_IN_FILE, facts.class),
                (tags::REFERENCED_SOP_INSTANCE_UID_IN_FILE, facts.instance),
                (tags::REFERENCED_TRANSFER_SYNTAX_UID_IN_FILE, facts.syntax),
            ];
            for (tag, uid) in uids {
                writer.value(tag, VR::UI, &PrimitiveValue::from(uid))?;
            }
        }
        writer.bytes(self.keys);
        writer.patch(start, tags::DIRECTORY_RECORD_SEQUENCE)
    }
}

/// Patients, their studies, these studies' series and their files, each in the order in which it first comes.
struct Tree<'t> {
    nodes: Vec<Node<'t>>,
    roots: Vec<usize>,
}

struct Node<'t> {
    file: &'t Listed<'t>,
    level: usize,
    lower: Vec<usize>,
}

impl<'t> Tree<'t> {
    fn of(listing: &'t Listing<'t>) -> Self {
        let mut tree = Self { nodes: Vec::new(), roots: Vec::new() };
        let mut known: HashMap<(Option<usize>, &str), usize> = HashMap::new();
        for file in listing.files() {
            let mut above = None;
            for (level, name) in file.facts.names.into_iter().enumerate() {
                let node = *known.entry((above, name)).or_insert_with(|| tree.add(above, Node { file, level, lower: Vec::new() }));
                above = Some(node);
            }
            tree.add(above, Node { file, level: 3, lower: Vec::new() });
        }
        tree
    }

    fn add(&mut self, above: Option<usize>, node: Node<'t>) -> usize {
        let index = self.nodes.len();
        self.nodes.push(node);
        match above {
            Some(above) => self.nodes.get_mut(above).into_iter().for_each(|above| above.lower.push(index)),
            None => self.roots.push(index),
        }
        index
    }

    /// Every record, each before those below it.
    fn records(&self) -> impl Iterator<Item = Record<'_>> {
        let mut stack: Vec<usize> = self.roots.iter().rev().copied().collect();
        std::iter::from_fn(move || {
            let Node { file, level, lower } = self.nodes.get(stack.pop()?)?;
            stack.extend(lower.iter().rev());
            let kinds = [&kinds::PATIENT, &kinds::STUDY, &kinds::SERIES, file.facts.kind];
            let (kind, keys) = (*kinds.get(*level)?, *file.facts.keys.get(*level)?);
            Some(Record { level: *level, kind, keys, file: (*level == 3).then_some(*file) })
        })
    }
}

//! Private blocks of one data set (PS3.5 7.8.1): which creator reserves which, as far as the table of PS3.15 E.3.10 knows it.
//!
//! Whatever is not beyond doubt is no block: a creator behind its elements, two creators of one block, two blocks of one creator.

use std::collections::BTreeMap;

use dicom_core::value::Value;
use dicom_core::{DataElement, Tag, VR};

use super::dataset::DataSet;
use crate::profile::{self, Safe};

/// Whether a tag is one that a maker may define: an odd group of a data set.
pub fn is_private(tag: Tag) -> bool {
    !tag.group().is_multiple_of(2) && (0x0009..0x7FE0).contains(&tag.group())
}

/// Whether a tag is that of a Private Creator.
pub fn is_creator(tag: Tag) -> bool {
    is_private(tag) && (0x0010..=0x00FF).contains(&tag.element())
}

/// The block that a private element belongs to, named by its group and the low byte of its creator's element.
pub fn block(tag: Tag) -> Option<(u16, u8)> {
    let [high, low] = tag.element().to_be_bytes();
    match high {
        0 if is_creator(tag) => Some((tag.group(), low)),
        0x10.. if is_private(tag) => Some((tag.group(), high)),
        _ => None,
    }
}

/// The row of a private element in a block of `creator`.
pub fn row(creator: &str, tag: Tag) -> Option<Safe> {
    profile::safe_private(creator, tag.group(), tag.element().to_be_bytes()[1])
}

/// The creators of one data set, as they are read.
#[derive(Debug, Default)]
pub struct Blocks {
    /// By block; nothing where the block cannot be used.
    creators: BTreeMap<(u16, u8), Option<&'static str>>,
}

impl Blocks {
    /// Notes a Private Creator: `creator` where it is one of the table.
    pub fn claim(&mut self, tag: Tag, creator: Option<&'static str>) {
        let Some(key @ (group, _)) = block(tag) else { return };
        let name = if self.creators.contains_key(&key) { None } else { creator };
        let mut alone = true;
        for (_, other) in self.creators.range_mut((group, 0)..=(group, u8::MAX)) {
            if name.is_some() && *other == name {
                *other = None;
                alone = false;
            }
        }
        self.creators.insert(key, name.filter(|_| alone));
    }

    /// The row of a private element whose creator was read before it.
    pub fn row(&self, tag: Tag) -> Option<Safe> {
        row(self.creators.get(&block(tag)?).copied().flatten()?, tag)
    }

    /// Puts those creators into `set` that have elements there, and takes elements out that have no creator after all. How many it put in,
    /// and how many it took out.
    pub fn settle(self, set: &mut DataSet) -> (u32, u32) {
        let (mut put, mut took) = (0, 0);
        let held: Vec<Tag> = set.iter().map(|element| element.header().tag).filter(|tag| is_private(*tag)).collect();
        for tag in held {
            match block(tag).and_then(|key| Some((key, self.creators.get(&key).copied().flatten()?))) {
                Some(((group, block), creator)) => {
                    let name = Tag(group, u16::from(block));
                    if set.get(name).is_none() {
                        set.put(DataElement::new(name, VR::LO, Value::Primitive(creator.into())));
                        put += 1;
                    }
                }
                None => {
                    set.remove_element(tag);
                    took += 1;
                }
            }
        }
        (put, took)
    }
}

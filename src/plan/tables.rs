//! Lookup tables (PS3.3 C.7.6.3.1.5 and C.11): a descriptor says how long each is, and nothing may follow.

use dicom_core::value::PrimitiveValue;
use dicom_core::{Tag, VR};
use dicom_dictionary_std::tags;

use super::bulk::Arrays;
use crate::file::{DataSet, dataset, value};

/// Tables of a palette or a LUT, each with its descriptor.
const TABLES: &[(Tag, Tag)] = &[
    (tags::RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, tags::RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR),
    (tags::GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, tags::GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR),
    (tags::BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, tags::BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR),
    (tags::ALPHA_PALETTE_COLOR_LOOKUP_TABLE_DATA, tags::ALPHA_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR),
    (tags::LUT_DATA, tags::LUT_DESCRIPTOR),
];

/// How many bytes the tables of one data set may have: by tag of the table.
#[derive(Clone, Debug, Default)]
pub struct Lengths(Vec<(Tag, [usize; 2])>, Arrays);

impl Lengths {
    /// Reads the descriptors in `set`.
    pub fn of(set: &DataSet) -> Self {
        let known = TABLES.iter().filter_map(|(table, descriptor)| {
            let held = dataset::primitive(set, *descriptor)?;
            let entries = match value::integer(held)? {
                0 => 65_536,
                // 40,000 entries, read as a signed number.
                n if n < 0 => n + 65_536,
                n => n,
            };
            let entries = usize::try_from(entries).ok()?;
            // Entries of eight bits lie in bytes, or in words.
            Some((*table, [entries.next_multiple_of(2), entries * 2]))
        });
        Self(known.collect(), Arrays::of(set))
    }

    /// How long arrays of samples are.
    pub fn arrays(&self) -> &Arrays {
        &self.1
    }

    /// `held` without what follows the table; `None` where no descriptor says how long it is, or it is shorter.
    pub fn cut(&self, tag: Tag, vr: VR, held: &PrimitiveValue, big_endian: bool) -> Option<PrimitiveValue> {
        let (_, [bytes, words]) = self.0.iter().find(|(table, _)| *table == tag)?;
        let mut table = Vec::new();
        value::encode(held, big_endian, &mut table);
        let length = if table.len() >= *words { *words } else { *bytes };
        table.get(..length).and_then(|table| value::decode(vr, table, big_endian))
    }
}

/// Whether the attribute is a table whose length a descriptor says.
pub fn is_table(tag: Tag) -> bool {
    TABLES.iter().any(|(table, _)| *table == tag)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use dicom_core::DataElement;

    use super::*;

    #[test]
    fn nothing_follows_the_last_entry() {
        let descriptor = PrimitiveValue::U16([4_u16, 0, 16].as_slice().into());
        let set = DataSet::from_element_iter([DataElement::new(tags::LUT_DESCRIPTOR, VR::US, descriptor)]);
        let lengths = Lengths::of(&set);
        let held = PrimitiveValue::U8(b"\0\x01\0\x02\0\x03\0\x04JANE".as_slice().into());
        let cut = lengths.cut(tags::LUT_DATA, VR::OW, &held, false).unwrap();
        assert_eq!(cut, PrimitiveValue::U8(b"\0\x01\0\x02\0\x03\0\x04".as_slice().into()));
        assert_eq!(lengths.cut(tags::LUT_DATA, VR::OW, &cut, false).unwrap(), cut);
        assert_eq!(lengths.cut(tags::RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR::OW, &held, false), None);
        assert_eq!(lengths.cut(tags::LUT_DATA, VR::OW, &PrimitiveValue::U8(b"ab".as_slice().into()), false), None);
    }
}

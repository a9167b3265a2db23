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

/// The same of tables in segments (PS3.3 C.7.9.2).
const SEGMENTED: &[(Tag, Tag)] = &[
    (tags::SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, tags::RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR),
    (tags::SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, tags::GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR),
    (tags::SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, tags::BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR),
    (tags::SEGMENTED_ALPHA_PALETTE_COLOR_LOOKUP_TABLE_DATA, tags::ALPHA_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR),
];

/// How many entries the tables of one data set have: by tag of the table.
#[derive(Clone, Debug, Default)]
pub struct Lengths(Vec<(Tag, usize)>, Arrays);

impl Lengths {
    /// Reads the descriptors in `set`.
    pub fn of(set: &DataSet) -> Self {
        let known = TABLES.iter().chain(SEGMENTED).filter_map(|(table, descriptor)| {
            let held = dataset::primitive(set, *descriptor)?;
            let entries = match value::integer(held)? {
                0 => 65_536,
                // 40,000 entries, read as a signed number.
                n if n < 0 => n + 65_536,
                n => n,
            };
            Some((*table, usize::try_from(entries).ok()?))
        });
        Self(known.collect(), Arrays::of(set))
    }

    /// How long arrays of samples are.
    pub fn arrays(&self) -> &Arrays {
        &self.1
    }

    /// `held` without what follows the table; `None` where no descriptor says how long it is, or it is shorter.
    pub fn cut(&self, tag: Tag, vr: VR, held: &PrimitiveValue, big_endian: bool) -> Option<PrimitiveValue> {
        let entries = self.0.iter().find(|(table, _)| *table == tag).map(|(_, entries)| *entries)?;
        let mut table = Vec::new();
        value::encode(held, big_endian, &mut table);
        let length = if SEGMENTED.iter().any(|(table, _)| *table == tag) {
            segments(&table, entries)?
        } else if table.len() >= entries * 2 {
            entries * 2
        } else {
            // Entries of eight bits lie in bytes, or in words.
            entries.next_multiple_of(2)
        };
        table.get(..length).and_then(|table| value::decode(vr, table, big_endian))
    }
}

/// Whether the attribute is a table whose length a descriptor says.
pub fn is_table(tag: Tag) -> bool {
    TABLES.iter().chain(SEGMENTED).any(|(table, _)| *table == tag)
}

/// Bytes of the segments that make so many entries, and no other number, whichever way its words are stored; `None` where they do not.
fn segments(table: &[u8], entries: usize) -> Option<usize> {
    let words = |of: fn([u8; 2]) -> u16| table.as_chunks().0.iter().map(|pair| of(*pair)).collect::<Vec<u16>>();
    let bytes = || table.iter().map(|byte| u16::from(*byte)).collect::<Vec<u16>>();
    let in_words = || made_by(&words(u16::from_le_bytes), entries, 2).or_else(|| made_by(&words(u16::from_be_bytes), entries, 2));
    in_words().map(|words| words * 2).or_else(|| made_by(&bytes(), entries, 1).map(|bytes| bytes.next_multiple_of(2).min(table.len())))
}

/// Places that the segments take which make so many entries; of `width` bytes each.
fn made_by(words: &[u16], entries: usize, width: usize) -> Option<usize> {
    let word = |at: usize| words.get(at).map(|word| usize::from(*word));
    // Discrete and linear: where the next one is, and how many entries it makes.
    let plain = |at: usize| {
        let count = word(at + 1).filter(|count| *count > 0)?;
        let next = match word(at)? {
            0 => at + 2 + count,
            1 => at + 3,
            _ => return None,
        };
        (next <= words.len()).then_some((next, count))
    };
    let (mut at, mut made) = (0, 0);
    while made < entries {
        if word(at)? == 2 {
            let offset = word(at + 2)? | word(at + 3)? << 16;
            let mut from = offset / width;
            // No segment makes less than one entry: there are no more of these than are wanted.
            for _ in 0..word(at + 1).filter(|count| *count > 0)? {
                let (next, count) = plain(from)?;
                (from, made) = (next, made + count);
                if made > entries {
                    return None;
                }
            }
            at += 4;
        } else {
            let (next, count) = plain(at)?;
            (at, made) = (next, made + count);
        }
    }
    (made == entries).then_some(at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use dicom_core::DataElement;

    use super::*;

    #[test]
    fn segments_make_as_many_entries_as_are_told() {
        let descriptor = |entries: u16| PrimitiveValue::U16([entries, 0, 16].as_slice().into());
        let of = |entries: u16, words: &[u16]| {
            let set = DataSet::from_element_iter([DataElement::new(
                tags::RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                VR::US,
                descriptor(entries),
            )]);
            let held = PrimitiveValue::U8(words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>().into());
            Lengths::of(&set)
                .cut(tags::SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR::OW, &held, false)
                .map(|cut| cut.to_bytes().len() / 2)
        };
        let good: &[u16] = &[0, 2, 7, 8, 1, 4, 100, 2, 2, 0, 0];
        assert_eq!(of(12, good), Some(11));
        // What follows is cut off; of what makes fewer, or more, nothing is left.
        assert_eq!(of(6, good), Some(7));
        for entries in [1, 5, 11, 13, 0] {
            assert_eq!(of(entries, good), None, "{entries}");
        }
        for bad in [&[3_u16, 1, 1][..], &[0, 0, 0], &[0, 9, 1], &[1, 4], &[2, 1, 0, 0], &[2, 1, 900, 0], &[]] {
            assert_eq!(of(4, bad), None, "{bad:?}");
        }
    }

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

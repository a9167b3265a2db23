//! PS3.3: Defined Terms and Enumerated Values, the words that may stand in an attribute and identify nobody.

use crate::profile::terms::{ENDS, LISTS, MEMBERS, PLACES, POOL, STARTS, TAGS};

/// The terms of an attribute's value; `index` counts values from 0. `None`: the standard lists none, or the tables do not hold them.
///
/// Where the standard has a list for each value (Image Type, Frame Type), the list is that of the value asked for; otherwise one
/// list serves all. The terms of all modules that use the attribute are taken together.
pub fn terms(tag: u32, index: usize) -> Option<Terms> {
    // Overlay planes are listed as group 6000.
    let tag = if tag & 0xFF01_0000 == 0x6000_0000 { tag & 0xFF00_FFFF } else { tag };
    let wanted = u8::try_from(index.min(2)).unwrap_or(2) + 1;
    let first = TAGS.partition_point(|&other| other < tag);
    let rows = TAGS.iter().zip(PLACES.iter().zip(&LISTS)).skip(first).take_while(|&(&other, _)| other == tag);
    let row = rows.map(|(_, row)| row).filter(|&(&place, _)| place == 0 || place == wanted).max_by_key(|&(&place, _)| place)?;
    Terms::of(*row.1)
}

/// Whether the standard has this term for any attribute.
pub fn is_any_term(text: &str) -> bool {
    number(text).is_some()
}

/// The terms of one value.
#[derive(Clone, Copy, Debug)]
pub struct Terms(&'static [u16]);

impl Terms {
    fn of(list: u16) -> Option<Self> {
        let list = usize::from(list);
        let (start, end) = (usize::from(*STARTS.get(list)?), usize::from(*STARTS.get(list + 1)?));
        MEMBERS.get(start..end).map(Self)
    }

    /// Whether `text` is one of the terms. Padding is not: trim first.
    pub fn contains(&self, text: &str) -> bool {
        number(text).is_some_and(|number| self.0.binary_search(&number).is_ok())
    }

    /// Every term, in ascending byte order.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().filter_map(|&number| term(number))
    }
}

/// The place of a term in the pool.
fn number(text: &str) -> Option<u16> {
    let (mut low, mut high) = (0, u16::try_from(ENDS.len()).ok()?);
    while low < high {
        let middle = low + (high - low) / 2;
        match term(middle)?.cmp(text) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
            std::cmp::Ordering::Equal => return Some(middle),
        }
    }
    None
}

fn term(number: u16) -> Option<&'static str> {
    let at = usize::from(number);
    let start = match at.checked_sub(1) {
        Some(before) => usize::from(*ENDS.get(before)?),
        None => 0,
    };
    POOL.get(start..usize::from(*ENDS.get(at)?))
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::unwrap_used)]
mod tests {
    use super::*;

    const IMAGE_TYPE: u32 = 0x0008_0008;

    #[track_caller]
    fn holds(tag: u32, index: usize, words: &[&str]) {
        let terms = terms(tag, index).expect("terms");
        for word in words {
            assert!(terms.contains(word), "{tag:08x} {word}");
            assert!(is_any_term(word));
        }
    }

    #[test]
    fn the_tables_are_in_order() {
        let pool: Vec<_> = (0..ENDS.len()).map(|at| term(at as u16).unwrap()).collect();
        assert!(pool.is_sorted_by(|a, b| a < b));
        assert_eq!(pool.concat(), POOL);
        let keys: Vec<_> = TAGS.iter().zip(&PLACES).collect();
        assert!(keys.is_sorted_by(|a, b| a < b));
        for &list in &LISTS {
            let Terms(members) = Terms::of(list).unwrap();
            assert!(!members.is_empty() && members.is_sorted_by(|a, b| a < b));
        }
    }

    #[test]
    fn the_common_attributes() {
        holds(0x0008_0060, 0, &["CT", "MR", "US", "PT", "SEG", "RTSTRUCT", "OPT", "SR", "ANN", "XAPROTOCOL"]);
        holds(0x0018_0015, 0, &["ABDOMEN", "CHEST", "HEAD", "KNEE", "WHOLEBODY", "LSPINE"]);
        holds(0x0020_0060, 0, &["L", "R"]);
        holds(0x0020_0062, 0, &["L", "R", "B", "U"]);
        holds(0x0018_5100, 0, &["HFS", "FFP", "HFDR"]);
        holds(0x0018_0020, 1, &["SE", "GR", "EP", "IR", "RM"]);
        holds(0x0018_0021, 3, &["SK", "SP", "NONE"]);
        holds(0x0018_5101, 0, &["AP", "PA", "LL"]);
        holds(0x0028_0004, 0, &["MONOCHROME2", "RGB", "YBR_FULL_422", "PALETTE COLOR"]);
        holds(0x0008_0005, 2, &["ISO_IR 100", "ISO_IR 192", "ISO 2022 IR 87"]);
        holds(0x0010_0040, 0, &["F", "M", "O"]);
        holds(0x0020_0020, 1, &["A", "L", "HP", "AFL"]);
        holds(0x0012_0062, 0, &["YES", "NO"]);
        holds(0x0028_0303, 0, &["UNMODIFIED", "MODIFIED", "REMOVED"]);
        holds(0x0040_A040, 0, &["CONTAINER", "NUM", "TEXT"]);
        holds(0x0054_1001, 0, &["BQML", "CNTS"]);
        holds(0x0062_0001, 0, &["BINARY", "FRACTIONAL", "LABELMAP"]);
        holds(0x600A_0040, 0, &["G", "R"]);
    }

    #[test]
    fn image_type_has_a_list_for_each_value() {
        holds(IMAGE_TYPE, 0, &["ORIGINAL", "DERIVED", "MIXED"]);
        holds(IMAGE_TYPE, 1, &["PRIMARY", "SECONDARY"]);
        holds(IMAGE_TYPE, 2, &["AXIAL", "LOCALIZER", "TOMO", "M"]);
        holds(IMAGE_TYPE, 9, &["NORM", "DIS2D"]);
        assert!(!terms(IMAGE_TYPE, 0).unwrap().contains("AXIAL"));
        assert!(!terms(IMAGE_TYPE, 1).unwrap().contains("ORIGINAL"));
    }

    #[test]
    fn nothing_else_is_a_term() {
        for word in ["", "JANE", "ROE^JANE", "ct", "CT ", " "] {
            assert!(!is_any_term(word), "{word}");
        }
        assert!(terms(0x0010_0010, 0).is_none(), "Patient's Name");
        assert!(terms(0x0028_0010, 0).is_none(), "Rows");
        assert!(!terms(0x0010_0040, 0).unwrap().contains("CT"));
        assert_eq!(terms(0x0010_0040, 0).unwrap().iter().collect::<Vec<_>>(), ["F", "M", "O"]);
    }
}

//! PS3.15 Table E.1-1: the rule of an attribute.

use crate::profile::attributes::{CURVE, OVERLAY_COMMENTS, OVERLAY_DATA, PRIVATE, TAGS, WORDS};

/// The row of an attribute in Table E.1-1; repeating groups and private attributes have rows of their own.
/// `None`: the table does not name it, which is no promise that it is harmless.
pub fn rule(tag: u32) -> Option<Rule> {
    let (group, element) = (tag >> 16, tag & 0xFFFF);
    if group % 2 == 1 {
        return Some(Rule(PRIVATE));
    }
    match (group >> 8, element) {
        (0x50, _) => return Some(Rule(CURVE)),
        (0x60, 0x3000) => return Some(Rule(OVERLAY_DATA)),
        (0x60, 0x4000) => return Some(Rule(OVERLAY_COMMENTS)),
        _ => {}
    }
    let at = TAGS.binary_search(&tag).ok()?;
    WORDS.get(at).copied().map(Rule)
}

/// Every attribute that has a row of its own, ascending.
pub fn named() -> impl Iterator<Item = u32> {
    TAGS.iter().copied()
}

/// A row of Table E.1-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule(u32);

impl Rule {
    /// The rule that a word of a generated table stands for.
    pub(super) const fn of(word: u32) -> Self {
        Self(word)
    }

    /// What the Basic Profile asks for.
    pub const fn basic(self) -> Basic {
        match self.0 & 0xF {
            0 => Basic::D,
            1 => Basic::U,
            3 => Basic::XD,
            4 => Basic::XZ,
            5 => Basic::XZD,
            6 => Basic::XZU,
            7 => Basic::Z,
            8 => Basic::ZD,
            _ => Basic::X,
        }
    }

    /// What an Option puts in the place of the Basic Profile's code, where its column is not empty.
    pub const fn option(self, column: OptionColumn) -> Option<OptionAction> {
        match (self.0 >> (4 + 2 * column as u32)) & 3 {
            1 => Some(OptionAction::K),
            2 => Some(OptionAction::C),
            _ => None,
        }
    }
}

/// Action codes of the Basic Profile (PS3.15 Table E.1-1a). Several letters: the Type of the attribute in its IOD decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Basic {
    /// Replace with a dummy value that is not empty.
    D,
    /// Replace with a UID that is the same wherever the original was the same.
    U,
    /// Remove.
    X,
    /// Remove, unless the Type calls for a dummy value.
    XD,
    /// Remove, unless the Type calls for an empty value.
    XZ,
    /// Remove, unless the Type calls for an empty or a dummy value.
    XZD,
    /// Remove, unless the Type calls for an empty value or replaced UIDs within (X/Z/U*).
    XZU,
    /// Replace with an empty value, or a dummy value.
    Z,
    /// Replace with an empty value, unless the Type calls for a dummy value.
    ZD,
}

/// What an Option asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OptionAction {
    /// Keep; a sequence is kept and its items treated by the same profile.
    K,
    /// Clean: replace by values of like meaning that do not identify.
    C,
}

/// The Option columns of Table E.1-1, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OptionColumn {
    /// Retain Safe Private.
    SafePrivate,
    /// Retain UIDs.
    Uids,
    /// Retain Device Identity.
    DeviceIdentity,
    /// Retain Institution Identity.
    InstitutionIdentity,
    /// Retain Patient Characteristics.
    PatientCharacteristics,
    /// Retain Longitudinal Temporal Information Full Dates.
    FullDates,
    /// Retain Longitudinal Temporal Information Modified Dates.
    ModifiedDates,
    /// Clean Descriptors.
    Descriptors,
    /// Clean Structured Content.
    StructuredContent,
    /// Clean Graphics.
    Graphics,
}

impl OptionColumn {
    /// Every column, from left to right.
    pub const ALL: [Self; 10] = [
        Self::SafePrivate,
        Self::Uids,
        Self::DeviceIdentity,
        Self::InstitutionIdentity,
        Self::PatientCharacteristics,
        Self::FullDates,
        Self::ModifiedDates,
        Self::Descriptors,
        Self::StructuredContent,
        Self::Graphics,
    ];

    /// The Option's code in CID 7050, scheme DCM.
    pub const fn code(self) -> &'static str {
        self.concept().0
    }

    /// The Option's Code Meaning in CID 7050.
    pub const fn meaning(self) -> &'static str {
        self.concept().1
    }

    const fn concept(self) -> (&'static str, &'static str) {
        match self {
            Self::SafePrivate => ("113111", "Retain Safe Private Option"),
            Self::Uids => ("113110", "Retain UIDs Option"),
            Self::DeviceIdentity => ("113109", "Retain Device Identity Option"),
            Self::InstitutionIdentity => ("113112", "Retain Institution Identity Option"),
            Self::PatientCharacteristics => ("113108", "Retain Patient Characteristics Option"),
            Self::FullDates => ("113106", "Retain Longitudinal Temporal Information Full Dates Option"),
            Self::ModifiedDates => ("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
            Self::Descriptors => ("113105", "Clean Descriptors Option"),
            Self::StructuredContent => ("113104", "Clean Structured Content Option"),
            Self::Graphics => ("113103", "Clean Graphics Option"),
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// The three rows of repeating groups and the private row are constants, not rows of the array.
    fn every_rule() -> impl Iterator<Item = Rule> {
        WORDS.iter().copied().chain([CURVE, OVERLAY_DATA, OVERLAY_COMMENTS, PRIVATE]).map(Rule)
    }

    #[test]
    fn the_codes_are_counted_as_in_2026d() {
        let mut counts = BTreeMap::new();
        for row in every_rule() {
            *counts.entry(row.basic()).or_insert(0) += 1;
        }
        use Basic::*;
        assert_eq!(counts, BTreeMap::from([(X, 417), (D, 93), (U, 55), (Z, 42), (XD, 23), (XZ, 11), (XZD, 8), (ZD, 6), (XZU, 2)]));
    }

    #[test]
    fn the_options_are_counted_as_in_2026d() {
        use OptionAction::{C, K};
        let count = |column, action| every_rule().filter(|row| row.option(column) == Some(action)).count();
        let counts = OptionColumn::ALL.map(|column| (count(column, K), count(column, C)));
        assert_eq!(counts, [(0, 1), (60, 0), (48, 11), (10, 0), (14, 5), (169, 0), (0, 169), (0, 141), (0, 4), (0, 4)]);
    }

    #[test]
    fn the_array_is_in_order() {
        assert!(TAGS.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn single_rows() {
        let of = |tag| rule(tag).map(Rule::basic);
        assert_eq!(of(0x0010_0010), Some(Basic::Z), "Patient's Name");
        assert_eq!(of(0x0010_0020), Some(Basic::ZD), "Patient ID");
        assert_eq!(of(0x0008_0018), Some(Basic::U), "SOP Instance UID");
        assert_eq!(of(0x0008_1140), Some(Basic::XZU), "Referenced Image Sequence");
        assert_eq!(of(0x0010_0011), Some(Basic::X), "Person Names to Use Sequence");
        assert_eq!(of(0x0008_0016), None, "SOP Class UID");
        assert_eq!(of(0x0028_0010), None, "Rows");
    }

    #[test]
    fn groups_that_repeat_and_private_groups() {
        for tag in [0x5000_0005, 0x501E_3000, 0x50FE_FFFF] {
            assert_eq!(rule(tag), Some(Rule(CURVE)));
        }
        assert_eq!(rule(0x601E_3000), Some(Rule(OVERLAY_DATA)));
        assert_eq!(rule(0x6002_4000).and_then(|row| row.option(OptionColumn::Graphics)), Some(OptionAction::C));
        assert_eq!(rule(0x6000_0010), None, "Overlay Rows");
        for tag in [0x0009_0010, 0x0029_1020, 0x6001_3000, 0x5001_0005] {
            assert_eq!(rule(tag).and_then(|row| row.option(OptionColumn::SafePrivate)), Some(OptionAction::C));
        }
    }

    #[test]
    fn options_of_single_rows() {
        let age = rule(0x0010_1010).expect("Patient's Age");
        assert_eq!(age.option(OptionColumn::PatientCharacteristics), Some(OptionAction::K));
        assert_eq!(age.option(OptionColumn::Uids), None);
        let date = rule(0x0008_0020).expect("Study Date");
        assert_eq!(date.option(OptionColumn::FullDates), Some(OptionAction::K));
        assert_eq!(date.option(OptionColumn::ModifiedDates), Some(OptionAction::C));
    }

    #[test]
    fn the_codes_of_cid_7050() {
        let codes = OptionColumn::ALL.map(OptionColumn::code);
        assert_eq!(codes, ["113111", "113110", "113109", "113112", "113108", "113106", "113107", "113105", "113104", "113103"]);
        assert_eq!(OptionColumn::DeviceIdentity.meaning(), "Retain Device Identity Option");
    }
}

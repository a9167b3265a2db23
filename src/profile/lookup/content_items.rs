//! PS3.15 Table E.3.4-1: the rule of a content item, by its concept and its value type.

use super::rules::Rule;
use crate::profile::content_items::ITEMS;

/// Value Types (0040,A040) that the table has rows for, in the order of their numbers there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ValueType {
    /// A coded concept.
    Code,
    /// A reference to an instance that is neither an image nor a waveform.
    Composite,
    /// A heading.
    Container,
    /// A date.
    Date,
    /// A date and time.
    DateTime,
    /// A reference to an image.
    Image,
    /// A measurement.
    Num,
    /// A person's name.
    PersonName,
    /// Free text.
    Text,
    /// A time of day.
    Time,
    /// A UID.
    UidRef,
    /// A reference to a waveform.
    Waveform,
}

impl ValueType {
    /// The value type of a defined term; `None` for those that the table has no rows for, such as SCOORD.
    pub fn of(term: &str) -> Option<Self> {
        Some(match term {
            "CODE" => Self::Code,
            "COMPOSITE" => Self::Composite,
            "CONTAINER" => Self::Container,
            "DATE" => Self::Date,
            "DATETIME" => Self::DateTime,
            "IMAGE" => Self::Image,
            "NUM" | "NUMERIC" => Self::Num,
            "PNAME" => Self::PersonName,
            "TEXT" => Self::Text,
            "TIME" => Self::Time,
            "UIDREF" => Self::UidRef,
            "WAVEFORM" => Self::Waveform,
            _ => return None,
        })
    }
}

/// The row of a content item in Table E.3.4-1; `None`: the table does not name it, which is no promise that it is harmless.
///
/// `scheme` is a Coding Scheme Designator in any of its usual spellings: the retired ones of SNOMED, NCDR with and without its version.
pub fn content_item(scheme: &str, code: &str, value_type: ValueType) -> Option<Rule> {
    let code = code.trim();
    schemes(scheme).iter().find_map(|letter| {
        let wanted = |row: &(&str, u8, u32)| {
            let mut row_code = row.0.chars();
            (row_code.next(), row_code.as_str(), row.1).cmp(&(Some(*letter), code, value_type as u8))
        };
        let at = ITEMS.binary_search_by(wanted).ok()?;
        ITEMS.get(at).map(|(_, _, word)| Rule::of(*word))
    })
}

/// The letters that stand for a scheme in the table. A code of SNOMED RT (`T`) may stand under the name of SNOMED CT (`S`), and the other way.
fn schemes(designator: &str) -> &'static [char] {
    let name = designator.trim().split(['[', ' ']).next().unwrap_or("");
    let is = |other: &str| name.eq_ignore_ascii_case(other);
    if is("DCM") {
        &['D']
    } else if is("LN") || is("LOINC") {
        &['L']
    } else if is("NCDR") {
        &['R']
    } else if is("NCIt") {
        &['N']
    } else if is("UMLS") {
        &['U']
    } else if ["SCT", "SRT", "SNM3", "99SDM"].into_iter().any(is) {
        &['S', 'T']
    } else {
        &[]
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{Basic, OptionAction, OptionColumn};
    use super::*;

    #[test]
    fn rows_are_in_order_and_counted() {
        assert!(ITEMS.is_sorted_by(|a, b| (a.0, a.1) < (b.0, b.1)));
        let table = || ITEMS.iter().filter(|row| !row.0.starts_with('T'));
        assert_eq!(table().count(), 214);
        let count = |basic| table().filter(|row| Rule::of(row.2).basic() == basic).count();
        assert_eq!([Basic::X, Basic::D, Basic::XD].map(count), [135, 60, 19]);
    }

    #[test]
    fn concepts_are_found_in_every_spelling() {
        let name = content_item("DCM", "121008", ValueType::PersonName).unwrap();
        assert_eq!(name.basic(), Basic::D);
        let finding = content_item("SCT", "271921002", ValueType::Text).unwrap();
        assert_eq!((finding.basic(), finding.option(OptionColumn::Descriptors)), (Basic::XD, Some(OptionAction::C)));
        for scheme in ["SRT", "SNM3", "99SDM", "SCT", "srt "] {
            assert_eq!(content_item(scheme, "F-00033", ValueType::Text), Some(finding), "{scheme}");
        }
        for scheme in ["NCDR [2.0b]", "NCDR", "NCDR[2.0b]", "NCDR 2.0b"] {
            assert!(content_item(scheme, "76", ValueType::PersonName).is_some(), "{scheme}");
        }
    }

    #[test]
    fn other_items_are_not() {
        assert_eq!(content_item("DCM", "121008", ValueType::Text), None);
        assert_eq!(content_item("99LOCAL", "121008", ValueType::PersonName), None);
        assert_eq!(content_item("DCM", "", ValueType::PersonName), None);
        assert_eq!(content_item("", "D121008", ValueType::PersonName), None);
    }
}

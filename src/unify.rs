//! One character set for all that leaves: Unicode where a letter needs it, and never a mixture (PS3.3 C.12.1.1.2).

use dicom_core::header::Length;
use dicom_core::value::{DataSetSequence, PrimitiveValue, Value};
use dicom_core::{DataElement, Tag, VR};
use dicom_dictionary_std::tags;

use crate::file::charset::{self, UNICODE};
use crate::file::{DataSet, dataset};

/// Says in (0008,0005) of `set` what its text is written in, and nowhere below.
pub fn unify(set: &mut DataSet) {
    let Found { unicode, named } = look(set);
    if named {
        below(set);
    }
    if unicode {
        set.put(DataElement::new(tags::SPECIFIC_CHARACTER_SET, VR::CS, PrimitiveValue::from(UNICODE)));
    } else if !charset::is_combination(dataset::text(set, tags::SPECIFIC_CHARACTER_SET)) {
        set.remove_element(tags::SPECIFIC_CHARACTER_SET);
    }
}

/// What a data set and all Items in it hold.
#[derive(Clone, Copy, Default)]
struct Found {
    /// A letter that is not ASCII.
    unicode: bool,
    /// An Item with a character set of its own.
    named: bool,
}

/// Depth is bounded by the walker of files.
fn look(set: &DataSet) -> Found {
    let mut found = Found::default();
    for element in set {
        match element.value() {
            Value::Primitive(PrimitiveValue::Str(text)) => found.unicode |= !text.is_ascii(),
            Value::Sequence(sequence) => {
                for item in sequence.items() {
                    let inner = look(item);
                    found.unicode |= inner.unicode;
                    found.named |= inner.named || item.get(tags::SPECIFIC_CHARACTER_SET).is_some();
                }
            }
            _ => {}
        }
    }
    found
}

/// Takes it out of all Items.
fn below(set: &mut DataSet) {
    let sequences: Vec<Tag> = set.iter().filter(|element| element.vr() == VR::SQ).map(|element| element.header().tag).collect();
    for tag in sequences {
        let items = set.take(tag).and_then(|element| element.into_value().into_items());
        let mut items = items.unwrap_or_default().into_vec();
        for item in &mut items {
            item.remove_element(tags::SPECIFIC_CHARACTER_SET);
            below(item);
        }
        set.put(DataElement::new(tag, VR::SQ, Value::Sequence(DataSetSequence::new(items, Length::UNDEFINED))));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn text(tag: Tag, vr: VR, text: &str) -> crate::file::Element {
        DataElement::new(tag, vr, PrimitiveValue::from(text))
    }

    fn set(charset: &str, inner: &str) -> DataSet {
        let item =
            DataSet::from_element_iter([text(tags::SPECIFIC_CHARACTER_SET, VR::CS, "ISO_IR 144"), text(tags::CODE_MEANING, VR::LO, inner)]);
        let items = Value::Sequence(DataSetSequence::new(vec![item], Length::UNDEFINED));
        let mut set = DataSet::from_element_iter([
            text(tags::SPECIFIC_CHARACTER_SET, VR::CS, charset),
            DataElement::new(tags::ANATOMIC_REGION_SEQUENCE, VR::SQ, items),
        ]);
        unify(&mut set);
        let items = set.get(tags::ANATOMIC_REGION_SEQUENCE).unwrap().value().items().unwrap();
        assert!(items[0].get(tags::SPECIFIC_CHARACTER_SET).is_none());
        assert_eq!(dataset::text(&items[0], tags::CODE_MEANING), inner);
        set
    }

    #[test]
    fn one_character_set() {
        for (charset, inner, wanted) in [
            ("ISO_IR 100", "Head", Some("ISO_IR 100")),
            ("\\ISO 2022 IR 87", "Head", Some("\\ISO 2022 IR 87")),
            ("ISO_IR 100\\ISO_IR 144", "Head", None),
            ("ISO_IR 100", "Schädel", Some(UNICODE)),
            ("GB18030", "Schädel", Some(UNICODE)),
        ] {
            let set = set(charset, inner);
            let held = set.get(tags::SPECIFIC_CHARACTER_SET).map(|element| element.value().to_str().unwrap().into_owned());
            assert_eq!(held.as_deref(), wanted, "{charset} {inner}");
        }
    }
}

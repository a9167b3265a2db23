//! Trees of content items (PS3.3 C.17.3): items go or stay as a whole, and what points to them stays right.

use std::borrow::Cow;

use dicom_core::header::HasLength;
use dicom_core::value::{PrimitiveValue, Value};
use dicom_core::{DataElement, Tag, VR};
use dicom_dictionary_std::tags;

use super::{Standing, Work, sequence};
use crate::file::{DataSet, Element};
use crate::ledger::PathId;
use crate::plan::content::{self, Fate};
use crate::plan::{Action, Around, Need, Place, Rule};
use crate::profile::Choice;

const RULE: Rule = Rule::Option(Choice::CleanStructuredContent);

impl Work<'_> {
    /// Whether the Items of a Sequence are treated as content items.
    pub(super) fn cleans_content(&self, tag: Tag) -> bool {
        content::holds_items(tag) && self.plan.policy().has(Choice::CleanStructuredContent)
    }

    /// A Sequence of content items; `None` where nothing is left of it and its IOD can do without.
    pub(super) fn content(&mut self, tag: Tag, items: Vec<Cow<'_, DataSet>>, around: Around<'_>, path: PathId) -> Option<Element> {
        let place = around.place.within(tag);
        // What hangs below an item that should have gone says no more than the item.
        let hidden = around.fate.is_some_and(|fate| fate == Fate::Remove);
        let first = items.first().cloned();
        let some = !items.is_empty();
        let mut kept: Vec<DataSet> = items.into_iter().filter_map(|item| self.item(item, &place, path, hidden, self.whole)).collect();
        let need = around.place.need(tag);
        if kept.is_empty() && some {
            match need {
                Need::Value { always: true } => kept.extend(first.and_then(|item| self.item(item, &place, path, hidden, true))),
                Need::Presence { .. } => {}
                _ => return None,
            }
        }
        Some(sequence(tag, kept))
    }

    /// One content item; `None` where it goes. With `whole`, it never does.
    fn item(&mut self, item: Cow<'_, DataSet>, place: &Place, path: PathId, hidden: bool, whole: bool) -> Option<DataSet> {
        let fate = if hidden { Fate::Remove } else { content::fate(&item, self.plan.policy()) };
        if fate == Fate::Remove && !whole {
            self.note_item(path);
            return None;
        }
        let values: Vec<(Tag, VR)> =
            item.iter().map(|element| (element.header().tag, element.header().vr)).filter(|(tag, _)| content::is_value(*tag)).collect();
        let mut cleaned = self.set(item, place, path, Standing::Content(fate));
        for (tag, vr) in values {
            if cleaned.get(tag).is_some_and(|element| tag == tags::REFERENCED_SOP_SEQUENCE || !element.is_empty()) {
                continue;
            }
            if !whole && cleaned.get(tags::CONTENT_SEQUENCE).is_none() {
                self.note_item(path);
                return None;
            }
            let Some(stand_in) = content::stand_in(vr) else { continue };
            self.put_made(&mut cleaned, DataElement::new(tag, vr, Value::Primitive(stand_in)));
        }
        if let Some(most) = content::cap_age(&mut cleaned) {
            self.made.insert(most.to_owned());
        }
        Some(cleaned)
    }

    /// Counts an item that goes, and tells of it.
    fn note_item(&mut self, path: PathId) {
        self.ledger.note(path, &Action::Remove, RULE);
        if let Some(rows) = &mut self.rows {
            rows.lose(&self.ledger, path, RULE);
        }
    }

    fn put_made(&mut self, set: &mut DataSet, element: Element) {
        if let Value::Primitive(PrimitiveValue::Str(text)) = element.value() {
            self.made.insert(text.clone());
        }
        set.put(element);
    }
}

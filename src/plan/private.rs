//! Private attributes (PS3.15 E.3.10): gone, unless the Option keeps what the table knows and the value itself is beyond doubt.

use dicom_core::Tag;
use dicom_core::VR;

use super::decision::{Action, Decision, Rule};
use super::place::Need;
use super::{Plan, numeric, safe};
use crate::file::private::{block, is_creator, row};
use crate::file::{DataSet, Element, value};
use crate::profile::{Choice, Dates, SafeAction, safe_creator};

/// Who made each private block of a data set.
#[derive(Clone, Debug, Default)]
pub struct Creators(Vec<((u16, u8), &'static str)>);

impl Creators {
    /// Those of `set`.
    pub fn of(set: &DataSet) -> Self {
        let named = |element: &Element| {
            let name = element.value().primitive().and_then(value::text).and_then(safe_creator)?;
            Some((block(element.header().tag)?, name))
        };
        Self(set.iter().filter(|element| is_creator(element.header().tag)).filter_map(named).collect())
    }

    fn of_tag(&self, tag: Tag) -> Option<&'static str> {
        let block = block(tag)?;
        self.0.iter().find(|(one, _)| *one == block).map(|(_, name)| *name)
    }
}

const KEPT: Rule = Rule::Option(Choice::RetainSafePrivate);

impl Plan<'_> {
    /// What happens to a private element.
    pub(super) fn private(&self, element: &Element, creators: &Creators) -> Decision {
        let remove = |rule| Decision::new(Action::Remove, rule);
        if !self.policy().has(Choice::RetainSafePrivate) {
            return remove(Rule::Basic);
        }
        let (tag, vr) = (element.header().tag, element.vr());
        let Some(row) = creators.of_tag(tag).and_then(|name| row(name, tag)) else { return remove(Rule::Basic) };
        if row.read_as(Some(vr)) != Some(vr) {
            return remove(Rule::Grammar);
        }
        match row.action {
            SafeAction::Items => return Decision::new(if vr == VR::SQ { Action::Clean } else { Action::Remove }, KEPT),
            SafeAction::Uids => return self.uid(element, &|| Need::Nothing, false),
            SafeAction::Dates => {
                let decision = match self.policy().dates() {
                    Dates::Full => self.retained(element, KEPT),
                    Dates::Modified => self.shifted(element, KEPT),
                    Dates::Removed => None,
                };
                return decision.unwrap_or_else(|| remove(Rule::Date));
            }
            SafeAction::Numbers | SafeAction::Terms | SafeAction::Text => {}
        }
        let Some(held) = element.value().primitive() else { return remove(Rule::Grammar) };
        let mut bytes = Vec::new();
        value::encode(held, false, &mut bytes);
        if !safe::fits(&row, vr, &bytes, false) {
            return remove(Rule::Grammar);
        }
        if self.says_of_person_anywhere(vr, &bytes) {
            return remove(Rule::Identifier);
        }
        Decision::keep(KEPT)
    }

    /// What happens to a Private Creator, once the rest of its data set is decided: it stays for those of its elements that stay.
    pub fn creator(name: &Element, kept: &DataSet) -> Decision {
        let mine = block(name.header().tag);
        match kept.iter().any(|element| block(element.header().tag) == mine) {
            true => Decision::keep(KEPT),
            false => Decision::new(Action::Remove, Rule::Basic),
        }
    }

    /// Whether an identifier of the batch stands in a value, in the order of bytes of either kind of file, or as a number.
    fn says_of_person_anywhere(&self, vr: VR, bytes: &[u8]) -> bool {
        let Some(hunt) = self.hunt else { return false };
        let swapped = |width: usize| bytes.chunks(width).flat_map(|word| word.iter().rev().copied()).collect::<Vec<u8>>();
        let text = std::str::from_utf8(bytes).unwrap_or("");
        hunt.finds(bytes)
            || numeric::of(vr, bytes, false).is_some_and(|numbers| numbers.iter().any(|number| self.is_value_of_person(*number)))
            || [2, 4, 8].into_iter().any(|width| hunt.finds(&swapped(width)))
            || text.split('\\').any(|one| self.says_of_person(one) || self.is_number_of_person(one.trim_matches([' ', '\0'])))
    }
}

//! PS3.15 Annex E as data, and the policy that chooses among its Options. No behaviour: nothing here looks at a file.

mod attributes;
mod content_items;
mod iods;
mod json;
mod lexicon;
mod lookup;
mod multiples;
mod policy;
mod safe_private;
mod subject;
mod terms;
pub mod texts;
mod uids;
mod wishes;

use dicom_core::Tag;

pub use lexicon::Lexicon;
pub use lookup::*;
pub use policy::{BASIC, Choice, Dates, Policy};
pub use subject::Subject;
pub use uids::{is_standard_instance, is_standard_uid, is_transfer_syntax};
pub use wishes::{Documents, Face, Look, Part, Writing};

/// Whether the table holds an attribute to identify somebody under `policy`: it is named, no Option keeps it, and it is neither a description,
/// whose words are mostly those of medicine, nor a date, which is moved rather than hunted. Private attributes that are read at all are a
/// maker's numbers and terms.
pub fn identifies(tag: Tag, policy: &Policy) -> bool {
    if !tag.group().is_multiple_of(2) {
        return false;
    }
    let Some(rule) = rule(number(tag)) else { return false };
    let free = [OptionColumn::Descriptors, OptionColumn::ModifiedDates].into_iter().all(|column| rule.option(column).is_none());
    free && !policy.retains(number(tag))
}

/// A tag as one number, group first: how the tables are sorted.
pub fn number(tag: Tag) -> u32 {
    u32::from(tag.group()) << 16 | u32::from(tag.element())
}

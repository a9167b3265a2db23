//! What a first look tells a person, in kinds of detail: which, and how many; never what they say.

use std::collections::BTreeMap;

use dicom_core::Tag;

use crate::file::{Dropped, dictionary, private};
use crate::ledger::Ledger;

/// Kinds of detail that go, with how many attributes of each: keys are stable, the page has a sentence for each.
pub fn removed(ledger: &Ledger, dropped: &Dropped) -> BTreeMap<&'static str, u32> {
    let mut kinds = BTreeMap::new();
    let mut add = |kind, count| {
        if count > 0 {
            *kinds.entry(kind).or_insert(0) += count;
        }
    };
    for (tag, count) in ledger.taken(|action, _| matches!(action, "dummy" | "empty" | "remove" | "replace")) {
        add(kind(tag), count);
    }
    add("private", dropped.private);
    add("graphics", dropped.graphics);
    add("other", dropped.unknown + dropped.duplicates + dropped.misfits);
    kinds
}

/// The kind of detail that an attribute holds.
fn kind(tag: Tag) -> &'static str {
    if private::is_private(tag) { "private" } else { dictionary::kind(tag).unwrap_or("other") }
}

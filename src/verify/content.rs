//! Content items in what leaves (PS3.15 E.3.4): no person's name that was not made here, no text that the cleaner would change.

use dicom_core::Tag;
use dicom_dictionary_std::tags;

use super::{Coded, Expected};
use crate::error::Code;
use crate::plan::words::clean;
use crate::profile::{self, Choice, OptionAction, ValueType};

/// Whether the attribute is a name or a text of a content item.
pub fn is_words(tag: Tag) -> bool {
    matches!(tag, tags::PERSON_NAME | tags::TEXT_VALUE | tags::UNFORMATTED_TEXT_VALUE)
}

/// Checks the words of a content item with this Concept Name.
pub fn words(tag: Tag, bytes: &[u8], concept: &Coded, expected: &Expected<'_>) -> Result<(), Code> {
    let text = std::str::from_utf8(bytes).map_err(|_| Code::Residue)?.trim_matches([' ', '\0']);
    // Texts of these VRs may hold backslashes; what was made is known by its parts.
    let made = text.split('\\').all(|part| part.is_empty() || expected.made.contains(part) || expected.made.contains(part.trim()));
    let stays = made || (tag != tags::PERSON_NAME && (is_clean(text, expected) || is_retained(text, concept, expected)));
    if stays { Ok(()) } else { Err(Code::Residue) }
}

fn is_clean(text: &str, expected: &Expected<'_>) -> bool {
    let policy = &expected.batch.policy;
    (policy.has(Choice::CleanStructuredContent) || policy.has(Choice::CleanDescriptors))
        && clean(text, &expected.batch.tools.lexicon, &|found| expected.hunt.finds_in_words(found)).trim() == text
}

/// Whether an Option keeps texts of this concept as they are, and nothing of the batch's people is in it.
fn is_retained(text: &str, concept: &Coded, expected: &Expected<'_>) -> bool {
    let row = profile::content_item(&concept.scheme, &concept.value, ValueType::Text);
    let policy = &expected.batch.policy;
    let kept =
        |row: profile::Rule| policy.options().any(|choice| choice.column().and_then(|column| row.option(column)) == Some(OptionAction::K));
    row.is_some_and(kept) && !expected.hunt.finds_in_words(text)
}

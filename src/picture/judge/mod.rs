//! Whether a piece of writing that was read in a picture identifies somebody: compared with what the batch's headers say, however badly it
//! was read, and with what devices write on every picture. What is neither is not trusted.

mod grammar;
mod names;
mod read;
mod words;

use self::grammar::Harmless;
use self::names::Names;
use crate::error::Result;
use crate::hunt::{Hunt, Identifiers};
use crate::profile::Writing;

/// How sure a reader must be of a text that stays, 0 to 1.
const SURE: f32 = 0.8;
/// The same of one or two letters, which a reader sees in any blot.
const SURER: f32 = 0.9;
/// Bytes of a text beyond which nobody judges it.
const LONGEST: usize = 1_000;

/// What a piece of writing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every word of it is what devices write, and none of it anybody's.
    Harmless,
    /// It has a name, an ID or the like of this batch.
    Identifies,
    /// It was read, and may be anybody's.
    Unknown,
    /// It was not read, or not for sure.
    Unread,
}

/// Judges what was read in the pictures of one batch.
pub struct Judge {
    hunt: Hunt,
    names: Names,
    harmless: Harmless,
    writing: Writing,
}

impl std::fmt::Debug for Judge {
    /// What the policy says; never who is looked for.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Judge").field("writing", &self.writing).finish_non_exhaustive()
    }
}

impl Judge {
    /// A judge of a batch: its identifiers as records ([`Identifiers::to_records`]), and what the policy says of writing.
    ///
    /// # Errors
    /// [`crate::Code::Structure`] where `identifiers` are not records; [`crate::Code::TooMany`] as [`Hunt::new`].
    pub fn new(identifiers: &[u8], writing: Writing) -> Result<Self> {
        let identifiers = Identifiers::from_records(identifiers)?;
        let harmless = Harmless::new();
        let names = Names::of(&identifiers);
        let hunt = Hunt::new(identifiers, &|word| harmless.is_word(&word.to_lowercase()))?;
        Ok(Self { hunt, names, harmless, writing })
    }

    /// What a text is that a reader gave with `confidence` from 0 to 1. An identifier is believed however unsure the reader is.
    pub fn judge(&self, text: Option<&str>, confidence: f32) -> Verdict {
        let text = text.unwrap_or("").trim();
        let letters = text.chars().filter(|letter| letter.is_alphanumeric()).count();
        if letters == 0 {
            return Verdict::Unread;
        }
        if text.len() > LONGEST {
            return if self.hunt.finds_in_words(text) { Verdict::Identifies } else { Verdict::Unknown };
        }
        if self.hunt.finds_in_words(text) || self.names.are_in(text) {
            return Verdict::Identifies;
        }
        let needed = if letters < 3 { SURER } else { SURE };
        // A confidence that is no number is none.
        if confidence.is_nan() || confidence < needed {
            return Verdict::Unread;
        }
        if self.harmless.has(text) { Verdict::Harmless } else { Verdict::Unknown }
    }

    /// Whether writing of this kind stays in the picture, as the policy has it. Where writing is not sought, whatever there is stays.
    pub const fn stays(&self, verdict: Verdict) -> bool {
        match self.writing {
            Writing::All => false,
            Writing::Identifying => matches!(verdict, Verdict::Harmless),
            Writing::Regions | Writing::None => true,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;

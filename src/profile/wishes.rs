//! What a policy says beside its Options: of documents, of writing, of faces, and of the person who looks.

use serde::{Deserialize, Serialize};

/// What becomes of encapsulated documents (PS3.3 A.45), whose pages nobody cleans.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Documents {
    /// The instance is withheld.
    #[default]
    Withhold,
    /// The instance leaves with an empty document in the place of its own.
    Remove,
}

impl Documents {
    pub(super) const fn is_withhold(&self) -> bool {
        matches!(self, Self::Withhold)
    }
}

/// Which writing in pictures is blackened (PS3.15 E.3.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Writing {
    /// All that is found.
    All,
    /// All that is found, but for what was read for sure and identifies nobody.
    #[default]
    Identifying,
    /// Only where devices are known to write, and what lies outside of ultrasound regions; nothing is looked for. No Option is claimed.
    Regions,
    /// None. No Option is claimed.
    None,
}

impl Writing {
    /// Whether pictures are searched for writing, as the Clean Pixel Data Option asks.
    pub const fn is_sought(self) -> bool {
        matches!(self, Self::All | Self::Identifying)
    }
}

/// What becomes of faces that the volumes of heads show (PS3.15 E.3.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Face {
    /// Taken out; where that cannot be done, the files are withheld.
    #[default]
    Remove,
    /// As with [`Self::Remove`], and nothing leaves that no person has confirmed.
    Ask,
    /// Nobody looks for faces: they stay. No Option is claimed.
    Keep,
}

impl Face {
    /// Whether faces are looked for and taken out, as the Clean Recognizable Visual Features Option asks.
    pub const fn is_removed(self) -> bool {
        !matches!(self, Self::Keep)
    }
}

/// What becomes of a part of a head that belongs to its face (PS3.15 E.3.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// It goes with the face.
    #[default]
    Remove,
    /// It stays, and the files say so.
    Keep,
}

/// When a person must have looked at pictures and said that they look right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// For series where writing was found, or could be.
    #[default]
    Flagged,
    /// For all series with pictures.
    Always,
    /// Never.
    Never,
}

impl Look {
    pub(super) const fn is_flagged(&self) -> bool {
        matches!(self, Self::Flagged)
    }
}

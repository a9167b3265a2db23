//! What happens to one attribute, and which rule says so.

use dicom_core::value::PrimitiveValue;

use crate::profile::Choice;

/// What happens to an attribute.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The value stays.
    Keep,
    /// The attribute stays without a value.
    Empty,
    /// The attribute goes.
    Remove,
    /// The value is replaced by one that was made here.
    Replace(PrimitiveValue),
    /// A Sequence stays; its Items are cleaned by the same rules.
    Clean,
    /// A Sequence stays because its IOD requires it; all that its Items say is replaced.
    Dummy,
}

impl Action {
    /// The stable name in reports.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Dummy => "dummy",
            Self::Empty => "empty",
            Self::Keep => "keep",
            Self::Remove => "remove",
            Self::Replace(_) => "replace",
        }
    }
}

/// Which rule decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Rule {
    /// PS3.15 Table E.1-1, column Basic Profile.
    Basic,
    /// An Option's column of the same table.
    Option(Choice),
    /// A value whose VR cannot hold words: numbers, tags, Sequences.
    Value,
    /// A defined term or enumerated value of the standard.
    Term,
    /// A UID: the standard's own stays, every other is replaced.
    Uid,
    /// A date or time that the table does not name: treated as the policy treats dates.
    Date,
    /// A code: the standard's own stay, local ones go.
    Code,
    /// A device's own short text.
    Device,
    /// Text that the table does not name: nobody knows what was typed into it.
    Text,
    /// Bytes that the table does not name.
    Bytes,
    /// No IOD of the standard has the attribute.
    Foreign,
    /// The value does not fit its VR.
    Grammar,
    /// The value holds an identifier of the batch.
    Identifier,
    /// All that a required Sequence says is replaced.
    Required,
}

impl Rule {
    /// The stable name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Bytes => "bytes",
            Self::Code => "code",
            Self::Date => "date",
            Self::Device => "device-text",
            Self::Foreign => "foreign",
            Self::Grammar => "grammar",
            Self::Identifier => "identifier",
            Self::Option(choice) => choice.code().0,
            Self::Required => "required",
            Self::Term => "term",
            Self::Text => "text",
            Self::Uid => "uid",
            Self::Value => "value",
        }
    }
}

/// An action and its rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// What happens.
    pub action: Action,
    /// Why.
    pub rule: Rule,
}

impl Decision {
    pub(super) const fn new(action: Action, rule: Rule) -> Self {
        Self { action, rule }
    }

    pub(super) const fn keep(rule: Rule) -> Self {
        Self::new(Action::Keep, rule)
    }
}

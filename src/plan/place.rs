//! Where in its IOD a data set stands, and what its IOD needs of each attribute (PS3.3, PS3.5 7.4).

use dicom_core::Tag;

use crate::profile::{self, Node, Type};

/// What an IOD needs of an attribute. Conditions are not evaluated: an attribute that is there is taken to meet its condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A value: Type 1, or 1C where not `always`.
    Value {
        /// Type 1.
        always: bool,
    },
    /// Its presence, if without a value: Type 2, or 2C where not `always`.
    Presence {
        /// Type 2.
        always: bool,
    },
    /// Nothing: Type 3, or not of this IOD.
    Nothing,
}

/// A data set's place: the top level of an IOD, or an Item of one of its Sequences.
#[derive(Clone, Debug)]
pub struct Place(Node);

impl Place {
    /// The top level of the IOD of a SOP Class; of no IOD in particular where the class is unknown.
    pub fn top(sop_class: &str) -> Self {
        Self(profile::types(sop_class).map_or_else(profile::anywhere, |iod| iod.root()))
    }

    /// The Items of a Sequence that stands here.
    #[must_use]
    pub fn within(&self, sequence: Tag) -> Self {
        Self(self.0.child(profile::number(sequence)))
    }

    /// Whether the IOD has the attribute here, or cannot say.
    pub fn knows(&self, tag: Tag) -> bool {
        self.0.type_of(profile::number(tag)) != Type::Absent
    }

    /// What is needed of an attribute that stands here.
    pub fn need(&self, tag: Tag) -> Need {
        match self.0.type_of(profile::number(tag)) {
            Type::One => Need::Value { always: true },
            Type::OneC => Need::Value { always: false },
            Type::Two => Need::Presence { always: true },
            Type::TwoC => Need::Presence { always: false },
            Type::Three | Type::Absent | Type::Unknown => Need::Nothing,
        }
    }
}

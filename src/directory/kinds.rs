//! What the record of a SOP Instance is called and which keys it has (PS3.3 F.4 and F.5).

use dicom_core::{Tag, VR};
use dicom_dictionary_std::tags;

/// What a record needs of a key (PS3.3 F.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A value: Type 1.
    Value,
    /// Its presence, if without a value: Type 2.
    Presence,
    /// The value that the instance has, if it has one: Type 1C.
    AsThere,
}

/// One key of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its tag.
    pub tag: Tag,
    /// Its VR.
    pub vr: VR,
    /// What the record needs of it.
    pub need: Need,
}

/// A type of Directory Record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// (0004,1430)
    pub name: &'static str,
    /// Its keys. Specific Character Set is one of every kind, and not among them.
    pub keys: &'static [Key],
}

/// The record of a patient: the root entity's.
pub const PATIENT: Kind = Kind { name: "PATIENT", keys: &[two(tags::PATIENT_NAME, VR::PN), one(tags::PATIENT_ID, VR::LO)] };

/// The record of a study.
pub const STUDY: Kind = Kind {
    name: "STUDY",
    keys: &[
        one(tags::STUDY_DATE, VR::DA),
        one(tags::STUDY_TIME, VR::TM),
        two(tags::ACCESSION_NUMBER, VR::SH),
        two(tags::STUDY_DESCRIPTION, VR::LO),
        one(tags::STUDY_INSTANCE_UID, VR::UI),
        one(tags::STUDY_ID, VR::SH),
    ],
};

/// The record of a series.
pub const SERIES: Kind =
    Kind { name: "SERIES", keys: &[one(tags::MODALITY, VR::CS), one(tags::SERIES_INSTANCE_UID, VR::UI), one(tags::SERIES_NUMBER, VR::IS)] };

/// The kind of record that refers to instances of a SOP Class. What Annex F gives no record of its own is an image.
pub fn of_class(class: &str) -> &'static Kind {
    const STORAGE: &str = "1.2.840.10008.5.1.4.1.1.";
    let kind = class.strip_prefix(STORAGE).unwrap_or("");
    let name = match kind {
        "481.2" => "RT DOSE",
        "481.3" => "RT STRUCTURE SET",
        "481.5" | "481.8" => "RT PLAN",
        "481.4" | "481.6" | "481.7" | "481.9" => "RT TREAT RECORD",
        "88.59" => "KEY OBJECT DOC",
        "78.6" | "79.1" => "SR DOCUMENT",
        "4.2" => "SPECTROSCOPY",
        "66" => "RAW DATA",
        "66.1" | "66.3" => "REGISTRATION",
        "66.2" => "FIDUCIAL",
        "66.5" => "SURFACE",
        "66.6" => "TRACT",
        "67" => "VALUE MAP",
        "68.1" | "68.2" => "SURFACE SCAN",
        "77.1.5.3" => "STEREOMETRIC",
        "78.1" | "78.2" | "78.3" | "78.4" | "78.5" | "78.7" | "78.8" | "80.1" => "MEASUREMENT",
        "90.1" => "ASSESSMENT",
        "91.1" => "ANNOTATION",
        "131" => "PRESENTATION",
        // Second generation of radiotherapy, but for its images (PS3.3 A.86.1).
        "481.10" | "481.11" | "481.12" | "481.13" | "481.14" | "481.15" | "481.16" | "481.17" | "481.18" | "481.19" | "481.20"
        | "481.21" | "481.22" | "481.25" => "RADIOTHERAPY",
        _ if kind.starts_with("11.") || kind.starts_with("9.100.") => "PRESENTATION",
        _ if kind.starts_with("9.") => "WAVEFORM",
        _ if kind.starts_with("88.") => "SR DOCUMENT",
        _ if kind.starts_with("104.") => "ENCAP DOC",
        _ => "IMAGE",
    };
    LEAVES.iter().find(|leaf| leaf.name == name).unwrap_or(&IMAGE)
}

/// The kind of this name, whatever its level.
pub fn named(name: &str) -> Option<&'static Kind> {
    [&PATIENT, &STUDY, &SERIES].into_iter().chain(LEAVES).find(|kind| kind.name == name)
}

const fn one(tag: Tag, vr: VR) -> Key {
    Key { tag, vr, need: Need::Value }
}

const fn two(tag: Tag, vr: VR) -> Key {
    Key { tag, vr, need: Need::Presence }
}

const fn there(tag: Tag, vr: VR) -> Key {
    Key { tag, vr, need: Need::AsThere }
}

const NUMBER: Key = one(tags::INSTANCE_NUMBER, VR::IS);
const DATE: Key = one(tags::CONTENT_DATE, VR::DA);
const TIME: Key = one(tags::CONTENT_TIME, VR::TM);
const CONCEPT: Key = one(tags::CONCEPT_NAME_CODE_SEQUENCE, VR::SQ);
const CONTENT: Key = there(tags::CONTENT_SEQUENCE, VR::SQ);
const LABEL: Key = one(tags::CONTENT_LABEL, VR::CS);
const DESCRIPTION: Key = two(tags::CONTENT_DESCRIPTION, VR::LO);
const CREATOR: Key = two(tags::CONTENT_CREATOR_NAME, VR::PN);
/// When, and the Content Identification Macro (PS3.3 10.9).
const IDENTIFIED: &[Key] = &[DATE, TIME, NUMBER, LABEL, DESCRIPTION, CREATOR];

const IMAGE: Kind = Kind { name: "IMAGE", keys: &[NUMBER] };

static LEAVES: &[Kind] = &[
    IMAGE,
    Kind { name: "ANNOTATION", keys: IDENTIFIED },
    Kind { name: "ASSESSMENT", keys: &[NUMBER, one(tags::INSTANCE_CREATION_DATE, VR::DA), two(tags::INSTANCE_CREATION_TIME, VR::TM)] },
    Kind {
        name: "ENCAP DOC",
        keys: &[
            two(tags::CONTENT_DATE, VR::DA),
            two(tags::CONTENT_TIME, VR::TM),
            NUMBER,
            two(tags::CONCEPT_NAME_CODE_SEQUENCE, VR::SQ),
            there(tags::HL7_INSTANCE_IDENTIFIER, VR::ST),
            two(tags::DOCUMENT_TITLE, VR::ST),
            one(tags::MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, VR::LO),
        ],
    },
    Kind { name: "FIDUCIAL", keys: IDENTIFIED },
    Kind { name: "KEY OBJECT DOC", keys: &[DATE, TIME, NUMBER, CONCEPT, CONTENT] },
    Kind { name: "MEASUREMENT", keys: IDENTIFIED },
    Kind {
        name: "PRESENTATION",
        keys: &[
            there(tags::REFERENCED_SERIES_SEQUENCE, VR::SQ),
            NUMBER,
            LABEL,
            DESCRIPTION,
            one(tags::PRESENTATION_CREATION_DATE, VR::DA),
            one(tags::PRESENTATION_CREATION_TIME, VR::TM),
            CREATOR,
            there(tags::BLENDING_SEQUENCE, VR::SQ),
        ],
    },
    Kind {
        name: "RADIOTHERAPY",
        keys: &[NUMBER, DESCRIPTION, CREATOR, there(tags::USER_CONTENT_LABEL, VR::SH), there(tags::USER_CONTENT_LONG_LABEL, VR::LO)],
    },
    Kind { name: "RAW DATA", keys: &[DATE, TIME, two(tags::INSTANCE_NUMBER, VR::IS)] },
    Kind { name: "REGISTRATION", keys: IDENTIFIED },
    Kind { name: "RT DOSE", keys: &[NUMBER, one(tags::DOSE_SUMMATION_TYPE, VR::CS)] },
    Kind {
        name: "RT PLAN",
        keys: &[NUMBER, one(tags::RT_PLAN_LABEL, VR::SH), two(tags::RT_PLAN_DATE, VR::DA), two(tags::RT_PLAN_TIME, VR::TM)],
    },
    Kind {
        name: "RT STRUCTURE SET",
        keys: &[
            NUMBER,
            one(tags::STRUCTURE_SET_LABEL, VR::SH),
            two(tags::STRUCTURE_SET_DATE, VR::DA),
            two(tags::STRUCTURE_SET_TIME, VR::TM),
        ],
    },
    Kind { name: "RT TREAT RECORD", keys: &[NUMBER, two(tags::TREATMENT_DATE, VR::DA), two(tags::TREATMENT_TIME, VR::TM)] },
    Kind {
        name: "SPECTROSCOPY",
        keys: &[
            one(tags::IMAGE_TYPE, VR::CS),
            DATE,
            TIME,
            there(tags::REFERENCED_IMAGE_EVIDENCE_SEQUENCE, VR::SQ),
            NUMBER,
            one(tags::NUMBER_OF_FRAMES, VR::IS),
            one(tags::ROWS, VR::US),
            one(tags::COLUMNS, VR::US),
            one(tags::DATA_POINT_ROWS, VR::UL),
            one(tags::DATA_POINT_COLUMNS, VR::UL),
        ],
    },
    Kind {
        name: "SR DOCUMENT",
        keys: &[
            DATE,
            TIME,
            NUMBER,
            there(tags::VERIFICATION_DATE_TIME, VR::DT),
            CONCEPT,
            one(tags::COMPLETION_FLAG, VR::CS),
            one(tags::VERIFICATION_FLAG, VR::CS),
            CONTENT,
        ],
    },
    Kind { name: "STEREOMETRIC", keys: &[] },
    Kind { name: "SURFACE", keys: IDENTIFIED },
    Kind { name: "SURFACE SCAN", keys: &[DATE, TIME] },
    Kind { name: "TRACT", keys: IDENTIFIED },
    Kind { name: "VALUE MAP", keys: IDENTIFIED },
    Kind { name: "WAVEFORM", keys: &[DATE, TIME, NUMBER] },
];

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::file::dictionary;

    #[test]
    fn keys_are_the_dictionarys() {
        for kind in LEAVES.iter().chain([&PATIENT, &STUDY, &SERIES]) {
            for key in kind.keys {
                assert_eq!(dictionary::resolve(key.tag, None), Some(key.vr), "{} {}", kind.name, key.tag);
            }
            assert_eq!(named(kind.name), Some(kind));
        }
    }

    #[test]
    fn classes_have_the_records_of_annex_f() {
        for (class, name) in [
            ("2", "IMAGE"),
            ("4.1", "IMAGE"),
            ("4.2", "SPECTROSCOPY"),
            ("66.4", "IMAGE"),
            ("66.5", "SURFACE"),
            ("481.1", "IMAGE"),
            ("481.5", "RT PLAN"),
            ("481.23", "IMAGE"),
            ("88.59", "KEY OBJECT DOC"),
            ("88.11", "SR DOCUMENT"),
            ("9.1.1", "WAVEFORM"),
            ("91.1", "ANNOTATION"),
            ("11.1", "PRESENTATION"),
            ("104.1", "ENCAP DOC"),
        ] {
            assert_eq!(of_class(&format!("1.2.840.10008.5.1.4.1.1.{class}")).name, name, "{class}");
        }
        assert_eq!(of_class("1.2.3").name, "IMAGE");
    }
}

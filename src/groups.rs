//! What an instance belongs to, by names that lead nowhere.

use dicom_dictionary_std::tags;

use crate::file::Instance;
use crate::keyed::Key;
use crate::plan;

/// Opaque names of what an instance belongs to: equal for equal originals under one key, and no way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    /// The patient.
    pub patient: String,
    /// The study.
    pub study: String,
    /// The series.
    pub series: String,
}

impl Groups {
    /// Of an instance.
    pub fn of(instance: &Instance, key: &Key) -> Self {
        let patient = plan::patient(instance);
        let (study, series) = (instance.text(tags::STUDY_INSTANCE_UID).as_bytes(), instance.text(tags::SERIES_INSTANCE_UID).as_bytes());
        Self {
            patient: key.name("group", &[&patient], 16),
            study: key.name("group", &[&patient, study], 16),
            series: key.name("group", &[&patient, study, series], 16),
        }
    }
}

/// What an instance's frames lie in: its Frame of Reference, or its Series where it names none. Two patients share none.
pub fn space(instance: &Instance, key: &Key) -> String {
    let patient = plan::patient(instance);
    let (frame, series) = (instance.text(tags::FRAME_OF_REFERENCE_UID), instance.text(tags::SERIES_INSTANCE_UID));
    let (kind, uid) = if frame.is_empty() { ("series", series) } else { ("frame", frame) };
    key.name("space", &[&patient, kind.as_bytes(), uid.as_bytes()], 16)
}

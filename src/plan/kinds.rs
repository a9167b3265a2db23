//! Objects that cannot be cleaned yet are withheld whole, by what they are: never by what somebody named them.

use dicom_dictionary_std::tags;

use super::risk::risk;
use super::{Place, bulk, content};
use crate::error::Code;
use crate::file::{Instance, dataset};
use crate::picture::Risk;
use crate::profile::{self, Choice, Documents, Policy};

/// The root of the SOP Classes of storage.
const STORAGE: &str = "1.2.840.10008.5.1.4.1.1.";

/// Why an instance is withheld under `policy` before any of its attributes is looked at; `None` where it can be cleaned.
pub fn refusal(instance: &Instance, policy: &Policy) -> Option<Code> {
    let class = instance.sop_class();
    if class.is_empty() || instance.text(tags::SOP_INSTANCE_UID).is_empty() {
        return Some(Code::NoIdentity);
    }
    by_class(class)
        .or_else(|| as_report(instance, policy))
        .or_else(|| (is_document(class) && policy.documents() == Documents::Withhold).then_some(Code::Document))
        .or_else(|| bulk::refusal(&instance.dataset, &Place::top(class)))
        .or_else(|| by_syntax(&instance.transfer_syntax))
        .or_else(|| without_pixels(instance))
        .or_else(|| {
            (risk(instance) == Risk::Likely && !policy.writing().is_sought() && !policy.lets_writing_stay()).then_some(Code::Writing)
        })
}

/// A header that describes a picture which is not in the file: it lies elsewhere, or the file was cut off.
fn without_pixels(instance: &Instance) -> Option<Code> {
    // Spectra have rows and columns too, and lie elsewhere.
    let spectra = dataset::has_value(&instance.dataset, tags::SPECTROSCOPY_DATA);
    let described = instance.pixels.is_none() && dataset::has_value(&instance.dataset, tags::ROWS) && !spectra;
    let elsewhere = dataset::has_value(&instance.dataset, tags::PIXEL_DATA_PROVIDER_URL);
    described.then_some(if elsewhere { Code::PixelElsewhere } else { Code::CutOff })
}

/// Whether the class is below one of the storage classes' branches.
fn is_below(class: &str, branch: &str) -> bool {
    let rest = class.strip_prefix(STORAGE).and_then(|kind| kind.strip_prefix(branch));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// An encapsulated document: PDF, CDA, STL, OBJ, MTL.
pub(super) fn is_document(class: &str) -> bool {
    is_below(class, "104")
}

/// A tree of content items, which is of no use without them: structured reports, selections of key objects, reports of macular grids.
fn as_report(instance: &Instance, policy: &Policy) -> Option<Code> {
    let class = instance.sop_class();
    if !is_below(class, "88") && !is_below(class, "79.1") {
        None
    } else if !policy.has(Choice::CleanStructuredContent) {
        Some(Code::Report)
    } else {
        content::is_words_alone(&instance.dataset, policy).then_some(Code::FreeText)
    }
}

fn by_class(class: &str) -> Option<Code> {
    let Some(kind) = class.strip_prefix(STORAGE).filter(|_| profile::is_standard_uid(class)) else { return Some(Code::ObjectKind) };
    // A voice tells who speaks.
    if matches!(kind, "9.4.1" | "9.4.2") {
        Some(Code::Waveform)
    } else if matches!(kind, "77.1.1.1" | "77.1.2.1" | "77.1.4.1") {
        Some(Code::Video)
    } else if kind == "66" {
        Some(Code::RawData)
    } else {
        None
    }
}

/// Moving pictures: MPEG-2, H.264 and HEVC (1.2.840.10008.1.2.4.100 to .108).
fn by_syntax(syntax: &str) -> Option<Code> {
    let number: u32 = syntax.strip_prefix("1.2.840.10008.1.2.4.")?.split('.').next()?.parse().ok()?;
    (100..=108).contains(&number).then_some(Code::Video)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_told_by_their_uid() {
        for (class, code) in [
            ("1.2.840.10008.5.1.4.1.1.2", None),
            ("1.2.840.10008.5.1.4.1.1.9.1.1", None),
            ("1.2.840.10008.5.1.4.1.1.9.4.1", Some(Code::Waveform)),
            ("1.2.840.10008.5.1.4.1.1.9.4.2", Some(Code::Waveform)),
            ("1.2.840.10008.5.1.4.1.1.91.1", None),
            ("1.2.840.10008.5.1.4.1.1.88.11", None),
            ("1.2.840.10008.5.1.4.1.1.104.1", None),
            ("1.2.840.10008.5.1.4.1.1.66", Some(Code::RawData)),
            ("1.2.840.10008.5.1.4.1.1.66.4", None),
            ("1.2.840.10008.5.1.4.1.1.77.1.4.1", Some(Code::Video)),
            ("1.2.840.10008.1.1", Some(Code::ObjectKind)),
            ("1.3.12.2.1107.5.9.1", Some(Code::ObjectKind)),
        ] {
            assert_eq!(by_class(class), code, "{class}");
        }
    }

    #[test]
    fn branches_end_where_a_number_ends() {
        assert!(is_document("1.2.840.10008.5.1.4.1.1.104.1") && is_below("1.2.840.10008.5.1.4.1.1.88", "88"));
        assert!(!is_document("1.2.840.10008.5.1.4.1.1.10.4") && !is_below("1.2.840.10008.5.1.4.1.1.881", "88"));
    }

    #[test]
    fn moving_pictures_are_told_by_their_syntax() {
        assert_eq!(by_syntax("1.2.840.10008.1.2.4.102.1"), Some(Code::Video));
        assert_eq!(by_syntax("1.2.840.10008.1.2.4.90"), None);
        assert_eq!(by_syntax("1.2.840.10008.1.2.1"), None);
    }
}

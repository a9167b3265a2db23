//! Objects that cannot be cleaned yet are withheld whole, by what they are: never by what somebody named them.

use dicom_dictionary_std::{tags, uids};

use crate::error::Code;
use crate::file::{Instance, dataset};
use crate::profile;

/// Why an instance is withheld before any of its attributes is looked at; `None` where it can be cleaned.
pub fn refusal(instance: &Instance) -> Option<Code> {
    let class = instance.sop_class();
    if class.is_empty() || instance.text(tags::SOP_INSTANCE_UID).is_empty() {
        return Some(Code::NoIdentity);
    }
    by_class(class)
        .or_else(|| by_syntax(&instance.transfer_syntax))
        .or_else(|| without_pixels(instance))
        .or_else(|| may_show_writing(instance).then_some(Code::Writing))
}

/// A header that describes a picture which is not in the file: it lies elsewhere, or the file was cut off.
fn without_pixels(instance: &Instance) -> Option<Code> {
    let described = instance.pixels.is_none() && dataset::has_value(&instance.dataset, tags::ROWS);
    let elsewhere = dataset::has_value(&instance.dataset, tags::PIXEL_DATA_PROVIDER_URL);
    described.then_some(if elsewhere { Code::PixelElsewhere } else { Code::CutOff })
}

fn by_class(class: &str) -> Option<Code> {
    const STORAGE: &str = "1.2.840.10008.5.1.4.1.1.";
    let Some(kind) = class.strip_prefix(STORAGE).filter(|_| profile::is_standard_uid(class)) else { return Some(Code::ObjectKind) };
    let is = |root: &str| kind == root || kind.strip_prefix(root).is_some_and(|rest| rest.starts_with('.'));
    if is("104") {
        Some(Code::Document)
    } else if is("88") {
        Some(Code::Report)
    } else if is("9") {
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

/// Whether the header hints at writing in the picture: captures of screens and films, ultrasound, photographs, labels of slides.
fn may_show_writing(instance: &Instance) -> bool {
    const MODALITIES: &[&str] = &["DOC", "ECG", "ES", "GM", "HC", "IVOCT", "IVUS", "OT", "SC", "US", "XC"];
    const CLASSES: &[&str] = &[
        uids::ENHANCED_US_VOLUME_STORAGE,
        uids::ULTRASOUND_IMAGE_STORAGE,
        uids::ULTRASOUND_MULTI_FRAME_IMAGE_STORAGE,
        uids::VL_ENDOSCOPIC_IMAGE_STORAGE,
        uids::VL_PHOTOGRAPHIC_IMAGE_STORAGE,
        // Retired ultrasound classes.
        "1.2.840.10008.5.1.4.1.1.3",
        "1.2.840.10008.5.1.4.1.1.6",
    ];
    const KINDS: &[&str] = &["CAPTURE", "DOSE", "LABEL", "OVERVIEW", "PATIENT INFO", "PROTOCOL", "REPORT", "SCREEN", "SNAPSHOT", "SUMMARY"];
    if instance.pixels.is_none() {
        return false;
    }
    let class = instance.sop_class();
    let secondary = class.strip_prefix(uids::SECONDARY_CAPTURE_IMAGE_STORAGE).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let values = |tag| instance.text(tag).split('\\').map(|one| one.trim().to_ascii_uppercase()).collect::<Vec<_>>();
    let modality = values(tags::MODALITY);
    // A hint that cannot be read is taken for the worst.
    instance.dropped.hints > 0
        || (dataset::has_value(&instance.dataset, tags::BURNED_IN_ANNOTATION) && values(tags::BURNED_IN_ANNOTATION) != ["NO"])
        || secondary
        || CLASSES.contains(&class)
        || modality.iter().any(|one| one.is_empty() || MODALITIES.contains(&one.as_str()))
        || dataset::has_value(&instance.dataset, tags::CONVERSION_TYPE)
        || values(tags::IMAGE_TYPE).iter().any(|value| KINDS.iter().any(|kind| value.contains(kind)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_told_by_their_uid() {
        for (class, code) in [
            ("1.2.840.10008.5.1.4.1.1.2", None),
            ("1.2.840.10008.5.1.4.1.1.9.1.1", Some(Code::Waveform)),
            ("1.2.840.10008.5.1.4.1.1.91.1", None),
            ("1.2.840.10008.5.1.4.1.1.88.11", Some(Code::Report)),
            ("1.2.840.10008.5.1.4.1.1.104.1", Some(Code::Document)),
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
    fn moving_pictures_are_told_by_their_syntax() {
        assert_eq!(by_syntax("1.2.840.10008.1.2.4.102.1"), Some(Code::Video));
        assert_eq!(by_syntax("1.2.840.10008.1.2.4.90"), None);
        assert_eq!(by_syntax("1.2.840.10008.1.2.1"), None);
    }
}

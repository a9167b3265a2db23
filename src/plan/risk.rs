//! How likely an object's pictures are to carry writing, by what it is and by its own hints.

use dicom_dictionary_std::{tags, uids};

use crate::file::{Instance, dataset, decimal};
use crate::picture::Risk;

/// Modalities whose pictures are photographs, films or screens.
const LIKELY: &[&str] = &["DOC", "ECG", "ES", "GM", "HC", "IVOCT", "IVUS", "OT", "SC", "US", "XC"];

/// Modalities whose devices write markers and names on the picture.
const OFTEN: &[&str] = &[
    "BI", "BMD", "CF", "CFM", "CR", "DG", "DM", "DS", "DX", "EPS", "FA", "FS", "IO", "KER", "LEN", "LP", "LS", "MA", "MG", "NM", "OAM",
    "OCT", "OP", "OPM", "OPT", "OPV", "PX", "RF", "RG", "RTIMAGE", "TG", "VA", "VF", "XA",
];

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

/// Parts of an Image Type that name captures, pages and labels.
const KINDS: &[&str] = &["CAPTURE", "DOSE", "LABEL", "OVERVIEW", "PATIENT INFO", "PROTOCOL", "REPORT", "SCREEN", "SNAPSHOT", "SUMMARY"];

/// Classes whose samples are no picture: segmentations, parametric maps, doses.
const NUMBERS: &[&str] = &["30", "66.4", "66.7", "481.2"];

/// Of an instance. A hint that cannot be read is taken for the worst.
pub fn risk(instance: &Instance) -> Risk {
    let Some(pixels) = &instance.pixels else { return Risk::None };
    let class = instance.sop_class();
    let values = |tag| instance.text(tag).split('\\').map(|one| one.trim().to_ascii_uppercase()).collect::<Vec<_>>();
    let modality = values(tags::MODALITY);
    let of = |list: &[&str]| modality.iter().any(|one| list.contains(&one.as_str()));
    let below = |branch: &str| class.strip_prefix(branch).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let converted = dataset::has_value(&instance.dataset, tags::CONVERSION_TYPE);
    let hinted = instance.dropped.hints > 0
        || (dataset::has_value(&instance.dataset, tags::BURNED_IN_ANNOTATION) && values(tags::BURNED_IN_ANNOTATION) != ["NO"])
        || below(uids::SECONDARY_CAPTURE_IMAGE_STORAGE)
        || CLASSES.contains(&class)
        || modality.iter().any(String::is_empty)
        || of(LIKELY)
        || (converted && !is_measured(instance))
        || values(tags::IMAGE_TYPE).iter().any(|value| KINDS.iter().any(|kind| value.contains(kind)));
    let numbers = class.strip_prefix("1.2.840.10008.5.1.4.1.1.").is_some_and(|kind| NUMBERS.contains(&kind));
    if hinted {
        Risk::Likely
    } else if numbers || pixels.tag != tags::PIXEL_DATA {
        Risk::None
    } else if of(OFTEN) || converted || is_shown(instance) {
        Risk::Look
    } else {
        Risk::Screen
    }
}

/// Whether the samples are a CT's own numbers, below water and above: what is digitised or captured has none below zero.
///
/// Some archives write a Conversion Type (PS3.3 C.8.6.1) into every image.
fn is_measured(instance: &Instance) -> bool {
    let number = |tag| dataset::integer(&instance.dataset, tag);
    instance.sop_class() == uids::CT_IMAGE_STORAGE
        && number(tags::SAMPLES_PER_PIXEL) == Some(1)
        && number(tags::BITS_STORED).is_some_and(|bits| bits > 8)
        && (number(tags::PIXEL_REPRESENTATION) == Some(1)
            || decimal(instance.text(tags::RESCALE_INTERCEPT).trim()).is_some_and(|intercept| intercept <= -500.0))
}

/// Whether the samples are what a screen shows: colours, or the eight bits of a capture. Tiles of slides are in colour by nature.
fn is_shown(instance: &Instance) -> bool {
    let number = |tag| dataset::integer(&instance.dataset, tag);
    let slide = instance.sop_class() == uids::VL_WHOLE_SLIDE_MICROSCOPY_IMAGE_STORAGE;
    !slide && (number(tags::SAMPLES_PER_PIXEL).is_some_and(|samples| samples > 1) || number(tags::BITS_ALLOCATED) == Some(8))
}

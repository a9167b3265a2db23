//! What a header says of faces: whether its frames may be part of a volume that shows one, where they lie in it, and whether the object may
//! show a face in some other way.

use dicom_core::Tag;
use dicom_dictionary_std::tags;

use super::request::decimal;
use crate::face::{Options, Part, Plane, Scan};
use crate::file::{self, DataSet, Instance, dataset};
use crate::pixel::Layout;
use crate::profile::Policy;

/// The root of the SOP Classes of storage.
const STORAGE: &str = "1.2.840.10008.5.1.4.1.1.";

/// Classes whose frames are slices of a volume: CT, MR, nuclear medicine, PET, and cone beams.
const VOLUMES: &[&str] = &["2", "2.1", "2.2", "4", "4.1", "4.3", "4.4", "13.1.1", "13.1.2", "20", "128", "128.1", "130"];

/// Classes that may show the face of a volume as one picture, as a surface or as outlines: secondary captures, parametric maps, segments and
/// surfaces, photographs, and objects of radiotherapy.
const PICTURES: &[&str] =
    &["7", "7.1", "7.2", "7.3", "7.4", "30", "66.4", "66.5", "68.1", "68.2", "77.1.4", "481.1", "481.2", "481.3", "481.23"];

/// Secondary captures.
const CAPTURES: &[&str] = &["7", "7.1", "7.2", "7.3", "7.4"];

/// Modalities whose volumes captures are made of.
const SCANNERS: &[&str] = &["CT", "MR", "NM", "PT"];

/// Photographs.
const PHOTOGRAPHS: &str = "77.1.4";

/// Words of an Image Type that name projections of a whole volume, not slices of it. (VOLUME is no such word: it says of an enhanced object
/// that its frames are one, PS3.3 C.8.16.1.3.)
const PROJECTED: &[&str] = &["MAXIP", "MINIP", "MIP", "MIPS", "PROJECTION", "RAYSUM"];

/// Words of an Image Type that name pictures drawn of a surface.
const DRAWN: &[&str] = &["RENDERED", "RENDERING", "SSD", "SURFACE", "VOLREN", "VR", "VRT"];

/// Words of a Series Description that name the same, of what is derived; shorter ones may be said of slices as well.
const RENDERED: &[&str] = &["RENDERED", "RENDERING", "SSD", "VOLREN", "VRT"];

/// Values of Volume Based Calculation Technique (0008,9207) that are either (PS3.3 C.8.16.2.1.1.1).
const TECHNIQUES: &[&str] = &["MAX_IP", "MIN_IP", "VOLUME_RENDER", "SURFACE_RENDER", "CURVED_MPR"];

fn kind(instance: &Instance) -> &str {
    instance.sop_class().strip_prefix(STORAGE).unwrap_or_default()
}

/// Whether its frames may be slices of a volume in which a face shows.
pub fn is_in_volume(instance: &Instance) -> bool {
    let set = &instance.dataset;
    VOLUMES.contains(&kind(instance))
        && instance.pixels.as_ref().is_some_and(|pixels| pixels.tag == tags::PIXEL_DATA)
        && dataset::integer(set, tags::SAMPLES_PER_PIXEL).unwrap_or(1) == 1
        && !is_projected(instance)
        && !is_of_surface(instance)
        && (kind(instance) != "20" || words(instance).any(|word| word == "TOMO") && words(instance).any(|word| word == "RECON"))
}

/// Whether it is a picture made of a volume that may be a portrait, of a head: one drawn of a surface, whatever it says of what; a projection,
/// but of what is said to be no head; what is said to be of a head and is no slice of it.
pub fn is_drawn(instance: &Instance) -> bool {
    let part = || Part::named(&imaged(instance));
    match kind(instance) {
        kind if VOLUMES.contains(&kind) => is_of_surface(instance) || is_projected(instance) && part() != Part::Elsewhere,
        PHOTOGRAPHS => part() == Part::Head,
        kind => CAPTURES.contains(&kind) && SCANNERS.contains(&instance.text(tags::MODALITY)) && part() == Part::Head,
    }
}

/// Whether it is a projection through a volume.
fn is_projected(instance: &Instance) -> bool {
    let technique = instance.text(tags::VOLUME_BASED_CALCULATION_TECHNIQUE);
    words(instance).any(|word| PROJECTED.contains(&word))
        || TECHNIQUES.contains(&technique) && !technique.ends_with("_RENDER")
        || is_described(instance, PROJECTED)
}

/// Whether it is drawn of a surface.
fn is_of_surface(instance: &Instance) -> bool {
    let derived = words(instance).next() == Some("DERIVED");
    let technique = instance.text(tags::VOLUME_BASED_CALCULATION_TECHNIQUE);
    words(instance).any(|word| DRAWN.contains(&word) || derived && word == "3D")
        || technique.ends_with("_RENDER")
        || is_described(instance, RENDERED)
}

/// Whether it is derived and its Series Description has one of these words. (Series of slices are called after what they are to be made into.)
fn is_described(instance: &Instance, terms: &[&str]) -> bool {
    let series = instance.text(tags::SERIES_DESCRIPTION).to_ascii_uppercase();
    words(instance).next() == Some("DERIVED")
        && series.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|word| terms.contains(&word))
}

/// What a header says of what was imaged, in upper case.
fn imaged(instance: &Instance) -> String {
    let words = [tags::BODY_PART_EXAMINED, tags::STUDY_DESCRIPTION, tags::SERIES_DESCRIPTION, tags::PROTOCOL_NAME];
    words.map(|tag| instance.text(tag).to_ascii_uppercase()).join(" ")
}

/// The words of its Image Type.
fn words(instance: &Instance) -> impl Iterator<Item = &str> {
    instance.text(tags::IMAGE_TYPE).split(|letter: char| !letter.is_ascii_alphanumeric())
}

/// Whether it is no slice of a volume and may show, all the same, the face of one.
pub fn shows(instance: &Instance) -> bool {
    let kind = kind(instance);
    let named = VOLUMES.contains(&kind) || PICTURES.contains(&kind);
    named && !is_in_volume(instance) && !(kind == "66.4" && has_lesions_alone(&instance.dataset))
}

/// Whether every segment is of something that is ill: of these none is a skin.
fn has_lesions_alone(set: &DataSet) -> bool {
    let segments = items(set, tags::SEGMENT_SEQUENCE);
    let is_lesion = |segment: &DataSet| {
        let code = first(segment, tags::SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE).map(|code| dataset::text(code, tags::CODE_VALUE));
        // Morphologically Abnormal Structure (CID 7150), by its code now and by that of before.
        matches!(code, Some("49755003" | "M-01000"))
    };
    !segments.is_empty() && segments.iter().all(is_lesion)
}

/// Where the frames of an instance lie, and what a policy asks for where they show a face.
pub fn scan(instance: &Instance, layout: &Layout, policy: &Policy) -> Scan {
    let set = &instance.dataset;
    let frames = usize::try_from(layout.frames).unwrap_or(0);
    let groups = items(set, tags::PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
    let (planes, rescale) = if groups.is_empty() && frames > 1 && kind(instance) == "20" {
        (tomographic(set, frames), Vec::new())
    } else if groups.is_empty() {
        (if frames == 1 { vec![plane([set; 3])] } else { vec![None; frames] }, Vec::new())
    } else {
        let shared = first(set, tags::SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
        let of_frames = (0..frames).map(|index| Groups { own: groups.get(index), shared });
        (of_frames.clone().map(|groups| groups.plane()).collect(), of_frames.map(|groups| groups.rescale()).collect())
    };
    Scan {
        planes,
        rescale,
        series: instance.text(tags::SERIES_INSTANCE_UID).to_owned(),
        words: imaged(instance),
        patient_position: instance.text(tags::PATIENT_POSITION).to_owned(),
        thickness: decimal(set, tags::SLICE_THICKNESS),
        location: decimal(set, tags::SLICE_LOCATION),
        options: Options { ears: !policy.keeps_ears(), eyes: !policy.keeps_orbits() },
    }
}

/// The Functional Groups of one frame (PS3.3 C.7.6.16): its own, and those that all frames share.
#[derive(Clone)]
struct Groups<'i> {
    own: Option<&'i DataSet>,
    shared: Option<&'i DataSet>,
}

impl Groups<'_> {
    fn group(&self, tag: Tag) -> Option<&DataSet> {
        self.own.and_then(|own| first(own, tag)).or_else(|| self.shared.and_then(|shared| first(shared, tag)))
    }

    fn plane(&self) -> Option<Plane> {
        plane([
            self.group(tags::PLANE_POSITION_SEQUENCE)?,
            self.group(tags::PLANE_ORIENTATION_SEQUENCE)?,
            self.group(tags::PIXEL_MEASURES_SEQUENCE)?,
        ])
    }

    fn rescale(&self) -> (f64, f64) {
        let Some(group) = self.group(tags::PIXEL_VALUE_TRANSFORMATION_SEQUENCE) else { return (1.0, 0.0) };
        let slope = decimal(group, tags::RESCALE_SLOPE).filter(|slope| *slope != 0.0);
        (slope.unwrap_or(1.0), decimal(group, tags::RESCALE_INTERCEPT).unwrap_or(0.0))
    }
}

/// The plane whose position, orientation and spacing these data sets have; nothing where they have none that can be.
fn plane([position, orientation, spacing]: [&DataSet; 3]) -> Option<Plane> {
    let [a, b, c, d, e, f] = decimals(orientation, tags::IMAGE_ORIENTATION_PATIENT)?;
    let (along, down) = (unit([a, b, c])?, unit([d, e, f])?);
    let square = along.iter().zip(down).map(|(a, d)| a * d).sum::<f64>().abs() < 0.01;
    let spacing: [f64; 2] = decimals(spacing, tags::PIXEL_SPACING)?;
    let plane = Plane { position: decimals(position, tags::IMAGE_POSITION_PATIENT)?, along, down, spacing };
    (square && spacing.iter().all(|side| *side > 0.0)).then_some(plane)
}

/// The planes of a reconstructed volume of nuclear medicine: the first frame's, and those after it along the normal (PS3.3 C.8.4.11, C.8.4.15).
fn tomographic(set: &DataSet, frames: usize) -> Vec<Option<Plane>> {
    let first = first(set, tags::DETECTOR_INFORMATION_SEQUENCE).and_then(|detector| plane([detector, detector, set]));
    let between = decimal(set, tags::SPACING_BETWEEN_SLICES).or_else(|| decimal(set, tags::SLICE_THICKNESS));
    let Some((first, between)) = first.zip(between) else { return vec![None; frames] };
    let ([ax, ay, az], [dx, dy, dz]) = (first.along, first.down);
    let normal = [ay * dz - az * dy, az * dx - ax * dz, ax * dy - ay * dx];
    let place = |index: usize| {
        let mut plane = first.clone();
        plane.position.iter_mut().zip(normal).for_each(|(at, along)| *at += along * between * index as f64);
        Some(plane)
    };
    (0..frames).map(place).collect()
}

/// A direction of length 1, of one that nearly is.
fn unit([x, y, z]: [f64; 3]) -> Option<[f64; 3]> {
    let length = (x * x + y * y + z * z).sqrt();
    ((length - 1.0).abs() < 0.01).then(|| [x / length, y / length, z / length])
}

/// As many numbers as are asked for, and no others.
fn decimals<const N: usize>(set: &DataSet, tag: Tag) -> Option<[f64; N]> {
    let mut numbers = [0.0; N];
    let mut parts = dataset::text(set, tag).split('\\');
    for number in &mut numbers {
        *number = file::decimal(parts.next()?.trim()).filter(|number| number.is_finite())?;
    }
    parts.next().is_none().then_some(numbers)
}

fn items(set: &DataSet, tag: Tag) -> &[DataSet] {
    set.get(tag).and_then(|element| element.value().items()).unwrap_or_default()
}

fn first(set: &DataSet, tag: Tag) -> Option<&DataSet> {
    items(set, tag).first()
}

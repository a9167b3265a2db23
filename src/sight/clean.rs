//! What becomes of writing, and of a face, in one file, and what its header says of that afterwards.

use std::collections::HashSet;
use std::io::{Read, Seek};

use dicom_core::value::PrimitiveValue;
use dicom_core::{DataElement, Tag, VR};
use dicom_dictionary_std::tags;

use super::{Changed, Sight, Sighted, Treatment, request, scan};
use crate::error::{Code, Result};
use crate::file::walk::Encoding;
use crate::file::{DataSet, Instance, Source, dataset};
use crate::picture::{Mark, Risk, Seen, Target, Why};
use crate::pixel::{Inspected, Layout, Payload};
use crate::plan::{self, Batch};
use crate::profile::Writing;
use crate::write::Output;

/// What (0008,2111) says of a picture in which writing was blackened, a face was taken out, or both.
const WRITING: &str = "Writing blackened";
const FACE: &str = "Face removed";
const BOTH: &str = "Face removed, writing blackened";

/// Values that tell of the darkest and the brightest sample, each of Type 3 (PS3.3 C.7.6.3): those may be gone.
const EXTREMES: [Tag; 6] = [
    tags::SMALLEST_IMAGE_PIXEL_VALUE,
    tags::LARGEST_IMAGE_PIXEL_VALUE,
    tags::SMALLEST_PIXEL_VALUE_IN_SERIES,
    tags::LARGEST_PIXEL_VALUE_IN_SERIES,
    // Retired: Smallest and Largest Image Pixel Value in Plane.
    Tag(0x0028, 0x0110),
    Tag(0x0028, 0x0111),
];

/// Ophthalmic photographs.
const EYES: &str = "1.2.840.10008.5.1.4.1.1.77.1.5.";

/// Times that a file is blackened and looked at again.
pub const ROUNDS: usize = 3;

/// A file whose pictures were looked at.
pub struct Cleaned<'i> {
    /// Who looked, to look again at what is written.
    pub sight: Sight<'i>,
    /// What became of the writing.
    pub writing: Sighted,
    /// New pixels, where some were blackened or taken out.
    pub changed: Option<Changed>,
    /// What is marked in its pictures.
    pub marks: Vec<Mark>,
    /// How the face was taken out, where that was asked for.
    pub face: Option<Treatment>,
}

/// The pictures of an instance, where the policy asks for a look, or `volume` says that their place in a volume matters, and there is
/// somebody who can.
///
/// # Errors
/// As [`Sight::new`]; [`Code::Writing`] where nobody can look at what is likely to carry writing, [`Code::Face`] at a volume.
pub fn sight<'i, R: Read + Seek>(
    source: &mut Source<R>,
    instance: &Instance,
    layout: &'i Layout,
    payload: Payload,
    batch: &'i Batch,
    volume: bool,
) -> Result<Option<Sight<'i>>> {
    let (risk, writing) = (plan::risk(instance), batch.policy.writing());
    let ignored = risk == Risk::None || writing == Writing::None;
    if ignored && !volume {
        return Ok(None);
    }
    match &batch.tools.pictures {
        Some(pictures) => {
            let mut request = request(instance, layout, risk, if ignored { Writing::None } else { writing });
            request.scan = volume.then(|| scan(instance, layout, &batch.policy));
            Sight::new(source, pictures.as_ref(), request, layout, payload).map(Some)
        }
        None if volume => Err(Code::Face.into()),
        None if risk < Risk::Likely => Ok(None),
        None => Err(Code::Writing.into()),
    }
}

/// Looks at the pictures, or takes what a person has `marked`, and blackens; takes the `face` out.
///
/// # Errors
/// As [`Sight::see`] and [`Sight::blacken`]; [`Code::Writing`] where all of it is writing.
pub fn clean<'i, R: Read + Seek>(
    source: &mut Source<R>,
    sight: Sight<'i>,
    marked: Option<&[Mark]>,
    face: Option<Treatment>,
) -> Result<Cleaned<'i>> {
    let seen = match sight.see(source) {
        Ok(seen) => seen,
        // A picture that hardly ever carries writing leaves as it is, and nobody says that it was looked at.
        Err(error) if error.code == Code::Codec && sight.request.risk == Risk::Screen && marked.is_none() && face.is_none() => {
            return Ok(Cleaned { sight, writing: Sighted::Unseen, changed: None, marks: Vec::new(), face });
        }
        Err(error) => return Err(error),
    };
    let (marks, writing) = decided(&seen, marked)?;
    let gone = marks.iter().any(|mark| mark.gone);
    if let Some(face) = &face {
        sight.pictures.treat(&face.recipe, face.dose)?;
    }
    let changed = if gone || face.is_some() { Some(sight.blacken(source, &marks)?) } else { None };
    // Frames beside the face stay as they were, down to their last byte.
    let changed = changed.filter(|changed| gone || changed.some);
    Ok(Cleaned { sight, writing, changed, marks, face })
}

/// What is marked in the end, by what was seen or what a person has `marked`, and what that makes of the writing.
///
/// # Errors
/// [`Code::Writing`] where all of it is writing.
pub fn decided(seen: &Seen, marked: Option<&[Mark]>) -> Result<(Vec<Mark>, Sighted)> {
    if seen.page && marked.is_none() {
        return Err(Code::Writing.into());
    }
    let marks = marked.map_or_else(|| seen.marks.clone(), <[Mark]>::to_vec);
    let gone = marks.iter().any(|mark| mark.gone);
    // What a person's marks say nothing of stays as well.
    let told = |seen: &Mark| marks.iter().any(|mark| mark.area.with(&seen.area).size() * 2 > seen.area.size());
    let left = marks.iter().any(|mark| !mark.gone && mark.why != Why::Harmless) || seen.marks.iter().any(|mark| mark.gone && !told(mark));
    let writing = match (seen.whole, left, gone) {
        (_, true, _) => Sighted::Left,
        (false, ..) => Sighted::Unseen,
        (true, false, false) => Sighted::Clean,
        (true, false, true) => Sighted::Blackened,
    };
    Ok((marks, writing))
}

impl Cleaned<'_> {
    /// Pieces that are blackened.
    pub fn gone(&self) -> usize {
        self.marks.iter().filter(|mark| mark.gone).count()
    }

    /// Writes changed pixels and reads them back. Writing that shows only once other writing is black is blackened too.
    ///
    /// # Errors
    /// As [`Sight::check`], and what `write` returns; [`Code::Writing`] where there is still some after [`ROUNDS`].
    pub fn settle<R: Read + Seek>(
        &mut self,
        source: &mut Source<R>,
        mut changed: Changed,
        encoding: Encoding,
        write: &mut dyn FnMut(&Target, Inspected) -> Result<Output>,
    ) -> Result<Output> {
        let target = changed.target.clone();
        for _ in 0..ROUNDS {
            let output = write(&target, changed.inspected)?;
            let mut more = self.sight.check(source, &output, &target, encoding)?;
            if more.is_empty() {
                return Ok(output);
            }
            self.marks.append(&mut more);
            changed = self.sight.blacken(source, &self.marks)?;
            // The header says what the frames of the first round were.
            if changed.target != target {
                return Err(Code::Codec.into());
            }
        }
        Err(Code::Writing.into())
    }
}

/// Says in the data set what became of the writing and of the face: (0028,0301), (0028,0302), and (0008,0008), (0008,2111), (0028,0004),
/// (0028,0006), (0028,0106) to (0028,0111) where pixels changed.
pub fn say(set: &mut DataSet, cleaned: &Cleaned<'_>, made: &mut HashSet<String>) {
    let mut put = |set: &mut DataSet, tag: Tag, vr: VR, text: &str| {
        made.extend(text.split('\\').map(str::to_owned));
        set.put(DataElement::new(tag, vr, PrimitiveValue::from(text)));
    };
    match cleaned.writing {
        Sighted::Clean | Sighted::Blackened => put(set, tags::BURNED_IN_ANNOTATION, VR::CS, "NO"),
        Sighted::Left => put(set, tags::BURNED_IN_ANNOTATION, VR::CS, "YES"),
        Sighted::Unseen => {}
    }
    if cleaned.face.as_ref().is_some_and(|face| face.claim) {
        put(set, tags::RECOGNIZABLE_VISUAL_FEATURES, VR::CS, "NO");
    } else if cleaned.face.is_some() {
        // What was said before is not known to be so: without a word, features may be there or not.
        set.remove_element(tags::RECOGNIZABLE_VISUAL_FEATURES);
    }
    let Some(Changed { target, .. }) = &cleaned.changed else { return };
    let derivation = match (cleaned.face.is_some(), cleaned.gone() > 0) {
        (true, true) => BOTH,
        (true, false) => FACE,
        (false, _) => WRITING,
    };
    put(set, tags::DERIVATION_DESCRIPTION, VR::ST, derivation);
    if let Some(photometric) = &target.photometric {
        put(set, tags::PHOTOMETRIC_INTERPRETATION, VR::CS, photometric);
    }
    // Frames of an enhanced object say each for itself what they are derived from; a derived picture of an eye must name its source
    // (PS3.3 C.8.17.2), which stays behind.
    let eye = dataset::text(set, tags::SOP_CLASS_UID).starts_with(EYES);
    if !eye
        && set.get(tags::PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).is_none()
        && let Some(rest) = dataset::text(set, tags::IMAGE_TYPE).strip_prefix("ORIGINAL")
    {
        let derived = format!("DERIVED{rest}");
        put(set, tags::IMAGE_TYPE, VR::CS, &derived);
    }
    for tag in EXTREMES {
        set.remove_element(tag);
    }
    if let Some(planar) = target.planar {
        set.put(DataElement::new(tags::PLANAR_CONFIGURATION, VR::US, PrimitiveValue::from(planar)));
    }
}

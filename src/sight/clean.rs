//! What becomes of writing in one file, and what its header says of that afterwards.

use std::collections::HashSet;
use std::io::{Read, Seek};

use dicom_core::value::PrimitiveValue;
use dicom_core::{DataElement, Tag, VR};
use dicom_dictionary_std::tags;

use super::{Changed, Sight, Sighted, request};
use crate::error::{Code, Result};
use crate::file::walk::Encoding;
use crate::file::{DataSet, Instance, Source, dataset};
use crate::picture::{Mark, Risk, Seen, Target, Why};
use crate::pixel::{Inspected, Layout, Payload};
use crate::plan::{self, Batch};
use crate::profile::Writing;
use crate::write::Output;

/// What (0008,2111) says of a picture in which writing was blackened.
const DERIVATION: &str = "Writing blackened";

/// Times that a file is blackened and looked at again.
pub const ROUNDS: usize = 3;

/// A file whose pictures were looked at.
pub struct Cleaned<'i> {
    /// Who looked, to look again at what is written.
    pub sight: Sight<'i>,
    /// What became of the writing.
    pub writing: Sighted,
    /// New pixels, where some were blackened.
    pub changed: Option<Changed>,
    /// What is marked in its pictures.
    pub marks: Vec<Mark>,
}

/// The pictures of an instance, where the policy asks for a look and there is somebody who can.
///
/// # Errors
/// As [`Sight::new`]; [`Code::Writing`] where nobody can look at what is likely to carry writing.
pub fn sight<'i, R: Read + Seek>(
    source: &mut Source<R>,
    instance: &Instance,
    layout: &'i Layout,
    payload: Payload,
    batch: &'i Batch,
) -> Result<Option<Sight<'i>>> {
    let risk = plan::risk(instance);
    if risk == Risk::None || batch.policy.writing() == Writing::None {
        return Ok(None);
    }
    match &batch.tools.pictures {
        Some(pictures) => {
            let request = request(instance, layout, risk, batch.policy.writing());
            Sight::new(source, pictures.as_ref(), request, layout, payload).map(Some)
        }
        None if risk < Risk::Likely => Ok(None),
        None => Err(Code::Writing.into()),
    }
}

/// Looks at the pictures, or takes what a person has `marked`, and blackens.
///
/// # Errors
/// As [`Sight::see`] and [`Sight::blacken`]; [`Code::Writing`] where all of it is writing.
pub fn clean<'i, R: Read + Seek>(source: &mut Source<R>, sight: Sight<'i>, marked: Option<&[Mark]>) -> Result<Cleaned<'i>> {
    let seen = match sight.see(source) {
        Ok(seen) => seen,
        // A picture that hardly ever carries writing leaves as it is, and nobody says that it was looked at.
        Err(error) if error.code == Code::Codec && sight.request.risk == Risk::Screen && marked.is_none() => {
            return Ok(Cleaned { sight, writing: Sighted::Unseen, changed: None, marks: Vec::new() });
        }
        Err(error) => return Err(error),
    };
    let (marks, writing) = decided(&seen, marked)?;
    let changed = if marks.iter().any(|mark| mark.gone) { Some(sight.blacken(source, &marks)?) } else { None };
    Ok(Cleaned { sight, writing, changed, marks })
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

/// Says in the data set what became of the writing: (0028,0301), and (0008,0008), (0008,2111), (0028,0004), (0028,0006) where pixels changed.
pub fn say(set: &mut DataSet, cleaned: &Cleaned<'_>, made: &mut HashSet<String>) {
    let mut put = |tag: Tag, vr: VR, text: String| {
        made.extend(text.split('\\').map(str::to_owned));
        set.put(DataElement::new(tag, vr, PrimitiveValue::from(text)));
    };
    match cleaned.writing {
        Sighted::Clean | Sighted::Blackened => put(tags::BURNED_IN_ANNOTATION, VR::CS, "NO".to_owned()),
        Sighted::Left => put(tags::BURNED_IN_ANNOTATION, VR::CS, "YES".to_owned()),
        Sighted::Unseen => {}
    }
    let Some(Changed { target, .. }) = &cleaned.changed else { return };
    put(tags::DERIVATION_DESCRIPTION, VR::ST, DERIVATION.to_owned());
    if let Some(photometric) = &target.photometric {
        put(tags::PHOTOMETRIC_INTERPRETATION, VR::CS, photometric.clone());
    }
    // Frames of an enhanced object say each for itself what they are derived from.
    if set.get(tags::PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).is_none()
        && let Some(rest) = dataset::text(set, tags::IMAGE_TYPE).strip_prefix("ORIGINAL")
    {
        let derived = format!("DERIVED{rest}");
        made.extend(derived.split('\\').map(str::to_owned));
        set.put(DataElement::new(tags::IMAGE_TYPE, VR::CS, PrimitiveValue::from(derived)));
    }
    if let Some(planar) = target.planar {
        set.put(DataElement::new(tags::PLANAR_CONFIGURATION, VR::US, PrimitiveValue::from(planar)));
    }
}

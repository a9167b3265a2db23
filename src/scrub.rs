//! The whole way of one file: read, plan, apply, write, verify. One entry for the page, the element and the command.

mod explain;
mod export;
mod layout;
mod named;

use std::io::{Read, Seek};

use dicom_core::VR;
use dicom_dictionary_std::{tags, uids};

use crate::apply::{self, Applied, Claims};
use crate::directory::{self, Fallback, Listing};
use crate::error::{Code, Error, Result};
use crate::face::Tier;
use crate::file::{self, AnySource, DataSet, Extent, Instance, Kind, PixelElement, Source, dataset};
use crate::findings::findings;
use crate::groups::{self, Groups};
use crate::hunt::{Hunt, Identifiers};
use crate::keyed::Key;
use crate::ledger::Ledger;
use crate::picture::{Mark, Risk, Seen, Small};
use crate::pixel::{self, Finding, Layout};
use crate::plan::{self, Batch, Memos, Plan, Pseudonym};
use crate::profile::{self, Policy};
use crate::sight::{self, Faced, Sight, Sighted, Treatment};
use crate::tools::Tools;
use crate::verify::{self, Expected, Verified};
use crate::{unify, write};

pub use export::{ExportLook, Exported};
pub(crate) use layout::{layout, payload};

/// What one batch shares.
pub struct Session {
    batch: Batch,
    hunt: Hunt,
    listed: bool,
    marked: Option<Vec<Mark>>,
    faced: Option<Faced>,
}

/// What was found in one file before it is scrubbed.
struct Told {
    /// By a person, of writing.
    marked: Option<Vec<Mark>>,
    /// Of a face.
    face: Option<Treatment>,
}

/// What a first look found.
#[derive(Debug)]
pub struct Look {
    /// The header.
    pub instance: Instance,
    /// What it belongs to.
    pub groups: Groups,
    /// What the header says of the person.
    pub identifiers: Identifiers,
    /// What the plan would do.
    pub ledger: Ledger,
    /// Why it would be withheld, if that is already known.
    pub refusal: Option<Code>,
    /// How likely its pictures carry writing, where the policy asks for a look.
    pub risk: Risk,
    /// Stands for the volume that its frames may be part of: equal for one Frame of Reference of a patient.
    pub space: Option<String>,
    /// Whether it may show, in one picture or as a surface, the face that a volume of its study has.
    pub shows: bool,
    /// Whether it is a picture made of a volume, or a photograph, that may be a portrait.
    pub drawn: bool,
    /// Whether a face is looked for in its frames.
    pub faces: bool,
}

/// What became of the pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pixels {
    /// There are none.
    None,
    /// Byte for byte as they were.
    Unchanged,
    /// Written anew without what was found beside the samples; the samples are the same.
    Rebuilt,
    /// Writing was blackened; all other samples are the same, but for a face that was taken out as well.
    Blackened,
    /// A face was taken out; all other samples are the same.
    Cut,
}

impl Pixels {
    /// The stable name, lower case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blackened => "blackened",
            Self::Cut => "cut",
            Self::None => "none",
            Self::Rebuilt => "rebuilt",
            Self::Unchanged => "unchanged",
        }
    }
}

/// A file that may leave.
#[derive(Debug)]
pub struct Scrubbed {
    /// The file.
    pub file: Verified,
    /// What it belongs to.
    pub groups: Groups,
    /// What was done.
    pub ledger: Ledger,
    /// What was left out beside attributes: stable names.
    pub findings: Vec<&'static str>,
    /// What became of the pixels.
    pub pixels: Pixels,
    /// What became of writing in them.
    pub writing: Sighted,
    /// Pieces of pictures that were blackened.
    pub blackened: usize,
    /// Whether a face was taken out of its frames, as was asked.
    pub treated: bool,
    /// Original UIDs and their replacements, if asked for.
    pub uids: Vec<(String, String)>,
    /// Who stands for the patient.
    pub pseudonym: Pseudonym,
    /// Days that dates moved, where the policy moves them.
    pub shift: i64,
    /// The patient's original ID: for the private map only.
    pub patient_id: String,
    /// What a directory needs to know of the file, if asked for.
    pub facts: Option<Vec<u8>>,
}

impl Session {
    /// A batch under `policy` and `key`, before anything is known of it.
    ///
    /// # Errors
    /// As [`Hunt::new`].
    pub fn new(policy: Policy, key: Key, tools: Tools) -> Result<Self> {
        let hunt = Hunt::new(Identifiers::default(), &|_| false)?;
        Ok(Self {
            batch: Batch { policy, key, tools, several: false, memos: Memos::default() },
            hunt,
            listed: false,
            marked: None,
            faced: None,
        })
    }

    /// The policy.
    pub fn policy(&self) -> &Policy {
        &self.batch.policy
    }

    /// Takes what is known of the whole batch: its identifiers, and whether they are of `several` patients.
    ///
    /// # Errors
    /// As [`Hunt::new`].
    pub fn hunt(&mut self, identifiers: Identifiers, several: bool) -> Result<()> {
        self.batch.several = several;
        self.batch.memos = Memos::default();
        if let Some(pictures) = &self.batch.tools.pictures {
            pictures.identifiers(&identifiers.to_records())?;
        }
        self.hunt = Hunt::new(identifiers, &|word| self.batch.tools.lexicon.knows(word))?;
        Ok(())
    }

    /// Whether files come with what a directory needs to know of them; at first they do not.
    pub fn list(&mut self, listed: bool) {
        self.listed = listed;
    }

    /// What a person has marked in the next file that is scrubbed: then this is blackened, and nothing else.
    pub fn mark(&mut self, marks: Vec<Mark>) {
        self.marked = Some(marks);
    }

    /// What was found of a face in the volume of the next file that is scrubbed. Where the policy takes faces out, a file that may be part of
    /// a volume is withheld without this.
    pub fn face(&mut self, faced: Faced) {
        self.faced = Some(faced);
    }

    /// Takes all frames of an instance into the volumes in which faces are looked for, after [`crate::picture::Pictures::rescan`].
    ///
    /// # Errors
    /// As [`Instance::read`] and [`crate::picture::Pictures::scan`]; [`Code::Face`] where its frames are part of none.
    pub fn scan<R: Read + Seek>(&self, source: &mut Source<R>, kind: Kind) -> Result<()> {
        let mut scanned = false;
        self.with_sight(source, kind, true, &mut |sight, source| {
            scanned = true;
            sight.scan(source)
        })?;
        if scanned { Ok(()) } else { Err(Code::Face.into()) }
    }

    /// Looks at an instance's pictures for writing. Nothing is changed; `None` where nobody has to look, or nobody can.
    ///
    /// # Errors
    /// As [`Instance::read`] and [`crate::picture::Pictures::look`].
    pub fn see<R: Read + Seek>(&self, source: &mut Source<R>, kind: Kind) -> Result<Option<Seen>> {
        if let Kind::Picture(sort) = kind {
            return self.see_export(source, sort);
        }
        let mut seen = None;
        self.with_sight(source, kind, false, &mut |sight, source| {
            seen = Some(sight.see(source)?);
            Ok(())
        })?;
        Ok(seen)
    }

    /// A small picture of a frame, at most `edge` pixels a side; `None` where nobody can decode it.
    ///
    /// # Errors
    /// As [`Self::see`].
    pub fn preview<R: Read + Seek>(&self, source: &mut Source<R>, kind: Kind, frame: Option<u32>, edge: u32) -> Result<Option<Small>> {
        if let Kind::Picture(sort) = kind {
            return self.preview_export(source, sort, edge);
        }
        let mut small = None;
        self.with_sight(source, kind, false, &mut |sight, source| {
            small = Some(sight.preview(source, frame, edge)?);
            Ok(())
        })?;
        Ok(small)
    }

    /// Calls `work` with the pictures of an instance, if somebody has to look at them, and can. Not generic: it would be carried many times.
    fn with_sight<R: Read + Seek>(
        &self,
        source: &mut Source<R>,
        kind: Kind,
        volume: bool,
        work: &mut dyn FnMut(&Sight<'_>, &mut AnySource<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut instance = Instance::read(source, kind, Extent::Whole)?;
        if volume && !sight::is_in_volume(&instance) {
            return Ok(());
        }
        let Some(pixels) = instance.pixels.take() else { return Ok(()) };
        let layout = layout(&instance.dataset, &pixels)?;
        let payload = payload(&pixels, instance.encoding.is_big());
        instance.pixels = Some(pixels);
        let mut inflated = instance.inflated.take();
        let mut source = match &mut inflated {
            Some(inflated) => AnySource::any(inflated.reader())?,
            None => AnySource::any(source.reader())?,
        };
        let sight = sight::sight(&mut source, &instance, &layout, payload, &self.batch, volume)?;
        sight.map_or(Ok(()), |sight| work(&sight, &mut source))
    }

    /// The directory of files that this batch's sessions scrubbed, from a [`Listing`] as bytes.
    ///
    /// # Errors
    /// As [`Listing::parse`], [`directory::build`] and [`verify::directory`]: then there is none.
    pub fn directory(&self, listing: &[u8]) -> Result<Verified> {
        let listing = Listing::parse(listing)?;
        let instances: Vec<&str> = listing.files().iter().map(|file| file.facts.instance).collect();
        // No UID has such a beginning, so that this one is no file's.
        let instance = self.batch.key.uid(&format!("directory {}", instances.join(" ")));
        let output = directory::build(&listing, &instance)?;
        let mut made = listing.made();
        made.insert(instance);
        let expected = Expected {
            batch: &self.batch,
            hunt: &self.hunt,
            made: &made,
            transfer_syntax: uids::EXPLICIT_VR_LITTLE_ENDIAN,
            encoding: file::walk::Encoding::ExplicitLittle,
        };
        verify::directory(output, &listing, &expected)
    }

    /// A first look at an instance: its header, what it says of the person, what the plan would do. Nothing is changed.
    ///
    /// # Errors
    /// As [`Instance::read`] and [`Identifiers::of`].
    pub fn look<R: Read + Seek>(&self, source: &mut Source<R>, kind: Kind) -> Result<Look> {
        let mut instance = Instance::read(source, kind, Extent::Header)?;
        let identifiers = self.decode(&mut instance)?;
        let groups = Groups::of(&instance, &self.batch.key);
        let plan = Plan::new(&instance, &self.batch, None);
        let ledger = apply::survey(&plan, &instance.dataset, instance.sop_class());
        let refusal = plan::refusal(&instance, &self.batch.policy);
        let sought = self.batch.policy.writing() != profile::Writing::None;
        let risk = if sought { plan::risk(&instance) } else { Risk::None };
        let space = sight::is_in_volume(&instance).then(|| groups::space(&instance, &self.batch.key));
        let faces = space.is_some() && self.batch.policy.face().is_removed();
        Ok(Look {
            groups,
            identifiers,
            ledger,
            refusal,
            risk,
            space,
            shows: sight::shows(&instance),
            drawn: sight::is_drawn(&instance),
            faces,
            instance,
        })
    }

    /// The whole way. `tick` is told of progress through Pixel Data, in bytes; with `map`, original UIDs are recorded.
    ///
    /// # Errors
    /// Any [`Code`]: the file is withheld.
    pub fn scrub<R: Read + Seek>(&mut self, source: &mut Source<R>, kind: Kind, map: bool, tick: &mut dyn FnMut(u64)) -> Result<Scrubbed> {
        let (marked, faced) = (self.marked.take(), self.faced.take());
        let mut instance = Instance::read(source, kind, Extent::Whole)?;
        if instance.is_directory() {
            return Err(Code::ObjectKind.into());
        }
        if let Some(code) = plan::refusal(&instance, &self.batch.policy) {
            return Err(code.into());
        }
        let told = Told { marked, face: self.told(&instance, faced)? };
        let own = self.decode(&mut instance)?;
        self.cover(own)?;
        match instance.inflated.take() {
            Some(mut inflated) => self.finish(&mut inflated, instance, told, map, tick),
            None => self.finish(source, instance, told, map, tick),
        }
    }

    /// How the face is taken out; nothing where there is none to be.
    fn told(&self, instance: &Instance, faced: Option<Faced>) -> Result<Option<Treatment>> {
        match faced {
            Some(Faced::Treated(treatment)) if treatment.tier < Tier::C => Ok(Some(treatment)),
            Some(Faced::Plain) => Ok(None),
            None if !self.batch.policy.face().is_removed() || !sight::is_in_volume(instance) => Ok(None),
            _ => Err(Code::Face.into()),
        }
    }

    fn finish<R: Read + Seek>(
        &self,
        source: &mut Source<R>,
        instance: Instance,
        told: Told,
        map: bool,
        tick: &mut dyn FnMut(u64),
    ) -> Result<Scrubbed> {
        let groups = Groups::of(&instance, &self.batch.key);
        let mut findings = findings(&instance);
        let sop_class = instance.sop_class().to_owned();
        let layout = instance.pixels.as_ref().map(|pixels| layout(&instance.dataset, pixels)).transpose()?;
        let mut looked = self.look_at_pictures(source, &instance, layout.as_ref(), told)?;
        let writing = looked.as_ref().map_or(Sighted::Unseen, |looked| looked.writing);
        let plan = Plan::new(&instance, &self.batch, Some(&self.hunt));
        let (pseudonym, shift) = (plan.pseudonym(), plan.shift());
        let patient_id = dataset::primitive(&instance.dataset, tags::PATIENT_ID).map(file::value::raw_text).unwrap_or_default();
        let patient_id = String::from_utf8_lossy(patient_id).into_owned();
        let Instance { dataset, pixels, transfer_syntax, encoding, .. } = instance;
        let dataset = complete(dataset, &sop_class);
        let face = looked.as_ref().and_then(|looked| looked.face.as_ref());
        let treated = face.is_some();
        let claims = Claims {
            pixel_data: writing.is_clean(),
            face: face.map(|face| (face.mode, face.tier)),
            features: face.is_some_and(|face| face.claim),
        };
        let Applied { mut dataset, ledger, mut made, uids } = apply::apply(&plan, dataset, &sop_class, claims, map);
        if let Some(looked) = &looked {
            sight::say(&mut dataset, looked, &mut made);
        }
        if !findings.contains(&"private") && ledger.taken(|action, _| action == "remove").any(|(tag, _)| file::private::is_private(tag)) {
            findings.insert(0, "private");
        }
        unify::unify(&mut dataset);
        let target = looked.as_ref().and_then(|looked| looked.changed.as_ref()).map(|changed| changed.target.clone());
        let syntax = target.as_ref().map_or(transfer_syntax.as_str(), |target| target.syntax.as_str());
        let (output, state) = match looked.as_mut().and_then(|looked| looked.changed.take().map(|changed| (looked, changed))) {
            Some((looked, changed)) => {
                let output = looked.settle(source, changed, encoding, &mut |target, inspected| {
                    // Whole words, whatever the bytes of a stream were called.
                    let pixels = pixels.as_ref().map(|pixels| match target.syntax == transfer_syntax {
                        true => pixels.clone(),
                        false => PixelElement { vr: VR::OW, ..pixels.clone() },
                    });
                    write::write(&dataset, &target.syntax, encoding, pixels.as_ref().zip(Some(inspected)))
                });
                (output?, if looked.gone() > 0 { Pixels::Blackened } else { Pixels::Cut })
            }
            None => {
                let inspected = match (&pixels, &layout) {
                    (Some(pixels), Some(layout)) => Some(
                        pixel::inspect(source, layout, syntax, &payload(pixels, encoding.is_big()), tick)
                            .map_err(|error| error.with(pixels.tag))?,
                    ),
                    _ => None,
                };
                let state = match &inspected {
                    None => Pixels::None,
                    Some(inspected) if inspected.findings.is_empty() => Pixels::Unchanged,
                    Some(_) => Pixels::Rebuilt,
                };
                findings.extend(inspected.iter().flat_map(|inspected| &inspected.findings).map(|finding: &Finding| finding.name()));
                (write::write(&dataset, syntax, encoding, pixels.as_ref().zip(inspected))?, state)
            }
        };
        if let (Pixels::Rebuilt, Some(layout)) = (state, &layout) {
            self.inspect_again(source, &output, layout, syntax, encoding)?;
        }
        let expected = Expected { batch: &self.batch, hunt: &self.hunt, made: &made, transfer_syntax: syntax, encoding };
        let file = verify::verify(source, output, &expected)?;
        let blackened = looked.as_ref().map_or(0, sight::Cleaned::gone);
        // A file of which no record can be made leaves all the same; it is the directory that does not.
        let facts = self.listed.then(|| directory::facts(&dataset, syntax, &made, &self.fallback(&groups)).ok()).flatten();
        Ok(Scrubbed {
            file,
            groups,
            ledger,
            findings,
            pixels: state,
            writing,
            blackened,
            treated,
            uids,
            pseudonym,
            shift,
            patient_id,
            facts,
        })
    }

    /// Writing in the pictures: looked for, and blackened.
    fn look_at_pictures<'i, R: Read + Seek>(
        &'i self,
        source: &mut Source<R>,
        instance: &Instance,
        layout: Option<&'i Layout>,
        Told { marked, face }: Told,
    ) -> Result<Option<sight::Cleaned<'i>>> {
        let (Some(pixels), Some(layout)) = (&instance.pixels, layout) else { return Ok(None) };
        let payload = payload(pixels, instance.encoding.is_big());
        let sight = sight::sight(source, instance, layout, payload, &self.batch, face.is_some()).map_err(|error| error.with(pixels.tag))?;
        sight.map(|sight| sight::clean(source, sight, marked.as_deref(), face).map_err(|error| error.with(pixels.tag))).transpose()
    }

    /// Pixels that were rebuilt are inspected once more, as they will leave: nothing may be found any more.
    fn inspect_again<R: Read + Seek>(
        &self,
        source: &mut Source<R>,
        output: &write::Output,
        layout: &Layout,
        transfer_syntax: &str,
        encoding: file::walk::Encoding,
    ) -> Result<()> {
        let mut written = AnySource::any(write::Assembled::new(source, &output.parts))?;
        let span = output.body..written.len();
        let mut walker = file::walk::Walker::new(&mut written, span, encoding).strict();
        let built = dataset::build(&mut walker, false)?;
        let pixels = built.pixels.ok_or(Error::from(Code::Conformance))?;
        let again = pixel::inspect(&mut written, layout, transfer_syntax, &payload(&pixels, encoding.is_big()), &mut |_| {})?;
        if again.findings.is_empty() { Ok(()) } else { Err(Error::of(Code::Conformance, pixels.tag)) }
    }

    /// UIDs for what a file does not name.
    fn fallback(&self, groups: &Groups) -> Fallback {
        let uid = |kind: &str, name: &str| self.batch.key.uid(&format!("{kind} {name}"));
        Fallback { study: uid("study", &groups.study), series: uid("series", &groups.series) }
    }
}

/// A SOP Class UID that only File Meta Information had belongs into the data set.
fn complete(mut set: DataSet, sop_class: &str) -> DataSet {
    if dataset::text(&set, tags::SOP_CLASS_UID).is_empty() {
        set.put(dicom_core::DataElement::new(tags::SOP_CLASS_UID, dicom_core::VR::UI, dicom_core::value::PrimitiveValue::from(sop_class)));
    }
    set
}

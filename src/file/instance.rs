//! One DICOM instance as it lies in a file: what a rule could keep in memory, the rest as byte spans.

use std::io::{Cursor, Read, Seek};

use dicom_core::Tag;
use dicom_dictionary_std::{tags, uids};

use super::dataset::{self, Built, DataSet, Dropped, PixelElement};
use super::inflate;
use super::kind::Kind;
use super::meta::{self, Meta};
use super::source::{AnySource, Source};
use super::walk::{self, Encoding, Walker};
use crate::error::{Code, Error, Result};
use crate::limits;
use crate::profile;

/// Explicit VR Big Endian: retired, and still on discs.
const EXPLICIT_BIG: &str = "1.2.840.10008.1.2.2";

/// How much of a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Up to Pixel Data: for a first look.
    Header,
    /// All of its structure.
    Whole,
}

/// An instance, read and bounded; nothing in it has been changed.
#[derive(Debug)]
pub struct Instance {
    /// What File Meta Information said.
    pub meta: Meta,
    /// The Transfer Syntax that the bytes are really in, and are written in.
    pub transfer_syntax: String,
    /// How its elements are encoded.
    pub encoding: Encoding,
    /// What a rule could keep.
    pub dataset: DataSet,
    /// Its pixels.
    pub pixels: Option<PixelElement>,
    /// What is not in `dataset`.
    pub dropped: Dropped,
    /// The preamble begins like a program (CVE-2019-11687).
    pub program: bool,
    /// The data set once inflated: spans are then offsets in here.
    pub inflated: Option<AnySource<'static>>,
}

impl Instance {
    /// Reads an instance of the given kind.
    ///
    /// # Errors
    /// [`Code::ObjectKind`] where `kind` is not DICOM; [`Code::TransferSyntax`]; [`Code::Deflate`]; as [`dataset::build`].
    pub fn read<R: Read + Seek>(source: &mut Source<R>, kind: Kind, extent: Extent) -> Result<Self> {
        let (meta, program) = match kind {
            Kind::Part10(start) => {
                let program = is_program(source.up_to(0, 4)?);
                (meta::read(source, start)?, program && start == 132)
            }
            Kind::Bare(_) => (Meta::default(), false),
            Kind::Zip | Kind::Picture(_) | Kind::Other(_) => return Err(Code::ObjectKind.into()),
        };
        if meta.transfer_syntax == uids::DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN {
            let end = source.len();
            let body = inflate::inflate(source, meta.end..end, limits::INFLATED, None)?;
            let mut inflated = AnySource::any(Cursor::new(body))?;
            let built = build(&mut inflated, 0, Encoding::ExplicitLittle, extent)?;
            return Ok(Self::new(meta, uids::DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.to_owned(), program, built, Some(inflated)));
        }
        let stated = match meta.transfer_syntax.as_str() {
            uids::IMPLICIT_VR_LITTLE_ENDIAN => Some(Encoding::ImplicitLittle),
            EXPLICIT_BIG => Some(Encoding::ExplicitBig),
            "" => None,
            _ => Some(Encoding::ExplicitLittle),
        };
        let first = source.up_to(meta.end, 8)?;
        if first.is_empty() {
            return Err(Error::at(Code::CutOff, meta.end));
        }
        // Discs hold files whose bytes contradict their File Meta Information: the bytes are right.
        let encoding = walk::guess(first).or(stated).ok_or(Error::at(Code::TransferSyntax, meta.end))?;
        let built = build(source, meta.end, encoding, extent)?;
        let encapsulated = built.1.pixels.as_ref().is_some_and(|pixels| matches!(pixels.value, dataset::PixelValue::Encapsulated { .. }));
        let transfer_syntax = match (encapsulated, stated == Some(encoding)) {
            (true, _) if meta.transfer_syntax.is_empty() => return Err(Error::of(Code::TransferSyntax, tags::TRANSFER_SYNTAX_UID)),
            (true, _) => meta.transfer_syntax.clone(),
            // Without pixels, a syntax that nobody knows says nothing: its UID may be anybody's words.
            (false, true) if built.1.pixels.is_none() && !profile::is_transfer_syntax(&meta.transfer_syntax) => native(encoding).to_owned(),
            (false, true) => meta.transfer_syntax.clone(),
            (false, false) => native(encoding).to_owned(),
        };
        Ok(Self::new(meta, transfer_syntax, program, built, None))
    }

    fn new(
        meta: Meta,
        transfer_syntax: String,
        program: bool,
        (encoding, built): (Encoding, Built),
        inflated: Option<AnySource<'static>>,
    ) -> Self {
        let Built { dataset, pixels, dropped } = built;
        Self { meta, transfer_syntax, encoding, dataset, pixels, dropped, program, inflated }
    }

    /// SOP Class UID: the data set's, or File Meta Information's where the data set has none.
    pub fn sop_class(&self) -> &str {
        match dataset::text(&self.dataset, tags::SOP_CLASS_UID) {
            "" => &self.meta.sop_class,
            uid => uid,
        }
    }

    /// Plain text of a top-level attribute, without padding; empty where there is none.
    pub fn text(&self, tag: Tag) -> &str {
        dataset::text(&self.dataset, tag)
    }

    /// Whether this is a directory of a disc (PS3.3 F), not an instance.
    pub fn is_directory(&self) -> bool {
        self.sop_class() == uids::MEDIA_STORAGE_DIRECTORY_STORAGE || self.meta.sop_class == uids::MEDIA_STORAGE_DIRECTORY_STORAGE
    }
}

fn build<R: Read + Seek>(source: &mut Source<R>, start: u64, encoding: Encoding, extent: Extent) -> Result<(Encoding, Built)> {
    let span = start..source.len();
    let walker = Walker::new(source, span, encoding);
    let mut walker = if extent == Extent::Header { walker.without_fragments() } else { walker };
    Ok((encoding, dataset::build(&mut walker, extent == Extent::Header)?))
}

const fn native(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::ExplicitBig => EXPLICIT_BIG,
        Encoding::ExplicitLittle => uids::EXPLICIT_VR_LITTLE_ENDIAN,
        Encoding::ImplicitLittle => uids::IMPLICIT_VR_LITTLE_ENDIAN,
    }
}

fn is_program(head: &[u8]) -> bool {
    head.starts_with(b"MZ")
        || head.starts_with(b"\x7FELF")
        || matches!(head, [0xCA | 0xCE | 0xCF, 0xFE | 0xFA, ..] | [0xFE, 0xED, 0xFA, ..])
}

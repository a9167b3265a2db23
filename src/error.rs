//! One error for the whole crate: a stable code, where it happened, and never a value.

use std::fmt;

use dicom_core::Tag;

/// Why a file, an archive or a policy was refused. Codes are stable: the page translates them, reports count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Code {
    /// An archive's entry is locked with a password.
    ArchiveEncrypted,
    /// An archive's entry is packed by a method that is not read here.
    ArchiveMethod,
    /// An archive's own structure contradicts itself.
    ArchiveStructure,
    /// An archive's entry does not match its checksum, or unpacks to another size than stated.
    ArchiveMismatch,
    /// The file ends before the data that it announces.
    CutOff,
    /// A Data Element, Item or Sequence contradicts the ones around it.
    Structure,
    /// Sequences are nested deeper than [`crate::limits::DEPTH`].
    Depth,
    /// More Data Elements or Items than [`crate::limits`] allows.
    TooMany,
    /// A value, a header or an unpacked data set is longer than [`crate::limits`] allows.
    TooLong,
    /// The Transfer Syntax is missing and could not be told from the bytes, or is not one that is read here.
    TransferSyntax,
    /// The SOP Class UID or SOP Instance UID is missing, so that the object cannot be told.
    NoIdentity,
    /// A deflated data set could not be inflated.
    Deflate,
    /// Rows, Columns, Bits Allocated and the like are missing or contradict each other or the Pixel Data.
    PixelLayout,
    /// Pixel Data holds fewer bytes than its layout needs.
    PixelShort,
    /// A picture file has several pages, of which each would be a picture of its own.
    Pages,
    /// A compressed frame's structure could not be read, so that it could not be inspected.
    PixelStream,
    /// Pixel Data is given by reference to another place.
    PixelElsewhere,
    /// The object is an encapsulated document.
    Document,
    /// The object is a structured report, or another content tree, and the policy does not clean these.
    Report,
    /// The object is a report that holds words and nothing else of use.
    FreeText,
    /// The object is a video.
    Video,
    /// The object is a recording of sound.
    Waveform,
    /// The object is raw data of its maker, which nobody else can read.
    RawData,
    /// The object is not an instance of a Storage SOP Class that is known here.
    ObjectKind,
    /// The picture is likely to carry writing that could not be looked for, or the whole of it is writing.
    Writing,
    /// A compressed picture that may carry writing has no decoder here, or its decoder failed.
    Codec,
    /// A face may be there, and was not taken out.
    Face,
    /// What was blackened is not black in the written file, or more than that has changed.
    Mask,
    /// The written file still holds an identifier of the batch.
    Residue,
    /// The written file does not conform: lengths, File Meta Information or de-identification codes disagree.
    Conformance,
    /// The policy is not valid.
    Policy,
    /// The policy asks for Options that exclude each other.
    PolicyConflict,
    /// The key is missing, or is not 32 bytes of randomness.
    Key,
    /// The source could not be read: removed, changed, or refused by the system.
    Unreadable,
}

impl Code {
    /// The stable name, lower case with hyphens.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ArchiveEncrypted => "archive-encrypted",
            Self::ArchiveMethod => "archive-method",
            Self::ArchiveMismatch => "archive-mismatch",
            Self::ArchiveStructure => "archive-structure",
            Self::Codec => "codec",
            Self::Conformance => "conformance",
            Self::CutOff => "cut-off",
            Self::Deflate => "deflate",
            Self::Depth => "depth",
            Self::Document => "document",
            Self::Face => "face",
            Self::FreeText => "free-text",
            Self::Key => "key",
            Self::Mask => "mask",
            Self::NoIdentity => "no-identity",
            Self::ObjectKind => "object-kind",
            Self::Pages => "pages",
            Self::PixelElsewhere => "pixel-elsewhere",
            Self::PixelLayout => "pixel-layout",
            Self::PixelShort => "pixel-short",
            Self::PixelStream => "pixel-stream",
            Self::Policy => "policy",
            Self::PolicyConflict => "policy-conflict",
            Self::RawData => "raw-data",
            Self::Report => "report",
            Self::Residue => "residue",
            Self::Structure => "structure",
            Self::TooLong => "too-long",
            Self::TooMany => "too-many",
            Self::TransferSyntax => "transfer-syntax",
            Self::Unreadable => "unreadable",
            Self::Video => "video",
            Self::Waveform => "waveform",
            Self::Writing => "writing",
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A refusal: its code, the attribute and the byte offset where it arose. Holds no value of any attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Error {
    /// What went wrong.
    pub code: Code,
    /// The standard attribute concerned, if one is known. Unknown tags are not named: their numbers may be text read amiss.
    pub tag: Option<Tag>,
    /// Byte offset from the start of the file, if one is known.
    pub at: Option<u64>,
}

impl Error {
    /// An error at a byte offset from the start of the file.
    pub const fn at(code: Code, at: u64) -> Self {
        Self { code, tag: None, at: Some(at) }
    }

    /// An error about one standard attribute.
    pub const fn of(code: Code, tag: Tag) -> Self {
        Self { code, tag: Some(tag), at: None }
    }

    /// The same error, naming the attribute.
    #[must_use]
    pub const fn with(mut self, tag: Tag) -> Self {
        self.tag = Some(tag);
        self
    }
}

impl From<Code> for Error {
    fn from(code: Code) -> Self {
        Self { code, tag: None, at: None }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if let Some(tag) = self.tag {
            write!(f, " {tag}")?;
        }
        if let Some(at) = self.at {
            write!(f, " at byte {at}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// The crate's result.
pub type Result<T> = std::result::Result<T, Error>;

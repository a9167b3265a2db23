//! What the core asks of those who look at pictures, frame by frame. The core itself decodes nothing: whoever makes a session hands one in.

use std::fmt::Debug;

use serde::{Deserialize, Serialize};

use super::regions::Facts;
use super::{Area, Format, Photometric};
use crate::error::{Code, Result};
use crate::face::{Dose, Faces, Left, Scan};
use crate::file::export::Sort;
use crate::profile::Writing;

/// Looks at one file at a time. All frames are shown three times at most: to be looked at, to be blackened, and to be checked.
pub trait Pictures: Debug {
    /// Identifiers of the batch, as records: writing that matches one is not harmless.
    ///
    /// # Errors
    /// [`crate::Code::Structure`] where they are not records.
    fn identifiers(&self, records: &[u8]) -> Result<()>;

    /// Starts with a file; whatever was begun before is dropped.
    ///
    /// # Errors
    /// [`crate::Code::PixelLayout`] for a format that no picture has.
    fn begin(&self, request: &Request) -> Result<()>;

    /// Shows a frame, from 0 on, in order. `bytes` is the frame as it lies in the payload: of a compressed one, its fragments joined.
    ///
    /// # Errors
    /// [`crate::Code::Codec`] where it cannot be decoded.
    fn look(&self, index: u32, bytes: &[u8]) -> Result<()>;

    /// What was seen, after the last frame.
    ///
    /// # Errors
    /// [`crate::Code::Codec`] where the model that was asked failed.
    fn seen(&self) -> Result<Seen>;

    /// Says what is to be blackened, and asks how the frames will go out; with `native`, uncompressed whatever they were.
    ///
    /// # Errors
    /// As [`Self::begin`].
    fn mark(&self, marks: &[Mark], native: bool) -> Result<Target>;

    /// A frame with its marks blackened, in the target's Transfer Syntax.
    ///
    /// # Errors
    /// [`crate::Code::Codec`] where there is no encoder; [`crate::Code::Mask`] where what was encoded does not decode to what it should.
    fn blacken(&self, index: u32, bytes: &[u8]) -> Result<Blackened>;

    /// Compares a frame as it was with the frame as it was written: black where it was marked, and equal everywhere else.
    ///
    /// # Errors
    /// [`crate::Code::Mask`] where it is not.
    fn check(&self, index: u32, before: &[u8], after: &[u8]) -> Result<()>;

    /// Writing in the frames that were checked that should have gone and is not marked yet: nothing, where all is well.
    ///
    /// # Errors
    /// As [`Self::seen`].
    fn checked(&self) -> Result<Vec<Mark>>;

    /// A small picture of a frame: RGBA, at most `edge` pixels a side.
    ///
    /// # Errors
    /// As [`Self::look`].
    fn preview(&self, index: u32, bytes: &[u8], edge: u32) -> Result<Small>;

    /// Forgets all frames that were scanned, and what was found in them.
    ///
    /// # Errors
    /// [`Code::Codec`] where nobody looks for faces.
    fn rescan(&self) -> Result<()> {
        Err(Code::Codec.into())
    }

    /// Takes a frame of the file begun, whose request has a [`Scan`], into the volumes. Files come one after the other, each with all of
    /// its frames in order.
    ///
    /// # Errors
    /// As [`Self::look`]; [`Code::TooLong`] where all that was scanned is too large to hold.
    fn scan(&self, _index: u32, _bytes: &[u8]) -> Result<()> {
        Err(Code::Codec.into())
    }

    /// Looks for faces in all that was scanned.
    ///
    /// # Errors
    /// [`Code::Codec`] where nobody looks for faces.
    fn faces(&self) -> Result<Faces> {
        Err(Code::Codec.into())
    }

    /// The bytes of a recipe that was found.
    ///
    /// # Errors
    /// [`Code::Mask`] where there is none of that number.
    fn recipe(&self, _number: u32) -> Result<Vec<u8>> {
        Err(Code::Mask.into())
    }

    /// Has the face taken out of the file begun as well, with its marks: [`Self::mark`], [`Self::blacken`] and [`Self::check`] heed it.
    ///
    /// # Errors
    /// [`Code::Mask`] for bytes that are no recipe, or a file whose request has no [`Scan`].
    fn treat(&self, _recipe: &[u8], _dose: Dose) -> Result<()> {
        Err(Code::Mask.into())
    }

    /// How many voxels of the file begun changed, or would change, under its recipe, over the frames that were blackened.
    ///
    /// # Errors
    /// As [`Self::treat`].
    fn treated(&self) -> Result<u64> {
        Err(Code::Mask.into())
    }

    /// Measures what is left of the face in files as they were written, which were scanned since [`Self::rescan`].
    ///
    /// # Errors
    /// As [`Self::treat`].
    fn left(&self, _recipe: &[u8]) -> Result<Left> {
        Err(Code::Mask.into())
    }

    /// The surface of the head that was scanned, seen from `yaw` degrees to the left of its front, `edge` pixels a side, grey as RGBA;
    /// `treated`, as it would be once its recipe was carried out.
    ///
    /// # Errors
    /// As [`Self::treat`].
    fn surface(&self, _recipe: &[u8], _yaw: i32, _edge: u32, _treated: bool) -> Result<Small> {
        Err(Code::Mask.into())
    }

    /// Takes a picture file of its own apart, whatever was begun: its frame is then looked at as any other's.
    ///
    /// # Errors
    /// [`crate::Code::Codec`] where it cannot be decoded, and where nobody takes files apart; as [`super::export::open`].
    fn open(&self, _bytes: &[u8]) -> Result<Opened> {
        Err(Code::Codec.into())
    }

    /// The picture file of a frame of the file that was begun, as it was opened or blackened.
    ///
    /// # Errors
    /// As [`super::export::seal`].
    fn seal(&self, _frame: &[u8]) -> Result<Vec<u8>> {
        Err(Code::Codec.into())
    }
}

/// A picture file that was taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it leaves as: JPEG or PNG.
    pub sort: Sort,
    /// How the samples of its frame lie, upright.
    pub format: Format,
    /// There was something beside the picture: application data, comments, profiles, bytes behind its end.
    pub beside: bool,
    /// There was colour where nothing shows.
    pub hidden: bool,
    /// It did not lie upright.
    pub turned: bool,
    /// It could be turned only by another compression with loss.
    pub recompressed: bool,
    /// The frame, as the payload of a data set would have it.
    pub frame: Vec<u8>,
}

/// 8-bit RGBA, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Small {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// `width * height * 4` bytes.
    pub pixels: Vec<u8>,
}

/// How likely a picture is to carry writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Risk {
    /// Nothing that could be seen as a picture.
    None,
    /// Hardly ever: a cheap look at each frame.
    Screen,
    /// Often: a close look.
    Look,
    /// By its kind or its own words: nothing leaves without a close look.
    Likely,
}

/// What whoever looks needs to know of a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Request {
    /// (0002,0010), as the payload lies.
    pub syntax: String,
    /// How the samples lie.
    pub format: Format,
    /// Frames.
    pub frames: u32,
    /// How likely it carries writing.
    pub risk: Risk,
    /// What the policy says of writing.
    pub writing: Writing,
    /// What the header says of the device and the kind of picture.
    pub facts: Facts,
    /// Rectangles of (0018,6011).
    pub regions: Vec<Area>,
    /// Window Center and Window Width, in rescaled units, if there is one.
    pub window: Option<(f64, f64)>,
    /// Rescale Slope and Rescale Intercept.
    pub rescale: (f64, f64),
    /// Colour tables.
    pub tables: Option<Tables>,
    /// (0028,0120)
    pub padding: Option<i32>,
    /// Where frames lie in the patient, if they may be part of a volume.
    #[serde(default)]
    pub scan: Option<Scan>,
}

/// The colour tables of PALETTE COLOR as they lie in the file (PS3.3 C.7.6.3.1.5 and .6).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tables {
    /// Number of entries (0 for 65,536), first stored value mapped, bits an entry.
    pub descriptor: (u32, i32, u32),
    /// The bytes are segments (PS3.3 C.7.9.2).
    pub segmented: bool,
    /// Words of two bytes have their first byte on top.
    pub big_endian: bool,
    /// Red, green, blue.
    pub data: [Vec<u8>; 3],
}

/// Why a piece of a picture is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The device writes there.
    Region,
    /// It lies outside of what an ultrasound picture says to be its image.
    Outside,
    /// Writing, or what looks like it, that was not read.
    Unread,
    /// Writing of which nobody can say that it is harmless.
    Unknown,
    /// Writing that matches the batch's identifiers.
    Identifies,
    /// Writing that says nothing of a person.
    Harmless,
    /// A person drew it.
    Drawn,
}

/// A piece of a picture. Says nothing of what is written there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Where.
    pub area: Area,
    /// The first and the last frame, from 0; all where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub frames: Option<(u32, u32)>,
    /// Why.
    pub why: Why,
    /// Whether it is blackened.
    pub gone: bool,
}

impl Mark {
    /// Whether it is of a frame.
    pub fn is_on(&self, frame: u32) -> bool {
        self.frames.is_none_or(|(first, last)| (first..=last).contains(&frame))
    }
}

/// What was seen in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Seen {
    /// Pieces that are, or look like, writing.
    pub marks: Vec<Mark>,
    /// The whole of it is a page of writing.
    pub page: bool,
    /// A model has looked, beside the finder that needs none.
    pub read: bool,
    /// Every frame was looked at, and nothing that should go would stay once the marks are black.
    pub whole: bool,
}

/// How frames go out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// (0002,0010)
    pub syntax: String,
    /// (0028,0004), where it changes.
    pub photometric: Option<String>,
    /// (0028,0006), where it changes or has to be said.
    pub planar: Option<u16>,
}

/// A frame that was blackened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blackened {
    /// No mark is on it: as it was.
    Same,
    /// Bytes to put at offsets from the frame's first byte, in order, apart from each other; all others stay.
    Patches(Vec<(u64, Vec<u8>)>),
    /// The whole frame.
    Stream(Vec<u8>),
}

impl Blackened {
    /// As bytes: 0 for the same; 1, and the stream; 2, and patches: offset and length in eight bytes each, then the bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Same => vec![0],
            Self::Stream(stream) => [&[1], stream.as_slice()].concat(),
            Self::Patches(patches) => {
                let mut bytes = vec![2];
                for (at, patch) in patches {
                    bytes.extend_from_slice(&at.to_le_bytes());
                    bytes.extend_from_slice(&(patch.len() as u64).to_le_bytes());
                    bytes.extend_from_slice(patch);
                }
                bytes
            }
        }
    }

    /// The reverse of [`Self::to_bytes`].
    ///
    /// # Errors
    /// [`Code::Codec`] for bytes that it does not make.
    pub fn from_bytes(mut bytes: Vec<u8>) -> Result<Self> {
        let kind = if bytes.is_empty() { u8::MAX } else { bytes.remove(0) };
        match kind {
            0 if bytes.is_empty() => Ok(Self::Same),
            1 => Ok(Self::Stream(bytes)),
            2 => {
                let mut patches = Vec::new();
                let mut rest = bytes.as_slice();
                while !rest.is_empty() {
                    let (at, tail) = rest.split_first_chunk::<8>().ok_or(Code::Codec)?;
                    let (len, tail) = tail.split_first_chunk::<8>().ok_or(Code::Codec)?;
                    let len = usize::try_from(u64::from_le_bytes(*len)).map_err(|_| Code::Codec)?;
                    let (patch, tail) = tail.split_at_checked(len).ok_or(Code::Codec)?;
                    patches.push((u64::from_le_bytes(*at), patch.to_vec()));
                    rest = tail;
                }
                Ok(Self::Patches(patches))
            }
            _ => Err(Code::Codec.into()),
        }
    }
}

impl Opened {
    /// Explicit VR Little Endian.
    pub const NATIVE: &str = "1.2.840.10008.1.2.1";
    /// JPEG Baseline (Process 1).
    pub const BASELINE: &str = "1.2.840.10008.1.2.4.50";
    /// JPEG Extended (Processes 2 and 4).
    pub const EXTENDED: &str = "1.2.840.10008.1.2.4.51";

    /// The Transfer Syntax that the frame is in.
    pub const fn syntax(&self) -> &'static str {
        match self.sort {
            Sort::Jpeg if self.format.bits_stored > 8 => Self::EXTENDED,
            Sort::Jpeg => Self::BASELINE,
            _ => Self::NATIVE,
        }
    }

    /// As bytes: what it is in 16, then the frame.
    pub fn to_bytes(&self) -> Vec<u8> {
        let Format { rows, columns, samples, bits_allocated, bits_stored, photometric, .. } = self.format;
        let colour = match photometric {
            Photometric::Rgb => 1,
            Photometric::YbrFull => 2,
            _ => 0,
        };
        let flags = [self.beside, self.hidden, self.turned, self.recompressed];
        let flags = flags.iter().rev().fold(0, |all, flag| all << 1 | u8::from(*flag));
        let head = [u8::from(self.sort == Sort::Png), flags, samples as u8, bits_allocated as u8, bits_stored as u8, colour, 0, 0];
        [&head[..], &rows.to_le_bytes(), &columns.to_le_bytes(), &self.frame].concat()
    }

    /// The reverse of [`Self::to_bytes`].
    ///
    /// # Errors
    /// [`Code::Codec`] for bytes that it does not make.
    pub fn from_bytes(mut bytes: Vec<u8>) -> Result<Self> {
        let frame = if bytes.len() >= 16 { bytes.split_off(16) } else { Vec::new() };
        let head: [u8; 16] = bytes.try_into().map_err(|_| Code::Codec)?;
        let [sort, flags, samples, allocated, stored, colour, _, _, a, b, c, d, e, f, g, h] = head;
        let format = Format {
            rows: u32::from_le_bytes([a, b, c, d]),
            columns: u32::from_le_bytes([e, f, g, h]),
            samples: u32::from(samples),
            bits_allocated: u32::from(allocated),
            bits_stored: u32::from(stored),
            high_bit: u32::from(stored).saturating_sub(1),
            signed: false,
            planar: false,
            photometric: match colour {
                1 => Photometric::Rgb,
                2 => Photometric::YbrFull,
                _ => Photometric::Monochrome2,
            },
            big_endian: false,
        };
        format.check()?;
        let flag = |at: u32| flags >> at & 1 == 1;
        let sort = if sort == 1 { Sort::Png } else { Sort::Jpeg };
        Ok(Self { sort, format, beside: flag(0), hidden: flag(1), turned: flag(2), recompressed: flag(3), frame })
    }
}

impl Small {
    /// As bytes: width and height in four bytes each, then the pixels.
    pub fn to_bytes(&self) -> Vec<u8> {
        [&self.width.to_le_bytes()[..], &self.height.to_le_bytes(), &self.pixels].concat()
    }

    /// The reverse of [`Self::to_bytes`].
    ///
    /// # Errors
    /// [`Code::Codec`] for bytes that it does not make.
    pub fn from_bytes(mut bytes: Vec<u8>) -> Result<Self> {
        let pixels = if bytes.len() >= 8 { bytes.split_off(8) } else { Vec::new() };
        let head: [u8; 8] = bytes.try_into().map_err(|_| Code::Codec)?;
        let [a, b, c, d, e, f, g, h] = head;
        let (width, height) = (u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h]));
        let fits = u64::from(width).saturating_mul(u64::from(height)).saturating_mul(4) == pixels.len() as u64;
        if fits { Ok(Self { width, height, pixels }) } else { Err(Code::Codec.into()) }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_crosses_comes_back() {
        for blackened in [
            Blackened::Same,
            Blackened::Stream(vec![]),
            Blackened::Stream(vec![1, 2]),
            Blackened::Patches(vec![]),
            Blackened::Patches(vec![(3, vec![1]), (u64::MAX, vec![])]),
        ] {
            assert_eq!(Blackened::from_bytes(blackened.to_bytes()).unwrap(), blackened);
        }
        for (sort, photometric) in
            [(Sort::Jpeg, Photometric::YbrFull), (Sort::Png, Photometric::Rgb), (Sort::Png, Photometric::Monochrome2)]
        {
            let format = Format { photometric, ..super::super::build::format(3, 70_000 % 65_536, 3, 8) };
            let opened = Opened { sort, format, beside: true, hidden: false, turned: true, recompressed: false, frame: vec![1, 2] };
            assert_eq!(Opened::from_bytes(opened.to_bytes()).unwrap(), opened);
        }
        let small = Small { width: 2, height: 1, pixels: vec![7; 8] };
        assert_eq!(Small::from_bytes(small.to_bytes()).unwrap(), small);
    }

    #[test]
    fn what_nobody_made_is_refused() {
        for bytes in [vec![], vec![0, 1], vec![3], vec![2, 1], [vec![2], vec![255; 16]].concat()] {
            assert!(Blackened::from_bytes(bytes).is_err());
        }
        assert!(Small::from_bytes(vec![1, 0, 0, 0, 1, 0, 0, 0, 9]).is_err());
        assert!(Small::from_bytes(vec![1]).is_err());
        assert!(Opened::from_bytes(vec![0; 15]).is_err() && Opened::from_bytes(vec![0; 20]).is_err());
    }
}

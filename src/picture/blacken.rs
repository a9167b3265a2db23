//! Frames with areas made black: in their own Transfer Syntax where that can be had, and nothing else changed.

use super::black;
use super::native::{self, grown, is_paired};
use super::stored::Coding;
use super::{Area, Blackened, Codecs, Format, Frame, Patch, Photometric, Stored, Target, decode, encode, jpeg};
use crate::error::{Code, Result};

/// Explicit VR Little Endian.
const NATIVE: &str = "1.2.840.10008.1.2.1";

/// How the frames of a file go out once some of them are blackened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Transfer Syntax UID. Where it is another than before, every frame has to be made anew, black or not.
    pub syntax: String,
    /// How samples lie then, and what they are called.
    pub format: Format,
    /// What the header has to say that it did not say before.
    pub target: Target,
}

impl Outgoing {
    fn new(syntax: &str, before: &Format, format: Format, changed: bool) -> Self {
        let photometric = format.photometric.value().filter(|_| format.photometric != before.photometric).map(str::to_owned);
        // Colour by pixel, wherever Planar Configuration means anything at all, and where it means nothing (PS3.5 8.2).
        let planar = (changed && format.samples > 1).then_some(0);
        let target = Target { syntax: syntax.to_owned(), photometric, planar };
        Self { syntax: syntax.to_owned(), format, target }
    }

    /// As they are.
    pub fn same(syntax: &str, format: &Format) -> Self {
        Self::new(syntax, format, format.clone(), false)
    }
}

/// In which Transfer Syntax frames go out, and what the header has to say of them. `decoded` is [`decode::format`] of one of them.
///
/// | from | to | Photometric Interpretation | Planar Configuration |
/// | --- | --- | --- | --- |
/// | native, deflated, RLE | the same | stays | stays |
/// | JPEG Baseline, Extended (.50, .51) | the same, edited among its coefficients | stays | stays |
/// | other JPEG by DCT (.52 to .56, retired) | .51 | stays | stays |
/// | JPEG Lossless (.57, .58, .70) | .70 | YBR_FULL_422 becomes YBR_FULL, if the syntax changes | 0, if the syntax changes |
/// | JPEG-LS (.80, .81) | .80 | the same | the same |
/// | JPEG 2000 and HTJ2K | .90 | YBR_ICT becomes YBR_RCT; else as for JPEG Lossless | the same |
/// | JPEG XL | Explicit VR Little Endian | as decoded | 0 |
///
/// Lossy Image Compression and its history stay as they are: nothing is gained back.
///
/// # Errors
/// [`Code::Codec`] where there is no decoder.
pub fn outgoing(syntax: &str, format: &Format, decoded: &Format) -> Result<Outgoing> {
    let own = match Coding::of(syntax)? {
        Coding::Native | Coding::Deflated | Coding::Rle => syntax,
        Coding::Dct if syntax.ends_with(".4.50") => syntax,
        Coding::Dct => "1.2.840.10008.1.2.4.51",
        Coding::Lossless => "1.2.840.10008.1.2.4.70",
        Coding::JpegLs => "1.2.840.10008.1.2.4.80",
        Coding::Jpeg2000 => "1.2.840.10008.1.2.4.90",
        Coding::JpegXl => return Ok(uncompressed(format, decoded)),
    };
    let changed = own != syntax;
    let dct = Coding::of(syntax)? == Coding::Dct;
    let photometric = match format.photometric {
        Photometric::YbrIct if changed => Photometric::YbrRct,
        Photometric::YbrFull422 if changed && !dct => Photometric::YbrFull,
        same => same,
    };
    let changed = changed && !dct;
    Ok(Outgoing::new(own, format, Format { photometric, planar: format.planar && !changed, ..format.clone() }, changed))
}

/// Explicit VR Little Endian: what frames go out in where an encoder fails. Photometric Interpretation is that of decoded samples, colour is
/// by pixel.
pub fn uncompressed(format: &Format, decoded: &Format) -> Outgoing {
    let format_then = Format { photometric: decoded.photometric, planar: false, big_endian: false, ..format.clone() };
    Outgoing::new(NATIVE, format, format_then, true)
}

/// A frame as `outgoing` says, with areas made black. What is made is decoded again, and compared.
///
/// `palette_black` is the stored value that a palette shows darkest. Where `outgoing` has another syntax, so for frames without areas too.
///
/// # Errors
/// As [`decode::frame`]; [`Code::Codec`] where there is no encoder; [`Code::Mask`] where what was made is not what it should be.
pub fn frame(
    stored: &Stored<'_>,
    outgoing: &Outgoing,
    areas: &[Area],
    palette_black: Option<u32>,
    codecs: &dyn Codecs,
) -> Result<Blackened> {
    let changed = outgoing.syntax != stored.syntax;
    if !changed && areas.iter().all(|area| area.within(stored.format.columns, stored.format.rows).is_empty()) {
        return Ok(Blackened::Same);
    }
    match (Coding::of(stored.syntax)?, Coding::of(&outgoing.syntax)?) {
        (Coding::Native, Coding::Native) if !changed => patches(stored, areas, palette_black),
        (Coding::Dct, Coding::Dct) => {
            // Compared among its coefficients there. Its samples are when it was written.
            Ok(Blackened::Stream(jpeg::blacken(stored.bytes, stored.format, areas)?))
        }
        _ => {
            let wanted = wanted(stored, areas, palette_black, codecs)?;
            let stream = encode::frame(&outgoing.syntax, &wanted, &outgoing.format, codecs)?;
            let made = decode::frame(&Stored::new(&outgoing.syntax, &stream, &outgoing.format), codecs)?;
            if made == wanted { Ok(Blackened::Stream(stream)) } else { Err(Code::Mask.into()) }
        }
    }
}

/// Compares a frame as it was with the same frame as it was written: black in the areas, and equal everywhere else, sample by sample;
/// among coefficients as well where these were edited. `after` may be native where `before` was not, and so on. Returns the frame as it was
/// written, decoded.
///
/// # Errors
/// [`Code::Mask`] where it is not so; as [`decode::frame`].
pub fn check(before: &Stored<'_>, after: &Stored<'_>, areas: &[Area], palette_black: Option<u32>, codecs: &dyn Codecs) -> Result<Frame> {
    if before.syntax == after.syntax && before.bytes == after.bytes && areas.is_empty() {
        return decode::frame(after, codecs);
    }
    if Coding::of(before.syntax)? == Coding::Dct && Coding::of(after.syntax)? == Coding::Dct {
        return check_dct(before, after, areas);
    }
    let (wanted, written) = (wanted(before, areas, palette_black, codecs)?, decode::frame(after, codecs)?);
    if written == wanted { Ok(written) } else { Err(Code::Mask.into()) }
}

/// What becomes black where `areas` are to: grown to whole MCUs of JPEG, and to whole pairs of pixels that share their colour.
///
/// # Errors
/// As [`jpeg::grown`].
pub fn reach(stored: &Stored<'_>, areas: &[Area]) -> Result<Vec<Area>> {
    match Coding::of(stored.syntax)? {
        Coding::Dct => Ok(jpeg::grown(stored.bytes, areas)?.black),
        Coding::Native if is_paired(stored.format, stored.bytes.len().saturating_sub((stored.bit_offset / 8) as usize)) => {
            Ok(grown(areas, stored.format))
        }
        _ => Ok(areas.iter().map(|area| area.within(stored.format.columns, stored.format.rows)).filter(|area| !area.is_empty()).collect()),
    }
}

/// The decoded frame as it should be.
fn wanted(stored: &Stored<'_>, areas: &[Area], palette_black: Option<u32>, codecs: &dyn Codecs) -> Result<Frame> {
    let mut frame = decode::frame(stored, codecs)?;
    let areas = if Coding::of(stored.syntax)? == Coding::Native { reach(stored, areas)? } else { areas.to_vec() };
    black::fill(&mut frame, &decode::format(stored), &areas, palette_black);
    Ok(frame)
}

fn patches(stored: &Stored<'_>, areas: &[Area], palette_black: Option<u32>) -> Result<Blackened> {
    let patches = native::blacken(stored.bytes, stored.bit_offset, stored.format, areas, palette_black)?;
    let mut bytes = stored.bytes.to_vec();
    patches.iter().for_each(|patch| patch.apply(&mut bytes));
    check(stored, &Stored { bytes: &bytes, ..*stored }, areas, palette_black, &super::None)?;
    Ok(Blackened::Patches(patches.into_iter().map(|Patch { at, bytes }| (at, bytes)).collect()))
}

/// Coefficients are compared by JPEG's own; samples once more by their decoder: brightness is to be black, since colour is interpolated at
/// the edges, and what no edge reaches is to be as it was.
fn check_dct(before: &Stored<'_>, after: &Stored<'_>, areas: &[Area]) -> Result<Frame> {
    let format = before.format;
    let (old, new) = jpeg::compared(before.bytes, after.bytes, format, areas)?.ok_or(Code::Mask)?;
    let grown = jpeg::grown(before.bytes, areas)?;
    let is_black = match decode::format(before).photometric {
        Photometric::Rgb => black::is_black(&new, format, &grown.black, None),
        Photometric::Monochrome1 => {
            // A step of quantization may go beyond the highest that Bits Stored has.
            let most = black::word(format, 0, None);
            black::first_samples(&new, &grown.black).all(|sample| sample >= most)
        }
        _ => black::first_samples(&new, &grown.black).all(|sample| sample == 0),
    };
    if is_black && black::same_outside(&old, &new, &grown.touched) { Ok(new) } else { Err(Code::Mask.into()) }
}

#[cfg(test)]
mod tests;

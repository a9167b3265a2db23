//! Frames with a face taken out, beside areas made black: in their own Transfer Syntax where that has no loss.

use super::stored::Coding;
use super::{Area, Blackened, Codecs, Frame, Patch, Stored, black, blacken, decode, encode, native};
use crate::error::{Code, Result};
use crate::face::{Fill, Mask, Spread};

/// What is taken out of one frame. No pixel of the mask lies in an area that becomes black.
#[derive(Clone, Copy, Debug)]
pub struct Cut<'a> {
    /// Where.
    pub mask: &'a Mask,
    /// What with.
    pub fill: Fill<'a>,
}

/// How far a skin's edge may have been drawn by the codec of a frame: of JPEG, into its blocks, which are twice as large where colour has
/// fewer samples; wavelets reach a little farther, and JPEG XL has blocks of many sizes. Lossy JPEG-LS keeps to each pixel.
///
/// # Errors
/// As [`decode::frame`].
pub fn spread(stored: &Stored<'_>) -> Result<Spread> {
    Ok(match Coding::of(stored.syntax)? {
        Coding::Dct => Spread::Block(if stored.format.samples > 1 { 16 } else { 8 }),
        // Syntaxes that are for lossless streams alone.
        Coding::Jpeg2000 if [".90", ".92", ".201", ".202"].iter().any(|last| stored.syntax.ends_with(last)) => Spread::None,
        Coding::JpegXl if stored.syntax.ends_with(".110") => Spread::None,
        Coding::Jpeg2000 => Spread::Around(8),
        Coding::JpegXl => Spread::Around(16),
        Coding::Native | Coding::Deflated | Coding::Rle | Coding::Lossless | Coding::JpegLs => Spread::None,
    })
}

/// In which Transfer Syntax frames go out of which faces are taken: as [`blacken::outgoing`] says, but JPEG by DCT becomes native, since no
/// face is made of whole blocks, and what stays is not to lose more.
///
/// # Errors
/// As [`blacken::outgoing`].
pub fn outgoing(syntax: &str, format: &super::Format, decoded: &super::Format) -> Result<blacken::Outgoing> {
    match Coding::of(syntax)? {
        Coding::Dct => Ok(blacken::uncompressed(format, decoded)),
        _ => blacken::outgoing(syntax, format, decoded),
    }
}

/// As [`blacken::frame`], with a face taken out; and how many pixels that has changed. Where it changes none, the frame is as
/// [`blacken::frame`] makes it: without areas, and in its own syntax, the same.
///
/// # Errors
/// As [`blacken::frame`].
pub fn frame(
    stored: &Stored<'_>,
    outgoing: &blacken::Outgoing,
    areas: &[Area],
    cut: &Cut<'_>,
    codecs: &dyn Codecs,
) -> Result<(Blackened, u64)> {
    let palette_black = cut.fill.palette_black;
    let plain = || Ok((blacken::frame(stored, outgoing, areas, palette_black, codecs)?, 0));
    if cut.mask.is_empty() {
        return plain();
    }
    let before = blackened(stored, areas, palette_black, codecs)?;
    let mut wanted = before.clone();
    let changed = cut.mask.carve(&mut wanted, &cut.fill);
    if changed == 0 {
        return plain();
    }
    if !cut.mask.is_carved(&before, &wanted, &cut.fill) {
        return Err(Code::Mask.into());
    }
    if Coding::of(stored.syntax)? == Coding::Native && outgoing.syntax == stored.syntax {
        let patches = native::patches(stored.bytes, stored.bit_offset, stored.format, &wanted)?;
        let mut bytes = stored.bytes.to_vec();
        patches.iter().for_each(|patch| patch.apply(&mut bytes));
        let made = decode::frame(&Stored { bytes: &bytes, ..*stored }, codecs)?;
        let patches = patches.into_iter().map(|Patch { at, bytes }| (at, bytes)).collect();
        return if made == wanted { Ok((Blackened::Patches(patches), changed)) } else { Err(Code::Mask.into()) };
    }
    let stream = encode::frame(&outgoing.syntax, &wanted, &outgoing.format, codecs)?;
    let made = decode::frame(&Stored::new(&outgoing.syntax, &stream, &outgoing.format), codecs)?;
    if made == wanted { Ok((Blackened::Stream(stream), changed)) } else { Err(Code::Mask.into()) }
}

/// Compares a frame as it was with the same frame as it was written: black in the areas, air or tissue where the face was, equal everywhere
/// else, sample by sample. Returns the frame with black areas and its face still there.
///
/// # Errors
/// [`Code::Mask`] where it is not so; as [`decode::frame`].
pub fn check(before: &Stored<'_>, after: &Stored<'_>, areas: &[Area], cut: &Cut<'_>, codecs: &dyn Codecs) -> Result<Frame> {
    let palette_black = cut.fill.palette_black;
    let was = blackened(before, areas, palette_black, codecs)?;
    if before.syntax == after.syntax && before.bytes == after.bytes && areas.is_empty() && cut.mask.is_empty() {
        return Ok(was);
    }
    // What was edited among coefficients is compared there; no face goes out so.
    if cut.mask.is_empty() {
        blacken::check(before, after, areas, palette_black, codecs)?;
        return Ok(was);
    }
    let is = decode::frame(after, codecs)?;
    if cut.mask.is_carved(&was, &is, &cut.fill) { Ok(was) } else { Err(Code::Mask.into()) }
}

/// The decoded frame with its areas black.
fn blackened(stored: &Stored<'_>, areas: &[Area], palette_black: Option<u32>, codecs: &dyn Codecs) -> Result<Frame> {
    let mut frame = decode::frame(stored, codecs)?;
    let areas = if Coding::of(stored.syntax)? == Coding::Native { blacken::reach(stored, areas)? } else { areas.to_vec() };
    black::fill(&mut frame, &decode::format(stored), &areas, palette_black);
    Ok(frame)
}

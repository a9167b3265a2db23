//! What a JPEG 2000 codestream announces, read before the decoder sees it (ISO/IEC 15444-1 Annexes A and I).

use scan_scrubber::{Code, Result};

const SIZ: u8 = 0x51;
const COD: u8 = 0x52;
const COC: u8 = 0x53;
const COM: u8 = 0x64;
const SOT: u8 = 0x90;
const SOD: u8 = 0x93;
const EOC: u8 = 0xD9;

/// Tiles beyond which they must be of some size: each costs some kilobytes, however small it is.
const TILES: u64 = 64;

/// Pixels that a tile has at least on average, where there are many: encoders make tiles of 128 by 128 and more.
const TILE: u64 = 32 * 32;

/// Tiles at most: a slide of 30,000 by 30,000 pixels in tiles of 256 by 256 has 13,924.
const MOST_TILES: u64 = 16_384;

/// Precincts of all resolutions and components; each has some hundred bytes. 5,000 by 5,000 pixels in colour in precincts of 64 by 64 have
/// about 110,000.
const PRECINCTS: u64 = 1 << 19;

/// Packets, and steps from one to the next: the decoder takes them all, even where there are no bytes left. The same picture in 20 quality
/// layers has about two million.
const PACKETS: u64 = 1 << 24;

/// One component of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Component {
    /// Bits a sample, 1 to 38.
    pub bits: u32,
    /// Two's complement.
    pub signed: bool,
    /// Columns and rows of the reference grid from one sample to the next, 1 to 255.
    pub step: [u32; 2],
}

/// The image and tile size marker segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// First column and row on the reference grid.
    pub first: [u32; 2],
    /// Columns and rows on the reference grid from its origin.
    pub end: [u32; 2],
    /// Tiles along a row and a column.
    pub tiles: [u64; 2],
    /// Components, 1 to 16,384.
    pub components: Vec<Component>,
}

impl Size {
    /// Columns and rows of the component that has the most.
    pub fn pixels(&self) -> [u32; 2] {
        [0, 1].map(|axis| self.length(axis, self.step(axis)))
    }

    /// The smallest step of all components along an axis.
    pub fn step(&self, axis: usize) -> u32 {
        self.components.iter().filter_map(|component| component.step.get(axis)).copied().min().unwrap_or(1)
    }

    /// Samples along an axis that are `step` apart.
    pub fn length(&self, axis: usize, step: u32) -> u32 {
        let of = |ends: &[u32; 2]| ends.get(axis).map_or(0, |end| end.div_ceil(step.max(1)));
        of(&self.end).saturating_sub(of(&self.first))
    }
}

/// The codestream of a frame: all of it, or what lies in the first `jp2c` box of a JP2 file.
///
/// # Errors
/// [`Code::Codec`] where there is none.
pub fn find(bytes: &[u8]) -> Result<&[u8]> {
    if bytes.starts_with(&[0xFF, 0x4F]) {
        return Ok(bytes);
    }
    let mut rest = bytes;
    loop {
        let (length, kind) = (word(rest, 0)?, word(rest, 4)?);
        let (start, length) = match length {
            0 => (8, rest.len()),
            1 => (16, usize::try_from((u64::from(word(rest, 8)?) << 32) | u64::from(word(rest, 12)?)).map_err(|_| Code::Codec)?),
            length => (8, length as usize),
        };
        if kind == u32::from_be_bytes(*b"jp2c") {
            // One that claims more than there is holds what there is.
            return rest.get(start..length.min(rest.len())).ok_or_else(|| Code::Codec.into());
        }
        rest = rest.get(length.max(start)..).ok_or(Code::Codec)?;
    }
}

/// Reads the headers of a codestream: of the image, and of all tile-parts.
///
/// # Errors
/// [`Code::Codec`] where they cannot be read, or announce more work than any picture needs.
pub fn survey(bytes: &[u8]) -> Result<Size> {
    let mut survey = Survey { bytes, least: [31; 2], layers: 1, resolutions: 1 };
    if bytes.get(..4) != Some(&[0xFF, 0x4F, 0xFF, SIZ]) {
        return Err(Code::Codec.into());
    }
    let (payload, start) = survey.segment(2)?;
    let size = size(payload)?;
    let mut at = survey.header(start, SOT, size.components.len())?;
    // A missing end is tolerated behind a tile-part.
    while bytes.len().saturating_sub(at) > 1 {
        match survey.marker(at)? {
            EOC => break,
            SOT => {
                let (payload, next) = survey.segment(at)?;
                let length = word(payload, 2)? as usize;
                let body = survey.header(next, SOD, size.components.len())?.saturating_add(2);
                // No length: up to the end.
                let end = if length == 0 { bytes.len() } else { at.saturating_add(length) };
                at = if end < body { return Err(Code::Codec.into()) } else { end };
            }
            _ => return Err(Code::Codec.into()),
        }
    }
    survey.bound(&size)?;
    Ok(size)
}

/// The same codestream without the comments of its main header.
///
/// # Errors
/// [`Code::Codec`] where the header cannot be read.
pub fn without_comments(bytes: &[u8]) -> Result<Vec<u8>> {
    let walk = Survey { bytes, least: [31; 2], layers: 1, resolutions: 1 };
    let (mut at, mut kept) = (2, bytes.get(..2).ok_or(Code::Codec)?.to_vec());
    while walk.marker(at)? != SOT {
        let (_, next) = walk.segment(at)?;
        if walk.marker(at)? != COM {
            kept.extend_from_slice(bytes.get(at..next).ok_or(Code::Codec)?);
        }
        at = next;
    }
    kept.extend_from_slice(bytes.get(at..).ok_or(Code::Codec)?);
    Ok(kept)
}

/// What all coding styles of a codestream announce at most.
struct Survey<'a> {
    bytes: &'a [u8],
    /// The smallest step between precincts along both axes, as a power of two on a component's grid.
    least: [u32; 2],
    layers: u64,
    resolutions: u64,
}

impl<'a> Survey<'a> {
    /// Walks marker segments up to the marker `last`; returns where that is.
    fn header(&mut self, mut at: usize, last: u8, components: usize) -> Result<usize> {
        loop {
            let marker = self.marker(at)?;
            if marker == last {
                return Ok(at);
            }
            let (payload, next) = self.segment(at)?;
            match marker {
                SIZ | SOT | SOD | EOC => return Err(Code::Codec.into()),
                COD => {
                    let [style, _, l0, l1, _] = *payload.first_chunk().ok_or(Code::Codec)?;
                    self.layers = self.layers.max(u64::from(u16::from_be_bytes([l0, l1])));
                    self.style(style, payload.get(5..).unwrap_or_default())?;
                }
                COC => {
                    let start = if components < 257 { 1 } else { 2 };
                    let style = *payload.get(start).ok_or(Code::Codec)?;
                    self.style(style, payload.get(start + 1..).unwrap_or_default())?;
                }
                _ => {}
            }
            at = next;
        }
    }

    /// Levels and precincts of a coding style (A.6.1, Table A.20).
    fn style(&mut self, style: u8, parameters: &[u8]) -> Result<()> {
        let levels = u32::from(*parameters.first().ok_or(Code::Codec)?);
        if levels > 32 {
            return Err(Code::Codec.into());
        }
        self.resolutions = self.resolutions.max(u64::from(levels) + 1);
        if style & 1 == 0 {
            // Precincts of 2^15: the largest there are.
            self.least = self.least.map(|least| least.min(15));
            return Ok(());
        }
        for resolution in 0..=levels {
            let exponents = *parameters.get(5 + resolution as usize).ok_or(Code::Codec)?;
            for (least, exponent) in self.least.iter_mut().zip([exponents & 15, exponents >> 4]) {
                *least = (*least).min(u32::from(exponent) + levels - resolution);
            }
        }
        Ok(())
    }

    /// Whether the work announced is of a picture's kind.
    fn bound(&self, size: &Size) -> Result<()> {
        let [across, down] = [0, 1].map(|axis| {
            let least = self.least.get(axis).map_or(0, |least| (*least).min(31));
            let precincts = u64::from(size.length(axis, size.step(axis))) >> least;
            let tiles = size.tiles.get(axis).copied().unwrap_or(1);
            // Up to two more where an edge of a tile cuts one.
            precincts.saturating_add(tiles.saturating_mul(2))
        });
        let precincts = across.saturating_mul(down).saturating_mul(self.resolutions).saturating_mul(size.components.len() as u64);
        let [columns, rows] = size.pixels();
        let (tiles, pixels) =
            (size.tiles.iter().fold(1_u64, |all, tiles| all.saturating_mul(*tiles)), u64::from(columns) * u64::from(rows));
        // Precincts of tiles are few: each has one a resolution at least, which the limit of tiles bounds.
        let spare = tiles.saturating_mul(4).saturating_mul(self.resolutions).saturating_mul(size.components.len() as u64);
        let too_many = tiles > MOST_TILES || (tiles > TILES && pixels / tiles < TILE) || precincts.saturating_sub(spare) > PRECINCTS;
        if too_many || precincts.saturating_mul(self.layers) > PACKETS { Err(Code::Codec.into()) } else { Ok(()) }
    }

    /// The second byte of the marker at `at`.
    fn marker(&self, at: usize) -> Result<u8> {
        match self.bytes.get(at..).and_then(|rest| rest.first_chunk()) {
            Some([0xFF, marker]) => Ok(*marker),
            _ => Err(Code::Codec.into()),
        }
    }

    /// What is in the marker segment at `at`, and where the next one starts.
    fn segment(&self, at: usize) -> Result<(&'a [u8], usize)> {
        let [_, _, l0, l1] = *self.bytes.get(at..).and_then(|rest| rest.first_chunk()).ok_or(Code::Codec)?;
        let end = at + 2 + usize::from(u16::from_be_bytes([l0, l1]));
        Ok((self.bytes.get(at + 4..end).ok_or(Code::Codec)?, end))
    }
}

/// The image and tile size marker segment (A.5.1).
fn size(payload: &[u8]) -> Result<Size> {
    let pair = |at| Ok::<_, scan_scrubber::Error>([word(payload, at)?, word(payload, at + 4)?]);
    let (end, first, tile, offset) = (pair(2)?, pair(10)?, pair(18)?, pair(26)?);
    let count = payload.get(34..36).and_then(|count| count.first_chunk()).map_or(0, |count| usize::from(u16::from_be_bytes(*count)));
    let components: Vec<_> = payload.get(36..).unwrap_or_default().as_chunks::<3>().0.iter().map(component).collect();
    let steps = components.iter().all(|component| component.step.iter().all(|step| *step > 0));
    if count == 0 || components.len() != count || !steps {
        return Err(Code::Codec.into());
    }
    let mut tiles = [0; 2];
    for (tiles, (((end, first), tile), offset)) in tiles.iter_mut().zip(end.into_iter().zip(first).zip(tile).zip(offset)) {
        // The first tile starts before the image, and holds a part of it.
        if first >= end || offset > first || offset.saturating_add(tile) <= first || end > i32::MAX.unsigned_abs() {
            return Err(Code::Codec.into());
        }
        *tiles = u64::from((end - offset).div_ceil(tile));
    }
    Ok(Size { first, end, tiles, components })
}

fn component(&[depth, across, down]: &[u8; 3]) -> Component {
    Component { bits: u32::from(depth & 0x7F) + 1, signed: depth & 0x80 != 0, step: [across.into(), down.into()] }
}

fn word(bytes: &[u8], at: usize) -> Result<u32> {
    let word = bytes.get(at..).and_then(|rest| rest.first_chunk()).ok_or(Code::Codec)?;
    Ok(u32::from_be_bytes(*word))
}

//! PNG to samples (ISO/IEC 15948): every kind of colour and depth, interlaced or not. What no picture needs is not looked at.

use super::super::super::decode;
use super::super::format;
use crate::error::{Code, Result};
use crate::file::export::SIGNATURE;

/// A picture of 8 or 16 bits a sample.
pub(super) struct Pixels {
    pub(super) size: (u32, u32),
    /// Bytes a sample: little-endian words of 1 or 2.
    pub(super) word: usize,
    /// Grey; red, green and blue; or these and how opaque it is.
    pub(super) samples: usize,
    /// Pixel after pixel, row after row.
    pub(super) data: Vec<u8>,
    /// It is of a kind that is written here: no palette, no grey with opacity, no colour that stands for none.
    pub(super) own: bool,
    /// There is a chunk that no decoder needs, or something behind the last one.
    pub(super) beside: bool,
}

/// What a file says before its data (11.2.2, 11.2.3, 11.3.2).
struct Header {
    width: u32,
    height: u32,
    bits: u32,
    colour: u8,
    interlaced: bool,
    palette: Vec<[u8; 3]>,
    /// tRNS, where there is one: opacities of the palette's colours, or the one value that cannot be seen.
    clear: Option<Vec<u8>>,
}

/// First column and row of a pass, and steps to the next (8.2).
type Pass = (u32, u32, u32, u32);
const PASSES: [Pass; 7] = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

/// Decodes a file.
///
/// # Errors
/// [`Code::PixelShort`] where it ends too early; [`Code::PixelStream`] where it contradicts itself; [`Code::PixelLayout`] and
/// [`Code::TooLong`] for sizes that cannot be; [`Code::Video`] for a moving picture; [`Code::Codec`] for what later standards may add.
pub(super) fn read(bytes: &[u8]) -> Result<Pixels> {
    let mut rest = bytes.strip_prefix(SIGNATURE).ok_or(Code::PixelStream)?;
    let mut header = None;
    let mut packed = Vec::new();
    let (mut beside, mut last) = (false, *b"    ");
    while last != *b"IEND" {
        let (name, data) = chunk(&mut rest)?;
        match (&name, &mut header) {
            (b"IHDR", None) => header = Some(Header::of(data)?),
            (_, None) => return Err(Code::PixelStream.into()),
            (b"PLTE", Some(header)) => header.palette = data.as_chunks::<3>().0.to_vec(),
            (b"tRNS", Some(header)) => header.clear = Some(data.to_vec()),
            // In one piece, but for the chunks.
            (b"IDAT", _) if packed.is_empty() || last == *b"IDAT" => packed.extend_from_slice(data),
            (b"IEND", _) => {}
            (b"acTL", _) => return Err(Code::Video.into()),
            ([first, ..], _) if first.is_ascii_uppercase() => return Err(Code::Codec.into()),
            _ => beside = true,
        }
        last = name;
    }
    header.ok_or(Code::PixelStream)?.pixels(&packed, beside || !rest.is_empty())
}

/// The next chunk, its checksum compared where a picture needs it.
fn chunk<'b>(rest: &mut &'b [u8]) -> Result<([u8; 4], &'b [u8])> {
    let (length, after) = rest.split_first_chunk::<4>().ok_or(Code::PixelShort)?;
    let length = u32::from_be_bytes(*length) as usize;
    let (named, after) = after.split_at_checked(length.saturating_add(4)).ok_or(Code::PixelShort)?;
    let (sum, after) = after.split_first_chunk::<4>().ok_or(Code::PixelShort)?;
    let (name, data) = named.split_first_chunk::<4>().ok_or(Code::PixelShort)?;
    let needed = name.first().is_some_and(u8::is_ascii_uppercase) || name == b"tRNS";
    if needed && super::checksum(named) != u32::from_be_bytes(*sum) {
        return Err(Code::PixelStream.into());
    }
    *rest = after;
    Ok((*name, data))
}

impl Header {
    fn of(data: &[u8]) -> Result<Self> {
        let [a, b, c, d, e, f, g, h, bits, colour, 0, 0, interlaced @ (0 | 1)] = *data else { return Err(Code::PixelStream.into()) };
        let (width, height) = (u32::from_be_bytes([a, b, c, d]), u32::from_be_bytes([e, f, g, h]));
        let known = matches!((colour, bits), (0, 1 | 2 | 4 | 8 | 16) | (2 | 4 | 6, 8 | 16) | (3, 1 | 2 | 4 | 8));
        if !known {
            return Err(Code::PixelStream.into());
        }
        let (bits, interlaced) = (u32::from(bits), interlaced == 1);
        Ok(Self { width, height, bits, colour, interlaced, palette: Vec::new(), clear: None })
    }

    /// Samples of a pixel as they are coded.
    const fn channels(&self) -> usize {
        match self.colour {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        }
    }

    /// Samples of a pixel as they are given.
    const fn samples(&self) -> usize {
        match (self.colour, &self.clear) {
            (0, None) => 1,
            (2 | 3, None) => 3,
            _ => 4,
        }
    }

    fn pixels(&self, packed: &[u8], beside: bool) -> Result<Pixels> {
        let (size, samples, word) = ((self.width, self.height), self.samples(), if self.bits == 16 { 2 } else { 1 });
        let format = format(size, samples as u32, 8 * word as u32);
        format.check()?;
        let whole: &[Pass] = if self.interlaced { &PASSES } else { &[(0, 0, 1, 1)] };
        let passes: Vec<(Pass, usize, usize)> = whole.iter().map(|pass| self.extent(*pass)).filter(|(_, line, _)| *line > 0).collect();
        let total = passes.iter().map(|(_, line, rows)| (line + 1) * rows).sum::<usize>();
        // Two bytes say how it is packed (RFC 1950 2.2): by deflate, and without a dictionary.
        let [0x08 | 0x18 | 0x28 | 0x38 | 0x48 | 0x58 | 0x68 | 0x78, flags, stream @ ..] = packed else {
            return Err(if packed.len() < 2 { Code::PixelShort } else { Code::PixelStream }.into());
        };
        if flags & 0x20 != 0 {
            return Err(Code::PixelStream.into());
        }
        let raw = decode::inflate(stream, total.saturating_add(SPARE))?;
        let mut rest = raw.get(..total).ok_or(Code::PixelShort)?;
        let mut data = vec![0; usize::try_from(format.count()).map_err(|_| Code::TooLong)?.saturating_mul(word)];
        for ((left, top, across, down), length, rows) in passes {
            let mut before = vec![0; length];
            for y in (top..).step_by(down as usize).take(rows) {
                let ([filter], after) = rest.split_first_chunk::<1>().ok_or(Code::PixelShort)?;
                let (line, after) = after.split_at_checked(length).ok_or(Code::PixelShort)?;
                rest = after;
                before = unfiltered(*filter, line, &before, (self.channels() * self.bits as usize).div_ceil(8))?;
                for (index, x) in (left..self.width).step_by(across as usize).enumerate() {
                    let at = (y as usize * self.width as usize + x as usize) * samples * word;
                    let place = data.get_mut(at..at + samples * word).ok_or(Code::PixelShort)?;
                    self.put(&before, index, place);
                }
            }
        }
        let own = matches!(self.colour, 0 | 2 | 6) && self.bits >= 8 && self.clear.is_none();
        Ok(Pixels { size, word, samples, data, own, beside })
    }

    /// A pass, with the bytes of its rows and how many there are.
    fn extent(&self, pass: Pass) -> (Pass, usize, usize) {
        let (left, top, across, down) = pass;
        let columns = self.width.saturating_sub(left).div_ceil(across) as usize;
        let rows = self.height.saturating_sub(top).div_ceil(down) as usize;
        (pass, (columns * self.channels() * self.bits as usize).div_ceil(8), rows)
    }

    /// Puts the pixel of this index in its row where it belongs.
    fn put(&self, line: &[u8], index: usize, place: &mut [u8]) {
        let channels = self.channels();
        let sample = |channel: usize| self.sample(line, index * channels + channel);
        let (mut values, full) = ([0_u16; 4], if self.bits == 16 { u16::MAX } else { 0xFF });
        values[3] = full;
        match self.colour {
            3 => {
                let index = usize::from(sample(0));
                let colour = self.palette.get(index).copied().unwrap_or_default();
                values.iter_mut().zip(colour).for_each(|(value, byte)| *value = u16::from(byte));
                values[3] = self.clear.as_ref().and_then(|clear| clear.get(index)).map_or(full, |opacity| u16::from(*opacity));
            }
            0 | 4 => {
                let most = ((1_u32 << self.bits) - 1) as u16;
                let value = if self.bits < 8 { sample(0) * (0xFF / most) } else { sample(0) };
                values[..3].fill(value);
                values[3] = if self.colour == 4 { sample(1) } else { self.opacity(&[sample(0)], full) };
            }
            _ => {
                values.iter_mut().take(channels).enumerate().for_each(|(channel, value)| *value = sample(channel));
                if self.colour == 2 {
                    values[3] = self.opacity(&values[..3], full);
                }
            }
        }
        let word = if self.bits == 16 { 2 } else { 1 };
        let bytes = values.iter().flat_map(|value| value.to_le_bytes().into_iter().take(word));
        place.iter_mut().zip(bytes).for_each(|(place, byte)| *place = byte);
    }

    /// Whether this is the one value that cannot be seen.
    fn opacity(&self, values: &[u16], full: u16) -> u16 {
        let is = |clear: &Vec<u8>| clear.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).eq(values.iter().copied());
        if self.clear.as_ref().is_some_and(is) { 0 } else { full }
    }

    /// A sample of a row, by its place in it.
    fn sample(&self, line: &[u8], at: usize) -> u16 {
        let byte = |at: usize| u16::from(line.get(at).copied().unwrap_or_default());
        match self.bits {
            16 => byte(2 * at) << 8 | byte(2 * at + 1),
            8 => byte(at),
            bits => {
                let bit = at * bits as usize;
                byte(bit / 8) >> (8 - bits as usize - bit % 8) & ((1 << bits) - 1)
            }
        }
    }
}

/// Bytes that packed data may have beyond what a picture needs: encoders differ in what they leave there.
const SPARE: usize = 64 << 10;

/// A row without its filter (9.2), from the row before and the pixels, of so many bytes, to its left.
fn unfiltered(filter: u8, line: &[u8], before: &[u8], pixel: usize) -> Result<Vec<u8>> {
    let mut out = line.to_vec();
    if filter > 4 {
        return Err(Code::PixelStream.into());
    }
    for at in 0..line.len() {
        let left = at.checked_sub(pixel).and_then(|at| out.get(at)).copied().unwrap_or_default();
        let corner = at.checked_sub(pixel).and_then(|at| before.get(at)).copied().unwrap_or_default();
        let up = before.get(at).copied().unwrap_or_default();
        if let Some(value) = out.get_mut(at) {
            *value = value.wrapping_add(super::predicted(filter, left, up, corner));
        }
    }
    Ok(out)
}

//! Marker segments of a JPEG-LS stream (T.87 C.2).

use super::Interleave;
use super::parameters::Preset;
use crate::error::{Code, Result};

/// A stream's header, and its scans.
pub struct Stream<'a> {
    /// Bits a sample: P.
    pub bits: u32,
    pub rows: u32,
    pub columns: u32,
    /// Identifiers of the components.
    pub components: Vec<u8>,
    pub scans: Vec<Scan<'a>>,
}

/// One scan. Each component is in exactly one.
pub struct Scan<'a> {
    /// Their numbers in the frame, 0 the first.
    pub components: Vec<usize>,
    pub interleave: Interleave,
    pub near: u8,
    pub preset: Preset,
    /// Lines between restart markers; 0 where there are none.
    pub restart: u32,
    /// Entropy-coded data, with its restart markers.
    pub data: &'a [u8],
}

impl<'a> Stream<'a> {
    /// Reads all segments. What follows the last component's scan is passed over.
    ///
    /// # Errors
    /// [`Code::Codec`] for what is not JPEG-LS, or not decoded here.
    pub fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut rest = bytes.strip_prefix(&[0xFF, 0xD8]).ok_or(Code::Codec)?;
        let mut stream = Self { bits: 0, rows: 0, columns: 0, components: Vec::new(), scans: Vec::new() };
        let (mut preset, mut restart) = (Preset::default(), 0);
        while !stream.is_whole() {
            let (marker, body, after) = segment(rest).ok_or(Code::Codec)?;
            rest = after;
            match marker {
                0xF7 => stream.frame(body).ok_or(Code::Codec)?,
                0xF8 => presets(body, &mut preset).ok_or(Code::Codec)?,
                0xDD => restart = number(body).ok_or(Code::Codec)?,
                0xDA => {
                    let (data, after) = rest.split_at(data_len(rest));
                    let (components, near, interleave) = stream.scan(body).ok_or(Code::Codec)?;
                    stream.scans.push(Scan { components, interleave, near, preset, restart, data });
                    rest = after;
                }
                // A colour transform of one maker's; 0 is none.
                0xE8 if body.starts_with(b"mrfx") && body.get(4) != Some(&0) => return Err(Code::Codec.into()),
                0xE0..=0xEF | 0xFE => {}
                _ => return Err(Code::Codec.into()),
            }
        }
        Ok(stream)
    }

    fn is_whole(&self) -> bool {
        let coded: usize = self.scans.iter().map(|scan| scan.components.len()).sum();
        !self.components.is_empty() && coded == self.components.len()
    }

    /// SOF55. Components are not subsampled.
    fn frame(&mut self, body: &[u8]) -> Option<()> {
        let ([bits, y0, y1, x0, x1, count], components) = body.split_first_chunk()?;
        if !self.components.is_empty() || !matches!(count, 1..=4) || components.len() != usize::from(*count) * 3 {
            return None;
        }
        for component in components.as_chunks::<3>().0 {
            let [id, sampling, _] = component;
            if self.components.contains(id) || components.get(1) != Some(sampling) {
                return None;
            }
            self.components.push(*id);
        }
        self.bits = u32::from(*bits);
        self.rows = u32::from(u16::from_be_bytes([*y0, *y1]));
        self.columns = u32::from(u16::from_be_bytes([*x0, *x1]));
        Some(())
    }

    /// SOS: components, NEAR, interleaving. No mapping table, no point transform.
    fn scan(&self, body: &[u8]) -> Option<(Vec<usize>, u8, Interleave)> {
        let (count, rest) = body.split_first()?;
        let (selectors, rest) = rest.split_at_checked(usize::from(*count) * 2)?;
        let [near, interleave, 0] = *rest else { return None };
        let mut components = Vec::new();
        for selector in selectors.as_chunks::<2>().0 {
            let [id, 0] = *selector else { return None };
            let at = self.components.iter().position(|component| *component == id)?;
            if components.contains(&at) || self.scans.iter().any(|scan| scan.components.contains(&at)) {
                return None;
            }
            components.push(at);
        }
        let interleave = match (components.len(), interleave) {
            (1, 0..=2) => Interleave::None,
            (2.., 1) => Interleave::Line,
            (2.., 2) => Interleave::Sample,
            _ => return None,
        };
        Some((components, near, interleave))
    }
}

/// The next segment: its marker, its body, and what follows.
fn segment(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let rest = bytes.strip_prefix(&[0xFF])?;
    let fill = rest.iter().take_while(|byte| **byte == 0xFF).count();
    let (marker, rest) = rest.get(fill..)?.split_first()?;
    let ([high, low], _) = rest.split_first_chunk()?;
    let (segment, after) = rest.split_at_checked(usize::from(u16::from_be_bytes([*high, *low])))?;
    Some((*marker, segment.get(2..)?, after))
}

/// LSE. Mapping tables are passed over: a scan that uses one is refused.
fn presets(body: &[u8], preset: &mut Preset) -> Option<()> {
    let (id, rest) = body.split_first()?;
    match id {
        1 => {
            let words: Vec<u16> = rest.as_chunks::<2>().0.iter().map(|word| u16::from_be_bytes(*word)).collect();
            let [max, one, two, three, reset] = *words else { return None };
            *preset = Preset { max, thresholds: [one, two, three], reset };
            Some(())
        }
        2 | 3 => Some(()),
        _ => None,
    }
}

/// DRI: two to four bytes.
fn number(body: &[u8]) -> Option<u32> {
    matches!(body.len(), 2..=4).then(|| body.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

/// Bytes up to the next marker that is no restart marker.
fn data_len(bytes: &[u8]) -> usize {
    bytes.windows(2).position(|pair| matches!(pair, [0xFF, 0x80..=0xCF | 0xD8..])).unwrap_or(bytes.len())
}

/// A segment of entropy-coded data up to its first restart marker, and that marker's number with what follows.
pub fn interval(data: &[u8]) -> (&[u8], Option<(u8, &[u8])>) {
    match data.windows(2).position(|pair| matches!(pair, [0xFF, 0xD0..=0xD7])) {
        Some(at) => {
            let (head, tail) = data.split_at(at);
            (head, tail.get(1).map(|marker| marker & 7).zip(tail.get(2..)))
        }
        None => (data, None),
    }
}

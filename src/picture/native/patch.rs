//! Native frames made black in place, as the few bytes that change.

use super::super::band::{Band, bands};
use super::super::{Area, Format, Frame, Patch, black};
use super::{Layout, ordered};
use crate::error::{Code, Result};

/// The bytes that change where areas become black: in order, none twice, none that touch. `bytes` and `bit_offset` are as in
/// [`super::super::Stored`]. Pairs of pixels that share their colour become black together: see [`grown`].
///
/// # Errors
/// As [`super::decode`].
pub fn blacken(bytes: &[u8], bit_offset: u32, format: &Format, areas: &[Area], palette_black: Option<u32>) -> Result<Vec<Patch>> {
    let layout = Layout::of(format, bytes.len(), bit_offset)?;
    let logical = ordered(bytes, format);
    let mut patches = Patches { source: &logical, made: Vec::new() };
    let black = Black::of(format, palette_black);
    let bands =
        if layout.paired { bands(&grown(areas, format), format.columns, format.rows) } else { bands(areas, format.columns, format.rows) };
    let (columns, pixels) = (format.columns as usize, (format.rows as usize).saturating_mul(format.columns as usize));
    let runs = |band: &Band| {
        let spans = band.columns.clone();
        band.rows.clone().flat_map(move |y| {
            let row = (y as usize).saturating_mul(columns);
            spans.clone().into_iter().map(move |span| row.saturating_add(span.start as usize)..row.saturating_add(span.end as usize))
        })
    };
    if format.planar && format.samples > 1 {
        for sample in 0..format.samples as usize {
            for run in bands.iter().flat_map(runs) {
                let at = sample.saturating_mul(pixels).saturating_add(run.start);
                patches.run(&layout, at, run.len(), black.sample(sample));
            }
        }
    } else {
        for run in bands.iter().flat_map(runs) {
            // Of a pair, two samples a pixel; it repeats after two.
            let each = if layout.paired { 2 } else { format.samples as usize };
            let unit = if layout.paired { black.pair() } else { black.all() };
            patches.run(&layout, run.start.saturating_mul(each), run.len().saturating_mul(each), unit);
        }
    }
    Ok(if format.big_endian && format.bits_allocated <= 8 { patches.turned() } else { patches.made })
}

/// The bytes that change where a frame becomes another, as [`blacken`] gives them.
///
/// # Errors
/// As [`super::decode`]; [`Code::Codec`] for pixels that share their colour, and for single bits.
pub fn patches(bytes: &[u8], bit_offset: u32, format: &Format, frame: &Frame) -> Result<Vec<Patch>> {
    /// Bytes that stay between two that change, at most, for these to be of one patch: as many as an offset has.
    const BETWEEN: usize = 8;
    let layout = Layout::of(format, bytes.len(), bit_offset)?;
    if layout.paired || layout.bits == 1 || !frame.fits(format) {
        return Err(Code::Codec.into());
    }
    let logical = ordered(bytes, format);
    let mut wanted = super::encode(frame, format, 0);
    if format.big_endian {
        wanted.chunks_exact_mut(frame.word).for_each(<[u8]>::reverse);
    }
    let start = layout.start / 8;
    let old = logical.get(start..).unwrap_or_default();
    let mut patches = Patches { source: &logical, made: Vec::new() };
    let mut changed = old.iter().zip(&wanted).enumerate().filter(|(_, (old, new))| old != new).map(|(at, _)| at).peekable();
    while let Some(first) = changed.next() {
        let mut last = first;
        while let Some(next) = changed.next_if(|next| next - last <= BETWEEN) {
            last = next;
        }
        patches.bytes(start.saturating_add(first), wanted.get(first..=last).unwrap_or_default().iter().copied());
    }
    Ok(if format.big_endian && format.bits_allocated <= 8 { patches.turned() } else { patches.made })
}

/// Areas whose pairs of pixels are whole.
pub(in super::super) fn grown(areas: &[Area], format: &Format) -> Vec<Area> {
    let areas = areas.iter().map(|area| area.within(format.columns, format.rows)).filter(|area| !area.is_empty());
    areas
        .map(|area| {
            let (x, right) = (area.x & !1, area.right().saturating_add(1) & !1);
            Area { x, width: right.saturating_sub(x), ..area }
        })
        .collect()
}

/// The words of a black pixel, in the payload's byte order.
struct Black {
    words: Vec<Vec<u8>>,
}

impl Black {
    fn of(format: &Format, palette_black: Option<u32>) -> Self {
        let word = |sample| {
            let mut bytes = black::word(format, sample, palette_black).to_le_bytes().to_vec();
            bytes.truncate(format.word());
            if format.big_endian {
                bytes.reverse();
            }
            bytes
        };
        Self { words: (0..format.samples).map(word).collect() }
    }

    fn sample(&self, sample: usize) -> Vec<u8> {
        self.words.get(sample).cloned().unwrap_or_default()
    }

    fn all(&self) -> Vec<u8> {
        self.words.concat()
    }

    fn pair(&self) -> Vec<u8> {
        [self.sample(0), self.sample(0), self.sample(1), self.sample(2)].concat()
    }
}

/// Patches in the order of pixels.
struct Patches<'a> {
    source: &'a [u8],
    made: Vec<Patch>,
}

impl Patches<'_> {
    /// `count` words from the word `at` on become `unit`, again and again. A unit of single bits has a byte for each.
    fn run(&mut self, layout: &Layout, at: usize, count: usize, unit: Vec<u8>) {
        if layout.bits == 1 {
            for (bit, at) in unit.iter().cycle().take(count).zip(layout.start.saturating_add(at)..) {
                self.bit(at, *bit);
            }
            return;
        }
        let word = layout.bits / 8;
        let from = at.saturating_mul(word).saturating_add(layout.start / 8);
        self.bytes(from, unit.into_iter().cycle().take(count.saturating_mul(word)));
    }

    fn bytes(&mut self, at: usize, bytes: impl Iterator<Item = u8>) {
        match self.made.last_mut() {
            Some(last) if last.end() == at as u64 => last.bytes.extend(bytes),
            _ => self.made.push(Patch { at: at as u64, bytes: bytes.collect() }),
        }
    }

    fn bit(&mut self, at: usize, bit: u8) {
        let (byte, mask) = (at / 8, 1u8 << (at % 8));
        if self.made.last().is_none_or(|last| last.end() <= byte as u64) {
            self.bytes(byte, self.source.get(byte).copied().into_iter());
        }
        if let Some(last) = self.made.last_mut().and_then(|last| last.bytes.last_mut()) {
            *last = if bit == 0 { *last & !mask } else { *last | mask };
        }
    }

    /// In words of two bytes, the higher first: whole words. Patches that do not touch have no word in common.
    fn turned(self) -> Vec<Patch> {
        let source = self.source;
        let whole = |patch: Patch| {
            let (at, end) = (patch.at & !1, patch.end().saturating_add(1) & !1);
            let range = usize::try_from(at).unwrap_or(usize::MAX)..usize::try_from(end).unwrap_or(usize::MAX).min(source.len());
            let mut bytes = source.get(range).unwrap_or_default().to_vec();
            Patch { at: patch.at.saturating_sub(at), bytes: patch.bytes }.apply(&mut bytes);
            bytes.as_chunks_mut::<2>().0.iter_mut().for_each(|word| word.reverse());
            Patch { at, bytes }
        };
        self.made.into_iter().map(whole).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::build::{format, numbers};
    use super::super::super::{Photometric, black};
    use super::super::{decode, is_paired};
    use super::*;

    fn area(x: u32, y: u32, width: u32, height: u32) -> Area {
        Area { x, y, width, height }
    }

    #[test]
    fn patches_are_few() {
        let format = format(4, 4, 1, 16);
        let one = blacken(&[7; 32], 0, &format, &[area(0, 1, 4, 2)], None).unwrap();
        assert_eq!(one, [Patch { at: 8, bytes: vec![0; 16] }]);
        let two = blacken(&[7; 32], 0, &format, &[area(1, 1, 2, 2)], None).unwrap();
        assert_eq!(two, [Patch { at: 10, bytes: vec![0; 4] }, Patch { at: 18, bytes: vec![0; 4] }]);
        assert_eq!(blacken(&[7; 32], 0, &format, &[area(4, 0, 9, 9)], None), Ok(vec![]));
    }

    #[test]
    fn bits_of_neighbours_stay() {
        let format = format(3, 3, 1, 1);
        let patches = blacken(&[0xFF; 3], 5, &format, &[area(0, 0, 1, 1), area(2, 0, 1, 2)], None).unwrap();
        // Bits 5, 7 and 10.
        assert_eq!(patches, [Patch { at: 0, bytes: vec![0b0101_1111, 0b1111_1011] }]);
    }

    proptest! {
        #[test]
        fn patched_frames_are_black_inside_and_the_same_outside(
            (rows, columns, seed, shift) in (1..9u32, 1..9u32, any::<u32>(), 0..3u32),
            samples in proptest::sample::select(vec![1, 3, 4]),
            bits in proptest::sample::select(vec![1, 8, 16, 32]),
            (planar, big_endian, paired, signed, inverse) in any::<(bool, bool, bool, bool, bool)>(),
            boxes in proptest::collection::vec((0..9u32, 0..9u32, 0..6u32, 0..6u32), 1..4),
            offset in 0..16u32,
        ) {
            let paired = paired && samples == 3 && bits > 1 && columns % 2 == 0 && !planar;
            let photometric = match (samples, paired) {
                (1, _) if inverse => Photometric::Monochrome1,
                (1, _) => Photometric::Monochrome2,
                (_, true) => Photometric::YbrFull422,
                (3, _) if inverse => Photometric::YbrFull,
                _ => Photometric::Rgb,
            };
            let stored = if bits > 8 { bits - shift } else { bits };
            let format = Format { planar, big_endian, photometric, signed, bits_stored: stored, high_bit: stored - 1, ..format(rows, columns, samples, bits) };
            let offset = match bits { 1 if big_endian => offset, 1 => offset % 8, 8 if big_endian => offset / 8 * 8, _ => 0 };
            let count = (format.count() / if paired { 3 } else { 1 } * if paired { 2 } else { 1 }) as u32;
            let mut len = (offset + count * bits).div_ceil(8) as usize;
            len += if big_endian && bits <= 8 { len % 2 } else { 0 };
            let mut bytes: Vec<u8> = numbers(seed).take(len).map(|number| number as u8).collect();
            prop_assert_eq!(is_paired(&format, bytes.len() - offset as usize / 8), paired);
            let areas: Vec<Area> = boxes.iter().map(|(x, y, width, height)| area(*x, *y, *width, *height)).collect();
            let before = decode(&bytes, offset, &format).unwrap();
            let old = bytes.clone();
            let patches = blacken(&bytes, offset, &format, &areas, None).unwrap();
            for pair in patches.windows(2) {
                prop_assert!(pair[0].end() <= pair[1].at);
            }
            for patch in &patches {
                prop_assert!(!patch.bytes.is_empty() && patch.end() <= bytes.len() as u64);
                patch.apply(&mut bytes);
            }
            let after = decode(&bytes, offset, &format).unwrap();
            let reach = if paired { grown(&areas, &format) } else { areas };
            prop_assert!(black::is_black(&after, &format, &reach, None));
            prop_assert!(black::same_outside(&before, &after, &reach));
            // Bits before and after the frame stay too: as many differ as pixels did.
            if bits == 1 {
                let changed = |a: &[u8], b: &[u8]| a.iter().zip(b).map(|(a, b)| (a ^ b).count_ones()).sum::<u32>();
                prop_assert_eq!(changed(&old, &bytes), changed(&before.data, &after.data));
            }
        }
    }
}

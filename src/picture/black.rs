//! Black, and frames that are black in some areas and unchanged elsewhere.

use super::band::{Band, bands};
use super::{Area, Format, Frame, Photometric};

/// The stored word that is seen as black, for one sample of a pixel (PS3.3 C.7.6.3.1.2), as it lies in a [`Frame`].
///
/// - MONOCHROME2 the lowest value that Bits Stored can hold, MONOCHROME1 the highest, whatever Pixel Padding Value or a window says.
/// - RGB 0; so also YBR_ICT and YBR_RCT, which decoders give as RGB.
/// - YBR_FULL and YBR_FULL_422 no luminance, and colour differences in the middle.
/// - PALETTE COLOR `palette_black`, the index whose entry is darkest, or 0.
/// - Anything else 0, which hides, whatever its colour.
///
/// The sample is shifted where High Bit is not Bits Stored - 1. A negative value's sign goes on up to the top of the word.
pub fn word(format: &Format, sample: u32, palette_black: Option<u32>) -> u32 {
    let bits = format.bits_stored.clamp(1, 32);
    let all = u32::MAX >> (32 - bits);
    let half = 1u32 << (bits - 1);
    let value = match (format.photometric, sample) {
        (Photometric::Monochrome2, _) if format.signed => half,
        (Photometric::Monochrome1, _) if format.signed => all ^ half,
        (Photometric::Monochrome1, _) => all,
        (Photometric::YbrFull | Photometric::YbrFull422, 1 | 2) => half,
        (Photometric::Palette, _) => palette_black.unwrap_or(0) & all,
        _ => 0,
    };
    let extended = if format.signed && value & half != 0 { value | !all } else { value };
    let shift = format.high_bit.saturating_add(1).saturating_sub(bits);
    let whole = u32::MAX.checked_shr(32u32.saturating_sub(format.bits_allocated)).unwrap_or(u32::MAX);
    extended.checked_shl(shift).unwrap_or(0) & whole
}

/// The bytes of a black pixel, as it lies in a [`Frame`].
pub fn pixel(format: &Format, palette_black: Option<u32>) -> Vec<u8> {
    let words = (0..format.samples).map(|sample| word(format, sample, palette_black).to_le_bytes());
    words.flat_map(|bytes| bytes.into_iter().take(format.word())).collect()
}

/// Makes areas black. `format` says what the frame's own samples mean: see [`super::decode::format`].
pub fn fill(frame: &mut Frame, format: &Format, areas: &[Area], palette_black: Option<u32>) {
    let black = pixel(format, palette_black);
    let whole = spans(frame, areas);
    for span in whole {
        let Some(bytes) = frame.data.get_mut(span) else { continue };
        for pixel in bytes.chunks_exact_mut(black.len().max(1)) {
            pixel.iter_mut().zip(&black).for_each(|(to, from)| *to = *from);
        }
    }
}

/// Whether every sample in the areas is black, exactly. A frame that lacks some of its bytes is not.
pub fn is_black(frame: &Frame, format: &Format, areas: &[Area], palette_black: Option<u32>) -> bool {
    let black = pixel(format, palette_black);
    black.len() == pixel_bytes(frame)
        && spans(frame, areas)
            .into_iter()
            .all(|span| frame.data.get(span).is_some_and(|bytes| bytes.chunks_exact(black.len().max(1)).all(|pixel| pixel == black)))
}

/// Whether two frames are of one shape, and equal outside of the areas.
pub fn same_outside(before: &Frame, after: &Frame, areas: &[Area]) -> bool {
    let shape = |frame: &Frame| (frame.width, frame.height, frame.samples, frame.word, frame.data.len());
    if shape(before) != shape(after) {
        return false;
    }
    let mut at = 0;
    for span in spans(before, areas) {
        if before.data.get(at..span.start) != after.data.get(at..span.start) {
            return false;
        }
        at = span.end;
    }
    before.data.get(at..) == after.data.get(at..)
}

/// The first samples of all pixels in the areas, as words without a sign.
pub(super) fn first_samples<'a>(frame: &'a Frame, areas: &[Area]) -> impl Iterator<Item = u32> + 'a {
    let size = pixel_bytes(frame).max(1);
    let starts = spans(frame, areas).into_iter().flat_map(move |span| span.step_by(size));
    starts.map(move |at| frame.sample(at / frame.word.max(1)))
}

fn pixel_bytes(frame: &Frame) -> usize {
    usize::try_from(frame.samples).unwrap_or(usize::MAX).saturating_mul(frame.word)
}

/// Bytes of a frame that the areas cover, in order, none twice.
fn spans(frame: &Frame, areas: &[Area]) -> Vec<std::ops::Range<usize>> {
    let size = pixel_bytes(frame);
    let at = |x: u32, y: u32| {
        let pixel = u64::from(y).saturating_mul(u64::from(frame.width)).saturating_add(u64::from(x));
        usize::try_from(pixel).unwrap_or(usize::MAX).saturating_mul(size)
    };
    let rows = |band: Band| band.rows.clone().flat_map(move |y| band.columns.clone().into_iter().map(move |columns| (y, columns)));
    let covered = bands(areas, frame.width, frame.height).into_iter().flat_map(rows);
    covered.map(|(y, columns)| at(columns.start, y)..at(columns.end, y)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::build::{format, noise};
    use super::*;

    #[test]
    fn black_is_what_is_seen_as_black() {
        let of = |format: &Format| (0..format.samples).map(|sample| word(format, sample, None)).collect::<Vec<_>>();
        let mono = |bits_allocated, bits_stored, high_bit, signed, photometric| Format {
            bits_stored,
            high_bit,
            signed,
            photometric,
            ..format(1, 1, 1, bits_allocated)
        };
        use Photometric::{Monochrome1, Monochrome2, Palette};
        assert_eq!(of(&mono(16, 12, 11, false, Monochrome2)), [0]);
        assert_eq!(of(&mono(16, 12, 11, true, Monochrome2)), [0xF800]);
        assert_eq!(of(&mono(16, 12, 11, false, Monochrome1)), [0x0FFF]);
        assert_eq!(of(&mono(16, 12, 11, true, Monochrome1)), [0x07FF]);
        assert_eq!(of(&mono(16, 12, 15, false, Monochrome1)), [0xFFF0]);
        assert_eq!(of(&mono(16, 12, 13, true, Monochrome2)), [0xE000]);
        assert_eq!(of(&mono(32, 32, 31, true, Monochrome2)), [0x8000_0000]);
        assert_eq!(of(&mono(32, 32, 31, false, Monochrome1)), [u32::MAX]);
        assert_eq!(of(&mono(1, 1, 0, false, Monochrome1)), [1]);
        assert_eq!(of(&mono(8, 8, 7, true, Monochrome2)), [0x80]);
        let colour = |photometric, bits_stored| Format { photometric, bits_stored, high_bit: bits_stored - 1, ..format(1, 1, 3, 16) };
        assert_eq!(of(&colour(Photometric::YbrFull, 8)), [0, 128, 128]);
        assert_eq!(of(&colour(Photometric::YbrFull422, 12)), [0, 2048, 2048]);
        assert_eq!(of(&colour(Photometric::YbrRct, 8)), [0, 0, 0]);
        assert_eq!(of(&colour(Photometric::Rgb, 8)), [0, 0, 0]);
        let palette = mono(8, 8, 7, false, Palette);
        assert_eq!((word(&palette, 0, Some(17)), word(&palette, 0, None), word(&palette, 0, Some(300))), (17, 0, 44));
        assert_eq!(pixel(&colour(Photometric::YbrFull, 8), None), [0, 0, 128, 0, 128, 0]);
    }

    #[test]
    fn areas_are_filled_and_nothing_else() {
        for (samples, bits) in [(1, 8), (1, 16), (3, 8), (1, 32), (1, 1), (4, 8)] {
            let format = format(9, 7, samples, bits);
            let before = noise(&format, 5);
            let areas = [Area { x: 1, y: 2, width: 3, height: 2 }, Area { x: 3, y: 3, width: 30, height: 3 }];
            let mut after = before.clone();
            fill(&mut after, &format, &areas, None);
            assert!(is_black(&after, &format, &areas, None) && same_outside(&before, &after, &areas));
            let pixel = format.word() * samples as usize;
            for (i, (old, new)) in before.data.chunks(pixel).zip(after.data.chunks(pixel)).enumerate() {
                let (x, y) = (i as u32 % 7, i as u32 / 7);
                let inside = areas.iter().any(|area| area.holds(x, y));
                assert!(if inside { new.iter().all(|byte| *byte == 0) } else { new == old }, "{x} {y}");
            }
        }
    }

    #[test]
    fn one_sample_amiss_is_seen() {
        let format = format(5, 5, 1, 16);
        let before = noise(&format, 1);
        let areas = [Area { x: 1, y: 1, width: 2, height: 2 }];
        let mut after = before.clone();
        fill(&mut after, &format, &areas, None);
        for i in 0..after.data.len() {
            let mut wrong = after.clone();
            wrong.data[i] ^= 1;
            let (x, y) = (i as u32 / 2 % 5, i as u32 / 2 / 5);
            let inside = areas[0].holds(x, y);
            assert_eq!(is_black(&wrong, &format, &areas, None), !inside);
            assert_eq!(same_outside(&before, &wrong, &areas), inside);
        }
        let mut short = after.clone();
        short.data.truncate(10);
        assert!(!is_black(&short, &format, &areas, None) && !same_outside(&before, &short, &areas));
    }
}

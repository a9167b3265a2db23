//! Frames kept small: means over some 1.5 mm within their plane, which is all that a head is found by.

use super::Units;
use crate::picture::{Format, Frame, Photometric};

/// What a pixel without a value is kept as.
const NOTHING: u16 = u16::MAX;

/// A frame, thinned in its plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Thin {
    /// Columns and rows of it.
    pub size: [usize; 2],
    /// Columns and rows of the frame that make one of its own.
    pub factor: [usize; 2],
    low: f32,
    step: f32,
    values: Vec<u16>,
}

impl Thin {
    /// Area means over as many pixels as come next to `edge` mm. `spacing` is mm between rows and between columns. Of colour, the mean of
    /// the samples, or the brightness. Padding is left out, unless it is just what air is: then it may be air.
    ///
    /// Nothing for a frame that lacks some of its bytes.
    pub fn new(frame: &Frame, format: &Format, units: &Units, spacing: [f64; 2], edge: f64) -> Option<Self> {
        if !frame.fits(format) {
            return None;
        }
        let [between_rows, between_columns] = spacing;
        let whole = [frame.width as usize, frame.height as usize];
        let factor = [factor(between_columns, edge), factor(between_rows, edge)];
        let factor = [factor[0].min(whole[0]).max(1), factor[1].min(whole[1]).max(1)];
        let size = [whole[0] / factor[0], whole[1] / factor[1]];
        // Brightness alone, where it is apart from colour.
        let used = if matches!(format.photometric, Photometric::YbrFull | Photometric::YbrFull422) { 1 } else { frame.samples as usize };
        let shape = Shape { word: frame.word, samples: frame.samples as usize, used, factor: factor[0] };
        let padding = units.padding().filter(|(_, value)| !units.is_air(*value)).map(|(padding, _)| padding);
        let mut means = Vec::with_capacity(size[0].saturating_mul(size[1]));
        let row = whole[0].saturating_mul(shape.samples).saturating_mul(shape.word).max(1);
        let mut sums = vec![(0_i64, 0_u32); size[0]];
        for rows in frame.data.chunks_exact(row.saturating_mul(factor[1])) {
            sums.fill((0, 0));
            rows.chunks_exact(row).for_each(|row| shape.add(row, &mut sums, units, padding));
            means.extend(sums.iter().map(|(sum, count)| match count {
                0 => f32::NAN,
                count => units.value(*sum as f64 / f64::from(*count)) as f32,
            }));
        }
        Some(Self::packed(size, factor, &means))
    }

    /// The value of a pixel, in rescaled units; not a number where there is none.
    pub fn at(&self, column: usize, row: usize) -> f32 {
        let [columns, _] = self.size;
        let at = if column < columns { row.saturating_mul(columns).saturating_add(column) } else { usize::MAX };
        self.unpacked(self.values.get(at).copied().unwrap_or(NOTHING))
    }

    /// All values, row by row.
    pub fn values(&self) -> impl Iterator<Item = f32> + '_ {
        self.values.iter().map(|value| self.unpacked(*value))
    }

    /// Bytes that it holds.
    pub fn bytes(&self) -> usize {
        self.values.len().saturating_mul(2)
    }

    /// The same with pixels twice as large in the directions in which they are still smaller than `edge` mm.
    pub fn coarser(&self, spacing: [f64; 2], edge: f64) -> Self {
        let [between_rows, between_columns] = spacing;
        let by = |axis: usize, mm: f64| -> usize {
            let (factor, size) = (self.factor.get(axis).copied().unwrap_or(1), self.size.get(axis).copied().unwrap_or(1));
            if size > 1 && mm * factor as f64 * 1.5 < edge { 2 } else { 1 }
        };
        let (across, deep) = (by(0, between_columns), by(1, between_rows));
        let size = [self.size[0] / across, self.size[1] / deep];
        let mut means = Vec::with_capacity(size[0].saturating_mul(size[1]));
        for row in 0..size[1] {
            for column in 0..size[0] {
                let of = (0..deep).flat_map(|y| (0..across).map(move |x| (x, y)));
                let values = of.map(|(x, y)| self.at(column * across + x, row * deep + y)).filter(|value| !value.is_nan());
                let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
                means.push(sum / count);
            }
        }
        Self::packed(size, [self.factor[0] * across, self.factor[1] * deep], &means)
    }

    fn packed(size: [usize; 2], factor: [usize; 2], means: &[f32]) -> Self {
        let there = means.iter().copied().filter(|value| value.is_finite());
        let (low, high) = there.fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        let (low, step) = if low <= high { (low, (high - low) / f32::from(NOTHING - 1)) } else { (0.0, 0.0) };
        let scale = if step > 0.0 { 1.0 / step } else { 0.0 };
        let pack = |value: &f32| if value.is_finite() { (((value - low) * scale).round() as u16).min(NOTHING - 1) } else { NOTHING };
        Self { size, factor, low, step, values: means.iter().map(pack).collect() }
    }

    fn unpacked(&self, value: u16) -> f32 {
        if value == NOTHING { f32::NAN } else { self.low + f32::from(value) * self.step }
    }
}

/// Pixels that make about `edge` mm: rather too fine than too coarse.
fn factor(spacing: f64, edge: f64) -> usize {
    ((edge / spacing + 0.3) as usize).clamp(1, 64)
}

/// How a row lies.
struct Shape {
    word: usize,
    samples: usize,
    /// Samples of a pixel that count.
    used: usize,
    /// Columns that make one.
    factor: usize,
}

impl Shape {
    /// Adds the pixels of a row to sums, and to how many they are.
    fn add(&self, row: &[u8], sums: &mut [(i64, u32)], units: &Units, padding: Option<i64>) {
        if self.word == 2 && self.samples == 1 && padding.is_none() {
            let (words, _) = row.as_chunks::<2>();
            for (words, (sum, count)) in words.chunks_exact(self.factor).zip(sums) {
                *sum += words.iter().map(|word| units.stored(u32::from(u16::from_le_bytes(*word)))).sum::<i64>();
                *count += self.factor as u32;
            }
            return;
        }
        let pixel = self.samples.saturating_mul(self.word).max(1);
        for (pixels, (sum, count)) in row.chunks_exact(pixel.saturating_mul(self.factor)).zip(sums) {
            for samples in pixels.chunks_exact(pixel) {
                for word in samples.chunks_exact(self.word).take(self.used) {
                    let stored = units.stored(word.iter().rev().fold(0, |value, byte| (value << 8) | u32::from(*byte)));
                    if Some(stored) != padding {
                        *sum += stored;
                        *count += 1;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn format(rows: u32, columns: u32, samples: u32, bits: u32, photometric: Photometric) -> Format {
        Format {
            rows,
            columns,
            samples,
            bits_allocated: bits,
            bits_stored: bits,
            high_bit: bits - 1,
            signed: false,
            planar: false,
            photometric,
            big_endian: false,
        }
    }

    fn frame(format: &Format, value: impl Fn(u32, u32) -> u32) -> Frame {
        let mut frame = Frame::zeros(format).unwrap();
        for (at, word) in (0..).zip(frame.data.chunks_exact_mut(format.word())) {
            let pixel = at / format.samples;
            word.copy_from_slice(&value(pixel % format.columns, pixel / format.columns).to_le_bytes()[..format.word()]);
        }
        frame
    }

    #[test]
    fn means_are_of_whole_areas() {
        for bits in [8, 16, 32] {
            let format = format(5, 7, 1, bits, Photometric::Monochrome2);
            let units = Units::new(&format, (2.0, -10.0), None, "MR");
            let thin = Thin::new(&frame(&format, |x, y| x + 10 * y), &format, &units, [0.7, 0.5], 1.5).unwrap();
            // Three columns and two rows make one; what is left over is left out.
            assert_eq!((thin.size, thin.factor), ([2, 2], [3, 2]));
            for (row, column) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
                let mean = (3 * column + 1) as f32 + 10.0 * (row as f32 * 2.0 + 0.5);
                assert!((thin.at(column, row) - (mean * 2.0 - 10.0)).abs() < 0.01, "{bits} {row} {column}");
            }
            assert!(thin.at(2, 0).is_nan() && thin.at(0, 2).is_nan());
        }
    }

    #[test]
    fn padding_counts_for_nothing_unless_it_is_air() {
        let format = format(2, 4, 1, 16, Photometric::Monochrome2);
        let thin = |padding: i32, modality: &str| {
            let units = Units::new(&format, (1.0, -3000.0), Some(padding), modality);
            let frame = frame(&format, |x, y| if x > 1 || (x, y) == (0, 0) { padding as u32 } else { 3100 });
            Thin::new(&frame, &format, &units, [1.0, 1.0], 2.0).unwrap()
        };
        let padded = thin(1000, "CT");
        assert_eq!(padded.at(0, 0), 100.0);
        assert!(padded.at(1, 0).is_nan());
        assert_eq!(thin(2000, "CT").at(1, 0), -1000.0);
        assert_eq!(thin(3000, "MR").at(1, 0), 0.0);
        assert!(thin(2999, "MR").at(1, 0).is_nan());
    }

    #[test]
    fn colour_counts_as_brightness() {
        let rgb = format(1, 1, 3, 8, Photometric::Rgb);
        let of = |format: &Format, data: Vec<u8>| {
            let units = Units::new(format, (1.0, 0.0), None, "MR");
            Thin::new(&Frame { data, ..Frame::zeros(format).unwrap() }, format, &units, [1.0; 2], 1.5).unwrap().at(0, 0)
        };
        assert_eq!(of(&rgb, vec![10, 20, 60]), 30.0);
        assert_eq!(of(&Format { photometric: Photometric::YbrFull, ..rgb }, vec![10, 128, 128]), 10.0);
    }

    #[test]
    fn what_is_packed_is_as_good_as_a_sixty_thousandth() {
        let format = format(64, 64, 1, 16, Photometric::Monochrome2);
        let units = Units::new(&format, (1e-3, 5.0), None, "MR");
        let value = |x: u32, y: u32| (x * x * y) % 65_536;
        let thin = Thin::new(&frame(&format, value), &format, &units, [2.0; 2], 1.5).unwrap();
        assert_eq!(thin.bytes(), 64 * 64 * 2);
        for (at, kept) in (0..).zip(thin.values()) {
            let exact = f64::from(value(at % 64, at / 64)) * 1e-3 + 5.0;
            assert!((f64::from(kept) - exact).abs() < 1.1e-3);
        }
    }

    #[test]
    fn coarser_pixels_are_means_of_finer_ones() {
        let format = format(9, 8, 1, 16, Photometric::Monochrome2);
        let units = Units::new(&format, (1.0, 0.0), None, "MR");
        let thin = Thin::new(&frame(&format, |x, y| 100 * x + y), &format, &units, [4.0, 1.0], 1.5).unwrap();
        let coarser = thin.coarser([4.0, 1.0], 3.0);
        assert_eq!((coarser.size, coarser.factor), ([4, 9], [2, 1]));
        assert!((coarser.at(1, 3) - 253.0).abs() < 0.02);
        assert_eq!(coarser.coarser([4.0, 1.0], 3.0).size, [4, 9]);
    }

    #[test]
    fn a_frame_that_is_cut_off_is_none() {
        let format = format(9, 8, 1, 16, Photometric::Monochrome2);
        let units = Units::new(&format, (1.0, 0.0), None, "MR");
        let mut short = frame(&format, |_, _| 0);
        short.data.pop();
        assert_eq!(Thin::new(&short, &format, &units, [1.0; 2], 1.5), None);
    }
}

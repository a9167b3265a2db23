//! Pictures at another size, by a triangle filter: bilinear where it grows, an average where it shrinks.

use scan_scrubber::picture::Picture;

/// The same picture at another size.
pub fn resized(picture: &Picture, width: u32, height: u32) -> Picture {
    let samples = picture.samples as usize;
    let row = (picture.width as usize).saturating_mul(samples);
    let across: Vec<Taps> = (0..width).map(|at| Taps::new(at, picture.width, width)).collect();
    let mut data = Vec::with_capacity((width as usize).saturating_mul(height as usize).saturating_mul(samples));
    let mut line = vec![0_f32; row];
    for y in 0..height {
        line.fill(0.0);
        let taps = Taps::new(y, picture.height, height);
        for (source, weight) in taps.rows(&picture.data, row) {
            for (sum, value) in line.iter_mut().zip(source) {
                *sum += weight * f32::from(*value);
            }
        }
        for taps in &across {
            for sample in 0..samples {
                let sum: f32 = taps.rows(&line, samples).filter_map(|(pixel, weight)| Some(weight * pixel.get(sample)?)).sum();
                data.push(byte(sum));
            }
        }
    }
    Picture { width, height, samples: picture.samples, data }
}

/// The nearest byte.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
fn byte(value: f32) -> u8 {
    (value + 0.5).clamp(0.0, 255.0) as u8
}

/// What one pixel is made of along one direction: pixels from `first`, by their weights, which sum to 1.
struct Taps {
    first: usize,
    weights: Vec<f32>,
}

impl Taps {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "weights need not be exact, and indices are clamped")]
    fn new(at: u32, from: u32, to: u32) -> Self {
        let ratio = f64::from(from) / f64::from(to.max(1));
        let radius = ratio.max(1.0);
        let centre = (f64::from(at) + 0.5) * ratio - 0.5;
        let last = f64::from(from.saturating_sub(1));
        let (first, end) = ((centre - radius).ceil().clamp(0.0, last), (centre + radius).floor().clamp(0.0, last));
        let mut weights: Vec<f32> =
            (first as u32..=end as u32).map(|pixel| (1.0 - (f64::from(pixel) - centre).abs() / radius).max(0.0) as f32).collect();
        let sum: f32 = weights.iter().sum();
        weights.iter_mut().for_each(|weight| *weight /= sum.max(f32::MIN_POSITIVE));
        Self { first: first as usize, weights }
    }

    /// The stretches of `length` values that the pixels are, with their weights.
    fn rows<'a, T>(&'a self, values: &'a [T], length: usize) -> impl Iterator<Item = (&'a [T], f32)> {
        let start = self.first.saturating_mul(length);
        values.get(start..).unwrap_or_default().chunks_exact(length.max(1)).zip(self.weights.iter().copied())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_keeps_its_colours_and_its_edges() {
        let halves: Vec<u8> = (0..8 * 4).flat_map(|at| if at % 8 < 4 { [10, 20, 30] } else { [200, 210, 220] }).collect();
        let picture = Picture { width: 8, height: 4, samples: 3, data: halves };
        for (width, height) in [(8, 4), (16, 12), (4, 2), (2, 1)] {
            let other = resized(&picture, width, height);
            assert_eq!(other.data.len(), (width * height * 3) as usize);
            assert!(other.data.starts_with(&[10, 20, 30]) || width == 2, "{:?}", other.data);
            assert!(other.data.ends_with(&[200, 210, 220]) || width == 2, "{:?}", other.data);
        }
        assert_eq!(resized(&picture, 8, 4), picture);
    }

    #[test]
    fn what_shrinks_is_averaged() {
        let data = (0..64 * 64).map(|at| if (at + at / 64) % 2 == 0 { 0 } else { 200 }).collect();
        let small = resized(&Picture { width: 64, height: 64, samples: 1, data }, 8, 8);
        assert!(small.data.iter().all(|value| (95..=105).contains(value)), "{:?}", small.data);
    }
}

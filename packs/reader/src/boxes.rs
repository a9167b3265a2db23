//! Rectangles of writing from the detector's answer: for each pixel, how likely it is the kernel of a line of writing.

use std::ops::Range;

use crate::line::Line;

/// What counts as kernel, of 255: 0.3.
const KERNEL: u8 = 77;

/// How likely the pixels of a kernel must be on average, of 255.
const LIKELY: f64 = 0.5 * 255.0;

/// Pixels of the smallest kernel's shorter side.
const SMALLEST: f32 = 3.0;

/// A kernel is a line shrunk by its area over its perimeter, times a factor: growing it by this one gives the line back.
const GROWTH: f32 = 1.7;

/// Pixels by which a kernel grows at least on each side: those of single characters are shrunk by more than that.
const LEAST_GROWTH: f32 = 3.0;

/// Lines turned by less than this (the tangent of 5 degrees) count as upright.
const LEVEL: f64 = 0.0875;

/// How much longer than high a kernel must be for its slant to mean anything: single characters have none.
const LONG: f64 = 4.0;

/// Rectangles in one picture: more are never writing.
const MOST: usize = 4_000;

/// The detector's answer: 0 for surely none, 255 for surely writing.
pub struct Map {
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// A byte a pixel.
    pub data: Vec<u8>,
}

impl Map {
    /// All lines of writing, in the order of their upper ends.
    pub fn lines(mut self) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut kernel = Vec::new();
        for start in 0..self.data.len() {
            if lines.len() < MOST && self.data.get(start).is_some_and(|value| *value >= KERNEL) {
                let likely = self.flood(start, &mut kernel);
                if likely >= LIKELY {
                    lines.extend(line(&kernel, likely));
                }
            }
        }
        lines
    }

    /// Takes the kernel that a pixel belongs to out of the map; its mean likelihood.
    fn flood(&mut self, start: usize, kernel: &mut Vec<(u32, u32)>) -> f64 {
        kernel.clear();
        let mut sum = 0_u64;
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            // What was taken already is 0.
            let Some(value) = self.data.get_mut(at).filter(|value| **value >= KERNEL) else { continue };
            sum = sum.saturating_add(u64::from(*value));
            *value = 0;
            let (x, y) = (at.checked_rem(self.width).unwrap_or(0), at.checked_div(self.width).unwrap_or(0));
            kernel.push((u32::try_from(x).unwrap_or(u32::MAX), u32::try_from(y).unwrap_or(u32::MAX)));
            for y in around(y, self.height) {
                open.extend(around(x, self.width).map(|x| y.saturating_mul(self.width).saturating_add(x)));
            }
        }
        #[allow(clippy::cast_precision_loss, reason = "a mean of a few million bytes")]
        let mean = sum as f64 / kernel.len().max(1) as f64;
        mean
    }
}

/// A place and its two neighbours, as far as they are there.
fn around(at: usize, end: usize) -> Range<usize> {
    at.saturating_sub(1)..at.saturating_add(2).min(end)
}

/// The line of a kernel whose pixels are so likely on average, of 255, unless it is too small.
#[allow(clippy::cast_possible_truncation, reason = "sides of pictures are far below 2^24")]
fn line(kernel: &[(u32, u32)], likely: f64) -> Option<Line> {
    let (cos, sin) = direction(kernel);
    let (mut left, mut right, mut top, mut bottom) = (f64::MAX, f64::MIN, f64::MAX, f64::MIN);
    for (x, y) in kernel {
        let (x, y) = (f64::from(*x) + 0.5, f64::from(*y) + 0.5);
        let (along, across) = (x * cos + y * sin, y * cos - x * sin);
        (left, right) = (left.min(along), right.max(along));
        (top, bottom) = (top.min(across), bottom.max(across));
    }
    let (along, across) = ((left + right) / 2.0, (top + bottom) / 2.0);
    // From the middle of a pixel to its edge.
    let (length, height) = ((right - left + 1.0) as f32, (bottom - top + 1.0) as f32);
    if length.min(height) < SMALLEST {
        return None;
    }
    let growth = (GROWTH * length * height / (2.0 * (length + height))).max(LEAST_GROWTH);
    Some(Line {
        x: (along * cos - across * sin) as f32,
        y: (along * sin + across * cos) as f32,
        along: length / 2.0 + growth,
        across: height / 2.0 + growth,
        cos: cos as f32,
        sin: sin as f32,
        enough: 0.0,
        likely: (likely / 255.0) as f32,
    })
}

/// The direction of a kernel's own length or, where that is nearer to a column's, of its height: cosine and sine. Upright where in doubt.
#[allow(clippy::cast_precision_loss, reason = "a direction need not be exact")]
fn direction(kernel: &[(u32, u32)]) -> (f64, f64) {
    let count = kernel.len().max(1) as f64;
    let mean = |of: fn(&(u32, u32)) -> u32| kernel.iter().map(|pixel| f64::from(of(pixel))).sum::<f64>() / count;
    let (mean_x, mean_y) = (mean(|pixel| pixel.0), mean(|pixel| pixel.1));
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for (x, y) in kernel {
        let (x, y) = (f64::from(*x) - mean_x, f64::from(*y) - mean_y);
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    // The variances along the two axes of the ellipse with the same moments.
    let (middle, half) = ((xx + yy) / 2.0, ((xx - yy) / 2.0).hypot(xy));
    if middle + half < LONG * LONG * (middle - half).max(count / 12.0) {
        return (1.0, 0.0);
    }
    let angle = xy.atan2((xx - yy) / 2.0) / 2.0;
    let (sin, cos) = angle.sin_cos();
    // Angles run from -90 to 90 degrees: what is nearer to a column is turned back by a quarter, and its height is its length.
    let (cos, sin) = if sin.abs() <= cos {
        (cos, sin)
    } else if sin > 0.0 {
        (sin, -cos)
    } else {
        (-sin, cos)
    };
    if sin.abs() < LEVEL * cos { (1.0, 0.0) } else { (cos, sin) }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn map(inside: impl Fn(f32, f32) -> bool) -> Map {
        let pixel = |at: usize| if inside((at % 200) as f32 + 0.5, (at / 200) as f32 + 0.5) { 200 } else { 10 };
        Map { width: 200, height: 100, data: (0..200 * 100).map(pixel).collect() }
    }

    #[test]
    fn a_level_kernel_grows_to_its_line() {
        let lines = map(|x, y| (20.0..120.0).contains(&x) && (40.0..50.0).contains(&y)).lines();
        assert_eq!(lines.len(), 1);
        let Line { x, y, along, across, cos, .. } = lines[0];
        assert_eq!((x, y, cos), (70.0, 45.0, 1.0));
        assert!((along - 57.7).abs() < 0.1 && (across - 12.7).abs() < 0.1, "{along} {across}");
    }

    #[test]
    fn slanted_kernels_keep_their_direction() {
        for degrees in [-80_f32, -60.0, -30.0, -10.0, 0.0, 3.0, 10.0, 30.0, 60.0, 80.0, 90.0] {
            let (sin, cos) = degrees.to_radians().sin_cos();
            let turned = |x: f32, y: f32| ((x - 100.0) * cos + (y - 50.0) * sin, (y - 50.0) * cos - (x - 100.0) * sin);
            let lines = map(|x, y| turned(x, y).0.abs() < 40.0 && turned(x, y).1.abs() < 4.0).lines();
            assert_eq!(lines.len(), 1, "{degrees}");
            let line = lines[0];
            let upright = if degrees.abs() > 45.0 { degrees - 90.0 * degrees.signum() } else { degrees };
            let wanted = if upright.abs() < 5.0 { 0.0 } else { upright };
            let angle = line.sin.atan2(line.cos).to_degrees();
            assert!((angle - wanted).abs() < 1.5, "{degrees}: {angle}");
            assert_eq!(line.across > line.along, degrees.abs() > 45.0, "{degrees}");
            assert!((line.x - 100.0).abs() < 1.0 && (line.y - 50.0).abs() < 1.0);
        }
    }

    #[test]
    fn faint_and_tiny_kernels_are_none() {
        assert!(map(|x, y| x > 50.0 && x < 51.0 && y < 40.0).lines().is_empty());
        let mut faint = map(|x, y| x < 90.0 && y < 20.0);
        faint.data.iter_mut().filter(|value| **value > 100).for_each(|value| *value = 90);
        assert!(faint.lines().is_empty());
        assert!(Map { width: 0, height: 0, data: Vec::new() }.lines().is_empty());
    }
}

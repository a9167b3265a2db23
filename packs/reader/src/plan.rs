//! At what size a picture is looked at, and in which pieces.

use scan_scrubber::picture::{Area, Picture};

/// Pixels of the largest picture that is looked at as it is: above, a smaller copy is. At about 1.5 s a million, this bounds the time.
const MOST: f64 = 4e6;

/// Pixels below which a larger copy is looked at: in small pictures, writing is small.
const FEW: f64 = 512.0 * 512.0;

/// The longest side of a piece, in pixels: a multiple of [`STEP`]. Memory is about 170 bytes a pixel of it.
pub const LONGEST: u32 = 1024;

/// Pixels that two pieces share, so that a line of writing lies whole in one.
const SHARED: u32 = 128;

/// The detector takes sides that are multiples of this.
pub const STEP: u32 = 32;

/// Neighbours that differ by more than this, of 255, may be writing. Noise of JPEG in black is below.
const STEEP: u8 = 5;

/// Columns and rows at which a picture is looked at.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most twice the size of a picture, and not below 0")]
pub fn size(width: u32, height: u32) -> (u32, u32) {
    let pixels = f64::from(width) * f64::from(height);
    let factor = if pixels > MOST { (MOST / pixels).sqrt() } else { (FEW / pixels).sqrt().clamp(1.0, 2.0) };
    let side = |side: u32| (f64::from(side) * factor).round().max(1.0) as u32;
    (side(width), side(height))
}

/// The pieces of a picture in which there is something, from the top left, each no larger than it must be.
pub fn pieces(picture: &Picture) -> Vec<Area> {
    let mut pieces = Vec::new();
    for (y, height) in spans(picture.height) {
        for (x, width) in spans(picture.width) {
            pieces.extend(busy(picture, &Area { x, y, width, height }));
        }
    }
    pieces
}

/// A side cut into equal spans of start and length.
fn spans(side: u32) -> Vec<(u32, u32)> {
    if side <= LONGEST {
        return vec![(0, side)];
    }
    let count = side.saturating_sub(SHARED).div_ceil(LONGEST - SHARED);
    let length = side.saturating_add(SHARED.saturating_mul(count.saturating_sub(1))).div_ceil(count).next_multiple_of(STEP).min(LONGEST);
    let last = u64::from(side.saturating_sub(length));
    let steps = u64::from(count.saturating_sub(1)).max(1);
    // The starts are spread evenly from 0 to the last.
    let start = |at: u32| u32::try_from(last.saturating_mul(u64::from(at)) / steps).unwrap_or(0);
    (0..count).map(|at| (start(at), length)).collect()
}

/// The part of an area between its first and last edge in each direction, and a margin around; nothing where there is no edge.
fn busy(picture: &Picture, area: &Area) -> Option<Area> {
    let samples = picture.samples as usize;
    let row = (picture.width as usize).checked_mul(samples)?;
    let (from, length) = ((area.x as usize).checked_mul(samples)?, (area.width as usize).checked_mul(samples)?);
    let mut found: Option<Area> = None;
    let mut above: Option<&[u8]> = None;
    for (y, line) in picture.data.chunks_exact(row.max(1)).enumerate().skip(area.y as usize).take(area.height as usize) {
        let line = line.get(from..from.checked_add(length)?)?;
        let edge = |at: usize, value: u8| {
            let left = at.checked_sub(samples).and_then(|at| line.get(at));
            let up = above.and_then(|above| above.get(at));
            [left, up].into_iter().flatten().any(|other| other.abs_diff(value) > STEEP)
        };
        let mut edges = line.iter().enumerate().filter(|(at, value)| edge(*at, **value)).map(|(at, _)| at / samples.max(1));
        if let Some(first) = edges.next() {
            let last = edges.next_back().unwrap_or(first);
            let (x, y) = (area.x.saturating_add(u32::try_from(first).ok()?), u32::try_from(y).ok()?);
            let here = Area { x, y, width: u32::try_from(last.saturating_sub(first)).ok()?.saturating_add(1), height: 1 };
            found = Some(found.map_or(here, |found| found.around(&here)));
        }
        above = Some(line);
    }
    found.map(|found| found.grown(STEP).with(area))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn black(width: u32, height: u32) -> Picture {
        Picture { width, height, samples: 1, data: vec![0; (width * height) as usize] }
    }

    #[test]
    fn sizes_are_bounded_and_ordinary_pictures_are_left_alone() {
        assert_eq!(size(512, 512), (512, 512));
        assert_eq!(size(1024, 768), (1024, 768));
        assert_eq!(size(100, 50), (200, 100));
        for side in [1, 3, 100, 2_000, 65_535] {
            let (width, height) = size(65_535, side);
            assert!(width > 0 && height > 0 && f64::from(width) * f64::from(height) <= MOST * 1.2, "{side}: {width} x {height}");
        }
    }

    #[test]
    fn spans_cover_a_side_and_share_pixels() {
        for side in [1, 31, 1024, 1025, 1280, 1921, 2500, 65_535, 131_070] {
            let spans = spans(side);
            assert_eq!(spans[0].0, 0);
            let (last, length) = *spans.last().unwrap();
            assert_eq!(last + length, side, "{side}");
            for pair in spans.windows(2) {
                assert!(pair[0].0 + pair[0].1 >= pair[1].0 + SHARED / 2, "{side}: {pair:?}");
            }
            assert!(length <= LONGEST);
        }
    }

    #[test]
    fn only_what_is_not_flat_is_looked_at() {
        assert_eq!(pieces(&black(3000, 700)), []);
        let mut picture = black(2000, 300);
        picture.data[2000 * 200 + 1500] = 255;
        assert_eq!(pieces(&picture), [Area { x: 1468, y: 168, width: 66, height: 66 }]);
    }
}

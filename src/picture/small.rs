//! Small pictures for the screen.

use super::{Picture, Small};

/// A picture as RGBA, at most `edge` pixels a side: each pixel is the mean of those that it stands for.
pub fn small(picture: &Picture, edge: u32) -> Small {
    let (width, height) = (picture.width.max(1), picture.height.max(1));
    let longest = width.max(height);
    let edge = edge.clamp(1, longest);
    let side = |length: u32| u32::try_from(u64::from(length) * u64::from(edge) / u64::from(longest)).unwrap_or(1).max(1);
    let (columns, rows) = (side(width), side(height));
    let mut pixels = Vec::with_capacity(columns as usize * rows as usize * 4);
    for row in 0..rows {
        let vertical = span(row, rows, height);
        for column in 0..columns {
            let horizontal = span(column, columns, width);
            let level = |sample: u32| mean(picture, &horizontal, &vertical, sample);
            match picture.samples {
                3 => pixels.extend([level(0), level(1), level(2), 255]),
                _ => {
                    let grey = level(0);
                    pixels.extend([grey, grey, grey, 255]);
                }
            }
        }
    }
    Small { width: columns, height: rows, pixels }
}

/// The pixels that one of `count` stands for, of `length`.
fn span(index: u32, count: u32, length: u32) -> std::ops::Range<u32> {
    let at = |index: u32| u32::try_from(u64::from(index) * u64::from(length) / u64::from(count.max(1))).unwrap_or(length);
    let start = at(index);
    start..at(index + 1).max(start + 1)
}

fn mean(picture: &Picture, columns: &std::ops::Range<u32>, rows: &std::ops::Range<u32>, sample: u32) -> u8 {
    let (mut sum, mut count) = (0_u64, 0_u64);
    for row in rows.clone() {
        for column in columns.clone() {
            let at = (row as usize * picture.width as usize + column as usize) * picture.samples as usize + sample as usize;
            sum += u64::from(picture.data.get(at).copied().unwrap_or(0));
            count += 1;
        }
    }
    u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_are_means() {
        let picture = Picture { width: 4, height: 2, samples: 1, data: vec![0, 2, 10, 10, 4, 2, 30, 30] };
        let made = small(&picture, 2);
        assert_eq!((made.width, made.height), (2, 1));
        assert_eq!(made.pixels, [2, 2, 2, 255, 20, 20, 20, 255]);
        let colour = Picture { width: 1, height: 1, samples: 3, data: vec![1, 2, 3] };
        assert_eq!(small(&colour, 256).pixels, [1, 2, 3, 255]);
        assert_eq!(small(&Picture { width: 0, height: 0, samples: 1, data: vec![] }, 0).pixels.len(), 4);
    }
}

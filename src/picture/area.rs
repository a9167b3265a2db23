//! Rectangles of pixels.

use serde::{Deserialize, Serialize};

/// A rectangle of pixels: `x` and `width` count columns from the left, `y` and `height` rows from the top. May reach beyond a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Area {
    /// First column.
    pub x: u32,
    /// First row.
    pub y: u32,
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

impl Area {
    /// The column after the last.
    pub const fn right(&self) -> u32 {
        self.x.saturating_add(self.width)
    }

    /// The row after the last.
    pub const fn bottom(&self) -> u32 {
        self.y.saturating_add(self.height)
    }

    /// Whether there is no pixel in it.
    pub const fn is_empty(&self) -> bool {
        self.width == 0 || self.height == 0
    }

    /// Pixels.
    pub const fn size(&self) -> u64 {
        // Two numbers of 32 bits never pass 64.
        (self.width as u64).wrapping_mul(self.height as u64)
    }

    /// What two have in common; nothing may be left.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let (right, bottom) = (self.right().min(other.right()), self.bottom().min(other.bottom()));
        Self { x, y, width: right.saturating_sub(x), height: bottom.saturating_sub(y) }
    }

    /// The part that lies in a picture of `width` columns and `height` rows.
    #[must_use]
    pub fn within(&self, width: u32, height: u32) -> Self {
        self.with(&Self { x: 0, y: 0, width, height })
    }

    /// Grown by `margin` pixels on all sides, as far as there is room on the left and above.
    #[must_use]
    pub const fn grown(&self, margin: u32) -> Self {
        let (x, y) = (self.x.saturating_sub(margin), self.y.saturating_sub(margin));
        let (right, bottom) = (self.right().saturating_add(margin), self.bottom().saturating_add(margin));
        Self { x, y, width: right - x, height: bottom - y }
    }

    /// The smallest that holds both.
    #[must_use]
    pub fn around(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = (self.right().max(other.right()), self.bottom().max(other.bottom()));
        Self { x, y, width: right - x, height: bottom - y }
    }

    /// Whether a pixel lies in it.
    pub const fn holds(&self, x: u32, y: u32) -> bool {
        x >= self.x && y >= self.y && x < self.right() && y < self.bottom()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Area = Area { x: 2, y: 3, width: 4, height: 5 };

    #[test]
    fn areas_meet_and_grow() {
        assert_eq!((BOX.right(), BOX.bottom(), BOX.size()), (6, 8, 20));
        assert_eq!(BOX.within(4, 4), Area { x: 2, y: 3, width: 2, height: 1 });
        assert!(BOX.within(2, 9).is_empty());
        assert_eq!(BOX.grown(3), Area { x: 0, y: 0, width: 9, height: 11 });
        assert_eq!(BOX.around(&Area { x: 9, y: 0, width: 1, height: 1 }), Area { x: 2, y: 0, width: 8, height: 8 });
        assert!(BOX.holds(5, 7) && !BOX.holds(6, 7) && !BOX.holds(5, 8) && !BOX.holds(1, 3));
    }

    #[test]
    fn areas_at_the_end_of_numbers_do_not_wrap() {
        let huge = Area { x: u32::MAX, y: u32::MAX, width: u32::MAX, height: u32::MAX };
        assert_eq!(huge.right(), u32::MAX);
        assert!(huge.with(&BOX).is_empty());
        assert_eq!(huge.grown(1).x, u32::MAX - 1);
        assert_eq!(BOX.around(&huge).x, 2);
    }
}

//! Lines of writing as rectangles that may be turned.

use scan_scrubber::picture::{Area, Picture};

/// How many times taller than wide a rectangle is whose writing runs up or down.
const TALL: f32 = 1.5;

/// How many times taller than wide it is where it cannot be a single character.
const VERY_TALL: f32 = 3.0;

/// Lines of this height, one above the other, fill a picture's longer side: what is higher is no line.
const HIGHEST: f32 = 6.0;

/// How many times longer than high a line is that has the shape of one.
const LONG: f32 = 1.8;

/// How many of its height fill a picture's longer side where there is no doubt of its shape, and what is taken off where there is.
const LOW: f32 = 12.0;
const DOUBT: f32 = 0.04;

/// Around a hint, as a part of its shorter side: readers are made for writing with some room around.
const ROOM: f32 = 0.2;

/// Around a line, as a part of its shorter side: the ends of the first and last character may stick out.
const MARGIN: f32 = 0.1;

/// A rectangle in pixels: its centre, half its length along the direction of writing and half its height across.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Centre, columns from the left edge of the picture.
    pub x: f32,
    /// Centre, rows from the upper edge of the picture.
    pub y: f32,
    /// Half the length, in the direction of writing.
    pub along: f32,
    /// Half the height.
    pub across: f32,
    /// The direction of writing: columns for each pixel.
    pub cos: f32,
    /// The direction of writing: rows for each pixel.
    pub sin: f32,
    /// A reader as sure as this needs to try no other turn.
    pub enough: f32,
    /// How likely its pixels are writing on average, 0 to 1; 0 of what a detector did not find.
    pub likely: f32,
}

impl Line {
    /// An upright area with some room around it.
    #[allow(clippy::cast_precision_loss, reason = "sides of pictures are far below 2^24")]
    pub fn of_hint(area: &Area) -> Self {
        let (along, across) = (area.width as f32 / 2.0, area.height as f32 / 2.0);
        let room = along.min(across) * ROOM * 2.0;
        let (x, y) = (area.x as f32 + along, area.y as f32 + across);
        Self { x, y, along: along + room, across: across + room, cos: 1.0, sin: 0.0, enough: 0.0, likely: 0.0 }
    }

    /// The same in a picture `across` times as wide and `down` times as high. The two are equal but for rounding.
    #[must_use]
    pub fn scaled(&self, across: f32, down: f32) -> Self {
        let both = across.max(down);
        Self { x: self.x * across, y: self.y * down, along: self.along * both, across: self.across * both, ..*self }
    }

    /// The turns that writing in the rectangle may have, the likeliest first.
    pub fn turns(&self) -> Vec<Self> {
        let turned = |quarters: u8, enough: f32| {
            let (cos, sin) = match quarters {
                0 => (self.cos, self.sin),
                1 => (-self.sin, self.cos),
                2 => (-self.cos, -self.sin),
                _ => (self.sin, -self.cos),
            };
            let (along, across) = if quarters.is_multiple_of(2) { (self.along, self.across) } else { (self.across, self.along) };
            Self { along, across, cos, sin, enough, ..*self }
        };
        let tallness = self.across / self.along.max(f32::MIN_POSITIVE);
        if tallness < TALL {
            // Upside down only where it makes no sense otherwise.
            vec![turned(0, 0.6), turned(2, 0.6)]
        } else if tallness < VERY_TALL {
            vec![turned(0, 0.8), turned(3, 0.9), turned(1, 0.9)]
        } else {
            vec![turned(3, 0.9), turned(1, 0.9)]
        }
    }

    /// The upright area that it lies in with a margin, as far as it is in the picture.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts saturate")]
    pub fn area(&self, picture: &Picture) -> Area {
        let margin = 2.0 * self.along.min(self.across) * MARGIN;
        let (along, across) = (self.along + margin, self.across + margin);
        let columns = along * self.cos.abs() + across * self.sin.abs();
        let rows = along * self.sin.abs() + across * self.cos.abs();
        let (x, y) = ((self.x - columns).floor().max(0.0) as u32, (self.y - rows).floor().max(0.0) as u32);
        let (right, bottom) = ((self.x + columns).ceil().max(0.0) as u32, (self.y + rows).ceil().max(0.0) as u32);
        Area { x, y, width: right.saturating_sub(x), height: bottom.saturating_sub(y) }.within(picture.width, picture.height)
    }

    /// How likely it is writing, in a picture with a longer side of so many pixels; 0 where it has not the shape of a line. The outline of a
    /// body is as likely an O.
    #[allow(clippy::cast_precision_loss, reason = "sides of pictures are small numbers")]
    pub fn sureness(&self, side: u32) -> f32 {
        let (length, height) = (self.along.max(self.across), self.along.min(self.across));
        let lines = side as f32 / (2.0 * height).max(f32::MIN_POSITIVE);
        if length < height * LONG || lines < HIGHEST {
            0.0
        } else if lines < LOW {
            self.likely - DOUBT
        } else {
            self.likely
        }
    }

    #[allow(clippy::cast_precision_loss, reason = "sides of pictures are small numbers")]
    /// Whether it is higher than a line of writing, in a picture with a longer side of so many pixels.
    pub fn is_high(&self, side: u32) -> bool {
        2.0 * self.along.min(self.across) * HIGHEST > side as f32
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    const PICTURE: Picture = Picture { width: 100, height: 50, samples: 1, data: Vec::new() };
    const WIDE: Line = Line { x: 50.0, y: 20.0, along: 20.0, across: 5.0, cos: 1.0, sin: 0.0, enough: 0.0, likely: 0.95 };

    #[test]
    fn areas_hold_what_is_slanted_and_end_with_the_picture() {
        assert_eq!(WIDE.area(&PICTURE), Area { x: 29, y: 14, width: 42, height: 12 });
        let slanted = Line { cos: 0.8, sin: 0.6, ..WIDE };
        assert_eq!(slanted.area(&PICTURE), Area { x: 29, y: 2, width: 42, height: 36 });
        assert_eq!(Line { x: 95.0, ..WIDE }.area(&PICTURE).right(), 100);
        assert!(Line { x: -95.0, ..WIDE }.area(&PICTURE).is_empty());
    }

    #[test]
    fn tall_writing_is_read_from_below_first_and_all_turns_hold_the_same_area() {
        let tall = Line { along: 5.0, across: 20.0, ..WIDE };
        let turns = tall.turns();
        assert_eq!((turns[0].along, turns[0].across, turns[0].sin), (20.0, 5.0, -1.0));
        for line in [WIDE, tall, Line { across: 10.0, along: 5.0, ..WIDE }] {
            assert!(line.turns().iter().all(|turn| turn.area(&PICTURE) == line.area(&PICTURE)));
        }
    }

    #[test]
    fn hints_get_room() {
        let line = Line::of_hint(&Area { x: 10, y: 10, width: 40, height: 10 });
        assert_eq!(line.area(&PICTURE), Area { x: 6, y: 6, width: 48, height: 18 });
    }

    #[test]
    fn a_line_is_high_by_what_it_measures_across_whatever_its_turn() {
        assert!(!WIDE.is_high(60) && WIDE.is_high(59));
        assert!(!Line { cos: 0.8, sin: 0.6, ..WIDE }.is_high(60));
        assert!(!Line { along: 5.0, across: 20.0, ..WIDE }.is_high(60));
        assert!(Line { along: 230.0, across: 210.0, ..WIDE }.is_high(655));
    }

    #[test]
    fn only_what_is_long_and_low_is_surely_a_line() {
        let is_sure = |line: Line, side| line.sureness(side) > 0.9;
        assert!(is_sure(WIDE, 120) && is_sure(Line { along: 5.0, across: 20.0, cos: 0.8, sin: 0.6, ..WIDE }, 120));
        assert!(is_sure(WIDE, 60) && WIDE.sureness(60) < WIDE.sureness(120));
        assert!(!is_sure(WIDE, 59) && !is_sure(Line { along: 8.0, ..WIDE }, 500));
        assert!(!is_sure(Line::of_hint(&Area { x: 10, y: 10, width: 40, height: 10 }), 500));
    }
}

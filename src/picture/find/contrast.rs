//! How a piece of ink and the ground around it differ.

use super::part::Part;
use super::plane::Plane;

/// Both sides of the middle between ink and ground, in the box of a piece and a margin around it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Contrast {
    /// Between the means of both sides, in levels.
    pub(super) levels: f32,
    /// The standard deviation of the ground, to `levels`.
    pub(super) ground: f32,
    /// The standard deviation of the ink, to `levels`.
    pub(super) ink: f32,
    /// Pixels close to the middle, neither ink nor ground, to those of the ink's side.
    pub(super) between: f32,
    /// Pixels of the ink's side that are not the piece's own, to its own.
    pub(super) other: f32,
    /// Pixels in the margin that rise like ink, and not of the piece, to all of the margin.
    pub(super) risen: f32,
}

impl Contrast {
    pub(super) fn of(part: &Part, plane: &Plane, risen: &Plane) -> Self {
        let margin = 2 + part.width().min(part.height()).min(24.0) as usize / 4;
        let (left, right) = ((part.left as usize).saturating_sub(margin), (part.right as usize + margin).min(plane.width));
        let (top, bottom) = ((part.top as usize).saturating_sub(margin), (part.bottom as usize + margin).min(plane.height));
        let middle = (part.value - f32::from(part.peak) * 0.5).max(0.0) as u8;
        let band = part.peak / 5;
        let (mut ink, mut ground) = (Sums::default(), Sums::default());
        let (mut between, mut rises) = (0_u32, 0_u32);
        let limit = (f32::from(part.peak) * 0.4) as u8;
        for y in top..bottom {
            let span = y * plane.width + left..y * plane.width + right;
            let (Some(values), Some(up)) = (plane.data.get(span.clone()), risen.data.get(span)) else { continue };
            for (value, up) in values.iter().zip(up) {
                if *value > middle {
                    ink.add(*value)
                } else {
                    ground.add(*value)
                }
                between += u32::from(value.abs_diff(middle) < band);
                rises += u32::from(*up >= limit);
            }
        }
        let levels = (ink.mean() - ground.mean()).max(1.0);
        let own = part.ink.max(1) as f32;
        let margin = ((right - left) * (bottom - top)) as f32 - part.width() * part.height();
        Self {
            levels,
            ground: ground.deviation() / levels,
            ink: ink.deviation() / levels,
            between: between as f32 / ink.count.max(1) as f32,
            other: (ink.count as f32 - own).max(0.0) / own,
            risen: (rises.saturating_sub(part.ink)) as f32 / margin.max(1.0),
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Sums {
    count: u32,
    sum: u32,
    squares: u64,
}

impl Sums {
    fn add(&mut self, value: u8) {
        self.count += 1;
        self.sum += u32::from(value);
        self.squares += u64::from(value) * u64::from(value);
    }

    fn mean(&self) -> f32 {
        self.sum as f32 / self.count.max(1) as f32
    }

    fn deviation(&self) -> f32 {
        (self.squares as f32 / self.count.max(1) as f32 - self.mean().powi(2)).max(0.0).sqrt()
    }
}

//! What must not be cut: the brain.

use super::cavity::{FINE, cavity};
use super::fit::Fit;
use super::template::Template;
use super::{FAR, Lattice, Modality, Point, Pose, Solid, distances};

/// A place that must not be cut is nearer than this to the brain as it was seen in CT, mm.
const SEEN_MARGIN: f32 = 5.0;
/// Frames farther apart than this, mm, are too coarse for what keeps the brain to be sure of: a person has to look.
pub const THICK: f32 = 6.0;
/// Frames so far apart, mm, miss the brain where it is thin; how much farther from the inside of the template's skull is kept then at most.
const COARSE: f32 = 6.0;
const FARTHER: f32 = 5.0;

/// How far places are from the brain.
pub struct Guard<'a> {
    template: &'a Template,
    pose: Pose,
    /// How the inside of its skull lies: as the skin says, or as it was seen.
    skull: Pose,
    /// Kept from the inside of the template's skull, mm.
    margin: f32,
    seen: Option<(Lattice, Vec<f32>)>,
    /// Whether eyes are guarded as well.
    eyes: bool,
    /// How much of what was seen in CT and of what the template says is the same, from 0 to 1 (Dice).
    pub overlap: Option<f32>,
}

impl<'a> Guard<'a> {
    /// For a head that lies as a fit says; `eyes` says whether they may be cut.
    pub fn of(solid: &dyn Solid, modality: Modality, template: &'a Template, fit: &Fit, eyes: bool) -> Self {
        /// From this overlap on, what was seen is the brain.
        const AGREES: f32 = 0.8;
        /// Even then nothing inside the template's skull is cut: kept from it, mm. Thin parts of the brain are missed in thick slices.
        const INSIDE: f32 = 0.0;
        let pose = fit.pose;
        let margin = margin(fit, modality) * pose.size().min(1.0) as f32;
        let guard = Self { template, pose, skull: pose, margin, seen: None, eyes: !eyes, overlap: None };
        let Some(cavity) = (modality == Modality::Ct).then(|| cavity(solid, template, &pose, FINE)).flatten() else { return guard };
        let agrees = cavity.overlap > AGREES;
        let distance = distances(&cavity.mask, &cavity.lattice, true);
        Self {
            skull: if agrees { cavity.settled(template, &pose) } else { pose },
            margin: if agrees { INSIDE + (solid.step() - COARSE).clamp(0.0, FARTHER) } else { margin },
            seen: Some((cavity.lattice, distance)),
            overlap: Some(cavity.overlap),
            ..guard
        }
    }

    /// How far a place may be cut before the brain is near, mm; negative where nothing may be cut.
    pub fn room(&self, place: Point) -> f32 {
        let by_template = self.template.inside(self.skull.to_template(place)) * self.skull.mean_scale() as f32 - self.margin;
        let by_sight = self.seen.as_ref().and_then(|(lattice, distance)| lattice.value(distance, place));
        by_sight.map_or(by_template, |distance| by_template.min(distance - SEEN_MARGIN))
    }

    /// The same before an eye is near that stays, of a place so many mm deep under the skin.
    pub fn to_eyes(&self, in_template: Point, depth: f32) -> f32 {
        if self.eyes { from_eyes(in_template, self.pose.mean_scale() as f32, depth) } else { f32::INFINITY }
    }
}

/// How far a place of the template is from the eyeballs, mm in a patient of that scale. Their lids, down to some depth, are none of them.
pub(super) fn from_eyes([x, y, z]: Point, scale: f32, depth: f32) -> f32 {
    /// The middle of the right one, and the radius of both with room for eyes that lie otherwise.
    const EYE: Point = [34.0, 60.0, -39.0];
    const RADIUS: f32 = 15.0;
    /// As thick as a lid, and what cells of some mm do not tell, mm.
    const LID: f32 = 4.0;
    let [ex, ey, ez] = EYE;
    let ball = ((x.abs() - ex).powi(2) + (y - ey).powi(2) + (z - ez).powi(2)).sqrt() - RADIUS;
    (ball * scale).max(LID - depth)
}

/// Kept from the inside of the template's skull where nothing else says what is brain, mm in an adult.
fn margin(fit: &Fit, modality: Modality) -> f32 {
    /// As near to the skin as the template's comes, a skull is as near to it as well; but where what shines blurs the skin.
    const CLOSE: (f32, f32) = (0.97, 2.0);
    let (inliers, rms) = CLOSE;
    match fit.cover {
        // The scales of a head that was half seen are guesses.
        cover if cover < 0.6 => 10.0,
        _ if modality == Modality::Mr && fit.inliers >= inliers && fit.rms <= rms => 4.5,
        _ => 6.0,
    }
}

/// The lowest and highest corner, in the patient, of a box of the template.
pub(super) fn around(pose: &Pose, [xs, ys, zs]: [[f32; 2]; 3]) -> (Point, Point) {
    let (mut low, mut high) = ([FAR; 3], [-FAR; 3]);
    let corners = xs.into_iter().flat_map(|x| ys.into_iter().flat_map(move |y| zs.into_iter().map(move |z| [x, y, z])));
    for corner in corners {
        for ((low, high), at) in low.iter_mut().zip(&mut high).zip(pose.to_patient(corner)) {
            *low = low.min(at);
            *high = high.max(at);
        }
    }
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::super::pose::turn_about;
    use super::*;

    #[test]
    fn more_is_kept_where_less_is_sure() {
        let pose = Pose { turn: turn_about([0.0; 3]), place: [0.0; 3], scale: [0.9; 3] };
        let (inliers, rms, margin) = (0.99, 1.5, 0.1);
        let (cover, brain, symmetry, inside, bone) = (0.9, 1.0, 0.7, 0.95, None);
        let close = Fit { pose, inliers, rms, cover, brain, symmetry, inside, bone, margin, upright: true };
        let far = Fit { rms: 2.5, ..close };
        let half = Fit { cover: 0.5, ..close };
        let kept = [(close, Modality::Mr), (close, Modality::Pet), (far, Modality::Mr), (half, Modality::Mr)];
        assert_eq!(kept.map(|(fit, modality)| super::margin(&fit, modality)), [4.5, 6.0, 6.0, 10.0]);
    }
}

//! What must not be cut: the brain.

use super::template::Template;
use super::{FAR, Lattice, Modality, Point, Pose, Solid, distances, grown, largest, shrunk};

/// A place that must not be cut is nearer than this to the brain as it was seen in CT, mm.
const SEEN_MARGIN: f32 = 5.0;
/// Frames farther apart than this, mm, are too coarse for what keeps the brain to be sure of: a person has to look.
pub const THICK: f32 = 6.0;
/// Frames so far apart, mm, miss the brain where it is thin; how much farther from the inside of the template's skull is kept then at most.
const COARSE: f32 = 8.0;
const FARTHER: f32 = 5.0;
/// A cell of the volume in which the brain is sought, mm.
const STEP: f32 = 2.0;
/// Of brain, blood and water, HU; bone has more, fat and air have less.
const SOFT: std::ops::Range<f32> = -15.0..120.0;
/// The brain hangs together by more than this, mm; what leaves the skull (vessels, the optic nerves) does not.
const CORE: f32 = 5.0;
/// Farther than this outside the template's skull there is no brain, mm: where bone is missing, what was found leaks out.
const LEAK: f32 = 10.0;

/// How far places are from the brain.
pub struct Guard<'a> {
    template: &'a Template,
    pose: Pose,
    /// Kept from the inside of the template's skull, mm.
    margin: f32,
    seen: Option<(Lattice, Vec<f32>)>,
    /// Whether eyes are guarded as well.
    eyes: bool,
    /// How much of what was seen in CT and of what the template says is the same, from 0 to 1 (Dice).
    pub overlap: Option<f32>,
}

impl<'a> Guard<'a> {
    /// For a head that lies so, of which the share `cover` was imaged; `eyes` says whether they may be cut.
    pub fn of(solid: &dyn Solid, modality: Modality, template: &'a Template, pose: Pose, cover: f32, eyes: bool) -> Self {
        /// From this overlap on, what was seen is the brain.
        const AGREES: f32 = 0.8;
        /// Even then nothing inside the template's skull is cut: kept from it, mm. Thin parts of the brain are missed in thick slices.
        const INSIDE: f32 = 0.0;
        // The scales of a head that was half seen are guesses.
        let margin = if cover < 0.6 { 10.0 } else { 6.0 };
        let guard = Self { template, pose, margin, seen: None, eyes: !eyes, overlap: None };
        let Some(cavity) = (modality == Modality::Ct).then(|| cavity(solid, template, &pose)).flatten() else { return guard };
        let agrees = cavity.overlap > AGREES;
        let distance = distances(&cavity.mask, &cavity.lattice, true);
        Self {
            margin: if agrees { INSIDE + (solid.step() - COARSE).clamp(0.0, FARTHER) } else { margin },
            seen: Some((cavity.lattice, distance)),
            overlap: Some(cavity.overlap),
            ..guard
        }
    }

    /// How far a place may be cut before the brain is near, mm; negative where nothing may be cut.
    pub fn room(&self, place: Point, in_template: Point) -> f32 {
        let by_template = self.template.inside(in_template) * self.pose.mean_scale() as f32 - self.margin;
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

/// The inside of the skull, as it was seen in CT.
pub struct Cavity {
    lattice: Lattice,
    mask: Vec<bool>,
    /// With the inside of the template's skull, where that was imaged.
    pub overlap: f32,
}

/// Soft tissue inside bone about the middle of the head.
pub fn cavity(solid: &dyn Solid, template: &Template, pose: &Pose) -> Option<Cavity> {
    /// Around the brain of the template, mm.
    const BOX: [[f32; 2]; 3] = [[-88.0, 88.0], [-124.0, 94.0], [-76.0, 104.0]];
    /// Around the middle of the brain, mm.
    const SEED: f32 = 16.0;
    /// Grown back from its core, mm.
    const BACK: f32 = 6.0;
    let (low, high) = around(pose, BOX);
    let lattice = Lattice::covering(low, high, STEP);
    let grid = solid.sample(&lattice);
    let places: Vec<Point> = lattice.places().map(|place| pose.to_template(place)).collect();
    let inside: Vec<f32> = places.iter().map(|place| template.inside(*place)).collect();
    let soft: Vec<bool> = grid.values.iter().zip(&inside).map(|(value, inside)| SOFT.contains(value) && *inside < LEAK).collect();
    let soft: Vec<bool> = soft.iter().zip(&grid.seen).map(|(soft, seen)| *soft && *seen).collect();
    let seed: Vec<bool> = places.iter().map(|[x, y, z]| x.abs().max((y + 20.0).abs()).max((z - 10.0).abs()) < SEED).collect();
    let core = largest(&shrunk(&soft, &lattice, CORE), &lattice, Some(&seed));
    let near = grown(&core, &lattice, BACK);
    let mut mask: Vec<bool> = soft.iter().zip(near).map(|(soft, near)| *soft && near).collect();
    // Threads of what is between bone and brain are cut off.
    let opened = grown(&shrunk(&mask, &lattice, STEP * 2.0), &lattice, STEP * 2.0);
    mask.iter_mut().zip(opened).for_each(|(mask, opened)| *mask = *mask && opened);
    let (mut both, mut found, mut expected) = (0_u32, 0_u32, 0_u32);
    for ((mask, inside), _) in mask.iter().zip(&inside).zip(&grid.seen).filter(|(_, seen)| **seen) {
        both += u32::from(*mask && *inside < 0.0);
        found += u32::from(*mask);
        expected += u32::from(*inside < 0.0);
    }
    (found > 0).then(|| Cavity { lattice, mask, overlap: 2.0 * both as f32 / (found + expected).max(1) as f32 })
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

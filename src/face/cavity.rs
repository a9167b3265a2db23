//! The inside of the skull, as CT shows it, and the template laid into it.

use super::fit::{Normal, UNKNOWNS, moved};
use super::guard::around;
use super::pose::{cross, transposed, turned};
use super::template::Template;
use super::{Lattice, Point, Pose, Solid, grown, largest, shrunk};

/// A cell of the volume in which the brain is sought, mm: to keep it, and to say how it lies.
pub(super) const FINE: f32 = 2.0;
pub(super) const COARSE: f32 = 4.0;
/// Threads of what is between bone and brain are thinner than twice this, mm.
const THREAD: f32 = 4.0;
/// Of brain, blood and water, HU; bone has more, fat and air have less.
const SOFT: std::ops::Range<f32> = -15.0..120.0;
/// The brain hangs together by more than this, mm; what leaves the skull (vessels, the optic nerves) does not.
const CORE: f32 = 5.0;
/// Farther than this outside the template's skull there is no brain, mm: where bone is missing, what was found leaks out.
const LEAK: f32 = 10.0;

/// The inside of the skull, as it was seen in CT.
pub(super) struct Cavity {
    pub(super) lattice: Lattice,
    pub(super) mask: Vec<bool>,
    /// What of it was imaged.
    seen: Vec<bool>,
    /// With the inside of the template's skull, where that was imaged.
    pub(super) overlap: f32,
}

/// Soft tissue inside bone about the middle of the head, in cells of so many mm.
pub(super) fn cavity(solid: &dyn Solid, template: &Template, pose: &Pose, step: f32) -> Option<Cavity> {
    /// Around the brain of the template, mm.
    const BOX: [[f32; 2]; 3] = [[-88.0, 88.0], [-124.0, 94.0], [-76.0, 104.0]];
    /// Around the middle of the brain, mm.
    const SEED: f32 = 16.0;
    /// Grown back from its core, mm.
    const BACK: f32 = 6.0;
    let (low, high) = around(pose, BOX);
    let lattice = Lattice::covering(low, high, step);
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
    let opened = grown(&shrunk(&mask, &lattice, THREAD), &lattice, THREAD);
    mask.iter_mut().zip(opened).for_each(|(mask, opened)| *mask = *mask && opened);
    let (mut both, mut found, mut expected) = (0_u32, 0_u32, 0_u32);
    for ((mask, inside), _) in mask.iter().zip(&inside).zip(&grid.seen).filter(|(_, seen)| **seen) {
        both += u32::from(*mask && *inside < 0.0);
        found += u32::from(*mask);
        expected += u32::from(*inside < 0.0);
    }
    (found > 0).then(|| Cavity { lattice, mask, seen: grid.seen, overlap: 2.0 * both as f32 / (found + expected).max(1) as f32 })
}

impl Cavity {
    /// The template's pose so that the inside of its skull comes to lie on this one: the skin says where that is to some mm only.
    ///
    /// Robust Gauss-Newton on the distances of the cavity's boundary to the template's; never far from the pose it began with.
    pub(super) fn settled(&self, template: &Template, from: &Pose) -> Pose {
        /// Steps, and the standard deviations of a residual at the first and at the last, mm.
        const STEPS: i32 = 12;
        const WIDE: f64 = 8.0;
        const NARROWER: f64 = 0.8;
        const NARROWEST: f64 = 2.0;
        /// Standard deviations of what is expected: radians, mm, the logarithm of a scale.
        const EXPECTED: [f64; 3] = [0.1, 6.0, 0.08];
        /// Fewer places than this decide nothing.
        const FEWEST: usize = 200;
        /// More places than this say no more.
        const ENOUGH: usize = 4000;
        let boundary = self.boundary();
        let boundary: Vec<Point> = boundary.iter().copied().step_by(boundary.len() / ENOUGH + 1).collect();
        // Of the middle of a cell within, the boundary lies half a cell farther out.
        let half = f64::from(self.lattice.step) / 2.0;
        let mut pose = *from;
        let mut been = [0.0; UNKNOWNS];
        for step in 0..STEPS {
            let sigma = (WIDE * NARROWER.powi(step)).max(NARROWEST);
            let (mut normal, mut count) = (Normal::default(), 0);
            let back = transposed(pose.turn);
            for at in &boundary {
                let in_template = pose.to_template(*at);
                let Some((mm, slope)) = slope(template, in_template) else { continue };
                let residual = mm + half;
                count += 1;
                let share = residual / (3.0 * sigma);
                if share.abs() >= 1.0 {
                    continue;
                }
                let weight = (1.0 - share * share).powi(2);
                let ([x, y, z], [px, py, pz], [gx, gy, gz], [sx, sy, sz]) = (*at, pose.place, slope, pose.scale);
                let arm = turned(back, [f64::from(x) - px, f64::from(y) - py, f64::from(z) - pz]);
                // What moves the template one way moves the place in it the other way.
                let pull = [-gx / sx, -gy / sy, -gz / sz];
                let ([tx, ty, tz], [ax, ay, az], [mx, my, mz]) = (cross(arm, pull), arm, pull);
                normal.add([tx, ty, tz, mx, my, mz, mx * ax, my * ay, mz * az], residual, weight);
            }
            if count < FEWEST {
                return *from;
            }
            for (at, been) in been.iter().enumerate() {
                let expected = EXPECTED.get(at / 3).copied().unwrap_or(1.0);
                normal.assume(at, *been, (sigma / expected).powi(2));
            }
            let by = normal.step();
            been.iter_mut().zip(by).for_each(|(been, by)| *been += by);
            pose = moved(&pose, by, from.size());
        }
        // How far the boundaries are apart, as if they were nowhere farther than this, mm.
        let off = |pose: &Pose| boundary.iter().map(|at| template.inside(pose.to_template(*at)).abs().min(10.0)).sum::<f32>();
        if off(&pose) < off(from) { pose } else { *from }
    }

    /// Places on its outside, where what is beyond was imaged as well: of every other cell.
    fn boundary(&self) -> Vec<Point> {
        let [across, deep, high] = self.lattice.size;
        let is = |cell: [usize; 3]| self.mask.get(self.lattice.index(cell)).copied().unwrap_or_default();
        let is_imaged = |cell: [usize; 3]| self.seen.get(self.lattice.index(cell)).copied().unwrap_or_default();
        let mut found = Vec::new();
        for z in 1..high.saturating_sub(1) {
            for y in 1..deep.saturating_sub(1) {
                for x in (1 + (y + z) % 2..across.saturating_sub(1)).step_by(2) {
                    let beside = [[x - 1, y, z], [x + 1, y, z], [x, y - 1, z], [x, y + 1, z], [x, y, z - 1], [x, y, z + 1]];
                    if is([x, y, z]) && beside.iter().all(|cell| is_imaged(*cell)) && beside.iter().any(|cell| !is(*cell)) {
                        found.push(self.lattice.place([x, y, z]));
                    }
                }
            }
        }
        found
    }
}

/// How far a place of the template is from the inside of its skull, mm, and how that rises along its axes; nothing where the template says
/// no more than "far".
fn slope(template: &Template, [x, y, z]: Point) -> Option<(f64, [f64; 3])> {
    /// Half of what a cell of the template has, mm.
    const STEP: f32 = 3.0;
    let inside = |at: Point| template.inside(at);
    let mm = inside([x, y, z]);
    // The base of the skull is open: where the neck goes out, there is no boundary to go by.
    if !(-11.5..28.0).contains(&mm) || z < -60.0 {
        return None;
    }
    let rise = |a: Point, b: Point| f64::from((inside(a) - inside(b)) / (2.0 * STEP));
    let rises =
        [rise([x + STEP, y, z], [x - STEP, y, z]), rise([x, y + STEP, z], [x, y - STEP, z]), rise([x, y, z + STEP], [x, y, z - STEP])];
    Some((f64::from(mm), rises))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::fit::Fit;
    use super::super::guard::Guard;
    use super::super::pose::turn_about;
    use super::super::statue::Body;
    use super::*;
    use crate::face::Modality;

    const TRUE: [f64; 3] = [0.1, 0.05, 0.0];

    fn lying(turn: [f64; 3]) -> Pose {
        Pose { turn: turn_about(turn), place: [12.0, -20.0, 70.0], scale: [0.9, 0.95, 0.86] }
    }

    /// The inside of the template's skull, in bone and skin.
    fn skull(template: &Template) -> Body<impl Fn(Point) -> f32> {
        let pose = lying(TRUE);
        let value = move |place: Point| match template.inside(pose.to_template(place)) {
            mm if mm < 0.0 => 35.0,
            mm if mm < 6.0 => 900.0,
            mm if mm < 12.0 => 40.0,
            _ => -1000.0,
        };
        Body { low: [-108.0, -150.0, -30.0], high: [132.0, 115.0, 190.0], value }
    }

    #[test]
    fn a_skull_that_seems_to_nod_is_seen_not_to() {
        let template = Template::load();
        let solid = skull(&template);
        for nod in [-0.25, 0.25] {
            let from = Pose { turn: turn_about([0.1 + nod, 0.1, 0.05]), place: [15.0, -24.0, 72.0], ..lying(TRUE) };
            for step in [FINE, COARSE] {
                let settled = cavity(&solid, &template, &from, step).unwrap().settled(&template, &from);
                assert!(settled.apart(&lying(TRUE)) < 0.06, "{nod} {step} {}", settled.apart(&lying(TRUE)));
            }
        }
    }

    #[test]
    fn what_is_kept_lies_where_the_skull_is_seen() {
        let template = Template::load();
        let solid = skull(&template);
        let of = |modality, turn| {
            let (pose, rms, margin) = (lying(turn), 2.5, 0.1);
            let (inliers, cover, brain, symmetry, inside, bone) = (0.95, 0.9, 1.0, 0.7, 0.95, Some(1.0));
            let fit = Fit { pose, inliers, rms, cover, brain, symmetry, inside, bone, margin, upright: true };
            Guard::of(&solid, modality, &template, &fit, true)
        };
        let places: Vec<Point> = [-25.0, 0.0, 25.0].into_iter().flat_map(|x| [-50.0, -45.0, -40.0, -35.0].map(|z| [x, 80.0, z])).collect();
        let off = |modality, nod: f64| {
            let [told, is] = [nod, 0.0].map(|nod| of(modality, [0.1 + nod, 0.05, 0.0]));
            let room = |guard: &Guard, at| guard.room(lying(TRUE).to_patient(at));
            places.iter().map(|at| (room(&told, *at) - room(&is, *at)).abs()).fold(0.0, f32::max)
        };
        for nod in [-0.35, -0.3] {
            assert!(
                off(Modality::Ct, nod) < 1.5 && off(Modality::Mr, nod) > 4.0,
                "{nod} {} {}",
                off(Modality::Ct, nod),
                off(Modality::Mr, nod)
            );
        }
    }
}

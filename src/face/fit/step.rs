//! One pose made better, step by step: robust Gauss-Newton on the distances of the template's scalp to the skin.

use super::super::pose::{MIDDLE, Pose, Three, Turn, after, axis_of, cross, transposed, turn_about, turned};
use super::super::{Lattice, Point};
use super::solve::{Normal, UNKNOWNS};
use super::start::SCALE;

/// The skin to fit to.
#[derive(Clone, Copy)]
pub(super) struct Skin<'a> {
    pub(super) lattice: &'a Lattice,
    /// Signed distances, mm; NaN where nothing was imaged.
    pub(super) surface: &'a [f32],
}

/// How long, and with how many of the points.
#[derive(Clone, Copy)]
pub(super) struct Effort {
    pub(super) steps: i32,
    /// Every so manieth point first.
    pub(super) every: usize,
    /// All that `then` says after so many steps.
    pub(super) until: i32,
    pub(super) then: usize,
    /// Standard deviation of a residual at the first step, mm.
    pub(super) wide: f64,
    /// How large the head is expected to be, to an adult's.
    pub(super) size: f64,
}

impl Effort {
    /// To see whether it is worth more.
    pub(super) const GLANCE: Self = Self { steps: 14, every: 6, until: 14, then: 6, wide: 14.0, size: 1.0 };
    /// From a rough start to the end.
    pub(super) const FULL: Self = Self { steps: 30, every: 3, until: 18, then: 1, wide: 14.0, size: 1.0 };
    /// From a good start to the end.
    pub(super) const POLISH: Self = Self { steps: 18, every: 3, until: 8, then: 1, wide: 7.0, size: 1.0 };

    /// The same for heads of another size.
    pub(super) const fn sized(self, size: f64) -> Self {
        Self { size, ..self }
    }
}

/// Residuals are trusted more from step to step, mm, and never more than the last.
const NARROWER: f64 = 0.88;
const NARROWEST: f64 = 4.0;
/// Fewer points than this decide nothing.
pub(super) const FEWEST: usize = 80;
/// Standard deviations of what is expected: nod, tilt and turn in radians; the logarithm of a scale.
const TURNS: Three = [0.35, 0.2, 0.2];
const SCALES: f64 = 0.05;
/// The farthest that a step goes: radians, mm, logarithm of a scale.
const FARTHEST: [f64; 3] = [0.15, 15.0, 0.06];
/// Scales beyond these are no head's of the size that is expected: logarithms.
const SMALLEST: f64 = -0.45;
const LARGEST: f64 = 0.3;

/// Makes a pose better that began with the template's axes turned by `base`; nothing where too little of the template was imaged.
pub(super) fn improve(mut pose: Pose, base: Turn, skin: Skin, scalp: &[Point], effort: Effort) -> Option<Pose> {
    for step in 0..effort.steps {
        let sigma = (effort.wide * NARROWER.powi(step)).max(NARROWEST);
        let every = if step < effort.until { effort.every } else { effort.then };
        let (mut normal, mut count) = (Normal::default(), 0);
        let back = transposed(pose.turn);
        for at in scalp.iter().step_by(every) {
            let Some((residual, rise)) = skin.lattice.slope(skin.surface, pose.to_patient(*at)) else { continue };
            if residual.is_nan() {
                continue;
            }
            count += 1;
            let share = f64::from(residual) / (3.0 * sigma);
            if share.abs() >= 1.0 {
                continue;
            }
            // Tukey: what is far off does not count, and what is near counts in full.
            let weight = (1.0 - share * share).powi(2);
            let ([x, y, z], [mx, my, mz], [sx, sy, sz]) = (*at, MIDDLE, pose.scale);
            let arm = [f64::from(x - mx) * sx, f64::from(y - my) * sy, f64::from(z - mz) * sz];
            let slope = turned(back, rise.map(f64::from));
            let ([tx, ty, tz], [gx, gy, gz], [ax, ay, az]) = (cross(arm, slope), slope, arm);
            normal.add([tx, ty, tz, gx, gy, gz, gx * ax, gy * ay, gz * az], residual.into(), weight);
        }
        if count * every < FEWEST {
            return None;
        }
        assume(&mut normal, &pose, base, sigma, effort.size);
        pose = moved(&pose, normal.step(), effort.size);
    }
    Some(pose)
}

/// What is known of heads before one is looked at, as strong as a few points.
fn assume(normal: &mut Normal, pose: &Pose, base: Turn, sigma: f64, size: f64) {
    let turned_by = axis_of(after(transposed(base), pose.turn));
    for (at, (angle, deviation)) in turned_by.iter().zip(TURNS).enumerate() {
        normal.assume(at, *angle, (sigma / deviation).powi(2));
    }
    for (at, (scale, usual)) in pose.scale.iter().zip(SCALE).enumerate() {
        normal.assume(6 + at, (scale / (usual * size)).ln(), (sigma / SCALES).powi(2));
    }
}

/// A pose of a head of such a size, moved by one step: radians about the template's axes, mm along them, logarithms of scales.
pub(in super::super) fn moved(pose: &Pose, step: [f64; UNKNOWNS], size: f64) -> Pose {
    let [turn, way, growth] = FARTHEST;
    let [tx, ty, tz, mx, my, mz, sx, sy, sz] = step;
    let by = |parts: Three, most: f64| parts.map(|part| if part.is_finite() { part.clamp(-most, most) } else { 0.0 });
    let ([ax, ay, az], [px, py, pz]) = (turned(pose.turn, by([mx, my, mz], way)), pose.place);
    let mut scale = pose.scale;
    for (scale, by) in scale.iter_mut().zip(by([sx, sy, sz], growth)) {
        *scale = ((*scale / size).ln() + by).clamp(SMALLEST, LARGEST).exp() * size;
    }
    Pose { turn: after(pose.turn, turn_about(by([tx, ty, tz], turn))), place: [px + ax, py + ay, pz + az], scale }
}

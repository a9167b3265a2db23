//! What was imaged where the template lies: skin, and what the template says is brain.

use super::super::template::Template;
use super::super::{Foreground, Grid, Modality, Point, Pose, pose::MIDDLE};
use super::step::Skin;

/// A volume and what is laid into it.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    /// The volume.
    pub grid: &'a Grid,
    /// What of it is the patient.
    pub foreground: &'a Foreground,
    /// What its values mean.
    pub modality: Modality,
    /// What is laid into it.
    pub template: &'a Template,
}

/// Of soft tissue, HU; and of bone.
const SOFT: std::ops::Range<f32> = -15.0..120.0;
const BONE: f32 = 300.0;

impl Sight<'_> {
    pub(super) fn skin(&self) -> Skin<'_> {
        Skin { lattice: &self.grid.lattice, surface: &self.foreground.surface }
    }

    /// The value where a place of the template lies, if that was imaged.
    fn value(&self, pose: &Pose, place: Point) -> Option<f32> {
        let cell = self.grid.lattice.nearest(pose.to_patient(place))?;
        self.grid.seen.get(cell)?.then(|| self.grid.values.get(cell).copied())?
    }

    /// How much of the template's brain was imaged.
    pub(super) fn brain(&self, pose: &Pose) -> f32 {
        share(self.template.brain.iter().step_by(3).map(|place| self.value(pose, *place).is_some()))
    }

    /// How alike the halves of the brain are: heads that lie on the side are not.
    pub(super) fn symmetry(&self, pose: &Pose) -> f32 {
        /// Nearer to the middle than this, mm, both halves are the same cells.
        const APART: f32 = 9.0;
        let clamped = |value: f32| if self.modality == Modality::Ct { value.clamp(-200.0, 300.0) } else { value };
        let right = self.template.brain.iter().filter(|[x, _, _]| *x > APART).step_by(2);
        let pairs = right.filter_map(|[x, y, z]| {
            let (right, left) = (self.value(pose, [*x, *y, *z])?, self.value(pose, [-x, *y, *z])?);
            Some((f64::from(clamped(right)), f64::from(clamped(left))))
        });
        let (mut count, mut a, mut b, mut aa, mut bb, mut ab) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (right, left) in pairs {
            count += 1.0;
            a += right;
            b += left;
            aa += right * right;
            bb += left * left;
            ab += right * left;
        }
        let spread = (aa * count - a * a) * (bb * count - b * b);
        // Less is but rounding: all is alike.
        if spread > 1e-6 * aa * bb * count * count { ((ab * count - a * b) / spread.sqrt()) as f32 } else { 0.0 }
    }

    /// How much of where the brain should be looks like it.
    pub(super) fn inside(&self, pose: &Pose) -> f32 {
        let ct = self.modality == Modality::Ct;
        let fits = |value: f32| if ct { SOFT.contains(&value) } else { value > self.foreground.threshold };
        share(self.template.brain.iter().step_by(3).filter_map(|place| self.value(pose, *place)).map(fits))
    }

    /// How much of the skull's vault is bone, in CT.
    pub(super) fn bone(&self, pose: &Pose) -> Option<f32> {
        /// Below this, mm in the template, the skin is far from any bone.
        const VAULT: f32 = -20.0;
        /// Where the skull may be on the way from the middle of the head to its skin.
        const WAY: [f32; 5] = [0.84, 0.87, 0.9, 0.93, 0.96];
        if self.modality != Modality::Ct {
            return None;
        }
        let vault = self.template.scalp.iter().filter(|[_, _, z]| *z > VAULT).step_by(2);
        let thickest = vault.filter_map(|[x, y, z]| {
            let [mx, my, mz] = MIDDLE;
            let values = WAY.iter().filter_map(|way| self.value(pose, [mx + (x - mx) * way, my + (y - my) * way, mz + (z - mz) * way]));
            values.reduce(f32::max)
        });
        Some(share(thickest.map(|value| value > BONE)))
    }
}

/// How many are so, of all; none of none.
fn share(all: impl Iterator<Item = bool>) -> f32 {
    let (mut count, mut so) = (0.0, 0.0);
    for one in all {
        count += 1.0;
        so += f32::from(u8::from(one));
    }
    if count > 0.0 { so / count } else { 0.0 }
}

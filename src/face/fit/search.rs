//! The best pose of all, and how much better it is than a head that lies some other way.

use super::super::pose::{Pose, Turn, orientations};
use super::sight::Sight;
use super::start::{at_same_place, starts};
use super::step::{Effort, FEWEST, improve};

/// A pose and how well it fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// How the template lies.
    pub pose: Pose,
    /// Of the template's points that were imaged, the share within 5 mm of the skin.
    pub inliers: f32,
    /// Root of the mean square of the distances, each counted as 10 mm at most.
    pub rms: f32,
    /// The share of the template's points that were imaged.
    pub cover: f32,
    /// The share of the template's brain that was imaged.
    pub brain: f32,
    /// How alike the left and the right half of the brain are, from -1 to 1 (correlation of values).
    pub symmetry: f32,
    /// How much of where the brain should be looks like it: in CT soft, else not like air.
    pub inside: f32,
    /// How much of the skull's vault is bone in CT. (In other images it is dark, but so thin that it often does not show.)
    pub bone: Option<f32>,
    /// By how much its score is above that of the best head that lies more than 40 degrees otherwise.
    pub margin: f32,
    /// Whether it lies as the file says: axes as they are, give or take 45 degrees.
    pub upright: bool,
}

/// From this cover on, more says little more.
const ENOUGH: f32 = 0.6;
/// What a head loses that lies outside of what was imaged: who images a head aims at it.
const UNSEEN: f32 = 0.1;
/// What a head loses whose halves have nothing in common.
const ASKEW: f32 = 0.2;
/// Heads that lie closer than this are the same try, radians.
const SAME: f64 = 0.7;

impl Fit {
    /// What fits are compared by: of two that fit alike, the one that more was seen of, and that has a brain inside. By its skin alone, a
    /// cranium could lie several ways.
    pub fn score(&self) -> f32 {
        let halves = 1.0 - ASKEW * (1.0 - self.symmetry.max(0.0));
        let seen = (self.cover / ENOUGH).min(1.0) * (1.0 - UNSEEN * (1.0 - self.cover));
        self.inliers * seen * halves * self.inside * self.bone.unwrap_or(1.0)
    }

    /// Measured with every so manieth point.
    fn of(pose: Pose, sight: &Sight, every: usize) -> Option<Self> {
        let (skin, scalp) = (sight.skin(), &sight.template.scalp);
        let found = scalp.iter().step_by(every).filter_map(|at| skin.lattice.value(skin.surface, pose.to_patient(*at)));
        let (mut count, mut near, mut squares) = (0_usize, 0_usize, 0.0);
        for residual in found.filter(|residual| !residual.is_nan()) {
            count += 1;
            near += usize::from(residual.abs() < 5.0);
            squares += residual.abs().min(10.0).powi(2);
        }
        if count * every < FEWEST {
            return None;
        }
        let all = count as f32;
        Some(Self {
            pose,
            brain: sight.brain(&pose),
            symmetry: sight.symmetry(&pose),
            inside: sight.inside(&pose),
            bone: sight.bone(&pose),
            inliers: near as f32 / all,
            rms: (squares / all).sqrt(),
            cover: ((count * every) as f32 / scalp.len() as f32).min(1.0),
            margin: 0.0,
            upright: true,
        })
    }
}

/// The best fit there is, wherever and however the head lies; nothing where too little was imaged.
pub fn search(sight: &Sight) -> Option<Fit> {
    let turns = orientations();
    let (upright, others) = turns.split_first()?;
    let (mask, lattice) = (&sight.foreground.mask, &sight.grid.lattice);
    let mut fits: Vec<Fit> = tries(starts(mask, lattice, *upright, true), *upright, sight, 4);
    fits.sort_by(|a, b| b.score().total_cmp(&a.score()));
    let first = fits.first().copied();
    for turn in others {
        let mut poses = starts(mask, lattice, *turn, false);
        poses.extend(first.map(|fit| at_same_place(&fit.pose, *turn)));
        fits.extend(tries(poses, *turn, sight, 1));
    }
    let mut best = fits.iter().copied().reduce(|best, fit| if fit.score() > best.score() { fit } else { best })?;
    let rival = fits.iter().filter(|fit| fit.pose.apart(&best.pose) > SAME).map(Fit::score).fold(0.0, f32::max);
    best.margin = best.score() - rival;
    let straight = Pose { turn: *upright, ..best.pose };
    best.upright = best.pose.apart(&straight) < std::f64::consts::FRAC_PI_4;
    Some(best)
}

/// A fit that was found on coarser cells, or nearby, made as good as it gets; its margin stays.
pub fn polished(fit: &Fit, sight: &Sight) -> Option<Fit> {
    let apart = |turn: &Turn| fit.pose.apart(&Pose { turn: *turn, ..fit.pose });
    let base = orientations().into_iter().min_by(|a, b| apart(a).total_cmp(&apart(b)))?;
    let pose = improve(fit.pose, base, sight.skin(), &sight.template.scalp, Effort::POLISH)?;
    Some(Fit { margin: fit.margin, upright: fit.upright, ..Fit::of(pose, sight, 1)? })
}

/// Glances at all starts, and follows the best of them to the end.
fn tries(poses: Vec<Pose>, base: Turn, sight: &Sight, follow: usize) -> Vec<Fit> {
    let (skin, scalp) = (sight.skin(), &sight.template.scalp);
    let glance = |pose: Pose| Fit::of(improve(pose, base, skin, scalp, Effort::GLANCE)?, sight, 3);
    let mut glances: Vec<Fit> = poses.into_iter().filter_map(glance).collect();
    glances.sort_by(|a, b| b.score().total_cmp(&a.score()));
    let end = |fit: Fit| Fit::of(improve(fit.pose, base, skin, scalp, Effort::FULL)?, sight, 1);
    glances.into_iter().take(follow).filter_map(end).collect()
}

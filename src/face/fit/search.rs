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
/// How much more one of width, depth and height may be off from what is usual than another before a head loses by it, and how much it loses.
const EVEN: f64 = 1.15;
const UNEVEN: f64 = 0.5;
/// Heads that lie closer than this are the same try, radians.
const SAME: f64 = 0.7;

impl Fit {
    /// What fits are compared by: of two that fit alike, the one that more was seen of, that has a brain inside, and the proportions of a head.
    /// By its skin alone, a cranium could lie several ways.
    pub fn score(&self) -> f32 {
        let halves = 1.0 - ASKEW * (1.0 - self.symmetry.max(0.0));
        let seen = (self.cover / ENOUGH).min(1.0) * (1.0 - UNSEEN * (1.0 - self.cover));
        let even = 1.0 - UNEVEN * (self.pose.unevenness() - EVEN).clamp(0.0, 1.0);
        self.inliers * seen * halves * self.inside * self.bone.unwrap_or(1.0) * even as f32
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

/// Sizes in which heads are sought, to an adult's; the smaller one is a newborn's, and asked for where one of the other is as small as those get.
const SIZES: [f64; 2] = [1.0, 0.68];
/// The least scale of a head that the first size finds as it is: where one comes to less, the head may be smaller than that goes.
const LEAST: f64 = 0.66;
/// How much better a head of another size must fit.
const CLEARLY: f32 = 1.15;

/// The best fit there is, wherever and however the head lies; nothing where too little was imaged.
pub fn search(sight: &Sight) -> Option<Fit> {
    let [adult, child] = SIZES;
    let score = |fit: &Fit| fit.score();
    let better = |best: Fit, fit: Fit| if score(&fit) > score(&best) { fit } else { best };
    let mut fits = all(sight, adult);
    let mut best = fits.iter().copied().reduce(better);
    if best.as_ref().is_none_or(|fit| fit.pose.scale.iter().any(|scale| *scale < LEAST)) {
        let small = all(sight, child);
        let smaller = small.iter().copied().reduce(better);
        // Of a part of a large head, a small one shows more.
        let is_clear = |fit: &Fit| best.as_ref().is_none_or(|best| score(fit) > score(best) * CLEARLY);
        if let Some(fit) = smaller.filter(is_clear) {
            best = Some(fit);
            fits.extend(small);
        }
    }
    let mut best = best?;
    let rival = fits.iter().filter(|fit| fit.pose.apart(&best.pose) > SAME).map(Fit::score).fold(0.0, f32::max);
    best.margin = best.score() - rival;
    best.upright =
        orientations().first().is_some_and(|turn| best.pose.apart(&Pose { turn: *turn, ..best.pose }) < std::f64::consts::FRAC_PI_4);
    Some(best)
}

/// Fits of heads of a size, the best of each way in which they can lie.
fn all(sight: &Sight, size: f64) -> Vec<Fit> {
    let turns = orientations();
    let Some((upright, others)) = turns.split_first() else { return Vec::new() };
    let (mask, lattice) = (&sight.foreground.mask, &sight.grid.lattice);
    let mut fits: Vec<Fit> = tries(starts(mask, lattice, *upright, true, size), *upright, sight, (4, size));
    fits.sort_by(|a, b| b.score().total_cmp(&a.score()));
    let first = fits.first().copied();
    for turn in others {
        let mut poses = starts(mask, lattice, *turn, false, size);
        poses.extend(first.map(|fit| at_same_place(&fit.pose, *turn, size)));
        fits.extend(tries(poses, *turn, sight, (1, size)));
    }
    fits
}

/// A fit that was found on coarser cells, or nearby, made as good as it gets; its margin stays.
pub fn polished(fit: &Fit, sight: &Sight) -> Option<Fit> {
    let apart = |turn: &Turn| fit.pose.apart(&Pose { turn: *turn, ..fit.pose });
    let base = orientations().into_iter().min_by(|a, b| apart(a).total_cmp(&apart(b)))?;
    // What of a head was not imaged is as in others of the size it is nearer to.
    let [adult, child] = SIZES;
    let size = if fit.pose.size() > (adult * child).sqrt() { adult } else { child };
    let pose = improve(fit.pose, base, sight.skin(), &sight.template.scalp, Effort::POLISH.sized(size))?;
    Some(Fit { margin: fit.margin, upright: fit.upright, ..Fit::of(pose, sight, 1)? })
}

/// Glances at all starts, and follows the best so many of them to the end.
fn tries(poses: Vec<Pose>, base: Turn, sight: &Sight, (follow, size): (usize, f64)) -> Vec<Fit> {
    let (skin, scalp) = (sight.skin(), &sight.template.scalp);
    let glance = |pose: Pose| Fit::of(improve(pose, base, skin, scalp, Effort::GLANCE.sized(size))?, sight, 3);
    let mut glances: Vec<Fit> = poses.into_iter().filter_map(glance).collect();
    glances.sort_by(|a, b| b.score().total_cmp(&a.score()));
    let end = |fit: Fit| Fit::of(improve(fit.pose, base, skin, scalp, Effort::FULL.sized(size))?, sight, 1);
    glances.into_iter().take(follow).filter_map(end).collect()
}

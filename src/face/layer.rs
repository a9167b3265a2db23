//! Another skin for a face of which little else was imaged: cutting it away would leave nothing of the examination.
//!
//! Nothing is fitted but the shape that is there: smoothed so far that no feature is left, and made uneven. The new skin lies outside of the old
//! one, the inner side of the layer deeper than it, and neither follows it: what is an even way from a face is a face.

use super::guard::from_eyes;
use super::line::lines;
use super::template::Template;
use super::waves::Waves;
use super::{Field, Grid, Lattice, Modality, Mode, Options, Outline, Point, Pose, Recipe, Tier, bone, distances, gaussian, largest};

/// What the shape is smoothed by, mm.
const SMOOTH: f32 = 28.0;
/// How far outside of the smooth shape the new skin lies, and how far inside of it the layer ends, mm; and as much as twice [`UNEVEN`] more,
/// outside and inside.
const OUT: f32 = 6.0;
const IN: f32 = 8.0;
const UNEVEN: (f32, f32) = (8.0, 2.0);
/// The new skin is at least so far outside of the old one, and the layer ends at least so far inside of it, mm.
const CLEAR: f32 = 5.0;
const DEEP: f32 = 6.0;
/// How steeply both, outside and inside, come back to the smooth shape where a feature has pushed them off it: no feature shows so.
const STEEP: (f32, f32) = (0.05, 0.12);
/// What such a push is smoothed by, mm.
const ROUND: f32 = 8.0;
/// How far in front of the new skin there is air, mm.
const AIR: f32 = 15.0;
/// Kept from the brain of a head that lies as its pose says, mm: of a head that was half seen, that is a guess.
const MARGIN: f32 = 10.0;
/// Kept from what may be brain behind bone, mm.
const BEHIND: f32 = 3.0;
/// Distances beyond this say no more, mm.
const REACH: f32 = 30.0;

/// Replaces the skin of what faces the front, with waves that are up where else they are down if `turned`; nothing where nothing faces the
/// front, and where neither a pose nor bone says what is brain.
pub fn layer(outline: &Outline, options: &Options, turned: bool) -> Option<Recipe> {
    let Outline { grid, foreground, pose, .. } = outline;
    let lattice = &grid.lattice;
    // With what is too thin for a search: the tip of a nose, lips.
    let bright = grid.values.iter().zip(&grid.seen).map(|(value, seen)| *seen && *value > foreground.threshold);
    let all: Vec<bool> = bright.zip(&foreground.mask).map(|(bright, mask)| bright || *mask).collect();
    let mask = &largest(&all, lattice, Some(&foreground.mask));
    let distance = from_air(grid, mask);
    let keeper = Keeper::of(outline, options, mask, &distance)?;
    let smooth = smoothed(&distance, &grid.seen, lattice);
    let skin = || distance.iter().zip(&grid.seen).zip(&smooth).map(|((mm, seen), smooth)| (*seen && mm.abs() < lattice.step, *smooth));
    let stands_out = || skin().map(|(is, smooth)| if is { smooth } else { f32::NEG_INFINITY });
    let view = view(grid, mask, pose.as_ref(), stands_out())?;
    // How far from the smooth shape the layer must reach at the old skin.
    let outer = pushed(skin().map(|(is, smooth)| if is { smooth + CLEAR } else { f32::NEG_INFINITY }).collect(), (OUT, STEEP.0), lattice);
    let inner = pushed(skin().map(|(is, smooth)| if is { DEEP - smooth } else { f32::NEG_INFINITY }).collect(), (IN, STEEP.1), lattice);
    let waves = Waves::new(lattice.size);
    let mut fields = (Vec::with_capacity(smooth.len()), Vec::with_capacity(smooth.len()));
    let cells = lattice.places().zip(&distance).zip(&smooth).zip(&outer).zip(&inner);
    for (cell, ((((place, skin), smooth), outer), inner)) in cells.enumerate() {
        let [over, under] = waves.at(place).map(|wave| if turned { 1.0 - wave } else { 1.0 + wave });
        let (new, end) = (outer + over * UNEVEN.0 - smooth, smooth + inner + under * UNEVEN.1);
        let cut = end.min(new + AIR).min(view.ahead(place)).min(keeper.room(cell, place, *skin));
        fields.0.push(cut);
        fields.1.push(new);
    }
    let (cut, tissue) = (Field::new(lattice.clone(), fields.0), Field::new(lattice.clone(), fields.1));
    let changes = cut.values.iter().any(|mm| *mm > 0);
    changes.then(|| Recipe { tier: Tier::B, mode: Mode::Layer, cut, tissue, probes: Vec::new(), pose: view.pose })
}

/// Where the face is.
struct View {
    /// As in [`Recipe`].
    pose: [Point; 4],
    /// A place behind which nothing is changed.
    behind: Point,
}

impl View {
    /// How far in front of what is not changed a place lies, mm.
    fn ahead(&self, place: Point) -> f32 {
        let [_, front, ..] = self.pose;
        dot(minus(place, self.behind), front)
    }
}

/// By the pose, if there is one; else by the patient's axes and what of the front stands out most: the tip of the nose.
fn view(grid: &Grid, mask: &[bool], pose: Option<&Pose>, stands_out: impl Iterator<Item = f32>) -> Option<View> {
    /// Between eyes and mouth, and the tip of the nose, mm in the template; how large a head is.
    const FACE: Point = [0.0, 40.0, -40.0];
    const NOSE: Point = [0.0, 104.0, -88.0];
    const SIZE: Point = [0.93, 0.98, 0.88];
    /// At least so far in front of the middle of what was imaged, mm.
    const AHEAD: f32 = 20.0;
    /// Of what stands out most, the share from which on it is of the nose.
    const ALMOST: f32 = 0.75;
    let (mut count, mut sum) = (0.0_f32, [0.0_f32; 3]);
    for ([x, y, z], _) in grid.lattice.places().zip(mask).filter(|(_, mask)| **mask) {
        let [sx, sy, sz] = sum;
        (count, sum) = (count + 1.0, [sx + x, sy + y, sz + z]);
    }
    if count < 1.0 {
        return None;
    }
    let behind = sum.map(|sum| sum / count);
    let [_, middle, _] = behind;
    let front: Vec<(Point, f32)> = grid.lattice.places().zip(stands_out).filter(|([_, y, _], _)| *y > middle + AHEAD).collect();
    // The nose stands out all along its back; its tip lies farthest in front of that.
    let most = front.iter().fold(0.0_f32, |most, (_, out)| most.max(*out)) * ALMOST;
    let nose = front.iter().filter(|(_, out)| *out >= most).max_by(|([_, a, _], _), ([_, b, _], _)| a.total_cmp(b));
    let nose = nose.map_or(behind, |(place, _)| *place);
    let pose = pose.map_or_else(
        || {
            let ([x, ..], [_, y, z]) = (behind, nose);
            let [_, back, up] = std::array::from_fn(|axis| match (FACE.get(axis), NOSE.get(axis), SIZE.get(axis)) {
                (Some(face), Some(nose), Some(size)) => (face - nose) * size,
                _ => 0.0,
            });
            [[x, y + back, z + up], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]
        },
        |pose| {
            let axis = |toward| pose.direction(toward);
            [pose.to_patient(FACE), axis([0.0, 1.0, 0.0]), axis([0.0, 0.0, 1.0]), axis([1.0, 0.0, 0.0])]
        },
    );
    Some(View { pose, behind })
}

/// What says what must not be changed.
enum Keeper {
    /// How the head lies; whether eyes stay.
    Pose(Box<Template>, Pose, bool),
    /// How far each cell is from what may be brain, mm.
    Bone(Vec<f32>),
}

impl Keeper {
    /// Nothing where nothing says it: of a head that lies nobody knows how, bone alone tells what is no brain, and nothing where eyes are.
    fn of(outline: &Outline, options: &Options, mask: &[bool], skin: &[f32]) -> Option<Self> {
        match outline.pose {
            Some(pose) => Some(Self::Pose(Box::new(Template::load()), pose, !options.eyes)),
            None if outline.modality == Modality::Ct && options.eyes => bone::before(&outline.grid, mask, skin).map(Self::Bone),
            None => None,
        }
    }

    /// How far a place, which is in a cell and so many mm outside of the skin, may be changed before the brain is near, or an eye that stays, or hair above the brows, mm.
    fn room(&self, cell: usize, place: Point, skin: f32) -> f32 {
        /// Above the brows nothing of a face is, mm in the template.
        const TOP: f32 = 18.0;
        match self {
            Self::Pose(template, pose, eyes) => {
                let at = pose.to_template(place);
                let [_, _, z] = at;
                let scale = pose.mean_scale() as f32;
                let room = ((TOP - z) * scale).min(template.inside(at) * scale - MARGIN);
                if *eyes { room.min(from_eyes(at, scale, -skin)) } else { room }
            }
            Self::Bone(room) => room.get(cell).map_or(0.0, |mm| mm.min(REACH) - BEHIND),
        }
    }
}

/// Signed distances to the skin, mm, negative inside; the edge of the field of view is no skin.
fn from_air(grid: &Grid, mask: &[bool]) -> Vec<f32> {
    let (lattice, half) = (&grid.lattice, grid.lattice.step / 2.0);
    let air: Vec<bool> = mask.iter().zip(&grid.seen).map(|(mask, seen)| *seen && !mask).collect();
    let (inside, outside) = (distances(&air, lattice, true), distances(mask, lattice, true));
    let signed = inside.iter().zip(&outside).map(|(inside, outside)| if *outside > 0.0 { outside - half } else { half - inside });
    signed.map(|mm| mm.clamp(-REACH, REACH)).collect()
}

/// Smoothed over what was imaged: the edge of the field of view is no surface.
fn smoothed(values: &[f32], seen: &[bool], lattice: &Lattice) -> Vec<f32> {
    let mut weights: Vec<f32> = seen.iter().map(|seen| f32::from(u8::from(*seen))).collect();
    let mut sums: Vec<f32> = values.iter().zip(&weights).map(|(value, weight)| value * weight).collect();
    gaussian(&mut weights, lattice, SMOOTH);
    gaussian(&mut sums, lattice, SMOOTH);
    // Far from all that was imaged, it is all air.
    sums.iter().zip(&weights).map(|(sum, weight)| if *weight > 1e-3 { sum / weight } else { REACH }).collect()
}

/// At least `least`, and wherever values are given as much as they, coming back gently.
fn pushed(mut values: Vec<f32>, (least, steep): (f32, f32), lattice: &Lattice) -> Vec<f32> {
    let down = steep * lattice.step;
    for axis in 0..3 {
        lines(&mut values, lattice.size, axis, |line| {
            let mut before = f32::NEG_INFINITY;
            let mut pass = |value: &mut f32| {
                *value = value.max(before - down);
                before = *value;
            };
            line.iter_mut().for_each(&mut pass);
            line.iter_mut().rev().for_each(&mut pass);
        });
    }
    for value in &mut values {
        *value = value.max(least);
    }
    gaussian(&mut values, lattice, ROUND);
    values
}

fn dot([x, y, z]: Point, [a, b, c]: Point) -> f32 {
    x * a + y * b + z * c
}

fn minus([x, y, z]: Point, [a, b, c]: Point) -> Point {
    [x - a, y - b, z - c]
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::face::heads::{Contrast, Head, Setup, lattice_of, measure, pose};
    use crate::face::pose::{MIDDLE, transposed};
    use crate::face::{Dose, Foreground, Modality, Solid, carried_out, left, probes};

    /// As the head truly lies.
    fn placed(head: &Head) -> Pose {
        let axis = |toward| head.direction(toward).map(f64::from);
        let turn = transposed([axis([1.0, 0.0, 0.0]), axis([0.0, 1.0, 0.0]), axis([0.0, 0.0, 1.0])]);
        Pose { turn, place: head.place(MIDDLE).map(f64::from), scale: head.setup.scale.map(f64::from) }
    }

    fn face_only(person: u64, contrast: Contrast, field: ([f32; 3], [f32; 3])) -> Head {
        Head::new(Setup { field, turned: [4.0, -3.0, 5.0], ..Setup::plain(person, contrast) })
    }

    #[test]
    fn a_face_gets_another_skin_and_keeps_what_is_below() {
        for (contrast, modality) in [(Contrast::Ct, Modality::Ct), (Contrast::T1, Modality::Mr)] {
            let head = face_only(3, contrast, ([-80.0, -40.0, -135.0], [80.0, 140.0, -15.0]));
            let coarse = head.sample(&lattice_of(&head, 3.0));
            let foreground = Foreground::of(&coarse, modality).unwrap();
            // In CT bone says what is brain, else the pose does.
            let pose_of = (modality == Modality::Mr).then(|| placed(&head));
            let outline = Outline { grid: coarse, foreground, modality, pose: pose_of };
            let grid = head.sample(&lattice_of(&head, 2.5));
            let probes = probes(&grid, contrast.iso(), &pose(&head));
            assert!(probes.len() > 1000);
            let [recipe, other] = [false, true].map(|turned| layer(&outline, &Options::default(), turned).unwrap());
            assert_ne!(recipe.cut, other.cut);
            for recipe in [recipe, other] {
                assert_eq!((recipe.mode, recipe.tier), (Mode::Layer, Tier::B));
                // As far as the pose could be guessed.
                let (truth, guess) = (pose(&head)[0], recipe.pose[0]);
                assert!((0..3).all(|axis| (truth[axis] - guess[axis]).abs() < 20.0), "{truth:?} {guess:?}");
                let (air, tissue) = contrast.dose();
                let after = carried_out(&grid, &recipe, Dose { air: air.into(), tissue: tissue.into() });
                let left = left(&after, contrast.iso(), &probes);
                let truth = measure(&head, &recipe);
                assert!(left.is_gone() && truth.skin <= 0.01 && truth.brain == 0.0, "{contrast:?} {left:?} {truth:?}");
                // Less than a third of the head in the field changes.
                let inside = |grid: &Grid| grid.values.iter().filter(|value| **value > contrast.iso()).count();
                let kept = grid.values.iter().zip(&after.values).filter(|(a, b)| **a > contrast.iso() && a == b).count();
                assert!(kept as f64 > 0.66 * inside(&grid) as f64, "{kept} {}", inside(&grid));
            }
        }
    }

    #[test]
    fn where_nothing_says_what_is_brain_nothing_is_done() {
        // From the brows to the crown: a forehead, and the brain behind it.
        let field = ([-80.0, 10.0, -40.0], [80.0, 140.0, 60.0]);
        let outline = |contrast, modality| {
            let head = face_only(2, contrast, field);
            let grid = head.sample(&lattice_of(&head, 3.0));
            let foreground = Foreground::of(&grid, modality).unwrap();
            (head, Outline { grid, foreground, modality, pose: None })
        };
        let (_, mr) = outline(Contrast::T1, Modality::Mr);
        assert_eq!(layer(&mr, &Options::default(), false), None);
        let (head, mut ct) = outline(Contrast::Ct, Modality::Ct);
        let recipe = layer(&ct, &Options::default(), false).unwrap();
        let truth = measure(&head, &recipe);
        assert!(truth.brain == 0.0 && truth.skin < 0.1, "{truth:?}");
        // Nor does bone say where eyes are, that are to stay.
        assert_eq!(layer(&ct, &Options { eyes: false, ..Options::default() }, false), None);
        ct.grid.values.iter_mut().for_each(|value| *value = value.min(60.0));
        assert_eq!(layer(&ct, &Options::default(), false), None);
    }

    #[test]
    fn it_is_the_same_every_time_and_nothing_for_nothing() {
        let head = face_only(1, Contrast::Ct, ([-70.0, -20.0, -120.0], [70.0, 140.0, -30.0]));
        let grid = head.sample(&lattice_of(&head, 4.0));
        let foreground = Foreground::of(&grid, Modality::Ct).unwrap();
        let outline = Outline { grid, foreground, modality: Modality::Ct, pose: None };
        let layer = |outline: &Outline| layer(outline, &Options::default(), false);
        assert_eq!(layer(&outline), layer(&outline));
        let mut nothing = outline;
        nothing.foreground.mask.fill(false);
        assert_eq!(layer(&nothing), None);
    }
}

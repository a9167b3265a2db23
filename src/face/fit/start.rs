//! Where to begin: a head is sought below the top of what is there, and farther down, where arms are raised or the whole body was imaged.

use super::super::Lattice;
use super::super::pose::{MIDDLE, Pose, Three, Turn, after, turn_about, turned};

/// Adult heads to the template, which is larger than most.
pub(in super::super) const SCALE: Three = [0.93, 0.98, 0.88];

/// How far below the top of what is there the middle of the cranium may lie, mm: with most of it cut off, with the crown cut off, as it is,
/// under something else.
const BELOW: [f32; 5] = [-25.0, 20.0, 65.0, 95.0, 135.0];
/// The first try farther down, and from there to the next.
const FARTHER: [f32; 2] = [175.0, 60.0];
/// A slice with less of the body in it is no head's, mm².
const LEAST: f32 = 2000.0;
/// The slab whose middle is the start's, to each side, mm.
const SLAB: f32 = 24.0;
/// How far the head may nod at the start, radians.
const NODS: [f64; 3] = [-0.3, 0.0, 0.3];

/// A mask's slices along one axis: how many cells, and the sums of their places on the other axes.
struct Slice {
    at: f32,
    count: f32,
    sums: [f32; 3],
}

fn slices(mask: &[bool], lattice: &Lattice, axis: usize) -> Vec<Slice> {
    let mut slices: Vec<Slice> = Vec::new();
    let side = lattice.size.get(axis).copied().unwrap_or_default();
    slices.extend((0..side).map(|_| Slice { at: 0.0, count: 0.0, sums: [0.0; 3] }));
    let [across, deep, _] = lattice.size;
    for (row, cells) in mask.chunks_exact(across.max(1)).enumerate() {
        let (y, z) = (row % deep.max(1), row / deep.max(1));
        for (x, _) in cells.iter().enumerate().filter(|(_, set)| **set) {
            let cell = [x, y, z];
            let Some(slice) = cell.get(axis).and_then(|at| slices.get_mut(*at)) else { continue };
            slice.count += 1.0;
            slice.sums.iter_mut().zip(cell).for_each(|(sum, at)| *sum += at as f32);
        }
    }
    let origin = lattice.origin.get(axis).copied().unwrap_or_default();
    slices.iter_mut().enumerate().for_each(|(at, slice)| slice.at = origin + at as f32 * lattice.step);
    slices
}

/// Poses to try of heads of a size, to an adult's, with the template's axes turned by `turn`, a whole number of quarters; far down the body
/// only where `far` says so.
pub(super) fn starts(mask: &[bool], lattice: &Lattice, turn: Turn, far: bool, size: f64) -> Vec<Pose> {
    let up = turned(turn, [0.0, 0.0, 1.0]);
    let Some(axis) = up.iter().position(|part| part.abs() > 0.5) else { return Vec::new() };
    let mut slices = slices(mask, lattice, axis);
    // From the top down, whichever way that is; then heights count downwards from the top.
    if up.get(axis).is_some_and(|part| *part > 0.0) {
        slices.reverse();
    }
    let enough = |slice: &&Slice| slice.count * lattice.step * lattice.step > LEAST;
    let (Some(top), Some(bottom)) = (slices.iter().find(enough), slices.iter().rfind(enough)) else { return Vec::new() };
    let (top, depth) = (top.at, (top.at - bottom.at).abs());
    let [farther, further] = FARTHER;
    let farther = (0..).map(|step| farther + further * step as f32).take_while(|below| far && *below < depth + 20.0);
    let sign = if up.get(axis).is_some_and(|part| *part > 0.0) { -1.0 } else { 1.0 };
    let middles = BELOW.into_iter().map(|below| below * size as f32).chain(farther).filter_map(|below| {
        let at = top + sign * below;
        // Above the top there is nothing to go by but the top.
        let level = top + sign * below.max(0.0);
        let near = slices.iter().filter(|slice| (slice.at - level).abs() <= SLAB);
        let (mut count, mut sums) = (0.0, [0.0; 3]);
        for slice in near {
            count += slice.count;
            sums.iter_mut().zip(slice.sums).for_each(|(sum, part)| *sum += part);
        }
        let mut place = [0.0; 3];
        for (((place, sum), origin), _) in place.iter_mut().zip(sums).zip(lattice.origin).zip(0..3) {
            *place = f64::from(origin + sum / count * lattice.step);
        }
        if let Some(height) = place.get_mut(axis) {
            *height = f64::from(at);
        }
        (count > 0.0).then_some(place)
    });
    middles
        .flat_map(|place| {
            NODS.map(|nod| Pose { turn: after(turn, turn_about([nod, 0.0, 0.0])), place, scale: SCALE.map(|usual| usual * size) })
        })
        .collect()
}

/// As `pose`, but with its middle where the template's middle is: for tries in other orientations.
pub(super) fn at_same_place(pose: &Pose, turn: Turn, size: f64) -> Pose {
    Pose { turn, place: pose.to_patient(MIDDLE).map(f64::from), scale: SCALE.map(|usual| usual * size) }
}

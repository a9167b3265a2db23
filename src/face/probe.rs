//! Whether a face still shows: looks at the skin as it was, and again at what was written. Nothing here knows of cuts and guards.

use super::cast::Eye;
use super::relief::{self, Depth};
use super::view::{along, looking};
use super::{Grid, Left, Point, Probe, Recipe, Stays};

/// From where the face is looked at: degrees to the patient's left, and above.
const LOOKS: [(f32, f32); 8] =
    [(-45.0, 0.0), (-25.0, 0.0), (0.0, 0.0), (25.0, 0.0), (45.0, 0.0), (-20.0, -25.0), (0.0, -25.0), (20.0, -25.0)];
/// mm between looks from one side.
const APART: f32 = 4.0;
/// How far looks from one side reach about the middle of the face, mm.
const REACH: f32 = 100.0;
/// From where looks begin, mm in front of the middle of the face.
const AWAY: f32 = 150.0;
/// Where the face is about its middle, mm: to a side, down, up (the brow: above it a cut ends, and skin may stay).
const WINDOW: (f32, f32, f32) = (58.0, -66.0, 20.0);
/// How far in front of the middle the skin of a face is at least, mm, and how much less at the window's sides.
const FRONT: (f32, f32) = (16.0, 32.0);

/// Where a look begins again, mm before the skin as it was: whatever took its place may lie in front of it.
const BEFORE: f32 = 120.0;
/// How far behind the skin as it was something new is looked for, mm.
const BEHIND: f32 = 90.0;
/// What lies within this of the skin as it was is still that, mm: skin that was left lies exactly there, and what was cut may come near it in
/// deep corners of the eyes.
const SAME: f32 = 1.0;

/// The skin of a face, as it is seen from several sides: `iso` is between air and skin, in the grid's units; `pose` as in
/// [`super::Recipe`], its middle being the template's (0, 40, -40): behind the root of the nose, at the height of the eyes.
pub fn probes(grid: &Grid, iso: f32, pose: &[Point; 4]) -> Vec<Probe> {
    let [middle, front, up, right] = *pose;
    let eye = Eye::new(grid, iso);
    let steps = (REACH / APART) as i32;
    let is_face = |place: Point| {
        let from = along(place, middle, -1.0);
        let (side, height, ahead) = (dot(from, right), dot(from, up), dot(from, front));
        let (wide, low, high) = WINDOW;
        side.abs() < wide && height > low && height < high && ahead > FRONT.0 - FRONT.1 * (side / wide).powi(2)
    };
    let mut found = Vec::new();
    for (yaw, pitch) in LOOKS {
        let [toward, across, over] = looking(pose, yaw, pitch);
        for row in -steps..=steps {
            for column in -steps..=steps {
                let start = along(along(along(middle, toward, -AWAY), across, column as f32 * APART), over, row as f32 * APART);
                let met = eye.look(start, toward, 2.0 * AWAY).filter(|met| !met.edge);
                let place = met.map(|met| along(start, toward, met.far)).filter(|place| is_face(*place));
                found.extend(place.map(|place| Probe { place, toward }));
            }
        }
    }
    found
}

/// What of a face still shows in a volume of what was written. Probes where it has nothing are not counted.
pub fn left(grid: &Grid, iso: f32, probes: &[Probe]) -> Left {
    let eye = Eye::new(grid, iso);
    let is_imaged = |place: Point| grid.lattice.nearest(place).and_then(|cell| grid.seen.get(cell)).is_some_and(|seen| *seen);
    let (mut counted, mut same, mut reliefs) = (0_u32, 0_u32, Vec::new());
    for side in probes.chunk_by(|a, b| a.toward == b.toward) {
        let mut depths = Vec::new();
        for probe in side.iter().filter(|probe| is_imaged(probe.place)) {
            counted += 1;
            let met = eye.look(along(probe.place, probe.toward, -BEFORE), probe.toward, BEFORE + BEHIND);
            let Some(deeper) = met.map(|met| met.far - BEFORE) else { continue };
            same += u32::from(deeper.abs() <= SAME);
            depths.push(Depth { place: probe.place, deeper });
        }
        reliefs.extend(side.first().map(|probe| relief::kept(&depths, side.len(), probe.toward, APART)));
    }
    let skin = if counted == 0 { 0.0 } else { f64::from(same) / f64::from(counted) };
    let relief = reliefs.iter().sum::<f64>() / reliefs.len().max(1) as f64;
    Left { skin, relief, probes: counted }
}

/// Whether the face of a recipe lies in a volume where its probes say, or is better seen somewhere near: the patient has moved.
pub fn stays(grid: &Grid, iso: f32, recipe: &Recipe) -> Stays {
    /// Every so manieth probe says as much as all.
    const EVERY: usize = 5;
    /// Fewer that were imaged say nothing.
    const ENOUGH: usize = 20;
    /// How far a face may have moved along an axis of the head, mm.
    const SHIFTS: [f32; 3] = [10.0, 20.0, 35.0];
    /// Farther off than this is not the same skin, mm.
    const OFF: f32 = 12.0;
    /// How far off the skin of a face is at most, mm: it may be blurred, and drawn by other values.
    const NEAR: f32 = 5.0;
    /// How much better than where it should be a face must show elsewhere, mm.
    const BETTER: f32 = 1.0;
    let [_, front, up, right] = recipe.pose;
    let eye = Eye::new(grid, iso);
    let is_imaged = |place: Point| grid.lattice.nearest(place).and_then(|cell| grid.seen.get(cell)).is_some_and(|seen| *seen);
    let off = |axis: Point, by: f32| {
        let (mut count, mut sum) = (0_usize, 0.0);
        for probe in recipe.probes.iter().step_by(EVERY) {
            let place = along(probe.place, axis, by);
            if is_imaged(place) {
                let met = eye.look(along(place, probe.toward, -BEFORE), probe.toward, BEFORE + OFF);
                count += 1;
                sum += met.map_or(OFF, |met| (met.far - BEFORE).abs().min(OFF));
            }
        }
        (count >= ENOUGH).then(|| sum / count as f32)
    };
    let Some(here) = off(front, 0.0) else { return Stays::Unseen };
    let shifts = SHIFTS.into_iter().flat_map(|mm| [mm, -mm]);
    let elsewhere = shifts.flat_map(|mm| [front, up, right].map(|axis| (axis, mm))).filter_map(|(axis, mm)| off(axis, mm));
    let elsewhere = elsewhere.fold(OFF, f32::min);
    match () {
        () if elsewhere < NEAR && elsewhere + BETTER < here => Stays::No,
        () if here < NEAR => Stays::There,
        () => Stays::Unclear,
    }
}

fn dot([x, y, z]: Point, [a, b, c]: Point) -> f32 {
    x * a + y * b + z * c
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::face::heads::{Contrast, Fault, Head, Setup, lattice_of, pose, recipe};
    use crate::face::{Dose, Solid, carried_out};

    fn seen(head: &Head) -> (Grid, Vec<Probe>) {
        let grid = head.sample(&lattice_of(head, 3.0));
        let probes = probes(&grid, head.setup.contrast.iso(), &pose(head));
        (grid, probes)
    }

    fn left_of(head: &Head, grid: &Grid, probes: &[Probe], fault: Fault) -> Left {
        let (air, tissue) = head.setup.contrast.dose();
        let out = carried_out(grid, &recipe(head, fault), Dose { air: air.into(), tissue: tissue.into() });
        left(&out, head.setup.contrast.iso(), probes)
    }

    #[test]
    fn a_face_shows_until_it_is_taken_out() {
        for (person, contrast) in [(0, Contrast::Ct), (0, Contrast::T2)] {
            let head = Head::new(Setup { turned: [8.0, -5.0, 10.0], ..Setup::plain(person, contrast) });
            let (grid, probes) = seen(&head);
            assert!(probes.len() > 3000, "{}", probes.len());
            let untreated = left(&grid, contrast.iso(), &probes);
            assert!(untreated.skin > 0.999 && untreated.relief > 0.999 && untreated.probes as usize == probes.len(), "{untreated:?}");
            assert_eq!(left_of(&head, &grid, &probes, Fault::NoCut), untreated);
            let treated = left_of(&head, &grid, &probes, Fault::None);
            assert!(treated.is_gone() && treated.relief < 0.05, "{treated:?}");
            // The skin went evenly: all of it, but the face is still there.
            for fault in [Fault::Erosion, Fault::Peel] {
                let eroded = left_of(&head, &grid, &probes, fault);
                assert!(eroded.skin <= 0.01 && !eroded.is_gone(), "{fault:?} {eroded:?}");
            }
        }
    }

    #[test]
    fn a_face_that_has_moved_is_seen_elsewhere() {
        let setup = Setup { turned: [4.0, -3.0, 6.0], ..Setup::plain(2, Contrast::Ct) };
        let first = Head::new(setup.clone());
        let probes = seen(&first).1;
        let recipe = Recipe { probes, ..recipe(&first, Fault::None) };
        let of = |setup: Setup| {
            let head = Head::new(setup);
            stays(&head.sample(&lattice_of(&head, 3.5)), head.setup.contrast.iso(), &recipe)
        };
        let moved = |by: [f32; 3]| Setup { centre: std::array::from_fn(|axis| setup.centre[axis] + by[axis]), ..setup.clone() };
        // Other contrasts, thick slices, blur, a breath.
        assert_eq!(of(setup.clone()), Stays::There);
        assert_eq!(of(Setup { contrast: Contrast::T2, thickness: 7.0, distance: 8.0, ..setup.clone() }), Stays::There);
        assert_eq!(of(Setup { contrast: Contrast::Pet, thickness: 4.0, distance: 4.0, ..setup.clone() }), Stays::There);
        assert_eq!(of(moved([2.0, -2.0, 2.0])), Stays::There);
        for by in [[12.0, 0.0, 0.0], [0.0, -12.0, 0.0], [0.0, 0.0, 12.0], [0.0, 0.0, 30.0]] {
            assert_eq!(of(moved(by)), Stays::No, "{by:?}");
        }
        // Whatever else it does, it is not taken to lie there.
        assert_ne!(of(moved([0.0, 20.0, -15.0])), Stays::There);
        assert_ne!(of(Setup { turned: [4.0, -3.0, 24.0], thickness: 5.0, distance: 5.0, ..setup.clone() }), Stays::There);
        // Nothing but the crown; nothing like a face.
        assert_eq!(of(Setup { field: ([-105.0, -135.0, 30.0], [105.0, 135.0, 112.0]), ..setup.clone() }), Stays::Unseen);
        let (mut grid, _) = seen(&first);
        grid.values.fill(-1000.0);
        assert_eq!(stays(&grid, -400.0, &recipe), Stays::Unclear);
    }

    #[test]
    fn what_was_not_imaged_is_no_skin_and_not_counted() {
        let head = Head::new(Setup::plain(1, Contrast::T1));
        let (mut grid, whole) = seen(&head);
        // Imaging ends below the nose.
        let [[_, _, eyes], ..] = pose(&head);
        let [across, deep, _] = grid.lattice.size;
        for index in 0..grid.values.len() {
            let [_, _, z] = grid.lattice.place([0, 0, index / (across * deep)]);
            if z < eyes - 40.0 {
                (grid.values[index], grid.seen[index]) = (0.0, false);
            }
        }
        let (iso, above) = (head.setup.contrast.iso(), whole.iter().filter(|probe| probe.place[2] > eyes - 40.0).count());
        let counted = left(&grid, iso, &whole).probes as usize;
        assert!(above > 1000 && above < whole.len() - 500 && counted.abs_diff(above) < above / 20, "{counted} {above}");
        let cut = probes(&grid, iso, &pose(&head));
        // The cut side of the tissue, seen from below, is none of it.
        let lowest = cut.iter().filter(|probe| probe.toward[2] > 0.2).map(|probe| probe.place[2]).fold(f32::MAX, f32::min);
        assert!(cut.len() > above * 4 / 5 && lowest > eyes - 40.0, "{} {above} {lowest} {eyes}", cut.len());
        let nothing = Grid { seen: vec![false; grid.values.len()], ..grid };
        assert_eq!(left(&nothing, iso, &whole), Left::default());
        assert_eq!(left(&nothing, iso, &[]), Left::default());
    }
}

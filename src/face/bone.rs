//! Where nothing says how a head lies, bone says what is no brain: all that is reached from the skin without passing through it.

use std::collections::VecDeque;

use super::{Grid, distances};

/// Of bone, HU, thinned in thick frames by what lies beside it.
const BONE: f32 = 150.0;
/// Of what is not air, the share of bone from which on it can be told: a face has a sixth.
const LEAST: f32 = 0.02;
/// Nothing is reached farther inside than this, mm: above the orbits and the nose bone is too thin to show, and brain may lie behind.
const DEEPEST: f32 = 11.0;

/// How far each cell of a CT is from what may be brain, mm; nothing where too little bone shows. `mask` is the body, `skin` the signed distance
/// to its skin, mm, negative inside.
pub fn before(grid: &Grid, mask: &[bool], skin: &[f32]) -> Option<Vec<f32>> {
    let lattice = &grid.lattice;
    let bone: Vec<bool> = grid.values.iter().zip(&grid.seen).map(|(value, seen)| *seen && *value > BONE).collect();
    let count = |cells: &[bool]| cells.iter().filter(|cell| **cell).count() as f32;
    if count(&bone) < LEAST * count(mask).max(1.0) {
        return None;
    }
    let mut reached: Vec<bool> = mask.iter().zip(&grid.seen).map(|(mask, seen)| *seen && !mask).collect();
    let mut next: VecDeque<usize> = reached.iter().enumerate().filter(|(_, reached)| **reached).map(|(cell, _)| cell).collect();
    let [across, deep, high] = lattice.size;
    while let Some(cell) = next.pop_front() {
        let (x, y, z) = (cell % across, cell / across % deep, cell / (across * deep));
        let beside = [
            (x > 0).then(|| cell - 1),
            (x + 1 < across).then(|| cell + 1),
            (y > 0).then(|| cell - across),
            (y + 1 < deep).then(|| cell + across),
            (z > 0).then(|| cell - across * deep),
            (z + 1 < high).then(|| cell + across * deep),
        ];
        for at in beside.into_iter().flatten() {
            let is_open = bone.get(at).is_some_and(|bone| !bone) && skin.get(at).is_some_and(|mm| -mm <= DEEPEST);
            if let Some(reached) = reached.get_mut(at)
                && is_open
                && !*reached
            {
                *reached = true;
                next.push_back(at);
            }
        }
    }
    let shut: Vec<bool> = mask.iter().zip(&bone).zip(&reached).map(|((mask, bone), reached)| *mask && !bone && !reached).collect();
    Some(distances(&shut, lattice, true))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::face::{Lattice, signed};

    /// A ball of soft tissue with a shell of bone, and air around it.
    fn ball(bone: f32) -> (Grid, Vec<bool>, Vec<f32>) {
        let lattice = Lattice { size: [41, 41, 41], origin: [-60.0; 3], step: 3.0 };
        let far: Vec<f32> = lattice.places().map(|[x, y, z]| x.hypot(y).hypot(z)).collect();
        let value = |mm: &f32| {
            if *mm > 50.0 {
                -1000.0
            } else if (36.0..42.0).contains(mm) {
                bone
            } else {
                40.0
            }
        };
        let mask: Vec<bool> = far.iter().map(|mm| *mm <= 50.0).collect();
        let grid = Grid { values: far.iter().map(value).collect(), seen: vec![true; lattice.len()], lattice };
        let skin = signed(&mask, &grid.lattice);
        (grid, mask, skin)
    }

    #[test]
    fn what_lies_behind_bone_is_not_reached() {
        let (grid, mask, skin) = ball(900.0);
        let room = before(&grid, &mask, &skin).unwrap();
        let at = |mm: f32| room[grid.lattice.nearest([0.0, mm, 0.0]).unwrap()];
        assert!(at(33.0) == 0.0 && at(39.0) <= 6.0 && at(48.0) >= 12.0, "{} {} {}", at(33.0), at(39.0), at(48.0));
    }

    #[test]
    fn without_bone_nothing_is_known() {
        let (grid, mask, skin) = ball(40.0);
        assert_eq!(before(&grid, &mask, &skin), None);
    }

    #[test]
    fn thin_bone_lets_nothing_through_that_is_deep() {
        let (mut grid, mask, skin) = ball(900.0);
        // A hole in it.
        let places: Vec<_> = grid.lattice.places().collect();
        for ([x, y, z], value) in places.into_iter().zip(&mut grid.values) {
            if x.hypot(z) < 7.0 && (30.0..45.0).contains(&y) {
                *value = 40.0;
            }
        }
        let room = before(&grid, &mask, &skin).unwrap();
        assert!(room[grid.lattice.nearest([0.0, 24.0, 0.0]).unwrap()] == 0.0);
    }
}

//! Connected parts of a mask, and holes in it.

use super::Lattice;
use super::line::planes;

/// Of each cell, the number of its part, from 1, by faces of cells; 0 where the mask is not. And how many cells each has, from part 1.
pub fn parts(mask: &[bool], lattice: &Lattice) -> (Vec<u32>, Vec<usize>) {
    let [across, deep, high] = lattice.size;
    let (row, plane) = (across, across * deep);
    let (mut labels, mut counts) = (vec![0_u32; mask.len()], Vec::new());
    if mask.len() != lattice.len() || mask.is_empty() {
        return (labels, counts);
    }
    let mut open = Vec::new();
    for (start, set) in mask.iter().enumerate() {
        if !set || labels.get(start).is_none_or(|label| *label != 0) {
            continue;
        }
        let part = counts.len() as u32 + 1;
        let mut count = 0;
        let mut enter = |at: usize, open: &mut Vec<usize>| {
            if let (Some(true), Some(label @ 0)) = (mask.get(at), labels.get_mut(at)) {
                *label = part;
                count += 1;
                open.push(at);
            }
        };
        enter(start, &mut open);
        while let Some(at) = open.pop() {
            let (x, y, z) = (at % row, at / row % deep, at / plane);
            let neighbours = [
                (x > 0, at.wrapping_sub(1)),
                (x + 1 < across, at + 1),
                (y > 0, at.wrapping_sub(row)),
                (y + 1 < deep, at + row),
                (z > 0, at.wrapping_sub(plane)),
                (z + 1 < high, at + plane),
            ];
            neighbours.into_iter().filter(|(inside, _)| *inside).for_each(|(_, at)| enter(at, &mut open));
        }
        counts.push(count);
    }
    (labels, counts)
}

/// The largest part of a mask; of those that a cell of `seed` belongs to, where there is one.
pub fn largest(mask: &[bool], lattice: &Lattice, seed: Option<&[bool]>) -> Vec<bool> {
    let (labels, counts) = parts(mask, lattice);
    let mut weights = counts.clone();
    if let Some(seed) = seed {
        // The part that most of the seed lies in.
        weights.fill(0);
        for (label, _) in labels.iter().zip(seed).filter(|(label, seed)| **label > 0 && **seed) {
            if let Some(weight) = weights.get_mut(*label as usize - 1) {
                *weight += 1;
            }
        }
    }
    let best = weights.iter().enumerate().filter(|(_, weight)| **weight > 0).max_by_key(|(_, weight)| **weight);
    let best = best.map_or(u32::MAX, |(at, _)| at as u32 + 1);
    labels.iter().map(|label| *label == best).collect()
}

/// Fills what is enclosed in a plane across an axis, one axis after another: from head to foot first, since heads are closed that way.
pub fn fill(mask: &mut [bool], lattice: &Lattice) {
    let mut open = Vec::new();
    for axis in [2, 0, 1] {
        planes(mask, lattice.size, axis, |plane, width| fill_plane(plane, width, &mut open));
    }
}

/// Fills hollows that are closed in a plane across the body or along it, and no larger there than so many mm².
pub fn fill_small(mask: &mut [bool], lattice: &Lattice, most: f32) {
    let most = (most / (lattice.step * lattice.step)) as usize;
    for axis in [2, 0] {
        planes(mask, lattice.size, axis, |plane, width| {
            let hollow: Vec<bool> = plane.iter().map(|cell| !cell).collect();
            let rows = plane.len() / width.max(1);
            let (labels, counts) = parts(&hollow, &Lattice { size: [width, rows, 1], ..lattice.clone() });
            let mut small: Vec<bool> = counts.iter().map(|count| *count <= most).collect();
            // What touches the border may go on beyond it.
            let border = |at: usize| at < width || at + width >= plane.len() || at.is_multiple_of(width) || (at + 1).is_multiple_of(width);
            for label in labels.iter().enumerate().filter(|(at, _)| border(*at)).map(|(_, label)| *label) {
                if let Some(small) = (label as usize).checked_sub(1).and_then(|part| small.get_mut(part)) {
                    *small = false;
                }
            }
            for (cell, label) in plane.iter_mut().zip(&labels) {
                *cell |= (*label as usize).checked_sub(1).and_then(|part| small.get(part)).copied().unwrap_or_default();
            }
        });
    }
}

fn fill_plane(plane: &mut [bool], width: usize, open: &mut Vec<usize>) {
    let last = plane.len().saturating_sub(width);
    let mut outside = vec![false; plane.len()];
    let mut enter = |at: usize, open: &mut Vec<usize>| {
        if let (Some(false), Some(outside @ false)) = (plane.get(at), outside.get_mut(at)) {
            *outside = true;
            open.push(at);
        }
    };
    for at in (0..width).chain(last..last + width) {
        enter(at, open);
    }
    for row in (0..=last).step_by(width) {
        enter(row, open);
        enter(row + width - 1, open);
    }
    while let Some(at) = open.pop() {
        // Rows follow each other: a step to the side may not go on in the next row.
        let x = at % width;
        if x > 0 {
            enter(at - 1, open);
        }
        if x + 1 < width {
            enter(at + 1, open);
        }
        enter(at.wrapping_sub(width), open);
        enter(at + width, open);
    }
    for (cell, outside) in plane.iter_mut().zip(outside) {
        *cell = !outside;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIDE: usize = 9;

    fn lattice() -> Lattice {
        Lattice { size: [SIDE; 3], origin: [0.0; 3], step: 1.0 }
    }

    fn where_(set: impl Fn([usize; 3]) -> bool) -> Vec<bool> {
        (0..SIDE * SIDE * SIDE).map(|i| set([i % SIDE, i / SIDE % SIDE, i / SIDE / SIDE])).collect()
    }

    #[test]
    fn parts_touch_by_faces_and_do_not_wrap() {
        // The end of one row, the start of the next; and two cells that meet at an edge.
        let mask = where_(|at| matches!(at, [8, 0, 0] | [0, 1, 0] | [4, 4, 4] | [5, 5, 4] | [4, 4, 5]));
        let (labels, mut counts) = parts(&mask, &lattice());
        counts.sort_unstable();
        assert_eq!(counts, [1, 1, 1, 2]);
        assert_eq!(labels.iter().filter(|label| **label > 0).count(), 5);
    }

    #[test]
    fn the_largest_part_is_kept_or_the_one_that_is_asked_for() {
        let mask = where_(|[x, y, z]| x < 3 || (x > 6 && y < 4 && z < 4));
        assert_eq!(largest(&mask, &lattice(), None), where_(|[x, _, _]| x < 3));
        let seed = where_(|[x, y, z]| x == 8 && y == 1 && z == 1);
        assert_eq!(largest(&mask, &lattice(), Some(&seed)), where_(|[x, y, z]| x > 6 && y < 4 && z < 4));
        let nowhere = where_(|[x, _, _]| x == 5);
        assert!(largest(&mask, &lattice(), Some(&nowhere)).iter().all(|cell| !cell));
    }

    #[test]
    fn small_hollows_are_filled_and_large_ones_are_not() {
        let ring = |[x, y, _]: [usize; 3]| {
            x >= 1 && y >= 1 && !((2..=3).contains(&x) && y == 2) && !((5..=7).contains(&x) && (4..=7).contains(&y))
        };
        let mut mask = where_(ring);
        fill_small(&mut mask, &lattice(), 5.0);
        let at = |x, y| mask[lattice().index([x, y, 4])];
        assert!(at(2, 2) && at(3, 2) && !at(6, 5) && !at(0, 3));
    }

    #[test]
    fn what_is_closed_in_a_plane_is_filled() {
        // A pipe along z with a slit in one of its planes: open at both ends, filled all the same where no slit is.
        let pipe = |[x, y, z]: [usize; 3]| {
            (2..=6).contains(&x) && (2..=6).contains(&y) && !((3..=5).contains(&x) && (3..=5).contains(&y)) && !(z == 4 && x == 2)
        };
        let mut mask = where_(pipe);
        fill(&mut mask, &lattice());
        let inside = |mask: &[bool], z| mask[lattice().index([4, 4, z])];
        assert!(inside(&mask, 0) && inside(&mask, 8));
        assert!(!mask[lattice().index([1, 4, 3])]);
        let mut shell = where_(|at| at.iter().all(|at| (1..=7).contains(at)) && at.iter().any(|at| *at == 1 || *at == 7));
        fill(&mut shell, &lattice());
        assert_eq!(shell, where_(|at| at.iter().all(|at| (1..=7).contains(at))));
    }
}

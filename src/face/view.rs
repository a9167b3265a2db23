//! A head's surface as a picture, for a person to look at before and after.

use super::cast::Eye;
use super::{Dose, Grid, Point, Recipe};
use crate::picture::Small;

/// What a picture shows from side to side, mm.
const SPAN: f32 = 255.0;
/// From where looks begin, mm in front of the middle of the face.
const AWAY: f32 = 300.0;
/// Where the light is: to the picture's right, up, and toward whoever looks.
const LIGHT: [f32; 3] = [0.304, 0.391, 0.869];
/// The grey where nothing is met, in the shade, and how much the light adds.
const GREYS: (u8, f32, f32) = (20, 40.0, 205.0);
/// What depths are smoothed by before they are lit: weights of a pixel's neighbours, one and two off (a bell of 0.8 pixels).
const BELL: [f32; 3] = [1.0, 0.458, 0.044];

/// The surface at an iso-value (in the grid's units), seen from `yaw` degrees to the patient's left of the face's front and `pitch` degrees
/// above it; `pose` as in [`Recipe`]; `edge` pixels a side, of which each is 255/`edge` mm: grey, as RGBA.
pub fn surface(grid: &Grid, iso: f32, pose: &[Point; 4], yaw: f32, pitch: f32, edge: u32) -> Small {
    let side = edge as usize;
    let depths = smooth(&depths(grid, iso, pose, yaw, pitch, side), side);
    let scale = SPAN / edge.max(1) as f32;
    let at = |column: Option<usize>, row: Option<usize>| {
        let (column, row) = (column.filter(|at| *at < side)?, row.filter(|at| *at < side)?);
        depths.get(row * side + column).copied().filter(|depth| depth.is_finite())
    };
    let mut pixels = Vec::with_capacity(side * side * 4);
    for row in 0..side {
        for column in 0..side {
            let (x, y) = (Some(column), Some(row));
            let grey = at(x, y).map_or(GREYS.0, |here| {
                let slope = |before: Option<f32>, after: Option<f32>| match (before, after) {
                    (Some(before), Some(after)) => (after - before) / (2.0 * scale),
                    (Some(before), None) => (here - before) / scale,
                    (None, Some(after)) => (after - here) / scale,
                    (None, None) => 0.0,
                };
                let right = slope(at(column.checked_sub(1), y), at(Some(column + 1), y));
                let up = -slope(at(x, row.checked_sub(1)), at(x, Some(row + 1)));
                lit(right, up)
            });
            pixels.extend([grey, grey, grey, u8::MAX]);
        }
    }
    Small { width: edge, height: edge, pixels }
}

/// A volume as a recipe would leave it.
pub fn carried_out(grid: &Grid, recipe: &Recipe, dose: Dose) -> Grid {
    let mut out = grid.clone();
    let [across, deep, _] = grid.lattice.size;
    for (row, values) in out.values.chunks_exact_mut(across.max(1)).enumerate() {
        for (x, value) in values.iter_mut().enumerate() {
            let place = grid.lattice.place([x, row % deep.max(1), row / deep.max(1)]);
            if recipe.cut.at(place).is_some_and(|cut| cut > 0.0) {
                let tissue = recipe.tissue.at(place).is_some_and(|tissue| tissue > 0.0);
                *value = if tissue { dose.tissue } else { dose.air } as f32;
            }
        }
    }
    out
}

/// How bright a slope is, whose depth grows to the right and upwards by so much.
fn lit(right: f32, up: f32) -> u8 {
    let [x, y, z] = LIGHT;
    let light = (right * x + up * y + z) / (right * right + up * up + 1.0).sqrt();
    (GREYS.1 + GREYS.2 * light.clamp(0.0, 1.0)) as u8
}

/// Depths in mm, row by row; infinite where nothing is met.
fn depths(grid: &Grid, iso: f32, pose: &[Point; 4], yaw: f32, pitch: f32, side: usize) -> Vec<f32> {
    let [middle, ..] = *pose;
    let [toward, right, up] = looking(pose, yaw, pitch);
    let eye = Eye::new(grid, iso);
    let (scale, half) = (SPAN / side.max(1) as f32, side as f32 / 2.0);
    let pixels = (0..side).flat_map(|row| (0..side).map(move |column| (column as f32 + 0.5 - half, half - row as f32 - 0.5)));
    let depth = |(column, row): (f32, f32)| {
        let from = along(along(along(middle, toward, -AWAY), right, column * scale), up, row * scale);
        eye.look(from, toward, 2.0 * AWAY).map_or(f32::INFINITY, |met| met.far)
    };
    pixels.map(depth).collect()
}

/// The direction of a look from `yaw` degrees to the patient's left of the front and `pitch` above it, and what is right and up in its
/// picture.
pub(super) fn looking(pose: &[Point; 4], yaw: f32, pitch: f32) -> [Point; 3] {
    let [_, front, up, right] = *pose;
    let ((sin, cos), (rise, level)) = (yaw.to_radians().sin_cos(), pitch.to_radians().sin_cos());
    let beside = along(front.map(|v| v * cos), right, -sin);
    let toward = along(beside.map(|v| -v * level), up, -rise);
    let over = along(up.map(|v| v * level), beside, -rise);
    let across = along(right.map(|v| -v * cos), front, -sin);
    [toward, across, over]
}

pub(super) fn along([x, y, z]: Point, [a, b, c]: Point, far: f32) -> Point {
    [x + a * far, y + b * far, z + c * far]
}

/// Smoothed over what is met.
fn smooth(depths: &[f32], side: usize) -> Vec<f32> {
    let pass = |from: &[f32], step: usize, place: &dyn Fn(usize) -> usize| -> Vec<f32> {
        let each = |(index, here): (usize, &f32)| {
            if here.is_infinite() {
                return *here;
            }
            let (mut sum, mut all) = (0.0, 0.0);
            for (off, weight) in [2, 1, 0, 1, 2].into_iter().zip([-2_isize, -1, 0, 1, 2]).map(|(off, by)| (by, BELL.get(off))) {
                let fits = place(index).checked_add_signed(off).is_some_and(|at| at < side);
                let near = index.checked_add_signed(off * step.cast_signed()).filter(|_| fits).and_then(|at| from.get(at));
                if let (Some(weight), Some(near)) = (weight, near.filter(|near| near.is_finite())) {
                    sum += near * weight;
                    all += weight;
                }
            }
            sum / all
        };
        from.iter().enumerate().map(each).collect()
    };
    let across = pass(depths, 1, &|index| index % side);
    pass(&across, side, &|index| index / side)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::face::Solid;
    use crate::face::heads::{Contrast, Fault, Head, Setup, lattice_of, pose, recipe};

    const EDGE: usize = 128;

    /// Rows of greys.
    fn rows(small: &Small) -> Vec<Vec<u8>> {
        assert_eq!((small.width as usize, small.height as usize, small.pixels.len()), (EDGE, EDGE, EDGE * EDGE * 4));
        assert!(small.pixels.chunks(4).all(|p| p[0] == p[1] && p[1] == p[2] && p[3] == 255));
        small.pixels.chunks(4 * EDGE).map(|row| row.iter().step_by(4).copied().collect()).collect()
    }

    #[test]
    fn a_profile_has_its_nose_to_the_front_and_loses_it() {
        let head = Head::new(Setup { turned: [5.0, 10.0, -15.0], ..Setup::plain(2, Contrast::Ct) });
        let grid = head.sample(&lattice_of(&head, 2.0));
        let (pose, iso) = (pose(&head), head.setup.contrast.iso());
        let first = |rows: &[Vec<u8>]| -> Vec<usize> {
            rows.iter().map(|row| row.iter().position(|grey| *grey > GREYS.0).unwrap_or(EDGE)).collect()
        };
        let before = rows(&surface(&grid, iso, &pose, 90.0, 0.0, EDGE as u32));
        let front = first(&before);
        // Rows are 2 mm: the tip of the nose lies some 35 to 50 mm below the middle.
        let tip = (0..EDGE).min_by_key(|row| front[*row]).unwrap();
        assert!((EDGE / 2 + 15..EDGE / 2 + 28).contains(&tip), "{tip}");
        let other = rows(&surface(&grid, iso, &pose, -90.0, 0.0, EDGE as u32));
        let back = other.iter().map(|row| row.iter().rev().position(|grey| *grey > GREYS.0).unwrap_or(EDGE));
        assert_eq!((0..EDGE).min_by_key(|row| front[*row]), back.enumerate().min_by_key(|(_, from)| *from).map(|(row, _)| row));
        let after = carried_out(&grid, &recipe(&head, Fault::None), Dose { air: -1000.0, tissue: 50.0 });
        let front_after = first(&rows(&surface(&after, iso, &pose, 90.0, 0.0, EDGE as u32)));
        assert!(front_after[tip] >= front[tip] + 15, "{} {}", front_after[tip], front[tip]);
        // The forehead is as it was.
        assert!(front_after[EDGE / 2 - 32].abs_diff(front[EDGE / 2 - 32]) <= 1);
    }

    #[test]
    fn nothing_is_dark_and_no_size_is_too_small() {
        let head = Head::new(Setup::plain(2, Contrast::Ct));
        let grid = head.sample(&lattice_of(&head, 6.0));
        let dark = surface(&grid, 1e6, &pose(&head), 0.0, 0.0, EDGE as u32);
        assert!(rows(&dark).iter().flatten().all(|grey| *grey == GREYS.0));
        for edge in [0, 1, 2] {
            assert_eq!(surface(&grid, -400.0, &pose(&head), 0.0, 0.0, edge).pixels.len(), (edge * edge * 4) as usize);
        }
        let flat = Grid { lattice: crate::face::Lattice { size: [0, 3, 1], ..grid.lattice }, values: vec![], seen: vec![] };
        assert!(rows(&surface(&flat, 0.0, &pose(&head), 0.0, 0.0, EDGE as u32)).iter().flatten().all(|grey| *grey == GREYS.0));
    }
}

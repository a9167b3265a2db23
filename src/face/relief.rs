//! Whether a surface has the relief of another: an offset copy of a face is a face.
//!
//! What is compared is how the surfaces turn from side to side, seen from one direction: it is what a nose, eyes and lips show by, whatever the
//! offset, and not what a forehead over a flat wall shows.

use super::Point;

/// What was looked at, and how much farther the look went this time, mm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Depth {
    pub place: Point,
    pub deeper: f32,
}

/// Terms of the smooth shape that every head has: how a surface turns grows evenly across it.
const TERMS: usize = 3;
/// Fewer pairs of looks say nothing.
const FEWEST: usize = 40;
/// Less than this share of the looks that a side had says nothing.
const SHARE: f64 = 0.3;
/// Neighbours are as far apart as looks are, give or take this share.
const GIVE: f32 = 0.2;

/// How much alike the old and the new relief are, from 0 to 1: the correlation of how far each turns aside, freed of what is even. `all` looks
/// were made along `toward`, in rows of looks `apart` mm from each other.
pub(super) fn kept(depths: &[Depth], all: usize, toward: Point, apart: f32) -> f64 {
    if (depths.len() as f64) < SHARE * all as f64 {
        return 0.0;
    }
    let (mut terms, mut old, mut new) = (Vec::new(), Vec::new(), Vec::new());
    let axes = square_to(toward);
    for (before, after) in depths.iter().zip(depths.iter().skip(1)) {
        let between = minus(after.place, before.place);
        let rise = dot(between, toward);
        let flat = (dot(between, between) - rise * rise).max(0.0).sqrt();
        if (flat - apart).abs() < GIVE * apart {
            let [u, v] = axes.map(|axis| f64::from(dot(before.place, axis)) / 100.0);
            terms.push([1.0, u, v]);
            old.push(turn(rise / flat));
            new.push(turn((rise + after.deeper - before.deeper) / flat));
        }
    }
    if old.len() < FEWEST {
        return 0.0;
    }
    let (Some(old), Some(new)) = (freed(&terms, &old), freed(&terms, &new)) else { return 0.0 };
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let size = (product(&old, &old) * product(&new, &new)).sqrt();
    if size <= 1e-9 { 0.0 } else { (product(&old, &new) / size).clamp(0.0, 1.0) }
}

/// The sine of a slope: an edge counts no more than a steep wall.
fn turn(slope: f32) -> f64 {
    f64::from(slope / (1.0 + slope * slope).sqrt())
}

/// What is left of values once the even shape that fits them best is taken off (least squares).
fn freed(terms: &[[f64; TERMS]], values: &[f64]) -> Option<Vec<f64>> {
    let mut sums = [[0.0; TERMS + 1]; TERMS];
    for (row, value) in terms.iter().zip(values) {
        for (sums, a) in sums.iter_mut().zip(row) {
            for (sum, b) in sums.iter_mut().zip(row.iter().chain([value])) {
                *sum += a * b;
            }
        }
    }
    let shape = solve(sums)?;
    let smooth = |row: &[f64; TERMS]| row.iter().zip(&shape).map(|(a, b)| a * b).sum::<f64>();
    Some(terms.iter().zip(values).map(|(row, value)| value - smooth(row)).collect())
}

/// Gauss and Jordan, with the largest pivot; nothing where there is no single answer.
fn solve(mut rows: [[f64; TERMS + 1]; TERMS]) -> Option<[f64; TERMS]> {
    for column in 0..TERMS {
        let size = |row: &[f64; TERMS + 1]| row.get(column).map_or(0.0, |value| value.abs());
        let (best, _) = rows.iter().enumerate().skip(column).max_by(|(_, a), (_, b)| size(a).total_cmp(&size(b)))?;
        rows.swap(column, best);
        let pivot = *rows.get(column)?;
        let scale = *pivot.get(column)?;
        if scale.abs() < 1e-9 {
            return None;
        }
        for (at, row) in rows.iter_mut().enumerate() {
            let times = if at == column { 1.0 - 1.0 / scale } else { *row.get(column)? / scale };
            for (value, from) in row.iter_mut().zip(&pivot) {
                *value -= times * from;
            }
        }
    }
    let mut answer = [0.0; TERMS];
    for (answer, [.., last]) in answer.iter_mut().zip(&rows) {
        *answer = *last;
    }
    Some(answer)
}

/// Two directions square to one and to each other, all of length 1.
fn square_to([x, y, z]: Point) -> [Point; 2] {
    let least = if x.abs() < 0.7 { [1.0, 0.0, 0.0] } else { [0.0, 1.0, 0.0] };
    let cross = |[a, b, c]: Point, [d, e, f]: Point| [b * f - c * e, c * d - a * f, a * e - b * d];
    let first = cross([x, y, z], least);
    let length = dot(first, first).sqrt().max(f32::MIN_POSITIVE);
    let first = first.map(|v| v / length);
    [first, cross([x, y, z], first)]
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

    const TOWARD: Point = [0.0, -0.8, 0.6];

    /// Looks at a bowl with a bump on it.
    fn looks(bump: impl Fn(f32, f32) -> f32, deeper: impl Fn(f32, f32) -> f32) -> Vec<Depth> {
        let [across, over] = square_to(TOWARD);
        let spots = (-10..10).flat_map(|v| (-10..10).map(move |u| (u as f32 * 4.0, v as f32 * 4.0)));
        spots
            .map(|(u, v)| {
                let depth = 0.003 * (u * u + 0.5 * v * v + 0.3 * u * v) + 0.2 * u + 30.0 + bump(u, v);
                let place = std::array::from_fn(|axis| across[axis] * (u + 20.0) + over[axis] * (v - 50.0) + TOWARD[axis] * depth);
                Depth { place, deeper: deeper(u, v) }
            })
            .collect()
    }

    fn nose(u: f32, v: f32) -> f32 {
        -12.0 * (-(u * u + v * v) / 200.0).exp()
    }

    #[test]
    fn an_offset_copy_has_the_relief_and_a_smooth_surface_has_none() {
        assert!(kept(&looks(nose, |_, _| 0.0), 400, TOWARD, 4.0) > 0.999);
        assert!(kept(&looks(nose, |_, _| 8.0), 400, TOWARD, 4.0) > 0.999);
        assert!(kept(&looks(nose, |_, v| 8.0 - 0.01 * v * v), 400, TOWARD, 4.0) > 0.999);
        assert!(kept(&looks(nose, |u, v| 8.0 - 0.5 * nose(u, v)), 400, TOWARD, 4.0) > 0.9);
        let none = kept(&looks(nose, |u, v| 8.0 - nose(u, v)), 400, TOWARD, 4.0);
        assert!(none < 0.1, "{none}");
        // Hollow where there was a nose.
        assert_eq!(kept(&looks(nose, |u, v| 8.0 - 2.0 * nose(u, v)), 400, TOWARD, 4.0), 0.0);
    }

    #[test]
    fn too_little_says_nothing() {
        let looks = looks(nose, |_, _| 0.0);
        assert_eq!(kept(&looks, 2000, TOWARD, 4.0), 0.0);
        assert_eq!(kept(&looks[..30], 30, TOWARD, 4.0), 0.0);
        let line: Vec<Depth> = (0..100).map(|i| Depth { place: [i as f32 * 4.0, 0.0, 0.0], deeper: 0.0 }).collect();
        assert_eq!(kept(&line, 100, TOWARD, 4.0), 0.0);
    }
}

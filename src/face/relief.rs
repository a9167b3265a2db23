//! Whether a surface has the relief of another: an offset copy of a face is a face.

use super::Point;

/// What was looked at, and how much farther the look went this time, mm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Depth {
    pub place: Point,
    pub deeper: f32,
}

/// Terms of the smooth shape that every head has: constant, slopes and curvatures.
const TERMS: usize = 6;
/// Less than this many looks say nothing.
const FEWEST: usize = 40;
/// Less than this share of all looks that a side had says nothing.
const SHARE: f64 = 0.3;

/// How much of the old relief the new one has, seen from one side, from 0 to 1: both freed of their smooth shape, the share of the old one's
/// features that come back (the slope of the new over the old), times how alike they are. `all` looks were made along `toward`.
pub(super) fn kept(depths: &[Depth], all: usize, toward: Point) -> f64 {
    if depths.len() < FEWEST || (depths.len() as f64) < SHARE * all as f64 {
        return 0.0;
    }
    let [across, over] = square_to(toward);
    let terms: Vec<[f64; TERMS]> = depths
        .iter()
        .map(|depth| {
            // In tenths of a metre about where it is, so that the powers stay near 1.
            let (u, v) = (f64::from(dot(depth.place, across)) / 100.0, f64::from(dot(depth.place, over)) / 100.0);
            [1.0, u, v, u * u, u * v, v * v]
        })
        .collect();
    let old: Vec<f64> = depths.iter().map(|depth| f64::from(dot(depth.place, toward))).collect();
    let new: Vec<f64> = old.iter().zip(depths).map(|(old, depth)| old + f64::from(depth.deeper)).collect();
    let (Some(old), Some(new)) = (freed(&terms, &old), freed(&terms, &new)) else { return 0.0 };
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let (both, olds, news) = (product(&old, &new), product(&old, &old), product(&new, &new));
    if olds <= f64::EPSILON || news <= f64::EPSILON || both <= 0.0 {
        return 0.0;
    }
    ((both / olds).min(1.0) * (both / (olds * news).sqrt())).clamp(0.0, 1.0)
}

/// What is left of values once the smooth shape that fits them best is taken off (least squares).
fn freed(terms: &[[f64; TERMS]], values: &[f64]) -> Option<Vec<f64>> {
    let middle = terms.iter().fold([0.0; 2], |[u, v], [_, a, b, ..]| [u + a / terms.len() as f64, v + b / terms.len() as f64]);
    let terms: Vec<[f64; TERMS]> = terms
        .iter()
        .map(|[_, u, v, ..]| {
            let (u, v) = (u - middle[0], v - middle[1]);
            [1.0, u, v, u * u, u * v, v * v]
        })
        .collect();
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
        if scale.abs() < 1e-12 {
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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    const TOWARD: Point = [0.0, -0.8, 0.6];

    /// Looks at a bowl with a bump on it.
    fn looks(bump: impl Fn(f32, f32) -> f32, deeper: impl Fn(f32, f32) -> f32) -> Vec<Depth> {
        let [across, over] = square_to(TOWARD);
        let spots = (-10..10).flat_map(|u| (-10..10).map(move |v| (u as f32 * 4.0, v as f32 * 4.0)));
        spots
            .map(|(u, v)| {
                let depth = 0.01 * (u * u + 0.5 * v * v + 0.3 * u * v) + 0.2 * u + 30.0 + bump(u, v);
                let place = std::array::from_fn(|axis| across[axis] * (u + 20.0) + over[axis] * (v - 50.0) + TOWARD[axis] * depth);
                Depth { place, deeper: deeper(u, v) }
            })
            .collect()
    }

    fn nose(u: f32, v: f32) -> f32 {
        -20.0 * (-(u * u + v * v) / 200.0).exp()
    }

    #[test]
    fn an_offset_copy_has_all_of_the_relief_and_a_smooth_surface_none() {
        assert!(kept(&looks(nose, |_, _| 0.0), 400, TOWARD) > 0.999);
        assert!(kept(&looks(nose, |_, _| 8.0), 400, TOWARD) > 0.999);
        assert!(kept(&looks(nose, |u, v| 8.0 + 0.1 * u - 0.005 * v * v), 400, TOWARD) > 0.999);
        assert!(kept(&looks(nose, |u, v| 8.0 - nose(u, v)), 400, TOWARD) < 0.01);
        let half = kept(&looks(nose, |u, v| 8.0 - 0.5 * nose(u, v)), 400, TOWARD);
        assert!((half - 0.5).abs() < 0.01, "{half}");
        // Hollow where there was a nose.
        assert_eq!(kept(&looks(nose, |u, v| 8.0 - 2.0 * nose(u, v)), 400, TOWARD), 0.0);
    }

    #[test]
    fn too_little_says_nothing() {
        let looks = looks(nose, |_, _| 0.0);
        assert_eq!(kept(&looks, 2000, TOWARD), 0.0);
        assert_eq!(kept(&looks[..20], 20, TOWARD), 0.0);
        let line: Vec<Depth> = (0..100).map(|i| Depth { place: [i as f32, 0.0, 0.0], deeper: 0.0 }).collect();
        assert_eq!(kept(&line, 100, TOWARD), 0.0);
    }
}

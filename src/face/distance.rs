//! Exact Euclidean distances on a lattice, and what grows and shrinks by them. Beyond the lattice there is nothing to be near to: what
//! touches its edge goes on.

use super::Lattice;
use super::line::lines;

/// Where there is nothing to be near to, mm.
pub const FAR: f32 = 1e6;

/// Of each cell, mm from its centre to the centre of the nearest cell that is `to`; [`FAR`] where none is. `mask` has the lattice's cells.
///
/// Three passes, one an axis, each the lower envelope of parabolas (Felzenszwalb and Huttenlocher 2012).
pub fn distances(mask: &[bool], lattice: &Lattice, to: bool) -> Vec<f32> {
    let mut squares: Vec<f32> = mask.iter().map(|cell| if *cell == to { 0.0 } else { FAR }).collect();
    lines(&mut squares, lattice.size, 0, along);
    let mut floor = Vec::new();
    lines(&mut squares, lattice.size, 1, |line| envelope(line, &mut floor));
    lines(&mut squares, lattice.size, 2, |line| envelope(line, &mut floor));
    for square in &mut squares {
        *square = if *square >= FAR { FAR } else { square.sqrt() * lattice.step };
    }
    squares
}

/// Signed distances to the surface between what is and is not in the mask, mm: negative inside; [`FAR`] (or minus that) where there is no
/// surface. The surface lies halfway between cells.
pub fn signed(mask: &[bool], lattice: &Lattice) -> Vec<f32> {
    let half = lattice.step / 2.0;
    let (inside, outside) = (distances(mask, lattice, false), distances(mask, lattice, true));
    inside.iter().zip(&outside).map(|(inside, outside)| if *inside > 0.0 { half - inside } else { outside - half }).collect()
}

/// All within so many mm of the mask.
pub fn grown(mask: &[bool], lattice: &Lattice, mm: f32) -> Vec<bool> {
    distances(mask, lattice, true).iter().map(|distance| *distance <= mm).collect()
}

/// What of the mask is farther than so many mm from what is not.
pub fn shrunk(mask: &[bool], lattice: &Lattice, mm: f32) -> Vec<bool> {
    distances(mask, lattice, false).iter().map(|distance| *distance > mm).collect()
}

/// Squares of distances along a line of zeros and [`FAR`].
fn along(line: &mut [f32]) {
    let sweep = |line: &mut dyn Iterator<Item = &mut f32>| {
        let mut since = None::<f32>;
        for square in line {
            since = if *square == 0.0 { Some(0.0) } else { since.map(|since| since + 1.0) };
            if let Some(since) = since {
                *square = square.min(since * since);
            }
        }
    };
    sweep(&mut line.iter_mut());
    sweep(&mut line.iter_mut().rev());
}

/// A parabola, and where the envelope begins to be its.
struct Parabola {
    at: f32,
    height: f32,
    from: f32,
}

/// The least, of all cells of a line, of their value and the square of the way to them.
fn envelope(line: &mut [f32], floor: &mut Vec<Parabola>) {
    floor.clear();
    for (at, height) in line.iter().enumerate() {
        if *height >= FAR {
            continue;
        }
        let (at, height) = (at as f32, *height);
        let mut from = f32::NEG_INFINITY;
        while let Some(last) = floor.last() {
            from = ((height + at * at) - (last.height + last.at * last.at)) / (2.0 * (at - last.at));
            if from > last.from {
                break;
            }
            floor.pop();
            from = f32::NEG_INFINITY;
        }
        floor.push(Parabola { at, height, from });
    }
    let mut parabolas = floor.iter().peekable();
    let Some(mut here) = parabolas.next() else { return };
    for (at, cell) in line.iter_mut().enumerate() {
        let at = at as f32;
        while let Some(next) = parabolas.next_if(|next| next.from < at) {
            here = next;
        }
        *cell = (at - here.at) * (at - here.at) + here.height;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lattice(size: [usize; 3]) -> Lattice {
        Lattice { size, origin: [0.0; 3], step: 2.0 }
    }

    #[test]
    fn distances_are_as_by_trying_all() {
        let lattice = lattice([7, 9, 8]);
        let mut state = 1_u32;
        for sparse in [3, 60, 400] {
            let mask: Vec<bool> = (0..lattice.len())
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 8).is_multiple_of(sparse)
                })
                .collect();
            let places: Vec<[f32; 3]> = (0..lattice.len()).map(|i| lattice.place([i % 7, i / 7 % 9, i / 63])).collect();
            let found = distances(&mask, &lattice, true);
            for (from, distance) in places.iter().zip(found) {
                let least = places
                    .iter()
                    .zip(&mask)
                    .filter(|(_, set)| **set)
                    .map(|(to, _)| (0..3).map(|axis| (from[axis] - to[axis]).powi(2)).sum::<f32>().sqrt());
                assert!((least.fold(FAR, f32::min) - distance).abs() < 1e-3);
            }
        }
    }

    #[test]
    fn nothing_is_far_from_all() {
        let lattice = lattice([3, 3, 3]);
        assert!(distances(&[false; 27], &lattice, true).iter().all(|distance| *distance == FAR));
        assert!(grown(&[false; 27], &lattice, 100.0).iter().all(|cell| !cell));
        // What fills the lattice goes on beyond it.
        assert!(shrunk(&[true; 27], &lattice, 100.0).iter().all(|cell| *cell));
    }

    #[test]
    fn a_ball_has_its_radius() {
        let lattice = lattice([31, 31, 31]);
        let from_middle = |i: usize| {
            let [x, y, z] = lattice.place([i % 31, i / 31 % 31, i / 961]);
            ((x - 30.0).powi(2) + (y - 30.0).powi(2) + (z - 30.0).powi(2)).sqrt()
        };
        let ball: Vec<bool> = (0..lattice.len()).map(|i| from_middle(i) < 20.0).collect();
        let worst = signed(&ball, &lattice).iter().enumerate().map(|(i, d)| (d - (from_middle(i) - 20.0)).abs()).fold(0.0, f32::max);
        assert!(worst < 1.2, "{worst}");
        let count = |cells: Vec<bool>| cells.iter().filter(|cell| **cell).count() as f32 * 8.0;
        let volume = |radius: f32| 4.0 / 3.0 * std::f32::consts::PI * radius.powi(3);
        assert!((count(grown(&ball, &lattice, 6.0)) / volume(25.5) - 1.0).abs() < 0.1);
        assert!((count(shrunk(&ball, &lattice, 6.0)) / volume(14.0) - 1.0).abs() < 0.1);
    }
}

//! Values on a lattice, smoothed along its axes; the edge goes on as it is.

use super::Lattice;
use super::line::lines;

/// Weighted by a bell of so many mm standard deviation.
pub fn gaussian(values: &mut [f32], lattice: &Lattice, mm: f32) {
    let cells = mm / lattice.step;
    if cells < 0.1 {
        return;
    }
    let reach = (cells * 3.0).ceil() as i32;
    let bell: Vec<f32> = (-reach..=reach).map(|at| (-0.5 * (at as f32 / cells).powi(2)).exp()).collect();
    weighted(values, lattice, &bell);
}

/// Means over boxes that reach so many cells to each side.
pub fn boxes(values: &mut [f32], lattice: &Lattice, cells: usize) {
    weighted(values, lattice, &vec![1.0; cells * 2 + 1]);
}

fn weighted(values: &mut [f32], lattice: &Lattice, weights: &[f32]) {
    let (sum, half) = (weights.iter().sum::<f32>(), weights.len() / 2);
    let mut padded = Vec::new();
    for axis in 0..3 {
        lines(values, lattice.size, axis, |line| {
            let (Some(first), Some(last)) = (line.first().copied(), line.last().copied()) else { return };
            padded.clear();
            padded.extend(std::iter::repeat_n(first, half));
            padded.extend_from_slice(line);
            padded.extend(std::iter::repeat_n(last, half));
            for (value, window) in line.iter_mut().zip(padded.windows(weights.len())) {
                *value = window.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f32>() / sum;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_spreads_and_nothing_is_lost() {
        let lattice = Lattice { size: [21; 3], origin: [0.0; 3], step: 2.0 };
        let middle = lattice.index([10, 10, 10]);
        let mut point = vec![0.0; lattice.len()];
        point[middle] = 1000.0;
        let mut bell = point.clone();
        gaussian(&mut bell, &lattice, 4.0);
        assert!((bell.iter().sum::<f32>() - 1000.0).abs() < 1.0);
        // A bell of two cells: 1 / (2 π σ²)^1.5 in the middle, e^-0.5 of that at σ.
        assert!((bell[middle] - 1000.0 * 0.0635 / 8.0).abs() < 0.1);
        assert!((bell[middle + 2] / bell[middle] - 0.6065).abs() < 0.01);
        boxes(&mut point, &lattice, 1);
        assert!((point[middle] - 1000.0 / 27.0).abs() < 0.01 && point[middle + 2] == 0.0);
    }

    #[test]
    fn what_is_even_stays_even_at_the_edge() {
        let lattice = Lattice { size: [4, 3, 2], origin: [0.0; 3], step: 1.0 };
        let mut even = vec![7.0; lattice.len()];
        gaussian(&mut even, &lattice, 5.0);
        assert!(even.iter().all(|value| (value - 7.0).abs() < 1e-4));
    }
}

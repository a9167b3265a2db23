//! What air and tissue are in the images of a stack.

use super::{Dose, Foreground, Grid, Modality};

/// Of a stack's own volume, in rescaled units: in CT what they are anywhere, else the median of what is and of what is not the patient.
pub fn dose(grid: &Grid, foreground: &Foreground, modality: Modality) -> Dose {
    if modality == Modality::Ct {
        return Dose { air: -1000.0, tissue: 20.0 };
    }
    let cells = || grid.values.iter().zip(&grid.seen).zip(&foreground.mask).filter(|((_, seen), _)| **seen);
    let outside: Vec<f32> = cells().filter(|(_, mask)| !**mask).map(|((value, _), _)| *value).collect();
    let inside = cells().filter(|((value, _), mask)| **mask && **value > foreground.threshold).map(|((value, _), _)| *value).collect();
    let least = || grid.values.iter().copied().fold(f32::INFINITY, f32::min);
    let air = median(outside).unwrap_or_else(least);
    Dose { air: air.into(), tissue: median(inside).unwrap_or(air).into() }
}

fn median(mut values: Vec<f32>) -> Option<f32> {
    let middle = values.len().checked_sub(1)? / 2;
    Some(*values.select_nth_unstable_by(middle, f32::total_cmp).1)
}

#[cfg(test)]
mod tests {
    use super::super::Lattice;
    use super::*;

    #[test]
    fn air_and_tissue_are_what_is_usual() {
        let lattice = Lattice { size: [7, 1, 1], origin: [0.0; 3], step: 1.0 };
        let grid = Grid { lattice, values: vec![3.0, 5.0, 90.0, 100.0, 400.0, 10.0, 0.0], seen: [[true; 6].as_slice(), &[false]].concat() };
        let mask = vec![false, false, true, true, true, true, false];
        let foreground = Foreground { mask, threshold: 20.0, faint: 20.0, surface: Vec::new() };
        assert_eq!(dose(&grid, &foreground, Modality::Mr), Dose { air: 3.0, tissue: 100.0 });
        assert_eq!(dose(&grid, &foreground, Modality::Ct), Dose { air: -1000.0, tissue: 20.0 });
        let all = Foreground { mask: vec![true; 7], ..foreground };
        assert_eq!(dose(&grid, &all, Modality::Pet).air, 0.0);
    }
}

//! Lines and planes of a lattice, taken out one after another, worked on and put back.

/// Cells between neighbours along each axis.
const fn strides([across, deep, _]: [usize; 3]) -> [usize; 3] {
    [1, across, across * deep]
}

/// Has every line along an axis (0 to 2) worked on; `cells` are as many as `size` says, or nothing is done.
pub(super) fn lines<T: Copy>(cells: &mut [T], size: [usize; 3], axis: usize, mut work: impl FnMut(&mut [T])) {
    let [across, deep, high] = size;
    if cells.is_empty() || cells.len() != across * deep * high {
        return;
    }
    let mut line = Vec::new();
    let mut each = |part: &mut [T], from: usize, stride: usize| {
        line.clear();
        line.extend(part.iter().skip(from).step_by(stride).copied());
        work(&mut line);
        for (cell, value) in part.iter_mut().skip(from).step_by(stride).zip(&line) {
            *cell = *value;
        }
    };
    match axis {
        0 => cells.chunks_exact_mut(across).for_each(|row| each(row, 0, 1)),
        1 => cells.chunks_exact_mut(across * deep).for_each(|plane| (0..across).for_each(|x| each(plane, x, across))),
        _ => (0..across * deep).for_each(|from| each(cells, from, across * deep)),
    }
}

/// Has every plane across an axis (0 to 2) worked on, which is handed over with its width; as [`lines`] otherwise.
pub(super) fn planes<T: Copy>(cells: &mut [T], size: [usize; 3], axis: usize, mut work: impl FnMut(&mut [T], usize)) {
    let [across, deep, high] = size;
    if cells.is_empty() || cells.len() != across * deep * high {
        return;
    }
    if axis == 2 {
        cells.chunks_exact_mut(across * deep).for_each(|plane| work(plane, across));
        return;
    }
    let [_, next_row, next_plane] = strides(size);
    // The plane's rows lie along x or y, and follow each other along z.
    let (count, first, stride, width) = if axis == 0 { (across, 1, next_row, deep) } else { (deep, next_row, 1, across) };
    let mut plane = Vec::new();
    for at in 0..count {
        plane.clear();
        for slab in cells.chunks_exact(next_plane) {
            plane.extend(slab.iter().skip(at * first).step_by(stride).take(width).copied());
        }
        work(&mut plane, width);
        for (slab, row) in cells.chunks_exact_mut(next_plane).zip(plane.chunks_exact(width)) {
            for (cell, value) in slab.iter_mut().skip(at * first).step_by(stride).zip(row) {
                *cell = *value;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: [usize; 3] = [2, 3, 4];

    fn numbered() -> Vec<usize> {
        (0..24).collect()
    }

    #[test]
    fn lines_run_along_their_axis() {
        for (axis, first, count) in [(0, vec![0, 1], 12), (1, vec![0, 2, 4], 8), (2, vec![0, 6, 12, 18], 6)] {
            let (mut cells, mut seen) = (numbered(), Vec::new());
            lines(&mut cells, SIZE, axis, |line| {
                seen.push(line.to_vec());
                line.iter_mut().for_each(|cell| *cell += 100);
            });
            assert_eq!((seen.first(), seen.len()), (Some(&first), count));
            assert_eq!(cells, (100..124).collect::<Vec<_>>());
        }
    }

    #[test]
    fn planes_lie_across_their_axis() {
        for (axis, first, width) in
            [(0, vec![0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22], 3), (1, vec![0, 1, 6, 7, 12, 13, 18, 19], 2), (2, (0..6).collect(), 2)]
        {
            let (mut cells, mut seen) = (numbered(), Vec::new());
            planes(&mut cells, SIZE, axis, |plane, wide| {
                seen.push((plane.to_vec(), wide));
                plane.iter_mut().for_each(|cell| *cell += 100);
            });
            assert_eq!(seen.first(), Some(&(first, width)));
            assert_eq!(cells, (100..124).collect::<Vec<_>>());
        }
    }
}

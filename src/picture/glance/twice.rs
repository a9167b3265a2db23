//! What was read in one picture of a file and lies in another one just so is not read twice: burned-in writing is in every layer.

use crate::picture::{Area, Picture, Reading};

/// Levels by which two samples may differ, and their mean may, to be the same: what a lossy codec does to writing that does not change.
const SAME: (u8, u64) = (48, 4);

/// Levels that the rim of an area may span to be plain ground: what is put over the area then has no edge.
const PLAIN: u8 = 24;

/// Parts in ten of a hint that must be read already for it to be no hint.
const READ: u64 = 7;

/// A picture of which some was read in another one.
pub(super) struct Rest {
    /// The picture without it: nothing where nothing was.
    pub(super) picture: Option<Picture>,
    /// Which readings hold for it.
    pub(super) known: Vec<Reading>,
}

impl Rest {
    /// Of a picture, after others and what was read in them with confidence.
    pub(super) fn of(picture: &Picture, before: &[(&Picture, Vec<Reading>)]) -> Self {
        let mut rest = Self { picture: None, known: Vec::new() };
        for (other, readings) in before {
            for reading in readings {
                let now = rest.picture.as_ref().unwrap_or(picture);
                if !is_same(other, now, &reading.area) {
                    continue;
                }
                let Some(ground) = ground(now, &reading.area) else { continue };
                fill(rest.picture.get_or_insert_with(|| picture.clone()), &reading.area, &ground);
                rest.known.push(reading.clone());
            }
        }
        rest
    }

    /// The hints that are left.
    pub(super) fn hints(&self, hints: &[Area]) -> Vec<Area> {
        let read = |hint: &Area| self.known.iter().any(|known| known.area.with(hint).size() * 10 >= hint.size() * READ);
        hints.iter().filter(|hint| !read(hint)).copied().collect()
    }
}

/// The rows of an area as samples.
fn rows<'p>(picture: &'p Picture, area: &Area) -> impl Iterator<Item = &'p [u8]> + use<'p> {
    let samples = picture.samples as usize;
    let area = area.within(picture.width, picture.height);
    let (left, right) = (area.x as usize * samples, area.right() as usize * samples);
    let rows = picture.data.chunks_exact((picture.width as usize * samples).max(1));
    rows.skip(area.y as usize).take(area.height as usize).filter_map(move |row| row.get(left..right))
}

fn is_same(one: &Picture, other: &Picture, area: &Area) -> bool {
    if (one.width, one.height, one.samples) != (other.width, other.height, other.samples) {
        return false;
    }
    let (mut sum, mut count) = (0_u64, 0_u64);
    for (one, other) in rows(one, area).zip(rows(other, area)) {
        for (one, other) in one.iter().zip(other) {
            let off = one.abs_diff(*other);
            if off > SAME.0 {
                return false;
            }
            sum += u64::from(off);
            count += 1;
        }
    }
    count > 0 && sum <= count * SAME.1
}

/// The mean of each sample along the rim of an area; nothing where that is not plain.
fn ground(picture: &Picture, area: &Area) -> Option<Vec<u8>> {
    let samples = picture.samples as usize;
    let (mut sums, mut lows, mut highs, mut count) = (vec![0_u64; samples], vec![u8::MAX; samples], vec![0_u8; samples], 0);
    let last = (area.within(picture.width, picture.height).height as usize).checked_sub(1)?;
    for (y, row) in rows(picture, area).enumerate() {
        let end = (row.len() / samples.max(1)).saturating_sub(1);
        for (_, pixel) in row.chunks_exact(samples.max(1)).enumerate().filter(|(x, _)| y == 0 || y == last || *x == 0 || *x == end) {
            for (((sum, low), high), level) in sums.iter_mut().zip(&mut lows).zip(&mut highs).zip(pixel) {
                *sum += u64::from(*level);
                *low = (*low).min(*level);
                *high = (*high).max(*level);
            }
            count += 1;
        }
    }
    let plain = lows.iter().zip(&highs).all(|(low, high)| high.saturating_sub(*low) <= PLAIN);
    (plain && count > 0).then(|| sums.iter().map(|sum| u8::try_from(sum / count).unwrap_or(u8::MAX)).collect())
}

fn fill(picture: &mut Picture, area: &Area, pixel: &[u8]) {
    let samples = picture.samples as usize;
    let area = area.within(picture.width, picture.height);
    let (left, right) = (area.x as usize * samples, area.right() as usize * samples);
    let rows = picture.data.chunks_exact_mut((picture.width as usize * samples).max(1));
    for row in rows.skip(area.y as usize).take(area.height as usize).filter_map(|row| row.get_mut(left..right)) {
        row.chunks_exact_mut(pixel.len().max(1)).for_each(|place| place.copy_from_slice(pixel));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    const WORD: Area = Area { x: 10, y: 5, width: 20, height: 8 };

    /// A grey picture with a bar where the word is, of this level, and one elsewhere.
    fn picture(level: u8, samples: u32, elsewhere: u32) -> Picture {
        let inner = Area { x: 13, y: 7, width: 14, height: 4 };
        let other = Area { x: elsewhere, y: 20, width: 6, height: 6 };
        let value = |x, y| if inner.holds(x, y) { level } else { 20 + if other.holds(x, y) { 180 } else { 0 } };
        let data = (0..40 * 50).flat_map(|at| vec![value(at % 50, at / 50); samples as usize]).collect();
        Picture { width: 50, height: 40, samples, data }
    }

    fn read() -> Vec<Reading> {
        vec![Reading { area: WORD, text: Some("QUIMBY".to_owned()), confidence: 0.99, line: 0.99 }]
    }

    #[test]
    fn what_lies_there_just_so_is_known_and_what_moves_is_left() {
        for samples in [1, 3] {
            let (first, second) = (picture(220, samples, 0), picture(230, samples, 30));
            let rest = Rest::of(&second, &[(&first, read())]);
            let left = rest.picture.as_ref().unwrap();
            assert_eq!((rest.known.len(), left), (1, &picture(20, samples, 30)));
            assert_eq!(rest.hints(&[WORD, Area { x: 30, y: 20, width: 6, height: 6 }]).len(), 1);
            // Once is enough.
            assert_eq!(Rest::of(&second, &[(&first, read()), (&first, read())]).known.len(), 1);
        }
    }

    #[test]
    fn what_differs_is_read_again() {
        let first = picture(220, 1, 0);
        for other in [picture(150, 1, 0), picture(220, 3, 0), Picture { width: 40, height: 50, ..picture(220, 1, 0) }] {
            let rest = Rest::of(&other, &[(&first, read())]);
            assert!(rest.picture.is_none() && rest.known.is_empty() && rest.hints(&[WORD]) == [WORD]);
        }
        let mut letter = picture(220, 1, 0);
        letter.data[7 * 50 + 13] = 20;
        assert!(Rest::of(&letter, &[(&first, read())]).known.is_empty(), "one pixel of a letter");
        let mut uneven = picture(220, 1, 0);
        uneven.data[5 * 50 + 12] = 60;
        assert!(Rest::of(&uneven, &[(&uneven, read())]).known.is_empty(), "a rim that is not plain");
        let beyond = Reading { area: Area { x: 60, y: 0, width: 5, height: 5 }, ..read()[0].clone() };
        assert!(Rest::of(&first, &[(&first, vec![beyond])]).known.is_empty());
    }
}

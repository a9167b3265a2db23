//! What a second look searches: what became black and what is near it. Every other pixel is as it was in the first look.

use crate::picture::{Area, Picture};

/// Pixels around black areas in which the finder may see other things than before: its texture is of cells of up to 32 pixels and their
/// neighbours, and a line's neighbours are letters.
const MARGIN: u32 = 96;

/// Areas with their margins, in a picture of this size; those that lie on each other are one.
pub(super) fn around(black: impl Iterator<Item = Area>, width: u32, height: u32) -> Vec<Area> {
    let mut all: Vec<Area> = Vec::new();
    for area in black {
        let mut whole = area.grown(MARGIN).within(width, height);
        // What has grown may lie on others that it did not lie on before.
        while let Some(at) = all.iter().position(|other| !other.with(&whole).is_empty()) {
            whole = whole.around(&all.swap_remove(at));
        }
        if !whole.is_empty() {
            all.push(whole);
        }
    }
    all.sort();
    all
}

/// The parts of pictures that lie in areas: all of the first picture, then all of the next.
pub(super) fn cut(pictures: &[Picture], areas: &[Area]) -> Vec<Picture> {
    pictures.iter().flat_map(|picture| areas.iter().map(|area| part(picture, area))).collect()
}

fn part(picture: &Picture, area: &Area) -> Picture {
    let samples = picture.samples as usize;
    let area = area.within(picture.width, picture.height);
    let (left, length) = (area.x as usize * samples, area.width as usize * samples);
    let rows = picture.data.chunks_exact((picture.width as usize * samples).max(1)).skip(area.y as usize).take(area.height as usize);
    let data = rows.filter_map(|row| row.get(left..left + length)).flatten().copied().collect();
    Picture { width: area.width, height: area.height, samples: picture.samples, data }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(x: u32, y: u32, width: u32, height: u32) -> Area {
        Area { x, y, width, height }
    }

    #[test]
    fn areas_grow_and_those_that_meet_are_one() {
        let far = [at(0, 0, 50, 20), at(900, 900, 10, 10)];
        assert_eq!(around(far.into_iter(), 1_000, 1_000), [at(0, 0, 146, 116), at(804, 804, 196, 196)]);
        let chain = [at(0, 0, 50, 20), at(900, 900, 10, 10), at(200, 0, 10, 10), at(400, 0, 500, 900)];
        assert_eq!(around(chain.into_iter(), 1_000, 1_000), [at(0, 0, 1_000, 1_000)]);
        assert_eq!(around([at(70, 0, 10, 10)].into_iter(), 0, 0), []);
    }

    #[test]
    fn parts_are_cut_from_each_picture() {
        let grey = Picture { width: 3, height: 2, samples: 1, data: (0..6).collect() };
        let colour = Picture { width: 3, height: 2, samples: 3, data: (0..18).collect() };
        let parts = cut(&[grey, colour], &[at(1, 0, 2, 2), at(0, 1, 1, 1)]);
        let data: Vec<Vec<u8>> = parts.iter().map(|part| part.data.clone()).collect();
        assert_eq!(data, [vec![1, 2, 4, 5], vec![3], vec![3, 4, 5, 6, 7, 8, 12, 13, 14, 15, 16, 17], vec![9, 10, 11]]);
    }
}

//! Frames laid over each other: what is burned in stays, what moves washes out.

use super::Picture;

/// The brightest and the darkest of some frames, for each way to render them.
#[derive(Clone, Debug)]
pub struct Layer {
    /// The first frame.
    pub first: u32,
    /// The last.
    pub last: u32,
    /// The brightest level of each sample.
    pub bright: Vec<Picture>,
    /// The darkest; nothing where there is one frame.
    pub dark: Vec<Picture>,
}

/// Samples of a row that are compared by their mean: speckle flickers from sample to sample, and writing is larger.
const BLOCK: usize = 8;

/// Levels between the means of two blocks from which on one is another.
const OTHER: usize = 32;

/// Of so many blocks at most one is another one, in frames that are alike.
const ALIKE: usize = 50;

impl Layer {
    /// One frame.
    pub const fn new(index: u32, pictures: Vec<Picture>) -> Self {
        Self { first: index, last: index, bright: pictures, dark: Vec::new() }
    }

    /// Lays a frame over the others; false where it is of another size.
    pub fn put(&mut self, index: u32, pictures: &[Picture]) -> bool {
        if !fit(&self.bright, pictures) {
            return false;
        }
        if self.dark.is_empty() {
            self.dark.clone_from(&self.bright);
        }
        for (bright, picture) in self.bright.iter_mut().zip(pictures) {
            bright.data.iter_mut().zip(&picture.data).for_each(|(most, level)| *most = (*most).max(*level));
        }
        for (dark, picture) in self.dark.iter_mut().zip(pictures) {
            dark.data.iter_mut().zip(&picture.data).for_each(|(least, level)| *least = (*least).min(*level));
        }
        self.last = index;
        true
    }

    /// Everything to look at.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.bright.iter().chain(self.dark())
    }

    /// The darkest, where they are not the brightest.
    pub fn dark(&self) -> impl Iterator<Item = &Picture> {
        self.dark.iter().zip(&self.bright).filter(|(dark, bright)| dark != bright).map(|(dark, _)| dark)
    }
}

/// Gives pictures of one rendering as many samples as each other: of a clip with a little colour, some frames have none.
pub fn meet(all: &mut [&mut [Picture]]) {
    let most = all.iter().map(|pictures| pictures.len()).max().unwrap_or(0);
    for at in 0..most {
        if all.iter().any(|pictures| pictures.get(at).is_some_and(|picture| picture.samples == 3)) {
            all.iter_mut().filter_map(|pictures| pictures.get_mut(at)).for_each(widen);
        }
    }
}

/// Grey in three samples.
fn widen(picture: &mut Picture) {
    if picture.samples == 1 {
        picture.samples = 3;
        picture.data = picture.data.iter().flat_map(|level| [*level; 3]).collect();
    }
}

/// Whether two frames are of one scene: what is written on either can be seen when they lie on each other.
pub fn alike(one: &[Picture], other: &[Picture]) -> bool {
    fit(one, other) && one.iter().zip(other).all(|(one, other)| one.width == other.width && same(one, other))
}

/// Compares means of blocks, eight samples wide and eight rows high.
fn same(one: &Picture, other: &Picture) -> bool {
    let across = one.width as usize * one.samples as usize;
    let band = across.max(1) * BLOCK;
    let (mut blocks, mut others) = (0, 0);
    for (one, other) in one.data.chunks(band).zip(other.data.chunks(band)) {
        let (one, other) = (sums(one, across), sums(other, across));
        blocks += one.len();
        others += one.iter().zip(&other).filter(|((a, count), (b, _))| a.abs_diff(*b) > OTHER * count).count();
    }
    others * ALIKE <= blocks
}

/// Sums of the blocks of one band of rows, and how many samples each has.
fn sums(band: &[u8], across: usize) -> Vec<(usize, usize)> {
    let mut sums = vec![(0, 0); across.div_ceil(BLOCK)];
    for row in band.chunks(across.max(1)) {
        for (sum, block) in sums.iter_mut().zip(row.chunks(BLOCK)) {
            sum.0 += block.iter().map(|level| usize::from(*level)).sum::<usize>();
            sum.1 += block.len();
        }
    }
    sums
}

fn fit(one: &[Picture], other: &[Picture]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.data.len() == other.data.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(data: &[u8]) -> Vec<Picture> {
        vec![Picture { width: 2, height: 1, samples: 1, data: data.to_vec() }]
    }

    #[test]
    fn layers_keep_both_ends() {
        let mut layer = Layer::new(3, picture(&[10, 200]));
        assert_eq!(layer.pictures().count(), 1);
        assert!(layer.put(4, &picture(&[90, 20])));
        assert_eq!(layer.pictures().cloned().collect::<Vec<_>>(), [picture(&[90, 200]), picture(&[10, 20])].concat());
        assert_eq!((layer.first, layer.last), (3, 4));
        assert!(!layer.put(5, &[]));
    }

    #[test]
    fn a_frame_without_colour_meets_those_that_have_some() {
        let (mut grey, mut colour) = (picture(&[10, 200]), picture(&[1, 2, 3, 4, 5, 6]));
        colour.iter_mut().for_each(|picture| picture.samples = 3);
        meet(&mut [&mut grey, &mut colour, &mut []]);
        assert_eq!(grey.first().map(|picture| (picture.samples, picture.data.clone())), Some((3, vec![10, 10, 10, 200, 200, 200])));
        assert!(Layer::new(0, grey).put(1, &colour));
        let (mut one, mut other) = (picture(&[1, 2]), picture(&[3, 4]));
        meet(&mut [&mut one, &mut other]);
        assert_eq!((one, other), (picture(&[1, 2]), picture(&[3, 4])));
    }

    #[test]
    fn scenes_are_told_apart() {
        assert!(alike(&picture(&[10, 200]), &picture(&[200, 40])), "their means are near");
        assert!(!alike(&picture(&[10, 200]), &picture(&[100, 200])));
        assert!(!alike(&picture(&[10, 200]), &[]));
    }
}

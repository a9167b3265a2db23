//! One channel of a picture, and what stands out of it.

use crate::picture::Picture;

/// Rows of 8-bit values.
#[derive(Clone, Debug)]
pub(super) struct Plane {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) data: Vec<u8>,
}

/// A stroke that is thinner than this many pixels stands out.
const REACH: usize = 7;

/// Levels between channels from which on a picture counts as coloured there.
const COLOURED: u8 = 40;

impl Plane {
    /// The channels in which writing may stand out: one of a grey picture, three of a coloured one, since any two colours differ in one.
    pub(super) fn all(picture: &Picture) -> Vec<Self> {
        let (width, height) = (picture.width as usize, picture.height as usize);
        let whole = |data: Vec<u8>| (width > 0 && data.len() == width * height).then_some(Self { width, height, data });
        if picture.samples != 3 {
            return whole(picture.data.clone()).into_iter().collect();
        }
        let pixels = picture.data.chunks_exact(3);
        let coloured = pixels.clone().filter(|pixel| match pixel {
            [r, g, b] => r.abs_diff(*g).max(g.abs_diff(*b)).max(r.abs_diff(*b)) > COLOURED,
            _ => false,
        });
        // A letter or two of colour are worth a look.
        let channels: &[usize] = if coloured.count() > 24 { &[1, 0, 2] } else { &[1] };
        let channel = |at: &usize| pixels.clone().filter_map(|pixel| pixel.get(*at).copied()).collect();
        channels.iter().filter_map(|at| whole(channel(at))).collect()
    }

    pub(super) fn rows(&self) -> impl DoubleEndedIterator<Item = &[u8]> {
        self.data.chunks_exact(self.width)
    }

    /// A value; 0 outside.
    pub(super) fn at(&self, x: usize, y: usize) -> u8 {
        if x < self.width { self.data.get(y * self.width + x).copied().unwrap_or(0) } else { 0 }
    }

    /// What was dark is bright.
    pub(super) fn inverted(&self) -> Self {
        Self { data: self.data.iter().map(|value| 255 - value).collect(), ..*self }
    }

    /// Half as wide and high: means of two by two.
    pub(super) fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut data = Vec::with_capacity(width * height);
        for pair in self.data.chunks_exact(self.width * 2) {
            let (above, below) = pair.split_at(self.width);
            let means = above.chunks_exact(2).zip(below.chunks_exact(2)).map(|pair| match pair {
                ([a, b], [c, d]) => ((u16::from(*a) + u16::from(*b) + u16::from(*c) + u16::from(*d) + 2) / 4) as u8,
                _ => 0,
            });
            data.extend(means);
        }
        Self { width, height, data }
    }

    /// Each pixel with a share of its neighbours, 1 2 1 both ways: noise of single pixels sinks to two fifths, strokes to about a half.
    pub(super) fn smoothed(&self) -> Self {
        let mean = |a: u8, b: u8, c: u8| ((u16::from(a) + 2 * u16::from(b) + u16::from(c) + 2) / 4) as u8;
        let mut across = Vec::with_capacity(self.data.len());
        for line in self.rows() {
            let (Some(first), Some(last)) = (line.first(), line.last()) else { continue };
            let before = std::iter::once(first).chain(line);
            let after = line.iter().skip(1).chain(std::iter::once(last));
            across.extend(before.zip(line).zip(after).map(|((a, b), c)| mean(*a, *b, *c)));
        }
        let mut data = Vec::with_capacity(across.len());
        let rows: Vec<&[u8]> = across.chunks_exact(self.width.max(1)).collect();
        for (y, line) in rows.iter().enumerate() {
            let above = rows.get(y.saturating_sub(1)).unwrap_or(line);
            let below = rows.get(y + 1).unwrap_or(line);
            data.extend(above.iter().zip(*line).zip(*below).map(|((a, b), c)| mean(*a, *b, *c)));
        }
        Self { data, ..*self }
    }

    /// How far each pixel rises above the brightest ground that a square of [`REACH`] fits on: the white top-hat. Flat areas and straight
    /// edges, however bright, do not rise; strokes do.
    pub(super) fn risen(&self) -> Self {
        let opened = self.sweep(u8::MAX, |a, b| a.min(b)).sweep(0, |a, b| a.max(b));
        let data = self.data.iter().zip(&opened.data).map(|(value, ground)| value.saturating_sub(*ground)).collect();
        Self { data, ..*self }
    }

    /// The pick of each square around a pixel, of what is `outside` too.
    fn sweep(&self, outside: u8, pick: impl Fn(u8, u8) -> u8 + Copy) -> Self {
        let half = REACH / 2;
        let (width, height) = (self.width, self.height);
        let mut across = Vec::with_capacity(width * height);
        // A row with its border; then the pick of two, of four and of seven side by side.
        let mut row = vec![outside; width + 2 * half];
        let mut next = row.clone();
        for line in self.rows() {
            row.fill(outside);
            if let Some(inner) = row.get_mut(half..half + width) {
                inner.copy_from_slice(line);
            }
            for step in [1, 2] {
                together(&row, step, &mut next, pick);
                std::mem::swap(&mut row, &mut next);
            }
            // Slices, of which a compiler makes vectors.
            let three = row.get(3..).unwrap_or_default();
            across.extend(row.iter().zip(three.get(..width).unwrap_or_default()).map(|(a, b)| pick(*a, *b)));
        }
        let mut data = Vec::with_capacity(width * height);
        let mut best = vec![outside; width];
        for y in 0..height {
            best.fill(outside);
            let rows = across.chunks_exact(width).skip(y.saturating_sub(half)).take(half + 1 + y.min(half));
            for line in rows {
                best.iter_mut().zip(line).for_each(|(best, value)| *best = pick(*best, *value));
            }
            data.extend_from_slice(&best);
        }
        Self { width, height, data }
    }
}

/// Each value with the one `step` further on.
fn together(from: &[u8], step: usize, to: &mut [u8], pick: impl Fn(u8, u8) -> u8) {
    to.iter_mut().zip(from.iter().zip(from.get(step..).unwrap_or_default())).for_each(|(to, (a, b))| *to = pick(*a, *b));
}

//! Frames as pictures to look for writing in: 8 bits a sample, and no value that writing may have merged with what lies under it.
//!
//! Writing is often burned in at the very top of a word (4,095, 32,767) or at its very bottom, far from what the scan itself holds, and a
//! window clips it to the white of bone. So a grey frame is seen twice: through its window, and with all of its values, the rare ones at
//! both ends kept apart from the others.

use super::{Format, Frame, Photometric, Picture};

/// Colour tables (PS3.3 C.7.9), expanded: 16 bits an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// Red of each index.
    pub red: Vec<u16>,
    /// Green.
    pub green: Vec<u16>,
    /// Blue.
    pub blue: Vec<u16>,
    /// The stored value that has the first entry.
    pub first: i32,
}

/// What a data set says of how its frames look.
#[derive(Clone, Debug, PartialEq)]
pub struct Looks {
    /// Window Center and Window Width (PS3.3 C.11.2.1.2), of rescaled values.
    pub window: Option<(f64, f64)>,
    /// Rescale Slope; 1 where there is none.
    pub slope: f64,
    /// Rescale Intercept.
    pub intercept: f64,
    /// The colour tables of PALETTE COLOR.
    pub palette: Option<Palette>,
    /// Pixel Padding Value.
    pub padding: Option<i32>,
}

impl Default for Looks {
    fn default() -> Self {
        Self { window: None, slope: 1.0, intercept: 0.0, palette: None, padding: None }
    }
}

/// Where the values that all but one in a hundred pixels have end in a grey picture, below and above, of 255.
const BODY: (f64, f64) = (28.0, 200.0);

/// The pictures of a frame in which its writing can be seen: none for a frame without pixels, two where one would hide something.
pub fn pictures(frame: &Frame, format: &Format, looks: &Looks) -> Vec<Picture> {
    let stored = Stored::new(frame, format);
    if stored.pixels == 0 {
        return Vec::new();
    }
    if frame.samples == 4 && format.photometric == Photometric::Rgb {
        return stored.layers();
    }
    if frame.samples >= 3 {
        return vec![stored.colour(format.photometric)];
    }
    let tally = stored.tally();
    let values = stored.spread(looks.padding, tally.as_deref());
    let body = |invert| stored.grey(invert, tally.as_deref(), |value| values.body(value));
    if format.photometric == Photometric::Palette
        && let Some(palette) = looks.palette.as_ref().filter(|palette| !palette.red.is_empty())
    {
        let seen = stored.through(palette);
        return if palette.is_ramp() { vec![seen] } else { vec![seen, body(false)] };
    }
    let invert = format.photometric == Photometric::Monochrome1;
    let Some((low, high)) = looks.span().filter(|span| values.hides(*span)) else { return vec![body(invert)] };
    let windowed = stored.grey(invert, tally.as_deref(), |value| (value as f64 - low) / (high - low) * 255.0);
    vec![windowed, body(invert)]
}

impl Looks {
    /// The stored values that the window shows as black and as white.
    fn span(&self) -> Option<(f64, f64)> {
        let (centre, width) = self.window?;
        let slope = if self.slope == 0.0 { 1.0 } else { self.slope };
        let stored = |value: f64| (value - self.intercept) / slope;
        let (low, high) = (stored(centre - 0.5 - (width - 1.0) / 2.0), stored(centre - 0.5 + (width - 1.0) / 2.0));
        ((high - low).abs() >= 1.0 && low.is_finite() && high.is_finite()).then_some((low, high))
    }
}

impl Palette {
    /// Whether it is grey that only rises: then indices look just like colours.
    fn is_ramp(&self) -> bool {
        self.red == self.green && self.green == self.blue && self.red.is_sorted()
    }

    fn colour(&self, value: i64) -> [u8; 3] {
        let at = value.saturating_sub(i64::from(self.first)).max(0) as usize;
        [&self.red, &self.green, &self.blue].map(|table| (table.get(at).or(table.last()).copied().unwrap_or(0) >> 8) as u8)
    }
}

/// The samples of a frame as numbers.
struct Stored<'a> {
    frame: &'a Frame,
    pixels: usize,
    samples: usize,
    shift: u32,
    bits: u32,
    signed: bool,
}

impl<'a> Stored<'a> {
    fn new(frame: &'a Frame, format: &Format) -> Self {
        let whole = (frame.word as u32).saturating_mul(8).clamp(1, 32);
        let bits = format.bits_stored.clamp(1, whole);
        let shift = format.high_bit.saturating_add(1).saturating_sub(bits).min(whole - bits);
        let samples = (frame.samples as usize).max(1);
        let there = frame.data.len() / frame.word.max(1) / samples;
        let pixels = if there as u64 >= u64::from(frame.width) * u64::from(frame.height) { there } else { 0 };
        let pixels = pixels.min((u64::from(frame.width) * u64::from(frame.height)) as usize);
        Self { frame, pixels, samples, shift, bits, signed: format.signed }
    }

    fn value(&self, word: u32) -> i64 {
        let raw = i64::from(word >> self.shift) & ((1_i64 << self.bits) - 1);
        if self.signed && raw >> (self.bits - 1) & 1 == 1 { raw - (1_i64 << self.bits) } else { raw }
    }

    /// The first sample of every pixel.
    fn values(&self) -> impl Iterator<Item = i64> + '_ {
        self.words().map(|word| self.value(word))
    }

    /// The same as they are stored, with what else is in their words.
    fn words(&self) -> impl Iterator<Item = u32> + '_ {
        let word = self.frame.word.max(1);
        let words = self.frame.data.chunks_exact(word * self.samples).take(self.pixels);
        words.map(move |pixel| pixel.iter().take(word).rev().fold(0, |value, byte| (value << 8) | u32::from(*byte)))
    }

    /// What is made of each of the same, quickly where it is all that a pixel has.
    fn each<T>(&self, make: impl Fn(u32) -> T) -> Vec<T> {
        let bytes = self.frame.data.get(..self.pixels * self.frame.word * self.samples).unwrap_or_default();
        match (self.frame.word, self.samples) {
            (1, 1) => bytes.iter().map(|word| make(u32::from(*word))).collect(),
            (2, 1) => bytes.as_chunks().0.iter().map(|word| make(u16::from_le_bytes(*word).into())).collect(),
            _ => self.words().map(make).collect(),
        }
    }

    /// The place of a word in a table of all values, by its own bits.
    fn place(&self) -> impl Fn(u32) -> usize + use<> {
        let (shift, mask) = (self.shift, (1 << self.bits) - 1);
        move |word| ((word >> shift) & mask) as usize
    }

    /// How many pixels have each value, by its bits: of values of which there are fewer than pixels.
    fn tally(&self) -> Option<Vec<u32>> {
        if self.bits > 16 || self.pixels <= 1 << self.bits {
            return None;
        }
        let mut counts = vec![0_u32; 1 << self.bits];
        let place = self.place();
        for at in self.each(|word| place(word) as u16) {
            if let Some(count) = counts.get_mut(usize::from(at)) {
                *count += 1;
            }
        }
        Some(counts)
    }

    fn grey(&self, invert: bool, tally: Option<&[u32]>, look: impl Fn(i64) -> f64) -> Picture {
        let flip = if invert { 255 } else { 0 };
        let seen = |word: u32| look(self.value(word)) as u8 ^ flip;
        let data = match tally {
            // Most values of a word of 16 bits are nowhere.
            Some(counts) => {
                let values = (0_u32..).zip(counts);
                let table: Vec<u8> = values.map(|(at, count)| if *count > 0 { seen(at << self.shift) } else { 0 }).collect();
                let place = self.place();
                self.each(|word| table.get(place(word)).copied().unwrap_or(0))
            }
            None => self.each(seen),
        };
        Picture { width: self.frame.width, height: self.frame.height, samples: 1, data }
    }

    fn through(&self, palette: &Palette) -> Picture {
        thinned(self.frame, self.values().flat_map(|value| palette.colour(value)).collect())
    }

    fn colour(&self, photometric: Photometric) -> Picture {
        let luminance = matches!(photometric, Photometric::YbrFull | Photometric::YbrFull422);
        let eight = |at: usize| {
            let value = self.value(self.frame.sample(at));
            let value = if self.signed { value + (1_i64 << (self.bits - 1)) } else { value };
            if self.bits > 8 { (value >> (self.bits - 8)) as u8 } else { (value * 255 / ((1 << self.bits) - 1)) as u8 }
        };
        let mut data = Vec::with_capacity(self.pixels * 3);
        if (self.frame.word, self.samples, self.bits, self.shift, self.signed) == (1, 3, 8, 0, false) {
            data.extend_from_slice(self.frame.data.get(..self.pixels * 3).unwrap_or_default());
        } else {
            (0..self.pixels).for_each(|pixel| data.extend([0, 1, 2].map(|sample| eight(pixel * self.samples + sample))));
        }
        if luminance {
            data.as_chunks_mut::<3>().0.iter_mut().for_each(|pixel| *pixel = rgb(*pixel));
        }
        // Words of more bits than are used, or a dark frame: as bright as it can be without losing a value.
        let top = data.iter().copied().max().unwrap_or(0);
        if (1..128).contains(&top) {
            data.iter_mut().for_each(|value| *value = (u32::from(*value) * 255 / u32::from(top)) as u8);
        }
        thinned(self.frame, data)
    }

    /// What shines through has writing of its own, and hides some: colour on white, as screens show it, colour alone, and what shines
    /// through. The fourth sample is 0 where nothing does.
    fn layers(&self) -> Vec<Picture> {
        let (mut on_white, mut colours, mut through) = (Vec::new(), Vec::new(), Vec::new());
        for pixel in 0..self.pixels {
            let eight = |sample: usize| (self.value(self.frame.sample(pixel * 4 + sample)) >> self.bits.saturating_sub(8)) as u8;
            let clear = eight(3);
            for sample in 0..3 {
                let value = eight(sample);
                let mixed = u32::from(value) * u32::from(255 - clear) + 255 * u32::from(clear);
                on_white.push((mixed / 255) as u8);
                colours.push(value);
            }
            through.push(clear);
        }
        if through.iter().all(|clear| *clear == 0) {
            return vec![thinned(self.frame, colours)];
        }
        let through = Picture { width: self.frame.width, height: self.frame.height, samples: 1, data: through };
        vec![thinned(self.frame, on_white), thinned(self.frame, colours), through]
    }

    fn spread(&self, padding: Option<i32>, tally: Option<&[u32]>) -> Spread {
        let padding = padding.map(i64::from);
        match tally {
            Some(tally) => self.spread_of(padding, tally),
            None => self.spread_by_values(padding),
        }
    }

    /// Of what was counted already.
    fn spread_of(&self, padding: Option<i64>, tally: &[u32]) -> Spread {
        // From the lowest value to the highest.
        let (above, below) = tally.split_at(if self.signed { tally.len() / 2 } else { tally.len() });
        let first = if self.signed { -(1_i64 << (self.bits - 1)) } else { 0 };
        let ordered = (first..).zip(below.iter().chain(above));
        let mut counts: Vec<u32> = ordered.map(|(value, count)| if Some(value) == padding { 0 } else { *count }).collect();
        let is_there = |count: &u32| *count > 0;
        let Some((from, to)) = counts.iter().position(is_there).zip(counts.iter().rposition(is_there)) else { return Spread::NONE };
        counts.truncate(to + 1);
        Spread::of((first + from as i64, first + to as i64), 0, counts.get(from..).unwrap_or_default())
    }

    fn spread_by_values(&self, padding: Option<i64>) -> Spread {
        let counted = || self.values().filter(move |value| Some(*value) != padding);
        let (min, max) = counted().fold((i64::MAX, i64::MIN), |(min, max), value| (min.min(value), max.max(value)));
        if min > max {
            return Spread::NONE;
        }
        let shift = (64 - ((max - min) as u64).leading_zeros()).saturating_sub(16);
        let mut counts = vec![0_u32; ((max - min) >> shift) as usize + 1];
        for value in counted() {
            if let Some(count) = counts.get_mut(((value - min) >> shift) as usize) {
                *count += 1;
            }
        }
        Spread::of((min, max), shift, &counts)
    }
}

/// All values, and those of all but one in a hundred pixels at each end.
struct Spread {
    min: i64,
    low: i64,
    high: i64,
    max: i64,
}

impl Spread {
    const NONE: Self = Self { min: 0, low: 0, high: 0, max: 0 };

    /// Of how many pixels have each value from the lowest on, or each so many values.
    fn of((min, max): (i64, i64), shift: u32, counts: &[u32]) -> Self {
        let all: u64 = counts.iter().map(|count| u64::from(*count)).sum();
        let part = |hundredths: u64| {
            let mut left = all * hundredths / 100;
            let at = counts.iter().position(|count| {
                let here = left < u64::from(*count);
                left = left.saturating_sub(u64::from(*count));
                here
            });
            min + ((at.unwrap_or(0) as i64) << shift)
        };
        Self { min, low: part(1), high: part(99).min(max), max }
    }

    /// A value's grey, 0 to 255: rises all the way.
    fn body(&self, value: i64) -> f64 {
        let floor = if self.low > self.min { BODY.0 } else { 0.0 };
        let roof = if self.high < self.max { BODY.1 } else { 255.0 };
        let between = |from: i64, to: i64, low: f64, high: f64| {
            let share = if to > from { (value - from) as f64 / (to - from) as f64 } else { 1.0 };
            low + share.clamp(0.0, 1.0) * (high - low)
        };
        if value < self.low {
            between(self.min, self.low, 0.0, floor)
        } else if value <= self.high && self.high > self.low {
            between(self.low, self.high, floor, roof)
        } else if value <= self.low {
            floor
        } else {
            between(self.high, self.max, roof, 255.0)
        }
    }

    /// Whether a window shows steps that [`Spread::body`] does not: it does where it is much narrower.
    fn hides(&self, (low, high): (f64, f64)) -> bool {
        let body = (self.high - self.low) as f64;
        (high - low).abs() < body * 0.8 || body <= 0.0
    }
}

/// PS3.3 C.7.6.3.1.2, YBR_FULL; factors are times 2 to the power of 16.
fn rgb([y, b, r]: [u8; 3]) -> [u8; 3] {
    let (y, b, r) = ((i32::from(y) << 16) + (1 << 15), i32::from(b) - 128, i32::from(r) - 128);
    [y + 91_881 * r, y - 22_554 * b - 46_802 * r, y + 116_130 * b].map(|value| (value >> 16).clamp(0, 255) as u8)
}

/// A colour picture, or a grey one if there is no colour in it.
fn thinned(frame: &Frame, data: Vec<u8>) -> Picture {
    let grey = data.chunks_exact(3).all(|pixel| matches!(pixel, [r, g, b] if r == g && g == b));
    let (samples, data) = if grey { (1, data.into_iter().step_by(3).collect()) } else { (3, data) };
    Picture { width: frame.width, height: frame.height, samples, data }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn format(samples: u32, stored: u32, high_bit: u32, signed: bool, photometric: Photometric) -> Format {
        let bits_allocated = if stored > 8 { 16 } else { 8 };
        let sizes = (20, 20, samples, bits_allocated, stored, high_bit);
        let (rows, columns, samples, bits_allocated, bits_stored, high_bit) = sizes;
        Format { rows, columns, samples, bits_allocated, bits_stored, high_bit, signed, planar: false, photometric, big_endian: false }
    }

    fn frame(format: &Format, value: impl Fn(usize) -> i32) -> Frame {
        let mut frame = Frame::zeros(format).unwrap();
        for (at, word) in frame.data.chunks_exact_mut(format.word()).enumerate() {
            word.copy_from_slice(&value(at).to_le_bytes()[..word.len()]);
        }
        frame
    }

    #[test]
    fn writing_at_the_top_of_a_word_is_apart_from_bone() {
        let format = format(1, 16, 15, true, Photometric::Monochrome2);
        let frame = frame(&format, |at| if at < 3 { 32_767 } else { at as i32 * 6 - 1_000 });
        let looks = Looks { window: Some((40.0, 400.0)), ..Looks::default() };
        let seen = pictures(&frame, &format, &looks);
        assert_eq!(seen.len(), 2);
        // The window has both white.
        assert_eq!((seen[0].data[0], seen[0].data[399]), (255, 255));
        assert_eq!(seen[1].data[0], 255);
        assert!(seen[1].data[3..].iter().all(|value| *value <= 201));
    }

    #[test]
    fn the_lowest_value_of_monochrome1_is_white() {
        let format = format(1, 8, 7, false, Photometric::Monochrome1);
        let seen = pictures(&frame(&format, |at| (at % 256) as i32), &format, &Looks::default());
        assert_eq!((seen.len(), seen[0].data[0], seen[0].data[255]), (1, 255, 0));
    }

    #[test]
    fn bits_are_taken_from_where_they_lie() {
        let format = format(1, 12, 15, false, Photometric::Monochrome2);
        // The low four bits are not the sample's.
        let seen = pictures(&frame(&format, |at| (((at as i32 % 2) * 4_095) << 4) | 9), &format, &Looks::default());
        assert_eq!(seen[0].data[..2], [0, 255]);
    }

    #[test]
    fn colours_are_seen_and_so_are_indices() {
        let format = format(1, 8, 7, false, Photometric::Palette);
        let table = |value: u16| vec![0, value << 8, value << 8, value << 8];
        let palette = Palette { red: table(200), green: table(10), blue: table(10), first: 0 };
        let looks = Looks { palette: Some(palette), ..Looks::default() };
        let seen = pictures(&frame(&format, |at| (at % 4) as i32), &format, &looks);
        assert_eq!(seen.iter().map(|picture| picture.samples).collect::<Vec<_>>(), [3, 1]);
        assert_eq!(seen[0].data[3..6], [200, 10, 10]);
        // Two that look alike have indices of their own.
        assert_ne!(seen[1].data[1], seen[1].data[3]);
    }

    #[test]
    fn grey_in_three_samples_is_grey_and_luminance_is_colour() {
        let rgb = format(3, 8, 7, false, Photometric::Rgb);
        assert_eq!(pictures(&frame(&rgb, |at| (at / 3 % 256) as i32), &rgb, &Looks::default())[0].samples, 1);
        let ybr = Format { photometric: Photometric::YbrFull, ..rgb };
        let seen = pictures(&frame(&ybr, |at| [76, 85, 255][at % 3]), &ybr, &Looks::default());
        assert_eq!(seen[0].data[..3], [254, 0, 0]);
    }

    #[test]
    fn a_frame_that_is_too_short_has_no_picture() {
        let format = format(1, 8, 7, false, Photometric::Monochrome2);
        let mut frame = frame(&format, |_| 1);
        frame.data.pop();
        assert_eq!(pictures(&frame, &format, &Looks::default()), []);
    }
}

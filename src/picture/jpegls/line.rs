//! Lines of samples with their borders, and what is foretold of a sample by its neighbours (T.87 A.2.1 and A.3 to A.4).

use super::parameters::Parameters;

/// One component's line and the one above. Samples are at 1 to their number; before and after is the border.
pub struct Lines {
    pub above: Vec<i32>,
    pub line: Vec<i32>,
    /// RUNindex, which each component has for itself where lines are interleaved.
    pub run: usize,
}

impl Lines {
    pub fn new(columns: usize) -> Self {
        let line = vec![0; columns.saturating_add(2)];
        Self { above: line.clone(), line, run: 0 }
    }

    /// The next line: what was it is above, with its border on the right; the border on the left is the first sample above.
    pub fn next(&mut self) {
        std::mem::swap(&mut self.above, &mut self.line);
        if let [.., last, border] = &mut self.above[..] {
            *border = *last;
        }
        if let ([border, ..], [_, first, ..]) = (&mut self.line[..], &self.above[..]) {
            *border = *first;
        }
    }

    /// The neighbours of the sample at `x`, at least 1; `None` beyond the last.
    #[inline]
    pub fn around(&self, x: usize) -> Option<Around> {
        let [c, b, d] = *self.above.get(x - 1..)?.first_chunk()?;
        Some(Around { a: *self.line.get(x - 1)?, b, c, d })
    }

    #[inline]
    pub fn set(&mut self, x: usize, value: i32) {
        if let Some(sample) = self.line.get_mut(x) {
            *sample = value;
        }
    }

    /// The samples of the line, without its borders.
    pub fn samples(&self) -> &[i32] {
        if let [_, samples @ .., _] = &self.line[..] { samples } else { &[] }
    }
}

/// Neighbours: on the left, above, left above, right above.
#[derive(Clone, Copy)]
pub struct Around {
    pub a: i32,
    pub b: i32,
    c: i32,
    d: i32,
}

impl Around {
    /// The number of the context, 0 to 364, and whether its sign is turned; 0 is where all are alike.
    #[inline]
    pub fn context(&self, parameters: &Parameters) -> (usize, bool) {
        let q = |gradient| quantise(gradient, parameters);
        let number = q(self.d - self.b) * 81 + q(self.b - self.c) * 9 + q(self.c - self.a);
        (number.unsigned_abs() as usize, number < 0)
    }

    /// What the sample is likely to be, with the context's correction.
    #[inline]
    pub fn foretold(&self, correction: i32, turned: bool, max: i32) -> i32 {
        let (low, high) = if self.a < self.b { (self.a, self.b) } else { (self.b, self.a) };
        let median = if self.c >= high {
            low
        } else if self.c <= low {
            high
        } else {
            self.a + self.b - self.c
        };
        (median + if turned { -correction } else { correction }).clamp(0, max)
    }
}

/// -4 to 4.
#[inline]
fn quantise(gradient: i32, parameters: &Parameters) -> i32 {
    let [one, two, three] = parameters.thresholds;
    let size = gradient.abs();
    let region = i32::from(size > parameters.near) + i32::from(size >= one) + i32::from(size >= two) + i32::from(size >= three);
    if gradient < 0 { -region } else { region }
}

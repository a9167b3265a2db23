//! What was learned of errors of prediction so far, in each kind of surroundings (T.87 A.3 to A.7).

use super::parameters::Parameters;

/// The first of the run's two contexts has this length of code in addition to its own (T.87 A.2.1, J).
pub const RUN_LENGTHS: [u32; 32] = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15];

/// Surroundings of a sample in regular mode.
#[derive(Clone, Copy)]
pub struct Regular {
    /// Sum of errors, without their sign: A.
    size: u64,
    /// Sum of errors, what the correction has taken out of it: B.
    bias: i32,
    /// Correction of the prediction: C.
    pub correction: i32,
    /// Samples: N.
    count: u64,
}

impl Regular {
    pub const fn new(start: u64) -> Self {
        Self { size: start, bias: 0, correction: 0, count: 1 }
    }

    /// The parameter of the Golomb code: k.
    #[inline]
    pub fn golomb(&self) -> u32 {
        golomb(self.size, self.count)
    }

    /// An error as a number that is not negative (T.87 A.5.2).
    #[inline]
    pub fn map(&self, error: i32, k: u32, near: i32) -> u32 {
        let turned = self.is_turned(k, near);
        let error = if turned { -1 - error } else { error };
        // Errors have 17 bits with their sign.
        if error >= 0 { (2 * error) as u32 } else { (-2 * error - 1) as u32 }
    }

    /// The error of such a number.
    #[inline]
    pub fn unmap(&self, mapped: u32, k: u32, near: i32) -> i32 {
        let half = (mapped >> 1) as i32;
        let error = if mapped & 1 == 0 { half } else { -1 - half };
        if self.is_turned(k, near) { -1 - error } else { error }
    }

    #[inline]
    fn is_turned(&self, k: u32, near: i32) -> bool {
        near == 0 && k == 0 && i64::from(self.bias) * 2 <= -(self.count as i64)
    }

    /// T.87 A.6. Errors have 17 bits with their sign.
    #[inline]
    pub fn learn(&mut self, error: i32, parameters: &Parameters) {
        self.size += u64::from(error.unsigned_abs());
        self.bias += error * (2 * parameters.near + 1);
        if self.count == parameters.reset {
            self.size >>= 1;
            self.bias >>= 1;
            self.count >>= 1;
        }
        self.count += 1;
        // Two bytes: the largest RESET.
        let count = self.count as i32;
        if self.bias <= -count {
            self.bias = (self.bias + count).max(1 - count);
            self.correction = (self.correction - 1).max(-128);
        } else if self.bias > 0 {
            self.bias = (self.bias - count).min(0);
            self.correction = (self.correction + 1).min(127);
        }
    }
}

/// Surroundings of the sample that ends a run.
#[derive(Clone, Copy)]
pub struct Interruption {
    /// Whether the neighbours on the left and above are alike: RItype.
    alike: bool,
    size: u64,
    count: u64,
    /// Errors below zero: Nn.
    negative: u64,
}

impl Interruption {
    pub const fn new(start: u64, alike: bool) -> Self {
        Self { alike, size: start, count: 1, negative: 0 }
    }

    #[inline]
    pub fn golomb(&self) -> u32 {
        golomb(self.size + if self.alike { self.count >> 1 } else { 0 }, self.count)
    }

    /// T.87 A.7.2.2.
    #[inline]
    pub fn map(&self, error: i32, k: u32) -> u32 {
        let flag = error != 0 && (error < 0) == self.prefers_negative(k);
        (2 * error.unsigned_abs()).saturating_sub(u32::from(self.alike) + u32::from(flag))
    }

    /// The error of such a number.
    #[inline]
    pub fn unmap(&self, mapped: u32, k: u32) -> i32 {
        let sum = mapped + u32::from(self.alike);
        let flag = sum & 1 == 1;
        let size = sum.div_ceil(2) as i32;
        if flag == self.prefers_negative(k) { -size } else { size }
    }

    #[inline]
    fn prefers_negative(&self, k: u32) -> bool {
        k != 0 || 2 * self.negative >= self.count
    }

    /// T.87 A.7.2.3.
    #[inline]
    pub fn learn(&mut self, error: i32, mapped: u32, parameters: &Parameters) {
        self.negative += u64::from(error < 0);
        self.size += u64::from((mapped + 1).saturating_sub(u32::from(self.alike)) >> 1);
        if self.count == parameters.reset {
            self.size >>= 1;
            self.count >>= 1;
            self.negative >>= 1;
        }
        self.count += 1;
    }
}

/// The lowest k for which `count * 2^k` is not below `size` (T.87 A.5.1).
#[inline]
fn golomb(size: u64, count: u64) -> u32 {
    let mut k = 0;
    while k < 31 && (count << k) < size {
        k += 1;
    }
    k
}

/// All contexts of a scan.
pub struct Contexts {
    /// 9 * 9 * 9 gradients, half of them with the other sign.
    regular: Box<[Regular; 365]>,
    pub differing: Interruption,
    pub alike: Interruption,
}

impl Contexts {
    /// T.87 A.2.1.
    pub fn new(parameters: &Parameters) -> Self {
        let start = u64::try_from((parameters.range + 32) / 64).unwrap_or(0).max(2);
        Self {
            regular: Box::new([Regular::new(start); 365]),
            differing: Interruption::new(start, false),
            alike: Interruption::new(start, true),
        }
    }

    /// The context of a number from 0 to 364.
    #[inline]
    pub fn regular(&mut self, number: usize) -> &mut Regular {
        let [first, rest @ ..] = &mut *self.regular;
        if number == 0 { first } else { rest.get_mut(number - 1).unwrap_or(first) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parameters::Preset;
    use super::*;

    #[test]
    fn what_is_mapped_comes_back() {
        let parameters = Parameters::of(8, 0, &Preset::default()).unwrap();
        let mut contexts = Contexts::new(&parameters);
        for error in (-128..128).chain([-5; 70]).chain([5; 70]).chain([-1, 0].repeat(80)) {
            let context = contexts.regular(364);
            for k in 0..3 {
                assert_eq!(context.unmap(context.map(error, k, 0), k, 0), error);
            }
            context.learn(error, &parameters);
            for run in [&mut contexts.differing, &mut contexts.alike] {
                // Of neighbours that are alike, a sample that ends their run has an error.
                let error = if run.alike && error == 0 { 1 } else { error };
                for k in 0..3 {
                    assert_eq!(run.unmap(run.map(error, k), k), error, "{k}");
                }
                let mapped = run.map(error, run.golomb());
                run.learn(error, mapped, &parameters);
            }
        }
    }
}

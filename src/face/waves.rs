//! Unevenness that is the same every time: long waves in all directions. It hides no secret: what it is added to is smooth already.

use super::Point;

/// The shortest and the longest wave, mm.
const LENGTHS: (f32, f32) = (45.0, 110.0);
/// Waves in a field.
const COUNT: usize = 5;

/// Two fields, each within ±1.
pub(super) struct Waves([[[f32; 4]; COUNT]; 2]);

impl Waves {
    /// Of a volume of so many cells: no two shapes have the same.
    pub fn new(size: [usize; 3]) -> Self {
        let mut state = size.iter().fold(0x243f_6a88_85a3_08d3_u64, |state, cells| mixed(state ^ *cells as u64));
        let mut next = || {
            state = mixed(state);
            (state >> 40) as f32 / (1_u64 << 24) as f32
        };
        Self(std::array::from_fn(|_| {
            std::array::from_fn(|_| {
                let (short, long) = LENGTHS;
                let turn = std::f32::consts::TAU / (short + (long - short) * next());
                let (around, up) = (std::f32::consts::TAU * next(), 2.0 * next() - 1.0);
                let flat = (1.0 - up * up).max(0.0).sqrt();
                [turn * flat * around.cos(), turn * flat * around.sin(), turn * up, std::f32::consts::TAU * next()]
            })
        }))
    }

    /// Both at a place, mm.
    pub fn at(&self, [x, y, z]: Point) -> [f32; 2] {
        let Self(fields) = self;
        // Waves that meet by chance add up to the root of their number.
        let scale = (2.0 / COUNT as f32).sqrt() / 1.4;
        fields
            .map(|waves| waves.iter().map(|[a, b, c, phase]| (a * x + b * y + c * z + phase).sin()).sum::<f32>() * scale)
            .map(|wave| wave.clamp(-1.0, 1.0))
    }
}

/// SplitMix64
const fn mixed(state: u64) -> u64 {
    let z = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waves_are_even_on_the_whole_and_differ_from_shape_to_shape() {
        let places = || (0..4000).map(|i| [(i % 20) as f32 * 13.0, (i / 20 % 20) as f32 * 13.0, (i / 400) as f32 * 17.0]);
        let (one, other) = (Waves::new([50, 60, 70]), Waves::new([50, 60, 71]));
        let (mut sum, mut squares, mut differ) = (0.0, 0.0, 0);
        for place in places() {
            let [a, b] = one.at(place);
            sum += a;
            squares += a * a;
            differ += u32::from((a - b).abs() > 0.1) + u32::from((a - other.at(place).first().copied().unwrap_or(a)).abs() > 0.1);
        }
        assert!((sum / 4000.0).abs() < 0.2 && (squares / 4000.0 - 0.5).abs() < 0.25 && differ > 6000, "{sum} {squares} {differ}");
    }
}

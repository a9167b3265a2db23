//! What looks like chance and is the same every time: numbers from a seed, and smooth or rough noise in space.

/// A sequence of numbers (SplitMix64).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// From 0 to 1.
    pub fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }

    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.share()
    }

    /// One of `count`, from 0.
    pub fn one_of(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    pub fn happens(&mut self, share: f32) -> bool {
        self.share() < share
    }
}

const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Noise of a place: about normal, of deviation 1.
pub fn rough(seed: u64, [x, y, z]: [usize; 3]) -> f32 {
    let bits = mix(seed ^ (x as u64) ^ ((y as u64) << 20) ^ ((z as u64) << 40));
    let sum: u64 = (0..4).map(|part| (bits >> (16 * part)) & 0xffff).sum();
    (sum as f32 / 65535.0 - 2.0) * 1.732
}

/// Three fields of long waves, each about within ±1.
#[derive(Clone, Debug)]
pub struct Waves([[f32; 4]; 9]);

impl Waves {
    /// Waves of `low` to `high` mm.
    pub fn new(chance: &mut Chance, low: f32, high: f32) -> Self {
        Self(std::array::from_fn(|_| {
            let turn = std::f32::consts::TAU / chance.between(low, high);
            let (a, b) = (chance.between(0.0, std::f32::consts::TAU), chance.between(-1.0, 1.0));
            let flat = (1.0 - b * b).sqrt();
            [turn * flat * a.cos(), turn * flat * a.sin(), turn * b, chance.between(0.0, std::f32::consts::TAU)]
        }))
    }

    pub fn at(&self, [x, y, z]: [f32; 3]) -> [f32; 3] {
        std::array::from_fn(|axis| self.0[3 * axis..3 * axis + 3].iter().map(|[a, b, c, d]| (a * x + b * y + c * z + d).sin() / 2.0).sum())
    }
}

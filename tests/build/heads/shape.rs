//! A person: the average head with a nose, lips, a chin and ears of their own, and what is inside of it. All in the template's mm.

use super::average;
use super::chance::{Chance, Waves};

type V = [f32; 3];

/// What there is at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Matter {
    Air,
    Skin,
    Fat,
    Muscle,
    Bone,
    Grey,
    White,
    Water,
    Eye,
}

/// A face: how far each feature is from the usual, and waves that bend the whole head.
#[derive(Clone, Debug)]
pub struct Person {
    nose: V,
    chin: V,
    lips: f32,
    brow: f32,
    cheek: f32,
    ear: f32,
    eyes: f32,
    thick: f32,
    bend: Waves,
    amplitude: f32,
}

impl Person {
    pub fn new(seed: u64) -> Self {
        let mut chance = Chance::new(seed.wrapping_add(77));
        Self {
            nose: [chance.between(0.85, 1.2), chance.between(-5.0, 5.0), chance.between(-7.0, 5.0)],
            chin: [chance.between(0.9, 1.15), chance.between(-6.0, 5.0), chance.between(-4.0, 10.0)],
            lips: chance.between(-1.0, 2.0),
            brow: chance.between(-1.5, 2.5),
            cheek: chance.between(-3.0, 5.0),
            ear: chance.between(0.85, 1.15),
            eyes: chance.between(-2.5, 2.5),
            thick: chance.between(0.6, 1.5),
            bend: Waves::new(&mut chance, 110.0, 220.0),
            amplitude: chance.between(0.5, 2.5),
        }
    }

    /// Bent to where the unbent head is known.
    fn unbent(&self, [x, y, z]: V) -> V {
        let [a, b, c] = self.bend.at([x, y, z]);
        [x + a * self.amplitude, y + b * self.amplitude, z + c * self.amplitude]
    }

    /// Signed distance to the skin (negative inside), and what is there.
    pub fn at(&self, place: V) -> (f32, Matter) {
        let p = self.unbent(place);
        let skin = self.skin(p);
        (skin, if skin > 0.0 { Matter::Air } else { self.inside(p, -skin) })
    }

    /// Signed distance to the brain's surface.
    pub fn brain(&self, place: V) -> f32 {
        let [x, y, z] = self.unbent(place);
        (average::brain([x, y, z]) + 2.0).max(-70.0 - z)
    }

    fn skin(&self, [x, y, z]: V) -> f32 {
        let p = [x.abs(), y, z];
        let mut d = average::scalp([x, y, z.max(-66.0)]) + 0.45 * (-66.0 - z).max(0.0);
        if d > 45.0 && z > -30.0 {
            return d;
        }
        if z < 10.0 {
            d = self.ears(p, d);
        }
        if z < 20.0 && y > 0.0 {
            d = self.upper(p, d);
        }
        if z < -40.0 {
            d = self.lower(p, d);
        }
        d
    }

    fn ears(&self, p: V, d: f32) -> f32 {
        let r = self.ear;
        let lean = [p[0] - 0.25 * (p[1] + 26.0) * -1.0, p[1] + 0.2 * (p[2] + 52.0), p[2]];
        let shell = ellipsoid(lean, [87.0, -26.0, -52.0], [7.0 * r, 18.0 * r, 33.0 * r]);
        let hollow = ellipsoid(lean, [95.0, -22.0, -50.0], [6.0, 9.0 * r, 17.0 * r]);
        cut(join(d, shell, 4.0), hollow, 3.0)
    }

    /// Brow, orbits, eyes and cheeks.
    fn upper(&self, p: V, d: f32) -> f32 {
        let apart = 33.0 + self.eyes;
        let brow = capsule(p, [10.0, 79.0, -22.0], [44.0, 67.0, -21.0], 7.0 + self.brow, 5.0 + self.brow);
        let mut d = join(d, brow, 8.0);
        d = cut(d, ellipsoid(p, [apart + 1.0, 92.0, -43.0], [17.0, 12.0, 10.0]), 9.0);
        d = join(d, sphere(p, [apart, 65.0, -43.0], 13.0), 3.0);
        d = cut(d, capsule(p, [apart - 10.0, 79.5, -44.0], [apart + 10.0, 77.0, -45.0], 1.2, 1.2), 1.0);
        join(d, ellipsoid(p, [42.0, 56.0 + self.cheek, -74.0], [24.0, 22.0, 24.0]), 12.0)
    }

    /// Nose, mouth, jaw and neck.
    fn lower(&self, p: V, d: f32) -> f32 {
        let [x, y, z] = p;
        let [wide, out, long] = self.nose;
        let mid = ellipsoid(p, [0.0, 44.0, -98.0], [52.0, 44.0, 46.0]);
        let mut d = join(d, mid, 12.0);
        let (tip_y, tip_z) = (104.0 + out, -88.0 + long);
        let bridge = capsule(p, [0.0, 80.0, -46.0], [0.0, tip_y, tip_z], 7.0 * wide, 8.5 * wide);
        let wings = sphere(p, [11.0 * wide, tip_y - 13.0, tip_z - 3.0], 8.0 * wide);
        d = join(d, join(bridge, wings, 4.0), 6.0);
        d = cut(d, sphere(p, [6.0 * wide, tip_y - 9.0, tip_z - 10.0], 3.4), 1.5);
        let full = self.lips;
        let upper = capsule(p, [0.0, 87.0, -114.0], [24.0, 77.0, -118.0], 5.0 + full, 3.0);
        let under = capsule(p, [0.0, 86.0, -126.0], [21.0, 76.5, -121.0], 5.4 + full, 3.0);
        d = join(d, upper.min(under), 3.0);
        d = cut(d, capsule(p, [0.0, 93.0, -119.5], [26.0, 82.0, -119.5], 1.2, 1.2), 1.5);
        let [broad, forth, down] = self.chin;
        let tip = [0.0, 68.0 + forth, -152.0 + down];
        let jaw = capsule(p, tip, [46.0 * broad, 8.0, -124.0], 18.0, 15.0);
        let floor = ellipsoid(p, [0.0, 26.0, -132.0], [43.0 * broad, 46.0, 26.0]);
        let knob = sphere(p, [0.0, tip[1] + 5.0, tip[2] - 1.0], 15.0);
        d = join(d, join(join(jaw, floor, 20.0), knob, 10.0), 16.0);
        let round = ((x / 60.0).powi(2) + ((y + 30.0 + 0.08 * (z + 100.0)) / 58.0).powi(2)).sqrt();
        join(d, (round - 1.0) * 58.0 + (z + 60.0).max(0.0), 14.0)
    }

    fn inside(&self, p: V, deep: f32) -> Matter {
        let [x, y, z] = p;
        let side = [x.abs(), y, z];
        let cavity = average::brain(p).max(-74.0 - z);
        if cavity < 0.0 {
            let [a, b, _] = self.bend.at([3.0 * x, 3.0 * y, 3.0 * z]);
            let ventricle = ellipsoid(side, [12.0, -18.0, 14.0], [8.0, 38.0, 13.0]);
            return match () {
                () if cavity > -2.0 || ventricle < 0.0 => Matter::Water,
                () if cavity > -7.0 + 2.0 * a || (cavity > -14.0 && b > 0.4) => Matter::Grey,
                () => Matter::White,
            };
        }
        if deep > 5.0 && self.hollow(side) {
            return Matter::Air;
        }
        let apart = 33.0 + self.eyes;
        if sphere(side, [apart, 65.0, -43.0], 12.0) < 0.0 {
            return Matter::Eye;
        }
        let orbit = capsule(side, [apart + 1.0, 72.0, -43.0], [12.0, 12.0, -38.0], 18.0, 5.0) < 0.0;
        if orbit {
            return Matter::Fat;
        }
        if self.bone(side, deep, cavity) {
            return Matter::Bone;
        }
        match deep {
            d if d < 2.0 => Matter::Skin,
            d if d < 2.0 + 3.0 * self.thick => Matter::Fat,
            _ => Matter::Muscle,
        }
    }

    /// Sinuses and airways.
    fn hollow(&self, p: V) -> bool {
        let septum = p[0] < 1.2;
        ellipsoid(p, [30.0, 56.0, -82.0], [13.0, 16.0, 16.0]) < 0.0
            || (!septum && ellipsoid(p, [0.0, 58.0, -84.0], [13.0, 36.0, 22.0]) < 0.0)
            || (self.brow > 0.0 && ellipsoid(p, [9.0, 76.0, -16.0], [9.0, 5.0, 9.0]) < 0.0)
            || ellipsoid(p, [9.0, 44.0, -46.0], [7.0, 18.0, 11.0]) < 0.0
            || capsule(p, [0.0, 16.0, -92.0], [0.0, 0.0, -230.0], 9.0, 8.0) < 0.0
    }

    fn bone(&self, p: V, deep: f32, cavity: f32) -> bool {
        let [x, y, z] = p;
        let skull = cavity < 3.0 + 4.0 * self.thick && deep > 2.5 && z > -66.0;
        let [broad, forth, down] = self.chin;
        let face = deep > 6.0 && deep < 9.5 && y > 22.0 && x < 64.0 && (-112.0..-18.0).contains(&z);
        let jaw = capsule(p, [0.0, 67.0 + forth, -150.0 + down], [48.0 * broad, 8.0, -122.0], 10.0, 8.0).min(capsule(
            p,
            [48.0 * broad, 8.0, -122.0],
            [52.0, -2.0, -70.0],
            7.0,
            6.0,
        ));
        let teeth = capsule(p, [0.0, 70.0, -119.0], [26.0, 44.0, -119.0], 8.0, 8.0);
        let spine = capsule(p, [0.0, -42.0, -80.0], [0.0, -50.0, -260.0], 15.0, 15.0);
        let cord = capsule(p, [0.0, -42.0, -70.0], [0.0, -50.0, -260.0], 7.0, 7.0);
        skull || face || (deep > 4.0 && jaw.min(teeth) < 0.0) || (spine < 0.0 && cord > 0.0)
    }
}

/// The union of two shapes, round where they meet.
fn join(a: f32, b: f32, round: f32) -> f32 {
    let h = (round - (a - b).abs()).max(0.0) / round;
    a.min(b) - h * h * round / 4.0
}

/// A shape without another, round where they meet.
fn cut(a: f32, b: f32, round: f32) -> f32 {
    -join(-a, b, round)
}

fn sphere([x, y, z]: V, [a, b, c]: V, radius: f32) -> f32 {
    ((x - a).powi(2) + (y - b).powi(2) + (z - c).powi(2)).sqrt() - radius
}

/// About the distance.
fn ellipsoid([x, y, z]: V, [a, b, c]: V, [r, s, t]: V) -> f32 {
    let (x, y, z) = ((x - a) / r, (y - b) / s, (z - c) / t);
    let near = (x * x + y * y + z * z).sqrt();
    let steep = ((x / r).powi(2) + (y / s).powi(2) + (z / t).powi(2)).sqrt();
    if steep < 1e-6 { -r.min(s).min(t) } else { near * (near - 1.0) / steep }
}

/// A rod whose radius goes from one to another.
fn capsule([x, y, z]: V, a: V, b: V, from: f32, to: f32) -> f32 {
    let (p, line) = ([x - a[0], y - a[1], z - a[2]], [b[0] - a[0], b[1] - a[1], b[2] - a[2]]);
    let along = (p[0] * line[0] + p[1] * line[1] + p[2] * line[2]) / line.iter().map(|v| v * v).sum::<f32>();
    let h = along.clamp(0.0, 1.0);
    let off = [p[0] - line[0] * h, p[1] - line[1] * h, p[2] - line[2] * h];
    off.iter().map(|v| v * v).sum::<f32>().sqrt() - (from + (to - from) * h)
}

//! Bodies to be looked for, made of the template itself and of plain shapes.

use super::pose::{MIDDLE, Pose};
use super::template::Template;
use super::{Grid, Lattice, Modality, Point, Solid};

/// A value at each place, within bounds.
pub(super) struct Body<F: Fn(Point) -> f32> {
    pub(super) low: Point,
    pub(super) high: Point,
    pub(super) value: F,
}

impl<F: Fn(Point) -> f32> Solid for Body<F> {
    fn bounds(&self) -> (Point, Point) {
        (self.low, self.high)
    }

    fn sample(&self, lattice: &Lattice) -> Grid {
        let within = |place: Point| (0..3).all(|axis| (self.low[axis]..=self.high[axis]).contains(&place[axis]));
        let seen: Vec<bool> = lattice.places().map(within).collect();
        let values = lattice.places().map(&self.value).collect();
        Grid { lattice: lattice.clone(), values, seen }
    }
}

/// The template's scalp as a surface, with a face, a nose, a neck, bone and a brain whose halves are alike.
pub(super) struct Statue {
    pose: Pose,
    modality: Modality,
    /// How far the scalp is from the middle, by longitude and latitude; 0 where there is none.
    scalp: Vec<f32>,
}

const LONGITUDES: usize = 48;
const LATITUDES: usize = 24;

fn direction([x, y, z]: Point) -> usize {
    let (longitude, latitude) = (y.atan2(x), (z / (x * x + y * y + z * z).sqrt().max(1e-3)).asin());
    let part = |angle: f32, all: f32, count: usize| (((angle / all + 0.5) * count as f32) as usize).min(count - 1);
    let (pi, half) = (std::f32::consts::PI, std::f32::consts::FRAC_PI_2);
    part(latitude, half * 2.0, LATITUDES) * LONGITUDES + part(longitude, pi * 2.0, LONGITUDES)
}

impl Statue {
    pub(super) fn new(pose: Pose, modality: Modality) -> Self {
        let mut sums = vec![(0.0_f32, 0.0_f32); LONGITUDES * LATITUDES];
        for point in Template::load().scalp {
            let from = [0, 1, 2].map(|axis| point[axis] - MIDDLE[axis]);
            let sum = &mut sums[direction(from)];
            *sum = (sum.0 + from.iter().map(|part| part * part).sum::<f32>().sqrt(), sum.1 + 1.0);
        }
        // What no point lies in has its neighbour's.
        let mut last = 90.0;
        let scalp = sums.iter().map(|(sum, count)| {
            last = if *count > 0.0 { sum / count } else { last };
            last
        });
        Self { pose, modality, scalp: scalp.collect() }
    }

    pub(super) fn value(&self, place: Point) -> f32 {
        let at @ [x, y, z] = self.pose.to_template(place);
        let from = [0, 1, 2].map(|axis| at[axis] - MIDDLE[axis]);
        let share = from.iter().map(|part| part * part).sum::<f32>().sqrt() / self.scalp[direction(from)];
        let cranium = share < 1.0 && z > -75.0;
        let face = y < 82.0 && y > 0.0 && x.abs() < 60.0 - 0.004 * y * y && z > -125.0 && z < 0.0;
        let nose = (82.0..102.0).contains(&y) && x.abs() < 14.0 && (-70.0..-35.0).contains(&z);
        let neck = x.abs() < 55.0 && (y + 30.0).abs() < 60.0 && z <= -60.0;
        let texture = (x.abs() / 9.0).sin() * (y / 11.0).cos() * (z / 10.0).cos();
        let [air, skin, bone, brain] = match self.modality {
            Modality::Ct => [-1000.0, 40.0, 900.0, 35.0 + 15.0 * texture],
            Modality::Mr => [2.0, 300.0, 60.0, 600.0 + 200.0 * texture],
            Modality::Pet => [0.1, 2.0, 1.5, 8.0 + 2.0 * texture],
        };
        if cranium && z > -50.0 && share < 0.86 {
            brain
        } else if cranium && z > -50.0 && share < 0.93 {
            bone
        } else if cranium || face || nose || neck {
            skin
        } else {
            air
        }
    }

    /// With room around it.
    pub(super) fn body(self) -> Body<impl Fn(Point) -> f32> {
        let [x, y, z] = self.pose.place.map(|part| part as f32);
        Body { low: [x - 120.0, y - 130.0, z - 150.0], high: [x + 120.0, y + 135.0, z + 125.0], value: move |place| self.value(place) }
    }
}

//! Solids that are no head.

use scan_scrubber::face::{Grid, Lattice, Solid};

use super::chance::rough;

/// Things that scanners see, and things that they do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A trunk with spine, liver, kidneys and gas.
    Abdomen,
    /// A trunk with lungs.
    Chest,
    /// Two legs with bones.
    Knees,
    /// A cylinder of water, as for calibration.
    Cylinder,
    /// A ball of water.
    Ball,
    /// A head that is nothing but its brain.
    Brain,
    /// Air and noise.
    Empty,
    /// One value everywhere.
    Constant,
    /// One frame of a trunk.
    Single,
}

impl Thing {
    pub const ALL: [Self; 9] =
        [Self::Abdomen, Self::Chest, Self::Knees, Self::Cylinder, Self::Ball, Self::Brain, Self::Empty, Self::Constant, Self::Single];

    /// In HU.
    fn at(self, [x, y, z]: [f32; 3]) -> f32 {
        let oval = |a: f32, b: f32, r: f32, s: f32| ((x - a) / r).powi(2) + ((y - b) / s).powi(2);
        let ball = |a: f32, b: f32, c: f32, r: f32| ((x - a).powi(2) + (y - b).powi(2) + (z - c).powi(2)).sqrt() - r;
        let spine = oval(0.0, -70.0, 18.0, 20.0) < 1.0;
        match self {
            Self::Abdomen | Self::Single => match () {
                () if oval(0.0, 0.0, 165.0, 115.0) > 1.0 => -1000.0,
                () if spine => 500.0,
                () if oval(0.0, 0.0, 145.0, 95.0) > 1.0 => -90.0,
                () if ball(30.0, 40.0, 20.0, 25.0) < 0.0 => -800.0,
                () => 50.0,
            },
            Self::Chest => match () {
                () if oval(0.0, 0.0, 170.0, 110.0) > 1.0 => -1000.0,
                () if spine => 500.0,
                () if oval(75.0, 0.0, 60.0, 80.0) < 1.0 || oval(-75.0, 0.0, 60.0, 80.0) < 1.0 => -850.0,
                () => 40.0,
            },
            Self::Knees => match () {
                () if oval(80.0, 0.0, 60.0, 65.0) > 1.0 && oval(-80.0, 0.0, 60.0, 65.0) > 1.0 => -1000.0,
                () if oval(80.0, 0.0, 25.0, 25.0) < 1.0 || oval(-80.0, 0.0, 25.0, 25.0) < 1.0 => 700.0,
                () => 40.0,
            },
            Self::Cylinder => {
                if oval(0.0, 0.0, 100.0, 100.0) > 1.0 {
                    -1000.0
                } else {
                    0.0
                }
            }
            Self::Ball => {
                if ball(0.0, 0.0, 0.0, 85.0) > 0.0 {
                    -1000.0
                } else {
                    0.0
                }
            }
            Self::Brain => {
                let inside = (x / 68.0).powi(2) + (y / 84.0).powi(2) + (z / 62.0).powi(2) < 1.0;
                if inside { 35.0 } else { -1000.0 }
            }
            Self::Empty => -1000.0,
            Self::Constant => 7.0,
        }
    }
}

impl Solid for Thing {
    fn bounds(&self) -> ([f32; 3], [f32; 3]) {
        let high = if *self == Self::Single { 0.0 } else { 130.0 };
        ([-190.0, -150.0, -high], [190.0, 150.0, high])
    }

    fn sample(&self, lattice: &Lattice) -> Grid {
        let (low, high) = self.bounds();
        let mut grid = Grid { lattice: lattice.clone(), values: Vec::new(), seen: Vec::new() };
        for z in 0..lattice.size[2] {
            for y in 0..lattice.size[1] {
                for x in 0..lattice.size[0] {
                    let place = lattice.place([x, y, z]);
                    grid.seen.push((0..3).all(|axis| place[axis] >= low[axis] - 1.0 && place[axis] <= high[axis] + 1.0));
                    let noise = if *self == Self::Constant { 0.0 } else { 8.0 * rough(1, [x, y, z]) };
                    grid.values.push(self.at(place) + noise);
                }
            }
        }
        grid
    }
}

//! How a head is imaged: pose, contrast, frames, faults.

use super::chance::Chance;

/// What makes the image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contrast {
    Ct,
    T1,
    T2,
    Pd,
    Pet,
}

impl Contrast {
    pub const ALL: [Self; 5] = [Self::Ct, Self::T1, Self::T2, Self::Pd, Self::Pet];

    /// (0008,0060)
    pub const fn modality(self) -> &'static str {
        match self {
            Self::Ct => "CT",
            Self::Pet => "PT",
            _ => "MR",
        }
    }

    /// Values of air, skin, fat, muscle, bone, grey matter, white matter, water, eye.
    pub const fn values(self) -> [f32; 9] {
        match self {
            Self::Ct => [-1000.0, 20.0, -90.0, 50.0, 900.0, 38.0, 28.0, 8.0, 12.0],
            Self::T1 => [0.0, 420.0, 900.0, 420.0, 60.0, 480.0, 650.0, 180.0, 160.0],
            Self::T2 => [0.0, 330.0, 520.0, 220.0, 50.0, 420.0, 330.0, 950.0, 900.0],
            Self::Pd => [0.0, 520.0, 640.0, 500.0, 80.0, 700.0, 620.0, 680.0, 650.0],
            Self::Pet => [0.02, 0.9, 0.7, 1.1, 1.2, 7.0, 4.0, 1.5, 1.0],
        }
    }

    /// An iso-value between air and skin.
    pub const fn iso(self) -> f32 {
        match self {
            Self::Ct => -400.0,
            Self::Pet => 0.4,
            _ => 150.0,
        }
    }

    /// Air and soft tissue.
    pub const fn dose(self) -> (f32, f32) {
        (self.values()[0], self.values()[3])
    }
}

/// All that can be chosen.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Whose head: there are as many faces as numbers.
    pub person: u64,
    /// Seed of the noise.
    pub seed: u64,
    /// Rotations about x, y and z, degrees: pitch, roll and yaw.
    pub turned: [f32; 3],
    /// mm of the patient for each of the template's, along the head's own axes.
    pub scale: [f32; 3],
    /// Where the template's (0, -17, 10) lies, mm.
    pub centre: [f32; 3],
    /// What the tags have got wrong: one of the 24 rotations of a cube; 0 for right.
    pub wrong: usize,
    pub contrast: Contrast,
    /// Deviation of the noise, as a share of the brightest tissue (CT: of 1000 HU).
    pub noise: f32,
    /// How much brighter one side of the image is.
    pub bias: f32,
    /// Where the holder and the table are, if any: the direction of the floor.
    pub floor: Option<[f32; 3]>,
    /// The axis across which frames lie: 0 sagittal, 1 coronal, 2 axial.
    pub axis: usize,
    /// Thickness of a frame, mm, and from one to the next.
    pub thickness: f32,
    pub distance: f32,
    /// By how much frames are tilted about x, degrees.
    pub tilt: f32,
    /// The table moves along z whatever the tilt, as in a CT's gantry.
    pub gantry: bool,
    /// Frames count the other way, and rows too: the other handedness.
    pub reverse: bool,
    /// The number of the frame at which the distance changes, and the distance from there on.
    pub change: Option<(usize, f32)>,
    /// What is imaged of the head along the template's axes: lowest and highest.
    pub field: ([f32; 3], [f32; 3]),
    /// mm between pixels of a frame.
    pub spacing: f32,
}

impl Setup {
    /// A head imaged whole, straight and finely.
    pub const fn plain(person: u64, contrast: Contrast) -> Self {
        Self {
            person,
            seed: person,
            turned: [0.0; 3],
            scale: [0.93, 0.98, 0.88],
            centre: [3.0, -8.0, 20.0],
            wrong: 0,
            contrast,
            noise: 0.01,
            bias: 1.0,
            floor: None,
            axis: 2,
            thickness: 2.0,
            distance: 2.0,
            tilt: 0.0,
            gantry: false,
            reverse: false,
            change: None,
            field: ([-105.0, -135.0, -195.0], [105.0, 135.0, 112.0]),
            spacing: 1.5,
        }
    }

    /// Anything that a scanner may do, and still shows enough of the head.
    pub fn random(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let contrast = Contrast::ALL[chance.one_of(5)];
        let (ct, pet) = (contrast == Contrast::Ct, contrast == Contrast::Pet);
        let size = chance.between(0.93, 1.07);
        let axis = if ct || pet { 2 } else { chance.one_of(3) };
        let thickness = if pet { chance.between(2.0, 4.0) } else { [1.0, 1.5, 2.5, 4.0, 5.0, 7.0][chance.one_of(6)] };
        let gap = if ct || pet || chance.happens(0.5) { 0.0 } else { chance.between(0.0, 0.3) * thickness };
        let floors = [[0.0, -1.0, 0.0], [0.0, -1.0, 0.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [-1.0, 0.0, 0.0]];
        Self {
            person: seed % 6,
            seed,
            turned: [chance.between(-25.0, 25.0), chance.between(-14.0, 14.0), chance.between(-18.0, 18.0)],
            scale: [0.93, 0.98, 0.88].map(|usual| usual * size * chance.between(0.97, 1.03)),
            centre: [chance.between(-20.0, 20.0), chance.between(-30.0, 30.0), chance.between(-200.0, 200.0)],
            wrong: 0,
            contrast,
            noise: if ct { chance.between(0.005, 0.04) } else { chance.between(0.01, 0.06) },
            bias: if ct || pet { 1.0 } else { chance.between(1.0, 3.0) },
            floor: ct.then(|| floors[chance.one_of(5)]),
            axis,
            thickness,
            distance: thickness + gap,
            tilt: if chance.happens(0.4) { chance.between(-20.0, 20.0) } else { 0.0 },
            gantry: ct,
            reverse: chance.happens(0.5),
            change: (ct && chance.happens(0.3)).then(|| (12, thickness * 1.6)),
            field: (
                [-105.0, -135.0, chance.between(-200.0, -120.0)],
                [105.0, 135.0, if chance.happens(0.3) { chance.between(70.0, 112.0) } else { 112.0 }],
            ),
            spacing: 1.5,
        }
    }

    /// Nothing but a face: sinuses, orbits or teeth.
    pub fn face_only(seed: u64) -> Self {
        let mut setup = Self::random(seed);
        let mut chance = Chance::new(seed ^ 0xface);
        let (low, high) = [(-135.0, -45.0), (-110.0, -20.0), (-165.0, -80.0), (-80.0, -5.0)][chance.one_of(4)];
        setup.field = ([-80.0, -30.0, low], [80.0, 135.0, high]);
        setup.axis = 2;
        setup.turned = setup.turned.map(|degrees| degrees / 2.0);
        setup.thickness = setup.thickness.min(3.0);
        setup.distance = setup.thickness;
        setup.change = None;
        setup
    }
}

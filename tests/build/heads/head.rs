//! A head as a scanner sees it.

use std::sync::Arc;

use scan_scrubber::face::{Grid, Lattice, Plane, Solid};

use super::body::Body;
use super::chance::{Chance, Waves, rough};
use super::rotation::{Rotation, V, about, add, after, back, cross, dot, of_a_cube, turn};
use super::setup::{Contrast, Setup};
use super::shape::{Matter, Person};

const MIDDLE: V = [0.0, -17.0, 10.0];

/// A person, imaged.
#[derive(Clone, Debug)]
pub struct Head {
    pub setup: Setup,
    body: Arc<Body>,
    person: Person,
    pose: Rotation,
    wrong: Rotation,
    bias: Waves,
    /// Of the frames, as they truly lie.
    along: V,
    down: V,
    /// From one frame to the next, of length 1.
    step: V,
    corner: V,
    offsets: Vec<f32>,
    columns: usize,
    rows: usize,
    /// Frames are said to lie as far apart as the first two do.
    even: bool,
}

impl Head {
    pub fn new(setup: Setup) -> Self {
        let [pitch, roll, yaw] = setup.turned;
        let pose = after(&about(2, yaw), &after(&about(1, roll), &about(0, pitch)));
        let mut head = Self {
            body: Body::of(setup.person),
            person: Person::new(setup.person),
            pose,
            wrong: of_a_cube(setup.wrong),
            bias: Waves::new(&mut Chance::new(setup.seed ^ 5), 300.0, 500.0),
            along: [-1.0, 0.0, 0.0],
            down: [0.0, -1.0, 0.0],
            step: [0.0, 0.0, 1.0],
            corner: [0.0; 3],
            offsets: Vec::new(),
            columns: 0,
            rows: 0,
            even: false,
            setup,
        };
        head.lay_frames();
        head
    }

    pub fn random(seed: u64) -> Self {
        Self::new(Setup::random(seed))
    }

    /// The same, but said to have its frames evenly spaced whatever they are.
    pub fn even(mut self) -> Self {
        self.even = true;
        self
    }

    fn lay_frames(&mut self) {
        let setup = &self.setup;
        let (along, down): (V, V) = match setup.axis {
            0 => ([0.0, -1.0, 0.0], [0.0, 0.0, -1.0]),
            1 => ([-1.0, 0.0, 0.0], [0.0, 0.0, -1.0]),
            _ => ([-1.0, 0.0, 0.0], [0.0, -1.0, 0.0]),
        };
        let tilt = about(usize::from(setup.axis == 0) * 2, setup.tilt);
        (self.along, self.down) = (turn(&tilt, along), turn(&tilt, down));
        if setup.reverse {
            self.down = self.down.map(|v| -v);
        }
        let normal = cross(self.along, self.down);
        self.step = if setup.gantry { [0.0, 0.0, normal[2].signum()] } else { normal };
        let lean = dot(self.step, normal);
        // A box around what is imaged of the head.
        let (low, high) = setup.field;
        let corners = (0..8u8).map(|k| self.truly(std::array::from_fn(|axis| if k & (1 << axis) == 0 { low[axis] } else { high[axis] })));
        let (mut least, mut most) = ([f32::MAX; 3], [f32::MIN; 3]);
        for corner in corners {
            for (k, direction) in [self.along, self.down, self.step].into_iter().enumerate() {
                // Leaning coordinates: what is left along the step comes off the others.
                let out = dot(corner, normal) / lean;
                let value = if k == 2 { out } else { dot(add(corner, self.step, -out), direction) };
                (least[k], most[k]) = (least[k].min(value), most[k].max(value));
            }
        }
        self.columns = ((most[0] - least[0]) / setup.spacing) as usize + 1;
        self.rows = ((most[1] - least[1]) / setup.spacing) as usize + 1;
        self.corner = add(add(add([0.0; 3], self.along, least[0]), self.down, least[1]), self.step, least[2]);
        let mut at = 0.0;
        while at <= most[2] - least[2] {
            self.offsets.push(at);
            at += setup.change.filter(|(from, _)| self.offsets.len() >= *from).map_or(setup.distance, |(_, distance)| distance);
        }
    }

    /// A place of the template in the room.
    fn truly(&self, [x, y, z]: V) -> V {
        let [sx, sy, sz] = self.setup.scale;
        add(turn(&self.pose, [(x - MIDDLE[0]) * sx, (y - MIDDLE[1]) * sy, (z - MIDDLE[2]) * sz]), self.setup.centre, 1.0)
    }

    /// A place of the template as the file's tags have it.
    pub fn place(&self, template: V) -> V {
        turn(&self.wrong, self.truly(template))
    }

    /// A direction of the template as the file's tags have it, of length 1.
    pub fn direction(&self, template: V) -> V {
        let [sx, sy, sz] = self.setup.scale;
        let v = turn(&self.wrong, turn(&self.pose, [template[0] / sx, template[1] / sy, template[2] / sz]));
        let length = dot(v, v).sqrt();
        v.map(|c| c / length)
    }

    /// A place of the file in the template.
    pub fn template(&self, place: V) -> V {
        self.in_template(back(&self.wrong, place))
    }

    fn in_template(&self, place: V) -> V {
        let p = back(&self.pose, add(place, self.setup.centre, -1.0));
        std::array::from_fn(|axis| p[axis] / self.setup.scale[axis] + MIDDLE[axis])
    }

    /// Places of the brain that were imaged.
    pub fn brain(&self) -> Vec<V> {
        self.body.brain.iter().map(|place| self.place(*place)).filter(|place| self.is_imaged(*place)).collect()
    }

    /// Places of the face's skin that were imaged, and where they face.
    pub fn face(&self) -> Vec<(V, V)> {
        let all = self.body.face.iter().map(|(place, normal)| (self.place(*place), self.direction(*normal)));
        all.filter(|(place, _)| self.is_imaged(*place)).collect()
    }

    /// Signed distance to the skin, about mm, negative inside.
    pub fn skin(&self, place: V) -> f32 {
        self.body.at(self.template(place)).0 * self.setup.scale[1]
    }

    /// Whether there is something but air.
    pub fn is_solid(&self, place: V) -> bool {
        let (distance, matter) = self.body.at(self.template(place));
        distance < 0.0 && matter != Matter::Air
    }

    /// Signed distance to the brain, about mm, negative inside.
    pub fn brain_distance(&self, place: V) -> f32 {
        self.person.brain(self.template(place)) * self.setup.scale[1]
    }

    pub fn is_imaged(&self, place: V) -> bool {
        self.between(back(&self.wrong, place)).is_some()
    }

    pub fn frames(&self) -> usize {
        self.offsets.len()
    }

    pub const fn size(&self) -> (usize, usize) {
        (self.columns, self.rows)
    }

    /// Where a frame lies, as in its file.
    pub fn plane(&self, frame: usize) -> Plane {
        let offset = if self.even { self.offsets[1] * frame as f32 } else { self.offsets[frame] };
        let file = |v: V| turn(&self.wrong, v).map(f64::from);
        let flip = |[x, y, z]: [f64; 3]| [-x, -y, z];
        Plane {
            position: flip(file(add(self.corner, self.step, offset))),
            along: flip(file(self.along)),
            down: flip(file(self.down)),
            spacing: [f64::from(self.setup.spacing); 2],
        }
    }

    /// A frame's values, row by row.
    pub fn frame(&self, frame: usize) -> Vec<f32> {
        let start = add(self.corner, self.step, self.offsets[frame]);
        let pixels = (0..self.rows).flat_map(|row| (0..self.columns).map(move |column| (row, column)));
        pixels
            .map(|(row, column)| {
                let spacing = self.setup.spacing;
                let place = add(add(start, self.along, column as f32 * spacing), self.down, row as f32 * spacing);
                self.noisy(self.thick(place), [column, row, frame], 1.0)
            })
            .collect()
    }

    /// The frames before and after a place in the room, and how far it is from one to the other.
    fn between(&self, place: V) -> Option<(usize, f32)> {
        let normal = cross(self.along, self.down);
        let lean = dot(self.step, normal);
        let from = add(place, self.corner, -1.0);
        let out = dot(from, normal) / lean;
        let (half, last) = (self.setup.distance / 2.0, *self.offsets.last()?);
        if out < -half || out > last + half {
            return None;
        }
        let inside = out.clamp(0.0, last);
        let next = self.offsets.partition_point(|offset| *offset <= inside).clamp(1, self.offsets.len() - 1);
        let share = (inside - self.offsets[next - 1]) / (self.offsets[next] - self.offsets[next - 1]);
        let flat = add(from, self.step, -out);
        let spacing = self.setup.spacing;
        let fits = |value: f32, count: usize| value >= -spacing && value <= count as f32 * spacing;
        (fits(dot(flat, self.along), self.columns) && fits(dot(flat, self.down), self.rows)).then_some((next - 1, share))
    }

    /// What a frame of its thickness has at a place in the room.
    fn thick(&self, place: V) -> f32 {
        let normal = cross(self.along, self.down);
        let thickness = self.setup.thickness;
        let count = (thickness / 2.5).ceil().max(1.0) as usize;
        let parts = (0..count).map(|k| self.value(add(place, normal, ((k as f32 + 0.5) / count as f32 - 0.5) * thickness)));
        parts.sum::<f32>() / count as f32
    }

    /// What is at a place in the room.
    fn value(&self, place: V) -> f32 {
        let contrast = self.setup.contrast;
        let values = contrast.values();
        let (distance, matter) = self.body.at(self.in_template(place));
        let soft = if contrast == Contrast::Pet { 7.0 } else { 1.5 };
        let inside = (0.5 - distance / soft).clamp(0.0, 1.0);
        let air = values[Matter::Air as usize];
        let out = if inside < 1.0 { self.setup.floor.map_or(air, |floor| self.holder(place, floor).unwrap_or(air)) } else { air };
        let mut value = out + (values[matter as usize] - out) * inside;
        if self.setup.bias > 1.0 {
            let [wave, _, _] = self.bias.at(place);
            value *= self.setup.bias.powf(wave);
        }
        value
    }

    /// A shell of carbon around the head's lower side, foam in it, and a table.
    fn holder(&self, place: V, floor: V) -> Option<f32> {
        let p = add(place, self.setup.centre, -1.0);
        let low = dot(p, floor);
        let side = (dot(p, p) - low * low - p[2] * p[2] * (1.0 - floor[2].abs())).max(0.0).sqrt();
        let round = ((low / 128.0).powi(2) + (side / 112.0).powi(2)).sqrt() * 112.0;
        match () {
            () if low > 138.0 && low < 142.0 => Some(-150.0),
            () if low > 142.0 && low < 160.0 => Some(-960.0),
            () if low > 10.0 && (112.0..115.0).contains(&round) => Some(100.0),
            () if low > 10.0 && (103.0..112.0).contains(&round) => Some(-950.0),
            () => None,
        }
    }

    fn noisy(&self, value: f32, cell: [usize; 3], share: f32) -> f32 {
        let contrast = self.setup.contrast;
        let most = contrast.values().into_iter().fold(100.0f32.min(contrast.values()[5]), f32::max);
        let deviation = self.setup.noise * most * share;
        let (a, b) = (rough(self.setup.seed, cell) * deviation, rough(!self.setup.seed, cell) * deviation);
        match contrast {
            Contrast::Ct => value + a,
            _ => (value + a).hypot(b),
        }
    }
}

impl Solid for Head {
    fn bounds(&self) -> (V, V) {
        let (mut low, mut high) = ([f32::MAX; 3], [f32::MIN; 3]);
        for frame in [0, self.offsets.len() - 1] {
            for (column, row) in [(0, 0), (self.columns - 1, 0), (0, self.rows - 1), (self.columns - 1, self.rows - 1)] {
                let place = self.plane(frame).at(column as f64, row as f64);
                for axis in 0..3 {
                    low[axis] = low[axis].min(place[axis] as f32);
                    high[axis] = high[axis].max(place[axis] as f32);
                }
            }
        }
        (low, high)
    }

    fn step(&self) -> f32 {
        self.offsets.windows(2).map(|pair| pair[1] - pair[0]).fold(0.0, f32::max)
    }

    fn sample(&self, lattice: &Lattice) -> Grid {
        let normal = cross(self.along, self.down);
        let lean = dot(self.step, normal);
        let nothing = self.setup.contrast.values()[0];
        let mut grid = Grid { lattice: lattice.clone(), values: vec![nothing; lattice.len()], seen: vec![false; lattice.len()] };
        for z in 0..lattice.size[2] {
            for y in 0..lattice.size[1] {
                for x in 0..lattice.size[0] {
                    let mut place = back(&self.wrong, lattice.place([x, y, z]));
                    let mut stretched = 0.0;
                    if self.even {
                        // Where the frame truly was that is said to lie here.
                        let out = dot(add(place, self.corner, -1.0), normal) / lean;
                        let frame = out / self.offsets[1];
                        let first = (frame.max(0.0) as usize).min(self.offsets.len() - 2);
                        let true_out = self.offsets[first] + (frame - first as f32) * (self.offsets[first + 1] - self.offsets[first]);
                        stretched = true_out - out;
                    }
                    place = add(place, self.step, stretched);
                    let Some((frame, share)) = self.between(place) else { continue };
                    let out = dot(add(place, self.corner, -1.0), normal);
                    let at = |frame: usize| self.thick(add(place, normal, self.offsets[frame] * lean - out));
                    let value = if self.setup.distance < 2.0 {
                        self.value(place)
                    } else {
                        let (before, after) = (at(frame), at(frame + 1));
                        before + (after - before) * share.clamp(0.0, 1.0)
                    };
                    let index = lattice.index([x, y, z]);
                    grid.values[index] = self.noisy(value, [x, y, z], 0.4);
                    grid.seen[index] = true;
                }
            }
        }
        grid
    }
}

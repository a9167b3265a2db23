//! A person on a lattice of 2 mm, in the template's mm: quick to look up from any pose.

use std::sync::{Arc, Mutex};

use super::shape::{Matter, Person};

type V = [f32; 3];

const SIZE: [usize; 3] = [107, 133, 168];
const ORIGIN: V = [-106.0, -138.0, -224.0];
const STEP: f32 = 2.0;
const FAR: usize = 8;
/// Faces end here: below the brow.
const BROW: f32 = -24.0;

/// Distances to the skin, what is inside, and what must go or stay.
#[derive(Debug)]
pub struct Body {
    skin: Vec<f32>,
    matter: Vec<Matter>,
    /// Places of the brain, every other cell along each axis.
    pub brain: Vec<V>,
    /// Places of the face's skin, as seen from the front, and where they face.
    pub face: Vec<(V, V)>,
}

static KNOWN: Mutex<Vec<(u64, Arc<Body>)>> = Mutex::new(Vec::new());

impl Body {
    /// Made once a process for each person.
    pub fn of(person: u64) -> Arc<Self> {
        let mut known = KNOWN.lock().unwrap();
        if let Some((_, body)) = known.iter().find(|(number, _)| *number == person) {
            return Arc::clone(body);
        }
        let body = Arc::new(Self::new(&Person::new(person)));
        known.push((person, Arc::clone(&body)));
        body
    }

    fn new(person: &Person) -> Self {
        let cells = SIZE[0] * SIZE[1] * SIZE[2];
        let (mut skin, mut matter, mut brain) = (Vec::with_capacity(cells), Vec::with_capacity(cells), Vec::new());
        let mut far = 0.0;
        for z in 0..SIZE[2] {
            for y in 0..SIZE[1] {
                for x in 0..SIZE[0] {
                    let here = place([x, y, z]);
                    // Far out, one look does for many cells.
                    if x % FAR == 0 {
                        let middle = place([x + FAR / 2, y, z]);
                        far = person.at(middle).0;
                    }
                    let (distance, what) = if far > 2.5 * FAR as f32 { (far, Matter::Air) } else { person.at(here) };
                    skin.push(distance);
                    matter.push(if distance > 0.0 && distance < 4.0 { Matter::Skin } else { what });
                    if x % 2 == 0 && y % 2 == 0 && z % 2 == 0 && distance < -5.0 && person.brain(here) < 0.0 {
                        brain.push(here);
                    }
                }
            }
        }
        let mut body = Self { skin, matter, brain, face: Vec::new() };
        body.face = body.seen_from_the_front();
        body
    }

    /// What is at a place, and the distance to the skin.
    pub fn at(&self, place: V) -> (f32, Matter) {
        let (mut low, mut part) = ([0; 3], [0.0; 3]);
        for axis in 0..3 {
            let cells = (place[axis] - ORIGIN[axis]) / STEP;
            // The neck goes on for ever.
            let cells = if axis == 2 { cells.max(0.0) } else { cells };
            if cells < 0.0 || cells >= (SIZE[axis] - 1) as f32 {
                return (50.0, Matter::Air);
            }
            low[axis] = cells as usize;
            part[axis] = cells - low[axis] as f32;
        }
        let [a, b, c] = part;
        let start = index(low);
        let row = |at: usize| self.skin[at] + (self.skin[at + 1] - self.skin[at]) * a;
        let layer = |at: usize| row(at) + (row(at + SIZE[0]) - row(at)) * b;
        let (near, far) = (layer(start), layer(start + SIZE[0] * SIZE[1]));
        let nearest = index(std::array::from_fn(|axis| low[axis] + usize::from(part[axis] >= 0.5)));
        (near + (far - near) * c, self.matter[nearest])
    }

    fn seen_from_the_front(&self) -> Vec<(V, V)> {
        let mut found = Vec::new();
        for z in 1..SIZE[2] - 1 {
            for x in 1..SIZE[0] - 1 {
                let Some(y) = (1..SIZE[1] - 1).rev().find(|y| self.skin[index([x, *y, z])] <= 0.0) else { continue };
                let cell = [x, y, z];
                let slope = |axis: usize| {
                    let (mut up, mut down) = (cell, cell);
                    up[axis] += 1;
                    down[axis] -= 1;
                    self.skin[index(up)] - self.skin[index(down)]
                };
                let normal = [slope(0), slope(1), slope(2)];
                let length = normal.iter().map(|v| v * v).sum::<f32>().sqrt().max(1e-6);
                let normal = normal.map(|v| v / length);
                let [px, py, pz] = place(cell);
                if normal[1] > 0.25 && is_face([px, py, pz]) {
                    let deep = self.skin[index(cell)];
                    found.push((std::array::from_fn(|axis| place(cell)[axis] - deep * normal[axis]), normal));
                }
            }
        }
        found
    }
}

/// In front of the cheekbones and above the jaw's lower edge: behind and below nobody is known by.
fn is_face([x, y, z]: V) -> bool {
    let front = y > 53.0 - 35.0 * (x / 65.0).powi(2);
    front && x.abs() < 60.0 && z < BROW && z > (-142.0 - 0.5 * (y - 45.0)).max(-142.0)
}

fn index([x, y, z]: [usize; 3]) -> usize {
    (z * SIZE[1] + y) * SIZE[0] + x
}

fn place(cell: [usize; 3]) -> V {
    std::array::from_fn(|axis| ORIGIN[axis] + STEP * cell[axis] as f32)
}

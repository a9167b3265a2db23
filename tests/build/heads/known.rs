//! Recipes for a head whose pose is known: what a good fit would give, and the same with a part of it left out.

use scan_scrubber::face::{Field, Lattice, Mode, Recipe, Tier};

use super::head::Head;

/// What is left out or done otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    None,
    /// Nothing is cut.
    NoCut,
    /// Nothing is filled: behind the cut lies what was inside.
    NoCap,
    /// The brain is not kept out of the cut.
    NoGuard,
    /// The skin is taken off evenly, 8 mm deep.
    Erosion,
    /// The same, with tissue below.
    Peel,
}

/// The recipe of FACES 5.1 by the head's own pose.
pub fn recipe(head: &Head, fault: Fault) -> Recipe {
    let lattice = around(head);
    let mut cut = Vec::with_capacity(lattice.len());
    let mut tissue = Vec::with_capacity(lattice.len());
    for z in 0..lattice.size[2] {
        for y in 0..lattice.size[1] {
            for x in 0..lattice.size[0] {
                let place = lattice.place([x, y, z]);
                let template = head.template(place);
                let (skin, brain) = (head.skin(place), head.brain_distance(place));
                let field = match fault {
                    Fault::NoCut => -10.0,
                    Fault::Erosion | Fault::Peel => skin + 8.0,
                    Fault::NoGuard => region(template) + 12.0,
                    _ => region(template).min(brain - 6.0),
                };
                cut.push(field);
                let cap = if fault == Fault::Peel { 2.0 - field } else { (5.0 - field).min(-skin) };
                tissue.push(if matches!(fault, Fault::NoCap | Fault::Erosion) { -10.0 } else { cap });
            }
        }
    }
    Recipe {
        tier: Tier::A,
        mode: Mode::Cut,
        cut: field(lattice.clone(), &cut),
        tissue: field(lattice, &tissue),
        probes: Vec::new(),
        pose: pose(head),
    }
}

/// The middle of the face, its front, up and right.
pub fn pose(head: &Head) -> [[f32; 3]; 4] {
    [head.place([0.0, 40.0, -40.0]), head.direction([0.0, 1.0, 0.0]), head.direction([0.0, 0.0, 1.0]), head.direction([1.0, 0.0, 0.0])]
}

/// Positive in front of the face's back wall, below the brow and above the chin.
fn region([x, y, z]: [f32; 3]) -> f32 {
    let wall = (45.0 - 35.0 * (x / 65.0).powi(2)).max(-5.0);
    (y - wall).min(18.0 - z).min(z + 150.0 + 0.5 * (y - 45.0))
}

fn around(head: &Head) -> Lattice {
    let (mut low, mut high) = ([f32::MAX; 3], [f32::MIN; 3]);
    for corner in 0..8u8 {
        let at = |bit: u8, low: f32, high: f32| if corner & (1 << bit) == 0 { low } else { high };
        let place = head.place([at(0, -100.0, 100.0), at(1, -20.0, 140.0), at(2, -210.0, 40.0)]);
        for axis in 0..3 {
            (low[axis], high[axis]) = (low[axis].min(place[axis]), high[axis].max(place[axis]));
        }
    }
    let step = 3.0;
    Lattice { size: std::array::from_fn(|axis| ((high[axis] - low[axis]) / step) as usize + 2), origin: low, step }
}

fn field(lattice: Lattice, mm: &[f32]) -> Field {
    Field { lattice, values: mm.iter().map(|mm| (mm * 4.0).round().clamp(-127.0, 127.0) as i8).collect() }
}

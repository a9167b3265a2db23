//! What a recipe does to a head that knows itself.

use scan_scrubber::face::{Field, Grid, Lattice, Recipe, Solid};

use super::head::Head;

/// Shares from 0 to 1, of what was imaged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// The face's skin that stays.
    pub skin: f64,
    /// The brain that goes.
    pub brain: f64,
    /// The face's skin from which a look to the back does not end at the tissue that closes the cut: what is inside shows.
    pub open: f64,
    /// Places of the face's skin that were imaged.
    pub faces: usize,
}

/// By the head's own truth: nothing here knows how the recipe was made.
pub fn measure(head: &Head, recipe: &Recipe) -> Measure {
    let (face, brain) = (head.face(), head.brain());
    let stays = |(place, normal): &([f32; 3], [f32; 3])| {
        let inside = std::array::from_fn(|axis| place[axis] - normal[axis]);
        value(&recipe.cut, *place) <= 0.0 || value(&recipe.cut, inside) <= 0.0
    };
    let skin = face.iter().filter(|one| stays(one)).count();
    let touched = brain.iter().filter(|place| value(&recipe.cut, **place) > 0.0).count();
    let share = |part: usize, all: usize| if all == 0 { 0.0 } else { part as f64 / all as f64 };
    let back = head.direction([0.0, 1.0, 0.0]).map(|v| -v);
    let open = face.iter().filter(|(place, _)| !is_closed(head, recipe, *place, back)).count();
    Measure { open: share(open, face.len()), skin: share(skin, face.len()), brain: share(touched, brain.len()), faces: face.len() }
}

/// Whether the first that is not air, on the way back from the skin, is what a recipe has filled in.
fn is_closed(head: &Head, recipe: &Recipe, from: [f32; 3], back: [f32; 3]) -> bool {
    for mm in -3..140 {
        let place = std::array::from_fn(|axis| from[axis] + back[axis] * mm as f32);
        if value(&recipe.cut, place) > 0.0 {
            if value(&recipe.tissue, place) > 0.0 {
                return true;
            }
        } else if head.is_solid(place) {
            return false;
        }
    }
    false
}

/// A lattice around all of a solid.
pub fn lattice_of(solid: &dyn Solid, step: f32) -> Lattice {
    let (low, high) = solid.bounds();
    Lattice { size: std::array::from_fn(|axis| ((high[axis] - low[axis]) / step).ceil().max(0.0) as usize + 1), origin: low, step }
}

/// A volume with a recipe carried out.
pub fn treated(grid: &Grid, recipe: &Recipe, (air, tissue): (f32, f32)) -> Grid {
    let mut out = grid.clone();
    for z in 0..grid.lattice.size[2] {
        for y in 0..grid.lattice.size[1] {
            for x in 0..grid.lattice.size[0] {
                let place = grid.lattice.place([x, y, z]);
                if value(&recipe.cut, place) > 0.0 {
                    let fill = value(&recipe.tissue, place) > 0.0;
                    out.values[grid.lattice.index([x, y, z])] = if fill { tissue } else { air };
                }
            }
        }
    }
    out
}

/// A field at a place, trilinear, mm; nothing is inside beyond its edge.
fn value(field: &Field, place: [f32; 3]) -> f32 {
    let cells = field.lattice.cells(place);
    let size = field.lattice.size;
    if (0..3).any(|axis| cells[axis] < 0.0 || cells[axis] > (size[axis] - 1) as f32) {
        return -1.0;
    }
    let low: [usize; 3] = std::array::from_fn(|axis| (cells[axis] as usize).min(size[axis].saturating_sub(2)));
    let mut sum = 0.0;
    for corner in 0..8usize {
        let (mut at, mut weight) = ([0; 3], 1.0);
        for axis in 0..3 {
            let (part, up) = (cells[axis] - low[axis] as f32, (corner >> axis) & 1);
            at[axis] = (low[axis] + up).min(size[axis] - 1);
            weight *= if up == 1 { part } else { 1.0 - part };
        }
        sum += weight * f32::from(field.values[field.lattice.index(at)]) / 4.0;
    }
    sum
}

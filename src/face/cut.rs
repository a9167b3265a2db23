//! What is taken out of a head: fixed surfaces in the template's space, without what is guarded.

use super::guard::{Guard, around};
use super::{Field, Foreground, Lattice, Point, Pose};

/// A cell of the fields, mm: what they follow is smooth.
const STEP: f32 = 2.5;
/// The face with all in front of it, in template mm: farther out there is nothing of a face.
const BOX: [[f32; 2]; 3] = [[-125.0, 125.0], [-75.0, 140.0], [-200.0, 20.0]];
/// How thick the layer of tissue is that closes the cut, mm in an adult: what lies behind would show as a surface else.
const CAP: f32 = 5.0;
/// How much of what is cut is air in any case, mm: skin that stays where it was is a face.
const OFF: f32 = 2.5;
/// How far inside of the body, whose hollows are closed, its skin may lie, mm.
const CLOSED: f32 = 3.0;

/// How far inside of what is removed a place of the template lies, mm; negative outside.
fn removed([x, y, z]: Point, ears: bool) -> f32 {
    // Behind the eyes in the middle, and farther back to the sides: eyes, nose, cheeks, lips and chin lie in front of it.
    let back = (45.0 - 35.0 * (x / 65.0).powi(2)).max(-5.0);
    // Farther back at the corners of the jaw, below the ears.
    let jaw = ((-85.0 - z) / 25.0).clamp(0.0, 1.0) * ((x.abs() - 25.0) / 25.0).clamp(0.0, 1.0);
    let back = back - 22.0 * jaw;
    // Up to above the brows; down to below the chin, and lower in front.
    let (top, bottom) = (18.0, -166.0 - 0.5 * (y - 45.0));
    let mut within = (y - back).min(top - z).min(z - bottom);
    if ears {
        let around = 48.0 - ((y + 22.0).powi(2) + 0.9 * (z + 48.0).powi(2)).sqrt();
        within = within.max(around.min(x.abs() - 71.0));
    }
    BOX.iter().zip([x, y, z]).fold(within, |within, ([low, high], at)| within.min(at - low).min(high - at))
}

/// The body that is cut, in cells of a lattice.
#[derive(Clone, Copy)]
pub struct Body<'a> {
    /// The cells.
    pub lattice: &'a Lattice,
    /// All that may be of it.
    pub all: &'a Foreground,
    /// What surely is.
    pub sure: &'a Foreground,
}

/// The fields of a recipe: what is cut, and what of it is filled with tissue.
pub fn fields(pose: &Pose, guard: &Guard, body: Body, ears: bool) -> (Field, Field) {
    let (low, high) = around(pose, BOX);
    let lattice = Lattice::covering(low, high, STEP);
    let scale = pose.mean_scale() as f32;
    let Body { lattice: cells, all, sure } = body;
    // Between a child's skin and brain there is less.
    let cap = CAP * pose.size().min(1.0) as f32;
    let both = lattice.places().map(|place| {
        let at = pose.to_template(place);
        let (mut cut, depth) = (removed(at, ears) * scale, all.depth(cells, place));
        if cut > -STEP * 2.0 {
            cut = cut.min(guard.room(place));
        }
        // Of what is thin, at least half is gone, and the outermost of it all.
        let thick = sure.under(cells, place).map(|depth| cut + depth - CLOSED);
        let cap = thick.map_or(cap, |thick| cap.min(thick / 2.0).min(thick - OFF));
        // Around eyes that stay nothing is filled in: it would show as their lids.
        (cut.min(guard.to_eyes(at, depth)), (cap - cut).min(depth))
    });
    let (cut, tissue): (Vec<f32>, Vec<f32>) = both.unzip();
    (Field::new(lattice.clone(), cut), Field::new(lattice, tissue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_face_lies_within_and_a_neck_does_not() {
        let is_in = |at, ears| removed(at, ears) > 0.0;
        for x in [-1.0, 1.0] {
            // Eye, cheek, corner of the jaw, side of the chin.
            for at in [[x * 33.0, 60.0, -38.0], [x * 50.0, 40.0, -70.0], [x * 52.0, 5.0, -115.0], [x * 25.0, 70.0, -125.0]] {
                assert!(is_in(at, false), "{at:?}");
            }
            let ear = [x * 80.0, -22.0, -48.0];
            assert!(is_in(ear, true) && !is_in(ear, false));
            // Temple, mastoid, the side of the neck.
            for at in [[x * 60.0, 0.0, -20.0], [x * 60.0, -40.0, -60.0], [x * 40.0, -20.0, -140.0]] {
                assert!(!is_in(at, true), "{at:?}");
            }
        }
        assert!(is_in([0.0, 90.0, 0.0], false) && !is_in([0.0, 90.0, 30.0], false));
        // Spine, throat, larynx, chest.
        for at in [[0.0, -30.0, -120.0], [0.0, 20.0, -110.0], [0.0, 35.0, -165.0], [0.0, 100.0, -210.0]] {
            assert!(!is_in(at, true), "{at:?}");
        }
    }

    #[test]
    fn depths_are_millimetres() {
        assert!((removed([0.0, 60.0, -60.0], true) - 15.0).abs() < 1e-3);
        assert!((removed([0.0, 100.0, 10.0], true) - 8.0).abs() < 1e-3);
        assert!((removed([0.0, 30.0, -60.0], true) + 15.0).abs() < 1e-3);
    }
}

//! Stacks for tests, made from a function of the place.

use super::{About, Place, Plane, Spot, Stacks, Thin, Units};
use crate::picture::{Format, Frame, Photometric};

/// Words of 16 bits.
pub fn format(columns: u32, rows: u32) -> Format {
    Format {
        rows,
        columns,
        samples: 1,
        bits_allocated: 16,
        bits_stored: 16,
        high_bit: 15,
        signed: true,
        planar: false,
        photometric: Photometric::Monochrome2,
        big_endian: false,
    }
}

/// A frame of what a function says of each pixel's place, in tenths.
pub fn frame(plane: &Plane, format: &Format, value: &dyn Fn([f64; 3]) -> f64) -> Frame {
    let mut frame = Frame::zeros(format).unwrap();
    for (at, word) in (0..).zip(frame.data.as_chunks_mut::<2>().0) {
        let place = plane.at(f64::from(at % format.columns), f64::from(at / format.columns));
        *word = ((value(place) * 10.0).round() as i16).to_le_bytes();
    }
    frame
}

pub fn about(series: &str) -> About<'_> {
    About { series, modality: "MR", words: "", thickness: None, location: None }
}

/// Puts a frame where it belongs.
pub fn put(stacks: &mut Stacks, plane: &Plane, size: [u32; 2], value: &dyn Fn([f64; 3]) -> f64) -> Place {
    let place = stacks.place(&about("1"), plane, size);
    if let Place::First(spot) = place {
        put_at(stacks, spot, plane, size, value);
    }
    place
}

fn put_at(stacks: &mut Stacks, spot: Spot, plane: &Plane, [columns, rows]: [u32; 2], value: &dyn Fn([f64; 3]) -> f64) {
    let format = format(columns, rows);
    let units = Units::new(&format, (0.1, 0.0), None, "MR");
    let thin = Thin::new(&frame(plane, &format, value), &format, &units, plane.spacing, stacks.edge()).unwrap();
    stacks.put(spot, thin).unwrap();
}

/// A plane through the middle of the patient, moved by mm along its own directions.
pub fn plane(along: [f64; 3], down: [f64; 3], spacing: [f64; 2], moved: [f64; 3]) -> Plane {
    let ([ax, ay, az], [dx, dy, dz]) = (along, down);
    let normal = [ay * dz - az * dy, az * dx - ax * dz, ax * dy - ay * dx];
    let mut position = [0.0; 3];
    for (axis, mm) in position.iter_mut().enumerate() {
        *mm = along[axis] * moved[0] + down[axis] * moved[1] + normal[axis] * moved[2];
    }
    Plane { position, along, down, spacing }
}

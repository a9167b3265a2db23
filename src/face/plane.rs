//! Where a frame lies in the patient.

use serde::{Deserialize, Serialize};

/// A place in the patient, mm: x to the right, y to the front, z to the head, as in the template.
pub type Point = [f32; 3];

/// Where a frame lies (PS3.3 C.7.6.2): in the file's own terms, x to the left, y to the back, z to the head, mm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plane {
    /// Image Position (Patient): the centre of the first pixel.
    pub position: [f64; 3],
    /// First half of Image Orientation (Patient): the direction in which columns count up; of length 1.
    pub along: [f64; 3],
    /// Second half of it: the direction in which rows count up; of length 1.
    pub down: [f64; 3],
    /// Pixel Spacing as it lies in the file: mm between rows, then mm between columns.
    pub spacing: [f64; 2],
}

impl Plane {
    /// The centre of a pixel (column and row from 0, which may be broken) as the rest of [`crate::face`] counts: x to the patient's right,
    /// y to the front, z to the head, mm.
    pub fn at(&self, column: f64, row: f64) -> [f64; 3] {
        let ([between_rows, between_columns], [px, py, pz]) = (self.spacing, self.position);
        let ([ax, ay, az], [dx, dy, dz]) = (self.along, self.down);
        let (a, d) = (column * between_columns, row * between_rows);
        [-(px + ax * a + dx * d), -(py + ay * a + dy * d), pz + az * a + dz * d]
    }

    /// The normal: along × down, in the axes of [`Self::at`].
    pub fn normal(&self) -> [f64; 3] {
        let ([ax, ay, az], [dx, dy, dz]) = (self.along, self.down);
        [-(ay * dz - az * dy), -(az * dx - ax * dz), ax * dy - ay * dx]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axial_plane_lies_as_the_standard_says() {
        let plane = Plane { position: [-100.0, -80.0, 30.0], along: [1.0, 0.0, 0.0], down: [0.0, 1.0, 0.0], spacing: [2.0, 0.5] };
        // Columns go to the patient's left, rows to the back.
        assert_eq!(plane.at(0.0, 0.0), [100.0, 80.0, 30.0]);
        assert_eq!(plane.at(10.0, 20.0), [95.0, 40.0, 30.0]);
        assert_eq!(plane.normal(), [0.0, 0.0, 1.0]);
    }
}

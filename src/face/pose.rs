//! How the template lies in a patient.

use super::Point;
use super::fit::SCALE;

/// What the template turns and grows about: the middle of the cranium, mm in MNI space.
pub(super) const MIDDLE: Point = [0.0, -17.0, 10.0];

/// Three numbers: a place or a direction.
pub(super) type Three = [f64; 3];

/// A rotation, row by row.
pub(super) type Turn = [Three; 3];

pub(super) fn dot(a: Three, b: Three) -> f64 {
    a.iter().zip(&b).map(|(a, b)| a * b).sum()
}

pub(super) const fn cross([ax, ay, az]: Three, [bx, by, bz]: Three) -> Three {
    [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx]
}

/// Its columns as rows.
pub(super) const fn transposed([[a, b, c], [d, e, f], [g, h, i]]: Turn) -> Turn {
    [[a, d, g], [b, e, h], [c, f, i]]
}

/// One turn after another: `first`, then `then`.
pub(super) fn after(then: Turn, first: Turn) -> Turn {
    let columns = transposed(first);
    then.map(|row| columns.map(|column| dot(row, column)))
}

/// A place or direction, turned.
pub(super) fn turned(turn: Turn, place: Three) -> Three {
    turn.map(|row| dot(row, place))
}

/// About an axis, by as many radians as that is long (Rodrigues).
pub(super) fn turn_about(axis: Three) -> Turn {
    let angle = dot(axis, axis).sqrt();
    if angle < 1e-9 {
        return [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    }
    let unit = axis.map(|part| part / angle);
    let (sin, cos) = angle.sin_cos();
    // Columns: where each axis goes.
    let column = |to: Three| {
        let ([ax, ay, az], [cx, cy, cz], along) = (to, cross(unit, to), dot(unit, to) * (1.0 - cos));
        let [ux, uy, uz] = unit;
        [ax * cos + cx * sin + ux * along, ay * cos + cy * sin + uy * along, az * cos + cz * sin + uz * along]
    };
    transposed([column([1.0, 0.0, 0.0]), column([0.0, 1.0, 0.0]), column([0.0, 0.0, 1.0])])
}

/// The axis of a turn, as long as it has radians: the inverse of [`turn_about`], but for half turns.
pub(super) fn axis_of([[a, b, c], [d, e, f], [g, h, i]]: Turn) -> Three {
    let angle = ((a + e + i - 1.0) / 2.0).clamp(-1.0, 1.0).acos();
    let factor = if angle < 1e-8 { 0.5 } else { angle / (2.0 * angle.sin()).max(1e-9) };
    [factor * (h - f), factor * (c - g), factor * (d - b)]
}

/// Turned, moved and grown along the template's own axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// From the template's axes to the patient's.
    pub turn: [[f64; 3]; 3],
    /// Where the middle of the template's cranium lies in the patient, mm.
    pub place: [f64; 3],
    /// How much larger than the template along its axes.
    pub scale: [f64; 3],
}

impl Pose {
    /// A place of the template in the patient.
    pub fn to_patient(&self, at: Point) -> Point {
        let ([x, y, z], [mx, my, mz], [sx, sy, sz]) = (at, MIDDLE, self.scale);
        let grown = [f64::from(x - mx) * sx, f64::from(y - my) * sy, f64::from(z - mz) * sz];
        let ([x, y, z], [px, py, pz]) = (turned(self.turn, grown), self.place);
        [(x + px) as f32, (y + py) as f32, (z + pz) as f32]
    }

    /// A place of the patient in the template.
    pub fn to_template(&self, [x, y, z]: Point) -> Point {
        let [px, py, pz] = self.place;
        let from = [f64::from(x) - px, f64::from(y) - py, f64::from(z) - pz];
        let ([x, y, z], [mx, my, mz], [sx, sy, sz]) = (turned(transposed(self.turn), from), MIDDLE, self.scale);
        [(x / sx) as f32 + mx, (y / sy) as f32 + my, (z / sz) as f32 + mz]
    }

    /// A direction of the template in the patient, of length 1.
    pub fn direction(&self, toward: Point) -> Point {
        turned(self.turn, toward.map(f64::from)).map(|part| part as f32)
    }

    /// How far apart two poses turn, radians.
    pub fn apart(&self, other: &Self) -> f64 {
        let [[a, ..], [_, e, _], [.., i]] = after(transposed(self.turn), other.turn);
        ((a + e + i - 1.0) / 2.0).clamp(-1.0, 1.0).acos()
    }

    /// By how much more one of width, depth and height is off from what is usual in adults than another, however large the head: 1 for none.
    pub fn unevenness(&self) -> f64 {
        let ([x, y, z], [usual_x, usual_y, usual_z]) = (self.scale, SCALE);
        let parts = [x / usual_x, y / usual_y, z / usual_z];
        let (least, most) = parts.iter().fold((f64::INFINITY, 0.0_f64), |(least, most), part| (least.min(*part), most.max(*part)));
        most / least
    }

    /// How large the head is, to an adult's.
    pub fn size(&self) -> f64 {
        self.mean_scale() / SCALE.iter().product::<f64>().cbrt()
    }

    /// mm in the patient to a mm of the template, whatever the direction.
    pub fn mean_scale(&self) -> f64 {
        let [x, y, z] = self.scale;
        (x * y * z).cbrt()
    }
}

/// The 24 ways in which axes can lie along axes, as they are first.
pub(super) fn orientations() -> Vec<Turn> {
    let quarter = |axis: Three, times: f64| turn_about(axis.map(|part| part * times * std::f64::consts::FRAC_PI_2));
    let up = [[0.0, 0.0], [2.0, 0.0], [1.0, 0.0], [3.0, 0.0], [0.0, 1.0], [0.0, 3.0]];
    let tilts = up.iter().map(|[x, y]| after(quarter([0.0, 1.0, 0.0], *y), quarter([1.0, 0.0, 0.0], *x)));
    let turns = tilts.flat_map(|tilt| [0.0, 1.0, 2.0, 3.0].map(|times| after(tilt, quarter([0.0, 0.0, 1.0], times))));
    turns.map(|turn| turn.map(|row| row.map(f64::round))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let pose = Pose { turn: turn_about([0.3, -0.2, 0.9]), place: [10.0, -20.0, 130.0], scale: [0.9, 1.0, 0.8] };
        let at = [31.0, 55.0, -38.0];
        for (back, is) in pose.to_template(pose.to_patient(at)).iter().zip(at) {
            assert!((back - is).abs() < 1e-3);
        }
        assert_eq!(pose.to_patient(MIDDLE), [10.0, -20.0, 130.0]);
        for (part, is) in axis_of(pose.turn).iter().zip([0.3, -0.2, 0.9]) {
            assert!((part - is).abs() < 1e-9);
        }
        let other = Pose { turn: turn_about([0.0, 0.0, 0.5]), ..pose };
        let straight = Pose { turn: turn_about([0.0; 3]), ..pose };
        assert!((straight.apart(&other) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn a_quarter_turn_about_x_takes_front_up() {
        let [x, y, z] = turned(turn_about([std::f64::consts::FRAC_PI_2, 0.0, 0.0]), [0.0, 1.0, 0.0]);
        assert!(x.abs() < 1e-9 && y.abs() < 1e-9 && (z - 1.0).abs() < 1e-9);
    }

    #[test]
    fn axes_lie_along_axes_in_24_ways() {
        let all = orientations();
        assert_eq!(all.len(), 24);
        assert_eq!(all.first(), Some(&turn_about([0.0; 3])));
        for (at, one) in all.iter().enumerate() {
            assert!(all.iter().skip(at + 1).all(|other| other != one));
            let [a, b, c] = *one;
            assert!((dot(cross(a, b), c) - 1.0).abs() < 1e-9);
        }
    }
}

//! Rotations as rows of three.

pub type V = [f32; 3];
pub type Rotation = [V; 3];

pub fn turn(by: &Rotation, v: V) -> V {
    std::array::from_fn(|row| dot(by[row], v))
}

pub fn back(by: &Rotation, v: V) -> V {
    std::array::from_fn(|column| (0..3).map(|row| by[row][column] * v[row]).sum())
}

pub fn after(second: &Rotation, first: &Rotation) -> Rotation {
    std::array::from_fn(|row| std::array::from_fn(|column| (0..3).map(|k| second[row][k] * first[k][column]).sum()))
}

pub fn dot(a: V, b: V) -> f32 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

pub fn cross(a: V, b: V) -> V {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

pub fn add(a: V, b: V, times: f32) -> V {
    std::array::from_fn(|axis| a[axis] + b[axis] * times)
}

/// About one axis, degrees.
pub fn about(axis: usize, degrees: f32) -> Rotation {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (a, b) = ((axis + 1) % 3, (axis + 2) % 3);
    let mut rows = [[0.0; 3]; 3];
    rows[axis][axis] = 1.0;
    (rows[a][a], rows[a][b], rows[b][a], rows[b][b]) = (cos, -sin, sin, cos);
    rows
}

/// The 24 rotations of a cube; the first does nothing.
pub fn of_a_cube(number: usize) -> Rotation {
    let mut all = Vec::new();
    for [a, b, c] in [[0, 1, 2], [1, 2, 0], [2, 0, 1], [0, 2, 1], [1, 0, 2], [2, 1, 0]] {
        for signs in 0..8u8 {
            let sign = |bit: u8| if signs & (1 << bit) == 0 { 1.0 } else { -1.0 };
            let mut rows = [[0.0; 3]; 3];
            (rows[0][a], rows[1][b], rows[2][c]) = (sign(0), sign(1), sign(2));
            if (dot(cross(rows[0], rows[1]), rows[2]) - 1.0).abs() < 1e-3 {
                all.push(rows);
            }
        }
    }
    all[number]
}

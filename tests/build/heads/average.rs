//! The average head: distances to its scalp and to the inner side of its skull.

use std::sync::LazyLock;

static BYTES: &[u8] = include_bytes!("average.bin");
const SIZE: [usize; 3] = [25, 58, 49];
const CELLS: usize = SIZE[0] * SIZE[1] * SIZE[2];
const ORIGIN: [f32; 3] = [0.0, -132.0, -78.0];
const STEP: f32 = 4.0;

/// Distances in mm, negative inside.
struct Average {
    scalp: Vec<f32>,
    brain: Vec<f32>,
}

static AVERAGE: LazyLock<Average> = LazyLock::new(|| {
    let start = BYTES.iter().position(|b| *b == b'\n').unwrap() + 1;
    let (scalp, brain) = BYTES[start..].split_at(CELLS);
    assert_eq!(brain.len(), CELLS);
    Average {
        scalp: scalp.iter().map(|b| f32::from(b.cast_signed()) / 4.0).collect(),
        brain: brain.iter().map(|b| f32::from(b.cast_signed())).collect(),
    }
});

/// Distance to the scalp; below the average's lower edge as at that edge.
pub fn scalp(place: [f32; 3]) -> f32 {
    sample(&AVERAGE.scalp, place)
}

/// Distance to the inner side of the skull: only meant above z -74.
pub fn brain(place: [f32; 3]) -> f32 {
    sample(&AVERAGE.brain, place)
}

/// Trilinear, and the distance to the table beyond its edge.
fn sample(table: &[f32], [x, y, z]: [f32; 3]) -> f32 {
    let (mut low, mut part, mut beyond) = ([0; 3], [0.0; 3], 0.0f32);
    for (axis, value) in [x.abs(), y, z].into_iter().enumerate() {
        let cells = (value - ORIGIN[axis]) / STEP;
        let inside = cells.clamp(0.0, (SIZE[axis] - 1) as f32 - 0.001);
        beyond += ((cells - inside) * STEP).powi(2);
        low[axis] = inside as usize;
        part[axis] = inside - low[axis] as f32;
    }
    let [a, b, c] = part;
    let at = low[0] + SIZE[0] * (low[1] + SIZE[1] * low[2]);
    let row = |at: usize| table[at] + (table[at + 1] - table[at]) * a;
    let layer = |at: usize| row(at) + (row(at + SIZE[0]) - row(at)) * b;
    let (near, far) = (layer(at), layer(at + SIZE[0] * SIZE[1]));
    near + (far - near) * c + beyond.sqrt()
}

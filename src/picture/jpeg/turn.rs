//! Frames made upright: block by block without any loss where whole blocks come to lie on whole blocks, and else by way of samples.

use super::coefficients::{Block, Coefficients, Grid, Plane};
use super::header::Header;
use super::idct::samples;
use super::stream::Quantization;
use crate::error::{Code, Result};

/// What makes a picture upright: rows and columns swapped first, then mirrored (CIPA DC-008 4.6.5.1.6).
#[derive(Clone, Copy)]
struct Turn {
    swap: bool,
    /// Left to right.
    across: bool,
    /// Top to bottom.
    down: bool,
}

impl Turn {
    const fn of(orientation: u8) -> Option<Self> {
        let (swap, across, down) = match orientation {
            2 => (false, true, false),
            3 => (false, true, true),
            4 => (false, false, true),
            5 => (true, false, false),
            6 => (true, true, false),
            7 => (true, true, true),
            8 => (true, false, true),
            _ => return None,
        };
        Some(Self { swap, across, down })
    }

    /// Where what will be at `x`, `y` in a plane of this width and height comes from.
    const fn source(self, (width, height): (usize, usize), x: usize, y: usize) -> (usize, usize) {
        let x = if self.across { width.saturating_sub(1).saturating_sub(x) } else { x };
        let y = if self.down { height.saturating_sub(1).saturating_sub(y) } else { y };
        if self.swap { (y, x) } else { (x, y) }
    }
}

/// Makes a frame upright whose EXIF says how it lies. Whether that took a new compression, by the frame's own tables.
///
/// # Errors
/// [`Code::PixelStream`] where a component has no blocks.
pub(super) fn upright(picture: &mut Coefficients, orientation: u8) -> Result<bool> {
    let Some(turn) = Turn::of(orientation) else { return Ok(false) };
    let header = &mut picture.header;
    let before = header.clone();
    if turn.swap {
        (header.width, header.height) = (header.height, header.width);
        header.components.iter_mut().for_each(|component| (component.across, component.down) = (component.down, component.across));
    }
    let (across, down) = header.factors();
    // A mirrored edge must lie where blocks do.
    let whole = |mirrored: bool, size: u32, factor: usize| !mirrored || (size as usize).is_multiple_of(8 * factor);
    let lossless = whole(turn.across, header.width, across) && whole(turn.down, header.height, down);
    for (index, plane) in picture.planes.iter_mut().enumerate() {
        let grid = Grid::of(header, index).ok_or(Code::PixelStream)?;
        let quantization = if turn.swap { swapped(&plane.quantization) } else { plane.quantization };
        let mut turned = Plane { grid, quantization, blocks: vec![[0; 64]; grid.size(header)] };
        match lossless {
            true => blocks(plane, &mut turned, turn),
            false => {
                let component = before.components.get(index).ok_or(Code::PixelStream)?;
                resample(plane, &mut turned, turn, before.size(component), header);
            }
        }
        *plane = turned;
    }
    Ok(!lossless)
}

/// Moves whole blocks, and turns each by its coefficients.
fn blocks(from: &Plane, to: &mut Plane, turn: Turn) {
    let size = (to.grid.columns, to.grid.rows);
    for y in 0..to.grid.rows {
        for x in 0..to.grid.columns {
            let (column, row) = turn.source(size, x, y);
            let Some(block) = from.blocks.get(row * from.grid.stride + column) else { continue };
            if let Some(place) = to.blocks.get_mut(y * to.grid.stride + x) {
                *place = turned(block, turn);
            }
        }
    }
}

/// Frequencies swap as rows and columns do, and the odd ones of a mirrored direction change their sign.
fn turned(block: &Block, turn: Turn) -> Block {
    let mut out = if turn.swap { swapped(block) } else { *block };
    for (at, value) in out.iter_mut().enumerate() {
        let odd = (turn.across && at % 2 == 1) != (turn.down && at / 8 % 2 == 1);
        if odd {
            *value = value.saturating_neg();
        }
    }
    out
}

fn swapped<T: Copy + Default>(block: &[T; 64]) -> [T; 64] {
    let mut out = [T::default(); 64];
    for (at, value) in out.iter_mut().enumerate() {
        *value = block.get(at % 8 * 8 + at / 8).copied().unwrap_or_default();
    }
    out
}

/// Turns a component's own samples, of which there are so many a row and a column, and transforms them again.
fn resample(from: &Plane, to: &mut Plane, turn: Turn, (width, height): (usize, usize), header: &Header) {
    let stride = 8 * from.grid.columns;
    let mut plane = vec![0_u16; stride * 8 * from.grid.rows];
    for row in 0..from.grid.rows {
        for column in 0..from.grid.columns {
            let Some(block) = from.blocks.get(row * from.grid.stride + column) else { continue };
            for (y, values) in samples(block, &from.quantization, header.precision).iter().enumerate() {
                let at = (8 * row + y) * stride + 8 * column;
                if let Some(place) = plane.get_mut(at..at + 8) {
                    place.copy_from_slice(values);
                }
            }
        }
    }
    let size = if turn.swap { (height, width) } else { (width, height) };
    let middle = (1_i32 << (header.precision - 1)) as f32;
    let transform = Transform::new();
    for row in 0..to.grid.rows {
        for column in 0..to.grid.columns {
            let mut values = [[0.0; 8]; 8];
            for (y, line) in values.iter_mut().enumerate() {
                for (x, value) in line.iter_mut().enumerate() {
                    // Beyond an edge it goes on as at the edge.
                    let (x, y) = ((8 * column + x).min(size.0.saturating_sub(1)), (8 * row + y).min(size.1.saturating_sub(1)));
                    let (x, y) = turn.source(size, x, y);
                    *value = plane.get(y * stride + x).map_or(0.0, |sample| f32::from(*sample) - middle);
                }
            }
            let block = transform.quantized(&values, &to.quantization, header.precision);
            if let Some(place) = to.blocks.get_mut(row * to.grid.stride + column) {
                *place = block;
            }
        }
    }
}

/// The transform of A.3.3, forwards.
struct Transform([[f32; 8]; 8]);

impl Transform {
    fn new() -> Self {
        let mut basis = [[0.0; 8]; 8];
        for (u, row) in basis.iter_mut().enumerate() {
            let scale = if u == 0 { std::f32::consts::FRAC_1_SQRT_2 } else { 1.0 } / 2.0;
            for (x, value) in row.iter_mut().enumerate() {
                *value = scale * cosine((2 * x + 1) * u);
            }
        }
        Self(basis)
    }

    /// Frequencies of each row.
    fn rows(&self, values: &[[f32; 8]; 8]) -> [[f32; 8]; 8] {
        let mut out = [[0.0; 8]; 8];
        for (line, place) in values.iter().zip(&mut out) {
            for (basis, value) in self.0.iter().zip(place) {
                *value = basis.iter().zip(line).map(|(one, other)| one * other).sum();
            }
        }
        out
    }

    /// A block of samples around the middle, in steps of its table.
    fn quantized(&self, values: &[[f32; 8]; 8], steps: &Quantization, precision: u32) -> Block {
        // Columns are the rows of the swapped block, so that frequencies come out swapped.
        let across = self.rows(values);
        let mut columns = [[0.0; 8]; 8];
        for (x, column) in columns.iter_mut().enumerate() {
            for (value, row) in column.iter_mut().zip(&across) {
                *value = row.get(x).copied().unwrap_or_default();
            }
        }
        let frequencies = self.rows(&columns);
        let mut block = [0; 64];
        let most = ((4_i32 << precision) - 1) as f32;
        for (at, (place, step)) in block.iter_mut().zip(steps).enumerate() {
            let value = frequencies.get(at % 8).and_then(|column| column.get(at / 8)).copied().unwrap_or_default();
            // What sequential frames have codes for (F.1.2).
            *place = (value / f32::from((*step).max(1))).round().max(-most).min(most) as i16;
        }
        block
    }
}

/// The cosine of so many sixteenths of a half turn.
fn cosine(sixteenths: usize) -> f32 {
    const QUARTER: [f32; 9] =
        [1.0, 0.980_785_3, 0.923_879_5, 0.831_469_6, std::f32::consts::FRAC_1_SQRT_2, 0.555_570_24, 0.382_683_43, 0.195_090_32, 0.0];
    let of = |at: usize| QUARTER.get(at).copied().unwrap_or_default();
    match sixteenths % 32 {
        at @ 0..=8 => of(at),
        at @ 9..=16 => -of(16 - at),
        at @ 17..=24 => -of(at - 16),
        at => of(32 - at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cosines_are_cosines() {
        for at in 0..120 {
            assert!((cosine(at) - (at as f32 * std::f32::consts::PI / 16.0).cos()).abs() < 1e-5, "{at}");
        }
    }
}

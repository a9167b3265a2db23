//! DCT frames to samples: each block transformed, coarser components spread.

use super::coefficients::{Coefficients, Plane};
use super::header::{Component, Header};
use super::idct::samples;
use super::rows::Rows;
use super::upsample::{Scale, Small};
use crate::error::Result;
use crate::picture::{Format, Frame};

/// Decodes a DCT frame, components as they are coded.
///
/// # Errors
/// As for [`Coefficients::read`]; [`crate::Code::TooLong`] also where the frame is too large to hold.
pub(super) fn decode(bytes: &[u8], format: &Format) -> Result<Frame> {
    frame(Coefficients::read(bytes, Some(format))?, format)
}

/// The samples of coefficients.
///
/// # Errors
/// [`crate::Code::TooLong`] where the frame is too large to hold.
pub(super) fn frame(coefficients: Coefficients, format: &Format) -> Result<Frame> {
    let Coefficients { header, planes, .. } = coefficients;
    let mut rows = Rows::new(&header, format)?;
    for (index, (component, plane)) in header.components.iter().zip(planes).enumerate() {
        show(&header, component, plane, |y, row| rows.set(index, y, row));
    }
    Ok(rows.done())
}

/// Calls `set` with every row of the picture of one component.
fn show(header: &Header, component: &Component, plane: Plane, mut set: impl FnMut(usize, &[u16])) {
    let (across, down) = header.factors();
    let scale = Scale { across: (across, component.across), down: (down, component.down) };
    let (width, height) = header.size(component);
    if scale.is_one() {
        return transform(&plane, header.precision, (width, height), set);
    }
    let mut small = Small { width, height, data: Vec::with_capacity(width * height) };
    transform(&plane, header.precision, (width, height), |_, row| small.data.extend(row));
    drop(plane);
    let mut row = vec![0; header.width as usize];
    for y in 0..header.height as usize {
        small.spread(scale, y, &mut row);
        set(y, &row);
    }
}

/// Calls `set` with every row of a component's own samples.
fn transform(plane: &Plane, precision: u32, (width, height): (usize, usize), mut set: impl FnMut(usize, &[u16])) {
    let columns = plane.grid.columns;
    let mut strip = vec![0; 8 * 8 * columns];
    for (row, blocks) in plane.blocks.chunks(plane.grid.stride.max(1)).take(plane.grid.rows).enumerate() {
        for (at, block) in blocks.iter().take(columns).enumerate() {
            for (line, values) in strip.chunks_exact_mut(8 * columns).zip(samples(block, &plane.quantization, precision)) {
                if let Some(place) = line.get_mut(8 * at..8 * at + 8) {
                    place.copy_from_slice(&values);
                }
            }
        }
        for (y, line) in (8 * row..height).zip(strip.chunks_exact((8 * columns).max(1))) {
            set(y, line.get(..width).unwrap_or_default());
        }
    }
}

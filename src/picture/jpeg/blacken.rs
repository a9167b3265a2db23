//! Areas blackened among the coefficients: blocks that an area touches become black and level, and every other one stays as it was coded.

use super::coefficients::{Block, Coefficients, Grid, Plane};
use super::header::Header;
use super::upsample::Scale;
use super::{Colour, Process, colour_of, pixels};
use crate::error::{Code, Result};
use crate::picture::{Area, Format, Frame, Photometric};

/// What blackening areas does to a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grown {
    /// What becomes black: the areas grown to whole MCUs. Where colour is coarser than brightness, decoders may interpolate it along the
    /// edges with what lies beyond; brightness too in frames where it is the coarser one, which no known encoder writes.
    pub black: Vec<Area>,
    /// Where decoded samples may change at all: as much, and what colour beyond the edges is interpolated with it.
    pub touched: Vec<Area>,
}

/// Blackens areas of a sequential or progressive DCT frame, in whole MCUs. All other coefficients stay as they are, as do sampling,
/// quantization tables and restart intervals; application data and comments that colour does not need leave. A progressive frame becomes a
/// sequential one. What was written is read again, and compared among the coefficients.
///
/// # Errors
/// [`Code::Mask`] where it is not what it should be, [`Code::Codec`] where the frame is none of these, or black is not known or cannot be had in its steps, [`Code::PixelLayout`] where it is
/// not what the data set says, [`Code::PixelShort`] and [`Code::PixelStream`] where it cannot be read.
pub fn blacken(bytes: &[u8], format: &Format, areas: &[Area]) -> Result<Vec<u8>> {
    let mut coefficients = Coefficients::read(bytes, Some(format))?;
    let levels = levels(&coefficients, format)?;
    let mask = Mask::new(&coefficients.header, areas);
    for (plane, level) in coefficients.planes.iter_mut().zip(levels) {
        let grid = plane.grid;
        let blocks = plane.blocks.iter_mut().enumerate().filter(|(index, _)| mask.holds(&grid, *index));
        blocks.for_each(|(_, block)| *block = black(level));
    }
    let stream = coefficients.write()?;
    // Of blocks that are black already nothing else is asked than that they are.
    match is_edited(&coefficients, &Coefficients::read(&stream, Some(format))?, format, &mask)? {
        true => Ok(stream),
        false => Err(Code::Mask.into()),
    }
}

/// What blackening areas does to a DCT frame; areas beyond its picture do nothing.
///
/// # Errors
/// [`Code::Codec`] where it is no such frame, [`Code::PixelStream`] where its header cannot be read.
pub fn grown(bytes: &[u8], areas: &[Area]) -> Result<Grown> {
    let header = super::header(bytes)?;
    if header.process == Process::Lossless {
        return Err(Code::Codec.into());
    }
    let (across, down) = header.factors();
    let (width, height) = (8 * across as u32, 8 * down as u32);
    let scales = header.components.iter().map(|c| Scale { across: (across, c.across), down: (down, c.down) }.reach());
    let (reach_across, reach_down) = scales.fold((0, 0), |most, reach| (most.0.max(reach.0), most.1.max(reach.1)));
    let mut grown = Grown { black: Vec::new(), touched: Vec::new() };
    for area in areas.iter().map(|area| area.within(header.width, header.height)).filter(|area| !area.is_empty()) {
        let (x, y) = (area.x / width * width, area.y / height * height);
        let (right, bottom) = (area.right().div_ceil(width) * width, area.bottom().div_ceil(height) * height);
        let black = Area { x, y, width: right - x, height: bottom - y };
        let (left, top) = (x.saturating_sub(reach_across), y.saturating_sub(reach_down));
        let touched = Area { x: left, y: top, width: right + reach_across - left, height: bottom + reach_down - top };
        grown.black.push(black.within(header.width, header.height));
        grown.touched.push(touched.within(header.width, header.height));
    }
    Ok(grown)
}

/// The samples of a frame as it was and as it was written, if `after` is `before` with areas blackened and nothing else: the same frame,
/// black in every MCU that an area touches, the same coefficients in all others, and nothing beside that neither decoding nor colour needs.
///
/// # Errors
/// As for [`blacken`], of either stream.
pub fn compared(before: &[u8], after: &[u8], format: &Format, areas: &[Area]) -> Result<Option<(Frame, Frame)>> {
    let (before, after) = (Coefficients::read(before, Some(format))?, Coefficients::read(after, Some(format))?);
    if !is_edited(&before, &after, format, &Mask::new(&before.header, areas))? {
        return Ok(None);
    }
    Ok(Some((pixels::frame(before, format)?, pixels::frame(after, format)?)))
}

/// Whether `after` is `before` with its mask blackened, and nothing else.
fn is_edited(before: &Coefficients, after: &Coefficients, format: &Format, mask: &Mask) -> Result<bool> {
    let (one, other) = (&before.header, &after.header);
    let sequential = matches!(other.process, Process::Baseline | Process::Extended);
    let same = (one.precision, one.jfif, one.adobe) == (other.precision, other.jfif, other.adobe)
        && one.components.iter().map(|c| (c.id, c.across, c.down)).eq(other.components.iter().map(|c| (c.id, c.across, c.down)));
    if !sequential || !same || after.spare {
        return Ok(false);
    }
    let levels = levels(before, format)?;
    let mut planes = before.planes.iter().zip(&after.planes).zip(levels);
    Ok(planes.all(|((before, after), level)| is_blackened(before, after, mask, level)))
}

/// Whether a component is the same but for black blocks where the mask wants them.
fn is_blackened(before: &Plane, after: &Plane, mask: &Mask, level: i16) -> bool {
    let black = black(level);
    let mut blocks = before.blocks.iter().zip(&after.blocks).enumerate();
    before.quantization == after.quantization
        && before.grid == after.grid
        && blocks.all(|(index, (before_block, block))| {
            // Blocks beyond the picture may not be coded at all.
            let uncoded = || before.grid.is_beyond(index) && block.iter().all(|coefficient| *coefficient == 0);
            if mask.holds(&before.grid, index) { *block == black || uncoded() } else { block == before_block }
        })
}

/// A block of one level.
fn black(level: i16) -> Block {
    let mut block = [0; 64];
    block[0] = level;
    block
}

/// The level of black of each component, in steps of its quantization.
fn levels(coefficients: &Coefficients, format: &Format) -> Result<Vec<i16>> {
    let header = &coefficients.header;
    // Where signed words were coded as if they had no sign, the lowest lies beside the highest.
    if format.signed || format.photometric == Photometric::Palette {
        return Err(Code::Codec.into());
    }
    let middle = 1i32 << (header.precision - 1);
    let lowest = -middle;
    let highest = (1 << header.precision.min(format.bits_stored.max(1))) - 1 - middle;
    let targets = match colour_of(header, format) {
        Colour::Grey if format.photometric == Photometric::Monochrome1 => vec![highest],
        Colour::Grey => vec![lowest],
        Colour::Rgb => vec![lowest; 3],
        Colour::Ybr => vec![lowest, 0, 0],
        Colour::Other => return Err(Code::Codec.into()),
    };
    coefficients.planes.iter().zip(targets).map(|(plane, target)| level(target, i32::from(plane.quantization[0]), middle)).collect()
}

/// The DC coefficient whose block shows at least as far from the middle as `target`, a sample's distance from it.
fn level(target: i32, step: i32, middle: i32) -> Result<i16> {
    // A DC coefficient is eight times the mean (A.3.3).
    let wanted = 8 * target;
    let level = wanted.abs().checked_add(step - 1).and_then(|up| up.checked_div(step)).ok_or(Code::Codec)? * wanted.signum();
    // Far beyond the end of samples, decoders differ in whether they clip or wrap.
    if (level * step).abs() > 3 * 8 * middle {
        return Err(Code::Codec.into());
    }
    i16::try_from(level).map_err(|_| Code::Codec.into())
}

/// Which MCUs are to be black.
struct Mask {
    columns: usize,
    black: Vec<bool>,
}

impl Mask {
    fn new(header: &Header, areas: &[Area]) -> Self {
        let (columns, rows) = header.mcus();
        let (across, down) = header.factors();
        let (width, height) = (8 * across, 8 * down);
        let mut mask = Self { columns, black: vec![false; columns * rows] };
        for area in areas.iter().map(|area| area.within(header.width, header.height)).filter(|area| !area.is_empty()) {
            let (from, to) = (area.x as usize / width, (area.right() as usize).div_ceil(width));
            for row in area.y as usize / height..(area.bottom() as usize).div_ceil(height) {
                if let Some(mcus) = mask.black.get_mut(row * columns + from..row * columns + to) {
                    mcus.fill(true);
                }
            }
        }
        mask
    }

    /// Whether the block of this index is to be black.
    fn holds(&self, grid: &Grid, index: usize) -> bool {
        let (row, column) = (index / grid.stride / grid.down, index % grid.stride / grid.across);
        self.black.get(row * self.columns + column).copied().unwrap_or_default()
    }
}

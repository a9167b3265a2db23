//! A frame's quantized coefficients, read from its scans (ISO/IEC 10918-1 Annexes F and G).

use super::Process;
use super::bits::Bits;
use super::header::{Header, Member, Scan};
use super::huffman::Decoder;
use super::progressive;
use super::stream::{Quantization, Stream};
use super::zigzag::natural_of;
use crate::error::{Code, Result};
use crate::limits;
use crate::picture::Format;

/// 8 by 8 coefficients in the order of rows.
pub(super) type Block = [i16; 64];

/// Scans of one frame. Encoders write about ten.
const SCANS: usize = 100;

/// A frame as it is coded.
pub(super) struct Coefficients {
    pub(super) header: Header,
    /// Of each component.
    pub(super) planes: Vec<Plane>,
    /// As they came.
    pub(super) scans: Vec<Scan>,
    /// Whether the stream held anything that neither decoding nor colour needs.
    pub(super) spare: bool,
}

/// The blocks of a component.
pub(super) struct Plane {
    pub(super) grid: Grid,
    pub(super) quantization: Quantization,
    /// Row after row, of whole MCUs.
    pub(super) blocks: Vec<Block>,
}

/// How the blocks of a component lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    /// Blocks along a row that hold samples of the picture.
    pub(super) columns: usize,
    /// Blocks down a column that hold samples of the picture.
    pub(super) rows: usize,
    /// Blocks along a row, of whole MCUs.
    pub(super) stride: usize,
    /// Blocks of an MCU along a row.
    pub(super) across: usize,
    /// Blocks of an MCU down a column.
    pub(super) down: usize,
}

/// What comes next in a scan.
pub(super) enum Next {
    /// A block: which of the scan's components, and its index in that one's plane.
    Block(usize, usize),
    /// A restart marker of this number, 0 to 7.
    Restart(u8),
}

impl Coefficients {
    /// Reads all scans of a frame that the data set describes, or of any frame.
    ///
    /// # Errors
    /// [`Code::Codec`] where it is no DCT frame, [`Code::PixelLayout`] where it is not what the data set says, [`Code::TooLong`] where it
    /// is too large to hold, [`Code::PixelShort`] where data is missing, [`Code::PixelStream`] where it cannot be read.
    pub(super) fn read(bytes: &[u8], format: Option<&Format>) -> Result<Self> {
        let mut stream = Stream::open(bytes)?;
        let mut planes: Vec<Plane> = Vec::new();
        let mut scans: Vec<Scan> = Vec::new();
        let mut passes = progressive::Passes::default();
        while let Some(scan) = stream.scan()? {
            let header = stream.header()?;
            if planes.is_empty() {
                format.map_or(Ok(()), |format| header.check(format))?;
                planes = allocate(&header, stream.room())?;
            }
            for member in &scan.components {
                let plane = planes.get_mut(member.index).ok_or(Code::PixelStream)?;
                // The table counts that is there when a component's first scan starts.
                if !scans.iter().any(|before| before.components.iter().any(|other| other.index == member.index)) {
                    plane.quantization = *stream.quantized(header.components.get(member.index).map_or(0, |c| c.quantization))?;
                } else if header.process != Process::Progressive {
                    return Err(Code::PixelStream.into());
                }
            }
            let mut bits = stream.bits();
            match header.process {
                Process::Baseline | Process::Extended => sequential(&mut bits, &stream, &header, &scan, &mut planes)?,
                Process::Progressive => passes.read(&mut bits, &stream, &header, &scan, &mut planes)?,
                Process::Lossless => return Err(Code::Codec.into()),
            }
            scans.push(scan);
            if scans.len() > SCANS {
                return Err(Code::TooMany.into());
            }
            stream.resume(bits);
        }
        let missing = |index: &usize| !scans.iter().any(|scan| scan.components.iter().any(|member| member.index == *index));
        let header = stream.header()?;
        // Of progressive scans, nothing else tells how many there are.
        let unfinished = header.process == Process::Progressive && !stream.has_end();
        if unfinished || (0..planes.len()).any(|index| missing(&index)) {
            return Err(Code::PixelShort.into());
        }
        Ok(Self { header, planes, scans, spare: stream.has_spare() })
    }
}

/// Empty planes, where there are enough bits left for a code in every block.
fn allocate(header: &Header, room: u64) -> Result<Vec<Plane>> {
    let grids: Vec<Grid> = (0..header.components.len()).filter_map(|index| Grid::of(header, index)).collect();
    let (mut held, mut coded) = (0u64, 0u64);
    for grid in &grids {
        held = held.saturating_add(grid.size(header) as u64 * size_of::<Block>() as u64);
        coded = coded.saturating_add(grid.columns as u64 * grid.rows as u64);
    }
    if held > limits::FRAME {
        return Err(Code::TooLong.into());
    }
    if coded > room {
        return Err(Code::PixelShort.into());
    }
    let plane = |grid: Grid| Plane { grid, quantization: [0; 64], blocks: vec![[0; 64]; grid.size(header)] };
    Ok(grids.into_iter().map(plane).collect())
}

impl Grid {
    /// Of a component of a frame.
    pub(super) fn of(header: &Header, index: usize) -> Option<Self> {
        let component = header.components.get(index)?;
        let (width, height) = header.size(component);
        Some(Self {
            columns: width.div_ceil(8),
            rows: height.div_ceil(8),
            stride: header.mcus().0 * component.across,
            across: component.across,
            down: component.down,
        })
    }

    /// Whether a block holds no sample of the picture.
    pub(super) const fn is_beyond(&self, index: usize) -> bool {
        index / self.stride >= self.rows || index % self.stride >= self.columns
    }

    /// Blocks of all MCUs.
    pub(super) fn size(&self, header: &Header) -> usize {
        self.stride * header.mcus().1 * self.down
    }
}

/// Visits the blocks of a scan in coded order, and its restarts: MCU by MCU where components take turns, else only blocks that hold samples
/// (A.2.2, A.2.3).
///
/// # Errors
/// The visitor's.
#[inline]
pub(super) fn walk(grids: &[Grid], mcus: (usize, usize), interval: usize, mut visit: impl FnMut(Next) -> Result<()>) -> Result<()> {
    let (columns, rows) = if let [only] = grids { (only.columns, only.rows) } else { mcus };
    let mut left = interval;
    let mut number = 0;
    for row in 0..rows {
        for column in 0..columns {
            if interval > 0 {
                if left == 0 {
                    visit(Next::Restart(number))?;
                    left = interval;
                    number = (number + 1) & 7;
                }
                left -= 1;
            }
            if let [only] = grids {
                visit(Next::Block(0, row * only.stride + column))?;
                continue;
            }
            for (which, grid) in grids.iter().enumerate() {
                for down in 0..grid.down {
                    let first = (row * grid.down + down) * grid.stride + column * grid.across;
                    for across in 0..grid.across {
                        visit(Next::Block(which, first + across))?;
                    }
                }
            }
        }
    }
    Ok(())
}

/// The grids of a scan's components.
pub(super) fn grids(scan: &Scan, planes: &[Plane]) -> Vec<Grid> {
    scan.components.iter().filter_map(|member| planes.get(member.index)).map(|plane| plane.grid).collect()
}

/// The tables of a component, its last DC coefficient, and its blocks.
struct Turn<'a> {
    dc: &'a Decoder,
    ac: &'a Decoder,
    last: i32,
    blocks: Vec<Block>,
}

/// Reads a scan that holds all coefficients of its components (F.2).
///
/// Which coefficients its header says it has is not asked: some encoders leave that empty, and no decoder cares.
fn sequential(bits: &mut Bits<'_>, stream: &Stream<'_>, header: &Header, scan: &Scan, planes: &mut [Plane]) -> Result<()> {
    let grids = grids(scan, planes);
    let mut turns = Vec::new();
    for Member { index, dc, ac } in &scan.components {
        let blocks = planes.get_mut(*index).map(|plane| std::mem::take(&mut plane.blocks)).unwrap_or_default();
        turns.push(Turn { dc: stream.dc(*dc)?, ac: stream.ac(*ac)?, last: 0, blocks });
    }
    walk(&grids, header.mcus(), scan.interval, |next| match next {
        Next::Block(which, index) => {
            let Some(turn) = turns.get_mut(which) else { return Ok(()) };
            let Some(block) = turn.blocks.get_mut(index) else { return Ok(()) };
            read(bits, turn.dc, turn.ac, &mut turn.last, block)
        }
        Next::Restart(number) => {
            turns.iter_mut().for_each(|turn| turn.last = 0);
            bits.restart(number)
        }
    })?;
    for (member, turn) in scan.components.iter().zip(turns) {
        if let Some(plane) = planes.get_mut(member.index) {
            plane.blocks = turn.blocks;
        }
    }
    Ok(())
}

/// Reads a block (F.2.2).
#[inline]
fn read(bits: &mut Bits<'_>, dc: &Decoder, ac: &Decoder, last: &mut i32, block: &mut Block) -> Result<()> {
    *last = dc_of(bits, dc, *last)?;
    block[0] = *last as i16;
    let mut at = 1;
    while at < 64 {
        let symbol = ac.read(bits)?;
        let (run, size) = (usize::from(symbol >> 4), u32::from(symbol & 15));
        if size == 0 {
            if run != 15 {
                break;
            }
            at += 16;
            continue;
        }
        at += run;
        if at > 63 {
            return Err(Code::PixelStream.into());
        }
        let value = bits.signed(size)?;
        if let Some(coefficient) = block.get_mut(natural_of(at)) {
            *coefficient = value as i16;
        }
        at += 1;
    }
    Ok(())
}

/// The next DC coefficient, which is coded as the difference to the last (F.2.2.1): one that 16 bits hold.
#[inline]
pub(super) fn dc_of(bits: &mut Bits<'_>, dc: &Decoder, last: i32) -> Result<i32> {
    let size = u32::from(dc.read(bits)?);
    let value = last + if size > 15 { return Err(Code::PixelStream.into()) } else { bits.signed(size)? };
    if i16::try_from(value).is_ok() { Ok(value) } else { Err(Code::PixelStream.into()) }
}

//! Progressive scans: bands of coefficients, bit by bit (ISO/IEC 10918-1 Annex G).

use super::bits::Bits;
use super::coefficients::{Block, Next, Plane, dc_of, grids, walk};
use super::header::{Header, Scan};
use super::huffman::Decoder;
use super::stream::Stream;
use super::zigzag::natural_of;
use crate::error::{Code, Result};

/// How far each coefficient of each component has been read.
#[derive(Default)]
pub(super) struct Passes(Vec<[Option<u8>; 64]>);

impl Passes {
    /// Reads a scan that follows on what was read before.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where it does not follow, or cannot be read; [`Code::PixelShort`] where the data ends.
    pub(super) fn read(
        &mut self,
        bits: &mut Bits<'_>,
        stream: &Stream<'_>,
        header: &Header,
        scan: &Scan,
        planes: &mut [Plane],
    ) -> Result<()> {
        self.0.resize(planes.len(), [None; 64]);
        self.follow(scan)?;
        if scan.start == 0 {
            return dc_scan(bits, stream, header, scan, planes);
        }
        let [member] = *scan.components.as_slice() else { return Err(Code::PixelStream.into()) };
        let (grids, ac) = (grids(scan, planes), stream.ac(member.ac)?);
        let blocks = planes.get_mut(member.index).map(|plane| plane.blocks.as_mut_slice()).unwrap_or_default();
        let mut band = Band { from: usize::from(scan.start), to: usize::from(scan.end), low: u32::from(scan.low), empty: 0 };
        walk(&grids, header.mcus(), scan.interval, |next| match next {
            Next::Block(_, index) => match blocks.get_mut(index) {
                Some(block) if scan.high == 0 => band.first(bits, ac, block),
                Some(block) => band.refine(bits, ac, block),
                None => Ok(()),
            },
            Next::Restart(number) => {
                band.empty = 0;
                bits.restart(number)
            }
        })
    }

    /// Every bit of every coefficient comes once, the highest first, and no AC coefficient before its DC coefficient (G.1.1.1).
    fn follow(&mut self, scan: &Scan) -> Result<()> {
        let Scan { start, end, high, low, .. } = *scan;
        let band = if start == 0 { end == 0 } else { start <= end && end < 64 };
        if !band || low > 13 || (high > 0 && high != low + 1) {
            return Err(Code::PixelStream.into());
        }
        for member in &scan.components {
            let read = self.0.get_mut(member.index).ok_or(Code::PixelStream)?;
            if start > 0 && read[0].is_none() {
                return Err(Code::PixelStream.into());
            }
            for bit in read.iter_mut().take(usize::from(end) + 1).skip(usize::from(start)) {
                if *bit != (high > 0).then_some(high) {
                    return Err(Code::PixelStream.into());
                }
                *bit = Some(low);
            }
        }
        Ok(())
    }
}

/// The first bits, or one more, of DC coefficients (G.1.2.1).
fn dc_scan(bits: &mut Bits<'_>, stream: &Stream<'_>, header: &Header, scan: &Scan, planes: &mut [Plane]) -> Result<()> {
    let grids = grids(scan, planes);
    let mut last = vec![0; scan.components.len()];
    walk(&grids, header.mcus(), scan.interval, |next| {
        let (which, index) = match next {
            Next::Block(which, index) => (which, index),
            Next::Restart(number) => {
                last.fill(0);
                return bits.restart(number);
            }
        };
        let (Some(member), Some(last)) = (scan.components.get(which), last.get_mut(which)) else { return Ok(()) };
        let Some(block) = planes.get_mut(member.index).and_then(|plane| plane.blocks.get_mut(index)) else { return Ok(()) };
        if scan.high == 0 {
            *last = dc_of(bits, stream.dc(member.dc)?, *last)?;
            block[0] = (*last << scan.low) as i16;
        } else if bits.take(1)? == 1 {
            block[0] |= 1 << scan.low;
        }
        Ok(())
    })
}

/// A band of AC coefficients.
struct Band {
    from: usize,
    to: usize,
    low: u32,
    /// Blocks to come that hold nothing new (G.1.2.2).
    empty: u32,
}

impl Band {
    /// The first bits (G.1.2.2).
    fn first(&mut self, bits: &mut Bits<'_>, ac: &Decoder, block: &mut Block) -> Result<()> {
        if self.empty > 0 {
            self.empty -= 1;
            return Ok(());
        }
        let mut at = self.from;
        while at <= self.to {
            let symbol = ac.read(bits)?;
            let (run, size) = (symbol >> 4, u32::from(symbol & 15));
            if size == 0 && run < 15 {
                self.empty = (1 << run) - 1 + bits.take(u32::from(run))?;
                return Ok(());
            }
            at += usize::from(run);
            if size > 0 {
                let value = bits.signed(size)? << self.low;
                let coefficient = block.get_mut(natural_of(at)).filter(|_| at <= self.to).ok_or(Code::PixelStream)?;
                *coefficient = value as i16;
            }
            at += 1;
        }
        Ok(())
    }

    /// One more bit (G.1.2.3): of those that are not zero as they are passed, and of those that become so.
    fn refine(&mut self, bits: &mut Bits<'_>, ac: &Decoder, block: &mut Block) -> Result<()> {
        let mut at = self.from;
        while at <= self.to && self.empty == 0 {
            let symbol = ac.read(bits)?;
            let (run, size) = (symbol >> 4, symbol & 15);
            if size == 0 && run < 15 {
                self.empty = (1 << run) + bits.take(u32::from(run))?;
                break;
            }
            let new = match size {
                0 => 0,
                1 if bits.take(1)? == 1 => 1 << self.low,
                1 => -1 << self.low,
                _ => return Err(Code::PixelStream.into()),
            };
            at = self.pass(bits, block, at, Some(run))?;
            if new != 0 {
                let coefficient = block.get_mut(natural_of(at)).filter(|_| at <= self.to).ok_or(Code::PixelStream)?;
                *coefficient = new;
            }
            at += 1;
        }
        if self.empty > 0 {
            self.pass(bits, block, at, None)?;
            self.empty -= 1;
        }
        Ok(())
    }

    /// Passes over as many zeros as the run has, up to the next one, or over the rest of the band, and takes a bit of each coefficient on
    /// the way that is not zero. Where it stopped.
    fn pass(&self, bits: &mut Bits<'_>, block: &mut Block, from: usize, run: Option<u8>) -> Result<usize> {
        let (mut at, mut left) = (from, run);
        while at <= self.to {
            let Some(coefficient) = block.get_mut(natural_of(at)) else { break };
            if *coefficient != 0 {
                let bit = 1 << self.low;
                if bits.take(1)? == 1 && *coefficient & bit == 0 {
                    *coefficient = if *coefficient > 0 { coefficient.wrapping_add(bit) } else { coefficient.wrapping_sub(bit) };
                }
            } else {
                match left {
                    Some(0) => break,
                    Some(zeros) => left = Some(zeros - 1),
                    None => (),
                }
            }
            at += 1;
        }
        Ok(at)
    }
}

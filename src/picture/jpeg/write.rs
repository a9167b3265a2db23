//! Coefficients back into a stream: sequential scans with the best codes for what they hold (ISO/IEC 10918-1 Annexes B and F).

use super::Process;
use super::bits::{Writer, category, magnitude};
use super::coefficients::{Block, Coefficients, Next, Plane, grids, walk};
use super::header::{Member, Scan};
use super::huffman::{Counts, Encoder, Table};
use super::stream::Quantization;
use super::zigzag::{NATURAL, natural_of};
use crate::error::{Code, Result};

impl Coefficients {
    /// A sequential stream of these coefficients, with nothing in it that neither decoding nor colour needs. Scans and restart intervals
    /// are as they were; those of a progressive frame become one.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where coefficients are not such as can be coded.
    pub(super) fn write(&self) -> Result<Vec<u8>> {
        let mut out = vec![0xFF, 0xD8];
        if let Some(jfif) = &self.header.jfif {
            segment(&mut out, 0xE0, &[&jfif[..], &[0, 0]].concat());
        }
        if let Some(adobe) = &self.header.adobe {
            segment(&mut out, 0xEE, adobe);
        }
        let numbers = self.quantizations(&mut out);
        self.frame(&mut out, &numbers);
        let merged;
        let scans = if self.header.process == Process::Progressive {
            merged = self.merged();
            &merged
        } else {
            &self.scans
        };
        let mut interval = 0;
        for scan in scans {
            if scan.interval != std::mem::replace(&mut interval, scan.interval) {
                segment(&mut out, 0xDD, &(scan.interval as u16).to_be_bytes());
            }
            out = self.scan(out, scan)?;
        }
        out.extend([0xFF, 0xD9]);
        Ok(out)
    }

    /// Writes each table once. The number of each component's.
    fn quantizations(&self, out: &mut Vec<u8>) -> Vec<u8> {
        let mut tables: Vec<&Quantization> = Vec::new();
        let mut numbers = Vec::new();
        for plane in &self.planes {
            let number = tables.iter().position(|table| **table == plane.quantization).unwrap_or(tables.len());
            if number == tables.len() {
                tables.push(&plane.quantization);
                let wide = plane.quantization.iter().any(|value| *value > 255);
                let mut payload = vec![if wide { 0x10 } else { 0 } | number as u8];
                for at in NATURAL {
                    let [high, low] = plane.quantization.get(usize::from(at)).copied().unwrap_or_default().to_be_bytes();
                    if wide { payload.extend([high, low]) } else { payload.push(low) }
                }
                segment(out, 0xDB, &payload);
            }
            numbers.push(number as u8);
        }
        numbers
    }

    /// Writes the frame header.
    fn frame(&self, out: &mut Vec<u8>, numbers: &[u8]) {
        let header = &self.header;
        let plain = header.precision == 8 && self.planes.iter().all(|plane| plane.quantization.iter().all(|value| *value < 256));
        let marker = match header.process {
            Process::Extended => 0xC1,
            _ if plain => 0xC0,
            _ => 0xC1,
        };
        let [high, low] = (header.height as u16).to_be_bytes();
        let [width_high, width_low] = (header.width as u16).to_be_bytes();
        let mut payload = vec![header.precision as u8, high, low, width_high, width_low, header.components.len() as u8];
        for (component, number) in header.components.iter().zip(numbers) {
            payload.extend([component.id, (component.across << 4 | component.down) as u8, *number]);
        }
        segment(out, marker, &payload);
    }

    /// One scan of all components, or one of each where an MCU would have more than ten blocks (B.2.3).
    fn merged(&self) -> Vec<Scan> {
        let member = |index: usize| Member { index, dc: u8::from(index > 0), ac: u8::from(index > 0) };
        let scan = |components| Scan { components, start: 0, end: 63, high: 0, low: 0, interval: 0 };
        let all: Vec<Member> = (0..self.planes.len()).map(member).collect();
        let blocks: usize = self.header.components.iter().map(|component| component.across * component.down).sum();
        if blocks <= 10 { vec![scan(all)] } else { all.into_iter().map(|member| scan(vec![member])).collect() }
    }

    /// Appends the tables, the header and the data of a scan.
    fn scan(&self, mut out: Vec<u8>, scan: &Scan) -> Result<Vec<u8>> {
        let mut counted = Counting { dc: [const { Counts::new() }; 4], ac: [const { Counts::new() }; 4] };
        self.code(scan, &mut counted)?;
        let tables = |counts: [Counts; 4]| counts.map(|counts| Table::best(&counts));
        let (dc, ac) = (tables(counted.dc), tables(counted.ac));
        for (class, tables) in [(0, &dc), (0x10, &ac)] {
            for (number, table) in (0..).zip(tables).filter(|(_, table)| !table.symbols.is_empty()) {
                huffman_segment(&mut out, class | number, table);
            }
        }
        let mut payload = vec![scan.components.len() as u8];
        for member in &scan.components {
            let id = self.header.components.get(member.index).map_or(0, |component| component.id);
            payload.extend([id, member.dc << 4 | member.ac]);
        }
        payload.extend([0, 63, 0]);
        segment(&mut out, 0xDA, &payload);
        let mut coding =
            Coding { dc: dc.map(|table| Encoder::new(&table)), ac: ac.map(|table| Encoder::new(&table)), writer: Writer::new(out) };
        self.code(scan, &mut coding)?;
        Ok(coding.writer.end())
    }

    /// Says what a scan holds, symbol by symbol.
    fn code(&self, scan: &Scan, sink: &mut impl Sink) -> Result<()> {
        let mut turns: Vec<(&Member, &Plane, i32)> = Vec::new();
        for member in &scan.components {
            turns.push((member, self.planes.get(member.index).ok_or(Code::PixelStream)?, 0));
        }
        walk(&grids(scan, &self.planes), self.header.mcus(), scan.interval, |next| match next {
            Next::Block(which, index) => {
                let Some((member, plane, last)) = turns.get_mut(which) else { return Ok(()) };
                let Some(block) = plane.blocks.get(index) else { return Ok(()) };
                let value = i32::from(block[0]);
                let difference = value - std::mem::replace(last, value);
                code_block(member, difference, block, sink)
            }
            Next::Restart(number) => {
                turns.iter_mut().for_each(|(_, _, last)| *last = 0);
                sink.restart(number);
                Ok(())
            }
        })
    }
}

/// A block's symbols (F.1.2).
#[inline]
fn code_block(member: &Member, difference: i32, block: &Block, sink: &mut impl Sink) -> Result<()> {
    let size = category(difference);
    if size > 15 {
        return Err(Code::PixelStream.into());
    }
    sink.dc(member.dc, size as u8, magnitude(difference), size);
    let mut zeros = 0;
    for at in 1..64 {
        let value = i32::from(block.get(natural_of(at)).copied().unwrap_or_default());
        if value == 0 {
            zeros += 1;
            continue;
        }
        while zeros > 15 {
            sink.ac(member.ac, 0xF0, 0, 0);
            zeros -= 16;
        }
        let size = category(value);
        if size > 15 {
            return Err(Code::PixelStream.into());
        }
        sink.ac(member.ac, zeros << 4 | size as u8, magnitude(value), size);
        zeros = 0;
    }
    if zeros > 0 {
        sink.ac(member.ac, 0, 0, 0);
    }
    Ok(())
}

/// Takes the symbols of a scan, each with the bits that follow it.
trait Sink {
    fn dc(&mut self, table: u8, symbol: u8, value: u32, size: u32);
    fn ac(&mut self, table: u8, symbol: u8, value: u32, size: u32);
    fn restart(&mut self, number: u8);
}

/// How often each symbol occurs, by table.
struct Counting {
    dc: [Counts; 4],
    ac: [Counts; 4],
}

impl Sink for Counting {
    #[inline]
    fn dc(&mut self, table: u8, symbol: u8, _: u32, _: u32) {
        if let Some(counts) = self.dc.get_mut(usize::from(table)) {
            counts.add(symbol);
        }
    }

    #[inline]
    fn ac(&mut self, table: u8, symbol: u8, _: u32, _: u32) {
        if let Some(counts) = self.ac.get_mut(usize::from(table)) {
            counts.add(symbol);
        }
    }

    fn restart(&mut self, _: u8) {}
}

/// Writes the symbols.
struct Coding {
    dc: [Encoder; 4],
    ac: [Encoder; 4],
    writer: Writer,
}

impl Sink for Coding {
    #[inline]
    fn dc(&mut self, table: u8, symbol: u8, value: u32, size: u32) {
        if let Some(encoder) = self.dc.get(usize::from(table)) {
            encoder.write(&mut self.writer, symbol, value, size);
        }
    }

    #[inline]
    fn ac(&mut self, table: u8, symbol: u8, value: u32, size: u32) {
        if let Some(encoder) = self.ac.get(usize::from(table)) {
            encoder.write(&mut self.writer, symbol, value, size);
        }
    }

    fn restart(&mut self, number: u8) {
        self.writer.restart(number);
    }
}

/// Appends a marker segment; payloads here are short.
pub(super) fn segment(out: &mut Vec<u8>, marker: u8, payload: &[u8]) {
    out.extend([0xFF, marker]);
    out.extend((payload.len() as u16 + 2).to_be_bytes());
    out.extend(payload);
}

/// Appends a Huffman table with its class and number.
pub(super) fn huffman_segment(out: &mut Vec<u8>, place: u8, table: &Table) {
    segment(out, 0xC4, &[&[place][..], &table.counts, &table.symbols].concat());
}

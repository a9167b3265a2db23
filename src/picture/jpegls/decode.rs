//! Decoding of scans (T.87 A.4 to A.7 and B).

use super::super::{Format, Frame};
use super::Interleave;
use super::bits::Reader;
use super::context::{Contexts, RUN_LENGTHS};
use super::line::{Around, Lines};
use super::marker::{Scan, Stream, interval};
use super::parameters::Parameters;
use crate::error::{Code, Result};

/// The stored values of one JPEG-LS frame. Where they are signed, the highest bit of the stream's own precision is the sign.
///
/// # Errors
/// [`Code::PixelLayout`], [`Code::TooLong`]: a format that no frame has, or too large. [`Code::Codec`]: a stream that is broken, of another
/// shape than `format` says, or of a kind that is not decoded here.
pub fn decode(bytes: &[u8], format: &Format) -> Result<Frame> {
    format.check()?;
    let stream = Stream::read(bytes)?;
    let shape = (stream.rows, stream.columns, stream.components.len()) == (format.rows, format.columns, format.samples as usize);
    if !shape || format.bits_allocated == 1 || stream.bits > format.bits_allocated {
        return Err(Code::Codec.into());
    }
    let mut frame = Frame::zeros(format).ok_or(Code::TooLong)?;
    for scan in &stream.scans {
        let parameters = Parameters::of(stream.bits, scan.near, &scan.preset)?;
        let sign = if format.signed { stream.bits } else { 32 };
        decode_scan(scan, parameters, &mut frame, sign)?;
    }
    Ok(frame)
}

fn decode_scan(scan: &Scan<'_>, parameters: Parameters, frame: &mut Frame, sign: u32) -> Result<()> {
    let mut rest = Some((0, scan.data));
    let mut expected = 0;
    let each = if scan.restart == 0 { frame.height } else { scan.restart };
    let mut row = 0;
    while row < frame.height {
        let (number, data) = rest.ok_or(Code::Codec)?;
        if row > 0 && number != expected {
            return Err(Code::Codec.into());
        }
        expected = if row > 0 { (expected + 1) & 7 } else { 0 };
        let (data, next) = interval(data);
        rest = next;
        let end = frame.height.min(row.saturating_add(each));
        Decoder { reader: Reader::new(data), contexts: Contexts::new(&parameters), parameters }.rows(row..end, scan, frame, sign)?;
        row = end;
    }
    Ok(())
}

struct Decoder<'a> {
    reader: Reader<'a>,
    contexts: Contexts,
    parameters: Parameters,
}

impl Decoder<'_> {
    fn rows(&mut self, rows: std::ops::Range<u32>, scan: &Scan<'_>, frame: &mut Frame, sign: u32) -> Result<()> {
        let columns = frame.width as usize;
        let mut lines: Vec<Lines> = scan.components.iter().map(|_| Lines::new(columns)).collect();
        for row in rows {
            if scan.interleave == Interleave::Sample {
                self.pixels(&mut lines, columns).ok_or(Code::Codec)?;
            } else {
                for lines in &mut lines {
                    self.line(lines, columns).ok_or(Code::Codec)?;
                }
            }
            for (lines, component) in lines.iter_mut().zip(&scan.components) {
                store(lines.samples(), frame, row, *component, sign);
                lines.next();
            }
        }
        Ok(())
    }

    /// A line of one component; `None` where its bits make none.
    fn line(&mut self, lines: &mut Lines, columns: usize) -> Option<()> {
        let mut x = 1;
        while x <= columns {
            let around = lines.around(x)?;
            let (number, turned) = around.context(&self.parameters);
            if number != 0 {
                let value = self.regular(around, number, turned)?;
                lines.set(x, value);
                x += 1;
                continue;
            }
            let n = self.run(&mut lines.run, columns + 1 - x)?;
            (x..x + n).for_each(|x| lines.set(x, around.a));
            x += n;
            if x > columns {
                break;
            }
            let around = lines.around(x)?;
            let alike = (around.a - around.b).abs() <= self.parameters.near;
            let value = self.interruption(around, alike, lines.run)?;
            lines.set(x, value);
            lines.run = lines.run.saturating_sub(1);
            x += 1;
        }
        Some(())
    }

    /// A line of all components, sample by sample. Their runs are one, and what ends a run has the neighbour above foretell it (T.87 B).
    fn pixels(&mut self, lines: &mut [Lines], columns: usize) -> Option<()> {
        let mut x = 1;
        let mut run = lines.first().map_or(0, |lines| lines.run);
        while x <= columns {
            let around = |lines: &Lines| lines.around(x);
            if !lines.iter().all(|lines| around(lines).is_some_and(|around| around.context(&self.parameters).0 == 0)) {
                for lines in &mut *lines {
                    let around = lines.around(x)?;
                    let (number, turned) = around.context(&self.parameters);
                    let value = self.regular(around, number, turned)?;
                    lines.set(x, value);
                }
                x += 1;
                continue;
            }
            let n = self.run(&mut run, columns + 1 - x)?;
            for lines in &mut *lines {
                let value = lines.around(x).map_or(0, |around| around.a);
                (x..x + n).for_each(|x| lines.set(x, value));
            }
            x += n;
            if x > columns {
                break;
            }
            for lines in &mut *lines {
                let around = lines.around(x)?;
                let value = self.interruption(around, false, run)?;
                lines.set(x, value);
            }
            run = run.saturating_sub(1);
            x += 1;
        }
        if let Some(first) = lines.first_mut() {
            first.run = run;
        }
        Some(())
    }

    #[inline]
    fn regular(&mut self, around: Around, number: usize, turned: bool) -> Option<i32> {
        let parameters = &self.parameters;
        let context = self.contexts.regular(number);
        let k = context.golomb();
        let mapped = code(&mut self.reader, k, parameters.limit, parameters)?;
        let error = context.unmap(mapped, k, parameters.near);
        let foretold = around.foretold(context.correction, turned, parameters.max);
        context.learn(error, parameters);
        Some(restore(foretold, if turned { -error } else { error }, parameters))
    }

    /// How many samples are as the one before; `left` where the run goes on to the end of the line (T.87 A.7.1).
    #[inline]
    fn run(&mut self, index: &mut usize, left: usize) -> Option<usize> {
        let mut n = 0;
        while self.reader.bits(1)? == 1 {
            let step = 1 << run_bits(*index);
            if step <= left - n {
                n += step;
                *index = (*index + 1).min(31);
            } else {
                n = left;
            }
            if n == left {
                return Some(n);
            }
        }
        n += self.reader.bits(run_bits(*index))? as usize;
        // A run that reaches the end is not interrupted.
        (n < left).then_some(n)
    }

    /// The sample that ends a run (T.87 A.7.2).
    #[inline]
    fn interruption(&mut self, around: Around, alike: bool, run: usize) -> Option<i32> {
        let parameters = &self.parameters;
        let context = if alike { &mut self.contexts.alike } else { &mut self.contexts.differing };
        let k = context.golomb();
        let limit = parameters.limit.saturating_sub(run_bits(run) + 1);
        let mapped = code(&mut self.reader, k, limit, parameters)?;
        let error = context.unmap(mapped, k);
        context.learn(error, mapped, parameters);
        let turned = !alike && around.a > around.b;
        Some(restore(if alike { around.a } else { around.b }, if turned { -error } else { error }, parameters))
    }
}

fn run_bits(index: usize) -> u32 {
    RUN_LENGTHS.get(index).copied().unwrap_or(15)
}

/// A number in a Golomb code of limited length (T.87 A.5.3). No error of 17 bits has a larger one.
#[inline]
fn code(reader: &mut Reader<'_>, k: u32, limit: u32, parameters: &Parameters) -> Option<u32> {
    let zeros = reader.zeros(limit)?;
    let number = if zeros >= limit.saturating_sub(parameters.error_bits + 1) {
        u64::from(reader.bits(parameters.error_bits)?) + 1
    } else {
        (u64::from(zeros) << k) + u64::from(reader.bits(k)?)
    };
    u32::try_from(number).ok().filter(|number| *number <= 1 << 17)
}

/// The sample of an error (T.87 A.4.4 and A.4.5).
#[inline]
fn restore(foretold: i32, error: i32, parameters: &Parameters) -> i32 {
    let step = 2 * parameters.near + 1;
    let value = foretold + error * step;
    let around = parameters.range * step;
    let value = if value < -parameters.near {
        value + around
    } else if value > parameters.max + parameters.near {
        value - around
    } else {
        value
    };
    value.clamp(0, parameters.max)
}

/// Writes a line's samples to their places. Those of fewer bits than the word may have a sign to repeat.
fn store(samples: &[i32], frame: &mut Frame, row: u32, component: usize, sign: u32) {
    let (word, each) = (frame.word, frame.samples as usize);
    let line = (frame.width as usize).saturating_mul(each);
    let places = frame.data.chunks_exact_mut(word).skip(line.saturating_mul(row as usize).saturating_add(component)).step_by(each.max(1));
    let up = 32u32.saturating_sub(sign);
    for (to, value) in places.zip(samples) {
        let value = (*value << up) >> up;
        to.iter_mut().zip(value.to_le_bytes()).for_each(|(to, byte)| *to = byte);
    }
}

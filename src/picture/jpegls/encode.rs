//! Lossless encoding (T.87 A.4 to A.7 and B). Components are interleaved by line.

use super::super::{Format, Frame};
use super::bits::Writer;
use super::context::{Contexts, RUN_LENGTHS};
use super::line::{Around, Lines};
use super::parameters::{Parameters, Preset};
use crate::error::{Code, Result};

/// A lossless stream of the same samples: [`super::decode`] gives them back, word for word. Its length may be odd.
///
/// Samples have as many bits as High Bit says, or more where a word needs them.
///
/// # Errors
/// [`Code::PixelLayout`]: a format that no frame has. [`Code::Codec`]: samples of more than 16 bits, or single bits.
pub fn encode(frame: &Frame, format: &Format) -> Result<Vec<u8>> {
    format.check()?;
    let bits = precision(frame, format);
    let parameters = Parameters::of(bits, 0, &Preset::default())?;
    let count = u8::try_from(frame.samples).map_err(|_| Code::Codec)?;
    if format.bits_allocated == 1 || (frame.width, frame.height, frame.samples) != (format.columns, format.rows, format.samples) {
        return Err(Code::Codec.into());
    }
    let mut stream = head(bits, frame, count)?;
    let mut encoder = Encoder { writer: Writer::default(), contexts: Contexts::new(&parameters), parameters };
    let (columns, samples) = (frame.width as usize, frame.samples as usize);
    let mut components: Vec<Lines> = (0..samples).map(|_| Lines::new(columns)).collect();
    let mask = u32::MAX >> (32 - bits.clamp(1, 32));
    for row in frame.data.chunks_exact((columns * samples * frame.word).max(1)) {
        for (lines, at) in components.iter_mut().zip(0..) {
            let words = row.chunks_exact(frame.word.max(1)).skip(at).step_by(samples);
            for (x, bytes) in (1..).zip(words) {
                lines.set(x, (number(bytes) & mask) as i32);
            }
            encoder.line(lines, columns).ok_or(Code::Codec)?;
            lines.next();
        }
    }
    stream.append(&mut encoder.writer.finish());
    stream.extend([0xFF, 0xD9]);
    Ok(stream)
}

/// Bits that hold every sample, with its sign where it has one; at least those up to High Bit.
fn precision(frame: &Frame, format: &Format) -> u32 {
    let words = frame.data.chunks_exact(frame.word.max(1)).map(number);
    let top = 32 - format.word().min(4) as u32 * 8;
    let need = if format.signed {
        // Set where a bit is unlike the sign: how many follow the highest of these, and the sign itself.
        let unlike = words.map(|word| (word << top) as i32).fold(0, |unlike, word| unlike | ((word >> 31) ^ word) as u32);
        33 - (unlike >> top).leading_zeros()
    } else {
        32 - words.fold(0, |set, word| set | word).leading_zeros()
    };
    need.max(format.high_bit.saturating_add(1)).max(2)
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// SOI, SOF55 and SOS (T.87 C.2).
fn head(bits: u32, frame: &Frame, count: u8) -> Result<Vec<u8>> {
    let small = |n: u32| u16::try_from(n).map(u16::to_be_bytes).map_err(|_| Code::Codec);
    let bits = u8::try_from(bits).map_err(|_| Code::Codec)?;
    let mut head = vec![0xFF, 0xD8, 0xFF, 0xF7, 0, 8 + 3 * count, bits];
    head.extend(small(frame.height)?);
    head.extend(small(frame.width)?);
    head.push(count);
    head.extend((1..=count).flat_map(|id| [id, 0x11, 0]));
    head.extend([0xFF, 0xDA, 0, 6 + 2 * count, count]);
    head.extend((1..=count).flat_map(|id| [id, 0]));
    head.extend([0, u8::from(count > 1), 0]);
    Ok(head)
}

struct Encoder {
    writer: Writer,
    contexts: Contexts,
    parameters: Parameters,
}

impl Encoder {
    /// A line of one component; `None` where it is shorter than `columns`.
    fn line(&mut self, lines: &mut Lines, columns: usize) -> Option<()> {
        let mut x = 1;
        while x <= columns {
            let around = lines.around(x)?;
            let (number, turned) = around.context(&self.parameters);
            if number != 0 {
                self.regular(around, number, turned, *lines.line.get(x)?);
                x += 1;
                continue;
            }
            let rest = lines.line.get(x..=columns)?;
            let n = rest.iter().take_while(|sample| **sample == around.a).count();
            self.run(&mut lines.run, n, n == rest.len());
            x += n;
            if x > columns {
                break;
            }
            self.interruption(lines.around(x)?, *lines.line.get(x)?, lines.run);
            lines.run = lines.run.saturating_sub(1);
            x += 1;
        }
        Some(())
    }

    #[inline]
    fn regular(&mut self, around: Around, number: usize, turned: bool, sample: i32) {
        let parameters = &self.parameters;
        let context = self.contexts.regular(number);
        let error = sample - around.foretold(context.correction, turned, parameters.max);
        let error = reduce(if turned { -error } else { error }, parameters);
        let k = context.golomb();
        code(&mut self.writer, context.map(error, k, 0), k, parameters.limit, parameters);
        context.learn(error, parameters);
    }

    /// T.87 A.7.1.
    fn run(&mut self, index: &mut usize, mut n: usize, to_end: bool) {
        while n >= 1 << run_bits(*index) {
            self.writer.bits(1, 1);
            n -= 1 << run_bits(*index);
            *index = (*index + 1).min(31);
        }
        if !to_end {
            self.writer.bits(0, 1);
            // Below 2 to the power of these bits.
            self.writer.bits(n as u32, run_bits(*index));
        } else if n > 0 {
            self.writer.bits(1, 1);
        }
    }

    /// T.87 A.7.2.
    fn interruption(&mut self, around: Around, sample: i32, run: usize) {
        let parameters = &self.parameters;
        let alike = around.a == around.b;
        let context = if alike { &mut self.contexts.alike } else { &mut self.contexts.differing };
        let error = sample - around.b;
        let error = reduce(if around.a > around.b { -error } else { error }, parameters);
        let k = context.golomb();
        let mapped = context.map(error, k);
        code(&mut self.writer, mapped, k, parameters.limit.saturating_sub(run_bits(run) + 1), parameters);
        context.learn(error, mapped, parameters);
    }
}

fn run_bits(index: usize) -> u32 {
    RUN_LENGTHS.get(index).copied().unwrap_or(15)
}

/// The error of the smaller size that restores to the same sample (T.87 A.4.5).
#[inline]
fn reduce(error: i32, parameters: &Parameters) -> i32 {
    let error = if error < 0 { error + parameters.range } else { error };
    if error >= (parameters.range + 1) / 2 { error - parameters.range } else { error }
}

/// A Golomb code of limited length (T.87 A.5.3).
#[inline]
fn code(writer: &mut Writer, mapped: u32, k: u32, limit: u32, parameters: &Parameters) {
    let most = limit.saturating_sub(parameters.error_bits + 1);
    let zeros = mapped >> k;
    if zeros < most {
        writer.zeros(zeros);
        writer.bits(mapped & ((1 << k) - 1), k);
    } else {
        writer.zeros(most);
        writer.bits(mapped - 1, parameters.error_bits);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::build::{format, noise, waves};
    use super::super::decode;
    use super::*;

    /// A stream with coding parameters of its own, whose lines are coded in intervals.
    fn stream(frame: &Frame, preset: &Preset, lines_each: usize) -> Vec<u8> {
        let parameters = Parameters::of(8, 0, preset).unwrap();
        let mut stream = head(8, frame, 1).unwrap();
        let scan = stream.split_off(stream.len() - 10);
        stream.extend([0xFF, 0xF8, 0, 13, 1]);
        let words = [preset.max, preset.thresholds[0], preset.thresholds[1], preset.thresholds[2], preset.reset];
        stream.extend(words.iter().flat_map(|word| word.to_be_bytes()));
        stream.extend([0xFF, 0xDD, 0, 4, 0, lines_each as u8]);
        stream.extend(scan);
        let columns = frame.width as usize;
        for (rows, at) in frame.data.chunks(columns * lines_each).zip(0u8..) {
            if at > 0 {
                stream.extend([0xFF, 0xD0 + (at - 1) % 8]);
            }
            let mut encoder = Encoder { writer: Writer::default(), contexts: Contexts::new(&parameters), parameters };
            let mut lines = Lines::new(columns);
            for row in rows.chunks(columns) {
                (1..).zip(row).for_each(|(x, sample)| lines.set(x, i32::from(*sample)));
                encoder.line(&mut lines, columns).unwrap();
                lines.next();
            }
            stream.extend(encoder.writer.finish());
        }
        stream.extend([0xFF, 0xD9]);
        stream
    }

    #[test]
    fn parameters_of_its_own_and_restarts_are_decoded() {
        let format = format(23, 31, 1, 8);
        for mut frame in [noise(&format, 8), waves(&format, 8)] {
            frame.data.iter_mut().for_each(|sample| *sample = (*sample).min(200));
            for (max, thresholds, reset) in
                [(0, [0; 3], 0), (200, [0; 3], 0), (210, [5, 5, 90], 3), (255, [1, 2, 255], 31), (0, [4, 0, 0], 6_000)]
            {
                for each in [1, 2, 7, 23] {
                    let stream = stream(&frame, &Preset { max, thresholds, reset }, each);
                    assert_eq!(decode(&stream, &format).as_ref(), Ok(&frame), "{max} {each}");
                    if each < 12 {
                        let mut wrong = stream.clone();
                        let at = wrong.windows(2).position(|pair| pair == [0xFF, 0xD0]).unwrap();
                        wrong[at + 1] = 0xD3;
                        assert_eq!(decode(&wrong, &format), Err(Code::Codec.into()));
                    }
                }
            }
        }
    }
}

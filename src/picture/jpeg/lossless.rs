//! Lossless frames: each sample predicted from its neighbours, the difference coded (ISO/IEC 10918-1 Annex H).

use super::bits::{Bits, Writer, category, magnitude};
use super::header::{Header, Scan};
use super::huffman::{Counts, Decoder, Encoder, Table};
use super::rows::Rows;
use super::stream::Stream;
use super::write::{huffman_segment, segment};
use crate::error::{Code, Result};
use crate::picture::{Format, Frame, Photometric};

/// A component's last rows: the one before, and the one at hand.
struct Lines {
    above: Vec<u16>,
    row: Vec<u16>,
}

impl Lines {
    fn new(width: usize) -> Self {
        Self { above: vec![0; width], row: vec![0; width] }
    }

    fn next(&mut self) {
        std::mem::swap(&mut self.above, &mut self.row);
    }
}

/// Decodes a lossless frame, every sample exact.
///
/// # Errors
/// [`Code::PixelLayout`] where it is not what the data set says, [`Code::Codec`] where components differ in size, [`Code::PixelShort`]
/// where data is missing, [`Code::PixelStream`] where it cannot be read.
pub(super) fn decode(bytes: &[u8], format: &Format) -> Result<Frame> {
    let mut stream = Stream::open(bytes)?;
    let mut rows: Option<Rows> = None;
    let mut read: Vec<usize> = Vec::new();
    while let Some(scan) = stream.scan()? {
        let header = stream.header()?;
        header.check(format)?;
        // One bit a sample is the least.
        if u64::from(header.width) * u64::from(header.height) * scan.components.len() as u64 > stream.room() {
            return Err(Code::PixelShort.into());
        }
        let rows = match &mut rows {
            Some(rows) => rows,
            none => none.insert(Rows::new(&header, format)?),
        };
        if scan.components.iter().any(|member| read.contains(&member.index)) {
            return Err(Code::PixelStream.into());
        }
        read.extend(scan.components.iter().map(|member| member.index));
        let mut bits = stream.bits();
        decode_scan(&mut bits, &stream, &header, &scan, rows)?;
        stream.resume(bits);
    }
    match rows {
        Some(rows) if read.len() as u64 == u64::from(format.samples) => Ok(rows.done()),
        _ => Err(Code::PixelShort.into()),
    }
}

fn decode_scan(bits: &mut Bits<'_>, stream: &Stream<'_>, header: &Header, scan: &Scan, rows: &mut Rows) -> Result<()> {
    let size = |factor: usize| scan.components.len() == 1 || factor == 1;
    let (across, down) = header.factors();
    if !size(across) || !size(down) || header.components.iter().any(|c| c.across != across || c.down != down) {
        return Err(Code::Codec.into());
    }
    let width = header.width as usize;
    // A restart within a row would leave predictors without neighbours (H.1.1 rules it out).
    if !(1..=7).contains(&scan.start) || u32::from(scan.low) >= header.precision || !scan.interval.is_multiple_of(width) {
        return Err(Code::PixelStream.into());
    }
    let interval = scan.interval / width;
    let first = 1u16 << (header.precision - u32::from(scan.low) - 1);
    let mut lines: Vec<Lines> = scan.components.iter().map(|_| Lines::new(width)).collect();
    let decoders = scan.components.iter().map(|member| stream.dc(member.dc)).collect::<Result<Vec<&Decoder>>>()?;
    let mut shifted = vec![0; width];
    for y in 0..header.height as usize {
        let restarts = interval > 0 && y.is_multiple_of(interval);
        if restarts && y > 0 {
            bits.restart(((y / interval - 1) & 7) as u8)?;
        }
        let start = if y == 0 || restarts { Some(first) } else { None };
        match (lines.as_mut_slice(), decoders.as_slice()) {
            ([only], [decoder]) => decode_row(bits, decoder, only, scan.start, start)?,
            (lines, decoders) => decode_rows(bits, decoders, lines, scan.start, start)?,
        }
        for (member, lines) in scan.components.iter().zip(&mut lines) {
            shifted.iter_mut().zip(&lines.row).for_each(|(shifted, value)| *shifted = value << scan.low);
            rows.set(member.index, y, &shifted);
            lines.next();
        }
    }
    Ok(())
}

/// A row of the only component of a scan.
fn decode_row(bits: &mut Bits<'_>, decoder: &Decoder, lines: &mut Lines, predictor: u8, start: Option<u16>) -> Result<()> {
    let mut left = start.or(lines.above.first().copied()).unwrap_or_default();
    let mut corner = left;
    for (at, (value, above)) in lines.row.iter_mut().zip(&lines.above).enumerate() {
        let predicted = if at == 0 || start.is_some() { left } else { predict(predictor, left, *above, corner) };
        left = predicted.wrapping_add(difference(bits, decoder)?);
        corner = *above;
        *value = left;
    }
    Ok(())
}

/// A row of components that take turns sample by sample.
fn decode_rows(bits: &mut Bits<'_>, decoders: &[&Decoder], lines: &mut [Lines], predictor: u8, start: Option<u16>) -> Result<()> {
    let mut states: Vec<(u16, u16)> =
        lines.iter().map(|lines| start.or(lines.above.first().copied()).unwrap_or_default()).map(|v| (v, v)).collect();
    for at in 0..lines.first().map_or(0, |lines| lines.row.len()) {
        for ((decoder, lines), (left, corner)) in decoders.iter().zip(lines.iter_mut()).zip(&mut states) {
            let above = lines.above.get(at).copied().unwrap_or_default();
            let predicted = if at == 0 || start.is_some() { *left } else { predict(predictor, *left, above, *corner) };
            *left = predicted.wrapping_add(difference(bits, decoder)?);
            *corner = above;
            if let Some(value) = lines.row.get_mut(at) {
                *value = *left;
            }
        }
    }
    Ok(())
}

/// What a sample is expected to be from the one on the left, the one above and the one between (Table H.1).
#[inline]
fn predict(predictor: u8, left: u16, above: u16, corner: u16) -> u16 {
    let (a, b, c) = (i32::from(left), i32::from(above), i32::from(corner));
    let value = match predictor {
        1 => a,
        2 => b,
        3 => c,
        4 => a + b - c,
        5 => a + ((b - c) >> 1),
        6 => b + ((a - c) >> 1),
        _ => (a + b) >> 1,
    };
    value as u16
}

/// The next difference, modulo 2 to the power of 16 (H.1.2.2).
#[inline]
fn difference(bits: &mut Bits<'_>, decoder: &Decoder) -> Result<u16> {
    match decoder.read(bits)? {
        // Only 32,768 has this many bits; none follow.
        16 => Ok(0x8000),
        size if size < 16 => Ok(bits.signed(u32::from(size))? as u16),
        _ => Err(Code::PixelStream.into()),
    }
}

/// Encodes a frame losslessly, with the sample on the left as predictor: Process 14, Selection Value 1 (PS3.5 A.4.2).
///
/// Samples have as many bits as are stored, or as many as all of the frame's need if those are more. Signed ones are coded as the low bits
/// of their words.
///
/// # Errors
/// [`Code::Codec`] for samples of more than 16 bits and for other than one or three a pixel, [`Code::PixelLayout`] where the frame is not
/// what `format` says.
pub fn encode_lossless(frame: &Frame, format: &Format) -> Result<Vec<u8>> {
    let (width, height) = (frame.width as usize, frame.height as usize);
    let bytes = width.checked_mul(height).and_then(|n| n.checked_mul(frame.samples as usize)).and_then(|n| n.checked_mul(frame.word));
    let same = (frame.width, frame.height, frame.samples, frame.word) == (format.columns, format.rows, format.samples, format.word());
    let (Ok(columns @ 1..), Ok(lines @ 1..)) = (u16::try_from(width), u16::try_from(height)) else { return Err(Code::PixelLayout.into()) };
    if !same || bytes != Some(frame.data.len()) || format.bits_stored > format.bits_allocated {
        return Err(Code::PixelLayout.into());
    }
    if !matches!(frame.samples, 1 | 3) || frame.word > 2 {
        return Err(Code::Codec.into());
    }
    let precision = precision(frame, format);
    let components = frame.samples as usize;
    let ids: &[u8] = if components == 3 && format.photometric == Photometric::Rgb { b"RGB" } else { &[1, 2, 3] };
    let ids = ids.iter().take(components);

    let mut counts: Vec<Counts> = ids.clone().map(|_| Counts::new()).collect();
    differences(frame, precision, |component, value| {
        if let Some(counts) = counts.get_mut(component) {
            counts.add(category(value) as u8);
        }
    });
    let tables: Vec<Table> = counts.iter().map(Table::best).collect();

    let mut out = vec![0xFF, 0xD8];
    let [high, low] = lines.to_be_bytes();
    let [width_high, width_low] = columns.to_be_bytes();
    let mut payload = vec![precision as u8, high, low, width_high, width_low, components as u8];
    payload.extend(ids.clone().flat_map(|id| [*id, 0x11, 0]));
    segment(&mut out, 0xC3, &payload);
    for (number, table) in (0..).zip(&tables) {
        huffman_segment(&mut out, number, table);
    }
    let mut payload = vec![components as u8];
    payload.extend(ids.zip(0..).flat_map(|(id, number): (&u8, u8)| [*id, number << 4]));
    payload.extend([1, 0, 0]);
    segment(&mut out, 0xDA, &payload);

    let encoders: Vec<Encoder> = tables.iter().map(Encoder::new).collect();
    let mut writer = Writer::new(out);
    differences(frame, precision, |component, value| {
        let size = category(value);
        if let Some(encoder) = encoders.get(component) {
            encoder.write(&mut writer, size as u8, magnitude(value), if size == 16 { 0 } else { size });
        }
    });
    let mut out = writer.end();
    out.extend([0xFF, 0xD9]);
    Ok(out)
}

/// Calls `each` with a component's number and difference, sample by sample.
#[inline]
fn differences(frame: &Frame, precision: u32, mut each: impl FnMut(usize, i32)) {
    let samples = frame.samples as usize;
    let mask = u16::MAX >> (16 - precision);
    // What the first samples of a row are expected to be.
    let mut start = vec![1u16 << (precision - 1); samples];
    let (mut words, mut differences) = (Vec::new(), Vec::new());
    for line in frame.data.chunks_exact((frame.width as usize * samples * frame.word).max(1)) {
        words.clear();
        match frame.word {
            1 => words.extend(line.iter().map(|byte| u16::from(*byte) & mask)),
            _ => words.extend(line.as_chunks::<2>().0.iter().map(|word| u16::from_le_bytes(*word) & mask)),
        }
        differences.clear();
        differences.extend(start.iter().chain(&words).zip(&words).map(|(left, word)| word.wrapping_sub(*left).cast_signed()));
        for pixel in differences.chunks_exact(samples.max(1)) {
            for (component, value) in pixel.iter().enumerate() {
                // 32,768 has no negative of as many bits (Table H.2).
                each(component, if *value == i16::MIN { 0x8000 } else { i32::from(*value) });
            }
        }
        start.clear();
        start.extend(words.iter().take(samples));
    }
}

/// Bits a sample that hold every sample of a frame.
fn precision(frame: &Frame, format: &Format) -> u32 {
    let whole = 8 * frame.word as u32;
    let stored = format.bits_stored.clamp(2, whole);
    let mut words = (0..frame.data.len() / frame.word).map(|index| frame.sample(index) as u16);
    if format.signed {
        // Signs that reach through the word come back from fewer bits; other words do not.
        let (low, unused) = (16 - format.bits_stored.clamp(1, 16), 16 - whole);
        let extends = |word: u16| ((word << low).cast_signed() >> low) == ((word << unused).cast_signed() >> unused);
        return if format.bits_stored >= 2 && words.all(extends) { stored } else { whole };
    }
    let used = words.fold(0, |used, word| used | word);
    stored.max(16 - used.leading_zeros())
}

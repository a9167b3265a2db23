//! A small picture of an instance, for the screen that it lies on.

use std::io::{Read, Seek};

use dicom_dictionary_std::tags;

use crate::error::{Code, Result};
use crate::file::{DataSet, Extent, Instance, PixelValue, Source, dataset, decimal, kind};
use crate::limits;
use crate::picture::{Picture, Small, small};

/// The middle frame in eight bits a sample, at most `edge` pixels a side; `None` where there is no picture, or no decoder for it.
///
/// # Errors
/// As [`Instance::read`]; [`Code::PixelShort`].
pub fn picture<R: Read + Seek>(source: &mut Source<R>, edge: u32) -> Result<Option<Small>> {
    let kind = kind(source)?;
    let mut instance = Instance::read(source, kind, Extent::Header)?;
    match instance.inflated.take() {
        Some(mut inflated) => frame(&mut inflated, &instance, edge),
        None => frame(source, &instance, edge),
    }
}

fn frame<R: Read + Seek>(source: &mut Source<R>, instance: &Instance, edge: u32) -> Result<Option<Small>> {
    let set = &instance.dataset;
    let number = |tag| dataset::integer(set, tag).and_then(|number| u32::try_from(number).ok());
    let (Some(rows), Some(columns), Some(bits)) = (number(tags::ROWS), number(tags::COLUMNS), number(tags::BITS_ALLOCATED)) else {
        return Ok(None);
    };
    let samples = number(tags::SAMPLES_PER_PIXEL).unwrap_or(1);
    let frames = u64::from(number(tags::NUMBER_OF_FRAMES).unwrap_or(1).max(1));
    let Some(PixelValue::Native(span)) = instance.pixels.as_ref().map(|pixels| &pixels.value) else { return Ok(None) };
    let length = u64::from(rows) * u64::from(columns) * u64::from(samples) * u64::from(bits / 8);
    if length == 0 || length > limits::VALUE * 4 || edge == 0 {
        return Ok(None);
    }
    let start = span.start.checked_add(length.checked_mul(frames / 2).ok_or(Code::PixelLayout)?).ok_or(Code::PixelLayout)?;
    if start.checked_add(length).is_none_or(|end| end > span.end) {
        return Err(Code::PixelShort.into());
    }
    let bytes = source.bytes(start, usize::try_from(length).map_err(|_| Code::PixelLayout)?)?;
    let photometric = dataset::text(set, tags::PHOTOMETRIC_INTERPRETATION);
    let whole = match (samples, bits, photometric) {
        (1, 8 | 16, "MONOCHROME1" | "MONOCHROME2") => grey(set, bytes, bits, instance.encoding.is_big()),
        (3, 8, "RGB") if number(tags::PLANAR_CONFIGURATION).unwrap_or(0) == 0 => bytes.to_vec(),
        _ => return Ok(None),
    };
    Ok(Some(small(&Picture { width: columns, height: rows, samples, data: whole }, edge)))
}

/// Stretched to the file's window, or to what the frame holds.
fn grey(set: &DataSet, bytes: &[u8], bits: u32, big_endian: bool) -> Vec<u8> {
    let signed = dataset::integer(set, tags::PIXEL_REPRESENTATION) == Some(1);
    let values: Vec<f32> = match bits {
        8 => bytes.iter().map(|byte| f32::from(*byte)).collect(),
        _ => bytes.as_chunks::<2>().0.iter().map(|pair| word(*pair, big_endian, signed)).collect(),
    };
    #[allow(clippy::cast_possible_truncation, reason = "for the screen alone")]
    let decimal = |tag| dataset::text(set, tag).split('\\').next().and_then(|text| decimal(text.trim())).map(|number| number as f32);
    let (slope, intercept) = (decimal(tags::RESCALE_SLOPE).unwrap_or(1.0), decimal(tags::RESCALE_INTERCEPT).unwrap_or(0.0));
    let window = decimal(tags::WINDOW_CENTER).zip(decimal(tags::WINDOW_WIDTH)).filter(|(_, width)| *width >= 1.0 && slope != 0.0);
    let (low, high) = match window {
        Some((center, width)) => ((center - width / 2.0 - intercept) / slope, (center + width / 2.0 - intercept) / slope),
        None => values.iter().fold((f32::MAX, f32::MIN), |(low, high), value| (low.min(*value), high.max(*value))),
    };
    let inverse = dataset::text(set, tags::PHOTOMETRIC_INTERPRETATION) == "MONOCHROME1";
    let range = if (high - low).abs() < 1e-6 { 1.0 } else { high - low };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=255")]
    let shown = values.iter().map(|value| {
        let level = ((value - low) / range * 255.0).clamp(0.0, 255.0) as u8;
        if inverse { 255 - level } else { level }
    });
    shown.collect()
}

fn word(pair: [u8; 2], big_endian: bool, signed: bool) -> f32 {
    let word = if big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) };
    if signed { f32::from(word.cast_signed()) } else { f32::from(word) }
}

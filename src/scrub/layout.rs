//! How the pixels of an instance lie, by its header and by where their bytes are.

use dicom_dictionary_std::tags;

use crate::error::{Code, Error, Result};
use crate::file::{DataSet, PixelElement, PixelValue, dataset};
use crate::pixel::{Layout, Payload};

/// The bytes of Pixel Data: a value, or fragments.
pub fn payload(pixels: &PixelElement, big_endian: bool) -> Payload {
    match &pixels.value {
        PixelValue::Native(value) => Payload::Native { value: value.clone(), big_endian },
        PixelValue::Encapsulated { table, fragments } => Payload::Encapsulated { table: table.clone(), fragments: fragments.clone() },
    }
}

/// The layout that a header states.
///
/// # Errors
/// [`Code::PixelLayout`] where it does not, or not with numbers.
pub fn layout(set: &DataSet, pixels: &PixelElement) -> Result<Layout> {
    let number = |tag, otherwise: Option<u32>| {
        let stated = dataset::has_value(set, tag);
        let value = dataset::integer(set, tag).and_then(|number| u32::try_from(number).ok());
        value.or(otherwise.filter(|_| !stated)).ok_or(Error::of(Code::PixelLayout, tag))
    };
    let float = pixels.tag.element() != 0x0010;
    let bits_allocated = number(tags::BITS_ALLOCATED, if float { Some(if pixels.tag.element() == 8 { 32 } else { 64 }) } else { None })?;
    let bits_stored = number(tags::BITS_STORED, Some(bits_allocated))?;
    let frames = match dataset::has_value(set, tags::NUMBER_OF_FRAMES) {
        false => 1,
        true => {
            let frames = dataset::integer(set, tags::NUMBER_OF_FRAMES).and_then(|frames| u64::try_from(frames).ok());
            // Some writers put 0 where they mean that there is one.
            frames.ok_or(Error::of(Code::PixelLayout, tags::NUMBER_OF_FRAMES))?.max(1)
        }
    };
    Ok(Layout {
        rows: number(tags::ROWS, None)?,
        columns: number(tags::COLUMNS, None)?,
        samples: number(tags::SAMPLES_PER_PIXEL, Some(1))?,
        frames,
        bits_allocated,
        bits_stored,
        high_bit: number(tags::HIGH_BIT, Some(bits_stored.saturating_sub(1)))?,
        signed: number(tags::PIXEL_REPRESENTATION, Some(0))? == 1,
        subsampled: matches!(dataset::text(set, tags::PHOTOMETRIC_INTERPRETATION), "YBR_FULL_422" | "YBR_PARTIAL_422"),
        float,
    })
}

//! What a header says of its pictures, for those who look at them.

use dicom_core::value::PrimitiveValue;
use dicom_core::{Tag, VR};
use dicom_dictionary_std::tags;

use crate::file::{self, DataSet, Instance, dataset, value};
use crate::picture::regions::Facts;
use crate::picture::{Area, Format, Photometric, Request, Risk, Tables};
use crate::pixel::Layout;
use crate::profile::Writing;

/// Regions of (0018,6011) that are believed.
const REGIONS: usize = 64;

/// The request of an instance whose pixels lie as `layout` says.
pub fn request(instance: &Instance, layout: &Layout, risk: Risk, writing: Writing) -> Request {
    let set = &instance.dataset;
    let number = |tag| dataset::integer(set, tag);
    let planar = number(tags::PLANAR_CONFIGURATION) == Some(1);
    let regions = regions(set);
    let slope = decimal(set, tags::RESCALE_SLOPE).filter(|slope| *slope != 0.0);
    Request {
        syntax: instance.transfer_syntax.clone(),
        format: Format {
            rows: layout.rows,
            columns: layout.columns,
            samples: layout.samples,
            bits_allocated: layout.bits_allocated,
            bits_stored: layout.bits_stored,
            high_bit: layout.high_bit,
            signed: layout.signed,
            planar,
            photometric: Photometric::of(dataset::text(set, tags::PHOTOMETRIC_INTERPRETATION)),
            big_endian: instance.pixels.as_ref().is_some_and(|pixels| turned(instance.encoding.is_big(), layout.bits_allocated, pixels.vr)),
        },
        frames: u32::try_from(layout.frames).unwrap_or(u32::MAX),
        risk,
        writing,
        facts: facts(instance, layout, !regions.is_empty()),
        regions,
        window: decimal(set, tags::WINDOW_CENTER).zip(decimal(set, tags::WINDOW_WIDTH)).filter(|(_, width)| *width >= 1.0),
        rescale: (slope.unwrap_or(1.0), decimal(set, tags::RESCALE_INTERCEPT).unwrap_or(0.0)),
        tables: tables(set, layout, instance.encoding.is_big()),
        padding: number(tags::PIXEL_PADDING_VALUE).and_then(|value| i32::try_from(value).ok()),
        scan: None,
    }
}

/// Whether words have their first byte on top: samples of 8 bits or less are in words only where the element is OW (PS3.5 8.1.1 and A.2).
fn turned(big_endian: bool, bits_allocated: u32, vr: VR) -> bool {
    big_endian && (bits_allocated > 8 || vr == VR::OW)
}

/// What tells of the device and of the kind of picture.
fn facts(instance: &Instance, layout: &Layout, has_us_regions: bool) -> Facts {
    let text = |tag| instance.text(tag).to_owned();
    Facts {
        sop_class: instance.sop_class().to_owned(),
        modality: text(tags::MODALITY),
        manufacturer: text(tags::MANUFACTURER),
        model: text(tags::MANUFACTURER_MODEL_NAME),
        software_versions: text(tags::SOFTWARE_VERSIONS),
        image_type: text(tags::IMAGE_TYPE),
        series_description: text(tags::SERIES_DESCRIPTION),
        protocol: text(tags::PROTOCOL_NAME),
        burned_in: text(tags::BURNED_IN_ANNOTATION),
        comments_on_radiation_dose: text(tags::COMMENTS_ON_RADIATION_DOSE),
        conversion_type: text(tags::CONVERSION_TYPE),
        secondary_model: text(tags::SECONDARY_CAPTURE_DEVICE_MANUFACTURER_MODEL_NAME),
        implementation: String::new(),
        window_width: text(tags::WINDOW_WIDTH),
        rows: layout.rows,
        columns: layout.columns,
        has_us_regions,
    }
}

pub(super) fn decimal(set: &DataSet, tag: Tag) -> Option<f64> {
    file::decimal(dataset::text(set, tag).split('\\').next()?.trim()).filter(|number| number.is_finite())
}

/// The rectangles that an ultrasound picture says to be its image (PS3.3 C.8.5.5).
fn regions(set: &DataSet) -> Vec<Area> {
    let items = set.get(tags::SEQUENCE_OF_ULTRASOUND_REGIONS).and_then(|element| element.value().items()).unwrap_or_default();
    let region = |item: &DataSet| {
        let number = |tag| dataset::integer(item, tag).and_then(|number| u32::try_from(number).ok());
        let (x, y) = (number(tags::REGION_LOCATION_MIN_X0)?, number(tags::REGION_LOCATION_MIN_Y0)?);
        let (right, bottom) = (number(tags::REGION_LOCATION_MAX_X1)?, number(tags::REGION_LOCATION_MAX_Y1)?);
        // The last column and row are part of it.
        Some(Area { x, y, width: right.checked_sub(x)?.saturating_add(1), height: bottom.checked_sub(y)?.saturating_add(1) })
    };
    items.iter().take(REGIONS).filter_map(region).collect()
}

fn tables(set: &DataSet, layout: &Layout, big_endian: bool) -> Option<Tables> {
    let words = match dataset::primitive(set, tags::RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR)? {
        PrimitiveValue::U16(words) => words.to_vec(),
        PrimitiveValue::I16(words) => words.iter().map(|word| word.cast_unsigned()).collect(),
        _ => return None,
    };
    let [entries, first, bits] = words.try_into().ok()?;
    let first = if layout.signed { i32::from(first.cast_signed()) } else { i32::from(first) };
    let bytes = |tags: [Tag; 3]| {
        let mut all = [const { Vec::new() }; 3];
        for (bytes, tag) in all.iter_mut().zip(tags) {
            value::encode(dataset::primitive(set, tag)?, big_endian, bytes);
        }
        Some(all)
    };
    let plain = bytes([
        tags::RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
        tags::GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
        tags::BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA,
    ]);
    let (segmented, data) = match plain {
        Some(data) => (false, data),
        None => (
            true,
            bytes([
                tags::SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                tags::SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                tags::SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA,
            ])?,
        ),
    };
    Some(Tables { descriptor: (u32::from(entries), first, u32::from(bits)), segmented, big_endian, data })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_their_own_are_not_turned() {
        assert!(turned(true, 16, VR::OB) && turned(true, 16, VR::OW) && turned(true, 8, VR::OW));
        assert!(!turned(true, 8, VR::OB) && !turned(true, 1, VR::OB) && !turned(false, 16, VR::OW));
    }
}

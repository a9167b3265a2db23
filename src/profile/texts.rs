//! The few attributes beyond Table E.1-1 whose text or bytes say something of the device or the picture, and that readers of images need.
//!
//! Everything else that could hold a person's words is removed: Table E.1-1 does not name every attribute that people type into.

use dicom_core::Tag;
use dicom_dictionary_std::tags;

/// Short text of the device: kept where its shape is that of a product's name, not of a person, a date or a number.
const DEVICE: &[Tag] = &[
    tags::MANUFACTURER,
    tags::MANUFACTURER_MODEL_NAME,
    tags::SOFTWARE_VERSIONS,
    tags::SEQUENCE_NAME,
    tags::PULSE_SEQUENCE_NAME,
    tags::CONVOLUTION_KERNEL,
    tags::RECEIVE_COIL_NAME,
    tags::TRANSMIT_COIL_NAME,
];

/// Tables of numbers that pictures are shown with, beside those that a descriptor measures.
const ARRAYS: &[Tag] = &[tags::ICC_PROFILE];

/// Whether the attribute holds a device's own short text.
pub fn is_device_text(tag: Tag) -> bool {
    DEVICE.contains(&tag)
}

/// Whether the attribute's bytes (OB, OW) are numbers that a picture is shown with.
pub fn is_array(tag: Tag) -> bool {
    ARRAYS.contains(&tag)
}

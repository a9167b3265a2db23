//! What a file held beside its attributes, by stable names.

use dicom_dictionary_std::tags;

use crate::file::Instance;
use crate::plan::{Need, Place};

/// Stable names of what the reader left in the file.
pub fn findings(instance: &Instance) -> Vec<&'static str> {
    let dropped = &instance.dropped;
    [
        (dropped.private > 0, "private"),
        (dropped.unknown > 0, "unknown"),
        (dropped.duplicates > 0, "duplicates"),
        (dropped.graphics > 0, "graphics"),
        (dropped.misfits > 0, "misfits"),
        (dropped.pixels > 0, "pixel-copies"),
        (dropped.trailing > 0, "trailing-bytes"),
        // What leaves says what was there; the class asks for a picture.
        (instance.pixels.is_none() && Place::top(instance.sop_class()).need(tags::ROWS) == Need::Value { always: true }, "no-pixels"),
        (instance.program, "program-preamble"),
    ]
    .into_iter()
    .filter_map(|(there, name)| there.then_some(name))
    .collect()
}

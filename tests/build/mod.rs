//! Makes DICOM files and archives byte by byte, well formed or wrong in one named way. No file from anywhere else is needed.

#![allow(dead_code, unused_imports, reason = "each test binary uses its own part")]

pub mod content;
pub mod file;
pub mod heads;
pub mod pixels;
pub mod samples;
pub mod set;
pub mod zip;

pub use file::{BIG, DEFLATED, EXPLICIT, File, IMPLICIT, JPEG, JPEG_2000, JPEG_LS, JPEG_XL, NATIVE, RLE, Syntax};
pub use set::{El, Encoding, Set};

//! JPEG-LS frames, decoded and encoded (ISO/IEC 14495-1 | ITU-T T.87, PS3.5 8.2.3).
//!
//! - Decoded: 1 to 4 components of 2 to 16 bits, lossless and near-lossless, interleaved by line, by sample or not, with coding parameters of
//!   their own and restart intervals (in lines, as CharLS counts them).
//! - Encoded: lossless, interleaved by line.
//! - Refused: mapping tables, point transforms, subsampled components, and colour transforms, which the standard does not know.

mod bits;
mod context;
mod decode;
mod encode;
mod line;
mod marker;
mod parameters;
#[cfg(test)]
mod tests;

pub use decode::decode;
pub use encode::encode;

/// How components follow each other in a scan (T.87 C.2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Interleave {
    /// One component a scan.
    None,
    /// A line of each.
    Line,
    /// A sample of each.
    Sample,
}

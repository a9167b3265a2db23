//! Pictures: frames decoded to stored values, writing found in them, judged and blackened, and all of it checked.
//!
//! [`crate::pixel`] looks at what a payload carries beside its samples; this looks at the samples. Nothing here knows of data sets: a
//! [`Format`] says how the samples lie, frames come in one by one as bytes.

mod area;
mod band;
pub mod black;
#[cfg(test)]
mod build;
pub mod find;
mod format;
mod frame;
pub mod jpeg;
pub mod judge;
mod outside;
mod port;
pub mod jpegls;
pub mod native;
pub mod rle;
mod stored;
pub mod render;
pub mod regions;

pub use area::Area;
pub use format::{Format, Photometric};
pub use frame::{Frame, Picture};
pub use outside::{Codecs, None, Reader, Reading};
pub use port::{Blackened, Mark, Pictures, Request, Risk, Seen, Small, Tables, Target, Why};
pub use stored::{Patch, Stored};

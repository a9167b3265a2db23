//! Pictures: frames decoded to stored values, writing found in them, judged and blackened, and all of it checked.
//!
//! [`crate::pixel`] looks at what a payload carries beside its samples; this looks at the samples. Nothing here knows of data sets: a
//! [`Format`] says how the samples lie, frames come in one by one as bytes.

mod area;
mod band;
pub mod black;
pub mod blacken;
#[cfg(test)]
mod build;
mod carve;
pub mod decode;
mod encode;
pub mod export;
pub mod find;
mod format;
mod frame;
mod glance;
mod heads;
pub mod jpeg;
pub mod jpegls;
pub mod judge;
mod layer;
mod looker;
pub mod native;
mod outside;
mod palette;
mod port;
pub mod regions;
pub mod render;
pub mod rle;
mod small;
mod stored;

pub use area::Area;
pub use format::{Format, Photometric};
pub use frame::{Frame, Picture};
pub use looker::Looker;
pub use outside::{Codecs, None, Reader, Reading};
pub use port::{Blackened, Mark, Opened, Pictures, Request, Risk, Seen, Small, Tables, Target, Why};
pub use regions::Facts;
pub use small::small;
pub use stored::{Patch, Stored};

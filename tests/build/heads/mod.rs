//! Heads of nobody: an average head with made-up faces, imaged in every way that a scanner may, and things that are no head. They know what of
//! them is face and what is brain, so that what is done to them can be measured.

#![allow(dead_code, missing_docs, unused_imports, reason = "each test uses its own part")]
#![allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss, clippy::many_single_char_names)]

mod average;
mod body;
mod chance;
mod head;
mod known;
mod measure;
mod others;
mod rotation;
mod setup;
mod shape;

pub use chance::Chance;
pub use head::Head;
pub use known::{Fault, pose, recipe};
pub use measure::{Measure, lattice_of, measure, treated};
pub use others::Thing;
pub use setup::{Contrast, Setup};

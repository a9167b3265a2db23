//! De-identifies DICOM on the device where it lies, and reads its own output back before anything may leave.
//!
//! ```text
//! Source ─▶ file::Instance ─▶ plan::Plan ─▶ apply ─▶ write::Output ─▶ verify::Verified ─▶ report
//! ```
//!
//! - [`file`]: bytes to an [`file::Instance`]; every length is checked before it is believed.
//! - [`profile`]: PS3.15 Annex E as data, and the policy that chooses among its Options.
//! - [`plan`]: what happens to every attribute, and why; nothing is changed yet.
//! - [`pixel`]: what a Pixel Data payload carries beside its samples, and the same payload without it.
//! - [`picture`]: frames decoded, writing found in them and blackened.
//! - [`face`]: faces found in volumes of heads, and taken out.
//! - [`write`]: the new file, as parts: fresh bytes or spans of the source.
//! - [`verify`]: a second reading of the new file; only [`verify::Verified`] can leave.
//! - [`directory`]: a DICOMDIR of all that leaves, if one is asked for.
//!
//! The core has no clock, no randomness, no globals and no JavaScript types: key, policy and identifiers come in as arguments.

#![forbid(unsafe_code)]

// What the tests build names the crate as tests outside of it do.
#[cfg(test)]
extern crate self as scan_scrubber;

mod apply;
pub mod directory;
pub mod error;
pub mod face;
pub mod file;
mod findings;
mod groups;
mod hunt;
mod keyed;
mod ledger;
pub mod limits;
pub mod picture;
pub mod pixel;
pub mod plan;
pub mod preview;
pub mod profile;
pub mod report;
mod scrub;
mod sight;
pub mod tools;
mod unify;
pub mod verify;
#[cfg(all(target_arch = "wasm32", feature = "door"))]
mod wasm;
pub mod wire;
pub mod write;

pub use error::{Code, Error, Result};
pub use file::{Kind, Source, kind};
pub use groups::Groups;
pub use hunt::{Hunt, Identifiers};
pub use keyed::Key;
pub use ledger::Ledger;
pub use profile::Policy;
pub use scrub::{ExportLook, Exported, Look, Pixels, Scrubbed, Session};
pub use sight::{Faced, Sighted, Treatment};
pub use tools::Tools;
pub use verify::Verified;

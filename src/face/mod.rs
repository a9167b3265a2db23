//! Faces in volumes: the frames of one Frame of Reference make a coarse volume, in which a head is found by its shape alone; what is cut is
//! kept as fields in patient coordinates, and carried out in stored values, frame by frame.
//!
//! All places are in mm, x to the patient's right, y to the front, z to the head, but for a [`Plane`], which is as the file has it.

pub(crate) mod apply;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
pub(crate) mod build;
mod bytes;
mod lattice;
mod plane;
mod recipe;
mod scan;
mod space;
mod stack;
mod thin;
mod units;
mod volume;

pub use apply::{Fill, Knife, Mask, Spread};
pub use lattice::{Field, Grid, Lattice, Solid};
pub use plane::{Plane, Point};
pub use recipe::{Dose, Faces, Left, Mode, Probe, Recipe, Tier, Verdict};
pub use scan::Scan;
pub use space::{Seek, Sought, Source, Space};
pub use stack::{About, FEWEST, Place, Slice, Spot, Stack, Stacks, is_usable};
pub use thin::Thin;
pub use units::Units;
pub use volume::{GAP, Volume};

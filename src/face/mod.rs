//! Faces in volumes: the frames of one Frame of Reference make a coarse volume, in which a head is found by its shape alone; what is cut is
//! kept as fields in patient coordinates, and carried out in stored values, frame by frame.
//!
//! All places are in mm, x to the patient's right, y to the front, z to the head, but for a [`Plane`], which is as the file has it.

pub(crate) mod apply;
mod bone;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
pub(crate) mod build;
mod bytes;
mod cast;
mod cavity;
mod cut;
mod distance;
mod dose;
mod find;
mod finder;
mod fit;
mod foreground;
mod guard;
mod label;
mod lattice;
mod layer;
mod line;
mod part;
mod plane;
mod pose;
mod probe;
mod recipe;
mod relief;
mod sample;
mod scan;
mod smooth;
mod space;
mod stack;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod statue;
mod template;
mod thin;
mod tier;
mod units;
mod view;
mod volume;
mod waves;

/// Heads of nobody, to measure by.
#[cfg(test)]
#[path = "../../tests/build/heads/mod.rs"]
pub(crate) mod heads;

pub use apply::{Fill, Knife, Mask, Spread};
pub use distance::{FAR, distances, grown, shrunk, signed};
pub use dose::dose;
pub use find::{Found, Measures, Options, Outline, find, measured, skin_of};
pub use finder::{Finder, Head, worst};
pub use fit::Fit;
pub use foreground::{Foreground, Modality};
pub use label::{fill, fill_small, largest, parts};
pub use lattice::{Field, Grid, Lattice, Solid};
pub use layer::layer;
pub use part::Part;
pub use plane::{Plane, Point};
pub use pose::Pose;
pub use probe::{left, probes, stays};
pub use recipe::{Dose, Faces, Left, Mode, Probe, Recipe, Tier, Verdict};
pub use scan::Scan;
pub use smooth::{boxes, gaussian};
pub use space::{Seek, Sought, Source, Space, Stays};
pub use stack::{About, FEWEST, Place, Slice, Spot, Stack, Stacks, is_usable};
pub use thin::Thin;
pub use units::Units;
pub use view::{carried_out, surface};
pub use volume::{GAP, Volume};

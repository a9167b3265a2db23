//! What is done to a head: found once in a volume, carried out in every frame of its Frame of Reference.

use serde::{Deserialize, Serialize};

use super::{Field, Point};

/// How far a face can be taken out (tiers by what was measured).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// The head fits well in one orientation only.
    A,
    /// It fits, but a person should look.
    B,
    /// A face may be there, and cannot be taken out.
    C,
}

/// Which way a face is taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Cut away, deep.
    Cut,
    /// The layer of the skin alone is replaced: for scans of nothing but a face.
    Layer,
}

/// A place of the skin of the face as it was, and the direction, of length 1, in which a look from outside met it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Probe {
    /// mm
    pub place: Point,
    /// From the eye into the head.
    pub toward: Point,
}

/// What is to be changed, in patient coordinates: good for any frame of the same Frame of Reference, whatever its plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// How sure.
    pub tier: Tier,
    /// Which way.
    pub mode: Mode,
    /// What is taken out: positive inside.
    pub cut: Field,
    /// What of it is filled with one tissue, so that nothing behind shows as a surface: positive inside. All else becomes air.
    /// On the lattice of `cut`.
    pub tissue: Field,
    /// The skin of the face, to measure by what is left of it.
    pub probes: Vec<Probe>,
    /// Where the face is, for views: the middle of the face, mm; its front, up and right, each of length 1.
    pub pose: [Point; 4],
}

/// What air and tissue are in the images of one stack, in rescaled units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Dose {
    /// Air.
    pub air: f64,
    /// Soft tissue.
    pub tissue: f64,
}

/// What becomes of one file that was scanned.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Verdict {
    /// It is of no volume that could show a head: too few frames, or no place in the patient.
    Flat,
    /// There is no head in its volume, or one without a face.
    Clear,
    /// The face is taken out of its frames.
    Treat {
        /// Number of the recipe, from 0.
        recipe: u32,
        /// How sure.
        tier: Tier,
        /// Which way.
        mode: Mode,
        /// What air and tissue are in its stack.
        dose: Dose,
    },
    /// A face may be there, and cannot be taken out.
    Face,
}

/// What was found in the files that were scanned.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Faces {
    /// In the order in which the files were scanned.
    pub verdicts: Vec<Verdict>,
    /// Number of recipes.
    pub recipes: u32,
}

/// What is left of a face in files as they were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Left {
    /// Share of the face's skin that still shows where it was, from 0 to 1.
    pub skin: f64,
    /// How much of the face's relief shows again, wherever the surface now lies, from 0 to 1: an offset copy of a face is a face.
    pub relief: f64,
    /// Probes that could be measured: where frames were there.
    pub probes: u32,
}

impl Left {
    /// Whether the face is gone, as far as can be measured: at most 1 % of its skin shows, and nothing like its relief. (Of made-up heads, a
    /// cut leaves a relief of up to 0.02, the skin taken off evenly 8 mm deep one of at least 0.2.)
    pub const fn is_gone(&self) -> bool {
        self.skin <= 0.01 && self.relief <= 0.12
    }
}

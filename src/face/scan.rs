//! What a header says of where its frames lie.

use serde::{Deserialize, Serialize};

use super::{Options, Plane};

/// Of one file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scan {
    /// One a frame; nothing where the file does not say.
    pub planes: Vec<Option<Plane>>,
    /// Rescale Slope and Rescale Intercept of each frame, where they differ from frame to frame; else those of the request hold.
    pub rescale: Vec<(f64, f64)>,
    /// Stands for its Series; equal for files of one Series.
    pub series: String,
    /// (0018,0015), (0008,1030), (0008,103E) and (0018,1030), in upper case: whether a head, or nothing but a face, is meant.
    pub words: String,
    /// (0018,5100)
    pub patient_position: String,
    /// Slice Thickness, mm.
    pub thickness: Option<f64>,
    /// (0020,1041), mm: where a frame lies, in words that need not agree with its plane.
    #[serde(default)]
    pub location: Option<f64>,
    /// What the policy asks for where a face is found.
    #[serde(default)]
    pub options: Options,
}

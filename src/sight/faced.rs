//! What a search for a face, in all files of a volume, says of one of them.

use crate::face::{Dose, Mode, Tier};

/// What a search for a face says of one file.
#[derive(Clone, Debug)]
pub enum Faced {
    /// Nothing of it is to be changed: there is no face in its volume, or no volume.
    Plain,
    /// The face is taken out.
    Treated(Treatment),
}

/// How a face is taken out of a file, as a search in all files of its volume has found it.
#[derive(Clone, Debug)]
pub struct Treatment {
    /// The recipe, as bytes.
    pub recipe: Vec<u8>,
    /// What air and tissue are in its stack.
    pub dose: Dose,
    /// Which way it is taken out.
    pub mode: Mode,
    /// How sure.
    pub tier: Tier,
    /// Whether the file may say that nobody can be recognized: it is sure, or a person has confirmed it.
    pub claim: bool,
}

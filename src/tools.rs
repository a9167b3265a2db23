//! What a batch works with beside its policy and key: the standard's words, and a decoder of character sets.

use std::rc::Rc;

use crate::picture::Pictures;
pub use crate::profile::Lexicon;

/// Decodes bytes by the label of their encoding, as the Encoding Standard names it; `None` where they are not valid in it.
pub type Decode = fn(label: &str, bytes: &[u8]) -> Option<String>;

/// Given to a [`crate::Session`] by whoever makes it: the core itself holds none.
#[derive(Clone, Debug)]
pub struct Tools {
    /// The standard's words.
    pub lexicon: Lexicon,
    /// A decoder of character sets.
    pub decode: Decode,
    /// Who looks at pictures; without anybody, what may carry writing is withheld.
    pub pictures: Option<Rc<dyn Pictures>>,
}

//! Whom a file names: gathered, weighed, and hunted in the file itself.

use super::Session;
use crate::error::{Code, Result};
use crate::file::{Instance, charset};
use crate::hunt::{Hunt, Identifiers, Judge};
use crate::{limits, plan};

impl Session {
    /// What identifiers add to a search: bytes.
    ///
    /// # Errors
    /// As [`Hunt::weight`].
    pub fn weight(&self, identifiers: &Identifiers) -> Result<usize> {
        Hunt::weight(identifiers, &|word| self.batch.tools.lexicon.knows(word))
    }

    /// A file must not say more than the batch was told of: what is new in it is hunted too.
    pub(super) fn cover(&mut self, own: Identifiers) -> Result<()> {
        if !self.hunt.identifiers().covers(&own) {
            let mut all = self.hunt.identifiers().clone();
            all.extend(own);
            self.hunt = Hunt::new(all, &|word| self.batch.tools.lexicon.knows(word))?;
        }
        Ok(())
    }

    /// Decodes an instance's text, and gathers what it says of the person: in its attributes, whose bytes are hunted as they lie, too, and
    /// in content items whose concept says so.
    pub(super) fn decode(&self, instance: &mut Instance) -> Result<Identifiers> {
        let decode = self.batch.tools.decode;
        let mut found =
            Identifiers::of(instance, Judge { policy: &self.batch.policy, decode, is_word: &|word| self.batch.tools.lexicon.knows(word) })?;
        charset::decode_set(&mut instance.dataset, decode);
        let mut size = 0;
        plan::content::identifiers(&instance.dataset, &self.batch.policy, &mut |value| size += found.add(value));
        if size > limits::IDENTIFIERS { Err(Code::TooMany.into()) } else { Ok(found) }
    }
}

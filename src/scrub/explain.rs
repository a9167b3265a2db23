//! What would be done to one file, told before it is done.

use std::io::{Read, Seek};

use super::Session;
use crate::apply;
use crate::error::Result;
use crate::file::{Dropped, Extent, Instance, Kind, Source};
use crate::hunt::Hunt;
use crate::plan::Plan;

impl Session {
    /// What the plan does to each attribute of an instance, with its values, as lines: for the screen that it lies on. Nothing is changed.
    /// With how many there are beside these, and what of the file was not even read.
    ///
    /// # Errors
    /// As [`Self::look`] and [`Hunt::new`].
    pub fn explain<R: Read + Seek>(&self, source: &mut Source<R>, kind: Kind) -> Result<(String, u32, Dropped)> {
        let mut instance = Instance::read(source, kind, Extent::Header)?;
        let mut known = self.hunt.identifiers().clone();
        known.extend(self.decode(&mut instance)?);
        let hunt = Hunt::new(known, &|word| self.batch.tools.lexicon.knows(word))?;
        let plan = Plan::new(&instance, &self.batch, Some(&hunt));
        let sop_class = instance.sop_class().to_owned();
        let Instance { dataset, dropped, .. } = instance;
        let (lines, more) = apply::explain(&plan, dataset, &sop_class);
        Ok((lines, more, dropped))
    }
}

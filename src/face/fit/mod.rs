//! The template laid into a volume by the shape of its skin alone: no value moves it, so that any contrast fits. What lies inside
//! only says which way up a head is.

mod search;
mod sight;
mod solve;
mod start;
mod step;

pub use search::{Fit, polished, search};
pub use sight::Sight;
pub(super) use solve::{Normal, UNKNOWNS};
pub(super) use start::SCALE;
pub(super) use step::moved;

//! Questions to the generated tables: what Annex E says of an attribute, its Type in an IOD, the standard's own words.

mod rules;
mod types;

pub use rules::{Basic, OptionAction, OptionColumn, Rule, rule};
pub use types::{Iod, Node, Type, anywhere, is_known_sop_class, type_anywhere, types};

//! Questions to the generated tables: what Annex E says of an attribute, its Type in an IOD, the standard's own words.

mod content_items;
mod fold;
mod meanings;
mod multiples;
mod rules;
mod safe_private;
mod terms;
mod types;
mod words;

pub use content_items::{ValueType, content_item};
pub use fold::{fold, is_mark};
pub use meanings::{Meanings, is_standard_scheme};
pub use multiples::most_values;
pub use rules::{Basic, OptionAction, OptionColumn, Rule, named, rule};
pub use safe_private::{Safe, SafeAction, safe_creator, safe_private};
pub use terms::{Terms, is_any_term, terms};
pub use types::{Iod, Node, Type, anywhere, is_known_sop_class, type_anywhere, types};
pub use words::Words;

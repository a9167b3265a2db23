//! Bytes to an instance: nothing is believed before it is checked, nothing is read that is not needed.

mod source;

pub use source::{Source, Span};

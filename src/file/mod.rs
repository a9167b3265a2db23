//! Bytes to an instance: nothing is believed before it is checked, nothing is read that is not needed.

pub mod archive;
pub mod charset;
pub mod dataset;
mod decimal;
pub mod dictionary;
#[cfg(test)]
mod dictionary_source;
mod dictionary_table;
mod encoding;
pub mod export;
pub mod inflate;
mod instance;
mod kind;
mod meta;
pub mod private;
mod source;
pub mod value;
pub mod walk;

pub use dataset::{DataSet, Dropped, Element, PixelElement, PixelValue};
pub use decimal::decimal;
pub use instance::{Extent, Instance};
pub use kind::{Kind, kind};
pub use meta::Meta;
pub use source::{AnySource, ReadSeek, Source, Span};

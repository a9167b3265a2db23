//! The larger codecs, natively: what other encoders made, frames there and back, and hostile bytes.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod faces;
mod hostile;
mod pictures;
mod round_trips;
mod streams;

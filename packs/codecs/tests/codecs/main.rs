//! The larger codecs, natively: what other encoders made, frames there and back, and hostile bytes.

mod hostile;
mod pictures;
mod round_trips;
mod streams;

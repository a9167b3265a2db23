//! Where writing is expected before anybody looks: where devices are known to write, what lies outside of an ultrasound's own regions, and
//! objects that are a page of writing as a whole.

mod facts;
mod known;
mod pages;
mod table;
mod ultrasound;

pub use facts::Facts;
pub use known::{Known, known};
pub use ultrasound::outside;

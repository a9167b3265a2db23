//! A directory of the files that leave: the Basic Directory IOD (PS3.3 F, PS3.10 8), made anew. Nothing is read from an original DICOMDIR.
//!
//! Each file that is verified gives its [`facts`], taken from the data set as it leaves; when all are known, [`Listing`] and [`build`] make
//! one file of them. It leaves only once [`crate::verify`] has followed every offset in it.

mod build;
mod facts;
pub mod kinds;
mod listing;

pub use build::{FILE_SET, build};
pub use facts::{Facts, Fallback, facts};
pub use listing::{Listed, Listing};

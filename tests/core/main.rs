//! What the core promises, asked of whole files: anything goes in, only clean files or codes come out.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../build/mod.rs"]
mod build;

mod annex_e;
mod archives;
mod attack;
mod charsets;
mod content;
mod content_table;
mod corpus;
mod dates;
mod directory;
mod documents;
mod explain;
mod exports;
mod faces;
mod frames;
mod harness;
mod heads;
mod hidden;
mod hidden_pixels;
mod jpeg;
mod keys;
mod layouts;
mod lengths;
mod midi;
mod mutations;
mod nesting;
mod numbers;
mod options;
mod order;
mod planted;
mod private;
mod property;
mod search;
mod settled;
mod settled_values;
mod sight;
mod statement;
mod syntaxes;
mod values;
mod waveforms;
mod words;

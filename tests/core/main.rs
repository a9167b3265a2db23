//! What the core promises, asked of whole files: anything goes in, only clean files or codes come out.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../build/mod.rs"]
mod build;

mod archives;
mod charsets;
mod corpus;
mod harness;
mod hidden;
mod hidden_pixels;
mod keys;
mod layouts;
mod lengths;
mod mutations;
mod nesting;
mod options;
mod order;
mod property;
mod search;
mod settled;
mod statement;
mod syntaxes;
mod values;
mod words;

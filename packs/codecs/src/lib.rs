//! The wasm file of the larger codecs.

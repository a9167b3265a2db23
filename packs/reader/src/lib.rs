//! The wasm file that finds and reads writing by a model.

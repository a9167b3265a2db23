//! The wasm file that looks at pictures.

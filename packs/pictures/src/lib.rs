//! The wasm file that looks at pictures: frames come in, marks and blackened frames go out. All the work is the core's own
//! [`scan_scrubber::picture`]; what is here passes it to JavaScript, and passes on to JavaScript what further wasm files do.

#[cfg(target_arch = "wasm32")]
mod door;
#[cfg(target_arch = "wasm32")]
mod outside;

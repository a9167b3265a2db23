//! `bindgen INPUT.wasm DIR` writes DIR/core.js, DIR/core.d.ts and DIR/core_bg.wasm.
//!
//! The job of the wasm-bindgen command, on its own library, in the version that Cargo.lock holds: nothing to install, nothing to drift.

#![forbid(unsafe_code)]

use std::env;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let [_, input, dir] = env::args().collect::<Vec<_>>().try_into().unwrap_or_default();
    if input.is_empty() {
        eprintln!("usage: bindgen INPUT.wasm DIR");
        return ExitCode::from(2);
    }
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).out_name("core").typescript(true).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    match bindgen.web(true).and_then(|bindgen| bindgen.generate(dir)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindgen: {error:#}");
            ExitCode::FAILURE
        }
    }
}

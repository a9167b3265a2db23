//! Two steps of the build that are Rust's own work, so that there is nothing to install and nothing to drift.
//!
//! - `bindgen glue INPUT.wasm DIR NAME` writes DIR/NAME.js, DIR/NAME.d.ts and DIR/NAME_bg.wasm: the job of the wasm-bindgen command, on its
//!   own library, in the version that Cargo.lock holds.
//! - `bindgen pack INPUT OUTPUT` packs a file as gzip. The same input gives the same bytes on every machine: zlib's own do not.

#![forbid(unsafe_code)]

use std::error::Error;
use std::process::ExitCode;
use std::{env, fs};

use flate2::{Compression, GzBuilder};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let words: Vec<_> = env::args().skip(1).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let done = match *words.as_slice() {
        ["glue", input, dir, name] => glue(input, dir, name),
        ["pack", input, output] => pack(input, output),
        _ => {
            eprintln!("usage: bindgen glue INPUT.wasm DIR NAME | pack INPUT OUTPUT");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindgen: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn glue(input: &str, dir: &str, name: &str) -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).out_name(name).typescript(true).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    Ok(bindgen.web(true)?.generate(dir)?)
}

fn pack(input: &str, output: &str) -> Result<(), Box<dyn Error>> {
    let bytes = fs::read(input)?;
    let mut packed = Vec::new();
    let mut encoder = GzBuilder::new().read(bytes.as_slice(), Compression::best());
    std::io::copy(&mut encoder, &mut packed)?;
    Ok(fs::write(output, packed)?)
}

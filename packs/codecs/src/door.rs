//! What JavaScript calls. An error is thrown as a plain object `{ code }`.

use js_sys::{Object, Reflect};
use scan_scrubber::picture::{Codecs, Format, Frame};
use scan_scrubber::{Code, Error};
use wasm_bindgen::prelude::*;

use crate::Larger;

/// The words of one frame, as `Frame` has them. `format`: a `Format` as JSON.
///
/// # Errors
/// The code of a refusal.
#[wasm_bindgen]
pub fn decode(syntax: &str, bytes: &[u8], format: &str) -> Result<Vec<u8>, JsValue> {
    Larger.decode(syntax, bytes, &parse(format)?).map(|frame| frame.data).map_err(|error| refusal(&error))
}

/// A lossless stream of one frame's words.
///
/// # Errors
/// The code of a refusal.
#[wasm_bindgen]
pub fn encode(syntax: &str, data: Vec<u8>, format: &str) -> Result<Vec<u8>, JsValue> {
    let format = parse(format)?;
    let frame = Frame { width: format.columns, height: format.rows, samples: format.samples, word: format.word(), data };
    Larger.encode(syntax, &frame, &format).map_err(|error| refusal(&error))
}

/// Bytes of linear memory.
#[wasm_bindgen]
pub fn memory() -> f64 {
    let buffer = Reflect::get(&wasm_bindgen::memory(), &"buffer".into());
    buffer.and_then(|buffer| Reflect::get(&buffer, &"byteLength".into())).ok().and_then(|length| length.as_f64()).unwrap_or(0.0)
}

fn parse(format: &str) -> Result<Format, JsValue> {
    serde_json::from_str(format).map_err(|_| refusal(&Code::PixelLayout.into()))
}

fn refusal(error: &Error) -> JsValue {
    let refusal = Object::new();
    let _ = Reflect::set(&refusal, &"code".into(), &error.code.name().into());
    refusal.into()
}

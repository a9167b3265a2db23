//! What JavaScript calls: the models in, pictures in, readings out.

use std::cell::RefCell;

use js_sys::{Object, Reflect};
use scan_scrubber::picture::{Area, Picture, Reader, Reading};
use scan_scrubber::{Code, Error, Result};
use wasm_bindgen::prelude::*;

use crate::Ocr;

thread_local! {
    static OCR: RefCell<Option<Ocr>> = const { RefCell::new(None) };
}

/// Bytes of linear memory.
#[wasm_bindgen]
pub fn memory() -> f64 {
    let buffer = Reflect::get(&wasm_bindgen::memory(), &"buffer".into());
    buffer.and_then(|buffer| Reflect::get(&buffer, &"byteLength".into())).ok().and_then(|length| length.as_f64()).unwrap_or(0.0)
}

/// Takes the bytes of `models.bin`. Throws `{ code }` where they are not.
#[wasm_bindgen]
pub fn load(models: &[u8]) -> std::result::Result<(), JsValue> {
    let ocr = Ocr::new(models).map_err(|error| refusal(&error))?;
    OCR.with_borrow_mut(|slot| *slot = Some(ocr));
    Ok(())
}

/// Writing in a picture of `samples` bytes a pixel (1 or 3), as JSON: `[{ area: { x, y, width, height }, text, confidence, line }]`, `text`
/// null where it could not be read. `hints` are areas that are read too, four numbers each in the same order. Throws `{ code }` where there are
/// no models, or what is given is no picture.
#[wasm_bindgen]
pub fn read(width: u32, height: u32, samples: u32, data: Vec<u8>, hints: &[u32]) -> std::result::Result<String, JsValue> {
    let picture = Picture { width, height, samples, data };
    let hints: Vec<Area> =
        hints.as_chunks().0.iter().map(|[x, y, width, height]| Area { x: *x, y: *y, width: *width, height: *height }).collect();
    look(&picture, &hints).map_err(|error| refusal(&error))
}

fn look(picture: &Picture, hints: &[Area]) -> Result<String> {
    let readings = OCR.with_borrow(|ocr| ocr.as_ref().ok_or(Error::from(Code::Codec))?.read(picture, hints))?;
    let line = |Reading { area, text, confidence, line }| Line { area, text, confidence, line };
    let readings: Vec<Line> = readings.into_iter().map(line).collect();
    serde_json::to_string(&readings).map_err(|_| Code::Codec.into())
}

/// A reading as JavaScript gets it.
#[derive(serde::Serialize)]
struct Line {
    area: Area,
    text: Option<String>,
    confidence: f32,
    line: f32,
}

fn refusal(error: &Error) -> JsValue {
    let refusal = Object::new();
    let _ = Reflect::set(&refusal, &"code".into(), &error.code.name().into());
    refusal.into()
}

//! What JavaScript calls: see `PicturesPort` in `www/engine/types.ts`.

use js_sys::{Object, Reflect};
use scan_scrubber::face::Dose;
use scan_scrubber::picture::{Looker, Pictures as _};
use scan_scrubber::{Code, Error};
use wasm_bindgen::prelude::*;

use crate::outside::{Distant, Outside};

/// One looker, with codecs and a reader that JavaScript reaches.
#[wasm_bindgen]
pub struct Pictures(Looker);

#[wasm_bindgen]
impl Pictures {
    /// Takes the object that decodes, encodes and reads.
    #[wasm_bindgen(constructor)]
    pub fn new(outside: Outside) -> Self {
        let distant = Distant::new(outside);
        Self(Looker::new(Box::new(distant.clone()), Box::new(distant)))
    }

    /// Identifiers of the batch, as records. Throws `{ code }`, as all that follow do.
    pub fn identifiers(&self, records: &[u8]) -> Result<(), JsValue> {
        self.0.identifiers(records).map_err(|error| refusal(&error))
    }

    /// Starts with a file.
    pub fn begin(&self, request: &str) -> Result<(), JsValue> {
        let request = serde_json::from_str(request).map_err(|_| refusal(&Code::Codec.into()))?;
        self.0.begin(&request).map_err(|error| refusal(&error))
    }

    /// Shows a frame.
    pub fn look(&self, index: u32, bytes: &[u8]) -> Result<(), JsValue> {
        self.0.look(index, bytes).map_err(|error| refusal(&error))
    }

    /// What was seen, as JSON.
    pub fn seen(&self) -> Result<String, JsValue> {
        self.0.seen().and_then(|seen| text(&seen)).map_err(|error| refusal(&error))
    }

    /// Takes marks as JSON, and says as JSON how frames go out.
    pub fn mark(&self, marks: &str, native: bool) -> Result<String, JsValue> {
        let marks: Vec<_> = serde_json::from_str(marks).map_err(|_| refusal(&Code::Mask.into()))?;
        self.0.mark(&marks, native).and_then(|target| text(&target)).map_err(|error| refusal(&error))
    }

    /// A blackened frame, as its bytes.
    pub fn blacken(&self, index: u32, bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
        self.0.blacken(index, bytes).map(|blackened| blackened.to_bytes()).map_err(|error| refusal(&error))
    }

    /// Compares a frame before and after.
    pub fn check(&self, index: u32, before: &[u8], after: &[u8]) -> Result<(), JsValue> {
        self.0.check(index, before, after).map_err(|error| refusal(&error))
    }

    /// Marks that are still missing, as JSON.
    pub fn checked(&self) -> Result<String, JsValue> {
        self.0.checked().and_then(|marks| text(&marks)).map_err(|error| refusal(&error))
    }

    /// A small picture, as its bytes.
    pub fn preview(&self, index: u32, bytes: &[u8], edge: u32) -> Result<Vec<u8>, JsValue> {
        self.0.preview(index, bytes, edge).map(|small| small.to_bytes()).map_err(|error| refusal(&error))
    }

    /// A picture file of its own, taken apart, as its bytes.
    pub fn unseal(&self, bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
        self.0.open(bytes).map(|opened| opened.to_bytes()).map_err(|error| refusal(&error))
    }

    /// The picture file of a frame.
    pub fn seal(&self, frame: &[u8]) -> Result<Vec<u8>, JsValue> {
        self.0.seal(frame).map_err(|error| refusal(&error))
    }

    /// Forgets what was scanned.
    pub fn rescan(&self) -> Result<(), JsValue> {
        self.0.rescan().map_err(|error| refusal(&error))
    }

    /// Takes a frame of the file begun into the volumes.
    pub fn scan(&self, index: u32, bytes: &[u8]) -> Result<(), JsValue> {
        self.0.scan(index, bytes).map_err(|error| refusal(&error))
    }

    /// What was found in them, as JSON.
    pub fn faces(&self) -> Result<String, JsValue> {
        self.0.faces().and_then(|faces| text(&faces)).map_err(|error| refusal(&error))
    }

    /// A recipe that was found, as its bytes.
    pub fn recipe(&self, number: u32) -> Result<Vec<u8>, JsValue> {
        self.0.recipe(number).map_err(|error| refusal(&error))
    }

    /// Has a face taken out of the file begun.
    pub fn treat(&self, recipe: &[u8], air: f64, tissue: f64) -> Result<(), JsValue> {
        self.0.treat(recipe, Dose { air, tissue }).map_err(|error| refusal(&error))
    }

    /// How many voxels of the file begun have changed.
    pub fn treated(&self) -> Result<f64, JsValue> {
        // No file has 2^53 voxels.
        self.0.treated().map(|voxels| voxels as f64).map_err(|error| refusal(&error))
    }

    /// What is left of a face, as JSON.
    pub fn left(&self, recipe: &[u8]) -> Result<String, JsValue> {
        self.0.left(recipe).and_then(|left| text(&left)).map_err(|error| refusal(&error))
    }

    /// A view of the surface, as its bytes.
    pub fn surface(&self, recipe: &[u8], yaw: i32, edge: u32, treated: bool) -> Result<Vec<u8>, JsValue> {
        self.0.surface(recipe, yaw, edge, treated).map(|small| small.to_bytes()).map_err(|error| refusal(&error))
    }
}

/// Bytes of linear memory.
#[wasm_bindgen]
pub fn memory() -> f64 {
    let buffer = Reflect::get(&wasm_bindgen::memory(), &"buffer".into());
    buffer.and_then(|buffer| Reflect::get(&buffer, &"byteLength".into())).ok().and_then(|length| length.as_f64()).unwrap_or(0.0)
}

fn text<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Code::Codec.into())
}

fn refusal(error: &Error) -> JsValue {
    let object = Object::new();
    let _ = Reflect::set(&object, &"code".into(), &error.code.name().into());
    object.into()
}

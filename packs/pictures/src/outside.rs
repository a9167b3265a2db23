//! Codecs and a reader that are reached through JavaScript: see `Outside` in `www/engine/types.ts`.

use std::fmt;
use std::rc::Rc;

use scan_scrubber::picture::{Area, Codecs, Format, Frame, Picture, Reader, Reading};
use scan_scrubber::{Code, Error};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The object that decodes, encodes and reads.
    pub type Outside;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &Outside, syntax: &str, bytes: &[u8], format: &str) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn encode(this: &Outside, syntax: &str, data: &[u8], format: &str) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, js_name = hasReader)]
    fn has_reader(this: &Outside) -> bool;

    #[wasm_bindgen(method, catch)]
    fn read(this: &Outside, width: u32, height: u32, samples: u32, data: &[u8], hints: &[u32]) -> Result<String, JsValue>;
}

/// The object, shared by those who call it.
#[derive(Clone)]
pub struct Distant(Rc<Outside>);

impl Distant {
    /// Of the object.
    pub fn new(outside: Outside) -> Self {
        Self(Rc::new(outside))
    }
}

impl fmt::Debug for Distant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Distant")
    }
}

impl Codecs for Distant {
    fn decode(&self, syntax: &str, bytes: &[u8], format: &Format) -> Result<Frame, Error> {
        let data = self.0.decode(syntax, bytes, &text(format)?).map_err(|_| Code::Codec)?;
        // What comes from elsewhere must be of the right size.
        let mut frame = Frame::zeros(format).filter(|frame| frame.data.len() == data.len()).ok_or(Code::Codec)?;
        frame.data = data;
        Ok(frame)
    }

    fn encode(&self, syntax: &str, frame: &Frame, format: &Format) -> Result<Vec<u8>, Error> {
        self.0.encode(syntax, &frame.data, &text(format)?).map_err(|_| Code::Codec.into())
    }
}

#[derive(Deserialize)]
struct Read {
    area: Area,
    text: Option<String>,
    confidence: f32,
    line: f32,
}

impl Reader for Distant {
    fn read(&self, picture: &Picture, hints: &[Area]) -> Result<Vec<Reading>, Error> {
        let hints: Vec<u32> = hints.iter().flat_map(|area| [area.x, area.y, area.width, area.height]).collect();
        let Picture { width, height, samples, data } = picture;
        let text = self.0.read(*width, *height, *samples, data, &hints).map_err(|_| Code::Codec)?;
        let read: Vec<Read> = serde_json::from_str(&text).map_err(|_| Code::Codec)?;
        Ok(read.into_iter().map(|Read { area, text, confidence, line }| Reading { area, text, confidence, line }).collect())
    }

    fn is_there(&self) -> bool {
        self.0.has_reader()
    }
}

fn text(format: &Format) -> Result<String, Error> {
    serde_json::to_string(format).map_err(|_| Code::Codec.into())
}

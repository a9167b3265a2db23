//! Whoever looks at pictures, beyond JavaScript: a wasm file of its own, called while the core waits. See `PicturesPort` in
//! `www/engine/types.ts`.

use std::fmt;

use js_sys::{JSON, Reflect, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::error::{Code, Error, Result};
use crate::face::{Dose, Mode, Tier};
use crate::picture::{Blackened, Mark, Opened, Pictures, Request, Seen, Small, Target};
use crate::sight::{Faced, Treatment};

#[wasm_bindgen]
extern "C" {
    /// The object that JavaScript hands in.
    pub type Port;

    #[wasm_bindgen(method, catch)]
    fn identifiers(this: &Port, records: &[u8]) -> std::result::Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn begin(this: &Port, request: &str) -> std::result::Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn look(this: &Port, index: u32, bytes: &[u8]) -> std::result::Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn seen(this: &Port) -> std::result::Result<String, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn mark(this: &Port, marks: &str, native: bool) -> std::result::Result<String, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn blacken(this: &Port, index: u32, bytes: &[u8]) -> std::result::Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn check(this: &Port, index: u32, before: &[u8], after: &[u8]) -> std::result::Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn checked(this: &Port) -> std::result::Result<String, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn preview(this: &Port, index: u32, bytes: &[u8], edge: u32) -> std::result::Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn unseal(this: &Port, bytes: &[u8]) -> std::result::Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn seal(this: &Port, frame: &[u8]) -> std::result::Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn scan(this: &Port, index: u32, bytes: &[u8]) -> std::result::Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn treat(this: &Port, recipe: &[u8], air: f64, tissue: f64) -> std::result::Result<(), JsValue>;
}

/// The port as the core knows it.
pub struct Distant(pub Port);

impl fmt::Debug for Distant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Distant")
    }
}

impl Pictures for Distant {
    fn identifiers(&self, records: &[u8]) -> Result<()> {
        self.0.identifiers(records).map_err(|thrown| error(&thrown))
    }

    fn begin(&self, request: &Request) -> Result<()> {
        self.0.begin(&text(request)?).map_err(|thrown| error(&thrown))
    }

    fn look(&self, index: u32, bytes: &[u8]) -> Result<()> {
        self.0.look(index, bytes).map_err(|thrown| error(&thrown))
    }

    fn seen(&self) -> Result<Seen> {
        self.0.seen().map_err(|thrown| error(&thrown)).and_then(|text| parsed(&text))
    }

    fn mark(&self, marks: &[Mark], native: bool) -> Result<Target> {
        self.0.mark(&text(&marks)?, native).map_err(|thrown| error(&thrown)).and_then(|text| parsed(&text))
    }

    fn blacken(&self, index: u32, bytes: &[u8]) -> Result<Blackened> {
        self.0.blacken(index, bytes).map_err(|thrown| error(&thrown)).and_then(Blackened::from_bytes)
    }

    fn check(&self, index: u32, before: &[u8], after: &[u8]) -> Result<()> {
        self.0.check(index, before, after).map_err(|thrown| error(&thrown))
    }

    fn checked(&self) -> Result<Vec<Mark>> {
        self.0.checked().map_err(|thrown| error(&thrown)).and_then(|text| parsed(&text))
    }

    fn preview(&self, index: u32, bytes: &[u8], edge: u32) -> Result<Small> {
        self.0.preview(index, bytes, edge).map_err(|thrown| error(&thrown)).and_then(Small::from_bytes)
    }

    fn open(&self, bytes: &[u8]) -> Result<Opened> {
        self.0.unseal(bytes).map_err(|thrown| error(&thrown)).and_then(Opened::from_bytes)
    }

    fn seal(&self, frame: &[u8]) -> Result<Vec<u8>> {
        self.0.seal(frame).map_err(|thrown| error(&thrown))
    }

    // What is found in all that was scanned is not the core's to know: a worker asks the port for it.

    fn scan(&self, index: u32, bytes: &[u8]) -> Result<()> {
        self.0.scan(index, bytes).map_err(|thrown| error(&thrown))
    }

    fn treat(&self, recipe: &[u8], dose: Dose) -> Result<()> {
        self.0.treat(recipe, dose.air, dose.tissue).map_err(|thrown| error(&thrown))
    }
}

/// By way of JavaScript's own JSON: a writer of numbers would be carried for this alone.
fn text<T: Serialize>(value: &T) -> Result<String> {
    JSON::stringify(&super::plain(value)).ok().and_then(|text| text.as_string()).ok_or(Code::Codec.into())
}

fn parsed<T: DeserializeOwned>(text: &str) -> Result<T> {
    JSON::parse(text).ok().and_then(|value| serde_wasm_bindgen::from_value(value).ok()).ok_or(Code::Codec.into())
}

/// What was thrown, as far as it is one of the codes that looking can end with.
fn error(thrown: &JsValue) -> Error {
    let code = Reflect::get(thrown, &"code".into()).ok().and_then(|code| code.as_string());
    let codes = [
        Code::CutOff,
        Code::Mask,
        Code::PixelLayout,
        Code::PixelShort,
        Code::PixelStream,
        Code::TooLong,
        Code::TooMany,
        Code::Video,
        Code::Writing,
    ];
    let code = codes.into_iter().find(|known| code.as_deref() == Some(known.name())).unwrap_or(Code::Codec);
    code.into()
}

/// What JavaScript says of the face in a file: nothing that is to be changed, where it has no recipe. See `FaceOrder` in
/// `www/engine/types.ts`.
///
/// # Errors
/// [`Code::Mask`] where it is not that.
pub fn face(order: &JsValue) -> Result<Faced> {
    let get = |name: &str| Reflect::get(order, &name.into()).map_err(|_| Code::Mask);
    let recipe = get("recipe")?;
    if recipe.is_undefined() {
        return Ok(Faced::Plain);
    }
    let number = |name: &str| get(name)?.as_f64().filter(|number| number.is_finite()).ok_or(Code::Mask);
    Ok(Faced::Treated(Treatment {
        recipe: recipe.dyn_into::<Uint8Array>().map_err(|_| Code::Mask)?.to_vec(),
        dose: Dose { air: number("air")?, tissue: number("tissue")? },
        mode: if get("mode")? == "layer" { Mode::Layer } else { Mode::Cut },
        tier: if get("tier")? == "a" { Tier::A } else { Tier::B },
        claim: get("claim")? == true,
    }))
}

/// Marks that JavaScript hands over: a list.
///
/// # Errors
/// [`Code::Mask`] where it is not one.
pub fn marks(value: &JsValue) -> Result<Vec<Mark>> {
    serde_wasm_bindgen::from_value(value.clone()).map_err(|_| Code::Mask.into())
}

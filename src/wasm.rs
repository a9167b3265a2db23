//! The only file that knows JavaScript: sources in, outcomes out. Everything else is the core, and the core is pure.

mod pictures;
mod source;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, Cursor};
use std::rc::Rc;

use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::{TextDecoder, TextDecoderOptions};

use crate::error::{Code, Error, Result};
use crate::file::archive::{self, Entry, Packing, Window};
use crate::file::export::Sort;
use crate::file::{AnySource, Kind, kind};
use crate::picture::{Pictures, Small};
use crate::pixel::Part;
use crate::scrub::{Exported, Scrubbed, Session};
use crate::tools::{Lexicon, Tools};
use crate::wire::{self, Found, Outcome};
use crate::{Identifiers, Key, Policy, limits, preview};
use pictures::Distant;
use source::{Reader, emit};

#[wasm_bindgen]
extern "C" {
    /// Bytes at offsets, read synchronously. See `ByteSource` in `www/engine/types.ts`.
    pub type ByteSource;

    #[wasm_bindgen(method, getter)]
    fn size(this: &ByteSource) -> f64;

    #[wasm_bindgen(method, catch)]
    fn read(this: &ByteSource, at: f64, into: &mut [u8]) -> std::result::Result<f64, JsValue>;
}

thread_local! {
    static TICK: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
    static DECODERS: RefCell<BTreeMap<String, TextDecoder>> = const { RefCell::new(BTreeMap::new()) };
}

/// Registers the function that is told of long work: called at least every 8 MiB.
#[wasm_bindgen(js_name = setTick)]
pub fn set_tick(tick: js_sys::Function) {
    TICK.with_borrow_mut(|slot| *slot = Some(tick));
}

#[allow(clippy::cast_precision_loss, reason = "sizes of files are far below 2^53")]
fn tick(bytes: u64) {
    TICK.with_borrow(|slot| {
        if let Some(tick) = slot {
            // A listener that throws must not break the file at hand.
            let _ = tick.call1(&JsValue::NULL, &JsValue::from(bytes as f64));
        }
    });
}

/// Bytes of linear memory.
#[wasm_bindgen]
pub fn memory() -> f64 {
    let buffer = Reflect::get(&wasm_bindgen::memory(), &"buffer".into());
    buffer.and_then(|buffer| Reflect::get(&buffer, &"byteLength".into())).ok().and_then(|length| length.as_f64()).unwrap_or(0.0)
}

/// The built-in policies by name.
#[wasm_bindgen]
pub fn profiles() -> JsValue {
    let all = Object::new();
    for name in ["share", "strict", "clinical"] {
        if let Some(policy) = Policy::built_in(name) {
            let _ = Reflect::set(&all, &name.into(), &plain(&policy));
        }
    }
    all.into()
}

/// One batch: see `Scrubber` in `www/engine/types.ts`.
#[wasm_bindgen]
pub struct Scrubber {
    session: Session,
    told: Identifiers,
    map: bool,
}

#[wasm_bindgen]
impl Scrubber {
    /// Takes `{ policy, key, map, lexicon }`. Throws `{ code }` where the policy, the key or the lexicon is not valid.
    #[wasm_bindgen(constructor)]
    pub fn new(config: &JsValue) -> std::result::Result<Self, JsValue> {
        Self::open(config).map_err(|error| refusal(&error))
    }

    fn open(config: &JsValue) -> Result<Self> {
        let get = |name: &str| Reflect::get(config, &name.into()).unwrap_or(JsValue::UNDEFINED);
        let policy = get("policy");
        let policy = match policy.as_string() {
            Some(name) => Policy::built_in(&name).ok_or(Code::Policy)?,
            // As text: unknown keys must be seen to be refused.
            None => Policy::parse(&JSON::stringify(&policy).ok().and_then(|text| text.as_string()).ok_or(Code::Policy)?)?,
        };
        let key = zeroize::Zeroizing::new(get("key").dyn_into::<Uint8Array>().map_err(|_| Code::Key)?.to_vec());
        let lexicon = get("lexicon").dyn_into::<Uint8Array>().map_err(|_| Code::Structure)?.to_vec();
        let port = get("pictures");
        let pictures = port.is_object().then(|| Rc::new(Distant(port.unchecked_into())) as Rc<dyn Pictures>);
        let tools = Tools { lexicon: Lexicon::read(&lexicon)?, decode, pictures };
        Ok(Self { session: Session::new(policy, Key::new(&key)?, tools)?, told: Identifiers::default(), map: get("map").is_truthy() })
    }

    /// Pass 1.
    pub fn read(&mut self, source: &ByteSource, entry: JsValue) -> JsValue {
        let mut found = match self.look(source, &entry) {
            Ok(found) => found,
            Err(error) => (Found::Withheld(wire::Refusal::from(&error)), None),
        };
        let result = plain(&found.0);
        if let Some(Named { records, weight }) = found.1.take() {
            let _ = Reflect::set(&result, &"identifiers".into(), &Uint8Array::from(records.as_slice()));
            let _ = Reflect::set(&result, &"weight".into(), &weight.into());
        }
        result
    }

    /// Takes the identifiers of the whole batch, and whether they are of several patients. Throws `{ code }` where they are not records.
    pub fn hunt(&mut self, records: &[u8], several: bool) -> std::result::Result<(), JsValue> {
        Identifiers::from_records(records).and_then(|identifiers| self.session.hunt(identifiers, several)).map_err(|error| refusal(&error))
    }

    /// Looks at a file's pictures for writing: `{ marks, page, read, whole }`, or nothing where nobody has to look. Throws `{ code }`.
    pub fn see(&self, source: &ByteSource, entry: JsValue) -> std::result::Result<JsValue, JsValue> {
        let seen = || {
            let mut source = open(source, parse(&entry)?)?.source;
            let kind = kind(&mut source)?;
            self.session.see(&mut source, kind)
        };
        seen().map(|seen| seen.map_or(JsValue::UNDEFINED, |seen| plain(&seen))).map_err(|error| refusal(&error))
    }

    /// Shows a file's frames to whoever looks for faces. Throws `{ code }`.
    pub fn scan(&self, source: &ByteSource, entry: JsValue) -> std::result::Result<(), JsValue> {
        let scanned = || {
            let mut source = open(source, parse(&entry)?)?.source;
            let kind = kind(&mut source)?;
            self.session.scan(&mut source, kind)
        };
        scanned().map_err(|error| refusal(&error))
    }

    /// Pass 2; with `list`, a verified file comes with what a directory needs to know of it. `marks` are what a person has marked in it,
    /// `face` is what was found of a face in its volume.
    pub fn scrub(&mut self, source: &ByteSource, entry: JsValue, list: bool, marks: JsValue, face: JsValue) -> JsValue {
        self.session.list(list);
        if !marks.is_undefined() {
            match pictures::marks(&marks) {
                Ok(marks) => self.session.mark(marks),
                Err(error) => return plain(&Outcome::Withheld(wire::Refusal::from(&error))),
            }
        }
        if !face.is_undefined() {
            match pictures::face(&face) {
                Ok(faced) => self.session.face(faced),
                Err(error) => return plain(&Outcome::Withheld(wire::Refusal::from(&error))),
            }
        }
        match self.clean(source, &entry) {
            Ok(outcome) => outcome,
            Err(error) => plain(&Outcome::Withheld(wire::Refusal::from(&error))),
        }
    }

    /// The bytes of a DICOMDIR, from paths and facts as chunks. Throws `{ code }`.
    pub fn directory(&self, listing: &[u8]) -> std::result::Result<Uint8Array, JsValue> {
        let mut bytes = Vec::new();
        for part in self.session.directory(listing).map_err(|error| refusal(&error))?.into_parts() {
            let Part::Bytes(part) = part else { return Err(refusal(&Code::Conformance.into())) };
            bytes.extend_from_slice(&part);
        }
        Ok(Uint8Array::from(bytes.as_slice()))
    }

    /// The bytes of an entry that is itself a zip. Throws `{ code }`.
    pub fn unpack(&self, source: &ByteSource, entry: JsValue) -> std::result::Result<Uint8Array, JsValue> {
        let bytes = || {
            let entry = parse(&entry)?.ok_or(Code::ArchiveStructure)?;
            let mut source = AnySource::any(Reader::new(source))?;
            match entry.packing {
                Packing::Deflate => archive::unpack(&mut source, &entry, None),
                Packing::Store => {
                    let n = usize::try_from(entry.packed.min(limits::INFLATED + 1)).map_err(|_| Code::TooLong)?;
                    if entry.packed > limits::INFLATED {
                        Err(Code::TooLong.into())
                    } else {
                        source.bytes(entry.start, n).map(<[u8]>::to_vec)
                    }
                }
            }
        };
        bytes().map(|bytes| Uint8Array::from(bytes.as_slice())).map_err(|error: Error| refusal(&error))
    }

    /// A picture of a frame, of the middle one where none is named: `{ width, height, pixels }`, or nothing.
    pub fn preview(&self, source: &ByteSource, edge: u32, entry: JsValue, frame: Option<u32>) -> JsValue {
        let Ok(Some(picture)) = self.picture(source, edge, &entry, frame) else { return JsValue::UNDEFINED };
        let result = Object::new();
        let _ = Reflect::set(&result, &"width".into(), &picture.width.into());
        let _ = Reflect::set(&result, &"height".into(), &picture.height.into());
        let _ = Reflect::set(&result, &"pixels".into(), &Uint8Array::from(picture.pixels.as_slice()));
        result.into()
    }

    /// What the plan does to each attribute, as lines; the first has how many there are beside them, and how many of the file are not even
    /// read: makers' own, graphics, and what the standard does not know. Throws `{ code }`.
    pub fn explain(&self, source: &ByteSource, entry: JsValue) -> std::result::Result<String, JsValue> {
        let explained = || {
            let mut source = open(source, parse(&entry)?)?.source;
            let kind = kind(&mut source)?;
            self.session.explain(&mut source, kind)
        };
        let (lines, more, dropped) = explained().map_err(|error| refusal(&error))?;
        let unknown = dropped.unknown + dropped.duplicates + dropped.misfits;
        Ok(format!("{more}\t{}\t{}\t{unknown}\n{lines}", dropped.private, dropped.graphics))
    }

    fn picture(&self, source: &ByteSource, edge: u32, entry: &JsValue, frame: Option<u32>) -> Result<Option<Small>> {
        let mut source = open(source, parse(entry)?)?.source;
        let kind = kind(&mut source)?;
        if let Ok(Some(seen)) = self.session.preview(&mut source, kind, frame, edge) {
            return Ok(Some(seen));
        }
        preview::picture(&mut source, edge)
    }

    fn look(&mut self, js: &ByteSource, entry: &JsValue) -> Result<(Found, Option<Named>)> {
        match parse(entry)? {
            None => self.look_at(open(js, None)?.source, Some(js)),
            Some(entry) if entry.packing == Packing::Store => self.look_at(open(js, Some(entry))?.source, None),
            Some(entry) => {
                let some = archive::unpack(&mut AnySource::any(Reader::new(js))?, &entry, Some(HEAD))?;
                let part = (some.len() as u64) < entry.size;
                match self.look_at(AnySource::any(Cursor::new(some))?, None) {
                    Err(error) if part && error.code == Code::CutOff => self.look_at(open(js, Some(entry))?.source, None),
                    result => result,
                }
            }
        }
    }

    fn look_at(&mut self, mut source: AnySource<'_>, archive: Option<&ByteSource>) -> Result<(Found, Option<Named>)> {
        let kind = kind(&mut source)?;
        match (kind, archive) {
            (Kind::Other(what), _) => Ok((Found::Other { what: what.to_owned() }, None)),
            (Kind::Zip, Some(js)) => {
                let listed = archive::list(io::BufReader::with_capacity(limits::FIRST_READ, Reader::new(js)));
                let found = match listed.as_deref().ok().and_then(archive::purpose) {
                    Some(what) => Found::Other { what: what.to_owned() },
                    None => Found::archive(listed),
                };
                Ok((found, None))
            }
            // An entry that is itself an archive: unpacked by the engine, once.
            (Kind::Zip, None) => Ok((Found::Archive { entries: Vec::new(), code: None }, None)),
            (Kind::Picture(sort), _) => {
                let summary = wire::Summary::of_export(&self.session.look_at_export(&mut source, sort)?);
                Ok((Found::Instance { instance: Box::new(summary) }, Some(Named::default())))
            }
            (kind, _) => {
                let look = self.session.look(&mut source, kind)?;
                if look.instance.is_directory() {
                    return Ok((Found::Other { what: "dicomdir".to_owned() }, None));
                }
                let summary = wire::Summary::of(&look);
                let named = look.identifiers.new_to(&mut self.told);
                let weight = u32::try_from(self.session.weight(&named)?).map_err(|_| Code::TooMany)?;
                Ok((Found::Instance { instance: Box::new(summary) }, Some(Named { records: named.to_records(), weight })))
            }
        }
    }

    fn clean(&mut self, js: &ByteSource, entry: &JsValue) -> Result<JsValue> {
        let entry = parse(entry)?;
        let Opened { mut source, start, fresh } = open(js, entry)?;
        if source.len() <= limits::CHUNK as u64 {
            source.read_ahead(limits::CHUNK);
        }
        // What was packed was compared as it was unpacked.
        if let Some(stored) = entry.filter(|entry| entry.packing == Packing::Store) {
            archive::check(&mut source, &stored)?;
        }
        let kind = kind(&mut source)?;
        if let Kind::Picture(sort) = kind {
            return self.clean_export(&mut source, sort);
        }
        let Scrubbed { file, groups, ledger, findings, pixels, writing, blackened, treated, uids, pseudonym, shift, patient_id, facts } =
            self.session.scrub(&mut source, kind, self.map, &mut tick)?;
        let size = file.len();
        let parts = Array::new();
        for part in file.into_parts() {
            emit(&mut source, part, start, fresh, &parts)?;
        }
        let map = self.map.then(|| wire::map(&uids, &patient_id, &pseudonym, shift, self.session.policy()));
        let outcome = plain(&Outcome::Verified {
            size,
            patient: groups.patient,
            study: groups.study,
            series: groups.series,
            ledger: ledger.lines(),
            findings: findings.into_iter().map(str::to_owned).collect(),
            pixels: pixels.name().to_owned(),
            writing: writing.name().to_owned(),
            blackened: u32::try_from(blackened).unwrap_or(u32::MAX),
            treated,
            map,
        });
        let _ = Reflect::set(&outcome, &"parts".into(), &parts);
        if let Some(facts) = facts {
            let _ = Reflect::set(&outcome, &"facts".into(), &Uint8Array::from(facts.as_slice()));
        }
        Ok(outcome)
    }

    fn clean_export(&mut self, source: &mut AnySource<'_>, sort: Sort) -> Result<JsValue> {
        let Exported { file, groups, findings, pixels, writing, blackened } = self.session.scrub_export(source, sort)?;
        let parts = Array::new();
        let size = file.len();
        for part in file.into_parts() {
            emit(source, part, 0, true, &parts)?;
        }
        let outcome = plain(&Outcome::Verified {
            size,
            patient: groups.patient,
            study: groups.study,
            series: groups.series,
            ledger: String::new(),
            findings: findings.into_iter().map(str::to_owned).collect(),
            pixels: pixels.name().to_owned(),
            writing: writing.name().to_owned(),
            blackened: u32::try_from(blackened).unwrap_or(u32::MAX),
            treated: false,
            map: None,
        });
        let _ = Reflect::set(&outcome, &"parts".into(), &parts);
        Ok(outcome)
    }
}

/// Whom a file names, that no file before did.
#[derive(Default)]
struct Named {
    records: Vec<u8>,
    /// What they add to a search.
    weight: u32,
}

/// Bytes of a packed entry that a first look unpacks: most headers fit.
const HEAD: usize = 256 << 10;

/// What a job's bytes are read from.
struct Opened<'j> {
    source: AnySource<'j>,
    /// Where the source starts in what JavaScript holds.
    start: u64,
    /// JavaScript does not hold these bytes: all parts must be handed over.
    fresh: bool,
}

fn open(js: &ByteSource, entry: Option<Entry>) -> Result<Opened<'_>> {
    let reader = Reader::new(js);
    Ok(match entry {
        None => Opened { source: AnySource::any(reader)?, start: 0, fresh: false },
        Some(entry) if entry.packing == Packing::Store => {
            Opened { source: AnySource::any(Window::new(reader, entry.start, entry.packed))?, start: entry.start, fresh: false }
        }
        Some(entry) => {
            let bytes = archive::unpack(&mut AnySource::any(reader)?, &entry, None)?;
            Opened { source: AnySource::any(Cursor::new(bytes))?, start: 0, fresh: true }
        }
    })
}

fn parse(entry: &JsValue) -> Result<Option<Entry>> {
    if entry.is_undefined() || entry.is_null() {
        return Ok(None);
    }
    let entry: wire::Entry = serde_wasm_bindgen::from_value(entry.clone()).map_err(|_| Code::ArchiveStructure)?;
    Ok(Some(entry.into()))
}

/// A plain object of JavaScript's, without maps.
fn plain<T: Serialize>(value: &T) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

fn refusal(error: &Error) -> JsValue {
    plain(&wire::Refusal::from(error))
}

/// The browser's decoder of an encoding: what is not valid in it is no text. Decoders are kept: a header asks for the same one many times.
fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    DECODERS.with_borrow_mut(|decoders| {
        if !decoders.contains_key(label) {
            let options = TextDecoderOptions::new();
            options.set_fatal(true);
            decoders.insert(label.to_owned(), TextDecoder::new_with_label_and_options(label, &options).ok()?);
        }
        decoders.get(label)?.decode_with_u8_array(bytes).ok()
    })
}

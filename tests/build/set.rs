//! A data set as a list of elements, each with the ways in which it may be wrong; encoded in any of the three encodings.

use std::collections::BTreeSet;

/// How elements are encoded (PS3.5 7.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Explicit,
    Implicit,
    Big,
}

/// What an element holds. Bytes are little endian, and swapped for [`Encoding::Big`] by their VR.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Bytes(Vec<u8>),
    Items(Vec<Set>),
    Fragments {
        table: Vec<u8>,
        fragments: Vec<Vec<u8>>,
        closed: bool,
    },
    /// Stands in the place of the whole element.
    Raw(Vec<u8>),
}

/// How an element departs from the rules.
#[derive(Clone, Debug, Default, PartialEq)]
struct Quirk {
    length: Option<u32>,
    implicit: bool,
    odd: bool,
    padding: Option<u8>,
    open: Option<bool>,
    unclosed: bool,
    items_short_by: i64,
}

/// One element.
#[derive(Clone, Debug, PartialEq)]
pub struct El {
    pub tag: u32,
    pub vr: [u8; 2],
    pub value: Value,
    quirk: Quirk,
}

impl El {
    pub fn new(tag: u32, vr: &str, value: Value) -> Self {
        Self { tag, vr: vr.as_bytes().try_into().unwrap(), value, quirk: Quirk::default() }
    }

    pub fn text(tag: u32, vr: &str, text: &str) -> Self {
        Self::new(tag, vr, Value::Bytes(text.as_bytes().to_vec()))
    }

    pub fn bytes(tag: u32, vr: &str, bytes: &[u8]) -> Self {
        Self::new(tag, vr, Value::Bytes(bytes.to_vec()))
    }

    pub fn items(tag: u32, items: Vec<Set>) -> Self {
        Self::new(tag, "SQ", Value::Items(items))
    }

    /// A Sequence under VR UN: its Items are Implicit VR Little Endian (PS3.5 6.2.2).
    pub fn unknown_items(tag: u32, items: Vec<Set>) -> Self {
        Self::new(tag, "UN", Value::Items(items))
    }

    pub fn raw(bytes: &[u8]) -> Self {
        Self::new(0, "UN", Value::Raw(bytes.to_vec()))
    }

    /// States this length, whatever the value's is.
    pub fn claiming(mut self, length: u32) -> Self {
        self.quirk.length = Some(length);
        self
    }

    /// Is encoded as Implicit VR in an Explicit VR data set.
    pub fn implicit(mut self) -> Self {
        self.quirk.implicit = true;
        self
    }

    /// Keeps an odd length.
    pub fn odd(mut self) -> Self {
        self.quirk.odd = true;
        self
    }

    /// Is padded with this byte.
    pub fn padded(mut self, byte: u8) -> Self {
        self.quirk.padding = Some(byte);
        self
    }

    /// States no lengths of its own and its Items', or states them, whatever the data set does.
    pub fn open(mut self, open: bool) -> Self {
        self.quirk.open = Some(open);
        self
    }

    /// States no lengths, and has no delimiters either.
    pub fn unclosed(mut self) -> Self {
        self.quirk.open = Some(true);
        self.quirk.unclosed = true;
        self
    }

    /// States for its Items this many bytes fewer than they have; more where negative.
    pub fn items_short_by(mut self, bytes: i64) -> Self {
        self.quirk.items_short_by = bytes;
        self
    }

    fn encode(&self, encoding: Encoding, open: bool, out: &mut Vec<u8>) {
        let open = self.quirk.open.unwrap_or(open);
        let body = match &self.value {
            Value::Raw(bytes) => return out.extend_from_slice(bytes),
            Value::Bytes(bytes) => self.padded_bytes(bytes, encoding),
            Value::Items(items) => self.encode_items(items, encoding, open),
            Value::Fragments { table, fragments, closed } => encapsulated(table, fragments, *closed),
        };
        let undefined = matches!(self.value, Value::Fragments { .. }) || (open && matches!(self.value, Value::Items(_)));
        let length = self.quirk.length.unwrap_or(if undefined { u32::MAX } else { body.len() as u32 });
        header(self.tag, if self.quirk.implicit { None } else { Some(self.vr) }, length, encoding, out);
        out.extend_from_slice(&body);
        if undefined && matches!(self.value, Value::Items(_)) && !self.quirk.unclosed {
            header(0xFFFE_E0DD, None, 0, encoding, out);
        }
    }

    fn padded_bytes(&self, bytes: &[u8], encoding: Encoding) -> Vec<u8> {
        let mut body = bytes.to_vec();
        if body.len() % 2 == 1 && !self.quirk.odd {
            let text = matches!(
                &self.vr,
                b"AE"
                    | b"AS"
                    | b"CS"
                    | b"DA"
                    | b"DS"
                    | b"DT"
                    | b"IS"
                    | b"LO"
                    | b"LT"
                    | b"PN"
                    | b"SH"
                    | b"ST"
                    | b"TM"
                    | b"UC"
                    | b"UR"
                    | b"UT"
            );
            body.push(self.quirk.padding.unwrap_or(if text { b' ' } else { 0 }));
        }
        if encoding == Encoding::Big {
            let width = match &self.vr {
                b"AT" | b"OW" | b"SS" | b"US" => 2,
                b"FL" | b"OF" | b"OL" | b"SL" | b"UL" => 4,
                b"FD" | b"OD" | b"OV" | b"SV" | b"UV" => 8,
                _ => 1,
            };
            body.chunks_exact_mut(width).for_each(<[u8]>::reverse);
        }
        body
    }

    fn encode_items(&self, items: &[Set], encoding: Encoding, open: bool) -> Vec<u8> {
        let inner = if &self.vr == b"UN" { Encoding::Implicit } else { encoding };
        let mut body = Vec::new();
        for item in items {
            let content = item.encode(inner, open);
            let length = if open { u32::MAX } else { (content.len() as i64 - self.quirk.items_short_by) as u32 };
            header(0xFFFE_E000, None, length, inner, &mut body);
            body.extend_from_slice(&content);
            if open && !self.quirk.unclosed {
                header(0xFFFE_E00D, None, 0, inner, &mut body);
            }
        }
        body
    }
}

/// Appends the header of an element; of the Implicit VR form without a VR.
pub fn header(tag: u32, vr: Option<[u8; 2]>, length: u32, encoding: Encoding, out: &mut Vec<u8>) {
    let big = encoding == Encoding::Big;
    let word16 = |word: u16| if big { word.to_be_bytes() } else { word.to_le_bytes() };
    let word32 = |word: u32| if big { word.to_be_bytes() } else { word.to_le_bytes() };
    out.extend_from_slice(&word16((tag >> 16) as u16));
    out.extend_from_slice(&word16(tag as u16));
    match vr.filter(|_| encoding != Encoding::Implicit) {
        None => out.extend_from_slice(&word32(length)),
        Some(vr) => {
            out.extend_from_slice(&vr);
            if matches!(&vr, b"OB" | b"OD" | b"OF" | b"OL" | b"OV" | b"OW" | b"SQ" | b"SV" | b"UC" | b"UN" | b"UR" | b"UT" | b"UV") {
                out.extend_from_slice(&[0, 0]);
                out.extend_from_slice(&word32(length));
            } else {
                out.extend_from_slice(&word16(length as u16));
            }
        }
    }
}

/// The value of encapsulated Pixel Data: always little endian.
pub fn encapsulated(table: &[u8], fragments: &[Vec<u8>], closed: bool) -> Vec<u8> {
    let mut body = Vec::new();
    for item in std::iter::once(table).chain(fragments.iter().map(Vec::as_slice)) {
        header(0xFFFE_E000, None, item.len() as u32, Encoding::Explicit, &mut body);
        body.extend_from_slice(item);
    }
    if closed {
        header(0xFFFE_E0DD, None, 0, Encoding::Explicit, &mut body);
    }
    body
}

/// Elements, in the order in which they are encoded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Set(pub Vec<El>);

impl Set {
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts an element at its place, for the one that is there.
    pub fn put(mut self, el: El) -> Self {
        self.0.retain(|other| other.tag != el.tag);
        let at = self.0.iter().position(|other| other.tag > el.tag).unwrap_or(self.0.len());
        self.0.insert(at, el);
        self
    }

    /// Adds an element at the end, whatever its tag.
    pub fn push(mut self, el: El) -> Self {
        self.0.push(el);
        self
    }

    /// Adds an element at the start, whatever its tag.
    pub fn first(mut self, el: El) -> Self {
        self.0.insert(0, el);
        self
    }

    /// Adds an element right behind the last of a lower or equal tag, whatever is there.
    pub fn beside(mut self, el: El) -> Self {
        let at = self.0.iter().position(|other| other.tag > el.tag).unwrap_or(self.0.len());
        self.0.insert(at, el);
        self
    }

    pub fn text(self, tag: u32, vr: &str, text: &str) -> Self {
        self.put(El::text(tag, vr, text))
    }

    pub fn bytes(self, tag: u32, vr: &str, bytes: &[u8]) -> Self {
        self.put(El::bytes(tag, vr, bytes))
    }

    pub fn u16s(self, tag: u32, words: &[u16]) -> Self {
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        self.bytes(tag, "US", &bytes)
    }

    pub fn u32s(self, tag: u32, words: &[u32]) -> Self {
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        self.bytes(tag, "UL", &bytes)
    }

    pub fn f64s(self, tag: u32, numbers: &[f64]) -> Self {
        let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        self.bytes(tag, "FD", &bytes)
    }

    pub fn items(self, tag: u32, items: Vec<Set>) -> Self {
        self.put(El::items(tag, items))
    }

    pub fn fragments(self, table: &[u8], fragments: &[Vec<u8>]) -> Self {
        self.put(El::new(0x7FE0_0010, "OB", Value::Fragments { table: table.to_vec(), fragments: fragments.to_vec(), closed: true }))
    }

    /// Encapsulated Pixel Data whose last Sequence Delimitation Item is missing.
    pub fn fragments_unclosed(self, table: &[u8], fragments: &[Vec<u8>]) -> Self {
        self.put(El::new(0x7FE0_0010, "OB", Value::Fragments { table: table.to_vec(), fragments: fragments.to_vec(), closed: false }))
    }

    pub fn without(mut self, tag: u32) -> Self {
        self.0.retain(|el| el.tag != tag);
        self
    }

    /// The value's bytes of a tag that is there.
    pub fn value(&self, tag: u32) -> &[u8] {
        match self.0.iter().find(|el| el.tag == tag).map(|el| &el.value) {
            Some(Value::Bytes(bytes)) => bytes,
            _ => panic!("{tag:08X} has no bytes"),
        }
    }

    pub fn tags(&self) -> BTreeSet<u32> {
        self.0.iter().map(|el| el.tag).collect()
    }

    /// The bytes; with `open`, Sequences and Items state no lengths.
    pub fn encode(&self, encoding: Encoding, open: bool) -> Vec<u8> {
        let mut out = Vec::new();
        self.0.iter().for_each(|el| el.encode(encoding, open, &mut out));
        out
    }

    /// This set within Sequences, `depth` deep: `sequence` holds one Item, which holds `sequence`, ….
    pub fn nested(self, sequence: u32, depth: usize) -> Self {
        (0..depth).fold(self, |inner, _| Self::new().items(sequence, vec![inner]))
    }
}

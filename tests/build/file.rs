//! A file around a data set: preamble, File Meta Information, and what lies behind.

use std::io::Write;

use super::set::{El, Encoding, Set};

/// A Transfer Syntax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Syntax {
    pub uid: &'static str,
    pub encoding: Encoding,
    pub deflated: bool,
}

const fn explicit(uid: &'static str) -> Syntax {
    Syntax { uid, encoding: Encoding::Explicit, deflated: false }
}

pub const IMPLICIT: Syntax = Syntax { uid: "1.2.840.10008.1.2", encoding: Encoding::Implicit, deflated: false };
pub const EXPLICIT: Syntax = explicit("1.2.840.10008.1.2.1");
pub const BIG: Syntax = Syntax { uid: "1.2.840.10008.1.2.2", encoding: Encoding::Big, deflated: false };
pub const DEFLATED: Syntax = Syntax { uid: "1.2.840.10008.1.2.1.99", encoding: Encoding::Explicit, deflated: true };
pub const JPEG: Syntax = explicit("1.2.840.10008.1.2.4.50");
pub const JPEG_LS: Syntax = explicit("1.2.840.10008.1.2.4.80");
pub const JPEG_2000: Syntax = explicit("1.2.840.10008.1.2.4.90");
pub const JPEG_XL: Syntax = explicit("1.2.840.10008.1.2.4.110");
pub const RLE: Syntax = explicit("1.2.840.10008.1.2.5");
/// Syntaxes of native pixels.
pub const NATIVE: [Syntax; 4] = [EXPLICIT, IMPLICIT, BIG, DEFLATED];

/// A file in the making.
#[derive(Clone, Debug)]
pub struct File {
    pub syntax: Syntax,
    /// Nothing: the file begins with the prefix, or with File Meta Information.
    pub preamble: Option<[u8; 128]>,
    /// `DICM`.
    pub prefix: bool,
    /// Without its group length.
    pub meta: Set,
    /// How much more the group length says than there is; nothing: it is left out.
    pub group_length: Option<i64>,
    /// Sequences state no lengths.
    pub open: bool,
    pub set: Set,
    /// What follows the data set; within the deflate stream where there is one.
    pub tail: Vec<u8>,
    /// What follows everything.
    pub behind: Vec<u8>,
}

impl File {
    /// A well-formed file.
    pub fn new(syntax: Syntax, set: Set) -> Self {
        let uid = |tag| match set.tags().contains(&tag) {
            true => String::from_utf8_lossy(set.value(tag)).trim_end_matches('\0').to_owned(),
            false => "1.2.826.0.1.3680043.2.1".to_owned(),
        };
        let meta = Set::new()
            .bytes(0x0002_0001, "OB", &[0, 1])
            .text(0x0002_0002, "UI", &uid(0x0008_0016))
            .text(0x0002_0003, "UI", &uid(0x0008_0018))
            .text(0x0002_0010, "UI", syntax.uid)
            .text(0x0002_0012, "UI", "1.2.826.0.1.3680043.9.3811.2.0")
            .text(0x0002_0013, "SH", "MAKER 1.0");
        Self {
            syntax,
            preamble: Some([0; 128]),
            prefix: true,
            meta,
            group_length: Some(0),
            open: false,
            set,
            tail: Vec::new(),
            behind: Vec::new(),
        }
    }

    /// Only the data set: no preamble, no File Meta Information.
    pub fn bare(syntax: Syntax, set: Set) -> Vec<u8> {
        set.encode(syntax.encoding, false)
    }

    /// The same file with another preamble's beginning.
    pub fn preamble(mut self, start: &[u8]) -> Self {
        let mut preamble = [0; 128];
        preamble[..start.len()].copy_from_slice(start);
        self.preamble = Some(preamble);
        self
    }

    pub fn meta(mut self, edit: impl FnOnce(Set) -> Set) -> Self {
        self.meta = edit(self.meta);
        self
    }

    pub fn open(mut self) -> Self {
        self.open = true;
        self
    }

    pub fn tail(mut self, tail: &[u8]) -> Self {
        self.tail = tail.to_vec();
        self
    }

    pub fn behind(mut self, behind: &[u8]) -> Self {
        self.behind = behind.to_vec();
        self
    }

    /// Everything before the data set.
    pub fn head(&self) -> Vec<u8> {
        let mut out = self.preamble.map(Vec::from).unwrap_or_default();
        if self.prefix {
            out.extend_from_slice(b"DICM");
        }
        let meta = self.meta.encode(Encoding::Explicit, false);
        if let Some(more) = self.group_length {
            let length = (meta.len() as i64 + more) as u32;
            out.extend_from_slice(&Set::new().push(El::bytes(0x0002_0000, "UL", &length.to_le_bytes())).encode(Encoding::Explicit, false));
        }
        out.extend_from_slice(&meta);
        out
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut body = self.set.encode(self.syntax.encoding, self.open);
        body.extend_from_slice(&self.tail);
        if self.syntax.deflated {
            body = deflate(&body);
        }
        [self.head(), body, self.behind.clone()].concat()
    }
}

/// A raw deflate stream (PS3.5 A.5).
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// A raw deflate stream that inflates to this many MiB of zeros, without making them.
pub fn bomb(mib: usize) -> Vec<u8> {
    let mut packer = flate2::Compress::new(flate2::Compression::best(), false);
    let mut chunk = Vec::with_capacity(1 << 20);
    packer.compress_vec(&vec![0; 1 << 20], &mut chunk, flate2::FlushCompress::Full).unwrap();
    assert!(packer.total_in() == 1 << 20 && chunk.len() < 4096);
    let mut out = chunk.repeat(mib);
    // A last block, stored, of nothing.
    out.extend_from_slice(&[1, 0, 0, 0xFF, 0xFF]);
    out
}

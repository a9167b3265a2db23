//! Zip archives whose every field can be forged (APPNOTE 4.3).

/// One entry. Fields that the two headers state are those of `local` and `central`, right unless changed.
#[derive(Clone, Debug)]
pub struct Entry {
    pub name: Vec<u8>,
    /// What lies in the archive.
    pub data: Vec<u8>,
    pub local: Fields,
    pub central: Fields,
    /// Written behind the data, as data descriptors are.
    pub descriptor: bool,
    /// The data of this other entry is pointed at; nothing of its own is written.
    pub shares: Option<usize>,
    pub comment: Vec<u8>,
    pub extra: Vec<u8>,
    /// Upper half: the mode of Unix.
    pub attributes: u32,
}

/// What a header says of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    pub flags: u16,
    pub method: u16,
    pub crc: u32,
    pub packed: u32,
    pub size: u32,
}

impl Entry {
    pub fn stored(name: &str, bytes: &[u8]) -> Self {
        Self::new(name, 0, bytes.to_vec(), bytes)
    }

    pub fn deflated(name: &str, bytes: &[u8]) -> Self {
        Self::new(name, 8, super::file::deflate(bytes), bytes)
    }

    fn new(name: &str, method: u16, data: Vec<u8>, bytes: &[u8]) -> Self {
        let fields = Fields { flags: 0, method, crc: crc32fast::hash(bytes), packed: data.len() as u32, size: bytes.len() as u32 };
        let name = name.as_bytes().to_vec();
        Self {
            name,
            data,
            local: fields,
            central: fields,
            descriptor: false,
            shares: None,
            comment: Vec::new(),
            extra: Vec::new(),
            attributes: 0,
        }
    }

    /// Changes what both headers say.
    pub fn saying(mut self, change: impl Fn(&mut Fields)) -> Self {
        change(&mut self.local);
        change(&mut self.central);
        self
    }
}

/// An archive in the making.
#[derive(Clone, Debug, Default)]
pub struct Zip {
    pub entries: Vec<Entry>,
    /// Before everything; offsets count from behind it where not `shifted`.
    pub prefix: Vec<u8>,
    /// Offsets count from the start of the prefix.
    pub shifted: bool,
    pub comment: Vec<u8>,
    /// Writes the end record of zip64, and the plain one with its fields full.
    pub zip64: bool,
    /// How many entries the end record states, if not as many as there are.
    pub count: Option<u16>,
}

impl Zip {
    pub fn of(entries: Vec<Entry>) -> Self {
        Self { entries, ..Self::default() }
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut out = self.prefix.clone();
        let base = if self.shifted { 0 } else { self.prefix.len() };
        let mut starts: Vec<u32> = Vec::new();
        for entry in &self.entries {
            if let Some(other) = entry.shares {
                starts.push(starts[other]);
                continue;
            }
            starts.push((out.len() - base) as u32);
            out.extend_from_slice(b"PK\x03\x04\x14\0");
            entry.local.write(&mut out);
            put16(&mut out, &[entry.name.len(), 0]);
            out.extend_from_slice(&entry.name);
            out.extend_from_slice(&entry.data);
            if entry.descriptor {
                out.extend_from_slice(b"PK\x07\x08");
                for word in [entry.central.crc, entry.central.packed, entry.central.size] {
                    out.extend_from_slice(&word.to_le_bytes());
                }
            }
        }
        let directory = out.len() - base;
        for (entry, start) in self.entries.iter().zip(&starts) {
            out.extend_from_slice(b"PK\x01\x02\x14\x03\x14\0");
            entry.central.write(&mut out);
            put16(&mut out, &[entry.name.len(), entry.extra.len(), entry.comment.len(), 0, 0]);
            out.extend_from_slice(&entry.attributes.to_le_bytes());
            out.extend_from_slice(&start.to_le_bytes());
            for bytes in [&entry.name, &entry.extra, &entry.comment] {
                out.extend_from_slice(bytes);
            }
        }
        let length = out.len() - base - directory;
        if self.zip64 {
            let end = out.len() - base;
            out.extend_from_slice(b"PK\x06\x06");
            out.extend_from_slice(&44_u64.to_le_bytes());
            out.extend_from_slice(&[45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            for word in [self.entries.len(), self.entries.len(), length, directory] {
                out.extend_from_slice(&(word as u64).to_le_bytes());
            }
            out.extend_from_slice(b"PK\x06\x07\0\0\0\0");
            out.extend_from_slice(&(end as u64).to_le_bytes());
            out.extend_from_slice(&1_u32.to_le_bytes());
        }
        out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        let count = self.count.unwrap_or(if self.zip64 { u16::MAX } else { self.entries.len() as u16 });
        out.extend_from_slice(&[count.to_le_bytes(), count.to_le_bytes()].concat());
        for word in [length, directory] {
            out.extend_from_slice(&if self.zip64 { u32::MAX } else { word as u32 }.to_le_bytes());
        }
        put16(&mut out, &[self.comment.len()]);
        out.extend_from_slice(&self.comment);
        out
    }
}

impl Fields {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.flags.to_le_bytes());
        out.extend_from_slice(&self.method.to_le_bytes());
        // A time and a date.
        out.extend_from_slice(&[0x21, 0x43, 0x65, 0x58]);
        for word in [self.crc, self.packed, self.size] {
            out.extend_from_slice(&word.to_le_bytes());
        }
    }
}

fn put16(out: &mut Vec<u8>, words: &[usize]) {
    words.iter().for_each(|word| out.extend_from_slice(&(*word as u16).to_le_bytes()));
}

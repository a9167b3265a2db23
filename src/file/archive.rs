//! Zip archives: their directory only. No name in it is ever used as a path, and nothing is unpacked that is not asked for.

use std::io::{Read, Seek, SeekFrom};

use zip::{CompressionMethod, ZipArchive};

use super::inflate;
use super::source::Source;
use crate::error::{Code, Error, Result};
use crate::limits;

/// How an entry is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// Raw deflate.
    Deflate,
    /// As it is.
    Store,
}

/// Where an entry lies in its archive, as its directory says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// First byte of its data: offset from the start of the archive.
    pub start: u64,
    /// Bytes in the archive.
    pub packed: u64,
    /// Bytes once unpacked, as announced.
    pub size: u64,
    /// How it is packed.
    pub packing: Packing,
    /// CRC-32 of the unpacked bytes, as announced.
    pub crc: u32,
}

/// A file of an archive: its name as given, for the person's eyes only, and where it lies, or why it cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The name in the directory. Never a path, never written out.
    pub name: String,
    /// Where it lies.
    pub entry: std::result::Result<Entry, Code>,
}

/// The files of the archive in `source`, folders and links left out, in the order of its directory.
///
/// # Errors
/// [`Code::ArchiveStructure`] where the directory cannot be read, or entries overlap; [`Code::TooMany`] past [`limits::ENTRIES`].
pub fn list<R: Read + Seek>(mut source: R) -> Result<Vec<Listed>> {
    let broken = |_| Error::from(Code::ArchiveStructure);
    let len = source.seek(SeekFrom::End(0)).map_err(|_| Error::from(Code::Unreadable))?;
    let mut archive = ZipArchive::new(source).map_err(broken)?;
    if archive.len() > limits::ENTRIES {
        return Err(Code::TooMany.into());
    }
    if archive.has_duplicate_names() {
        // Two entries of one name: which of them was meant cannot be told.
        return Err(Code::ArchiveStructure.into());
    }
    let mut listed = Vec::new();
    let mut spans = Vec::new();
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(broken)?;
        if file.is_dir() || file.is_symlink() {
            continue;
        }
        let name = String::from_utf8_lossy(file.name_raw()).into_owned();
        let start = file.data_start().ok_or(Error::from(Code::ArchiveStructure))?;
        let end = start.checked_add(file.compressed_size()).ok_or(Error::from(Code::ArchiveStructure))?;
        spans.push(start..end);
        let packing = match file.compression() {
            _ if end > len => Err(Code::CutOff),
            _ if file.encrypted() => Err(Code::ArchiveEncrypted),
            CompressionMethod::Stored if file.size() != file.compressed_size() => Err(Code::ArchiveMismatch),
            CompressionMethod::Stored => Ok(Packing::Store),
            CompressionMethod::DEFLATE => Ok(Packing::Deflate),
            _ => Err(Code::ArchiveMethod),
        };
        let entry = packing.map(|packing| Entry { start, packed: end - start, size: file.size(), packing, crc: file.crc32() });
        listed.push(Listed { name, entry });
    }
    spans.retain(|span| !span.is_empty());
    spans.sort_by_key(|span| span.start);
    if spans.windows(2).any(|pair| matches!(pair, [a, b] if b.start < a.end)) {
        return Err(Code::ArchiveStructure.into());
    }
    Ok(listed)
}

/// What an archive is by what every one of its kind holds, where it is none of files that somebody put together: a program in Java, or a
/// document of an office.
pub fn purpose(listed: &[Listed]) -> Option<&'static str> {
    let has = |name: &str| listed.iter().any(|file| file.name == name);
    let is_office = has("[Content_Types].xml") && ["word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"].into_iter().any(has)
        || has("META-INF/manifest.xml") && has("content.xml");
    // Some servers pack scans with Java's own tools.
    let is_java = || has("META-INF/MANIFEST.MF") && listed.iter().any(|file| file.name.ends_with(".class"));
    if is_office {
        Some("office")
    } else if is_java() {
        Some("program")
    } else {
        None
    }
}

/// The unpacked bytes of a deflated entry; with `enough`, at least that many of them where there are as many, unchecked.
///
/// # Errors
/// [`Code::TooLong`] past the announced size or [`limits::INFLATED`]; [`Code::Deflate`]; [`Code::ArchiveMismatch`] where size or CRC-32 differ.
pub fn unpack<R: Read + Seek>(source: &mut Source<R>, entry: &Entry, enough: Option<usize>) -> Result<Vec<u8>> {
    let end = entry.start.checked_add(entry.packed).filter(|end| *end <= source.len()).ok_or(Error::from(Code::CutOff))?;
    let bytes = inflate::inflate(source, entry.start..end, limits::INFLATED.min(entry.size), enough)?;
    if enough.is_some_and(|enough| bytes.len() >= enough) {
        return Ok(bytes);
    }
    if bytes.len() as u64 != entry.size || crc32fast::hash(&bytes) != entry.crc {
        return Err(Code::ArchiveMismatch.into());
    }
    Ok(bytes)
}

/// Compares the bytes of a stored entry, which are all of `source`, with the CRC-32 that its archive announced; 0 is none.
///
/// # Errors
/// [`Code::ArchiveMismatch`] where they differ; [`Code::Unreadable`].
pub fn check<R: Read + Seek>(source: &mut Source<R>, entry: &Entry) -> Result<()> {
    if entry.crc == 0 {
        return Ok(());
    }
    let mut sum = crc32fast::Hasher::new();
    source.chunks(0..source.len(), |_, bytes| {
        sum.update(bytes);
        Ok(())
    })?;
    if sum.finalize() == entry.crc { Ok(()) } else { Err(Code::ArchiveMismatch.into()) }
}

/// A part of a source as a source of its own: a stored entry.
pub struct Window<R> {
    inner: R,
    start: u64,
    len: u64,
    pos: u64,
}

impl<R: Read + Seek> Window<R> {
    /// `len` bytes of `inner` from offset `start`.
    pub fn new(inner: R, start: u64, len: u64) -> Self {
        Self { inner, start, len, pos: 0 }
    }
}

impl<R: Read + Seek> Read for Window<R> {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        let n = usize::try_from(self.len.saturating_sub(self.pos)).unwrap_or(usize::MAX).min(to.len());
        let Some(to) = to.get_mut(..n) else { return Ok(0) };
        let at = self.start.checked_add(self.pos).ok_or(std::io::ErrorKind::InvalidInput)?;
        self.inner.seek(SeekFrom::Start(at))?;
        let read = self.inner.read(to)?;
        self.pos += read as u64;
        Ok(read)
    }
}

impl<R> Seek for Window<R> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let pos = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.len.checked_add_signed(by),
            SeekFrom::Current(by) => self.pos.checked_add_signed(by),
        };
        self.pos = pos.ok_or(std::io::ErrorKind::InvalidInput)?;
        Ok(self.pos)
    }
}

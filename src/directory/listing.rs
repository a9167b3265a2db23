//! Which file is where: what the engine hands over when all files of a batch are known.

use std::collections::HashSet;

use super::facts::{Facts, chunk};
use super::kinds;
use crate::error::{Code, Result};
use crate::file::value::raw_text;

/// A file of the listing.
#[derive(Clone, Debug)]
pub struct Listed<'l> {
    /// (0004,1500): its components, joined by backslashes.
    pub file_id: String,
    /// What is known of it.
    pub facts: Facts<'l>,
}

/// The files of a File-set, in the order of their records.
#[derive(Clone, Debug, Default)]
pub struct Listing<'l>(Vec<Listed<'l>>);

impl<'l> Listing<'l> {
    /// Reads chunks, each a length of four bytes and its bytes: a path with slashes, the facts of the file there, and so on.
    ///
    /// An instance is listed once, where it is first (PS3.10 8.1: its UID is unique within a File-set).
    ///
    /// # Errors
    /// [`Code::Structure`] where these are not chunks, or a path is no File ID (PS3.10 8.2) or stands twice; [`Code::NoIdentity`] where there
    /// are none.
    pub fn parse(mut bytes: &'l [u8]) -> Result<Self> {
        let mut listed = Vec::new();
        let mut paths = HashSet::new();
        let mut instances = HashSet::new();
        while !bytes.is_empty() {
            let path = std::str::from_utf8(chunk(&mut bytes)?).map_err(|_| Code::Structure)?;
            let facts = Facts::parse(chunk(&mut bytes)?)?;
            if !is_file_id(path) || !paths.insert(path) {
                return Err(Code::Structure.into());
            }
            if instances.insert(facts.instance) {
                listed.push(Listed { file_id: path.replace('/', "\\"), facts });
            }
        }
        if listed.is_empty() { Err(Code::NoIdentity.into()) } else { Ok(Self(listed)) }
    }

    /// The files.
    pub fn files(&self) -> &[Listed<'l>] {
        &self.0
    }

    /// Every value in the directory that was made here: counters, names of kinds, words that say nothing, and the files' own.
    pub fn made(&self) -> HashSet<String> {
        let mut made: HashSet<String> = HashSet::new();
        let dummies = [dicom_core::VR::CS, dicom_core::VR::DA, dicom_core::VR::TM, dicom_core::VR::IS, dicom_core::VR::SH];
        let dummies = dummies.into_iter().filter_map(crate::plan::dummy::value);
        made.extend(dummies.map(|value| String::from_utf8_lossy(raw_text(&value)).into_owned()));
        made.extend([super::build::FILE_SET, kinds::PATIENT.name, kinds::STUDY.name, kinds::SERIES.name].map(str::to_owned));
        for Listed { file_id, facts } in &self.0 {
            for one in file_id.split('\\').chain(facts.made()).chain([facts.kind.name]) {
                if !made.contains(one) {
                    made.insert(one.to_owned());
                }
            }
        }
        made
    }
}

/// PS3.10 8.2: one to eight components of one to eight capitals, digits and underscores.
fn is_file_id(path: &str) -> bool {
    let fits = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_'));
    path.split('/').count() <= 8 && path.split('/').all(fits)
}

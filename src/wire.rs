//! What crosses to JavaScript, as plain data. TypeScript's side, `www/engine/wire.ts`, is generated from these types.

use std::collections::{BTreeMap, BTreeSet};

use dicom_core::Tag;
use dicom_core::dictionary::{UidDictionary, UidDictionaryEntry};
use dicom_dictionary_std::{StandardSopClassDictionary, tags};
use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result};
use crate::file::archive::{self, Listed, Packing};
use crate::file::{Instance, dataset, value};
use crate::picture::Risk;
use crate::plan::Pseudonym;
use crate::profile::{Dates, Policy};
use crate::report;
use crate::scrub::{ExportLook, Look};

/// Why something was refused.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Refusal {
    /// The stable code.
    pub code: String,
    /// Byte offset from the start of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub at: Option<u64>,
    /// The attribute, as `(gggg,eeee)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub tag: Option<String>,
}

impl From<&Error> for Refusal {
    fn from(error: &Error) -> Self {
        let tag = error.tag.map(|tag: Tag| format!("({:04X},{:04X})", tag.group(), tag.element()));
        Self { code: error.code.name().to_owned(), at: error.at, tag }
    }
}

/// A packed entry of a zip. Spans in its outcome are offsets in the zip itself.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Entry {
    /// First byte of its data.
    #[cfg_attr(test, ts(type = "number"))]
    pub start: u64,
    /// Bytes in the archive.
    #[cfg_attr(test, ts(type = "number"))]
    pub packed: u64,
    /// Bytes once unpacked, as announced.
    #[cfg_attr(test, ts(type = "number"))]
    pub size: u64,
    /// How it is packed.
    pub method: Method,
    /// CRC-32 of the unpacked bytes, as announced.
    pub crc: u32,
}

/// How an entry is packed.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// Raw deflate.
    Deflate,
    /// As it is.
    Store,
}

impl From<archive::Entry> for Entry {
    fn from(entry: archive::Entry) -> Self {
        let method = match entry.packing {
            Packing::Deflate => Method::Deflate,
            Packing::Store => Method::Store,
        };
        Self { start: entry.start, packed: entry.packed, size: entry.size, method, crc: entry.crc }
    }
}

impl From<Entry> for archive::Entry {
    fn from(entry: Entry) -> Self {
        let packing = match entry.method {
            Method::Deflate => Packing::Deflate,
            Method::Store => Packing::Store,
        };
        Self { start: entry.start, packed: entry.packed, size: entry.size, packing, crc: entry.crc }
    }
}

/// A file of an archive. Its name is original: for the screen only.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ListedEntry {
    /// The name in the directory.
    pub name: String,
    /// Where it lies.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub entry: Option<Entry>,
    /// Why it cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub code: Option<String>,
}

/// What pass 1 says of one source. An instance comes with `identifiers`, a `Uint8Array` of records.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Found {
    /// A zip, with its files, or why it cannot be read.
    Archive {
        /// Its files.
        entries: Vec<ListedEntry>,
        /// Why it cannot be read.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        code: Option<String>,
    },
    /// A DICOM instance.
    Instance {
        /// What its header says.
        instance: Box<Summary>,
    },
    /// Not an instance: its kind.
    Other {
        /// The kind's stable name.
        what: String,
    },
    /// DICOM that could not be read.
    Withheld(Refusal),
}

impl Found {
    /// What an archive's directory says.
    pub fn archive(listed: Result<Vec<Listed>>) -> Self {
        match listed {
            Err(error) => Self::Archive { entries: Vec::new(), code: Some(error.code.name().to_owned()) },
            Ok(listed) => {
                let entries = listed.into_iter().map(|Listed { name, entry }| ListedEntry {
                    name,
                    code: entry.err().map(|code: Code| code.name().to_owned()),
                    entry: entry.ok().map(Entry::from),
                });
                Self::Archive { entries: entries.collect(), code: None }
            }
        }
    }
}

/// Original values, for the review on this screen only.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each is the attribute of that name")]
pub struct Shown {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub birth_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub study_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub institution: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub study_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub series_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub body_part: Option<String>,
}

/// One instance, as pass 1 saw it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Keyed and opaque: equal for equal originals within one key.
    pub patient: String,
    /// As `patient`.
    pub study: String,
    /// As `patient`.
    pub series: String,
    /// (0008,0060)
    pub modality: String,
    /// The SOP Class in the standard's words.
    pub sop_class: String,
    /// (0028,0008), 1 for a single frame, 0 without pixels.
    #[cfg_attr(test, ts(type = "number"))]
    pub frames: i64,
    /// (0028,0010), 0 without pixels.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows: i64,
    /// (0028,0011), 0 without pixels.
    #[cfg_attr(test, ts(type = "number"))]
    pub columns: i64,
    /// (0020,0013)
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub instance_number: Option<i64>,
    /// Original values.
    pub shown: Shown,
    /// Kinds of detail that go, with how many attributes of each.
    pub removes: BTreeMap<&'static str, u32>,
    /// How likely its pictures carry writing: `none`, `screen`, `look` or `likely`.
    pub risk: Risk,
    /// What is needed to look at its pictures: `pictures`, `codecs`, `reader`.
    pub needs: Vec<&'static str>,
    /// Stands for the volume that its frames may be part of: equal for one Frame of Reference of a patient.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub space: Option<String>,
    /// Whether it may show, in one picture or as a surface, the face that a volume of its study has.
    pub shows: bool,
    /// Whether it is a picture made of a volume, or a photograph, that may be a portrait: nothing leaves of it where no volume was searched.
    pub drawn: bool,
    /// Set when pass 2 would withhold it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub code: Option<String>,
    /// Set when it is a picture file without a header: what it leaves as.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "\"jpeg\" | \"png\""))]
    pub picture: Option<&'static str>,
}

impl Summary {
    /// Of a first look at a picture file.
    pub fn of_export(look: &ExportLook) -> Self {
        let (columns, rows) = look.head.upright();
        let removes = if look.head.beside > 0 { BTreeMap::from([("beside", look.head.beside)]) } else { BTreeMap::new() };
        Self {
            patient: look.groups.patient.clone(),
            study: look.groups.study.clone(),
            series: look.groups.series.clone(),
            modality: String::new(),
            sop_class: String::new(),
            frames: 1,
            rows: i64::from(rows),
            columns: i64::from(columns),
            instance_number: None,
            shown: Shown::default(),
            removes,
            risk: look.risk,
            // What is beside the picture cannot be left out without taking it apart.
            needs: if look.risk == Risk::None { vec!["pictures"] } else { vec!["pictures", "reader"] },
            // Nobody says what a photo shows: no head is sought in it, and none found elsewhere holds it back.
            space: None,
            shows: false,
            drawn: false,
            code: look.refusal.map(|code| code.name().to_owned()),
            picture: Some(look.sort.leaves().name()),
        }
    }

    /// Of a first look.
    pub fn of(look: &Look) -> Self {
        let instance = &look.instance;
        let class = StandardSopClassDictionary.by_uid(instance.sop_class()).map_or("", |class| class.name());
        let number = |tag| dataset::integer(&instance.dataset, tag);
        let side = |tag| if instance.pixels.is_some() { number(tag).unwrap_or(0).max(0) } else { 0 };
        Self {
            patient: look.groups.patient.clone(),
            study: look.groups.study.clone(),
            series: look.groups.series.clone(),
            modality: instance.text(tags::MODALITY).to_owned(),
            sop_class: class.to_owned(),
            frames: if instance.pixels.is_some() { number(tags::NUMBER_OF_FRAMES).unwrap_or(1).max(1) } else { 0 },
            rows: side(tags::ROWS),
            columns: side(tags::COLUMNS),
            instance_number: number(tags::INSTANCE_NUMBER),
            shown: Shown::of(instance),
            removes: report::removed(&look.ledger, &instance.dropped),
            risk: look.risk,
            needs: needs(look),
            space: look.space.clone(),
            shows: look.shows,
            drawn: look.drawn,
            code: look.refusal.map(|code| code.name().to_owned()),
            picture: None,
        }
    }
}

/// Wasm files that a look at the pictures takes.
fn needs(look: &Look) -> Vec<&'static str> {
    let syntax = look.instance.transfer_syntax.as_str();
    let kind = syntax.strip_prefix("1.2.840.10008.1.2.4.").unwrap_or_default();
    let large = matches!(kind, "90" | "91" | "92" | "93" | "110" | "111" | "112" | "201" | "202" | "203");
    let all = [("pictures", true), ("codecs", large), ("reader", look.risk >= Risk::Look)];
    all.into_iter().filter(|(_, needed)| *needed && (look.risk > Risk::None || look.faces)).map(|(name, _)| name).collect()
}

impl Shown {
    fn of(instance: &Instance) -> Self {
        let text = |tag: Tag| {
            let held = instance.dataset.get(tag)?.value().primitive()?;
            // What could not be decoded is shown as far as it can be.
            let text = String::from_utf8_lossy(value::raw_text(held));
            let text: String = text.chars().filter(|letter| !letter.is_control()).take(256).collect();
            let text = if tag == tags::PATIENT_NAME { readable_name(&text) } else { text };
            (!text.is_empty()).then_some(text)
        };
        Self {
            name: text(tags::PATIENT_NAME),
            id: text(tags::PATIENT_ID),
            birth_date: text(tags::PATIENT_BIRTH_DATE),
            study_date: text(tags::STUDY_DATE),
            institution: text(tags::INSTITUTION_NAME),
            study_description: text(tags::STUDY_DESCRIPTION),
            series_description: text(tags::SERIES_DESCRIPTION),
            body_part: text(tags::BODY_PART_EXAMINED),
        }
    }
}

/// What pass 2 says of one source. A verified one comes with `parts`: fresh bytes, and spans of the source.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "status", rename_all = "lowercase")]
pub enum Outcome {
    /// It may leave.
    Verified {
        /// Bytes of all parts.
        #[cfg_attr(test, ts(type = "number"))]
        size: u64,
        /// Keyed and opaque, as in pass 1.
        patient: String,
        /// As `patient`.
        study: String,
        /// As `patient`.
        series: String,
        /// Lines of path, action, rule and count.
        ledger: String,
        /// What was left out beside attributes.
        findings: Vec<String>,
        /// `unchanged`, `rebuilt`, `blackened`, `cut` (a face was taken out, and nothing blackened) or `none`.
        #[cfg_attr(test, ts(type = "\"unchanged\" | \"rebuilt\" | \"blackened\" | \"cut\" | \"none\""))]
        pixels: String,
        /// Of writing in the pictures: `unseen`, `clean`, `blackened` or `left`.
        #[cfg_attr(test, ts(type = "\"unseen\" | \"clean\" | \"blackened\" | \"left\""))]
        writing: String,
        /// Pieces of pictures that were blackened.
        blackened: u32,
        /// Whether a face was taken out of its frames, as was asked.
        treated: bool,
        /// Rows of the private map, if asked for.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(
            test,
            ts(optional, type = "[kind: \"uid\" | \"patient_id\" | \"date_shift_days\", original: string, replacement: string][]")
        )]
        map: Option<Vec<(String, String, String)>>,
    },
    /// It may not.
    Withheld(Refusal),
}

/// Rows of the private map of one file: kind, original, replacement.
pub fn map(uids: &[(String, String)], patient: &str, pseudonym: &Pseudonym, days: i64, policy: &Policy) -> Vec<(String, String, String)> {
    let mut pairs = BTreeSet::new();
    // One by one: a set that is collected brings a sort of its own into the wasm.
    pairs.extend(uids.iter().map(|(old, new)| (old.as_str(), new.as_str())));
    let mut rows: Vec<_> = pairs.into_iter().map(|(old, new)| ("uid".to_owned(), old.to_owned(), new.to_owned())).collect();
    rows.push(("patient_id".to_owned(), patient.to_owned(), pseudonym.id.clone()));
    if policy.dates() == Dates::Modified {
        rows.push(("date_shift_days".to_owned(), patient.to_owned(), days.to_string()));
    }
    rows
}

/// The first representation of a name that says something, family name last, without carets.
fn readable_name(name: &str) -> String {
    let name = name.split('=').find(|form| !form.replace('^', "").trim().is_empty()).unwrap_or("");
    let mut parts: Vec<&str> = name.split('^').map(str::trim).collect();
    parts.truncate(3);
    if parts.len() > 1 {
        parts.rotate_left(1);
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use ts_rs::{Config, TS};

    use super::*;
    use crate::face::{Dose, Left, Mode, Tier, Verdict};
    use crate::picture::{Area, Mark, Seen, Why};
    use crate::profile::{Choice, Documents, Face, Look, Part, Policy, Subject, Writing};

    /// TypeScript's side of these types. `SCRUB_BLESS=1 cargo test wire` writes it anew.
    #[test]
    fn types_of_typescript_are_these() {
        fn one<T: TS>() -> String {
            format!("export {}\n", T::decl(&Config::default()))
        }
        let parts = [
            "// Generated by src/wire.rs from the core's own types. Do not edit.\n".to_owned(),
            one::<Refusal>(),
            one::<Method>(),
            one::<Entry>(),
            one::<ListedEntry>(),
            one::<Shown>(),
            one::<Summary>(),
            one::<Found>(),
            one::<Outcome>(),
            one::<Risk>(),
            one::<Area>(),
            one::<Why>(),
            one::<Mark>(),
            one::<Seen>(),
            one::<Tier>(),
            one::<Mode>(),
            one::<Dose>(),
            one::<Verdict>(),
            one::<Left>(),
            one::<Choice>(),
            one::<Documents>(),
            one::<Face>(),
            one::<Look>(),
            one::<Part>(),
            one::<Subject>(),
            one::<Writing>(),
            one::<Policy>(),
        ];
        let made = parts.join("\n");
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/engine/wire.ts");
        if std::env::var_os("SCRUB_BLESS").is_some() {
            std::fs::write(path, &made).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), made, "www/engine/wire.ts is not what src/wire.rs says");
    }

    #[test]
    fn names_are_read_as_people_say_them() {
        for (name, said) in
            [("DOE^JANE^M", "JANE M DOE"), ("DOE^JANE", "JANE DOE"), ("^^=Yamada^Tarou", "Tarou Yamada"), ("DOE", "DOE"), ("", "")]
        {
            assert_eq!(readable_name(name), said);
        }
    }
}

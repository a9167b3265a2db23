//! What a first look tells a person, in kinds of detail: which, and how many; never what they say.

use std::collections::BTreeMap;

use dicom_core::{Tag, VR};

use crate::file::{Dropped, dictionary, private};
use crate::ledger::Ledger;

/// Kinds of detail that go, with how many attributes of each: keys are stable, the page has a sentence for each.
pub fn removed(ledger: &Ledger, dropped: &Dropped) -> BTreeMap<&'static str, u32> {
    let mut kinds = BTreeMap::new();
    let mut add = |kind, count| {
        if count > 0 {
            *kinds.entry(kind).or_insert(0) += count;
        }
    };
    for (tag, count) in ledger.taken(|action, _| matches!(action, "dummy" | "empty" | "remove" | "replace")) {
        add(kind(tag), count);
    }
    add("private", dropped.private);
    add("graphics", dropped.graphics);
    add("other", dropped.unknown + dropped.duplicates + dropped.misfits);
    kinds
}

/// The kind of detail that an attribute holds, told from its VR and the words of its keyword.
fn kind(tag: Tag) -> &'static str {
    if private::is_private(tag) {
        return "private";
    }
    let keyword = dictionary::keyword(tag).unwrap_or("");
    let says = |words: &[&str]| words.iter().any(|word| keyword.contains(word));
    match dictionary::resolve(tag, None) {
        _ if says(&["BirthDate", "BirthTime"]) => "birth",
        Some(VR::UI) => "uids",
        Some(VR::DA | VR::DT | VR::TM) => "dates",
        _ if says(&["Telephone", "Telecom", "Address", "Residence", "Country", "Region"]) && !says(&["Pixel", "BodyRegion"]) => "contact",
        Some(VR::PN) if tag.group() == 0x0010 => "names",
        Some(VR::PN) => "staff",
        _ if says(&["Physician", "Operator", "Person", "Author", "Observer", "Reviewer", "Requesting", "Staff"]) => "staff",
        _ if says(&["Institution", "Hospital", "Location", "Department", "Site"]) => "places",
        _ if says(&["Device", "Station", "Serial", "Detector", "Gantry", "Plate", "Cassette", "AETitle", "Equipment", "Manufacturer"]) => {
            "device"
        }
        _ if says(&["ID", "Number", "Identifier"]) => "ids",
        Some(VR::LT | VR::ST | VR::UT | VR::LO | VR::SH | VR::UC) => "notes",
        _ => "other",
    }
}

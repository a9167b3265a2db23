//! Structured reports, waveforms and documents, with what real ones carry.

use super::samples::{CT, ROOT, code, patient, reference, study};
use super::set::Set;

pub const COMPREHENSIVE: &str = "1.2.840.10008.5.1.4.1.1.88.33";
pub const KEY_OBJECTS: &str = "1.2.840.10008.5.1.4.1.1.88.59";
pub const ECG: &str = "1.2.840.10008.5.1.4.1.1.9.1.1";
pub const SPECTROSCOPY: &str = "1.2.840.10008.5.1.4.1.1.4.2";

/// A content item without its value: relationship, value type, concept.
pub fn item(relation: &str, value_type: &str, concept: (&str, &str, &str)) -> Set {
    Set::new()
        .text(0x0040_A010, "CS", relation)
        .text(0x0040_A040, "CS", value_type)
        .items(0x0040_A043, vec![code(concept.0, concept.1, concept.2)])
}

pub fn text(concept: (&str, &str, &str), value: &str) -> Set {
    item("CONTAINS", "TEXT", concept).text(0x0040_A160, "UT", value)
}

pub fn coded(concept: (&str, &str, &str), value: (&str, &str, &str)) -> Set {
    item("CONTAINS", "CODE", concept).items(0x0040_A168, vec![code(value.0, value.1, value.2)])
}

pub fn num(concept: (&str, &str, &str), value: &str, unit: &str) -> Set {
    let measured = Set::new().items(0x0040_08EA, vec![code(unit, "UCUM", unit)]).text(0x0040_A30A, "DS", value);
    item("CONTAINS", "NUM", concept).items(0x0040_A300, vec![measured])
}

pub fn image(concept: Option<(&str, &str, &str)>, instance: &str) -> Set {
    let set = match concept {
        Some(concept) => item("CONTAINS", "IMAGE", concept),
        None => Set::new().text(0x0040_A010, "CS", "CONTAINS").text(0x0040_A040, "CS", "IMAGE"),
    };
    set.items(0x0008_1199, vec![reference(CT, instance)])
}

pub fn container(concept: (&str, &str, &str), items: Vec<Set>) -> Set {
    item("CONTAINS", "CONTAINER", concept).text(0x0040_A050, "CS", "SEPARATE").items(0x0040_A730, items)
}

pub const LENGTH: (&str, &str, &str) = ("410668003", "SCT", "Length");
pub const FINDING: (&str, &str, &str) = ("121071", "DCM", "Finding");
pub const FINDINGS: (&str, &str, &str) = ("121070", "DCM", "Findings");
pub const RIGHT: (&str, &str, &str) = ("24028007", "SCT", "Right");
pub const LATERALITY: (&str, &str, &str) = ("272741003", "SCT", "Laterality");

/// A structured report with these items below its root.
pub fn report(class: &str, items: Vec<Set>) -> Set {
    let evidence = Set::new().items(
        0x0008_1115,
        vec![Set::new().items(0x0008_1199, vec![reference(CT, "1.2.17")]).text(0x0020_000E, "UI", &format!("{ROOT}.1.2"))],
    );
    let template = Set::new().text(0x0008_0105, "CS", "DCMR").text(0x0040_DB00, "CS", "1500");
    study(patient(Set::new()), class, "SR", "1.7.1")
        .text(0x0040_A040, "CS", "CONTAINER")
        .items(0x0040_A043, vec![code("126000", "DCM", "Imaging Measurement Report")])
        .text(0x0040_A050, "CS", "SEPARATE")
        .items(0x0040_A375, vec![evidence.text(0x0020_000D, "UI", &format!("{ROOT}.1"))])
        .text(0x0040_A491, "CS", "COMPLETE")
        .text(0x0040_A493, "CS", "UNVERIFIED")
        .items(0x0040_A504, vec![template])
        .items(0x0040_A730, items)
        .sorted()
}

/// A waveform object of one group: `channels` of 16 bits, `data` as its samples.
pub fn ecg(channels: u16, samples: u32, stored: u16, data: &[u8]) -> Set {
    let channel = |_| {
        Set::new()
            .text(0x003A_0203, "SH", "Lead Grindlewald")
            .items(0x003A_0208, vec![code("2:1", "MDC", "Lead I")])
            .text(0x003A_0215, "DS", "0")
            .u16s(0x003A_021A, &[stored])
    };
    let group = Set::new()
        .text(0x003A_0004, "CS", "ORIGINAL")
        .u16s(0x003A_0005, &[channels])
        .u32s(0x003A_0010, &[samples])
        .text(0x003A_001A, "DS", "500")
        .text(0x003A_0020, "SH", "RHYTHM")
        .items(0x003A_0200, (0..channels).map(channel).collect())
        .u16s(0x5400_1004, &[16])
        .text(0x5400_1006, "CS", "SS")
        .bytes(0x5400_1010, "OW", data);
    study(patient(Set::new()), ECG, "ECG", "1.8.1")
        .text(0x0008_002A, "DT", "20240217081503")
        .items(0x0040_0555, vec![])
        .items(0x5400_0100, vec![group])
        .sorted()
}

/// An encapsulated document of one of the five classes.
pub fn document(class: u8, mime: &str, data: &[u8]) -> Set {
    study(patient(Set::new()), &format!("1.2.840.10008.5.1.4.1.1.104.{class}"), "DOC", "1.9.1")
        .text(0x0008_002A, "DT", "20240217081503")
        .text(0x0028_0301, "CS", "YES")
        .items(0x0040_A043, vec![])
        .text(0x0042_0010, "ST", "Letter about Mrs Grindlewald")
        .bytes(0x0042_0011, "OB", data)
        .text(0x0042_0012, "LO", mime)
        .u32s(0x0042_0015, &[data.len() as u32])
        .sorted()
}

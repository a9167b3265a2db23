//! Waveforms, spectra and other arrays that are no pixels: every sample as it was, and nothing behind or above the samples.

use dicom_core::Tag;
use dicom_object::InMemDicomObject;

use crate::build::content::{SPECTROSCOPY, ecg};
use crate::build::samples::{DETAILS, code, ct_header};
use crate::build::{BIG, EXPLICIT, File, NATIVE, Set};
use crate::harness::{absent, cleaned, open, scrub, withheld};
use scan_scrubber::Code;

fn group(bytes: &[u8]) -> InMemDicomObject {
    open(bytes).element(Tag(0x5400, 0x0100)).unwrap().items().unwrap()[0].clone()
}

fn samples(bytes: &[u8]) -> Vec<u8> {
    group(bytes).element(Tag(0x5400, 0x1010)).unwrap().to_bytes().unwrap().into_owned()
}

fn data() -> Vec<u8> {
    (0..12_i16).flat_map(|n| (n * 97 - 500).to_le_bytes()).collect()
}

#[test]
fn samples_stay_as_they_were() {
    for syntax in NATIVE.into_iter().filter(|syntax| *syntax != BIG) {
        for out in cleaned(&File::new(syntax, ecg(3, 4, 16, &data())).bytes(), DETAILS_THERE) {
            assert_eq!(samples(&out.bytes), data(), "{syntax:?}");
            let group = group(&out.bytes);
            assert_eq!(group.element(Tag(0x5400, 0x1006)).unwrap().to_str().unwrap(), "SS");
            let channel = &group.element(Tag(0x003A, 0x0200)).unwrap().items().unwrap()[0];
            let source = &channel.element(Tag(0x003A, 0x0208)).unwrap().items().unwrap()[0];
            assert_eq!(source.element(Tag(0x0008, 0x0100)).unwrap().to_str().unwrap(), "2:1", "which lead it is stays told");
        }
    }
}

/// What is in every sample file.
const DETAILS_THERE: &[&str] = &["grindlewald", "thessaly", "mrn-5520713"];

#[test]
fn nothing_follows_the_samples() {
    let mut long = data();
    long.extend_from_slice(b"Oribella");
    for out in cleaned(&File::new(EXPLICIT, ecg(3, 4, 16, &long)).bytes(), &["Oribella"]) {
        assert_eq!(samples(&out.bytes), data());
    }
}

#[test]
fn nothing_stands_above_the_bits_in_use() {
    // 'Q' in the four bits that are not in use, of every sample.
    let hidden: Vec<u8> = (0..12_u16).flat_map(|n| (n | 0x5000).to_le_bytes()).collect();
    let clean: Vec<u8> = (0..12_u16).flat_map(u16::to_le_bytes).collect();
    assert_eq!(samples(&scrub(&File::new(EXPLICIT, ecg(3, 4, 12, &hidden)).bytes(), "share").unwrap().bytes), clean);
    // The sign of a sample is repeated in them.
    let negative: Vec<u8> = (0..12_i16).flat_map(|n| (-n - 1).to_le_bytes()).collect();
    assert_eq!(samples(&scrub(&File::new(EXPLICIT, ecg(3, 4, 12, &negative)).bytes(), "share").unwrap().bytes), negative);
}

#[test]
fn short_and_unknown_lengths_are_withheld() {
    withheld(&File::new(EXPLICIT, ecg(3, 4, 16, &data()[..22])).bytes(), Code::CutOff);
    withheld(&File::new(EXPLICIT, ecg(u16::MAX, u32::MAX, 16, &[])).bytes(), Code::CutOff);
    let mut odd = ecg(3, 4, 16, &data());
    let group = Set::new().u16s(0x5400_1004, &[12]).text(0x5400_1006, "CS", "SS").bytes(0x5400_1010, "OW", &data());
    odd = odd.items(0x5400_0100, vec![group]);
    withheld(&File::new(EXPLICIT, odd).bytes(), Code::Structure);
}

#[test]
fn sound_is_withheld() {
    for class in ["1.2.840.10008.5.1.4.1.1.9.4.1", "1.2.840.10008.5.1.4.1.1.9.4.2"] {
        withheld(&File::new(EXPLICIT, ecg(1, 1, 16, &[0, 0]).text(0x0008_0016, "UI", class)).bytes(), Code::Waveform);
    }
    for interpretation in ["MB", "AB"] {
        let group = Set::new()
            .u16s(0x003A_0005, &[1])
            .u32s(0x003A_0010, &[2])
            .u16s(0x5400_1004, &[8])
            .text(0x5400_1006, "CS", interpretation)
            .bytes(0x5400_1010, "OB", &[1, 2]);
        withheld(&File::new(EXPLICIT, ecg(1, 1, 16, &[0, 0]).items(0x5400_0100, vec![group])).bytes(), Code::Waveform);
    }
}

#[test]
fn annotations_lose_their_words() {
    let note = |text: &str| Set::new().u16s(0x0040_A0B0, &[1, 0]).u16s(0x0040_A180, &[0]).text(0x0070_0006, "ST", text);
    let rate = Set::new()
        .items(0x0040_08EA, vec![code("ms", "UCUM", "milliseconds")])
        .items(0x0040_A043, vec![code("5.10.2.1-3", "SCPECG", "RR Interval")])
        .u16s(0x0040_A0B0, &[1, 0])
        .u16s(0x0040_A180, &[0])
        .text(0x0040_A30A, "DS", "731");
    let set = ecg(3, 4, 16, &data()).items(0x0040_B020, vec![note("Grindlewald"), rate, note("seen by Vandersloot")]);
    let out = scrub(&File::new(EXPLICIT, set).bytes(), "share").unwrap();
    absent(&out, DETAILS);
    let left = open(&out.bytes).element(Tag(0x0040, 0xB020)).unwrap().items().unwrap().to_vec();
    let values: Vec<String> = left
        .iter()
        .filter_map(|item| item.element_opt(Tag(0x0040, 0xA30A)).unwrap())
        .map(|one| one.to_str().unwrap().into_owned())
        .collect();
    assert_eq!(values, ["731"]);
    let unit = &left.iter().find_map(|item| item.element_opt(Tag(0x0040, 0x08EA)).unwrap()).unwrap().items().unwrap()[0];
    assert_eq!(unit.element(Tag(0x0008, 0x0100)).unwrap().to_str().unwrap(), "ms");
}

#[test]
fn spectra_are_measured() {
    // Two rows, one column, one frame, one point row of three points, each a pair of floats.
    let data: Vec<u8> = (0..12_u8).flat_map(|n| f32::from(n).to_le_bytes()).collect();
    let set = |data: &[u8]| {
        ct_header()
            .text(0x0008_0016, "UI", SPECTROSCOPY)
            .text(0x0028_0008, "IS", "1")
            .u16s(0x0028_0010, &[2])
            .u16s(0x0028_0011, &[1])
            .u32s(0x0028_9001, &[1])
            .u32s(0x0028_9002, &[3])
            .text(0x0028_9108, "CS", "COMPLEX")
            .bytes(0x5600_0020, "OF", data)
            .sorted()
    };
    let mut long = data.clone();
    long.extend_from_slice(b"Oribella");
    for out in cleaned(&File::new(EXPLICIT, set(&long)).bytes(), &["Oribella"]) {
        let left = open(&out.bytes).element(Tag(0x5600, 0x0020)).unwrap().to_bytes().unwrap().into_owned();
        assert_eq!(left, data);
    }
    withheld(&File::new(EXPLICIT, set(&data[..44])).bytes(), Code::CutOff);
}

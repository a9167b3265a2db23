//! Synthetic instances with what real ones carry: a person's details, references, private blocks, pixels.

use super::set::{El, Set};

pub const CT: &str = "1.2.840.10008.5.1.4.1.1.2";
pub const ENHANCED_MR: &str = "1.2.840.10008.5.1.4.1.1.4.1";
pub const SEGMENTATION: &str = "1.2.840.10008.5.1.4.1.1.66.4";
pub const RT_STRUCTURE_SET: &str = "1.2.840.10008.5.1.4.1.1.481.3";
/// Root of the originals' UIDs.
pub const ROOT: &str = "1.2.826.0.1.3680043.8.498";
/// What the samples say of their person and those around: none of it may leave. Lower case.
pub const DETAILS: &[&str] = &[
    "grindlewald",
    "thessaly",
    "mrn-5520713",
    "acc-9914402",
    "st. brigid",
    "hollowmere lane",
    "quimby",
    "vandersloot",
    "ctscan-host7",
    "sn-77120-x",
];

pub fn patient(set: Set) -> Set {
    set.text(0x0008_0005, "CS", "ISO_IR 100")
        .text(0x0010_0010, "PN", "Grindlewald^Thessaly^M")
        .text(0x0010_0020, "LO", "MRN-5520713")
        .text(0x0010_0030, "DA", "19571123")
        .text(0x0010_0040, "CS", "F")
        .text(0x0010_1010, "AS", "066Y")
        .text(0x0010_1020, "DS", "1.68")
        .text(0x0010_1030, "DS", "71.5")
        .text(0x0010_1040, "LO", "12 Hollowmere Lane, Quimby")
        .text(0x0010_4000, "LT", "Mrs Grindlewald asked for a copy.")
}

pub fn study(set: Set, class: &str, modality: &str, instance: &str) -> Set {
    let uid = |rest: &str| format!("{ROOT}.{rest}");
    set.text(0x0008_0016, "UI", class)
        .text(0x0008_0018, "UI", &uid(instance))
        .text(0x0008_0020, "DA", "20240217")
        .text(0x0008_0021, "DA", "20240217")
        .text(0x0008_0023, "DA", "20240217")
        .text(0x0008_0030, "TM", "081503.250000")
        .text(0x0008_0033, "TM", "081711")
        .text(0x0008_0050, "SH", "ACC-9914402")
        .text(0x0008_0060, "CS", modality)
        .text(0x0008_0070, "LO", "SIEMENS")
        .text(0x0008_0080, "LO", "St. Brigid Hospital")
        .text(0x0008_0081, "ST", "1 Quimby Square")
        .text(0x0008_0090, "PN", "Vandersloot^Piet")
        .text(0x0008_1010, "SH", "CTSCAN-HOST7")
        .text(0x0008_1030, "LO", "CT chest for Mrs Grindlewald")
        .text(0x0008_103E, "LO", "Lung 1.0 Br40")
        .text(0x0018_1000, "LO", "SN-77120-X")
        .text(0x0018_1020, "LO", "syngo CT 2012B")
        .text(0x0020_000D, "UI", &uid("1"))
        .text(0x0020_000E, "UI", &uid("1.2"))
        .text(0x0020_0010, "SH", "ST-1")
        .text(0x0020_0011, "IS", "3")
        .text(0x0020_0013, "IS", "17")
        .text(0x0020_0052, "UI", &uid("1.3"))
        .text(0x0020_1040, "LO", "")
}

pub fn code(value: &str, scheme: &str, meaning: &str) -> Set {
    Set::new().text(0x0008_0100, "SH", value).text(0x0008_0102, "SH", scheme).text(0x0008_0104, "LO", meaning)
}

pub fn reference(class: &str, instance: &str) -> Set {
    Set::new().text(0x0008_1150, "UI", class).text(0x0008_1155, "UI", &format!("{ROOT}.{instance}"))
}

/// The Image Pixel Module.
pub fn layout(set: Set, rows: u16, columns: u16, allocated: u16, stored: u16) -> Set {
    set.u16s(0x0028_0002, &[1])
        .text(0x0028_0004, "CS", "MONOCHROME2")
        .u16s(0x0028_0010, &[rows])
        .u16s(0x0028_0011, &[columns])
        .u16s(0x0028_0100, &[allocated])
        .u16s(0x0028_0101, &[stored])
        .u16s(0x0028_0102, &[stored - 1])
        .u16s(0x0028_0103, &[0])
}

/// A CT slice of 8 x 8 pixels of 12 bits in 16.
pub fn ct() -> Set {
    let pixels: Vec<u8> = (0..64_u16).flat_map(|n| (n * 61 % 4096).to_le_bytes()).collect();
    layout(ct_header(), 8, 8, 16, 12).bytes(0x7FE0_0010, "OW", &pixels)
}

/// The same without its pixels, and without a word of them.
pub fn ct_header() -> Set {
    study(patient(Set::new()), CT, "CT", "1.2.17")
        .text(0x0008_0008, "CS", "ORIGINAL\\PRIMARY\\AXIAL")
        .items(0x0008_1110, vec![reference("1.2.840.10008.3.1.2.3.1", "1.9")])
        .items(0x0008_1140, vec![reference(CT, "1.2.1"), reference(CT, "1.2.2")])
        .text(0x0008_1070, "PN", "Vandersloot^Anneke")
        .items(0x0008_2218, vec![code("51185008", "SCT", "Chest")])
        .text(0x0018_0015, "CS", "CHEST")
        .text(0x0018_0050, "DS", "1.0")
        .text(0x0018_0060, "DS", "120")
        .text(0x0018_1210, "SH", "Br40d\\3")
        .text(0x0018_5100, "CS", "HFS")
        .push(El::text(0x0019_0010, "LO", "SIEMENS CT VA0  COAD"))
        .push(El::text(0x0019_1008, "LO", "Grindlewald Thessaly"))
        .text(0x0020_0032, "DS", "-160.5\\-170.25\\1032.5")
        .text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0")
        .text(0x0020_4000, "LT", "called Dr Vandersloot")
        .text(0x0028_0030, "DS", "0.625\\0.625")
        .text(0x0028_1050, "DS", "40\\-600")
        .text(0x0028_1051, "DS", "400\\1200")
        .text(0x0028_1052, "DS", "-1024")
        .text(0x0028_1053, "DS", "1")
        .items(0x0040_0275, vec![Set::new().text(0x0040_0007, "LO", "Chest, Mrs Grindlewald").text(0x0040_0009, "SH", "ACC-9914402")])
        .sorted()
}

/// An enhanced MR object of four frames, with shared and per-frame functional groups.
pub fn enhanced_mr() -> Set {
    let frame = |n: u32| {
        let content = Set::new().text(0x0018_9074, "DT", &format!("202402170815{n:02}.5")).u32s(0x0020_9157, &[1, n + 1]).text(
            0x0020_9158,
            "LT",
            "frame of Grindlewald",
        );
        let position = Set::new().text(0x0020_0032, "DS", &format!("-160\\-170\\{n}.5"));
        let private = Set::new().text(0x0021_0010, "LO", "SIEMENS MR SDI 02").text(0x0021_1001, "PN", "Grindlewald^Thessaly");
        Set::new().items(0x0020_9111, vec![content]).items(0x0020_9113, vec![position]).items(0x0021_10FE, vec![private])
    };
    let shared = Set::new()
        .items(0x0020_9116, vec![Set::new().text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0")])
        .items(0x0028_9110, vec![Set::new().text(0x0018_0050, "DS", "3").text(0x0028_0030, "DS", "0.9\\0.9")])
        .items(0x0008_1140, vec![reference(ENHANCED_MR, "1.4.1").items(0x0040_A170, vec![code("121311", "DCM", "Localizer")])]);
    let pixels: Vec<u8> = (0..64_u16).flat_map(|n| (n * 17 % 4096).to_le_bytes()).collect();
    layout(study(patient(Set::new()), ENHANCED_MR, "MR", "1.4.5"), 4, 4, 16, 12)
        .text(0x0008_0008, "CS", "ORIGINAL\\PRIMARY\\M\\NONE")
        .text(0x0008_002A, "DT", "20240217081503.250000+0100")
        .text(0x0018_0087, "DS", "3")
        .text(0x0018_9004, "CS", "RESEARCH")
        .f64s(0x0018_9073, &[1234.5])
        .text(0x0028_0008, "IS", "4")
        .items(0x5200_9229, vec![shared])
        .items(0x5200_9230, (0..4).map(frame).collect())
        .bytes(0x7FE0_0010, "OW", &pixels)
        .sorted()
}

/// A binary segmentation of two frames of 4 x 5 single bits.
pub fn segmentation() -> Set {
    let segment = Set::new()
        .items(0x0062_0003, vec![code("91723000", "SCT", "Anatomical structure")])
        .u16s(0x0062_0004, &[1])
        .text(0x0062_0005, "LO", "Liver of Grindlewald")
        .text(0x0062_0008, "CS", "MANUAL")
        .items(0x0062_000F, vec![code("10200004", "SCT", "Liver")]);
    let frame = |n: u32| Set::new().items(0x0020_9111, vec![Set::new().u32s(0x0020_9157, &[1, n])]);
    layout(study(patient(Set::new()), SEGMENTATION, "SEG", "1.5.1"), 4, 5, 1, 1)
        .text(0x0008_0008, "CS", "DERIVED\\PRIMARY")
        .items(
            0x0008_1115,
            vec![Set::new().items(0x0008_114A, vec![reference(CT, "1.2.17")]).text(0x0020_000E, "UI", &format!("{ROOT}.1.2"))],
        )
        .text(0x0028_0008, "IS", "2")
        .text(0x0062_0001, "CS", "BINARY")
        .items(0x0062_0002, vec![segment])
        .text(0x0070_0080, "CS", "SEGMENTATION")
        .text(0x0070_0084, "PN", "Vandersloot^Piet")
        .items(0x5200_9229, vec![Set::new()])
        .items(0x5200_9230, vec![frame(1), frame(2)])
        .bytes(0x7FE0_0010, "OB", &[0b1010_0101, 0b0110_0110, 0b0000_1111, 0b1100_0011, 0b0101_1010])
        .sorted()
}

/// A structure set of two contours: no pixels.
pub fn structure_set() -> Set {
    let contour = Set::new()
        .items(0x3006_0016, vec![reference(CT, "1.2.17")])
        .text(0x3006_0042, "CS", "CLOSED_PLANAR")
        .text(0x3006_0046, "IS", "3")
        .text(0x3006_0050, "DS", "1.5\\2.5\\3\\4\\5\\6\\7\\8\\9");
    let region = Set::new()
        .text(0x3006_0022, "IS", "1")
        .text(0x3006_0024, "UI", &format!("{ROOT}.1.3"))
        .text(0x3006_0026, "LO", "GTV Grindlewald")
        .text(0x3006_0036, "CS", "MANUAL");
    study(patient(Set::new()), RT_STRUCTURE_SET, "RTSTRUCT", "1.6.1")
        .text(0x3006_0002, "SH", "Plan A")
        .text(0x3006_0008, "DA", "20240218")
        .text(0x3006_0009, "TM", "120000")
        .items(0x3006_0020, vec![region])
        .items(0x3006_0039, vec![Set::new().items(0x3006_0040, vec![contour.clone(), contour]).text(0x3006_0084, "IS", "1")])
        .items(
            0x3006_0080,
            vec![Set::new().text(0x3006_0082, "IS", "1").text(0x3006_0084, "IS", "1").text(0x3006_00A6, "PN", "Vandersloot^Piet")],
        )
        .sorted()
}

/// A CT slice of one pixel of 8 bits, without pixels: for compressed frames.
pub fn one_pixel() -> Set {
    layout(ct_header(), 1, 1, 8, 8)
}

impl Set {
    /// Ascending tags.
    pub fn sorted(mut self) -> Self {
        self.0.sort_by_key(|el| el.tag);
        self
    }
}

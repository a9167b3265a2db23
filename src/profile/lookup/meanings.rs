//! PS3.16: whether a Code Meaning (0008,0104) is the standard's own wording, and so holds nothing of a patient.

use crate::profile::meanings::{COUNT, PACKED, PLAIN, RANGE};

/// Coding Scheme Designators of PS3.16 Table 8-1, in ascending byte order.
/// Not among them, though named there: NPI and `ISO_OID`, whose codes can stand for a person or a place.
const SCHEMES: [&str; 65] = [
    "99SDM",
    "ACR",
    "ASTM-sigpurpose",
    "BARI",
    "BI",
    "C4",
    "C5",
    "CD2",
    "CTV3",
    "DC",
    "DCM",
    "DCMUID",
    "FMA",
    "HPC",
    "I10",
    "I10C",
    "I10P",
    "I11",
    "I9",
    "I9C",
    "IBSI",
    "ICDO3",
    "IETF4646",
    "ISO3166_1",
    "ISO5218_1",
    "ISO639_1",
    "ISO639_2",
    "ITIS_TSN",
    "LN",
    "MA",
    "MAYOASRG",
    "MAYONRISBSASRG",
    "MDC",
    "MDNS",
    "MGI",
    "MSH",
    "NBD",
    "NBG",
    "NCDR",
    "NCIt",
    "NDC",
    "NEU",
    "NICIP",
    "NYUMCCG",
    "PATHLEX",
    "POS",
    "PUBCHEM_CID",
    "RADELEMENT",
    "RADLEX",
    "RFC-3881",
    "RFC3066",
    "RFC5646",
    "RO",
    "RRID",
    "RXNORM",
    "SCPECG",
    "SCT",
    "SNM3",
    "SRT",
    "UBERON",
    "UCUM",
    "UMLS",
    "UNS",
    "UPC",
    "caDSR",
];

/// Whether a Coding Scheme Designator (0008,0102) is one of the standard's, whose codes mean the same everywhere.
pub fn is_standard_scheme(scheme: &str) -> bool {
    SCHEMES.binary_search(&scheme).is_ok()
}

/// The fingerprints of the standard's Code Meanings, unpacked: about 75 kB, made once and kept by whoever asks.
#[derive(Clone, Debug)]
pub struct Meanings(Vec<u32>);

impl Meanings {
    /// Unpacks the fingerprints.
    pub fn new() -> Self {
        let mut bits = PACKED.iter().flat_map(|&byte| (0..8).rev().map(move |at| u32::from(byte >> at & 1)));
        let mut marks = Vec::with_capacity(COUNT);
        let mut mark = 0_u32;
        for _ in 0..COUNT {
            let high = bits.by_ref().take_while(|&bit| bit == 1).fold(0_u32, |sum, bit| sum.saturating_add(bit));
            let low = bits.by_ref().take(PLAIN as usize).fold(0_u32, |number, bit| number << 1 | bit);
            mark = mark.saturating_add(high << PLAIN | low);
            marks.push(mark);
        }
        Self(marks)
    }

    /// Whether `meaning` is the standard's wording for this code; upper and lower case (ASCII) and the number of spaces do not matter.
    ///
    /// In the schemes of SNOMED (SCT, SRT, SNM3, 99SDM) any of the standard's SNOMED terms is taken, whatever the code: one term has
    /// a code in each of them. Only fingerprints are kept, so of the wrong wordings one in 1024 is taken for right.
    pub fn contains(&self, scheme: &str, value: &str, meaning: &str) -> bool {
        let snomed = matches!(scheme.trim(), "SCT" | "SRT" | "SNM3" | "99SDM");
        let (scheme, value) = if snomed { ("sct", "") } else { (scheme, value) };
        let mut state = Fnv::new();
        state.folded(scheme);
        state.byte(0);
        value.trim().bytes().for_each(|byte| state.byte(byte));
        state.byte(0);
        state.folded(meaning);
        self.0.binary_search(&state.mark()).is_ok()
    }
}

impl Default for Meanings {
    fn default() -> Self {
        Self::new()
    }
}

/// FNV-1a, 64 bits.
struct Fnv(u64);

impl Fnv {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    }

    /// Text in lower case, its words one space apart.
    fn folded(&mut self, text: &str) {
        for (at, word) in text.split_ascii_whitespace().enumerate() {
            if at > 0 {
                self.byte(b' ');
            }
            word.bytes().for_each(|byte| self.byte(byte.to_ascii_lowercase()));
        }
    }

    fn mark(&self) -> u32 {
        let both = (self.0 ^ self.0 >> 32) & 0xFFFF_FFFF;
        u32::try_from(both).map_or(0, |both| both % RANGE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprints_unpack_in_order() {
        let Meanings(marks) = Meanings::new();
        assert_eq!(marks.len(), COUNT);
        assert!(marks.is_sorted_by(|a, b| a < b));
        assert!(marks.iter().all(|&mark| mark < RANGE));
    }

    #[test]
    fn the_standards_words_are_known() {
        let meanings = Meanings::new();
        for (scheme, value, meaning) in [
            ("DCM", "113100", "Basic Application Confidentiality Profile"),
            ("DCM", "121322", "Source image for image processing operation"),
            ("DCM", "126000", "Imaging Measurement Report"),
            ("SCT", "69536005", "Head"),
            ("SRT", "T-D1100", "Head"),
            ("SNM3", "T-D1100", "head"),
            ("UCUM", "mm", "mm"),
            ("LN", "10232-7", "Aortic Root Oxygen content"),
            ("DCM", "121322", " SOURCE  image for image processing operation "),
        ] {
            assert!(meanings.contains(scheme, value, meaning), "{scheme} {value} {meaning}");
        }
    }

    #[test]
    fn other_words_are_not() {
        let meanings = Meanings::new();
        for (scheme, value, meaning) in [
            ("DCM", "113100", "Basic Application Confidentiality Profile of Jane Roe"),
            ("DCM", "113101", "Basic Application Confidentiality Profile"),
            ("99LOCAL", "113100", "Basic Application Confidentiality Profile"),
            ("SCT", "69536005", "Jane Roe"),
            ("DCM", "113100", ""),
            ("", "", ""),
        ] {
            assert!(!meanings.contains(scheme, value, meaning), "{scheme} {value} {meaning}");
        }
    }

    #[test]
    fn about_one_wrong_wording_in_a_thousand_passes() {
        let meanings = Meanings::new();
        let passed = (0..100_000).filter(|n| meanings.contains("DCM", "113100", &format!("Roe {n}"))).count();
        assert!((40..160).contains(&passed), "{passed}");
    }

    #[test]
    fn schemes() {
        assert!(SCHEMES.is_sorted_by(|a, b| a < b));
        for scheme in ["DCM", "SCT", "SRT", "UCUM", "LN", "NCIt", "99SDM"] {
            assert!(is_standard_scheme(scheme));
        }
        for scheme in ["", "99PMP", "dcm", "L", "NPI", "ISO_OID"] {
            assert!(!is_standard_scheme(scheme));
        }
    }
}

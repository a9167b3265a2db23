//! PS3.16: whether a Code Meaning (0008,0104) is the standard's own wording, and so holds nothing of a patient.

/// Low bits of a distance that are written plainly, after the rest in unary and a zero: as `scripts/generate/lexicon.mjs` has it.
const PLAIN: usize = 17;

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

/// The fingerprints of the standard's Code Meanings, unpacked and ascending: about 75 kB.
#[derive(Clone, Debug)]
pub struct Meanings(Vec<u32>);

impl Meanings {
    /// Unpacks `count` fingerprints. `None` where the bytes are not that.
    pub(in crate::profile) fn unpack(count: usize, packed: &[u8]) -> Option<Self> {
        let mut bits = packed.iter().flat_map(|&byte| (0..8).rev().map(move |at| u32::from(byte >> at & 1)));
        let mut marks = Vec::with_capacity(count);
        let mut before: Option<u32> = None;
        for _ in 0..count {
            let mut high = 0_u32;
            while bits.next()? == 1 {
                high = high.checked_add(1)?;
            }
            let mut low = 0_u32;
            for _ in 0..PLAIN {
                low = low << 1 | bits.next()?;
            }
            let distance = high.checked_mul(1 << PLAIN)?.checked_add(low)?;
            let mark = before.unwrap_or(0).checked_add(distance)?;
            if before.is_some_and(|before| before >= mark) {
                return None;
            }
            marks.push(mark);
            before = Some(mark);
        }
        // The last byte is filled with ones.
        let (mut filling, mut all_ones) = (0, true);
        for bit in bits {
            filling += 1;
            all_ones &= bit == 1;
        }
        (filling < 8 && all_ones).then_some(Self(marks))
    }

    /// Whether `meaning` is the standard's wording for this code; upper and lower case (ASCII) and the number of spaces do not matter.
    ///
    /// In the schemes of SNOMED (SCT, SRT, SNM3, 99SDM) any of the standard's SNOMED terms is taken, whatever the code: one term has
    /// a code in each of them. Only fingerprints are kept, so of the wrong wordings one in some 229,000 is taken for right.
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

    /// Bytes that are held.
    #[cfg(test)]
    pub(in crate::profile) fn held(&self) -> usize {
        4 * self.0.len()
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
        u32::try_from((self.0 ^ self.0 >> 32) & 0xFFFF_FFFF).unwrap_or(0)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::profile::Lexicon;
    use crate::profile::lexicon::tests::BYTES;

    fn meanings() -> Meanings {
        Lexicon::read(BYTES).unwrap().meanings().clone()
    }

    #[test]
    fn the_fingerprints_unpack_in_order() {
        let Meanings(marks) = meanings();
        assert!(marks.len() > 18_000);
        assert!(marks.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn the_standards_words_are_known() {
        let meanings = meanings();
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
        let meanings = meanings();
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
    fn hardly_a_wrong_wording_passes() {
        let meanings = meanings();
        let passed = (0..1_000_000).filter(|n| meanings.contains("DCM", "113100", &format!("Roe {n}"))).count();
        assert!(passed < 16, "{passed}");
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

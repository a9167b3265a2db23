//! PS3.15 E.3.10: private attributes that may be kept. The standard's Table E.3.10-1, The Cancer Imaging Archive's knowledge base, and what
//! converters read. Whatever the table says, each value is judged by [`crate::plan`] too.

use dicom_core::VR;

use crate::profile::safe_private::{CREATORS, KEYS, LISTS, MOST, TERMS, VRS};

/// What is done with a private attribute of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SafeAction {
    /// Numbers, binary or as text, stay.
    Numbers,
    /// Terms stay: the standard's, and the row's own.
    Terms,
    /// Text stays where it is a short number, or one of the row's own terms.
    Text,
    /// Dates and times: as the policy treats them.
    Dates,
    /// UIDs are replaced as all others.
    Uids,
    /// Items are cleaned by the profile.
    Items,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Safe {
    /// The VR that its maker gives it.
    pub vr: VR,
    /// What is done with it.
    pub action: SafeAction,
    /// The most values it may have.
    pub most: usize,
    terms: &'static str,
}

impl Safe {
    /// Whether `text` is one of the row's own terms. Padding is not: trim first.
    pub fn has_term(&self, text: &str) -> bool {
        !text.is_empty() && self.terms.split('\\').any(|term| term == text)
    }

    /// The VR to read an element with whose file states `stated`, or nothing: numbers stay numbers and short text is short text, whichever of
    /// their VRs a converter wrote. `None`: the file contradicts the table.
    pub fn read_as(&self, stated: Option<VR>) -> Option<VR> {
        let stated = match stated {
            None | Some(VR::UN) => return Some(self.vr),
            Some(stated) => stated,
        };
        let is_number = |vr| matches!(vr, VR::DS | VR::FD | VR::FL | VR::IS | VR::SL | VR::SS | VR::SV | VR::UL | VR::US | VR::UV);
        let is_text = |vr| matches!(vr, VR::AE | VR::CS | VR::LO | VR::LT | VR::SH | VR::ST | VR::UC | VR::UT);
        let alike = stated == self.vr || (is_number(stated) && is_number(self.vr)) || (is_text(stated) && is_text(self.vr));
        alike.then_some(stated)
    }
}

/// A Private Creator as the table has it, from the text of a Private Creator element, padded or not. Its letters are then the maker's, byte for byte.
pub fn safe_creator(text: &str) -> Option<&'static str> {
    number(text).and_then(|at| CREATORS.get(at)).copied()
}

/// The place of a Private Creator in the table.
fn number(text: &str) -> Option<usize> {
    let text = text.trim_matches(' ').trim_end_matches(['\0', ' ']);
    CREATORS.binary_search(&text).ok()
}

/// The row of the attribute with the low byte `element` in a block of `creator`, in an odd `group`.
pub fn safe_private(creator: &str, group: u16, element: u8) -> Option<Safe> {
    let key = u32::try_from(number(creator)?).ok()? << 24 | u32::from(group) << 8 | u32::from(element);
    let at = KEYS.binary_search(&key).ok()?;
    let byte = |of: &[u8]| of.get(at).copied().map(usize::from);
    let (vr, action) = *KINDS.get(byte(VRS)?)?;
    let most = byte(MOST).filter(|most| *most > 0).unwrap_or(MOST_ANY);
    Some(Safe { vr, action, most, terms: LISTS.get(byte(TERMS)?)? })
}

/// The most values where the table has no bound: slices of a mosaic, points of a curve.
const MOST_ANY: usize = 1_024;

/// VRs in the order of scripts/generate/safe-private.mjs.
const KINDS: [(VR, SafeAction); 25] = {
    use SafeAction::{Dates, Items, Numbers, Terms, Text, Uids};
    [
        (VR::AE, Text),
        (VR::AS, Numbers),
        (VR::AT, Numbers),
        (VR::CS, Terms),
        (VR::DA, Dates),
        (VR::DS, Numbers),
        (VR::DT, Dates),
        (VR::FD, Numbers),
        (VR::FL, Numbers),
        (VR::IS, Numbers),
        (VR::LO, Text),
        (VR::LT, Text),
        (VR::SH, Text),
        (VR::SL, Numbers),
        (VR::SQ, Items),
        (VR::SS, Numbers),
        (VR::ST, Text),
        (VR::SV, Numbers),
        (VR::TM, Dates),
        (VR::UC, Text),
        (VR::UI, Uids),
        (VR::UL, Numbers),
        (VR::US, Numbers),
        (VR::UT, Text),
        (VR::UV, Numbers),
    ]
};

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_each_source_are_found() {
        for (creator, group, element, vr, action) in [
            ("SIEMENS MR HEADER", 0x0019, 0x0C, VR::IS, SafeAction::Numbers),
            ("SIEMENS MR HEADER ", 0x0019, 0x0D, VR::CS, SafeAction::Terms),
            ("GEMS_PARM_01", 0x0043, 0x39, VR::IS, SafeAction::Numbers),
            ("GEMS_PETD_01", 0x0009, 0x3B, VR::DT, SafeAction::Dates),
            ("Philips PET Private Group\0", 0x7053, 0x00, VR::DS, SafeAction::Numbers),
            ("NQHeader", 0x0099, 0x02, VR::UI, SafeAction::Uids),
            ("Image Private Header", 0x0065, 0x51, VR::SQ, SafeAction::Items),
            ("SIEMENS MR VA0  GEN", 0x0019, 0x13, VR::DS, SafeAction::Numbers),
        ] {
            let found = safe_private(creator, group, element).unwrap();
            assert_eq!((found.vr, found.action), (vr, action), "{creator} {element:02X}");
        }
    }

    #[test]
    fn nothing_else_is() {
        for (creator, group, element) in [
            ("SIEMENS CSA HEADER", 0x0029, 0x10),
            ("siemens mr header", 0x0019, 0x0C),
            ("SIEMENS MR HEADER SMITH", 0x0019, 0x0C),
            ("SIEMENS MR HEADER\0SMITH", 0x0019, 0x0C),
            ("SIEMENS MR HEADER\\SIEMENS MR HEADER", 0x0019, 0x0C),
            ("", 0x0019, 0x0C),
            ("SIEMENS MR HEADER", 0x0021, 0x0C),
            ("SIEMENS MR HEADER", 0x0019, 0xFE),
            ("CTP", 0x0013, 0x10),
            // Bytes are in no row.
            ("Philips Imaging DD 001", 0x2001, 0xFF),
        ] {
            assert_eq!(safe_private(creator, group, element), None, "{creator}");
        }
    }

    #[test]
    fn the_table_is_whole() {
        assert!(KEYS.is_sorted() && CREATORS.is_sorted());
        assert!(KEYS.iter().all(|key| (key >> 8) & 1 == 1 && (0x0009..0x7FE0).contains(&(key >> 8 & 0xFFFF))));
        assert_eq!((VRS.len(), MOST.len(), TERMS.len()), (KEYS.len(), KEYS.len(), KEYS.len()));
        assert!(VRS.iter().all(|vr| usize::from(*vr) < KINDS.len()));
        assert!(TERMS.iter().all(|list| usize::from(*list) < LISTS.len()));
        let row = safe_private("SIEMENS MR HEADER", 0x0019, 0x0D).unwrap();
        assert!(row.has_term("DIRECTIONAL") && !row.has_term("") && !row.has_term("SMITH"));
    }
}

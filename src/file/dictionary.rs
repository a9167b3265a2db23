//! The standard's data dictionary (PS3.6), reduced to what a reader needs: which Value Representation a tag has.

use dicom_core::dictionary::VirtualVr;
use dicom_core::{Tag, VR};

use super::dictionary_table::{ELEMENTS, GROUPS, SORT_OF, SORTS};

/// The Value Representation of a public attribute of the standard; `None` for private, unknown and repeating-group (50xx, 60xx) tags, group
/// lengths and private creators.
pub fn vr(tag: Tag) -> Option<VirtualVr> {
    sort(tag).map(|(vr, _)| *vr)
}

/// The kind of detail that a public attribute holds, for words on screen and in reports.
pub fn kind(tag: Tag) -> Option<&'static str> {
    sort(tag).map(|(_, kind)| *kind)
}

/// The row of the table for a tag.
fn sort(tag: Tag) -> Option<&'static (VirtualVr, &'static str)> {
    let group = GROUPS.binary_search_by_key(&tag.group(), |(group, _)| *group).ok()?;
    let start = group.checked_sub(1).and_then(|before| GROUPS.get(before)).map_or(0, |(_, end)| usize::from(*end));
    let elements = ELEMENTS.get(start..usize::from(GROUPS.get(group)?.1))?;
    let place = start + elements.binary_search(&tag.element()).ok()?;
    SORTS.get(usize::from(*SORT_OF.get(place)?))
}

/// The Value Representation that an element is read with: the dictionary's, helped by the file's where the dictionary leaves a choice.
///
/// `None` for tags that the dictionary does not have.
pub fn resolve(tag: Tag, in_file: Option<VR>) -> Option<VR> {
    Some(match vr(tag)? {
        VirtualVr::Exact(vr) => vr,
        VirtualVr::Xs => match in_file {
            Some(VR::SS) => VR::SS,
            _ => VR::US,
        },
        VirtualVr::Ox | VirtualVr::Px => match in_file {
            Some(VR::OB) => VR::OB,
            _ => VR::OW,
        },
        VirtualVr::Lt => match in_file {
            Some(vr @ (VR::US | VR::SS)) => vr,
            _ => VR::OW,
        },
        _ => in_file?,
    })
}

/// Whether a value of VR `stated` cannot be one of VR `known`: a Sequence and none, or a number and something of another width.
pub fn contradicts(stated: VR, known: VR) -> bool {
    (stated == VR::SQ) != (known == VR::SQ) || (is_number(known) && width(stated) != width(known))
}

fn is_number(vr: VR) -> bool {
    matches!(vr, VR::AT | VR::FD | VR::FL | VR::SL | VR::SS | VR::SV | VR::UL | VR::US | VR::UV)
}

/// Bytes of a number; text and bytes have none.
fn width(vr: VR) -> (u8, bool) {
    match vr {
        VR::SS | VR::US => (2, false),
        VR::AT | VR::SL | VR::UL => (4, false),
        VR::FL => (4, true),
        VR::SV | VR::UV => (8, false),
        VR::FD => (8, true),
        _ => (0, false),
    }
}

/// Whether an Explicit VR element of this VR has a 32-bit length after two reserved bytes (PS3.5 7.1.2).
pub fn has_long_length(vr: VR) -> bool {
    matches!(vr, VR::OB | VR::OD | VR::OF | VR::OL | VR::OV | VR::OW | VR::SQ | VR::SV | VR::UC | VR::UN | VR::UR | VR::UT | VR::UV)
}

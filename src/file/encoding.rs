//! How the elements of a data set are encoded, and how their first bytes tell.

use dicom_core::{Tag, VR};

use super::dictionary;

/// How the elements of a data set are encoded (PS3.5 7.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Explicit VR Big Endian (retired).
    ExplicitBig,
    /// Explicit VR Little Endian.
    ExplicitLittle,
    /// Implicit VR Little Endian.
    ImplicitLittle,
}

impl Encoding {
    /// Words are stored most significant byte first.
    pub const fn is_big(self) -> bool {
        matches!(self, Self::ExplicitBig)
    }

    /// Elements state their VR.
    pub const fn is_explicit(self) -> bool {
        !matches!(self, Self::ImplicitLittle)
    }

    pub(super) fn u16(self, bytes: &[u8]) -> u16 {
        let pair = [bytes.first().copied().unwrap_or(0), bytes.get(1).copied().unwrap_or(0)];
        if self.is_big() { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    }

    pub(super) fn u32(self, bytes: &[u8]) -> u32 {
        let mut four = [0; 4];
        for (to, from) in four.iter_mut().zip(bytes) {
            *to = *from;
        }
        if self.is_big() { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }
    }
}

/// The encoding that the first eight bytes of a data set speak for, if they do.
///
/// An explicit element states a VR that fits its tag; an implicit one has a known tag and a length in the place.
pub fn guess(first: &[u8]) -> Option<Encoding> {
    let vr = VR::from_binary([*first.get(4)?, *first.get(5)?]);
    let little = Tag(Encoding::ExplicitLittle.u16(first), Encoding::ExplicitLittle.u16(first.get(2..)?));
    let big = Tag(Encoding::ExplicitBig.u16(first), Encoding::ExplicitBig.u16(first.get(2..)?));
    let plausible = |tag: Tag| tag.element() == 0 || dictionary::vr(tag).is_some() || tag.group() % 2 == 1;
    match vr {
        Some(_) if big.group() < little.group() && plausible(big) => Some(Encoding::ExplicitBig),
        Some(_) if plausible(little) => Some(Encoding::ExplicitLittle),
        Some(_) => None,
        None if plausible(little) && little.group() < 0x7FE1 => Some(Encoding::ImplicitLittle),
        None => None,
    }
}

//! Values that say nothing, for attributes that must have one (action D of PS3.15 E.1).

use dicom_core::VR;
use dicom_core::value::PrimitiveValue;

/// A word for text that had to be replaced.
pub const WORD: &str = "REMOVED";

/// A valid value of the VR that says nothing; `None` for Sequences and UIDs, which are not replaced like this.
pub fn value(vr: VR) -> Option<PrimitiveValue> {
    let text = match vr {
        VR::SQ | VR::UI => return None,
        VR::AS => "000D",
        // No term of the attribute's own: that would say something, and not the truth.
        VR::CS => "OTHER",
        VR::DA => "19000101",
        VR::DS | VR::IS => "0",
        VR::DT => "19000101000000",
        VR::TM => "000000",
        VR::UR => "about:blank",
        VR::AE | VR::LO | VR::LT | VR::PN | VR::SH | VR::ST | VR::UC | VR::UT => WORD,
        VR::US => return Some(PrimitiveValue::from(0_u16)),
        VR::SS => return Some(PrimitiveValue::from(0_i16)),
        VR::UL => return Some(PrimitiveValue::from(0_u32)),
        VR::SL => return Some(PrimitiveValue::from(0_i32)),
        VR::UV => return Some(PrimitiveValue::from(0_u64)),
        VR::SV => return Some(PrimitiveValue::from(0_i64)),
        VR::FL => return Some(PrimitiveValue::from(0_f32)),
        VR::FD => return Some(PrimitiveValue::from(0_f64)),
        VR::AT => return Some(PrimitiveValue::from(dicom_core::Tag(0, 0))),
        // Eight zero bytes are whole words of every one of these.
        VR::OB | VR::OD | VR::OF | VR::OL | VR::OV | VR::OW | VR::UN => return Some(PrimitiveValue::U8([0; 8].as_slice().into())),
    };
    Some(PrimitiveValue::from(text))
}

//! Values that say nothing, for attributes that must have one (action D of PS3.15 E.1).

use dicom_core::VR;
use dicom_core::value::PrimitiveValue;

/// A word for text that had to be replaced.
pub const WORD: &str = "REMOVED";
/// The scheme of a code that had to be replaced.
pub const SCHEME: &str = "99REMOVED";

/// Whether a text is one of these.
pub fn is_word(text: &str) -> bool {
    matches!(text, WORD | SCHEME)
}

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

/// As many dummy numbers as `held` has values; of other values, and of binary ones from nine on, one is enough.
pub fn repeated(one: PrimitiveValue, held: &PrimitiveValue) -> PrimitiveValue {
    use PrimitiveValue::{F32, F64, I16, I32, Str, U16, U32};
    if let (Str(zero), Str(text)) = (&one, held)
        && zero == "0"
    {
        // A list of points without its length is no list that a reader takes.
        return Str(vec!["0"; text.split('\\').count()].join("\\"));
    }
    let count = held.multiplicity() as usize;
    if !(2..=8).contains(&count) {
        return one;
    }
    match one {
        U16(_) => U16(vec![0; count].into()),
        I16(_) => I16(vec![0; count].into()),
        U32(_) => U32(vec![0; count].into()),
        I32(_) => I32(vec![0; count].into()),
        F32(_) => F32(vec![0.0; count].into()),
        F64(_) => F64(vec![0.0; count].into()),
        one => one,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_many_as_there_were() {
        let words = |count: usize| PrimitiveValue::U16(vec![7; count].into());
        assert_eq!(repeated(PrimitiveValue::from(0_u16), &words(2)), PrimitiveValue::U16(vec![0, 0].into()));
        assert_eq!(repeated(PrimitiveValue::from(0_u16), &words(1)), PrimitiveValue::from(0_u16));
        assert_eq!(repeated(PrimitiveValue::from(0_u16), &words(1_000)), PrimitiveValue::from(0_u16));
        assert_eq!(repeated(PrimitiveValue::from(WORD), &PrimitiveValue::from("A\\B")), PrimitiveValue::from(WORD));
        assert_eq!(repeated(PrimitiveValue::from("0"), &PrimitiveValue::from("1.5\\2\\3")), PrimitiveValue::from("0\\0\\0"));
    }
}

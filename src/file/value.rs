//! A value's bytes to the data model's types and back (PS3.5 6.2), byte order aside.
//!
//! Text stays as it lies in the file when it is not plain ASCII: it is then held as bytes, for the hunt and for nothing else.

use dicom_core::value::PrimitiveValue;
use dicom_core::{Tag, VR};

/// Whether values of this VR are text in the file's character set or in ASCII.
pub fn is_text(vr: VR) -> bool {
    use VR::{AE, AS, CS, DA, DS, DT, IS, LO, LT, PN, SH, ST, TM, UC, UI, UR, UT};
    matches!(vr, AE | AS | CS | DA | DS | DT | IS | LO | LT | PN | SH | ST | TM | UC | UI | UR | UT)
}

/// The value that `bytes` hold. `None` where their number does not fit the VR.
pub fn decode(vr: VR, bytes: &[u8], big_endian: bool) -> Option<PrimitiveValue> {
    // Padding is written anew: NULs where there should be spaces, and the other way round, are common.
    let bytes = if is_text(vr) { without_padding(bytes) } else { bytes };
    if bytes.is_empty() {
        return Some(PrimitiveValue::Empty);
    }
    Some(match vr {
        VR::US => PrimitiveValue::U16(words(bytes, big_endian, u16::from_be_bytes)?.collect()),
        VR::SS => PrimitiveValue::I16(words(bytes, big_endian, i16::from_be_bytes)?.collect()),
        VR::UL => PrimitiveValue::U32(words(bytes, big_endian, u32::from_be_bytes)?.collect()),
        VR::SL => PrimitiveValue::I32(words(bytes, big_endian, i32::from_be_bytes)?.collect()),
        VR::UV => PrimitiveValue::U64(words(bytes, big_endian, u64::from_be_bytes)?.collect()),
        VR::SV => PrimitiveValue::I64(words(bytes, big_endian, i64::from_be_bytes)?.collect()),
        VR::FL => PrimitiveValue::F32(words(bytes, big_endian, f32::from_be_bytes)?.collect()),
        VR::FD => PrimitiveValue::F64(words(bytes, big_endian, f64::from_be_bytes)?.collect()),
        VR::AT => {
            let halves: Vec<u16> = words(bytes, big_endian, u16::from_be_bytes)?.collect();
            let tags = halves.chunks_exact(2).filter_map(|pair| Some(Tag(*pair.first()?, *pair.get(1)?)));
            PrimitiveValue::Tags(if halves.len().is_multiple_of(2) { tags.collect() } else { return None })
        }
        _ if is_text(vr) => match std::str::from_utf8(bytes) {
            Ok(text) if text.is_ascii() && !text.contains('\u{1b}') => PrimitiveValue::Str(text.to_owned()),
            _ => PrimitiveValue::U8(bytes.into()),
        },
        _ => PrimitiveValue::U8(bytes.into()),
    })
}

/// The bytes without the spaces and NULs that they end with.
fn without_padding(bytes: &[u8]) -> &[u8] {
    let padding = bytes.iter().rev().take_while(|byte| matches!(byte, b' ' | 0)).count();
    bytes.get(..bytes.len() - padding).unwrap_or(&[])
}

/// How many bytes [`encode`] appends.
pub fn length(value: &PrimitiveValue) -> usize {
    match value {
        PrimitiveValue::Str(text) => text.len(),
        PrimitiveValue::Strs(texts) => texts.iter().map(String::len).sum::<usize>() + texts.len().saturating_sub(1),
        PrimitiveValue::U8(bytes) => bytes.len(),
        PrimitiveValue::U16(words) => size_of::<u16>() * words.len(),
        PrimitiveValue::I16(words) => size_of::<i16>() * words.len(),
        PrimitiveValue::U32(words) => size_of::<u32>() * words.len(),
        PrimitiveValue::I32(words) => size_of::<i32>() * words.len(),
        PrimitiveValue::U64(words) => size_of::<u64>() * words.len(),
        PrimitiveValue::I64(words) => size_of::<i64>() * words.len(),
        PrimitiveValue::F32(words) => size_of::<f32>() * words.len(),
        PrimitiveValue::F64(words) => size_of::<f64>() * words.len(),
        PrimitiveValue::Tags(tags) => 2 * size_of::<u16>() * tags.len(),
        PrimitiveValue::Empty | PrimitiveValue::Date(_) | PrimitiveValue::DateTime(_) | PrimitiveValue::Time(_) => 0,
    }
}

/// Appends the bytes of `value`, without padding.
pub fn encode(value: &PrimitiveValue, big_endian: bool, to: &mut Vec<u8>) {
    macro_rules! put {
        ($words:expr) => {
            for word in $words {
                if big_endian { to.extend_from_slice(&word.to_be_bytes()) } else { to.extend_from_slice(&word.to_le_bytes()) }
            }
        };
    }
    match value {
        PrimitiveValue::Str(text) => to.extend_from_slice(text.as_bytes()),
        PrimitiveValue::Strs(texts) => to.extend_from_slice(texts.join("\\").as_bytes()),
        PrimitiveValue::U8(bytes) => to.extend_from_slice(bytes),
        PrimitiveValue::U16(words) => put!(words),
        PrimitiveValue::I16(words) => put!(words),
        PrimitiveValue::U32(words) => put!(words),
        PrimitiveValue::I32(words) => put!(words),
        PrimitiveValue::U64(words) => put!(words),
        PrimitiveValue::I64(words) => put!(words),
        PrimitiveValue::F32(words) => put!(words),
        PrimitiveValue::F64(words) => put!(words),
        PrimitiveValue::Tags(tags) => {
            for tag in tags {
                put!([tag.group(), tag.element()]);
            }
        }
        // Dates and times are text here from the start: these variants are never made.
        PrimitiveValue::Empty | PrimitiveValue::Date(_) | PrimitiveValue::DateTime(_) | PrimitiveValue::Time(_) => {}
    }
}

/// The text of a value, without the padding of its VR; `None` for values that are not plain ASCII text.
pub fn text(value: &PrimitiveValue) -> Option<&str> {
    match value {
        PrimitiveValue::Str(text) => Some(text.trim_matches([' ', '\0'])),
        PrimitiveValue::Empty => Some(""),
        _ => None,
    }
}

/// The bytes of a text value, plain or not, without padding.
pub fn raw_text(value: &PrimitiveValue) -> &[u8] {
    let bytes = match value {
        PrimitiveValue::Str(text) => text.as_bytes(),
        PrimitiveValue::U8(bytes) => bytes,
        _ => &[],
    };
    let start = bytes.iter().take_while(|byte| **byte == b' ').count();
    without_padding(bytes.get(start..).unwrap_or(&[]))
}

/// The first number of an integer value, or of an integer string.
pub fn integer(value: &PrimitiveValue) -> Option<i64> {
    match value {
        PrimitiveValue::U16(words) => words.first().map(|word| i64::from(*word)),
        PrimitiveValue::I16(words) => words.first().map(|word| i64::from(*word)),
        PrimitiveValue::U32(words) => words.first().map(|word| i64::from(*word)),
        PrimitiveValue::I32(words) => words.first().map(|word| i64::from(*word)),
        PrimitiveValue::Str(text) => text.split('\\').next()?.trim_matches([' ', '\0']).parse().ok(),
        _ => None,
    }
}

fn words<'b, const N: usize, T>(bytes: &'b [u8], big_endian: bool, read: fn([u8; N]) -> T) -> Option<impl Iterator<Item = T> + 'b>
where
    T: 'b,
{
    let chunks = bytes.chunks_exact(N);
    chunks.remainder().is_empty().then(|| {
        chunks.map(move |chunk| {
            let mut word = [0; N];
            word.copy_from_slice(chunk);
            if !big_endian {
                word.reverse();
            }
            read(word)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_what_is_written() {
        let values = [
            PrimitiveValue::Empty,
            PrimitiveValue::Str("Quimby".to_owned()),
            PrimitiveValue::Strs(["A", "", "BC"].map(str::to_owned).into_iter().collect()),
            PrimitiveValue::U8([1, 2, 3].into_iter().collect()),
            PrimitiveValue::U16([1, 2, 3].into_iter().collect()),
            PrimitiveValue::I16([-1, 2].into_iter().collect()),
            PrimitiveValue::U32([1, 2, 3].into_iter().collect()),
            PrimitiveValue::I32([-1, 2].into_iter().collect()),
            PrimitiveValue::U64([1, 2, 3].into_iter().collect()),
            PrimitiveValue::I64([-1, 2].into_iter().collect()),
            PrimitiveValue::F32([0.5, 2.0].into_iter().collect()),
            PrimitiveValue::F64([0.5, 2.0, 1.0].into_iter().collect()),
            PrimitiveValue::Tags([Tag(8, 0x18), Tag(0x10, 0x10)].into_iter().collect()),
        ];
        for value in &values {
            for big_endian in [false, true] {
                let mut bytes = Vec::new();
                encode(value, big_endian, &mut bytes);
                assert_eq!(length(value), bytes.len(), "{value:?}");
            }
        }
    }
}

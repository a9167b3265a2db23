//! Arrays of samples that are no pixels: waveforms, spectra, grids of vectors. Other attributes say how long each is: nothing may follow.

use dicom_core::Tag;
use dicom_core::value::PrimitiveValue;
use dicom_dictionary_std::tags;

use super::Place;
use crate::error::Code;
use crate::file::{DataSet, dataset, value};

/// How long the arrays of one data set are, and which bits of a waveform's samples are in use.
#[derive(Clone, Copy, Debug, Default)]
pub struct Arrays {
    waveform: Option<Waveform>,
    spectra: Option<u64>,
    grid: Option<u64>,
}

/// The layout of Waveform Data (PS3.3 C.10.9.1).
#[derive(Clone, Copy, Debug)]
struct Waveform {
    /// Bytes of all samples of all channels.
    length: u64,
    /// Bytes of one sample: 1, 2, 4 or 8.
    sample: usize,
    /// The most bits of a sample that any channel uses.
    stored: u32,
    signed: bool,
}

impl Arrays {
    /// Reads what `set` says of its arrays.
    pub fn of(set: &DataSet) -> Self {
        Self { waveform: waveform(set), spectra: spectra(set), grid: grid(set) }
    }

    /// `held` without what follows its samples, and without what stands in bits that are not in use; `None` where it is not known how long
    /// the array is, or where it is shorter.
    pub fn cut(&self, tag: Tag, held: &PrimitiveValue, big_endian: bool) -> Option<PrimitiveValue> {
        let mut bytes = Vec::new();
        value::encode(held, false, &mut bytes);
        let length = usize::try_from(self.length(tag, bytes.len())?).ok()?;
        if bytes.len() < length {
            return None;
        }
        bytes.truncate(length);
        if let (tags::WAVEFORM_DATA, Some(layout)) = (tag, self.waveform) {
            layout.clear_unused(&mut bytes, big_endian);
        }
        Some(PrimitiveValue::U8(bytes.into()))
    }

    /// Bytes that the array `tag` has; `there` is how many the file has.
    fn length(&self, tag: Tag, there: usize) -> Option<u64> {
        match tag {
            tags::WAVEFORM_DATA => self.waveform.map(|layout| layout.length),
            tags::SPECTROSCOPY_DATA => self.spectra,
            tags::VECTOR_GRID_DATA => self.grid,
            // One sample for each of these; some writers pad it to a word of its own.
            tags::CHANNEL_MINIMUM_VALUE | tags::CHANNEL_MAXIMUM_VALUE | tags::WAVEFORM_PADDING_VALUE => {
                (1..=8).contains(&there).then_some(there as u64)
            }
            _ => None,
        }
    }
}

impl Waveform {
    /// The bits above those stored repeat the sign of a signed sample, and are zero otherwise (PS3.3 C.10.9.1.6).
    fn clear_unused(self, bytes: &mut [u8], big_endian: bool) {
        let bits = self.sample as u32 * 8;
        let unused = bits.saturating_sub(self.stored);
        if unused == 0 {
            return;
        }
        for sample in bytes.chunks_exact_mut(self.sample) {
            let order = |sample: &mut [u8]| {
                if big_endian {
                    sample.reverse()
                }
            };
            order(sample);
            let mut word = [0; 8];
            word.iter_mut().zip(sample.iter()).for_each(|(to, from)| *to = *from);
            let top = u64::from_le_bytes(word) << (64 - self.stored);
            let clean = if self.signed { (top.cast_signed() >> (64 - self.stored)).cast_unsigned() } else { top >> (64 - self.stored) };
            sample.iter_mut().zip(clean.to_le_bytes()).for_each(|(to, from)| *to = from);
            order(sample);
        }
    }
}

/// Whether the attribute is one of the arrays.
pub fn is_array(tag: Tag) -> bool {
    matches!(
        tag,
        tags::WAVEFORM_DATA
            | tags::SPECTROSCOPY_DATA
            | tags::VECTOR_GRID_DATA
            | tags::CHANNEL_MINIMUM_VALUE
            | tags::CHANNEL_MAXIMUM_VALUE
            | tags::WAVEFORM_PADDING_VALUE
    )
}

/// Why an instance with arrays is withheld: a waveform that is sound, an array that is shorter than it says, or one of unknown length.
/// Arrays that its IOD does not have do not leave anyway.
pub fn refusal(set: &DataSet, place: &Place) -> Option<Code> {
    // Samples of companded sound (PS3.3 C.10.9.1.5): a voice tells who speaks.
    if place.knows(tags::WAVEFORM_DATA) && matches!(dataset::text(set, tags::WAVEFORM_SAMPLE_INTERPRETATION), "AB" | "MB") {
        return Some(Code::Waveform);
    }
    let arrays = Arrays::of(set);
    for tag in [tags::WAVEFORM_DATA, tags::SPECTROSCOPY_DATA, tags::VECTOR_GRID_DATA] {
        let Some(held) = dataset::primitive(set, tag).filter(|_| place.knows(tag)) else { continue };
        let there = held.calculate_byte_len() as u64;
        match arrays.length(tag, 0) {
            None => return Some(Code::Structure),
            Some(length) if length > there => return Some(Code::CutOff),
            Some(_) => {}
        }
    }
    let within = [tags::WAVEFORM_SEQUENCE, tags::DEFORMABLE_REGISTRATION_SEQUENCE, tags::DEFORMABLE_REGISTRATION_GRID_SEQUENCE];
    within.into_iter().filter(|tag| place.knows(*tag)).find_map(|tag| {
        let place = place.within(tag);
        set.get(tag)?.value().items()?.iter().find_map(|item| refusal(item, &place))
    })
}

fn number(set: &DataSet, tag: Tag) -> Option<u64> {
    dataset::integer(set, tag).and_then(|number| u64::try_from(number).ok())
}

fn waveform(set: &DataSet) -> Option<Waveform> {
    let allocated = number(set, tags::WAVEFORM_BITS_ALLOCATED).filter(|bits| matches!(bits, 8 | 16 | 32 | 64))?;
    let samples = number(set, tags::NUMBER_OF_WAVEFORM_CHANNELS)?.checked_mul(number(set, tags::NUMBER_OF_WAVEFORM_SAMPLES)?)?;
    let length = samples.checked_mul(allocated / 8)?;
    let channels = set.get(tags::CHANNEL_DEFINITION_SEQUENCE).and_then(|element| element.value().items()).unwrap_or(&[]);
    // A channel that does not say how many bits it uses may use them all.
    let stored = channels.iter().map(|channel| number(channel, tags::WAVEFORM_BITS_STORED).filter(|bits| (1..=allocated).contains(bits)));
    let stored = stored.map(|bits| bits.unwrap_or(allocated)).max().unwrap_or(allocated);
    let signed = matches!(dataset::text(set, tags::WAVEFORM_SAMPLE_INTERPRETATION), "SB" | "SS" | "SL" | "SV");
    Some(Waveform { length, sample: usize::try_from(allocated / 8).ok()?, stored: u32::try_from(stored).ok()?, signed })
}

/// Spectroscopy Data (PS3.3 C.8.14.4): floats of four bytes, two of them a point where they are complex.
fn spectra(set: &DataSet) -> Option<u64> {
    let frames = number(set, tags::NUMBER_OF_FRAMES).unwrap_or(1).max(1);
    let parts = if matches!(dataset::text(set, tags::DATA_REPRESENTATION), "REAL" | "IMAGINARY" | "MAGNITUDE") { 1 } else { 2 };
    [tags::ROWS, tags::COLUMNS, tags::DATA_POINT_ROWS, tags::DATA_POINT_COLUMNS]
        .into_iter()
        .try_fold(frames * parts * 4, |length, tag| length.checked_mul(number(set, tag)?))
}

/// Vector Grid Data (PS3.3 C.20.3.1): three floats of four bytes a point.
fn grid(set: &DataSet) -> Option<u64> {
    match dataset::primitive(set, tags::GRID_DIMENSIONS)? {
        PrimitiveValue::U32(sizes) if sizes.len() == 3 => {
            sizes.iter().try_fold(12_u64, |length, size| length.checked_mul(u64::from(*size)))
        }
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use dicom_core::{DataElement, VR};

    use super::*;

    fn group(interpretation: &str, stored: u16) -> Arrays {
        let channel = DataSet::from_element_iter([DataElement::new(tags::WAVEFORM_BITS_STORED, VR::US, PrimitiveValue::from(stored))]);
        let mut set = DataSet::from_element_iter([
            DataElement::new(tags::NUMBER_OF_WAVEFORM_CHANNELS, VR::US, PrimitiveValue::from(1_u16)),
            DataElement::new(tags::NUMBER_OF_WAVEFORM_SAMPLES, VR::UL, PrimitiveValue::from(2_u32)),
            DataElement::new(tags::WAVEFORM_BITS_ALLOCATED, VR::US, PrimitiveValue::from(16_u16)),
            DataElement::new(tags::WAVEFORM_SAMPLE_INTERPRETATION, VR::CS, PrimitiveValue::from(interpretation)),
        ]);
        let channels = dicom_core::value::DataSetSequence::from(vec![channel]);
        set.put(DataElement::new(tags::CHANNEL_DEFINITION_SEQUENCE, VR::SQ, dicom_core::value::Value::Sequence(channels)));
        Arrays::of(&set)
    }

    fn cut(arrays: Arrays, bytes: &[u8], big_endian: bool) -> Option<Vec<u8>> {
        let cut = arrays.cut(tags::WAVEFORM_DATA, &PrimitiveValue::U8(bytes.into()), big_endian)?;
        Some(cut.to_bytes().into_owned())
    }

    #[test]
    fn nothing_follows_the_last_sample() {
        assert_eq!(cut(group("SS", 16), b"abcdJANE", false).unwrap(), b"abcd");
        assert_eq!(cut(group("SS", 16), b"abcd", false).unwrap(), b"abcd");
        assert_eq!(cut(group("SS", 16), b"abc", false), None);
    }

    #[test]
    fn bits_that_are_not_in_use_say_nothing() {
        assert_eq!(cut(group("SS", 12), &[0xFF, 0x57, 0xFF, 0x58], false).unwrap(), [0xFF, 0x07, 0xFF, 0xF8]);
        assert_eq!(cut(group("US", 12), &[0xFF, 0x57, 0xFF, 0x58], false).unwrap(), [0xFF, 0x07, 0xFF, 0x08]);
        assert_eq!(cut(group("US", 12), &[0x57, 0xFF, 0x58, 0xFF], true).unwrap(), [0x07, 0xFF, 0x08, 0xFF]);
    }
}

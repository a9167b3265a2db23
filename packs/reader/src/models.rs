//! The file of the models, which `scripts/models.mjs` writes: two ONNX models with their weights as 16-bit floats.

use scan_scrubber::{Code, Result};

/// First bytes of the file: another layout gets another number.
const MAGIC: &[u8] = b"SSREAD01";

/// Bytes of one model, unpacked. These have 5 and 9 MB.
const LARGEST: usize = 64 << 20;

/// Runs of weights in one model. These have some hundred.
const MOST_RUNS: usize = 10_000;

/// Characters that the reader knows.
const MOST_CHARACTERS: usize = 64 << 10;

/// What the file holds.
pub struct Models {
    /// What each class of the reader means, but for the first, which is the blank.
    pub characters: Vec<char>,
    /// The detector, as ONNX.
    pub detector: Vec<u8>,
    /// The reader, as ONNX.
    pub recogniser: Vec<u8>,
}

impl Models {
    /// # Errors
    /// [`Code::Codec`] where the bytes are not such a file, or more than that.
    pub fn unpack(bytes: &[u8]) -> Result<Self> {
        let mut rest = Rest(bytes);
        if rest.take(MAGIC.len())? != MAGIC {
            return Err(Code::Codec.into());
        }
        let characters = rest.number(MOST_CHARACTERS)?;
        let characters = str::from_utf8(rest.take(characters)?).map_err(|_| Code::Codec)?.chars().collect();
        let models = Self { characters, detector: rest.model()?, recogniser: rest.model()? };
        if rest.0.is_empty() { Ok(models) } else { Err(Code::Codec.into()) }
    }
}

/// What is not read yet.
struct Rest<'m>(&'m [u8]);

impl<'m> Rest<'m> {
    fn take(&mut self, length: usize) -> Result<&'m [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Code::Codec)?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number of 32 bits, up to `most`.
    fn number(&mut self, most: usize) -> Result<usize> {
        let word = self.take(4)?.first_chunk().ok_or(Code::Codec)?;
        let number = u32::from_le_bytes(*word) as usize;
        if number <= most { Ok(number) } else { Err(Code::Codec.into()) }
    }

    /// A model: its size; how many runs it has; the length of each run's bytes, and the number of its weights; all those bytes; the upper
    /// bytes of all weights; their lower bytes. Put together it is bytes, weights, bytes, weights, and so on.
    fn model(&mut self) -> Result<Vec<u8>> {
        let size = self.number(LARGEST)?;
        let mut runs = Vec::new();
        let (mut bytes, mut weights) = (0_usize, 0_usize);
        for _ in 0..self.number(MOST_RUNS)? {
            let run = (self.number(LARGEST)?, self.number(LARGEST)?);
            bytes = bytes.saturating_add(run.0);
            weights = weights.saturating_add(run.1);
            runs.push(run);
        }
        if weights.checked_mul(4).and_then(|weights| weights.checked_add(bytes)) != Some(size) {
            return Err(Code::Codec.into());
        }
        let mut bytes = Rest(self.take(bytes)?);
        let mut weights = self.take(weights)?.iter().zip(self.take(weights)?);
        let mut model = Vec::with_capacity(size);
        for (length, count) in runs {
            model.extend_from_slice(bytes.take(length)?);
            for (upper, lower) in weights.by_ref().take(count) {
                model.extend_from_slice(&widened([*upper, *lower]).to_le_bytes());
            }
        }
        Ok(model)
    }
}

/// A finite 16-bit float as one of 32 bits: the same bits, and then 2^112 times as much, since exponents count from 127 and not from 15.
fn widened(half: [u8; 2]) -> f32 {
    let bits = u32::from(u16::from_be_bytes(half));
    let size = f32::from_bits((bits & 0x7fff) << 13) * 2_f32.powi(112);
    if bits & 0x8000 == 0 { size } else { -size }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::float_cmp)]
mod tests {
    use super::*;

    /// "ab", a model of two bytes, one weight, one byte; and a model of one byte.
    fn small() -> Vec<u8> {
        let mut file = MAGIC.to_vec();
        let number = |file: &mut Vec<u8>, number: u32| file.extend_from_slice(&number.to_le_bytes());
        number(&mut file, 2);
        file.extend_from_slice(b"ab");
        for value in [7, 2, 2, 1, 1, 0] {
            number(&mut file, value);
        }
        file.extend_from_slice(&[1, 2, 3, 0x3c, 0x00]);
        for value in [1, 1, 1, 0] {
            number(&mut file, value);
        }
        file.push(9);
        file
    }

    #[test]
    fn a_file_is_put_together() {
        let models = Models::unpack(&small()).unwrap();
        assert_eq!(models.characters, ['a', 'b']);
        assert_eq!(models.detector, [1, 2, 0x00, 0x00, 0x80, 0x3f, 3]);
        assert_eq!(models.recogniser, [9]);
    }

    #[test]
    fn a_file_cut_anywhere_or_too_long_is_refused() {
        let mut file = small();
        for length in 0..file.len() {
            assert!(Models::unpack(file.get(..length).unwrap()).is_err(), "{length}");
        }
        file.push(0);
        assert!(Models::unpack(&file).is_err());
    }

    #[test]
    fn sizes_that_are_lies_are_refused_before_anything_is_held() {
        let mut file = MAGIC.to_vec();
        file.extend_from_slice(&[0; 4]);
        file.extend_from_slice(&[0xff; 64]);
        assert!(Models::unpack(&file).is_err());
    }

    #[test]
    fn halves_keep_their_value() {
        for (half, value) in
            [(0x0000, 0.0), (0x3c00, 1.0), (0xc000, -2.0), (0x7bff, 65504.0), (0x0400, 2_f32.powi(-14)), (0x8001, -(2_f32.powi(-24)))]
        {
            assert_eq!(widened(u16::to_be_bytes(half)), value);
        }
    }
}

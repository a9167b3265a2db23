//! Rows of a component's samples into a frame of words.

use super::header::Header;
use crate::error::{Code, Result};
use crate::picture::{Format, Frame};

/// A frame that is filled row by row.
pub(super) struct Rows {
    frame: Frame,
    /// How far a sample's sign bit is from that of 16 bits.
    sign: u32,
}

impl Rows {
    /// An empty frame of the data set's size.
    ///
    /// A JPEG sample has no sign. Where signed words were coded, those of as many bits as are stored (or more) get their sign back; where a
    /// sample has fewer bits than are stored, all are positive.
    ///
    /// # Errors
    /// [`Code::TooLong`] where it is too large to hold.
    pub(super) fn new(header: &Header, format: &Format) -> Result<Self> {
        let frame = Frame::zeros(format).ok_or(Code::TooLong)?;
        let sign = if format.signed && header.precision >= format.bits_stored { 16u32.saturating_sub(header.precision) } else { 0 };
        Ok(Self { frame, sign })
    }

    /// Sets a component's row `y`.
    pub(super) fn set(&mut self, component: usize, y: usize, row: &[u16]) {
        let (samples, word) = (self.frame.samples as usize, self.frame.word);
        let bytes = self.frame.width as usize * samples * word;
        let line = y.checked_mul(bytes).and_then(|from| self.frame.data.get_mut(from..from + bytes)).unwrap_or_default();
        if word == 1 {
            // The low byte of a word whose sign is extended is that of the word.
            let sign = self.sign;
            let byte = |value: &u16| (((*value << sign).cast_signed()) >> sign) as u8;
            match (line.as_chunks_mut::<3>(), component) {
                _ if samples == 1 => line.iter_mut().zip(row).for_each(|(place, value)| *place = byte(value)),
                ((pixels, []), 0) if samples == 3 => pixels.iter_mut().zip(row).for_each(|(pixel, value)| pixel[0] = byte(value)),
                ((pixels, []), 1) if samples == 3 => pixels.iter_mut().zip(row).for_each(|(pixel, value)| pixel[1] = byte(value)),
                ((pixels, []), _) if samples == 3 => pixels.iter_mut().zip(row).for_each(|(pixel, value)| pixel[2] = byte(value)),
                _ => {
                    let place = line.get_mut(component..).unwrap_or_default().iter_mut().step_by(samples.max(1));
                    place.zip(row).for_each(|(place, value)| *place = byte(value));
                }
            }
            return;
        }
        for (pixel, value) in line.chunks_exact_mut((samples * word).max(1)).zip(row) {
            let extended = i32::from((*value << self.sign).cast_signed() >> self.sign);
            let value = if self.sign > 0 { extended.cast_unsigned() } else { u32::from(*value) };
            if let Some(place) = pixel.get_mut(component * word..(component + 1) * word) {
                place.iter_mut().zip(value.to_le_bytes()).for_each(|(byte, value)| *byte = value);
            }
        }
    }

    /// The frame, filled.
    pub(super) fn done(self) -> Frame {
        self.frame
    }
}

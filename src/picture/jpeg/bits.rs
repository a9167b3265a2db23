//! Bits of entropy-coded data: zeros stuffed behind bytes of ones, restarts between intervals (ISO/IEC 10918-1 B.1.1.5, F.1.2.3, F.2.2.5).

use crate::error::{Code, Result};

/// Reads bits from the most significant down, up to the next marker.
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The next bits, from the most significant down; zeros behind them.
    held: u64,
    /// How many bits are held.
    count: u32,
    /// Something stood before a marker that is no part of a code: more than padding of ones up to a whole byte.
    spare: bool,
}

impl<'a> Bits<'a> {
    /// Of the data that starts at `at`.
    pub(super) const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, held: 0, count: 0, spare: false }
    }

    /// The next 16 bits, or zeros behind what is left.
    #[inline(always)]
    pub(super) fn look(&mut self) -> u32 {
        if self.count < 32 {
            self.fill();
        }
        (self.held >> 48) as u32
    }

    /// Passes over up to 16 bits.
    ///
    /// # Errors
    /// [`Code::PixelShort`] where there are not as many.
    #[inline(always)]
    pub(super) fn skip(&mut self, size: u32) -> Result<()> {
        let Some(count) = self.count.checked_sub(size) else { return Err(Code::PixelShort.into()) };
        self.held <<= size & 63;
        self.count = count;
        Ok(())
    }

    /// A number of up to 16 bits.
    ///
    /// # Errors
    /// [`Code::PixelShort`] where there are not as many.
    #[inline(always)]
    pub(super) fn take(&mut self, size: u32) -> Result<u32> {
        if size == 0 {
            return Ok(0);
        }
        let value = self.look() >> (16 - size.min(16));
        self.skip(size)?;
        Ok(value)
    }

    /// A difference or coefficient of a category: numbers whose first bit is 0 are negative (F.2.2.1, EXTEND).
    ///
    /// # Errors
    /// [`Code::PixelShort`] where there are not as many bits.
    #[inline(always)]
    pub(super) fn signed(&mut self, size: u32) -> Result<i32> {
        let value = self.take(size)?.cast_signed();
        Ok(if value < (1 << size) >> 1 { value - (1 << size) + 1 } else { value })
    }

    /// Passes over the restart marker number `number`, 0 to 7, and what is left before it.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where another marker is next, or none.
    pub(super) fn restart(&mut self, number: u8) -> Result<()> {
        let at = self.end();
        let mark = self.bytes.get(at..).unwrap_or_default();
        let ones = mark.iter().take_while(|byte| **byte == 0xFF).count();
        if mark.get(ones) != Some(&(0xD0 | (number & 7))) {
            return Err(Code::PixelStream.into());
        }
        self.spare |= ones > 1;
        self.at = at + ones + 1;
        Ok(())
    }

    /// Where the next marker starts, or the data ends; what is held is dropped.
    pub(super) fn end(&mut self) -> usize {
        self.fill();
        let padding = self.held.checked_shr(64 - self.count).unwrap_or_default();
        self.spare |= self.count >= 8 || padding.count_ones() != self.count;
        (self.held, self.count) = (0, 0);
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let clear = rest.iter().position(|byte| *byte == 0xFF).unwrap_or(rest.len());
            self.spare |= clear > 0;
            self.at += clear;
            match rest.get(clear + 1) {
                Some(0) => {
                    self.spare = true;
                    self.at += 2;
                }
                Some(_) => return self.at,
                None => return self.bytes.len(),
            }
        }
    }

    /// Whether anything stood before a marker that is no part of a code.
    pub(super) const fn has_spare(&self) -> bool {
        self.spare
    }

    /// Holds more than 32 bits, if there are as many before the next marker.
    #[inline]
    fn fill(&mut self) {
        if self.count <= 32
            && let Some(four) = self.bytes.get(self.at..).and_then(|rest| rest.first_chunk::<4>())
            && !four.contains(&0xFF)
        {
            self.held |= u64::from(u32::from_be_bytes(*four)) << (32 - self.count);
            self.count += 32;
            self.at += 4;
            return;
        }
        while self.count <= 56 {
            let Some(byte) = self.bytes.get(self.at) else { return };
            if *byte == 0xFF {
                if self.bytes.get(self.at + 1) != Some(&0) {
                    return;
                }
                self.at += 1;
            }
            self.at += 1;
            self.held |= u64::from(*byte) << (56 - self.count);
            self.count += 8;
        }
    }
}

/// Writes bits behind bytes that are there already.
pub(super) struct Writer {
    bytes: Vec<u8>,
    held: u64,
    count: u32,
}

impl Writer {
    /// Appends to `bytes`.
    pub(super) const fn new(bytes: Vec<u8>) -> Self {
        Self { bytes, held: 0, count: 0 }
    }

    /// Appends the low `size` bits of `value`, up to 32.
    #[inline]
    pub(super) fn put(&mut self, value: u32, size: u32) {
        self.held = (self.held << size) | (u64::from(value) & ((1 << size) - 1));
        self.count += size;
        if self.count >= 32 {
            self.count -= 32;
            let four = ((self.held >> self.count) as u32).to_be_bytes();
            self.append(&four);
        }
    }

    /// Appends whole bytes, a zero behind each that is all ones.
    #[inline]
    fn append(&mut self, bytes: &[u8]) {
        if !bytes.contains(&0xFF) {
            return self.bytes.extend_from_slice(bytes);
        }
        for byte in bytes {
            self.bytes.push(*byte);
            if *byte == 0xFF {
                self.bytes.push(0);
            }
        }
    }

    /// Fills the last byte with ones and appends the restart marker number `number`, 0 to 7.
    pub(super) fn restart(&mut self, number: u8) {
        self.pad();
        self.bytes.extend([0xFF, 0xD0 | (number & 7)]);
    }

    /// Fills the last byte with ones.
    pub(super) fn end(mut self) -> Vec<u8> {
        self.pad();
        self.bytes
    }

    fn pad(&mut self) {
        let open = self.count.wrapping_neg() & 7;
        self.put((1 << open) - 1, open);
        while self.count >= 8 {
            self.count -= 8;
            let byte = (self.held >> self.count) as u8;
            self.append(&[byte]);
        }
    }
}

/// The category of a difference or coefficient: how many bits its magnitude has (F.1.2.1.1).
#[inline]
pub(super) const fn category(value: i32) -> u32 {
    32 - value.unsigned_abs().leading_zeros()
}

/// The bits that follow a category: those of the number, or of one less where it is negative (F.1.2.1.1).
#[inline]
pub(super) const fn magnitude(value: i32) -> u32 {
    value.wrapping_sub((value < 0) as i32).cast_unsigned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let mut writer = Writer::new(vec![9]);
        let values = [0, 1, -1, 2, -3, 255, -255, 1023, -1024, 32_767, -32_767, 65_535, -65_535];
        for value in values {
            writer.put(magnitude(value), category(value));
        }
        let bytes = writer.end();
        assert!(bytes.windows(2).any(|pair| pair == [0xFF, 0]));
        let mut bits = Bits::new(&bytes, 1);
        for value in values {
            assert_eq!(bits.signed(category(value)).unwrap(), value);
        }
        assert_eq!((bits.end(), bits.has_spare()), (bytes.len(), false));
    }

    #[test]
    fn intervals_end_at_their_marker() {
        let mut writer = Writer::new(vec![]);
        writer.put(5, 3);
        writer.restart(3);
        writer.put(1, 9);
        let bytes = writer.end();
        let mut bits = Bits::new(&bytes, 0);
        assert_eq!(bits.take(3), Ok(5));
        assert_eq!(bits.take(6), Err(Code::PixelShort.into()), "a marker ends the bits");
        assert_eq!(Bits::new(&bytes, 0).restart(2), Err(Code::PixelStream.into()));
        let mut bits = Bits::new(&bytes, 0);
        bits.take(3).unwrap();
        bits.restart(3).unwrap();
        assert_eq!((bits.take(9), bits.has_spare()), (Ok(1), false));
    }

    #[test]
    fn what_stands_before_a_marker_is_seen() {
        for (bytes, spare) in [
            (&[0b1011_1111, 0xFF, 0xD9][..], false),
            (&[0b1011_1110, 0xFF, 0xD9], true),
            (&[0b1011_1111, 0xFF, 0, 0xFF, 0xD9], true),
            (&[0b1011_1111, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0xFF, 0xD9], true),
        ] {
            let mut bits = Bits::new(bytes, 0);
            bits.take(2).unwrap();
            assert_eq!((bits.end(), bits.has_spare()), (bytes.len() - 2, spare), "{bytes:?}");
        }
    }
}

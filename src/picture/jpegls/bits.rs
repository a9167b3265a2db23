//! Bits of an entropy-coded segment: after a byte of ones, the next byte has one bit less (T.87 9.1).

/// Reads bits. Past the end there are none.
pub struct Reader<'a> {
    bytes: std::slice::Iter<'a, u8>,
    /// Bits to come, from the highest.
    cache: u64,
    have: u32,
    ones: bool,
}

impl<'a> Reader<'a> {
    /// Reads a segment that has no marker in it.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter(), cache: 0, have: 0, ones: false }
    }

    /// The next `n` bits, at most 32, the first the highest.
    #[inline]
    pub fn bits(&mut self, n: u32) -> Option<u32> {
        if n == 0 {
            return Some(0);
        }
        if self.have < n {
            self.fill();
        }
        if n > 32 || self.have < n {
            return None;
        }
        let value = (self.cache >> (64 - n)) as u32;
        self.skip(n);
        Some(value)
    }

    /// How many zeros come before the next one, which is passed too; `None` beyond `most`.
    #[inline]
    pub fn zeros(&mut self, most: u32) -> Option<u32> {
        let mut count = 0u32;
        loop {
            self.fill();
            let zeros = self.cache.leading_zeros().min(self.have);
            count = count.saturating_add(zeros);
            if self.have == 0 || count > most {
                return None;
            }
            if zeros < self.have {
                self.skip(zeros + 1);
                return Some(count);
            }
            self.skip(zeros);
        }
    }

    #[inline]
    fn skip(&mut self, n: u32) {
        // At most 63, as many as there are.
        self.cache = self.cache.checked_shl(n).unwrap_or(0);
        self.have = self.have.saturating_sub(n);
    }

    #[inline]
    fn fill(&mut self) {
        while self.have <= 55 {
            let Some(byte) = self.bytes.next() else { return };
            let bits = if self.ones { 7 } else { 8 };
            self.have += bits;
            self.cache |= u64::from(*byte) << (64 - self.have);
            self.ones = *byte == 0xFF;
        }
    }
}

/// Writes bits.
#[derive(Default)]
pub struct Writer {
    bytes: Vec<u8>,
    /// Bits that are not a byte yet, the last the lowest.
    cache: u64,
    have: u32,
    ones: bool,
}

impl Writer {
    /// Writes the lowest `n` bits of `value`, at most 32, the highest first. Bits above are to be zero.
    #[inline]
    pub fn bits(&mut self, value: u32, n: u32) {
        // At most 7 bits were left.
        self.cache = (self.cache << n) | u64::from(value);
        self.have += n;
        loop {
            let size = if self.ones { 7 } else { 8 };
            if self.have < size {
                break;
            }
            self.have -= size;
            let byte = (self.cache >> self.have) as u8 & (0xFF >> (8 - size));
            self.cache &= (1u64 << self.have) - 1;
            self.bytes.push(byte);
            self.ones = byte == 0xFF;
        }
    }

    /// Writes `n` zeros and a one.
    #[inline]
    pub fn zeros(&mut self, mut n: u32) {
        while n > 31 {
            self.bits(0, 31);
            n -= 31;
        }
        self.bits(1, n + 1);
    }

    /// The segment, filled up with zeros. It never ends with a byte of ones, which a marker could not follow.
    pub fn finish(mut self) -> Vec<u8> {
        if self.have > 0 || self.ones {
            let size = if self.ones { 7 } else { 8 };
            self.bits(0, size - self.have);
        }
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut writer = Writer::default();
        for i in 0..500u32 {
            writer.bits(u32::MAX >> (32 - (1 + i % 32)), 1 + i % 32);
            writer.zeros(i % 70);
            writer.bits(0, i % 3);
        }
        let bytes = writer.finish();
        assert!(bytes.windows(2).all(|pair| pair[0] != 0xFF || pair[1] < 0x80));
        let mut reader = Reader::new(&bytes);
        for i in 0..500u32 {
            assert_eq!(reader.bits(1 + i % 32), Some(u32::MAX >> (32 - (1 + i % 32))));
            assert_eq!(reader.zeros(70), Some(i % 70));
            assert_eq!(reader.bits(i % 3), Some(0));
        }
        assert!(reader.bits(16).is_none());
    }

    #[test]
    fn a_byte_of_ones_is_not_the_last() {
        let mut writer = Writer::default();
        writer.bits(0xFF, 8);
        assert_eq!(writer.finish(), [0xFF, 0]);
        assert!(Writer::default().finish().is_empty());
    }

    #[test]
    fn there_is_nothing_past_the_end() {
        let mut reader = Reader::new(&[0, 0]);
        assert!(reader.zeros(100).is_none());
        assert!(reader.bits(1).is_none());
        assert!(Reader::new(&[0; 20]).zeros(60).is_none());
        assert_eq!(Reader::new(&[]).bits(0), Some(0));
    }
}

//! Huffman codes: read, written, and made for the symbols at hand (ISO/IEC 10918-1 Annex C, F.2.2.3, K.2).

use super::bits::{Bits, Writer};
use crate::error::{Code, Result};

/// Codes of up to this many bits are found in one step.
const FAST: u32 = 9;

/// A code as a DHT segment gives it: how many symbols have 1 to 16 bits, and the symbols from the shortest code to the longest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    /// Symbols of each length from 1 bit to 16.
    pub(super) counts: [u8; 16],
    /// The symbols, 256 at most.
    pub(super) symbols: Vec<u8>,
}

impl Table {
    /// Every symbol with the length of its code in bits and the code; `None` where a length has more codes than there can be.
    fn codes(&self) -> Option<Vec<(u8, u32, u32)>> {
        let mut symbols = self.symbols.iter();
        let (mut codes, mut code) = (Vec::new(), 0);
        for (length, count) in (1..).zip(self.counts) {
            for _ in 0..count {
                if code >> length != 0 {
                    return None;
                }
                codes.push((*symbols.next()?, length, code));
                code += 1;
            }
            code <<= 1;
        }
        Some(codes)
    }

    /// The best code of at most 16 bits for symbols as frequent as `counts` says, none of it all ones (K.2).
    pub(super) fn best(counts: &Counts) -> Self {
        let mut used: Vec<(u64, u8)> = (0..=255).zip(counts.0).filter(|(_, n)| *n > 0).map(|(symbol, n)| (n, symbol)).collect();
        used.sort_unstable();
        // A symbol that never occurs takes the last code, which is all ones.
        let weights: Vec<u64> = std::iter::once(0).chain(used.iter().map(|(count, _)| *count)).collect();
        let lengths = lengths(&weights);
        let mut table = Self::default();
        for ((_, symbol), length) in used.iter().zip(lengths.iter().skip(1)).rev() {
            if let Some(count) = table.counts.get_mut(length.saturating_sub(1)) {
                *count += 1;
                table.symbols.push(*symbol);
            }
        }
        table
    }
}

/// Lengths in bits, 16 at most, of the best code for symbols of these weights, lightest first: packages of two of a level compete with
/// single symbols on the next one; how many of the cheapest are symbols says how many codes are longer than the level.
fn lengths(weights: &[u64]) -> Vec<usize> {
    let mut level: Vec<(u64, bool)> = weights.iter().map(|weight| (*weight, true)).collect();
    let mut levels = vec![level.clone()];
    for _ in 1..16 {
        let packages = level.as_chunks::<2>().0.iter().map(|[one, other]| (one.0 + other.0, false));
        level = packages.chain(weights.iter().map(|weight| (*weight, true))).collect();
        level.sort_by_key(|(weight, _)| *weight);
        levels.push(level.clone());
    }
    let mut lengths = vec![0; weights.len()];
    let mut chosen = (weights.len() * 2).saturating_sub(2);
    for level in levels.iter().rev() {
        let symbols = level.iter().take(chosen).filter(|(_, is_symbol)| *is_symbol).count();
        lengths.iter_mut().take(symbols).for_each(|length| *length += 1);
        chosen = chosen.saturating_sub(symbols) * 2;
    }
    lengths
}

/// How often each symbol occurs.
pub(super) struct Counts([u64; 256]);

impl Counts {
    /// None does.
    pub(super) const fn new() -> Self {
        Self([0; 256])
    }

    /// One more of a symbol.
    #[inline]
    pub(super) fn add(&mut self, symbol: u8) {
        if let Some(count) = self.0.get_mut(usize::from(symbol)) {
            *count += 1;
        }
    }
}

/// A code, ready to be read.
pub(super) struct Decoder {
    /// By the next bits: the code's length in bits times 256, and its symbol; 0 where the code is longer.
    fast: [u16; 1 << FAST],
    /// Of each length beyond: the first 16 bits that are no code of this length or a shorter one, and what to add to a code for its index.
    slow: Vec<(u32, u32, i32)>,
    symbols: Vec<u8>,
}

impl Decoder {
    /// Of a table.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where it is no code.
    pub(super) fn new(table: &Table) -> Result<Self> {
        let codes = table.codes().ok_or(Code::PixelStream)?;
        let mut fast = [0; 1 << FAST];
        let mut slow: Vec<(u32, u32, i32)> = Vec::new();
        for (index, (symbol, length, code)) in (0..).zip(&codes) {
            if *length <= FAST {
                let (from, size) = ((*code << (FAST - length)) as usize, 1 << (FAST - length));
                if let Some(entries) = fast.get_mut(from..from + size) {
                    entries.fill((*length as u16) << 8 | u16::from(*symbol));
                }
            } else {
                let end = (code + 1) << (16 - length);
                match slow.last_mut() {
                    Some(last) if last.0 == *length => last.1 = end,
                    _ => slow.push((*length, end, index - code.cast_signed())),
                }
            }
        }
        Ok(Self { fast, slow, symbols: table.symbols.clone() })
    }

    /// The next symbol.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where the next bits are no code, [`Code::PixelShort`] where the data ends.
    #[inline(always)]
    pub(super) fn read(&self, bits: &mut Bits<'_>) -> Result<u8> {
        let next = bits.look() & 0xFFFF;
        let entry = self.fast.get((next >> (16 - FAST)) as usize).copied().unwrap_or_default();
        if entry == 0 {
            return self.long(next, bits);
        }
        bits.skip(u32::from(entry >> 8))?;
        Ok(entry as u8)
    }

    #[cold]
    fn long(&self, next: u32, bits: &mut Bits<'_>) -> Result<u8> {
        let (length, _, offset) = self.slow.iter().find(|(_, end, _)| next < *end).ok_or(Code::PixelStream)?;
        let index = usize::try_from((next >> (16 - length)).cast_signed() + offset).ok();
        let symbol = index.and_then(|index| self.symbols.get(index)).ok_or(Code::PixelStream)?;
        bits.skip(*length)?;
        Ok(*symbol)
    }
}

/// A code, ready to be written.
pub(super) struct Encoder([(u32, u32); 256]);

impl Encoder {
    /// Of a table that is a code.
    pub(super) fn new(table: &Table) -> Self {
        let mut codes = [(0, 0); 256];
        for (symbol, length, code) in table.codes().unwrap_or_default() {
            if let Some(entry) = codes.get_mut(usize::from(symbol)) {
                *entry = (code, length);
            }
        }
        Self(codes)
    }

    /// Writes a symbol, and up to 16 bits that follow it.
    #[inline]
    pub(super) fn write(&self, writer: &mut Writer, symbol: u8, value: u32, size: u32) {
        let (code, length) = self.0.get(usize::from(symbol)).copied().unwrap_or_default();
        writer.put((code << size) | (value & ((1 << size) - 1)), length + size);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn counted(weights: &[(u8, u64)]) -> Counts {
        let mut counts = Counts::new();
        for (symbol, weight) in weights {
            counts.0[usize::from(*symbol)] = *weight;
        }
        counts
    }

    #[test]
    fn symbols_come_back_from_every_code() {
        // Weights that grow like Fibonacci's numbers ask for codes longer than 16 bits.
        let mut steep = vec![(0, 1), (1, 1)];
        for symbol in 2..60 {
            steep.push((symbol, steep[usize::from(symbol) - 1].1 + steep[usize::from(symbol) - 2].1));
        }
        let flat: Vec<(u8, u64)> = (0..=255).map(|symbol| (symbol, 7)).collect();
        for weights in [steep, flat, vec![(9, 5)], vec![(1, 1), (200, 9)]] {
            let table = Table::best(&counted(&weights));
            assert_eq!(table.symbols.len(), weights.len());
            let ones = table.codes().unwrap().iter().any(|(_, length, code)| *code == (1 << length) - 1);
            assert!(!ones, "no code is all ones");
            let (encoder, decoder) = (Encoder::new(&table), Decoder::new(&table).unwrap());
            let mut writer = Writer::new(vec![]);
            for (symbol, _) in &weights {
                encoder.write(&mut writer, *symbol, u32::from(*symbol), 8);
            }
            let bytes = writer.end();
            let mut bits = Bits::new(&bytes, 0);
            for (symbol, _) in &weights {
                assert_eq!((decoder.read(&mut bits), bits.take(8)), (Ok(*symbol), Ok(u32::from(*symbol))));
            }
        }
    }

    #[test]
    fn frequent_symbols_are_short() {
        let table = Table::best(&counted(&[(3, 100), (4, 10), (5, 1)]));
        assert_eq!((table.symbols, table.counts[..3].to_vec()), (vec![3, 4, 5], vec![1, 1, 1]));
    }

    #[test]
    fn too_many_codes_are_refused() {
        let mut table = Table { counts: [0; 16], symbols: vec![0, 1, 2] };
        table.counts[0] = 3;
        assert!(Decoder::new(&table).is_err());
        table.counts = [0; 16];
        table.counts[15] = 2;
        let decoder = Decoder::new(&table).unwrap();
        assert_eq!(decoder.read(&mut Bits::new(&[0, 1, 9], 0)), Ok(1));
        assert_eq!(decoder.read(&mut Bits::new(&[0, 2, 9], 0)), Err(Code::PixelStream.into()));
        assert_eq!(decoder.read(&mut Bits::new(&[0], 0)), Err(Code::PixelShort.into()));
    }
}

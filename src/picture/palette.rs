//! Colour tables of PALETTE COLOR, expanded (PS3.3 C.7.6.3.1.5, C.7.6.3.1.6 and C.7.9.2).

use super::render::Palette;
use super::{Format, Tables};

/// Entries of a table at most.
const ENTRIES: usize = 65_536;

/// The tables with 16 bits an entry; `None` where they make no sense.
pub fn expand(tables: &Tables) -> Option<Palette> {
    let (entries, first, bits) = tables.descriptor;
    let entries = if entries == 0 { ENTRIES } else { usize::try_from(entries).ok().filter(|entries| *entries <= ENTRIES)? };
    let one = |bytes: &[u8]| {
        if tables.segmented { segments(bytes, entries, bits, tables.big_endian) } else { plain(bytes, entries, bits, tables.big_endian) }
    };
    let [red, green, blue] = &tables.data;
    Some(Palette { red: one(red)?, green: one(green)?, blue: one(blue)?, first })
}

/// The stored value that is shown darkest.
pub fn darkest(palette: &Palette, format: &Format) -> Option<u32> {
    let colours = palette.red.iter().zip(&palette.green).zip(&palette.blue);
    let sums = colours.map(|((red, green), blue)| u32::from(*red) + u32::from(*green) + u32::from(*blue));
    let (index, _) = sums.enumerate().min_by_key(|(_, sum)| *sum)?;
    let value = i64::from(palette.first).checked_add(i64::try_from(index).ok()?)?;
    let mask = (1_i64 << format.bits_stored.clamp(1, 32)) - 1;
    u32::try_from(value & mask).ok()
}

fn plain(bytes: &[u8], entries: usize, bits: u32, big_endian: bool) -> Option<Vec<u16>> {
    // Tables of eight bits are bytes in some files, and the lower halves of words in others.
    if bits <= 8 && bytes.len() < entries.checked_mul(2)? {
        return Some(bytes.iter().take(entries).map(|byte| u16::from(*byte) * 257).collect());
    }
    let words = words(bytes, big_endian).take(entries);
    let table: Vec<u16> = if bits <= 8 { words.map(|word| (word & 0xFF) * 257).collect() } else { words.collect() };
    (!table.is_empty()).then_some(table)
}

/// Discrete, linear and indirect segments.
fn segments(bytes: &[u8], entries: usize, bits: u32, big_endian: bool) -> Option<Vec<u16>> {
    let words: Vec<u16> = if bits <= 8 && bytes.len() % 2 == 1 {
        bytes.iter().map(|byte| u16::from(*byte)).collect()
    } else {
        words(bytes, big_endian).collect()
    };
    let mut table = Vec::new();
    let mut at = 0;
    while at < words.len() && table.len() < entries {
        let (next, segment) = segment(&words, at)?;
        match segment {
            Segment::Indirect { count, offset } => {
                let mut from = offset;
                for _ in 0..count {
                    let (next, inner) = self::segment(&words, from)?;
                    // A reference to a reference is not allowed, and could go round in a ring.
                    if matches!(inner, Segment::Indirect { .. }) {
                        return None;
                    }
                    inner.put(&mut table, entries);
                    from = next;
                }
            }
            plain => plain.put(&mut table, entries),
        }
        at = next;
    }
    table.truncate(entries);
    let scale = if bits <= 8 { 257 } else { 1 };
    Some(table.into_iter().map(|level| level.saturating_mul(scale)).collect())
}

enum Segment<'w> {
    Discrete(&'w [u16]),
    Linear { count: usize, to: u16 },
    Indirect { count: usize, offset: usize },
}

impl Segment<'_> {
    fn put(&self, table: &mut Vec<u16>, entries: usize) {
        match self {
            Self::Discrete(levels) => table.extend_from_slice(levels),
            Self::Linear { count, to } => {
                let (from, count) = (i64::from(table.last().copied().unwrap_or(0)), (*count).min(entries));
                let steps = i64::try_from(count).unwrap_or(1).max(1);
                let level = |step: i64| u16::try_from(from + (i64::from(*to) - from) * step / steps).unwrap_or(*to);
                table.extend((1..=steps).map(level));
            }
            Self::Indirect { .. } => {}
        }
    }
}

fn segment(words: &[u16], at: usize) -> Option<(usize, Segment<'_>)> {
    let word = |offset: usize| at.checked_add(offset).and_then(|at| words.get(at)).copied();
    let count = usize::from(word(1)?);
    match word(0)? {
        0 => Some((at + 2 + count, Segment::Discrete(words.get(at + 2..at + 2 + count)?))),
        1 => Some((at + 3, Segment::Linear { count, to: word(2)? })),
        2 => {
            let offset = usize::from(word(2)?) | usize::from(word(3)?) << 16;
            // The offset is in bytes from the start of the table.
            Some((at + 4, Segment::Indirect { count, offset: offset / 2 }))
        }
        _ => None,
    }
}

fn words(bytes: &[u8], big_endian: bool) -> impl Iterator<Item = u16> + '_ {
    bytes.as_chunks::<2>().0.iter().map(move |pair| if big_endian { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn tables(bits: u32, entries: u32, segmented: bool, words: &[u16]) -> Tables {
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        Tables { descriptor: (entries, 0, bits), segmented, big_endian: false, data: [bytes.clone(), bytes.clone(), bytes] }
    }

    #[test]
    fn words_and_bytes() {
        assert_eq!(expand(&tables(16, 3, false, &[1, 2, 0xFFFF])).unwrap().red, [1, 2, 0xFFFF]);
        assert_eq!(expand(&tables(8, 3, false, &[1, 2, 255])).unwrap().red, [257, 514, 65_535]);
        assert_eq!(expand(&tables(8, 4, false, &[0x0201, 0xFF03])).unwrap().blue, [257, 514, 771, 65_535]);
    }

    #[test]
    fn segments_are_expanded() {
        let words = [0, 2, 0, 10, 1, 5, 60, 2, 1, 0, 0];
        assert_eq!(expand(&tables(16, 9, true, &words)).unwrap().red, [0, 10, 20, 30, 40, 50, 60, 0, 10]);
        for bad in [&[2, 1, 0, 0][..], &[0, 9, 1], &[3, 1, 1]] {
            assert_eq!(expand(&tables(16, 9, true, bad)), None, "{bad:?}");
        }
    }

    #[test]
    fn the_darkest_entry_is_black() {
        let palette = Palette { red: vec![9, 1, 5], green: vec![9, 0, 5], blue: vec![9, 0, 0], first: 10 };
        let format = Format {
            rows: 1,
            columns: 1,
            samples: 1,
            bits_allocated: 8,
            bits_stored: 8,
            high_bit: 7,
            signed: false,
            planar: false,
            photometric: super::super::Photometric::Palette,
            big_endian: false,
        };
        assert_eq!(darkest(&palette, &format), Some(11));
    }
}

//! RLE Lossless frames: a header, and one run-length encoded segment a byte plane (PS3.5 Annex G).

use std::io::{Read, Seek};
use std::ops::Range;

use super::edit::Edit;
use super::feed::Feed;
use super::frame::Frame;
use super::{Finding, Findings, Layout, size};
use crate::error::{Code, Result};

/// Bytes of the header: a count and 15 offsets (PS3.5 G.5).
const HEADER: u64 = 64;

/// The longest code: a count, and 128 bytes.
const CODE: usize = 129;

/// Keeps the segments of one frame up to the last byte that decoding needs. Each is decoded to find it.
pub(super) fn walk<R: Read + Seek>(
    feed: &mut Feed<'_, R>,
    layout: &Layout,
    frame: &Frame,
    edit: &mut Edit,
    findings: &mut Findings,
) -> Result<()> {
    size::check(layout)?;
    let planes = layout.samples * layout.bits_allocated.div_ceil(8);
    let header: [u8; HEADER as usize] = frame.take(feed, 0)?;
    let words = header.as_chunks::<4>().0.iter().map(|word| u64::from(u32::from_le_bytes(*word))).collect::<Vec<_>>();
    let (count, slots) = words.split_first().unwrap_or((&0, &[]));
    let used = usize::try_from(*count).ok().filter(|_| *count == u64::from(planes)).and_then(|n| slots.split_at_checked(n));
    let (starts, unused) = used.ok_or_else(|| frame.error(Code::PixelStream, 0))?;
    let mut slack = unused.iter().any(|slot| *slot != 0) || starts.first() != Some(&HEADER);

    // A row of single bits is not padded: the plane is packed as a whole.
    let pixels = u64::from(layout.rows) * u64::from(layout.columns);
    let expected = if layout.bits_allocated == 1 { pixels.div_ceil(8) } else { pixels };
    let unused = PlaneBits::of(layout);
    let mut segments: Vec<Range<u64>> = Vec::with_capacity(starts.len());
    let ends = starts.iter().skip(1).copied().chain([frame.len()]);
    for ((start, end), plane) in starts.iter().copied().zip(ends).zip(0..) {
        if start < HEADER || end <= start || end > frame.len() {
            return Err(frame.error(Code::PixelStream, 0));
        }
        let (last, seen) = decode(feed, frame, start..end, expected)?;
        if unused.found(plane % layout.bits_allocated.div_ceil(8), &seen) {
            return Err(frame.error(Code::PixelStream, start));
        }
        slack |= !pads(feed, frame, last..end)?;
        segments.push(start..last);
    }
    if slack {
        findings.insert(Finding::RleSlack);
        return rebuild(&segments, edit);
    }
    edit.keep(0..segments.last().map_or(HEADER, |last| last.end))
}

/// Whether the bytes behind a segment are none, or one zero.
fn pads<R: Read + Seek>(feed: &mut Feed<'_, R>, frame: &Frame, rest: Range<u64>) -> Result<bool> {
    Ok(match rest.end - rest.start {
        0 => true,
        1 => frame.take::<1, R>(feed, rest.start)? == [0],
        _ => false,
    })
}

/// A new header, and the segments behind it, each of even length.
fn rebuild(segments: &[Range<u64>], edit: &mut Edit) -> Result<()> {
    let mut header = Vec::with_capacity(HEADER as usize);
    header.extend_from_slice(&u32::try_from(segments.len()).unwrap_or_default().to_le_bytes());
    let mut at = HEADER;
    for segment in segments {
        // Below the frame's own length, whose offsets were 32 bits; padding cannot make more than 15 bytes.
        header.extend_from_slice(&u32::try_from(at).map_err(|_| Code::TooLong)?.to_le_bytes());
        let len = segment.end - segment.start;
        at += len + len % 2;
    }
    header.resize(HEADER as usize, 0);
    edit.fresh(header)?;
    for segment in segments {
        edit.keep(segment.clone())?;
        if (segment.end - segment.start) % 2 == 1 {
            edit.fresh(vec![0])?;
        }
    }
    Ok(())
}

/// Decodes until there are `expected` bytes; returns where that is, and what was seen of the bytes.
///
/// # Errors
/// [`Code::PixelShort`] where the segment ends before; [`Code::PixelStream`] where a run goes beyond.
fn decode<R: Read + Seek>(feed: &mut Feed<'_, R>, frame: &Frame, segment: Range<u64>, expected: u64) -> Result<(u64, Seen)> {
    let (mut at, mut left) = (segment.start, expected);
    let mut seen = Seen::default();
    while left > 0 {
        let room = usize::try_from(segment.end - at).unwrap_or(usize::MAX);
        let chunk = frame.chunk(feed, at)?;
        let mut bytes = chunk.get(..room).unwrap_or(chunk);
        let mut copy = [0; CODE];
        if bytes.len() < CODE.min(room) {
            // A code may go on in the next fragment.
            let n = frame.peek(feed, at, &mut copy)?.min(room);
            bytes = copy.get(..n).unwrap_or_default();
        }
        let mut used = 0;
        while left > 0 {
            let rest = bytes.get(used..).unwrap_or_default();
            let Some((code, made)) = code(rest) else { break };
            seen.see(rest.get(1..code).unwrap_or_default());
            left = left.checked_sub(made).ok_or_else(|| frame.error(Code::PixelStream, at + used as u64))?;
            used += code;
        }
        if used == 0 {
            return Err(frame.error(Code::PixelShort, at));
        }
        at += used as u64;
    }
    Ok((at, seen))
}

/// The length of the first code, and how many bytes it decodes to; `None` where it is not whole (PS3.5 G.3.2).
fn code(bytes: &[u8]) -> Option<(usize, u64)> {
    let count = *bytes.first()?;
    let (len, made) = match count {
        0..=127 => (2 + usize::from(count), 1 + u64::from(count)),
        128 => (1, 0),
        129..=255 => (2, 257 - u64::from(count)),
    };
    (bytes.len() >= len).then_some((len, made))
}

/// All bytes of a plane, joined.
#[derive(Default)]
struct Seen {
    set: u8,
    unlike: u8,
}

impl Seen {
    fn see(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.set |= byte;
            self.unlike |= byte ^ (byte >> 1);
        }
    }
}

/// The bits of each plane that are no part of a sample.
struct PlaneBits {
    above: u64,
    below: u64,
    /// From the sign to the last bit but one; none where the sign is not in the highest plane.
    edges: u64,
    highest: u32,
}

impl PlaneBits {
    fn of(layout: &Layout) -> Self {
        // A layout that was checked: High Bit is below Bits Allocated, and not below Bits Stored but for the one that it is counted from.
        let (shift, top) = ((layout.high_bit + 1).saturating_sub(layout.bits_stored), layout.high_bit + 1);
        let up_to = |n: u32| 1u64.checked_shl(n).map_or(u64::MAX, |bit| bit - 1);
        let word = if layout.float || layout.bits_allocated < 8 { 0 } else { up_to(layout.bits_allocated) };
        let highest = layout.bits_allocated.div_ceil(8) - 1;
        let edges = if layout.signed && layout.high_bit / 8 == highest { (word >> 1) & !up_to(layout.high_bit) } else { 0 };
        Self { above: word & !up_to(top), below: word & up_to(shift), edges, highest }
    }

    /// Whether a plane, the highest of its sample being 0, has bits set beside its samples. In the highest, those above may repeat the
    /// sign; a sign that goes on over several planes is not told from other bits.
    fn found(&self, plane: u32, seen: &Seen) -> bool {
        let at = 8 * self.highest.saturating_sub(plane);
        let of = |mask: u64| (mask >> at).to_le_bytes().first().copied().unwrap_or_default();
        let repeats = plane == 0 && self.edges != 0 && seen.unlike & of(self.edges) == 0;
        seen.set & of(self.below) != 0 || (seen.set & of(self.above) != 0 && !repeats)
    }
}

#[cfg(test)]
mod tests {
    use super::super::build::{self, frames_of, layout, rle};
    use super::*;
    use crate::error::Error;

    const SYNTAX: &str = "1.2.840.10008.1.2.5";

    fn cleaned(stream: &[u8], layout: &Layout) -> Result<(Vec<u8>, Vec<Finding>)> {
        let (value, found) = build::encapsulated(&[stream], SYNTAX, layout)?;
        Ok((frames_of(&value).concat(), found.findings))
    }

    /// Two planes of nine bytes each: a run and literals; literals, a no-op and a run.
    fn planes() -> [Vec<u8>; 2] {
        [vec![0xFC, 0x0F, 3, 1, 2, 3, 4, 0], vec![1, 8, 9, 0x80, 0xFA, 7]]
    }

    #[test]
    fn plain_segments_stay() {
        let stream = rle(&planes());
        assert_eq!(cleaned(&stream, &layout(3, 3, 16)), Ok((stream, vec![])));
    }

    #[test]
    fn slack_leaves() {
        let [high, low] = planes();
        let clean = rle(&[high.clone(), low.clone()]);
        let mut slot = clean.clone();
        slot[60..64].copy_from_slice(b"DOE^");
        let mut gap = clean.clone();
        gap.splice(64..64, *b"DOE^");
        gap[4..8].copy_from_slice(&68u32.to_le_bytes());
        gap[8..12].copy_from_slice(&76u32.to_le_bytes());
        let between = rle(&[[&high[..], b"DOE^"].concat(), low.clone()]);
        let behind = rle(&[high.clone(), [&low[..], b"DOE^"].concat()]);
        let mut pad = clean.clone();
        pad[71] = 9;
        for dirty in [slot, gap, between, behind, pad] {
            assert_eq!(cleaned(&dirty, &layout(3, 3, 16)), Ok((clean.clone(), vec![Finding::RleSlack])));
        }
    }

    #[test]
    fn segments_that_do_not_make_their_plane_are_refused() {
        let [high, low] = planes();
        let long = rle(&[high.clone(), vec![0xF7, 7]]);
        assert!(matches!(cleaned(&long, &layout(3, 3, 16)), Err(Error { code: Code::PixelStream, .. })));
        let short = rle(&[high.clone(), vec![0xF9, 7]]);
        assert!(matches!(cleaned(&short, &layout(3, 3, 16)), Err(Error { code: Code::PixelShort, .. })));
        let torn = rle(&[high.clone(), vec![8, 1, 2, 3]]);
        assert!(matches!(cleaned(&torn, &layout(3, 3, 16)), Err(Error { code: Code::PixelShort, .. })));
        let few = rle(std::slice::from_ref(&high));
        assert!(matches!(cleaned(&few, &layout(3, 3, 16)), Err(Error { code: Code::PixelStream, .. })));
        let mut back = rle(&[high, low]);
        back[8..12].copy_from_slice(&60u32.to_le_bytes());
        assert!(matches!(cleaned(&back, &layout(3, 3, 16)), Err(Error { code: Code::PixelStream, .. })));
        let wide = Layout { samples: 3, ..layout(3, 3, 64) };
        assert!(matches!(cleaned(&back, &wide), Err(Error { code: Code::PixelStream, .. })));
    }

    #[test]
    fn bits_beside_the_samples_are_refused() {
        let of = |high: u8, signed| {
            let stream = rle(&[vec![0xFD, high], vec![0xFD, 0xFF]]);
            cleaned(&stream, &Layout { bits_stored: 12, high_bit: 11, signed, ..layout(2, 2, 16) }).map(|found| found.1)
        };
        assert_eq!(of(0x0F, false), Ok(vec![]));
        assert!(of(0x1F, false).is_err());
        assert_eq!(of(0xFF, true), Ok(vec![]));
        assert_eq!(of(0x0F, true), Ok(vec![]));
        assert!(of(0x1F, true).is_err());
        // The sign is in the lower plane, so that the higher one could say anything.
        let stream = rle(&[vec![0xFD, 0xFF], vec![0xFD, 0x7F]]);
        assert!(cleaned(&stream, &Layout { bits_stored: 8, high_bit: 7, signed: true, ..layout(2, 2, 16) }).is_err());
        let below = Layout { bits_stored: 12, high_bit: 15, signed: true, ..layout(2, 2, 16) };
        assert!(cleaned(&rle(&[vec![0xFD, 0xFF], vec![0xFD, 0xF0]]), &below).is_ok());
        assert!(cleaned(&rle(&[vec![0xFD, 0xFF], vec![0xFD, 0xF1]]), &below).is_err());
        assert!(cleaned(&rle(&[vec![0xFD, 0xF8]]), &Layout { bits_stored: 4, high_bit: 6, signed: true, ..layout(2, 2, 8) }).is_ok());
        assert!(cleaned(&rle(&[vec![0xFD, 0xF9]]), &Layout { bits_stored: 4, high_bit: 6, signed: true, ..layout(2, 2, 8) }).is_err());
    }

    #[test]
    fn single_bits_are_one_plane() {
        let stream = rle(&[vec![1, 0xFF, 0x01]]);
        assert_eq!(cleaned(&stream, &layout(3, 3, 1)).map(|found| found.1), Ok(vec![]));
    }

    #[test]
    fn codes_may_cross_fragments() {
        let stream = rle(&planes());
        for cut in 1..stream.len() {
            let (value, found) = build::encapsulated(&[&stream[..cut], &stream[cut..]], SYNTAX, &layout(3, 3, 16)).unwrap();
            assert_eq!((frames_of(&value).concat(), found.findings), (stream.clone(), vec![]), "{cut}");
        }
    }

    #[test]
    fn no_cut_and_no_flip_panics() {
        build::torment(&rle(&planes()), SYNTAX, &layout(3, 3, 16));
        build::torment(&rle(&planes()), SYNTAX, &Layout { bits_stored: 12, high_bit: 11, signed: true, ..layout(3, 3, 16) });
    }
}

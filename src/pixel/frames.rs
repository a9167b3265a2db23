//! Where each frame of a payload lies.

use std::io::{Read, Seek};

use super::feed::Feed;
use super::table::{ITEM_HEADER, group};
use super::{Family, Layout, Payload, size};
use crate::error::{Code, Error, Result};
use crate::file::{Source, Span};

/// The bytes of each frame, in order, as spans of the source. Frames of single bits may share a byte with their neighbours.
///
/// # Errors
/// As [`super::inspect`]: a payload that was inspected has its frames.
pub fn frames<R: Read + Seek>(source: &mut Source<R>, layout: &Layout, syntax: &str, payload: &Payload) -> Result<Vec<Vec<Span>>> {
    match payload {
        Payload::Native { value, .. } => native(layout, value),
        Payload::Encapsulated { table, fragments } => {
            let filled: Vec<Span> = fragments.iter().filter(|span| span.end > span.start).cloned().collect();
            let first = fragments.first().map_or(table.end, |span| span.start.saturating_sub(ITEM_HEADER));
            let mut tick = |_| ();
            let mut feed = Feed::new(source, &mut tick, table.start);
            let groups = group(&mut feed, Family::of(syntax)?, layout.frames, table, first, &filled)?;
            Ok(groups.frames.into_iter().map(|range| filled.get(range).unwrap_or_default().to_vec()).collect())
        }
    }
}

fn native(layout: &Layout, value: &Span) -> Result<Vec<Vec<Span>>> {
    let have = value.end.saturating_sub(value.start);
    let need = size::native(layout, have)?;
    let frames = usize::try_from(layout.frames).map_err(|_| Code::TooMany)?;
    // A frame has a byte at least, so that a value that is there bounds their number.
    if need > have || frames as u64 > have.saturating_mul(8) {
        return Err(Error::at(Code::PixelShort, value.end));
    }
    // Bits of a frame: those of single bits are packed without a gap, all others are whole bytes.
    let bits = u64::from(layout.rows).wrapping_mul(u64::from(layout.columns)).wrapping_mul(u64::from(layout.samples));
    let at = |frame: u64| match layout.bits_allocated {
        1 => frame.wrapping_mul(bits),
        _ => frame.wrapping_mul(need / layout.frames.max(1)).wrapping_mul(8),
    };
    let span = |frame: u64| value.start + at(frame) / 8..value.start + at(frame + 1).div_ceil(8);
    Ok((0..layout.frames).map(|frame| Vec::from_iter([span(frame)])).collect())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::build::{layout, payload};
    use super::*;

    #[test]
    fn native_frames_follow_each_other() {
        let spans = |layout: &Layout, value: Span| native(layout, &value).unwrap().concat();
        let three = Layout { frames: 3, ..layout(2, 3, 16) };
        assert_eq!(spans(&three, 100..136), [100..112, 112..124, 124..136]);
        let bits = Layout { frames: 3, ..layout(3, 3, 1) };
        assert_eq!(spans(&bits, 0..4), [0..2, 1..3, 2..4]);
        assert!(native(&three, &(0..35)).is_err());
    }

    #[test]
    fn compressed_frames_are_their_fragments() {
        let (bytes, payload) = payload(&[], &[&[0xFF, 0xD8, 0xFF, 0xDB], &[2, 2], &[0xFF, 0xD8, 0xFF, 0xDB]]);
        let mut source = Source::new(Cursor::new(bytes)).unwrap();
        let two = Layout { frames: 2, ..layout(2, 2, 8) };
        let found = frames(&mut source, &two, "1.2.840.10008.1.2.4.50", &payload).unwrap();
        assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
    }
}

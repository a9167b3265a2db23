//! Deflated Image Frame Compression: one deflate stream a frame, which holds the frame's native bytes (PS3.5 A.4.13).

use std::io::{Read, Seek};

use flate2::{Decompress, FlushDecompress, Status};

use super::edit::Edit;
use super::feed::Feed;
use super::frame::Frame;
use super::unused::Unused;
use super::{Finding, Findings, Layout, Mask, size};
use crate::error::{Code, Result};

/// Bytes inflated at a time: whole words.
const OUT: usize = 64 << 10;

/// Keeps the stream of one frame. It is inflated to find its end; samples that would have to change are refused, as nothing deflates here.
pub(super) fn walk<R: Read + Seek>(
    feed: &mut Feed<'_, R>,
    layout: &Layout,
    frame: &Frame,
    edit: &mut Edit,
    findings: &mut Findings,
) -> Result<()> {
    let most = most(layout)?;
    let mut unused = Unused::new(Mask::of(layout, false));
    let look = layout.bits_allocated > 1 && !layout.float && unused.possible();
    let mut stream = Decompress::new(false);
    let mut out = vec![0; OUT];
    let mut filled = 0;
    let mut last = 0;
    loop {
        let at = stream.total_in();
        let before = stream.total_out();
        let room = out.get_mut(filled..).unwrap_or_default();
        let status = stream.decompress(frame.chunk(feed, at)?, room, FlushDecompress::None);
        let status = status.map_err(|_| frame.error(Code::PixelStream, at))?;
        let made = stream.total_out() - before;
        feed.passed(0, made);
        if stream.total_out() > most {
            return Err(frame.error(Code::PixelStream, at));
        }
        filled += usize::try_from(made).unwrap_or_default();
        let end = status == Status::StreamEnd;
        if filled == out.len() || end {
            let words = out.get(..filled).unwrap_or_default();
            last = words.last().copied().unwrap_or(last);
            if look {
                unused.see(words);
            }
            filled = 0;
        }
        if end {
            break;
        }
        if made == 0 && stream.total_in() == at {
            return Err(frame.error(Code::PixelShort, at));
        }
    }
    let (end, made) = (stream.total_in(), stream.total_out());
    let need = size::frame(layout, made)?;
    if made < need {
        return Err(frame.error(Code::PixelShort, end));
    }
    let padded = made > need;
    if made > need + need % 2 || (padded && last != 0) || unused.found() || spare_bits(layout, last, padded) {
        return Err(frame.error(Code::PixelStream, end));
    }
    edit.keep(0..end)?;
    if !frame.ends(feed, end)? {
        findings.insert(Finding::TrailingBytes);
    }
    Ok(())
}

/// The most bytes that a frame can have, padding included.
fn most(layout: &Layout) -> Result<u64> {
    let whole = size::frame(&Layout { subsampled: false, ..layout.clone() }, 0)?;
    Ok(whole + whole % 2)
}

/// Whether the last byte of single bits has some beyond the last pixel.
fn spare_bits(layout: &Layout, last: u8, padded: bool) -> bool {
    // Three factors below 65,536 each: no product of them wraps.
    let used = u64::from(layout.rows) * u64::from(layout.columns) * u64::from(layout.samples) % 8;
    layout.bits_allocated == 1 && !padded && used > 0 && last >> used != 0
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::DeflateEncoder;

    use super::super::build::{self, frames_of, layout};
    use super::*;
    use crate::error::Error;

    const SYNTAX: &str = "1.2.840.10008.1.2.8.1";

    fn deflate(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn cleaned(stream: &[u8], layout: &Layout) -> Result<(Vec<u8>, Vec<Finding>)> {
        let (value, found) = build::encapsulated(&[stream], SYNTAX, layout)?;
        Ok((frames_of(&value).concat(), found.findings))
    }

    fn code<T>(result: Result<T>) -> Option<Code> {
        result.err().map(|error: Error| error.code)
    }

    #[test]
    fn a_stream_of_its_frame_stays() {
        let bytes: Vec<u8> = (0..200_000u32).flat_map(|i| ((i.wrapping_mul(i) >> 7) as u16 & 0xFFF).to_le_bytes()).collect();
        let layout = Layout { bits_stored: 12, high_bit: 11, ..layout(500, 400, 16) };
        let mut stream = deflate(&bytes);
        let (kept, findings) = cleaned(&stream, &layout).unwrap();
        assert_eq!((&kept[..stream.len()], findings), (&stream[..], vec![]));
        stream.extend_from_slice(b"DOE^JANE");
        let (kept, findings) = cleaned(&stream, &layout).unwrap();
        assert!(kept.len() < stream.len() - 6);
        assert_eq!(findings, [Finding::TrailingBytes]);
    }

    #[test]
    fn frames_of_another_length_are_refused() {
        let layout = layout(3, 3, 8);
        assert_eq!(code(cleaned(&deflate(&[1; 9]), &layout)), None);
        assert_eq!(code(cleaned(&deflate(&[1, 1, 1, 1, 1, 1, 1, 1, 1, 0]), &layout)), None);
        assert_eq!(code(cleaned(&deflate(&[1; 10]), &layout)), Some(Code::PixelStream));
        assert_eq!(code(cleaned(&deflate(&[0; 11]), &layout)), Some(Code::PixelStream));
        assert_eq!(code(cleaned(&deflate(&vec![0; 1 << 20]), &layout)), Some(Code::PixelStream));
        assert_eq!(code(cleaned(&deflate(&[1; 8]), &layout)), Some(Code::PixelShort));
        assert_eq!(code(cleaned(&[0xFF; 20], &layout)), Some(Code::PixelStream));
    }

    #[test]
    fn bits_beside_the_samples_are_refused() {
        let words = Layout { bits_stored: 12, high_bit: 11, ..layout(1, 2, 16) };
        assert_eq!(code(cleaned(&deflate(&[0xFF, 0x0F, 0, 0]), &words)), None);
        assert_eq!(code(cleaned(&deflate(&[0xFF, 0x1F, 0, 0]), &words)), Some(Code::PixelStream));
        assert_eq!(code(cleaned(&deflate(&[0xFF, 0x01]), &layout(3, 3, 1))), None);
        assert_eq!(code(cleaned(&deflate(&[0xFF, 0x03]), &layout(3, 3, 1))), Some(Code::PixelStream));
        assert_eq!(code(cleaned(&deflate(&[0xFF, 0xFF]), &layout(4, 4, 1))), None);
    }

    #[test]
    fn no_cut_and_no_flip_panics() {
        build::torment(&deflate(b"a frame of 24 even bytes"), SYNTAX, &layout(4, 6, 8));
    }
}

//! JPEG XL frames: the bare codestream, taken out of its container where there is one (ISO/IEC 18181-2).
//!
//! What a codestream itself holds beside pixels is not looked for: its parts have no boundaries that could be found without decoding it.

use std::io::{Read, Seek};

use super::boxes;
use super::edit::Edit;
use super::feed::Feed;
use super::frame::Frame;
use super::{Finding, Findings};
use crate::error::{Code, Result};

/// The first bytes of a codestream.
const SIGNATURE: [u8; 2] = [0xFF, 0x0A];

/// Set in the number of the last part of a codestream that is cut over several boxes.
const LAST: u32 = 1 << 31;

/// Keeps the codestream of one frame.
pub(super) fn walk<R: Read + Seek>(feed: &mut Feed<'_, R>, frame: &Frame, edit: &mut Edit, findings: &mut Findings) -> Result<()> {
    if frame.take::<2, R>(feed, 0)? == SIGNATURE {
        return edit.keep(0..frame.len());
    }
    if !boxes::starts_with(feed, frame, boxes::JPEG_XL)? {
        return Err(frame.error(Code::PixelStream, 0));
    }
    findings.insert(Finding::Comments);
    let mut state = State::Before;
    let mut head = Vec::new();
    let mut at = boxes::JPEG_XL.len() as u64;
    while let Some(found) = boxes::next(feed, frame, at)? {
        let body = match &found.kind {
            b"jxlc" if state == State::Before => {
                state = State::Done;
                found.body.clone()
            }
            b"jxlp" => {
                state = state.part(u32::from_be_bytes(frame.take(feed, found.body.start)?));
                // Not before the box's end: a box below four bytes has no number.
                found.body.start.saturating_add(4).min(found.body.end)..found.body.end
            }
            b"jxlc" => return Err(frame.error(Code::PixelStream, at)),
            _ => 0..0,
        };
        if state == State::Wrong {
            return Err(frame.error(Code::PixelStream, at));
        }
        let wanted = 2usize.saturating_sub(head.len()) as u64;
        head.extend(frame.gather(feed, body.start..body.end.min(body.start.saturating_add(wanted)))?);
        edit.keep(body)?;
        at = found.body.end;
    }
    if state == State::Done && head == SIGNATURE { Ok(()) } else { Err(frame.error(Code::PixelStream, at)) }
}

/// How much of the codestream was seen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Before,
    /// Parts up to this number, more to follow.
    Parts(u32),
    Done,
    Wrong,
}

impl State {
    /// The state after a part: parts are numbered from 0 on, in order.
    fn part(self, number: u32) -> Self {
        let expected = match self {
            Self::Before => Some(0),
            Self::Parts(last) => last.checked_add(1),
            Self::Done | Self::Wrong => None,
        };
        match expected {
            Some(index) if number == index => Self::Parts(index),
            Some(index) if number == index | LAST => Self::Done,
            _ => Self::Wrong,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::build::{self, frames_of, layout};
    use super::*;
    use crate::error::Error;

    const SYNTAX: &str = "1.2.840.10008.1.2.4.110";
    const STREAM: &[u8] = &[0xFF, 0x0A, 1, 2, 3, 4];

    fn cleaned(stream: &[u8]) -> Result<(Vec<u8>, Vec<Finding>)> {
        let (value, found) = build::encapsulated(&[stream], SYNTAX, &layout(1, 1, 8))?;
        Ok((frames_of(&value).concat(), found.findings))
    }

    fn container(boxes: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
        let body = boxes.iter().flat_map(|(kind, body)| [&(body.len() as u32 + 8).to_be_bytes()[..], &kind[..], body].concat());
        super::boxes::JPEG_XL.iter().copied().chain(body).collect()
    }

    #[test]
    fn a_bare_codestream_stays() {
        assert_eq!(cleaned(STREAM), Ok((STREAM.to_vec(), vec![])));
    }

    #[test]
    fn a_container_leaves_its_codestream() {
        let whole = container(&[
            (b"ftyp", b"jxl \0\0\0\0jxl "),
            (b"Exif", b"DOE^JANE"),
            (b"jxlc", STREAM),
            (b"jbrd", b"DOE^"),
            (b"xml ", b"<DOE/>"),
        ]);
        assert_eq!(cleaned(&whole), Ok((STREAM.to_vec(), vec![Finding::Comments])));
        let parts = container(&[
            (b"jxlp", &[0, 0, 0, 0, 0xFF]),
            (b"brob", b"xml DOE^"),
            (b"jxlp", &[0, 0, 0, 1, 0x0A, 1]),
            (b"jxlp", &[0x80, 0, 0, 2, 2, 3, 4]),
        ]);
        assert_eq!(cleaned(&parts), Ok((STREAM.to_vec(), vec![Finding::Comments])));
    }

    #[test]
    fn containers_that_are_not_simple_are_refused() {
        for bad in [
            container(&[(b"Exif", b"DOE^JANE")]),
            container(&[(b"jxlc", STREAM), (b"jxlc", STREAM)]),
            container(&[(b"jxlc", b"DOE^JANE")]),
            container(&[(b"jxlc", b"")]),
            container(&[(b"jxlp", &[0, 0, 0, 0, 0xFF, 0x0A])]),
            container(&[(b"jxlp", &[0x80, 0, 0, 1, 0xFF, 0x0A])]),
            container(&[(b"jxlp", &[0, 0, 0, 0, 0xFF, 0x0A]), (b"jxlp", &[0x80, 0, 0, 2, 3])]),
            container(&[(b"jxlp", &[0x80, 0, 0, 0, 0xFF, 0x0A]), (b"jxlp", &[0x80, 0, 0, 1, 3])]),
            container(&[(b"jxlp", &[0x80, 0, 0, 0, 0xFF, 0x0A]), (b"jxlc", STREAM)]),
            container(&[(b"jxlp", &[0])]),
            b"DOE^JANE".to_vec(),
            vec![0xFF],
        ] {
            assert!(matches!(cleaned(&bad), Err(Error { code: Code::PixelStream, at: Some(_), .. })), "{bad:?}");
        }
    }

    #[test]
    fn no_cut_and_no_flip_panics() {
        build::torment(&container(&[(b"Exif", b"DOE^"), (b"jxlc", STREAM)]), SYNTAX, &layout(1, 1, 8));
        build::torment(&container(&[(b"jxlp", &[0, 0, 0, 0, 0xFF]), (b"jxlp", &[0x80, 0, 0, 1, 0x0A, 1])]), SYNTAX, &layout(1, 1, 8));
    }
}

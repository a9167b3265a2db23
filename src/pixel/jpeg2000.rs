//! JPEG 2000 and HTJ2K frames: the codestream alone, without comments (ISO/IEC 15444-1 Annexes A and I, ISO/IEC 15444-15).

use std::io::{Read, Seek};
use std::ops::Range;

use super::boxes;
use super::edit::{Edit, Keep};
use super::feed::Feed;
use super::frame::Frame;
use super::jpeg2000_segment::{components, is_registration, is_style, packet_lengths, tile_lengths};
use super::{Finding, Findings};
use crate::error::{Code, Result};

const SOC: [u8; 2] = [0xFF, 0x4F];
const SIZ: u8 = 0x51;
const TLM: u8 = 0x55;
const PLM: u8 = 0x57;
const PLT: u8 = 0x58;
const COM: u8 = 0x64;
const SOT: u8 = 0x90;
const SOD: u8 = 0x93;
const EOC: u8 = 0xD9;

/// What stays of one frame. `part2`: marker segments of multi-component transforms are known too.
pub(super) fn walk<R: Read + Seek>(feed: &mut Feed<'_, R>, frame: &Frame, part2: bool, findings: &mut Findings) -> Result<Edit> {
    let boxed = boxes::starts_with(feed, frame, boxes::JPEG_2000)?;
    let range = if boxed { codestream(feed, frame)? } else { 0..frame.len() };
    let walk = |feed: &mut Feed<'_, R>, without_lengths| {
        let mut walk = Walk::new(frame, range.end, part2, without_lengths);
        walk.run(feed, range.start).map(|end| (walk, end))
    };
    let (mut done, mut end) = walk(feed, false)?;
    if done.told.as_ref() != Some(&done.lengths) {
        // The main header may say how long tile-parts are (TLM). Nothing needs it, so it leaves when it is not true, or no longer.
        (done, end) = walk(feed, true)?;
    }
    if boxed || done.comments || !frame.ends(feed, end)? {
        findings.insert(Finding::Comments);
    }
    Ok(done.edit)
}

/// The first codestream of a JP2 file.
fn codestream<R: Read + Seek>(feed: &mut Feed<'_, R>, frame: &Frame) -> Result<Range<u64>> {
    let mut at = 0;
    while let Some(found) = boxes::next(feed, frame, at)? {
        if &found.kind == b"jp2c" {
            return Ok(found.body);
        }
        at = found.body.end;
    }
    Err(frame.error(Code::PixelStream, at))
}

/// One reading of a codestream.
struct Walk<'a> {
    frame: &'a Frame,
    end: u64,
    part2: bool,
    without_lengths: bool,
    edit: Edit,
    /// Something was left out.
    comments: bool,
    components: u16,
    /// Tile-part lengths as the main header tells them; `None` where it tells nonsense.
    told: Option<Vec<u32>>,
    /// Tile-part lengths as they are in the new frame, where the main header tells them.
    lengths: Vec<u32>,
}

/// The header of a tile-part.
struct TileHeader {
    /// What stays between its first and its last marker segment.
    kept: Edit,
    /// Bytes that do not.
    dropped: u32,
    /// Where its last marker is.
    end: u64,
    /// Packet lengths, added up, if it tells any; `None` within where it tells nonsense.
    packets: Option<Option<u64>>,
}

impl<'a> Walk<'a> {
    fn new(frame: &'a Frame, end: u64, part2: bool, without_lengths: bool) -> Self {
        Self {
            frame,
            end,
            part2,
            without_lengths,
            edit: Edit::default(),
            comments: false,
            components: 0,
            told: Some(Vec::new()),
            lengths: Vec::new(),
        }
    }

    /// Walks from the codestream's start; returns where it ends.
    fn run<R: Read + Seek>(&mut self, feed: &mut Feed<'_, R>, start: u64) -> Result<u64> {
        if self.frame.take::<2, R>(feed, start)? != SOC {
            return self.refuse(start);
        }
        self.edit.keep(start..start + 2)?;
        let mut at = self.main_header(feed, start + 2)?;
        let first = at;
        loop {
            // A missing end is tolerated behind a tile-part, as it is in JPEG.
            let rest = self.end.saturating_sub(at);
            if at > first && (rest == 0 || (rest == 1 && self.frame.ends(feed, at)?)) {
                return Ok(at);
            }
            match self.marker(feed, at)? {
                SOT => at = self.tile_part(feed, at)?,
                EOC if at > first => {
                    self.edit.keep(at..at + 2)?;
                    return Ok(at + 2);
                }
                _ => return self.refuse(at),
            }
        }
    }

    /// Walks the main header; returns where the first tile-part starts.
    fn main_header<R: Read + Seek>(&mut self, feed: &mut Feed<'_, R>, start: u64) -> Result<u64> {
        let mut at = start;
        loop {
            let marker = self.marker(feed, at)?;
            if (at == start) != (marker == SIZ) {
                return self.refuse(at);
            }
            if marker == SOT {
                return Ok(at);
            }
            let end = self.segment_end(feed, at)?;
            let payload = self.frame.gather(feed, at + 4..end)?;
            match marker {
                // Packet lengths for all tile-parts at once are rare, and cannot be checked against any of them alone.
                COM | PLM => self.comments = true,
                TLM if self.without_lengths => self.comments = true,
                _ if self.in_main_header(marker, &payload) => self.edit.keep(at..end)?,
                _ => return self.refuse(at),
            }
            at = end;
        }
    }

    /// Walks one tile-part; returns where the next one starts.
    fn tile_part<R: Read + Seek>(&mut self, feed: &mut Feed<'_, R>, start: u64) -> Result<u64> {
        let head: [u8; 12] = self.frame.take(feed, start)?;
        let [_, _, l0, l1, i0, i1, p0, p1, p2, p3, part, parts] = head;
        if [l0, l1] != [0, 10] {
            return self.refuse(start);
        }
        let mut header = self.tile_header(feed, start + 12, true)?;
        let body = header.end + 2;
        let len = u32::from_be_bytes([p0, p1, p2, p3]);
        let end = if len == 0 { self.body_end(feed, body)? } else { start + u64::from(len) };
        if end < body {
            return self.refuse(start);
        }
        if end > self.end {
            return Err(self.frame.error(Code::PixelShort, end));
        }
        if header.packets.is_some_and(|told| told != Some(end - body)) {
            header = self.tile_header(feed, start + 12, false)?;
        }
        let len = len.saturating_sub(header.dropped);
        if self.told.as_ref().is_some_and(|told| told.len() > self.lengths.len()) {
            self.lengths.push(len);
        }
        if header.dropped == 0 {
            self.edit.keep(start..end)?;
            return Ok(end);
        }
        self.comments = true;
        let [p0, p1, p2, p3] = len.to_be_bytes();
        self.edit.fresh(vec![0xFF, SOT, 0, 10, i0, i1, p0, p1, p2, p3, part, parts])?;
        for piece in header.kept.into_pieces() {
            if let Keep::Range(range) = piece {
                self.edit.keep(range)?;
            }
        }
        self.edit.keep(header.end..end)?;
        Ok(end)
    }

    /// Walks the header of one tile-part from its second marker segment on.
    fn tile_header<R: Read + Seek>(&self, feed: &mut Feed<'_, R>, mut at: u64, with_packets: bool) -> Result<TileHeader> {
        let mut header = TileHeader { kept: Edit::default(), dropped: 0, end: at, packets: None };
        loop {
            let marker = self.marker(feed, at)?;
            if marker == SOD {
                header.end = at;
                return Ok(header);
            }
            let end = self.segment_end(feed, at)?;
            if marker == COM || (marker == PLT && !with_packets) {
                // A segment is below 65,538 bytes, and all of them lie inside of the tile-part.
                header.dropped = header.dropped.saturating_add(u32::try_from(end - at).unwrap_or(u32::MAX));
            } else {
                let payload = self.frame.gather(feed, at + 4..end)?;
                if !self.in_tile_header(marker, &payload) {
                    return self.refuse(at);
                }
                if marker == PLT {
                    let before = header.packets.unwrap_or(Some(0));
                    header.packets = Some(before.zip(packet_lengths(&payload)).map(|(before, sum)| before.saturating_add(sum)));
                }
                header.kept.keep(at..end)?;
            }
            at = end;
        }
    }

    /// The end of a tile-part that does not say its length: the end of codestream, whose marker no packet holds, or what there is.
    fn body_end<R: Read + Seek>(&self, feed: &mut Feed<'_, R>, mut at: u64) -> Result<u64> {
        let mut ones = false;
        while at < self.end {
            let chunk = self.frame.chunk(feed, at)?;
            for (i, byte) in chunk.iter().enumerate() {
                if ones && *byte == EOC {
                    return Ok(at + i as u64 - 1);
                }
                ones = *byte == 0xFF;
            }
            if chunk.is_empty() {
                break;
            }
            at += chunk.len() as u64;
        }
        Ok(self.end)
    }

    /// The second byte of the marker at `at`.
    fn marker<R: Read + Seek>(&self, feed: &mut Feed<'_, R>, at: u64) -> Result<u8> {
        match self.frame.take::<2, R>(feed, at)? {
            [0xFF, marker] if at + 2 <= self.end => Ok(marker),
            _ => self.refuse(at),
        }
    }

    /// The end of the marker segment at `at`.
    fn segment_end<R: Read + Seek>(&self, feed: &mut Feed<'_, R>, at: u64) -> Result<u64> {
        let len = u64::from(u16::from_be_bytes(self.frame.take(feed, at + 2)?));
        let end = at + 2 + len;
        if len < 2 || end > self.end { self.refuse(at) } else { Ok(end) }
    }

    /// SIZ, COD, COC, TLM, QCD, QCC, RGN, POC, PPM, CRG; CAP, PRF and CPF of Part 15.
    fn in_main_header(&mut self, marker: u8, payload: &[u8]) -> bool {
        match marker {
            SIZ => components(payload).map(|count| self.components = count).is_some(),
            0x52 => is_style(payload),
            TLM => {
                if !self.told.as_mut().is_some_and(|told| tile_lengths(payload, told)) {
                    self.told = None;
                }
                true
            }
            0x63 => is_registration(payload, self.components),
            _ => matches!(marker, 0x53 | 0x5C..=0x60 | 0x50 | 0x56 | 0x59) || self.in_part2(marker),
        }
    }

    /// COD, COC, PLT, QCD, QCC, RGN, POC, PPT.
    fn in_tile_header(&self, marker: u8, payload: &[u8]) -> bool {
        match marker {
            0x52 => is_style(payload),
            _ => matches!(marker, 0x53 | PLT | 0x5C..=0x5F | 0x61) || self.in_part2(marker),
        }
    }

    /// DCO, VMS, DFS, ADS, MCT, MCC, NLT, MCO, CBD, ATK.
    fn in_part2(&self, marker: u8) -> bool {
        self.part2 && matches!(marker, 0x70..=0x79)
    }

    fn refuse<T>(&self, at: u64) -> Result<T> {
        Err(self.frame.error(Code::PixelStream, at))
    }
}

#[cfg(test)]
mod tests {
    use super::super::build::{self, frames_of, j2k, layout, segment, tile_part};
    use super::*;
    use crate::error::Error;

    const SYNTAX: &str = "1.2.840.10008.1.2.4.90";
    const COMMENT: u8 = 0x64;

    fn cleaned_as(stream: &[u8], syntax: &str) -> Result<(Vec<u8>, Vec<Finding>)> {
        let (value, found) = build::encapsulated(&[stream], syntax, &layout(1, 1, 8))?;
        Ok((frames_of(&value).concat(), found.findings))
    }

    fn cleaned(stream: &[u8]) -> Result<(Vec<u8>, Vec<Finding>)> {
        cleaned_as(stream, SYNTAX)
    }

    fn comment() -> Vec<u8> {
        segment(COMMENT, b"\0\x01DOE^JANE")
    }

    fn tlm(lengths: &[u8]) -> Vec<u8> {
        segment(TLM, &[&[0, 0x40][..], &lengths.iter().flat_map(|n| [0, 0, 0, *n]).collect::<Vec<_>>()].concat())
    }

    #[test]
    fn a_plain_codestream_stays() {
        let plain = j2k(&[tlm(&[24])], &[tile_part(&[segment(PLT, &[0, 4])], &[1, 2, 3, 4])]);
        assert_eq!(cleaned(&plain), Ok((plain.clone(), vec![])));
        for syntax in ["1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.4.93", "1.2.840.10008.1.2.4.201"] {
            assert_eq!(cleaned_as(&plain, syntax), Ok((plain.clone(), vec![])));
        }
    }

    #[test]
    fn comments_leave_both_headers_and_lengths_follow() {
        let body = [1, 2, 0xFF, 0x64, 0, 8];
        let dirty =
            j2k(&[tlm(&[52, 20]), comment()], &[tile_part(&[comment(), segment(0x5C, &[0; 4]), comment()], &body), tile_part(&[], &body)]);
        let clean = j2k(&[], &[tile_part(&[segment(0x5C, &[0; 4])], &body), tile_part(&[], &body)]);
        assert_eq!(cleaned(&dirty), Ok((clean, vec![Finding::Comments])));
    }

    #[test]
    fn tile_part_lengths_stay_while_they_are_true() {
        let parts = [tile_part(&[], &[1, 2, 3, 4]), tile_part(&[], &[5, 6])];
        let with = |segments: &[Vec<u8>]| j2k(segments, &parts);
        assert_eq!(cleaned(&with(&[tlm(&[18, 16]), comment()])), Ok((with(&[tlm(&[18, 16])]), vec![Finding::Comments])));
        assert_eq!(cleaned(&with(&[tlm(&[18]), tlm(&[16])])), Ok((with(&[tlm(&[18]), tlm(&[16])]), vec![])));
        for lie in [tlm(&[18, 17]), tlm(&[18, 16, 16]), tlm(b"DOE^"), segment(TLM, b"DOE^JANE"), segment(PLM, b"DOE^JANE")] {
            assert_eq!(cleaned(&with(&[lie])), Ok((with(&[]), vec![Finding::Comments])));
        }
    }

    #[test]
    fn packet_lengths_stay_while_they_are_true() {
        let with = |lengths: &[u8]| j2k(&[], &[tile_part(&[segment(PLT, &[0, 1]), segment(PLT, lengths)], &[1, 2, 3, 4])]);
        assert_eq!(cleaned(&with(&[1, 1, 1, 1])), Ok((with(&[1, 1, 1, 1]), vec![])));
        for lie in [&[1, 1, 1][..], &[1, 0x83], &[], b"\x01DOE^JANE"] {
            let clean = j2k(&[], &[tile_part(&[], &[1, 2, 3, 4])]);
            assert_eq!(cleaned(&with(lie)), Ok((clean, vec![Finding::Comments])));
        }
    }

    #[test]
    fn segments_longer_than_they_need_are_refused() {
        let parts = [tile_part(&[], &[1, 2])];
        let style = |more: &[u8]| segment(0x52, &[&[0, 0, 0, 1, 0, 5, 4, 4, 0, 1][..], more].concat());
        assert!(cleaned(&j2k(&[style(b""), segment(0x63, &[0; 8])], &parts)).is_ok());
        assert!(cleaned(&j2k(&[style(b"DOE^")], &parts)).is_err());
        assert!(cleaned(&j2k(&[segment(0x63, b"DOE^JANE^^")], &parts)).is_err());
        assert!(cleaned(&j2k(&[], &[tile_part(&[style(b"DOE^")], &[1, 2])])).is_err());
    }

    #[test]
    fn a_last_tile_part_may_be_without_length() {
        let unsaid = |headers: &[Vec<u8>]| {
            let mut part = tile_part(headers, &[1, 2, 0xFF, 3]);
            part[6..10].fill(0);
            j2k(&[], &[part])
        };
        assert_eq!(cleaned(&unsaid(&[])), Ok((unsaid(&[]), vec![])));
        assert_eq!(cleaned(&[unsaid(&[comment()]), b"DOE!".to_vec()].concat()), Ok((unsaid(&[]), vec![Finding::Comments])));
    }

    #[test]
    fn what_surrounds_a_codestream_leaves() {
        let plain = j2k(&[], &[tile_part(&[], &[1, 2])]);
        assert_eq!(cleaned(&[&plain[..], b"DOE^JANE"].concat()), Ok((plain.clone(), vec![Finding::Comments])));
        let xml = [&[0, 0, 0, 16][..], b"xml DOE^JANE"].concat();
        let boxed = [boxes::JPEG_2000, &xml, &(plain.len() as u32 + 8).to_be_bytes(), b"jp2c", &plain, &xml].concat();
        assert_eq!(cleaned(&boxed), Ok((plain, vec![Finding::Comments])));
        assert!(cleaned(&[boxes::JPEG_2000, &xml].concat()).is_err());
    }

    #[test]
    fn a_missing_end_is_tolerated_and_a_cut_tile_part_is_not() {
        let plain = j2k(&[], &[tile_part(&[], &[1, 2])]);
        let open = &plain[..plain.len() - 2];
        assert_eq!(cleaned(open), Ok((open.to_vec(), vec![])));
        assert!(matches!(cleaned(&plain[..plain.len() - 3]), Err(Error { code: Code::PixelShort, .. })));
    }

    #[test]
    fn unknown_segments_are_refused() {
        for marker in [0x30, 0x40, 0x4F, 0x54, 0x62, 0x65, 0x74, 0xD9, 0x00] {
            let stream = j2k(&[segment(marker, b"DOE^")], &[tile_part(&[], &[1, 2])]);
            assert!(matches!(cleaned(&stream), Err(Error { code: Code::PixelStream, at: Some(_), .. })), "{marker:x}");
            let stream = j2k(&[], &[tile_part(&[segment(marker, b"DOE^")], &[1, 2])]);
            assert!(matches!(cleaned(&stream), Err(Error { code: Code::PixelStream, .. })), "{marker:x}");
        }
        let part2 = j2k(&[segment(0x74, b"MCT^")], &[tile_part(&[], &[1, 2])]);
        assert_eq!(cleaned_as(&part2, "1.2.840.10008.1.2.4.92"), Ok((part2, vec![])));
    }

    #[test]
    fn codestreams_may_cross_fragments() {
        let dirty = j2k(&[comment()], &[tile_part(&[comment()], &[1, 2])]);
        let clean = j2k(&[], &[tile_part(&[], &[1, 2])]);
        for cut in 1..dirty.len() {
            let (value, _) = build::encapsulated(&[&dirty[..cut], &dirty[cut..]], SYNTAX, &layout(1, 1, 8)).unwrap();
            assert_eq!(frames_of(&value).concat(), clean, "{cut}");
        }
    }

    #[test]
    fn no_cut_and_no_flip_panics() {
        let stream = j2k(&[tlm(&[29, 16]), comment()], &[tile_part(&[comment()], &[1, 2]), tile_part(&[], &[3, 4])]);
        build::torment(&stream, SYNTAX, &layout(1, 1, 8));
        let boxed = [boxes::JPEG_2000, &(stream.len() as u32 + 8).to_be_bytes(), b"jp2c", &stream].concat();
        build::torment(&boxed, "1.2.840.10008.1.2.4.93", &layout(1, 1, 8));
    }
}

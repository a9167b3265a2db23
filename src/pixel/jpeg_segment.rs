//! One marker segment of a JPEG or JPEG-LS stream: stay, leave, or be refused (ISO/IEC 10918-1 Annex B, ISO/IEC 14495-1 Annex C).

/// What becomes of a segment.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Decoding needs it, and it holds nothing else.
    Keep,
    /// Decoding does not need it.
    Drop,
    /// Decoding needs a part of it: these bytes take its place, marker included.
    Replace(Vec<u8>),
    /// It is not what its marker says, or its marker is not known.
    Refuse,
}

/// Judges the segment of `marker` with `payload`, the bytes after its length.
pub(super) fn judge(marker: u8, payload: &[u8]) -> Verdict {
    let keep_if = |good: bool| if good { Verdict::Keep } else { Verdict::Refuse };
    match marker {
        // DHP has the shape of a frame header.
        _ if is_frame(marker) || marker == 0xDE => keep_if(payload.get(5).is_some_and(|n| payload.len() == 6 + 3 * usize::from(*n))),
        0xC4 => keep_if(huffman_tables(payload)),
        0xCC => keep_if(!payload.is_empty() && payload.len().is_multiple_of(2)),
        0xDA => keep_if(payload.first().is_some_and(|n| payload.len() == 4 + 2 * usize::from(*n))),
        0xDB => keep_if(quantization_tables(payload)),
        0xDC => keep_if(payload.len() == 2),
        // JPEG-LS counts restart intervals in up to four bytes.
        0xDD => keep_if((2..=4).contains(&payload.len())),
        0xDF => keep_if(payload.len() == 1),
        0xF8 => keep_if(parameters(payload)),
        0xE0 => jfif(payload),
        0xEE => adobe(payload),
        // A colour transform of JPEG-LS encoders: without it, a decoder shows other colours.
        0xE8 if payload.len() == 5 && payload.starts_with(b"mrfx") => Verdict::Keep,
        0xE1..=0xEF | 0xFE => Verdict::Drop,
        _ => Verdict::Refuse,
    }
}

/// Whether a marker starts a frame: SOF0 to SOF15, and SOF55 of JPEG-LS.
pub(super) fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF | 0xF7)
}

/// Tables that fill their segment: a class and number, 16 counts, as many symbols.
fn huffman_tables(mut rest: &[u8]) -> bool {
    let mut tables = 0;
    while let Some((head, tail)) = rest.split_at_checked(17) {
        let symbols = head.iter().skip(1).map(|n| usize::from(*n)).sum();
        let Some(tail) = tail.get(symbols..) else { return false };
        rest = tail;
        tables += 1;
    }
    tables > 0 && rest.is_empty()
}

/// Tables that fill their segment: a precision and number, 64 values of one or two bytes.
fn quantization_tables(mut rest: &[u8]) -> bool {
    let mut tables = 0;
    while let Some((head, tail)) = rest.split_first() {
        let Some(tail) = tail.get(if head >> 4 == 0 { 64 } else { 128 }..) else { return false };
        rest = tail;
        tables += 1;
    }
    tables > 0
}

/// JPEG-LS preset parameters: coding parameters, mapping tables, or a size beyond 16 bits.
fn parameters(payload: &[u8]) -> bool {
    match payload {
        [1, ..] => payload.len() == 11,
        [2 | 3, _table, _width, ..] => true,
        [4, width @ 2..=4, ..] => payload.len() == 2 + 2 * usize::from(*width),
        _ => false,
    }
}

/// JFIF says what colours the samples are. It stays bare: version, density, and no thumbnail.
fn jfif(payload: &[u8]) -> Verdict {
    match payload.get(..12) {
        Some(head) if head.starts_with(b"JFIF\0") && payload.len() >= 14 => {
            let bare = [&[0xFF, 0xE0, 0, 16], head, &[0, 0]].concat();
            if bare.get(4..) == Some(payload) { Verdict::Keep } else { Verdict::Replace(bare) }
        }
        _ => Verdict::Drop,
    }
}

/// Adobe's segment says what colours the samples are, in 12 bytes.
fn adobe(payload: &[u8]) -> Verdict {
    match payload.get(..12) {
        Some(head) if head.starts_with(b"Adobe") => {
            if payload.len() == 12 {
                Verdict::Keep
            } else {
                Verdict::Replace([&[0xFF, 0xEE, 0, 14], head].concat())
            }
        }
        _ => Verdict::Drop,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_decoding_needs_stays() {
        for (marker, payload) in [
            (0xC0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0][..]),
            (0xF7, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
            (0xC4, &[&[0, 1, 1][..], &[0; 14], &[7, 8]].concat()),
            (0xC4, &[&[0, 1][..], &[0; 15], &[7, 0x10, 0, 1], &[0; 14], &[9]].concat()),
            (0xDB, &[0; 65]),
            (0xDB, &[&[0x10][..], &[1; 128], &[1], &[2; 64]].concat()),
            (0xDA, &[1, 1, 0, 0, 63, 0]),
            (0xDD, &[0, 4]),
            (0xCC, &[0, 4]),
            (0xDC, &[0, 4]),
            (0xF8, &[1, 0, 255, 0, 3, 0, 7, 0, 21, 0, 64]),
            (0xF8, &[4, 2, 0, 1, 0, 1]),
            (0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
            (0xEE, b"Adobe\0\x64\0\0\0\0\x01"),
            (0xE8, b"mrfx\x01"),
        ] {
            assert_eq!(judge(marker, payload), Verdict::Keep, "{marker:x}");
        }
    }

    #[test]
    fn what_it_does_not_need_leaves() {
        for (marker, payload) in [
            (0xE0, &b"JFXX\0\x10"[..]),
            (0xE0, b"JFIF\0\x01"),
            (0xE1, b"Exif\0\0DOE^JANE"),
            (0xE8, b"SPIFF\0"),
            (0xE8, b"mrfx\x01DOE"),
            (0xEE, b"Adobe"),
            (0xEE, b"DOE^JANE^^^^^^"),
            (0xEF, b""),
            (0xFE, b"DOE^JANE"),
        ] {
            assert_eq!(judge(marker, payload), Verdict::Drop, "{marker:x}");
        }
    }

    #[test]
    fn what_is_said_beside_is_cut_off() {
        let bare = b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0";
        let thumbnail = [&bare[..12], &[1, 1, b'D', b'O', b'E']].concat();
        assert_eq!(judge(0xE0, &thumbnail), Verdict::Replace([b"\xFF\xE0\0\x10", &bare[..]].concat()));
        let adobe = b"Adobe\0\x64\0\0\0\0\x01";
        assert_eq!(judge(0xEE, &[&adobe[..], b"DOE"].concat()), Verdict::Replace([b"\xFF\xEE\0\x0E", &adobe[..]].concat()));
    }

    #[test]
    fn slack_in_tables_is_refused() {
        for (marker, payload) in [
            (0xC0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0, b'D'][..]),
            (0xC0, &[8, 0, 1]),
            (0xC4, &[]),
            (0xC4, &[&[0, 1][..], &[0; 15], b"DOE"].concat()),
            (0xC4, &[&[0, 9][..], &[0; 15], b"DOE"].concat()),
            (0xDB, &[]),
            (0xDB, &[0; 66]),
            (0xDB, &[0x10; 65]),
            (0xDA, &[1, 1, 0, 0, 63, 0, 0]),
            (0xDD, &[0, 1, 2, 3, 4]),
            (0xF8, &[1, 0, 255, 0]),
            (0xF8, &[9]),
            (0xF0, b"DOE"),
            (0xC8, b"DOE"),
            (0x02, b"DOE"),
        ] {
            assert_eq!(judge(marker, payload), Verdict::Refuse, "{marker:x} {payload:?}");
        }
    }
}

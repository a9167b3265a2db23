//! What hides in Pixel Data beside its samples (H07 to H12).

use scan_scrubber::{Code, Pixels};

use crate::build::pixels::{boxed, jp2, jpeg, jpeg_2000, offsets, rle, segment};
use crate::build::samples::{ct, ct_header, layout, one_pixel};
use crate::build::set::{El, Value};
use crate::build::{EXPLICIT, File, JPEG, JPEG_2000, JPEG_LS, NATIVE, RLE, Set, Syntax};
use crate::harness::{Cleaned, cleaned, cleaned_or, pixels, scrub};

const WORDS: [&str; 2] = ["Oribella", "Quennett"];

/// Samples of 12 bits with a text in the four bits above them: two words hold one letter.
fn with_text_above(text: &[u8], words: usize, sign_too: bool) -> (Vec<u16>, Vec<u16>) {
    let plain: Vec<u16> = (0..words as u16).map(|n| n * 67 % if sign_too { 4096 } else { 2048 }).collect();
    let halves: Vec<u16> = text.iter().flat_map(|byte| [u16::from(byte >> 4), u16::from(byte & 15)]).collect();
    (plain.iter().enumerate().map(|(at, word)| word | halves[at % halves.len()] << 12).collect(), plain)
}

/// The text that the four highest bits of 16 spell.
fn above(value: &[u8]) -> Vec<u8> {
    let halves: Vec<u8> = value.chunks(2).map(|pair| pair[1] >> 4).collect();
    halves.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

fn spells(value: &[u8]) -> bool {
    above(value).windows(8).any(|window| window == b"Oribella")
}

/// H07: bits above High Bit.
#[test]
fn text_above_the_samples_is_masked() {
    for syntax in NATIVE {
        for signed in [0, 1] {
            let (dirty, plain) = with_text_above(b"Oribella", 64, signed == 1);
            let bytes = |words: &[u16]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
            let set = ct().u16s(0x0028_0103, &[signed]).bytes(0x7FE0_0010, "OW", &bytes(&dirty));
            let input = File::new(syntax, set).bytes();
            assert!(spells(&pixels(&input)[0]), "not in the input");
            for outcome in cleaned(&input, &[] as &[&str]) {
                assert_eq!(outcome.scrubbed.pixels, Pixels::Rebuilt);
                assert!(outcome.scrubbed.findings.contains(&"pixel-unused-bits"));
                let value = &pixels(&outcome.bytes)[0];
                assert!(!spells(value));
                let expected = plain.iter().map(|word| if signed == 1 && word & 0x800 != 0 { word | 0xF000 } else { *word });
                let expected: Vec<u8> = expected.flat_map(u16::to_le_bytes).collect();
                assert_eq!(value, &expected, "samples are the same");
            }
        }
    }
}

/// H07: sign extension is no text, and stays.
#[test]
fn sign_extension_stays() {
    let words: Vec<u8> = (0..64_i16).flat_map(|n| (n * 40 - 1_200).to_le_bytes()).collect();
    let set = ct().u16s(0x0028_0103, &[1]).bytes(0x7FE0_0010, "OW", &words);
    let outcome = scrub(&File::new(EXPLICIT, set).bytes(), "share").unwrap();
    assert_eq!((outcome.scrubbed.pixels, &pixels(&outcome.bytes)[0]), (Pixels::Unchanged, &words));
}

/// H07: an overlay of the retired kind, in bits below or above the sample.
#[test]
fn overlays_within_pixels_are_masked() {
    let words: Vec<u8> = (0..64_u16).flat_map(|n| ((n * 61 % 4096) << 4 | (n * 7 % 16)).to_le_bytes()).collect();
    let set = ct().u16s(0x0028_0102, &[15]).bytes(0x7FE0_0010, "OW", &words).u16s(0x6000_0100, &[16]).u16s(0x6000_0102, &[2]);
    for outcome in cleaned(&File::new(EXPLICIT, set.sorted()).bytes(), &[] as &[&str]) {
        assert!(pixels(&outcome.bytes)[0].chunks(2).all(|pair| pair[0] & 0x0F == 0));
    }
    let bits = layout(ct_header(), 3, 3, 1, 1).bytes(0x7FE0_0010, "OB", &[0xFF, 0xFF]);
    let outcome = scrub(&File::new(EXPLICIT, bits).bytes(), "share").unwrap();
    assert_eq!(pixels(&outcome.bytes)[0], [0xFF, 0x01]);
}

/// H08: bytes behind the last frame.
#[test]
fn bytes_behind_the_last_frame_are_dropped() {
    for tail in [&b"Oribella Quennett."[..], b"Oribella\0\0Quennett"] {
        for syntax in NATIVE {
            // In whole words of two bytes, as the big endian encoding swaps them.
            let mut value = ct().value(0x7FE0_0010).to_vec();
            value.extend_from_slice(tail);
            let file = File::new(syntax, ct().bytes(0x7FE0_0010, "OW", &value)).bytes();
            for outcome in cleaned(&file, &WORDS) {
                assert!(outcome.scrubbed.findings.contains(&"pixel-trailing-bytes"));
                assert_eq!(pixels(&outcome.bytes)[0].len(), 128);
            }
        }
    }
}

fn compressed(syntax: Syntax, table: &[u8], fragments: &[Vec<u8>]) -> Vec<u8> {
    File::new(syntax, one_pixel().fragments(table, fragments)).bytes()
}

/// The one frame that is left is the same as without all that was put beside it.
#[track_caller]
fn leaves(outcomes: &[Cleaned], frame: &[u8]) {
    for outcome in outcomes {
        assert_eq!(outcome.scrubbed.pixels, Pixels::Rebuilt);
        assert_eq!(pixels(&outcome.bytes), [frame.to_vec()]);
    }
}

/// H09: segments of JPEG that no decoder needs.
#[test]
fn jpeg_segments_of_words_are_dropped() {
    let plain = jpeg(&[]);
    let mut cases: Vec<Vec<Vec<u8>>> = (0xE0..=0xEF).map(|marker| vec![segment(marker, b"Oribella Quennett.")]).collect();
    cases.push(vec![segment(0xFE, b"Oribella Quennett")]);
    cases.push(vec![
        segment(0xE1, b"Exif\0\0Oribella"),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0Quennett"),
        segment(0xFE, &b"Oribella".repeat(5_000)),
    ]);
    cases.push(vec![
        segment(0xE2, b"ICC_PROFILE\0\x01\x01Oribella"),
        segment(0xE8, b"SPIFF\0Quennett."),
        segment(0xED, b"Photoshop 3.0\0Oribella"),
    ]);
    for segments in cases {
        for syntax in [JPEG, JPEG_LS] {
            let file = compressed(syntax, &[], &[jpeg(&segments)]);
            let words: Vec<&str> = WORDS.into_iter().filter(|word| !crate::search::Search::new(&[word]).find(&file).is_empty()).collect();
            let outcomes = cleaned(&file, &words);
            for outcome in &outcomes {
                assert!(outcome.scrubbed.findings.contains(&"pixel-markers"));
            }
            // Padding inside of the frame is as the stream was long.
            let frames = pixels(&outcomes[0].bytes);
            assert_eq!(frames[0][..40], plain[..40]);
        }
    }
    // JFIF with a thumbnail, and with bytes behind its fields.
    let thumbnail = [&b"JFIF\0\x01\x02\0\0\x01\0\x01\x02\x02"[..], b"OribellaXXXX"].concat();
    cleaned(&compressed(JPEG, &[], &[jpeg(&[segment(0xE0, &thumbnail)])]), &["Oribella"]);
    cleaned(&compressed(JPEG, &[], &[jpeg(&[segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0Oribella")])]), &["Oribella"]);
    cleaned(&compressed(JPEG, &[], &[jpeg(&[segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01Oribella")])]), &["Oribella"]);
}

/// H09: what lies behind the end of the stream.
#[test]
fn bytes_behind_a_jpeg_are_dropped() {
    let plain = jpeg(&[]);
    for behind in
        [&b"Oribella Quennett."[..], &jpeg(&[segment(0xFE, b"Oribella Quennett.")]), &[&[0xFF, 0xD9][..], b"OribellaQuennett"].concat()]
    {
        leaves(&cleaned(&compressed(JPEG, &[], &[[&plain, behind].concat()]), &WORDS), &plain);
    }
    // In a fragment of its own: it belongs to no frame.
    cleaned_or(
        &compressed(JPEG, &[], &[plain.clone(), b"Oribella Quennett.".to_vec()]),
        &WORDS,
        &[Code::PixelStream, Code::PixelLayout, Code::Structure],
    );
    cleaned_or(
        &compressed(JPEG, &[], &[b"Oribella Quennett.".to_vec(), plain]),
        &WORDS,
        &[Code::PixelStream, Code::PixelLayout, Code::Structure],
    );
}

/// H10: comments and boxes of JPEG 2000.
#[test]
fn jpeg_2000_comments_and_boxes_are_dropped() {
    let plain = jpeg_2000(&[], &[]);
    let comment = || segment(0x64, b"\0\x01Oribella Quennett.");
    leaves(&cleaned(&compressed(JPEG_2000, &[], &[jpeg_2000(&[comment()], &[])]), &WORDS), &plain);
    leaves(&cleaned(&compressed(JPEG_2000, &[], &[jpeg_2000(&[], &[comment()])]), &WORDS), &plain);
    leaves(&cleaned(&compressed(JPEG_2000, &[], &[jpeg_2000(&[comment(), comment()], &[comment()])]), &WORDS), &plain);
    let boxes = [boxed(b"xml ", b"<name>Oribella</name>"), boxed(b"uuid", b"0123456789abcdefQuennett"), boxed(b"uinf", b"Oribella")];
    leaves(&cleaned(&compressed(JPEG_2000, &[], &[jp2(&boxes, &plain)]), &WORDS), &plain);
    leaves(&cleaned(&compressed(JPEG_2000, &[], &[[&plain[..], b"Oribella Quennett."].concat()]), &WORDS), &plain);
}

/// H11: bytes of RLE that no segment needs.
#[test]
fn rle_slack_is_dropped() {
    let set = |fragments: &[Vec<u8>]| File::new(RLE, layout(ct_header(), 4, 4, 8, 8).fragments(&[], fragments)).bytes();
    let plain = rle(16);
    let mut slots = plain.clone();
    slots[8..24].copy_from_slice(b"OribellaQuennett");
    leaves(&cleaned(&set(&[slots]), &WORDS), &plain);
    leaves(&cleaned(&set(&[[&plain[..], b"Oribella Quennett."].concat()]), &WORDS), &plain);
    let mut gap = plain.clone();
    gap[4] = 80;
    gap.splice(64..64, *b"OribellaQuennett");
    leaves(&cleaned(&set(&[gap]), &WORDS), &plain);
    assert_eq!(scrub(&set(std::slice::from_ref(&plain)), "share").unwrap().scrubbed.pixels, Pixels::Unchanged);
}

/// H12: the table of offsets, and Items that belong to no frame.
#[test]
fn offset_tables_and_loose_items_are_rebuilt() {
    let frame = jpeg(&[]);
    let two = vec![frame.clone(), frame.clone()];
    let set =
        |table: &[u8], fragments: &[Vec<u8>]| File::new(JPEG, one_pixel().text(0x0028_0008, "IS", "2").fragments(table, fragments)).bytes();
    let good = offsets(&two);
    assert_eq!(scrub(&set(&good, &two), "share").unwrap().scrubbed.pixels, Pixels::Unchanged);
    for table in [[&good[..], b"OribellaQuennett"].concat(), b"OribellaQuennett".to_vec()] {
        for outcome in cleaned(&set(&table, &two), &WORDS) {
            assert_eq!(pixels(&outcome.bytes), two);
            assert!(outcome.scrubbed.findings.contains(&"pixel-offset-table"));
        }
    }
    let loose = vec![frame.clone(), b"Oribella Quennett.".to_vec(), frame.clone()];
    let mut pointed = good.clone();
    pointed[4..8].copy_from_slice(&((frame.len() + 8 + 18 + 8) as u32).to_le_bytes());
    cleaned_or(&set(&pointed, &loose), &WORDS, &[Code::PixelStream, Code::PixelLayout]);
    let empty = vec![frame.clone(), vec![], frame.clone(), vec![]];
    for outcome in cleaned(&set(&[], &empty), &[] as &[&str]) {
        assert_eq!(pixels(&outcome.bytes), two);
    }
    let extended = one_pixel().text(0x0028_0008, "IS", "2").bytes(0x7FE0_0001, "OV", b"OribellaQuennett").bytes(
        0x7FE0_0002,
        "OV",
        b"QuennettOribella",
    );
    for outcome in cleaned(&File::new(JPEG, extended.fragments(&[], &two)).bytes(), &WORDS) {
        assert_eq!(pixels(&outcome.bytes), two);
    }
}

/// More frames than the header speaks of.
#[test]
fn surplus_frames_are_dropped() {
    let frame = jpeg(&[]);
    let other = jpeg(&[segment(0xFE, b"Oribella Quennett.")]);
    for table in [vec![], offsets(&[frame.clone(), other.clone()])] {
        for outcome in cleaned(&compressed(JPEG, &table, &[frame.clone(), other.clone()]), &WORDS) {
            assert_eq!(pixels(&outcome.bytes), std::slice::from_ref(&frame));
        }
    }
}

/// Odd fragments are padded anew.
#[test]
fn odd_fragments_are_padded() {
    let mut frame = jpeg(&[]);
    frame.insert(frame.len() - 2, 0x11);
    let file = compressed(JPEG, &[], &[frame.clone()]);
    let outcome = scrub(&file, "share").unwrap();
    let frames = pixels(&outcome.bytes);
    assert_eq!((frames[0].len() % 2, &frames[0][..frame.len()]), (0, &frame[..]));
}

/// Compressed frames where the pixels should be native, under a native syntax, and the other way round.
#[test]
fn payloads_of_the_wrong_kind_are_refused() {
    let native = El::new(0x7FE0_0010, "OB", Value::Bytes(b"Oribella".to_vec()));
    cleaned_or(&File::new(JPEG, one_pixel().put(native)).bytes(), &["Oribella"], &[Code::Structure])
        .iter()
        .for_each(|result| assert!(result.is_err()));
    let text = Set::new();
    assert!(text.0.is_empty());
    for garbage in [&b"Oribella Quennett."[..], &[0xFF; 40], &[0; 40]] {
        for syntax in [JPEG, JPEG_LS, JPEG_2000, RLE, crate::build::JPEG_XL] {
            let words: &[&str] = if garbage[0] == b'O' { &WORDS } else { &[] };
            let codes = [Code::PixelStream, Code::PixelShort, Code::PixelLayout];
            cleaned_or(&compressed(syntax, &[], &[garbage.to_vec()]), words, &codes).iter().for_each(|result| assert!(result.is_err()));
        }
    }
}

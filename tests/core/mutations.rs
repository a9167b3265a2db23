//! R18: files cut at every byte, and with every bit of their first 2 kB turned: only results that have a name.

use scan_scrubber::{Identifiers, Session};

use crate::build::samples::{ct, enhanced_mr, one_pixel, segmentation, structure_set};
use crate::build::{BIG, DEFLATED, EXPLICIT, File, IMPLICIT, JPEG, JPEG_2000, pixels};
use crate::harness::{Cleaned, check, run, session};
use crate::search::Search;

/// What every sample says of its person: whatever happens to a file, none of it leaves.
///
/// But for the name of a device, which one turned bit makes the name of a product: those may stay.
fn details() -> Vec<&'static str> {
    crate::build::samples::DETAILS.iter().copied().filter(|detail| *detail != "ctscan-host7").collect()
}

fn samples() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("CT", File::new(EXPLICIT, ct()).bytes()),
        ("MR", File::new(IMPLICIT, enhanced_mr()).open().bytes()),
        ("SEG", File::new(BIG, segmentation()).bytes()),
        ("RTSTRUCT", File::new(EXPLICIT, structure_set()).open().bytes()),
        ("deflated", File::new(DEFLATED, structure_set()).bytes()),
        (
            "JPEG",
            File::new(
                JPEG,
                one_pixel().fragments(&[0, 0, 0, 0], &[pixels::jpeg(&[pixels::segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")])]),
            )
            .bytes(),
        ),
        ("JPEG 2000", File::new(JPEG_2000, one_pixel().fragments(&[], &[pixels::jpeg_2000(&[], &[])])).bytes()),
    ]
}

/// Runs a file in a batch of its own; every so often, what leaves is also opened by the other reader.
fn outcome(session: &mut Session, bytes: &[u8], search: &Search, count: &mut usize) -> bool {
    session.hunt(Identifiers::default(), false).unwrap();
    let Ok(cleaned) = run(session, std::io::Cursor::new(bytes)) else { return false };
    let Cleaned { bytes, .. } = &cleaned;
    let found = search.find(bytes);
    assert!(found.is_empty(), "{:?}", found.iter().map(|(at, form)| (details()[*at], form)).collect::<Vec<_>>());
    *count += 1;
    if count.is_multiple_of(16) {
        check(&cleaned);
    }
    true
}

fn cut(name: &str) {
    let (search, mut batch) = (Search::new(&details()), session("share"));
    let (_, whole) = samples().into_iter().find(|(sample, _)| *sample == name).unwrap();
    let mut count = 15;
    assert!(outcome(&mut batch, &whole, &search, &mut count), "the sample itself");
    for length in 0..whole.len() {
        outcome(&mut batch, &whole[..length], &search, &mut count);
    }
}

fn flip(name: &str) {
    let (search, mut batch) = (Search::new(&details()), session("share"));
    let (_, whole) = samples().into_iter().find(|(sample, _)| *sample == name).unwrap();
    let mut bytes = whole.clone();
    let (mut count, mut cleaned, mut problems) = (0, 0, Vec::new());
    // The preamble is tried with a few bits: all of it is alike.
    for bit in (0..128 * 8).step_by(97).chain(128 * 8..whole.len().min(2_048) * 8) {
        bytes[bit / 8] ^= 1 << (bit % 8);
        let name = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| outcome(&mut batch, &bytes, &search, &mut count)));
        match name {
            Ok(was_cleaned) => cleaned += usize::from(was_cleaned),
            Err(_) => problems.push(format!(
                "bit {} of byte {}: {}",
                bit % 8,
                bit / 8,
                bytes[(bit / 8).saturating_sub(12)..bytes.len().min(bit / 8 + 48)].escape_ascii()
            )),
        }
        bytes[bit / 8] ^= 1 << (bit % 8);
    }
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
    assert!(cleaned > 100, "{cleaned}");
}

macro_rules! torment {
    ($($cut:ident $flip:ident $name:literal)*) => {$(
        #[test]
        fn $cut() {
            cut($name);
        }
        #[test]
        fn $flip() {
            flip($name);
        }
    )*};
}

torment! {
    ct_cut_anywhere ct_with_any_bit_turned "CT"
    mr_cut_anywhere mr_with_any_bit_turned "MR"
    seg_cut_anywhere seg_with_any_bit_turned "SEG"
    rtstruct_cut_anywhere rtstruct_with_any_bit_turned "RTSTRUCT"
    deflated_cut_anywhere deflated_with_any_bit_turned "deflated"
    jpeg_cut_anywhere jpeg_with_any_bit_turned "JPEG"
    jpeg_2000_cut_anywhere jpeg_2000_with_any_bit_turned "JPEG 2000"
}

//! Depth, and numbers of things.

use std::time::{Duration, Instant};

use allocation_counter::{AllocationInfo, measure};
use scan_scrubber::Code;

use crate::build::samples::{ct, ct_header};
use crate::build::set::{El, Encoding, header};
use crate::build::{BIG, EXPLICIT, File, IMPLICIT, Set, Syntax};
use crate::harness::{self, cleaned, cleaned_or, scrub, session, withheld};

/// Content of Sequences within Sequences; made from the inside out, for a million of them.
fn nest(depth: usize, encoding: Encoding, open: bool, closed: bool, sequence: u32) -> Vec<u8> {
    let core = Set::new().text(0x0010_0010, "PN", "Wilhelmina^X").encode(encoding, false);
    let shell = if encoding == Encoding::Implicit { 16 } else { 20 };
    let mut out = Vec::with_capacity(core.len() + depth * 36);
    for level in (0..depth).rev() {
        let inside = core.len() + level * shell;
        header(sequence, Some(*b"SQ"), if open { u32::MAX } else { inside as u32 + 8 }, encoding, &mut out);
        header(0xFFFE_E000, None, if open { u32::MAX } else { inside as u32 }, encoding, &mut out);
    }
    out.extend_from_slice(&core);
    for _ in 0..if open && closed { depth } else { 0 } {
        header(0xFFFE_E00D, None, 0, encoding, &mut out);
        header(0xFFFE_E0DD, None, 0, encoding, &mut out);
    }
    out
}

fn deep(depth: usize, syntax: Syntax, open: bool, closed: bool, sequence: u32) -> Vec<u8> {
    File::new(syntax, ct_header()).tail(&nest(depth, syntax.encoding, open, closed, sequence)).bytes()
}

/// R02: up to 64 Sequences are read.
#[test]
fn as_deep_as_allowed_is_cleaned() {
    for syntax in [EXPLICIT, IMPLICIT, BIG] {
        for depth in [1, 2, 63, 64] {
            for sequence in [0x5200_9229, 0x6001_1010, 0x7001_1010] {
                cleaned(&deep(depth, syntax, false, true, sequence), &["Wilhelmina"]);
                cleaned(&deep(depth, syntax, true, true, sequence), &["Wilhelmina"]);
            }
            withheld(&deep(depth, syntax, true, false, 0x5200_9229), Code::CutOff);
        }
    }
}

/// R02: deeper ones are refused, however deep, and cost nothing.
#[test]
fn deeper_than_allowed_is_refused() {
    let mut warm = session("share");
    for syntax in [EXPLICIT, IMPLICIT, BIG] {
        for depth in [65, 1_000, 100_000, 1_000_000] {
            for (open, closed) in [(false, true), (true, true), (true, false)] {
                let file = deep(depth, syntax, open, closed, 0x5200_9229);
                let mut code = None;
                let used = measure(|| code = harness::run(&mut warm, std::io::Cursor::new(&file)).err().map(|error| error.code));
                assert_eq!(code, Some(Code::Depth), "{depth} {open} {closed}");
                assert!(used.bytes_max < 4 << 20, "{} bytes", used.bytes_max);
            }
        }
    }
}

/// Sequences under VR UN count, too.
#[test]
fn depth_counts_through_unknown_elements() {
    let unknown = |depth: usize| {
        let core = Set::new().text(0x0010_0010, "PN", "Wilhelmina^X");
        (0..depth).fold(core, |inner, _| Set::new().put(El::unknown_items(0x0011_1010, vec![inner]).open(true)))
    };
    let file = |depth| File::new(EXPLICIT, ct_header().beside(unknown(depth).0.remove(0))).bytes();
    cleaned(&file(64), &["Wilhelmina"]);
    withheld(&file(65), Code::Depth);
}

/// What a file of `count` things costs.
fn cost(count: usize, make: &dyn Fn(usize) -> Vec<u8>) -> (AllocationInfo, Option<Code>) {
    let file = make(count);
    let mut warm = session("share");
    let mut code = None;
    let start = Instant::now();
    let used = measure(|| code = harness::run(&mut warm, std::io::Cursor::new(&file)).err().map(|error| error.code));
    assert!(start.elapsed() < Duration::from_secs(20), "{:?} for {count}", start.elapsed());
    (used, code)
}

/// Twice as many cost no more than about twice as much.
#[track_caller]
fn linear(make: &dyn Fn(usize) -> Vec<u8>) {
    let (once, _) = cost(50_000, make);
    let (twice, _) = cost(100_000, make);
    for (once, twice) in [(once.count_total, twice.count_total), (once.bytes_total, twice.bytes_total)] {
        assert!(twice as f64 <= once as f64 * 2.3 + 4096.0, "{once} and then {twice}");
    }
}

fn strays(tag: u32) -> impl Fn(usize) -> Vec<u8> {
    move |count| {
        let mut one = Vec::new();
        header(tag, None, 0, Encoding::Explicit, &mut one);
        let set = ct().first(El::raw(&one.repeat(count)));
        // The first element must be one that says how the others are encoded.
        let set = set.without(0x0008_0005).first(El::text(0x0008_0005, "CS", "ISO_IR 100"));
        File::new(EXPLICIT, set).bytes()
    }
}

fn empty_items(sequence: u32) -> impl Fn(usize) -> Vec<u8> {
    move |count| {
        let mut items = Vec::new();
        header(0xFFFE_E000, None, 0, Encoding::Explicit, &mut items);
        File::new(EXPLICIT, ct().put(El::bytes(sequence, "SQ", &items.repeat(count)))).bytes()
    }
}

/// R04
#[test]
fn stray_delimiters_are_passed_over_in_linear_time() {
    for tag in [0xFFFE_E00D, 0xFFFE_E0DD] {
        linear(&strays(tag));
        assert_eq!(cost(1_000_000, &strays(tag)).1, None);
        assert_eq!(cost(2_100_000, &strays(tag)).1, Some(Code::TooMany));
    }
}

/// R04
#[test]
fn empty_items_are_read_in_linear_time_up_to_a_limit() {
    for sequence in [0x0008_1140, 0x0011_1010] {
        linear(&empty_items(sequence));
    }
    let (used, code) = cost(1_000_000, &empty_items(0x0008_1140));
    assert_eq!(code, Some(Code::TooMany));
    // Beside the input: what is held up to the limit.
    assert!(used.bytes_max < 512 << 20, "{} bytes", used.bytes_max);
    assert_eq!(cost(1_100_000, &empty_items(0x0011_1010)).1, Some(Code::TooMany));
}

#[test]
fn elements_of_all_kinds_are_read_in_linear_time() {
    let elements = |tag: fn(u32) -> u32, vr: &'static str| {
        move |count: usize| {
            let mut all = Vec::new();
            for n in 0..count as u32 {
                header(tag(n), Some(vr.as_bytes().try_into().unwrap()), 2, Encoding::Explicit, &mut all);
                all.extend_from_slice(b"12");
            }
            File::new(EXPLICIT, ct_header()).tail(&all).bytes()
        }
    };
    // Private, unknown, and the same over and over again.
    linear(&elements(|n| 0x7001_0000 + n, "LO"));
    linear(&elements(|n| 0x7002_0000 + n, "UN"));
    linear(&elements(|_| 0x5400_0100, "LO"));
    linear(&|count| {
        let mut items = Vec::new();
        for _ in 0..count {
            let item = Set::new().text(0x0020_0032, "DS", "1").encode(Encoding::Explicit, false);
            header(0xFFFE_E000, None, item.len() as u32, Encoding::Explicit, &mut items);
            items.extend_from_slice(&item);
        }
        File::new(EXPLICIT, ct_header().put(El::bytes(0x5200_9230, "SQ", &items))).bytes()
    });
}

/// R04: a Sequence of length 0.
#[test]
fn empty_sequences_are_read() {
    for el in
        [El::items(0x0008_1140, vec![]), El::items(0x0008_1140, vec![]).open(true), El::items(0x0008_1140, vec![Set::new()]).open(true)]
    {
        for syntax in [EXPLICIT, IMPLICIT, BIG] {
            assert!(scrub(&File::new(syntax, ct().put(el.clone())).bytes(), "share").is_ok());
        }
    }
}

#[test]
fn values_longer_than_allowed_are_refused_or_never_read() {
    let text = "Wilhelmina ".repeat((16 << 20) / 11 + 1);
    // Nobody keeps a private value: it is passed over, whatever its length.
    let private = File::new(EXPLICIT, ct().put(El::text(0x0011_1010, "UT", &text))).bytes();
    let mut warm = session("share");
    let used = measure(|| assert!(harness::run(&mut warm, std::io::Cursor::new(&private)).is_ok()));
    assert!(used.bytes_max < 4 << 20, "{} bytes", used.bytes_max);
    let public = File::new(EXPLICIT, ct().put(El::text(0x0040_A160, "UT", &text))).bytes();
    cleaned_or(&public, &["Wilhelmina"], &[Code::TooLong]).iter().for_each(|result| assert!(result.is_err()));
}

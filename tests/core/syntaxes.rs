//! What surrounds a data set: preamble, File Meta Information, Transfer Syntax, deflate; and what is no DICOM at all.

use std::io::{self, Read, Seek, SeekFrom};
use std::time::{Duration, Instant};

use scan_scrubber::file::export::Sort;
use scan_scrubber::file::walk::Encoding;
use scan_scrubber::{Code, Kind, Source};

use crate::build::file::{bomb, deflate};
use crate::build::samples::{ct, ct_header, layout};
use crate::build::set::El;
use crate::build::{BIG, DEFLATED, EXPLICIT, File, IMPLICIT, NATIVE, Set, Syntax};
use crate::harness::{PROFILES, cleaned, kind, open, scrub, session, withheld};

fn named() -> Set {
    ct().text(0x0010_0010, "PN", "Oribella^Ann")
}

/// R11: files with less around their data set than they should have.
#[test]
fn missing_preambles_and_lengths_are_no_obstacle() {
    for syntax in NATIVE {
        let whole = File::new(syntax, named());
        let reference = PROFILES.map(|profile| scrub(&whole.bytes(), profile).unwrap().bytes);
        let mut variants = vec![];
        for (preamble, prefix) in [(Some([0; 128]), true), (None, true), (None, false)] {
            for group_length in [None, Some(0), Some(-20), Some(50), Some(1_000_000), Some(-4_000_000)] {
                variants.push(File { preamble, prefix, group_length, ..whole.clone() }.bytes());
            }
        }
        for variant in variants {
            for (outcome, reference) in cleaned(&variant, if syntax == DEFLATED { &[][..] } else { &["Oribella"] }).iter().zip(&reference) {
                assert_eq!(&outcome.bytes, reference);
            }
        }
    }
}

/// R11: as ACR-NEMA's successors wrote them: only a data set.
#[test]
fn bare_data_sets_are_read() {
    for (syntax, encoding) in [(EXPLICIT, Encoding::ExplicitLittle), (IMPLICIT, Encoding::ImplicitLittle), (BIG, Encoding::ExplicitBig)] {
        let bare = File::bare(syntax, named());
        assert_eq!(kind(&bare), Kind::Bare(encoding));
        for outcome in cleaned(&bare, &["Oribella"]) {
            assert_eq!(open(&outcome.bytes).meta().transfer_syntax().trim_end_matches('\0'), syntax.uid);
        }
    }
    // The standard before DICOM had another group 0008, and no SOP Classes.
    let old = Set::new().u32s(0x0008_0000, &[100]).text(0x0008_0001, "LO", "").text(0x0008_0010, "LO", "ACR-NEMA 2.0").text(
        0x0010_0010,
        "PN",
        "Oribella",
    );
    withheld(&File::bare(IMPLICIT, old), Code::NoIdentity);
}

/// R11: a Transfer Syntax that is missing, empty or nobody's.
#[test]
fn unknown_transfer_syntaxes_are_told_from_the_bytes_or_refused() {
    for syntax in [EXPLICIT, IMPLICIT, BIG] {
        let missing = File::new(syntax, named()).meta(|meta| meta.without(0x0002_0010));
        let empty = File::new(syntax, named()).meta(|meta| meta.text(0x0002_0010, "UI", ""));
        for file in [missing, empty] {
            for outcome in cleaned(&file.bytes(), &["Oribella"]) {
                assert_eq!(open(&outcome.bytes).meta().transfer_syntax().trim_end_matches('\0'), syntax.uid);
            }
        }
    }
    let unknown = |uid| Syntax { uid, ..EXPLICIT };
    // Without pixels there is nothing that a syntax could say beyond the encoding.
    for uid in ["1.2.840.113619.5.2", "1.2.Oribella", "1.2.840.10008.1.2.Oribella"] {
        let file = File::new(unknown(uid), crate::build::samples::structure_set().text(0x0010_0010, "PN", "Oribella^Ann"));
        for outcome in cleaned(&file.bytes(), &["Oribella"]) {
            assert_eq!(open(&outcome.bytes).meta().transfer_syntax().trim_end_matches('\0'), EXPLICIT.uid);
        }
    }
    for (uid, code) in [
        ("1.2.840.113619.5.2", Code::TransferSyntax),
        ("1.2.3", Code::TransferSyntax),
        ("Oribella", Code::TransferSyntax),
        ("1.2.840.10008.1.2.4.94", Code::PixelElsewhere),
        ("1.2.840.10008.1.2.4.100", Code::Video),
        ("1.2.840.10008.1.2.4.50", Code::Structure),
        ("1.2.840.10008.1.2.5", Code::Structure),
    ] {
        withheld(&File::new(unknown(uid), named()).bytes(), code);
    }
}

/// R12
#[test]
fn deflate_bombs_are_refused_at_the_ceiling() {
    let start = Instant::now();
    let whole = File::new(EXPLICIT, ct()).meta(|meta| meta.text(0x0002_0010, "UI", DEFLATED.uid));
    let file = [whole.head(), bomb(1_100)].concat();
    assert!(file.len() < 2 << 20);
    let error = scrub(&file, "share").unwrap_err();
    assert_eq!(error.code, Code::TooLong);
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
}

/// R12
#[test]
fn broken_deflate_streams_are_refused() {
    let whole = File::new(DEFLATED, named());
    let bytes = whole.bytes();
    let head = whole.head().len();
    for cut in [head + 1, head + 10, head + 100, bytes.len() - 10] {
        withheld(&bytes[..cut], Code::Deflate);
    }
    withheld(&bytes[..head], Code::Deflate);
    let mut broken = bytes.clone();
    broken[head] = 0x07;
    withheld(&broken, Code::Deflate);
}

/// R12: with the header of zlib, which some writers put there.
#[test]
fn zlib_streams_are_read_and_written_as_the_standard_says() {
    use std::io::Write;
    let whole = File::new(DEFLATED, named());
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(&named().encode(crate::build::Encoding::Explicit, false)).unwrap();
    let file = [whole.head(), packer.finish().unwrap()].concat();
    for profile in PROFILES {
        assert_eq!(scrub(&file, profile).unwrap().bytes, scrub(&whole.bytes(), profile).unwrap().bytes);
    }
}

/// R14, H01: the preamble goes, whatever it is; programs are named.
#[test]
fn preambles_are_zeroed() {
    let starts: [(&[u8], bool); 9] = [
        (b"MZ\x90\0Oribella", true),
        (b"\x7FELFOribella", true),
        (b"\xCA\xFE\xBA\xBEOribella", true),
        (b"\xCF\xFA\xED\xFEOribella", true),
        (b"\xFE\xED\xFA\xCFOribella", true),
        (b"%PDF-1.7 Oribella", false),
        (b"II*\0\x08\0\0\0Oribella", false),
        (b"MM\0*\0\0\0\x08Oribella", false),
        (b"PK\x03\x04Oribella", false),
    ];
    for (start, program) in starts {
        for syntax in NATIVE {
            for outcome in cleaned(&File::new(syntax, ct()).preamble(start).bytes(), &["Oribella"]) {
                assert_eq!(outcome.scrubbed.findings.contains(&"program-preamble"), program);
            }
        }
    }
    let mut full = [b'x'; 128];
    full[100..108].copy_from_slice(b"Oribella");
    cleaned(&File::new(EXPLICIT, ct()).preamble(&full).bytes(), &["Oribella"]);
}

/// H02: File Meta Information is written anew.
#[test]
fn file_meta_information_is_our_own() {
    let words = ["ORIBELLA", "QUENNETT", "739518264"];
    let file = File::new(EXPLICIT, ct()).meta(|meta| {
        meta.text(0x0002_0003, "UI", "1.2.739518264.1")
            .text(0x0002_0012, "UI", "1.2.739518264.2")
            .text(0x0002_0013, "SH", "ORIBELLA 1")
            .text(0x0002_0016, "AE", "ORIBELLA")
            .text(0x0002_0017, "AE", "QUENNETT")
            .text(0x0002_0018, "AE", "ORIBELLA")
            .text(0x0002_0026, "UR", "http://oribella/")
            .text(0x0002_0027, "UR", "http://quennett/")
            .text(0x0002_0028, "UR", "http://oribella/")
            .text(0x0002_0035, "AE", "ORIBELLA")
            .text(0x0002_0037, "SH", "ORIBELLA")
            .text(0x0002_0038, "SH", "ORIBELLA")
            .text(0x0002_0099, "LT", "ORIBELLA")
            .text(0x0002_0100, "UI", "1.2.739518264.3")
            .text(0x0002_0102, "OB", &"ORIBELLA".repeat(1_000))
            .push(El::text(0x0002_0013, "SH", "QUENNETT"))
    });
    for outcome in cleaned(&file.bytes(), &words) {
        let length = u32::from_le_bytes(outcome.bytes[140..144].try_into().unwrap()) as usize;
        let (mut at, mut tags) = (132, vec![]);
        while at < 144 + length {
            assert_eq!(&outcome.bytes[at..at + 2], &[2, 0]);
            tags.push(outcome.bytes[at + 2]);
            let long = &outcome.bytes[at + 4..at + 6] == b"OB";
            let word = |at: usize| usize::from(u16::from_le_bytes(outcome.bytes[at..at + 2].try_into().unwrap()));
            at += if long { 12 + word(at + 8) } else { 8 + word(at + 6) };
        }
        assert_eq!(tags, [0x00, 0x01, 0x02, 0x03, 0x10, 0x12, 0x13]);
        assert!(open(&outcome.bytes).meta().media_storage_sop_instance_uid().starts_with("2.25."));
    }
}

/// Anything, of any length, whose reads are counted.
struct Sparse {
    len: u64,
    pos: u64,
    head: Vec<u8>,
    read: u64,
}

impl Read for &mut Sparse {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let n = usize::try_from(self.len - self.pos).unwrap().min(to.len());
        for (offset, byte) in to[..n].iter_mut().enumerate() {
            *byte = usize::try_from(self.pos).ok().and_then(|pos| self.head.get(pos + offset)).copied().unwrap_or(0);
        }
        self.pos += n as u64;
        self.read += n as u64;
        Ok(n)
    }
}

impl Seek for &mut Sparse {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.pos = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(by) => self.len.checked_add_signed(by).unwrap(),
            SeekFrom::Current(by) => self.pos.checked_add_signed(by).unwrap(),
        };
        Ok(self.pos)
    }
}

/// R17
#[test]
fn what_is_no_dicom_is_told_from_its_first_bytes() {
    let html = b"<!DOCTYPE html><p>Oribella";
    let cases: Vec<(Vec<u8>, Kind)> = vec![
        (vec![], Kind::Other("empty")),
        (vec![0], Kind::Other("unknown")),
        (vec![0; 131], Kind::Other("unknown")),
        (vec![0; 132], Kind::Other("unknown")),
        (b"Dear Dr Vandersloot,\r\n".to_vec(), Kind::Other("text")),
        (b"\x89PNG\r\n\x1a\n".to_vec(), Kind::Picture(Sort::Png)),
        (b"%PDF-1.7\n".to_vec(), Kind::Other("pdf")),
        (html.to_vec(), Kind::Other("html")),
        (b"MZ\x90\0".to_vec(), Kind::Other("program")),
        (b"PK\x03\x04".to_vec(), Kind::Zip),
        (b"DICM".to_vec(), Kind::Other("text")),
        ([&[0; 128][..], b"DICM"].concat(), Kind::Part10(132)),
    ];
    for (bytes, expected) in cases {
        assert_eq!(kind(&bytes), expected, "{bytes:02x?}");
        if !matches!(expected, Kind::Part10(_)) {
            withheld(&bytes, Code::ObjectKind);
        }
    }
    for bytes in [[&[0; 128][..], b"DICM"].concat(), [&[0; 128][..], b"DICM", b"Oribella"].concat()] {
        assert!(scrub(&bytes, "share").is_err());
    }
}

/// R17: a large file that is none of ours costs no more than a small one.
#[test]
fn large_files_are_judged_by_their_start() {
    let mut sparse = Sparse { len: 4 << 30, pos: 0, head: vec![], read: 0 };
    assert_eq!(scan_scrubber::kind(&mut Source::new(&mut sparse).unwrap()).unwrap(), Kind::Other("unknown"));
    assert!(sparse.read <= 256 << 10, "{} bytes read", sparse.read);
    // A real header before 4 GiB of nothing: the first look ends at the pixels.
    let head = File::new(EXPLICIT, layout(ct_header(), 8, 8, 16, 12).put(El::bytes(0x7FE0_0010, "OW", b"").claiming(0xFFFF_FF00))).bytes();
    let mut sparse = Sparse { len: 5 << 30, pos: 0, head, read: 0 };
    let mut source = Source::new(&mut sparse).unwrap();
    let kind = scan_scrubber::kind(&mut source).unwrap();
    assert!(session("share").look(&mut source, kind).is_ok());
    assert!(sparse.read <= 256 << 10, "{} bytes read", sparse.read);
}

/// Of a large native image only what must be looked at is held.
#[test]
fn large_pixels_pass_through_in_pieces() {
    let length = 200_u32 << 20;
    let set = layout(ct_header(), 10_240, 10_240, 16, 12);
    let head = File::new(EXPLICIT, set.put(El::bytes(0x7FE0_0010, "OW", b"").claiming(length))).bytes();
    let len = head.len() as u64 + u64::from(length);
    let mut sparse = Sparse { len, pos: 0, head, read: 0 };
    let mut warm = session("share");
    let mut scrubbed = None;
    let used = allocation_counter::measure(|| {
        let mut source = Source::new(&mut sparse).unwrap();
        let kind = scan_scrubber::kind(&mut source).unwrap();
        warm.face(scan_scrubber::Faced::Plain);
        scrubbed = Some(warm.scrub(&mut source, kind, false, &mut |_| {}).unwrap());
    });
    assert_eq!(scrubbed.unwrap().pixels, scan_scrubber::Pixels::Unchanged);
    assert!(used.bytes_max < 32 << 20, "{} bytes", used.bytes_max);
}

#[test]
fn deflate_and_inflate_agree() {
    let packed = deflate(b"Oribella Oribella");
    let mut source = Source::new(io::Cursor::new(&packed)).unwrap();
    assert_eq!(scan_scrubber::file::inflate::inflate(&mut source, 0..packed.len() as u64, 17, None).unwrap(), b"Oribella Oribella");
    assert_eq!(scan_scrubber::file::inflate::inflate(&mut source, 0..packed.len() as u64, 16, None).unwrap_err().code, Code::TooLong);
}

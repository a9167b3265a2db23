//! Picture files without a header: what leaves, what is withheld, and that nothing of what was beside the picture comes along.

use std::io::Cursor;
use std::rc::Rc;

use scan_scrubber::file::export::Sort;
use scan_scrubber::picture::{Area, Format, Looker, Mark, None as Nothing, Opened, Photometric, Pictures, Why, export};
use scan_scrubber::pixel::Part;
use scan_scrubber::tools::Tools;
use scan_scrubber::{Code, Error, Exported, Kind, Policy, Session, Source};

use crate::build::pixels::segment;
use crate::build::{EXPLICIT, File, samples};
use crate::harness;

const WORDS: &[u8] = b"Oribella Quennett";

fn session(policy: Policy) -> Session {
    let pictures: Rc<dyn Pictures> = Rc::new(Looker::new(Box::new(Nothing), Box::new(Nothing)));
    Session::new(policy, harness::key(1), Tools { pictures: Some(pictures), ..harness::tools() }).unwrap()
}

fn share() -> Session {
    session(Policy::built_in("share").unwrap())
}

fn scrub(session: &mut Session, bytes: &[u8]) -> Result<(Exported, Vec<u8>), Error> {
    let mut source = Source::new(Cursor::new(bytes)).unwrap();
    let Kind::Picture(sort) = scan_scrubber::kind(&mut source)? else { panic!("a picture file") };
    let exported = session.scrub_export(&mut source, sort)?;
    let [Part::Bytes(out)] = exported.file.parts() else { panic!("one part") };
    let out = out.clone();
    Ok((exported, out))
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [&name[..], data].concat();
    [&(data.len() as u32).to_be_bytes()[..], &named, &crc32fast::hash(&named).to_be_bytes()].concat()
}

/// A soft ground of 64 by 48 pixels.
fn ground() -> (Format, Vec<u8>) {
    let format = Format {
        rows: 48,
        columns: 64,
        samples: 3,
        bits_allocated: 8,
        bits_stored: 8,
        high_bit: 7,
        signed: false,
        planar: false,
        photometric: Photometric::Rgb,
        big_endian: false,
    };
    let frame = (0..48 * 64_u32).flat_map(|at| [(at % 64) as u8 + 60, (at / 64) as u8 + 80, 90]).collect();
    (format, frame)
}

fn png() -> Vec<u8> {
    let (format, frame) = ground();
    export::seal(&format, Opened::NATIVE, &frame).unwrap()
}

/// A PNG with words before and behind its data.
fn dirty_png() -> Vec<u8> {
    let plain = png();
    let text = chunk(b"tEXt", &[b"Author\0", WORDS].concat());
    [&plain[..33], &text, &chunk(b"zTXt", WORDS), &plain[33..], WORDS].concat()
}

/// A grey JPEG of one block, with these steps, and segments behind its start.
fn jpeg(steps: &[u8; 64], segments: &[Vec<u8>]) -> Vec<u8> {
    // One code of one bit, for no difference and for the end of the block.
    let code = |place: u8| segment(0xC4, &[&[place, 1][..], &[0; 16]].concat());
    let tables = [segment(0xDB, &[&[0], &steps[..]].concat()), segment(0xC0, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]), code(0), code(0x10)];
    let scan = [&segment(0xDA, &[1, 1, 0, 0, 63, 0])[..], &[0x3F, 0xFF, 0xD9]].concat();
    [&[0xFF, 0xD8][..], &segments.concat(), &tables.concat(), &scan].concat()
}

fn dirty_jpeg() -> Vec<u8> {
    [&jpeg(&[2; 64], &[segment(0xE1, &[b"Exif\0\0", WORDS].concat()), segment(0xE2, WORDS), segment(0xFE, WORDS)])[..], WORDS].concat()
}

fn holds_words(bytes: &[u8]) -> bool {
    bytes.windows(8).any(|window| WORDS.windows(8).any(|words| words == window))
}

fn mark(gone: bool) -> Mark {
    Mark { area: Area { x: 8, y: 16, width: 20, height: 6 }, frames: None, why: Why::Drawn, gone }
}

#[test]
fn only_the_picture_leaves() {
    for (sort, file) in [(Sort::Png, dirty_png()), (Sort::Jpeg, dirty_jpeg())] {
        let (exported, bytes) = scrub(&mut share(), &file).unwrap();
        assert!(holds_words(&file) && !holds_words(&bytes));
        assert_eq!((exported.pixels.name(), exported.writing.name(), exported.blackened), ("rebuilt", "clean", 0));
        assert_eq!(exported.findings, ["beside-picture"]);
        let (before, after) = (export::open(&file).unwrap(), export::open(&bytes).unwrap());
        assert_eq!((before.sort, &before.frame), (sort, &after.frame));
        // A file that is as it would be written stays as it is.
        let (again, same) = scrub(&mut share(), &bytes).unwrap();
        assert_eq!((again.pixels.name(), again.findings, same), ("unchanged", vec![], bytes));
    }
}

#[test]
fn what_a_person_marks_is_black_and_nothing_else_changes() {
    let mut session = share();
    session.mark(vec![mark(true)]);
    let (exported, bytes) = scrub(&mut session, &dirty_png()).unwrap();
    assert_eq!((exported.pixels.name(), exported.writing.name(), exported.blackened), ("blackened", "blackened", 1));
    let (_, mut wanted) = ground();
    for (y, x) in (16..22).flat_map(|y| (8..28).map(move |x| (y, x))) {
        wanted[(y * 64 + x) * 3..][..3].fill(0);
    }
    assert!(export::open(&bytes).unwrap().frame == wanted);
    // The marks were of that file alone, and what is let stay is said.
    assert_eq!(scrub(&mut session, &dirty_png()).unwrap().0.blackened, 0);
    session.mark(vec![mark(false)]);
    let (exported, _) = scrub(&mut session, &dirty_png()).unwrap();
    assert_eq!((exported.pixels.name(), exported.writing.name()), ("rebuilt", "left"));
}

#[test]
fn the_policy_rules_over_exports_too() {
    let policy = |more: &str| Policy::parse(&format!(r#"{{"version":1,"name":"a","options":[]{more}}}"#)).unwrap();
    assert_eq!(scrub(&mut session(policy("")), &dirty_png()).unwrap_err().code, Code::Writing);
    for more in [r#","writing":"none""#, r#","writing":"regions""#] {
        let (exported, bytes) = scrub(&mut session(policy(more)), &dirty_png()).unwrap();
        assert_eq!((exported.writing.name(), holds_words(&bytes)), ("unseen", false));
    }
    let mut nobody = Session::new(Policy::built_in("share").unwrap(), harness::key(1), harness::tools()).unwrap();
    assert_eq!(scrub(&mut nobody, &dirty_png()).unwrap_err().code, Code::Codec);
}

#[test]
fn a_first_look_says_what_is_there() {
    let of = |bytes: &[u8]| {
        let mut source = Source::new(Cursor::new(bytes)).unwrap();
        let Kind::Picture(sort) = scan_scrubber::kind(&mut source).unwrap() else { panic!("a picture file") };
        share().look_at_export(&mut source, sort)
    };
    let look = of(&dirty_png()).unwrap();
    assert_eq!((look.head.upright(), look.head.beside, look.refusal), ((64, 48), 2, None));
    assert_eq!(look.groups, of(&dirty_jpeg()).unwrap().groups, "one group");
    assert_eq!(of(&dirty_png()[..20]).unwrap_err().code, Code::CutOff);
}

#[test]
fn identifiers_outside_of_the_data_are_found() {
    let mut session = share();
    let bytes = File::new(EXPLICIT, samples::ct()).bytes();
    let mut source = Source::new(Cursor::new(bytes.as_slice())).unwrap();
    let kind = scan_scrubber::kind(&mut source).unwrap();
    let identifiers = session.look(&mut source, kind).unwrap().identifiers;
    session.hunt(identifiers, false).unwrap();
    // Steps of quantization are bytes of the original: here they spell a name.
    let mut steps = [1; 64];
    assert!(scrub(&mut session, &jpeg(&steps, &[])).is_ok());
    steps[20..31].copy_from_slice(b"Grindlewald");
    assert_eq!(scrub(&mut session, &jpeg(&steps, &[])).unwrap_err().code, Code::Residue);
}

#[test]
fn no_cut_and_no_flip_lets_anything_out() {
    for file in [dirty_png(), dirty_jpeg()] {
        // A JPEG without its last two bytes, which say no more than that it ends, has its whole picture.
        let end = file.len() - WORDS.len() - if file.starts_with(&[0xFF, 0xD8]) { 2 } else { 0 };
        let mut session = share();
        for cut in (3..end).step_by(if end > 1_000 { 37 } else { 1 }) {
            let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| scrub(&mut session, &file[..cut])));
            // Fewer bytes than tell a kind are another one.
            assert!(outcome.map_or(cut < 8, |outcome| outcome.is_err()), "{cut}");
        }
        let mut bent = file.clone();
        for at in 8..file.len().min(400) {
            bent[at] ^= 1 << (at % 8);
            if let Ok((_, bytes)) = scrub(&mut session, &bent) {
                assert!(!holds_words(&bytes));
            }
            bent[at] = file[at];
        }
    }
}

/// A PNG of these samples, in an even ground; `exif` says how it lies.
fn png_of(samples: u32, exif: Option<u8>, pixel: impl Fn(usize, usize) -> Vec<u8>) -> Vec<u8> {
    let format = Format { samples, ..ground().0 };
    let frame: Vec<u8> = (0..48).flat_map(|y| (0..64).map(move |x| (y, x))).flat_map(|(y, x)| pixel(y, x)).collect();
    let plain = export::seal(&format, Opened::NATIVE, &frame).unwrap();
    let Some(orientation) = exif else { return plain };
    let exif = [&b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"[..], &[orientation, 0, 0, 0, 0, 0, 0]].concat();
    [&plain[..33], &chunk(b"eXIf", &exif), &plain[33..]].concat()
}

#[test]
fn what_is_blackened_may_become_opaque_or_grey_and_still_leaves() {
    let mark = |x, y, width, height| Mark { area: Area { x, y, width, height }, ..mark(true) };
    let within = |y: usize, x: usize| (16..22).contains(&y) && (8..28).contains(&x);
    // Letters in the opacity alone, letters of the only colour, and both in pictures that lie on their side.
    let faint = |y, x| vec![90, 90, 90, if within(y, x) { (x * 9 % 256) as u8 } else { 0 }];
    let bright = |y, x| if within(y, x) { vec![200, (x * 9 % 256) as u8, 0] } else { vec![(y + 80) as u8; 3] };
    for orientation in [None, Some(1), Some(6), Some(3)] {
        let (x, y, width, height) = match orientation {
            Some(6) => (48 - 22, 8, 6, 20),
            Some(3) => (64 - 28, 48 - 22, 20, 6),
            _ => (8, 16, 20, 6),
        };
        for (samples, file) in [(4, png_of(4, orientation, faint)), (3, png_of(3, orientation, bright))] {
            let before = export::open(&file).unwrap();
            assert_eq!(before.format.samples, samples);
            let mut session = share();
            session.mark(vec![mark(x, y, width, height)]);
            let (exported, bytes) = scrub(&mut session, &file).unwrap();
            assert_eq!((exported.pixels.name(), exported.blackened), ("blackened", 1));
            let after = export::open(&bytes).unwrap();
            assert_eq!(after.format, before.format, "{orientation:?}");
            let across = after.format.columns as usize;
            let each = samples as usize;
            for (at, (one, other)) in before.frame.chunks(each).zip(after.frame.chunks(each)).enumerate() {
                let marked = Area { x: (at % across) as u32, y: (at / across) as u32, width: 1, height: 1 }
                    .with(&Area { x, y, width, height })
                    .size()
                    == 1;
                assert_eq!(other, if marked { &[0; 4][..each] } else { one }, "{orientation:?} {samples} {at}");
            }
        }
    }
}

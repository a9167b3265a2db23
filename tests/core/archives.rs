//! Archives whose directories lie (Z01 to Z03, Z05).

use std::io::Cursor;

use allocation_counter::measure;
use scan_scrubber::file::archive::{self, Listed, Packing, Window};
use scan_scrubber::{Code, Kind, Result, Source};

use crate::build::file::bomb;
use crate::build::samples::ct;
use crate::build::zip::{Entry, Zip};
use crate::build::{EXPLICIT, File};
use crate::harness::{kind, session};

fn instance() -> Vec<u8> {
    File::new(EXPLICIT, ct()).bytes()
}

fn list(zip: &[u8]) -> Result<Vec<Listed>> {
    archive::list(Cursor::new(zip))
}

/// Lists, unpacks everything that can be, and returns the contents or codes in order.
fn contents(zip: &[u8]) -> Result<Vec<std::result::Result<Vec<u8>, Code>>> {
    let unpack = |listed: Listed| {
        let entry = listed.entry?;
        let mut source = Source::new(Cursor::new(zip)).unwrap();
        match entry.packing {
            Packing::Deflate => archive::unpack(&mut source, &entry, None).map_err(|error| error.code),
            Packing::Store => {
                let mut window = Source::new(Window::new(Cursor::new(zip), entry.start, entry.packed)).unwrap();
                let length = usize::try_from(window.len()).unwrap();
                window.bytes(0, length).map(<[u8]>::to_vec).map_err(|error| error.code)
            }
        }
    };
    Ok(list(zip)?.into_iter().map(unpack).collect())
}

fn good() -> Vec<Entry> {
    vec![Entry::stored("a.dcm", &instance()), Entry::deflated("folder/b", &instance()), Entry::deflated("empty", b"")]
}

#[test]
fn plain_archives_are_read() {
    let bytes = Zip::of(good()).bytes();
    assert_eq!(kind(&bytes), Kind::Zip);
    assert_eq!(contents(&bytes).unwrap(), [Ok(instance()), Ok(instance()), Ok(vec![])]);
}

/// Z01: what a stored entry holds is compared with what its archive says of it, as far as it says anything.
#[test]
fn stored_entries_are_compared_with_their_checksum() {
    let check = |entry: Entry| {
        let bytes = Zip::of(vec![entry]).bytes();
        let entry = list(&bytes).unwrap().remove(0).entry.unwrap();
        let mut window = Source::new(Window::new(Cursor::new(&bytes), entry.start, entry.packed)).unwrap();
        archive::check(&mut window, &entry).map_err(|error| error.code)
    };
    assert_eq!(check(Entry::stored("a", &instance())), Ok(()));
    assert_eq!(check(Entry::stored("a", &instance()).saying(|fields| fields.crc ^= 1)), Err(Code::ArchiveMismatch));
    assert_eq!(check(Entry::stored("a", &instance()).saying(|fields| fields.crc = 0)), Ok(()));
    // Longer than what is held at one time.
    assert_eq!(check(Entry::stored("a", &vec![7; 9 << 20])), Ok(()));
}

/// Icons of a program, or pictures in a letter, are nobody's scans.
#[test]
fn programs_and_documents_are_no_archives_of_scans() {
    let of = |names: &[&str]| {
        let named = names.iter().map(|name| Entry::deflated(name, b"any"));
        let entries = std::iter::once(Entry::stored("IM1", &instance())).chain(named).collect();
        archive::purpose(&list(&Zip::of(entries).bytes()).unwrap())
    };
    assert_eq!(of(&["META-INF/MANIFEST.MF", "viewer/Main.class"]), Some("program"));
    assert_eq!(of(&["[Content_Types].xml", "word/document.xml", "word/media/image1.png"]), Some("office"));
    assert_eq!(of(&["META-INF/manifest.xml", "content.xml"]), Some("office"));
    // Scans that a program in Java packed.
    assert_eq!((of(&["META-INF/MANIFEST.MF", "IM2"]), of(&["[Content_Types].xml"])), (None, None));
}

/// An entry is read in its place: from the archive, not from a copy.
#[test]
fn stored_entries_are_cleaned_where_they_lie() {
    let bytes = Zip::of(good()).bytes();
    let entry = list(&bytes).unwrap().remove(0).entry.unwrap();
    let mut window = Source::new(Window::new(Cursor::new(&bytes), entry.start, entry.packed)).unwrap();
    let kind = scan_scrubber::kind(&mut window).unwrap();
    let mut session = session("share");
    session.face(scan_scrubber::Faced::Plain);
    let inside = session.scrub(&mut window, kind, false, &mut |_| {}).unwrap();
    let alone = crate::harness::scrub(&instance(), "share").unwrap();
    assert_eq!(inside.file, alone.scrubbed.file);
}

/// Z01: sizes that lie; the others go on.
#[test]
fn forged_sizes_are_found_on_real_bytes() {
    let short = Entry::deflated("a", &instance()).saying(|fields| fields.size = 1_000);
    let long = Entry::deflated("b", &instance()).saying(|fields| fields.size = 1 << 30);
    let stored = Entry::stored("c", &instance()).saying(|fields| fields.size = 1 << 30);
    let crc = Entry::deflated("d", &instance()).saying(|fields| fields.crc ^= 1);
    let broken = Entry { data: vec![0x07; 50], ..Entry::deflated("e", &[0; 5_000]) }.saying(|fields| fields.packed = 50);
    let zip = Zip::of(vec![short, long, stored, crc, broken, Entry::deflated("f", &instance())]).bytes();
    let found = contents(&zip).unwrap();
    assert_eq!(
        found,
        [
            Err(Code::TooLong),
            Err(Code::ArchiveMismatch),
            Err(Code::ArchiveMismatch),
            Err(Code::ArchiveMismatch),
            Err(Code::Deflate),
            Ok(instance())
        ]
    );
}

/// Z01: a gigabyte behind a stated kilobyte costs nothing.
#[test]
fn bombs_stop_at_what_was_announced() {
    let data = bomb(1_024);
    for (size, most) in [(1_000_u32, 4 << 20), (64 << 20, 256 << 20)] {
        let fields = |entry: Entry| entry.saying(|fields| (fields.size, fields.packed, fields.method) = (size, data.len() as u32, 8));
        let zip = Zip::of(vec![fields(Entry { data: data.clone(), ..Entry::stored("a", b"") }), Entry::stored("b", &instance())]).bytes();
        let mut found = Ok(vec![]);
        let used = measure(|| found = contents(&zip));
        assert_eq!(found.unwrap(), [Err(Code::TooLong), Ok(instance())]);
        assert!(used.bytes_max < most + zip.len() as u64, "{} bytes", used.bytes_max);
    }
}

/// Z02: one stream that is two entries, or a thousand.
#[test]
fn overlapping_entries_are_refused() {
    let mut entries = vec![Entry::stored("0", &instance())];
    entries.extend((1..1_000).map(|n| Entry { shares: Some(0), ..Entry::stored(&format!("{n}"), &instance()) }));
    assert_eq!(list(&Zip::of(entries).bytes()).unwrap_err().code, Code::ArchiveStructure);
    // Reaching into the next.
    let greedy = Entry::stored("a", &[7; 100]).saying(|fields| (fields.packed, fields.size) = (140, 140));
    assert_eq!(list(&Zip::of(vec![greedy, Entry::stored("b", &[8; 100])]).bytes()).unwrap_err().code, Code::ArchiveStructure);
}

/// Z02: an entry that reaches past its archive costs only itself.
#[test]
fn entries_past_the_end_are_refused() {
    let greedy = Entry::stored("a", &[7; 100]).saying(|fields| (fields.packed, fields.size) = (1 << 30, 1 << 30));
    let packed = Entry::deflated("b", &[7; 100]).saying(|fields| fields.packed = 1 << 30);
    for entry in [greedy, packed] {
        let zip = Zip::of(vec![Entry::stored("good", &instance()), entry]).bytes();
        let mut found = Ok(vec![]);
        let used = measure(|| found = contents(&zip));
        assert_eq!(found.unwrap(), [Ok(instance()), Err(Code::CutOff)]);
        assert!(used.bytes_max < 4 << 20, "{} bytes", used.bytes_max);
    }
}

/// Z02: many entries.
#[test]
fn too_many_entries_are_refused() {
    let many = |count: usize| Zip { zip64: true, ..Zip::of((0..count).map(|n| Entry::stored(&format!("{n}"), b"")).collect()) }.bytes();
    assert_eq!(list(&many(50_000)).unwrap().len(), 50_000);
    for count in [50_001, 70_000] {
        assert_eq!(list(&many(count)).unwrap_err().code, Code::TooMany);
    }
}

/// Z02: zip64, descriptors and bytes in front are ordinary.
#[test]
fn other_ways_of_writing_are_read() {
    let expected = [Ok(instance()), Ok(instance()), Ok(vec![])];
    for zip64 in [false, true] {
        for shifted in [false, true] {
            for prefix in [&b""[..], b"#!/bin/sh\n", &[0x5A; 5_000]] {
                let zip = Zip { zip64, shifted, prefix: prefix.to_vec(), ..Zip::of(good()) }.bytes();
                assert_eq!(contents(&zip).unwrap(), expected, "{zip64} {shifted} {}", prefix.len());
            }
        }
    }
    let described = good().into_iter().map(|mut entry| {
        entry.local.flags = 8;
        entry.central.flags = 8;
        (entry.local.crc, entry.local.packed, entry.local.size, entry.descriptor) = (0, 0, 0, true);
        entry
    });
    assert_eq!(contents(&Zip::of(described.collect()).bytes()).unwrap(), expected);
}

/// Z02: directories that are not.
#[test]
fn broken_directories_are_refused_with_a_code() {
    let whole = Zip::of(good()).bytes();
    for length in (0..whole.len()).step_by(7) {
        if let Err(error) = contents(&whole[..length]) {
            assert!(matches!(error.code, Code::ArchiveStructure | Code::TooMany), "{error}");
        }
    }
    let end = whole.len() - 22;
    for at in (end - 300)..whole.len() {
        for bit in 0..8 {
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << bit;
            if let Err(error) = contents(&bytes) {
                assert!(matches!(error.code, Code::ArchiveStructure | Code::TooMany), "{error}");
            }
        }
    }
    for count in [0, 1, 2, 4, u16::MAX] {
        let _ = contents(&Zip { count: Some(count), ..Zip::of(good()) }.bytes());
    }
    // Two ends: one of the two archives, or none; never a mixture that fails otherwise.
    let two = [&Zip::of(vec![Entry::stored("x", b"first")]).bytes()[..], &whole].concat();
    match contents(&two) {
        Ok(found) => assert_eq!(found.len(), 3),
        Err(error) => assert_eq!(error.code, Code::ArchiveStructure),
    }
}

/// Z03: names are never paths; links and folders are no files.
#[test]
fn names_are_only_names() {
    let long = "n".repeat(4_096);
    let names =
        ["../x", "/abs", "C:\\x", "\\\\server\\x", "a\0b", &long, "\u{202E}mcd.exe", "CON", "a/../../b", "%2e%2e/x", "-rf", "=cmd()"];
    let zip = Zip::of(names.iter().map(|name| Entry::stored(name, &instance())).collect()).bytes();
    let listed = list(&zip).unwrap();
    assert_eq!(listed.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), names);
    assert!(contents(&zip).unwrap().iter().all(|file| file.as_ref() == Ok(&instance())));
    let link = Entry { attributes: 0o120_777 << 16, ..Entry::stored("link", b"/etc/passwd") };
    let folder = Entry::stored("folder/", b"");
    assert_eq!(list(&Zip::of(vec![link, folder, Entry::stored("a", b"x")]).bytes()).unwrap().len(), 1);
    let bytes = [&[0xFF, 0xFE][..], b"name"].concat();
    let broken = Entry { name: bytes, ..Entry::stored("", &instance()) };
    assert_eq!(contents(&Zip::of(vec![broken]).bytes()).unwrap(), [Ok(instance())]);
}

/// Z03: two files of one name.
#[test]
fn duplicate_names_are_refused() {
    let zip = Zip::of(vec![Entry::stored("a", &instance()), Entry::stored("a", &instance())]).bytes();
    assert_eq!(list(&zip).unwrap_err().code, Code::ArchiveStructure);
}

/// Z05: entries that cannot be opened, each with its reason; the others go on.
#[test]
fn locked_and_unknown_entries_cost_only_themselves() {
    let locked = Entry::stored("zipcrypto", &[1; 40]).saying(|fields| fields.flags = 1);
    let method = |name: &str, number: u16| Entry::stored(name, &[1; 40]).saying(move |fields| fields.method = number);
    let strong = Entry::stored("strong", &[1; 40]).saying(|fields| fields.flags = 0x41);
    let aes = Entry { extra: [&0x9901_u16.to_le_bytes()[..], &[7, 0, 2, 0, b'A', b'E', 3, 8, 0]].concat(), ..method("aes", 99) }
        .saying(|fields| fields.flags = 1);
    let zip = Zip::of(vec![
        locked,
        strong,
        aes,
        method("deflate64", 9),
        method("bzip2", 12),
        method("lzma", 14),
        method("zstd", 93),
        method("xz", 95),
        Entry::deflated("good", &instance()),
    ]);
    let found = contents(&zip.bytes()).unwrap();
    use Code::{ArchiveEncrypted, ArchiveMethod};
    let codes: Vec<Option<Code>> = found.iter().map(|file| file.as_ref().err().copied()).collect();
    let (locked, method) = (Some(ArchiveEncrypted), Some(ArchiveMethod));
    assert_eq!(codes, [locked, locked, locked, method, method, method, method, method, None]);
}

/// A first piece of an entry is enough for a first look.
#[test]
fn entries_are_unpacked_as_far_as_asked_for() {
    let zip = Zip::of(vec![Entry::deflated("a", &vec![9; 1 << 20])]).bytes();
    let entry = list(&zip).unwrap().remove(0).entry.unwrap();
    let mut source = Source::new(Cursor::new(&zip)).unwrap();
    let some = archive::unpack(&mut source, &entry, Some(100_000)).unwrap();
    assert!((100_000..300_000).contains(&some.len()));
}

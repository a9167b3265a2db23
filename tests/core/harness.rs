//! The whole way of one file, as the page and the command take it, with everything checked that holds for every file.

use std::io::{Cursor, Read, Seek};

use dicom_core::Tag;
use dicom_dictionary_std::tags;
use dicom_object::FileDicomObject;
use scan_scrubber::file::walk::{Encoding, Token, Walker};
use scan_scrubber::tools::{Lexicon, Tools};
use scan_scrubber::write::Assembled;
use scan_scrubber::{Code, Error, Key, Kind, Look, Policy, Scrubbed, Session, Source};

use crate::search::{Search, inflated};

pub const PROFILES: [&str; 3] = ["share", "strict", "clinical"];

/// A file that may leave.
#[derive(Debug)]
pub struct Cleaned {
    pub bytes: Vec<u8>,
    pub scrubbed: Scrubbed,
}

pub fn key(seed: u8) -> Key {
    Key::new(&(0..32).map(|n| n ^ seed).collect::<Vec<u8>>()).unwrap()
}

/// What a session works with beside its policy and key. The decoder is not the one that is shipped, which is the browser's.
pub fn tools() -> Tools {
    Tools { lexicon: Lexicon::read(include_bytes!("../../src/profile/data/lexicon.bin")).unwrap(), decode, pictures: None }
}

fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(|text| text.into_owned())
}

pub fn session(profile: &str) -> Session {
    Session::new(policy(profile), key(0x5A), tools()).unwrap()
}

/// A built-in profile. `clinical` without its Option that keeps a device's identity: what is planted in every attribute must go.
fn policy(profile: &str) -> Policy {
    let whole = serde_json::to_string(&Policy::built_in(profile).unwrap()).unwrap();
    Policy::parse(&whole.replace("\"retain-device-identity\",", "")).unwrap()
}

/// A first look, then the whole way, in a batch of its own.
pub fn scrub(bytes: &[u8], profile: &str) -> Result<Cleaned, Error> {
    scrub_in(&mut session(profile), bytes)
}

/// The same in a batch that goes on.
pub fn scrub_in(session: &mut Session, bytes: &[u8]) -> Result<Cleaned, Error> {
    let cleaned = run(session, Cursor::new(bytes))?;
    check(&cleaned);
    Ok(cleaned)
}

/// A first look, then the whole way, of anything that can be read; the output is not checked.
pub fn run<R: Read + Seek>(session: &mut Session, reader: R) -> Result<Cleaned, Error> {
    let mut source = Source::new(reader)?;
    let kind = scan_scrubber::kind(&mut source)?;
    let look = session.look(&mut source, kind);
    session.face(scan_scrubber::Faced::Plain);
    let result = session.scrub(&mut source, kind, true, &mut |_| {});
    agree(&look, &result);
    let scrubbed = result?;
    let mut out = Vec::new();
    Assembled::new(&mut source, scrubbed.file.parts()).read_to_end(&mut out).unwrap();
    assert_eq!(out.len() as u64, scrubbed.file.len());
    Ok(Cleaned { bytes: out, scrubbed })
}

/// A first look must not promise what the whole way does not hold, nor the other way round.
fn agree(look: &Result<Look, Error>, result: &Result<Scrubbed, Error>) {
    match (look, result) {
        (Err(look), Ok(_)) => panic!("refused at first look ({look}), and then cleaned"),
        (Ok(Look { refusal: Some(code), .. }), result) => {
            // The rest of the file may be broken in another way.
            assert!(result.is_err(), "{code} at first look, and then cleaned");
        }
        (Ok(look), Ok(scrubbed)) => assert_eq!(look.groups, scrubbed.groups),
        _ => {}
    }
}

/// What holds for every file that leaves, read back by two readers that share nothing.
pub fn check(cleaned: &Cleaned) {
    let bytes = &cleaned.bytes;
    assert!(bytes[..128].iter().all(|byte| *byte == 0) && &bytes[128..132] == b"DICM", "preamble");
    strictly(bytes);
    let object = open(bytes);
    let text = |tag| object.element(tag).unwrap().to_str().unwrap().into_owned();
    assert_eq!(text(tags::PATIENT_IDENTITY_REMOVED), "YES");
    let pseudonym = &cleaned.scrubbed.pseudonym;
    assert_eq!(text(tags::PATIENT_NAME), pseudonym.name);
    assert_eq!(text(tags::PATIENT_ID), pseudonym.id);
    assert_eq!(text(tags::SOP_INSTANCE_UID), object.meta().media_storage_sop_instance_uid());
    assert_eq!(text(tags::SOP_CLASS_UID), object.meta().media_storage_sop_class_uid());
    assert!(object.meta().private_information.is_none() && object.meta().source_application_entity_title.is_none());
    let codes = object.element(tags::DEIDENTIFICATION_METHOD_CODE_SEQUENCE).unwrap().items().unwrap();
    let retains = codes.iter().any(|code| code.element(tags::CODE_VALUE).unwrap().to_str().unwrap() == "113111");
    groups(&object, retains);
}

/// Public groups; with the Option private ones too, each under a creator of the table.
fn groups(set: &dicom_object::InMemDicomObject, retains: bool) {
    for element in set.iter() {
        let tag = element.header().tag;
        let group = tag.group();
        assert!((0x0008..=0x7FE0).contains(&group) && !matches!(group, 0x5000..=0x50FF | 0x6000..=0x60FF if group % 2 == 0), "{tag}");
        if group % 2 == 1 {
            assert!(retains, "{tag}");
            let number = tag.element();
            let name = Tag(group, if number < 0x1000 { number } else { number >> 8 });
            let creator = set.element(name).unwrap().to_str().unwrap();
            assert!(scan_scrubber::profile::safe_creator(&creator).is_some(), "{tag}");
            let row = scan_scrubber::profile::safe_private(&creator, group, (number & 0xFF) as u8);
            assert!(number < 0x1000 || row.is_some(), "{tag}");
        }
        element.items().into_iter().flatten().for_each(|item| groups(item, retains));
    }
}

/// Walks an output with the walker that repairs nothing.
pub fn strictly(bytes: &[u8]) -> usize {
    let length = u64::from(u32::from_le_bytes(bytes[140..144].try_into().unwrap())) + 144;
    let deflated = inflated(bytes);
    let (bytes, start) = deflated.as_deref().map_or((bytes, length), |inner| (inner, 0));
    let mut source = Source::new(Cursor::new(bytes)).unwrap();
    let encoding = scan_scrubber::file::walk::guess(source.bytes(start, 8).unwrap()).unwrap_or(Encoding::ImplicitLittle);
    let span = start..bytes.len() as u64;
    let mut walker = Walker::new(&mut source, span, encoding).strict();
    let mut tokens = 0;
    loop {
        match walker.step().unwrap_or_else(|error| panic!("the strict walker: {error}")) {
            Token::End { at } => {
                assert_eq!(at, bytes.len() as u64, "bytes behind the data set");
                return tokens;
            }
            _ => tokens += 1,
        }
    }
}

/// Opens a file with a reader that is not ours.
pub fn open(bytes: &[u8]) -> FileDicomObject<dicom_object::InMemDicomObject> {
    // Deflate is not part of that reader as it is built here: it is given the same data set, inflated.
    let plain = inflated(bytes).map(|inner| {
        let length = u32::from_le_bytes(bytes[140..144].try_into().unwrap()) as usize;
        let head = String::from_utf8_lossy(&bytes[..144 + length]).contains("1.2.840.10008.1.2.1.99");
        assert!(head);
        let mut head = bytes[..144 + length].to_vec();
        let at = head.windows(22).position(|window| window == b"1.2.840.10008.1.2.1.99").unwrap();
        head[at + 19..at + 22].fill(0);
        [head, inner].concat()
    });
    let mut bytes = plain.unwrap_or_else(|| bytes.to_vec());
    // Retired JPEG processes are not in that reader's list: their data sets are encoded as those of the first process.
    let retired = b"1.2.840.10008.1.2.4.";
    if let Some(at) = bytes[..bytes.len().min(1_024)].windows(retired.len()).position(|window| window == retired)
        && let Some(number) = bytes.get_mut(at + retired.len()..at + retired.len() + 2)
        && matches!(number, [b'5', b'2'..=b'6' | b'8' | b'9'] | [b'6', b'0'..=b'6'])
    {
        number.copy_from_slice(b"50");
    }
    FileDicomObject::from_reader(&bytes[128..]).unwrap_or_else(|error| panic!("the other reader: {error}"))
}

/// Every sentinel is in the input, and in no output: the file is cleaned under every profile.
#[track_caller]
pub fn cleaned<S: AsRef<[u8]>>(input: &[u8], sentinels: &[S]) -> Vec<Cleaned> {
    present(input, sentinels);
    PROFILES
        .map(|profile| match scrub(input, profile) {
            Ok(cleaned) => {
                absent(&cleaned, sentinels);
                cleaned
            }
            Err(error) => panic!("{profile}: {error}"),
        })
        .into()
}

/// As [`cleaned`], or the file is withheld with one of these codes; nothing planted is in the message.
#[track_caller]
pub fn cleaned_or<S: AsRef<[u8]>>(input: &[u8], sentinels: &[S], codes: &[Code]) -> Vec<Result<Cleaned, Code>> {
    present(input, sentinels);
    let results = PROFILES.map(|profile| match scrub(input, profile) {
        Ok(cleaned) => {
            absent(&cleaned, sentinels);
            Ok(cleaned)
        }
        Err(error) => {
            assert!(codes.contains(&error.code), "{profile}: {error}");
            assert!(sentinels.is_empty() || Search::new(sentinels).find(format!("{error:?} {error}").as_bytes()).is_empty());
            Err(error.code)
        }
    });
    results.into()
}

/// The file is withheld under every profile, with this code.
#[track_caller]
pub fn withheld(input: &[u8], code: Code) {
    for profile in PROFILES {
        match scrub(input, profile) {
            Ok(_) => panic!("{profile}: cleaned, not {code}"),
            Err(error) => assert_eq!(error.code, code, "{profile}: {error}"),
        }
    }
}

#[track_caller]
fn present<S: AsRef<[u8]>>(input: &[u8], sentinels: &[S]) {
    let found = Search::new(sentinels).find(input);
    for (index, sentinel) in sentinels.iter().enumerate() {
        assert!(found.iter().any(|(at, _)| *at == index), "{} is not in the input", String::from_utf8_lossy(sentinel.as_ref()));
    }
}

#[track_caller]
pub fn absent<S: AsRef<[u8]>>(cleaned: &Cleaned, sentinels: &[S]) {
    let search = Search::new(sentinels);
    let name = |found: Vec<(usize, &'static str)>| {
        let shown = |(at, form): &(usize, &'static str)| {
            let sentinel = sentinels[*at].as_ref();
            let place = cleaned.bytes.windows(sentinel.len()).position(|window| window.eq_ignore_ascii_case(sentinel)).unwrap_or(0);
            let around = &cleaned.bytes[place.saturating_sub(16)..(place + 48).min(cleaned.bytes.len())];
            format!("{} ({form}) {}", String::from_utf8_lossy(sentinel), around.escape_ascii())
        };
        found.iter().map(shown).collect::<Vec<_>>()
    };
    assert_eq!(name(search.find(&cleaned.bytes)), [""; 0], "in the output");
    assert_eq!(name(search.find(cleaned.scrubbed.ledger.lines().as_bytes())), [""; 0], "in the ledger");
    assert_eq!(name(search.find(cleaned.scrubbed.findings.join(" ").as_bytes())), [""; 0], "in the findings");
}

/// The value of (7FE0,0010) as another reader sees it: a native one's bytes, words of it little endian, or the fragments.
pub fn pixels(bytes: &[u8]) -> Vec<Vec<u8>> {
    let object = open(bytes);
    let element = object.element(tags::PIXEL_DATA).unwrap();
    match element.value() {
        dicom_core::value::Value::PixelSequence(sequence) => sequence.fragments().iter().map(|fragment| fragment.to_vec()).collect(),
        value => vec![value.to_bytes().unwrap().into_owned()],
    }
}

/// What a source of this kind is.
pub fn kind(bytes: &[u8]) -> Kind {
    scan_scrubber::kind(&mut Source::new(Cursor::new(bytes)).unwrap()).unwrap()
}

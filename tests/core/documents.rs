//! Encapsulated documents: withheld, or replaced by an empty one where a policy asks for it; never a byte of the original.

use dicom_core::Tag;

use crate::build::content::document;
use crate::build::{EXPLICIT, File, NATIVE};
use crate::harness::{absent, key, open, scrub_in, tools, withheld};
use scan_scrubber::{Code, Policy, Session};

const SECRET: &[u8] = b"%PDF-1.4 Oribella of Hollowmere Lane";
const MIMES: [(u8, &str); 5] = [(1, "application/pdf"), (2, "text/XML"), (3, "model/stl"), (4, "model/obj"), (5, "model/mtl")];

fn session(options: &str) -> Session {
    let policy = format!(r#"{{"version":1,"name":"test","options":[{options}],"documents":"remove"}}"#);
    Session::new(Policy::parse(&policy).unwrap(), key(1), tools()).unwrap()
}

#[test]
fn documents_are_withheld_unless_a_policy_says_otherwise() {
    for (class, mime) in MIMES {
        withheld(&File::new(EXPLICIT, document(class, mime, SECRET)).bytes(), Code::Document);
    }
    // However large: no byte of it is held.
    withheld(&File::new(EXPLICIT, document(1, "application/pdf", &vec![7; (16 << 20) + 2])).bytes(), Code::Document);
    let json = r#"{"version":1,"name":"test","options":[],"documents":"keep"}"#;
    assert_eq!(Policy::parse(json).unwrap_err().code, Code::Policy);
}

#[test]
fn an_empty_document_takes_its_place() {
    for (class, mime) in MIMES {
        for syntax in NATIVE {
            let input = File::new(syntax, document(class, mime, SECRET)).bytes();
            let cleaned = scrub_in(&mut session(r#""clean-descriptors""#), &input).unwrap_or_else(|error| panic!("{class}: {error}"));
            absent(&cleaned, &["oribella", "hollowmere", "grindlewald"]);
            let object = open(&cleaned.bytes);
            let bytes = object.element(Tag(0x0042, 0x0011)).unwrap().to_bytes().unwrap().into_owned();
            let length: u32 = object.element(Tag(0x0042, 0x0015)).unwrap().to_int().unwrap();
            assert_eq!(bytes.len() as u32, length.next_multiple_of(2), "{class}");
            assert_eq!(object.element(Tag(0x0042, 0x0012)).unwrap().to_str().unwrap(), mime);
            let start: &[u8] = match class {
                1 => b"%PDF-",
                2 => b"<?xml",
                3 => &[0; 84],
                _ => b"# REMOVED",
            };
            assert!(bytes.starts_with(start), "{class}");
        }
    }
}

/// What the header says of the document's kind does not choose what it becomes.
#[test]
fn the_class_chooses_the_document() {
    let input = File::new(EXPLICIT, document(3, "text/Oribella", SECRET)).bytes();
    let cleaned = scrub_in(&mut session(""), &input).unwrap();
    absent(&cleaned, &["oribella"]);
    assert_eq!(open(&cleaned.bytes).element(Tag(0x0042, 0x0012)).unwrap().to_str().unwrap(), "model/stl");
}

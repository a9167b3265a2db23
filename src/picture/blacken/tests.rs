use super::super::build::{format, noise, waves};
use super::super::{None as Nothing, black};
use super::*;

const BIG: &str = "1.2.840.10008.1.2.2";
const DEFLATED: &str = "1.2.840.10008.1.2.8.1";
const RLE: &str = "1.2.840.10008.1.2.5";
const LOSSLESS: &str = "1.2.840.10008.1.2.4.70";
const LS: &str = "1.2.840.10008.1.2.4.80";
const J2K: &str = "1.2.840.10008.1.2.4.90";

/// Codecs whose streams are the words themselves, each with a bit turned where they lie.
struct Plain {
    lies: bool,
}

impl Codecs for Plain {
    fn decode(&self, _: &str, bytes: &[u8], format: &Format) -> Result<Frame> {
        native::decode(bytes, 0, format)
    }

    fn encode(&self, _: &str, frame: &Frame, format: &Format) -> Result<Vec<u8>> {
        let mut bytes = native::encode(frame, format, 0);
        bytes[0] ^= u8::from(self.lies);
        Ok(bytes)
    }
}

fn boxes() -> Vec<Area> {
    vec![Area { x: 3, y: 2, width: 5, height: 4 }, Area { x: 6, y: 5, width: 90, height: 2 }]
}

fn made(stored: &Stored<'_>, outgoing: &Outgoing, areas: &[Area], codecs: &dyn Codecs) -> Vec<u8> {
    match frame(stored, outgoing, areas, None, codecs).unwrap() {
        Blackened::Same => stored.bytes.to_vec(),
        Blackened::Stream(stream) => stream,
        Blackened::Patches(patches) => {
            let mut bytes = stored.bytes.to_vec();
            patches.into_iter().for_each(|(at, bytes_then)| Patch { at, bytes: bytes_then }.apply(&mut bytes));
            bytes
        }
    }
}

fn formats() -> Vec<Format> {
    let mono = |bits_allocated, bits_stored, signed, photometric| Format {
        bits_stored,
        high_bit: bits_stored - 1,
        signed,
        photometric,
        ..format(19, 23, 1, bits_allocated)
    };
    vec![
        mono(8, 8, false, Photometric::Monochrome2),
        mono(8, 8, true, Photometric::Monochrome2),
        mono(16, 12, false, Photometric::Monochrome1),
        mono(16, 12, true, Photometric::Monochrome2),
        mono(16, 10, false, Photometric::Palette),
        mono(16, 16, true, Photometric::Monochrome1),
        Format { high_bit: 15, ..mono(16, 12, false, Photometric::Monochrome1) },
        format(19, 23, 3, 8),
        Format { photometric: Photometric::YbrFull, ..format(19, 23, 3, 8) },
        Format { photometric: Photometric::YbrRct, planar: true, ..format(19, 23, 3, 8) },
        Format { bits_stored: 12, high_bit: 11, ..format(19, 23, 3, 16) },
    ]
}

#[test]
fn every_own_syntax_keeps_all_but_the_areas() {
    for syntax in ["1.2.840.10008.1.2.1", DEFLATED, RLE, LOSSLESS, LS] {
        for format in formats() {
            for frame in [noise(&format, 7), waves(&format, 7)] {
                let bytes = encode::frame(syntax, &frame, &format, &Nothing).unwrap();
                let stored = Stored::new(syntax, &bytes, &format);
                let outgoing = outgoing(syntax, &format, &decode::format(&stored)).unwrap();
                assert_eq!((outgoing.syntax.as_str(), &outgoing.target.photometric, outgoing.target.planar), (syntax, &None, None));
                let after = made(&stored, &outgoing, &boxes(), &Nothing);
                let written = Stored { bytes: &after, ..stored };
                let (old, new) = (decode::frame(&stored, &Nothing).unwrap(), decode::frame(&written, &Nothing).unwrap());
                assert!(black::same_outside(&old, &new, &boxes()) && old != new, "{syntax} {format:?}");
                assert!(black::is_black(&new, &decode::format(&stored), &boxes(), None), "{syntax} {format:?}");
                assert_eq!(check(&stored, &written, &boxes(), None, &Nothing).as_ref(), Ok(&new));
                assert_eq!(check(&stored, &stored, &boxes(), None, &Nothing), Err(Code::Mask.into()));
                assert_eq!(check(&stored, &written, &boxes()[..1], None, &Nothing), Err(Code::Mask.into()));
                assert_eq!(super::frame(&stored, &outgoing, &[Area { x: 99, ..boxes()[0] }], None, &Nothing), Ok(Blackened::Same));
            }
        }
    }
}

#[test]
fn big_endian_and_shared_colour_are_patched() {
    let words = Format { big_endian: true, ..format(19, 24, 1, 16) };
    let paired = Format { photometric: Photometric::YbrFull422, ..format(19, 24, 3, 8) };
    for (syntax, format, len) in [(BIG, words, 912), ("1.2.840.10008.1.2.1", paired, 912)] {
        let bytes: Vec<u8> = super::super::build::numbers(3).take(len).map(|number| number as u8).collect();
        let stored = Stored::new(syntax, &bytes, &format);
        let outgoing = outgoing(syntax, &format, &decode::format(&stored)).unwrap();
        let after = made(&stored, &outgoing, &boxes(), &Nothing);
        assert_eq!(after.len(), bytes.len());
        assert_eq!(check(&stored, &Stored { bytes: &after, ..stored }, &boxes(), None, &Nothing).map(drop), Ok(()));
    }
}

#[test]
fn codecs_are_checked() {
    let format = Format { photometric: Photometric::YbrIct, ..format(9, 9, 3, 8) };
    let bytes = noise(&format, 2).data;
    let stored = Stored::new("1.2.840.10008.1.2.4.91", &bytes, &format);
    let outgoing = outgoing(stored.syntax, &format, &decode::format(&stored)).unwrap();
    let target = Target { syntax: J2K.to_owned(), photometric: Some("YBR_RCT".to_owned()), planar: Some(0) };
    assert_eq!(outgoing.target, target);
    let after = made(&stored, &outgoing, &boxes()[..1], &Plain { lies: false });
    let written = Stored::new(J2K, &after, &outgoing.format);
    assert_eq!(check(&stored, &written, &boxes()[..1], None, &Plain { lies: false }).map(drop), Ok(()));
    assert_eq!(frame(&stored, &outgoing, &boxes(), None, &Plain { lies: true }), Err(Code::Mask.into()));
    assert_eq!(frame(&stored, &outgoing, &boxes(), None, &Nothing), Err(Code::Codec.into()));
    // Made anew, black or not.
    assert_eq!(made(&stored, &outgoing, &[], &Plain { lies: false }), bytes);
}

#[test]
fn what_cannot_be_encoded_goes_out_uncompressed() {
    let format = Format { photometric: Photometric::YbrFull422, planar: true, ..format(9, 10, 3, 8) };
    let frame = noise(&format, 2);
    let stream = encode::frame(LS, &frame, &format, &Nothing).unwrap();
    let stored = Stored::new(LS, &stream, &format);
    let outgoing = uncompressed(&format, &decode::format(&stored));
    let target = Target { syntax: NATIVE.to_owned(), photometric: Some("YBR_FULL".to_owned()), planar: Some(0) };
    assert_eq!(outgoing.target, target);
    assert!(!outgoing.format.planar && outgoing.format.photometric == Photometric::YbrFull);
    let after = made(&stored, &outgoing, &boxes(), &Nothing);
    assert_eq!(check(&stored, &Stored::new(NATIVE, &after, &outgoing.format), &boxes(), None, &Nothing).map(drop), Ok(()));
    assert_eq!(made(&stored, &outgoing, &[], &Nothing), frame.data);
}

#[test]
fn syntaxes_go_where_they_should() {
    let rgb = format(9, 9, 3, 8);
    let of = |last: &str, format: &Format| {
        let syntax = format!("1.2.840.10008.1.2.4.{last}");
        let out = outgoing(&syntax, format, &decode::format(&Stored::new(&syntax, &[], format))).unwrap();
        let last = out.syntax.strip_prefix("1.2.840.10008.1.2.").unwrap().to_owned();
        (last, out.target.photometric.unwrap_or_default(), out.target.planar)
    };
    let with = |photometric| Format { photometric, ..rgb.clone() };
    let expect = |last: &str, photometric: &str, planar| (last.to_owned(), photometric.to_owned(), planar);
    assert_eq!(of("50", &with(Photometric::YbrFull422)), expect("4.50", "", None));
    assert_eq!(of("51", &rgb), expect("4.51", "", None));
    assert_eq!(of("53", &with(Photometric::YbrFull422)), expect("4.51", "", None));
    assert_eq!(of("57", &with(Photometric::YbrFull422)), expect("4.70", "YBR_FULL", Some(0)));
    assert_eq!(of("70", &rgb), expect("4.70", "", None));
    assert_eq!(of("81", &rgb), expect("4.80", "", Some(0)));
    assert_eq!(of("90", &with(Photometric::YbrRct)), expect("4.90", "", None));
    assert_eq!(of("201", &rgb), expect("4.90", "", Some(0)));
    assert_eq!(of("203", &format(9, 9, 1, 8)), expect("4.90", "", None));
    assert_eq!(of("111", &with(Photometric::YbrFull422)), expect("1", "RGB", Some(0)));
    assert_eq!(of("112", &with(Photometric::Other)), expect("1", "RGB", Some(0)));
    assert!(outgoing("1.2.840.10008.1.2.4.102", &rgb, &rgb).is_err());
}

#[test]
fn black_of_a_palette_is_what_is_asked_for() {
    let format = Format { photometric: Photometric::Palette, ..format(9, 9, 1, 8) };
    let frame = noise(&format, 2);
    let stream = encode::frame(RLE, &frame, &format, &Nothing).unwrap();
    let stored = Stored::new(RLE, &stream, &format);
    let outgoing = outgoing(RLE, &format, &format).unwrap();
    let Blackened::Stream(after) = super::frame(&stored, &outgoing, &boxes(), Some(77), &Nothing).unwrap() else { panic!() };
    let after = decode::frame(&Stored { bytes: &after, ..stored }, &Nothing).unwrap();
    assert_eq!(after.sample(2 * 9 + 3), 77);
}

#[test]
fn single_bits_are_patched_or_refused() {
    let format = format(3, 3, 1, 1);
    let frame = noise(&format, 2);
    let stream = encode::frame(RLE, &frame, &format, &Nothing).unwrap();
    let stored = Stored::new(RLE, &stream, &format);
    assert_eq!(super::frame(&stored, &uncompressed(&format, &format), &boxes(), None, &Nothing), Err(Code::Codec.into()));
    let bytes = native::encode(&frame, &format, 5);
    let stored = Stored { bit_offset: 5, ..Stored::new(NATIVE, &bytes, &format) };
    let area = [Area { x: 0, y: 1, width: 2, height: 1 }];
    let after = made(&stored, &outgoing(NATIVE, &format, &format).unwrap(), &area, &Nothing);
    assert_eq!(check(&stored, &Stored { bytes: &after, ..stored }, &area, None, &Nothing).map(drop), Ok(()));
}

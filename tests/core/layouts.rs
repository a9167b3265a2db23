//! How pixels are said to lie, and where they are.

use scan_scrubber::{Code, Pixels};

use crate::build::samples::{ct, ct_header, enhanced_mr, layout};
use crate::build::set::El;
use crate::build::{EXPLICIT, File, IMPLICIT, JPEG, NATIVE, Set, pixels};
use crate::harness::{cleaned, cleaned_or, open, scrub, withheld};

/// R13
#[test]
fn impossible_layouts_are_refused() {
    let us = |tag: u32, word: u16| ct().u16s(tag, &[word]);
    let huge = ct().u16s(0x0028_0010, &[65_535]).u16s(0x0028_0011, &[65_535]).text(0x0028_0008, "IS", "2147483647");
    let cases: Vec<(&str, Set, &[Code])> = vec![
        ("65535 x 65535 x 2^31", huge, &[Code::PixelShort, Code::PixelLayout]),
        ("rows as text", ct().put(El::text(0x0028_0010, "IS", "8 ")), &[Code::PixelLayout, Code::PixelShort]),
        ("no rows", ct().without(0x0028_0010), &[Code::PixelLayout]),
        ("empty rows", ct().bytes(0x0028_0010, "US", &[]), &[Code::PixelLayout]),
        ("0 rows", us(0x0028_0010, 0), &[Code::PixelLayout]),
        ("0 columns", us(0x0028_0011, 0), &[Code::PixelLayout]),
        ("0 bits", us(0x0028_0100, 0), &[Code::PixelLayout]),
        ("1 bit", us(0x0028_0100, 1), &[Code::PixelLayout]),
        ("24 bits", us(0x0028_0100, 24), &[Code::PixelLayout]),
        ("2048 bits", us(0x0028_0100, 2048), &[Code::PixelLayout]),
        ("0 stored", us(0x0028_0101, 0), &[Code::PixelLayout]),
        ("17 stored", us(0x0028_0101, 17), &[Code::PixelLayout]),
        ("high bit 16", us(0x0028_0102, 16), &[Code::PixelLayout]),
        ("high bit 3", us(0x0028_0102, 3), &[Code::PixelLayout]),
        ("0 samples", us(0x0028_0002, 0), &[Code::PixelLayout]),
        ("2 samples", us(0x0028_0002, 2), &[Code::PixelLayout]),
        ("65535 samples", us(0x0028_0002, 65_535), &[Code::PixelLayout]),
        ("-1 frames", ct().text(0x0028_0008, "IS", "-1"), &[Code::PixelLayout]),
        ("many frames", ct().text(0x0028_0008, "IS", "2"), &[Code::PixelShort]),
        ("frames as words", ct().text(0x0028_0008, "IS", "Oribella"), &[Code::PixelLayout]),
        ("frames beyond", ct().text(0x0028_0008, "IS", "99999999999999999999"), &[Code::PixelLayout]),
    ];
    for (name, set, codes) in cases {
        for syntax in NATIVE {
            for profile in crate::harness::PROFILES {
                let error = scrub(&File::new(syntax, set.clone()).bytes(), profile).err();
                assert!(error.as_ref().is_some_and(|error| codes.contains(&error.code)), "{name}: {error:?}");
            }
        }
    }
}

/// H08: fewer bytes than the layout needs.
#[test]
fn short_pixels_are_refused() {
    for syntax in NATIVE {
        for length in [0, 2, 126] {
            withheld(&File::new(syntax, ct().bytes(0x7FE0_0010, "OW", &vec![0; length])).bytes(), Code::PixelShort);
        }
    }
    withheld(&File::new(EXPLICIT, enhanced_mr().text(0x0028_0008, "IS", "5")).bytes(), Code::PixelShort);
}

/// A header whose picture is missing, or lies elsewhere.
#[test]
fn headers_of_missing_pictures_are_refused() {
    for syntax in NATIVE {
        withheld(&File::new(syntax, ct().without(0x7FE0_0010)).bytes(), Code::CutOff);
        let elsewhere = ct().without(0x7FE0_0010).text(0x0028_7FE0, "UR", "https://oribella/");
        withheld(&File::new(syntax, elsewhere).bytes(), Code::PixelElsewhere);
    }
}

/// R15: only the pixels of the top level are an instance's.
#[test]
fn pixels_elsewhere_are_dropped() {
    let small = |text: &str| layout(Set::new(), 2, 8, 8, 8).bytes(0x7FE0_0010, "OB", text.as_bytes());
    let words = ["Oribella"];
    for syntax in NATIVE {
        let icon = ct().items(0x0088_0200, vec![small("Oribella-Oribell")]);
        let within = ct().items(0x0008_1140, vec![Set::new().text(0x0008_1150, "UI", "1.2").bytes(0x7FE0_0010, "OW", b"Oribella")]);
        let twice = ct().beside(El::bytes(0x7FE0_0010, "OW", &b"Oribella".repeat(16)));
        for (name, set) in [("icon", icon), ("within", within), ("twice", twice)] {
            for outcome in cleaned(&File::new(syntax, set).bytes(), &words) {
                assert_eq!(outcome.scrubbed.pixels, Pixels::Unchanged, "{name}");
                assert_eq!(crate::harness::pixels(&outcome.bytes), crate::harness::pixels(&File::new(EXPLICIT, ct()).bytes()));
            }
        }
    }
    let frame = pixels::jpeg(&[pixels::segment(0xFE, b"Oribella")]);
    let icon = layout(Set::new(), 1, 1, 8, 8).fragments(&[], &[frame]);
    cleaned(&File::new(EXPLICIT, ct().items(0x0088_0200, vec![icon.clone()])).bytes(), &words);
    cleaned(
        &File::new(JPEG, crate::build::samples::one_pixel().items(0x0088_0200, vec![icon]).fragments(&[], &[pixels::jpeg(&[])])).bytes(),
        &words,
    );
}

/// R15
#[test]
fn float_pixels_are_read_and_only_one_kind_is_kept() {
    let float =
        |set: Set| set.without(0x0028_0101).without(0x0028_0102).without(0x0028_0103).u16s(0x0028_0010, &[2]).u16s(0x0028_0011, &[2]);
    let floats: Vec<u8> = [1.5_f32, -2.0, 0.25, 1e9].iter().flat_map(|number| number.to_le_bytes()).collect();
    let doubles: Vec<u8> = [1.5_f64, -2.0, 0.25, 1e9].iter().flat_map(|number| number.to_le_bytes()).collect();
    for syntax in [EXPLICIT, IMPLICIT] {
        let single = float(layout(ct_header(), 2, 2, 32, 32)).u16s(0x0028_0100, &[32]).bytes(0x7FE0_0008, "OF", &floats);
        let double = float(layout(ct_header(), 2, 2, 32, 32)).u16s(0x0028_0100, &[64]).bytes(0x7FE0_0009, "OD", &doubles);
        for (set, tag, bytes) in [(single.clone(), 0x0008, &floats), (double, 0x0009, &doubles)] {
            let outcome = scrub(&File::new(syntax, set).bytes(), "share").unwrap();
            let object = open(&outcome.bytes);
            assert_eq!(&object.element(dicom_core::Tag(0x7FE0, tag)).unwrap().to_bytes().unwrap()[..], &bytes[..]);
        }
        let both = single.push(El::bytes(0x7FE0_0009, "OD", &b"Oribella".repeat(4)));
        cleaned(&File::new(syntax, both).bytes(), &["Oribella"]);
    }
}

/// Tags of the pixels' group that are not pixels.
#[test]
fn the_pixels_group_holds_nothing_else() {
    for tag in [0x7FE0_0001, 0x7FE0_0002, 0x7FE0_0003, 0x7FE0_0011, 0x7FE0_0020, 0x7FE0_1234, 0x7FE1_0010] {
        for set in [ct().push(El::bytes(tag, "OV", b"Oribella")), ct_header().push(El::bytes(tag, "OV", b"Oribella"))] {
            cleaned(&File::new(EXPLICIT, set.sorted()).bytes(), &["Oribella"]);
        }
    }
    cleaned_or(&File::new(EXPLICIT, ct_header().bytes(0x7FE0_000A, "OB", b"Oribella")).bytes(), &["Oribella"], &[]);
}

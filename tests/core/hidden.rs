//! Places where details of people hide in a file's structure (H03 to H06, H13 to H15, H19, H21, H22).

use scan_scrubber::Code;

use crate::build::samples::{DETAILS, ct, ct_header, enhanced_mr, segmentation, structure_set};
use crate::build::set::{El, Encoding};
use crate::build::{EXPLICIT, File, JPEG, NATIVE, Set, pixels};
use crate::harness::{PROFILES, cleaned, cleaned_or, scrub, withheld};

/// What the samples say of their person goes, from every sample and in every encoding.
#[test]
fn samples_are_cleaned() {
    for (name, set, pixels) in
        [("CT", ct(), true), ("MR", enhanced_mr(), true), ("SEG", segmentation(), true), ("RTSTRUCT", structure_set(), false)]
    {
        for syntax in NATIVE {
            for file in [File::new(syntax, set.clone()), File::new(syntax, set.clone()).open()] {
                let said: Vec<&&str> =
                    DETAILS.iter().filter(|detail| !crate::search::Search::new(&[detail]).find(&file.bytes()).is_empty()).collect();
                assert!(said.len() > 5, "{name}");
                for outcome in cleaned(&file.bytes(), &said) {
                    assert_eq!(
                        outcome.scrubbed.pixels,
                        if pixels { scan_scrubber::Pixels::Unchanged } else { scan_scrubber::Pixels::None }
                    );
                }
            }
        }
    }
}

/// H03: padding, signatures, group lengths, and what is behind the end.
#[test]
fn padding_and_group_lengths_are_dropped() {
    let signature = El::items(0xFFFA_FFFA, vec![Set::new().text(0x0400_0115, "OB", "Oribella certificate")]);
    for syntax in NATIVE {
        let set = ct().push(El::text(0xFFFC_FFFC, "OB", "Oribella padding")).push(signature.clone());
        cleaned(&File::new(syntax, set).bytes(), &["Oribella"]);
        let set = ct().text(0x0008_0001, "UN", "Oribella").text(0x0010_0000, "UN", "Oribella").text(0x0028_0000, "LO", "Oribella");
        cleaned(&File::new(syntax, set).bytes(), &["Oribella"]);
        let lengths = ct().u32s(0x0008_0000, &[12]).u32s(0x0010_0000, &[77]).u32s(0x0028_0000, &[5]).u32s(0x7FE0_0000, &[0x4F52_4942]);
        let plain = File::new(syntax, ct()).bytes();
        for profile in PROFILES {
            assert_eq!(scrub(&File::new(syntax, lengths.clone()).bytes(), profile).unwrap().bytes, scrub(&plain, profile).unwrap().bytes);
        }
    }
}

/// H04: the same rules at every depth, in known, unknown, private and UN-encoded Sequences.
#[test]
fn names_at_any_depth_are_dropped() {
    let words = || {
        Set::new()
            .text(0x0008_1150, "UI", "1.2.840.10008.5.1.4.1.1.2")
            .text(0x0010_0010, "PN", "Wilhelmina^Oribella")
            .text(0x0010_0020, "LO", "Oribella-1")
            .text(0x0010_4000, "LT", "of Oribella")
            .text(0x0018_0015, "CS", "ORIBELLA")
            .text(0x0020_4000, "LT", "Oribella again")
            .text(0x0040_A123, "PN", "Oribella^Wilhelmina")
            .push(El::text(0x0041_0010, "LO", "ORIBELLA"))
            .push(El::text(0x0041_1001, "UN", "Oribella"))
    };
    for sequence in
        [0x0008_1115, 0x0008_1140, 0x0040_0275, 0x0040_A730, 0x5200_9230, 0x0062_0002, 0x0008_9999, 0x0072_000C, 0x0011_1010, 0x3006_0020]
    {
        for depth in [1, 2, 4, 30] {
            for syntax in NATIVE {
                let inner = words().nested(sequence, depth).0.remove(0);
                let set = ct_header().beside(inner);
                cleaned(&File::new(syntax, set.clone()).bytes(), &["Oribella", "Wilhelmina"]);
                cleaned(&File::new(syntax, set).open().bytes(), &["Oribella", "Wilhelmina"]);
            }
            let un = (0..depth).fold(words(), |inner, _| Set::new().put(El::unknown_items(sequence, vec![inner])));
            for open in [true, false] {
                let el = un.clone().0.remove(0).open(open);
                cleaned(&File::new(EXPLICIT, ct_header().beside(el)).bytes(), &["Oribella", "Wilhelmina"]);
            }
        }
    }
}

/// H04: attributes of modules that stay, and of functional groups.
#[test]
fn names_in_every_item_of_a_kept_sequence_are_dropped() {
    let frames = |n: usize| {
        (0..n).map(|_| {
            Set::new().items(0x0020_9111, vec![Set::new().text(0x0020_9453, "LO", "Oribella").text(0x0020_9158, "LT", "Oribella")])
        })
    };
    let set = enhanced_mr().items(0x5200_9230, frames(4).collect());
    cleaned(&File::new(EXPLICIT, set).bytes(), &["Oribella"]);
}

/// H05: private attributes, with and without a creator, and creators themselves.
#[test]
fn private_attributes_are_dropped() {
    let els = [
        El::text(0x0009_0010, "LO", "ORIBELLA 1.0"),
        El::text(0x0011_1001, "PN", "Oribella^Ann"),
        El::text(0x0011_0005, "LO", "Oribella"),
        El::text(0x0019_10FF, "UN", "Oribella"),
        El::text(0x0029_1010, "OB", "Oribella csa header"),
        El::text(0x7FE1_1010, "OB", "Oribella behind the pixels"),
        El::text(0x0001_1010, "LO", "Oribella"),
        El::text(0x0003_0010, "LO", "Oribella"),
        El::text(0x0007_1010, "LO", "Oribella"),
        El::text(0xFFFF_0010, "LO", "Oribella"),
        El::text(0x0013_0000, "LO", "Oribella"),
        El::items(0x0021_1010, vec![Set::new().text(0x0010_0010, "PN", "Oribella")]),
        El::unknown_items(0x0021_1011, vec![Set::new().text(0x0010_0010, "PN", "Oribella")]),
    ];
    for el in els {
        for syntax in NATIVE {
            let mut set = ct();
            set.0.insert(1, el.clone());
            cleaned(&File::new(syntax, set).bytes(), &["Oribella"]);
            cleaned(&File::new(syntax, ct().beside(el.clone())).bytes(), &["Oribella"]);
            cleaned(&File::new(syntax, ct().items(0x0008_1140, vec![Set::new().push(el.clone())])).bytes(), &["Oribella"]);
        }
    }
    // One block within another's reach, and a creator that stands for two.
    let item = Set::new().push(El::text(0x0011_0010, "LO", "ORIBELLA")).push(El::text(0x0011_0011, "LO", "ORIBELLA")).push(El::text(
        0x0011_1001,
        "LO",
        "Oribella",
    ));
    cleaned(&File::new(EXPLICIT, ct().items(0x0008_1140, vec![item])).bytes(), &["Oribella"]);
}

/// H06: tags that the standard does not have, or no longer has.
#[test]
fn unknown_and_retired_attributes_are_dropped() {
    for tag in [
        0x0010_9998,
        0x0008_0099,
        0x0032_4000,
        0x0008_4000,
        0x0028_0200,
        0x0020_3402,
        0x0020_31FF,
        0x1010_0004,
        0x4000_4000,
        0x7F00_0010,
        0x0054_9999,
        0x3008_0FFF,
    ] {
        for vr in ["LO", "UN", "OB", "UT", "SH", "CS"] {
            for set in [ct().text(tag, vr, "ORIBELLA"), ct().items(0x0008_1140, vec![Set::new().text(tag, vr, "ORIBELLA")])] {
                cleaned(&File::new(EXPLICIT, set.clone()).bytes(), &["ORIBELLA"]);
                cleaned(&File::new(crate::build::IMPLICIT, set).bytes(), &["ORIBELLA"]);
            }
        }
    }
}

/// H06: curves, their audio, and overlays with all that is said beside them, in every group.
#[test]
fn curves_and_overlays_are_dropped() {
    for group in (0x6000..=0x601E).step_by(2).chain((0x5000..=0x501E).step_by(2)).chain([0x60FE, 0x50FE, 0x6021, 0x5033]) {
        let mut set = ct_header();
        let at = |element: u32| group << 16 | element;
        for (element, vr) in [
            (0x0022, "LO"),
            (0x1500, "LO"),
            (0x4000, "LT"),
            (0x3000, "OB"),
            (0x0040, "CS"),
            (0x2500, "LO"),
            (0x2610, "US"),
            (0x200C, "OB"),
            (0x0110, "LO"),
        ] {
            set = set.text(at(element), vr, "ORIBELLA");
        }
        set = set.u16s(at(0x0102), &[12]).u16s(at(0x0100), &[16]).u16s(at(0x0010), &[8]);
        cleaned(&File::new(EXPLICIT, set.clone()).bytes(), &["ORIBELLA"]);
        cleaned(&File::new(crate::build::IMPLICIT, set.clone()).bytes(), &["ORIBELLA"]);
        cleaned(
            &File::new(EXPLICIT, ct().items(0x0008_1140, vec![Set(set.0.into_iter().filter(|el| el.tag >> 16 == group).collect())]))
                .bytes(),
            &["ORIBELLA"],
        );
    }
}

/// H13: texts of colour profiles and lookup tables.
#[test]
fn colour_profiles_and_tables_keep_no_words() {
    let mut profile = vec![0x41_u8; 128];
    profile[36..40].copy_from_slice(b"acsp");
    profile[48..56].copy_from_slice(b"ORIBELLA");
    let body = b"desc\0\0\0\0Oribella Quennett\0";
    profile.extend_from_slice(&2_u32.to_be_bytes());
    for (name, start, length) in [(b"desc", 156, body.len()), (b"rXYZ", 156 + 26, 20)] {
        profile.extend_from_slice(name);
        profile.extend_from_slice(&(start as u32).to_be_bytes());
        profile.extend_from_slice(&(length as u32).to_be_bytes());
    }
    profile.extend_from_slice(body);
    profile.resize(156 + 26, 0);
    profile.extend_from_slice(b"XYZ \0\0\0\0\0\0\0\x01\0\0\0\x02\0\0\0\x03");
    profile.extend_from_slice(b"Quennett behind it");
    cleaned(&File::new(EXPLICIT, ct().bytes(0x0028_2000, "OB", &profile)).bytes(), &["Oribella", "Quennett"]);
    cleaned(&File::new(EXPLICIT, ct().text(0x0028_2000, "OB", "Oribella Quennett")).bytes(), &["Oribella"]);
    let lut = Set::new().u16s(0x0028_3002, &[4, 0, 16]).text(0x0028_3003, "LO", "Oribella").text(0x0028_3004, "LO", "Oribella^Q").bytes(
        0x0028_3006,
        "OW",
        &[0, 0, 85, 0, 170, 0, 255, 0],
    );
    cleaned(&File::new(EXPLICIT, ct().items(0x0028_3010, vec![lut.clone()]).items(0x0028_3000, vec![lut])).bytes(), &["Oribella"]);
    for (tag, vr) in
        [(0x0028_1055, "LO"), (0x0028_2002, "CS"), (0x0028_0A02, "CS"), (0x0028_7FE0, "UR"), (0x0028_9145, "LO"), (0x0028_1200, "OB")]
    {
        cleaned(&File::new(EXPLICIT, ct().text(tag, vr, "Oribella Q")).bytes(), &["Oribella"]);
    }
}

/// H14: whole kinds of objects that are withheld.
#[test]
fn kinds_that_cannot_be_cleaned_are_withheld() {
    for (class, code) in [
        ("1.2.840.10008.5.1.4.1.1.104.1", Code::Document),
        ("1.2.840.10008.5.1.4.1.1.104.2", Code::Document),
        ("1.2.840.10008.5.1.4.1.1.104.3", Code::Document),
        ("1.2.840.10008.5.1.4.1.1.104.4", Code::Document),
        ("1.2.840.10008.5.1.4.1.1.9.4.1", Code::Waveform),
        ("1.2.840.10008.5.1.4.1.1.66", Code::RawData),
        ("1.2.840.10008.5.1.4.1.1.77.1.1.1", Code::Video),
        ("1.2.840.10008.5.1.4.1.1.7", Code::Writing),
        ("1.2.840.10008.5.1.4.1.1.7.4", Code::Writing),
        ("1.2.840.10008.5.1.4.1.1.6.1", Code::Writing),
        ("1.2.840.10008.1.3.10", Code::ObjectKind),
        ("1.2.840.10008.5.1.4.31", Code::ObjectKind),
        ("1.2.840.113619.4.26", Code::ObjectKind),
        ("Oribella", Code::ObjectKind),
    ] {
        for syntax in NATIVE {
            withheld(&File::new(syntax, ct().text(0x0008_0016, "UI", class)).bytes(), code);
        }
        // Told by the class, whatever the modality says.
        withheld(&File::new(EXPLICIT, ct().text(0x0008_0016, "UI", class).text(0x0008_0060, "CS", "MR")).bytes(), code);
    }
    for (tag, vr, value) in [
        (0x0028_0301, "CS", "YES"),
        (0x0008_0064, "CS", "WSD"),
        (0x0008_0060, "CS", "US"),
        (0x0008_0008, "CS", "DERIVED\\SECONDARY\\SCREEN SAVE"),
    ] {
        // A CT's own numbers are no film, whatever they say of a conversion.
        withheld(&File::new(EXPLICIT, ct().without(0x0028_1052).text(tag, vr, value)).bytes(), Code::Writing);
    }
}

/// H14: what such objects carry goes with them; in an image it is dropped.
#[test]
fn documents_within_images_are_dropped() {
    let waveform = Set::new().text(0x5400_1006, "CS", "SS").text(0x003A_0020, "SH", "Oribella").bytes(0x5400_1010, "OW", b"Oribella");
    let content = Set::new().text(0x0040_A040, "CS", "TEXT").text(0x0040_A160, "UT", "Oribella");
    let set = ct()
        .text(0x0042_0010, "ST", "Oribella.pdf")
        .bytes(0x0042_0011, "OB", b"%PDF Oribella")
        .text(0x0042_0012, "LO", "application/oribella")
        .items(0x5400_0100, vec![waveform])
        .items(0x0040_A730, vec![content.clone(), content.items(0x0040_A730, vec![Set::new().text(0x0040_A160, "UT", "Oribella")])]);
    cleaned(&File::new(EXPLICIT, set.sorted()).bytes(), &["Oribella"]);
}

/// H15, H19: icons, earlier values, signatures, and requests.
#[test]
fn sequences_about_the_original_are_dropped() {
    let old = Set::new().text(0x0010_0010, "PN", "Oribella^Ann").text(0x0010_0020, "LO", "Oribella-1");
    let certificate = Set::new().text(0x0400_0115, "OB", "Oribella certificate").text(0x0400_0120, "OB", "Oribella signs");
    let person =
        Set::new().text(0x0040_1102, "ST", "Oribella lane").items(0x0040_1101, vec![Set::new().text(0x0008_0104, "LO", "Oribella")]);
    let cases = [
        (0x0400_0561, Set::new().text(0x0400_0563, "LO", "Oribella system").items(0x0400_0550, vec![old.clone()])),
        (0xFFFA_FFFA, certificate.clone()),
        (0x4FFE_0001, certificate),
        (0x0040_A073, Set::new().text(0x0040_A075, "PN", "Oribella^Ann").text(0x0040_A027, "LO", "Oribella")),
        (0x0008_1084, Set::new().text(0x0008_0104, "LO", "Oribella")),
        (0x0040_0275, Set::new().text(0x0032_1060, "LO", "Oribella").text(0x0040_1001, "SH", "Oribella")),
        (0x0008_1049, person.clone()),
        (0x0008_1062, person.clone()),
        (0x0008_0096, person),
        (0x0088_0200, Set::new().u16s(0x0028_0010, &[4]).bytes(0x7FE0_0010, "OB", b"Oribella")),
        (0x0010_1002, old.clone()),
        (0x0038_0004, old.clone()),
        (0x0012_0064, Set::new().text(0x0008_0100, "SH", "113100").text(0x0008_0102, "SH", "DCM").text(0x0008_0104, "LO", "Oribella")),
        (0x0018_A001, Set::new().text(0x0008_0080, "LO", "Oribella hospital").text(0x0008_0070, "LO", "Oribella^Maker")),
    ];
    for (tag, item) in cases {
        for syntax in NATIVE {
            cleaned(&File::new(syntax, ct().beside(El::items(tag, vec![item.clone(), item.clone()]))).bytes(), &["Oribella"]);
            let within = Set::new().items(tag, vec![item.clone()]);
            cleaned(&File::new(syntax, ct().items(0x0008_1140, vec![within])).bytes(), &["Oribella"]);
        }
    }
}

/// H21: directories of discs, under whatever name.
#[test]
fn directories_are_withheld() {
    let record = Set::new().text(0x0004_1430, "CS", "PATIENT").text(0x0010_0010, "PN", "Oribella^Ann");
    let set = Set::new().text(0x0004_1130, "CS", "ORIBELLA").items(0x0004_1220, vec![record]);
    let directory =
        File::new(EXPLICIT, set).meta(|meta| meta.text(0x0002_0002, "UI", "1.2.840.10008.1.3.10").text(0x0002_0003, "UI", "1.2.3"));
    for profile in PROFILES {
        let error = scrub(&directory.bytes(), profile).unwrap_err();
        assert!(matches!(error.code, Code::ObjectKind | Code::NoIdentity), "{error}");
    }
    let disguised = File::new(EXPLICIT, ct()).meta(|meta| meta.text(0x0002_0002, "UI", "1.2.840.10008.1.3.10"));
    withheld(&disguised.bytes(), Code::ObjectKind);
    withheld(&File::new(EXPLICIT, ct().text(0x0008_0016, "UI", "1.2.840.10008.1.3.10")).bytes(), Code::ObjectKind);
}

/// H22: no error says what it stumbled over.
#[test]
fn errors_hold_no_values() {
    let name = Set::new().text(0x0010_0010, "PN", "Oribella^Ann").encode(Encoding::Explicit, false);
    let file = File::new(EXPLICIT, ct().text(0x0010_0010, "PN", "Oribella^Ann").text(0x0028_0008, "IS", "Oribella"));
    let bytes = file.bytes();
    let broken = [
        bytes.clone(),
        bytes[..bytes.len() - 200].to_vec(),
        [&file.head(), &name[..], b"OribellaOribellaOribella"].concat(),
        File::new(JPEG, crate::build::samples::one_pixel().fragments(&[], &[pixels::segment(0xFE, b"Oribella")])).bytes(),
        File::new(EXPLICIT, ct().text(0x0008_0016, "UI", "1.2.Oribella")).bytes(),
        File::new(EXPLICIT, ct()).meta(|meta| meta.text(0x0002_0010, "UI", "1.2.Oribella")).bytes(),
    ];
    for bytes in broken {
        let codes =
            [Code::PixelLayout, Code::CutOff, Code::Structure, Code::PixelStream, Code::ObjectKind, Code::TransferSyntax, Code::NoIdentity];
        cleaned_or(&bytes, &["Oribella"], &codes).iter().for_each(|result| assert!(result.is_err()));
    }
    let shown = format!(
        "{:?} {:?}",
        crate::harness::session("share").policy(),
        scrub(&File::new(EXPLICIT, ct()).bytes(), "share").unwrap().scrubbed.ledger.lines()
    );
    assert!(!shown.to_lowercase().contains("grindlewald"));
}

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::clean;
use crate::profile::Lexicon;

fn lexicon() -> Lexicon {
    Lexicon::read(include_bytes!("../../profile/data/lexicon.bin")).unwrap()
}

fn nothing(_: &str) -> bool {
    false
}

#[test]
fn useful_words_stay_as_they_are() {
    let lexicon = lexicon();
    for text in [
        "CT CHEST W CONTRAST",
        "MR BRAIN W/O CONTRAST",
        "DR CHEST PA",
        "t1_mprage_sag",
        "T2W-TSE",
        "ep2d_diff_b1000",
        "ep2d_diff_b2000",
        "B=800",
        "5 MM",
        "1.25mm",
        "120 KV",
        "300 mAs",
        "1.5T",
        "3T",
        "10 ML",
        "2x2",
        "512x512",
        "b1000",
        "3D",
        "T1",
        "TR 500 TE 30 ms",
        "phase 70 %",
        "C1-C7",
        "L4-5",
        "1/3",
        "2 of 3",
        "H30s",
        "Br40d",
        "BRAIN SEQ  4.8  H31s",
        "CT des Schädels",
        "SCHAEDEL OHNE KM",
        "IRM CERVEAU SANS INJECTION",
        "TAC CABEZA SIN CONTRASTE",
        "RM GINOCCHIO SENZA MDC",
        "AAHead_Scout_32ch-head-coil",
        "JPEG lossy 76:1",
        "RGB(255,128,0)",
        "LONG AXIS",
        "Series 2",
        "OCT:",
        "[LOWER LEG         ]",
        "",
        "^^^^",
    ] {
        assert_eq!(clean(text, &lexicon, &nothing), text);
    }
}

#[test]
fn what_may_be_somebodys_goes() {
    let lexicon = lexicon();
    for (text, left) in [
        ("CT CHEST W CONTRAST DR SMITH 12/03/2024", "CT CHEST W CONTRAST"),
        ("DR SMITH", ""),
        ("Dr. med. Anna Long CT Thorax", "CT Thorax"),
        ("Dr. Head: MR Knee", "MR Knee"),
        ("Mr Brown CHEST", "CHEST"),
        ("CHEST by Rose Power", "CHEST"),
        ("Tech: Bone, CHEST PA", "CHEST PA"),
        ("CHEST, J. SMITH", "CHEST"),
        ("SMITH^JOHN^^^ CHEST", "CHEST"),
        ("CT (Smith) CHEST", "CT CHEST"),
        ("CHEST 2024-03-12", "CHEST"),
        ("CHEST 12.3.24", "CHEST"),
        ("CHEST 03 MAR 2024", "CHEST"),
        ("CHEST 20240312 10:30", "CHEST"),
        ("CHEST +49 30 1234567", "CHEST"),
        ("CHEST 06 12 34 56 78", "CHEST"),
        ("CHEST 555-123-4567", "CHEST"),
        ("CHEST L5B 3C2", "CHEST"),
        ("CHEST MRN 12 CT", "CHEST CT"),
        ("CHEST 078-05-1120", "CHEST"),
        ("CHEST roe@head.org", "CHEST"),
        ("CHEST https://head.org/chest", "CHEST"),
        ("CHEST 1.2.840.10008.1.2", "CHEST"),
        ("CHEST 192.168.1.10", "CHEST"),
        ("CHEST 12 Main Street", "CHEST"),
        ("THORAX Hauptstraße 12", "THORAX"),
        ("THORAX 3 rue de la Main", "THORAX"),
        ("age 93 CHEST", "age CHEST"),
        ("XR CHEST AP PORTABLE for Douglas Davidson", "XR CHEST AP PORTABLE"),
        ("Nguyễn Văn An CHEST", "CHEST"),
        ("CHEST 山田太郎 김희중 Иванов Παπαδόπουλος محمد כהן สมชาย", "CHEST"),
        ("t1_SMITH_sag", "t1_sag"),
        ("Vertebra0001", "Vertebra"),
        ("2024", ""),
        ("x\u{1b}$)C", ""),
        ("routine abdomen TR 2209183", "routine abdomen"),
        ("CHEST 12-III-53", "CHEST"),
        ("CHEST 12/IX/1953 AP", "CHEST AP"),
        ("CHEST 12. III. 1953", "CHEST"),
        ("CHEST 1953/XII/12", "CHEST"),
        ("CHEST 12 III 1953", "CHEST"),
        ("grade 2 III CHEST", "grade 2 III CHEST"),
        ("CHEST 3rd of March 1953", "CHEST"),
        ("CHEST March 12th", "CHEST"),
        ("3rd ventricle", "3rd ventricle"),
        ("CHEST 93a", "CHEST"),
        ("CHEST 33000 days, 120 days", "CHEST days, 120 days"),
        ("CHEST S M I T H", "CHEST"),
        ("CHEST S.m.i.t.h.", "CHEST"),
        ("T/S/C CHEST", "T/S/C CHEST"),
        ("x", ""),
        ("A. B.", ""),
        ("CHEST a\u{200b}b CT", "CHEST CT"),
        ("1234567", ""),
    ] {
        assert_eq!(clean(text, &lexicon, &nothing), left, "{text}");
    }
}

#[test]
fn what_the_batch_knows_goes_though_the_vocabulary_has_it() {
    let lexicon = lexicon();
    // An ID of a word that the vocabulary knows and a number that it does not.
    assert_eq!(clean("ABDOMEN TR 2209183 CONTRAST", &lexicon, &|text| text.contains("TR 2209183")), "ABDOMEN CONTRAST");
    let finds = |text: &str| text.split(|letter: char| !letter.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case("head"));
    assert_eq!(clean("CT Head CHEST", &lexicon, &finds), "CT CHEST");
    assert_eq!(clean("CT_HEAD_CHEST", &lexicon, &finds), "CT_CHEST");
    let phrase = |text: &str| text.contains("CHEST WALL");
    assert_eq!(clean("US CHEST WALL LEFT", &lexicon, &phrase), "US LEFT");
    assert_eq!(clean("US CHEST", &lexicon, &|_| true), "");
}

#[test]
fn what_is_left_stays_when_it_is_read_again() {
    let lexicon = lexicon();
    let pieces = [
        "CHEST", "SMITH", "12", "3", "24", "2024", "/", ".", "-", " ", " ", " ", "mm", "DR", "Dr.", "by", "of", "(", ")", "T1", "_", ":",
        "x", "b", "1000", "Head", "long", "axis", "\n", "W", "O", "h", "am", "ref", "é", "山", "@", "street", "rue", "MD", "%", "H31s",
        ",", "^", "mrn", "ß", "0", "1",
    ];
    let mut state = 7_u64;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..12 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        let once = clean(&text, &lexicon, &nothing);
        assert_eq!(clean(&once, &lexicon, &nothing), once, "{text:?}");
        assert!(once.len() <= text.len());
    }
}

#[test]
fn hostile_texts_take_no_time() {
    let lexicon = lexicon();
    for piece in [
        "a",
        "aA",
        "A1",
        "1.",
        "1 ",
        "(",
        "12/03/",
        "Dr. ",
        "DR SMITH ",
        "mrn 1 ",
        "by ",
        "x1",
        "b",
        "ä",
        "山",
        "\u{301}",
        "head ",
        "1-",
        "a@",
        "rue ",
        "MD ",
    ] {
        for size in [LONG, 10 << 20] {
            let text = piece.repeat(size / piece.len());
            let start = std::time::Instant::now();
            clean(&text, &lexicon, &nothing);
            let spent = start.elapsed();
            assert!(spent.as_millis() < 1_500, "{piece}: {spent:?}");
        }
    }
}

const LONG: usize = super::LONGEST;

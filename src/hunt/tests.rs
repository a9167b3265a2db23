use dicom_core::value::PrimitiveValue;
use dicom_core::{DataElement, Tag, VR};
use dicom_dictionary_std::tags;

use super::*;
use crate::Policy;
use crate::file::charset::tests::decoder;
use crate::file::{DataSet, Instance};
use crate::profile;

fn is_word(word: &str) -> bool {
    profile::is_any_term(&word.to_uppercase())
}

fn instance(charset: &str, values: &[(Tag, VR, &[u8])]) -> Instance {
    let mut dataset = DataSet::new_empty();
    dataset.put(DataElement::new(tags::SPECIFIC_CHARACTER_SET, VR::CS, PrimitiveValue::from(charset)));
    for (tag, vr, bytes) in values {
        let held = crate::file::value::decode(*vr, bytes, false).unwrap();
        dataset.put(DataElement::new(*tag, *vr, held));
    }
    Instance {
        meta: crate::file::Meta::default(),
        transfer_syntax: String::new(),
        encoding: crate::file::walk::Encoding::ExplicitLittle,
        dataset,
        pixels: None,
        dropped: crate::file::Dropped::default(),
        program: false,
        inflated: None,
    }
}

fn of(charset: &str, values: &[(Tag, VR, &[u8])], policy: &Policy) -> Hunt {
    let judge = Judge { policy, decode: decoder, is_word: &is_word };
    let found = Identifiers::of(&instance(charset, values), judge).unwrap();
    let again = Identifiers::from_records(&found.to_records()).unwrap();
    assert_eq!(again, found);
    Hunt::new(again, &is_word).unwrap()
}

fn values(values: &[(Tag, VR, &[u8])]) -> Hunt {
    of("ISO_IR 192", values, &Policy::built_in("strict").unwrap())
}

fn named(charset: &str, name: &[u8]) -> Hunt {
    of(charset, &[(tags::PATIENT_NAME, VR::PN, name)], &Policy::built_in("share").unwrap())
}

fn numbered(id: &str) -> Hunt {
    values(&[(tags::PATIENT_ID, VR::LO, id.as_bytes())])
}

#[track_caller]
fn finds(hunt: &Hunt, texts: &[&str]) {
    for text in texts {
        assert!(hunt.finds_in_words(text), "{text}");
        assert!(hunt.finds_in_words(&format!("CT of {text}, 3 mm")), "within: {text}");
    }
}

#[track_caller]
fn leaves(hunt: &Hunt, texts: &[&str]) {
    for text in texts {
        assert!(!hunt.finds_in_words(text), "{text}");
    }
}

#[test]
fn finds_any_case_and_utf_16() {
    let hunt = named("", b"Smith");
    for bytes in [&b"xSMITHx"[..], b"smith", b"s\0m\0i\0t\0h\0", b"\0S\0M\0I\0T\0H"] {
        assert!(hunt.finds(bytes));
    }
    assert!(!hunt.finds(b"smit h"));
}

#[test]
fn numbers_within_longer_numbers_are_not_found() {
    let hunt = numbered("1234");
    assert!(hunt.finds(b"ID 1234."));
    assert!(!hunt.finds(b"0.12345") && !hunt.finds(b"51234"));
    finds(&hunt, &["1234", "ID1234", "no.1234"]);
    leaves(&hunt, &["12345", "0.12345", "51234", "12 34"]);
}

#[test]
fn short_and_empty_identifiers_are_left() {
    assert!(!named("", b"Lee^^- - - -").finds(b"lee - - - -"));
}

#[test]
fn free_text_is_compared_word_by_word_and_without_signs() {
    let hunt = values(&[(tags::PATIENT_NAME, VR::PN, b"Lee"), (tags::PATIENT_ID, VR::LO, b"00-12-34")]);
    finds(&hunt, &["LEE KIM", "*lee", "001234", "00 12 34", "v00-12-34", "L.E.E", "l-e-e", "L E E"]);
    leaves(&hunt, &["FLEET", "0012345", "SIEMENS", "L E"]);
}

#[test]
fn numbers_are_compared_by_what_they_are() {
    let hunt = values(&[(tags::PATIENT_ID, VR::LO, b"7654321"), (tags::ACCESSION_NUMBER, VR::SH, b"12345")]);
    for number in ["7654321", "+7654321", "07654321", "7654321.0"] {
        assert!(hunt.is_number_of(number), "{number}");
    }
    for number in ["12345", "7654321.5", "76543210", "0.7654321"] {
        assert!(!hunt.is_number_of(number), "{number}");
    }
}

#[test]
fn names_in_any_spelling() {
    let hunt = named("", b"Smith^Jane^Doe^Dr");
    finds(
        &hunt,
        &["smith", "JANE", "Jane Smith", "SMITH,JANE", "J. Smith", "S.M.I.T.H", "J-A-N-E", "S M I T H", "Sm-ith", "xSMITHx", "ＳＭＩＴＨ"],
    );
    finds(&hunt, &["Smi\u{301}th", "S\u{200b}mith", "doe", "J.S.", "J. S.", "JS", "SJ", "J.D.S", "J. D. S.", "JDS", "j.s."]);
    leaves(&hunt, &["has mit hin", "dr", "js", "J", "T.S.", "MR", "CT 3 mm", "JSX", "chest", "A.P.", "L R"]);
}

#[test]
fn initials_that_are_terms_need_full_stops() {
    let hunt = named("", b"Roth^Maria");
    finds(&hunt, &["M.R.", "M. R.", "R.M."]);
    leaves(&hunt, &["MR", "M R", "mr"]);
    let hunt = named("", b"Head^Long");
    finds(&hunt, &["HEAD", "long axis"]);
}

#[test]
fn accents_and_their_spellings() {
    for name in ["Müller^Jürgen", "MÜLLER^JÜRGEN", "Mu\u{308}ller^Ju\u{308}rgen"] {
        finds(&named("ISO_IR 192", name.as_bytes()), &["Müller", "MUELLER", "muller", "MU\u{308}LLER", "Juergen", "JURGEN", "m.ü.l.l.e.r"]);
    }
    finds(&named("ISO_IR 100", b"M\xfcller"), &["Müller", "mueller", "MULLER"]);
    finds(&named("", b"Mueller"), &["Müller", "Muller"]);
    finds(&named("", b"M\xfcller"), &["Müller", "Mueller"]);
    finds(&named("ISO_IR 192", "Strauß^Øystein".as_bytes()), &["STRAUSS", "Strauß", "Oystein", "OEYSTEIN"]);
    finds(&named("ISO_IR 101", b"Wa\xb3\xeasa"), &["Wałęsa", "WALESA"]);
    finds(&named("ISO_IR 100", b"Buc^J\xe9r\xf4me"), &["Jerome", "JÉRÔME", "BUC", "J.B."]);
    finds(&named("ISO_IR 126", b"\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2"), &["ΔΙΟΝΥΣΙΟΣ", "Διονύσιος"]);
    finds(&named("ISO_IR 144", "\u{bb}îÚceÜÑypÓ".chars().map(|c| c as u8).collect::<Vec<_>>().as_slice()), &["ЛЮКCEМБYPГ", "Люкceмбypг"]);
}

#[test]
fn parts_of_names_are_found_whatever_stands_between() {
    for sign in [
        "'", "\u{2019}", "\u{2018}", "`", "\u{b4}", "\u{b7}", "\u{2013}", "\u{ff0c}", "|", "#", "+", ":", "&", "~", "\"", "@", "\u{200b}",
        "7",
    ] {
        let hunt = named("ISO_IR 192", format!("Xo{sign}Zavolinski^Anna").as_bytes());
        for text in ["ZAVOLINSKI 2", "seen: zavolinski", "Anna"] {
            assert!(hunt.finds_in_words(text), "{sign} {text}");
        }
        assert!(hunt.finds_in_words(&format!("XO{sign}ZAVOLINSKI")), "{sign}");
        assert!(!hunt.finds_in_words("CT Kidney"), "{sign}");
    }
    let hunt = named("ISO_IR 192", "D'Kidney^Ma'a O'Dell'Acqua".as_bytes());
    assert!(["CT Kidney", "DKIDNEY", "dell acqua", "Acqua"].into_iter().all(|text| hunt.finds_in_words(text)));
    assert!(["Dell", "model", "d", "CT a"].into_iter().all(|text| !hunt.finds_in_words(text)));
    // Signs that join letters stay within their word.
    let hunt = named("ISO_IR 192", "\u{936}\u{930}\u{94d}\u{92e}\u{93e}".as_bytes());
    assert!(hunt.finds_in_words("\u{936}\u{930}\u{94d}\u{92e}\u{93e}"));
}

#[test]
fn names_of_east_asia() {
    let hunt = named("\\ISO 2022 IR 87", b"Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B");
    finds(&hunt, &["山田", "太郎さん", "胸部山田太郎", "YAMADA", "Tarou", "やまだ", "ヤマダ", "ﾔﾏﾀﾞ", "タロウ", "山 田", "T. Y."]);
    leaves(&hunt, &["山", "胸部単純", "さん"]);
    let hunt = named("\\ISO 2022 IR 149", b"Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf");
    finds(&hunt, &["洪吉洞", "吉洞", "길동", "홍길동은", "홍", "GILDONG", "Hong"]);
    leaves(&hunt, &["흉부홍", "홍길", "洪水"]);
    for (charset, name) in [
        ("GB18030", &b"Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab="[..]),
        ("GBK", b"Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab="),
        ("ISO_IR 192", "Wang^XiaoDong=王^小东=".as_bytes()),
    ] {
        let hunt = named(charset, name);
        finds(&hunt, &["小东", "王小东", "王", "xiaodong", "Xiao-Dong", "Wang"]);
        leaves(&hunt, &["国王", "小肠"]);
        for bytes in ["小东".as_bytes(), &utf16("小东", u16::to_le_bytes), &utf16("小东", u16::to_be_bytes)] {
            assert!(hunt.finds(bytes));
        }
        assert!(hunt.finds(&name[14..]), "as its bytes lay");
    }
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn short_names_are_found_together() {
    let hunt = named("", b"Li^Na");
    finds(&hunt, &["LiNa", "na li", "LI"]);
    leaves(&hunt, &["liver", "nasal", "final"]);
}

#[test]
fn particles_and_titles_are_nobody_s() {
    let hunt = named("", b"van der Berg^Ann Marie^^Prof Dr^MD");
    finds(&hunt, &["BERG", "ann", "Marie", "A.B.", "A.M.B."]);
    leaves(&hunt, &["van", "der", "Prof", "MD"]);
    finds(&named("", b"Le^Van"), &["LE", "Van"]);
    finds(&named("", b"Jane Smith"), &["J.S.", "Smith"]);
    leaves(&named("", b"ANONYMOUS^NONE"), &["anonymous", "none"]);
}

#[test]
fn addresses_and_telephone_numbers() {
    let hunt = values(&[
        (tags::PATIENT_ADDRESS, VR::LO, "Lindenstraße 12, 10969 Oribella".as_bytes()),
        (tags::PATIENT_TELEPHONE_NUMBERS, VR::SH, b"+49 (30) 123 45 67"),
        (tags::PATIENT_TELECOM_INFORMATION, VR::LT, b"mail:o.b@example.org"),
    ]);
    finds(&hunt, &["lindenstrasse", "ORIBELLA", "+49301234567", "49-30-1234567", "030 1234567", "030/123-45-67", "mail:o.b@example.org"]);
    leaves(&hunt, &["oribellax", "12", "1234568"]);
}

#[test]
fn words_of_medicine_are_nobody_s_but_the_patient_s() {
    let hunt = values(&[(tags::STATION_NAME, VR::SH, b"CHEST"), (tags::INSTITUTION_NAME, VR::LO, b"Oribella Clinic")]);
    leaves(&hunt, &["CHEST"]);
    finds(&hunt, &["oribella clinic"]);
    finds(&values(&[(tags::PATIENT_ID, VR::LO, b"CHEST")]), &["CHEST"]);
}

#[test]
fn what_an_option_keeps_identifies_nobody() {
    let values: &[(Tag, VR, &[u8])] = &[(Tag(0x0010, 0x2160), VR::SH, b"Oribella"), (tags::PATIENT_NAME, VR::PN, b"Wilhelmina")];
    let kept = |tag| Policy::built_in("share").unwrap().retains(profile::number(tag));
    assert!(!kept(tags::PATIENT_NAME) && !kept(tags::PATIENT_ID) && !kept(tags::STATION_NAME));
    for (name, found) in [("strict", true), ("share", !kept(Tag(0x0010, 0x2160)))] {
        let hunt = of("", values, &Policy::built_in(name).unwrap());
        assert_eq!(hunt.finds_in_words("Oribella"), found, "{name}");
        assert!(hunt.finds_in_words("wilhelmina"));
    }
}

#[test]
fn values_of_two_bytes_a_letter_are_split_as_text() {
    // The second byte of the first letter is a backslash.
    let hunt = of("GBK", &[(Tag(0x0010, 0x1000), VR::LO, b"\x8d\x5c\xb6\xab\xb6\xab\\ORI-77")], &Policy::built_in("strict").unwrap());
    let first = decoder("gb18030", b"\x8d\x5c\xb6\xab\xb6\xab").unwrap();
    finds(&hunt, &[&first, "ori77"]);
}

#[test]
fn a_town_that_is_kept_is_no_secret() {
    let policy = Policy::parse(r#"{"version":1,"name":"a","options":["retain-institution-identity"]}"#).unwrap();
    let values: &[(Tag, VR, &[u8])] =
        &[(tags::PATIENT_ADDRESS, VR::LO, b"12 Hollowmere Lane, Quimby"), (tags::INSTITUTION_ADDRESS, VR::ST, b"1 Quimby Square")];
    let hunt = of("", values, &policy);
    leaves(&hunt, &["1 Quimby Square"]);
    finds(&hunt, &["hollowmere"]);
}

/// A file of nothing but names costs itself, and no time.
#[test]
fn there_is_an_end() {
    let long: String = (0..10_000).map(|n| format!("Name{n}\\")).collect();
    let many = instance("", &[(Tag(0x0010, 0x1001), VR::PN, long.as_bytes()), (tags::PATIENT_NAME, VR::PN, long.repeat(3).as_bytes())]);
    let policy = Policy::built_in("strict").unwrap();
    let judge = Judge { policy: &policy, decode: decoder, is_word: &is_word };
    let found = Identifiers::of(&many, judge).unwrap();
    let hunt = Hunt::new(found, &is_word).unwrap();
    assert!(hunt.finds_in_words("name9999") && !hunt.finds_in_words("ame9999"));
    assert!(!hunt.finds_in_words(&"n a m n e 6 ".repeat(100_000)));
    let longer: String = (0..200_000).map(|n| format!("Name{n}\\")).collect();
    let most = instance("", &[(tags::PATIENT_NAME, VR::PN, longer.as_bytes())]);
    assert_eq!(Identifiers::of(&most, judge).unwrap_err().code, Code::TooMany);
}

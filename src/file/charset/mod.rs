//! Text under its Specific Character Set (PS3.3 C.12.1.1.2, PS3.5 6.1), as Unicode: what the file declares, and what its bytes plainly are.

mod iso2022;
mod terms;

use dicom_core::value::{DataSetSequence, PrimitiveValue, Value};
use dicom_core::{DataElement, VR, header::Length};
use dicom_dictionary_std::tags;

use self::terms::Declared;
use super::dataset::{self, DataSet, Element};
use super::value;
use crate::limits;
use crate::tools::Decode;

pub use self::terms::is_combination;

/// The one character set that is written.
pub const UNICODE: &str = "ISO_IR 192";

/// Whether values of this VR are in the Specific Character Set (PS3.5 6.1.2.2).
pub fn is_affected(vr: VR) -> bool {
    matches!(vr, VR::LO | VR::LT | VR::PN | VR::SH | VR::ST | VR::UC | VR::UT)
}

/// Whether a VR holds one value, in which a backslash is a letter like any other (PS3.5 6.2).
pub fn is_single(vr: VR) -> bool {
    matches!(vr, VR::LT | VR::ST | VR::UR | VR::UT)
}

/// A Specific Character Set in force.
#[derive(Clone, Debug, Default)]
pub struct CharacterSet(Declared);

impl CharacterSet {
    /// The one of `set`: its own, or that of the data set around it (PS3.3 C.12.1.1.2).
    pub fn of(set: &DataSet, around: &Self) -> Self {
        match dataset::primitive(set, tags::SPECIFIC_CHARACTER_SET) {
            Some(held) => Self(Declared::parse(&String::from_utf8_lossy(value::raw_text(held)))),
            None => around.clone(),
        }
    }

    /// The text of a value: what the file declares, unless the bytes are plainly UTF-8 where one byte should be one letter, or where
    /// nothing that is known was declared. `None` where no reading is valid.
    pub fn text(&self, vr: VR, bytes: &[u8], decode: Decode) -> Option<String> {
        let unicode = || utf8(bytes);
        if self.0.is_of_single_bytes()
            && let Some(text) = unicode().filter(|text| !text.is_ascii())
        {
            return Some(text);
        }
        self.declared(vr, bytes, decode).or_else(unicode)
    }

    /// Every reading that may be meant, without repeats: of one value whose declaration is wrong, all are looked for.
    pub fn readings(&self, vr: VR, bytes: &[u8], decode: Decode) -> Vec<String> {
        let mut readings: Vec<String> = Vec::new();
        for reading in [self.text(vr, bytes, decode), self.declared(vr, bytes, decode), utf8(bytes)].into_iter().flatten() {
            if !readings.contains(&reading) {
                readings.push(reading);
            }
        }
        // Nothing declared, and not UTF-8: most often the letters of Western Europe.
        if readings.is_empty() {
            readings.extend(decode("windows-1252", bytes).filter(|text| is_plain(text)));
        }
        readings
    }

    fn declared(&self, vr: VR, bytes: &[u8], decode: Decode) -> Option<String> {
        let delimiters: &[u8] = match vr {
            VR::PN => b"\\^=",
            _ if is_single(vr) => b"",
            _ => b"\\",
        };
        let text = match &self.0 {
            Declared::Whole("utf-8") => utf8(bytes),
            Declared::Whole(label) => decode(label, bytes),
            _ => None,
        };
        let text = text.filter(|text| is_plain(text)).or_else(|| iso2022::decode(bytes, self.0.initial(), delimiters, decode));
        text.or_else(|| self.0.is_japanese().then(|| decode("shift_jis", bytes))?).filter(|text| is_plain(text))
    }
}

/// Turns every text value that is held as bytes into Unicode. What cannot be decoded stays bytes: hunted, and never kept.
pub fn decode_set(set: &mut DataSet, decode: Decode) {
    if holds_bytes(set) {
        walk(set, &CharacterSet::default(), decode);
    }
}

/// Whether a text value of `set`, at any depth, is held as bytes.
fn holds_bytes(set: &DataSet) -> bool {
    set.iter().any(|element| match element.value() {
        Value::Primitive(PrimitiveValue::U8(_)) => is_affected(element.vr()),
        Value::Sequence(sequence) => sequence.items().iter().any(holds_bytes),
        _ => false,
    })
}

/// Depth is bounded by the walker of files.
fn walk(set: &mut DataSet, around: &CharacterSet, decode: Decode) {
    let here = CharacterSet::of(set, around);
    let held = std::mem::replace(set, DataSet::new_empty());
    for element in held {
        set.put(decoded(element, &here, decode));
    }
}

fn decoded(element: Element, here: &CharacterSet, decode: Decode) -> Element {
    let (tag, vr) = (element.header().tag, element.vr());
    match element.value() {
        Value::Sequence(_) => {
            let mut items = element.into_value().into_items().unwrap_or_default().into_vec();
            items.iter_mut().for_each(|item| walk(item, here, decode));
            DataElement::new(tag, VR::SQ, Value::Sequence(DataSetSequence::new(items, Length::UNDEFINED)))
        }
        Value::Primitive(PrimitiveValue::U8(bytes)) if is_affected(vr) && bytes.len() <= limits::TEXT => match here.text(vr, bytes, decode)
        {
            Some(text) => DataElement::new(tag, vr, PrimitiveValue::Str(text)),
            None => element,
        },
        _ => element,
    }
}

fn utf8(bytes: &[u8]) -> Option<String> {
    std::str::from_utf8(bytes).ok().filter(|text| is_plain(text)).map(|text| text.trim_start_matches('\u{feff}').to_owned())
}

/// An escape left in a text means that it was not understood.
fn is_plain(text: &str) -> bool {
    !text.contains('\u{1b}')
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// What the browser's decoders do.
    pub(crate) fn decoder(label: &str, bytes: &[u8]) -> Option<String> {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Into::into)
    }

    fn text(declared: &str, vr: VR, bytes: &[u8]) -> Option<String> {
        CharacterSet(Declared::parse(declared)).text(vr, bytes, decoder)
    }

    #[track_caller]
    fn reads(declared: &str, bytes: &[u8], wanted: &str) {
        assert_eq!(text(declared, VR::PN, bytes).as_deref(), Some(wanted), "{declared}");
    }

    /// PS3.5 Annexes H, I, J and K.
    #[test]
    fn the_standard_s_own_names() {
        let yamada = "山田^太郎=やまだ^たろう";
        let jis = b"\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B";
        reads("\\ISO 2022 IR 87", &[b"Yamada^Tarou=", &jis[..]].concat(), &format!("Yamada^Tarou={yamada}"));
        let romaji = b"\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J=\x1b$B$d$^$@\x1b(J^\x1b$B$?$m$&\x1b(J";
        reads("ISO 2022 IR 13\\ISO 2022 IR 87", romaji, &format!("ﾔﾏﾀﾞ^ﾀﾛｳ={yamada}"));
        let hong = b"Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf";
        reads("\\ISO 2022 IR 149", hong, "Hong^Gildong=洪^吉洞=홍^길동");
        reads("ISO_IR 192", "Wang^XiaoDong=王^小東=".as_bytes(), "Wang^XiaoDong=王^小東=");
        for declared in ["GB18030", "GBK"] {
            reads(declared, b"Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab=", "Wang^XiaoDong=王^小东=");
        }
        reads("\\ISO 2022 IR 58", b"Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab=", "Zhang^XiaoDong=张^小东=");
    }

    #[test]
    fn sets_of_single_bytes() {
        for (declared, bytes, wanted) in [
            ("ISO_IR 100", &b"Buc^J\xe9r\xf4me"[..], "Buc^Jérôme"),
            ("ISO_IR 100", b"\xc4neas^R\xfcdiger", "Äneas^Rüdiger"),
            ("ISO_IR 101", b"Wa\xb3\xeasa", "Wałęsa"),
            ("ISO_IR 126", b"\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2", "Διονυσιος"),
            ("ISO_IR 127", b"\xe2\xc8\xc7\xe6\xea^\xe4\xe6\xd2\xc7\xd1", "قباني^لنزار"),
            ("ISO_IR 138", b"\xf9\xf8\xe5\xef^\xe3\xe1\xe5\xf8\xe4", "שרון^דבורה"),
            ("ISO_IR 144", b"\xbb\xee\xdace\xdc\xd1yp\xd3", "Люкceмбypг"),
            ("ISO_IR 148", b"\xc7elik", "Çelik"),
            ("ISO_IR 166", b"\xb9\xd2\xc2", "นาย"),
            ("ISO_IR 203", b"\xa6im\xe1n", "Šimán"),
            ("ISO_IR 13", b"\xd4\xcf\xc0\xde^\xc0\xdb\xb3", "ﾔﾏﾀﾞ^ﾀﾛｳ"),
            ("ISO 2022 IR 100\\ISO 2022 IR 126", b"Buc^J\xe9r\xf4me=\x1b-F\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2", "Buc^Jérôme=Διονυσιος"),
        ] {
            reads(declared, bytes, wanted);
        }
    }

    #[test]
    fn jis_x_0212_and_a_backslash_inside_letters() {
        reads("\\ISO 2022 IR 87\\ISO 2022 IR 159", b"\x1b$(D0a\x1b(B^\x1b$BI=\x1b(B", "伵^表");
        reads("ISO_IR 13", b"\x83\x5c^\x95\x5c", "ソ^表");
        // U+5D2C is 8D 5C in GBK: one letter, not two values.
        let value = text("GBK", VR::LO, b"\x8d\x5c\\\xb6\xab").unwrap();
        assert_eq!(value.split('\\').collect::<Vec<_>>(), [decoder("gb18030", b"\x8d\x5c").unwrap().as_str(), "东"]);
    }

    #[test]
    fn a_set_ends_with_its_line_value_and_component() {
        let declared = "ISO 2022 IR 100\\ISO 2022 IR 126";
        for (vr, sign) in [(VR::LO, "\\"), (VR::PN, "^"), (VR::PN, "="), (VR::LT, "\r\n"), (VR::UT, "\n"), (VR::ST, "\u{c}")] {
            let bytes = [b"\x1b-F\xc4", sign.as_bytes(), b"\xc4"].concat();
            assert_eq!(text(declared, vr, &bytes).unwrap(), format!("Δ{sign}Ä"), "{vr:?}");
        }
        for (vr, sign) in [(VR::LT, "\\"), (VR::LO, "^"), (VR::LO, "=")] {
            let bytes = [b"\x1b-F\xc4", sign.as_bytes(), b"\xc4"].concat();
            assert_eq!(text(declared, vr, &bytes).unwrap(), format!("Δ{sign}Δ"), "{vr:?}");
        }
    }

    #[test]
    fn declarations_that_are_wrong() {
        for declared in ["", "ISO_IR 100", "ISO_IR 6", "ISO 2022 IR 100\\ISO 2022 IR 126", "ISO_IR 999", "Oribella"] {
            reads(declared, "Müller^Jürgen".as_bytes(), "Müller^Jürgen");
        }
        let both = CharacterSet(Declared::parse("ISO_IR 100")).readings(VR::PN, "Müller".as_bytes(), decoder);
        assert_eq!(both, ["Müller", "MÃ¼ller"]);
        assert_eq!(CharacterSet::default().readings(VR::PN, b"M\xfcller", decoder), ["Müller"]);
        for declared in ["", "ISO_IR 192", "ISO_IR 999"] {
            assert_eq!(text(declared, VR::PN, b"M\xfcller"), None, "{declared}");
        }
        for broken in [&b"\x1b$Oribella"[..], b"a\x1b", b"\x1b$B;", b"\x1b$)C\xb1", b"\x1b\xff", b"\xe9\x1b(Z"] {
            for declared in ["", "ISO_IR 100", "ISO_IR 192", "GB18030", "\\ISO 2022 IR 87", "\\ISO 2022 IR 149"] {
                assert_eq!(text(declared, VR::LO, broken), None, "{declared} {broken:?}");
            }
        }
    }

    #[test]
    fn items_inherit_and_override() {
        let name = |bytes: &[u8]| DataElement::new(tags::PATIENT_NAME, VR::PN, PrimitiveValue::U8(bytes.into()));
        let charset = |term: &str| DataElement::new(tags::SPECIFIC_CHARACTER_SET, VR::CS, PrimitiveValue::from(term));
        let items = vec![
            DataSet::from_element_iter([name(b"\xc4")]),
            DataSet::from_element_iter([charset("ISO_IR 126"), name(b"\xc4")]),
            DataSet::from_element_iter([charset("ISO_IR 999"), name(b"\xc4")]),
        ];
        let sequence = Value::Sequence(DataSetSequence::new(items, Length::UNDEFINED));
        let mut set =
            DataSet::from_element_iter([charset("ISO_IR 100"), DataElement::new(tags::OTHER_PATIENT_I_DS_SEQUENCE, VR::SQ, sequence)]);
        decode_set(&mut set, decoder);
        let items = set.get(tags::OTHER_PATIENT_I_DS_SEQUENCE).unwrap().value().items().unwrap();
        let names: Vec<_> = items.iter().map(|item| dataset::primitive(item, tags::PATIENT_NAME).unwrap().clone()).collect();
        assert_eq!(names, ["Ä".into(), "Δ".into(), PrimitiveValue::U8([0xc4].as_slice().into())]);
    }
}

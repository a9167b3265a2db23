//! Defined Terms of Specific Character Set (0008,0005), also as they are misspelt.

use super::iso2022::{Halves, Letters};

/// What a Specific Character Set says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Declared {
    /// Nothing, or nothing that is known.
    #[default]
    Nothing,
    /// One encoding for the whole value, by its label: UTF-8, GB18030, GBK, and ISO-IR 13 alone, which real files fill with Shift JIS.
    Whole(&'static str),
    /// Sets that escape sequences switch between.
    Extended {
        /// Those in force at the start.
        initial: Halves,
        /// Katakana is among them.
        katakana: bool,
    },
}

impl Declared {
    /// Of the values of (0008,0005), with their backslashes.
    pub fn parse(values: &str) -> Self {
        let terms: Vec<Option<Term>> = values.split('\\').map(term).collect();
        let known = || terms.iter().flatten().copied();
        if let Some(label) = known().find_map(|term| if let Term::Whole(label) = term { Some(label) } else { None }) {
            return Self::Whole(label);
        }
        let katakana = known().any(|term| term == Term::Half(Letters::Katakana));
        if katakana && terms.len() == 1 {
            return Self::Whole("shift_jis");
        }
        // A first value that nobody knows says nothing of bytes before the first escape sequence.
        let mut halves = known().filter_map(|term| if let Term::Half(letters) = term { Some(letters) } else { None });
        let first = match terms.first() {
            Some(Some(Term::Half(letters))) => Some(*letters),
            Some(Some(_)) => halves.find(|letters| matches!(letters, Letters::Ks1001 | Letters::Gb2312)),
            _ => return Self::Nothing,
        };
        // Two bytes a letter in the upper half: some writers leave the escape sequence out.
        let g1 = first.filter(|letters| !matches!(letters, Letters::Jis0208 | Letters::Jis0212));
        let bare = values.trim().is_empty();
        if bare { Self::Nothing } else { Self::Extended { initial: Halves { g0: Letters::Ascii, g1 }, katakana } }
    }

    /// What is designated before the first escape sequence.
    pub const fn initial(&self) -> Halves {
        match self {
            Self::Extended { initial, .. } => *initial,
            _ => Halves { g0: Letters::Ascii, g1: None },
        }
    }

    /// Whether no two bytes can be one letter, as far as was declared.
    pub const fn is_of_single_bytes(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Whole(_) => false,
            Self::Extended { initial, .. } => matches!(initial.g1, None | Some(Letters::Upper(_))),
        }
    }

    /// Whether Katakana was declared among others: where escape sequences do not explain the bytes, they may be Shift JIS.
    pub const fn is_japanese(&self) -> bool {
        matches!(self, Self::Extended { katakana: true, .. })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Term {
    /// ISO-IR 6.
    Ascii,
    /// A set of the upper half, or of two bytes.
    Half(Letters),
    Whole(&'static str),
}

fn term(value: &str) -> Option<Term> {
    let plain: String = value.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect();
    let strip = |text: &str, prefix: &str| text.strip_prefix(prefix).unwrap_or(text).to_owned();
    let plain = strip(&strip(&strip(&plain, "ISO"), "2022"), "IR");
    Some(match plain.as_str() {
        "" | "6" | "646" => Term::Ascii,
        "100" | "88591" | "LATIN1" => Term::Half(Letters::Upper("iso-8859-1")),
        "101" | "88592" => Term::Half(Letters::Upper("iso-8859-2")),
        "109" | "88593" => Term::Half(Letters::Upper("iso-8859-3")),
        "110" | "88594" => Term::Half(Letters::Upper("iso-8859-4")),
        "144" | "88595" => Term::Half(Letters::Upper("iso-8859-5")),
        "127" | "88596" => Term::Half(Letters::Upper("iso-8859-6")),
        "126" | "88597" => Term::Half(Letters::Upper("iso-8859-7")),
        "138" | "88598" => Term::Half(Letters::Upper("iso-8859-8")),
        "148" | "88599" => Term::Half(Letters::Upper("windows-1254")),
        "203" | "885915" => Term::Half(Letters::Upper("iso-8859-15")),
        "166" | "885911" | "TIS620" => Term::Half(Letters::Upper("windows-874")),
        "13" | "14" => Term::Half(Letters::Katakana),
        "87" => Term::Half(Letters::Jis0208),
        "159" => Term::Half(Letters::Jis0212),
        "149" | "EUCKR" => Term::Half(Letters::Ks1001),
        "58" | "GB2312" => Term::Half(Letters::Gb2312),
        "192" | "UTF8" => Term::Whole("utf-8"),
        "GB18030" | "GBK" => Term::Whole("gb18030"),
        "SHIFTJIS" | "SJIS" => Term::Whole("shift_jis"),
        _ => return None,
    })
}

/// Whether values of (0008,0005) are Defined Terms in an order that PS3.3 C.12.1.1.2 allows.
pub fn is_combination(values: &str) -> bool {
    const SINGLE: &[&str] = &["6", "100", "101", "109", "110", "144", "127", "126", "138", "148", "203", "13", "166"];
    const DOUBLE: &[&str] = &["87", "159", "149", "58"];
    let one = |value: &str| {
        matches!(value, "ISO_IR 192" | "GB18030" | "GBK")
            || value.strip_prefix("ISO_IR ").is_some_and(|number| number != "6" && SINGLE.contains(&number))
    };
    let extended = |value: &str, lists: &[&[&str]]| {
        value.strip_prefix("ISO 2022 IR ").is_some_and(|number| lists.iter().any(|list| list.contains(&number)))
    };
    let terms: Vec<&str> = values.split('\\').map(str::trim).collect();
    match terms.as_slice() {
        [value] => one(value),
        [first, more @ ..] => {
            (first.is_empty() || extended(first, &[SINGLE])) && more.iter().all(|value| extended(value, &[SINGLE, DOUBLE]))
        }
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_terms_are_known() {
        for (value, wanted) in
            [("ISO-IR 100", "ISO_IR 100"), ("ISO IR 192", "ISO_IR 192"), ("iso_ir_144", "ISO_IR 144"), ("utf-8", "ISO_IR 192")]
        {
            assert_eq!(Declared::parse(value), Declared::parse(wanted), "{value}");
            assert_ne!(Declared::parse(value), Declared::Nothing);
        }
        for value in ["", "Oribella", "ISO_IR 999", "\\"] {
            assert_eq!(Declared::parse(value).initial().g1, None, "{value}");
        }
    }

    #[test]
    fn combinations_of_the_standard() {
        for values in ["ISO_IR 100", "ISO_IR 192", "GBK", "\\ISO 2022 IR 87", "ISO 2022 IR 13\\ISO 2022 IR 87\\ISO 2022 IR 159"] {
            assert!(is_combination(values), "{values}");
        }
        for values in ["", "ISO_IR 999", "ISO_IR 100\\ISO_IR 144", "ISO_IR 192\\ISO 2022 IR 87", "ISO 2022 IR 87\\ISO 2022 IR 13", "\\"] {
            assert!(!is_combination(values), "{values}");
        }
    }
}

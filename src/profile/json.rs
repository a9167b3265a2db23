//! JSON as far as a policy has it (RFC 8259): objects, lists, texts, and whole numbers without a sign.
//!
//! A reader for all of JSON would bring numbers of any size, and words about what is wrong with them, into the wasm: policies have neither.

use std::iter::Peekable;
use std::str::Chars;

/// Objects and lists in each other: no policy has more.
const DEPTH: usize = 8;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// Names, each once, and their values.
    Object(Vec<(String, Json)>),
    /// Values.
    List(Vec<Json>),
    /// A text.
    Text(String),
    /// A whole number.
    Number(u32),
}

impl Json {
    /// The one value that `text` is; `None` where it is none, or one that no policy has: null, true, false, any other number.
    pub fn parse(text: &str) -> Option<Self> {
        let mut reader = Reader { rest: text.chars().peekable() };
        let value = reader.value(DEPTH)?;
        reader.space();
        reader.rest.next().is_none().then_some(value)
    }
}

struct Reader<'t> {
    rest: Peekable<Chars<'t>>,
}

impl Reader<'_> {
    fn space(&mut self) {
        while self.rest.next_if(|letter| matches!(letter, ' ' | '\t' | '\n' | '\r')).is_some() {}
    }

    /// The next sign, whatever space is before it.
    fn sign(&mut self) -> Option<char> {
        self.space();
        self.rest.next()
    }

    /// Whether the next sign is this one: then it is taken.
    fn takes(&mut self, sign: char) -> bool {
        self.space();
        self.rest.next_if_eq(&sign).is_some()
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        let depth = depth.checked_sub(1)?;
        match self.sign()? {
            '{' => self.object(depth),
            '[' => self.list(depth),
            '"' => self.text().map(Json::Text),
            digit => self.number(digit).map(Json::Number),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Json> {
        let mut parts: Vec<(String, Json)> = Vec::new();
        if self.takes('}') {
            return Some(Json::Object(parts));
        }
        loop {
            let name = if self.takes('"') { self.text()? } else { return None };
            if parts.iter().any(|(other, _)| *other == name) || !self.takes(':') {
                return None;
            }
            parts.push((name, self.value(depth)?));
            match self.sign()? {
                ',' => {}
                '}' => return Some(Json::Object(parts)),
                _ => return None,
            }
        }
    }

    fn list(&mut self, depth: usize) -> Option<Json> {
        let mut parts = Vec::new();
        if self.takes(']') {
            return Some(Json::List(parts));
        }
        loop {
            parts.push(self.value(depth)?);
            match self.sign()? {
                ',' => {}
                ']' => return Some(Json::List(parts)),
                _ => return None,
            }
        }
    }

    /// What follows the first quotation mark of a text.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            match self.rest.next()? {
                '"' => return Some(text),
                '\\' => text.push(self.escaped()?),
                '\0'..='\x1F' => return None,
                letter => text.push(letter),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.rest.next()? {
            letter @ ('"' | '\\' | '/') => letter,
            'b' => '\x08',
            'f' => '\x0C',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let unit = self.unit()?;
                // Letters beyond the first 65,536 are two units.
                let pair = (0xD800..0xDC00).contains(&unit) && self.rest.next()? == '\\' && self.rest.next()? == 'u';
                let units = if pair { [unit, self.unit()?] } else { [unit, 0] };
                let used = units.get(..if pair { 2 } else { 1 })?;
                let mut letters = char::decode_utf16(used.iter().copied());
                let letter = letters.next()?.ok()?;
                letters.next().is_none().then_some(letter)?
            }
            _ => return None,
        })
    }

    fn unit(&mut self) -> Option<u16> {
        let unit = (0..4).try_fold(0, |unit, _| Some(unit * 16 + self.rest.next()?.to_digit(16)?))?;
        u16::try_from(unit).ok()
    }

    fn number(&mut self, first: char) -> Option<u32> {
        let mut number = first.to_digit(10)?;
        while let Some(digit) = self.rest.next_if(char::is_ascii_digit).and_then(|digit| digit.to_digit(10)) {
            // No zero leads.
            number = number.checked_mul(10).filter(|tens| *tens > 0)?.checked_add(digit)?;
        }
        Some(number)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    /// What a full reader reads, where a policy may have it.
    fn known(value: Value) -> Option<Json> {
        Some(match value {
            Value::Object(parts) => Json::Object(parts.into_iter().map(|(name, part)| Some((name, known(part)?))).collect::<Option<_>>()?),
            Value::Array(parts) => Json::List(parts.into_iter().map(known).collect::<Option<_>>()?),
            Value::String(text) => Json::Text(text),
            Value::Number(number) => Json::Number(number.as_u64()?.try_into().ok()?),
            Value::Null | Value::Bool(_) => return None,
        })
    }

    #[test]
    fn it_reads_what_a_full_reader_reads() {
        for text in [
            "{}",
            "[]",
            " { \"a\" :\t[ 1 , \"b\" ] ,\r\n\"b\":{\"c\":[]} } ",
            r#""\u00e9\"\\\/\b\f\n\r\t\ud83d\ude00 é😀""#,
            "4294967295",
            "0",
        ] {
            let read = Json::parse(text);
            assert!(read.is_some(), "{text}");
            assert_eq!(read, known(serde_json::from_str(text).unwrap()), "{text}");
        }
    }

    #[test]
    fn it_reads_nothing_else() {
        for text in [
            "",
            " ",
            "{",
            "[",
            "\"",
            "{}{}",
            "[1,]",
            "[,1]",
            "{\"a\":1,}",
            "{a:1}",
            "{\"a\" 1}",
            "{\"a\"}",
            "01",
            "1.0",
            "1e0",
            "-1",
            "+1",
            "4294967296",
            "null",
            "true",
            "'a'",
            "\"\n\"",
            r#""\x""#,
            r#""\ud83d""#,
            r#""\ud83dx""#,
            r#""\ud83d\u0041""#,
            r#""\ude00""#,
            r#""\u12""#,
            "[1 2]",
            "\u{a0}1",
            "1,",
            "{\"a\":1,\"a\":1}",
        ] {
            assert_eq!(Json::parse(text), None, "{text}");
        }
        let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(Json::parse(&deep(DEPTH)).is_some() && Json::parse(&deep(DEPTH + 1)).is_none() && Json::parse(&deep(100_000)).is_none());
    }

    proptest! {
        #[test]
        fn it_never_reads_what_a_full_reader_refuses(text in "[\\[\\]{}\",: 019a\\\\uud8\n]{0,12}") {
            if let Some(read) = Json::parse(&text) {
                let mut full = known(serde_json::from_str(&text).unwrap()).unwrap();
                let mut read = read;
                sort(&mut full);
                sort(&mut read);
                prop_assert_eq!(read, full);
            }
        }
    }

    fn sort(value: &mut Json) {
        match value {
            Json::Object(parts) => {
                parts.sort_by(|(a, _), (b, _)| a.cmp(b));
                parts.iter_mut().for_each(|(_, part)| sort(part));
            }
            Json::List(parts) => parts.iter_mut().for_each(sort),
            Json::Text(_) | Json::Number(_) => {}
        }
    }
}

//! Code extension by ISO 2022 (PS3.5 6.1.2.5): escape sequences designate sets of letters to the lower half (G0) and the upper half (G1) of
//! the bytes.

use crate::tools::Decode;

const ESCAPE: u8 = 0x1B;

/// A set of letters that is designated to one half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// ISO-IR 6, and ISO-IR 14, which differs in two signs of no weight.
    Ascii,
    /// The upper half of an encoding of single bytes, by its label.
    Upper(&'static str),
    /// JIS X 0201 Katakana, ISO-IR 13.
    Katakana,
    /// JIS X 0208, ISO-IR 87.
    Jis0208,
    /// JIS X 0212, ISO-IR 159.
    Jis0212,
    /// KS X 1001, ISO-IR 149.
    Ks1001,
    /// GB 2312, ISO-IR 58.
    Gb2312,
}

impl Letters {
    const fn label(self) -> &'static str {
        match self {
            Self::Ascii => "utf-8",
            Self::Upper(label) => label,
            Self::Katakana => "shift_jis",
            Self::Jis0208 | Self::Jis0212 => "euc-jp",
            Self::Ks1001 => "euc-kr",
            Self::Gb2312 => "gb18030",
        }
    }

    const fn is_double(self) -> bool {
        matches!(self, Self::Jis0208 | Self::Jis0212 | Self::Ks1001 | Self::Gb2312)
    }
}

/// What is designated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Halves {
    /// Of bytes below 80 hexadecimal.
    pub g0: Letters,
    /// Of the others.
    pub g1: Option<Letters>,
}

/// Decodes one element's value. `delimiters` are the signs, beside ends of lines, pages and tabs, after which `initial` is in force again.
///
/// `None` for an escape sequence that is not DICOM's, half a letter, and bytes that no set is designated to.
pub fn decode(bytes: &[u8], initial: Halves, delimiters: &[u8], decode: Decode) -> Option<String> {
    let mut halves = initial;
    let mut text = Text { done: String::with_capacity(bytes.len()), label: "", run: Vec::new(), decode };
    let mut rest = bytes;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        let letters = if byte < 0x80 { halves.g0 } else { halves.g1? };
        match byte {
            ESCAPE => rest = designate(tail, &mut halves)?,
            b'\t' | b'\n' | 0x0C | b'\r' => {
                halves = initial;
                text.sign(byte)?;
            }
            0..=0x20 | 0x7F => text.sign(byte)?,
            _ if letters == Letters::Ascii => {
                if delimiters.contains(&byte) {
                    halves = initial;
                }
                text.sign(byte)?;
            }
            _ if letters.is_double() => {
                let (&second, tail) = rest.split_first()?;
                rest = tail;
                if second & 0x80 != byte & 0x80 || !(0x21..=0x7E).contains(&(second & 0x7F)) {
                    return None;
                }
                if letters == Letters::Jis0212 {
                    text.letter(letters, &[0x8F, byte | 0x80, second | 0x80])?;
                } else {
                    text.letter(letters, &[byte | 0x80, second | 0x80])?;
                }
            }
            _ => text.letter(letters, &[byte | 0x80])?,
        }
    }
    text.finish()
}

/// Carries out the escape sequence whose bytes after ESC start `rest` (PS3.3 Tables C.12-3 and C.12-4), and says what follows it.
fn designate<'b>(rest: &'b [u8], halves: &mut Halves) -> Option<&'b [u8]> {
    let double = |last: u8| match last {
        b'A' => Some(Letters::Gb2312),
        b'@' | b'B' => Some(Letters::Jis0208),
        b'C' => Some(Letters::Ks1001),
        b'D' => Some(Letters::Jis0212),
        _ => None,
    };
    match rest {
        [b'(', b'B' | b'J', rest @ ..] => {
            halves.g0 = Letters::Ascii;
            Some(rest)
        }
        [b'(', b'I', rest @ ..] => {
            halves.g0 = Letters::Katakana;
            Some(rest)
        }
        [b')', b'I', rest @ ..] => {
            halves.g1 = Some(Letters::Katakana);
            Some(rest)
        }
        [b'-', last, rest @ ..] => {
            halves.g1 = Some(Letters::Upper(upper(*last)?));
            Some(rest)
        }
        [b'$', b'(', last, rest @ ..] => {
            halves.g0 = double(*last)?;
            Some(rest)
        }
        [b'$', b')', last, rest @ ..] => {
            halves.g1 = Some(double(*last)?);
            Some(rest)
        }
        [b'$', last @ (b'@' | b'A' | b'B'), rest @ ..] => {
            halves.g0 = double(*last)?;
            Some(rest)
        }
        _ => None,
    }
}

const fn upper(last: u8) -> Option<&'static str> {
    Some(match last {
        b'A' => "iso-8859-1",
        b'B' => "iso-8859-2",
        b'C' => "iso-8859-3",
        b'D' => "iso-8859-4",
        b'F' => "iso-8859-7",
        b'G' => "iso-8859-6",
        b'H' => "iso-8859-8",
        b'L' => "iso-8859-5",
        b'M' => "windows-1254",
        b'T' => "windows-874",
        b'b' => "iso-8859-15",
        _ => return None,
    })
}

/// Text so far, and a run of bytes of one encoding after it.
struct Text {
    done: String,
    label: &'static str,
    run: Vec<u8>,
    decode: Decode,
}

impl Text {
    fn sign(&mut self, byte: u8) -> Option<()> {
        self.flush()?;
        self.done.push(char::from(byte));
        Some(())
    }

    fn letter(&mut self, letters: Letters, bytes: &[u8]) -> Option<()> {
        if self.label != letters.label() {
            self.flush()?;
            self.label = letters.label();
        }
        self.run.extend_from_slice(bytes);
        Some(())
    }

    fn flush(&mut self) -> Option<()> {
        if !self.run.is_empty() {
            self.done.push_str(&(self.decode)(self.label, &self.run)?);
            self.run.clear();
        }
        Some(())
    }

    fn finish(mut self) -> Option<String> {
        self.flush()?;
        Some(self.done)
    }
}

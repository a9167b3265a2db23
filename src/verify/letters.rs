//! One character set for a whole output: Unicode where a letter is not ASCII, and never a mixture (PS3.3 C.12.1.1.2).

use dicom_core::{Tag, VR};
use dicom_dictionary_std::tags;

use crate::error::{Code, Error, Result};
use crate::file::{charset, value};

/// What was seen of the letters of a data set.
#[derive(Default)]
pub struct Letters {
    /// Where the first letter stands that is not ASCII.
    unicode: Option<Tag>,
    /// Whether (0008,0005) says so.
    stated: bool,
}

impl Letters {
    /// Sees a value.
    ///
    /// # Errors
    /// [`Code::Conformance`] for bytes of another set than Unicode, and a character set of an Item.
    pub fn note(&mut self, tag: Tag, vr: VR, bytes: &[u8], nested: bool) -> Result<()> {
        if tag == tags::SPECIFIC_CHARACTER_SET {
            self.stated = bytes.trim_ascii() == charset::UNICODE.as_bytes();
            return if nested { Err(Error::of(Code::Conformance, tag)) } else { Ok(()) };
        }
        if !value::is_text(vr) || bytes.is_ascii() && !bytes.contains(&0x1B) {
            return Ok(());
        }
        // Escape sequences are of other sets, and restricted text is of none.
        if !charset::is_affected(vr) || bytes.contains(&0x1B) || std::str::from_utf8(bytes).is_err() {
            return Err(Error::of(Code::Conformance, tag));
        }
        self.unicode.get_or_insert(tag);
        Ok(())
    }

    /// Sees the end.
    ///
    /// # Errors
    /// [`Code::Conformance`] where a letter is not ASCII and (0008,0005) does not say so.
    pub fn check(&self) -> Result<()> {
        match self.unicode {
            Some(tag) if !self.stated => Err(Error::of(Code::Conformance, tag)),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[(Tag, VR, &[u8], bool)]) -> Option<Tag> {
        let mut letters = Letters::default();
        let seen = values.iter().try_for_each(|(tag, vr, bytes, nested)| letters.note(*tag, *vr, bytes, *nested));
        seen.and_then(|()| letters.check()).err().and_then(|error| error.tag)
    }

    const NAME: Tag = tags::INSTITUTION_NAME;
    const SET: Tag = tags::SPECIFIC_CHARACTER_SET;

    #[test]
    fn one_set_and_its_name() {
        let unicode = "Süd ".as_bytes();
        assert_eq!(check(&[(SET, VR::CS, b"ISO_IR 192", false), (NAME, VR::LO, unicode, false), (NAME, VR::LO, unicode, true)]), None);
        assert_eq!(check(&[(SET, VR::CS, b"ISO_IR 100", false), (NAME, VR::LO, b"Sud ", false)]), None);
        assert_eq!(check(&[(NAME, VR::OB, b"\xff\x1b", false)]), None);
        for (tag, values) in [
            (NAME, &[(NAME, VR::LO, unicode, false)][..]),
            (NAME, &[(SET, VR::CS, b"ISO_IR 100", false), (NAME, VR::LO, unicode, true)]),
            (NAME, &[(SET, VR::CS, b"ISO_IR 192", false), (NAME, VR::LO, b"S\xfcd ", false)]),
            (NAME, &[(SET, VR::CS, b"ISO_IR 192", false), (NAME, VR::LO, b"\x1b(B", false)]),
            (NAME, &[(SET, VR::CS, b"ISO_IR 192", false), (NAME, VR::AE, unicode, false)]),
            (SET, &[(SET, VR::CS, b"ISO_IR 192", true)]),
        ] {
            assert_eq!(check(values), Some(tag), "{values:?}");
        }
    }
}

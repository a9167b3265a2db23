//! Who stands for the patient in what leaves: a name and an ID of the policy's, or generated ones.

use serde::Serialize;

use super::json::Json;

/// Replacements of (0010,0010) and (0010,0020). What is not said is generated from the key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Subject {
    /// The name, as PN (PS3.5 6.2): at most 64 characters a component group, and three groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub name: Option<String>,
    /// The ID, as LO: at most 64 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub id: Option<String>,
}

impl Subject {
    /// The subject that a value is; `None` where it has other parts, or one that is no text.
    pub(super) fn read(json: Json) -> Option<Self> {
        let Json::Object(parts) = json else { return None };
        let mut subject = Self::default();
        for part in parts {
            match (part.0.as_str(), part.1) {
                ("name", Json::Text(text)) => subject.name = Some(text),
                ("id", Json::Text(text)) => subject.id = Some(text),
                _ => return None,
            }
        }
        Some(subject)
    }

    /// Whether nothing is said.
    pub fn is_generated(&self) -> bool {
        *self == Self::default()
    }

    /// Whether both fit their VRs and can be seen: a letter or digit at least, no backslash, no control characters, no signs that nobody
    /// sees, no spaces around, not too long.
    pub fn is_valid(&self) -> bool {
        let plain = |text: &String| {
            text.contains(char::is_alphanumeric)
                && text.trim() == text
                && !text.chars().any(|letter| letter.is_control() || is_hidden(letter) || letter == '\\')
        };
        let short = |text: &str| text.chars().count() <= 64;
        let groups =
            |name: &String| name.split('=').count() <= 3 && name.split('=').all(|group| short(group) && group.split('^').count() <= 5);
        self.name.as_ref().is_none_or(|name| plain(name) && groups(name)) && self.id.as_ref().is_none_or(|id| plain(id) && short(id))
    }
}

/// Signs that nobody sees: soft hyphens, joiners, and those that turn the direction of writing.
const fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_fits_its_attributes() {
        let of = |name: &str, id: &str| Subject { name: Some(name.to_owned()), id: Some(id.to_owned()) };
        assert!(Subject::default().is_valid());
        assert!(of("Muster^Jürgen", "P-001").is_valid());
        assert!(of("A^B=C^D=E", &"1".repeat(64)).is_valid());
        for (name, id) in [
            ("", "1"),
            ("A", ""),
            ("A\\B", "1"),
            ("A", "1\\2"),
            ("A\n", "1"),
            (" A", "1"),
            ("A=B=C=D", "1"),
            ("A^B^C^D^E^F", "1"),
            ("^^", "1"),
            ("=", "1"),
            ("\u{202e}A", "1"),
            ("A", "\u{200b}"),
            ("A\u{ad}B", "1"),
            ("A", "-"),
        ] {
            assert!(!of(name, id).is_valid(), "{name:?} {id:?}");
        }
        assert!(!of(&"A".repeat(65), "1").is_valid() && !of("A", &"1".repeat(65)).is_valid());
    }
}

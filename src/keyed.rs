//! What one batch derives from its key: new UIDs, new names, shifts of dates. The same key gives the same; without the key nothing leads back.
//!
//! HMAC-SHA256 under a random key: a bare hash of an ID is undone by trying all IDs (PS3.15 E.1.1 warns of it).

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::error::{Code, Result};

/// The key of a batch: 32 bytes from a random source, or a portal's own so that a patient maps alike over time. Wiped when dropped.
pub struct Key(Zeroizing<[u8; 32]>);

/// Bytes of an HMAC-SHA256.
type Digest = [u8; 32];

impl Key {
    /// Takes 32 bytes.
    ///
    /// # Errors
    /// [`Code::Key`] for another length, and for zeros: what a random source gives that does not work.
    pub fn new(bytes: &[u8]) -> Result<Self> {
        let mut key = Zeroizing::new([0; 32]);
        if bytes.len() != key.len() || bytes.iter().all(|byte| *byte == 0) {
            return Err(Code::Key.into());
        }
        key.copy_from_slice(bytes);
        Ok(Self(key))
    }

    /// A new UID under 2.25 for an original one (PS3.5 B.2): the decimal form of a UUID, version 8, 41 to 44 characters.
    pub fn uid(&self, original: &str) -> String {
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(self.digest("uid", &[original.as_bytes()])).for_each(|(to, from)| *to = from);
        let mut number = u128::from_be_bytes(bytes);
        // The version and variant bits of RFC 9562.
        number = number & !(0xF << 76) | 0x8 << 76;
        number = number & !(0x3 << 62) | 0x2 << 62;
        format!("2.25.{number}")
    }

    /// A short opaque name: `length` characters of A to Z and 2 to 7.
    pub fn name(&self, domain: &str, parts: &[&[u8]], length: usize) -> String {
        const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        self.digest(domain, parts)
            .iter()
            .take(length)
            .map(|byte| char::from(*LETTERS.get(usize::from(byte % 32)).unwrap_or(&b'A')))
            .collect()
    }

    /// Days that a patient's dates move: back by one to ten years, never by none.
    pub fn shift(&self, patient: &[u8]) -> i64 {
        let mut bytes = [0; 8];
        bytes.iter_mut().zip(self.digest("date", &[patient])).for_each(|(to, from)| *to = from);
        let span = u64::from_be_bytes(bytes) % (SHIFT_MOST - SHIFT_LEAST + 1);
        -i64::try_from(SHIFT_LEAST + span).unwrap_or(365)
    }

    /// Parts are told apart by their lengths, domains by their names.
    fn digest(&self, domain: &str, parts: &[&[u8]]) -> Digest {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.0.as_slice()) else { return [0; 32] };
        mac.update(domain.as_bytes());
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

const SHIFT_LEAST: u64 = 365;
const SHIFT_MOST: u64 = 3_650;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn key(seed: u8) -> Key {
        let bytes: Vec<u8> = (0..32).map(|n| n ^ seed).collect();
        Key::new(&bytes).unwrap()
    }

    #[test]
    fn keys_must_be_random() {
        assert_eq!(Key::new(&[0; 32]).err().unwrap().code, Code::Key);
        assert_eq!(Key::new(&[1; 31]).err().unwrap().code, Code::Key);
    }

    #[test]
    fn uids_are_uuids_under_2_25() {
        let uid = key(1).uid("1.2.3");
        let number: u128 = uid.strip_prefix("2.25.").unwrap().parse().unwrap();
        assert_eq!(number >> 76 & 0xF, 8);
        assert_eq!(number >> 62 & 3, 2);
        assert_eq!(uid, key(1).uid("1.2.3"));
        assert_ne!(uid, key(2).uid("1.2.3"));
        assert_ne!(uid, key(1).uid("1.2.4"));
    }

    #[test]
    fn dates_always_move() {
        for patient in 0..2_000_u32 {
            let days = key(3).shift(&patient.to_be_bytes());
            assert!((-3_650..=-365).contains(&days));
        }
        assert_ne!(key(3).shift(b"A"), key(3).shift(b"B"));
        assert_ne!(key(3).shift(b"A"), key(4).shift(b"A"));
    }

    #[test]
    fn parts_do_not_run_together() {
        assert_ne!(key(1).name("x", &[b"ab", b"c"], 12), key(1).name("x", &[b"a", b"bc"], 12));
    }
}

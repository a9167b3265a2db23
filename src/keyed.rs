//! What one batch derives from its key: new UIDs, new names, shifts of dates. The same key gives the same; without the key nothing leads back.
//!
//! HMAC-SHA256 under a random key: a bare hash of an ID is undone by trying all IDs (PS3.15 E.1.1 warns of it).

use std::cell::RefCell;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::error::{Code, Result};

/// The key of a batch: 32 bytes from a random source, or a portal's own so that a patient maps alike over time. Wiped when dropped.
pub struct Key {
    /// What every digest starts from: the key, taken in once.
    keyed: Hmac<Sha256>,
    told: RefCell<Told>,
}

/// Digests that were told before: the files of a series name the same patient, study and frame of reference, one after the other.
#[derive(Default)]
struct Told {
    held: Vec<(Vec<u8>, Digest)>,
    /// Which is the oldest, once there are as many as are kept.
    oldest: usize,
}

/// Digests that are kept: more than two files have, and few enough to be gone through.
const MOST: usize = 64;
/// Bytes of a message whose digest is kept.
const LONGEST: usize = 256;

/// Bytes of an HMAC-SHA256.
type Digest = [u8; 32];

impl Key {
    /// Takes 32 bytes.
    ///
    /// # Errors
    /// [`Code::Key`] for another length, and for zeros: what a random source gives that does not work.
    pub fn new(bytes: &[u8]) -> Result<Self> {
        if bytes.len() != size_of::<Digest>() || bytes.iter().all(|byte| *byte == 0) {
            return Err(Code::Key.into());
        }
        let keyed = Hmac::new_from_slice(bytes).map_err(|_| Code::Key)?;
        Ok(Self { keyed, told: RefCell::default() })
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
        let mut message = domain.as_bytes().to_vec();
        for part in parts {
            message.extend_from_slice(&(part.len() as u64).to_be_bytes());
            message.extend_from_slice(part);
        }
        if let Some((_, digest)) = self.told.borrow().held.iter().find(|(known, _)| *known == message) {
            return *digest;
        }
        let mut mac = self.keyed.clone();
        mac.update(&message);
        let digest = mac.finalize().into_bytes().into();
        if message.len() <= LONGEST {
            self.told.borrow_mut().keep(message, digest);
        }
        digest
    }
}

impl Told {
    fn keep(&mut self, message: Vec<u8>, digest: Digest) {
        match self.held.get_mut(self.oldest) {
            Some(old) => *old = (message, digest),
            None => self.held.push((message, digest)),
        }
        self.oldest = self.oldest.saturating_add(1) % MOST;
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
    fn what_was_told_is_told_again_and_no_more_is_kept_than_there_is_room_for() {
        let (one, fresh) = (key(1), |uid: &str| key(1).uid(uid));
        for n in 0..3 * MOST {
            let uid = format!("1.2.{n}");
            assert_eq!(one.uid(&uid), fresh(&uid));
            assert_eq!(one.uid("1.2.0"), fresh("1.2.0"));
            assert!(one.told.borrow().held.len() <= MOST);
        }
        // The same bytes in another domain, and in other parts, are another message.
        assert_ne!(one.name("a", &[b"b"], 12), one.name("a", &[b"b", b""], 12));
        assert_ne!(one.shift(b"1.2.0"), i64::from(one.uid("1.2.0") == one.uid("1.2.1")));
        let long = "1.".repeat(LONGEST);
        assert_eq!(one.uid(&long), fresh(&long));
        assert!(one.told.borrow().held.iter().all(|(message, _)| message.len() <= LONGEST));
    }

    #[test]
    fn parts_do_not_run_together() {
        assert_ne!(key(1).name("x", &[b"ab", b"c"], 12), key(1).name("x", &[b"a", b"bc"], 12));
    }
}

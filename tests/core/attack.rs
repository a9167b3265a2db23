//! Whoever has an output and the source of the program, but not the key, tries every ID that there is (PS3.15 E.1.1).

use sha2::{Digest, Sha256, Sha512};

use crate::build::samples::{ct, structure_set};
use crate::build::{EXPLICIT, File};
use crate::harness::{Cleaned, key, scrub_in, tools};

const SECRET: &str = "471108";

/// What an attacker reads in the outputs.
struct Target {
    /// The ten letters of the pseudonym, each as its place in the alphabet, and as 50 bits.
    letters: [u8; 10],
    bits: u64,
    /// UIDs as numbers, without the bits that say that they are UUIDs.
    uids: Vec<u128>,
    shift: u64,
}

const UUID_BITS: u128 = !(0xF << 76 | 0x3 << 62);

fn target(outputs: &[Cleaned]) -> Target {
    let pseudonym = &outputs[0].scrubbed.pseudonym;
    let letters = pseudonym.id.strip_prefix("SUBJECT-").unwrap();
    let letters: [u8; 10] = letters
        .bytes()
        .map(|letter| if letter >= b'A' { letter - b'A' } else { letter - b'2' + 26 })
        .collect::<Vec<_>>()
        .try_into()
        .unwrap();
    let bits = letters.iter().fold(0, |bits, letter| bits << 5 | u64::from(*letter));
    let uids = outputs.iter().flat_map(|output| &output.scrubbed.uids);
    let uids = uids.map(|(_, new)| new.strip_prefix("2.25.").unwrap().parse::<u128>().unwrap() & UUID_BITS).collect();
    Target { letters, bits, uids, shift: outputs[0].scrubbed.shift.unsigned_abs() }
}

/// Whether a digest, cut and written as outputs are, is in one of them.
fn is_hit(digest: &[u8], target: &Target) -> bool {
    let modulo = digest.len() >= 10 && digest.iter().zip(&target.letters).all(|(byte, letter)| byte % 32 == *letter);
    let bits = |from: &[u8]| from.first_chunk::<8>().is_some_and(|eight| u64::from_be_bytes(*eight) >> 14 == target.bits);
    let number = |sixteen: &[u8; 16]| {
        [u128::from_be_bytes(*sixteen), u128::from_le_bytes(*sixteen)].iter().any(|number| target.uids.contains(&(number & UUID_BITS)))
    };
    let ends = digest.first_chunk::<16>().is_some_and(number) || digest.last_chunk::<16>().is_some_and(number);
    modulo || bits(digest) || ends
}

/// Every short hash of a message that a program might take for good enough.
fn digests(message: &[u8]) -> [Vec<u8>; 7] {
    let [crc, forth, back] = short(message).map(|digest| digest.to_vec());
    let long = [md5(message).to_vec(), sha1(message).to_vec(), Sha256::digest(message).to_vec(), Sha512::digest(message).to_vec()];
    let [a, b, c, d] = long;
    [a, b, c, d, crc, forth, back]
}

/// CRC-32 and FNV-1a.
fn short(message: &[u8]) -> [[u8; 8]; 3] {
    let fnv = message.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    [u64::from(crc32fast::hash(message)).to_be_bytes(), fnv.to_be_bytes(), fnv.to_le_bytes()]
}

/// An ID alone, and as the program puts it before it asks for a digest: with its domain, its length, its kind.
fn messages(id: &str) -> [Vec<u8>; 5] {
    let patient = [b"id\0", id.as_bytes(), b"\0"].concat();
    let framed = |domain: &str| [domain.as_bytes(), &(patient.len() as u64).to_be_bytes(), &patient].concat();
    [id.as_bytes().to_vec(), [b"SUBJECT-", id.as_bytes()].concat(), framed("patient"), framed("date"), framed("uid")]
}

fn outputs() -> Vec<Cleaned> {
    let mut batch = scan_scrubber::Session::new(scan_scrubber::Policy::built_in("share").unwrap(), key(0x77), tools()).unwrap();
    let files = [ct(), structure_set()].map(|set| File::new(EXPLICIT, set.text(0x0010_0020, "LO", SECRET)).bytes());
    files.iter().map(|file| scrub_in(&mut batch, file).unwrap()).collect()
}

/// What finds nothing must be able to find.
#[test]
fn the_search_finds_what_a_weak_program_would_write() {
    let target = target(&outputs());
    for digest in digests(SECRET.as_bytes()).into_iter().filter(|digest| digest.len() >= 16) {
        let letters: [u8; 10] = digest[..10].iter().map(|byte| byte % 32).collect::<Vec<_>>().try_into().unwrap();
        assert!(is_hit(&digest, &Target { letters, uids: Vec::new(), ..target }));
        let uids = vec![u128::from_be_bytes(digest[..16].try_into().unwrap()) & UUID_BITS];
        assert!(is_hit(&digest, &Target { uids, ..target }));
        let bits = u64::from_be_bytes(digest[..8].try_into().unwrap()) >> 14;
        assert!(is_hit(&digest, &Target { bits, uids: Vec::new(), ..target }));
        assert!(!is_hit(&digest, &target));
    }
}

/// All IDs of six digits, with every hash and every way of putting them.
#[test]
fn no_id_of_six_digits_is_found_by_its_hash() {
    let target = target(&outputs());
    assert!(target.uids.len() >= 8);
    let hits: Vec<String> = std::thread::scope(|scope| {
        let target = &target;
        let half =
            |from: u32| scope.spawn(move || (from..from + 500_000).map(|n| format!("{n:06}")).filter(|id| tried(id, target)).collect());
        let workers: [std::thread::ScopedJoinHandle<'_, Vec<String>>; 2] = [half(0), half(500_000)];
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    assert_eq!(hits, [""; 0]);
}

fn tried(id: &str, target: &Target) -> bool {
    messages(id).iter().any(|message| {
        is_hit(&md5(message), target)
            || is_hit(&sha1(message), target)
            || is_hit(&Sha256::digest(message), target)
            || is_hit(&Sha512::digest(message), target)
            || short(message).iter().any(|digest| is_hit(digest, target))
    })
}

/// The days that dates move are not those that a hash of the ID gives, however it is made a number of days.
#[test]
fn the_shift_of_dates_is_no_hash_of_the_id() {
    let shift = target(&outputs()).shift;
    for message in messages(SECRET) {
        for digest in digests(&message) {
            for number in [u64::from_be_bytes(digest[..8].try_into().unwrap()), u64::from_le_bytes(digest[..8].try_into().unwrap())] {
                assert!(![number % 3_286 + 365, number % 3_285 + 365, number % 3_652, number % 3_650 + 1].contains(&shift));
            }
        }
    }
}

/// Pads as MD5 and SHA-1 do; messages here are of one block.
fn padded(message: &[u8], length: [u8; 8]) -> [u8; 64] {
    let mut block = [0; 64];
    block[..message.len()].copy_from_slice(message);
    block[message.len()] = 0x80;
    block[56..].copy_from_slice(&length);
    assert!(message.len() < 56);
    block
}

fn sha1(message: &[u8]) -> [u8; 20] {
    let mut state = [0x6745_2301_u32, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0];
    let block = padded(message, (message.len() as u64 * 8).to_be_bytes());
    let mut words = [0_u32; 80];
    words.iter_mut().zip(block.chunks_exact(4)).for_each(|(word, four)| *word = u32::from_be_bytes(four.try_into().unwrap()));
    for n in 16..80 {
        words[n] = (words[n - 3] ^ words[n - 8] ^ words[n - 14] ^ words[n - 16]).rotate_left(1);
    }
    let [mut a, mut b, mut c, mut d, mut e] = state;
    for (n, word) in words.iter().enumerate() {
        let (mix, constant) = match n / 20 {
            0 => (b & c | !b & d, 0x5A82_7999),
            1 => (b ^ c ^ d, 0x6ED9_EBA1),
            2 => (b & c | b & d | c & d, 0x8F1B_BCDC),
            _ => (b ^ c ^ d, 0xCA62_C1D6_u32),
        };
        let next = a.rotate_left(5).wrapping_add(mix).wrapping_add(e).wrapping_add(constant).wrapping_add(*word);
        (a, b, c, d, e) = (next, a, b.rotate_left(30), c, d);
    }
    state.iter_mut().zip([a, b, c, d, e]).for_each(|(word, more)| *word = word.wrapping_add(more));
    state.map(u32::to_be_bytes).concat().try_into().unwrap()
}

fn md5(message: &[u8]) -> [u8; 16] {
    const TURNS: [u32; 16] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
    static SINES: std::sync::OnceLock<[u32; 64]> = std::sync::OnceLock::new();
    let sines = SINES.get_or_init(|| std::array::from_fn(|n| ((n as f64 + 1.0).sin().abs() * 4_294_967_296.0) as u32));
    let mut state = [0x6745_2301_u32, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476];
    let block = padded(message, (message.len() as u64 * 8).to_le_bytes());
    let mut words = [0_u32; 16];
    words.iter_mut().zip(block.chunks_exact(4)).for_each(|(word, four)| *word = u32::from_le_bytes(four.try_into().unwrap()));
    let [mut a, mut b, mut c, mut d] = state;
    for n in 0..64 {
        let (mix, at) = match n / 16 {
            0 => (b & c | !b & d, n),
            1 => (d & b | !d & c, 5 * n + 1),
            2 => (b ^ c ^ d, 3 * n + 5),
            _ => (c ^ (b | !d), 7 * n),
        };
        let sum = a.wrapping_add(mix).wrapping_add(sines[n]).wrapping_add(words[at % 16]);
        (a, d, c, b) = (d, c, b, b.wrapping_add(sum.rotate_left(TURNS[n / 16 * 4 + n % 4])));
    }
    state.iter_mut().zip([a, b, c, d]).for_each(|(word, more)| *word = word.wrapping_add(more));
    state.map(u32::to_le_bytes).concat().try_into().unwrap()
}

#[test]
fn hashes_are_those_of_their_standards() {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    assert_eq!(hex(&md5(b"abc")), "900150983cd24fb0d6963f7d28e17f72");
    assert_eq!(hex(&sha1(b"abc")), "a9993e364706816aba3e25717850c26c9cd0d89d");
}

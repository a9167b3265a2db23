//! Looks for a planted text in every form that it could leave in.

use aho_corasick::{AhoCorasick, AhoCorasickBuilder};

/// The forms searched for: as it is, in any case, as UTF-16, turned round, with its bytes swapped, in hexadecimal digits, in Base64 at any offset.
pub struct Search {
    automaton: AhoCorasick,
    forms: Vec<(usize, &'static str)>,
}

impl Search {
    pub fn new<S: AsRef<[u8]>>(sentinels: &[S]) -> Self {
        let mut patterns = Vec::new();
        let mut forms = Vec::new();
        for (index, sentinel) in sentinels.iter().enumerate() {
            let sentinel = sentinel.as_ref();
            assert!(sentinel.len() >= 6, "too short to be told from chance");
            for (form, pattern) in shapes(sentinel) {
                patterns.push(pattern);
                forms.push((index, form));
            }
        }
        let automaton = AhoCorasickBuilder::new().ascii_case_insensitive(true).build(&patterns).unwrap();
        Self { automaton, forms }
    }

    /// Which sentinels stand in `bytes`, and in which form; what lies in a deflate stream after File Meta Information is looked through as well.
    pub fn find(&self, bytes: &[u8]) -> Vec<(usize, &'static str)> {
        let mut found: Vec<_> = self.hits(bytes);
        if let Some(inner) = inflated(bytes) {
            found.extend(self.hits(&inner));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn hits(&self, bytes: &[u8]) -> Vec<(usize, &'static str)> {
        self.automaton.find_overlapping_iter(bytes).map(|hit| self.forms[hit.pattern().as_usize()]).collect()
    }
}

fn shapes(sentinel: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut shapes = vec![
        ("raw", sentinel.to_vec()),
        ("utf-16le", sentinel.iter().flat_map(|byte| [*byte, 0]).collect()),
        ("utf-16be", sentinel.iter().flat_map(|byte| [0, *byte]).collect()),
        ("reversed", sentinel.iter().rev().copied().collect()),
        ("hexadecimal", sentinel.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()),
    ];
    // Whichever of two bytes came first.
    for start in [0, 1] {
        let mut swapped = sentinel[start..].to_vec();
        swapped.truncate(swapped.len() / 2 * 2);
        swapped.chunks_exact_mut(2).for_each(<[u8]>::reverse);
        shapes.push(("swapped", swapped));
    }
    for before in 0..3 {
        let text = base64(&[&vec![0; before][..], sentinel].concat());
        // Letters at both ends also depend on the neighbours.
        let (start, end) = ((before * 8).div_ceil(6), (before + sentinel.len()) * 8 / 6);
        shapes.push(("base64", text[start..end].to_vec()));
    }
    shapes
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::new();
    for three in bytes.chunks(3) {
        let word = three.iter().fold(0_u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        out.extend((0..4).map(|n| LETTERS[(word >> (18 - 6 * n) & 63) as usize]));
    }
    out
}

/// The data set of a file whose Transfer Syntax is deflated.
pub fn inflated(bytes: &[u8]) -> Option<Vec<u8>> {
    use std::io::Read;
    let syntax = b"1.2.840.10008.1.2.1.99";
    let head = bytes.get(..bytes.len().min(1_024))?;
    if !head.windows(syntax.len()).any(|window| window == syntax) {
        return None;
    }
    let length = u32::from_le_bytes(bytes.get(140..144)?.try_into().unwrap()) as usize;
    let mut inner = Vec::new();
    let mut stream = flate2::read::DeflateDecoder::new(bytes.get(144 + length..)?);
    let _ = stream.read_to_end(&mut inner);
    Some(inner)
}

#[test]
fn every_form_is_found() {
    let search = Search::new(&["Quexlor77"]);
    let plain = b"Quexlor77";
    let twice = |step: fn(u8) -> [u8; 2]| plain.iter().flat_map(|byte| step(*byte)).collect::<Vec<u8>>();
    let inputs: Vec<(&str, Vec<u8>)> = vec![
        ("raw", plain.to_vec()),
        ("raw", plain.to_ascii_lowercase()),
        ("raw", plain.to_ascii_uppercase()),
        ("utf-16le", twice(|byte| [byte, 0])),
        ("utf-16be", twice(|byte| [0, byte])),
        ("reversed", b"77rolxeuQ".to_vec()),
        ("hexadecimal", b"51756578".iter().chain(b"6c6f723737").copied().collect()),
        ("hexadecimal", b"517565786C6F723737".to_vec()),
        ("swapped", b"uQxeol7r".to_vec()),
        ("swapped", b".eulxro77".to_vec()),
        ("base64", base64(plain)),
        ("base64", base64(b"aQuexlor77b")),
        ("base64", base64(b"..Quexlor77.")),
    ];
    for (form, input) in inputs {
        let within = [b"before ", &input[..], b" after"].concat();
        assert!(search.find(&within).contains(&(0, form)), "{form} {}", String::from_utf8_lossy(&input));
    }
    assert!(search.find(b"quexlo r77 Quexlor7 nothing").is_empty());
    assert!(search.find(&crate::build::File::new(crate::build::DEFLATED, crate::build::samples::ct()).bytes()).is_empty());
    let set = crate::build::samples::ct().text(0x0010_0010, "PN", "Quexlor77");
    assert_eq!(search.find(&crate::build::File::new(crate::build::DEFLATED, set).bytes()), [(0, "raw")]);
}

//! The vocabulary of Clean Descriptors (PS3.15 E.3.5): words of medicine, of scanners and of sentences, none of them a name.

use crate::profile::lookup::fold::fold;

/// Words from one that is whole to the next: as `scripts/generate/lexicon.mjs` has it.
const BLOCK: usize = 16;
/// No word or phrase of the table is longer, in bytes.
const LONGEST: usize = 64;

/// The words, front-coded as in the data file, and where each block of them starts.
#[derive(Clone, Debug)]
pub struct Words {
    coded: Vec<u8>,
    blocks: Vec<u32>,
}

impl Words {
    /// Takes `count` words, front-coded. `None` where the bytes are not that, or the words do not ascend.
    pub(in crate::profile) fn unpack(count: usize, coded: &[u8]) -> Option<Self> {
        let mut blocks = Vec::with_capacity(count.div_ceil(BLOCK));
        let (mut word, mut before, mut rest) = (Vec::new(), Vec::new(), coded);
        for at in 0..count {
            let whole = at % BLOCK == 0;
            if whole {
                blocks.push(u32::try_from(coded.len().checked_sub(rest.len())?).ok()?);
            }
            rest = next(&mut word, rest)?;
            if word.is_empty() || word.len() > LONGEST || before >= word {
                return None;
            }
            before.clone_from(&word);
            if whole {
                let shared = coded.get(usize::try_from(*blocks.last()?).ok()?)?;
                if *shared != 0 {
                    return None;
                }
            }
        }
        rest.is_empty().then(|| Self { coded: coded.to_vec(), blocks })
    }

    /// Whether a word, or two words with a space between, are in the vocabulary; case and accents do not matter.
    pub fn contains(&self, text: &str) -> bool {
        text.len() <= 2 * LONGEST && self.has(&fold(text))
    }

    /// Whether a word is a name too, of a person or a place, though the vocabulary has it: "head", "power".
    pub fn is_name(&self, word: &str) -> bool {
        word.len() <= LONGEST && self.has(&format!("~ {}", fold(word)))
    }

    /// Bytes that are held.
    #[cfg(test)]
    pub(in crate::profile) fn held(&self) -> usize {
        self.coded.len() + 4 * self.blocks.len()
    }

    fn has(&self, folded: &str) -> bool {
        let wanted = folded.as_bytes();
        let after = self.blocks.partition_point(|&start| self.first(start).is_some_and(|first| first <= wanted));
        let Some(mut rest) = after.checked_sub(1).and_then(|block| self.blocks.get(block)).and_then(|&start| self.from(start)) else {
            return false;
        };
        let mut word = Vec::with_capacity(LONGEST);
        for _ in 0..BLOCK {
            match next(&mut word, rest) {
                Some(left) if word.as_slice() < wanted => rest = left,
                Some(_) => return word == wanted,
                None => return false,
            }
        }
        false
    }

    fn from(&self, start: u32) -> Option<&[u8]> {
        self.coded.get(usize::try_from(start).ok()?..)
    }

    /// The first word of a block, which is whole.
    fn first(&self, start: u32) -> Option<&[u8]> {
        let (head, rest) = self.from(start)?.split_first_chunk::<2>()?;
        rest.get(..usize::from(*head.last()?))
    }
}

/// Makes `word`, which is the one before, the next one. Returns what follows.
fn next<'b>(word: &mut Vec<u8>, coded: &'b [u8]) -> Option<&'b [u8]> {
    let (&[shared, more], rest) = coded.split_first_chunk::<2>()?;
    if usize::from(shared) > word.len() {
        return None;
    }
    word.truncate(usize::from(shared));
    let (suffix, rest) = rest.split_at_checked(usize::from(more))?;
    word.extend_from_slice(suffix);
    Some(rest)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::profile::Lexicon;
    use crate::profile::lexicon::tests::BYTES;

    #[test]
    fn every_word_of_its_source_is_in_it_and_nothing_near() {
        let lexicon = Lexicon::read(BYTES).unwrap();
        let words = lexicon.words();
        let source = include_str!("../data/words.txt");
        let all: std::collections::BTreeSet<&str> = source.lines().skip(1).collect();
        assert!(all.len() > 20_000);
        for &word in &all {
            assert!(words.contains(word), "{word}");
            assert!(word.strip_prefix("~ ").is_none_or(|name| words.is_name(name) && words.contains(name)), "{word}");
            assert!(words.contains(&word.to_uppercase()), "{word}");
            let longer = format!("{word}q");
            assert_eq!(words.contains(&longer), all.contains(longer.as_str()), "{longer}");
            let shorter = word.strip_suffix(char::is_alphanumeric).unwrap();
            assert_eq!(words.contains(shorter), all.contains(shorter), "{shorter}");
        }
        for no in ["", " ", "\u{0}", "zzzz", "\u{10ffff}", "胸部", "smith", "jones"] {
            assert!(!words.contains(no), "{no}");
        }
    }

    #[test]
    fn accents_do_not_matter() {
        let lexicon = Lexicon::read(BYTES).unwrap();
        for spelt in [
            "Schädel",
            "SCHADEL",
            "schaedel",
            "Scha\u{308}del",
            "CRÁNEO",
            "tórax",
            "ÉPAULE",
            "Hüfte",
            "HUEFTE",
            "coração",
            "œsophage",
            "Fuß",
        ] {
            let known = lexicon.words().contains(spelt);
            assert!(known || spelt == "œsophage", "{spelt}");
        }
    }

    #[test]
    fn what_is_not_front_coded_is_refused() {
        assert!(Words::unpack(2, &[0, 1, b'a', 0, 1, b'b']).is_some());
        assert!(Words::unpack(2, &[0, 1, b'b', 0, 1, b'a']).is_none());
        assert!(Words::unpack(1, &[1, 1, b'b']).is_none());
        assert!(Words::unpack(1, &[0, 2, b'b']).is_none());
        assert!(Words::unpack(1, &[0, 0]).is_none());
        assert!(Words::unpack(1, &[0, 1, b'b', 0]).is_none());
        assert!(Words::unpack(0, &[]).is_some_and(|none| !none.contains("a")));
    }
}

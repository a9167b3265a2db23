//! Identifiers out of a header: names in all their representations, IDs, places, numbers, devices; decoded, and as their bytes lie.

use std::collections::BTreeSet;

use dicom_core::VR;
use dicom_core::value::{PrimitiveValue, Value};
use dicom_dictionary_std::tags;

use super::fold;
use super::identifiers::{Identifier, Identifiers};
use crate::error::{Code, Result};
use crate::file::charset::{self, CharacterSet};
use crate::file::{DataSet, Element, Instance, value};
use crate::limits;
use crate::profile::{self, Policy};
use crate::tools::Decode;

/// What tells identifiers from other words.
#[derive(Clone, Copy)]
pub struct Judge<'j> {
    /// Attributes that an Option keeps identify nobody.
    pub policy: &'j Policy,
    /// Reads text of the file's character sets.
    pub decode: Decode,
    /// Words that say something of medicine, and of nobody.
    pub is_word: &'j dyn Fn(&str) -> bool,
}

impl Identifiers {
    /// What `instance`, as it was read, says of the person and of those around.
    ///
    /// Descriptions are left out: their words are those of medicine, and would be found everywhere.
    ///
    /// # Errors
    /// [`crate::Code::TooMany`] past [`limits::IDENTIFIERS`].
    pub fn of(instance: &Instance, judge: Judge<'_>) -> Result<Self> {
        let mut harvest = Harvest { judge, found: Self::default(), size: 0, stays: words_that_stay(&instance.dataset, judge) };
        for title in &instance.meta.titles {
            harvest.whole(title, true)?;
        }
        harvest.set(&instance.dataset, &CharacterSet::default())?;
        Ok(harvest.found)
    }

    /// Adds a value that names somebody or something as a whole, and says how many bytes are new. What is not Unicode is hunted as it lies.
    pub fn add(&mut self, value: &[u8]) -> usize {
        match std::str::from_utf8(value) {
            Ok(text) => whole(text).map_or(0, |value| self.insert(Identifier::Value(value))),
            Err(_) => self.insert(Identifier::Bytes(value.to_vec())),
        }
    }
}

struct Harvest<'j> {
    judge: Judge<'j>,
    found: Identifiers,
    size: usize,
    /// Words of what an Option keeps: a town that is kept as the institution's is no secret of those who live there.
    stays: BTreeSet<String>,
}

impl Harvest<'_> {
    fn set(&mut self, set: &DataSet, around: &CharacterSet) -> Result<()> {
        let here = CharacterSet::of(set, around);
        set.iter().try_for_each(|element| match element.value() {
            Value::Sequence(sequence) => sequence.items().iter().try_for_each(|item| self.set(item, &here)),
            Value::Primitive(value) => self.element(element, value, &here),
            Value::PixelSequence(_) => Ok(()),
        })
    }

    fn element(&mut self, element: &Element, held: &PrimitiveValue, here: &CharacterSet) -> Result<()> {
        let (tag, vr) = (element.header().tag, element.vr());
        let named = vr == VR::PN && !self.judge.policy.retains(profile::number(tag));
        let text = matches!(vr, VR::AE | VR::LO | VR::LT | VR::SH | VR::ST | VR::UC | VR::UR | VR::UT);
        if !(named || text && profile::identifies(tag, self.judge.policy)) {
            return Ok(());
        }
        let raw = value::raw_text(held);
        if let PrimitiveValue::U8(_) = held {
            self.bytes(raw, vr)?;
        }
        for reading in readings(vr, held, raw, here, self.judge.decode) {
            for one in reading.split('\\') {
                if vr == VR::PN {
                    one.split('=').try_for_each(|group| self.name(group))?;
                    continue;
                }
                // What the patient's own attributes say is the patient's, whatever word it is.
                let own = tag.group() == 0x0010;
                one.split(['\r', '\n']).try_for_each(|line| self.whole(line, own))?;
                if PLACES.contains(&tag) {
                    self.place(one)?;
                }
                if PHONES.contains(&tag) {
                    self.phone(one)?;
                }
            }
        }
        Ok(())
    }

    fn put(&mut self, identifier: Identifier) -> Result<()> {
        self.size += self.found.insert(identifier);
        if self.size > limits::IDENTIFIERS { Err(Code::TooMany.into()) } else { Ok(()) }
    }

    /// One component group of a name (PS3.5 6.2.1): family name, given name, middle name, prefix, suffix.
    fn name(&mut self, group: &str) -> Result<()> {
        let mut components = group.split('^').map(words_of_name);
        let family = components.next().unwrap_or_default();
        let mut given: Vec<String> = components.by_ref().take(2).flatten().collect();
        // Degrees and forms of address are nobody's; what else stands in their place may be a name.
        given.extend(components.flatten().filter(|word| !TITLES.contains(&word.as_str())));
        if family.is_empty() && given.is_empty() || family.iter().chain(&given).all(|word| NOBODY.contains(&word.as_str())) {
            return Ok(());
        }
        // Typed without its signs: the family name is the last word, or the first one before a comma.
        let (family, given) = match (group.contains('^'), group.split_once(',')) {
            (false, Some((first, rest))) => (words_of_name(first), words_of_name(rest)),
            (false, None) if family.len() > 1 => {
                let mut family = family;
                let last = family.pop();
                (last.into_iter().collect(), family)
            }
            _ => (family, given),
        };
        self.put(Identifier::Name(family, given))
    }

    /// A value as a whole: not a word of medicine, unless it is the patient's `own`.
    fn whole(&mut self, value: &str, own: bool) -> Result<()> {
        match whole(value) {
            Some(value) if own || !(self.judge.is_word)(&value) => self.put(Identifier::Value(value)),
            _ => Ok(()),
        }
    }

    /// Words of an address.
    fn place(&mut self, value: &str) -> Result<()> {
        for word in value.split(|letter: char| !letter.is_alphanumeric()) {
            let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
            if (letters >= limits::SHORTEST_IDENTIFIER || word.chars().filter(|letter| fold::is_ideograph(*letter)).count() >= 2)
                && !(self.judge.is_word)(word)
                && !self.stays.contains(&word.to_lowercase())
            {
                self.put(Identifier::Word(word.to_lowercase()))?;
            }
        }
        Ok(())
    }

    /// A telephone number, also as it is dialled at home.
    fn phone(&mut self, value: &str) -> Result<()> {
        let digits: String = value.chars().filter(char::is_ascii_digit).collect();
        let abroad = value.trim_start().starts_with('+') || digits.starts_with("00");
        let number = if abroad { digits.trim_start_matches('0') } else { digits.as_str() };
        let mut forms = vec![digits.clone(), number.to_owned()];
        if abroad {
            // Codes of countries have one to three digits.
            for code in 1..=3 {
                let home = number.get(code..).unwrap_or("");
                forms.extend([home.to_owned(), format!("0{home}")]);
            }
        }
        forms.into_iter().filter(|form| form.len() >= super::LONG_NUMBER).try_for_each(|form| self.put(Identifier::Value(form)))
    }

    /// Bytes that are not ASCII, in pieces between the signs of ASCII; and those between escape sequences, which look like it.
    fn bytes(&mut self, raw: &[u8], vr: VR) -> Result<()> {
        let signs: &[u8] = if vr == VR::PN { b"\\^= ,.;()-\0\x1b\r\n" } else { b"\\\0\x1b\r\n" };
        let high = raw.split(|byte| signs.contains(byte)).map(<[u8]>::trim_ascii).filter(|piece| !piece.is_ascii());
        let escaped = raw.split(|byte| *byte == 0x1B).filter(|piece| piece.starts_with(b"$") && piece.len() >= 6);
        for piece in high.chain(escaped).filter(|piece| piece.len() >= limits::SHORTEST_IDENTIFIER) {
            self.put(Identifier::Bytes(piece.to_vec()))?;
        }
        Ok(())
    }
}

/// What identifies in a value. Names of makers are no secret, and stand in every file of theirs; so do the standard's own UIDs.
fn whole(value: &str) -> Option<String> {
    let value = value.trim_matches(|letter: char| letter.is_whitespace() || letter == '\0');
    let mut words = value.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let of_makers = words.peek().is_some() && words.all(|word| MAKERS.contains(&word.to_lowercase().as_str()));
    let says = !of_makers && !profile::is_standard_uid(value) && fold::weight(value) >= 2 * limits::SHORTEST_IDENTIFIER;
    says.then(|| value.to_lowercase())
}

fn words_that_stay(set: &DataSet, judge: Judge<'_>) -> BTreeSet<String> {
    let here = CharacterSet::of(set, &CharacterSet::default());
    let kept = set.iter().filter(|element| judge.policy.retains(profile::number(element.header().tag)));
    let text = kept.filter(|element| matches!(element.vr(), VR::LO | VR::SH | VR::ST));
    let held = text.filter_map(|element| Some((element.vr(), element.value().primitive()?)));
    let readings = held.flat_map(|(vr, held)| readings(vr, held, value::raw_text(held), &here, judge.decode));
    readings.flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase).collect::<Vec<_>>()).collect()
}

fn readings(vr: VR, held: &PrimitiveValue, raw: &[u8], here: &CharacterSet, decode: Decode) -> Vec<String> {
    match held {
        PrimitiveValue::Str(text) => vec![text.clone()],
        PrimitiveValue::U8(_) if charset::is_affected(vr) && raw.len() <= limits::TEXT => here.readings(vr, raw, decode),
        _ => String::from_utf8(raw.to_vec()).into_iter().collect(),
    }
}

/// Words of two letters at least, or one ideograph; particles only where they are the whole.
fn words_of_name(component: &str) -> Vec<String> {
    let words: Vec<String> = component.split(is_between).filter(|word| fold::weight(word) > 0).map(str::to_lowercase).collect();
    let alone = words.len() < 2 || words.iter().all(|word| PARTICLES.contains(&word.as_str()));
    let words = words.into_iter().filter(|word| alone || !PARTICLES.contains(&word.as_str()));
    words.flat_map(|word| std::iter::once(word.clone()).chain(pieces(&word))).collect()
}

/// Whether a sign stands between words of a name. Signs that some scripts join letters by do not, nor do apostrophes.
fn is_between(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || letter.is_ascii_punctuation() && !is_apostrophe(letter)
        || matches!(letter, '\u{a1}'..='\u{a9}' | '\u{ab}'..='\u{b3}' | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}' | '\u{d7}' | '\u{f7}')
        || matches!(letter, '\u{200b}' | '\u{2010}'..='\u{2017}' | '\u{201a}'..='\u{2031}' | '\u{2033}'..='\u{205f}')
        || matches!(letter, '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{30fb}')
        || matches!(letter, '\u{ff01}'..='\u{ff06}' | '\u{ff08}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff5b}'..='\u{ff65}')
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '`' | '\u{b4}' | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{2bb}'..='\u{2bd}' | '\u{ff07}')
}

/// What of a word may stand by itself as well: the Neill of O'Neill, the letters beside digits.
fn pieces(word: &str) -> Vec<String> {
    /// Letters of what stands before an apostrophe, and beside digits, that are more than a particle or a mark.
    const LETTERS: usize = 4;
    let long = |piece: &&str| piece.chars().count() >= LETTERS && !PARTICLES.contains(piece);
    let mut parts = word.split(is_apostrophe);
    let first = parts.next().filter(|first| long(first) && *first != word);
    let letters = |piece: &str| piece.chars().filter(|letter| letter.is_alphabetic()).count();
    let behind = parts.filter(|piece| letters(piece) >= super::SHORTEST_WORD && !PARTICLES.contains(piece));
    let has_digits = word.contains(|letter: char| letter.is_ascii_digit());
    let beside = word.split(|letter: char| letter.is_ascii_digit() || is_apostrophe(letter)).filter(|piece| has_digits && long(piece));
    first.into_iter().chain(behind).chain(beside).map(str::to_owned).collect()
}

const PLACES: &[dicom_core::Tag] =
    &[tags::PATIENT_ADDRESS, tags::INSTITUTION_ADDRESS, tags::REFERRING_PHYSICIAN_ADDRESS, tags::PERSON_ADDRESS];
const PHONES: &[dicom_core::Tag] = &[
    tags::PATIENT_TELEPHONE_NUMBERS,
    tags::PATIENT_TELECOM_INFORMATION,
    tags::REFERRING_PHYSICIAN_TELEPHONE_NUMBERS,
    tags::PERSON_TELEPHONE_NUMBERS,
    tags::PERSON_TELECOM_INFORMATION,
];
const TITLES: &[&str] = &[
    "dipl", "dr", "frau", "herr", "ing", "jr", "ma", "mba", "md", "med", "miss", "mme", "mr", "mrs", "ms", "phd", "prof", "rn", "rt", "sr",
];
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "dall", "das", "de", "del", "dell", "della", "den", "der", "di", "do", "dos", "du", "el", "et", "la", "las", "le",
    "les", "los", "of", "ter", "the", "und", "van", "vom", "von", "y", "zu", "zum", "zur",
];
/// What stands where a name is not known.
const NOBODY: &[&str] = &["anonymous", "anonymized", "inconnu", "name", "no", "none", "null", "unbekannt", "unknown"];
/// Words of the names of those who make devices.
const MAKERS: &[&str] = &[
    "agfa",
    "bruker",
    "canon",
    "carestream",
    "co",
    "company",
    "corp",
    "corporation",
    "elekta",
    "electronics",
    "esaote",
    "fuji",
    "fujifilm",
    "ge",
    "gems",
    "gmbh",
    "healthcare",
    "healthineers",
    "hitachi",
    "hologic",
    "imaging",
    "inc",
    "kodak",
    "konica",
    "ltd",
    "mec",
    "medical",
    "mindray",
    "minolta",
    "neusoft",
    "philips",
    "samsung",
    "shimadzu",
    "siemens",
    "systems",
    "toshiba",
    "uih",
    "united",
    "varian",
];

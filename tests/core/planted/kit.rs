//! A set in the making: what is planted in it, each in a place of its own, and what must be kept.

use crate::build::Set;

/// How a useful value is looked for in what leaves.
#[derive(Clone, Copy, Debug)]
pub enum Want {
    /// As it was.
    Same,
    /// These words, whatever stood beside them.
    Words(&'static [&'static str]),
    /// By the patient's days where dates are moved, as it was where they are kept.
    Moved,
    /// As it was in form: a new UID.
    Uid,
}

/// A set, its secrets and its uses.
pub struct Kit {
    pub name: &'static str,
    pub set: Set,
    /// Gone under every policy.
    pub secrets: Vec<String>,
    /// Gone unless dates are kept.
    pub dates: Vec<String>,
    /// Path and how it is kept.
    pub useful: Vec<(&'static str, Want)>,
    number: usize,
}

impl Kit {
    pub fn new(name: &'static str, class: &str, modality: &str, number: usize) -> Self {
        let class = format!("1.2.840.10008.5.1.4.1.1.{class}");
        let set = Set::new().text(0x0008_0005, "CS", "ISO_IR 100").text(0x0008_0016, "UI", &class).text(0x0008_0060, "CS", modality);
        Self { name, set, secrets: Vec::new(), dates: Vec::new(), useful: Vec::new(), number }.base()
    }

    /// A word that stands nowhere else.
    pub fn word(&mut self) -> String {
        let word = format!("ZQ{:02}{:03}XJ", self.number, self.secrets.len());
        self.secrets.push(word.clone());
        word
    }

    pub fn name(&mut self) -> String {
        format!("{}^{}", self.word(), self.word())
    }

    /// A phone number that stands nowhere else.
    pub fn phone(&mut self) -> String {
        let phone = format!("0{:02}5550{:03}", self.number + 31, self.secrets.len());
        self.secrets.push(phone.clone());
        phone
    }

    pub fn uid(&mut self) -> String {
        let uid = format!("1.2.826.0.1.3680043.8.498.{}.{}", 100 + self.number, 1_000 + self.secrets.len());
        self.secrets.push(uid.clone());
        uid
    }

    /// A day that stands nowhere else.
    pub fn date(&mut self) -> String {
        let n = self.dates.len();
        let date = format!("{}{:02}{:02}", 1973 + self.number, n / 28 + 1, n % 28 + 1);
        self.dates.push(date.clone());
        date
    }

    pub fn text(&mut self, tag: u32, vr: &str, text: &str) {
        self.with(|set| set.text(tag, vr, text));
    }

    pub fn items(&mut self, tag: u32, items: Vec<Set>) {
        self.with(|set| set.items(tag, items));
    }

    pub fn with(&mut self, change: impl FnOnce(Set) -> Set) {
        self.set = change(std::mem::take(&mut self.set));
    }

    pub fn keeps(&mut self, want: Want, paths: &[&'static str]) {
        self.useful.extend(paths.iter().map(|path| (*path, want)));
    }

    /// A reference to an instance that stands nowhere else.
    pub fn reference(&mut self, class: &str) -> Set {
        let uid = self.uid();
        Set::new().text(0x0008_1150, "UI", &format!("1.2.840.10008.5.1.4.1.1.{class}")).text(0x0008_1155, "UI", &uid)
    }

    /// Patient, study, series, equipment: what every object has.
    fn base(mut self) -> Self {
        for (tag, vr) in [(0x0010_0010, "PN"), (0x0008_0090, "PN"), (0x0008_1050, "PN"), (0x0008_1070, "PN"), (0x0010_1060, "PN")] {
            let name = self.name();
            self.text(tag, vr, &name);
        }
        for (tag, vr) in [
            (0x0010_0020, "LO"),
            (0x0010_0021, "LO"),
            (0x0010_1040, "LO"),
            (0x0010_4000, "LT"),
            (0x0010_2180, "SH"),
            (0x0008_0050, "SH"),
            (0x0008_0080, "LO"),
            (0x0008_0081, "ST"),
            (0x0008_1010, "SH"),
            (0x0008_1040, "LO"),
            (0x0018_1000, "LO"),
            (0x0020_0010, "SH"),
            (0x0038_0010, "LO"),
            (0x0032_1033, "LO"),
        ] {
            let word = self.word();
            self.text(tag, vr, &word);
        }
        for (tag, vr) in [(0x0010_2154, "SH"), (0x0008_0094, "SH")] {
            let phone = self.phone();
            self.text(tag, vr, &phone);
        }
        for tag in [0x0008_0018, 0x0020_000D, 0x0020_000E, 0x0020_0052] {
            let uid = self.uid();
            self.text(tag, "UI", &uid);
        }
        for tag in [0x0008_0012, 0x0008_0020, 0x0008_0021, 0x0008_0023] {
            let date = self.date();
            self.text(tag, "DA", &date);
        }
        let birth = format!("{}0915", 1931 + self.number);
        self.text(0x0010_0030, "DA", &birth);
        self.secrets.push(birth);
        let (word, other, more) = (self.word(), self.word(), self.phone());
        self.text(0x0008_1030, "LO", &format!("Chest abdomen follow-up {word}"));
        self.text(0x0008_103E, "LO", &format!("axial {other} contrast"));
        self.text(0x0018_1030, "LO", &format!("routine head, call {more}"));
        let (id, issuer, step, local) = (self.word(), self.word(), self.word(), self.word());
        self.items(0x0010_1002, vec![Set::new().text(0x0010_0020, "LO", &id).text(0x0010_0021, "LO", &issuer)]);
        let request = Set::new().text(0x0040_0007, "LO", &format!("chest {step}")).text(0x0040_1001, "SH", &local);
        self.items(0x0040_0275, vec![request]);
        let (word, name, deep) = (self.word(), self.word(), self.word());
        let code = Set::new().text(0x0008_0100, "SH", "A1").text(0x0008_0102, "SH", "99LOCAL").text(0x0008_0104, "LO", &word);
        self.items(0x0008_1032, vec![code]);
        let inner = Set::new().text(0x0010_0010, "PN", &deep);
        self.with(|set| set.text(0x0029_0010, "LO", "PLANTED CREATOR").text(0x0029_1001, "LO", &name).items(0x0029_1002, vec![inner]));
        for (tag, vr, text) in [
            (0x0008_0030, "TM", "081503.250000"),
            (0x0008_0033, "TM", "081711"),
            (0x0008_0070, "LO", "SIEMENS"),
            (0x0010_0040, "CS", "F"),
            (0x0010_1010, "AS", "066Y"),
            (0x0010_1020, "DS", "1.68"),
            (0x0010_1030, "DS", "71.5"),
            (0x0018_0015, "CS", "CHEST"),
            (0x0020_0011, "IS", "3"),
            (0x0020_0013, "IS", "17"),
        ] {
            self.text(tag, vr, text);
        }
        self.keeps(
            Want::Same,
            &[
                "00080016", "00080060", "00080030", "00080033", "00080070", "00100040", "00101010", "00101020", "00101030", "00180015",
                "00200011", "00200013",
            ],
        );
        self.keeps(Want::Moved, &["00080012", "00080020", "00080021", "00080023"]);
        self.keeps(Want::Uid, &["00080018", "0020000D", "0020000E", "00200052"]);
        self.keeps(Want::Words(&["chest", "abdomen", "follow-up"]), &["00081030"]);
        self.keeps(Want::Words(&["axial", "contrast"]), &["0008103E"]);
        self.keeps(Want::Words(&["routine", "head"]), &["00181030"]);
        self
    }
}

pub fn code(value: &str, scheme: &str, meaning: &str) -> Set {
    Set::new().text(0x0008_0100, "SH", value).text(0x0008_0102, "SH", scheme).text(0x0008_0104, "LO", meaning)
}

pub fn floats(numbers: &[f32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

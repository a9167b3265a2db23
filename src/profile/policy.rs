//! A policy: which Options of PS3.15 Annex E are applied beside the Basic Profile. A small JSON document that a portal can copy and change.

use std::fmt;

use serde::de::value::BorrowedStrDeserializer;
use serde::{Deserialize, Serialize, de};

use super::json::Json;
use super::lookup::{OptionAction, OptionColumn, Rule, rule};
use super::subject::Subject;
use super::wishes::{Documents, Face, Look, Part, Writing};
use crate::error::{Code, Error, Result};

/// An Option of the Basic Application Level Confidentiality Profile (PS3.15 E.3), by its name in a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// 113101
    CleanPixelData,
    /// 113102
    CleanRecognizableVisualFeatures,
    /// 113103
    CleanGraphics,
    /// 113104
    CleanStructuredContent,
    /// 113105
    CleanDescriptors,
    /// 113106
    RetainLongitudinalFullDates,
    /// 113107
    RetainLongitudinalModifiedDates,
    /// 113108
    RetainPatientCharacteristics,
    /// 113109
    RetainDeviceIdentity,
    /// 113110
    RetainUids,
    /// 113111
    RetainSafePrivate,
    /// 113112
    RetainInstitutionIdentity,
}

impl Choice {
    /// Every Option, in the order of the codes.
    const ALL: [Self; 12] = [
        Self::CleanPixelData,
        Self::CleanRecognizableVisualFeatures,
        Self::CleanGraphics,
        Self::CleanStructuredContent,
        Self::CleanDescriptors,
        Self::RetainLongitudinalFullDates,
        Self::RetainLongitudinalModifiedDates,
        Self::RetainPatientCharacteristics,
        Self::RetainDeviceIdentity,
        Self::RetainUids,
        Self::RetainSafePrivate,
        Self::RetainInstitutionIdentity,
    ];

    /// Code Value and Code Meaning in CID 7050, Coding Scheme DCM.
    pub const fn code(self) -> (&'static str, &'static str) {
        match self {
            Self::CleanPixelData => ("113101", "Clean Pixel Data Option"),
            Self::CleanRecognizableVisualFeatures => ("113102", "Clean Recognizable Visual Features Option"),
            Self::CleanGraphics => ("113103", "Clean Graphics Option"),
            Self::CleanStructuredContent => ("113104", "Clean Structured Content Option"),
            Self::CleanDescriptors => ("113105", "Clean Descriptors Option"),
            Self::RetainLongitudinalFullDates => ("113106", "Retain Longitudinal Temporal Information Full Dates Option"),
            Self::RetainLongitudinalModifiedDates => ("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
            Self::RetainPatientCharacteristics => ("113108", "Retain Patient Characteristics Option"),
            Self::RetainDeviceIdentity => ("113109", "Retain Device Identity Option"),
            Self::RetainUids => ("113110", "Retain UIDs Option"),
            Self::RetainSafePrivate => ("113111", "Retain Safe Private Option"),
            Self::RetainInstitutionIdentity => ("113112", "Retain Institution Identity Option"),
        }
    }

    /// Whether a Code Value is one of CID 7050's: the Basic Profile or an Option.
    pub fn is_code(value: &str) -> bool {
        value.parse::<u32>().is_ok_and(|number| (113_100..=113_112).contains(&number))
    }

    /// The column of Table E.1-1 that says what this Option does to an attribute; the two Options on pixels have none.
    pub const fn column(self) -> Option<OptionColumn> {
        Some(match self {
            Self::CleanPixelData | Self::CleanRecognizableVisualFeatures => return None,
            Self::CleanGraphics => OptionColumn::Graphics,
            Self::CleanStructuredContent => OptionColumn::StructuredContent,
            Self::CleanDescriptors => OptionColumn::Descriptors,
            Self::RetainLongitudinalFullDates => OptionColumn::FullDates,
            Self::RetainLongitudinalModifiedDates => OptionColumn::ModifiedDates,
            Self::RetainPatientCharacteristics => OptionColumn::PatientCharacteristics,
            Self::RetainDeviceIdentity => OptionColumn::DeviceIdentity,
            Self::RetainUids => OptionColumn::Uids,
            Self::RetainSafePrivate => OptionColumn::SafePrivate,
            Self::RetainInstitutionIdentity => OptionColumn::InstitutionIdentity,
        })
    }
}

/// Code Value and Code Meaning of the Basic Profile itself in CID 7050.
pub const BASIC: (&str, &str) = ("113100", "Basic Application Confidentiality Profile");

/// What becomes of dates and times (PS3.15 E.3.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// Kept as they are.
    Full,
    /// Moved by one number of days for each patient.
    Modified,
    /// Removed.
    Removed,
}

/// One of several, by its name.
fn named<'n, T: Deserialize<'n>>(name: &'n Json) -> Option<T> {
    let Json::Text(name) = name else { return None };
    T::deserialize(BorrowedStrDeserializer::<Unnamed>::new(name)).ok()
}

/// No name of any. What serde would say of it is said to nobody.
#[derive(Debug)]
struct Unnamed;

impl fmt::Display for Unnamed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Unnamed")
    }
}

impl std::error::Error for Unnamed {}

impl de::Error for Unnamed {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
}

/// A valid policy: only Options that are carried out and do not exclude each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Policy {
    /// The format's version: 1.
    version: u32,
    /// A name for reports: lower case letters, digits and hyphens, 1 to 32.
    name: String,
    /// The Options, each once.
    options: Vec<Choice>,
    /// Who stands for the patient; generated where nothing is said.
    #[serde(skip_serializing_if = "Subject::is_generated")]
    #[cfg_attr(test, ts(optional, as = "Option<Subject>"))]
    subject: Subject,
    /// What becomes of encapsulated documents.
    #[serde(skip_serializing_if = "Documents::is_withhold")]
    #[cfg_attr(test, ts(optional, as = "Option<Documents>"))]
    documents: Documents,
    /// Which writing in pictures is blackened: by what the Options say, where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    writing: Option<Writing>,
    /// When a person must have looked at pictures.
    #[serde(skip_serializing_if = "Look::is_flagged")]
    #[cfg_attr(test, ts(optional, as = "Option<Look>"))]
    look: Look,
    /// What becomes of faces: by what the Options say, where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    face: Option<Face>,
    /// What becomes of ears: as of faces, where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    ears: Option<Part>,
    /// What becomes of what is in the orbits, but for the lids: as of faces, where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    orbits: Option<Part>,
}

impl Policy {
    /// A built-in profile by its name: `share`, `strict` or `clinical`.
    pub fn built_in(name: &str) -> Option<Self> {
        use Choice::*;
        let options = match name {
            "share" => vec![
                CleanPixelData,
                CleanRecognizableVisualFeatures,
                CleanDescriptors,
                CleanStructuredContent,
                RetainLongitudinalModifiedDates,
                RetainPatientCharacteristics,
                RetainSafePrivate,
            ],
            "strict" => vec![CleanPixelData, CleanRecognizableVisualFeatures],
            "clinical" => vec![
                CleanPixelData,
                CleanRecognizableVisualFeatures,
                CleanDescriptors,
                CleanStructuredContent,
                RetainLongitudinalFullDates,
                RetainPatientCharacteristics,
                RetainDeviceIdentity,
                RetainSafePrivate,
            ],
            _ => return None,
        };
        let (subject, documents, look) = (Subject::default(), Documents::default(), Look::default());
        let (version, name, writing, face, ears, orbits) = (1, name.to_owned(), None, None, None, None);
        Some(Self { version, name, options, subject, documents, writing, look, face, ears, orbits })
    }

    /// Checks a policy that came from outside.
    ///
    /// # Errors
    /// [`Code::Policy`] for a wrong version or name, or an Option named twice; [`Code::PolicyConflict`] for two that exclude each other, for a `writing` or a `face`
    /// that is not what its Option says, and for ears or orbits that go where faces stay.
    pub fn checked(self) -> Result<Self> {
        let named = (1..=32).contains(&self.name.len()) && self.name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if self.version != 1 || !named || self.options().count() != self.options.len() || !self.subject.is_valid() {
            return Err(Code::Policy.into());
        }
        let dates = self.has(Choice::RetainLongitudinalFullDates) && self.has(Choice::RetainLongitudinalModifiedDates);
        // The Option is that writing is sought: neither goes without the other. So it is with faces.
        let writing = self.writing.is_some_and(|writing| writing.is_sought() != self.has(Choice::CleanPixelData));
        let face = self.face.is_some_and(|face| face.is_removed() != self.has(Choice::CleanRecognizableVisualFeatures));
        let parts = self.face() == Face::Keep && [self.ears, self.orbits].contains(&Some(Part::Remove));
        if dates || writing || face || parts {
            return Err(Code::PolicyConflict.into());
        }
        Ok(self)
    }

    /// Parses and checks a policy given as JSON text.
    ///
    /// # Errors
    /// As [`Self::checked`]; [`Code::Policy`] for text that is not a policy, unknown keys and unknown Options included.
    pub fn parse(json: &str) -> Result<Self> {
        Json::parse(json).and_then(Self::read).ok_or(Error::from(Code::Policy))?.checked()
    }

    /// The policy that a value is, part by part; `None` where a part is missing, or one that no policy has.
    fn read(json: Json) -> Option<Self> {
        let Json::Object(parts) = json else { return None };
        let (mut version, mut name, mut options, mut writing, mut face, mut ears, mut orbits) = (None, None, None, None, None, None, None);
        let (mut subject, mut documents, mut look) = (Subject::default(), Documents::default(), Look::default());
        for part in parts {
            match (part.0.as_str(), part.1) {
                ("version", Json::Number(number)) => version = Some(number),
                ("name", Json::Text(text)) => name = Some(text),
                ("options", Json::List(all)) => options = Some(all.iter().map(named).collect::<Option<_>>()?),
                ("subject", value) => subject = Subject::read(value)?,
                ("documents", value) => documents = named(&value)?,
                ("writing", value) => writing = Some(named(&value)?),
                ("look", value) => look = named(&value)?,
                ("face", value) => face = Some(named(&value)?),
                ("ears", value) => ears = Some(named(&value)?),
                ("orbits", value) => orbits = Some(named(&value)?),
                _ => return None,
            }
        }
        Some(Self { version: version?, name: name?, options: options?, subject, documents, writing, look, face, ears, orbits })
    }

    /// Whether an Option is applied.
    pub fn has(&self, choice: Choice) -> bool {
        self.options.contains(&choice)
    }

    /// The Options that are applied, in the order of their codes.
    pub fn options(&self) -> impl Iterator<Item = Choice> {
        Choice::ALL.into_iter().filter(|choice| self.has(*choice))
    }

    /// Whether one of the Options that retain says K for this attribute: its value stays as it was written (PS3.15 Table E.1-1).
    ///
    /// Dates are left to [`Self::dates`], whatever an Option on devices says of them, unless they are removed otherwise.
    pub fn retains(&self, tag: u32) -> bool {
        self.retaining(tag).is_some()
    }

    /// The first Option that says K for this attribute.
    pub fn retaining(&self, tag: u32) -> Option<Choice> {
        let rule = rule(tag)?;
        self.options().find(|choice| choice.column().and_then(|column| rule.option(column)) == Some(OptionAction::K))
    }

    /// Whether UIDs of this attribute stay: where an Option says K, and those that the table does not name with the others.
    pub fn retains_uid(&self, tag: u32) -> bool {
        match rule(tag) {
            Some(_) => self.retains(tag),
            None => self.has(Choice::RetainUids),
        }
    }

    /// Whether a text of this attribute stays to the letter: what an Option retains, but for words about the patient where words are cleaned.
    pub fn retains_words(&self, tag: u32) -> bool {
        self.retaining(tag).is_some_and(|choice| match choice {
            Choice::RetainDeviceIdentity | Choice::RetainInstitutionIdentity => true,
            Choice::RetainPatientCharacteristics => !self.has(Choice::CleanDescriptors),
            _ => false,
        })
    }

    /// Whether the words of this attribute may be cleaned rather than removed: an Option says C for it, or descriptions are cleaned wherever
    /// they stand.
    pub fn cleans(&self, tag: u32) -> bool {
        let of_row =
            |row: Rule| self.options.iter().any(|choice| choice.column().and_then(|column| row.option(column)) == Some(OptionAction::C));
        rule(tag).map_or(self.has(Choice::CleanDescriptors), of_row)
    }

    /// Who stands for the patient.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// What becomes of encapsulated documents.
    pub fn documents(&self) -> Documents {
        self.documents
    }

    /// Which writing in pictures is blackened: with the Clean Pixel Data Option what identifies, if nothing is said; none without it.
    pub fn writing(&self) -> Writing {
        let usual = if self.has(Choice::CleanPixelData) { Writing::Identifying } else { Writing::None };
        self.writing.unwrap_or(usual)
    }

    /// Whether the policy itself says that writing may stay where nothing is looked for. Without a word, pictures that are likely to carry
    /// some are withheld.
    pub fn lets_writing_stay(&self) -> bool {
        self.writing.is_some_and(|writing| !writing.is_sought())
    }

    /// What becomes of faces: with the Clean Recognizable Visual Features Option they go, if nothing else is said; without it they stay.
    pub fn face(&self) -> Face {
        let usual = if self.has(Choice::CleanRecognizableVisualFeatures) { Face::Remove } else { Face::Keep };
        self.face.unwrap_or(usual)
    }

    /// Whether ears stay where the face goes, because the policy names them.
    pub fn keeps_ears(&self) -> bool {
        self.ears == Some(Part::Keep)
    }

    /// Whether eyes stay where the face goes, without their lids, because the policy names them.
    pub fn keeps_orbits(&self) -> bool {
        self.orbits == Some(Part::Keep)
    }

    /// When a person must have looked at pictures.
    pub fn look(&self) -> Look {
        self.look
    }

    /// The policy's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What becomes of dates and times.
    pub fn dates(&self) -> Dates {
        if self.has(Choice::RetainLongitudinalFullDates) {
            Dates::Full
        } else if self.has(Choice::RetainLongitudinalModifiedDates) {
            Dates::Modified
        } else {
            Dates::Removed
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn code(json: &str) -> Code {
        Policy::parse(json).unwrap_err().code
    }

    #[test]
    fn built_in_profiles_are_valid() {
        for name in ["share", "strict", "clinical"] {
            let policy = Policy::built_in(name).unwrap();
            assert_eq!(policy.clone().checked().unwrap(), policy);
            assert_eq!(Policy::parse(&serde_json::to_string(&policy).unwrap()).unwrap(), policy);
        }
        assert_eq!(Policy::built_in("other"), None);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert_eq!(code("{}"), Code::Policy);
        assert_eq!(code(r#"{"version":1,"name":"a","options":[],"more":1}"#), Code::Policy);
        assert_eq!(code(r#"{"version":2,"name":"a","options":[]}"#), Code::Policy);
        assert_eq!(code(r#"{"version":1,"name":"A b","options":[]}"#), Code::Policy);
        assert_eq!(code(r#"[1,"a",[]]"#), Code::Policy);
        for subject in [r#"["A"]"#, "null", r#"{"name":null}"#, r#"{"name":"A","more":"B"}"#, "\"A\""] {
            assert_eq!(code(&format!(r#"{{"version":1,"name":"a","options":[],"subject":{subject}}}"#)), Code::Policy, "{subject}");
        }
        assert_eq!(code(r#"{"version":1,"name":"a","options":["retain-everything"]}"#), Code::Policy);
        assert_eq!(
            code(r#"{"version":1,"name":"a","options":["retain-patient-characteristics","retain-patient-characteristics"]}"#),
            Code::Policy
        );
    }

    #[test]
    fn writing_goes_with_its_option() {
        let of = |options: &str, more: &str| Policy::parse(&format!(r#"{{"version":1,"name":"a","options":[{options}]{more}}}"#));
        let option = r#""clean-pixel-data""#;
        for (options, more, wanted) in [
            (option, "", Ok(Writing::Identifying)),
            (option, r#","writing":"all""#, Ok(Writing::All)),
            (option, r#","writing":"identifying""#, Ok(Writing::Identifying)),
            (option, r#","writing":"regions""#, Err(Code::PolicyConflict)),
            (option, r#","writing":"none""#, Err(Code::PolicyConflict)),
            ("", "", Ok(Writing::None)),
            ("", r#","writing":"all""#, Err(Code::PolicyConflict)),
            ("", r#","writing":"identifying""#, Err(Code::PolicyConflict)),
            ("", r#","writing":"regions""#, Ok(Writing::Regions)),
            ("", r#","writing":"none""#, Ok(Writing::None)),
            ("", r#","writing":null"#, Err(Code::Policy)),
            (option, r#","writing":"some""#, Err(Code::Policy)),
        ] {
            let found = of(options, more).map(|policy| policy.writing()).map_err(|error| error.code);
            assert_eq!(found, wanted, "{options}{more}");
        }
        for (more, look) in [("", Look::Flagged), (r#","look":"flagged""#, Look::Flagged), (r#","look":"always""#, Look::Always)] {
            let policy = of(option, more).unwrap();
            assert_eq!(policy.look(), look, "{more}");
            assert_eq!(Policy::parse(&serde_json::to_string(&policy).unwrap()).unwrap(), policy);
        }
        assert_eq!(of("", r#","look":"never""#).unwrap().look(), Look::Never);
        assert_eq!(of("", r#","look":null"#).unwrap_err().code, Code::Policy);
    }

    #[test]
    fn faces_go_with_their_option() {
        let option = r#""clean-recognizable-visual-features""#;
        for (options, more, wanted) in [
            (option, "", Ok(Face::Remove)),
            (option, r#","face":"remove""#, Ok(Face::Remove)),
            (option, r#","face":"ask""#, Ok(Face::Ask)),
            (option, r#","face":"keep""#, Err(Code::PolicyConflict)),
            ("", "", Ok(Face::Keep)),
            ("", r#","face":"keep""#, Ok(Face::Keep)),
            ("", r#","face":"remove""#, Err(Code::PolicyConflict)),
            ("", r#","face":"ask""#, Err(Code::PolicyConflict)),
            (option, r#","face":"blur""#, Err(Code::Policy)),
            (option, r#","face":null"#, Err(Code::Policy)),
        ] {
            let found = Policy::parse(&format!(r#"{{"version":1,"name":"a","options":[{options}]{more}}}"#));
            assert_eq!(found.as_ref().map(Policy::face).map_err(|error| error.code), wanted, "{options}{more}");
            if let Ok(policy) = found {
                assert_eq!(Policy::parse(&serde_json::to_string(&policy).unwrap()).unwrap(), policy);
            }
        }
    }

    #[test]
    fn parts_of_a_face_stay_only_where_they_are_named() {
        let option = r#""clean-recognizable-visual-features""#;
        for (options, more, wanted) in [
            (option, "", Ok((false, false))),
            (option, r#","ears":"remove","orbits":"remove""#, Ok((false, false))),
            (option, r#","ears":"keep""#, Ok((true, false))),
            (option, r#","face":"ask","orbits":"keep""#, Ok((false, true))),
            ("", r#","ears":"keep","orbits":"keep""#, Ok((true, true))),
            ("", r#","ears":"remove""#, Err(Code::PolicyConflict)),
            ("", r#","face":"keep","orbits":"remove""#, Err(Code::PolicyConflict)),
            (option, r#","ears":"left""#, Err(Code::Policy)),
            (option, r#","ears":true"#, Err(Code::Policy)),
            (option, r#","orbits":null"#, Err(Code::Policy)),
            (option, r#","eyes":"keep""#, Err(Code::Policy)),
        ] {
            let found = Policy::parse(&format!(r#"{{"version":1,"name":"a","options":[{options}]{more}}}"#));
            let parts = found.as_ref().map(|policy| (policy.keeps_ears(), policy.keeps_orbits())).map_err(|error| error.code);
            assert_eq!(parts, wanted, "{options}{more}");
            if let Ok(policy) = found {
                assert_eq!(Policy::parse(&serde_json::to_string(&policy).unwrap()).unwrap(), policy);
            }
        }
    }

    #[test]
    fn dates_cannot_be_both_full_and_modified() {
        let json = r#"{"version":1,"name":"a","options":["retain-longitudinal-full-dates","retain-longitudinal-modified-dates"]}"#;
        assert_eq!(code(json), Code::PolicyConflict);
    }
}

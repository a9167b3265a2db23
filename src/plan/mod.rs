//! What happens to every attribute of an instance, and why. A plan is a function: it changes nothing, and says the same when asked again.

mod bulk;
mod codes;
pub mod content;
mod dates;
mod decision;
mod documents;
pub(crate) mod dummy;
pub mod grammar;
mod icc;
mod kinds;
pub mod numeric;
mod place;
pub mod private;
mod pseudonym;
mod resolve;
mod risk;
pub mod safe;
mod shape;
mod tables;
mod units;
pub mod words;

use dicom_dictionary_std::tags;

pub use codes::{Code as CodeKind, has_form_of, is_meaning, is_part as is_part_of_code};
pub use decision::{Action, Decision, Rule};
pub use kinds::refusal;
pub use place::{Need, Place};
pub use pseudonym::Pseudonym;
pub use resolve::{Around, is_version};
pub use risk::risk;
pub use shape::{is_of_device, is_offset};
pub use tables::Lengths;
pub use words::Memos;

use crate::file::{DataSet, Instance, value};
use crate::hunt::Hunt;
use crate::keyed::Key;
use crate::profile::Policy;
use crate::tools::Tools;

/// What all plans of a batch follow.
pub struct Batch {
    /// Which Options are applied.
    pub policy: Policy,
    /// What replacements are derived from.
    pub key: Key,
    /// The standard's words, and a decoder.
    pub tools: Tools,
    /// Whether the batch is of more than one patient: a name that the policy gives is then told apart for each.
    pub several: bool,
    /// What was left of texts: to be forgotten with the identifiers that they were compared with.
    pub memos: Memos,
}

/// The plan for one instance.
pub struct Plan<'s> {
    batch: &'s Batch,
    hunt: Option<&'s Hunt>,
    patient: Vec<u8>,
    shift: i64,
    /// Words of bytes that are held as they lie in the file have their first byte on top.
    big_endian: bool,
    /// What stands for the document of an instance that is one.
    empty_document: Option<documents::Empty>,
}

impl<'s> Plan<'s> {
    /// A plan for `instance`. Without the batch's identifiers (`hunt`), kept text is not compared with them: enough for a preview.
    pub fn new(instance: &Instance, batch: &'s Batch, hunt: Option<&'s Hunt>) -> Self {
        let patient = patient(instance);
        let shift = batch.key.shift(&patient);
        Self { batch, hunt, patient, shift, big_endian: instance.encoding.is_big(), empty_document: documents::empty(instance.sop_class()) }
    }

    /// The policy that is followed.
    pub fn policy(&self) -> &Policy {
        &self.batch.policy
    }

    /// What the code in `item` is.
    pub fn code(&self, item: &DataSet) -> CodeKind {
        codes::judge(item, self.batch.tools.lexicon.meanings(), |text| self.says_of_person(text))
    }

    /// The name and ID that stand for the patient in what leaves: the same for all files of one patient under one key.
    pub fn pseudonym(&self) -> Pseudonym {
        pseudonym::of(&self.batch.key, &self.patient, self.batch.policy.subject(), self.batch.several)
    }

    /// What is left of a free text once all words are gone that may be somebody's; `None` where nothing is.
    pub fn cleaned(&self, text: &str) -> Option<String> {
        let memos = &self.batch.memos;
        let memo = if self.hunt.is_some() { &memos.plan } else { &memos.look };
        let left = memo.recall(text, &|| words::clean(text, &self.batch.tools.lexicon, &|words| self.says_of_person(words)));
        (!left.trim().is_empty()).then_some(left)
    }

    /// Days that this patient's dates are moved by, where the policy moves dates.
    pub fn shift(&self) -> i64 {
        self.shift
    }
}

/// What makes two files one patient's: the ID in one case and spacing; without an ID, name and birth date; without these, the study.
///
/// The issuer is left out: what one workstation writes, another forgets, and one patient must not become two.
pub fn patient(instance: &Instance) -> Vec<u8> {
    let plain = |tag| {
        let held = instance.dataset.get(tag).and_then(|element| element.value().primitive());
        held.map(|held| value::raw_text(held).split(u8::is_ascii_whitespace).collect::<Vec<_>>().concat().to_ascii_uppercase())
            .unwrap_or_default()
    };
    let (id, name) = (plain(tags::PATIENT_ID), plain(tags::PATIENT_NAME));
    let parts = if !id.is_empty() {
        [b"id".to_vec(), id, Vec::new()]
    } else if !name.is_empty() {
        [b"name".to_vec(), name, plain(tags::PATIENT_BIRTH_DATE)]
    } else {
        [b"study".to_vec(), plain(tags::STUDY_INSTANCE_UID), Vec::new()]
    };
    parts.join(&0)
}

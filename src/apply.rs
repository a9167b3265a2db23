//! Carries a plan out: the data set that leaves, built from the one that was read. Values that stay are moved, not copied.

mod content_tree;
mod rows;

use std::borrow::Cow;
use std::collections::HashSet;

use dicom_core::header::{HasLength, Length};
use dicom_core::value::{DataSetSequence, PrimitiveValue, Value};
use dicom_core::{DataElement, Tag, VR};
use dicom_dictionary_std::tags;

use crate::face::{Mode, Tier};
use crate::file::private::{is_creator, is_private};
use crate::file::{DataSet, Element, value};
use crate::ledger::{Ledger, PathId, TOP};
use crate::plan::content::{self, Fate};
use crate::plan::dummy;
use crate::plan::private::Creators;
use crate::plan::{Action, Around, CodeKind, Decision, Lengths, Need, Place, Plan, Rule};
use crate::profile::{self, Choice, Dates, Policy};

use rows::Rows;
pub use rows::explain;

/// A data set that was built by a plan.
#[derive(Debug)]
pub struct Applied {
    /// What leaves.
    pub dataset: DataSet,
    /// What was done.
    pub ledger: Ledger,
    /// Every value that was made here: new UIDs, moved dates, replacements. Whatever else leaves was in the original.
    pub made: HashSet<String>,
    /// Original UIDs and their replacements, if asked for.
    pub uids: Vec<(String, String)>,
}

/// What was done to one file beside its attributes, and may be claimed of it: a policy's word for it is not enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// Writing in the pixels was sought, and what was found is gone, as the Clean Pixel Data Option asks (PS3.15 E.3.1).
    pub pixel_data: bool,
    /// How the face was taken out of the volume that the file is part of, and how sure that is.
    pub face: Option<(Mode, Tier)>,
    /// Nobody can be recognized by that face any more, as the Clean Recognizable Visual Features Option asks (PS3.15 E.3.2): it is sure, or a
    /// person has confirmed it.
    pub features: bool,
}

impl Claims {
    /// Whether an Option's code may stand in the file.
    const fn has(self, choice: Choice) -> bool {
        match choice {
            Choice::CleanPixelData => self.pixel_data,
            Choice::CleanRecognizableVisualFeatures => self.features,
            _ => true,
        }
    }

    /// What (0012,0063) says of the face: which way it went, how sure that is, and what of it stays because the policy says so.
    fn method(self, policy: &Policy) -> String {
        let Some((mode, tier)) = self.face else { return String::new() };
        let mode = if mode == Mode::Cut { "cut" } else { "skin layer" };
        let tier = if tier == Tier::A { "A" } else { "B" };
        let kept = match (policy.keeps_ears(), policy.keeps_orbits()) {
            (false, false) => "",
            (true, false) => ", ears kept",
            (false, true) => ", orbits kept",
            (true, true) => ", ears and orbits kept",
        };
        format!("\\Face: {mode}, tier {tier}{kept}")
    }
}

/// Builds what leaves. `original` is used up; `sop_class` names the IOD. With `map`, original UIDs are recorded.
pub fn apply(plan: &Plan<'_>, original: DataSet, sop_class: &str, claims: Claims, map: bool) -> Applied {
    let mut work = Work::new(plan, &original, map);
    let place = Place::top(sop_class);
    let mut dataset = work.set(Cow::Owned(original), &place, TOP, Standing::Plain);
    work.state(&mut dataset, claims);
    Applied { dataset, ledger: work.ledger, made: work.made, uids: work.uids }
}

/// Counts what a plan would do, changing nothing.
pub fn survey(plan: &Plan<'_>, original: &DataSet, sop_class: &str) -> Ledger {
    let ledger = |counts| {
        let mut work = Work { counts, ..Work::new(plan, original, false) };
        work.set(Cow::Borrowed(original), &Place::top(sop_class), TOP, Standing::Plain);
        work.ledger
    };
    let told = ledger(true);
    // In every test, what is told without building anything is compared with what building it tells.
    debug_assert_eq!(told.lines(), ledger(false).lines(), "counted otherwise than carried out");
    told
}

struct Work<'p> {
    plan: &'p Plan<'p>,
    ledger: Ledger,
    made: HashSet<String>,
    uids: Vec<(String, String)>,
    map: bool,
    /// Content items are pointed to by their positions: none may go.
    whole: bool,
    /// What is done to each attribute, if asked for.
    rows: Option<Rows>,
    /// Only the ledger is wanted: nothing is built but what decides about something else.
    counts: bool,
    /// Content items and private Sequences around what is at hand: what is left of them decides whether they stay.
    deciding: u32,
}

/// What a data set is in the one around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Its attributes are decided one by one.
    Plain,
    /// It is there because its Sequence is required.
    Dummy,
    /// It is a content item.
    Content(Fate),
}

impl<'p> Work<'p> {
    fn new(plan: &'p Plan<'p>, original: &DataSet, map: bool) -> Self {
        let whole = content::points_by_position(original);
        Self { plan, ledger: Ledger::default(), made: HashSet::new(), uids: Vec::new(), map, whole, rows: None, counts: false, deciding: 0 }
    }
}

impl Work<'_> {
    /// Whether nobody will look at what is left of an attribute. What stays of private blocks decides about their creators.
    fn forgets(&self, tag: Tag) -> bool {
        self.counts && self.deciding == 0 && !is_private(tag)
    }

    /// Of a data set that is lent, what stays is copied. Depth is bounded by the walker.
    fn set(&mut self, from: Cow<'_, DataSet>, place: &Place, path: PathId, standing: Standing) -> DataSet {
        let code = self.plan.code(&from);
        let tables = Lengths::of(&from);
        let creators = &Creators::of(&from);
        let mut to = DataSet::new_empty();
        let (dummy, fate) = match standing {
            Standing::Plain => (false, None),
            Standing::Dummy => (true, None),
            Standing::Content(fate) => (false, Some(fate)),
        };
        let mut names = Vec::new();
        for element in Elements::of(from) {
            if is_creator(element.header().tag) {
                names.push(element);
            } else if let Some(element) = self.element(element, Around { place, code, tables: &tables, creators, dummy, fate }, path) {
                to.put(element);
            }
        }
        for name in names {
            let path = self.ledger.path(path, name.header().tag);
            let Decision { action, rule } = Plan::creator(&name, &to);
            self.note(path, &name, &action, rule);
            if action == Action::Keep {
                to.put(name.into_owned());
            }
        }
        to
    }

    fn element(&mut self, element: Cow<'_, Element>, around: Around<'_>, parent: PathId) -> Option<Element> {
        let tag = element.header().tag;
        let path = self.ledger.path(parent, tag);
        let Decision { action, rule } = self.decide(&element, around);
        let vr = element.vr();
        if action == Action::Clean && is_private(tag) {
            return self.private_sequence(element, around, path, rule);
        }
        self.note(path, &element, &action, rule);
        match action {
            Action::Remove => None,
            Action::Empty | Action::Keep | Action::Replace(_) if self.forgets(tag) => None,
            Action::Empty if vr == VR::SQ => Some(sequence(tag, Vec::new())),
            Action::Empty => Some(DataElement::empty(tag, vr)),
            Action::Keep => Some(element.into_owned()),
            Action::Replace(new) => {
                self.note_made(&element, &new, rule);
                Some(DataElement::new(tag, vr, Value::Primitive(new)))
            }
            Action::Clean | Action::Dummy => {
                let dummy = around.dummy || action == Action::Dummy;
                let place = around.place.within(tag);
                let mut items = items(element);
                if !dummy && self.cleans_content(tag) {
                    self.deciding += 1;
                    let left = self.content(tag, items, around, path);
                    self.deciding -= 1;
                    return left;
                }
                if dummy {
                    items.truncate(1);
                }
                let standing = if dummy { Standing::Dummy } else { Standing::Plain };
                let items: Vec<DataSet> = items.into_iter().map(|item| self.set(item, &place, path, standing)).collect();
                (!self.forgets(tag)).then(|| sequence(tag, items))
            }
        }
    }

    /// A private Sequence stays for what its Items still say.
    fn private_sequence(&mut self, element: Cow<'_, Element>, around: Around<'_>, path: PathId, rule: Rule) -> Option<Element> {
        let tag = element.header().tag;
        let place = around.place.within(tag);
        if let Some(rows) = &mut self.rows {
            rows.tell(&self.ledger, path, &element, &Action::Clean, rule);
        }
        self.deciding += 1;
        let items: Vec<DataSet> = items(element).into_iter().map(|item| self.set(item, &place, path, Standing::Plain)).collect();
        self.deciding -= 1;
        let says = items.iter().flat_map(DataSet::iter).any(|element| !element.is_empty());
        self.ledger.note(path, if says { &Action::Clean } else { &Action::Remove }, rule);
        says.then(|| sequence(tag, items))
    }

    /// The plan's decision, but for Sequences of local codes: they go whole where nothing requires them.
    fn decide(&self, element: &Element, around: Around<'_>) -> Decision {
        let decision = self.plan.decide(element, around);
        if decision.action == Action::Clean
            && !matches!(around.place.need(element.header().tag), Need::Value { .. })
            && element
                .value()
                .items()
                .is_some_and(|items| items.iter().any(|item| self.plan.code(item) == CodeKind::Local && !self.plan.describes(item)))
        {
            let action = match around.place.need(element.header().tag) {
                Need::Presence { .. } => Action::Empty,
                _ => Action::Remove,
            };
            return Decision { action, rule: Rule::Code };
        }
        decision
    }

    /// Counts what is done to an attribute, and tells of it.
    fn note(&mut self, path: PathId, element: &Element, action: &Action, rule: Rule) {
        self.ledger.note(path, action, rule);
        if let Some(rows) = &mut self.rows {
            rows.tell(&self.ledger, path, element, action, rule);
        }
    }

    fn note_made(&mut self, original: &Element, new: &PrimitiveValue, rule: Rule) {
        let PrimitiveValue::Str(text) = new else { return };
        if !is_cleaned(original.vr(), text, rule) {
            self.made.extend(text.split('\\').map(str::to_owned));
        }
        if self.map
            && original.vr() == VR::UI
            && let Some(old) = original.value().primitive().map(value::raw_text).and_then(|bytes| std::str::from_utf8(bytes).ok())
        {
            let trim = |uid: &str| uid.trim_matches([' ', '\0']).to_owned();
            self.uids.extend(old.split('\\').map(trim).zip(text.split('\\').map(str::to_owned)).filter(|(old, new)| old != new));
        }
    }

    /// Says in the data set itself what was done: (0012,0062), (0012,0063), (0012,0064), (0028,0303), and who stands for the patient.
    fn state(&mut self, dataset: &mut DataSet, claims: Claims) {
        let policy = self.plan.policy();
        let mut codes = vec![profile::BASIC];
        codes.extend(policy.options().filter(|choice| claims.has(*choice)).map(Choice::code));
        let pseudonym = self.plan.pseudonym();
        let version = env!("CARGO_PKG_VERSION");
        let method = format!("Scan scrubber {version}\\Per PS3.15 Annex E 2026d: {}{}", policy.name(), claims.method(policy));
        let own = match policy.dates() {
            Dates::Full => 0,
            Dates::Modified => 1,
            Dates::Removed => 2,
        };
        // What was done to the dates before is not undone.
        let before = crate::file::dataset::text(dataset, tags::LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED);
        let state = TEMPORAL.iter().position(|one| *one == before.trim()).unwrap_or(0).max(own);
        let temporal = TEMPORAL.get(state).copied().unwrap_or("REMOVED");
        // Of two codes for what stays of dates, the one that is no longer true goes.
        let untrue: &[Choice] = match state {
            0 => &[],
            1 => &[Choice::RetainLongitudinalFullDates],
            _ => &[Choice::RetainLongitudinalFullDates, Choice::RetainLongitudinalModifiedDates],
        };
        codes.retain(|(code, _)| untrue.iter().all(|choice| choice.code().0 != *code));
        let mut text = |tag, vr, text: &str| {
            self.made.extend(text.split('\\').map(str::to_owned));
            dataset.put(DataElement::new(tag, vr, PrimitiveValue::from(text)));
        };
        text(tags::PATIENT_NAME, VR::PN, &pseudonym.name);
        text(tags::PATIENT_ID, VR::LO, &pseudonym.id);
        text(tags::PATIENT_IDENTITY_REMOVED, VR::CS, "YES");
        text(tags::DEIDENTIFICATION_METHOD, VR::LO, &method);
        text(tags::LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, VR::CS, temporal);
        for (value, meaning) in &codes {
            self.made.extend([*value, "DCM", *meaning].map(str::to_owned));
        }
        // What was done to the file before stays said (PS3.15 E.1.1).
        let earlier = dataset.take(tags::DEIDENTIFICATION_METHOD_CODE_SEQUENCE).and_then(|element| element.into_value().into_items());
        let mut items: Vec<DataSet> = earlier.map(|items| items.into_vec()).unwrap_or_default();
        items.retain(|item| {
            let value = crate::file::dataset::text(item, tags::CODE_VALUE);
            Choice::is_code(value) && untrue.iter().all(|choice| choice.code().0 != value) && !codes.iter().any(|(code, _)| *code == value)
        });
        items.extend(codes.iter().map(|(value, meaning)| {
            DataSet::from_element_iter([
                DataElement::new(tags::CODE_VALUE, VR::SH, PrimitiveValue::from(*value)),
                DataElement::new(tags::CODING_SCHEME_DESIGNATOR, VR::SH, PrimitiveValue::from("DCM")),
                DataElement::new(tags::CODE_MEANING, VR::LO, PrimitiveValue::from(*meaning)),
            ])
        }));
        dataset.put(sequence(tags::DEIDENTIFICATION_METHOD_CODE_SEQUENCE, items));
    }
}

/// Values of (0028,0303), from the least that was done to dates to the most.
const TEMPORAL: [&str; 3] = ["UNMODIFIED", "MODIFIED", "REMOVED"];

/// Whether a text is what was left of the original's: the second reading must find for itself that nothing of anybody's is in it.
fn is_cleaned(vr: VR, text: &str, rule: Rule) -> bool {
    let free = matches!(vr, VR::AE | VR::LO | VR::LT | VR::SH | VR::ST | VR::UC | VR::UT);
    free && matches!(rule, Rule::Option(_) | Rule::Code) && !text.split('\\').all(|one| one.is_empty() || dummy::is_word(one))
}

/// The elements of a data set, moved or lent.
enum Elements<'d> {
    Moved(<DataSet as IntoIterator>::IntoIter),
    Lent(<&'d DataSet as IntoIterator>::IntoIter),
}

impl<'d> Elements<'d> {
    fn of(set: Cow<'d, DataSet>) -> Self {
        match set {
            Cow::Owned(set) => Self::Moved(set.into_iter()),
            Cow::Borrowed(set) => Self::Lent(set.into_iter()),
        }
    }
}

impl<'d> Iterator for Elements<'d> {
    type Item = Cow<'d, Element>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Moved(elements) => elements.next().map(Cow::Owned),
            Self::Lent(elements) => elements.next().map(Cow::Borrowed),
        }
    }
}

/// The Items of a Sequence, moved or lent.
fn items(element: Cow<'_, Element>) -> Vec<Cow<'_, DataSet>> {
    match element {
        Cow::Owned(element) => element.into_value().into_items().unwrap_or_default().into_iter().map(Cow::Owned).collect(),
        Cow::Borrowed(element) => element.value().items().unwrap_or_default().iter().map(Cow::Borrowed).collect(),
    }
}

fn sequence(tag: Tag, items: Vec<DataSet>) -> Element {
    DataElement::new(tag, VR::SQ, Value::Sequence(DataSetSequence::new(items, Length::UNDEFINED)))
}

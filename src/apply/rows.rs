//! What a plan does to each attribute of one file, with its values: for the screen of the person whose file it is, and for nothing else.

use dicom_core::value::{PrimitiveValue, Value};
use dicom_core::{Tag, VR};
use dicom_dictionary_std::tags;

use super::{Claims, Work};
use crate::file::{DataSet, Element, dictionary, private, value};
use crate::ledger::{Ledger, PathId, TOP};
use crate::plan::{Action, Place, Plan, Rule};

/// Rows of one file at most: a deep file has more attributes than anybody looks through.
const ROWS: usize = 4_000;
/// Letters of a value that are shown.
const LETTERS: usize = 200;

/// One attribute. Holds original values: not [`Debug`], so that no log ever has them.
pub struct Row {
    place: PathId,
    tag: Tag,
    /// Its Sequences and itself, as in a report.
    pub path: String,
    /// Its Value Representation.
    pub vr: &'static str,
    /// The kind of detail that it holds.
    pub kind: &'static str,
    /// What happens to it; "add" where it was not there before.
    pub action: &'static str,
    /// Why.
    pub rule: &'static str,
    /// What it says now.
    pub before: String,
    /// What it will say.
    pub after: String,
}

/// All rows of a file, in the order of its attributes.
#[derive(Default)]
pub struct Rows {
    rows: Vec<Row>,
    more: usize,
}

impl Rows {
    /// The rows, and how many there are beside them.
    pub fn into_parts(self) -> (Vec<Row>, usize) {
        (self.rows, self.more)
    }

    /// Adds what happens to `element`.
    pub(super) fn tell(&mut self, ledger: &Ledger, place: PathId, element: &Element, action: &Action, rule: Rule) {
        let after = match action {
            Action::Keep => said(element),
            Action::Replace(new) => text(new, element.vr()),
            _ => String::new(),
        };
        self.put(ledger, place, element, action.name(), rule.name(), said(element), after);
    }

    /// Adds an Item that goes as a whole.
    pub(super) fn lose(&mut self, ledger: &Ledger, place: PathId, rule: Rule) {
        let element = dicom_core::DataElement::empty(Tag(0x0040, 0xA730), VR::SQ);
        self.put(ledger, place, &element, Action::Remove.name(), rule.name(), items(1), String::new());
    }

    #[allow(clippy::too_many_arguments, reason = "the columns of a row")]
    fn put(
        &mut self,
        ledger: &Ledger,
        place: PathId,
        element: &Element,
        action: &'static str,
        rule: &'static str,
        before: String,
        after: String,
    ) {
        if self.rows.len() >= ROWS {
            self.more += 1;
            return;
        }
        let tag = element.header().tag;
        let kind = if private::is_private(tag) { "private" } else { dictionary::kind(tag).unwrap_or("other") };
        self.rows.push(Row { place, tag, path: ledger.name(place), vr: element.vr().to_string(), kind, action, rule, before, after });
    }

    /// What is said of the whole file, whatever stood there before.
    fn state(&mut self, ledger: &mut Ledger, made: &DataSet) {
        for tag in STATED {
            let Some(element) = made.get(tag) else { continue };
            let after = said(element);
            if let Some(row) = self.rows.iter_mut().find(|row| row.tag == tag && !row.path.contains('.')) {
                (row.action, row.after) = ("replace", after);
            } else {
                let place = ledger.path(TOP, tag);
                self.put(ledger, place, element, "add", "statement", String::new(), after);
            }
        }
        self.rows.sort_by(|a, b| (a.tag_at_top(), a.place).cmp(&(b.tag_at_top(), b.place)));
    }
}

impl Row {
    /// Attributes of the whole file are in order; what is within one stays behind it.
    fn tag_at_top(&self) -> &str {
        self.path.get(..11).unwrap_or(&self.path)
    }
}

/// What every file that leaves says of its patient and of what was done.
const STATED: [Tag; 6] = [
    tags::PATIENT_NAME,
    tags::PATIENT_ID,
    tags::PATIENT_IDENTITY_REMOVED,
    tags::DEIDENTIFICATION_METHOD,
    tags::DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
    tags::LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED,
];

/// What the plan does to each attribute.
pub fn explain(plan: &Plan<'_>, original: DataSet, sop_class: &str) -> Rows {
    let mut work = Work::new(plan, &original, false);
    work.rows = Some(Rows::default());
    let mut dataset = work.set(original, &Place::top(sop_class), TOP, super::Standing::Plain);
    work.state(&mut dataset, Claims::default());
    let mut rows = work.rows.unwrap_or_default();
    rows.state(&mut work.ledger, &dataset);
    rows
}

/// What an attribute says: its text, or how much is in it.
fn said(element: &Element) -> String {
    match element.value() {
        Value::Primitive(value) => text(value, element.vr()),
        Value::Sequence(sequence) => items(sequence.items().len()),
        Value::PixelSequence(_) => String::new(),
    }
}

fn items(count: usize) -> String {
    format!("[{count}]")
}

fn text(held: &PrimitiveValue, vr: VR) -> String {
    let all = match held {
        PrimitiveValue::U8(bytes) if !value::is_text(vr) => return format!("<{}>", bytes.len()),
        PrimitiveValue::U8(_) | PrimitiveValue::Str(_) => String::from_utf8_lossy(value::raw_text(held)),
        _ => held.to_str(),
    };
    let mut shown: String = all.chars().take(LETTERS).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if all.chars().nth(LETTERS).is_some() {
        shown.push('…');
    }
    shown
}

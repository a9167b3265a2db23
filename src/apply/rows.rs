//! What a plan does to each attribute of one file, with its values: for the screen of the person whose file it is, and for nothing else.

use dicom_core::value::{PrimitiveValue, Value};
use dicom_core::{Tag, VR};
use dicom_dictionary_std::tags;

use super::{Claims, Standing, Work};
use crate::file::{DataSet, Element, dictionary, private, value};
use crate::ledger::{Ledger, PathId, TOP};
use crate::plan::{Action, Place, Plan, Rule};

/// Rows of one file at most: a deep file has more attributes than anybody looks through.
const ROWS: usize = 4_000;
/// Letters of a value that are shown, and bytes.
const LETTERS: usize = 200;

/// One attribute. Holds original values: not [`Debug`], so that no log ever has them.
pub struct Row {
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
    /// What it says now: its text; `[n]` for so many Items, `<n>` for so many bytes; of numbers their bytes, little endian, each a letter.
    pub before: String,
    /// What it will say.
    pub after: String,
}

/// All rows of a file, in the order of its attributes; what is added to it comes last.
#[derive(Default)]
pub struct Rows {
    rows: Vec<Row>,
    more: u32,
}

impl Rows {
    /// The rows, and how many there are beside them.
    pub fn into_parts(self) -> (Vec<Row>, u32) {
        (self.rows, self.more)
    }

    /// Adds what happens to `element`.
    pub(super) fn tell(&mut self, ledger: &Ledger, place: PathId, element: &Element, action: &Action, rule: Rule) {
        let after = match action {
            Action::Keep => said(element),
            Action::Replace(new) => text(new, element.vr()),
            _ => String::new(),
        };
        self.put(ledger, place, (element.header().tag, element.vr()), (action.name(), rule.name()), (said(element), after));
    }

    /// Adds an Item that goes as a whole.
    pub(super) fn lose(&mut self, ledger: &Ledger, place: PathId, rule: Rule) {
        let of = (tags::CONTENT_SEQUENCE, VR::SQ);
        self.put(ledger, place, of, (Action::Remove.name(), rule.name()), (items(1), String::new()));
    }

    fn put(
        &mut self,
        ledger: &Ledger,
        place: PathId,
        (tag, vr): (Tag, VR),
        (action, rule): (&'static str, &'static str),
        (before, after): (String, String),
    ) {
        if self.rows.len() >= ROWS {
            self.more = self.more.saturating_add(1);
            return;
        }
        let kind = if private::is_private(tag) { "private" } else { dictionary::kind(tag).unwrap_or("other") };
        self.rows.push(Row { tag, path: ledger.name(place), vr: vr.to_string(), kind, action, rule, before, after });
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
                self.put(ledger, place, (tag, element.vr()), ("add", "statement"), (String::new(), after));
            }
        }
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
    let mut dataset = work.set(original, &Place::top(sop_class), TOP, Standing::Plain);
    work.state(&mut dataset, Claims::default());
    let mut rows = work.rows.unwrap_or_default();
    rows.state(&mut work.ledger, &dataset);
    rows
}

/// What an attribute says, or how much is in it.
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
    if value::is_text(vr) {
        let all = String::from_utf8_lossy(value::raw_text(held));
        return all.chars().take(LETTERS).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    }
    if let PrimitiveValue::U8(bytes) = held {
        return format!("<{}>", bytes.len());
    }
    let mut bytes = Vec::new();
    value::encode(held, false, &mut bytes);
    bytes.into_iter().take(LETTERS).map(char::from).collect()
}

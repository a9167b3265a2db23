//! What a plan does to each attribute of one file, with its values: for the screen of the person whose file it is, and for nothing else.

use std::borrow::Cow;

use dicom_core::value::{PrimitiveValue, Value};
use dicom_core::{Tag, VR};
use dicom_dictionary_std::tags;

use super::{Claims, Standing, Work};
use crate::file::{DataSet, Element, dictionary, private, value};
use crate::ledger::{Ledger, PathId, TOP};
use crate::plan::{Action, Place, Plan, Rule};

/// Rows of one file at most: a deep file has more attributes than anybody looks through.
const ROWS: u32 = 4_000;
/// Letters of a value that are shown, and bytes.
const LETTERS: usize = 200;
/// A byte of a number is the letter so far behind it: none of these is a sign of its own.
const NUMBERS: u32 = 0x100;

/// A line for each attribute, in their order; what every file says of itself comes last. Holds original values: not [`Debug`], so that no
/// log ever has them.
///
/// Columns, with tabs between: path, VR, kind of detail, action, rule, what it says now, what it will say. Of a text, its first letters; `[n]`
/// for so many Items, `<n>` for so many bytes; of numbers their bytes, little endian, each a letter from U+0100 on.
#[derive(Default)]
pub struct Rows {
    lines: String,
    count: u32,
}

impl Rows {
    /// Adds what happens to `element`.
    pub(super) fn tell(&mut self, ledger: &Ledger, place: PathId, element: &Element, action: &Action, rule: Rule) {
        if !self.begin(ledger, place, element, action.name(), rule.name()) {
            return;
        }
        say(element, &mut self.lines);
        self.lines.push('\t');
        match action {
            Action::Keep => say(element, &mut self.lines),
            Action::Replace(new) => text(new, element.vr(), &mut self.lines),
            _ => {}
        }
    }

    /// Adds an Item that goes as a whole.
    pub(super) fn lose(&mut self, ledger: &Ledger, place: PathId, rule: Rule) {
        let element = dicom_core::DataElement::empty(tags::CONTENT_SEQUENCE, VR::SQ);
        if self.begin(ledger, place, &element, Action::Remove.name(), rule.name()) {
            self.lines.push_str("[1]\t");
        }
    }

    /// What is said of the whole file, whatever stood there before.
    fn state(&mut self, ledger: &mut Ledger, made: &DataSet) {
        // There is always room for it.
        self.count = 0;
        for element in STATED.iter().filter_map(|tag| made.get(*tag)) {
            let place = ledger.path(TOP, element.header().tag);
            if self.begin(ledger, place, element, "add", "statement") {
                self.lines.push('\t');
                say(element, &mut self.lines);
            }
        }
    }

    /// Begins a line, if there is room for one.
    fn begin(&mut self, ledger: &Ledger, place: PathId, element: &Element, action: &str, rule: &str) -> bool {
        self.count = self.count.saturating_add(1);
        if self.count > ROWS {
            return false;
        }
        let tag = element.header().tag;
        let kind = if private::is_private(tag) { "private" } else { dictionary::kind(tag).unwrap_or("other") };
        if !self.lines.is_empty() {
            self.lines.push('\n');
        }
        ledger.write(place, &mut self.lines);
        for column in [element.vr().to_string(), kind, action, rule, ""] {
            self.lines.push('\t');
            self.lines.push_str(column);
        }
        true
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

/// What the plan does to each attribute: lines as of [`Rows`], and how many there are beside them.
pub fn explain(plan: &Plan<'_>, original: DataSet, sop_class: &str) -> (String, u32) {
    let mut work = Work::new(plan, &original, false);
    work.rows = Some(Rows::default());
    let mut dataset = work.set(Cow::Owned(original), &Place::top(sop_class), TOP, Standing::Plain);
    work.state(&mut dataset, Claims::default());
    let mut rows = work.rows.unwrap_or_default();
    let more = rows.count.saturating_sub(ROWS);
    rows.state(&mut work.ledger, &dataset);
    (rows.lines, more)
}

/// What an attribute says, or how much is in it.
fn say(element: &Element, to: &mut String) {
    match element.value() {
        Value::Primitive(value) => text(value, element.vr(), to),
        Value::Sequence(sequence) => count('[', sequence.items().len(), ']', to),
        Value::PixelSequence(_) => {}
    }
}

fn text(held: &PrimitiveValue, vr: VR, to: &mut String) {
    if value::is_text(vr) {
        let all = String::from_utf8_lossy(value::raw_text(held));
        to.extend(all.chars().take(LETTERS).map(|letter| if letter.is_control() { ' ' } else { letter }));
        return;
    }
    if let PrimitiveValue::U8(bytes) = held {
        return count('<', bytes.len(), '>', to);
    }
    let mut bytes = Vec::new();
    value::encode(held, false, &mut bytes);
    to.extend(bytes.into_iter().take(LETTERS).filter_map(|byte| char::from_u32(NUMBERS + u32::from(byte))));
}

fn count(before: char, count: usize, after: char, to: &mut String) {
    to.push(before);
    to.push_str(&count.to_string());
    to.push(after);
}

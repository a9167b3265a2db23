//! Content items (PS3.3 C.17.3, 10.2): what becomes of each under the Clean Structured Content Option, by its concept and its value type
//! (PS3.15 E.3.4). Templates are not evaluated: X/D is taken as D.

use dicom_core::value::PrimitiveValue;
use dicom_core::{DataElement, Tag, VR};
use dicom_dictionary_std::tags;

use super::codes::Code;
use super::decision::{Action, Decision, Rule};
use super::{Plan, dummy, grammar};
use crate::file::{DataSet, Element, dataset, decimal, value};
use crate::profile::{self, Basic, Choice, OptionAction, Policy, ValueType};

/// The rule of what the table does not name, and of its Basic Profile codes.
const RULE: Rule = Rule::Option(Choice::CleanStructuredContent);

/// Sequences whose Items are content items.
const SEQUENCES: &[Tag] = &[
    tags::ACQUISITION_CONTEXT_SEQUENCE,
    tags::CELL_VALUES_SEQUENCE,
    tags::CONTENT_ITEM_MODIFIER_SEQUENCE,
    tags::CONTENT_SEQUENCE,
    tags::PERFORMED_PROCESSING_PARAMETERS_SEQUENCE,
    tags::PROTOCOL_CONTEXT_SEQUENCE,
    tags::SCHEDULED_PROCESSING_PARAMETERS_SEQUENCE,
    tags::SPECIMEN_PREPARATION_STEP_CONTENT_ITEM_SEQUENCE,
    tags::STRUCTURED_WAVEFORM_ANNOTATION_SEQUENCE,
    tags::WAVEFORM_ANNOTATION_SEQUENCE,
    tags::WAVEFORM_TEXTUAL_ANNOTATION_SEQUENCE,
];

/// Attributes that hold the value of a content item.
const VALUES: &[Tag] = &[
    tags::CONCEPT_CODE_SEQUENCE,
    tags::DATE,
    tags::DATE_TIME,
    tags::NUMERIC_VALUE,
    tags::PERSON_NAME,
    tags::REFERENCED_SOP_SEQUENCE,
    tags::TEXT_VALUE,
    tags::TIME,
    tags::UID,
    tags::UNFORMATTED_TEXT_VALUE,
];

/// What becomes of a content item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It goes, with all that hangs below it.
    Remove,
    /// Its value is replaced by one that says nothing.
    Dummy,
    /// Its value stays under an Option.
    Keep(Choice),
    /// Its value is cleaned, or moved, under an Option.
    Clean(Choice),
    /// The table does not name it: its value type decides.
    Usual,
}

/// Whether the Items of a Sequence are content items.
pub fn holds_items(tag: Tag) -> bool {
    SEQUENCES.contains(&tag)
}

/// Whether an attribute holds the value of a content item.
pub fn is_value(tag: Tag) -> bool {
    VALUES.contains(&tag)
}

/// What becomes of a content item under `policy` (PS3.15 Table E.3.4-1).
pub fn fate(item: &DataSet, policy: &Policy) -> Fate {
    let Some(row) = row(item) else { return Fate::Usual };
    let of = |wanted| policy.options().filter(move |choice| choice.column().and_then(|column| row.option(column)) == Some(wanted));
    // A date that is moved is not also kept: two dates give the days away.
    let moved = of(OptionAction::C).find(|choice| *choice == Choice::RetainLongitudinalModifiedDates).map(Fate::Clean);
    let option = moved.or_else(|| of(OptionAction::K).next().map(Fate::Keep)).or_else(|| of(OptionAction::C).next().map(Fate::Clean));
    option.unwrap_or(match row.basic() {
        // Coordinates need what they were drawn on.
        Basic::X if dataset::text(item, tags::RELATIONSHIP_TYPE) != "SELECTED FROM" => Fate::Remove,
        _ => Fate::Dummy,
    })
}

/// The value type that an item states; where it states none, as in annotations of waveforms, that of the value it has.
pub fn value_type(item: &DataSet) -> Option<ValueType> {
    match dataset::text(item, tags::VALUE_TYPE) {
        "" if item.get(tags::UNFORMATTED_TEXT_VALUE).is_some() => Some(ValueType::Text),
        "" if item.get(tags::CONCEPT_CODE_SEQUENCE).is_some() => Some(ValueType::Code),
        "" if item.get(tags::NUMERIC_VALUE).is_some() => Some(ValueType::Num),
        stated => ValueType::of(stated),
    }
}

/// The row of an item in the table; of a day of birth in other words than the table's, that of Subject Birth Date.
pub fn row(item: &DataSet) -> Option<profile::Rule> {
    let (scheme, code) = concept(item)?;
    let value_type = value_type(item)?;
    let birth = || profile::content_item("DCM", "121031", ValueType::Date);
    let is_day = matches!(value_type, ValueType::Date | ValueType::DateTime);
    profile::content_item(scheme, code, value_type).or_else(|| if is_day && is_of_birth(item) { birth() } else { None })
}

/// Whether the concept of an item is somebody's birth, by its code or its meaning.
fn is_of_birth(item: &DataSet) -> bool {
    const CODES: &[(&str, &str)] = &[("DCM", "121031"), ("LN", "21112-8"), ("NCIt", "C68615"), ("SCT", "184099003")];
    const WORDS: &[&str] =
        &["birth", "born", "dob", "f\u{f6}delse", "geboorte", "geboren", "geburt", "nacimiento", "naissance", "nascimento", "nascita"];
    let code = || item.get(tags::CONCEPT_NAME_CODE_SEQUENCE)?.value().items()?.first();
    // What is not plain text is held as its bytes.
    let meaning = code().and_then(|code| dataset::primitive(code, tags::CODE_MEANING));
    let meaning = meaning.map(|held| String::from_utf8_lossy(value::raw_text(held)).to_lowercase()).unwrap_or_default();
    concept(item).is_some_and(|concept| CODES.contains(&concept)) || WORDS.iter().any(|word| meaning.contains(word))
}

/// Coding Scheme Designator and Code Value of the item's concept.
fn concept(item: &DataSet) -> Option<(&str, &str)> {
    coded(item, tags::CONCEPT_NAME_CODE_SEQUENCE)
}

fn coded(item: &DataSet, sequence: Tag) -> Option<(&str, &str)> {
    let code = item.get(sequence)?.value().items()?.first()?;
    let value = match dataset::text(code, tags::CODE_VALUE) {
        "" => dataset::text(code, tags::LONG_CODE_VALUE),
        value => value,
    };
    Some((dataset::text(code, tags::CODING_SCHEME_DESIGNATOR), value))
}

/// Whether Items anywhere in `set` point to others by their position, so that none may go.
pub fn points_by_position(set: &DataSet) -> bool {
    set.iter().any(|element| {
        element.header().tag == tags::REFERENCED_CONTENT_ITEM_IDENTIFIER
            || element.value().items().is_some_and(|items| items.iter().any(points_by_position))
    })
}

/// Gives `found` the values of content items below `set` that the table holds to identify somebody: texts that go, and are no descriptions.
pub fn identifiers(set: &DataSet, policy: &Policy, found: &mut dyn FnMut(&[u8])) {
    let described = |row: profile::Rule| row.option(profile::OptionColumn::Descriptors).is_some();
    if value_type(set) == Some(ValueType::Text)
        && row(set).is_some_and(|row| !described(row))
        && !matches!(fate(set, policy), Fate::Keep(_))
        && let Some(held) = dataset::primitive(set, tags::TEXT_VALUE)
    {
        found(value::raw_text(held));
    }
    for items in set.iter().filter_map(|element| element.value().items()) {
        items.iter().for_each(|item| identifiers(item, policy, found));
    }
}

impl Plan<'_> {
    /// What happens to an attribute of a content item; `None` where it holds none of the item's value and other rules decide.
    pub(super) fn item_value(&self, element: &Element, fate: Fate) -> Option<Decision> {
        let tag = element.header().tag;
        let made = |text: String| Decision::new(Action::Replace(text.into()), RULE);
        let gone = Decision::new(Action::Remove, RULE);
        Some(match (tag, fate) {
            // UIDs of instances are replaced wherever they stand.
            (tags::REFERENCED_SOP_SEQUENCE, _) => Decision::new(Action::Clean, RULE),
            (tags::PERSON_NAME, _) => made(dummy::WORD.to_owned()),
            (tags::UID, Fate::Keep(choice)) => {
                let text =
                    element.value().primitive().and_then(value::text).filter(|text| grammar::is_uid(text) && !self.is_uid_of_person(text));
                // Told as made here: whoever reads this again knows no Option that keeps a UID by its concept.
                text.map_or(gone, |text| Decision::new(Action::Replace(text.into()), Rule::Option(choice)))
            }
            (tags::TEXT_VALUE | tags::UNFORMATTED_TEXT_VALUE, fate) => match fate {
                Fate::Remove | Fate::Dummy => made(dummy::WORD.to_owned()),
                Fate::Keep(choice) => {
                    let rule = Rule::Option(choice);
                    let text = element.value().primitive().and_then(value::text);
                    let stays = text.is_some_and(|text| grammar::is_text(element.vr(), text) && !self.says_of_person(text));
                    if stays { Decision::keep(rule) } else { self.cleaned_text(element, rule).unwrap_or(gone) }
                }
                Fate::Clean(choice) => self.cleaned_text(element, Rule::Option(choice)).unwrap_or(gone),
                Fate::Usual => self.cleaned_text(element, RULE).unwrap_or(gone),
            },
            (tags::DATE | tags::DATE_TIME | tags::TIME, Fate::Keep(choice)) => self.kept(element, Rule::Option(choice)).unwrap_or(gone),
            (tags::DATE | tags::DATE_TIME | tags::TIME, Fate::Clean(choice)) => self.shifted(element, Rule::Option(choice)).unwrap_or(gone),
            (tags::DATE | tags::DATE_TIME | tags::TIME | tags::NUMERIC_VALUE, Fate::Dummy | Fate::Remove) => {
                dummy::value(element.vr()).map_or(gone, |value| Decision::new(Action::Replace(value), RULE))
            }
            (tags::MEASURED_VALUE_SEQUENCE, Fate::Dummy | Fate::Remove) => Decision::new(Action::Empty, RULE),
            (tags::CONCEPT_CODE_SEQUENCE, Fate::Dummy | Fate::Remove) => Decision::new(Action::Dummy, RULE),
            (
                tags::FLOATING_POINT_VALUE | tags::RATIONAL_NUMERATOR_VALUE | tags::RATIONAL_DENOMINATOR_VALUE,
                Fate::Dummy | Fate::Remove,
            ) => gone,
            _ => return None,
        })
    }

    /// The attributes that tell the standard's template of a content item (PS3.3 C.18.8) stay. Those of other templates say who made them.
    pub(super) fn template(&self, element: &Element, code: Code) -> Option<Decision> {
        let tag = element.header().tag;
        let text = || element.value().primitive().and_then(value::text).unwrap_or("");
        let stays = match tag {
            tags::CONTENT_TEMPLATE_SEQUENCE => element.value().items().is_some_and(|items| items.iter().all(is_standard_template)),
            tags::TEMPLATE_IDENTIFIER => is_template(text()),
            tags::MAPPING_RESOURCE if code == Code::None => text() == "DCMR",
            tags::MAPPING_RESOURCE_UID if code == Code::None => text() == "1.2.840.10008.8.1.1",
            _ => return None,
        };
        let action = match (stays, tag) {
            (true, tags::CONTENT_TEMPLATE_SEQUENCE) => Action::Clean,
            (true, _) => Action::Keep,
            (false, _) => Action::Remove,
        };
        Some(Decision::new(action, Rule::Term))
    }
}

fn is_standard_template(item: &DataSet) -> bool {
    dataset::text(item, tags::MAPPING_RESOURCE) == "DCMR" && is_template(dataset::text(item, tags::TEMPLATE_IDENTIFIER))
}

/// Numbers of the templates of PS3.16.
fn is_template(text: &str) -> bool {
    (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Of a measurement in years, months, weeks, days or hours that is of more than 90 years, the most that is told: 90 years in its unit.
/// Nothing but an age is so long, whatever its concept is called. Of a number above 90 in a unit of somebody's own, nothing is told where
/// the concept is an age.
///
/// `item` is a content item of value type NUM; gives the text that was put there, if any.
pub fn cap_age(item: &mut DataSet) -> Option<&'static str> {
    const AGES: &[(&str, &str)] =
        &[("DCM", "121033"), ("LN", "30525-0"), ("SCT", "397669002"), ("SCT", "424144002"), ("SCT", "445518008"), ("SRT", "F-08104")];
    if value_type(item) != Some(ValueType::Num) {
        return None;
    }
    let is_age = concept(item).is_some_and(|concept| AGES.contains(&concept));
    let nested = item.get(tags::MEASURED_VALUE_SEQUENCE).and_then(|element| element.value().items()?.first());
    let held = nested.unwrap_or(item);
    let most = match coded(held, tags::MEASUREMENT_UNITS_CODE_SEQUENCE) {
        Some(("UCUM", "a")) => "90",
        Some(("UCUM", "mo")) => "1080",
        Some(("UCUM", "wk")) => "4696",
        Some(("UCUM", "d")) => "32872",
        Some(("UCUM", "h")) => "788928",
        _ if is_age => "",
        _ => return None,
    };
    // As precise as it was, it is told once more.
    let precise = dataset::primitive(held, tags::FLOATING_POINT_VALUE).and_then(|value| value.to_float64().ok());
    let number = decimal(dataset::text(held, tags::NUMERIC_VALUE)).unwrap_or(0.0).max(precise.unwrap_or(0.0));
    if number <= decimal(most).unwrap_or(90.0) {
        return None;
    }
    if most.is_empty() {
        item.remove_element(tags::NUMERIC_VALUE);
        item.update_value(tags::MEASURED_VALUE_SEQUENCE, |value| {
            if let Some(items) = value.items_mut() {
                items.clear();
            }
        });
        return None;
    }
    let put = |set: &mut DataSet| {
        set.put(DataElement::new(tags::NUMERIC_VALUE, VR::DS, PrimitiveValue::from(most)));
        for tag in [tags::FLOATING_POINT_VALUE, tags::RATIONAL_NUMERATOR_VALUE, tags::RATIONAL_DENOMINATOR_VALUE] {
            set.remove_element(tag);
        }
    };
    match item.get(tags::MEASURED_VALUE_SEQUENCE).is_some() {
        true => {
            item.update_value(tags::MEASURED_VALUE_SEQUENCE, |value| {
                value.items_mut().and_then(|items| items.first_mut()).into_iter().for_each(put);
            });
        }
        false => put(item),
    }
    Some(most)
}

/// Whether a report holds words and nothing else that is of use once it is cleaned: no measurement, no code, no coordinates, no reference.
/// Headings, modifiers of concepts and the context of observation are not what is reported.
pub fn is_words_alone(root: &DataSet, policy: &Policy) -> bool {
    let mut words = false;
    let mut of_use = false;
    survey(root, policy, &mut words, &mut of_use);
    words && !of_use
}

/// Depth is bounded by the walker.
fn survey(set: &DataSet, policy: &Policy, words: &mut bool, of_use: &mut bool) {
    let items = set.get(tags::CONTENT_SEQUENCE).and_then(|element| element.value().items()).unwrap_or(&[]);
    for item in items {
        if matches!(dataset::text(item, tags::RELATIONSHIP_TYPE), "HAS OBS CONTEXT" | "HAS CONCEPT MOD") {
            continue;
        }
        let fate = fate(item, policy);
        match dataset::text(item, tags::VALUE_TYPE) {
            "TEXT" | "PNAME" => *words = true,
            _ if fate == Fate::Remove => {}
            "CODE" => *of_use |= is_public(item) || policy.has(Choice::CleanDescriptors),
            "NUM" | "SCOORD" | "SCOORD3D" | "TCOORD" | "IMAGE" | "COMPOSITE" | "WAVEFORM" | "TABLE" => *of_use = true,
            _ => {}
        }
        if fate != Fate::Remove {
            survey(item, policy, words, of_use);
        }
    }
}

fn is_public(item: &DataSet) -> bool {
    coded(item, tags::CONCEPT_CODE_SEQUENCE).is_some_and(|(scheme, _)| profile::is_standard_scheme(scheme))
}

/// What stands in an item for a value that could not be cleaned; `None` for Sequences and UIDs.
pub fn stand_in(vr: VR) -> Option<PrimitiveValue> {
    dummy::value(vr)
}

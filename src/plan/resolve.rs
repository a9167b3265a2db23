//! One attribute in, one decision out. Order matters: what the table names, then what its VR allows, and nothing beyond.

use dicom_core::value::{PrimitiveValue, Value};
use dicom_core::{Tag, VR};
use dicom_dictionary_std::tags;

use super::codes::{self, Code};
use super::content::Fate;
use super::decision::{Action, Decision, Rule};
use super::place::{Need, Place};
use super::private::Creators;
use super::tables::{self, Lengths};
use super::{Plan, bulk, dates, dummy, grammar, numeric, shape};
use crate::file::private::is_private;
use crate::file::{Element, value};
use crate::profile::{self, Basic, Choice, Dates, OptionAction, Type, texts};

/// Where an attribute stands.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// Which module or macro it belongs to.
    pub place: &'a Place,
    /// The code of the Item that it is in.
    pub code: Code,
    /// How long the lookup tables beside it are.
    pub tables: &'a Lengths,
    /// Who made the private blocks beside it.
    pub creators: &'a Creators,
    /// The Item is kept only because its Sequence is required.
    pub dummy: bool,
    /// What becomes of the Item where it is a content item.
    pub fate: Option<Fate>,
}

/// What the IOD needs of an attribute, for those who ask.
pub(super) type Needed<'n> = &'n dyn Fn() -> Need;

/// Labels by which frames, paths and drawings of one object refer to each other.
const LABELS: [Tag; 4] = [tags::GRAPHIC_LAYER, tags::OPTICAL_PATH_IDENTIFIER, tags::STACK_ID, tags::FIDUCIAL_IDENTIFIER];

/// Letters of a new one.
const LABEL: usize = 8;

impl Plan<'_> {
    /// What happens to `element`.
    pub fn decide(&self, element: &Element, around: Around<'_>) -> Decision {
        let mut decision = self.decide_one(element, around);
        if let Some(label) = self.label(element, &decision) {
            return label;
        }
        // As many dummies as there were values: some attributes need more than one.
        if let (Action::Replace(one), Some(held)) = (&mut decision.action, element.value().primitive())
            && Some(&*one) == dummy::value(element.vr()).as_ref()
        {
            *one = dummy::repeated(one.clone(), held);
        }
        decision
    }

    /// A new label in place of one by which things of one file refer to each other: equal where the old ones are, and only there.
    fn label(&self, element: &Element, decision: &Decision) -> Option<Decision> {
        let Action::Replace(_) = decision.action else { return None };
        let old = LABELS.contains(&element.header().tag).then(|| plain_text(element))?.map(str::trim).filter(|old| !old.is_empty())?;
        let new = self.batch.key.name("label", &[old.as_bytes()], LABEL);
        let rule = if matches!(decision.rule, Rule::Option(_)) { Rule::Text } else { decision.rule };
        Some(Decision::new(Action::Replace(new.into()), rule))
    }

    fn decide_one(&self, element: &Element, around: Around<'_>) -> Decision {
        let tag = element.header().tag;
        // Looked up where it is asked for: of what stays, nobody asks.
        let need: Needed<'_> = &|| around.place.need(tag);
        if around.dummy && element.vr() != VR::UI {
            return Decision::new(removal(element.vr(), need()), Rule::Required);
        }
        if is_private(tag) {
            return self.private(element, around.creators);
        }
        let content = around.fate.and_then(|fate| self.item_value(element, fate)).or_else(|| self.template(element, around.code));
        if let Some(decision) = content.or_else(|| self.document(element)) {
            return decision;
        }
        if codes::PARTS.contains(&tag) && around.code != Code::None {
            return self.part_of_code(element, around.code);
        }
        // What is said of overlays and of private blocks is no longer true.
        if matches!(tag, tags::SHUTTER_OVERLAY_GROUP | tags::PRIVATE_DATA_ELEMENT_CHARACTERISTICS_SEQUENCE) {
            return Decision::new(Action::Remove, Rule::Value);
        }
        if codes::CONTEXT.contains(&tag) {
            return Decision::new(Action::Remove, Rule::Code);
        }
        match profile::rule(profile::number(tag)) {
            Some(rule) => self.by_table(element, rule, need),
            None => self.by_vr(element, need, around),
        }
    }

    fn by_table(&self, element: &Element, rule: profile::Rule, need: Needed<'_>) -> Decision {
        if let Some(decision) = self.by_option(element, rule) {
            return decision;
        }
        let (tag, vr) = (element.header().tag, element.vr());
        let action = match rule.basic() {
            // Its module is there only for what it says (PS3.3 A.33.1.3): without that, no module.
            Basic::D if tag == tags::GRAPHIC_ANNOTATION_SEQUENCE => Action::Remove,
            // The table's plain X stands even where an IOD of a later edition has the attribute as Type 1C or 2C.
            Basic::X => match need() {
                need @ (Need::Value { always: true } | Need::Presence { always: true }) => removal(vr, need),
                _ => Action::Remove,
            },
            Basic::D => removal(vr, Need::Value { always: true }),
            Basic::Z | Basic::ZD => match need() {
                need @ Need::Value { .. } => removal(vr, need),
                _ => Action::Empty,
            },
            // References to other images stay whole, under new UIDs.
            Basic::XZU if vr == VR::SQ => Action::Clean,
            Basic::XZ | Basic::XD | Basic::XZD | Basic::XZU => removal(vr, need()),
            Basic::U => return self.uid(element, need, true),
        };
        // Where a UID must be there, a new one takes its place.
        let required = || rule.basic() == Basic::D || matches!(need(), Need::Value { .. });
        if vr == VR::UI && (matches!(action, Action::Replace(_)) || required()) {
            return self.uid(element, need, true);
        }
        Decision::new(action, Rule::Basic)
    }

    /// What the Options of the policy say of an attribute that the table names; `None` where none of them does, or none could be carried out:
    /// the Basic Profile then stands, which removes more.
    fn by_option(&self, element: &Element, row: profile::Rule) -> Option<Decision> {
        let of =
            |wanted| self.policy().options().filter(move |choice| choice.column().and_then(|column| row.option(column)) == Some(wanted));
        // A date that is moved is not also kept, whatever a device's identity asks for: two dates give the days away.
        let moved = of(OptionAction::C).find(|choice| *choice == Choice::RetainLongitudinalModifiedDates);
        if let Some(choice) = moved {
            return self.shifted(element, Rule::Option(choice));
        }
        of(OptionAction::K)
            .find_map(|choice| self.kept(element, Rule::Option(choice)))
            .or_else(|| of(OptionAction::C).find_map(|choice| self.cleaned_value(element, Rule::Option(choice))))
    }

    /// Action K: a value of a restricted VR as far as it fits, a UID, or a text that holds nothing of the batch's people.
    pub(super) fn kept(&self, element: &Element, rule: Rule) -> Option<Decision> {
        match element.vr() {
            VR::UI => Some(self.uid(element, &|| Need::Nothing, true)).filter(|decision| decision.rule == Rule::Uid),
            VR::AE | VR::LO | VR::LT | VR::SH | VR::ST | VR::UC | VR::UT => {
                let tag = profile::number(element.header().tag);
                let text = plain_text(element)?;
                match self.policy().retains_words(tag) {
                    true => (grammar::is_text(element.vr(), text) && !self.says_of_person(text)).then_some(Decision::keep(rule)),
                    false if self.policy().cleans(tag) => self.cleaned_text(element, rule),
                    false => self.retained(element, rule),
                }
            }
            _ => self.retained(element, rule),
        }
    }

    /// Action C: the Items of a Sequence, and the words of a text; other values have nothing to clean.
    fn cleaned_value(&self, element: &Element, rule: Rule) -> Option<Decision> {
        match element.vr() {
            VR::SQ => Some(Decision::new(Action::Clean, rule)),
            VR::AE | VR::LO | VR::LT | VR::SH | VR::ST | VR::UC | VR::UT => self.cleaned_text(element, rule),
            VR::CS => self.retained(element, rule),
            _ => None,
        }
    }

    /// What is left of a free text, value by value; `None` where nothing is.
    pub(super) fn cleaned_text(&self, element: &Element, rule: Rule) -> Option<Decision> {
        let vr = element.vr();
        let text = plain_text(element)?;
        let left = match vr {
            VR::LT | VR::ST | VR::UT => self.cleaned(text)?,
            // Values may belong to those of another attribute by their place.
            _ => text.split('\\').map(|one| self.cleaned(one).unwrap_or_default()).collect::<Vec<_>>().join("\\"),
        };
        // What is nobody's in each value may be somebody's in all.
        if left.contains('\\') && self.says_of_person(&left) {
            return None;
        }
        if left.chars().all(|letter| matches!(letter, '\\' | ' ')) || !grammar::is_text(vr, &left) {
            return None;
        }
        Some(if left == text { Decision::keep(rule) } else { Decision::new(Action::Replace(left.into()), rule) })
    }

    fn by_vr(&self, element: &Element, need: Needed<'_>, around: Around<'_>) -> Decision {
        let (tag, vr) = (element.header().tag, element.vr());
        let reject = |rule| Decision::new(removal(vr, need()), rule);
        if profile::type_anywhere(profile::number(tag)) == Type::Absent {
            return reject(Rule::Foreign);
        }
        match vr {
            VR::SQ => Decision::new(Action::Clean, Rule::Value),
            VR::UI => self.uid(element, need, false),
            VR::DA | VR::DT | VR::TM => match self.batch.policy.dates() {
                Dates::Full => self.retained(element, Rule::Date),
                Dates::Modified => self.shifted(element, Rule::Date),
                Dates::Removed => None,
            }
            .unwrap_or_else(|| reject(Rule::Date)),
            VR::AS | VR::CS | VR::DS | VR::IS => self.retained(element, Rule::Value).unwrap_or_else(|| reject(Rule::Grammar)),
            VR::OB | VR::OW | VR::US | VR::SS if tables::is_table(tag) => match self.cut(element, around.tables) {
                Some(decision) => decision,
                None => reject(Rule::Bytes),
            },
            VR::AT | VR::FD | VR::FL | VR::SL | VR::SS | VR::SV | VR::UL | VR::US | VR::UV => match self.is_of_numbers(element) {
                true => Decision::keep(Rule::Value),
                false => reject(Rule::Grammar),
            },
            VR::OB | VR::OD | VR::OF | VR::OL | VR::OV | VR::OW if !around.place.knows(tag) => reject(Rule::Foreign),
            VR::OB | VR::OF | VR::OW if bulk::is_array(tag) => self.array(element, around.tables).unwrap_or_else(|| reject(Rule::Bytes)),
            VR::OD | VR::OF | VR::OL | VR::OV => Decision::keep(Rule::Value),
            VR::OB | VR::OW if tag == tags::ICC_PROFILE => match icc(element) {
                Some(profile) => Decision::new(Action::Replace(profile), Rule::Bytes),
                None => reject(Rule::Bytes),
            },
            VR::OB | VR::OW if texts::is_array(tag) => Decision::keep(Rule::Value),
            // Some text attributes are written in the standard's own terms, or count.
            VR::LO | VR::SH if plain_text(element).is_some_and(|text| text.split('\\').all(is_term_or_count)) => {
                match plain_text(element) {
                    Some(text) if !has_term(tag, text) && self.says_of_person(text) => reject(Rule::Identifier),
                    _ => Decision::keep(Rule::Term),
                }
            }
            VR::LO | VR::SH
                if texts::is_device_text(tag)
                    && plain_text(element).is_some_and(|text| shape::is_of_device(text) && !self.says_of_person(text)) =>
            {
                Decision::keep(Rule::Device)
            }
            VR::OB | VR::OW | VR::UN => reject(Rule::Bytes),
            VR::AE | VR::PN | VR::UR => reject(Rule::Text),
            // Text that people type into, whether the table names it or not.
            _ if self.policy().has(Choice::CleanDescriptors) => {
                self.cleaned_text(element, Rule::Option(Choice::CleanDescriptors)).unwrap_or_else(|| reject(Rule::Text))
            }
            _ => reject(Rule::Text),
        }
    }

    fn part_of_code(&self, element: &Element, code: Code) -> Decision {
        let tag = element.header().tag;
        let dummy = |text: &'static str| Decision::new(Action::Replace(text.into()), Rule::Code);
        match (code, tag) {
            // Some schemes are not told without it (SCPECG 1.3). Of more than two short numbers it could be anything.
            (Code::Standard | Code::OtherMeaning, tags::CODING_SCHEME_VERSION) if plain_text(element).is_some_and(is_version) => {
                Decision::keep(Rule::Code)
            }
            (_, tags::CODING_SCHEME_VERSION) => Decision::new(Action::Remove, Rule::Code),
            (Code::Standard, _) => Decision::keep(Rule::Code),
            (_, tags::CODE_MEANING) => self.meaning(element).unwrap_or(dummy(dummy::WORD)),
            (Code::OtherMeaning, _) => Decision::keep(Rule::Code),
            (_, tags::CODE_VALUE) => dummy(dummy::WORD),
            (_, tags::CODING_SCHEME_DESIGNATOR) => dummy(dummy::SCHEME),
            _ => Decision::new(Action::Remove, Rule::Code),
        }
    }

    /// Whether a local code says something that may stay.
    pub fn describes(&self, item: &crate::file::DataSet) -> bool {
        item.get(tags::CODE_MEANING).is_some_and(|meaning| self.meaning(meaning).is_some())
    }

    /// What is left of a meaning of one's own, which is a description of one value; `None` where nothing is, or none are cleaned.
    fn meaning(&self, element: &Element) -> Option<Decision> {
        let one = self.policy().has(Choice::CleanDescriptors) && plain_text(element).is_some_and(|text| !text.contains('\\'));
        one.then(|| self.cleaned_text(element, Rule::Option(Choice::CleanDescriptors)))?
    }

    /// A value that a rule lets stay, as far as its VR's grammar and the standard's terms allow; `None` where they do not.
    pub(super) fn retained<'e>(&self, element: &'e Element, rule: Rule) -> Option<Decision> {
        let (tag, vr) = (element.header().tag, element.vr());
        let Value::Primitive(held) = element.value() else { return Some(Decision::new(Action::Clean, rule)) };
        if *held == PrimitiveValue::Empty {
            return Some(Decision::keep(rule));
        }
        if matches!(vr, VR::AT | VR::FD | VR::FL | VR::SL | VR::SS | VR::SV | VR::UL | VR::US | VR::UV) {
            return self.is_of_numbers(element).then(|| Decision::keep(rule));
        }
        let text = value::text(held)?;
        if matches!(vr, VR::DS | VR::IS) && profile::most_values(profile::number(tag)).is_some_and(|most| text.split('\\').count() > most) {
            return None;
        }
        // What stays of one value, if anything of them all does.
        let kept = |(index, one): (usize, &'e str)| -> Option<Option<&'e str>> {
            let one = one.trim_matches([' ', '\0']);
            Some(match vr {
                _ if one.is_empty() => Some(one),
                // Overlays go, and with them what one of them would hide.
                VR::CS if tag == tags::SHUTTER_SHAPE && one == "BITMAP" => None,
                VR::CS if self.is_term(tag, index, one) => Some(one),
                // A maker's own term is a description.
                VR::CS if self.is_description(vr, one) => Some(one),
                // Values 3 and on are open to makers, and count by their place.
                VR::CS if matches!(tag, tags::IMAGE_TYPE | tags::FRAME_TYPE) && index >= 2 => Some("OTHER"),
                // Of a list of terms, those stay that the standard has.
                VR::CS if text.contains('\\') => None,
                VR::AS if grammar::fits(vr, one) => Some(cap(one)),
                VR::DS | VR::IS if grammar::fits(vr, one) && !numeric::is_written_day(one) && !self.is_number_of_person(one) => Some(one),
                VR::DA | VR::DT | VR::TM if grammar::fits(vr, one) => Some(one),
                VR::SH if tag == tags::TIMEZONE_OFFSET_FROM_UTC && shape::is_offset(one) => Some(one),
                _ => return None,
            })
        };
        let values = || text.split('\\').enumerate();
        let mut changed = false;
        for value in values() {
            changed |= kept(value)? != Some(value.1.trim_matches([' ', '\0']));
        }
        let rule = if vr == VR::CS && rule == Rule::Value { Rule::Term } else { rule };
        // What stood behind a NUL, or was padded in another way, is written anew.
        if !changed && !text.contains('\0') {
            return Some(Decision::keep(rule));
        }
        let values: Vec<&str> = values().filter_map(kept).flatten().collect();
        (!values.is_empty()).then(|| Decision::new(Action::Replace(values.join("\\").into()), rule))
    }

    /// A lookup table without what follows it.
    fn cut(&self, element: &Element, tables: &Lengths) -> Option<Decision> {
        let held = element.value().primitive()?;
        // Bytes of a table stay in the file's order: only its length is looked at.
        let cut = tables.cut(element.header().tag, element.vr(), held, false)?;
        Some(if cut == *held { Decision::keep(Rule::Value) } else { Decision::new(Action::Replace(cut), Rule::Value) })
    }

    /// Samples without what follows them.
    fn array(&self, element: &Element, tables: &Lengths) -> Option<Decision> {
        let held = element.value().primitive()?;
        let cut = tables.arrays().cut(element.header().tag, held, self.big_endian)?;
        Some(if cut == *held { Decision::keep(Rule::Value) } else { Decision::new(Action::Replace(cut), Rule::Value) })
    }

    /// A date moved by the patient's days, a time as it is; `None` where the value is neither.
    pub(super) fn shifted(&self, element: &Element, rule: Rule) -> Option<Decision> {
        let vr = element.vr();
        let Value::Primitive(held) = element.value() else { return Some(Decision::new(Action::Clean, rule)) };
        if !matches!(vr, VR::DA | VR::DT) {
            return matches!(vr, VR::TM | VR::SH).then(|| self.retained(element, rule))?;
        }
        let moved: Option<Vec<String>> = value::text(held)?
            .split('\\')
            .map(|one| match (one.trim_matches([' ', '\0']), vr) {
                ("", _) => Some(String::new()),
                (one, VR::DA) => dates::date(one, self.shift),
                (one, _) => dates::datetime(one, self.shift),
            })
            .collect();
        let moved = moved?.join("\\");
        Some(if moved.is_empty() { Decision::keep(rule) } else { Decision::new(Action::Replace(moved.into()), rule) })
    }

    /// The standard's own UIDs stay, every other is replaced, value by value. Where an instance is named, only its well-known instances stay.
    pub(super) fn uid(&self, element: &Element, need: Needed<'_>, instance: bool) -> Decision {
        let Value::Primitive(held) = element.value() else { return Decision::new(Action::Clean, Rule::Uid) };
        let raw = value::raw_text(held);
        if raw.is_empty() {
            return Decision::keep(Rule::Uid);
        }
        let Ok(text) = std::str::from_utf8(raw) else { return Decision::new(removal(VR::UI, need()), Rule::Grammar) };
        let retained = self.policy().retains_uid(profile::number(element.header().tag));
        let mapped: Vec<String> = text.split('\\').map(|uid| self.map_uid(uid, instance, retained)).collect();
        let mapped = mapped.join("\\");
        if mapped == text { Decision::keep(Rule::Uid) } else { Decision::new(Action::Replace(mapped.into()), Rule::Uid) }
    }

    /// The UID that stands for `uid` in what leaves.
    fn map_uid(&self, uid: &str, instance: bool, retained: bool) -> String {
        let uid = uid.trim_matches([' ', '\0']);
        let retained = retained && grammar::may_stay(uid, self.policy().dates()) && !self.is_uid_of_person(uid);
        let stays = retained || if instance { profile::is_standard_instance(uid) } else { profile::is_standard_uid(uid) };
        if uid.is_empty() || stays { uid.to_owned() } else { self.batch.key.uid(uid) }
    }

    /// Whether an identifier of the batch stands in free text, however it is written.
    pub(super) fn says_of_person(&self, text: &str) -> bool {
        self.hunt.is_some_and(|hunt| hunt.finds_in_words(text))
    }

    /// Whether a term may stand in an attribute: one of its own, or, where it has no list, any that is not also an identifier.
    fn is_term(&self, tag: Tag, index: usize, term: &str) -> bool {
        match (tag, profile::terms(profile::number(tag), index)) {
            (_, Some(terms)) => terms.contains(term),
            (_, None) => profile::is_any_term(term) && !self.says_of_person(term),
        }
    }

    /// Whether a term that the standard does not have is made of words that may stay, where words are cleaned.
    fn is_description(&self, vr: VR, term: &str) -> bool {
        self.policy().has(Choice::CleanDescriptors) && grammar::fits(vr, term) && self.cleaned(term).as_deref() == Some(term)
    }

    /// Whether a value of numbers has no more of them than the standard allows, does not read as words, and none is a day or an ID.
    fn is_of_numbers(&self, element: &Element) -> bool {
        let Some(held) = element.value().primitive() else { return false };
        let vr = element.vr();
        let mut bytes = Vec::with_capacity(value::length(held));
        value::encode(held, false, &mut bytes);
        let within = profile::most_values(profile::number(element.header().tag)).is_none_or(|most| held.multiplicity() as usize <= most);
        let says = |number: &f64| numeric::is_day(*number) || numeric::is_tiny(vr, *number) || self.is_value_of_person(*number);
        within && !shape::spells(&bytes) && numeric::of(vr, &bytes, false).is_none_or(|numbers| !numbers.iter().any(says))
    }

    /// Whether an ID of the batch is a part of a UID.
    pub(super) fn is_uid_of_person(&self, uid: &str) -> bool {
        self.hunt.is_some_and(|hunt| hunt.is_in_uid(uid))
    }

    /// Whether a number is an ID of the batch.
    pub(super) fn is_value_of_person(&self, number: f64) -> bool {
        self.hunt.is_some_and(|hunt| hunt.is_value_of(number))
    }

    /// A whole number of six digits or more that is an ID of the batch. Shorter ones are equal by chance too often.
    pub(super) fn is_number_of_person(&self, number: &str) -> bool {
        self.hunt.is_some_and(|hunt| hunt.is_number_of(number))
    }
}

/// Removes as far as the IOD allows: a required value becomes a dummy, a required attribute is emptied.
fn removal(vr: VR, need: Need) -> Action {
    match need {
        Need::Value { .. } if vr == VR::SQ => Action::Dummy,
        Need::Value { .. } => dummy::value(vr).map_or(Action::Remove, Action::Replace),
        Need::Presence { .. } => Action::Empty,
        Need::Nothing => Action::Remove,
    }
}

/// Whether a text is one of the attribute's own terms.
fn has_term(tag: Tag, text: &str) -> bool {
    profile::terms(profile::number(tag), 0).is_some_and(|terms| terms.contains(text))
}

/// Whether a text is two numbers of one digit with a point between.
pub fn is_version(text: &str) -> bool {
    matches!(text.as_bytes(), [major, b'.', minor] if major.is_ascii_digit() && minor.is_ascii_digit())
}

fn is_term_or_count(text: &str) -> bool {
    let text = text.trim_matches([' ', '\0']);
    profile::is_any_term(text) || (text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Ages over 89 years are one group: there are too few people of each (as in 45 CFR 164.514).
fn cap(age: &str) -> &str {
    let years = age.strip_suffix('Y').and_then(|years| years.parse::<u32>().ok());
    let most = |unit: char, limit: u32| age.strip_suffix(unit).and_then(|n| n.parse::<u32>().ok()).is_some_and(|n| n >= limit);
    // 999 months or weeks are less than 90 years but for months from 1,080 on, which three digits cannot say.
    if years.is_some_and(|years| years >= 90) || most('M', 1_080) { "090Y" } else { age }
}

fn plain_text(element: &Element) -> Option<&str> {
    element.value().primitive().and_then(value::text)
}

fn icc(element: &Element) -> Option<PrimitiveValue> {
    match element.value().primitive()? {
        PrimitiveValue::U8(bytes) => super::icc::plain(bytes).map(|profile| PrimitiveValue::U8(profile.into())),
        _ => None,
    }
}

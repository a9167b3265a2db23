//! Why a value may stand in what leaves: decided from the value and its VR alone.

use dicom_core::{Tag, VR};
use dicom_dictionary_std::tags;

use super::Expected;
use crate::error::Code;
use crate::file::private::is_creator;
use crate::hunt::Hit;
use crate::plan::{self, grammar, numeric};
use crate::profile::{self, Dates};

/// Checks a value of the output: UIDs are the standard's or new, dates were moved or may stay, restricted text fits its VR.
pub fn value(tag: Tag, vr: VR, bytes: &[u8], expected: &Expected<'_>) -> Result<(), Code> {
    if matches!(vr, VR::AE | VR::LO | VR::LT | VR::PN | VR::SH | VR::ST | VR::UC | VR::UR | VR::UT) {
        return if text(tag, vr, bytes, expected) { Ok(()) } else { Err(Code::Residue) };
    }
    if let Some(numbers) = numeric::of(vr, bytes, expected.encoding.is_big()) {
        let says = |number: &f64| numeric::is_day(*number) || numeric::is_tiny(vr, *number) || expected.hunt.is_value_of(*number);
        return if numbers.iter().any(says) { Err(Code::Residue) } else { Ok(()) };
    }
    if !matches!(vr, VR::AS | VR::CS | VR::DA | VR::DS | VR::DT | VR::IS | VR::TM | VR::UI) {
        return Ok(());
    }
    let policy = &expected.batch.policy;
    // A device's own dates are part of what it is, where they are neither moved nor the patient's.
    let stays = policy.dates() == Dates::Full || (policy.dates() == Dates::Removed && policy.retains(profile::number(tag)));
    let text = std::str::from_utf8(bytes).map_err(|_| Code::Conformance)?;
    let padding = if vr == VR::UI { '\0' } else { ' ' };
    for one in text.split('\\').map(|one| one.trim_matches([' ', padding])).filter(|one| !one.is_empty()) {
        match vr {
            VR::UI if is_instance(tag, one, expected) => {}
            // Where Annex E asks for new UIDs, a class is no instance.
            VR::UI if profile::is_standard_uid(one) && profile::rule(profile::number(tag)).is_none() => {}
            VR::UI => return Err(Code::Residue),
            _ if !grammar::fits(vr, one) => return Err(Code::Conformance),
            VR::DS | VR::IS if numeric::is_written_day(one) || expected.hunt.is_number_of(one) => return Err(Code::Residue),
            // Birth dates are nobody's research: no Option keeps them.
            VR::DA | VR::DT if (!stays || tag == tags::PATIENT_BIRTH_DATE) && !expected.made.contains(one) => return Err(Code::Residue),
            _ => {}
        }
    }
    Ok(())
}

/// Whether a UID may name an instance in what leaves: a new one, the standard's own, or one that is retained.
pub fn is_instance(tag: Tag, uid: &str, expected: &Expected<'_>) -> bool {
    let policy = &expected.batch.policy;
    let retained = || policy.retains_uid(profile::number(tag)) && grammar::may_stay(uid, policy.dates()) && !expected.hunt.is_in_uid(uid);
    expected.made.contains(uid) || profile::is_standard_instance(uid) || retained()
}

/// Whether each value of a text was made here, is a term or a product's name, may stay as it is, or holds nothing that cleaning would take out.
fn text(tag: Tag, vr: VR, bytes: &[u8], expected: &Expected<'_>) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let text = text.trim_matches([' ', '\0']);
    let policy = &expected.batch.policy;
    let values = || text.split('\\').map(|one| one.trim_matches([' ', '\0']));
    // The parts of a code are judged together.
    if values().all(|one| one.is_empty() || expected.made.contains(one)) || plan::is_part_of_code(tag) {
        return true;
    }
    if matches!(vr, VR::PN | VR::UR) {
        return false;
    }
    let short = matches!(vr, VR::LO | VR::SH);
    let term = |one: &str| profile::is_any_term(one) || (one.len() <= 3 && one.bytes().all(|byte| byte.is_ascii_digit()));
    let clean = |one: &str| {
        let hunt = expected.hunt;
        let clean = || plan::words::clean(one, &expected.batch.tools.lexicon, &|words| hunt.finds_in_words(words));
        expected.batch.memos.verify.recall(one, &clean) == one
    };
    let cleaned = || match vr {
        VR::LT | VR::ST | VR::UT => clean(text),
        _ => {
            let whole = !text.contains('\\') || !expected.hunt.finds_in_words(text);
            whole && values().all(|one| one.is_empty() || expected.made.contains(one) || clean(one))
        }
    };
    (short && values().all(term))
        || (short && profile::texts::is_device_text(tag) && plan::is_of_device(text))
        || (tag == tags::TIMEZONE_OFFSET_FROM_UTC && plan::is_offset(text))
        || policy.retains_words(profile::number(tag))
        || (policy.cleans(profile::number(tag)) && cleaned())
}

/// Whether an identifier may stand where it was found in the value of `tag`.
pub fn hit(tag: Tag, vr: VR, value: &[u8], hit: &Hit<'_>, expected: &Expected<'_>) -> bool {
    match vr {
        // A maker's own letters, checked one by one, whoever is called like the maker.
        VR::LO if is_creator(tag) => true,
        // Checked one by one above: new, moved, or the standard's own.
        VR::AS | VR::DA | VR::DT | VR::TM | VR::UI => true,
        // A number may hold any digits; a whole number of six and more that is an ID is no chance.
        VR::DS | VR::IS => !parts(value).any(|one| expected.hunt.is_number_of(one)),
        // The attribute's own terms stay, whoever is called like one.
        VR::CS | VR::AE | VR::LO | VR::LT | VR::PN | VR::SH | VR::ST | VR::UC | VR::UR | VR::UT => {
            parts(value).enumerate().all(|(index, one)| {
                let term = || profile::terms(profile::number(tag), index).is_some_and(|terms| terms.contains(one));
                let short = vr == VR::CS && one.len() < 6 && one.bytes().all(|byte| byte.is_ascii_digit());
                short || expected.made.contains(one) || term() || !expected.hunt.finds(one.as_bytes())
            })
        }
        // Short runs of bytes are found by chance in binary values, and steps of a ramp spell letters and digits.
        _ => hit.pattern.len() < 6 || is_ramp(hit.pattern),
    }
}

fn parts(value: &[u8]) -> impl Iterator<Item = &str> {
    std::str::from_utf8(value).unwrap_or("\u{1a}").split('\\').map(|one| one.trim_matches([' ', '\0']))
}

fn is_ramp(pattern: &[u8]) -> bool {
    let step = |pair: &[u8]| pair.last().copied().unwrap_or(0).wrapping_sub(pair.first().copied().unwrap_or(0));
    let mut steps = pattern.windows(2).map(step);
    let first = steps.next();
    steps.all(|step| Some(step) == first)
}

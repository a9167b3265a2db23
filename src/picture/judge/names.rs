//! The batch's identifiers as they may have been read: with faults, in pieces, dates the other way round.

use std::collections::BTreeSet;

use super::read::{plain, stands_in};
use crate::hunt::fold::Fold;
use crate::hunt::{Identifier, Identifiers};

/// Letters from which a part of a name is found within others.
const WITHIN: usize = 4;
/// The same of the ends of words.
const ENDS: usize = 3;
/// Letters from which one fault is forgiven, and two.
const ONE_FAULT: usize = 5;
const TWO_FAULTS: usize = 10;
/// Letters and digits of a number from which one fault is forgiven: of shorter ones another is soon made.
const NUMBER_FAULT: usize = 6;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What is looked for, ready to be compared.
pub struct Names {
    /// Each with the faults that are forgiven.
    within: Vec<(Vec<char>, usize)>,
    /// Short parts of names.
    ends: BTreeSet<String>,
}

impl Names {
    pub fn of(identifiers: &Identifiers) -> Self {
        let mut within = BTreeSet::new();
        let mut ends = BTreeSet::new();
        let mut name = |word: &str| {
            for form in [plain(word, Fold::Plain), plain(word, Fold::Spelt)] {
                match form.chars().count() {
                    ENDS => _ = ends.insert(form),
                    length @ WITHIN.. => _ = within.insert((form, faults(length))),
                    _ => {}
                }
            }
        };
        for identifier in identifiers.iter() {
            match identifier {
                Identifier::Name(family, given) => family.iter().chain(given).for_each(|word| name(word)),
                Identifier::Word(word) => name(word),
                Identifier::Value(_) | Identifier::Bytes(_) => {}
            }
        }
        for identifier in identifiers.iter() {
            let Identifier::Value(value) = identifier else { continue };
            let forms = [plain(value, Fold::Plain), plain(value, Fold::Spelt)].into_iter().chain(dates(value));
            for form in forms {
                let length = form.chars().count();
                if length >= WITHIN {
                    within.insert((form, usize::from(length >= NUMBER_FAULT)));
                }
            }
        }
        Self { within: within.into_iter().map(|(form, faults)| (form.chars().collect(), faults)).collect(), ends }
    }

    /// Whether one stands in what was read.
    pub fn are_in(&self, text: &str) -> bool {
        self.are_in_form(text, Fold::Plain) || !text.is_ascii() && self.are_in_form(text, Fold::Spelt)
    }

    fn are_in_form(&self, text: &str, how: Fold) -> bool {
        let whole: Vec<char> = plain(text, how).chars().collect();
        let words = || text.split(|letter: char| !is_read(letter)).map(|word| plain(word, how));
        self.within.iter().any(|(form, faults)| stands_in(form, &whole, *faults))
            || !self.ends.is_empty()
                && words().any(|word| self.ends.iter().any(|form| word.starts_with(form.as_str()) || word.ends_with(form.as_str())))
    }
}

/// Letters and digits, and signs that these are taken for.
fn is_read(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '|' | '!' | '$')
}

const fn faults(letters: usize) -> usize {
    match letters {
        TWO_FAULTS.. => 2,
        ONE_FAULT.. => 1,
        _ => 0,
    }
}

/// A day of eight digits, year first (PS3.5 6.2), as people write it.
fn dates(value: &str) -> Vec<String> {
    let digits: Vec<&str> = [(0, 4), (4, 6), (6, 8)].iter().filter_map(|(from, to)| value.get(*from..*to)).collect();
    let [year, month, day] = digits.as_slice() else { return Vec::new() };
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<usize>().ok()).flatten();
    let (Some(1800..2200), Some(of_year @ 1..=12), Some(1..=31), 8) = (number(year), number(month), number(day), value.len()) else {
        return Vec::new();
    };
    let word = of_year.checked_sub(1).and_then(|at| MONTHS.get(at)).copied().unwrap_or("");
    let short = year.get(2..).unwrap_or("");
    let (day_short, month_short) = (day.trim_start_matches('0'), month.trim_start_matches('0'));
    let forms = [
        format!("{day}{month}{year}"),
        format!("{month}{day}{year}"),
        format!("{day_short}{month_short}{year}"),
        format!("{month_short}{day_short}{year}"),
        format!("{day}{month}{short}"),
        format!("{month}{day}{short}"),
        format!("{short}{month}{day}"),
        format!("{day_short}{word}{year}"),
        format!("{word}{day}{year}"),
        format!("{day_short}{word}{short}"),
    ];
    forms.iter().map(|form| plain(form, Fold::Plain)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_the_ways_they_are_written() {
        let forms = dates("19740307");
        for written in ["07.03.1974", "03/07/1974", "7.3.1974", "7-MAR-1974", "MAR 07, 1974", "07/03/74", "7 Mar 74"] {
            assert!(forms.contains(&plain(written, Fold::Plain)), "{written}");
        }
        for other in ["", "1974030", "197403071", "19741307", "99990307", "1974ab07"] {
            assert!(dates(other).is_empty(), "{other}");
        }
    }
}

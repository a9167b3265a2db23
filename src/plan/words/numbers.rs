//! Numbers: those that scanners write (lengths, times, doses, sizes, counts) stay. Dates, times of day, phone and case numbers do not.

use std::ops::Range;

use super::lists::{AGES, MONTHS, ROMAN, SETTINGS, UNITS, has};
use super::tokens::{Kind, Text, Verdict};
use crate::profile::fold;

/// Units of one letter, and endings of numbers: a digit stands right before them.
const SHORT_UNITS: &str = "acdghkmstvwxy";
/// What may follow a number as its unit though it is no unit of what is measured: "1st", "2nd", "3rd", "4th".
const ORDINALS: [&str; 4] = ["nd", "rd", "st", "th"];
/// Units that a number may have that reads like a year.
const EXACT: [&str; 10] = ["gy", "hu", "hz", "mbq", "mgy", "mm", "ms", "msec", "rad", "um"];
/// Days, of which 32,872 and more are an age that is not told.
const DAYS: [&str; 2] = ["day", "days"];
/// Settings whose numbers read like years: b-values, and times in ms.
const LARGE: [&str; 10] = ["b", "bval", "bvalue", "jpeg", "td", "te", "ti", "tr", "venc", "ww"];
/// More parts than this are no number of a scanner's.
const PARTS: usize = 12;

/// Judges every number, with what it is joined to by signs.
pub fn judge(text: &mut Text<'_>) {
    let mut at = 0;
    let mut loose: Option<usize> = None;
    while at < text.len() {
        if text.kind(at) != Some(Kind::Number) {
            if text.kind(at) == Some(Kind::Word) {
                loose = None;
            }
            at = at.saturating_add(1);
            continue;
        }
        let cluster = Cluster::at(text, at);
        if let Some(end) = cluster.roman_date(text) {
            text.set_all(at..end, Verdict::Drop);
            (loose, at) = (None, end);
            continue;
        }
        let (verdict, end) = cluster.verdict(text);
        if verdict == Verdict::Drop && cluster.is_date(text) {
            drop_months(text, &cluster.range);
        }
        for token in cluster.range.start..end {
            if text.is_content(token) {
                text.set(token, verdict);
            }
        }
        // Bare numbers in a row are a date or a telephone.
        let bare = verdict == Verdict::Weak && !cluster.is_glued(text);
        if let Some(before) = loose.filter(|_| bare) {
            text.set(before, Verdict::Drop);
            text.set_all(cluster.range.clone(), Verdict::Drop);
        }
        loose = bare.then_some(cluster.range.start);
        at = end.max(cluster.range.end);
    }
}

/// Numbers and the signs that join them: "1.25", "512x512", "12/03/2024".
struct Cluster<'t> {
    range: Range<usize>,
    parts: Vec<&'t str>,
    joints: Vec<char>,
}

impl<'t> Cluster<'t> {
    fn at(text: &Text<'t>, start: usize) -> Self {
        let (mut end, mut parts, mut joints) = (start.saturating_add(1), vec![text.get(start)], Vec::new());
        while let Some(joint) = joint(text, end) {
            if text.kind(end.saturating_add(1)) != Some(Kind::Number) {
                break;
            }
            if parts.len() <= PARTS {
                parts.push(text.get(end.saturating_add(1)));
                joints.push(joint);
            }
            end = end.saturating_add(2);
        }
        Self { range: start..end, parts, joints }
    }

    fn is_glued(&self, text: &Text<'_>) -> bool {
        text.kind(self.range.end) == Some(Kind::Word) || self.range.start.checked_sub(1).is_some_and(|at| text.kind(at) == Some(Kind::Word))
    }

    /// Whether a month stands beside: before two numbers or a year, or after a day.
    fn is_date(&self, text: &Text<'_>) -> bool {
        let is_month = |at: Option<usize>| at.is_some_and(|at| text.kind(at) == Some(Kind::Word) && has(&MONTHS, &fold(text.get(at))));
        let before = (self.range.start.saturating_sub(3)..self.range.start).rev().find(|&at| text.is_content(at));
        let after = (self.range.end..self.range.end.saturating_add(3)).find(|&at| text.is_content(at));
        let after_that = after.and_then(|at| (at.saturating_add(1)..at.saturating_add(4)).find(|&next| text.is_content(next)));
        let is_number = |at: Option<usize>| at.is_some_and(|at| text.kind(at) == Some(Kind::Number));
        is_month(after)
            || (is_month(before) && (is_number(after) || is_number(before.and_then(|at| at.checked_sub(2)))))
            || (is_month(after_that) && is_number(after))
    }

    /// Where a date ends that starts here and has its month in Roman numerals: "12-III-53", "12. III. 1953", "12 III 1953".
    fn roman_date(&self, text: &Text<'_>) -> Option<usize> {
        let next = |from: usize| (from..from.saturating_add(3)).find(|&at| text.is_content(at));
        let month = next(self.range.end).filter(|&at| has(&ROMAN, &fold(text.get(at))))?;
        let year = next(month.saturating_add(1)).filter(|&at| text.kind(at) == Some(Kind::Number))?;
        let signs = (text.span(self.range.end, month), text.span(month.saturating_add(1), year));
        let joined = matches!(signs.0.trim(), "-" | "/" | "." | "," | "'") && signs.0.trim() == signs.1.trim();
        let spaced = signs.0.trim().is_empty() && signs.1.trim().is_empty() && is_year(text.get(year));
        let day = matches!(self.parts.as_slice(), [day] if day.len() <= 2 || is_year(day));
        (day && !self.is_glued(text) && (joined || spaced)).then_some(year.saturating_add(1))
    }

    /// What becomes of the numbers, and where what belongs to them ends: after their unit.
    fn verdict(&self, text: &mut Text<'_>) -> (Verdict, usize) {
        let end = self.range.end;
        if self.parts.len() > PARTS || self.parts.iter().any(|part| part.len() > 5) || is_time(text, end) || self.is_date(text) {
            return (Verdict::Drop, end);
        }
        let unit = Unit::after(text, end);
        let setting = self.setting(text);
        let before = self.range.start.checked_sub(1).and_then(|at| text.sign(at));
        let stays = match (unit.as_ref(), setting.as_deref()) {
            (Some(unit), _) if self.has_unit(unit) => return (Verdict::Keep, unit.end),
            (_, Some(setting)) if self.has_setting(setting) => Verdict::Keep,
            _ if before == Some('(') && text.sign(end) == Some(')') && self.is_color() => Verdict::Keep,
            _ => self.alone(text),
        };
        (stays, end)
    }

    /// Whether the numbers can have this unit.
    fn has_unit(&self, unit: &Unit) -> bool {
        let folded = unit.folded.as_str();
        let short = folded.len() == 1;
        let plain = |number: &str| {
            number.len() <= if short { 4 } else { 5 }
                && (!is_year(number) || EXACT.contains(&folded))
                && (!AGES.contains(&folded) || value(number) <= 89)
                && (!DAYS.contains(&folded) || number.len() <= 4)
        };
        let is_number = match self.joints.as_slice() {
            ['.' | ','] => self.parts.iter().all(|part| part.len() <= 4) && !short || self.is_decimal(),
            ['/' | '-'] => self.parts.iter().all(|part| part.len() <= 3),
            [] => true,
            _ => return self.is_size(),
        };
        is_number && self.parts.iter().all(|part| plain(part))
    }

    /// Whether the numbers can be this setting's.
    fn has_setting(&self, setting: &str) -> bool {
        let fits = self.parts.iter().all(|part| part.len() <= 4 && (!is_year(part) || LARGE.contains(&setting)));
        fits && match self.joints.as_slice() {
            [] | ['.'] => true,
            ['-'] => self.parts.iter().all(|part| part.len() <= 3),
            [':'] => self.is_ratio(),
            _ => self.is_size(),
        }
    }

    /// Numbers of which nothing is said.
    fn alone(&self, text: &Text<'_>) -> Verdict {
        let glued = self.range.start.checked_sub(1).is_some_and(|at| text.kind(at) == Some(Kind::Word));
        let small = |number: &str| number.len() <= 2 && value(number) <= 89;
        let stays = match self.joints.as_slice() {
            [] => self.parts.iter().all(|part| small(part)),
            ['.'] => self.is_decimal() || (self.is_number_before_kernel(text)),
            ['/'] | ['-'] if !glued => self.parts.iter().all(|part| part.len() == 1) && self.parts.is_sorted(),
            ['-'] => self.parts.iter().all(|part| small(part)),
            [':'] => self.is_ratio(),
            _ => self.is_size(),
        };
        if !stays {
            Verdict::Drop
        } else if self.joints.is_empty() || self.joints.first() == Some(&'/') {
            Verdict::Weak
        } else {
            Verdict::Keep
        }
    }

    /// The name of the setting before the numbers, the end of the word before them included: "DTIb1000".
    fn setting(&self, text: &Text<'_>) -> Option<String> {
        let mut at = self.range.start.checked_sub(1)?;
        let glued = text.kind(at) == Some(Kind::Word);
        for _ in 0..3 {
            let between = text.kind(at) == Some(Kind::Space) || matches!(text.sign(at), Some('=' | ':' | '_' | '-' | '+'));
            if !between {
                break;
            }
            at = at.checked_sub(1)?;
        }
        if text.kind(at) != Some(Kind::Word) {
            return None;
        }
        let word = text.get(at);
        let capitals = word.trim_end_matches(char::is_lowercase).len();
        let end = if glued { word.get(capitals..).filter(|end| *end == "b") } else { None };
        let folded = fold(end.unwrap_or(word));
        has(&SETTINGS, &folded).then_some(folded)
    }

    /// "0.6", "1.5", "2.0", "3.75", "2.6044": but not "12.3", which may be a day.
    fn is_decimal(&self) -> bool {
        let [whole, part] = self.parts.as_slice() else { return false };
        let usual = whole.len() == 1 && matches!(*part, "0" | "00" | "25" | "5" | "50" | "75");
        self.joints == ['.'] && whole.len() <= 2 && (*whole == "0" || usual || part.len() >= 3)
    }

    /// "4.8 H31s": a thickness, and the kernel.
    fn is_number_before_kernel(&self, text: &Text<'_>) -> bool {
        let next = (self.range.end..text.len()).find(|&at| text.kind(at) != Some(Kind::Space));
        let is_letter = |at: usize| text.kind(at) == Some(Kind::Word) && text.get(at).len() <= 2;
        next.is_some_and(|at| {
            let digits = at.saturating_add(1);
            let suffix = at.saturating_add(2);
            is_letter(at) && text.kind(digits) == Some(Kind::Number) && text.get(digits).len() == 2 && is_letter(suffix)
        }) && self.parts.iter().all(|part| part.len() <= 2)
    }

    /// "512x512x30", "0.9x0.9".
    fn is_size(&self) -> bool {
        let sized = self.joints.iter().filter(|joint| **joint == 'x').count();
        let other = self.joints.iter().filter(|joint| !matches!(joint, 'x' | '.')).count();
        sized > 0
            && other == 0
            && self.joints.len() <= sized.saturating_mul(2).saturating_add(1)
            && self.parts.iter().all(|part| part.len() <= 4)
    }

    /// "10:1".
    fn is_ratio(&self) -> bool {
        matches!((self.joints.as_slice(), self.parts.as_slice()), ([':'], [part, "1"]) if !part.starts_with('0'))
    }

    /// "(255,128,0)".
    fn is_color(&self) -> bool {
        self.joints == [',', ','] && self.parts.iter().all(|part| value(part) <= 255)
    }
}

/// What follows numbers as their unit.
struct Unit {
    folded: String,
    end: usize,
}

impl Unit {
    /// The unit right after a number, or after a space; a word that is kept for it.
    fn after(text: &mut Text<'_>, end: usize) -> Option<Self> {
        if matches!(text.sign(end), Some('%' | '°')) {
            return Some(Self { folded: "%".to_owned(), end });
        }
        let glued = text.kind(end) == Some(Kind::Word);
        let apart = text.kind(end) == Some(Kind::Space) || text.sign(end) == Some('-');
        let at = if glued { end } else { end.saturating_add(1) };
        if !(glued || apart) || text.kind(at) != Some(Kind::Word) {
            return None;
        }
        let folded = fold(text.get(at)).replace(['µ', 'μ'], "u");
        let ends = text.kind(at.saturating_add(1)) != Some(Kind::Number);
        let is_unit = match folded.len() {
            1 => glued && SHORT_UNITS.contains(&folded),
            _ => has(&UNITS, &folded) || (folded == "year") || (glued && has(&ORDINALS, &folded)),
        };
        (is_unit && ends).then(|| {
            text.set(at, Verdict::Keep);
            Self { folded, end: at.saturating_add(1) }
        })
    }
}

/// Drops a month beside a day or a year.
fn drop_months(text: &mut Text<'_>, range: &Range<usize>) {
    for at in (range.start.saturating_sub(3)..range.start).chain(range.end..range.end.saturating_add(3)) {
        if text.kind(at) == Some(Kind::Word) && has(&MONTHS, &fold(text.get(at))) {
            text.set(at, Verdict::Drop);
        }
    }
}

fn joint(text: &Text<'_>, at: usize) -> Option<char> {
    let word = text.get(at);
    match text.kind(at)? {
        Kind::Word if word.eq_ignore_ascii_case("x") => Some('x'),
        Kind::Sign => {
            text.sign(at).map(|sign| if matches!(sign, '×' | '*') { 'x' } else { sign }).filter(|sign| "x.,/-:+–'".contains(*sign))
        }
        _ => None,
    }
}

/// Whether a word is a unit.
pub fn is_unit(word: &str) -> bool {
    has(&UNITS, &fold(word))
}

/// Whether a word makes a number an ordinal.
pub fn is_ordinal(folded: &str) -> bool {
    has(&ORDINALS, folded)
}

/// "10h30", "10 AM", "8 Uhr", "7 p.m.".
fn is_time(text: &Text<'_>, end: usize) -> bool {
    let at = if text.kind(end) == Some(Kind::Space) { end.saturating_add(1) } else { end };
    if text.kind(at) != Some(Kind::Word) {
        return false;
    }
    let next = text.kind(at.saturating_add(1));
    match fold(text.get(at)).as_str() {
        "h" | "u" => at == end && next == Some(Kind::Number),
        "am" | "pm" | "uhr" | "heures" | "uur" => true,
        "a" | "p" => text.span(at, at.saturating_add(3)).get(1..).is_some_and(|rest| rest.eq_ignore_ascii_case(".m")),
        _ => false,
    }
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && (1900..2040).contains(&value(number))
}

fn value(number: &str) -> u32 {
    number.parse().unwrap_or(u32::MAX)
}

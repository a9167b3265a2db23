//! Shapes of short text: what a product's name looks like, and what a person's details look like.

use super::words::lists::{MONTHS, ROMAN, has};

/// Whether every value of a device's text could be the name of a product, and none a name, a date, an address or a long number.
pub fn is_of_device(text: &str) -> bool {
    text.split('\\').all(|one| {
        let one = one.trim_matches([' ', '\0']);
        one.len() <= 64
            && one.bytes().all(|byte| (0x20..0x7F).contains(&byte))
            && !one.contains(['^', '@', '=', '"', '<', '>', '\''])
            && longest_number(one) < 7
            && !has_date(one)
            && !has_uid(one)
            && !is_sentence(one)
    })
}

/// Whether a text is an offset from UTC: a sign and four digits.
pub fn is_offset(text: &str) -> bool {
    text.len() == 5 && text.starts_with(['+', '-']) && text.bytes().skip(1).all(|byte| byte.is_ascii_digit())
}

/// Whether bytes that should be numbers are letters and signs throughout: four letters at least in six bytes or more.
pub fn spells(bytes: &[u8]) -> bool {
    let bytes = bytes.trim_ascii_end();
    let printable = bytes.iter().all(|byte| (0x20..0x7F).contains(byte));
    bytes.len() >= 6 && printable && bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count() >= 4
}

/// Digits of the longest number in a text.
pub fn longest_number(text: &str) -> usize {
    text.split(|letter: char| !letter.is_ascii_digit()).map(str::len).max().unwrap_or(0)
}

/// Day, month and year, in any order: 3/12/2024, 2024-03-12, 17 Mar 61. Three short numbers with full stops between them are a version.
fn has_date(text: &str) -> bool {
    let runs = runs(text);
    let numbers = runs.windows(5).any(|five| {
        let &[one, sign, two, again, three] = five else { return false };
        let years = [one, two, three].into_iter().filter(|run| is_year(run)).count();
        let days = [one, two, three].into_iter().filter(|run| is_short_number(run)).count();
        sign == again
            && match sign {
                "." | " " => years == 1 && days == 2,
                "/" | "-" => years == 1 && days == 2 || days == 3 && is_plausible([one, two, three]),
                _ => false,
            }
    });
    let words: Vec<&str> = runs.into_iter().filter(|run| run.starts_with(|letter: char| letter.is_ascii_alphanumeric())).collect();
    let is_month = |word: &str| has(&MONTHS, &word.to_ascii_lowercase());
    let named = words.windows(2).any(|two| matches!(two, [month, year] if is_month(month) && is_year(year)));
    let around = words.windows(3).any(|three| {
        let &[day, month, year] = three else { return false };
        let of_year = is_year(year) || is_short_number(year);
        is_short_number(day) && (is_month(month) && of_year || has(&ROMAN, &month.to_ascii_lowercase()) && is_year(year))
    });
    numbers || named || around
}

/// Runs of digits, of letters, and of signs.
fn runs(text: &str) -> Vec<&str> {
    let kind = |letter: u8| (letter.is_ascii_digit(), letter.is_ascii_alphabetic());
    let runs = text.as_bytes().chunk_by(|one, next| kind(*one) == kind(*next));
    runs.map(|run| std::str::from_utf8(run).unwrap_or("")).collect()
}

fn is_year(run: &str) -> bool {
    run.len() == 4 && run.bytes().all(|byte| byte.is_ascii_digit()) && (run.starts_with("19") || run.starts_with("20"))
}

fn is_short_number(run: &str) -> bool {
    (1..=2).contains(&run.len()) && run.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether numbers of two digits are a day and a month, and a year before or behind them.
fn is_plausible([one, two, three]: [&str; 3]) -> bool {
    let within = |run: &str, most: u32| run.len() == 2 && run.parse().is_ok_and(|number: u32| (1..=most).contains(&number));
    let days = |one: &str, two: &str| within(one, 31) && within(two, 12) || within(one, 12) && within(two, 31);
    [one, two, three].iter().all(|run| run.len() == 2) && (days(one, two) || days(two, three))
}

/// Words that no product's name has, or more of them than any has.
fn is_sentence(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "born",
        "call",
        "clinic",
        "dept",
        "dob",
        "doctor",
        "dr",
        "hospital",
        "klinik",
        "klinikum",
        "md",
        "mr",
        "mrs",
        "ms",
        "patient",
        "phone",
        "room",
        "st",
        "street",
        "tel",
        "university",
    ];
    let words = || text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    text.contains(", ") || words().count() > 8 || words().any(|word| WORDS.contains(&word.to_ascii_lowercase().as_str()))
}

fn has_uid(text: &str) -> bool {
    text.split(|letter: char| !letter.is_ascii_digit() && letter != '.').any(|run| run.len() >= 16 && run.matches('.').count() >= 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_pass() {
        for text in [
            "SIEMENS",
            "GE MEDICAL SYSTEMS",
            "Br40d\\3",
            "*tfl3d1_16ns",
            "syngo CT 2012B",
            "4.1.3.0",
            "LightSpeed VCT",
            "H31s",
            "5.7.1\\5.7.1.2",
            "17.03.61",
            "syngo CT 2-3-4",
            "MAR 3",
            "Version 12 X 5",
            "12-34-56",
            "ep2d_12/3/1",
        ] {
            assert!(is_of_device(text), "{text}");
        }
    }

    #[test]
    fn details_of_people_do_not() {
        for text in [
            "DOE^JANE",
            "j@x.org",
            "12/03/2024",
            "Calibrated 2024-03-12",
            "12345678",
            "1.2.840.113619.2.1.4",
            "Müller",
            "v3.12.2019 x",
            "17-MAR-1961",
            "17MAR1961",
            "17 Mar 61",
            "17/03/61",
            "61-03-17",
            "1961 03 17",
            "DOB 170361",
            "17.III.1961",
            "17 mars 1961",
            "seventeen March 1961",
            "Dr. Smith",
            "Main St 12",
            "O'Neill",
        ] {
            assert!(!is_of_device(text), "{text}");
        }
    }
}

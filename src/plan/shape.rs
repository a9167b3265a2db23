//! Shapes of short text: what a product's name looks like, and what a person's details look like.

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

/// Day, month and year with one sign between them, in any order: 3/12/2024, 2024-03-12.
fn has_date(text: &str) -> bool {
    let signs: Vec<&str> = text.split(|letter: char| letter.is_ascii_digit()).filter(|gap| !gap.is_empty()).collect();
    let numbers: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    // Between number n and the next stands gap n, or n + 1 where the text starts with a gap.
    let first = usize::from(!text.starts_with(|letter: char| letter.is_ascii_digit()));
    numbers.windows(3).zip(signs.get(first..).unwrap_or(&[]).windows(2)).any(|(three, gaps)| {
        let years = three.iter().filter(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20"))).count();
        let days = three.iter().filter(|run| run.len() <= 2).count();
        years == 1 && days == 2 && matches!(gaps, ["/", "/"] | ["-", "-"] | [".", "."])
    })
}

/// Words that no product's name has, or more of them than any has.
fn is_sentence(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "born",
        "call",
        "clinic",
        "dept",
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
            "Dr. Smith",
            "Main St 12",
            "O'Neill",
        ] {
            assert!(!is_of_device(text), "{text}");
        }
    }
}

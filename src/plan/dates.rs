//! Dates moved by whole days: times of day and the time between any two events of a patient stay as they were (PS3.15 E.3.6).

use super::grammar;

/// A DA value moved by `days`; `None` for text that is no date, or a day before year 1.
pub fn date(text: &str, days: i64) -> Option<String> {
    let (year, month, day) = grammar::date(text)?;
    Some(print(ordinal(year, month, day) + days)?.concat())
}

/// A DT value moved by `days`. A value without its day or month moves by its middle, and keeps its precision.
pub fn datetime(text: &str, days: i64) -> Option<String> {
    let (day, time, offset) = grammar::datetime(text)?;
    let filled = match day.len() {
        4 => format!("{day}0702"),
        6 => format!("{day}15"),
        _ => day.to_owned(),
    };
    let moved = date(&filled, days)?;
    Some(format!("{}{time}{offset}", moved.get(..day.len())?))
}

/// Days since 1 March of year 0 in the Gregorian calendar.
fn ordinal(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (month * 153 + 2) / 5 + day - 1
}

fn print(ordinal: i64) -> Option<[String; 3]> {
    // Four centuries have 146,097 days: a year is guessed from them, and mended by at most one.
    let mut year = (ordinal * 400).div_euclid(146_097) + 1;
    while self::ordinal(year, 3, 1) > ordinal {
        year -= 1;
    }
    let mut month = 3;
    let mut day = ordinal - self::ordinal(year, 3, 1) + 1;
    while day > grammar::days_in(year, month) {
        day -= grammar::days_in(year, month);
        month += 1;
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
    (1..=9_999).contains(&year).then(|| [format!("{year:04}"), format!("{month:02}"), format!("{day:02}")])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_move_across_months_years_and_leap_days() {
        for (from, days, to) in [
            ("20240301", -1, "20240229"),
            ("20230301", -1, "20230228"),
            ("20240101", -1, "20231231"),
            ("20240229", 365, "20250228"),
            ("20000301", -366, "19990301"),
            ("19000301", -1, "19000228"),
            ("1992.01.31", 1, "19920201"),
        ] {
            assert_eq!(date(from, days).as_deref(), Some(to), "{from} {days}");
        }
    }

    #[test]
    fn every_day_comes_back() {
        for days in (-900_000..900_000).step_by(317) {
            if let Some(moved) = date("20240229", days) {
                assert_eq!(date(&moved, -days).as_deref(), Some("20240229"), "{days}");
            }
        }
    }

    #[test]
    fn times_and_offsets_stay() {
        assert_eq!(datetime("20240301235959.5+0100", -1).as_deref(), Some("20240229235959.5+0100"));
        assert_eq!(datetime("2024", -400).as_deref(), Some("2023"));
        assert_eq!(datetime("202403", -31).as_deref(), Some("202402"));
        assert_eq!(date("00010101", -1), None);
        assert_eq!(date("SMITH", 1), None);
    }
}

//! Units of measure in UCUM's grammar (PS3.16 7.2.2): terms of a prefix and an atom, with exponents, divided by points and strokes. A code
//! that is one leaves no room for words.

/// Atoms of units that take a prefix.
const METRIC: &[&str] = &[
    "A", "B", "Bq", "C", "Cel", "F", "Gy", "Hz", "J", "K", "L", "N", "Ohm", "P", "Pa", "S", "Sv", "T", "U", "V", "W", "Wb", "[iU]", "bar",
    "cal", "cd", "eV", "eq", "g", "kat", "l", "lm", "lx", "m", "m[H2O]", "m[Hg]", "mol", "osm", "rad", "s", "t",
];

/// Atoms that take none.
const PLAIN: &[&str] = &[
    "%", "1", "10", "[APL'U]", "[arb'U]", "[degF]", "[diop]", "[drp]", "[ft_i]", "[hnsf'U]", "[in_i]", "[lb_av]", "[oz_av]", "[pH]",
    "[ppb]", "[ppm]", "[ppth]", "a", "d", "deg", "h", "min", "mo", "wk", "'", "''", "{ratio}", "{counts}", "{pixels}",
];

const PREFIXES: &[&str] = &["T", "G", "M", "k", "h", "da", "d", "c", "m", "u", "n", "p", "f"];

/// Whether `code` is a unit, of at most eight terms.
pub fn is_unit(code: &str) -> bool {
    let terms: Vec<&str> = code.strip_prefix('/').unwrap_or(code).split(['.', '/']).collect();
    (1..=8).contains(&terms.len()) && terms.into_iter().all(is_term)
}

fn is_term(term: &str) -> bool {
    // What counts is told in braces: {Beats}, as in {Beats}/min.
    if matches!(term, "{beats}" | "{Beats}" | "{H.B.}" | "{breaths}" | "{rbc}" | "{shift}" | "{SUVbw}g" | "{SUVlbm}g" | "{SUVbsa}cm2") {
        return true;
    }
    let number = |text: &str| text.is_empty() || (text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit()));
    let is = |rest: &str| {
        let exponent = |atom: &&str| {
            rest.strip_prefix(*atom).is_some_and(|rest| {
                let rest = rest.strip_prefix(['*', '^']).unwrap_or(rest);
                number(rest.strip_prefix(['-', '+']).unwrap_or(rest))
            })
        };
        METRIC.iter().any(exponent)
    };
    let plain = PLAIN.iter().any(|atom| {
        let rest = term.strip_prefix(atom).map(|rest| rest.strip_prefix(['*', '^']).unwrap_or(rest));
        rest.is_some_and(|rest| number(rest.strip_prefix(['-', '+']).unwrap_or(rest)))
    });
    plain || is(term) || PREFIXES.iter().any(|prefix| term.strip_prefix(prefix).is_some_and(is))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_reports() {
        for code in [
            "mm",
            "cm2",
            "mm3",
            "ms",
            "uV",
            "mV",
            "1",
            "%",
            "{ratio}",
            "mGy",
            "dGy.m2",
            "mGy.cm",
            "Gy.m2",
            "/min",
            "{Beats}/min",
            "m/s",
            "cm/s2",
            "mm[Hg]",
            "[hnsf'U]",
            "kg/m2",
            "g/cm3",
            "Bq/ml",
            "{SUVbw}g/ml",
            "10*-6.mm2/s",
            "deg",
            "a",
            "mo",
            "MBq",
            "kV",
            "mA",
            "uA.s",
            "1/s",
        ] {
            assert!(is_unit(code), "{code}");
        }
    }

    #[test]
    fn words_and_numbers_are_none() {
        for code in ["SMITH", "Jane", "12345", "mm Smith", "{Smith}", "1953", "", "cm/Smith", "m1953", "10*195309"] {
            assert!(!is_unit(code), "{code}");
        }
    }
}

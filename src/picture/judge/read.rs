//! How letters and digits are taken for one another by those who read pictures: one sign for all that look alike.

use crate::hunt::fold::{Fold, fold};

/// A sign that stands for all that look like `letter`, which is folded already; `None` for what is no letter and no digit.
pub const fn alike(letter: char) -> Option<char> {
    Some(match letter {
        '0' | 'o' | 'q' => 'o',
        '1' | 'l' | 'i' | '|' | '!' | 'ı' => 'l',
        '5' | 's' | '$' => 's',
        '8' | 'b' => 'b',
        '2' | 'z' => 'z',
        '6' | 'g' => 'g',
        _ => return None,
    })
}

/// Letters and digits of a text, those that look alike as one, without signs between. Two letters that look like one are one.
pub fn plain(text: &str, how: Fold) -> String {
    let folded = fold(text, how);
    let signs = folded.chars().filter_map(|letter| alike(letter).or(letter.is_alphanumeric().then_some(letter)));
    signs.collect::<String>().replace("rn", "m").replace("vv", "w")
}

/// The least number of letters to change, leave out or put in so that `part` stands in `text`, as far as it is at most `most`.
pub fn stands_in(part: &[char], text: &[char], most: usize) -> bool {
    // Of one piece more than there are faults, one has none.
    let size = part.len().div_ceil(most.saturating_add(1)).max(1);
    if most > 0 && !part.chunks(size).any(|piece| text.windows(piece.len()).any(|run| run == piece)) {
        return false;
    }
    // Sellers: how much it costs to end at each letter of the text, begun anywhere.
    let mut column: Vec<usize> = (0..=part.len()).collect();
    let ends = |column: &[usize]| column.last().is_some_and(|cost| *cost <= most);
    if ends(&column) {
        return true;
    }
    for letter in text {
        let mut diagonal = 0;
        let mut above = 0;
        for (cost, own) in column.iter_mut().skip(1).zip(part) {
            let changed = diagonal + usize::from(own != letter);
            diagonal = *cost;
            above = changed.min(above + 1).min(*cost + 1);
            *cost = above;
        }
        if ends(&column) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn within(part: &str, text: &str, most: usize) -> bool {
        stands_in(&part.chars().collect::<Vec<_>>(), &text.chars().collect::<Vec<_>>(), most)
    }

    #[test]
    fn what_looks_alike_is_one() {
        for (one, other) in
            [("DOE~JANE", "D0E^JANE"), ("TIs", "Tls"), ("Smith", "5M1TH"), ("B8 2Z", "88-zz"), ("Vernon", "Vemon"), ("ÉCLAIR", "ecIair")]
        {
            assert_eq!(plain(one, Fold::Plain), plain(other, Fold::Plain));
        }
        assert_eq!(plain("Müller-Lüdenscheidt", Fold::Spelt), "muellerluedenscheldt");
    }

    #[test]
    fn faults_are_counted() {
        for (part, text, most, wanted) in [
            ("smith", "xxsmithxx", 0, true),
            ("smith", "xxsmyth", 0, false),
            ("smith", "xxsmyth", 1, true),
            ("smith", "smth", 1, true),
            ("smith", "smiith", 1, true),
            ("smith", "sith", 1, true),
            ("smith", "smi", 1, false),
            ("smith", "mith", 1, true),
            ("smith", "stimh", 1, false),
            ("smith", "", 1, false),
            ("wilhelmina", "wlhelmna", 2, true),
            ("wilhelmina", "wlhlmna", 2, false),
        ] {
            assert_eq!(within(part, text, most), wanted, "{part} {text} {most}");
        }
    }

    proptest! {
        /// One letter changed, left out or put in is found, wherever it is.
        #[test]
        fn any_one_fault_is_found(part in "[a-f]{5,9}", before in "[x-z]{0,4}", at in 0_usize..9, with in "[a-f]?", drop in any::<bool>()) {
            let at = at % part.len();
            let (head, tail) = part.split_at(at);
            let faulty = format!("{before}{head}{with}{}{before}", if drop { tail.get(1..).unwrap_or("") } else { tail });
            prop_assert!(within(&part, &faulty, 1));
        }
    }
}

//! Who stands for the patient in what leaves (PS3.15 E.1.1): what the policy says, or a name that people can tell apart and an ID that no two share.

use crate::keyed::Key;
use crate::profile::Subject;

/// Replacements of Patient's Name and Patient ID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pseudonym {
    /// (0010,0010)
    pub name: String,
    /// (0010,0020)
    pub id: String,
}

/// The pseudonym of `patient` under `key`. With `several` patients in the batch, what the policy gives is told apart by five characters more.
pub fn of(key: &Key, patient: &[u8], subject: &Subject, several: bool) -> Pseudonym {
    let own = key.name("patient", &[patient], 10);
    let mark = own.get(..5).unwrap_or(&own);
    let given = |text: &String, joint: char| match several {
        true => {
            // A component group and an ID hold 64 characters.
            let room: String = text.chars().take(58).collect();
            format!("{room}{joint}{mark}")
        }
        false => text.clone(),
    };
    Pseudonym {
        name: subject.name.as_ref().map_or_else(|| readable(key, patient), |name| given(name, ' ')),
        id: subject.id.as_ref().map_or_else(|| format!("SUBJECT-{own}"), |id| given(id, '-')),
    }
}

/// A colour and an animal: nobody takes it for somebody's name, and two are told apart at a glance. The ID alone is sure to differ.
fn readable(key: &Key, patient: &[u8]) -> String {
    let letters = key.name("readable", &[patient], 4);
    let pick = |words: &[&'static str], part: &str| {
        let number = part.bytes().fold(0_usize, |sum, letter| sum * 32 + usize::from(letter) % 32);
        words.get(number % words.len().max(1)).copied().unwrap_or("SUBJECT")
    };
    let (first, second) = letters.split_at_checked(2).unwrap_or((&letters, ""));
    format!("{}^{}", pick(ANIMALS, first), pick(COLOURS, second))
}

const ANIMALS: &[&str] = &[
    "ALPACA", "BADGER", "BEAVER", "BISON", "BUFFALO", "CAMEL", "CHEETAH", "DOLPHIN", "DONKEY", "EAGLE", "ELEPHANT", "FALCON", "FERRET",
    "GAZELLE", "GECKO", "GIRAFFE", "HAMSTER", "HEDGEHOG", "HERON", "IGUANA", "JAGUAR", "KOALA", "LEMUR", "LEOPARD", "LOBSTER", "MEERKAT",
    "MOOSE", "OCTOPUS", "OSTRICH", "OTTER", "PANDA", "PANTHER", "PARROT", "PELICAN", "PENGUIN", "PUFFIN", "RACCOON", "REINDEER", "SALMON",
    "SEAHORSE", "SQUIRREL", "TAPIR", "TIGER", "TORTOISE", "TURTLE", "WALRUS", "WOMBAT", "ZEBRA",
];

const COLOURS: &[&str] = &[
    "AMBER",
    "AQUA",
    "AZURE",
    "BEIGE",
    "BLUE",
    "BRONZE",
    "COPPER",
    "CORAL",
    "CRIMSON",
    "CYAN",
    "EMERALD",
    "GOLDEN",
    "GREEN",
    "INDIGO",
    "IVORY",
    "JADE",
    "LAVENDER",
    "LILAC",
    "MAGENTA",
    "MAROON",
    "ORANGE",
    "PINK",
    "PURPLE",
    "SCARLET",
    "SILVER",
    "TEAL",
    "TURQUOISE",
    "VIOLET",
    "YELLOW",
];

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn key() -> Key {
        Key::new(&[7; 32]).unwrap()
    }

    #[test]
    fn generated_ones_are_readable_and_their_ids_differ() {
        let all: Vec<Pseudonym> = (0..5_000_u32).map(|n| of(&key(), &n.to_be_bytes(), &Subject::default(), false)).collect();
        assert_eq!(all.iter().map(|one| &one.id).collect::<BTreeSet<_>>().len(), all.len());
        assert!(all.iter().all(|one| one.name.split('^').count() == 2 && one.id.starts_with("SUBJECT-")));
        assert!(all.iter().map(|one| &one.name).collect::<BTreeSet<_>>().len() > 1_000);
    }

    #[test]
    fn what_the_policy_gives_stays_or_is_told_apart() {
        let subject = Subject { name: Some("Muster^Jana".to_owned()), id: Some("P-1".to_owned()) };
        assert_eq!(of(&key(), b"a", &subject, false), Pseudonym { name: "Muster^Jana".to_owned(), id: "P-1".to_owned() });
        let (a, b) = (of(&key(), b"a", &subject, true), of(&key(), b"b", &subject, true));
        assert!(a.id != b.id && a.name != b.name && a.id.starts_with("P-1-") && a.name.starts_with("Muster^Jana "));
        let long = Subject { name: Some("A".repeat(64)), id: Some("1".repeat(64)) };
        let told = of(&key(), b"a", &long, true);
        assert!(told.name.chars().count() == 64 && told.id.chars().count() == 64);
    }
}

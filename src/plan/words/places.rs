//! What is left of a name or an address once what no vocabulary knows is gone: kinds of place, codes of states, names that are words too.

use super::tokens::{Kind, Text, Verdict};
use crate::profile::{Words, fold};

/// Kinds and parts of places: they go with their neighbours.
const KINDS: [&str; 149] = [
    "alt",
    "andar",
    "apartment",
    "apt",
    "bloco",
    "box",
    "bridge",
    "building",
    "bypass",
    "causeway",
    "cliff",
    "close",
    "club",
    "common",
    "corner",
    "corners",
    "course",
    "court",
    "creek",
    "crescent",
    "crossing",
    "curve",
    "dam",
    "divide",
    "drive",
    "east",
    "estate",
    "etage",
    "expressway",
    "extension",
    "fall",
    "falls",
    "ferry",
    "flat",
    "ford",
    "forest",
    "fork",
    "forks",
    "fort",
    "freeway",
    "garden",
    "gardens",
    "gate",
    "glen",
    "green",
    "grove",
    "harbor",
    "haven",
    "heights",
    "highway",
    "hill",
    "hollow",
    "house",
    "inlet",
    "island",
    "islands",
    "isle",
    "junction",
    "junctions",
    "keys",
    "knolls",
    "lake",
    "land",
    "landing",
    "lights",
    "loaf",
    "lock",
    "locks",
    "lodge",
    "loop",
    "mall",
    "manor",
    "meadow",
    "mill",
    "mills",
    "mission",
    "motorway",
    "mount",
    "mountain",
    "new",
    "north",
    "orchard",
    "oval",
    "overpass",
    "park",
    "parks",
    "parkway",
    "passage",
    "path",
    "patio",
    "piano",
    "pike",
    "pine",
    "piso",
    "place",
    "plains",
    "planta",
    "pod",
    "point",
    "port",
    "ports",
    "postfach",
    "prairie",
    "private",
    "promenade",
    "radial",
    "ramp",
    "ranch",
    "ridge",
    "ring",
    "river",
    "rota",
    "route",
    "row",
    "shoal",
    "shore",
    "shores",
    "skyway",
    "south",
    "spring",
    "springs",
    "spur",
    "square",
    "squares",
    "station",
    "stream",
    "studio",
    "suite",
    "summit",
    "sur",
    "terrace",
    "trail",
    "tunnel",
    "turnpike",
    "underpass",
    "union",
    "unions",
    "valley",
    "valleys",
    "via",
    "viaduct",
    "village",
    "ville",
    "vista",
    "walk",
    "way",
    "well",
    "wells",
    "west",
];
/// Two letters that are no state's beside a number that went.
const MODALITIES: [&str; 28] = [
    "ap", "ax", "cr", "ct", "dx", "fl", "ir", "lt", "mg", "mr", "nm", "ob", "pa", "pd", "pe", "pt", "rf", "rm", "rt", "rx", "sc", "se",
    "sr", "tc", "te", "us", "xa", "xr",
];
/// Digits of a number that may be a postal code.
const POSTAL: usize = 4;

/// Drops such remnants.
pub fn judge(text: &mut Text<'_>, words: &Words) {
    let content = text.content();
    for (place, &at) in content.iter().enumerate() {
        if text.kind(at) != Some(Kind::Word) || text.verdict(at) != Verdict::Keep {
            continue;
        }
        let word = text.get(at);
        let before = place.checked_sub(1).and_then(|before| content.get(before)).copied();
        let after = content.get(place.saturating_add(1)).copied();
        let is_gone =
            |near: Option<usize>, kind| near.is_some_and(|near| text.verdict(near) == Verdict::Drop && text.kind(near) == Some(kind));
        let is_glued = |near: Option<usize>| near.is_some_and(|near| near.abs_diff(at) == 1);
        if KINDS.binary_search(&fold(word).as_str()).is_ok() {
            text.set(at, Verdict::Weak);
        } else if !is_glued(before) && !is_glued(after) && is_state(text, (before, at, after)) {
            text.set(at, Verdict::Drop);
        } else if (is_gone(before, Kind::Word) || is_gone(after, Kind::Word)) && words.is_name(word) {
            text.set(at, Verdict::Drop);
        }
    }
}

/// "AL 50466", "/ MG", "(PO)", "5249 LX", after something that went.
fn is_state(text: &Text<'_>, (before, at, after): (Option<usize>, usize, Option<usize>)) -> bool {
    let word = text.get(at);
    if word.len() != 2 {
        return false;
    }
    let Some(before) = before.filter(|&before| text.verdict(before) == Verdict::Drop) else { return false };
    let is_postal =
        |near: usize| text.kind(near) == Some(Kind::Number) && text.get(near).len() >= POSTAL && text.verdict(near) == Verdict::Drop;
    let between = text.span(before.saturating_add(1), at);
    let is_marked = between.contains(['/', '(']);
    is_marked || after.is_some_and(is_postal) || (is_postal(before) && MODALITIES.binary_search(&fold(word).as_str()).is_err())
}

#[cfg(test)]
mod tests {
    #[test]
    fn lists_are_sorted() {
        assert!(super::KINDS.is_sorted() && super::MODALITIES.is_sorted());
    }
}

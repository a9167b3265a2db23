//! What of the body a header names, as far as it matters for faces.

use super::tier;

/// What was imaged, by the words of a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A head, a neck, or a whole body: a face may be seen.
    Head,
    /// Something else, and no head beside it.
    Elsewhere,
    /// Nothing says.
    Unknown,
}

/// Beside those by which a head is fitted: what has a face at its edge, and other languages.
const HEAD: &[&str] = &[
    "CABEZA", "CERVIC", "CRAN", "CSPINE", "EYE", "GEHIRN", "GESICHT", "HALS", "HIRN", "HIPPOC", "TEMPORAL", "TESTA", "TETE", "VISAGE",
    "WHOLE",
];

/// Beginnings of words for parts in which no face is.
const ELSEWHERE: &[&str] = &[
    "ABDOM", "ANKLE", "AORT", "BASSIN", "BAUCH", "BECKEN", "BOWEL", "BREAST", "CADERA", "CARDI", "CHEST", "COLON", "CORONAR", "ELBOW",
    "EPAULE", "EXTREMIT", "FEMUR", "FINGER", "GENOU", "HANCHE", "HEART", "HOMBRO", "HUMER", "KIDNEY", "KNEE", "KNIE", "LIVER", "LSPINE",
    "LUMB", "LUNG", "MAMM", "PANCREA", "PELVI", "POUMON", "PROSTAT", "PULMON", "RENAL", "RODILLA", "SACR", "SCHULTER", "SHOULDER",
    "SPLEEN", "THORA", "TIBIA", "TSPINE", "UTER", "WRIST",
];

/// Whole words: others begin with them, as the hippocampus does.
const SHORT: &[&str] = &["ARM", "ARMS", "FEET", "FOOT", "HAND", "HANDS", "HIP", "HIPS", "LEG", "LEGS"];

impl Part {
    /// By [`super::Scan::words`], in upper case. Where a head is named, nothing beside it counts.
    pub fn named(words: &str) -> Self {
        let mut parts = words.split(|letter: char| !letter.is_alphanumeric());
        if tier::named(words) || HEAD.iter().any(|stem| words.contains(stem)) {
            Self::Head
        } else if parts.any(|word| SHORT.contains(&word) || ELSEWHERE.iter().any(|stem| word.starts_with(stem))) {
            Self::Elsewhere
        } else {
            Self::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_counts_more_than_what_is_named_beside_it() {
        for (words, part) in [
            ("BRAIN T1 MPRAGE", Part::Head),
            ("CT HEAD AND CHEST", Part::Head),
            ("WHOLEBODY PET", Part::Head),
            ("HIPPOCAMPUS", Part::Head),
            ("CARDIAC CINE", Part::Elsewhere),
            ("SURFACE COIL", Part::Unknown),
            ("KNEE PD", Part::Elsewhere),
            ("CT LUNG_MIP", Part::Elsewhere),
            ("L HIP", Part::Elsewhere),
            ("T2 TRA MIP", Part::Unknown),
            ("LEGACY HANDLING", Part::Unknown),
            ("", Part::Unknown),
        ] {
            assert_eq!(Part::named(words), part, "{words}");
        }
    }
}

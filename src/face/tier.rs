//! What a fit comes to, from what was measured of it and what the header says was imaged.

use super::{Fit, Tier};

/// What a fit comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Judged {
    /// Nothing says that a face is there.
    None,
    /// A face may be there, and the fit is not good enough to cut by.
    Maybe,
    /// A face is there, and little else of the head. Only where it is `placed` is the fit good enough to say where.
    FaceOnly { placed: bool },
    /// A head lies as the fit says.
    Head(Tier),
}

/// What a fit must reach; see the fields of [`Fit`].
struct Bar {
    inliers: f32,
    rms: f32,
    cover: f32,
    margin: f32,
    symmetry: f32,
    inside: f32,
    /// The least and the most that each scale may be.
    scale: [f64; 2],
    /// The least that all scales together may be: brains without their skulls are smaller.
    volume: f64,
}

impl Bar {
    fn reached(&self, fit: &Fit) -> bool {
        let ([least, most], scales) = (self.scale, fit.pose.scale);
        fit.inliers >= self.inliers
            && fit.rms <= self.rms
            && fit.cover >= self.cover
            && fit.margin >= self.margin
            && fit.symmetry >= self.symmetry
            && fit.inside >= self.inside
            && scales.iter().all(|scale| (least..=most).contains(scale))
            && scales.iter().product::<f64>() >= self.volume
    }
}

/// Real heads had inliers of 0.91 to 0.999, rms of 1.5 to 3.2 mm, margins of 0.026 to 0.19, symmetries of 0.58 to 0.78 and insides of 0.74 to
/// 1; the best of wrong ones had inliers up to 0.986, but margins below 0.022 or symmetries below 0.45.
const A: Bar = Bar { inliers: 0.93, rms: 2.8, cover: 0.6, margin: 0.05, symmetry: 0.45, inside: 0.8, scale: [0.75, 1.1], volume: 0.6 };
const B: Bar = Bar { inliers: 0.85, rms: 3.6, cover: 0.2, margin: 0.023, symmetry: 0.3, inside: 0.6, scale: [0.7, 1.15], volume: 0.5 };

/// Heads of children, and very large ones: nobody else's size is one by which the rest is judged less strictly. (Real heads made smaller and
/// larger by a third had inliers of 0.97 and more, rms of 1.1 to 2.4 mm; brains without their skulls, which are as small, had at most 0.95, and
/// at least 2.5 mm.)
const SIZED: Bar =
    Bar { inliers: 0.96, rms: 2.4, cover: 0.6, margin: 0.02, symmetry: 0.45, inside: 0.75, scale: [0.5, 1.3], volume: 0.125 };
/// How much of the vault is bone then at least, in CT; elsewhere the head's proportions speak for it.
const VAULTED: f32 = 0.9;

/// The least symmetry where all else is as in [`A`]: a bright side and noise leave little of it where most of the brain is of one grey.
const UNEVEN: f32 = 0.2;

/// Of the template's brain, the least that must have been imaged for a head to be left when its face is cut.
const BRAIN: f32 = 0.35;
/// The same where the header says that the face is what was wanted.
const BRAIN_BESIDES: f32 = 0.6;

/// Less of the scalp than this says of a head only what fits far better than otherwise.
const COVER: f32 = 0.35;

/// The least cover where no bone says which way a head lies: a slab of a face fitted 0.37 of the scalp well, and wrongly. Up to [`A`]'s cover
/// the fit must be as good as there, too: another slab fitted 0.46 of it, with inliers of 0.87.
const BONELESS: f32 = 0.42;

/// Judges a fit.
pub(super) fn of(fit: &Fit, words: &str) -> Judged {
    let told = fit.bone.is_some() || fit.cover >= A.cover || fit.cover >= BONELESS && fit.inliers >= A.inliers;
    let lopsided = fit.symmetry >= UNEVEN && A.reached(&Fit { symmetry: A.symmetry, ..*fit });
    let shape = fit.bone.map_or_else(|| fit.pose.unevenness() <= EVEN, |bone| bone >= VAULTED);
    let good = (B.reached(fit) || lopsided || SIZED.reached(fit) && shape) && told;
    let brain = if names_face(words) { BRAIN_BESIDES } else { BRAIN };
    let sure = good && (fit.cover >= COVER || fit.margin >= 0.05);
    if fit.brain < brain && (sure || names_face(words)) {
        return Judged::FaceOnly { placed: sure };
    }
    if good && fit.brain >= brain {
        return Judged::Head(if A.reached(fit) && fit.upright { Tier::A } else { Tier::B });
    }
    // Like a head from the outside, and lying in one way only, or with halves that are alike; or like one from the inside.
    let shaped = fit.inliers >= 0.75 && fit.margin >= 0.03 && fit.pose.unevenness() <= LOOSE;
    let alike =
        fit.inliers >= 0.97 && fit.cover >= A.cover && fit.symmetry >= 0.6 && fit.inside >= A.inside && fit.pose.unevenness() <= LOOSE;
    let filled = fit.inliers >= 0.8 && fit.bone.is_some_and(|bone| bone >= 0.75) && fit.symmetry >= 0.4;
    if shaped || alike || filled || named(words) { Judged::Maybe } else { Judged::None }
}

/// Whether little more than a face was imaged.
pub(super) fn is_mostly_face(fit: &Fit) -> bool {
    fit.brain < BRAIN_BESIDES
}

/// Whether the skin lies as near to the template's as it does where nobody has to look.
pub(super) fn is_close(fit: &Fit) -> bool {
    fit.inliers >= A.inliers && fit.rms <= A.rms
}

/// Unevenness of heads, and what no head, and some limbs, have more of.
const EVEN: f64 = 1.12;
const LOOSE: f64 = 1.4;

/// Whether the header says that a head was imaged.
pub(super) fn named(words: &str) -> bool {
    const HEAD: [&str; 14] =
        ["HEAD", "BRAIN", "SKULL", "NECK", "CRANI", "CEREB", "NEURO", "PITUIT", "SELLA", "CAROTID", "STROKE", "KOPF", "SCHADEL", "SCHÄDEL"];
    names_face(words) || HEAD.iter().any(|word| words.contains(word)) || begins(words, &["IAC"])
}

/// Whether the header says that a face was imaged.
pub(super) fn names_face(words: &str) -> bool {
    const FACE: [&str; 9] = ["SINUS", "ORBIT", "FACIAL", "DENTAL", "MAXILL", "MANDIB", "NASAL", "PARANAS", "TOOTH"];
    FACE.iter().any(|word| words.contains(word)) || begins(words, &["FACE", "JAW", "NNH", "TEETH", "TMJ"])
}

/// Whether a word begins so: a cardiac scan is of no internal auditory canal, and a surface is no face.
fn begins(words: &str, stems: &[&str]) -> bool {
    words.split(|letter: char| !letter.is_alphanumeric()).any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}

#[cfg(test)]
mod tests {
    use super::super::Pose;
    use super::super::fit::SCALE;
    use super::*;

    fn good() -> Fit {
        let pose = Pose { turn: [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]], place: [0.0; 3], scale: SCALE };
        let (inliers, rms, cover, brain, symmetry, inside, bone, margin) = (0.97, 2.0, 0.9, 1.0, 0.7, 0.95, Some(0.98), 0.1);
        Fit { pose, inliers, rms, cover, brain, symmetry, inside, bone, margin, upright: true }
    }

    #[test]
    fn each_measure_alone_takes_a_tier_away() {
        assert_eq!(of(&good(), ""), Judged::Head(Tier::A));
        let scaled = |scale| Pose { scale, ..good().pose };
        let worse = [
            Fit { inliers: 0.9, ..good() },
            Fit { rms: 3.0, ..good() },
            Fit { cover: 0.5, ..good() },
            Fit { margin: 0.04, ..good() },
            Fit { symmetry: 0.4, ..good() },
            Fit { symmetry: 0.2, ..good() },
            Fit { inside: 0.7, ..good() },
            Fit { upright: false, ..good() },
            Fit { pose: scaled([0.93, 0.98, 1.12]), ..good() },
            Fit { pose: scaled([0.8, 0.85, 0.77]), ..good() },
        ];
        assert!(worse.iter().all(|fit| of(fit, "") == Judged::Head(Tier::B)));
        let bad = [
            Fit { inliers: 0.8, ..good() },
            Fit { rms: 3.7, ..good() },
            Fit { symmetry: 0.19, ..good() },
            Fit { symmetry: 0.29, margin: 0.04, ..good() },
            Fit { margin: 0.019, ..good() },
            Fit { inside: 0.5, ..good() },
        ];
        // A brain without its skull; a small child; a skull that was seen.
        let boneless = Fit { bone: None, pose: scaled([0.83, 0.84, 0.66]), ..good() };
        assert_eq!(of(&boneless, ""), Judged::Maybe);
        let child = Fit { pose: scaled([0.65, 0.68, 0.62]), ..boneless };
        assert_eq!([of(&child, ""), of(&Fit { inliers: 0.95, ..child }, "")], [Judged::Head(Tier::B), Judged::Maybe]);
        assert_eq!(of(&Fit { rms: 2.5, ..child }, ""), Judged::Maybe);
        let thick = Fit { bone: Some(0.92), ..boneless };
        assert_eq!([of(&thick, ""), of(&Fit { bone: Some(0.85), ..thick }, "")], [Judged::Head(Tier::B), Judged::Maybe]);
        assert_eq!(of(&Fit { bone: None, cover: 0.4, ..good() }, ""), Judged::Maybe);
        let half = Fit { bone: None, cover: 0.5, ..good() };
        assert_eq!((of(&half, ""), of(&Fit { inliers: 0.88, ..half }, "")), (Judged::Head(Tier::B), Judged::Maybe));
        assert_eq!(of(&Fit { inliers: 0.88, cover: 0.7, ..half }, ""), Judged::Head(Tier::B));
        assert!(bad.iter().all(|fit| of(fit, "") == Judged::Maybe));
        // It could lie in many ways, and not one half of it is like the other; or each is, and it may be a head.
        let ball = Fit { margin: 0.01, symmetry: 0.5, bone: None, ..good() };
        assert_eq!(of(&Fit { symmetry: 0.7, ..ball }, "FRUIT"), Judged::Maybe);
        assert_eq!((of(&ball, "FRUIT"), of(&ball, "HEAD")), (Judged::None, Judged::Maybe));
        let limb = Fit { pose: scaled([0.71, 0.64, 0.88]), bone: Some(0.3), ..good() };
        assert_eq!(of(&limb, "KNEE"), Judged::None);
    }

    #[test]
    fn short_names_are_words_of_their_own() {
        assert!(["HEAD", "INTRACRANIAL", "MAXILLOFACIAL", "CT IAC", "FACE/NECK", "MRT NNH"].iter().all(|words| named(words)));
        assert!(["CARDIAC CINE", "ILIAC ARTERIES", "SURFACE COIL", ""].iter().all(|words| !named(words)));
        assert!(names_face("FACE") && !names_face("HEAD") && !names_face("BODY SURFACE"));
    }

    #[test]
    fn little_brain_makes_a_face() {
        assert_eq!(of(&Fit { brain: 0.3, ..good() }, ""), Judged::FaceOnly { placed: true });
        assert_eq!(of(&Fit { brain: 0.5, ..good() }, "CT ORBITS"), Judged::FaceOnly { placed: true });
        // By its words alone: where it lies, such a fit does not say.
        for unsure in
            [Fit { inliers: 0.8, ..good() }, Fit { cover: 0.25, margin: 0.03, ..good() }, Fit { bone: None, cover: 0.4, ..good() }]
        {
            assert_eq!(of(&Fit { brain: 0.5, ..unsure }, "CT ORBITS"), Judged::FaceOnly { placed: false });
        }
        assert_eq!(of(&Fit { brain: 0.9, ..good() }, "BRAIN AND ORBITS"), Judged::Head(Tier::A));
        // The top of a head, of which hardly anything was seen.
        assert_eq!(of(&Fit { brain: 0.3, cover: 0.25, margin: 0.03, ..good() }, ""), Judged::Maybe);
    }
}

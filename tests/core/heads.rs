//! Heads of nobody, from any angle and in any contrast: their faces go, their brains stay, and what is no head is left alone.
//!
//! A few of each kind are tried every time; `SCRUB_FACES=all` tries all of them.

use scan_scrubber::face::{Found, Modality, Options, Recipe, Tier, find};

use crate::build::heads::{Contrast, Fault, Head, Measure, Setup, Thing, measure, recipe};

fn modality(contrast: Contrast) -> Modality {
    match contrast {
        Contrast::Ct => Modality::Ct,
        Contrast::Pet => Modality::Pet,
        _ => Modality::Mr,
    }
}

fn found(head: &Head) -> Found {
    find(head, modality(head.setup.contrast), "", &Options::default())
}

/// All of `count`, or one in `every`.
fn some(count: u64, every: usize) -> impl Iterator<Item = u64> {
    let all = std::env::var("SCRUB_FACES").is_ok_and(|which| which == "all");
    (0..count).step_by(if all { 1 } else { every })
}

/// The bars of every head whose face is said to be out.
fn is_done(measure: &Measure) -> bool {
    measure.skin <= 0.01 && measure.brain == 0.0
}

#[test]
fn faces_go_and_brains_stay() {
    let (mut done, mut open, mut all, mut wrong) = (0, 0, 0, Vec::new());
    for seed in some(200, 50) {
        let head = Head::random(seed);
        all += 1;
        match found(&head) {
            Found::Head(recipe) => {
                let measure = measure(&head, &recipe);
                let fine = is_done(&measure);
                done += u32::from(fine);
                open += u32::from(measure.open > 0.05);
                if !fine || measure.open > 0.05 {
                    println!("{seed} {:?} {measure:?} {:?}", recipe.tier, head.setup);
                }
                if !fine && recipe.tier == Tier::A {
                    wrong.push((seed, "claimed"));
                }
            }
            // A person is asked, or the files stay.
            Found::Face | Found::FaceOnly(_) => println!("{seed} not taken out: {:?}", head.setup),
            Found::Nothing => wrong.push((seed, "let go")),
        }
    }
    println!("{done} of {all} done; {open} not closed everywhere");
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(f64::from(done) >= 0.99 * f64::from(all), "{done} of {all}");
    assert!(open * 10 <= all, "{open} of {all} show what is inside");
}

#[test]
fn a_head_whose_tags_are_wrong_is_found_or_not_claimed() {
    let mut amiss = Vec::new();
    for wrong in some(23, 12) {
        let setup =
            Setup { wrong: wrong as usize + 1, turned: [6.0, -4.0, 8.0], ..Setup::plain(wrong % 3, Contrast::ALL[wrong as usize % 4]) };
        let head = Head::new(setup);
        match found(&head) {
            Found::Head(recipe) => {
                let measure = measure(&head, &recipe);
                println!("{wrong} {:?} {measure:?}", recipe.tier);
                if recipe.tier == Tier::A || !is_done(&measure) {
                    amiss.push((wrong, recipe.tier, measure));
                }
            }
            Found::Face | Found::FaceOnly(_) => println!("{wrong} not taken out"),
            Found::Nothing => panic!("{wrong} was let go"),
        }
    }
    assert!(amiss.is_empty(), "{amiss:?}");
}

#[test]
fn what_is_no_head_is_left_alone() {
    for number in some(Thing::ALL.len() as u64 * 2, 3) {
        let (thing, modality) = (Thing::ALL[number as usize / 2], if (number / 2) % 2 == number % 2 { Modality::Ct } else { Modality::Mr });
        assert!(matches!(find(&thing, modality, "", &Options::default()), Found::Nothing), "{thing:?} {modality:?}");
    }
}

#[test]
fn nothing_but_a_face_is_never_claimed() {
    for seed in some(30, 15) {
        let head = Head::new(Setup::face_only(seed));
        match find(&head, modality(head.setup.contrast), "SINUS", &Options::default()) {
            Found::Head(recipe) => assert!(recipe.tier != Tier::A, "{seed} {:?}", head.setup),
            Found::Face | Found::FaceOnly(_) => {}
            Found::Nothing => panic!("{seed} was let go: {:?}", head.setup),
        }
    }
}

/// Each part of the work, left out, is missed by what is measured here.
#[test]
fn what_is_left_out_shows() {
    let head = Head::new(Setup { turned: [10.0, 5.0, -8.0], ..Setup::plain(4, Contrast::Ct) });
    let of = |fault| measure(&head, &recipe(&head, fault));
    assert!(is_done(&of(Fault::None)), "{:?}", of(Fault::None));
    assert!(of(Fault::NoCut).skin > 0.99);
    assert!(of(Fault::NoGuard).brain > 0.01);
    assert!(of(Fault::None).open <= 0.05 && of(Fault::NoCap).open > 0.9);
    assert!(of(Fault::Erosion).open > 0.9);
}

#[test]
fn frames_that_are_not_where_they_are_said_to_be_show() {
    // From the 12th frame on, they are twice as far apart.
    let setup = Setup { thickness: 3.0, distance: 3.0, change: Some((12, 6.0)), ..Setup::plain(5, Contrast::Ct) };
    let head = Head::new(setup);
    let claimed = |found: Found| -> Option<Box<Recipe>> {
        match found {
            Found::Head(recipe) if recipe.tier == Tier::A => Some(recipe),
            _ => None,
        }
    };
    let right = claimed(found(&head)).map(|recipe| measure(&head, &recipe));
    assert!(right.is_some_and(|right| is_done(&right)), "{right:?}");
    let wrong = claimed(found(&head.clone().even())).map(|recipe| measure(&head, &recipe));
    assert!(wrong.is_none_or(|wrong| !is_done(&wrong)), "{wrong:?}");
}

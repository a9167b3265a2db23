//! Heads of nobody, from any angle and in any contrast: their faces go, their brains stay, and what is no head is left alone.
//!
//! A few of each kind are tried every time; `SCRUB_FACES=all` tries all of them, `SCRUB_FACES=16,39` those.

use scan_scrubber::face::{Dose, Found, Modality, Options, Recipe, Scan, Solid, Tier, Verdict, carried_out, find, layer, left, probes};
use scan_scrubber::picture::{Facts, Format, Looker, None as Nothing, Photometric, Pictures, Request, Risk};
use scan_scrubber::profile::Writing;

use crate::build::heads::{Contrast, Fault, Head, Measure, Setup, Thing, lattice_of, measure, recipe};

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

/// All of `count`, one in `every`, or those that are asked for.
fn some(count: u64, every: usize) -> impl Iterator<Item = u64> {
    let which = std::env::var("SCRUB_FACES").unwrap_or_default();
    let asked: Vec<u64> = which.split(',').filter_map(|number| number.parse().ok()).collect();
    let every = if which == "all" || !asked.is_empty() { 1 } else { every };
    (0..count).step_by(every).filter(move |number| asked.is_empty() || asked.contains(number))
}

/// The bars of every head whose face is said to be out.
fn is_done(measure: &Measure) -> bool {
    measure.skin <= 0.01 && measure.brain == 0.0
}

#[test]
fn faces_go_and_brains_stay() {
    let (mut done, mut open, mut all, mut wrong) = (0, 0, 0, Vec::new());
    for seed in some(200, 94) {
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
            Found::Head(recipe) => {
                let measure = measure(&head, &recipe);
                assert!(recipe.tier != Tier::A && measure.brain == 0.0, "{seed} {measure:?} {:?}", head.setup);
            }
            Found::FaceOnly(outline) => {
                let Some(recipe) = layer(&outline, &Options::default(), false) else { continue };
                let measure = measure(&head, &recipe);
                assert!(recipe.tier != Tier::A && measure.brain == 0.0, "{seed} {measure:?} {:?}", head.setup);
            }
            Found::Face => {}
            Found::Nothing => panic!("{seed} was let go: {:?}", head.setup),
        }
    }
}

/// What a policy keeps stays, is never sure, and shows nothing else of the face.
#[test]
fn ears_and_eyes_stay_alone() {
    for (contrast, options) in [(Contrast::T1, Options { ears: false, eyes: true }), (Contrast::Ct, Options { ears: true, eyes: false })] {
        let head = Head::new(Setup { turned: [8.0, -5.0, 10.0], ..Setup::plain(3, contrast) });
        let Found::Head(recipe) = find(&head, modality(contrast), "", &options) else { panic!("{contrast:?}") };
        assert_eq!(recipe.tier, Tier::B);
        let kept = |at| recipe.cut.at(head.place(at)).is_none_or(|mm| mm <= 0.0);
        for side in [-1.0, 1.0] {
            assert_eq!(kept([side * 85.0, -26.0, -50.0]), !options.ears, "{options:?}");
            assert_eq!(kept([side * 33.0, 62.0, -42.0]), !options.eyes, "{options:?}");
        }
        assert!(!kept([0.0, 90.0, -60.0]) && measure(&head, &recipe).brain == 0.0);
        let grid = head.sample(&lattice_of(&head, 3.0));
        let (air, tissue) = contrast.dose();
        let out = carried_out(&grid, &recipe, Dose { air: air.into(), tissue: tissue.into() });
        let left = left(&out, contrast.iso(), &probes(&grid, contrast.iso(), &recipe.pose));
        assert!(left.probes > 1000 && left.is_gone(), "{options:?} {left:?}");
    }
}

/// Each frame of a head as a file of its own.
fn files(head: &Head, options: Options) -> Vec<(Request, Vec<u8>)> {
    let (columns, rows) = head.size();
    let format = Format {
        rows: rows as u32,
        columns: columns as u32,
        samples: 1,
        bits_allocated: 16,
        bits_stored: 16,
        high_bit: 15,
        signed: true,
        planar: false,
        photometric: Photometric::Monochrome2,
        big_endian: false,
    };
    let file = |frame: usize| {
        let request = Request {
            syntax: "1.2.840.10008.1.2.1".to_owned(),
            format: format.clone(),
            frames: 1,
            risk: Risk::Screen,
            writing: Writing::None,
            facts: Facts { modality: head.setup.contrast.modality().to_owned(), ..Facts::default() },
            regions: Vec::new(),
            window: None,
            rescale: (1.0, 0.0),
            tables: None,
            padding: None,
            scan: Some(Scan { planes: vec![Some(head.plane(frame))], options, ..Scan::default() }),
        };
        (request, head.frame(frame).into_iter().flat_map(|value| (value.round() as i16).to_le_bytes()).collect())
    };
    (0..head.frames()).map(file).collect()
}

/// From files to a recipe: each frame lies where its own file says, and what is to stay does.
#[test]
fn frames_of_files_make_a_head() {
    let (turned, change) = ([5.0, 3.0, -4.0], Some((40, 5.5)));
    let head = Head::new(Setup { thickness: 3.0, distance: 3.0, spacing: 2.5, change, turned, ..Setup::plain(1, Contrast::Ct) });
    let options = Options { ears: false, ..Options::default() };
    let looker = Looker::new(Box::new(Nothing), Box::new(Nothing));
    looker.rescan().unwrap();
    for (request, bytes) in files(&head, options) {
        looker.begin(&request).unwrap();
        looker.scan(0, &bytes).unwrap();
    }
    let faces = looker.faces().unwrap();
    assert_eq!(faces.recipes, 1);
    assert!(faces.verdicts.iter().all(|verdict| matches!(verdict, Verdict::Treat { tier: Tier::B, .. })), "{faces:?}");
    let recipe = Recipe::from_bytes(&looker.recipe(0).unwrap()).unwrap();
    let measure = measure(&head, &recipe);
    assert!(is_done(&measure) && measure.open <= 0.05 && recipe.probes.len() > 1000, "{measure:?}");
    for side in [-85.0, 85.0] {
        assert!(recipe.cut.at(head.place([side, -26.0, -50.0])).is_none_or(|mm| mm <= 0.0));
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

use std::cell::RefCell;

use super::super::apply::tests::recipe;
use super::super::build::{about, format, frame, plane};
use super::super::{Mode, Tier, Units};
use super::*;

const AXIAL: ([f64; 3], [f64; 3]) = ([1.0, 0.0, 0.0], [0.0, 1.0, 0.0]);
const SAGITTAL: ([f64; 3], [f64; 3]) = ([0.0, 1.0, 0.0], [0.0, 0.0, -1.0]);

/// Finds what it is told to, by the name of the Series, and notes where it has looked.
#[derive(Default)]
struct Told {
    finds: Vec<(&'static str, Sought)>,
    stays: Vec<(&'static str, Stays)>,
    asked: RefCell<Vec<String>>,
}

impl Seek for Told {
    fn find(&self, stack: &Stack, words: bool) -> Sought {
        self.asked.borrow_mut().push(stack.series.clone());
        if !words && stack.words.contains("BRAIN") {
            return Sought::Nothing;
        }
        self.finds.iter().find(|(series, _)| *series == stack.series).map_or(Sought::Nothing, |(_, sought)| sought.clone())
    }

    fn stays(&self, stack: &Stack, _: &Recipe) -> Stays {
        self.stays.iter().find(|(series, _)| *series == stack.series).map_or(Stays::There, |(_, stays)| *stays)
    }

    fn dose(&self, stack: &Stack, _: &Recipe) -> Dose {
        Dose { air: stack.series.len() as f64, tissue: 100.0 }
    }
}

fn head(tier: Tier, at: Point) -> Sought {
    let mut recipe = recipe(10.0);
    recipe.tier = tier;
    recipe.pose[0] = at;
    Sought::Head(Box::new(recipe))
}

/// A file of as many frames as there are planes; one of nothing where nothing says where it lies.
fn file(space: &mut Space, source: &Source<'_>, planes: &[Option<Plane>]) -> usize {
    let number = space.open(source);
    for plane in planes {
        if let Some(spot) = space.wants(number, source, plane.as_ref(), [20, 20]) {
            let plane = plane.as_ref().unwrap();
            let format = format(20, 20);
            let units = Units::new(&format, (1.0, 0.0), None, "MR");
            let thin = Thin::new(&frame(plane, &format, &|_| 1.0), &format, &units, plane.spacing, space.edge());
            space.put(number, spot, thin).unwrap();
        }
    }
    number
}

fn series(space: &mut Space, name: &str, directions: ([f64; 3], [f64; 3]), count: u32, step: f64) {
    let source = Source { about: about(name), mosaic: false };
    for at in 0..count {
        let plane = plane(directions.0, directions.1, [10.0, 10.0], [-100.0, -100.0, f64::from(at) * step - 100.0]);
        file(space, &source, &[Some(plane)]);
    }
}

fn treat(recipe: u32, tier: Tier, air: f64) -> Verdict {
    Verdict::Treat { recipe, tier, mode: Mode::Cut, dose: Dose { air, tissue: 100.0 } }
}

#[test]
fn one_head_is_treated_wherever_it_shows() {
    let mut space = Space::default();
    series(&mut space, "scout", SAGITTAL, 2, 90.0);
    series(&mut space, "thick", AXIAL, 20, 10.0);
    series(&mut space, "whole", AXIAL, 40, 5.0);
    let told = Told { finds: vec![("whole", head(Tier::B, [0.0; 3])), ("thick", head(Tier::C, [3.0, 0.0, 0.0]))], ..Told::default() };
    let (faces, recipes) = space.faces(&told);
    assert_eq!(recipes.len(), 1);
    assert_eq!(recipes[0].tier, Tier::B);
    let (scout, thick, whole) = (treat(0, Tier::B, 5.0), treat(0, Tier::B, 5.0), treat(0, Tier::B, 5.0));
    assert_eq!(faces.verdicts, [vec![scout; 2], vec![thick; 20], vec![whole; 40]].concat());
    // The best first; nobody looks for a head in two frames.
    assert_eq!(told.asked.borrow()[0], "whole");
    assert!(!told.asked.borrow().iter().any(|series| series == "scout"));
}

#[test]
fn images_that_are_each_a_series_of_their_own_make_a_volume_together() {
    let mut space = Space::default();
    let name = |at: u32| -> &'static str { Box::leak(format!("s{at}").into_boxed_str()) };
    for at in 0..30 {
        let plane = plane(AXIAL.0, AXIAL.1, [10.0, 10.0], [-100.0, -100.0, f64::from(at) * 5.0]);
        file(&mut space, &Source { about: about(name(at)), mosaic: false }, &[Some(plane)]);
    }
    // One that lies otherwise, and one in the same place as another.
    file(&mut space, &Source { about: about("aside"), mosaic: false }, &[Some(plane(SAGITTAL.0, SAGITTAL.1, [10.0; 2], [0.0; 3]))]);
    file(&mut space, &Source { about: about("again"), mosaic: false }, &[Some(plane(AXIAL.0, AXIAL.1, [10.0; 2], [-100.0, -100.0, 50.0]))]);
    series(&mut space, "whole", AXIAL, 40, 5.0);
    let told = Told { finds: vec![("s0", head(Tier::B, [0.0; 3]))], ..Told::default() };
    assert_eq!(space.volumes().len(), 1);
    space.gather();
    space.gather();
    let (faces, recipes) = space.faces(&told);
    assert_eq!(recipes.len(), 1);
    assert!(faces.verdicts.iter().all(|verdict| matches!(verdict, Verdict::Treat { recipe: 0, .. })), "{:?}", faces.verdicts);
    assert_eq!(space.volumes().iter().map(|stack| stack.len()).collect::<Vec<_>>(), [40, 30]);
}

#[test]
fn what_is_too_shallow_to_be_searched_is_not_said_to_be_clear() {
    for (step, verdict) in [(2.0, Verdict::Flat), (5.0, Verdict::Clear)] {
        let mut space = Space::default();
        let planes = |at: u32| plane(SAGITTAL.0, SAGITTAL.1, [10.0; 2], [0.0, 0.0, f64::from(at) * step]);
        for at in 0..9 {
            file(&mut space, &Source { about: about("side"), mosaic: false }, &[Some(planes(at))]);
        }
        let (faces, _) = space.faces(&Told::default());
        assert!(faces.verdicts.iter().all(|each| *each == verdict), "{step}: {:?}", faces.verdicts);
    }
}

#[test]
fn a_head_that_has_moved_has_a_recipe_of_its_own() {
    let mut space = Space::default();
    series(&mut space, "one", AXIAL, 40, 5.0);
    series(&mut space, "other", SAGITTAL, 40, 5.0);
    series(&mut space, "small", AXIAL, 6, 5.0);
    let told = Told {
        finds: vec![("one", head(Tier::A, [0.0; 3])), ("other", head(Tier::B, [0.0, 20.0, 0.0])), ("small", head(Tier::A, [90.0; 3]))],
        ..Told::default()
    };
    let (faces, recipes) = space.faces(&told);
    assert_eq!(recipes.iter().map(|recipe| recipe.pose[0][1]).collect::<Vec<_>>(), [0.0, 20.0]);
    let expect = [vec![treat(0, Tier::A, 3.0); 40], vec![treat(1, Tier::B, 5.0); 40], vec![treat(0, Tier::A, 5.0); 6]];
    assert_eq!(faces.verdicts, expect.concat());
    assert_eq!((faces.recipes, told.asked.into_inner()), (2, vec!["one".to_owned(), "other".to_owned()]));
}

#[test]
fn a_small_stack_that_shows_a_head_that_moved_does_not_leave_as_the_others() {
    let mut space = Space::default();
    series(&mut space, "one", AXIAL, 40, 5.0);
    let words = |name, words| Source { about: About { words, ..about(name) }, mosaic: false };
    for (name, said) in [("there", ""), ("crown", ""), ("moved", ""), ("lost", ""), ("noise", "BRAIN"), ("unlike", "")] {
        for at in 0..6 {
            let plane = plane(AXIAL.0, AXIAL.1, [10.0, 10.0], [-100.0, -100.0, f64::from(at) * 5.0]);
            file(&mut space, &words(name, said), &[Some(plane)]);
        }
    }
    let told = Told {
        finds: vec![
            ("one", head(Tier::A, [0.0; 3])),
            ("moved", head(Tier::B, [0.0, 30.0, 0.0])),
            ("noise", Sought::Face),
            ("unlike", Sought::Face),
        ],
        stays: vec![
            ("crown", Stays::Unseen),
            ("moved", Stays::No),
            ("lost", Stays::No),
            ("noise", Stays::Unclear),
            ("unlike", Stays::Unclear),
        ],
        ..Told::default()
    };
    let (faces, recipes) = space.faces(&told);
    assert_eq!(recipes.len(), 2);
    let treated = |recipe, tier, name: &str| [treat(recipe, tier, name.len() as f64); 6];
    let of = |series: usize| &faces.verdicts[40 + series * 6..][..6];
    assert_eq!(of(0), treated(0, Tier::A, "there"));
    assert_eq!(of(1), treated(0, Tier::A, "crown"));
    assert_eq!(of(2), treated(1, Tier::B, "moved"));
    assert_eq!(of(3), [Verdict::Face; 6]);
    // Called a head by its header alone, and showing none.
    assert_eq!(of(4), treated(0, Tier::A, "noise"));
    assert_eq!(of(5), [Verdict::Face; 6]);
    assert_eq!(told.asked.into_inner(), ["one", "moved", "lost", "noise", "unlike"]);
}

#[test]
fn where_too_many_stacks_would_have_to_be_searched_they_stay() {
    let mut space = Space::default();
    series(&mut space, "one", AXIAL, 40, 5.0);
    let names: Vec<String> = (0..SEARCHED).map(|at| format!("moved {at}")).collect();
    names.iter().for_each(|name| series(&mut space, name, AXIAL, 4, 5.0));
    let stays: Vec<(&'static str, Stays)> = names.iter().map(|name| (&*name.clone().leak(), Stays::No)).collect();
    let finds = stays.iter().map(|(name, _)| (*name, head(Tier::B, [0.0, 30.0, 0.0]))).chain([("one", head(Tier::A, [0.0; 3]))]).collect();
    let (faces, _) = space.faces(&Told { finds, stays, ..Told::default() });
    assert_eq!(faces.verdicts.iter().filter(|verdict| **verdict == Verdict::Face).count(), 4);
}

#[test]
fn the_surer_of_two_recipes_of_one_head_is_taken() {
    let mut space = Space::default();
    series(&mut space, "one", AXIAL, 40, 5.0);
    series(&mut space, "other", AXIAL, 40, 5.0);
    let told = Told { finds: vec![("one", head(Tier::B, [0.0; 3])), ("other", head(Tier::A, [2.0, 0.0, 0.0]))], ..Told::default() };
    let (faces, recipes) = space.faces(&told);
    assert_eq!((recipes.len(), recipes[0].tier, recipes[0].pose[0]), (1, Tier::A, [2.0, 0.0, 0.0]));
    assert_eq!(faces.verdicts, [vec![treat(0, Tier::A, 3.0); 40], vec![treat(0, Tier::A, 5.0); 40]].concat());
}

#[test]
fn without_a_head_every_volume_is_searched() {
    let mut space = Space::default();
    for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
        series(&mut space, name, AXIAL, 5, 10.0);
    }
    series(&mut space, "scout", SAGITTAL, 3, 5.0);
    let told = Told { finds: vec![("g", Sought::Face)], ..Told::default() };
    let (faces, recipes) = space.faces(&told);
    assert!(recipes.is_empty());
    assert_eq!(told.asked.borrow().len(), 8);
    let verdicts = |series: usize| &faces.verdicts[series * 5..][..5];
    assert_eq!(verdicts(0), [Verdict::Clear; 5]);
    assert_eq!(verdicts(6), [Verdict::Face; 5]);
    assert_eq!(faces.verdicts[40..], [Verdict::Flat; 3]);
}

#[test]
fn what_was_not_searched_may_be_a_face() {
    let mut space = Space::default();
    for at in 0..SEARCHED + 1 {
        series(&mut space, &at.to_string(), AXIAL, 4, 5.0);
    }
    let (faces, _) = space.faces(&Told::default());
    assert_eq!(faces.verdicts.iter().filter(|verdict| **verdict == Verdict::Face).count(), 4);
}

#[test]
fn files_whose_place_is_not_clear_are_not_treated() {
    let at = |z: f64| Some(plane(AXIAL.0, AXIAL.1, [10.0, 10.0], [-100.0, -100.0, z]));
    let many: Vec<_> = (0..40).map(|frame| at(f64::from(frame) * 5.0)).collect();
    let absurd = Some(Plane { position: [f64::NAN; 3], ..at(0.0).unwrap() });
    let plain = Source { about: about("1"), mosaic: false };
    let brain = Source { about: About { words: "FMRI BRAIN", ..about("2") }, mosaic: true };
    let knee = Source { about: About { words: "KNEE", ..about("3") }, mosaic: true };
    for (found, expect) in [
        (Sought::Nothing, [Verdict::Clear, Verdict::Flat, Verdict::Clear, Verdict::Face, Verdict::Face, Verdict::Flat, Verdict::Face]),
        (head(Tier::A, [0.0; 3]), {
            let treated = treat(0, Tier::A, 1.0);
            [treated, Verdict::Flat, Verdict::Face, Verdict::Face, Verdict::Face, Verdict::Face, Verdict::Face]
        }),
    ] {
        let mut space = Space::default();
        file(&mut space, &plain, &many);
        // A picture without a place; a volume with a frame without one; one that lies nowhere.
        file(&mut space, &plain, &[None]);
        file(&mut space, &plain, &[many.clone(), vec![None]].concat());
        file(&mut space, &plain, std::slice::from_ref(&absurd));
        file(&mut space, &brain, &[at(0.0)]);
        file(&mut space, &knee, &[at(0.0)]);
        // A frame that cannot be decoded.
        let broken = space.open(&plain);
        let spot = space.wants(broken, &plain, at(-77.0).as_ref(), [20, 20]).unwrap();
        space.put(broken, spot, None).unwrap();
        let told = Told { finds: vec![("1", found)], ..Told::default() };
        assert_eq!(space.faces(&told).0.verdicts, expect);
    }
}

#[test]
fn many_slices_of_a_head_are_one_wherever_they_lie() {
    let of = |words, files: &[usize]| {
        let source = Source { about: About { words, ..about("1") }, mosaic: false };
        let mut space = Space::default();
        for frames in files {
            file(&mut space, &source, &vec![None; *frames]);
        }
        space.faces(&Told::default()).0.verdicts
    };
    assert_eq!(of("BRAIN", &[1; FEWEST]), [Verdict::Face; FEWEST]);
    assert_eq!(of("BRAIN", &[FEWEST]), [Verdict::Face]);
    assert_eq!(of("BRAIN", &[1, 2]), [Verdict::Flat; 2]);
    assert_eq!(of("KNEE", &[1; FEWEST]), [Verdict::Flat; FEWEST]);
}

/// Slices of a volume of which none says where it lies are no times of one slice.
#[test]
fn slices_that_all_say_one_place_do_not_leave_as_one() {
    let of = |words, at: [f64; 3], locations: &[Option<f64>]| {
        let mut space = Space::default();
        for location in locations {
            let source = Source { about: About { words, location: *location, ..about("same") }, mosaic: false };
            file(&mut space, &source, &[Some(plane(AXIAL.0, AXIAL.1, [10.0; 2], at))]);
        }
        space
    };
    let verdicts = |space: &Space| space.faces(&Told::default()).0.verdicts;
    let (away, apart): ([f64; 3], Vec<_>) = ([-100.0, -100.0, 7.0], (0..8).map(|at| Some(f64::from(at) * 5.0)).collect());
    assert_eq!(verdicts(&of("BRAIN", away, &apart)), [Verdict::Face; 8]);
    assert_eq!(verdicts(&of("", away, &apart)), [Verdict::Face; 8]);
    assert_eq!(verdicts(&of("KNEE", away, &apart)), [Verdict::Flat; 8]);
    // Nobody filled in where they lie.
    assert_eq!(verdicts(&of("BRAIN", [0.0; 3], &[None; 8])), [Verdict::Face; 8]);
    // Times of one slice; and too few to be a volume.
    assert_eq!(verdicts(&of("BRAIN", away, &[Some(3.0); 8])), [Verdict::Flat; 8]);
    assert_eq!(verdicts(&of("", away, &[None; 8])), [Verdict::Flat; 8]);
    // Many files of a head have to say that they are.
    assert_eq!(verdicts(&of("BRAIN", away, &[None; 8])), [Verdict::Face; 8]);
    assert_eq!(verdicts(&of("BRAIN", away, &[None; 3])), [Verdict::Flat; 3]);
    assert_eq!(verdicts(&of("BRAIN", away, &apart[..3])), [Verdict::Flat; 3]);
    // Beside a head that is treated, they are not cut where they do not lie.
    let mut beside = of("KNEE", away, &apart);
    series(&mut beside, "one", SAGITTAL, 40, 5.0);
    let (faces, _) = beside.faces(&Told { finds: vec![("one", head(Tier::A, [0.0; 3]))], ..Told::default() });
    assert_eq!(faces.verdicts[..9], [vec![Verdict::Face; 8], vec![treat(0, Tier::A, 3.0)]].concat());
    // Each a Series of its own.
    let mut each = Space::default();
    for (number, location) in ["a", "b", "c", "d", "e"].into_iter().zip(&apart) {
        let source = Source { about: About { location: *location, ..about(number) }, mosaic: false };
        file(&mut each, &source, &[Some(plane(AXIAL.0, AXIAL.1, [10.0; 2], away))]);
    }
    each.gather();
    assert_eq!(verdicts(&each), [Verdict::Face; 5]);
}

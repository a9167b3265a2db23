//! A face sought in a volume, and what is to be done about it.

use serde::{Deserialize, Serialize};

use super::cavity;
use super::fit::{Fit, Sight, polished, search};
use super::guard::{Guard, THICK, around};
use super::stack::SHALLOW;
use super::template::Template;
use super::{Foreground, Grid, Lattice, Modality, Mode, Part, Point, Pose, Recipe, Solid, Tier, cut, tier};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// Whether ears go as well.
    pub ears: bool,
    /// Whether what is in the orbits goes as well: eyes are kept else, without their lids.
    pub eyes: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { ears: true, eyes: true }
    }
}

impl Options {
    /// What goes by both.
    pub const fn or(self, other: Self) -> Self {
        Self { ears: self.ears || other.ears, eyes: self.eyes || other.eyes }
    }

    /// The tier of a head of which this stays: of what was kept on purpose only a person can say that nobody is known by it.
    pub(super) fn tier(self, tier: Tier) -> Tier {
        if self.ears && self.eyes { tier } else { tier.max(Tier::B) }
    }
}

/// What was found in a volume.
#[derive(Clone, Debug)]
pub enum Found {
    /// No head, or one without a face.
    Nothing,
    /// A face may be there, and cannot be taken out.
    Face,
    /// A face without much of its head: cutting it away would leave nothing.
    FaceOnly(Box<Outline>),
    /// A head whose face can be taken out; its probes are not in the recipe yet.
    Head(Box<Recipe>),
}

/// What is there to replace the skin of.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The volume.
    pub grid: Grid,
    /// What of it is the patient.
    pub foreground: Foreground,
    /// What made it.
    pub modality: Modality,
    /// How a head lies in it, as far as can be said.
    pub pose: Option<Pose>,
}

/// What was measured on the way, for those who judge the judging.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measures {
    /// The best fit.
    pub fit: Option<Fit>,
    /// See [`Guard::overlap`].
    pub overlap: Option<f32>,
}

/// A cell of the volume that heads are fitted in, mm.
const STEP: f32 = 3.0;
/// More cells than this, a cube of 380 mm, are searched in coarser ones first.
const MOST: usize = 2_000_000;
/// The coarsest that a head is searched in, mm.
const COARSEST: f32 = 12.0;

/// Looks for a face in a volume; `words` are what the header says of what was imaged, in upper case.
pub fn find(solid: &dyn Solid, modality: Modality, words: &str, options: &Options) -> Found {
    measured(solid, modality, words, options).0
}

/// What of a head is there to replace the skin of, where cutting by its pose leaves too much; nothing where most of the brain was imaged.
pub fn skin_of(solid: &dyn Solid, modality: Modality) -> Option<Outline> {
    let seen = fitted(solid, modality, &Template::load())?;
    let fit = seen.fit.filter(tier::is_mostly_face)?;
    Some(outline(seen, modality, Some(fit.pose)))
}

/// As [`find`], with what was measured.
pub fn measured(solid: &dyn Solid, modality: Modality, words: &str, options: &Options) -> (Found, Measures) {
    let named = tier::named(words) || is_whole_body(solid, modality, words);
    let (low, high) = solid.bounds();
    let thick = low.iter().zip(high).all(|(low, high)| f64::from(high - low) >= SHALLOW);
    if !thick {
        return (Found::Nothing, Measures::default());
    }
    let template = Template::load();
    let nowhere = if named { Found::Face } else { Found::Nothing };
    let Some(seen) = fitted(solid, modality, &template) else { return (nowhere, Measures::default()) };
    let seen = seen.seated(solid, modality, &template);
    let Some(fit) = seen.fit else {
        // A part of a face, too small to say where in a head.
        let found = if tier::names_face(words) { Found::FaceOnly(Box::new(outline(seen, modality, None))) } else { nowhere };
        return (found, Measures::default());
    };
    let mut measures = Measures { fit: Some(fit), overlap: None };
    let found = match tier::of(&fit, words) {
        tier::Judged::None => nowhere,
        tier::Judged::Maybe => Found::Face,
        tier::Judged::FaceOnly { placed } => Found::FaceOnly(Box::new(outline(seen, modality, placed.then_some(fit.pose)))),
        tier::Judged::Head(tier) => {
            let guard = Guard::of(solid, modality, &template, &fit, options.eyes);
            measures.overlap = guard.overlap;
            let all = seen.foreground.clone().with_front(&seen.grid, true, |place| in_front(&fit.pose, place));
            let body = cut::Body { lattice: &seen.grid.lattice, all: &all, sure: &seen.foreground };
            Found::Head(Box::new(recipe(by_step(tier, solid.step()), &fit.pose, &guard, body, options)))
        }
    };
    (found, measures)
}

/// Whether the face of a whole body may shine in it, however little of it can be made out: from the eyes to the thighs is how tumours are
/// looked for, and no crown says where the head lies.
fn is_whole_body(solid: &dyn Solid, modality: Modality, words: &str) -> bool {
    /// More than a heart or a liver takes, mm.
    const TALL: f32 = 400.0;
    let ([_, _, low], [_, _, high]) = solid.bounds();
    modality == Modality::Pet && high - low >= TALL && Part::named(words) != Part::Elsewhere
}

/// The tier of a head whose frames lie as far apart as that, mm.
fn by_step(tier: Tier, step: f32) -> Tier {
    if step > THICK { tier.max(Tier::B) } else { tier }
}

/// A volume, what of it is a body, and how a head lies in it.
struct Seen {
    grid: Grid,
    foreground: Foreground,
    fit: Option<Fit>,
}

/// Fits a head; nothing where nothing stands out of air.
fn fitted(solid: &dyn Solid, modality: Modality, template: &Template) -> Option<Seen> {
    let (low, high) = solid.bounds();
    let whole = Lattice::covering(low, high, STEP);
    if whole.len() <= MOST {
        let mut seen = seen(solid, whole, modality)?;
        seen.fit = search(&seen.sight(modality, template)).map(|fit| polished(&fit, &seen.sight(modality, template)).unwrap_or(fit));
        return Some(seen.better(modality, template));
    }
    // A whole body: the head is found in coarse cells, and fitted in fine ones around it.
    let step = (whole.len() as f32 / MOST as f32).cbrt() * STEP;
    let coarse = (step <= COARSEST).then(|| Lattice::covering(low, high, step.max(STEP * 2.0)))?;
    let mut rough = seen(solid, coarse, modality)?;
    rough.fit = search(&rough.sight(modality, template));
    let Some(fit) = rough.fit else { return Some(rough) };
    let lattice = window(&fit.pose, low, high);
    let Some(mut near) = seen(solid, lattice, modality) else { return Some(rough) };
    near.fit = polished(&fit, &near.sight(modality, template)).or(Some(fit));
    Some(near)
}

fn seen(solid: &dyn Solid, lattice: Lattice, modality: Modality) -> Option<Seen> {
    let grid = solid.sample(&lattice);
    let foreground = Foreground::of(&grid, modality)?;
    Some(Seen { grid, foreground, fit: None })
}

impl Seen {
    /// Or, where it fits better, with what is dim: far from a coil the crown may be lost, and the head with it seems too low.
    fn better(self, modality: Modality, template: &Template) -> Self {
        let Some(fit) = self.fit.filter(|fit| !tier::is_close(fit)) else { return self };
        let Some(foreground) = self.foreground.dim(&self.grid, modality) else { return self };
        let sight = Sight { grid: &self.grid, foreground: &foreground, modality, template };
        match polished(&fit, &sight) {
            Some(dim) if dim.inliers > fit.inliers && dim.rms < fit.rms => Self { fit: Some(dim), foreground, ..self },
            _ => self,
        }
    }

    /// Or, where that fits better, from where the inside of its skull lies in CT: by its skin alone a head may seem to nod.
    fn seated(self, solid: &dyn Solid, modality: Modality, template: &Template) -> Self {
        /// From this overlap on, what was seen is at least most of the brain.
        const ALIKE: f32 = 0.6;
        /// Of a head that was seen by less than this of its scalp, the brain does not say how high it is either.
        const COVER: f32 = 0.6;
        let Some(fit) = self.fit.filter(|fit| modality == Modality::Ct && fit.cover >= COVER) else { return self };
        let Some(cavity) = cavity::cavity(solid, template, &fit.pose, cavity::COARSE).filter(|cavity| cavity.overlap > ALIKE) else {
            return self;
        };
        let pose = cavity.settled(template, &fit.pose);
        match polished(&Fit { pose, ..fit }, &self.sight(modality, template)) {
            Some(seated) if seated.score() > fit.score() => Self { fit: Some(seated), ..self },
            _ => self,
        }
    }

    fn sight<'a>(&'a self, modality: Modality, template: &'a Template) -> Sight<'a> {
        Sight { grid: &self.grid, foreground: &self.foreground, modality, template }
    }
}

/// For a layer of skin: all of it must be there.
fn outline(seen: Seen, modality: Modality, pose: Option<Pose>) -> Outline {
    // Without a pose, the front half of what is there.
    let (low, high) = (seen.grid.lattice.place([0; 3]), seen.grid.lattice.place(seen.grid.lattice.size));
    let middle = |[_, low, _]: Point, [_, high, _]: Point| low.midpoint(high);
    let behind = middle(low, high);
    let front = |place: Point| match &pose {
        Some(pose) => in_front(pose, place),
        None => place.get(1).is_some_and(|y| *y > behind),
    };
    Outline { foreground: seen.foreground.with_front(&seen.grid, false, front), grid: seen.grid, modality, pose }
}

/// Before the ears, where no head rest is.
fn in_front(pose: &Pose, place: Point) -> bool {
    let [_, y, _] = pose.to_template(place);
    y > -10.0
}

/// The cells around a head, as far as anything was imaged.
fn window(pose: &Pose, low: Point, high: Point) -> Lattice {
    /// A head with its neck, mm in the template.
    const BOX: [[f32; 2]; 3] = [[-130.0, 130.0], [-160.0, 150.0], [-190.0, 140.0]];
    let (mut from, mut to) = around(pose, BOX);
    for (((from, to), low), high) in from.iter_mut().zip(&mut to).zip(low).zip(high) {
        *from = from.clamp(low, high);
        *to = to.clamp(low, high);
    }
    Lattice::covering(from, to, STEP)
}

fn recipe(tier: Tier, pose: &Pose, guard: &Guard, body: cut::Body, options: &Options) -> Recipe {
    /// Between eyes and mouth, mm in the template.
    const FACE: Point = [0.0, 40.0, -40.0];
    let (cut, tissue) = cut::fields(pose, guard, body, options.ears);
    let axis = |toward| pose.direction(toward);
    let pose = [pose.to_patient(FACE), axis([0.0, 1.0, 0.0]), axis([0.0, 0.0, 1.0]), axis([1.0, 0.0, 0.0])];
    Recipe { tier: options.tier(tier), mode: Mode::Cut, cut, tissue, probes: Vec::new(), pose }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::super::pose::turn_about;
    use super::super::statue::{Body, Statue};
    use super::*;

    fn pose(turn: [f64; 3]) -> Pose {
        Pose { turn: turn_about(turn), place: [12.0, -20.0, 70.0], scale: [0.9, 0.95, 0.86] }
    }

    fn is_cut(recipe: &Recipe, pose: &Pose, at: Point) -> bool {
        recipe.cut.at(pose.to_patient(at)).is_some_and(|mm| mm > 0.0)
    }

    /// Eyes, brows, nose, cheeks, lips, chin; ears.
    const FACE: [Point; 10] = [
        [-34.0, 70.0, -38.0],
        [34.0, 70.0, -38.0],
        [30.0, 80.0, -22.0],
        [0.0, 100.0, -50.0],
        [0.0, 80.0, -30.0],
        [50.0, 55.0, -70.0],
        [-50.0, 55.0, -70.0],
        [0.0, 80.0, -90.0],
        [0.0, 78.0, -120.0],
        [0.0, 60.0, -125.0],
    ];
    const EARS: [Point; 2] = [[-80.0, -20.0, -45.0], [80.0, -20.0, -45.0]];
    const KEPT: [Point; 7] = [
        [0.0, 60.0, 10.0],
        [20.0, 55.0, -15.0],
        [-45.0, 10.0, -30.0],
        [0.0, -20.0, 10.0],
        [0.0, -100.0, 0.0],
        [0.0, 0.0, 90.0],
        [0.0, -20.0, -130.0],
    ];

    fn found(solid: &dyn Solid, modality: Modality, options: &Options) -> (Box<Recipe>, Fit) {
        let (found, measures) = measured(solid, modality, "", options);
        let Found::Head(recipe) = found else { panic!("{:?}", measures.fit) };
        (recipe, measures.fit.unwrap())
    }

    #[test]
    fn a_head_is_found_as_it_lies_and_its_face_is_cut() {
        for (modality, turn) in [(Modality::Ct, [0.25, -0.1, 0.2]), (Modality::Mr, [-0.3, 0.15, -0.1])] {
            let pose = pose(turn);
            let (recipe, fit) = found(&Statue::new(pose, modality).body(), modality, &Options::default());
            assert_eq!(recipe.tier, Tier::A, "{fit:?}");
            for at in FACE.iter().chain(&EARS).chain(&KEPT) {
                let off = fit.pose.to_patient(*at).iter().zip(pose.to_patient(*at)).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt();
                assert!(off < 6.0, "{at:?} {off}");
            }
            assert!(FACE.iter().chain(&EARS).all(|at| is_cut(&recipe, &pose, *at)));
            assert!(KEPT.iter().all(|at| !is_cut(&recipe, &pose, *at)));
            // What closes the cut lies in the head, at the back of what is cut, and nowhere else.
            let tissue = |at: Point| recipe.tissue.at(pose.to_patient(at)).is_some_and(|mm| mm > 0.0);
            assert!(tissue([0.0, 48.0, -70.0]) && !tissue([0.0, 70.0, -70.0]) && !tissue([0.0, 120.0, -70.0]));
        }
    }

    #[test]
    fn ears_and_eyes_stay_where_that_is_asked_for() {
        let pose = pose([0.1, 0.0, 0.0]);
        let solid = Statue::new(pose, Modality::Mr).body();
        let (recipe, _) = found(&solid, Modality::Mr, &Options { ears: false, eyes: false });
        assert!(EARS.iter().all(|at| !is_cut(&recipe, &pose, *at)));
        assert!(!is_cut(&recipe, &pose, [34.0, 60.0, -39.0]) && is_cut(&recipe, &pose, [34.0, 82.0, -39.0]));
    }

    #[test]
    fn nobody_is_sure_of_thick_slices() {
        let of = |tier, steps: &[f32]| by_step(tier, steps.iter().copied().fold(0.0, f32::max));
        assert_eq!([of(Tier::A, &[1.0, 6.0]), of(Tier::A, &[4.0, 7.0, 4.0])], [Tier::A, Tier::B]);
        assert_eq!([of(Tier::C, &[7.0]), of(Tier::B, &[1.0])], [Tier::C, Tier::B]);
    }

    #[test]
    fn a_nod_that_the_skin_has_wrong_is_seen_in_the_skull() {
        let true_pose = pose([0.1, 0.05, 0.0]);
        let solid = Statue::new(true_pose, Modality::Ct).body();
        let template = Template::load();
        let seen = fitted(&solid, Modality::Ct, &template).unwrap();
        let fit = seen.fit.unwrap();
        let nodded = Pose { turn: turn_about([0.4, 0.05, 0.0]), place: [16.0, -26.0, 66.0], ..fit.pose };
        let wrong = Fit { pose: nodded, inliers: 0.8, ..fit };
        let seated = Seen { fit: Some(wrong), ..seen }.seated(&solid, Modality::Ct, &template).fit.unwrap();
        assert!(seated.pose.apart(&true_pose) < 0.7 * nodded.apart(&true_pose) && seated.inliers > 0.95, "{seated:?}");
    }

    #[test]
    fn a_small_child_is_treated_as_an_adult_is() {
        for (modality, size) in [(Modality::Ct, 0.7), (Modality::Mr, 0.72), (Modality::Ct, 0.85)] {
            let adult = pose([0.1, 0.0, 0.05]);
            let pose = Pose { scale: adult.scale.map(|scale| scale * size), ..adult };
            let (recipe, fit) = found(&Statue::new(pose, modality).body(), modality, &Options::default());
            assert!((0.9..1.1).contains(&(fit.pose.size() / pose.size())), "{fit:?}");
            for at in FACE {
                assert!(is_cut(&recipe, &pose, at), "{modality:?} {size} {at:?}");
            }
            assert!(KEPT.iter().all(|at| !is_cut(&recipe, &pose, *at)), "{modality:?} {size}");
        }
    }

    #[test]
    fn of_what_is_cut_the_outermost_is_air() {
        let solid = Statue::new(pose([0.1, 0.0, 0.0]), Modality::Mr).body();
        let (recipe, _) = found(&solid, Modality::Mr, &Options::default());
        let seen = fitted(&solid, Modality::Mr, &Template::load()).unwrap();
        let is = |field: &crate::face::Field, place| field.at(place).is_some_and(|mm| mm > 0.5);
        let lattice = &seen.grid.lattice;
        let skin = lattice.places().filter(|place| seen.foreground.under(lattice, *place).is_some_and(|depth| (0.5..2.0).contains(&depth)));
        let cut: Vec<Point> = skin.filter(|place| is(&recipe.cut, *place)).collect();
        // At the brows, beside the brain, there is not much to cut.
        let thin = cut.iter().filter(|place| recipe.cut.at(**place).is_some_and(|mm| mm < 4.0)).count();
        assert!(thin > 50, "{thin} of {}", cut.len());
        assert!(cut.iter().all(|place| !is(&recipe.tissue, *place)));
    }

    #[test]
    fn a_file_that_says_the_wrong_way_up_is_seen_through() {
        let half = std::f64::consts::PI;
        let pose = pose([half, 0.0, 0.0]);
        let (recipe, fit) = found(&Statue::new(pose, Modality::Ct).body(), Modality::Ct, &Options::default());
        assert!(!fit.upright && recipe.tier == Tier::B);
        assert!(FACE.iter().all(|at| is_cut(&recipe, &pose, *at)));
        assert!(KEPT.iter().all(|at| !is_cut(&recipe, &pose, *at)));
    }

    #[test]
    fn a_head_is_found_on_a_whole_body() {
        let pose = pose([0.1, 0.0, 0.0]);
        let statue = Statue::new(pose, Modality::Ct);
        let trunk = |[x, y, z]: Point| (x / 200.0).powi(2) + ((y + 30.0) / 110.0).powi(2) < 1.0 && z < -120.0;
        let value = move |place: Point| if trunk(place) { 40.0 } else { statue.value(place) };
        let solid = Body { low: [-250.0, -250.0, -900.0], high: [250.0, 250.0, 210.0], value };
        let (recipe, _) = found(&solid, Modality::Ct, &Options::default());
        assert!(FACE.iter().all(|at| is_cut(&recipe, &pose, *at)));
        assert!(KEPT.iter().all(|at| !is_cut(&recipe, &pose, *at)));
    }

    /// From the eyes down, blurred: nothing of it is a head by its shape.
    #[test]
    fn what_shines_of_a_whole_body_may_be_a_face() {
        let value = |[x, y, z]: Point| {
            let neck = if z > 300.0 { 80.0 } else { 150.0 };
            if x.hypot(y) < neck { 3000.0 } else { 20.0 }
        };
        let of = |modality, tall: f32, words| {
            let solid = Body { low: [-200.0, -200.0, 440.0 - tall], high: [200.0, 200.0, 440.0], value };
            find(&solid, modality, words, &Options::default())
        };
        assert!(matches!(of(Modality::Pet, 840.0, "AC"), Found::Face));
        for (modality, tall, words) in [(Modality::Pet, 840.0, "PET LEGS"), (Modality::Pet, 300.0, "AC"), (Modality::Mr, 840.0, "")] {
            assert!(matches!(of(modality, tall, words), Found::Nothing), "{modality:?} {tall} {words}");
        }
    }

    #[test]
    fn a_face_without_its_head_is_no_head() {
        let statue = Statue::new(pose([0.0; 3]), Modality::Ct);
        let value = move |place: Point| statue.value(place);
        // From below the chin to above the brows.
        let solid = Body { low: [-108.0, -150.0, -50.0], high: [132.0, 115.0, 45.0], value };
        let Found::FaceOnly(outline) = find(&solid, Modality::Ct, "CT PARANASAL SINUSES", &Options::default()) else { panic!() };
        let nose = outline.grid.lattice.nearest(pose([0.0; 3]).to_patient([0.0, 96.0, -50.0])).unwrap();
        assert!(outline.foreground.mask[nose]);
        // Whatever it is called; of a whole head it is not asked.
        assert!(skin_of(&solid, Modality::Ct).is_some_and(|outline| outline.pose.is_some()));
        assert!(skin_of(&Statue::new(pose([0.0; 3]), Modality::Ct).body(), Modality::Ct).is_none());
    }

    #[test]
    fn what_is_no_head_stays_as_it_is() {
        let (low, high) = ([-150.0, -150.0, -120.0], [150.0, 150.0, 120.0]);
        let ball = |[x, y, z]: Point| x.hypot(y).hypot(z) < 90.0;
        let limb = |[x, y, _]: Point| x.hypot(y) < 60.0;
        let trunk = |[x, y, _]: Point| (x / 140.0).powi(2) + (y / 95.0).powi(2) < 1.0;
        let (ct, mr) = ((Modality::Ct, -1000.0, 40.0), (Modality::Mr, 0.0, 300.0));
        let shapes: [(&dyn Fn(Point) -> bool, _, _); 5] =
            [(&ball, mr, "FRUIT"), (&limb, mr, "KNEE"), (&trunk, ct, "ABDOMEN"), (&|_| true, mr, ""), (&|_| false, ct, "")];
        for (shape, (modality, air, tissue), words) in shapes {
            let solid = Body { low, high, value: |place: Point| if shape(place) { tissue } else { air } };
            let (found, measures) = measured(&solid, modality, words, &Options::default());
            assert!(matches!(found, Found::Nothing), "{words} {:?}", measures.fit);
        }
        // Who says that it is a head is believed, though not that it can be treated.
        let solid = Body { low, high, value: |place: Point| if ball(place) { 300.0 } else { 0.0 } };
        assert!(matches!(find(&solid, Modality::Mr, "T1 BRAIN", &Options::default()), Found::Face));
    }

    #[test]
    fn a_few_slices_show_no_face() {
        let statue = Statue::new(pose([0.0; 3]), Modality::Ct);
        let value = move |place: Point| statue.value(place);
        let solid = Body { low: [-108.0, -150.0, 40.0], high: [132.0, 115.0, 60.0], value };
        assert!(matches!(find(&solid, Modality::Ct, "HEAD", &Options::default()), Found::Nothing));
        let nowhere = Body { low: [f32::NAN; 3], high: [f32::NAN; 3], value: |_| 0.0 };
        assert!(matches!(find(&nowhere, Modality::Mr, "HEAD", &Options::default()), Found::Nothing));
        let endless = Body { low: [-1e9; 3], high: [1e9; 3], value: |_| 0.0 };
        assert!(matches!(find(&endless, Modality::Mr, "HEAD", &Options::default()), Found::Face));
    }
}

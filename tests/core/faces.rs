//! What the core does with a face that others found: a toy takes it out where it is told to.

use std::cell::{Cell, RefCell};
use std::io::{Cursor, Read};
use std::rc::Rc;

use dicom_dictionary_std::tags;
use scan_scrubber::face::{Dose, Mode, Options, Scan, Tier};
use scan_scrubber::picture::{Area, Blackened, Mark, Pictures, Request, Seen, Small, Target, Why};
use scan_scrubber::profile::Writing;
use scan_scrubber::tools::Tools;
use scan_scrubber::{Code, Error, Faced, Look, Pixels, Policy, Scrubbed, Session, Source, Treatment};

use crate::build::{EXPLICIT, File, Set, samples};
use crate::harness;

/// Writes the first word of every frame anew where it was told of a recipe, but for one that is empty.
#[derive(Debug, Default)]
struct Toy {
    seen: Seen,
    request: RefCell<Option<Request>>,
    marks: RefCell<Vec<Mark>>,
    recipe: RefCell<Option<(Vec<u8>, Dose)>>,
    scanned: Cell<u32>,
    checked: Cell<u32>,
}

impl Pictures for Toy {
    fn identifiers(&self, _: &[u8]) -> Result<(), Error> {
        Ok(())
    }

    fn begin(&self, request: &Request) -> Result<(), Error> {
        *self.request.borrow_mut() = Some(request.clone());
        *self.recipe.borrow_mut() = None;
        Ok(())
    }

    fn look(&self, _: u32, _: &[u8]) -> Result<(), Error> {
        Ok(())
    }

    fn seen(&self) -> Result<Seen, Error> {
        Ok(self.seen.clone())
    }

    fn mark(&self, marks: &[Mark], _: bool) -> Result<Target, Error> {
        *self.marks.borrow_mut() = marks.to_vec();
        Ok(Target { syntax: self.request.borrow().as_ref().unwrap().syntax.clone(), photometric: None, planar: None })
    }

    fn blacken(&self, _: u32, _: &[u8]) -> Result<Blackened, Error> {
        let face = self.recipe.borrow().as_ref().filter(|(recipe, _)| !recipe.is_empty()).map(|_| (0, vec![1, 1]));
        let black = self.marks.borrow().iter().any(|mark| mark.gone).then(|| (4, vec![0, 0]));
        let patches: Vec<(u64, Vec<u8>)> = face.into_iter().chain(black).collect();
        Ok(if patches.is_empty() { Blackened::Same } else { Blackened::Patches(patches) })
    }

    fn check(&self, _: u32, before: &[u8], after: &[u8]) -> Result<(), Error> {
        self.checked.set(self.checked.get() + 1);
        if before.len() == after.len() { Ok(()) } else { Err(Code::Mask.into()) }
    }

    fn checked(&self) -> Result<Vec<Mark>, Error> {
        Ok(Vec::new())
    }

    fn preview(&self, _: u32, _: &[u8], _: u32) -> Result<Small, Error> {
        Ok(Small { width: 1, height: 1, pixels: vec![0; 4] })
    }

    fn scan(&self, _: u32, _: &[u8]) -> Result<(), Error> {
        self.scanned.set(self.scanned.get() + 1);
        Ok(())
    }

    fn treat(&self, recipe: &[u8], dose: Dose) -> Result<(), Error> {
        if recipe == [9] || self.request.borrow().as_ref().unwrap().scan.is_none() {
            return Err(Code::Mask.into());
        }
        *self.recipe.borrow_mut() = Some((recipe.to_vec(), dose));
        Ok(())
    }
}

fn policy(json: &str) -> Policy {
    Policy::parse(json).unwrap()
}

fn session_of(toy: &Rc<Toy>, policy: Policy) -> Session {
    let pictures: Rc<dyn Pictures> = Rc::<Toy>::clone(toy);
    Session::new(policy, harness::key(1), Tools { pictures: Some(pictures), ..harness::tools() }).unwrap()
}

fn session(toy: &Rc<Toy>) -> Session {
    session_of(toy, Policy::built_in("share").unwrap())
}

fn scrub(session: &mut Session, bytes: &[u8]) -> Result<(Scrubbed, Vec<u8>), Error> {
    let mut source = Source::new(Cursor::new(bytes)).unwrap();
    let kind = scan_scrubber::kind(&mut source).unwrap();
    let scrubbed = session.scrub(&mut source, kind, false, &mut |_| {})?;
    let mut out = Vec::new();
    scan_scrubber::write::Assembled::new(&mut source, scrubbed.file.parts()).read_to_end(&mut out).unwrap();
    Ok((scrubbed, out))
}

fn treatment(tier: Tier, claim: bool) -> Treatment {
    Treatment { recipe: vec![1], dose: Dose { air: -1000.0, tissue: 20.0 }, mode: Mode::Cut, tier, claim }
}

fn treated(toy: &Rc<Toy>, treatment: Treatment, bytes: &[u8]) -> (Scrubbed, Vec<u8>) {
    let mut session = session(toy);
    session.face(Faced::Treated(treatment));
    scrub(&mut session, bytes).unwrap()
}

fn text(bytes: &[u8], tag: dicom_core::Tag) -> Option<String> {
    harness::open(bytes).element(tag).ok().map(|element| element.to_str().unwrap().into_owned())
}

fn claims(bytes: &[u8]) -> bool {
    let object = harness::open(bytes);
    let items = object.element(tags::DEIDENTIFICATION_METHOD_CODE_SEQUENCE).unwrap().items().unwrap();
    items.iter().any(|item| item.element(tags::CODE_VALUE).unwrap().to_str().unwrap() == "113102")
}

fn clean_seen() -> Seen {
    Seen { whole: true, ..Seen::default() }
}

/// A slice of four rows and four columns of 16 bits, whose every sample is 0x0707, which says that it is recognizable or not.
fn slice() -> Set {
    samples::layout(samples::ct_header(), 4, 4, 16, 16)
        .u16s(0x0028_0106, &[0x0707])
        .u16s(0x0028_0107, &[0x0707])
        .text(0x0028_0302, "CS", "NO")
        .bytes(0x7FE0_0010, "OW", &[7; 32])
}

fn file(set: Set) -> Vec<u8> {
    File::new(EXPLICIT, set.sorted()).bytes()
}

fn pixels(bytes: &[u8]) -> Vec<u16> {
    harness::open(bytes).element(tags::PIXEL_DATA).unwrap().to_multi_int().unwrap()
}

#[test]
fn what_may_be_of_a_head_does_not_leave_before_a_face_was_looked_for() {
    let toy = Rc::new(Toy { seen: clean_seen(), ..Toy::default() });
    let mut session = session(&toy);
    assert_eq!(scrub(&mut session, &file(slice())).unwrap_err().code, Code::Face);
    session.face(Faced::Plain);
    let (scrubbed, bytes) = scrub(&mut session, &file(slice())).unwrap();
    assert_eq!((scrubbed.pixels, scrubbed.treated, claims(&bytes)), (Pixels::Unchanged, false, false));
    // What was found was found of that file alone.
    assert_eq!(scrub(&mut session, &file(slice())).unwrap_err().code, Code::Face);
    // Other kinds of files need nobody's word.
    let dose = slice().without(0x0008_0016).text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.481.2");
    assert!(scrub(&mut session, &file(dose)).is_ok());
    let mut keeping = session_of(&toy, policy(r#"{"version":1,"name":"a","options":["clean-pixel-data"]}"#));
    assert!(scrub(&mut keeping, &file(slice())).is_ok());
}

#[test]
fn a_face_that_is_out_is_said_to_be() {
    let toy = Rc::new(Toy { seen: clean_seen(), ..Toy::default() });
    let (scrubbed, bytes) = treated(&toy, treatment(Tier::A, true), &file(slice()));
    assert_eq!((scrubbed.pixels, scrubbed.treated, toy.checked.get()), (Pixels::Cut, true, 1));
    assert_eq!(pixels(&bytes), [vec![0x0101], vec![0x0707; 15]].concat());
    assert!(claims(&bytes));
    assert_eq!(text(&bytes, tags::RECOGNIZABLE_VISUAL_FEATURES).as_deref(), Some("NO"));
    assert_eq!(text(&bytes, tags::IMAGE_TYPE).as_deref(), Some(r"DERIVED\PRIMARY\AXIAL"));
    assert_eq!(text(&bytes, tags::DERIVATION_DESCRIPTION).as_deref(), Some("Face removed"));
    assert!(text(&bytes, tags::DEIDENTIFICATION_METHOD).unwrap().ends_with(r"\Face: cut, tier A"));
    assert_eq!(text(&bytes, tags::SMALLEST_IMAGE_PIXEL_VALUE), None);
    assert_eq!(text(&bytes, tags::LARGEST_IMAGE_PIXEL_VALUE), None);
    let (_, dose) = toy.recipe.borrow().clone().unwrap();
    assert_eq!((dose.air, dose.tissue), (-1000.0, 20.0));
}

#[test]
fn what_is_not_sure_is_done_and_not_claimed() {
    let toy = Rc::new(Toy { seen: clean_seen(), ..Toy::default() });
    let (scrubbed, bytes) = treated(&toy, Treatment { mode: Mode::Layer, ..treatment(Tier::B, false) }, &file(slice()));
    assert!(scrubbed.treated && !claims(&bytes));
    // What the file said before is not known to be so.
    assert_eq!(text(&bytes, tags::RECOGNIZABLE_VISUAL_FEATURES), None);
    assert!(text(&bytes, tags::DEIDENTIFICATION_METHOD).unwrap().ends_with(r"\Face: skin layer, tier B"));
    let (_, bytes) = treated(&toy, treatment(Tier::B, true), &file(slice()));
    assert!(claims(&bytes));
}

#[test]
fn what_a_policy_keeps_of_a_head_is_asked_for_and_said() {
    let toy = Rc::new(Toy { seen: clean_seen(), ..Toy::default() });
    let option = "clean-recognizable-visual-features";
    for (keys, options, said) in [
        ("", Options { ears: true, eyes: true }, ""),
        (r#","ears":"remove""#, Options { ears: true, eyes: true }, ""),
        (r#","ears":"keep""#, Options { ears: false, eyes: true }, ", ears kept"),
        (r#","orbits":"keep""#, Options { ears: true, eyes: false }, ", orbits kept"),
        (r#","ears":"keep","orbits":"keep""#, Options { ears: false, eyes: false }, ", ears and orbits kept"),
    ] {
        let mut session = session_of(&toy, policy(&format!(r#"{{"version":1,"name":"a","options":["{option}"]{keys}}}"#)));
        session.face(Faced::Treated(treatment(Tier::B, true)));
        let (_, bytes) = scrub(&mut session, &file(slice())).unwrap();
        let method = text(&bytes, tags::DEIDENTIFICATION_METHOD).unwrap();
        let last = method.rsplit('\\').next().unwrap();
        assert_eq!(last, format!("Face: cut, tier B{said}"));
        assert!(last.len() <= 64);
        assert_eq!(toy.request.borrow().as_ref().unwrap().scan.as_ref().unwrap().options, options);
    }
}

#[test]
fn frames_beside_the_face_stay_to_the_last_byte() {
    let toy = Rc::new(Toy { seen: clean_seen(), ..Toy::default() });
    let (scrubbed, bytes) = treated(&toy, Treatment { recipe: vec![], ..treatment(Tier::A, true) }, &file(slice()));
    assert_eq!((scrubbed.pixels, scrubbed.treated, toy.checked.get()), (Pixels::Unchanged, true, 0));
    assert_eq!(text(&bytes, tags::IMAGE_TYPE).as_deref(), Some(r"ORIGINAL\PRIMARY\AXIAL"));
    assert_eq!(text(&bytes, tags::DERIVATION_DESCRIPTION), None);
    // They are of the volume all the same.
    assert!(claims(&bytes));
}

#[test]
fn writing_and_a_face_go_together() {
    let mark = Mark { area: Area { x: 2, y: 0, width: 1, height: 1 }, frames: None, why: Why::Unread, gone: true };
    let toy = Rc::new(Toy { seen: Seen { marks: vec![mark], ..clean_seen() }, ..Toy::default() });
    let (scrubbed, bytes) = treated(&toy, treatment(Tier::A, true), &file(slice()));
    assert_eq!((scrubbed.pixels, scrubbed.blackened, scrubbed.treated), (Pixels::Blackened, 1, true));
    assert_eq!(pixels(&bytes)[..3], [0x0101, 0x0707, 0]);
    assert_eq!(text(&bytes, tags::DERIVATION_DESCRIPTION).as_deref(), Some("Face removed, writing blackened"));
    assert_eq!(text(&bytes, tags::BURNED_IN_ANNOTATION).as_deref(), Some("NO"));
}

#[test]
fn what_cannot_be_taken_out_stays_here() {
    let toy = Rc::new(Toy { seen: clean_seen(), ..Toy::default() });
    let code = |treatment| {
        let mut session = session(&toy);
        session.face(Faced::Treated(treatment));
        scrub(&mut session, &file(slice())).unwrap_err().code
    };
    assert_eq!(code(treatment(Tier::C, true)), Code::Face);
    assert_eq!(code(Treatment { recipe: vec![9], ..treatment(Tier::A, true) }), Code::Mask);
    let mut blind = harness::session("share");
    blind.face(Faced::Treated(treatment(Tier::A, true)));
    assert_eq!(scrub(&mut blind, &file(slice())).unwrap_err().code, Code::Face);
}

#[test]
fn a_face_goes_where_writing_may_stay() {
    let toy = Rc::new(Toy::default());
    let only = policy(r#"{"version":1,"name":"a","options":["clean-recognizable-visual-features"]}"#);
    let mut session = session_of(&toy, only);
    session.face(Faced::Treated(treatment(Tier::A, true)));
    let (scrubbed, bytes) = scrub(&mut session, &file(slice())).unwrap();
    assert_eq!((scrubbed.pixels, scrubbed.writing.name()), (Pixels::Cut, "unseen"));
    assert!(claims(&bytes));
    assert_eq!(toy.request.borrow().as_ref().unwrap().writing, Writing::None);
}

fn scan_of(set: Set) -> Result<Scan, Code> {
    let toy = Rc::new(Toy::default());
    let bytes = file(set);
    let mut source = Source::new(Cursor::new(&bytes)).unwrap();
    let kind = scan_scrubber::kind(&mut source).unwrap();
    session(&toy).scan(&mut source, kind).map_err(|error| error.code)?;
    let request = toy.request.borrow().clone().unwrap();
    assert_eq!(toy.scanned.get(), request.frames);
    Ok(request.scan.unwrap())
}

const POSITION: u32 = 0x0020_0032;
const ORIENTATION: u32 = 0x0020_0037;
const SPACING: u32 = 0x0028_0030;

fn placed() -> Set {
    slice()
        .without(POSITION)
        .without(ORIENTATION)
        .without(SPACING)
        .text(POSITION, "DS", r"-10\-20.5\3e1")
        .text(ORIENTATION, "DS", r"1\0\0\0\0.5\-0.8660254")
        .text(SPACING, "DS", r"0.5\0.25")
        .text(0x0018_5100, "CS", "HFS")
        .text(0x0018_1030, "LO", "Kopf nativ")
}

#[test]
fn a_slice_lies_where_its_header_says() {
    let scan = scan_of(placed()).unwrap();
    let [Some(plane)] = &scan.planes[..] else { panic!("one plane") };
    assert_eq!((plane.position, plane.along, plane.spacing), ([-10.0, -20.5, 30.0], [1.0, 0.0, 0.0], [0.5, 0.25]));
    assert!((plane.down[2] + 0.866).abs() < 0.001);
    assert!(scan.words.contains("KOPF NATIV") && scan.words.contains("LUNG 1.0"));
    assert_eq!((scan.patient_position.as_str(), scan.rescale.len()), ("HFS", 0));
    assert_eq!(scan_of(placed().without(0x0020_1041).text(0x0020_1041, "DS", "-7.5")).unwrap().location, Some(-7.5));
    for (tag, vr, value) in [
        (ORIENTATION, "DS", r"1\0\0\0\0.5\0.5"),
        (ORIENTATION, "DS", r"1\0\0\1\0\0"),
        (ORIENTATION, "DS", r"1\0\0"),
        (POSITION, "DS", r"1\2"),
        (POSITION, "DS", r"1\2\x"),
        (POSITION, "DS", ""),
        (SPACING, "DS", r"0\1"),
        (SPACING, "DS", r"1\-1"),
    ] {
        assert_eq!(scan_of(placed().without(tag).text(tag, vr, value)).unwrap().planes, [None], "{value}");
    }
}

#[test]
fn frames_of_enhanced_objects_lie_each_where_it_says() {
    let position = |z: &str| Set::new().items(0x0020_9113, vec![Set::new().text(POSITION, "DS", &format!(r"0\0\{z}"))]);
    let rescale = Set::new().text(0x0028_1052, "DS", "-5").text(0x0028_1053, "DS", "2").text(0x0028_1054, "LO", "US");
    let shared = Set::new()
        .items(0x0020_9116, vec![Set::new().text(ORIENTATION, "DS", r"1\0\0\0\1\0")])
        .items(0x0028_9110, vec![Set::new().text(SPACING, "DS", r"2\2")]);
    let own = vec![position("1"), position("2.5").items(0x0028_9145, vec![rescale]), Set::new()];
    let set = placed()
        .without(0x0008_0016)
        .without(0x7FE0_0010)
        .text(0x0008_0016, "UI", samples::ENHANCED_MR)
        .text(0x0028_0008, "IS", "3")
        .items(0x5200_9229, vec![shared])
        .items(0x5200_9230, own)
        .bytes(0x7FE0_0010, "OW", &[7; 96]);
    let scan = scan_of(set).unwrap();
    let heights: Vec<_> = scan.planes.iter().map(|plane| plane.as_ref().map(|plane| plane.position[2])).collect();
    assert_eq!(heights, [Some(1.0), Some(2.5), None]);
    assert_eq!(scan.rescale, [(1.0, 0.0), (2.0, -5.0), (1.0, 0.0)]);
}

#[test]
fn slices_of_nuclear_medicine_lie_along_their_normal() {
    let detector = Set::new().text(POSITION, "DS", r"0\0\10").text(ORIENTATION, "DS", r"1\0\0\0\1\0");
    let set = |kind: &str| {
        placed()
            .without(0x0008_0016)
            .without(0x0008_0008)
            .without(0x7FE0_0010)
            .text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.20")
            .text(0x0008_0008, "CS", kind)
            .text(0x0018_0088, "DS", "4")
            .text(0x0028_0008, "IS", "2")
            .items(0x0054_0022, vec![detector.clone()])
            .bytes(0x7FE0_0010, "OW", &[7; 64])
    };
    let scan = scan_of(set(r"ORIGINAL\PRIMARY\RECON TOMO\EMISSION")).unwrap();
    let heights: Vec<_> = scan.planes.iter().map(|plane| plane.as_ref().unwrap().position[2]).collect();
    assert_eq!(heights, [10.0, 14.0]);
    assert_eq!(scan_of(set(r"ORIGINAL\PRIMARY\WHOLE BODY\EMISSION")), Err(Code::Face));
}

fn look(set: Set) -> Look {
    let toy = Rc::new(Toy::default());
    let bytes = file(set);
    let mut source = Source::new(Cursor::new(&bytes)).unwrap();
    let kind = scan_scrubber::kind(&mut source).unwrap();
    session(&toy).look(&mut source, kind).unwrap()
}

#[test]
fn spaces_are_of_one_patient_and_one_frame_of_reference() {
    let with = |tag: u32, vr: &str, value: &str| look(placed().without(tag).text(tag, vr, value)).space.unwrap();
    let space = look(placed()).space.unwrap();
    assert_eq!(space, with(0x0020_000E, "UI", "1.2.3"), "another series");
    assert_eq!(space, with(0x0020_000D, "UI", "1.2.3"), "another study");
    assert_ne!(space, with(0x0020_0052, "UI", "1.2.3"), "another frame of reference");
    assert_ne!(space, with(0x0010_0020, "LO", "OTHER"), "another patient");
    let alone = |series: &str| look(placed().without(0x0020_0052).without(0x0020_000E).text(0x0020_000E, "UI", series)).space.unwrap();
    assert_eq!(alone("1.2.3"), alone("1.2.3"));
    assert_ne!(alone("1.2.3"), alone("1.2.4"));
    assert!(!space.contains('.'));
}

#[test]
fn what_shows_a_face_in_another_way_is_told() {
    let of = |class: &str, kind: &str| {
        let set = placed().without(0x0008_0016).without(0x0008_0008);
        let look = look(set.text(0x0008_0016, "UI", &format!("1.2.840.10008.5.1.4.1.1.{class}")).text(0x0008_0008, "CS", kind));
        assert!(!look.drawn || look.shows && look.space.is_none());
        (look.space.is_some(), look.shows)
    };
    for (class, kind, wanted) in [
        ("2", r"ORIGINAL\PRIMARY\AXIAL", (true, false)),
        ("2", r"DERIVED\SECONDARY\MPR", (true, false)),
        ("2", r"ORIGINAL\PRIMARY\LOCALIZER", (true, false)),
        // Its frames are a volume.
        ("2.1", r"ORIGINAL\PRIMARY\VOLUME\NONE", (true, false)),
        ("4", r"ORIGINAL\PRIMARY\M\ND\DIS3D", (true, false)),
        ("4", r"DERIVED\PRIMARY\MPR\3D", (false, true)),
        ("2", r"DERIVED\SECONDARY\VRT", (false, true)),
        ("4", r"DERIVED\SECONDARY\PROJECTION IMAGE", (false, true)),
        ("128", r"DERIVED\SECONDARY\CSA_MIP", (false, true)),
        ("13.1.1", r"ORIGINAL\PRIMARY", (true, false)),
        ("20", r"ORIGINAL\PRIMARY\STATIC\EMISSION", (false, true)),
        ("7", r"DERIVED\SECONDARY", (false, true)),
        ("481.3", "", (false, true)),
        ("481.2", "", (false, true)),
        ("66.4", r"DERIVED\PRIMARY", (false, true)),
        ("1.1", r"ORIGINAL\PRIMARY", (false, false)),
        ("11.1", "", (false, false)),
    ] {
        assert_eq!(of(class, kind), wanted, "{class} {kind}");
    }
    let drawn = |kind: &str| look(placed().without(0x0008_0008).text(0x0008_0008, "CS", kind)).drawn;
    assert!(drawn(r"DERIVED\SECONDARY\VRT") && drawn(r"DERIVED\PRIMARY\MPR\3D"));
    assert!(!drawn(r"ORIGINAL\PRIMARY\VOLUME\NONE") && drawn(r"DERIVED\SECONDARY\PROJECTION IMAGE"));
    for (technique, wanted) in [
        ("NONE", (true, false, false)),
        ("MPR", (true, false, false)),
        ("MAX_IP", (false, true, true)),
        ("SURFACE_RENDER", (false, true, true)),
        ("VOLUME_RENDER", (false, true, true)),
    ] {
        let look = look(placed().text(0x0008_9207, "CS", technique));
        assert_eq!((look.space.is_some(), look.shows, look.drawn), wanted, "{technique}");
    }
    let colour = look(placed().without(0x0028_0002).u16s(0x0028_0002, &[3]));
    assert_eq!((colour.space.is_some(), colour.shows), (false, true));
}

/// A projection of a head is a profile of it; so may one be of which nobody says what it is of.
#[test]
fn what_is_made_of_a_head_may_be_a_portrait() {
    let of = |class: &str, modality: &str, kind: &str, part: &str| {
        let set = [0x0008_0008, 0x0008_0016, 0x0008_0060, 0x0008_1030, 0x0008_103E, 0x0018_0015, 0x0018_1030];
        let set = set.into_iter().fold(placed(), |set, tag| set.without(tag));
        let set = set.text(0x0008_0016, "UI", &format!("1.2.840.10008.5.1.4.1.1.{class}")).text(0x0008_0060, "CS", modality);
        look(set.text(0x0008_0008, "CS", kind).text(0x0008_103E, "LO", part)).drawn
    };
    let (slice, projected, derived) = (r"ORIGINAL\PRIMARY\AXIAL", r"DERIVED\SECONDARY\MIP", r"DERIVED\SECONDARY");
    for (class, modality, kind, part, wanted) in [
        // Its Series Description alone says so; of what is no derivation it says what the slices are for.
        ("4", "MR", derived, "TOF brain_MIP cor", true),
        ("2", "CT", derived, "head VRT", true),
        ("2", "CT", derived, "lung MIP", false),
        ("2", "CT", derived, "brain 3D", false),
        ("4", "MR", slice, "TOF brain for MIP", false),
        ("4", "MR", projected, "TOF brain", true),
        ("4", "MR", projected, "Series 7", true),
        ("128", "PT", projected, "Whole body", true),
        ("4", "MR", projected, "Knee", false),
        ("2", "CT", projected, "Chest 1.0", false),
        ("2", "CT", r"DERIVED\SECONDARY\VRT", "Chest 1.0", true),
        ("2", "CT", slice, "Head", false),
        ("7", "CT", r"DERIVED\SECONDARY", "Head", true),
        ("7.4", "MR", r"DERIVED\SECONDARY", "Brain", true),
        ("7", "CT", r"DERIVED\SECONDARY", "Dose report", false),
        ("7", "OT", r"DERIVED\SECONDARY", "Head", false),
        ("77.1.4", "XC", r"ORIGINAL\PRIMARY", "Face, left", true),
        ("77.1.4", "XC", r"ORIGINAL\PRIMARY", "Left leg", false),
    ] {
        assert_eq!(of(class, modality, kind, part), wanted, "{class} {kind} {part}");
    }
}

#[test]
fn segments_of_lesions_alone_show_no_face() {
    let of = |codes: &[&str]| {
        let segment = |code: &&str| Set::new().items(0x0062_0003, vec![samples::code(code, "SCT", "Kind")]);
        let set = placed().without(0x0008_0016).text(0x0008_0016, "UI", samples::SEGMENTATION);
        look(set.items(0x0062_0002, codes.iter().map(segment).collect())).shows
    };
    assert!(!of(&["49755003"]) && !of(&["49755003", "M-01000"]));
    assert!(of(&["49755003", "123037004"]) && of(&[]));
}

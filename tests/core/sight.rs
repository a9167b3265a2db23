//! What the core does with what others see in pictures: a toy looks at them, and sees what it is told to.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::rc::Rc;

use dicom_dictionary_std::tags;
use scan_scrubber::picture::{Area, Blackened, Mark, Pictures, Request, Risk, Seen, Small, Target, Why};
use scan_scrubber::tools::Tools;
use scan_scrubber::{Code, Error, Policy, Scrubbed, Session, Source};

use crate::build::{EXPLICIT, File, samples};
use crate::harness;

/// Sees what it is told to, and blackens bytes of native frames of one byte a pixel or two.
#[derive(Debug, Default)]
struct Toy {
    seen: Seen,
    fails: Cell<Option<Code>>,
    /// Writing that shows once, after the first round.
    late: RefCell<Vec<Mark>>,
    syntax: Option<&'static str>,
    request: RefCell<Option<Request>>,
    marks: RefCell<Vec<Mark>>,
    checked: Cell<u32>,
}

impl Pictures for Toy {
    fn identifiers(&self, _: &[u8]) -> Result<(), Error> {
        Ok(())
    }

    fn begin(&self, request: &Request) -> Result<(), Error> {
        *self.request.borrow_mut() = Some(request.clone());
        Ok(())
    }

    fn look(&self, _: u32, _: &[u8]) -> Result<(), Error> {
        self.fails.get().map_or(Ok(()), |code| Err(code.into()))
    }

    fn seen(&self) -> Result<Seen, Error> {
        Ok(self.seen.clone())
    }

    fn mark(&self, marks: &[Mark], native: bool) -> Result<Target, Error> {
        *self.marks.borrow_mut() = marks.to_vec();
        let syntax = self.syntax.filter(|_| native).map_or_else(|| self.request.borrow().as_ref().unwrap().syntax.clone(), str::to_owned);
        Ok(Target { syntax, photometric: None, planar: None })
    }

    fn blacken(&self, index: u32, bytes: &[u8]) -> Result<Blackened, Error> {
        let request = self.request.borrow();
        let format = &request.as_ref().unwrap().format;
        let word = format.word() as u64;
        let marks = self.marks.borrow();
        let gone: BTreeSet<Area> = marks.iter().filter(|mark| mark.gone && mark.is_on(index)).map(|mark| mark.area).collect();
        assert!(!bytes.is_empty());
        let row = |area: &Area, y: u32| (u64::from(y * format.columns + area.x) * word, vec![0; area.width as usize * word as usize]);
        Ok(match gone.is_empty() {
            true => Blackened::Same,
            false => Blackened::Patches(
                gone.iter()
                    .flat_map(|area| (area.y..area.bottom()).map(move |y| row(area, y)))
                    .collect::<BTreeMap<_, _>>()
                    .into_iter()
                    .collect(),
            ),
        })
    }

    fn check(&self, _: u32, before: &[u8], after: &[u8]) -> Result<(), Error> {
        self.checked.set(self.checked.get() + 1);
        if before.len() == after.len() { Ok(()) } else { Err(Code::Mask.into()) }
    }

    fn checked(&self) -> Result<Vec<Mark>, Error> {
        Ok(std::mem::take(&mut *self.late.borrow_mut()))
    }

    fn preview(&self, _: u32, _: &[u8], _: u32) -> Result<Small, Error> {
        Ok(Small { width: 1, height: 1, pixels: vec![0; 4] })
    }
}

fn mark(x: u32, y: u32) -> Mark {
    Mark { area: Area { x, y, width: 2, height: 1 }, frames: None, why: Why::Unread, gone: true }
}

fn seen(marks: Vec<Mark>) -> Seen {
    Seen { marks, page: false, read: true, whole: true }
}

fn session(toy: &Rc<Toy>) -> Session {
    let pictures: Rc<dyn Pictures> = Rc::<Toy>::clone(toy);
    Session::new(Policy::built_in("share").unwrap(), harness::key(1), Tools { pictures: Some(pictures), ..harness::tools() }).unwrap()
}

fn scrub(session: &mut Session, bytes: &[u8]) -> Result<(Scrubbed, Vec<u8>), Error> {
    let mut source = Source::new(Cursor::new(bytes)).unwrap();
    let kind = scan_scrubber::kind(&mut source).unwrap();
    session.face(scan_scrubber::Faced::Plain);
    let scrubbed = session.scrub(&mut source, kind, false, &mut |_| {})?;
    let mut out = Vec::new();
    scan_scrubber::write::Assembled::new(&mut source, scrubbed.file.parts()).read_to_end(&mut out).unwrap();
    Ok((scrubbed, out))
}

fn text(bytes: &[u8], tag: dicom_core::Tag) -> String {
    harness::open(bytes).element(tag).map(|element| element.to_str().unwrap().into_owned()).unwrap_or_default()
}

fn codes(bytes: &[u8]) -> Vec<String> {
    let object = harness::open(bytes);
    let items = object.element(tags::DEIDENTIFICATION_METHOD_CODE_SEQUENCE).unwrap().items().unwrap();
    items.iter().map(|item| item.element(tags::CODE_VALUE).unwrap().to_str().unwrap().into_owned()).collect()
}

/// An instance of four rows and four columns of 16 bits, whose every sample is 0x0707, of a class that writing is likely in, or not.
fn picture(likely: bool) -> Vec<u8> {
    let set = samples::layout(samples::ct_header(), 4, 4, 16, 16);
    let set = if likely { set.text(0x0028_0301, "CS", "YES") } else { set };
    File::new(EXPLICIT, set.bytes(0x7FE0_0010, "OW", &[7; 32]).sorted()).bytes()
}

fn pixels(bytes: &[u8]) -> Vec<u16> {
    harness::open(bytes).element(tags::PIXEL_DATA).unwrap().to_multi_int().unwrap()
}

#[test]
fn what_is_clean_is_said_to_be() {
    let toy = Rc::new(Toy { seen: seen(vec![]), ..Toy::default() });
    let (scrubbed, bytes) = scrub(&mut session(&toy), &picture(true)).unwrap();
    assert_eq!((scrubbed.writing.name(), scrubbed.blackened), ("clean", 0));
    assert_eq!(text(&bytes, tags::BURNED_IN_ANNOTATION), "NO");
    assert!(codes(&bytes).contains(&"113101".to_owned()));
    assert_eq!(pixels(&bytes), [0x0707; 16]);
    assert_eq!(toy.checked.get(), 0, "nothing was changed");
}

#[test]
fn marks_are_black_and_nothing_else_is() {
    let toy = Rc::new(Toy { seen: seen(vec![mark(1, 1)]), late: RefCell::new(vec![mark(0, 3)]), ..Toy::default() });
    let (scrubbed, bytes) = scrub(&mut session(&toy), &picture(true)).unwrap();
    assert_eq!((scrubbed.writing.name(), scrubbed.blackened), ("blackened", 2));
    let mut expected = [0x0707; 16];
    [5, 6, 12, 13].iter().for_each(|at| expected[*at] = 0);
    assert_eq!(pixels(&bytes), expected);
    assert_eq!(text(&bytes, tags::BURNED_IN_ANNOTATION), "NO");
    assert_eq!(text(&bytes, tags::IMAGE_TYPE), r"DERIVED\PRIMARY\AXIAL");
    assert!(codes(&bytes).contains(&"113101".to_owned()));
    assert_eq!(toy.checked.get(), 2, "once a round");
}

#[test]
fn a_picture_of_an_eye_is_not_called_derived() {
    let toy = Rc::new(Toy { seen: seen(vec![mark(1, 1)]), ..Toy::default() });
    let set = samples::layout(samples::ct_header(), 4, 4, 16, 16).without(0x0008_0016);
    let set = set.text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.77.1.5.2").text(0x0028_0301, "CS", "YES");
    let file = File::new(EXPLICIT, set.bytes(0x7FE0_0010, "OW", &[7; 32]).sorted()).bytes();
    let (scrubbed, bytes) = scrub(&mut session(&toy), &file).unwrap();
    assert_eq!(scrubbed.writing.name(), "blackened");
    assert_eq!(text(&bytes, tags::IMAGE_TYPE), r"ORIGINAL\PRIMARY\AXIAL");
    assert_eq!(text(&bytes, tags::DERIVATION_DESCRIPTION), "Writing blackened");
}

#[test]
fn what_a_person_lets_stay_is_said_and_not_claimed() {
    let toy = Rc::new(Toy { seen: seen(vec![mark(1, 1)]), ..Toy::default() });
    let mut session = session(&toy);
    session.mark(vec![Mark { gone: false, ..mark(1, 1) }]);
    let (scrubbed, bytes) = scrub(&mut session, &picture(true)).unwrap();
    assert_eq!((scrubbed.writing.name(), scrubbed.blackened), ("left", 0));
    assert_eq!(text(&bytes, tags::BURNED_IN_ANNOTATION), "YES");
    assert!(!codes(&bytes).contains(&"113101".to_owned()));
    assert_eq!(pixels(&bytes), [0x0707; 16]);
    // The marks were of that file alone.
    assert_eq!(scrub(&mut session, &picture(true)).unwrap().0.writing.name(), "blackened");
}

#[test]
fn what_a_person_says_nothing_of_is_not_claimed_to_be_gone() {
    let toy = Rc::new(Toy { seen: seen(vec![mark(1, 1)]), ..Toy::default() });
    let mut session = session(&toy);
    for marks in [vec![], vec![mark(0, 3)]] {
        session.mark(marks);
        let (scrubbed, bytes) = scrub(&mut session, &picture(true)).unwrap();
        assert_eq!(scrubbed.writing.name(), "left");
        assert_eq!(text(&bytes, tags::BURNED_IN_ANNOTATION), "YES");
        assert!(!codes(&bytes).contains(&"113101".to_owned()));
    }
}

#[test]
fn what_cannot_be_decoded_leaves_only_where_writing_is_hardly_ever() {
    let toy = Rc::new(Toy { seen: seen(vec![]), fails: Cell::new(Some(Code::Codec)), ..Toy::default() });
    assert_eq!(scrub(&mut session(&toy), &picture(true)).unwrap_err().code, Code::Codec);
    let (scrubbed, bytes) = scrub(&mut session(&toy), &picture(false)).unwrap();
    assert_eq!(scrubbed.writing.name(), "unseen");
    assert!(!codes(&bytes).contains(&"113101".to_owned()));
    assert_eq!(text(&bytes, tags::BURNED_IN_ANNOTATION), "");
    assert_eq!(toy.request.borrow().as_ref().unwrap().risk, Risk::Screen);
}

#[test]
fn a_number_of_a_scanner_is_no_film_whatever_it_is_called() {
    let risk = |intercept: &str, stored, signed| {
        let set = samples::layout(samples::ct_header(), 4, 4, 16, stored)
            .text(0x0008_0064, "CS", "WSD")
            .without(0x0028_1052)
            .without(0x0028_0103);
        let set = set.text(0x0028_1052, "DS", intercept).u16s(0x0028_0103, &[signed]);
        let toy = Rc::new(Toy { seen: seen(vec![]), ..Toy::default() });
        scrub(&mut session(&toy), &File::new(EXPLICIT, set.bytes(0x7FE0_0010, "OW", &[0; 32]).sorted()).bytes()).unwrap();
        toy.request.borrow().as_ref().unwrap().risk
    };
    assert_eq!(risk("-1024", 12, 0), Risk::Look);
    assert_eq!(risk("0", 16, 1), Risk::Look);
    assert_eq!(risk("-1024", 8, 0), Risk::Likely);
    assert_eq!(risk("0", 12, 0), Risk::Likely);
}

#[test]
fn without_anybody_who_looks_what_is_likely_stays() {
    let mut session = harness::session("share");
    assert_eq!(scrub(&mut session, &picture(true)).unwrap_err().code, Code::Writing);
    assert_eq!(scrub(&mut session, &picture(false)).unwrap().0.writing.name(), "unseen");
}

#[test]
fn pages_of_writing_stay() {
    let toy = Rc::new(Toy { seen: Seen { page: true, ..seen(vec![]) }, ..Toy::default() });
    assert_eq!(scrub(&mut session(&toy), &picture(true)).unwrap_err().code, Code::Writing);
}

#[test]
fn marks_outside_of_the_payload_are_refused() {
    let toy = Rc::new(Toy { seen: seen(vec![mark(3, 3), mark(0, 9)]), ..Toy::default() });
    assert_eq!(scrub(&mut session(&toy), &picture(true)).unwrap_err().code, Code::Mask);
}

#[test]
fn writing_that_does_not_go_is_not_let_out() {
    #[derive(Debug)]
    struct Stubborn(Toy);
    impl Pictures for Stubborn {
        fn identifiers(&self, records: &[u8]) -> Result<(), Error> {
            self.0.identifiers(records)
        }
        fn begin(&self, request: &Request) -> Result<(), Error> {
            self.0.begin(request)
        }
        fn look(&self, index: u32, bytes: &[u8]) -> Result<(), Error> {
            self.0.look(index, bytes)
        }
        fn seen(&self) -> Result<Seen, Error> {
            self.0.seen()
        }
        fn mark(&self, marks: &[Mark], native: bool) -> Result<Target, Error> {
            self.0.mark(marks, native)
        }
        fn blacken(&self, index: u32, bytes: &[u8]) -> Result<Blackened, Error> {
            self.0.blacken(index, bytes)
        }
        fn check(&self, index: u32, before: &[u8], after: &[u8]) -> Result<(), Error> {
            self.0.check(index, before, after)
        }
        fn checked(&self) -> Result<Vec<Mark>, Error> {
            Ok(vec![mark(0, 0)])
        }
        fn preview(&self, index: u32, bytes: &[u8], edge: u32) -> Result<Small, Error> {
            self.0.preview(index, bytes, edge)
        }
    }
    let pictures: Rc<dyn Pictures> = Rc::new(Stubborn(Toy { seen: seen(vec![mark(1, 1)]), ..Toy::default() }));
    let tools = Tools { pictures: Some(pictures), ..harness::tools() };
    let mut session = Session::new(Policy::built_in("share").unwrap(), harness::key(1), tools).unwrap();
    assert_eq!(scrub(&mut session, &picture(true)).unwrap_err().code, Code::Writing);
}

use super::super::build::{format as shape, noise, waves};
use super::super::port::{Blackened, Mark, Pictures, Risk, Why};
use super::super::regions::Facts;
use super::super::{Frame, Looker, None as Nothing, Patch, Photometric, encode};
use super::*;
use crate::face::apply::tests::recipe;
use crate::face::build::plane;
use crate::profile::Writing;

const LITTLE: &str = "1.2.840.10008.1.2.1";
const BIG: &str = "1.2.840.10008.1.2.2";
const DEFLATED: &str = "1.2.840.10008.1.2.8.1";
const RLE: &str = "1.2.840.10008.1.2.5";
const LOSSLESS: &str = "1.2.840.10008.1.2.4.70";
const LS: &str = "1.2.840.10008.1.2.4.80";
const NEAR: &str = "1.2.840.10008.1.2.4.81";
const DCT: &str = "1.2.840.10008.1.2.4.50";

const DOSE: Dose = Dose { air: -1000.0, tissue: 20.0 };

/// A stream of `cjpeg` 2.1.5, 19 by 17 pixels of grey.
const JPEG: &str = "\
    ffd8ffe000104a46494600010100000100010000ffdb004300140e0f120f0d14121012171514181e32211e1c1c1e3d2c2e243249404c4b4740464550\
    5a736250556d5645466488656d777b8182814e608d978c7d96737e817cffc0000b080011001301011100ffc400170001000300000000000000000000\
    00000005030406ffc4002210000202010401050000000000000000000102000304111331337114213241c1ffda0008010100003f0042bc1c9cba9823\
    aae807cc9fc99dba9ba9cc7ad882c8e54e9c1d0c52b5bb6d7dbea5ec8cb4d9811ca4f51c45eaca5db5d00e24193d63c404f798b57d6be27fffd9";

fn jpeg() -> Vec<u8> {
    (0..JPEG.len() / 2).map(|at| u8::from_str_radix(&JPEG[at * 2..][..2], 16).unwrap()).collect()
}

/// An axial frame in front of which all is cut down to y = 10 mm; or one below what is cut.
fn frame_at(z: f64) -> Plane {
    plane([1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.5, 1.5], [-30.0, -28.0, z])
}

fn request(syntax: &str, format: &Format, planes: Vec<Option<Plane>>) -> Request {
    Request {
        syntax: syntax.to_owned(),
        format: format.clone(),
        frames: planes.len() as u32,
        risk: Risk::Screen,
        writing: Writing::Regions,
        facts: Facts { modality: "CT".to_owned(), ..Facts::default() },
        regions: Vec::new(),
        window: None,
        rescale: (1.0, 0.0),
        tables: None,
        padding: None,
        scan: Some(Scan { planes, ..Scan::default() }),
    }
}

fn looker() -> Looker {
    Looker::new(Box::new(Nothing), Box::new(Nothing))
}

fn written(blackened: Blackened, bytes: &[u8]) -> Vec<u8> {
    match blackened {
        Blackened::Same => bytes.to_vec(),
        Blackened::Stream(stream) => stream,
        Blackened::Patches(patches) => {
            let mut bytes = bytes.to_vec();
            patches.into_iter().for_each(|(at, patch)| Patch { at, bytes: patch }.apply(&mut bytes));
            bytes
        }
    }
}

fn formats() -> Vec<Format> {
    let grey = |bits_allocated: u32, bits_stored: u32, signed: bool, photometric| Format {
        bits_stored,
        high_bit: bits_stored - 1,
        signed,
        photometric,
        ..shape(37, 41, 1, bits_allocated)
    };
    vec![
        grey(16, 16, true, Photometric::Monochrome2),
        grey(16, 12, false, Photometric::Monochrome2),
        grey(16, 12, true, Photometric::Monochrome1),
        grey(8, 8, false, Photometric::Monochrome2),
        grey(16, 10, false, Photometric::Palette),
        shape(37, 41, 3, 8),
    ]
}

/// Bytes of a frame in a syntax; big endian as well.
fn stored(syntax: &str, frame: &Frame, format: &Format) -> Vec<u8> {
    if syntax != BIG {
        return encode::frame(syntax, frame, format, &Nothing).unwrap();
    }
    let mut bytes = frame.data.clone();
    bytes.chunks_exact_mut(if frame.word == 1 { 2 } else { frame.word }).for_each(<[u8]>::reverse);
    bytes
}

#[test]
fn a_face_goes_and_all_else_stays_in_every_syntax() {
    for syntax in [LITTLE, BIG, DEFLATED, RLE, LOSSLESS, LS] {
        for format in formats() {
            let big = Format { big_endian: syntax == BIG, ..format.clone() };
            let looker = looker();
            let frames = [noise(&format, 3), waves(&format, 4), waves(&format, 5)];
            let planes = [0.0, 5.0, -60.0].map(|z| Some(frame_at(z)));
            let request = request(syntax, &big, planes.to_vec());
            looker.begin(&request).unwrap();
            let bytes: Vec<_> = frames.iter().map(|frame| stored(syntax, frame, &format)).collect();
            bytes.iter().zip(0..).for_each(|(bytes, index)| looker.look(index, bytes).unwrap());
            looker.treat(&recipe(2.5).to_bytes().unwrap(), DOSE).unwrap();
            let target = looker.mark(&[], false).unwrap();
            assert_eq!((target.syntax.as_str(), target.photometric, target.planar), (syntax, None, None));
            let mut changed = 0;
            for (index, bytes) in (0..).zip(&bytes) {
                let blackened = looker.blacken(index, bytes).unwrap();
                assert_eq!(blackened == Blackened::Same, index == 2, "{syntax} {format:?}");
                let after = written(blackened, bytes);
                looker.check(index, bytes, &after).unwrap();
                // What is there now, pixel by pixel.
                let (plane, pixel) = (planes[index as usize].as_ref().unwrap(), format.word() * format.samples as usize);
                let now = decode::frame(&Stored::new(syntax, &after, &big), &Nothing).unwrap();
                let units = Units::new(&format, (1.0, 0.0), None, "CT");
                for (at, (old, new)) in frames[index as usize].data.chunks(pixel).zip(now.data.chunks(pixel)).enumerate() {
                    let [_, y, z] = plane.at((at % 41) as f64, (at / 41) as f64);
                    let depth = (y - 10.0).min(z + 20.0);
                    changed += u64::from(old != new);
                    if depth < -0.5 {
                        assert_eq!(old, new, "{syntax} {format:?} {at}");
                    } else if depth > 6.0 && format.samples == 1 && format.photometric != Photometric::Palette {
                        let word = now.sample(at);
                        assert_eq!(units.stored(word), units.nearest(-1000.0), "{syntax} {format:?} {at}");
                    } else if depth > 0.5 && (format.samples > 1 || format.photometric == Photometric::Palette) {
                        assert!(new.iter().all(|byte| *byte == 0), "{syntax} {format:?} {at}");
                    }
                }
                // A bit turned anywhere is seen.
                if syntax == LITTLE {
                    for at in [0, after.len() / 3, after.len() - 1] {
                        let mut wrong = after.clone();
                        wrong[at] ^= 1;
                        assert!(looker.check(index, bytes, &wrong).is_err(), "{format:?} {at}");
                    }
                }
                if index < 2 {
                    assert!(looker.check(index, bytes, bytes).is_err());
                }
            }
            assert_eq!(looker.treated().unwrap(), changed);
            assert!(changed > 500, "{syntax} {format:?}");
        }
    }
}

#[test]
fn marks_are_black_beside_the_face_and_in_it() {
    let format = shape(37, 41, 1, 16);
    let area = Area { x: 2, y: 3, width: 9, height: 30 };
    let marks = [Mark { area, frames: None, why: Why::Drawn, gone: true }];
    for syntax in [LITTLE, RLE] {
        let looker = looker();
        let frame = noise(&format, 9);
        let bytes = stored(syntax, &frame, &format);
        looker.begin(&request(syntax, &format, vec![Some(frame_at(0.0)), Some(frame_at(-60.0))])).unwrap();
        looker.treat(&recipe(2.5).to_bytes().unwrap(), DOSE).unwrap();
        looker.mark(&marks, false).unwrap();
        for index in [0, 1] {
            let after = written(looker.blacken(index, &bytes).unwrap(), &bytes);
            looker.check(index, &bytes, &after).unwrap();
            let now = decode::frame(&Stored::new(syntax, &after, &format), &Nothing).unwrap();
            assert!(crate::picture::black::is_black(&now, &format, &[area], None));
            assert_ne!(bytes, after);
        }
        // The second frame has nothing of the face.
        let mut alone = looker.treated().unwrap();
        looker.mark(&[], false).unwrap();
        assert_eq!(looker.treated().unwrap(), 0);
        looker.blacken(0, &bytes).unwrap();
        alone = looker.treated().unwrap() - alone;
        assert!(alone > 0, "what is black already is not counted");
    }
}

#[test]
fn lossy_frames_become_lossless_and_wider() {
    let format = shape(17, 19, 1, 8);
    let bytes = jpeg();
    let before = decode::frame(&Stored::new(DCT, &bytes, &format), &Nothing).unwrap();
    // Rows 0 to 9 lie in front of y = 10 mm; blocks have 8 rows.
    let plane = |z: f64| plane([1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 1.0], [-9.0, -19.5, z]);
    let run = |planes: Vec<Option<Plane>>| {
        let looker = looker();
        let frames = planes.len() as u32;
        looker.begin(&request(DCT, &format, planes)).unwrap();
        looker.treat(&recipe(2.5).to_bytes().unwrap(), Dose { air: 1.0, tissue: 200.0 }).unwrap();
        let target = looker.mark(&[], false).unwrap();
        let made: Vec<_> = (0..frames).map(|index| looker.blacken(index, &bytes).unwrap()).collect();
        for (index, made) in (0..).zip(&made) {
            looker.check(index, &bytes, &written(made.clone(), &bytes)).unwrap();
        }
        (target, made, looker.treated().unwrap())
    };
    let (target, made, changed) = run(vec![Some(plane(0.0)), Some(plane(-60.0))]);
    assert_eq!(target.syntax, LITTLE);
    let [Blackened::Stream(face), Blackened::Stream(beside)] = made.as_slice() else { unreachable!("all frames go out anew") };
    assert_eq!(*beside, before.data);
    assert_eq!(face[16 * 19..], before.data[16 * 19..]);
    assert!(face[..16 * 19].iter().all(|value| [1, 200].contains(value)));
    assert!(changed > 250);
    // A file that has nothing of it stays as it is.
    let (target, made, changed) = run(vec![Some(plane(-60.0))]);
    assert_eq!((target.syntax.as_str(), made, changed), (DCT, vec![Blackened::Same], 0));
}

#[test]
fn lossy_jpeg_ls_becomes_lossless_only_where_something_is_cut() {
    let format = shape(37, 41, 1, 16);
    let bytes = stored(LS, &waves(&format, 2), &format);
    for (z, syntax) in [(0.0, LS), (-60.0, NEAR)] {
        let looker = looker();
        looker.begin(&request(NEAR, &format, vec![Some(frame_at(z))])).unwrap();
        looker.treat(&recipe(2.5).to_bytes().unwrap(), DOSE).unwrap();
        assert_eq!(looker.mark(&[], false).unwrap().syntax, syntax);
        let after = written(looker.blacken(0, &bytes).unwrap(), &bytes);
        looker.check(0, &bytes, &after).unwrap();
        assert_eq!(after == bytes, syntax == NEAR);
    }
}

#[test]
fn frames_rescale_each_for_itself() {
    let format = Format { signed: true, ..shape(37, 41, 1, 16) };
    let frame = waves(&format, 2);
    let mut request = request(LITTLE, &format, vec![Some(frame_at(0.0)); 2]);
    request.scan.as_mut().unwrap().rescale = vec![(1.0, 0.0), (2.0, -24.0)];
    let looker = looker();
    looker.begin(&request).unwrap();
    looker.treat(&recipe(2.5).to_bytes().unwrap(), DOSE).unwrap();
    looker.mark(&[], false).unwrap();
    for (index, air) in [(0, -1000_i16), (1, -488)] {
        let after = written(looker.blacken(index, &frame.data).unwrap(), &frame.data);
        looker.check(index, &frame.data, &after).unwrap();
        assert_eq!(after[..2], air.to_le_bytes());
    }
}

#[test]
fn what_cannot_be_treated_is_refused() {
    let format = shape(37, 41, 1, 16);
    let good = recipe(2.5).to_bytes().unwrap();
    let base = request(LITTLE, &format, vec![Some(frame_at(0.0)); 2]);
    let with = |scan: Option<Scan>| Request { scan, ..base.clone() };
    let planes = |planes| with(Some(Scan { planes, ..Scan::default() }));
    let absurd = Plane { spacing: [f64::NAN; 2], ..frame_at(0.0) };
    let mut mosaic = base.clone();
    mosaic.facts.image_type = "ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC".to_owned();
    for (request, bytes, dose) in [
        (with(None), &good[..], DOSE),
        (planes(vec![]), &good, DOSE),
        (planes(vec![Some(frame_at(0.0))]), &good, DOSE),
        (planes(vec![Some(frame_at(0.0)), None]), &good, DOSE),
        (planes(vec![Some(frame_at(0.0)), Some(absurd)]), &good, DOSE),
        (mosaic, &good, DOSE),
        (base.clone(), &good[1..], DOSE),
        (base.clone(), &[], DOSE),
        (base.clone(), &good, Dose { air: f64::NAN, tissue: 20.0 }),
    ] {
        let looker = looker();
        looker.begin(&request).unwrap();
        assert_eq!(looker.treat(bytes, dose).map_err(|error| error.code), Err(Code::Mask));
        assert_eq!(looker.treated().map_err(|error| error.code), Err(Code::Mask));
    }
    let looker = looker();
    assert!(looker.treat(&good, DOSE).is_err() && looker.recipe(0).is_err() && looker.scan(0, &[]).is_err());
    looker.begin(&base).unwrap();
    looker.mark(&[], false).unwrap();
    looker.treat(&good, DOSE).unwrap();
    // How frames go out has to be asked for again.
    assert!(looker.blacken(0, &[0; 37 * 41 * 2]).is_err());
}

#[test]
fn the_second_look_is_not_at_the_new_surface() {
    let format = shape(96, 96, 1, 16);
    let plane = plane([1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.5, 0.5], [-24.0, -34.0, 0.0]);
    let looker = looker();
    let mut request = request(LITTLE, &format, vec![Some(plane)]);
    (request.writing, request.risk) = (Writing::All, Risk::Look);
    looker.begin(&request).unwrap();
    let bytes = Frame::zeros(&format).unwrap().data;
    looker.look(0, &bytes).unwrap();
    assert_eq!(looker.seen().unwrap().marks, []);
    looker.treat(&recipe(2.5).to_bytes().unwrap(), Dose { air: 0.0, tissue: 60_000.0 }).unwrap();
    looker.mark(&[], false).unwrap();
    let after = written(looker.blacken(0, &bytes).unwrap(), &bytes);
    assert_ne!(after, bytes);
    looker.check(0, &bytes, &after).unwrap();
    assert_eq!(looker.checked().unwrap(), []);
}

#[test]
fn files_are_scanned_frame_by_frame() {
    let format = Format { signed: true, ..shape(40, 40, 1, 16) };
    let mut heads = Heads::default();
    let frame = noise(&format, 1);
    for file in 0..3 {
        let planes = (0..4).map(|frame| Some(frame_at(f64::from(file * 4 + frame) * 3.0))).collect();
        let request = request(LITTLE, &format, planes);
        let mut number = None;
        for index in 0..4 {
            heads.scan(&mut number, &request, &Stored::new(LITTLE, &frame.data, &format), index, &Nothing).unwrap();
            assert_eq!(number, Some(file as usize));
        }
    }
    let [stack] = heads.space.volumes()[..] else { unreachable!("one stack") };
    assert_eq!((stack.len(), stack.modality.as_str(), stack.step()), (12, "CT", 3.0));
    // The same again is not decoded; what is new has to be.
    let again = |z: f64, heads: &mut Heads| {
        let request = request(LITTLE, &format, vec![Some(frame_at(z))]);
        heads.scan(&mut None, &request, &Stored::new(LITTLE, &[], &format), 0, &Nothing)
    };
    assert!(again(3.0, &mut heads).is_ok() && again(99.0, &mut heads).is_err());
}

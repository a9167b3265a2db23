use super::super::build::{about, plane, put};
use super::super::{Source, Space};
use super::*;

const AXIAL: ([f64; 3], [f64; 3]) = ([1.0, 0.0, 0.0], [0.0, 1.0, 0.0]);

fn axial(moved: [f64; 3]) -> Plane {
    plane(AXIAL.0, AXIAL.1, [1.0, 1.0], moved)
}

fn flat(_: [f64; 3]) -> f64 {
    1.0
}

#[test]
fn frames_are_told_apart_by_where_they_lie() {
    let mut stacks = Stacks::default();
    let size = [16, 16];
    let mut put = |plane: &Plane, size| put(&mut stacks, plane, size, &flat);
    let is_first = |place: Place, number: usize| matches!(place, Place::First(spot) if spot.stack == number);
    assert!(is_first(put(&axial([0.0; 3]), size), 0));
    assert!(is_first(put(&axial([0.0, 0.0, 3.0]), size), 0));
    // Backwards, tilted, and by an uneven step.
    assert!(is_first(put(&axial([0.0, 1.0, -0.2]), size), 0));
    // Another echo, to the last digit of a rounded position.
    assert_eq!(put(&axial([0.0, 0.0, 3.001]), size), Place::Again(0));
    // Beside, turned by more than rounding, other pixels, other sizes.
    assert!(is_first(put(&axial([100.0, 0.0, 3.0]), size), 1));
    assert_eq!(put(&axial([100.3, 0.0, 3.0]), size), Place::Again(1));
    // Each goes on where it is.
    assert!(is_first(put(&axial([100.0, 0.0, 6.0]), size), 1));
    assert!(is_first(put(&axial([0.0, 0.0, 6.0]), size), 0));
    let (sin, cos) = 0.002_f64.sin_cos();
    assert!(is_first(put(&plane([cos, sin, 0.0], [-sin, cos, 0.0], [1.0, 1.0], [0.0; 3]), size), 2));
    let (sin, cos) = 0.0005_f64.sin_cos();
    assert_eq!(put(&plane([cos, sin, 0.0], [-sin, cos, 0.0], [1.0, 1.0], [0.0; 3]), size), Place::Again(0));
    assert!(is_first(put(&plane(AXIAL.0, AXIAL.1, [1.0, 1.1], [0.0; 3]), size), 3));
    assert!(is_first(put(&axial([0.0; 3]), [16, 17]), 4));
    assert!(is_first(stacks.place(&About { series: "2", ..about("") }, &axial([0.0; 3]), size), 5));
    assert_eq!(stacks.all()[0].slices().map(|slice| slice.position).collect::<Vec<_>>(), [-0.2, 0.0, 3.0, 6.0]);
    assert_eq!(stacks.all()[0].steps().map(|step| (step * 10.0).round()).collect::<Vec<_>>(), [2.0, 30.0, 30.0]);
}

#[test]
fn planes_that_no_scanner_has_are_refused() {
    let size = [512, 512];
    let good = axial([0.0; 3]);
    assert!(is_usable(&good, size));
    for bad in [
        Plane { position: [f64::NAN, 0.0, 0.0], ..good.clone() },
        Plane { position: [0.0, f64::INFINITY, 0.0], ..good.clone() },
        Plane { position: [0.0, 0.0, 1e7], ..good.clone() },
        Plane { along: [0.0; 3], ..good.clone() },
        Plane { along: [f64::NAN, 0.0, 0.0], ..good.clone() },
        Plane { along: [2.0, 0.0, 0.0], ..good.clone() },
        Plane { down: [1.0, 0.0, 0.0], ..good.clone() },
        Plane { down: [0.1, 0.995, 0.0], ..good.clone() },
        Plane { spacing: [0.0, 1.0], ..good.clone() },
        Plane { spacing: [1.0, -1.0], ..good.clone() },
        Plane { spacing: [f64::NAN, 1.0], ..good.clone() },
        Plane { spacing: [1.0, 1e9], ..good.clone() },
        Plane { spacing: [1e-12, 1.0], ..good },
    ] {
        assert!(!is_usable(&bad, size), "{bad:?}");
    }
}

#[test]
fn so_many_frames_are_bounded() {
    // Frames of one pixel, each turned a little: few stacks, and none of the rest is held.
    let mut space = Space::default();
    let source = Source { about: about("1"), mosaic: false };
    let file = space.open(&source);
    for at in 0..100_000_u32 {
        let (sin, cos) = (f64::from(at) * 0.002).sin_cos();
        let plane = plane([cos, sin, 0.0], [-sin, cos, 0.0], [1.0, 1.0], [0.0; 3]);
        space.wants(file, &source, Some(&plane), [1, 1]);
    }
    assert!(space.volumes().is_empty());
}

#[test]
fn what_is_too_large_is_thinned_more_and_then_refused() {
    let mut stacks = Stacks::default();
    let format = super::super::build::format(1_000, 1_000);
    let frame = crate::picture::Frame::zeros(&format).unwrap();
    let units = super::super::Units::new(&format, (1.0, 0.0), None, "CT");
    let mut edges = vec![stacks.edge()];
    let mut thin: Option<Thin> = None;
    for at in 0..3_000_u32 {
        // 1.6 mm: none is thinned at first.
        let plane = plane(AXIAL.0, AXIAL.1, [1.6, 1.6], [0.0, 0.0, f64::from(at)]);
        let Place::First(spot) = stacks.place(&about("1"), &plane, [1_000, 1_000]) else { panic!("{at}") };
        let made = thin.get_or_insert_with(|| Thin::new(&frame, &format, &units, plane.spacing, stacks.edge()).unwrap());
        if let Err(error) = stacks.put(spot, made.clone()) {
            assert_eq!(error.code, Code::TooLong);
            assert_eq!(edges, [1.5, 3.0, 6.0]);
            assert!(at > 640);
            return;
        }
        assert!(stacks.held <= limits::SCANNED);
        if edges.last() != Some(&stacks.edge()) {
            edges.push(stacks.edge());
            thin = None;
        }
    }
    panic!("all of it was held");
}

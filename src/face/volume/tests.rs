use super::super::build::{plane, put};
use super::super::{Place, Plane, Stacks};
use super::*;

const AXIAL: ([f64; 3], [f64; 3]) = ([1.0, 0.0, 0.0], [0.0, 1.0, 0.0]);

/// Something that bends everywhere, but not by much within a few mm.
fn bent([x, y, z]: [f64; 3]) -> f64 {
    300.0 + x - 0.5 * y + 2.0 * z + 60.0 * (x / 30.0).sin() * (y / 35.0).cos() * (z / 40.0).sin()
}

/// A stack of 40 x 36 pixels of 2 by 3 mm about the middle, at positions along its normal.
fn stack((along, down): ([f64; 3], [f64; 3]), positions: impl IntoIterator<Item = f64>, tilt: f64) -> Stacks {
    let mut stacks = Stacks::default();
    for position in positions {
        // A tilted gantry shifts the frame along its rows.
        let plane = plane(along, down, [3.0, 2.0], [-39.0, -52.5 + tilt * position, position]);
        assert!(matches!(put(&mut stacks, &plane, [40, 36], &bent), Place::First(_)));
    }
    assert_eq!(stacks.all().len(), 1);
    stacks
}

fn lattice(half: f32, step: f32) -> Lattice {
    let cells = (2.0 * half / step) as usize + 1;
    Lattice { size: [cells; 3], origin: [-half; 3], step }
}

/// The greatest difference from what it should be, where it was seen; and how many cells were.
fn compared(stacks: &Stacks, lattice: &Lattice) -> (f64, usize) {
    let grid = Volume(&stacks.all()[0]).sample(lattice);
    let (mut most, mut seen) = (0.0_f64, 0);
    for z in 0..lattice.size[2] {
        for y in 0..lattice.size[1] {
            for x in 0..lattice.size[0] {
                let at = lattice.index([x, y, z]);
                if grid.seen[at] {
                    seen += 1;
                    most = most.max((f64::from(grid.values[at]) - bent(lattice.place([x, y, z]).map(f64::from))).abs());
                }
            }
        }
    }
    (most, seen)
}

/// Every second, and those in between afterwards; backwards: as files may come.
fn mixed(first: i32, last: i32, step: f64) -> Vec<f64> {
    let even = (first..=last).filter(|at| at % 2 == 0);
    even.chain((first..=last).filter(|at| at % 2 != 0).rev()).map(|at| f64::from(at) * step).collect()
}

#[test]
fn every_direction_is_sampled_where_it_lies() {
    let half = 0.5_f64.sqrt();
    let (sin, cos) = 0.3_f64.sin_cos();
    for (name, directions) in [
        ("axial", AXIAL),
        ("axial, feet first", ([-1.0, 0.0, 0.0], [0.0, 1.0, 0.0])),
        ("prone", ([-1.0, 0.0, 0.0], [0.0, -1.0, 0.0])),
        ("on the right side", ([0.0, -1.0, 0.0], [1.0, 0.0, 0.0])),
        ("on the left side, left-handed", ([0.0, 1.0, 0.0], [1.0, 0.0, 0.0])),
        ("sagittal", ([0.0, 1.0, 0.0], [0.0, 0.0, -1.0])),
        ("sagittal, other way round", ([0.0, -1.0, 0.0], [0.0, 0.0, -1.0])),
        ("coronal", ([1.0, 0.0, 0.0], [0.0, 0.0, -1.0])),
        ("coronal, upside down", ([1.0, 0.0, 0.0], [0.0, 0.0, 1.0])),
        ("oblique", ([half, half, 0.0], [-half * cos, half * cos, sin])),
    ] {
        let stacks = stack(directions, mixed(-20, 20, 2.5), 0.0);
        // The whole of a ball of 30 mm is imaged.
        for (step, bound) in [(3.0, 1.2), (1.5, 0.9)] {
            let lattice = lattice(27.0, step);
            let (most, seen) = compared(&stacks, &lattice);
            assert_eq!(seen, lattice.len(), "{name} {step}");
            assert!(most < bound, "{name} {step}: {most}");
        }
    }
}

#[test]
fn a_tilted_gantry_and_uneven_steps_are_kept() {
    // Steps of 4, 1.1 and 7 mm; sideways by a third of each.
    let uneven = (0..14).map(|at| f64::from(at) * 4.0 - 55.0).chain([-1.9]).chain((1..9).map(|at| f64::from(at) * 7.0 - 1.9));
    let stacks = stack(AXIAL, uneven.collect::<Vec<_>>(), 0.334);
    let (most, seen) = compared(&stacks, &lattice(27.0, 3.0));
    assert!(most < 2.0, "{most}");
    assert_eq!(seen, lattice(27.0, 3.0).len());
}

#[test]
fn gaps_are_not_seen() {
    // Nothing between -10 and 11; frames every 5 mm else.
    let stacks = stack(AXIAL, [-30.0, -25.0, -20.0, -15.0, -10.0, 11.0, 16.0, 21.0, 26.0, 31.0], 0.0);
    let lattice = lattice(35.0, 1.0);
    let grid = Volume(&stacks.all()[0]).sample(&lattice);
    let seen = |z: f32| grid.seen[lattice.index([35, 35, (z + 35.0) as usize])];
    let expect = |z: f32| (-32.5..=-7.5).contains(&z) || (8.5..=33.5).contains(&z);
    for z in -35..=35 {
        assert_eq!(seen(z as f32), expect(z as f32), "{z}");
    }
    let least = grid.values.iter().zip(&grid.seen).filter(|(_, seen)| **seen).map(|(value, _)| *value).fold(f32::INFINITY, f32::min);
    assert!(grid.values.iter().zip(&grid.seen).all(|(value, seen)| *seen || *value == least));
    // One frame that is missing is no gap.
    let stacks = stack_of_missing();
    assert!(compared(&stacks, &super::Lattice { size: [9; 3], origin: [-12.0; 3], step: 3.0 }).1 == 729);
}

fn stack_of_missing() -> Stacks {
    stack(AXIAL, mixed(-8, 8, 5.0).into_iter().filter(|position| *position != 0.0), 0.0)
}

#[test]
fn nothing_is_seen_beside_the_frames() {
    let stacks = stack(AXIAL, mixed(-8, 8, 5.0), 0.0);
    let volume = Volume(&stacks.all()[0]);
    let (low, high) = volume.bounds();
    // 40 columns of 2 mm to the left, 36 rows of 3 mm to the back, and half a step above and below.
    assert_eq!((low, high), ([-40.0, -54.0, -42.5], [40.0, 54.0, 42.5]));
    let lattice = lattice(60.0, 2.0);
    let grid = volume.sample(&lattice);
    for (at, seen) in grid.seen.iter().enumerate() {
        let [x, y, z] = lattice.place([at % 61, at / 61 % 61, at / 61 / 61]);
        assert_eq!(*seen, x.abs() <= 40.0 && y.abs() <= 54.0 && z.abs() <= 42.5, "{x} {y} {z}");
    }
}

#[test]
fn fine_frames_are_averaged() {
    // Ones and zeros in turn, 0.5 mm each way.
    let mut stacks = Stacks::default();
    for at in 0..60 {
        let plane = plane(AXIAL.0, AXIAL.1, [0.5, 0.5], [-20.0, -20.0, f64::from(at) * 0.5 - 15.0]);
        put(&mut stacks, &plane, [81, 81], &|[x, y, z]| if ((x + y + z) * 2.0).round() as i64 % 2 == 0 { 100.0 } else { 0.0 });
    }
    let grid = Volume(&stacks.all()[0]).sample(&lattice(12.0, 3.0));
    assert!(grid.seen.iter().all(|seen| *seen));
    assert!(grid.values.iter().all(|value| (40.0..=60.0).contains(value)));
}

#[test]
fn an_empty_stack_and_an_empty_lattice_are_nothing() {
    let mut stacks = Stacks::default();
    let plane: Plane = plane(AXIAL.0, AXIAL.1, [1.0, 1.0], [0.0; 3]);
    stacks.place(&super::super::build::about("1"), &plane, [4, 4]);
    let volume = Volume(&stacks.all()[0]);
    assert_eq!(volume.bounds(), ([0.0; 3], [0.0; 3]));
    assert!(volume.sample(&lattice(2.0, 1.0)).seen.iter().all(|seen| !seen));
    assert_eq!(volume.sample(&Lattice { size: [0, 3, 3], origin: [0.0; 3], step: 1.0 }).values.len(), 0);
}

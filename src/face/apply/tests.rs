use super::super::build::{format as words, plane};
use super::super::{Mode, Tier};
use super::*;

const DOSE: Dose = Dose { air: -1000.0, tissue: 20.0 };

/// Cuts all in front of y = 10 mm and above z = -20 mm; the 5 mm behind its surface are tissue, to the right of x = -12 mm.
pub fn recipe(step: f32) -> Recipe {
    let cells = (80.0 / step) as usize + 1;
    let lattice = Lattice { size: [cells; 3], origin: [-40.0; 3], step };
    let field = |inside: &dyn Fn([f32; 3]) -> f32| {
        let places = (0..lattice.len()).map(|at| lattice.place([at % cells, at / cells % cells, at / cells / cells]));
        Field { lattice: lattice.clone(), values: places.map(|place| (inside(place) * 4.0).clamp(-127.0, 127.0) as i8).collect() }
    };
    let cut = |[_, y, z]: [f32; 3]| (y - 10.0).min(z + 20.0);
    Recipe {
        tier: Tier::A,
        mode: Mode::Cut,
        cut: field(&cut),
        tissue: field(&|[x, y, z]| (5.0 - cut([x, y, z])).min(x + 12.0)),
        probes: Vec::new(),
        pose: [[0.0; 3], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]],
    }
}

/// What becomes of a place under [`recipe`], if that is clear to a tenth of a millimetre.
fn fate([x, y, z]: [f64; 3]) -> Option<Fate> {
    let cut = (y - 10.0).min(z + 20.0);
    let tissue = (5.0 - cut).min(x + 12.0);
    // Where lines meet, a lattice rounds corners off.
    if cut.abs() < 0.3 || cut > 0.0 && (tissue.abs() < 0.3 || ((y - 10.0) - (z + 20.0)).abs() < 3.0) {
        return None;
    }
    Some(if cut < 0.0 {
        Fate::Stay
    } else if tissue > 0.0 {
        Fate::Tissue
    } else {
        Fate::Air
    })
}

fn directions() -> Vec<([f64; 3], [f64; 3])> {
    let half = 0.5_f64.sqrt();
    vec![
        ([1.0, 0.0, 0.0], [0.0, 1.0, 0.0]),
        ([-1.0, 0.0, 0.0], [0.0, -1.0, 0.0]),
        ([0.0, 1.0, 0.0], [0.0, 0.0, -1.0]),
        ([1.0, 0.0, 0.0], [0.0, 0.0, -1.0]),
        ([half, half, 0.0], [-half * half, half * half, half]),
    ]
}

#[test]
fn pixels_are_cut_where_they_lie() {
    let knife = Knife::new(recipe(2.5));
    let mut cut = 0;
    for (along, down) in directions() {
        for moved in [-15.0, 0.0, 13.0] {
            let plane = plane(along, down, [1.5, 0.8], [-36.0, -39.0, moved]);
            let size = [90, 52];
            let mask = knife.mask(&plane, size, Spread::None);
            for (at, found) in (0..).zip(&mask.fates) {
                let place = plane.at(f64::from(at % 90), f64::from(at / 90));
                if let Some(fate) = fate(place) {
                    assert_eq!(*found, fate, "{place:?}");
                }
            }
            cut += mask.len();
            assert_eq!(mask.len(), mask.fates.iter().filter(|fate| **fate != Fate::Stay).count());
            assert_eq!(knife.meets(&plane, size), !mask.is_empty());
        }
    }
    assert!(cut > 10_000);
}

#[test]
fn what_lies_at_the_edge_of_the_fields_goes_on_for_a_while() {
    let knife = Knife::new(recipe(2.5));
    // In front of the lattice, which ends at 40 mm: 79 mm are cut, 81 are not.
    let front = |y: f64| plane([1.0, 0.0, 0.0], [0.0, 0.0, -1.0], [1.0, 1.0], [0.0, 0.0, -y]);
    let all = |y: f64| knife.mask(&front(y), [5, 5], Spread::None).len();
    assert_eq!((all(79.0), all(81.0), all(-79.0)), (25, 0, 0));
}

#[test]
fn frames_beside_the_face_are_not_met() {
    let knife = Knife::new(recipe(2.5));
    let below = plane([1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 1.0], [-30.0, -30.0, -26.0]);
    assert!(!knife.meets(&below, [60, 60]) && knife.mask(&below, [60, 60], Spread::Block(8)).is_empty());
    let mut empty = recipe(2.5);
    empty.cut.values.fill(-1);
    let above = plane([1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 1.0], [-30.0, -30.0, 0.0]);
    assert!(knife.meets(&above, [60, 60]) && !Knife::new(empty).meets(&above, [60, 60]));
}

#[test]
fn a_codec_that_spreads_makes_masks_grow() {
    let knife = Knife::new(recipe(2.5));
    let plane = plane([1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 1.0], [-20.0, -37.0, 0.0]);
    // Rows count to the back: the first 27 are cut, up to y = 10.
    let size = [21, 41];
    let rows = |spread: Spread| {
        let mask = knife.mask(&plane, size, spread);
        let row = |row: usize| mask.fates[row * 21..][..21].iter().filter(|fate| **fate != Fate::Stay).count();
        (0..41).map(row).collect::<Vec<_>>()
    };
    let first = |count: usize| (0..41).map(|row| if row < count { 21 } else { 0 }).collect::<Vec<_>>();
    assert_eq!(rows(Spread::None), first(27));
    assert_eq!(rows(Spread::Block(8)), first(32));
    assert_eq!(rows(Spread::Block(16)), first(32));
    assert_eq!(rows(Spread::Around(8)), first(35));
    assert_eq!(rows(Spread::Around(99)), first(41));
    let areas = [Area { x: 3, y: 0, width: 2, height: 30 }, Area { x: 20, y: 26, width: 9, height: 99 }];
    let mask = knife.mask(&plane, size, Spread::None).without(&areas, 21);
    assert_eq!(mask.len(), 27 * 19 - 1);
}

/// A frame of one row, its mask, and how it is filled.
fn row(format: &Format, values: &[u32], fates: &[Fate]) -> (Frame, Mask) {
    let mut frame = Frame::zeros(format).unwrap();
    frame.data.chunks_exact_mut(frame.word).zip(values).for_each(|(to, from)| to.copy_from_slice(&from.to_le_bytes()[..to.len()]));
    (frame, Mask { fates: fates.to_vec(), count: fates.iter().filter(|fate| **fate != Fate::Stay).count() })
}

#[test]
fn stored_values_are_as_the_table_says() {
    use Photometric::{Monochrome1, Monochrome2};
    let ct = |bits_stored, signed, photometric| Format { bits_stored, high_bit: bits_stored - 1, signed, photometric, ..words(5, 1) };
    let byte = Format { bits_allocated: 8, bits_stored: 8, high_bit: 7, signed: false, ..words(5, 1) };
    let mr = Dose { air: 3.0, tissue: 400.0 };
    // Format; modality, rescale and padding; dose; five pixels: what stays, then air, tissue, and the nearer of both for little and much.
    for (format, (modality, rescale, padding), dose, before, after, changed) in [
        (ct(16, true, Monochrome2), ("CT", (1.0, 0.0), None), DOSE, [5, 300, 300, 0xFD00, 300], [5, 0xFC18, 20, 0xFC18, 20], 4),
        (ct(12, false, Monochrome2), ("CT", (1.0, -1024.0), None), DOSE, [5, 1324, 1324, 30, 1324], [5, 24, 1044, 24, 1044], 4),
        // Bits above those that are stored stay.
        (
            ct(12, false, Monochrome2),
            ("CT", (1.0, -1024.0), None),
            DOSE,
            [0xF005, 0x752C, 0x852C, 30, 1044],
            [0xF005, 0x7018, 0x8414, 24, 1044],
            3,
        ),
        (ct(12, true, Monochrome2), ("CT", (1.0, 0.0), None), DOSE, [5, 300, 0xFC18, 0xFC00, 30], [5, 0xFC18, 20, 0xFC18, 20], 4),
        // What cannot be held becomes the nearest that can.
        (ct(12, false, Monochrome2), ("CT", (1.0, 0.0), None), DOSE, [5, 300, 300, 0, 300], [5, 0, 20, 0, 20], 3),
        (ct(16, true, Monochrome2), ("CT", (2.0, -24.0), None), DOSE, [5, 300, 300, 0xFE10, 99], [5, 0xFE18, 22, 0xFE18, 22], 4),
        (ct(16, true, Monochrome2), ("CT", (-1.0, 0.0), None), DOSE, [5, 300, 300, 990, 0xFFF0], [5, 1000, 0xFFEC, 1000, 0xFFEC], 4),
        // Padding outside of a circle stays; padding that is just air is not used to fill with, and neither is one that is tissue.
        (
            ct(16, true, Monochrome2),
            ("CT", (1.0, 0.0), Some(-2000)),
            DOSE,
            [0xF830, 0xF830, 0xF830, 0xF830, 300],
            [0xF830, 0xF830, 0xF830, 0xF830, 20],
            1,
        ),
        (
            ct(16, true, Monochrome2),
            ("CT", (1.0, 0.0), Some(-1000)),
            DOSE,
            [5, 0xFC18, 300, 0xFC17, 0xFC18],
            [5, 0xFC18, 20, 0xFC19, 0xFC18],
            2,
        ),
        (ct(16, true, Monochrome2), ("CT", (1.0, 0.0), Some(20)), DOSE, [20, 20, 20, 0xFC18, 300], [20, 0xFC18, 21, 0xFC18, 21], 3),
        // MONOCHROME1: the most is air, but not in HU.
        (ct(12, false, Monochrome1), ("MR", (1.0, 0.0), None), mr, [5, 3000, 3000, 4090, 3700], [5, 4092, 3695, 4092, 3695], 4),
        (ct(12, false, Monochrome1), ("CT", (1.0, -1024.0), None), DOSE, [5, 1324, 1324, 30, 1324], [5, 24, 1044, 24, 1044], 4),
        (ct(12, true, Monochrome1), ("MR", (1.0, 2048.0), None), mr, [5, 0, 0, 2040, 1700], [5, 0x07FC, 0x066F, 0x07FC, 0x066F], 4),
        (byte.clone(), ("MR", (2.0, 0.0), None), mr, [5, 90, 90, 9, 120], [5, 2, 200, 2, 200], 4),
        // Bits below those that are stored stay as well.
        (
            Format { bits_stored: 12, high_bit: 15, signed: false, ..words(5, 1) },
            ("CT", (1.0, -1024.0), None),
            DOSE,
            [5, 0x52C7, 0x52C7, 7, 0x52C0],
            [5, 0x0187, 0x4147, 0x0187, 0x4140],
            4,
        ),
    ] {
        let units = Units::new(&format, rescale, padding, modality);
        let fill = Fill { format: &format, units: &units, dose, palette_black: None };
        let (frame, mask) = row(&format, &before, &[Fate::Stay, Fate::Air, Fate::Tissue, Fate::Nearer, Fate::Nearer]);
        let mut carved = frame.clone();
        let count = mask.carve(&mut carved, &fill);
        let (wanted, _) = row(&format, &after, &[]);
        assert_eq!((carved.data.as_slice(), count), (wanted.data.as_slice(), changed), "{format:?} {modality} {rescale:?} {padding:?}");
        assert!(mask.is_carved(&frame, &carved, &fill));
        assert_eq!(mask.carve(&mut carved, &fill), 0, "once is enough");
    }
}

#[test]
fn colour_and_indices_become_black() {
    let colour = Format {
        samples: 3,
        bits_allocated: 8,
        bits_stored: 8,
        high_bit: 7,
        signed: false,
        photometric: Photometric::YbrFull,
        ..words(2, 1)
    };
    let units = Units::new(&colour, (1.0, 0.0), None, "CT");
    let fill = Fill { format: &colour, units: &units, dose: DOSE, palette_black: None };
    let (mut frame, mask) = row(&colour, &[9, 8, 7, 6, 5, 4], &[Fate::Stay, Fate::Tissue]);
    assert_eq!(mask.carve(&mut frame, &fill), 1);
    assert_eq!(frame.data, [9, 8, 7, 0, 128, 128]);
    let indices = Format { bits_allocated: 8, bits_stored: 8, high_bit: 7, photometric: Photometric::Palette, ..words(2, 1) };
    let fill = Fill { format: &indices, palette_black: Some(17), ..fill };
    let (mut frame, mask) = row(&indices, &[9, 8], &[Fate::Stay, Fate::Air]);
    assert_eq!(mask.carve(&mut frame, &fill), 1);
    assert_eq!(frame.data, [9, 17]);
}

#[test]
fn one_bit_amiss_is_seen() {
    let format = words(5, 1);
    let units = Units::new(&format, (1.0, 0.0), Some(-2000), "CT");
    let fill = Fill { format: &format, units: &units, dose: DOSE, palette_black: None };
    let (frame, mask) = row(&format, &[5, 300, 300, 0xF830, 300], &[Fate::Stay, Fate::Air, Fate::Tissue, Fate::Air, Fate::Nearer]);
    let mut carved = frame.clone();
    mask.carve(&mut carved, &fill);
    assert!(mask.is_carved(&frame, &carved, &fill) && !mask.is_carved(&frame, &frame, &fill));
    for bit in 0..80 {
        let mut wrong = carved.clone();
        wrong.data[bit / 8] ^= 1 << (bit % 8);
        assert!(!mask.is_carved(&frame, &wrong, &fill), "{bit}");
    }
    let mut short = carved;
    short.data.pop();
    assert!(!mask.is_carved(&frame, &short, &fill));
}

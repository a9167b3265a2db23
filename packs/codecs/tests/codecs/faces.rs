//! A face is taken out of JPEG 2000 without loss to what stays.

use codecs::Larger;
use scan_scrubber::face::{Dose, Field, Lattice, Mode, Plane, Recipe, Scan, Tier};
use scan_scrubber::picture::regions::Facts;
use scan_scrubber::picture::{Blackened, Codecs, Looker, None as Nothing, Pictures, Request, Risk};
use scan_scrubber::profile::Writing;

use crate::pictures::{format, frame, syntax};

/// Cuts all to the patient's right of x = 0, and fills with air.
fn recipe() -> Vec<u8> {
    let lattice = Lattice { size: [11, 11, 11], origin: [-50.0; 3], step: 10.0 };
    let field = |value: &dyn Fn(usize) -> i8| Field { lattice: lattice.clone(), values: (0..11 * 11 * 11).map(value).collect() };
    // -20 to 20 along x.
    let cut = field(&|at| (at % 11) as i8 * 4 - 20);
    let tissue = field(&|_| -100);
    let pose = [[0.0; 3], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]];
    Recipe { tier: Tier::A, mode: Mode::Cut, cut, tissue, probes: Vec::new(), pose }.to_bytes().unwrap()
}

#[test]
fn frames_go_out_as_lossless_jpeg_2000() {
    for (last, out, spread) in [("90", "90", 0), ("91", "90", 8)] {
        for (bits, signed) in [(12, true), (12, false), (16, true), (8, false)] {
            let format = format(60, 40, 1, bits, signed);
            let before = frame(&format);
            let bytes = Larger.encode(&syntax("90"), &before, &format).unwrap();
            // Columns count to the left: the first 30 lie to the right of the middle.
            let plane =
                |z: f64| Some(Plane { position: [-29.5, 0.0, z], along: [1.0, 0.0, 0.0], down: [0.0, 1.0, 0.0], spacing: [1.0, 1.0] });
            let request = Request {
                syntax: syntax(last),
                format: format.clone(),
                frames: 2,
                risk: Risk::None,
                writing: Writing::Regions,
                facts: Facts { modality: "MR".to_owned(), ..Facts::default() },
                regions: Vec::new(),
                window: None,
                rescale: (1.0, 0.0),
                tables: None,
                padding: None,
                scan: Some(Scan { planes: vec![plane(0.0), plane(500.0)], ..Scan::default() }),
            };
            let looker = Looker::new(Box::new(Larger), Box::new(Nothing));
            looker.begin(&request).unwrap();
            looker.treat(&recipe(), Dose { air: 3.0, tissue: 50.0 }).unwrap();
            assert_eq!(looker.mark(&[], false).unwrap().syntax, syntax(out));
            let Blackened::Stream(after) = looker.blacken(0, &bytes).unwrap() else { panic!("nothing was cut") };
            looker.check(0, &bytes, &after).unwrap();
            let now = Larger.decode(&syntax(out), &after, &format).unwrap();
            for at in 0..60 * 40 {
                if at % 60 < 30 {
                    assert_eq!(now.sample(at), 3, "{last} {bits} {at}");
                } else if at % 60 >= 30 + spread {
                    assert_eq!(now.sample(at), before.sample(at), "{last} {bits} {at}");
                }
            }
            // A frame beside the face stays down to its bytes, unless the syntax is another one now.
            let beside = looker.blacken(1, &bytes).unwrap();
            assert_eq!(beside == Blackened::Same, last == out);
            assert!(looker.check(0, &bytes, &bytes).is_err());
        }
    }
}

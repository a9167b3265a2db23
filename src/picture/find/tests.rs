use super::*;

/// A picture in the making, grey.
struct Canvas {
    width: usize,
    height: usize,
    data: Vec<u8>,
    state: u32,
}

/// Columns of 5 by 7 letters, the top row in the lowest bit.
const LETTERS: &[(char, [u8; 5])] = &[
    ('A', [0x7e, 0x11, 0x11, 0x11, 0x7e]),
    ('C', [0x3e, 0x41, 0x41, 0x41, 0x22]),
    ('D', [0x7f, 0x41, 0x41, 0x22, 0x1c]),
    ('E', [0x7f, 0x49, 0x49, 0x49, 0x41]),
    ('H', [0x7f, 0x08, 0x08, 0x08, 0x7f]),
    ('I', [0x00, 0x41, 0x7f, 0x41, 0x00]),
    ('J', [0x20, 0x40, 0x41, 0x3f, 0x01]),
    ('M', [0x7f, 0x02, 0x0c, 0x02, 0x7f]),
    ('N', [0x7f, 0x04, 0x08, 0x10, 0x7f]),
    ('O', [0x3e, 0x41, 0x41, 0x41, 0x3e]),
    ('R', [0x7f, 0x09, 0x19, 0x29, 0x46]),
    ('S', [0x46, 0x49, 0x49, 0x49, 0x31]),
    ('T', [0x01, 0x01, 0x7f, 0x01, 0x01]),
    ('1', [0x00, 0x42, 0x7f, 0x40, 0x00]),
    ('2', [0x42, 0x61, 0x51, 0x49, 0x46]),
    ('4', [0x18, 0x14, 0x12, 0x7f, 0x10]),
    ('7', [0x01, 0x71, 0x09, 0x05, 0x03]),
    ('9', [0x06, 0x49, 0x49, 0x29, 0x1e]),
];

impl Canvas {
    fn new(width: usize, height: usize, ground: impl Fn(usize, usize) -> f32) -> Self {
        let data = (0..width * height).map(|at| ground(at % width, at / width).clamp(0.0, 255.0) as u8).collect();
        Self { width, height, data, state: 9 }
    }

    fn random(&mut self) -> f32 {
        self.state = self.state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.state >> 8) as f32 / 16_777_216.0
    }

    /// About normal noise.
    fn noisy(mut self, deviation: f32) -> Self {
        for at in 0..self.data.len() {
            let noise = (self.random() + self.random() + self.random() - 1.5) * 2.0 * deviation;
            self.data[at] = (f32::from(self.data[at]) + noise).clamp(0.0, 255.0) as u8;
        }
        self
    }

    /// Draws text; a point of a letter's grid is `scale` pixels. `turn` quarters to the right. Gives the box of the ink.
    fn write(&mut self, text: &str, x: usize, y: usize, scale: usize, turn: usize, value: u8) -> Area {
        let mut ink: Option<Area> = None;
        let length = text.len() * 6 * scale;
        for (place, letter) in text.chars().enumerate() {
            let Some((_, columns)) = LETTERS.iter().find(|(known, _)| *known == letter) else { continue };
            for (column, bits) in columns.iter().enumerate() {
                for row in (0..7).filter(|row| bits >> row & 1 == 1) {
                    for at in 0..scale * scale {
                        let (across, down) = ((place * 6 + column) * scale + at % scale, row * scale + at / scale);
                        let (across, down) = match turn {
                            0 => (across, down),
                            1 => (7 * scale - down, across),
                            2 => (length - across, 7 * scale - down),
                            _ => (down, length - across),
                        };
                        self.data[(y + down) * self.width + x + across] = value;
                        let pixel = Area { x: (x + across) as u32, y: (y + down) as u32, width: 1, height: 1 };
                        ink = Some(ink.map_or(pixel, |ink| ink.around(&pixel)));
                    }
                }
            }
        }
        ink.unwrap()
    }

    fn picture(&self) -> Picture {
        Picture { width: self.width as u32, height: self.height as u32, samples: 1, data: self.data.clone() }
    }
}

/// Tissue: a smooth hill and valley, and noise.
fn tissue() -> Canvas {
    let wave = |x: usize, y: usize| 90.0 + 40.0 * (x as f32 / 61.0).sin() + 30.0 * (y as f32 / 47.0).cos();
    Canvas::new(384, 384, wave).noisy(6.0)
}

/// A fan of ultrasound.
fn fan() -> Canvas {
    let mut canvas = Canvas::new(400, 384, |x, y| {
        let (x, y) = (x as f32 - 200.0, y as f32);
        if (x / (y + 1.0)).abs() < 0.6 && x.hypot(y) < 330.0 && y > 40.0 { 80.0 } else { 0.0 }
    });
    for at in 0..canvas.data.len() {
        let speckle = canvas.random();
        canvas.data[at] = (f32::from(canvas.data[at]) * (0.4 + speckle)) as u8;
    }
    canvas
}

fn covered(found: &[Found], ink: Area) -> bool {
    found.iter().any(|one| one.area.around(&ink) == one.area)
}

#[test]
fn names_are_found_on_any_ground_at_any_size_and_turn() {
    let (mut words, mut unseen, mut uncovered) = (0, Vec::new(), Vec::new());
    for (place, ground) in
        [|| Canvas::new(384, 384, |_, _| 0.0), || Canvas::new(384, 384, |_, _| 250.0), tissue, fan].into_iter().enumerate()
    {
        for scale in 1..=4 {
            for turn in 0..4 {
                let mut canvas = ground();
                let value = if canvas.data[0] > 200 { 10 } else { 255 };
                let ink = canvas.write("JOHN74SMITH", 40, 50, scale, turn, value);
                let picture = canvas.picture();
                words += 1;
                if find(&picture, Effort::Screen).is_empty() {
                    unseen.push((place, scale, turn));
                }
                if !covered(&find(&picture, Effort::Full), ink) {
                    uncovered.push((place, scale, turn));
                }
            }
        }
    }
    // By ground, scale and turn. The screen is strict with short letters that stand on each other on flat grounds.
    assert!(unseen.len() * 100 <= words * 3 && uncovered.len() * 100 <= words * 5, "{unseen:?} {uncovered:?}");
}

#[test]
fn short_words_and_large_letters_are_not_lost_on_a_quick_look() {
    for (text, scale) in [("ROE", 3), ("ROE4", 3), ("SMITH", 4), ("OKONKWO", 5)] {
        let mut canvas = tissue();
        canvas.write(text, 60, 40, scale, 0, 255);
        assert!(!find(&canvas.picture(), Effort::Screen).is_empty(), "{text} {scale}");
    }
}

#[test]
fn large_pictures_are_looked_at_where_their_writing_is_small() {
    let mut canvas = Canvas::new(2_000, 1_600, |x, y| 100.0 + x as f32 / 40.0 + y as f32 / 60.0).noisy(3.0);
    let ink = canvas.write("MARTIN1924", 300, 200, 8, 0, 255);
    assert!(!find(&canvas.picture(), Effort::Screen).is_empty());
    assert!(covered(&find(&canvas.picture(), Effort::Full), ink));
}

#[test]
fn faint_rows_in_noise_are_found() {
    for (turn, value) in [(0, 175), (1, 175), (2, 185), (3, 185)] {
        let mut canvas = Canvas::new(384, 384, |_, _| 110.0);
        let ink = canvas.write("JOHN74SMITH1924MARTIN", 60, 90, 1, turn, value);
        let found = find(&canvas.noisy(14.0).picture(), Effort::Full);
        let parts: Vec<&Found> = found.iter().filter(|one| one.score > 0.5 && one.area.with(&ink).size() > 0).collect();
        let pixels = (ink.y..ink.bottom()).flat_map(|y| (ink.x..ink.right()).map(move |x| Area { x, y, width: 1, height: 1 }));
        let hidden = pixels.filter(|pixel| parts.iter().any(|one| !one.area.with(pixel).is_empty())).count() as u64;
        assert!(hidden * 10 >= ink.size() * 9, "{turn}: {hidden} of {} pixels, {found:?}", ink.size());
    }
}

#[test]
fn lines_are_not_joined_to_what_is_higher_than_a_line() {
    let one = |y, height, score| Found { area: Area { x: 10, y, width: 150, height }, score, upright: true };
    let both = || vec![one(10, 70, 0.9), one(40, 50, 0.8)];
    assert_eq!(merge(both(), 1_024).len(), 1);
    assert_eq!(merge(both(), 470).len(), 2);
}

#[test]
fn colour_alone_is_enough() {
    let mut canvas = Canvas::new(256, 128, |_, _| 0.0);
    let ink = canvas.write("JOHNSMITH", 30, 40, 2, 0, 255);
    // Red on green of the same luminance.
    let data = canvas.data.iter().flat_map(|value| if *value > 0 { [220, 60, 40] } else { [40, 140, 40] }).collect();
    let picture = Picture { width: 256, height: 128, samples: 3, data };
    assert!(covered(&find(&picture, Effort::Full), ink));
    assert!(!find(&picture, Effort::Screen).is_empty());
}

#[test]
fn what_is_no_writing_is_left_alone() {
    let ruler = || {
        let mut canvas = Canvas::new(384, 384, |_, _| 20.0);
        for y in (20..360).step_by(10) {
            (300..if y % 50 == 20 { 312 } else { 306 }).for_each(|x| canvas.data[y * 384 + x] = 255);
        }
        canvas
    };
    let edges = || Canvas::new(384, 384, |x, y| if (40..340).contains(&x) && (30..300).contains(&y) { 120.0 } else { 5.0 }).noisy(2.0);
    let noise = || Canvas::new(384, 384, |_, _| 100.0).noisy(25.0);
    for (name, canvas) in [("tissue", tissue()), ("fan", fan()), ("edges", edges()), ("noise", noise()), ("ruler", ruler())] {
        assert_eq!(find(&canvas.picture(), Effort::Screen), [], "{name}");
        let mut full = find(&canvas.picture(), Effort::Full);
        // Less is believed of no picture unless a reader says the same.
        full.retain(|one| one.score >= 0.65);
        assert!(full.len() <= 1 || name == "ruler", "{name}: {full:?}");
    }
}

#[test]
fn pictures_that_are_not_of_their_size_hold_nothing() {
    for (width, height, samples, bytes) in
        [(0, 0, 1, 0), (1, 1, 1, 1), (3, 3, 3, 27), (9, 9, 1, 80), (40, 1, 1, 40), (1, 40, 3, 120), (64, 64, 3, 10)]
    {
        let picture = Picture { width, height, samples, data: vec![200; bytes] };
        assert_eq!(find(&picture, Effort::Full), []);
    }
}

/// Not a test: features of all that may be writing in the pictures of a folder, for `scripts/generate/trees.mjs`.
#[test]
#[ignore = "for scripts/generate/trees.mjs"]
fn features_for_the_fit() {
    let Ok(folder) = std::env::var("SCRUB_FIT") else { return };
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "raw") {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let number = |at: usize| u32::from_le_bytes(bytes[at * 4..at * 4 + 4].try_into().unwrap());
        let picture = Picture { width: number(0), height: number(1), samples: number(2), data: bytes[12..].to_vec() };
        // How many features a row has, then rows of a box, whether noise was taken off, and its features.
        let mut out = (score::FEATURES as f32).to_le_bytes().to_vec();
        each_plane(&picture, picture.width.max(picture.height), Effort::Full, |plane, scale| {
            for Candidate { line, parts, area, about, smooth } in all_candidates(plane, Effort::Full, scale) {
                let features = score::features(&line, &parts, &area, about);
                let area = scaled(area, scale);
                let box_of = [area.x, area.y, area.width, area.height, u32::from(smooth)].map(|side| side as f32);
                out.extend(box_of.iter().chain(&features).flat_map(|value| value.to_le_bytes()));
            }
        });
        std::fs::write(path.with_extension("features"), out).unwrap();
    }
}

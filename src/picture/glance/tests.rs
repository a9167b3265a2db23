use super::*;
use crate::picture::None;

const WRITING: Writing = Writing::Identifying;

/// Reads what it is told to, whatever the picture.
struct Toy(Vec<Reading>);

impl Reader for Toy {
    fn read(&self, _: &Picture, _: &[Area]) -> Result<Vec<Reading>> {
        Ok(self.0.clone())
    }

    fn is_there(&self) -> bool {
        true
    }
}

fn area(x: u32, y: u32, width: u32, height: u32) -> Area {
    Area { x, y, width, height }
}

fn reading(area: Area, text: Option<&str>, confidence: f32) -> Reading {
    Reading { area, text: text.map(str::to_owned), confidence, line: 0.0 }
}

fn piece(area: Area, score: f32) -> find::Found {
    find::Found { area, score, upright: true }
}

fn glances(risk: Risk, frames: u32, pieces: &[(u32, find::Found)]) -> Glances {
    let mut glances = Glances::new(risk, frames);
    glances.side = 600;
    for index in 0..frames {
        glances.lay(index, vec![Picture { width: 600, height: 400, samples: 1, data: vec![0; 240_000] }]);
    }
    pieces.iter().for_each(|(index, piece)| glances.note(*index, *index, piece));
    glances
}

type Told = (Area, Why, bool, Option<(u32, u32)>);

fn marks(glances: &Glances, reader: &dyn Reader) -> Vec<Told> {
    let mut glances = glances.clone();
    let judge = Judge::new(&[], WRITING).unwrap();
    let marks = glances.marks(reader, &judge, WRITING).unwrap();
    marks.into_iter().map(|mark| (mark.area, mark.why, mark.gone, mark.frames)).collect()
}

#[test]
fn what_is_harmless_stays_and_what_is_not_goes() {
    let toy = Toy(vec![reading(area(10, 10, 60, 12), Some("120 kVp"), 0.99), reading(area(10, 50, 90, 12), Some("QUIMBY ANN"), 0.99)]);
    let found = marks(&glances(Risk::Likely, 1, &[(0, piece(area(11, 10, 58, 12), 0.99))]), &toy);
    assert_eq!(found.len(), 2);
    assert!(matches!(found.first(), Some((_, Why::Harmless, false, Option::None))));
    assert!(matches!(found.last(), Some((_, Why::Unknown, true, Option::None))));
}

#[test]
fn lines_are_not_lost_in_the_block_that_they_make() {
    let lines = [0, 1, 2, 3, 4, 5].map(|line| (0, piece(area(10, 10 + line * 20, 200, 14), 0.9)));
    let block = [(0, piece(area(8, 8, 210, 130), 0.99))];
    let unread = |pieces: &[(u32, find::Found)]| marks(&glances(Risk::Likely, 1, pieces), &None).len();
    assert_eq!(unread(&lines), 6);
    assert_eq!(unread(&[&block[..], &lines].concat()), 6);
    assert_eq!(unread(&[&lines[..], &block].concat()), 6);
}

#[test]
fn a_harmless_word_does_not_explain_a_longer_line() {
    let toy = Toy(vec![reading(area(10, 10, 40, 12), Some("120 kVp"), 0.99)]);
    let found = marks(&glances(Risk::Likely, 1, &[(0, piece(area(10, 10, 200, 12), 0.9))]), &toy);
    assert!(found.iter().any(|(area, why, gone, _)| area.width == 204 && *why == Why::Unread && *gone));
}

#[test]
fn what_nobody_reads_goes_where_the_finder_is_sure_enough() {
    let weak = [(0, piece(area(10, 10, 50, 12), 0.7))];
    for (risk, taken) in [(Risk::Likely, 1), (Risk::Look, 0), (Risk::Screen, 0)] {
        assert_eq!(marks(&glances(risk, 1, &weak), &Toy(vec![])).len(), taken, "{risk:?}");
        assert_eq!(marks(&glances(risk, 1, &weak), &None).len(), 1, "{risk:?}: in doubt, without a reader");
    }
}

#[test]
fn a_reader_that_cannot_read_is_believed_in_lines_alone() {
    let rib = Toy(vec![reading(area(100, 100, 200, 150), Some("8"), 0.6)]);
    assert!(marks(&glances(Risk::Likely, 1, &[]), &rib).is_empty());
    let line = Toy(vec![reading(area(100, 100, 200, 20), Option::None, 0.2)]);
    assert_eq!(marks(&glances(Risk::Likely, 1, &[]), &line).len(), 1);
    assert!(marks(&glances(Risk::Look, 1, &[]), &line).is_empty());
    assert!(marks(&glances(Risk::Look, 1, &[(0, piece(area(110, 102, 90, 16), 0.2))]), &line).is_empty());
    assert!(!marks(&glances(Risk::Look, 1, &[(0, piece(area(110, 102, 90, 16), 0.8))]), &line).is_empty());
}

#[test]
fn where_writing_is_rare_two_must_agree_unless_it_is_plain() {
    let sure = [(0, piece(area(10, 10, 50, 12), 0.97))];
    assert!(marks(&glances(Risk::Screen, 1, &sure), &Toy(vec![])).is_empty());
    let read = Toy(vec![reading(area(12, 9, 40, 14), Some("QUIMBY"), 0.9)]);
    assert!(!marks(&glances(Risk::Screen, 1, &sure), &read).is_empty());
    assert_eq!(marks(&glances(Risk::Look, 1, &sure), &Toy(vec![])).len(), 1);
    // No reader knows every script.
    let plain = [(0, piece(area(10, 10, 50, 12), 0.995))];
    assert_eq!(marks(&glances(Risk::Screen, 1, &plain), &Toy(vec![])).len(), 1);
    let aside = Toy(vec![reading(area(300, 300, 80, 14), Some("QUIMBY"), 0.9)]);
    assert_eq!(marks(&glances(Risk::Screen, 1, &sure), &aside).len(), 2);
    let harmless = Toy(vec![reading(area(300, 300, 80, 14), Some("120 kVp"), 0.99)]);
    assert_eq!(marks(&glances(Risk::Screen, 1, &sure), &harmless).len(), 1);
}

#[test]
fn letters_that_a_reader_would_see_best_must_be_plain() {
    let large = |score| [(0, piece(area(100, 100, 300, 64), score))];
    assert!(marks(&glances(Risk::Likely, 1, &large(0.9)), &Toy(vec![])).is_empty());
    assert_eq!(marks(&glances(Risk::Likely, 1, &large(0.98)), &Toy(vec![])).len(), 1);
    assert_eq!(marks(&glances(Risk::Likely, 1, &large(0.9)), &None).len(), 1);
    // A sign that it reads since the finder has shown it the place is no other opinion.
    for (height, score, taken) in [(64, 0.93, 0), (64, 0.98, 1), (40, 0.93, 1)] {
        let place = area(100, 100, 71, height);
        let glimpse = Toy(vec![reading(place, Some("a"), 0.6)]);
        assert_eq!(marks(&glances(Risk::Screen, 1, &[(0, piece(place, score))]), &glimpse).len(), taken, "{height} {score}");
    }
}

#[test]
fn what_is_higher_than_a_line_is_writing_where_it_says_much() {
    let read = |text| Toy(vec![reading(area(10, 10, 400, 300), Some(text), 0.95)]);
    assert!(marks(&glances(Risk::Likely, 1, &[(0, piece(area(20, 20, 60, 12), 0.3))]), &read("8")).is_empty());
    assert_eq!(marks(&glances(Risk::Likely, 1, &[]), &read("QUIMBY ANN")).len(), 1);
}

#[test]
fn short_words_go_with_what_stands_beside_them_and_stay_alone() {
    let judged = Judge::new(&[], WRITING).unwrap().judge(Some("MI"), 0.95);
    assert_eq!(judged, Verdict::Harmless);
    let alone = marks(&glances(Risk::Likely, 1, &[]), &Toy(vec![reading(area(100, 50, 24, 14), Some("MI"), 0.95)]));
    assert!(alone.first().is_some_and(|mark| !mark.2));
    let beside = vec![reading(area(100, 50, 24, 14), Some("MI"), 0.95), reading(area(30, 50, 66, 14), Some("QUIMBY"), 0.95)];
    assert!(marks(&glances(Risk::Likely, 1, &[]), &Toy(beside)).iter().all(|mark| mark.2));
    // One below the other are two lines.
    let below = vec![reading(area(100, 50, 24, 14), Some("MI"), 0.95), reading(area(90, 66, 66, 14), Some("QUIMBY"), 0.95)];
    assert!(marks(&glances(Risk::Likely, 1, &[]), &Toy(below)).iter().any(|mark| !mark.2));
}

#[test]
fn a_sign_or_two_across_a_long_word_is_a_script_that_the_reader_does_not_know() {
    let read = |width| Toy(vec![reading(area(10, 10, width, 30), Some("717"), 0.98)]);
    assert!(marks(&glances(Risk::Likely, 1, &[]), &read(66)).iter().all(|mark| !mark.2));
    assert!(marks(&glances(Risk::Likely, 1, &[]), &read(95)).iter().all(|mark| mark.2));
}

#[test]
fn ends_of_a_line_that_were_not_read_go() {
    let toy = Toy(vec![reading(area(10, 10, 70, 12), Some("120 kVp"), 0.99)]);
    let found = marks(&glances(Risk::Likely, 1, &[(0, piece(area(10, 10, 96, 12), 0.9))]), &toy);
    assert_eq!(found.iter().map(|(area, _, gone, _)| (area.x, *gone)).collect::<Vec<_>>(), [(7, false), (81, true)]);
    let gone = Toy(vec![reading(area(30, 10, 70, 12), Some("QUIMBY"), 0.99)]);
    let found = marks(&glances(Risk::Likely, 1, &[(0, piece(area(10, 10, 90, 12), 0.9))]), &gone);
    assert!(found.iter().any(|(area, _, gone, _)| area.x <= 10 && area.right() >= 100 && *gone));
}

#[test]
fn among_many_that_nobody_confirms_only_the_surest_counts() {
    let some = |count: u32| -> Vec<(u32, find::Found)> {
        let noise = (0..count).map(|n| (0, piece(area(20 + n % 8 * 60, 20 + n / 8 * 40, 30, 12), 0.8)));
        noise.chain([(0, piece(area(20, 360, 90, 12), 0.98))]).collect()
    };
    for (count, left) in [(6, 7), (20, 1), (48, 1)] {
        assert_eq!(marks(&glances(Risk::Likely, 1, &some(count)), &Toy(vec![])).len(), left, "{count}");
    }
    let cut = [(0, piece(area(0, 100, 30, 12), 0.9)), (0, piece(area(10, 200, 30, 12), 0.9))];
    assert_eq!(marks(&glances(Risk::Likely, 1, &cut), &Toy(vec![])).len(), 1);
}

#[test]
fn frames_of_many_are_told_and_noise_on_one_is_not_believed() {
    let steady = (0..30).map(|frame| (frame, piece(area(10, 10, 80, 12), 0.5)));
    let some = (5..9).map(|frame| (frame, piece(area(300, 200, 80, 12), 0.5)));
    let noise = [(7, piece(area(200, 300, 30, 12), 0.3))];
    let pieces: Vec<_> = steady.chain(some).chain(noise).collect();
    let found = marks(&glances(Risk::Likely, 30, &pieces), &None);
    assert_eq!(found.iter().map(|(area, .., frames)| (area.x, *frames)).collect::<Vec<_>>(), [(8, Option::None), (298, Some((5, 8)))]);
}

#[test]
fn long_sequences_are_laid_over_each_other() {
    let glances = glances(Risk::Likely, 300, &[]);
    assert_eq!(glances.layers.iter().map(|layer| (layer.first, layer.last)).collect::<Vec<_>>(), [(0, 149), (150, 299)]);
}

#[test]
fn wide_pictures_are_halved_and_areas_come_back() {
    let picture = Picture { width: 4, height: 5, samples: 1, data: (0..20).collect() };
    assert_eq!(halved(&picture), Picture { width: 2, height: 2, samples: 1, data: vec![2, 4, 10, 12] });
    let wide = Picture { width: 3_000, height: 2, samples: 1, data: vec![0; 6_000] };
    let readings = read(&Toy(vec![reading(area(3, 0, 5, 1), Option::None, 0.0)]), &wide, &[]).unwrap();
    assert_eq!(readings.first().unwrap().area, area(6, 0, 10, 2));
}

const LETTERS: [[u8; 7]; 6] = [
    [0b10001, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001],
    [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111],
    [0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111],
    [0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
    [0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100],
    [0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010],
];

/// Where [`written`] writes: six letters of 10 by 14 pixels.
fn word(x: u32, y: u32) -> Area {
    area(x, y, 70, 14)
}

/// A disc that moves far from frame to frame, no two of which are of one scene, and words.
fn frame(index: u32, words: &[Area]) -> Vec<Picture> {
    let (width, height) = (320, 200);
    let (x, y) = (i64::from(40 + index * 67 % 240), 110);
    let disc = |at: i64| if (at % width - x).pow(2) + (at / width - y).pow(2) < 1_600 { 110 } else { 0 };
    let mut data: Vec<u8> = (0..width * height).map(disc).collect();
    for word in words {
        for (at, rows) in (0..).zip(LETTERS) {
            for (row, column) in (0..14).flat_map(|row| (0..10).map(move |column| (row, column))) {
                let place = (word.y + row) * 320 + word.x + at * 12 + column;
                let ink = rows.get(row as usize / 2).unwrap() >> (4 - column / 2) & 1 == 1;
                *data.get_mut(place as usize).unwrap() = if ink { 240 } else { *data.get(place as usize).unwrap() };
            }
        }
    }
    vec![Picture { width: 320, height: 200, samples: 1, data }]
}

fn holds(told: &[Told], word: Area, frame: u32) -> bool {
    let on = |frames: &Option<(u32, u32)>| frames.is_none_or(|(first, last)| (first..=last).contains(&frame));
    told.iter().any(|(area, _, gone, frames)| *gone && on(frames) && area.with(&word).size() * 10 > word.size() * 9)
}

#[test]
fn what_shows_on_three_of_three_hundred_frames_is_found() {
    for still in [false, true] {
        let mut glances = Glances::new(Risk::Likely, 300);
        // The disc passes the word in other frames.
        let words = |index: u32| if (150..153).contains(&index) { vec![word(120, 100)] } else { Vec::new() };
        (0..300).for_each(|index| glances.add(index, u64::from(index), frame(if still { 0 } else { index }, &words(index))));
        let found = marks(&glances, &Toy(vec![]));
        assert!((150..153).all(|frame| holds(&found, word(120, 100), frame)), "{still} {found:?}");
        assert!(!holds(&found, word(120, 100), 0) && !holds(&found, word(120, 100), 299), "{found:?}");
    }
}

#[test]
fn the_second_look_is_at_what_is_near_black_and_keeps_what_is_beyond() {
    let (name, beside, far) = (word(10, 10), word(10, 40), word(220, 170));
    let mut first = Glances::new(Risk::Likely, 12);
    (0..12).for_each(|index| first.add(index, u64::from(index), frame(index, &[name, far])));
    assert!(holds(&marks(&first, &Toy(vec![])), far, 5));
    let mut seen = first.clone();
    seen.finish();
    let black = Mark { area: name, frames: Option::None, why: Why::Unread, gone: true };
    let look = |words: &[Area]| {
        let mut again = seen.again(std::slice::from_ref(&black));
        (0..12).for_each(|index| again.add(index, u64::from(index), frame(index, words)));
        marks(&again, &Toy(vec![]))
    };
    let found = look(&[far]);
    assert!(holds(&found, far, 5) && !holds(&found, name, 5), "{found:?}");
    let found = look(&[beside, far]);
    assert!(holds(&found, far, 5) && holds(&found, beside, 5), "what shows only now: {found:?}");
    assert!(holds(&look(&[name, far]), name, 5), "what is still there");
    // Of a few frames, and where not all were looked at, all of them are searched.
    assert!(Glances::new(Risk::Likely, 12).again(std::slice::from_ref(&black)).parts.is_none());
    assert!(Glances::new(Risk::Likely, 4).again(std::slice::from_ref(&black)).parts.is_none());
}

#[test]
fn frames_with_a_little_colour_lie_on_those_without() {
    let mut glances = Glances::new(Risk::Likely, 300);
    for index in 0..300 {
        let mut pictures = vec![Picture { width: 20, height: 10, samples: 1, data: vec![0; 200] }];
        if index % 3 == 1 {
            pictures = vec![Picture { width: 20, height: 10, samples: 3, data: [9, 0, 0].repeat(200) }];
        }
        glances.add(index, 0, pictures);
    }
    glances.finish();
    assert_eq!(glances.layers.iter().map(|layer| (layer.first, layer.last)).collect::<Vec<_>>(), [(0, 149), (150, 299)]);
    assert!(glances.layers.iter().all(|layer| layer.pictures().all(|picture| picture.samples == 3)));
}

#[test]
fn a_line_that_a_reader_surely_sees_goes_though_nobody_can_read_it() {
    let seen = |line| Toy(vec![Reading { line, ..reading(area(10, 10, 60, 12), Option::None, 0.0) }]);
    for risk in [Risk::Screen, Risk::Look, Risk::Likely] {
        let found = marks(&glances(risk, 1, &[]), &seen(0.97));
        assert!(matches!(found.first(), Some((_, Why::Unread, true, Option::None))), "{risk:?}");
    }
    assert!(marks(&glances(Risk::Look, 1, &[]), &seen(0.9)).is_empty());
}

#[test]
fn where_a_reader_reads_nothing_the_finder_must_be_surer() {
    let pieces = |score| [(0, piece(area(10, 10, 50, 12), score))];
    let read = |text| Toy(vec![reading(area(300, 300, 80, 14), text, 0.9)]);
    let found = |score, toy: &Toy| marks(&glances(Risk::Look, 1, &pieces(score)), toy).iter().filter(|(area, ..)| area.x < 100).count();
    assert_eq!(found(0.93, &read(Option::None)), 0);
    assert_eq!(found(0.97, &read(Option::None)), 1);
    assert_eq!(found(0.93, &read(Some("QUIMBY"))), 1);
}

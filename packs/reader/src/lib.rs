//! The wasm file that finds and reads writing by a model.
//!
//! PP-OCR of PaddleOCR (a detector by differentiable binarisation, and a reader by connectionist temporal classification), run by `rten`.
//! Pure but for [`wasm`], which JavaScript calls.

mod boxes;
mod detector;
mod line;
mod models;
mod plan;
mod recogniser;
mod resize;
#[cfg(target_arch = "wasm32")]
mod wasm;

use scan_scrubber::picture::{Area, Picture, Reader, Reading};
use scan_scrubber::{Code, Result};

use detector::Detector;
use line::Line;
use models::Models;
use recogniser::{Recogniser, Word};

/// Readings less sure than this say nothing: the writing counts as found, and not read.
const SURE: f32 = 0.5;

/// The part of an area that found writing must cover, so that the area is not read on its own.
const COVERED: f64 = 0.7;

/// Columns of all crops that are read in one picture, at 48 rows each: what is found beyond is not read. A screen full of writing
/// has 20,000.
const MOST_COLUMNS: usize = 40_000;

/// A model that finds writing, and one that reads it.
pub struct Ocr {
    detector: Detector,
    recogniser: Recogniser,
}

impl Ocr {
    /// Of the file that `scripts/models.mjs` makes.
    ///
    /// # Errors
    /// [`Code::Codec`] where it is not such a file.
    pub fn new(models: &[u8]) -> Result<Self> {
        let Models { characters, detector, recogniser } = Models::unpack(models)?;
        Ok(Self { detector: Detector::new(detector)?, recogniser: Recogniser::new(recogniser, characters)? })
    }

    /// What a line says, whichever way it is turned; nothing where too much of the picture was read already.
    fn word(&self, picture: &Picture, line: &Line, left: &mut usize) -> Result<Word> {
        let mut best = Word::default();
        for line in line.turns() {
            let columns = recogniser::columns(&line);
            let Some(rest) = left.checked_sub(columns) else { break };
            *left = rest;
            let word = self.recogniser.read(picture, &line)?;
            if word.confidence > best.confidence {
                best = word;
            }
            if best.confidence >= line.enough {
                break;
            }
        }
        Ok(best)
    }
}

impl Reader for Ocr {
    fn read(&self, picture: &Picture, hints: &[Area]) -> Result<Vec<Reading>> {
        check(picture)?;
        let mut left = MOST_COLUMNS;
        let mut readings = Vec::new();
        let lines = self.detector.find(picture)?;
        let found: Vec<Area> = lines.iter().map(|line| line.area(picture)).collect();
        // What is higher than a line, such as the outline of a body, must not swallow the lines within it.
        let side = picture.width.max(picture.height);
        let whole: Vec<Area> = lines.iter().zip(&found).filter(|(line, _)| !line.is_high(side)).map(|(_, area)| *area).collect();
        for (line, area) in lines.iter().zip(&found) {
            if whole.iter().any(|other| other.size() > area.size() && covered(area, &[*other]) >= COVERED) {
                // A speck within a line.
                continue;
            }
            let Word { text, confidence } = self.word(picture, line, &mut left)?;
            let text = (confidence >= SURE && !text.is_empty()).then_some(text);
            readings.push(Reading { area: *area, text, confidence, line: line.sureness(side) });
        }
        for hint in hints {
            let hint = hint.within(picture.width, picture.height);
            if hint.is_empty() || covered(&hint, &whole) >= COVERED {
                continue;
            }
            let Word { text, confidence } = self.word(picture, &Line::of_hint(&hint), &mut left)?;
            if confidence >= SURE && !text.is_empty() {
                readings.push(Reading { area: hint, text: Some(text), confidence, line: 0.0 });
            }
        }
        Ok(readings)
    }

    fn is_there(&self) -> bool {
        true
    }
}

fn check(picture: &Picture) -> Result<()> {
    let pixels = u64::from(picture.width).checked_mul(u64::from(picture.height));
    let bytes = pixels.and_then(|pixels| pixels.checked_mul(u64::from(picture.samples)));
    if matches!(picture.samples, 1 | 3) && bytes == Some(picture.data.len() as u64) { Ok(()) } else { Err(Code::Codec.into()) }
}

/// The part of an area, 0 to 1, that others cover. Others that lie on each other count twice, which does no harm here.
#[allow(clippy::cast_precision_loss, reason = "a part need not be exact")]
fn covered(area: &Area, others: &[Area]) -> f64 {
    let common: u64 = others.iter().map(|other| area.with(other).size()).fold(0, u64::saturating_add);
    common as f64 / area.size().max(1) as f64
}

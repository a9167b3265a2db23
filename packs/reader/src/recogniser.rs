//! Reads a line: its rectangle turned level, at 48 rows, through the model, and its answer as text.

use rten::{Model, ModelOptions, op_registry};
use rten_tensor::{AsView, Layout, NdTensor};
use scan_scrubber::picture::Picture;
use scan_scrubber::{Code, Result};

use crate::line::Line;

/// Rows that the model takes.
const ROWS: usize = 48;

/// Columns of the longest line, at 48 rows: longer ones are squeezed.
const LONGEST: usize = 3_200;

/// Columns of the shortest: shorter ones are stretched.
const SHORTEST: usize = 16;

/// Samples along each direction that a pixel of the turned line is made of, where the picture's own pixels are smaller.
const MOST_SAMPLES: usize = 6;

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Word {
    /// Nothing where no character was seen.
    pub text: String,
    /// The mean over all characters, 0 to 1.
    pub confidence: f32,
}

/// The model that reads writing.
pub struct Recogniser {
    model: Model,
    characters: Vec<char>,
}

impl Recogniser {
    /// Of a model as ONNX, and what its classes after the first mean.
    ///
    /// # Errors
    /// [`Code::Codec`] where it is not one, or uses an operator that is not built in.
    pub fn new(model: Vec<u8>, characters: Vec<char>) -> Result<Self> {
        let operators = op_registry!(
            Add,
            AveragePool,
            BatchNormalization,
            Cast,
            Clip,
            Concat,
            Conv,
            Div,
            GlobalAveragePool,
            HardSigmoid,
            MatMul,
            Mul,
            Pow,
            ReduceMean,
            Relu,
            Reshape,
            Shape,
            Sigmoid,
            Slice,
            Softmax,
            Sqrt,
            Squeeze,
            Sub,
            Transpose
        );
        Ok(Self { model: ModelOptions::with_ops(operators).load(model).map_err(|_| Code::Codec)?, characters })
    }

    /// What a line says.
    ///
    /// # Errors
    /// [`Code::Codec`] where the model fails.
    pub fn read(&self, picture: &Picture, line: &Line) -> Result<Word> {
        let answer = self.model.run_one(input(picture, line).into(), None).map_err(|_| Code::Codec)?;
        let answer: NdTensor<f32, 3> = answer.try_into().map_err(|_| Code::Codec)?;
        let [1, _, classes] = answer.shape() else { return Err(Code::Codec.into()) };
        if classes != self.characters.len().saturating_add(1) {
            return Err(Code::Codec.into());
        }
        Ok(self.decode(answer.to_slice().chunks_exact(classes)))
    }

    /// The likeliest class of each column, without repeats and blanks.
    #[allow(clippy::cast_precision_loss, reason = "some thousand columns")]
    fn decode<'a>(&self, columns: impl Iterator<Item = &'a [f32]>) -> Word {
        let mut text = String::new();
        let (mut sum, mut count) = (0.0_f32, 0_usize);
        let mut before = 0;
        for column in columns {
            let likeliest = column.iter().copied().enumerate().max_by(|a, b| a.1.total_cmp(&b.1));
            let (class, likely) = likeliest.unwrap_or((0, 0.0));
            if class != before {
                // The blank has no character.
                if let Some(character) = class.checked_sub(1).and_then(|at| self.characters.get(at)) {
                    text.push(*character);
                    sum += likely;
                    count = count.saturating_add(1);
                }
                before = class;
            }
        }
        // What is no number is unsure.
        let confidence = (sum / count.max(1) as f32).clamp(0.0, 1.0);
        Word { text: text.trim().to_owned(), confidence: if confidence.is_nan() { 0.0 } else { confidence } }
    }
}

/// Columns that a line has at 48 rows.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "casts saturate, and the result is clamped"
)]
pub fn columns(line: &Line) -> usize {
    ((ROWS as f32 * line.along / line.across.max(f32::MIN_POSITIVE)).ceil() as usize).clamp(SHORTEST, LONGEST)
}

/// A line turned level, as the model takes it: values from -1 to 1, blue first.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "sides of pictures are far below 2^24"
)]
fn input(picture: &Picture, line: &Line) -> NdTensor<f32, 4> {
    let columns = columns(line);
    // The size of a pixel of the turned line in pixels of the picture.
    let (step_along, step_across) = (2.0 * line.along / columns as f32, 2.0 * line.across / ROWS as f32);
    let samples = |step: f32| (step.ceil() as usize).clamp(1, MOST_SAMPLES);
    let (along, across) = (samples(step_along), samples(step_across));
    let plane = columns.saturating_mul(ROWS);
    let mut planes: [Vec<f32>; 3] = std::array::from_fn(|_| Vec::with_capacity(plane));
    for row in 0..ROWS {
        for column in 0..columns {
            let mut sum = [0.0_f32; 3];
            for down in 0..across {
                let v = (row as f32 + (down as f32 + 0.5) / across as f32) * step_across - line.across;
                for right in 0..along {
                    let u = (column as f32 + (right as f32 + 0.5) / along as f32) * step_along - line.along;
                    add(picture, line.x + u * line.cos - v * line.sin, line.y + u * line.sin + v * line.cos, &mut sum);
                }
            }
            let count = along.saturating_mul(across) as f32;
            for (plane, sum) in planes.iter_mut().rev().zip(sum) {
                plane.push(sum / count / 127.5 - 1.0);
            }
        }
    }
    NdTensor::from_data([1, 3, ROWS, columns], planes.concat())
}

/// Adds a picture's colour at a point, between its pixels as they change; beyond its edges they go on.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "casts saturate")]
fn add(picture: &Picture, x: f32, y: f32, sum: &mut [f32; 3]) {
    let samples = picture.samples as usize;
    let (last_x, last_y) = (picture.width.saturating_sub(1), picture.height.saturating_sub(1));
    let (x, y) = ((x - 0.5).clamp(0.0, last_x as f32), (y - 0.5).clamp(0.0, last_y as f32));
    let (left, top) = ((x as u32).min(last_x), (y as u32).min(last_y));
    let (right, below) = (x - left as f32, y - top as f32);
    let (next_x, next_y) = (left.saturating_add(1).min(last_x), top.saturating_add(1).min(last_y));
    let corners = [
        (left, top, (1.0 - right) * (1.0 - below)),
        (next_x, top, right * (1.0 - below)),
        (left, next_y, (1.0 - right) * below),
        (next_x, next_y, right * below),
    ];
    for (x, y, weight) in corners {
        let at = (y as usize).saturating_mul(picture.width as usize).saturating_add(x as usize).saturating_mul(samples);
        let pixel = picture.data.get(at..at.saturating_add(samples)).unwrap_or_default();
        match *pixel {
            [grey] => sum.iter_mut().for_each(|sum| *sum += weight * f32::from(grey)),
            [red, green, blue] => {
                for (sum, value) in sum.iter_mut().zip([red, green, blue]) {
                    *sum += weight * f32::from(value);
                }
            }
            _ => {}
        }
    }
}

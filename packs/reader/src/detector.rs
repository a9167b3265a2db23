//! Finds writing: the picture at a fit size, in pieces, through the model, and its answer as lines.

use rten::{Model, ModelOptions, op_registry};
use rten_tensor::{AsView, Layout, NdTensor};
use scan_scrubber::picture::{Area, Picture};
use scan_scrubber::{Code, Result};

use crate::boxes::Map;
use crate::line::Line;
use crate::plan::{STEP, pieces, size};
use crate::resize::resized;

/// Mean and standard deviation of blue, green and red, as the model was trained with (in that order of colours).
const COLOURS: [(f32, f32); 3] = [(0.485, 0.229), (0.456, 0.224), (0.406, 0.225)];

/// Pixels of the shorter side of the smallest picture that can hold writing.
const THIN: u32 = 6;

/// The model that finds writing.
pub struct Detector(Model);

impl Detector {
    /// Of a model as ONNX.
    ///
    /// # Errors
    /// [`Code::Codec`] where it is not one, or uses an operator that is not built in.
    pub fn new(model: Vec<u8>) -> Result<Self> {
        let operators = op_registry!(
            Add,
            BatchNormalization,
            Clip,
            Concat,
            Conv,
            ConvTranspose,
            Div,
            GlobalAveragePool,
            HardSigmoid,
            Mul,
            Relu,
            Resize,
            Sigmoid
        );
        Ok(Self(ModelOptions::with_ops(operators).load(model).map_err(|_| Code::Codec)?))
    }

    /// Lines of writing, in pixels of the picture.
    ///
    /// # Errors
    /// [`Code::Codec`] where the model fails.
    #[allow(clippy::cast_precision_loss, reason = "sides of pictures are far below 2^24")]
    pub fn find(&self, picture: &Picture) -> Result<Vec<Line>> {
        if picture.width.min(picture.height) < THIN {
            return Ok(Vec::new());
        }
        let (width, height) = size(picture.width, picture.height);
        let copy;
        let looked_at = if (width, height) == (picture.width, picture.height) {
            picture
        } else {
            copy = resized(picture, width, height);
            &copy
        };
        let mut map = Map { width: width as usize, height: height as usize, data: Vec::new() };
        map.data.resize(map.width.saturating_mul(map.height), 0);
        for piece in pieces(looked_at) {
            self.look(looked_at, &piece, &mut map)?;
        }
        let (across, down) = (picture.width as f32 / width as f32, picture.height as f32 / height as f32);
        Ok(map.lines().iter().map(|line| line.scaled(across, down)).collect())
    }

    /// Enters a piece of the picture into the map. Where two pieces differ, the one that sees writing is right.
    fn look(&self, picture: &Picture, piece: &Area, map: &mut Map) -> Result<()> {
        let (width, height) = (piece.width.next_multiple_of(STEP) as usize, piece.height.next_multiple_of(STEP) as usize);
        let answer = self.0.run_one(input(picture, piece, width, height).into(), None).map_err(|_| Code::Codec)?;
        let answer: NdTensor<f32, 4> = answer.try_into().map_err(|_| Code::Codec)?;
        if answer.shape() != [1, 1, height, width] {
            return Err(Code::Codec.into());
        }
        let answer = answer.to_slice();
        let rows = answer.chunks_exact(width.max(1));
        let start = (piece.y as usize).saturating_mul(map.width);
        let into = map.data.get_mut(start..).unwrap_or_default().chunks_exact_mut(map.width.max(1));
        for (row, into) in rows.zip(into).take(piece.height as usize) {
            let into = into.get_mut(piece.x as usize..).unwrap_or_default();
            for (likely, into) in row.iter().zip(into).take(piece.width as usize) {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts saturate, and what is no number is 0")]
                let likely = (likely * 255.0) as u8;
                *into = likely.max(*into);
            }
        }
        Ok(())
    }
}

/// A piece as the model takes it; beyond its right and lower end, the last pixels are repeated.
fn input(picture: &Picture, piece: &Area, width: usize, height: usize) -> NdTensor<f32, 4> {
    let samples = picture.samples as usize;
    let row = (picture.width as usize).saturating_mul(samples);
    let mut values = Vec::with_capacity(width.saturating_mul(height).saturating_mul(3));
    for (plane, (mean, deviation)) in COLOURS.into_iter().enumerate() {
        // Blue first.
        let sample = samples.saturating_sub(1).saturating_sub(plane);
        let table: Vec<f32> = (0..=255_u8).map(|value| (f32::from(value) / 255.0 - mean) / deviation).collect();
        for y in 0..height {
            let y = (piece.y as usize).saturating_add(y.min((piece.height as usize).saturating_sub(1)));
            let start = y.saturating_mul(row).saturating_add((piece.x as usize).saturating_mul(samples));
            let line = picture.data.get(start..).unwrap_or_default().chunks_exact(samples.max(1)).take(piece.width as usize);
            let before = values.len();
            values.extend(line.map(|pixel| pixel.get(sample).and_then(|value| table.get(usize::from(*value))).copied().unwrap_or(0.0)));
            let last = values.last().copied().unwrap_or(0.0);
            values.resize(before.saturating_add(width), last);
        }
    }
    NdTensor::from_data([1, 3, height, width], values)
}

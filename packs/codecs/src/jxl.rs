//! JPEG XL by jxl-oxide (ISO/IEC 18181; PS3.5 A.4.12 and 8.2.17).

use jxl_oxide::image::BitDepth;
use jxl_oxide::{AllocTracker, InitializeResult, JxlImage, JxlThreadPool};
use scan_scrubber::picture::{Format, Frame};
use scan_scrubber::{Code, Result};

use crate::samples;

/// Bytes handed over at a time, until the header is there: it is looked at before anything is decoded.
const STEP: usize = 4 << 10;

/// Bytes that a decoder may hold beside a frame's own: tables, and blocks at hand.
const SPARE: u64 = 64 << 20;

/// Bytes that a decoder may hold for each sample: several planes of numbers of 32 bits, as filters need them.
const EACH: u64 = 40;

/// Bytes that a decoder may hold at most.
const MOST: u64 = 768 << 20;

/// The stored values of one frame.
///
/// # Errors
/// [`Code::PixelLayout`] where the stream's size is not the format's, [`Code::Codec`] for all else.
pub fn decode(bytes: &[u8], format: &Format) -> Result<Frame> {
    let memory = format.count().saturating_mul(EACH).saturating_add(SPARE).min(MOST);
    let tracker = AllocTracker::with_limit(usize::try_from(memory).unwrap_or(usize::MAX));
    let mut empty = JxlImage::builder().pool(JxlThreadPool::none()).alloc_tracker(tracker).build_uninit();
    let mut rest = bytes;
    let mut image = loop {
        let some = rest.get(..STEP.min(rest.len())).filter(|some| !some.is_empty()).ok_or(Code::Codec)?;
        let used = empty.feed_bytes(some).map_err(|_| Code::Codec)?;
        rest = rest.get(used..).filter(|rest| used > 0 || rest.len() > STEP).ok_or(Code::Codec)?;
        match empty.try_init().map_err(|_| Code::Codec)? {
            InitializeResult::NeedMoreData(more) => empty = more,
            InitializeResult::Initialized(image) => break image,
        }
    };
    let metadata = &image.image_header().metadata;
    let BitDepth::IntegerSample { bits_per_sample: bits } = metadata.bit_depth else { return Err(Code::Codec.into()) };
    let colours = if metadata.grayscale() { 1 } else { 3 };
    let mut frame = samples::frame(format, image.width(), image.height(), colours, bits)?;
    // Numbers of 32 bits hold larger ones with a fraction no longer.
    if bits > 16 || metadata.animation.is_some() || metadata.preview.is_some() {
        return Err(Code::Codec.into());
    }
    image.feed_bytes(rest).map_err(|_| Code::Codec)?;
    image.finalize().map_err(|_| Code::Codec)?;
    if !image.is_loading_done() || image.num_loaded_keyframes() != 1 {
        return Err(Code::Codec.into());
    }
    let render = image.render_frame(0).map_err(|_| Code::Codec)?;
    let mut stream = render.stream_no_alpha();
    if [stream.width(), stream.height(), stream.channels()] != [frame.width, frame.height, frame.samples] {
        return Err(Code::Codec.into());
    }
    let mut line = vec![0_f32; frame.width as usize * frame.samples as usize];
    let most = f64::from((1_u32 << bits) - 1);
    // Whole numbers come back as they were put in, and may lie below 0; all others are meant to lie between black and white.
    let exact = render.color_channels().iter().all(|plane| plane.as_float().is_none());
    let (least, greatest) = if exact { (f64::from(i32::MIN), f64::from(i32::MAX)) } else { (0.0, most) };
    let word = frame.word;
    for row in frame.data.chunks_exact_mut((line.len() * word).max(1)) {
        if stream.write_to_buffer(&mut line) != line.len() {
            return Err(Code::Codec.into());
        }
        for (to, sample) in row.chunks_exact_mut(word).zip(&line) {
            #[allow(clippy::cast_possible_truncation, reason = "kept between numbers of 32 bits")]
            let number = (f64::from(*sample) * most).round().clamp(least, greatest) as i32;
            to.iter_mut().zip(number.to_le_bytes()).for_each(|(to, byte)| *to = byte);
        }
    }
    Ok(frame)
}

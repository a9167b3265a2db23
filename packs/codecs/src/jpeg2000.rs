//! JPEG 2000 and HTJ2K by openjp2 (ISO/IEC 15444-1, 15444-15; PS3.5 A.4.4 and 8.2.4).

use openjp2::openjpeg::{opj_cparameters_t, opj_dparameters_t};
use openjp2::{CODEC_FORMAT, COLOR_SPACE, Codec, Stream, opj_image, opj_image_comptparm};
use scan_scrubber::picture::{Format, Frame, Photometric};
use scan_scrubber::{Code, Result};

use crate::codestream::{self, Component, Size};
use crate::{samples, stream};

/// The stored values of one frame; colour transforms undone.
///
/// # Errors
/// [`Code::PixelLayout`] where the stream's size is not the format's, [`Code::Codec`] for all else.
pub fn decode(bytes: &[u8], format: &Format) -> Result<Frame> {
    let bytes = codestream::find(bytes)?;
    let size = codestream::survey(bytes)?;
    let [width, height] = size.pixels();
    let count = u32::try_from(size.components.len()).unwrap_or(u32::MAX);
    let bits = size.components.iter().map(|component| component.bits).max().unwrap_or(0);
    let mut frame = samples::frame(format, width, height, count, bits)?;
    let image = stream::read(bytes, image).ok_or(Code::Codec)?;
    let planes = image.comps().unwrap_or_default();
    if planes.len() != size.components.len() {
        return Err(Code::Codec.into());
    }
    for (at, (plane, component)) in planes.iter().zip(&size.components).enumerate() {
        let whole = [0, 1].map(|axis| component.step.get(axis).map_or(0, |step| size.length(axis, *step)));
        let data = plane.data().ok_or(Code::Codec)?;
        if [plane.w, plane.h] != whole || plane.prec != component.bits || data.is_empty() {
            return Err(Code::Codec.into());
        }
        // Some encoders take the sign of signed values for a value's highest bit, or the other way round: Pixel Representation is right.
        let number = |number: i32| {
            if component.signed == format.signed { number } else { samples::extend(number, component.bits, format.signed) }
        };
        if whole == [width, height] {
            samples::put(&mut frame, at, data.iter().map(|sample| number(*sample)));
        } else {
            let columns = places(&size, component, 0, width);
            let rows = places(&size, component, 1, height);
            let (columns, line) = (&columns, plane.w as usize);
            let numbers = rows.iter().flat_map(|row| columns.iter().map(move |column| row * line + column));
            samples::put(&mut frame, at, numbers.map(|at| number(data.get(at).copied().unwrap_or(0))));
        }
    }
    Ok(frame)
}

fn image(stream: &mut Stream) -> Option<Box<opj_image>> {
    let mut codec = Codec::new_decoder(CODEC_FORMAT::OPJ_CODEC_J2K)?;
    if codec.setup_decoder(&mut opj_dparameters_t::default()) == 0 {
        return None;
    }
    let mut image = codec.read_header(stream)?;
    // Whether the stream also ends as it should is of no matter once all tiles are there.
    (codec.decode(stream, &mut image) != 0).then_some(image)
}

/// Which sample of a component with fewer of them lies at each pixel along an axis.
fn places(size: &Size, component: &Component, axis: usize, pixels: u32) -> Vec<usize> {
    let (step, finest) = (component.step.get(axis).copied().unwrap_or(1).max(1), size.step(axis));
    let start = size.first.get(axis).copied().unwrap_or(0);
    let (first, last) = (start.div_ceil(step), size.length(axis, step).saturating_sub(1));
    let pixel = |pixel: u32| start.div_ceil(finest).saturating_add(pixel).saturating_mul(finest) / step;
    (0..pixels).map(|at| pixel(at).saturating_sub(first).min(last) as usize).collect()
}

/// A codestream of one frame, without loss and without comments: one tile, one quality layer, up to five levels of 5/3 wavelets.
///
/// # Errors
/// [`Code::Codec`] where the frame is not as the format says, or not of 1 or 3 samples of up to 16 bits.
pub fn encode(frame: &Frame, format: &Format) -> Result<Vec<u8>> {
    let whole = [frame.width, frame.height, frame.samples] == [format.columns, format.rows, format.samples]
        && frame.word == format.word()
        && format.count().checked_mul(frame.word as u64) == Some(frame.data.len() as u64);
    if !whole || frame.data.is_empty() || !matches!(frame.samples, 1 | 3) || frame.word > 2 || format.count() > samples::SAMPLES {
        return Err(Code::Codec.into());
    }
    let size = opj_image_comptparm {
        dx: 1,
        dy: 1,
        w: frame.width,
        h: frame.height,
        prec: bits(frame, format),
        sgnd: format.signed.into(),
        ..Default::default()
    };
    let space = if frame.samples == 1 { COLOR_SPACE::OPJ_CLRSPC_GRAY } else { COLOR_SPACE::OPJ_CLRSPC_SRGB };
    let mut image = opj_image::create(&vec![size; frame.samples as usize], space).ok_or(Code::Codec)?;
    (image.x1, image.y1) = (frame.width, frame.height);
    for (at, plane) in image.comps_mut().unwrap_or_default().iter_mut().enumerate() {
        let data = plane.data_mut().ok_or(Code::Codec)?;
        data.iter_mut().zip(samples::get(frame, at, format.signed)).for_each(|(to, number)| *to = number);
    }
    let mut parameters = opj_cparameters_t {
        tcp_numlayers: 1,
        cp_disto_alloc: 1,
        // Each level halves the picture; the smallest keeps a pixel.
        numresolution: i32::try_from(frame.width.min(frame.height).ilog2() + 1).unwrap_or(1).min(6),
        tcp_mct: (frame.samples == 3 && matches!(format.photometric, Photometric::Rgb | Photometric::YbrRct | Photometric::YbrIct)).into(),
        ..Default::default()
    };
    let stream = stream::write(|stream| {
        Codec::new_encoder(CODEC_FORMAT::OPJ_CODEC_J2K).is_some_and(|mut codec| {
            codec.setup_encoder(&mut parameters, &mut image) != 0
                && codec.start_compress(&mut image, stream) != 0
                && codec.encode(stream) != 0
                && codec.end_compress(stream) != 0
        })
    });
    codestream::without_comments(&stream.ok_or(Code::Codec)?)
}

/// Bits a sample: Bits Stored, or as many as the samples need where they have more.
fn bits(frame: &Frame, format: &Format) -> u32 {
    let most =
        (0..frame.samples as usize).flat_map(|at| samples::get(frame, at, format.signed)).map(|number| number ^ (number >> 31)).max();
    let needed = u32::BITS - most.unwrap_or(0).leading_zeros() + u32::from(format.signed);
    format.bits_stored.max(needed).clamp(1, u32::try_from(frame.word * 8).unwrap_or(16))
}

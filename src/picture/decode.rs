//! Frames of every Transfer Syntax to stored values.

use flate2::{Decompress, FlushDecompress, Status};

use super::stored::Coding;
use super::{Codecs, Format, Frame, Photometric, Stored, jpeg, jpegls, native, rle};
use crate::error::{Code, Result};

/// The stored values of one frame.
///
/// # Errors
/// [`Code::PixelLayout`], [`Code::TooLong`]: a format that no frame has, or too large, or not the stream's. [`Code::PixelShort`],
/// [`Code::PixelStream`]: bytes that are missing, or cannot be read, or bits beside those of the samples. [`Code::Codec`]: there is no decoder, or it failed.
pub fn frame(stored: &Stored<'_>, codecs: &dyn Codecs) -> Result<Frame> {
    let Stored { syntax, bytes, format, bit_offset } = *stored;
    format.check()?;
    let frame = match Coding::of(syntax)? {
        Coding::Native => native::decode(bytes, bit_offset, format),
        Coding::Deflated => native::decode(&inflate(bytes, bound(format)?)?, 0, &little(format)),
        Coding::Rle => rle::decode(bytes, format),
        Coding::Dct | Coding::Lossless => jpeg::decode(bytes, format),
        Coding::JpegLs => jpegls::decode(bytes, format),
        Coding::Jpeg2000 | Coding::JpegXl => codecs.decode(syntax, bytes, format),
    }?;
    if !frame.fits(format) {
        return Err(Code::Codec.into());
    }
    // Of words that are not compressed, and of RLE, the core has seen to that.
    let is_coded = matches!(Coding::of(syntax)?, Coding::Lossless | Coding::JpegLs | Coding::Jpeg2000 | Coding::JpegXl);
    if is_coded && hides(&frame, format) { Err(Code::PixelStream.into()) } else { Ok(frame) }
}

/// Whether a word has bits beside its sample's that are not its sign: an overlay that was kept there (PS3.5 8.1.2, retired) would leave.
fn hides(frame: &Frame, format: &Format) -> bool {
    let whole = (frame.word as u32).saturating_mul(8);
    let bits = format.bits_stored.clamp(1, whole.max(1));
    if bits >= whole {
        return false;
    }
    let shift = format.high_bit.saturating_add(1).saturating_sub(bits).min(whole - bits);
    let beside = u64::MAX << bits;
    let is_sign =
        |word: u64| format.signed && word & beside == beside & (u64::MAX >> (64 - (whole - shift))) && word >> (bits - 1) & 1 == 1;
    let hidden = |word: u64| word & ((1 << shift) - 1) != 0 || (word >> shift & beside != 0 && !is_sign(word >> shift));
    frame.data.chunks_exact(frame.word.max(1)).any(|word| hidden(word.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte))))
}

/// What the samples of a decoded frame mean, which may be another thing than what the header says of the payload: colour transforms that
/// belong to a codec are undone, and colour differences are there for every pixel.
///
/// All frames of a file are taken to be of one kind; JPEG tells by its own markers, so `stored` is to be one of its frames.
pub fn format(stored: &Stored<'_>) -> Format {
    use Photometric::{Other, Rgb, YbrFull, YbrFull422, YbrIct, YbrRct};
    let said = stored.format.photometric;
    let coding = Coding::of(stored.syntax).ok();
    let photometric = match (coding, said) {
        _ if stored.format.samples < 3 => said,
        (Some(Coding::Dct | Coding::Lossless), _) => match jpeg::colour(stored.bytes, stored.format) {
            Ok(jpeg::Colour::Rgb) => Rgb,
            Ok(jpeg::Colour::Ybr) => YbrFull,
            _ => said,
        },
        // Recompressed JPEG and XYB come as RGB. Lossless streams have what was put in, whatever they were called.
        (Some(Coding::JpegXl), YbrFull | YbrFull422 | Other) if !stored.syntax.ends_with(".110") => Rgb,
        (_, YbrIct | YbrRct) => Rgb,
        (_, YbrFull422) => YbrFull,
        _ => said,
    };
    Format { photometric, ..stored.format.clone() }
}

/// Bytes that a deflated frame has are in little endian, whatever else (PS3.5 A.4.13).
pub(super) fn little(format: &Format) -> Format {
    Format { big_endian: false, ..format.clone() }
}

/// Bytes that a frame can have.
fn bound(format: &Format) -> Result<usize> {
    // One byte more makes their number even. The format was checked against what can be held.
    Ok(usize::try_from(format.count().saturating_mul(format.word() as u64)).map_err(|_| Code::TooLong)?.saturating_add(1))
}

/// Inflates up to the end of a stream, and no more than so many bytes.
pub(super) fn inflate(bytes: &[u8], most: usize) -> Result<Vec<u8>> {
    let mut stream = Decompress::new(false);
    let mut out = Vec::new();
    let mut buffer = vec![0; 64 << 10];
    loop {
        let (read, made) = (stream.total_in(), stream.total_out());
        let rest = usize::try_from(read).ok().and_then(|read| bytes.get(read..)).unwrap_or_default();
        let status = stream.decompress(rest, &mut buffer, FlushDecompress::None).map_err(|_| Code::Codec)?;
        let fresh = usize::try_from(stream.total_out().saturating_sub(made)).unwrap_or_default();
        out.extend_from_slice(buffer.get(..fresh).unwrap_or_default());
        if out.len() > most {
            return Err(Code::Codec.into());
        }
        if status == Status::StreamEnd {
            return Ok(out);
        }
        if fresh == 0 && stream.total_in() == read {
            return Err(Code::PixelShort.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::None as Nothing;
    use super::super::build::{format as shape, noise};
    use super::super::encode;
    use super::*;

    #[test]
    fn own_syntaxes_are_decoded() {
        let format = shape(9, 7, 1, 16);
        let frame = noise(&format, 4);
        for syntax in [
            "1.2.840.10008.1.2",
            "1.2.840.10008.1.2.1.99",
            "1.2.840.10008.1.2.5",
            "1.2.840.10008.1.2.8.1",
            "1.2.840.10008.1.2.4.70",
            "1.2.840.10008.1.2.4.80",
        ] {
            let bytes = encode::frame(syntax, &frame, &format, &Nothing).unwrap();
            assert_eq!(super::frame(&Stored::new(syntax, &bytes, &format), &Nothing).as_ref(), Ok(&frame), "{syntax}");
            let wrong = Format { columns: 8, ..format.clone() };
            assert!(super::frame(&Stored::new(syntax, &bytes, &wrong), &Nothing).is_err(), "{syntax}");
        }
        for syntax in ["1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.102", "1.2.840.10008.1.2.4.65", "1.2.3"] {
            assert_eq!(super::frame(&Stored::new(syntax, &[], &format), &Nothing), Err(Code::Codec.into()), "{syntax}");
        }
    }

    #[test]
    fn bits_beside_the_samples_are_refused() {
        let whole = shape(9, 7, 1, 16);
        let twelve = |signed| Format { bits_stored: 12, high_bit: 11, signed, ..whole.clone() };
        let decoded = |word: u16, format: &Format| {
            let mut frame = noise(&whole, 4);
            frame
                .data
                .chunks_exact_mut(2)
                .for_each(|bytes| bytes.copy_from_slice(&(u16::from_le_bytes([bytes[0], bytes[1]]) & 0x7FF).to_le_bytes()));
            frame.data[20..22].copy_from_slice(&word.to_le_bytes());
            let syntax = "1.2.840.10008.1.2.4.70";
            let bytes = encode::frame(syntax, &frame, &whole, &Nothing).unwrap();
            super::frame(&Stored::new(syntax, &bytes, format), &Nothing).map(|_| ()).map_err(|error| error.code)
        };
        for (word, signed) in [(0x0FFF, false), (0x0FFF, true), (0xF800, true), (0xFFFF, true)] {
            assert_eq!(decoded(word, &twelve(signed)), Ok(()), "{word:x}");
        }
        for (word, signed) in [(0x1000, false), (0xF800, false), (0x1800, true), (0xF7FF, true), (0x8000, true)] {
            assert_eq!(decoded(word, &twelve(signed)), Err(Code::PixelStream), "{word:x}");
        }
        // Below the sample.
        let top = Format { bits_stored: 12, high_bit: 15, ..whole.clone() };
        assert_eq!(decoded(0x0010, &top), Err(Code::PixelStream));
    }

    #[test]
    fn no_more_is_inflated_than_a_frame_has() {
        let big = shape(500, 500, 1, 8);
        let bytes = encode::frame("1.2.840.10008.1.2.8.1", &noise(&big, 1), &big, &Nothing).unwrap();
        let small = shape(5, 5, 1, 8);
        assert_eq!(super::frame(&Stored::new("1.2.840.10008.1.2.8.1", &bytes, &small), &Nothing), Err(Code::Codec.into()));
        let cut = &bytes[..bytes.len() / 2];
        assert_eq!(super::frame(&Stored::new("1.2.840.10008.1.2.8.1", cut, &big), &Nothing), Err(Code::PixelShort.into()));
    }

    #[test]
    fn decoded_colour_is_what_decoders_give() {
        use Photometric::{Other, Rgb, YbrFull, YbrFull422, YbrIct, YbrRct};
        for (syntax, said, is) in [
            ("1.2.840.10008.1.2.1", YbrFull422, YbrFull),
            ("1.2.840.10008.1.2.5", YbrFull, YbrFull),
            ("1.2.840.10008.1.2.4.90", YbrRct, Rgb),
            ("1.2.840.10008.1.2.4.91", YbrIct, Rgb),
            ("1.2.840.10008.1.2.4.91", YbrFull, YbrFull),
            ("1.2.840.10008.1.2.4.111", YbrFull422, Rgb),
            ("1.2.840.10008.1.2.4.112", Other, Rgb),
            ("1.2.840.10008.1.2.4.110", YbrFull, YbrFull),
        ] {
            let stored = Format { photometric: said, ..shape(1, 1, 3, 8) };
            assert_eq!(super::format(&Stored::new(syntax, &[], &stored)).photometric, is, "{syntax}");
        }
    }
}

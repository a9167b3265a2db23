//! How a file's pictures are looked at and changed: the core reads frames and writes them, others look (see [`crate::picture::Pictures`]).

mod clean;
mod faced;
mod request;
mod scan;

use std::io::{Cursor, Read, Seek};

pub use self::clean::{Cleaned, ROUNDS, clean, decided, say, sight};
pub use self::faced::{Faced, Treatment};
pub use self::request::request;
pub use self::scan::{is_drawn, is_in_volume, scan, shows};
use crate::error::{Code, Error, Result};
use crate::file::walk::{Encoding, Walker};
use crate::file::{AnySource, Source, Span, dataset};
use crate::limits;
use crate::picture::{Blackened, Mark, Pictures, Request, Seen, Small, Target};
use crate::pixel::{self, Inspected, Layout, Part, Payload};
use crate::scrub;
use crate::write::{Assembled, Output};

/// What became of writing in a file's pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sighted {
    /// There is no picture, or nobody looked.
    #[default]
    Unseen,
    /// Every frame was looked at: there is none that should go.
    Clean,
    /// It was blackened, and a second look found no more.
    Blackened,
    /// A person or the policy let some of it stay.
    Left,
}

impl Sighted {
    /// The stable name, lower case with hyphens.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blackened => "blackened",
            Self::Clean => "clean",
            Self::Left => "left",
            Self::Unseen => "unseen",
        }
    }

    /// Whether the Clean Pixel Data Option was carried out.
    pub const fn is_clean(self) -> bool {
        matches!(self, Self::Clean | Self::Blackened)
    }
}

/// The pictures of one file.
pub struct Sight<'i> {
    pub pictures: &'i dyn Pictures,
    pub request: Request,
    pub layout: &'i Layout,
    pub payload: Payload,
    pub frames: Vec<Vec<Span>>,
}

/// Pixels that were blackened, or taken out.
pub struct Changed {
    pub inspected: Inspected,
    pub target: Target,
    /// Whether any frame is not as it was.
    pub some: bool,
}

impl<'i> Sight<'i> {
    /// Finds the frames of a file.
    ///
    /// # Errors
    /// As [`pixel::frames`]; [`Code::TooMany`].
    pub fn new<R: Read + Seek>(
        source: &mut Source<R>,
        pictures: &'i dyn Pictures,
        request: Request,
        layout: &'i Layout,
        payload: Payload,
    ) -> Result<Self> {
        let frames = pixel::frames(source, layout, &request.syntax, &payload)?;
        Ok(Self { pictures, request, layout, payload, frames })
    }

    /// Shows every frame, and asks what was seen.
    ///
    /// # Errors
    /// As [`Pictures::look`] and [`Pictures::seen`].
    pub fn see<R: Read + Seek>(&self, source: &mut Source<R>) -> Result<Seen> {
        self.pictures.begin(&self.request)?;
        for (index, spans) in self.frames.iter().enumerate() {
            self.pictures.look(number(index)?, &gather(source, spans)?)?;
        }
        self.pictures.seen()
    }

    /// Shows every frame, to be part of a volume.
    ///
    /// # Errors
    /// As [`Pictures::scan`].
    pub fn scan<R: Read + Seek>(&self, source: &mut Source<R>) -> Result<()> {
        self.pictures.begin(&self.request)?;
        for (index, spans) in self.frames.iter().enumerate() {
            self.pictures.scan(number(index)?, &gather(source, spans)?)?;
        }
        Ok(())
    }

    /// A small picture of a frame, the middle one where none is named.
    ///
    /// # Errors
    /// As [`Pictures::preview`].
    pub fn preview<R: Read + Seek>(&self, source: &mut Source<R>, frame: Option<u32>, edge: u32) -> Result<Small> {
        self.pictures.begin(&self.request)?;
        let index = frame.map_or(self.frames.len() / 2, |frame| frame as usize);
        let spans = self.frames.get(index).ok_or(Code::PixelShort)?;
        self.pictures.preview(number(index)?, &gather(source, spans)?, edge)
    }

    /// Blackens marks in every frame. Where a codec fails, the frames go out uncompressed.
    ///
    /// # Errors
    /// As [`Pictures::blacken`]; [`Code::TooLong`] where they are too long to hold.
    pub fn blacken<R: Read + Seek>(&self, source: &mut Source<R>, marks: &[Mark]) -> Result<Changed> {
        match self.blacken_as(source, marks, false) {
            Err(error) if error.code == Code::Codec => self.blacken_as(source, marks, true),
            result => result,
        }
    }

    fn blacken_as<R: Read + Seek>(&self, source: &mut Source<R>, marks: &[Mark], native: bool) -> Result<Changed> {
        let target = self.pictures.mark(marks, native)?;
        let mut held = Held::default();
        let mut patches = Vec::new();
        let mut some = false;
        for (index, spans) in self.frames.iter().enumerate() {
            let bytes = gather(source, spans)?;
            let blackened = self.pictures.blacken(number(index)?, &bytes)?;
            some |= blackened != Blackened::Same;
            match blackened {
                Blackened::Patches(found) => patches.extend(self.placed(spans, &bytes, found)?),
                Blackened::Stream(stream) => held.push(stream)?,
                Blackened::Same if pixel::is_encapsulated(&self.request.syntax) => held.push(bytes)?,
                Blackened::Same => {}
            }
        }
        let inspected = match held.frames.is_empty() {
            true => {
                let whole = pixel::inspect(source, self.layout, &self.request.syntax, &self.payload, &mut |_| ())?;
                pixel::patched(whole, merged(patches)?)?
            }
            false => held.inspected(self.layout, &target.syntax, self.frames.len())?,
        };
        Ok(Changed { inspected, target, some })
    }

    /// Patches of a frame, by their offsets in the whole value.
    fn placed(&self, spans: &[Span], frame: &[u8], patches: Vec<(u64, Vec<u8>)>) -> Result<Vec<Placed>> {
        let Payload::Native { value, .. } = &self.payload else { return Err(Code::Mask.into()) };
        let start = spans.first().and_then(|span| span.start.checked_sub(value.start)).ok_or(Code::Mask)?;
        let place = |(at, bytes): (u64, Vec<u8>)| {
            let was = usize::try_from(at).ok().and_then(|at| frame.get(at)).copied().ok_or(Code::Mask)?;
            Ok(Placed { at: start.saturating_add(at), was, bytes })
        };
        patches.into_iter().map(place).collect()
    }

    /// Compares the frames as they were with the frames as they were written, and looks for writing once more.
    ///
    /// # Errors
    /// As [`Pictures::check`]. What comes back is writing that is still there.
    pub fn check<R: Read + Seek>(&self, source: &mut Source<R>, output: &Output, target: &Target, encoding: Encoding) -> Result<Vec<Mark>> {
        let (after, layout) = self.written(source, output, target, encoding)?;
        if after.len() != self.frames.len() || layout != *self.layout {
            return Err(Code::Mask.into());
        }
        for (index, (old, new)) in self.frames.iter().zip(after).enumerate() {
            let before = gather(source, old)?;
            let after = gather(&mut AnySource::any(Assembled::new(source, &output.parts))?, &new)?;
            self.pictures.check(number(index)?, &before, &after)?;
        }
        self.pictures.checked()
    }

    /// Where the frames lie in the new file, and what its own header says of them.
    fn written<R: Read + Seek>(
        &self,
        source: &mut Source<R>,
        output: &Output,
        target: &Target,
        encoding: Encoding,
    ) -> Result<(Vec<Vec<Span>>, Layout)> {
        let mut written = AnySource::any(Assembled::new(source, &output.parts))?;
        let span = output.body..written.len();
        let built = dataset::build(&mut Walker::new(&mut written, span, encoding).strict(), false)?;
        let pixels = built.pixels.ok_or(Code::Conformance)?;
        let layout = scrub::layout(&built.dataset, &pixels)?;
        // Shared colour differences are written out where a frame is no longer compressed.
        let layout = Layout { subsampled: self.layout.subsampled, ..layout };
        let new = Layout { subsampled: layout.subsampled && target.photometric.is_none(), ..layout.clone() };
        let payload = scrub::payload(&pixels, encoding.is_big());
        Ok((pixel::frames(&mut written, &new, &target.syntax, &payload)?, layout))
    }
}

/// Frames that were made anew.
#[derive(Default)]
struct Held {
    frames: Vec<Vec<u8>>,
    len: u64,
}

impl Held {
    fn push(&mut self, frame: Vec<u8>) -> Result<()> {
        self.len = self.len.saturating_add(frame.len() as u64);
        if self.len > limits::INFLATED {
            return Err(Code::TooLong.into());
        }
        self.frames.push(frame);
        Ok(())
    }

    /// The value of the new element, looked through as any other.
    fn inspected(self, layout: &Layout, syntax: &str, frames: usize) -> Result<Inspected> {
        if self.frames.len() != frames {
            return Err(Code::Mask.into());
        }
        if !pixel::is_encapsulated(syntax) {
            let mut parts: Vec<Part> = self.frames.into_iter().map(Part::Samples).collect();
            let mut len = self.len;
            if len % 2 == 1 {
                parts.push(Part::Samples(vec![0]));
                len += 1;
            }
            return Ok(Inspected { parts, len, findings: Vec::new() });
        }
        let mut bytes = Vec::new();
        let mut fragments = Vec::new();
        for frame in self.frames {
            let start = bytes.len() as u64;
            bytes.extend_from_slice(&frame);
            fragments.push(start..bytes.len() as u64);
        }
        let mut source = AnySource::any(Cursor::new(&bytes))?;
        let payload = Payload::Encapsulated { table: 0..0, fragments };
        let Inspected { parts, len, .. } = pixel::inspect(&mut source, layout, syntax, &payload, &mut |_| ())?;
        let own = |span: &Span| {
            let range = usize::try_from(span.start).ok().zip(usize::try_from(span.end).ok());
            range.and_then(|(start, end)| bytes.get(start..end)).map(<[u8]>::to_vec).ok_or(Error::from(Code::Mask))
        };
        let parts = parts.into_iter().map(|part| match part {
            Part::Bytes(bytes) | Part::Samples(bytes) => Ok(Part::Samples(bytes)),
            Part::Span(span) => own(&span).map(Part::Samples),
            // Words are masked in native values alone.
            Part::Masked { .. } => Err(Code::Mask.into()),
        });
        Ok(Inspected { parts: parts.collect::<Result<_>>()?, len, findings: Vec::new() })
    }
}

/// Bytes to put at an offset in the whole value.
struct Placed {
    at: u64,
    /// What the first of them was.
    was: u8,
    bytes: Vec<u8>,
}

/// Patches in one order. Frames of single bits may both change the byte that they share: then both changes count.
fn merged(patches: Vec<Placed>) -> Result<Vec<(u64, Vec<u8>)>> {
    let mut out: Vec<(u64, Vec<u8>)> = Vec::with_capacity(patches.len());
    for Placed { at, was, mut bytes } in patches {
        let Some((start, last)) = out.last_mut() else {
            out.push((at, bytes));
            continue;
        };
        match start.saturating_add(last.len() as u64).checked_sub(at) {
            None => out.push((at, bytes)),
            Some(0) => last.append(&mut bytes),
            Some(1) => {
                let (Some(shared), Some(first)) = (last.last_mut(), bytes.first()) else { return Err(Code::Mask.into()) };
                *shared ^= *first ^ was;
                last.extend(bytes.iter().skip(1));
            }
            Some(_) => return Err(Code::Mask.into()),
        }
    }
    Ok(out)
}

fn number(index: usize) -> Result<u32> {
    u32::try_from(index).map_err(|_| Code::TooMany.into())
}

/// The bytes of a frame.
pub fn gather<R: Read + Seek>(source: &mut Source<R>, spans: &[Span]) -> Result<Vec<u8>> {
    let total = spans.iter().map(|span| span.end.saturating_sub(span.start)).fold(0, u64::saturating_add);
    if total > limits::FRAME {
        return Err(Code::TooLong.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(total).map_err(|_| Code::TooLong)?);
    for span in spans {
        source.chunks(span.clone(), |_, chunk| {
            bytes.extend_from_slice(chunk);
            Ok(())
        })?;
    }
    Ok(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn placed(at: u64, was: u8, bytes: &[u8]) -> Placed {
        Placed { at, was, bytes: bytes.to_vec() }
    }

    #[test]
    fn neighbours_are_one_patch_and_a_shared_byte_has_both_changes() {
        let patches = vec![placed(0, 9, &[1, 0b1111_0000]), placed(1, 0xFF, &[0b0000_1111, 3]), placed(3, 9, &[4]), placed(9, 9, &[5])];
        assert_eq!(merged(patches).unwrap(), [(0, vec![1, 0, 3, 4]), (9, vec![5])]);
        assert!(merged(vec![placed(0, 0, &[1, 2, 3]), placed(1, 0, &[1])]).is_err());
    }
}

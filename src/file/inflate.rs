//! Inflating, counted on real output: a deflated data set (PS3.5 A.5) or an entry of an archive.

use std::io::{Read, Seek};

use flate2::{Decompress, FlushDecompress, Status};

use super::source::{Source, Span};
use crate::error::{Code, Error, Result};
use crate::limits;

/// Inflates the raw deflate stream in `span`; a zlib header before it is passed over. Stops at the end of the stream, whatever follows.
///
/// Memory grows with what was really inflated, never with what was announced. With `enough`, stops once that many bytes are there.
///
/// # Errors
/// [`Code::TooLong`] past `cap` bytes; [`Code::Deflate`] where the stream is broken or ends early.
pub fn inflate<R: Read + Seek>(source: &mut Source<R>, span: Span, cap: u64, enough: Option<usize>) -> Result<Vec<u8>> {
    let head = source.up_to(span.start, 2)?;
    let zlib = matches!(head, [cmf, flg] if cmf & 0x0F == 8 && (u16::from(*cmf) << 8 | u16::from(*flg)) % 31 == 0 && cmf >> 4 <= 7);
    match run(source, span.clone(), cap, enough, false) {
        Err(error) if zlib && error.code == Code::Deflate => run(source, span, cap, enough, true),
        result => result,
    }
}

fn run<R: Read + Seek>(source: &mut Source<R>, span: Span, cap: u64, enough: Option<usize>, zlib: bool) -> Result<Vec<u8>> {
    let mut stream = Decompress::new(zlib);
    let mut out = Vec::new();
    let mut buffer = vec![0; 64 << 10];
    let mut at = span.start;
    loop {
        let n = usize::try_from(span.end.saturating_sub(at)).unwrap_or(usize::MAX).min(limits::FIRST_READ);
        let input = source.bytes(at, n)?;
        let (read, written) = (stream.total_in(), stream.total_out());
        let status = stream.decompress(input, &mut buffer, FlushDecompress::None).map_err(|_| Error::at(Code::Deflate, at))?;
        let (read, written) = (stream.total_in() - read, stream.total_out() - written);
        at += read;
        if out.len() as u64 + written > cap {
            return Err(Error::at(Code::TooLong, at));
        }
        make_room(&mut out, usize::try_from(written).unwrap_or(usize::MAX), cap).ok_or(Error::at(Code::TooLong, at))?;
        out.extend_from_slice(buffer.get(..usize::try_from(written).unwrap_or(0)).unwrap_or(&[]));
        match status {
            Status::StreamEnd => return Ok(out),
            _ if enough.is_some_and(|enough| out.len() >= enough) => return Ok(out),
            _ if read == 0 && written == 0 => return Err(Error::at(Code::Deflate, at)),
            _ => {}
        }
    }
}

/// Makes room for so many bytes more. A vector that doubles needs three times what is in it for a moment: once much was really inflated,
/// all that there may be is asked for in one go. Nothing where there is no memory for it.
fn make_room(out: &mut Vec<u8>, bytes: usize, cap: u64) -> Option<()> {
    if out.capacity() - out.len() >= bytes {
        return Some(());
    }
    let left = usize::try_from(cap).ok()?.saturating_sub(out.len());
    let more = if out.len() < MUCH { out.len().max(bytes).min(left) } else { left };
    out.try_reserve_exact(more).ok()
}

/// Bytes that make it sure that those which were announced may come.
const MUCH: usize = 64 << 20;

//! Bytes in memory as openjp2 reads and writes them: through C callbacks, the only way in that is public.

#![allow(unsafe_code)]

use std::ffi::c_void;
use std::ptr::from_mut;
use std::slice;

use openjp2::Stream;
use openjp2::openjpeg::{
    opj_stream_set_read_function, opj_stream_set_seek_function, opj_stream_set_skip_function, opj_stream_set_user_data,
    opj_stream_set_write_function, opj_stream_t,
};

/// Bytes that openjp2 gathers before it asks or hands over.
const BUFFER: usize = 64 << 10;

/// What the callbacks say at an end.
const NOTHING: usize = usize::MAX;

struct Source<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// Runs `work` with a stream of `bytes`.
pub fn read<T>(bytes: &[u8], work: impl FnOnce(&mut Stream) -> T) -> T {
    let mut source = Source { bytes, at: 0 };
    let mut stream = Stream::new_custom(BUFFER, true);
    stream.set_stream_length(bytes.len() as u64);
    let raw = from_mut(&mut stream).cast::<opj_stream_t>();
    // SAFETY: the functions take a `Stream` under an opaque name. The source is declared before the stream, so it outlives it, and is
    // touched by nothing but the callbacks, one at a time, each of which gets it back under the type that it has here.
    unsafe {
        opj_stream_set_read_function(raw, Some(read_some));
        opj_stream_set_skip_function(raw, Some(skip_some));
        opj_stream_set_seek_function(raw, Some(seek_to));
        opj_stream_set_user_data(raw, from_mut(&mut source).cast(), None);
    }
    work(&mut stream)
}

unsafe extern "C" fn read_some(to: *mut c_void, len: usize, source: *mut c_void) -> usize {
    // SAFETY: `source` is the `Source` of `read`; openjp2 hands over `len` bytes to write to.
    let (source, to) = unsafe { (&mut *source.cast::<Source<'_>>(), slice::from_raw_parts_mut(to.cast::<u8>(), len)) };
    let rest = source.bytes.get(source.at..).unwrap_or_default();
    let count = rest.len().min(len);
    match (to.get_mut(..count), rest.get(..count)) {
        (Some(to), Some(from)) if count > 0 => to.copy_from_slice(from),
        _ => return NOTHING,
    }
    source.at += count;
    count
}

unsafe extern "C" fn skip_some(by: i64, source: *mut c_void) -> i64 {
    // SAFETY: `source` is the `Source` of `read`.
    let source = unsafe { &mut *source.cast::<Source<'_>>() };
    let to = i64::try_from(source.at).ok().and_then(|at| at.checked_add(by)).and_then(|at| usize::try_from(at).ok());
    match to.filter(|to| *to <= source.bytes.len()) {
        Some(to) => source.at = to,
        None => return -1,
    }
    by
}

unsafe extern "C" fn seek_to(to: i64, source: *mut c_void) -> i32 {
    // SAFETY: `source` is the `Source` of `read`.
    let source = unsafe { &mut *source.cast::<Source<'_>>() };
    match usize::try_from(to).ok().filter(|to| *to <= source.bytes.len()) {
        Some(to) => source.at = to,
        None => return 0,
    }
    1
}

#[derive(Default)]
struct Sink {
    bytes: Vec<u8>,
    at: usize,
}

/// Runs `work` with a stream to write to; what was written, if it says that all went well.
pub fn write(work: impl FnOnce(&mut Stream) -> bool) -> Option<Vec<u8>> {
    let mut sink = Sink::default();
    let mut stream = Stream::new_custom(BUFFER, false);
    let raw = from_mut(&mut stream).cast::<opj_stream_t>();
    // SAFETY: as in `read`.
    unsafe {
        opj_stream_set_write_function(raw, Some(write_some));
        opj_stream_set_skip_function(raw, Some(skip_written));
        opj_stream_set_seek_function(raw, Some(seek_written));
        opj_stream_set_user_data(raw, from_mut(&mut sink).cast(), None);
    }
    let done = work(&mut stream) && stream.flush().is_ok();
    // What is still gathered is handed over at the latest here.
    drop(stream);
    done.then_some(sink.bytes)
}

unsafe extern "C" fn write_some(from: *mut c_void, len: usize, sink: *mut c_void) -> usize {
    // SAFETY: `sink` is the `Sink` of `write`; openjp2 hands over `len` bytes to read.
    let (sink, from) = unsafe { (&mut *sink.cast::<Sink>(), slice::from_raw_parts(from.cast::<u8>(), len)) };
    let Some(end) = sink.at.checked_add(len) else { return NOTHING };
    if sink.bytes.len() < end {
        sink.bytes.resize(end, 0);
    }
    if let Some(to) = sink.bytes.get_mut(sink.at..end) {
        to.copy_from_slice(from);
    }
    sink.at = end;
    len
}

unsafe extern "C" fn skip_written(by: i64, sink: *mut c_void) -> i64 {
    // SAFETY: `sink` is the `Sink` of `write`.
    let sink = unsafe { &mut *sink.cast::<Sink>() };
    let to = i64::try_from(sink.at).ok().and_then(|at| at.checked_add(by)).and_then(|at| usize::try_from(at).ok());
    match to.filter(|to| *to <= sink.bytes.len()) {
        Some(to) => sink.at = to,
        None => return -1,
    }
    by
}

unsafe extern "C" fn seek_written(to: i64, sink: *mut c_void) -> i32 {
    // SAFETY: `sink` is the `Sink` of `write`.
    let sink = unsafe { &mut *sink.cast::<Sink>() };
    match usize::try_from(to).ok().filter(|to| *to <= sink.bytes.len()) {
        Some(to) => sink.at = to,
        None => return 0,
    }
    1
}

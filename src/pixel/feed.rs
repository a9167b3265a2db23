//! The source of one inspection, and the heartbeat that goes with reading it.

use std::io::{Read, Seek};

use crate::error::Result;
use crate::file::Source;

/// Bytes between two heartbeats, half of what is promised.
const BEAT: u64 = 4 << 20;

/// A source that tells how far it was read.
pub(super) struct Feed<'a, R> {
    pub(super) source: &'a mut Source<R>,
    tick: &'a mut dyn FnMut(u64),
    start: u64,
    told: u64,
    work: u64,
}

impl<'a, R: Read + Seek> Feed<'a, R> {
    /// Counts from the offset `start`.
    pub(super) fn new(source: &'a mut Source<R>, tick: &'a mut dyn FnMut(u64), start: u64) -> Self {
        Self { source, tick, start, told: 0, work: 0 }
    }

    /// The `n` bytes at offset `at` of the source, counted as read.
    pub(super) fn bytes(&mut self, at: u64, n: usize) -> Result<&[u8]> {
        self.passed(at, n as u64);
        self.source.bytes(at, n)
    }

    /// Counts `n` bytes of work at offset `at`; the count told never goes back.
    pub(super) fn passed(&mut self, at: u64, n: u64) {
        self.work = self.work.saturating_add(n);
        if self.work >= BEAT {
            self.work = 0;
            self.told = self.told.max(at.saturating_sub(self.start));
            (self.tick)(self.told);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn a_beat_comes_every_eight_mebibytes_and_never_goes_back() {
        let mut source = Source::new(Cursor::new(vec![0u8; 64])).unwrap();
        let mut told = Vec::new();
        let mut tick = |n| told.push(n);
        let mut feed = Feed::new(&mut source, &mut tick, 10);
        feed.passed(10, BEAT);
        feed.passed(100, BEAT - 1);
        feed.passed(200, 1);
        feed.passed(50, BEAT);
        assert_eq!(told, [0, 190, 190]);
    }
}

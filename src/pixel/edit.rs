//! What stays of one frame: ranges of it, and a few fresh bytes.

use std::ops::Range;

use crate::error::{Code, Result};

/// Pieces of one frame. A JPEG 2000 frame of 65,535 tile-parts, each with a comment, has three a tile-part.
const PIECES: usize = 262_144;

/// A piece of a frame that stays, or that takes a place.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// Positions in the frame, as they are.
    Range(Range<u64>),
    /// Bytes that were not in the frame.
    Fresh(Vec<u8>),
}

/// The pieces of a new frame, in order.
#[derive(Debug, Default)]
pub(super) struct Edit {
    pieces: Vec<Keep>,
    len: u64,
}

impl Edit {
    /// Keeps positions of the frame; those that follow on the last ones are joined with them.
    ///
    /// # Errors
    /// [`Code::TooMany`] where there would be too many pieces.
    pub(super) fn keep(&mut self, range: Range<u64>) -> Result<()> {
        if range.end <= range.start {
            return Ok(());
        }
        self.len += range.end - range.start;
        match self.pieces.last_mut() {
            Some(Keep::Range(last)) if last.end == range.start => last.end = range.end,
            _ => self.push(Keep::Range(range))?,
        }
        Ok(())
    }

    /// Puts in fresh bytes.
    ///
    /// # Errors
    /// [`Code::TooMany`] where there would be too many pieces.
    pub(super) fn fresh(&mut self, bytes: Vec<u8>) -> Result<()> {
        self.len += bytes.len() as u64;
        self.push(Keep::Fresh(bytes))
    }

    /// Bytes of the new frame.
    pub(super) fn len(&self) -> u64 {
        self.len
    }

    /// The pieces in order.
    pub(super) fn into_pieces(self) -> Vec<Keep> {
        self.pieces
    }

    /// Whether the new frame is the old one from its start on, but for the end.
    pub(super) fn is_head(&self) -> bool {
        matches!(self.pieces.as_slice(), [Keep::Range(range)] if range.start == 0)
    }

    fn push(&mut self, piece: Keep) -> Result<()> {
        if self.pieces.len() >= PIECES {
            return Err(Code::TooMany.into());
        }
        self.pieces.push(piece);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_joined() {
        let mut edit = Edit::default();
        edit.keep(0..2).unwrap();
        edit.keep(2..5).unwrap();
        edit.keep(5..5).unwrap();
        assert!(edit.is_head());
        edit.fresh(vec![1, 2]).unwrap();
        edit.keep(5..6).unwrap();
        assert!(!edit.is_head());
        assert_eq!(edit.len(), 8);
        assert_eq!(edit.into_pieces(), [Keep::Range(0..5), Keep::Fresh(vec![1, 2]), Keep::Range(5..6)]);
    }

    #[test]
    fn a_frame_that_starts_elsewhere_is_not_the_old_one() {
        let mut edit = Edit::default();
        edit.keep(2..5).unwrap();
        assert!(!edit.is_head());
    }

    #[test]
    fn pieces_have_a_ceiling() {
        let mut edit = Edit::default();
        let error = (0..).find_map(|i: u64| edit.keep(i * 2..i * 2 + 1).err());
        assert_eq!(error, Some(Code::TooMany.into()));
        assert_eq!(edit.pieces.len(), PIECES);
    }
}

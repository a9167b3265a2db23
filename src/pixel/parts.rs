//! The new value while it is put together.

use super::{Finding, Findings, Inspected, Mask, Part};
use crate::error::{Code, Result};
use crate::file::Span;

/// Parts of one value. One million fragments, each with a header and a byte of padding of its own, stay below this.
const PARTS: usize = 4_000_000;

/// The parts so far, as few as possible: bytes follow bytes and spans follow spans in one part.
#[derive(Default)]
pub(super) struct Parts {
    parts: Vec<Part>,
    len: u64,
}

impl Parts {
    /// Bytes so far.
    pub(super) fn len(&self) -> u64 {
        self.len
    }

    /// Adds fresh bytes.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        self.len += bytes.len() as u64;
        match self.parts.last_mut() {
            _ if bytes.is_empty() => Ok(()),
            Some(Part::Bytes(last)) => {
                last.extend_from_slice(bytes);
                Ok(())
            }
            _ => self.push(Part::Bytes(bytes.to_vec())),
        }
    }

    /// Adds bytes of the source.
    pub(super) fn span(&mut self, span: Span) -> Result<()> {
        self.len += span.end.saturating_sub(span.start);
        match self.parts.last_mut() {
            _ if span.end <= span.start => Ok(()),
            Some(Part::Span(last)) if last.end == span.start => {
                last.end = span.end;
                Ok(())
            }
            _ => self.push(Part::Span(span)),
        }
    }

    /// Adds masked words of the source.
    pub(super) fn masked(&mut self, span: Span, mask: Mask) -> Result<()> {
        self.len += span.end.saturating_sub(span.start);
        self.push(Part::Masked { span, mask })
    }

    /// Adds all of other parts.
    pub(super) fn append(&mut self, other: Self) -> Result<()> {
        for part in other.parts {
            match part {
                Part::Bytes(bytes) => self.bytes(&bytes)?,
                Part::Samples(bytes) => {
                    self.len += bytes.len() as u64;
                    self.push(Part::Samples(bytes))?;
                }
                Part::Span(span) => self.span(span)?,
                Part::Masked { span, mask } => self.masked(span, mask)?,
            }
        }
        Ok(())
    }

    /// Adds a zero byte where the length is odd.
    pub(super) fn even(&mut self) -> Result<()> {
        if self.len % 2 == 1 { self.bytes(&[0]) } else { Ok(()) }
    }

    /// The result, with what was found.
    pub(super) fn into_inspected(self, findings: Findings) -> Inspected {
        Inspected { parts: self.parts, len: self.len, findings: findings.into_iter().collect::<Vec<Finding>>() }
    }

    fn push(&mut self, part: Part) -> Result<()> {
        if self.parts.len() >= PARTS {
            return Err(Code::TooMany.into());
        }
        self.parts.push(part);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_as_few_as_possible() {
        let mut parts = Parts::default();
        parts.bytes(&[1]).unwrap();
        parts.bytes(&[2]).unwrap();
        parts.span(5..7).unwrap();
        parts.span(7..10).unwrap();
        parts.span(10..10).unwrap();
        parts.span(20..21).unwrap();
        parts.bytes(&[]).unwrap();
        assert_eq!(parts.len(), 8);
        parts.even().unwrap();
        assert_eq!(parts.len(), 8);
        let inspected = parts.into_inspected(Findings::from([Finding::Markers, Finding::UnusedBits]));
        assert_eq!(inspected.parts, [Part::Bytes(vec![1, 2]), Part::Span(5..10), Part::Span(20..21)]);
        assert_eq!((inspected.len, inspected.findings), (8, vec![Finding::UnusedBits, Finding::Markers]));
    }

    #[test]
    fn odd_lengths_become_even() {
        let (mut parts, mut other) = (Parts::default(), Parts::default());
        other.span(4..9).unwrap();
        other.masked(10..12, Mask { word: 2, big_endian: false, bits: 12, shift: 0, signed: false }).unwrap();
        parts.span(0..4).unwrap();
        parts.append(other).unwrap();
        parts.even().unwrap();
        assert_eq!(parts.len(), 12);
        assert!(matches!(parts.parts.as_slice(), [Part::Span(_), Part::Masked { .. }, Part::Bytes(zero)] if zero == &[0]));
    }
}

//! Bytes put in the place of others, without a copy of those around them.

use super::{Inspected, Part};
use crate::error::{Code, Result};

/// Parts of one value at most, once it is patched.
const PARTS: usize = 4_000_000;

/// Puts bytes at offsets from the start of an inspected value. Patches are in order and apart from each other.
///
/// # Errors
/// [`Code::Mask`] for patches that are not, or reach past the end; [`Code::TooMany`].
pub fn patched(inspected: Inspected, patches: Vec<(u64, Vec<u8>)>) -> Result<Inspected> {
    let Inspected { parts, len, findings } = inspected;
    let mut parts = parts.into_iter();
    let mut rest = parts.next();
    let mut out = Vec::new();
    let mut at = 0;
    for (start, bytes) in patches {
        let end = start.checked_add(bytes.len() as u64).filter(|end| *end <= len && start >= at).ok_or(Code::Mask)?;
        if bytes.is_empty() {
            continue;
        }
        take(&mut rest, &mut parts, start - at, &mut |part| out.push(part))?;
        take(&mut rest, &mut parts, end - start, &mut |_| ())?;
        out.push(Part::Samples(bytes));
        at = end;
        if out.len() > PARTS {
            return Err(Code::TooMany.into());
        }
    }
    out.extend(rest);
    out.extend(parts);
    Ok(Inspected { parts: out, len, findings })
}

/// Takes the first `n` bytes off what is left.
fn take(rest: &mut Option<Part>, more: &mut impl Iterator<Item = Part>, mut n: u64, to: &mut dyn FnMut(Part)) -> Result<()> {
    while n > 0 {
        let part = rest.take().or_else(|| more.next()).ok_or(Code::Mask)?;
        if part.len() <= n {
            n -= part.len();
            to(part);
        } else {
            let (head, tail) = split(part, n)?;
            to(head);
            *rest = Some(tail);
            n = 0;
        }
    }
    Ok(())
}

fn split(part: Part, at: u64) -> Result<(Part, Part)> {
    let cut = |mut bytes: Vec<u8>| {
        let tail = usize::try_from(at).ok().filter(|at| *at <= bytes.len()).map(|at| bytes.split_off(at)).ok_or(Code::Mask)?;
        Ok::<_, crate::Error>((bytes, tail))
    };
    Ok(match part {
        Part::Bytes(bytes) => cut(bytes).map(|(head, tail)| (Part::Bytes(head), Part::Bytes(tail)))?,
        Part::Samples(bytes) => cut(bytes).map(|(head, tail)| (Part::Samples(head), Part::Samples(tail)))?,
        Part::Span(span) => (Part::Span(span.start..span.start + at), Part::Span(span.start + at..span.end)),
        // Patches are whole samples, and masks work on whole words.
        Part::Masked { mask, .. } if !at.is_multiple_of(u64::from(mask.word.max(1))) => return Err(Code::Mask.into()),
        Part::Masked { span, mask } => {
            (Part::Masked { span: span.start..span.start + at, mask }, Part::Masked { span: span.start + at..span.end, mask })
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::Mask;
    use super::*;

    fn inspected(parts: Vec<Part>) -> Inspected {
        let len = parts.iter().map(Part::len).sum();
        Inspected { parts, len, findings: vec![] }
    }

    #[test]
    fn bytes_take_the_place_of_others() {
        let value = inspected(vec![Part::Span(10..20), Part::Bytes(vec![0; 2])]);
        let new = patched(value.clone(), vec![(2, vec![7; 3]), (9, vec![8; 2])]).unwrap();
        let expected = [Part::Span(10..12), Part::Samples(vec![7; 3]), Part::Span(15..19), Part::Samples(vec![8; 2]), Part::Bytes(vec![0])];
        assert_eq!((new.len, new.parts.as_slice()), (12, &expected[..]));
        assert_eq!(patched(value.clone(), vec![]).unwrap(), value);
    }

    #[test]
    fn patches_that_do_not_fit_are_refused() {
        let value = inspected(vec![Part::Span(0..10)]);
        for bad in [vec![(9, vec![1, 1])], vec![(3, vec![1]), (3, vec![1])], vec![(u64::MAX, vec![1])]] {
            assert_eq!(patched(value.clone(), bad), Err(Code::Mask.into()));
        }
        let mask = Mask { word: 2, big_endian: false, bits: 12, shift: 0, signed: false };
        let words = inspected(vec![Part::Masked { span: 0..8, mask }]);
        assert_eq!(patched(words.clone(), vec![(1, vec![1, 1])]), Err(Code::Mask.into()));
        assert_eq!(patched(words, vec![(2, vec![1, 1])]).unwrap().parts.len(), 3);
    }
}

//! Private attributes in what was written (PS3.15 E.3.10): none without the Option; with it those of the table alone, each under its creator,
//! with a value that fits its row.

use std::io::{Read, Seek};

use dicom_core::{Tag, VR};

use super::{Expected, Written, explain};
use crate::error::{Code, Result};
use crate::file::Span;
use crate::file::private::{block, is_creator, row};
use crate::file::walk::{Token, Walker};
use crate::plan::safe;
use crate::profile::{Choice, Dates, SafeAction, is_standard_uid, safe_creator};

/// The private blocks of a data set that is being read.
#[derive(Default)]
pub struct Blocks(Vec<Block>);

struct Block {
    key: (u16, u8),
    creator: &'static str,
    used: bool,
}

impl Blocks {
    /// At the end of the data set: no creator stands there for nothing.
    pub fn check(&self) -> Result<()> {
        if self.0.iter().all(|block| block.used) { Ok(()) } else { Err(Code::Conformance.into()) }
    }
}

/// Checks a private element that starts with `token`; what it holds, where it holds a value of its own.
pub fn element<R: Read + Seek>(
    walker: &mut Walker<'_, R>,
    blocks: &mut Blocks,
    token: &Token,
    expected: &Expected<'_>,
) -> std::result::Result<Option<Written>, Code> {
    if !expected.batch.policy.has(Choice::RetainSafePrivate) {
        return Err(Code::Conformance);
    }
    let (tag, stated, span) = match token {
        Token::Value { tag, vr, value, .. } => (*tag, *vr, Some(value)),
        Token::Sequence { tag, .. } => (*tag, Some(VR::SQ), None),
        _ => return Err(Code::Conformance),
    };
    let key = block(tag).ok_or(Code::Conformance)?;
    if is_creator(tag) {
        let bytes = read(walker, span.ok_or(Code::Conformance)?)?;
        let text = std::str::from_utf8(&bytes).ok().filter(|_| matches!(stated, None | Some(VR::LO)));
        let creator = text.and_then(safe_creator).ok_or(Code::Conformance)?;
        // Nothing but the padding to an even length, and one block for each creator of a group.
        let exact = bytes.strip_prefix(creator.as_bytes()).is_some_and(|padding| matches!(padding, b"" | b" "));
        if !exact || blocks.0.iter().any(|other| other.key == key || (other.key.0 == key.0 && other.creator == creator)) {
            return Err(Code::Conformance);
        }
        blocks.0.push(Block { key, creator, used: false });
        return Ok(span.map(|span| Written { tag, vr: VR::LO, span: span.clone() }));
    }
    let block = blocks.0.iter_mut().find(|block| block.key == key).ok_or(Code::Conformance)?;
    let row = row(block.creator, tag).ok_or(Code::Conformance)?;
    block.used = true;
    let vr = row.read_as(stated).filter(|_| stated != Some(VR::UN)).ok_or(Code::Conformance)?;
    let Some(span) = span else {
        return if vr == VR::SQ { Ok(None) } else { Err(Code::Conformance) };
    };
    if vr == VR::SQ {
        // Implicit VR says nothing of Sequences.
        let entered = stated.is_none() && walker.enter(span, false).map_err(|error| error.code)?;
        return if entered { Ok(None) } else { Err(Code::Conformance) };
    }
    let bytes = read(walker, span)?;
    if !safe::fits(&row, vr, &bytes, expected.encoding.is_big()) {
        return Err(Code::Conformance);
    }
    if row.action == SafeAction::Dates && expected.batch.policy.dates() == Dates::Removed && !bytes.is_empty() {
        return Err(Code::Residue);
    }
    match row.action {
        SafeAction::Text | SafeAction::Terms => {}
        SafeAction::Uids => uids(tag, &bytes, expected)?,
        _ => explain::value(tag, vr, &bytes, expected)?,
    }
    Ok(Some(Written { tag, vr, span: span.clone() }))
}

/// New UIDs, those that stay, and what the standard has registered: a maker's attribute may name a class.
fn uids(tag: Tag, bytes: &[u8], expected: &Expected<'_>) -> std::result::Result<(), Code> {
    let text = std::str::from_utf8(bytes).map_err(|_| Code::Conformance)?;
    let mut each = text.split('\\').map(|one| one.trim_matches([' ', '\0'])).filter(|one| !one.is_empty());
    if each.all(|one| explain::is_instance(tag, one, expected) || is_standard_uid(one)) { Ok(()) } else { Err(Code::Residue) }
}

fn read<R: Read + Seek>(walker: &mut Walker<'_, R>, span: &Span) -> std::result::Result<Vec<u8>, Code> {
    let length = usize::try_from(span.end - span.start).ok().filter(|length| length % 2 == 0).ok_or(Code::Conformance)?;
    Ok(walker.source().bytes(span.start, length).map_err(|error| error.code)?.to_vec())
}

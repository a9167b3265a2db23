//! The structure of a data set, element by element: iterative, bounds first, no allocation from a declared length.
//!
//! Every length is checked against the Item, the Sequence and the file around it before it is used. What discs of real hospitals hold is
//! repaired where there is one way to read it; everything else is refused with a code. The same walker is the second reader of what we write.

use std::io::{Read, Seek};

use dicom_core::{Tag, VR};

use super::dictionary;
pub use super::encoding::{Encoding, guess};
use super::source::{Source, Span};
use crate::error::{Code, Error, Result};
use crate::limits;

const ITEM: Tag = Tag(0xFFFE, 0xE000);
const ITEM_END: Tag = Tag(0xFFFE, 0xE00D);
const SEQUENCE_END: Tag = Tag(0xFFFE, 0xE0DD);
const UNDEFINED: u32 = 0xFFFF_FFFF;

/// One step of the walk. Offsets are from the start of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// An element with a value of its own.
    Value {
        /// Its tag.
        tag: Tag,
        /// The VR that the file states, if it states one.
        vr: Option<VR>,
        /// Where the element starts.
        at: u64,
        /// Its value.
        value: Span,
    },
    /// An element whose value is an encapsulated pixel stream (PS3.5 A.4).
    Fragments {
        /// Its tag.
        tag: Tag,
        /// Where the element starts.
        at: u64,
        /// The Basic Offset Table.
        table: Span,
        /// The fragments.
        fragments: Vec<Span>,
    },
    /// A Sequence begins.
    Sequence {
        /// Its tag.
        tag: Tag,
        /// Where the element starts.
        at: u64,
    },
    /// The Sequence ends.
    SequenceEnd,
    /// An Item begins.
    Item {
        /// Where its header starts.
        at: u64,
    },
    /// The Item ends.
    ItemEnd,
    /// The data set ends.
    End {
        /// The first byte that does not belong to it.
        at: u64,
    },
}

enum Level {
    Item { end: Option<u64> },
    Sequence { end: Option<u64>, outer: Encoding, unknown: bool },
}

impl Level {
    const fn end(&self) -> Option<u64> {
        match self {
            Self::Item { end } | Self::Sequence { end, .. } => *end,
        }
    }
}

/// Walks one data set.
pub struct Walker<'s, R> {
    source: &'s mut Source<R>,
    encoding: Encoding,
    pos: u64,
    end: u64,
    levels: Vec<Level>,
    tokens: usize,
    strict: bool,
    fragments: bool,
}

struct Header {
    tag: Tag,
    vr: Option<VR>,
    length: u32,
    size: u64,
}

impl<'s, R: Read + Seek> Walker<'s, R> {
    /// A walker over `span`, whose elements are encoded as `encoding`.
    pub fn new(source: &'s mut Source<R>, span: Span, encoding: Encoding) -> Self {
        Self { source, encoding, pos: span.start, end: span.end, levels: Vec::new(), tokens: 0, strict: false, fragments: true }
    }

    /// Repairs nothing: for reading back what was written here.
    #[must_use]
    pub fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// Does not look for the fragments of encapsulated pixels, which may lie all over a large file: the walk cannot go on after them.
    #[must_use]
    pub fn without_fragments(mut self) -> Self {
        self.fragments = false;
        self
    }

    /// The source, to read values that were found.
    pub fn source(&mut self) -> &mut Source<R> {
        self.source
    }

    /// The encoding of the elements at hand: it changes within elements of VR UN (PS3.5 6.2.2).
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Sequences that are open.
    pub fn depth(&self) -> usize {
        self.levels.len() / 2
    }

    /// The next step.
    ///
    /// # Errors
    /// [`Code::CutOff`], [`Code::Structure`], [`Code::Depth`], [`Code::TooMany`] with the byte offset.
    pub fn step(&mut self) -> Result<Token> {
        self.tokens += 1;
        if self.tokens > limits::TOKENS {
            return Err(Error::at(Code::TooMany, self.pos));
        }
        match self.levels.last() {
            None => self.element(),
            Some(Level::Item { end }) => match *end {
                Some(end) if self.pos >= end => self.close_item(end),
                _ => self.element(),
            },
            Some(Level::Sequence { end, .. }) => match *end {
                Some(end) if self.pos >= end => self.close_sequence(end),
                _ => self.item(),
            },
        }
    }

    /// Goes into the value that was just passed over, where its maker says that it is a Sequence: false where it does not hold Items. Those of
    /// an element of VR UN are encoded as PS3.5 6.2.2 says.
    ///
    /// # Errors
    /// [`Code::Unreadable`] where the source cannot be read.
    pub fn enter(&mut self, value: &Span, unknown: bool) -> Result<bool> {
        if value.end != self.pos || self.depth() >= limits::DEPTH || !self.holds_items(value.start, value.end)? {
            return Ok(false);
        }
        self.levels.push(Level::Sequence { end: Some(value.end), outer: self.encoding, unknown });
        if unknown {
            self.encoding = Encoding::ImplicitLittle;
        }
        self.pos = value.start;
        Ok(true)
    }

    /// The nearest known end around the position.
    fn limit(&self) -> u64 {
        self.levels.iter().rev().find_map(Level::end).unwrap_or(self.end)
    }

    fn element(&mut self) -> Result<Token> {
        loop {
            let limit = self.limit();
            let left = limit.saturating_sub(self.pos);
            if self.levels.is_empty() && left == 0 {
                return Ok(Token::End { at: self.pos });
            }
            if left < 8 {
                return self.too_short(limit);
            }
            let at = self.pos;
            let header = self.header(limit)?;
            match header.tag {
                ITEM_END | SEQUENCE_END | ITEM => {
                    if let Some(token) = self.delimiter(header.tag, at)? {
                        return Ok(token);
                    }
                }
                _ => return self.open(header, at, limit),
            }
        }
    }

    /// Fewer bytes are left than any element needs.
    fn too_short(&mut self, limit: u64) -> Result<Token> {
        if self.strict {
            return Err(Error::at(Code::Structure, self.pos));
        }
        match self.levels.last() {
            // Whatever trails the data set is for the caller to count and drop.
            None => Ok(Token::End { at: self.pos }),
            Some(Level::Item { end: Some(end) }) => {
                let end = *end;
                self.close_item(end)
            }
            _ if limit == self.end => Err(Error::at(Code::CutOff, self.pos)),
            _ => Err(Error::at(Code::Structure, self.pos)),
        }
    }

    fn delimiter(&mut self, tag: Tag, at: u64) -> Result<Option<Token>> {
        if self.strict && !(tag == ITEM_END && matches!(self.levels.last(), Some(Level::Item { end: None }))) {
            return Err(Error::at(Code::Structure, at));
        }
        let undefined = matches!(self.levels.last(), Some(Level::Item { end: None }));
        match tag {
            ITEM_END if undefined => {
                self.pos = at + 8;
                self.levels.pop();
                return Ok(Some(Token::ItemEnd));
            }
            // An Item without its end: the next Item, or the end of its Sequence, says it.
            ITEM | SEQUENCE_END if undefined => {
                self.pos = at;
                self.levels.pop();
                return Ok(Some(Token::ItemEnd));
            }
            ITEM => return Err(Error::at(Code::Structure, at)),
            // A stray end means nothing: it is passed over, and counted so that a million of them end.
            _ => self.pos = at + 8,
        }
        self.tokens += 1;
        if self.tokens > limits::TOKENS { Err(Error::at(Code::TooMany, at)) } else { Ok(None) }
    }

    fn open(&mut self, header: Header, at: u64, limit: u64) -> Result<Token> {
        let Header { tag, vr, length, size } = header;
        let start = at + size;
        // Looked up where the file leaves a question: most elements state what they are.
        let known = || dictionary::resolve(tag, vr);
        if length == UNDEFINED {
            return match (vr, known()) {
                (Some(VR::OB | VR::OW), _) if tag == Tag(0x7FE0, 0x0010) => self.fragments(tag, at, start, limit),
                (None, _) if tag == Tag(0x7FE0, 0x0010) => self.fragments(tag, at, start, limit),
                (Some(VR::SQ), _) | (None, Some(VR::SQ) | None) => self.sequence(tag, at, start, None, false),
                (Some(VR::UN), _) if tag == Tag(0x7FE0, 0x0010) => self.fragments(tag, at, start, limit),
                // PS3.5 6.2.2: the value is a Sequence encoded as Implicit VR Little Endian.
                (Some(VR::UN), _) => self.sequence(tag, at, start, None, true),
                _ => Err(Error { code: Code::Structure, tag: known().map(|_| tag), at: Some(at) }),
            };
        }
        let end = start + u64::from(length);
        if end > limit {
            let code = if end > self.end { Code::CutOff } else { Code::Structure };
            return Err(Error { code, tag: known().map(|_| tag), at: Some(at) });
        }
        match vr {
            Some(VR::SQ) => self.sequence(tag, at, start, Some(end), false),
            None if known() == Some(VR::SQ) => self.sequence(tag, at, start, Some(end), false),
            Some(VR::UN) if !self.strict && known() == Some(VR::SQ) && self.holds_items(start, end)? => {
                self.sequence(tag, at, start, Some(end), true)
            }
            _ => {
                self.pos = end;
                Ok(Token::Value { tag, vr, at, value: start..end })
            }
        }
    }

    fn holds_items(&mut self, start: u64, end: u64) -> Result<bool> {
        Ok(end - start >= 8 && self.source.bytes(start, 4)? == [0xFE, 0xFF, 0x00, 0xE0])
    }

    fn sequence(&mut self, tag: Tag, at: u64, start: u64, end: Option<u64>, unknown: bool) -> Result<Token> {
        if self.depth() >= limits::DEPTH {
            return Err(Error::at(Code::Depth, at));
        }
        self.levels.push(Level::Sequence { end, outer: self.encoding, unknown });
        if unknown {
            self.encoding = Encoding::ImplicitLittle;
        }
        self.pos = start;
        Ok(Token::Sequence { tag, at })
    }

    fn item(&mut self) -> Result<Token> {
        let limit = self.limit();
        let at = self.pos;
        if limit.saturating_sub(at) < 8 {
            return match self.levels.last().and_then(Level::end) {
                Some(end) if !self.strict => self.close_sequence(end),
                _ if limit == self.end => Err(Error::at(Code::CutOff, at)),
                _ => Err(Error::at(Code::Structure, at)),
            };
        }
        let (tag, length) = self.tag_and_length(at)?;
        match tag {
            ITEM => {
                let start = at + 8;
                let end = match length {
                    UNDEFINED => None,
                    n => Some(self.item_end(start + u64::from(n), limit, at)?),
                };
                if let Some(Level::Sequence { unknown: true, .. }) = self.levels.last() {
                    self.encoding = self.guess(start, end.unwrap_or(limit), Encoding::ImplicitLittle)?;
                }
                self.levels.push(Level::Item { end });
                self.pos = start;
                Ok(Token::Item { at })
            }
            SEQUENCE_END if self.levels.last().is_some_and(|level| level.end().is_none()) => {
                self.pos = at + 8;
                self.leave_sequence();
                Ok(Token::SequenceEnd)
            }
            // An end within a Sequence whose length says that it ends elsewhere.
            SEQUENCE_END if !self.strict => {
                let end = self.levels.last().and_then(Level::end).unwrap_or(at + 8);
                self.close_sequence(end)
            }
            _ => Err(Error::at(Code::Structure, at)),
        }
    }

    /// An Item that claims to reach past its parent ends with its parent.
    fn item_end(&self, end: u64, limit: u64, at: u64) -> Result<u64> {
        if end <= limit {
            Ok(end)
        } else if self.strict || limit == self.end {
            Err(Error::at(if limit == self.end { Code::CutOff } else { Code::Structure }, at))
        } else {
            Ok(limit)
        }
    }

    fn close_item(&mut self, end: u64) -> Result<Token> {
        if self.pos > end {
            return Err(Error::at(Code::Structure, self.pos));
        }
        self.pos = end;
        self.levels.pop();
        Ok(Token::ItemEnd)
    }

    fn close_sequence(&mut self, end: u64) -> Result<Token> {
        if self.pos > end {
            return Err(Error::at(Code::Structure, self.pos));
        }
        self.pos = end;
        self.leave_sequence();
        Ok(Token::SequenceEnd)
    }

    fn leave_sequence(&mut self) {
        if let Some(Level::Sequence { outer, .. }) = self.levels.pop() {
            self.encoding = outer;
        }
    }

    fn fragments(&mut self, tag: Tag, at: u64, start: u64, limit: u64) -> Result<Token> {
        // Those of an icon, in an Item, must be passed over to go on.
        if !self.fragments && self.levels.is_empty() {
            return Ok(Token::Fragments { tag, at, table: start..start, fragments: Vec::new() });
        }
        let mut spans: Vec<Span> = Vec::new();
        let mut pos = start;
        loop {
            // Some makers forget the end of the last Item's Sequence: the end of the file says it.
            if pos == limit && limit == self.end && !self.strict {
                break;
            }
            if limit.saturating_sub(pos) < 8 {
                return Err(Error::at(Code::CutOff, pos).with(tag));
            }
            let (item, length) = self.tag_and_length(pos)?;
            pos += 8;
            match item {
                ITEM if length != UNDEFINED => {
                    let end = pos + u64::from(length);
                    if end > limit {
                        return Err(Error::at(Code::CutOff, pos).with(tag));
                    }
                    if spans.len() >= limits::FRAGMENTS {
                        return Err(Error::at(Code::TooMany, pos).with(tag));
                    }
                    spans.push(pos..end);
                    pos = end;
                }
                SEQUENCE_END => break,
                _ => return Err(Error::at(Code::Structure, pos - 8).with(tag)),
            }
        }
        self.pos = pos;
        if spans.is_empty() {
            return Err(Error::at(Code::Structure, at).with(tag));
        }
        let table = spans.remove(0);
        Ok(Token::Fragments { tag, at, table, fragments: spans })
    }

    fn tag_and_length(&mut self, at: u64) -> Result<(Tag, u32)> {
        let encoding = self.encoding;
        let bytes = self.source.bytes(at, 8)?;
        let (tag, length) = bytes.split_at_checked(4).ok_or(Error::at(Code::CutOff, at))?;
        let (group, element) = tag.split_at_checked(2).ok_or(Error::at(Code::CutOff, at))?;
        Ok((Tag(encoding.u16(group), encoding.u16(element)), encoding.u32(length)))
    }

    fn header(&mut self, limit: u64) -> Result<Header> {
        let at = self.pos;
        let (tag, length) = self.tag_and_length(at)?;
        let implicit = Header { tag, vr: None, length, size: 8 };
        if tag.group() == 0xFFFE || !self.encoding.is_explicit() {
            return Ok(implicit);
        }
        let stated = {
            let bytes = self.source.bytes(at + 4, 4)?;
            [bytes.first(), bytes.get(1), bytes.get(2), bytes.get(3)].map(|byte| byte.copied().unwrap_or(0))
        };
        let [a, b, c, d] = stated;
        let vr = VR::from_binary([a, b])
            .or_else(|| if self.strict { None } else { VR::from_binary([a.to_ascii_uppercase(), b.to_ascii_uppercase()]) });
        let long = match vr {
            Some(vr) => dictionary::has_long_length(vr),
            None if self.strict => return Err(Error::at(Code::Structure, at)),
            // A VR of a later edition has the long form (PS3.5 6.2 and 7.1.2), its reserved bytes zero.
            None if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => c == 0 && d == 0,
            // An implicit element within an explicit data set: only where its length makes sense.
            None if u64::from(length) <= limit.saturating_sub(at + 8) || length == UNDEFINED => return Ok(implicit),
            None => return Err(Error::at(Code::Structure, at)),
        };
        let vr = Some(vr.unwrap_or(VR::UN));
        if !long {
            return Ok(Header { tag, vr, length: u32::from(self.encoding.u16(&[c, d])), size: 8 });
        }
        if limit.saturating_sub(at) < 12 {
            return Err(Error::at(if limit == self.end { Code::CutOff } else { Code::Structure }, at));
        }
        let encoding = self.encoding;
        let length = encoding.u32(self.source.bytes(at + 8, 4)?);
        Ok(Header { tag, vr, length, size: 12 })
    }

    /// The encoding that the first element at `start` speaks for, `otherwise` where it does not.
    fn guess(&mut self, start: u64, end: u64, otherwise: Encoding) -> Result<Encoding> {
        if end.saturating_sub(start) < 8 {
            return Ok(otherwise);
        }
        Ok(guess(self.source.bytes(start, 8)?).unwrap_or(otherwise))
    }
}

//! The segments of a stream, from its start to its end marker, scan by scan (ISO/IEC 10918-1 Annex B).

use super::bits::Bits;
use super::header::{Header, Scan};
use super::huffman::{Decoder, Table};
use super::zigzag::NATURAL;
use crate::error::{Code, Result};

/// A quantization table, in the order of rows.
pub(super) type Quantization = [u16; 64];

/// A stream, read up to somewhere.
pub(super) struct Stream<'a> {
    bytes: &'a [u8],
    at: usize,
    header: Option<Header>,
    jfif: Option<[u8; 12]>,
    adobe: Option<[u8; 12]>,
    quantizations: [Option<Quantization>; 4],
    dc: [Option<Decoder>; 4],
    ac: [Option<Decoder>; 4],
    interval: usize,
    scanned: bool,
    ended: bool,
    spare: bool,
}

impl<'a> Stream<'a> {
    /// A stream at its start.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where there is no start marker.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self> {
        if !bytes.starts_with(&[0xFF, 0xD8]) {
            return Err(Code::PixelStream.into());
        }
        Ok(Self {
            bytes,
            at: 2,
            header: None,
            jfif: None,
            adobe: None,
            quantizations: [None; 4],
            dc: [const { None }; 4],
            ac: [const { None }; 4],
            interval: 0,
            scanned: false,
            ended: false,
            spare: false,
        })
    }

    /// The next scan, the tables before it read; none at the end of the stream. A missing end marker is tolerated after a scan.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where segments contradict each other, [`Code::Codec`] where the stream is of a kind that is not read here.
    pub(super) fn scan(&mut self) -> Result<Option<Scan>> {
        loop {
            if self.scanned && self.at >= self.bytes.len() {
                return Ok(None);
            }
            let marker = self.marker()?;
            match marker {
                0xD9 if self.scanned => {
                    self.ended = true;
                    // A byte of padding makes the length even.
                    self.spare |= !matches!(self.bytes.get(self.at..), None | Some([] | [0 | 0xFF]));
                    return Ok(None);
                }
                0x00..=0x01 | 0xD0..=0xD9 => return Err(Code::PixelStream.into()),
                _ => (),
            }
            let payload = self.payload()?;
            match marker {
                0xC4 => self.huffman(payload)?,
                0xDB => self.quantization(payload)?,
                0xDD => self.interval = usize::from(u16::from_be_bytes(*whole(payload)?)),
                0xDA => {
                    let header = self.header.as_ref().ok_or(Code::PixelStream)?;
                    self.scanned = true;
                    return Scan::of(payload, header, self.interval).map(Some);
                }
                0xE0 if payload.starts_with(b"JFIF\0") && self.jfif.is_none() => {
                    self.jfif = payload.first_chunk::<12>().copied();
                    self.spare |= payload.len() != 14 || !payload.ends_with(&[0, 0]);
                }
                // Decoders differ in which of two they believe.
                0xEE if payload.starts_with(b"Adobe") && payload.len() >= 12 => {
                    if self.adobe.is_some() {
                        return Err(Code::PixelStream.into());
                    }
                    self.adobe = payload.first_chunk::<12>().copied();
                    self.spare |= payload.len() != 12;
                }
                0xE0..=0xEF | 0xFE => self.spare = true,
                0xC0..=0xCB | 0xCD..=0xCF | 0xF7 => {
                    let header = Header::of(marker, payload)?;
                    if self.header.replace(header).is_some() {
                        return Err(Code::PixelStream.into());
                    }
                }
                // Arithmetic coding and hierarchies.
                0xCC | 0xDE | 0xDF => return Err(Code::Codec.into()),
                _ => return Err(Code::PixelStream.into()),
            }
        }
    }

    /// The frame header, with what application data has said so far.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where there was none yet.
    pub(super) fn header(&self) -> Result<Header> {
        let header = self.header.clone().ok_or(Code::PixelStream)?;
        Ok(Header { jfif: self.jfif, adobe: self.adobe, ..header })
    }

    /// The bits of the scan whose header was just read.
    pub(super) const fn bits(&self) -> Bits<'a> {
        Bits::new(self.bytes, self.at)
    }

    /// Goes on behind a scan.
    pub(super) fn resume(&mut self, mut bits: Bits<'a>) {
        self.at = bits.end();
        self.spare |= bits.has_spare();
    }

    /// How many bits there can be from here on.
    pub(super) const fn room(&self) -> u64 {
        (self.bytes.len().saturating_sub(self.at) as u64).saturating_mul(8)
    }

    /// Whether the end marker was there.
    pub(super) const fn has_end(&self) -> bool {
        self.ended
    }

    /// Whether anything was there, up to here, that neither decoding nor colour needs.
    pub(super) const fn has_spare(&self) -> bool {
        self.spare
    }

    /// The table for DC coefficients or lossless differences of a number.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where there is none.
    pub(super) fn dc(&self, number: u8) -> Result<&Decoder> {
        self.dc.get(usize::from(number)).and_then(Option::as_ref).ok_or_else(|| Code::PixelStream.into())
    }

    /// The table for AC coefficients of a number.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where there is none.
    pub(super) fn ac(&self, number: u8) -> Result<&Decoder> {
        self.ac.get(usize::from(number)).and_then(Option::as_ref).ok_or_else(|| Code::PixelStream.into())
    }

    /// The quantization table of a number.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where there is none.
    pub(super) fn quantized(&self, number: u8) -> Result<&Quantization> {
        self.quantizations.get(usize::from(number)).and_then(Option::as_ref).ok_or_else(|| Code::PixelStream.into())
    }

    /// The next marker, behind fill bytes.
    fn marker(&mut self) -> Result<u8> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let ones = rest.iter().take_while(|byte| **byte == 0xFF).count();
        let marker = rest.get(ones).filter(|_| ones > 0).ok_or(Code::PixelStream)?;
        self.spare |= ones > 1;
        self.at += ones + 1;
        Ok(*marker)
    }

    /// What follows the length of a segment.
    fn payload(&mut self) -> Result<&'a [u8]> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = usize::from(u16::from_be_bytes(*rest.first_chunk::<2>().ok_or(Code::PixelStream)?));
        self.at += length;
        rest.get(2..length).ok_or_else(|| Code::PixelStream.into())
    }

    /// Tables that fill their segment (B.2.4.2).
    fn huffman(&mut self, mut rest: &[u8]) -> Result<()> {
        while let Some((head, tail)) = rest.split_first_chunk::<17>() {
            let [place, counts @ ..] = *head;
            let (symbols, tail) = tail.split_at_checked(counts.iter().map(|n| usize::from(*n)).sum()).ok_or(Code::PixelStream)?;
            let decoder = Decoder::new(&Table { counts, symbols: symbols.to_vec() })?;
            let tables = if place >> 4 == 0 { &mut self.dc } else { &mut self.ac };
            let table = tables.get_mut(usize::from(place & 15)).filter(|_| place >> 4 < 2).ok_or(Code::PixelStream)?;
            *table = Some(decoder);
            rest = tail;
        }
        if rest.is_empty() { Ok(()) } else { Err(Code::PixelStream.into()) }
    }

    /// Tables that fill their segment (B.2.4.1).
    fn quantization(&mut self, mut rest: &[u8]) -> Result<()> {
        while let Some((place, tail)) = rest.split_first() {
            let bytes = if place >> 4 == 0 { 1 } else { 2 };
            let (values, tail) = tail.split_at_checked(64 * bytes).ok_or(Code::PixelStream)?;
            let mut table = [0; 64];
            for (at, value) in NATURAL.iter().zip(values.chunks(bytes)) {
                if let Some(entry) = table.get_mut(usize::from(*at)) {
                    *entry = value.iter().fold(0, |value, byte| (value << 8) | u16::from(*byte));
                }
            }
            let slot = self.quantizations.get_mut(usize::from(place & 15)).filter(|_| place >> 4 < 2).ok_or(Code::PixelStream)?;
            *slot = Some(table);
            rest = tail;
        }
        Ok(())
    }
}

/// All of a payload that has a fixed length.
fn whole<const N: usize>(payload: &[u8]) -> Result<&[u8; N]> {
    payload.try_into().map_err(|_| Code::PixelStream.into())
}

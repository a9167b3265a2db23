//! What a frame header and a scan header say (ISO/IEC 10918-1 B.2.2, B.2.3), and whether it is what the data set says.

use super::Process;
use crate::error::{Code, Result};
use crate::picture::Format;

/// A frame header, with what application data says of colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) process: Process,
    /// Bits a sample.
    pub(super) precision: u32,
    pub(super) width: u32,
    pub(super) height: u32,
    /// One to four.
    pub(super) components: Vec<Component>,
    /// The start of a JFIF segment, without its thumbnail.
    pub(super) jfif: Option<[u8; 12]>,
    /// Adobe's segment: the last byte says what the components are.
    pub(super) adobe: Option<[u8; 12]>,
}

/// A component of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Component {
    pub(super) id: u8,
    /// Samples along a row of an MCU's blocks, 1 to 4.
    pub(super) across: usize,
    /// Samples down a column of an MCU's blocks, 1 to 4.
    pub(super) down: usize,
    /// The number of its quantization table.
    pub(super) quantization: u8,
}

impl Header {
    /// Of the payload of a frame header segment.
    ///
    /// # Errors
    /// [`Code::Codec`] where it is of a kind that is not read here, [`Code::PixelStream`] where it contradicts itself.
    pub(super) fn of(marker: u8, payload: &[u8]) -> Result<Self> {
        let process = match marker {
            0xC0 => Process::Baseline,
            0xC1 => Process::Extended,
            0xC2 => Process::Progressive,
            0xC3 => Process::Lossless,
            _ => return Err(Code::Codec.into()),
        };
        let Some(([precision, high, low, width_high, width_low, count], rest)) = payload.split_first_chunk::<6>() else {
            return Err(Code::PixelStream.into());
        };
        let (triples, spare) = rest.as_chunks::<3>();
        let components: Vec<Component> = triples.iter().map(Component::of).collect();
        let good = match process {
            Process::Lossless => (2..=16).contains(precision),
            _ => matches!(precision, 8 | 12),
        };
        let factors = components.iter().all(|c| (1..=4).contains(&c.across) && (1..=4).contains(&c.down) && c.quantization < 4);
        let ids = components.iter().enumerate().all(|(index, one)| components.iter().skip(index + 1).all(|other| other.id != one.id));
        if !good || !factors || !ids || !(1..=4).contains(count) || components.len() != usize::from(*count) || !spare.is_empty() {
            return Err(Code::PixelStream.into());
        }
        let mut header = Self {
            process,
            precision: u32::from(*precision),
            width: u32::from(u16::from_be_bytes([*width_high, *width_low])),
            height: u32::from(u16::from_be_bytes([*high, *low])),
            components,
            jfif: None,
            adobe: None,
        };
        // The only component of a frame has as many samples as the frame, whatever its factors (A.2.2).
        if let [only] = header.components.as_mut_slice() {
            (only.across, only.down) = (1, 1);
        }
        // A number of lines that follows the first scan (DNL) is not waited for.
        if header.width == 0 || header.height == 0 { Err(Code::PixelLayout.into()) } else { Ok(header) }
    }

    /// Whether the frame is what the data set says.
    ///
    /// # Errors
    /// [`Code::PixelLayout`] where it is not.
    pub(super) fn check(&self, format: &Format) -> Result<()> {
        let same = self.width == format.columns && self.height == format.rows && self.components.len() as u64 == u64::from(format.samples);
        if same && self.precision <= format.bits_allocated { Ok(()) } else { Err(Code::PixelLayout.into()) }
    }

    /// The most samples that a component has along a row of an MCU's blocks, and down a column.
    pub(super) fn factors(&self) -> (usize, usize) {
        let (across, down) = (self.components.iter().map(|c| c.across), self.components.iter().map(|c| c.down));
        (across.max().unwrap_or(1), down.max().unwrap_or(1))
    }

    /// MCUs along a row and down a column of the picture (A.2.3).
    pub(super) fn mcus(&self) -> (usize, usize) {
        let (across, down) = self.factors();
        ((self.width as usize).div_ceil(8 * across), (self.height as usize).div_ceil(8 * down))
    }

    /// Samples along a row and down a column of a component (A.1.1).
    pub(super) fn size(&self, component: &Component) -> (usize, usize) {
        let (across, down) = self.factors();
        ((self.width as usize * component.across).div_ceil(across), (self.height as usize * component.down).div_ceil(down))
    }
}

impl Component {
    fn of(triple: &[u8; 3]) -> Self {
        let [id, factors, quantization] = *triple;
        Self { id, across: usize::from(factors >> 4), down: usize::from(factors & 15), quantization }
    }
}

/// A scan header, its components as indices of the frame's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scan {
    pub(super) components: Vec<Member>,
    /// The first coefficient of a progressive scan, or the predictor of a lossless one.
    pub(super) start: u8,
    /// The last coefficient of a progressive scan.
    pub(super) end: u8,
    /// The bit at which the progressive scans before stopped, or 0.
    pub(super) high: u8,
    /// The bit at which a progressive scan stops, or by how much lossless samples are shifted.
    pub(super) low: u8,
    /// MCUs from restart to restart, or 0.
    pub(super) interval: usize,
}

/// A component of a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Member {
    /// Which of the frame's components.
    pub(super) index: usize,
    /// The number of its table for DC coefficients or lossless differences.
    pub(super) dc: u8,
    /// The number of its table for AC coefficients.
    pub(super) ac: u8,
}

impl Scan {
    /// Of the payload of a scan header segment.
    ///
    /// # Errors
    /// [`Code::PixelStream`] where it names components that the frame does not have, or one twice.
    pub(super) fn of(payload: &[u8], header: &Header, interval: usize) -> Result<Self> {
        let Some((count, rest)) = payload.split_first() else { return Err(Code::PixelStream.into()) };
        let (pairs, spectral) = rest.split_at_checked(2 * usize::from(*count)).ok_or(Code::PixelStream)?;
        let [start, end, approximation] = *spectral else { return Err(Code::PixelStream.into()) };
        let mut components: Vec<Member> = Vec::new();
        for [id, tables] in pairs.as_chunks::<2>().0 {
            let index = header.components.iter().position(|component| component.id == *id).ok_or(Code::PixelStream)?;
            if components.iter().any(|member| member.index == index) {
                return Err(Code::PixelStream.into());
            }
            components.push(Member { index, dc: tables >> 4, ac: tables & 15 });
        }
        if components.is_empty() {
            return Err(Code::PixelStream.into());
        }
        Ok(Self { components, start, end, high: approximation >> 4, low: approximation & 15, interval })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    const COLOUR: [u8; 15] = [8, 0, 17, 0, 33, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];

    #[test]
    fn sizes_follow_from_factors() {
        let header = Header::of(0xC0, &COLOUR).unwrap();
        assert_eq!((header.width, header.height, header.mcus()), (33, 17, (3, 2)));
        assert_eq!((header.size(&header.components[0]), header.size(&header.components[1])), ((33, 17), (17, 9)));
        let alone = Header::of(0xC1, &[12, 0, 17, 0, 33, 1, 1, 0x22, 0]).unwrap();
        assert_eq!((alone.mcus(), alone.components[0].across), ((5, 3), 1));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let with = |at: usize, byte: u8| {
            let mut payload = COLOUR;
            payload[at] = byte;
            Header::of(0xC0, &payload).map(|_| ())
        };
        for (at, byte) in [(0, 9), (5, 2), (5, 4), (7, 0x02), (7, 0x15), (8, 4), (9, 1)] {
            assert_eq!(with(at, byte), Err(Code::PixelStream.into()), "{at}");
        }
        assert_eq!(with(2, 0), Err(Code::PixelLayout.into()));
        assert_eq!(Header::of(0xC9, &COLOUR), Err(Code::Codec.into()));
        assert_eq!(Header::of(0xC0, &COLOUR[..14]), Err(Code::PixelStream.into()));
        let header = Header::of(0xC0, &COLOUR).unwrap();
        assert!(Scan::of(&[2, 1, 0, 3, 0x11, 0, 63, 0], &header, 0).is_ok());
        for payload in [&[][..], &[0, 0, 63, 0], &[1, 9, 0, 0, 63, 0], &[2, 1, 0, 1, 0, 0, 63, 0], &[1, 1, 0, 0, 63]] {
            assert_eq!(Scan::of(payload, &header, 0), Err(Code::PixelStream.into()));
        }
    }
}

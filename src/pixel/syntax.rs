//! Transfer Syntaxes by the way their Pixel Data is inspected (PS3.5 8.2 and 10, PS3.6 Table A-1).

use crate::error::{Code, Result};

/// How Pixel Data lies in a Transfer Syntax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Family {
    /// Words in a plain value; a deflated data set is one once it is inflated.
    Native,
    /// JPEG and JPEG-LS codestreams: markers and entropy-coded data.
    Jpeg,
    /// JPEG 2000 Part 1 and High-Throughput JPEG 2000 codestreams.
    Jpeg2000,
    /// JPEG 2000 Part 2 codestreams: the same, and marker segments for multi-component transforms.
    Jpeg2000Part2,
    /// JPEG XL codestreams or containers.
    JpegXl,
    /// RLE Lossless (PS3.5 Annex G).
    Rle,
    /// Deflated Image Frame Compression: one deflate stream a frame.
    Deflated,
}

impl Family {
    /// The family of a Transfer Syntax UID, without padding.
    ///
    /// # Errors
    /// [`Code::Video`] for video, [`Code::PixelElsewhere`] for pixels by reference, [`Code::TransferSyntax`] for all that is not known.
    pub fn of(syntax: &str) -> Result<Self> {
        match syntax.strip_prefix("1.2.840.10008.1.2") {
            Some("" | ".1" | ".1.99" | ".2") => Ok(Self::Native),
            Some(".5") => Ok(Self::Rle),
            Some(".8.1") => Ok(Self::Deflated),
            Some(rest) => rest.strip_prefix(".4.").map_or_else(|| Err(Code::TransferSyntax.into()), Self::of_image),
            None => Err(Code::TransferSyntax.into()),
        }
    }

    /// The family by the last components of 1.2.840.10008.1.2.4.
    fn of_image(last: &str) -> Result<Self> {
        match last {
            "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "70" => {
                Ok(Self::Jpeg)
            }
            "80" | "81" => Ok(Self::Jpeg),
            "90" | "91" | "201" | "202" | "203" => Ok(Self::Jpeg2000),
            "92" | "93" => Ok(Self::Jpeg2000Part2),
            "110" | "111" | "112" => Ok(Self::JpegXl),
            "94" | "95" | "204" | "205" => Err(Code::PixelElsewhere.into()),
            "100" | "100.1" | "101" | "101.1" | "102" | "102.1" | "103" | "103.1" | "104" | "104.1" | "105" | "105.1" | "106" | "106.1"
            | "107" | "108" => Err(Code::Video.into()),
            _ => Err(Code::TransferSyntax.into()),
        }
    }

    /// Whether `head`, the first bytes of a fragment, start a frame; `None` where a frame's start cannot be told.
    pub(super) fn starts_frame(self, head: &[u8]) -> Option<bool> {
        match self {
            Self::Jpeg => Some(head.starts_with(&[0xFF, 0xD8, 0xFF])),
            Self::Jpeg2000 | Self::Jpeg2000Part2 => {
                Some(head.starts_with(&[0xFF, 0x4F, 0xFF, 0x51]) || head.starts_with(super::boxes::JPEG_2000))
            }
            Self::JpegXl => Some(head.starts_with(&[0xFF, 0x0A]) || head.starts_with(super::boxes::JPEG_XL)),
            Self::Native | Self::Rle | Self::Deflated => None,
        }
    }
}

/// Whether Pixel Data is encapsulated in Items under this Transfer Syntax UID (PS3.5 A.4). Unknown ones are taken as not.
pub fn is_encapsulated(syntax: &str) -> bool {
    match syntax.strip_prefix("1.2.840.10008.1.2") {
        Some(".1.98" | ".5" | ".8.1") => true,
        // JPIP refers to its pixels by URL, and has no Pixel Data at all.
        Some(".4.94" | ".4.95" | ".4.204" | ".4.205") => false,
        Some(rest) => rest.starts_with(".4."),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_syntax_has_its_family() {
        assert_eq!(Family::of("1.2.840.10008.1.2"), Ok(Family::Native));
        assert_eq!(Family::of("1.2.840.10008.1.2.1.99"), Ok(Family::Native));
        assert_eq!(Family::of("1.2.840.10008.1.2.4.81"), Ok(Family::Jpeg));
        assert_eq!(Family::of("1.2.840.10008.1.2.4.203"), Ok(Family::Jpeg2000));
        assert_eq!(Family::of("1.2.840.10008.1.2.4.93"), Ok(Family::Jpeg2000Part2));
        assert_eq!(Family::of("1.2.840.10008.1.2.4.112"), Ok(Family::JpegXl));
        assert_eq!(Family::of("1.2.840.10008.1.2.8.1"), Ok(Family::Deflated));
    }

    #[test]
    fn what_cannot_be_inspected_is_refused() {
        for (syntax, code) in [
            ("1.2.840.10008.1.2.4.102.1", Code::Video),
            ("1.2.840.10008.1.2.4.108", Code::Video),
            ("1.2.840.10008.1.2.4.94", Code::PixelElsewhere),
            ("1.2.840.10008.1.2.4.205", Code::PixelElsewhere),
            ("1.2.840.10008.1.2.7.1", Code::TransferSyntax),
            ("1.2.840.10008.1.2.4.5", Code::TransferSyntax),
            ("1.2.840.10008.1.20", Code::TransferSyntax),
            ("1.2.840.113619.5.2", Code::TransferSyntax),
            ("", Code::TransferSyntax),
        ] {
            assert_eq!(Family::of(syntax), Err(code.into()), "{syntax}");
        }
    }

    #[test]
    fn encapsulation_is_told_without_a_family() {
        for syntax in ["1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.102", "1.2.840.10008.1.2.1.98", "1.2.840.10008.1.2.8.1"] {
            assert!(is_encapsulated(syntax), "{syntax}");
        }
        for syntax in ["1.2.840.10008.1.2", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.4.94", "1.2.3"] {
            assert!(!is_encapsulated(syntax), "{syntax}");
        }
    }
}

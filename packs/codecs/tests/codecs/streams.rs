//! Streams of other encoders give the samples that other decoders give.

use std::fmt::Write;

use codecs::Larger;
use scan_scrubber::picture::{Codecs, Format, Photometric};
use sha2::{Digest, Sha256};

use crate::pictures::{format, syntax};

/// A line of the table.
pub struct Line {
    pub name: &'static str,
    pub syntax: String,
    pub format: Format,
    pub samples: &'static str,
    pub stream: Vec<u8>,
}

pub fn table() -> impl Iterator<Item = Line> {
    include_str!("streams.tsv").lines().filter(|line| !line.starts_with('#')).map(|line| {
        let [name, last, layout, samples, stream] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let [columns, rows, count, allocated, stored, signed, space] = layout.split(' ').collect::<Vec<_>>().try_into().unwrap();
        let number = |text: &str| text.parse::<u32>().unwrap();
        let mut format = format(number(columns), number(rows), number(count), number(stored), signed == "1");
        format.bits_allocated = number(allocated);
        format.photometric = match space {
            "monochrome2" => Photometric::Monochrome2,
            "rgb" => Photometric::Rgb,
            "ybr-full" => Photometric::YbrFull,
            "ybr-rct" => Photometric::YbrRct,
            "ybr-ict" => Photometric::YbrIct,
            _ => panic!("{space}"),
        };
        Line { name, syntax: syntax(last), format, samples, stream: bytes(stream) }
    })
}

fn bytes(hex: &str) -> Vec<u8> {
    hex.as_bytes().chunks(2).map(|two| u8::from_str_radix(str::from_utf8(two).unwrap(), 16).unwrap()).collect()
}

fn sample(bytes: &[u8]) -> i64 {
    bytes.iter().rev().fold(0, |value, byte| (value << 8) | i64::from(*byte))
}

#[test]
fn streams_of_other_encoders_give_the_same_samples() {
    let mut lines = 0;
    for Line { name, syntax, format, samples, stream } in table() {
        let frame = Larger.decode(&syntax, &stream, &format).unwrap_or_else(|error| panic!("{name} {format:?}: {error}"));
        assert_eq!((frame.width, frame.height, frame.samples), (format.columns, format.rows, format.samples));
        assert_eq!(frame.word, format.word());
        if let Some(near) = samples.strip_prefix('=') {
            let near = bytes(near);
            assert_eq!(frame.data.len(), near.len());
            let words = frame.data.chunks(frame.word).zip(near.chunks(frame.word));
            let most = words.map(|(a, b)| (sample(a) - sample(b)).abs()).max().unwrap();
            assert!(most <= 1, "{name} {format:?}: {most}");
        } else {
            let digest = Sha256::digest(&frame.data).iter().fold(String::new(), |mut hex, byte| {
                write!(hex, "{byte:02x}").unwrap();
                hex
            });
            assert_eq!(digest, samples, "{name} {format:?}");
        }
        lines += 1;
    }
    assert!(lines > 40, "{lines}");
}

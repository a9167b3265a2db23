//! ICC profiles: the numbers that colours need stay, their texts go (PS3.3 C.11.15; ISO 15076-1 7).

/// Tags whose content is numbers: curves, matrices, tables and points.
const NUMBERS: &[&[u8; 4]] = &[
    b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"bTRC", b"bXYZ", b"chad", b"gTRC", b"gXYZ", b"kTRC", b"rTRC", b"rXYZ", b"wtpt",
];
const TYPES: &[&[u8; 4]] = &[b"XYZ ", b"curv", b"mAB ", b"mBA ", b"mft1", b"mft2", b"para", b"sf32"];
/// A text description of one byte, the end of its text, in each of its three forms.
const DESCRIPTION: [u8; 91] = {
    let mut bytes = [0; 91];
    (bytes[0], bytes[1], bytes[2], bytes[3]) = (b'd', b'e', b's', b'c');
    bytes[11] = 1;
    bytes
};
const HEADER: usize = 128;
const MOST_TAGS: usize = 100;

/// The profile without its texts, creator, date and identifier; `None` where it cannot be read.
pub fn plain(profile: &[u8]) -> Option<Vec<u8>> {
    let mut header = profile.get(..HEADER)?.to_vec();
    if profile.get(36..40)? != b"acsp" {
        return None;
    }
    // Preferred CMM, date and time, platform, flags, maker, model, attributes, creator, identifier and what is reserved.
    for range in [4..8, 24..36, 40..64, 80..HEADER] {
        header.get_mut(range)?.fill(0);
    }
    let count = usize::try_from(number(profile, HEADER)?).ok().filter(|count| *count <= MOST_TAGS)?;
    let mut kept: Vec<([u8; 4], &[u8])> = Vec::new();
    for index in 0..count {
        let at = HEADER + 4 + index * 12;
        let name: [u8; 4] = profile.get(at..at + 4)?.try_into().ok()?;
        let start = usize::try_from(number(profile, at + 4)?).ok()?;
        let length = usize::try_from(number(profile, at + 8)?).ok()?;
        let body = profile.get(start..start.checked_add(length)?)?;
        let of_numbers = TYPES.iter().any(|kind| body.starts_with(*kind));
        if NUMBERS.contains(&&name) && of_numbers && !kept.iter().any(|(other, _)| *other == name) {
            kept.push((name, body));
        }
    }
    // A profile must have a description and a copyright: empty ones, as version 2 writes them.
    kept.push((*b"desc", &DESCRIPTION));
    kept.push((*b"cprt", b"text\0\0\0\0\0"));
    Some(assemble(header, &kept))
}

fn assemble(mut out: Vec<u8>, tags: &[([u8; 4], &[u8])]) -> Vec<u8> {
    let big = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes();
    out.extend_from_slice(&big(tags.len()));
    let mut at = HEADER + 4 + tags.len() * 12;
    for (name, body) in tags {
        out.extend_from_slice(name);
        out.extend_from_slice(&big(at));
        out.extend_from_slice(&big(body.len()));
        at += body.len().next_multiple_of(4);
    }
    for (_, body) in tags {
        out.extend_from_slice(body);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    let length = big(out.len());
    if let Some(size) = out.get_mut(..4) {
        size.copy_from_slice(&length);
    }
    out
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_be_bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn profile() -> Vec<u8> {
        let mut header = vec![0x41; HEADER];
        header[36..40].copy_from_slice(b"acsp");
        assemble(
            header,
            &[
                (*b"desc", b"desc\0\0\0\0Jane Doe"),
                (*b"rXYZ", b"XYZ \0\0\0\0\0\0\0\x01\0\0\0\x02\0\0\0\x03"),
                (*b"zzzz", b"text\0\0\0\0Doe"),
            ],
        )
    }

    #[test]
    fn texts_go_and_numbers_stay() {
        let plain = plain(&profile()).unwrap();
        assert!(!plain.windows(3).any(|three| three == b"Doe"));
        assert!(plain.windows(12).any(|part| part == b"\0\0\0\x01\0\0\0\x02\0\0\0\x03"));
        assert_eq!(number(&plain, 0).unwrap() as usize, plain.len());
        assert_eq!(super::plain(&plain).unwrap(), plain);
    }

    #[test]
    fn broken_profiles_are_refused() {
        let whole = profile();
        for length in 0..whole.len() {
            let _ = plain(&whole[..length]);
        }
        assert_eq!(plain(&whole[..100]), None);
        assert_eq!(plain(&vec![0; 500]), None);
    }
}

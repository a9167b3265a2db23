//! Compressed frames, small and with places for what does not belong into them.

/// A JPEG segment; JPEG 2000 has the same form.
pub fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
    [&[0xFF, marker][..], &(payload.len() as u16 + 2).to_be_bytes(), payload].concat()
}

/// A JPEG stream of one pixel, of even length, with further segments behind its start.
pub fn jpeg(segments: &[Vec<u8>]) -> Vec<u8> {
    let tables = [segment(0xDB, &[1; 65]), segment(0xC4, &[&[0, 1][..], &[0; 15], &[7]].concat())].concat();
    let frame = segment(0xC0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
    let scan = [&segment(0xDA, &[1, 1, 0, 0, 63, 0])[..], &[0x12, 0x34, 0x56]].concat();
    let mut stream = [&[0xFF, 0xD8][..], &segments.concat(), &tables, &frame, &scan].concat();
    if stream.len() % 2 == 1 {
        stream.push(0x78);
    }
    stream.extend_from_slice(&[0xFF, 0xD9]);
    stream
}

/// A JPEG 2000 codestream of one tile-part whose length is right, with further segments in its main and its tile-part header.
pub fn jpeg_2000(main: &[Vec<u8>], tile: &[Vec<u8>]) -> Vec<u8> {
    let size = [&[0; 35][..], &[2, 7, 1, 1, 7, 1, 1]].concat();
    let rest = [&tile.concat()[..], &[0xFF, 0x93, 1, 2, 3, 4]].concat();
    let part = [&[0xFF, 0x90, 0, 10, 0, 0][..], &(rest.len() as u32 + 12).to_be_bytes(), &[0, 1], &rest].concat();
    let mut stream = [&[0xFF, 0x4F][..], &segment(0x51, &size), &main.concat(), &part, &[0xFF, 0xD9]].concat();
    if stream.len() % 2 == 1 {
        stream.push(0);
    }
    stream
}

/// A JP2 file around a codestream, with further boxes before it.
pub fn jp2(boxes: &[Vec<u8>], codestream: &[u8]) -> Vec<u8> {
    let signature = boxed(b"jP  ", &[0x0D, 0x0A, 0x87, 0x0A]);
    let kind = boxed(b"ftyp", b"jp2 \0\0\0\0jp2 ");
    let mut out = [signature, kind, boxes.concat(), boxed(b"jp2c", codestream)].concat();
    if out.len() % 2 == 1 {
        out.push(0);
    }
    out
}

/// A box of JP2 and its kin.
pub fn boxed(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&(content.len() as u32 + 8).to_be_bytes()[..], name, content].concat()
}

/// An RLE frame of one segment of literal bytes: `length` of them, and the header's slots.
pub fn rle(length: usize) -> Vec<u8> {
    let mut frame = vec![0; 64];
    frame[0] = 1;
    frame[4] = 64;
    for chunk in vec![0x5A; length].chunks(128) {
        frame.push((chunk.len() - 1) as u8);
        frame.extend_from_slice(chunk);
    }
    if frame.len() % 2 == 1 {
        frame.push(0);
    }
    frame
}

/// A table of offsets (PS3.5 A.4) of fragments that are a frame each.
pub fn offsets(fragments: &[Vec<u8>]) -> Vec<u8> {
    let mut at = 0_u32;
    let mut table = Vec::new();
    for fragment in fragments {
        table.extend_from_slice(&at.to_le_bytes());
        at += fragment.len() as u32 + 8;
    }
    table
}

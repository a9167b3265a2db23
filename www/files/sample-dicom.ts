/** Writes the sample's files: just enough of DICOM (Explicit VR Little Endian, PS3.5 Annex A.2 and PS3.10 7.1) to be true to life. */

/** Text, numbers of 16 bits, raw bytes, or items. */
export type Value = string | readonly number[] | Uint8Array | Uint16Array | readonly Item[];

/** A tag as one number, 0x00100010, its VR, and its value. */
export type Element = readonly [tag: number, vr: string, value: Value];

export type Item = readonly Element[];

/** A whole file: preamble, File Meta Information, data set. The SOP Class and Instance are taken from the data set. */
export function part10(sopClass: string, instance: string, data: Item): Uint8Array<ArrayBuffer> {
  const meta: Item = [
    [0x00020001, "OB", new Uint8Array([0, 1])],
    [0x00020002, "UI", sopClass],
    [0x00020003, "UI", instance],
    [0x00020010, "UI", "1.2.840.10008.1.2.1"],
    [0x00020012, "UI", "2.25.190512846218703375502461190842"],
    [0x00020013, "SH", "SAMPLE_1"],
    [0x00020016, "AE", "GVH_CT_ROOM2"],
  ];
  const metaBytes = encode(meta);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, metaBytes.length, true);
  const magic = new TextEncoder().encode("DICM");
  return joined([new Uint8Array(128), magic, element([0x00020000, "UL", length]), metaBytes, encode(data)]);
}

/** The elements in the order of their tags. */
export function encode(item: Item): Uint8Array<ArrayBuffer> {
  return joined([...item].sort(([a], [b]) => a - b).map(element));
}

function element([tag, vr, value]: Element): Uint8Array<ArrayBuffer> {
  const bytes = valueBytes(vr, value);
  const isLong = LONG.has(vr);
  const head = new Uint8Array(isLong ? 12 : 8);
  const view = new DataView(head.buffer);
  view.setUint16(0, tag >>> 16, true);
  view.setUint16(2, tag & 0xffff, true);
  head.set([vr.charCodeAt(0), vr.charCodeAt(1)], 4);
  if (isLong) view.setUint32(8, bytes.length, true);
  else view.setUint16(6, bytes.length, true);
  return joined([head, bytes]);
}

function valueBytes(vr: string, value: Value): Uint8Array {
  if (typeof value === "string") return padded(latin1(value), vr === "UI" ? 0 : 0x20);
  if (value instanceof Uint8Array) return padded(value, 0);
  if (value instanceof Uint16Array) return words(value);
  if (vr === "SQ") return joined((value as readonly Item[]).map(itemBytes));
  return words(value as readonly number[]);
}

function itemBytes(item: Item): Uint8Array {
  const bytes = encode(item);
  const head = new Uint8Array(8);
  const view = new DataView(head.buffer);
  view.setUint16(0, 0xfffe, true);
  view.setUint16(2, 0xe000, true);
  view.setUint32(4, bytes.length, true);
  return joined([head, bytes]);
}

/** 16 bits each, least significant byte first on every machine. */
function words(values: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < values.length; at++) view.setUint16(at * 2, values[at] ?? 0, true);
  return bytes;
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}

/** Every value has an even length (PS3.5 7.1). */
function padded(bytes: Uint8Array, by: number): Uint8Array {
  return bytes.length % 2 === 0 ? bytes : joined([bytes, new Uint8Array([by])]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** VRs with a length of 32 bits (PS3.5 7.1.2). */
const LONG = new Set(["OB", "OW", "SQ", "UN", "UT"]);

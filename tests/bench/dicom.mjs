/** A small writer of DICOM files: explicit VR little endian, as CT scanners write it. */

const LONG = new Set(["OB", "OW", "SQ", "UN", "UT"]);

/** A Data Element. `tag` is eight hexadecimal digits; `value` a text, bytes, a list of numbers, or for SQ a list of Items. */
export function element(tag, vr, value) {
  const body = pad(bytesOf(vr, value), vr);
  const head = Buffer.alloc(LONG.has(vr) ? 12 : 8);
  head.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16), 0);
  head.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 2);
  head.write(vr, 4, "latin1");
  if (LONG.has(vr)) head.writeUInt32LE(body.length, 8);
  else head.writeUInt16LE(body.length, 6);
  return Buffer.concat([head, body]);
}

/** The head of Pixel Data of `length` bytes, which follow. */
export function pixelData(length) {
  const head = Buffer.from("e07f10004f57000000000000", "hex");
  head.writeUInt32LE(length, 8);
  return head;
}

/** A data set: `[tag, vr, value]` in any order. */
export function dataSet(elements) {
  const sorted = [...elements].sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.concat(sorted.map(([tag, vr, value]) => element(tag, vr, value)));
}

/** Preamble and File Meta Information. */
export function fileMeta(sopClass, instance, syntax = "1.2.840.10008.1.2.1") {
  const rest = Buffer.concat([
    element("00020001", "OB", Buffer.from([0, 1])),
    element("00020002", "UI", sopClass),
    element("00020003", "UI", instance),
    element("00020010", "UI", syntax),
    element("00020012", "UI", "1.2.276.0.7230010.3.0.3.6.9"),
    element("00020013", "SH", "BENCH_SCANNER"),
    element("00020016", "AE", "CT1_STATION"),
  ]);
  return Buffer.concat([Buffer.alloc(128), Buffer.from("DICM"), element("00020000", "UL", [rest.length]), rest]);
}

function bytesOf(vr, value) {
  if (vr === "SQ") return Buffer.concat(value.map(item));
  if (typeof value === "string") return Buffer.from(value, "latin1");
  if (Buffer.isBuffer(value)) return value;
  const size = vr === "US" || vr === "SS" ? 2 : vr === "FD" ? 8 : 4;
  const bytes = Buffer.alloc(value.length * size);
  value.forEach((number, index) => {
    if (vr === "FD") bytes.writeDoubleLE(number, index * 8);
    else bytes.writeUIntLE(number, index * size, size);
  });
  return bytes;
}

function item(elements) {
  const body = dataSet(elements);
  const head = Buffer.from("feff00e000000000", "hex");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function pad(bytes, vr) {
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.from(vr === "UI" || vr === "OB" || vr === "UN" ? [0] : " ")]);
}

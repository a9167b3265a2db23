/** CRC-32 as zip and gzip use it: polynomial 0xEDB88320, eight bytes at a time. */

const TABLES = tables();

/** The checksum of `bytes` after those that gave `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as unknown as Eight;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length - (bytes.length % 8);
  let crc = ~before;
  let at = 0;
  for (; at < whole; at += 8) {
    const low = crc ^ view.getInt32(at, true);
    const high = view.getInt32(at + 4, true);
    crc =
      of(t7, low) ^
      of(t6, low >>> 8) ^
      of(t5, low >>> 16) ^
      of(t4, low >>> 24) ^
      of(t3, high) ^
      of(t2, high >>> 8) ^
      of(t1, high >>> 16) ^
      of(t0, high >>> 24);
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ of(t0, crc ^ view.getUint8(at));
  return ~crc >>> 0;
}

type Table = Int32Array;
type Eight = readonly [Table, Table, Table, Table, Table, Table, Table, Table];

function of(table: Table, index: number): number {
  return table[index & 0xff] as number;
}

function tables(): Table[] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
    return crc;
  });
  const all = [first];
  for (let n = 1; n < 8; n++) all.push((all[n - 1] as Table).map((crc) => (crc >>> 8) ^ of(first, crc)));
  return all;
}

// Code Meanings of PS3.16 → src/profile/meanings.rs: fingerprints, not words.
import { bytes, firstLine, raw, readFacts } from "./lib.mjs";

export const file = "meanings.rs";

// A wrong pair is taken for a right one once in so many.
const RARITY = 1024;
// Bits of a distance that are written as they are; the rest is counted out. log2(RARITY) - 1 packs best.
const PLAIN = 9;

const encoder = new TextEncoder();
const fold = (text) =>
  text
    .replace(/[A-Z]/g, (c) => c.toLowerCase())
    .replace(/[\t\n\f\r ]+/g, " ")
    .replace(/^ | $/g, "");

const MASK = 0xffff_ffff_ffff_ffffn;
/** FNV-1a, 64 bits, then both halves over each other. */
const hash = (text) => {
  let state = 0xcbf2_9ce4_8422_2325n;
  for (const byte of encoder.encode(text)) state = ((state ^ BigInt(byte)) * 0x100_0000_01b3n) & MASK;
  return Number((state ^ (state >> 32n)) & 0xffff_ffffn);
};

/** Ascending numbers as Golomb-Rice coded distances, most significant bit first. */
export const pack = (sorted) => {
  const out = [];
  let byte = 0;
  let used = 0;
  const bit = (value) => {
    byte = (byte << 1) | value;
    used += 1;
    if (used === 8) {
      out.push(byte);
      byte = 0;
      used = 0;
    }
  };
  let before = 0;
  for (const number of sorted) {
    const distance = number - before;
    before = number;
    for (let high = distance >>> PLAIN; high > 0; high -= 1) bit(1);
    bit(0);
    for (let at = PLAIN - 1; at >= 0; at -= 1) bit((distance >>> at) & 1);
  }
  while (used) bit(1);
  return out;
};

export function generate() {
  const { source, lines } = readFacts("meanings.txt");
  const keys = new Set();
  let scheme = "";
  for (const line of lines) {
    if (line.startsWith("= ")) {
      scheme = line.slice(2);
      continue;
    }
    const [code, meaning] = scheme === "SCT" ? ["", line] : line.split("\t");
    keys.add([fold(scheme), code, fold(meaning)].join("\0"));
    // A unit may stand for its own name.
    if (scheme === "UCUM") keys.add([fold(scheme), code, fold(code)].join("\0"));
  }
  const range = keys.size * RARITY;
  const marks = [...new Set([...keys].map((key) => hash(key) % range))].sort((a, b) => a - b);
  const packed = pack(marks);
  let text = firstLine("meanings.mjs", `src/profile/data/meanings.txt (${source})`, "as of that package");
  text += "//! Fingerprints of (scheme, code, meaning): hashes below `RANGE`, ascending, as Golomb-Rice coded distances.\n";
  text += `\n/// How many fingerprints there are.\npub(super) const COUNT: usize = ${marks.length};\n`;
  text += `\n/// Fingerprints are less than this: ${RARITY} times the number of meanings.\npub(super) const RANGE: u32 = ${range};\n`;
  text += `\n/// Low bits of a distance that are written plainly, after the rest in unary and a zero.\npub(super) const PLAIN: u32 = ${PLAIN};\n`;
  text += bytes("PACKED", packed, "The distances, most significant bit first.");
  return { text, raw: raw.u8(packed), rows: marks.length };
}

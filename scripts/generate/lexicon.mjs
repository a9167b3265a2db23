// Code Meanings of PS3.16 as fingerprints, and the words of Clean Descriptors as they are → src/profile/data/lexicon.bin.
//
// After a first line that names the sources come two tables, numbers in little endian: the count of fingerprints, the bytes they take, those
// bytes; the count of words, the bytes they take, those bytes. Fingerprints are hashes of (scheme, code, meaning) of 32 bits, ascending, as
// Golomb-Rice coded distances. Words ascend; each is how many bytes it shares with the one before (none in every 16th), how many follow, and
// these.
import { firstLine, readFacts } from "./lib.mjs";

export const file = "data/lexicon.bin";
export const script = "lexicon.mjs";

// Bits of a distance that are written as they are; the rest is counted out. log2(2^32 / count) packs best.
const PLAIN = 17;
/** Words from one that is whole to the next. */
const BLOCK = 16;

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
const pack = (sorted) => {
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
  return Buffer.from(out);
};

/** Sorted words, front-coded. */
const frontCode = (words) => {
  const out = [];
  let before = Buffer.alloc(0);
  for (const [at, text] of words.entries()) {
    const word = Buffer.from(text);
    let shared = 0;
    if (at % BLOCK !== 0) while (shared < before.length && before[shared] === word[shared]) shared += 1;
    out.push(Buffer.from([shared, word.length - shared]), word.subarray(shared));
    before = word;
  }
  return Buffer.concat(out);
};

const section = (count, bytes) => {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(count, 0);
  head.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([head, bytes]);
};

const marks = (lines) => {
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
  return [...new Set([...keys].map(hash))].sort((a, b) => a - b);
};

export function generate() {
  const meanings = readFacts("meanings.txt");
  const { lines: words } = readFacts("words.txt");
  const fingerprints = marks(meanings.lines);
  const source = `src/profile/data/meanings.txt (${meanings.source}) and words.txt`;
  const raw = Buffer.concat([
    Buffer.from(firstLine(script, source, "as of that package")),
    section(fingerprints.length, pack(fingerprints)),
    section(words.length, frontCode(words)),
  ]);
  return { bytes: raw, raw, rows: fingerprints.length + words.length };
}

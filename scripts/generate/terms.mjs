// Defined Terms and Enumerated Values → src/profile/terms.rs.
import { firstLine, hex, numbers, raw, readFacts } from "./lib.mjs";

export const file = "terms.rs";

// 0: every value; 1, 2: that value; 3: the third and all that follow.
const PLACES = ["*", "1", "2", "3+"];

export function generate() {
  const lists = new Map();
  const sources = [];
  for (const name of ["terms.txt", "terms-later.txt"]) {
    const { source, lines } = readFacts(name);
    sources.push(`src/profile/data/${name} (${source})`);
    for (const line of lines) {
      const [tag, place, ...terms] = line.split("\\");
      if (!/^[0-9a-f]{8}$/.test(tag) || !PLACES.includes(place) || terms.length === 0) throw new Error(`${name}: ${line}`);
      const key = Number.parseInt(tag, 16) * 4 + PLACES.indexOf(place);
      if (!lists.has(key)) lists.set(key, new Set());
      for (const term of terms) lists.get(key).add(term);
    }
  }
  const bytewise = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const pool = [...new Set([...lists.values()].flatMap((set) => [...set]))].sort(bytewise);
  if (pool.some((term) => !/^[\x20-\x5b\x5d-\x7e]+$/.test(term))) throw new Error("a term that is not ASCII");
  const number = new Map(pool.map((term, i) => [term, i]));
  const ends = [];
  let end = 0;
  for (const term of pool) {
    end += term.length;
    ends.push(end);
  }

  const keys = [...lists.keys()].sort((a, b) => a - b);
  const known = new Map();
  const starts = [0];
  const members = [];
  const places = keys.map((key) => {
    const list = [...lists.get(key)].map((term) => number.get(term)).sort((a, b) => a - b);
    const text = list.join();
    if (!known.has(text)) {
      known.set(text, starts.length - 1);
      members.push(...list);
      starts.push(members.length);
    }
    return known.get(text);
  });
  if (end > 0xffff || members.length > 0xffff) throw new Error("a table outgrew its integers");

  const tags = keys.map((key) => Math.floor(key / 4));
  const which = keys.map((key) => key % 4);
  const text = pool.join("");
  const quoted = text.match(/[\s\S]{1,110}/g).map((part) => `${part.replaceAll('"', '\\"').replace(/^ /, "\\x20")}\\\n`);
  let rust = firstLine("terms.mjs", sources.join(" and "), "as of those packages");
  rust += "//! Terms that PS3.3 defines or enumerates for the values of an attribute.\n";
  rust += `\n/// All terms in ascending byte order, one after the other.\n#[rustfmt::skip]\npub(super) static POOL: &str = "\\\n${quoted.join("")}";\n`;
  rust += numbers("ENDS", "u16", ends, "Where each term ends in `POOL`.");
  rust += numbers("TAGS", "u32", tags, "Attributes in ascending order.", hex);
  rust += numbers(
    "PLACES",
    "u8",
    which,
    "Parallel to `TAGS`: 0 every value, 1 the first, 2 the second, 3 the third and all after it. Ascending for one tag.",
  );
  rust += numbers("LISTS", "u16", places, "Parallel to `TAGS`: the list.");
  rust += numbers("STARTS", "u16", starts, "Where a list starts in `MEMBERS`.");
  rust += numbers("MEMBERS", "u16", members, "Terms by number, ascending within a list.");
  const parts = [Buffer.from(text), raw.u16(ends), raw.u32(tags), raw.u8(which), raw.u16(places), raw.u16(starts), raw.u16(members)];
  return { text: rust, raw: Buffer.concat(parts), rows: keys.length };
}

// Private attributes that may be kept → src/profile/safe_private.rs.
import { bytes, firstLine, hex, numbers, raw, readFacts } from "./lib.mjs";

export const file = "safe_private.rs";

/** The order of src/profile/lookup/safe_private.rs. */
const VRS = "AE AS AT CS DA DS DT FD FL IS LO LT SH SL SQ SS ST SV TM UC UI UL US UT UV".split(" ");

export function generate() {
  const { source, lines } = readFacts("safe-private.txt");
  const more = readFacts("safe-private-more.txt").lines.filter((line) => !line.startsWith("#"));
  const rows = new Map();
  for (const line of [...more, ...lines.filter((line) => !line.startsWith("-"))]) {
    const found =
      /^([\x20-\x5b\x5d-\x7b\x7d\x7e]{1,64})\|([0-9a-f]{3}[13579bdf])\|([0-9a-f]{2})\|([A-Z]{2})\|(\d+)\|[ETP](?:\|(.+))?$/.exec(line);
    if (!found) throw new Error(`safe private attributes: ${line}`);
    const [, creator, group, element, vr, most, terms] = found;
    const key = `${creator}|${group}${element}`;
    if (!VRS.includes(vr)) throw new Error(`safe private attributes: ${line}`);
    if (!rows.has(key)) rows.set(key, { creator, tag: Number.parseInt(group + element, 16), vr, most: Number(most), terms: terms ?? "" });
  }
  const creators = [...new Set([...rows.values()].map((row) => row.creator))].sort();
  // The order of creators is that of the words' bytes, so that one is found by halving.
  const keyed = [...rows.values()].map((row) => ({ ...row, key: creators.indexOf(row.creator) * 0x1000000 + row.tag }));
  keyed.sort((a, b) => a.key - b.key);
  const lists = [...new Set(keyed.map((row) => row.terms))].sort();
  const keys = keyed.map((row) => row.key);
  const vrs = keyed.map((row) => VRS.indexOf(row.vr));
  const most = keyed.map((row) => row.most);
  const terms = keyed.map((row) => lists.indexOf(row.terms));
  if (creators.length > 255 || lists.length > 255 || most.some((n) => n > 255)) throw new Error("safe private attributes: too many");
  const list = (name, values, doc) =>
    `\n/// ${doc}\n#[rustfmt::skip]\npub(super) static ${name}: [&str; ${values.length}] = [\n${values.map((v) => `    ${JSON.stringify(v)},\n`).join("")}];\n`;
  let text = firstLine(
    "safe-private.mjs",
    `src/profile/data/safe-private.txt and safe-private-more.txt (${source.replace(/, edition [^,]*$/, "")})`,
    "2023b",
  );
  text += "//! Private attributes that may be kept (PS3.15 E.3.10), by creator.\n";
  text += list("CREATORS", creators, "Private Creators, ascending.");
  text += numbers("KEYS", "u32", keys, "Creator, group and the element's low byte, ascending: 8, 16 and 8 bits.", hex);
  text += bytes("VRS", vrs, "Their VRs, by their place in the list of the lookup.");
  text += bytes("MOST", most, "The most values each may have; 0 where the table has no bound.");
  text += bytes("TERMS", terms, "Which list of terms each has.");
  text += list("LISTS", lists, "Lists of terms, divided by backslashes.");
  const words = Buffer.from(`${creators.join("\n")}\n${lists.join("\n")}`);
  return { text, rows: keys.length, raw: Buffer.concat([words, raw.u32(keys), raw.u8(vrs), raw.u8(most), raw.u8(terms)]) };
}

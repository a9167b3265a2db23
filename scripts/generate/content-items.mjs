// PS3.15 Table E.3.4-1 → src/profile/content_items.rs.
import { firstLine, readFacts } from "./lib.mjs";

export const file = "content_items.rs";

// Order of the enum `ValueType`.
const TYPES = ["CODE", "COMPOSITE", "CONTAINER", "DATE", "DATETIME", "IMAGE", "NUM", "PNAME", "TEXT", "TIME", "UIDREF", "WAVEFORM"];
// A word is one of `attributes.rs`: its Basic Profile codes and Option columns, in the same bits.
const BASIC = { D: 0, X: 2, "X/D": 3 };
const COLUMNS = [
  "retain_safe_private",
  "retain_uids",
  "retain_device_identity",
  "retain_institution_identity",
  "retain_patient_characteristics",
  "retain_longitudinal_full_dates",
  "retain_longitudinal_modified_dates",
  "clean_descriptors",
];
const ACTION = { K: 1, C: 2 };
// Schemes as a letter before the code; SNOMED's retired schemes share one.
const SCHEMES = { DCM: "D", LN: "L", "NCDR [2.0b]": "R", NCIt: "N", SCT: "S", UMLS: "U" };
const RETIRED = "T";

const pack = (basic, options) => {
  if (!(basic in BASIC)) throw new Error(`unknown basic code ${basic}`);
  return options.reduce((word, option) => {
    const [name, action] = option.split("=");
    const column = COLUMNS.indexOf(name);
    if (column < 0 || !ACTION[action]) throw new Error(`unknown option ${option}`);
    return word | (ACTION[action] << (4 + 2 * column));
  }, BASIC[basic]);
};

export function generate() {
  const { source, lines } = readFacts("content-items.txt");
  const retired = lines.filter((line) => line.startsWith("= ")).map((line) => line.split(" ").slice(1));
  const rows = [];
  for (const line of lines.filter((line) => !line.startsWith("= "))) {
    const [scheme, code, type, basic, ...options] = line.split("\t");
    const at = TYPES.indexOf(type);
    if (!SCHEMES[scheme] || at < 0) throw new Error(`content-items.txt: ${line}`);
    const word = pack(basic, options);
    rows.push([SCHEMES[scheme] + code, at, word]);
    if (scheme === "SCT") for (const [old] of retired.filter(([, now]) => now === code)) rows.push([RETIRED + old, at, word]);
  }
  rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
  const [table, edition] = source.split(", edition ");
  let text = firstLine("content-items.mjs", `src/profile/data/content-items.txt (${table})`, edition.split(";")[0]);
  text += "//! Table E.3.4-1: content items by concept. Retired codes of SNOMED RT stand for those of SNOMED CT.\n";
  text += "\n/// A letter for the scheme and the code, ascending; the place of the value type in `ValueType`; a word as in `attributes`.\n";
  text += `#[rustfmt::skip]\npub(super) static ITEMS: [(&str, u8, u32); ${rows.length}] = [\n`;
  text += rows.map(([code, type, word]) => `    ("${code}", ${type}, 0x${word.toString(16)}),\n`).join("");
  text += "];\n";
  return { text, rows: rows.length, raw: Buffer.from(rows.flat().join("\n")) };
}

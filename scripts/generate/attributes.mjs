// PS3.15 Table E.1-1 → src/profile/attributes.rs.
import { firstLine, hex, numbers, raw, readJson, sharedFile } from "./lib.mjs";

export const file = "attributes.rs";
export const source = "standard/ps315_annex_e_2026d.json";

// Order of the enum `Basic`.
const BASIC = ["D", "U", "X", "X/D", "X/Z", "X/Z/D", "X/Z/U*", "Z", "Z/D"];
// Order of the enum `OptionColumn`: as the columns stand in the table.
const OPTIONS = [
  "retain_safe_private",
  "retain_uids",
  "retain_device_identity",
  "retain_institution_identity",
  "retain_patient_characteristics",
  "retain_longitudinal_full_dates",
  "retain_longitudinal_modified_dates",
  "clean_descriptors",
  "clean_structured_content",
  "clean_graphics",
];
const ACTION = { K: 1, C: 2 };

const pack = (row) => {
  const basic = BASIC.indexOf(row.basic);
  if (basic < 0) throw new Error(`unknown basic code ${row.basic}`);
  let word = basic;
  for (const [option, action] of Object.entries(row.options)) {
    const column = OPTIONS.indexOf(option);
    if (column < 0 || !ACTION[action]) throw new Error(`unknown option ${option}: ${action}`);
    word |= ACTION[action] << (4 + 2 * column);
  }
  return word;
};

/** The text of the Rust file and its raw bytes; undefined where the source is not on this machine. */
export function generate() {
  const path = sharedFile(source);
  if (!path) return undefined;
  const table = readJson(path);
  const keys = table.option_keys;
  if (keys.length !== OPTIONS.length || keys.some((k) => !OPTIONS.includes(k))) throw new Error(`option columns changed: ${keys}`);
  const plain = table.rules.filter((r) => /^[0-9a-f]{8}$/i.test(r.tag)).map((r) => [Number.parseInt(r.tag, 16), pack(r)]);
  plain.sort((a, b) => a[0] - b[0]);
  const groups = table.rules.filter((r) => !/^[0-9a-f]{8}$/i.test(r.tag));
  const group = (test, what) => {
    const rows = groups.filter((r) => test(r.tag.toLowerCase(), r));
    if (rows.length !== 1) throw new Error(`${what}: ${rows.length} rows`);
    return pack(rows[0]);
  };
  const wide = [
    ["CURVE", group((t) => t.startsWith("50xx"), "curves"), "Curve Data (50xx,xxxx)."],
    ["OVERLAY_DATA", group((t) => t === "60xx3000", "overlay data"), "Overlay Data (60xx,3000)."],
    ["OVERLAY_COMMENTS", group((t) => t === "60xx4000", "overlay comments"), "Overlay Comments (60xx,4000)."],
    ["PRIVATE", group((_, r) => r.options.retain_safe_private, "private"), "Private attributes: every odd group."],
  ];
  if (groups.length !== wide.length) throw new Error("a row of a kind not seen before");
  const tags = plain.map(([tag]) => tag);
  const words = plain.map(([, word]) => word);
  let text = firstLine("attributes.mjs", "PS3.15 Table E.1-1", table.source.edition);
  text += "//! Table E.1-1, ten Option columns. A word: bits 0-3 the Basic Profile code, then two bits an Option (1 K, 2 C).\n";
  text += numbers("TAGS", "u32", tags, "Attributes in ascending order.", hex);
  text += numbers("WORDS", "u32", words, "The rule of the attribute at the same place in `TAGS`.", (w) => `0x${w.toString(16)}`);
  for (const [name, word, doc] of wide) text += `\n/// ${doc}\npub(super) const ${name}: u32 = 0x${word.toString(16)};\n`;
  return { text, raw: Buffer.concat([raw.u32(tags), raw.u32(words)]), rows: table.rules.length };
}

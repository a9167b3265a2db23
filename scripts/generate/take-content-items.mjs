// Takes PS3.15 Table E.3.4-1 and the retired codes of its SNOMED CT concepts: codes and actions only, none of their words. Run by hand:
//   node scripts/generate/take-content-items.mjs ANNEX_E.json PYDICOM
// The table as JSON (facts of the DICOM Standard); the Python package pydicom, unpacked (MIT; SNOMED RT codes).
// The fact file: a row has scheme, code, value type, Basic Profile code and Option=action, divided by tabs; `= OLD NEW` is a retired code.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { facts, readJson } from "./lib.mjs";

const [annex, pydicom] = process.argv.slice(2);
if (!pydicom) {
  console.error("usage: node scripts/generate/take-content-items.mjs ANNEX_E.json PYDICOM");
  process.exit(2);
}
const { source, content_items } = readJson(annex);
const distribution = readdirSync(pydicom).find((name) => /^pydicom-.+\.dist-info$/.test(name));
const version = distribution.match(/^pydicom-(.+)\.dist-info$/)[1];
const rows = content_items.map(({ scheme, code, value_type, basic, options }) =>
  [scheme, code, value_type, basic, ...Object.entries(options).map(([option, action]) => `${option}=${action}`)].join("\t"),
);
rows.sort();

// The part of the module that maps SNOMED RT to SNOMED CT: one line a code.
const concepts = new Set(content_items.filter(({ scheme }) => scheme === "SCT").map(({ code }) => code));
const module = readFileSync(join(pydicom, "pydicom/sr/_snomed_dict.py"), "utf8");
const retired = new Map();
for (const [, from, to] of module.matchAll(/["']([0-9A-Z-]+)["']: ["']([0-9A-Z-]+)["']/g)) {
  if (concepts.has(to)) retired.set(from, to);
  if (concepts.has(from)) retired.set(to, from);
}
const old = [...retired].filter(([from]) => from.includes("-")).map(([from, to]) => `= ${from} ${to}`);
old.sort();
const first = `# PS3.15 Table E.3.4-1, edition ${source.edition}; retired codes from Python package pydicom ${version} (MIT)`;
writeFileSync(join(facts, "content-items.txt"), `${[first, ...rows, ...old].join("\n")}\n`);
console.log(`${rows.length} rows, ${old.length} retired codes of ${concepts.size} concepts`);

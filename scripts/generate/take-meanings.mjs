// Takes Code Meanings of PS3.16 out of the Python package pydicom (MIT). Run by hand:
//   node scripts/generate/take-meanings.mjs PYDICOM   (an unpacked wheel)
// The fact file: a line "= SCHEME", then that scheme's lines, code and meaning divided by a tab. SNOMED terms stand without their
// codes: the same term has a code in each of SNOMED's three notations.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { facts } from "./lib.mjs";

const [pydicom] = process.argv.slice(2);
if (!pydicom) {
  console.error("usage: node scripts/generate/take-meanings.mjs PYDICOM");
  process.exit(2);
}
const info = readdirSync(pydicom).find((name) => name.endsWith(".dist-info"));
const version = readFileSync(join(pydicom, info, "METADATA"), "utf8").match(/^Version: (.+)$/m)[1];
const edition = readFileSync(join(pydicom, "pydicom/_version.py"), "utf8").match(/__concepts_version__[^"]*"([^"]+)"/)[1];
const text = readFileSync(join(pydicom, "pydicom/sr/_concepts_dict.py"), "utf8");

// Python's string literals, as far as the file uses them.
const STRING = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')`;
const value = (literal) =>
  literal
    .slice(1, -1)
    .replace(/\\(x[0-9a-f]{2}|u[0-9a-f]{4}|.)/g, (_, e) => (e.length > 1 ? String.fromCodePoint(Number.parseInt(e.slice(1), 16)) : e));
const lines = [];
let count = 0;
for (const section of text.split(/^concepts\[/m).slice(1)) {
  const scheme = section.match(/^"([^"]+)"\]/)[1];
  const found = new Set();
  for (const [, code, meaning] of section.matchAll(new RegExp(`(${STRING}):\\s*\\(\\s*((?:${STRING}\\s*)+),\\s*\\[`, "g"))) {
    // Some terms hold zero-width breaks of the printed table.
    const words = [...meaning.matchAll(new RegExp(STRING, "g"))]
      .map(([m]) => value(m))
      .join("")
      .replaceAll("\u200b", "");
    found.add(scheme === "SCT" ? words : `${value(code)}\t${words}`);
    count += 1;
  }
  lines.push(`= ${scheme}`, ...[...found].sort());
}
writeFileSync(
  join(facts, "meanings.txt"),
  `# PS3.16 of ${edition} in Python package pydicom ${version} (MIT), pydicom/sr/_concepts_dict.py\n${lines.join("\n")}\n`,
);
console.log(`${count} concepts`);

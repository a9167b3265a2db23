// Takes the private attributes that may be kept out of two tables: their tags and VRs, no sentences. Run by hand:
//   node scripts/generate/take-safe-private.mjs STANDARD ARCHIVE
// Table E.3.10-1 of PS3.15 as JSON, and the private tags of The Cancer Imaging Archive's knowledge base as CSV.
// The fact file: creator, group, element's low byte, VR, most values (0: no bound of its own), source (E: the standard, T: the archive);
// after them the rows that are left out, a line for each reason and creator.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { facts, readJson } from "./lib.mjs";

const [table, archive] = process.argv.slice(2);
if (!archive) {
  console.error("usage: node scripts/generate/take-safe-private.mjs STANDARD ARCHIVE");
  process.exit(2);
}

const NUMBERS = new Set(["AT", "DS", "FD", "FL", "IS", "SL", "SS", "SV", "UL", "US", "UV"]);
const TEXT = new Set(["AE", "LO", "LT", "SH", "ST", "UC", "UT"]);
const OTHER = new Set(["AS", "CS", "DA", "DT", "SQ", "TM", "UI"]);

/** Reasons to leave a row out by what its name says. The standard's own rows of numbers stay: numbers are judged one by one. */
const NAMES = [
  ["person", /patient|birth|\bage\b|\bweight\b|\bsex\b|physician|operator|radiographer|owner/i],
  ["place", /institution|station|hospital|\bsite\b|department|\btrial\b|\bproject\b/i],
  ["identifier", /\bids?\b|identif|serial\b|serial n|_id$|accession|\bexam|\bstudy\b|\bcode\b|route|distribution|org?an\b/i],
  ["date as a number", /\bdate\b|year|calendar/i],
  ["free text", /comment|protocol|\bname\b|descri|\blabel\b|annotation|history|remark|unknown|user data|^user|undefined|^$/i],
];
/** Whole creators of trials, archives and of research at one place: what a site puts there is its own. */
const CREATORS =
  /^(CTP|INTELERAD.*|GEIIS_RA1000|GEIIS|SECTRA.*|SPI.*|MITRA.*|DIDI.*|SIENET|UCSF.*|Vital Images.*|Varian.*|ELEKTA.*|Agfa.*)$/;

const kept = new Map();
const out = new Map();
const leave = (reason, creator, group, element) => {
  const key = `${reason}|${creator}`;
  if (!out.has(key)) out.set(key, new Set());
  out.get(key).add(`${group}${element}`);
};
const take = (source, creator, group, element, vr, vm, name) => {
  const key = `${creator}|${group}|${element}`;
  if (kept.has(key)) return;
  const own = name.split(":").at(-1);
  const dated = /^(DA|DT|TM)$/.test(vr);
  const reason =
    group > "7fdf"
      ? "behind the pixels"
      : CREATORS.test(creator)
        ? "site"
        : !NUMBERS.has(vr) && !TEXT.has(vr) && !OTHER.has(vr)
          ? vr
            ? "bytes"
            : "no VR"
          : source === "T" && TEXT.has(vr)
            ? "text"
            : source === "T"
              ? NAMES.find(
                  ([why, words]) => words.test(own) && !(dated && why === "date as a number") && !(vr === "UI" && why === "identifier"),
                )?.[0]
              : undefined;
  if (reason) return leave(reason, creator, group, element);
  const bound = vm === undefined ? 16 : /n$/.test(vm) ? 0 : Number(vm.split("-").at(-1));
  kept.set(key, `${key}|${vr}|${bound}|${source}`);
};

const standard = readJson(table);
for (const row of standard.rows) {
  const [, group, element] = /^\((\w{4}),xx(\w\w)\)$/.exec(row["Data Element"].toLowerCase());
  take("E", row["Private Creator"], group, element, row.VR, row.VM, row.Meaning);
}
const cells = (line) =>
  [...line.matchAll(/("([^"]|"")*"|[^,]*)(,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, "").replaceAll('""', '"'));
const [, ...lines] = readFileSync(archive, "utf8").split("\n");
for (const line of lines.filter(Boolean)) {
  const [group, element, creator, vr, , name] = cells(line.trimEnd());
  if (!/^[0-9a-f]{3}[13579bdf]$/.test(group) || !/^xx[0-9a-f]{2}$/.test(element)) continue;
  take("T", creator, group, element.slice(2), vr, undefined, name);
}

const source =
  "# PS3.15 Table E.3.10-1 (edition 2023b) and the private tags of The Cancer Imaging Archive's knowledge base (2024-02, by LUWAK, Apache-2.0), edition 2023b";
const sorted = [...kept.values()].sort();
const left = [...out].map(([key, rows]) => `-|${key}|${[...rows].sort().join(" ")}`).sort();
writeFileSync(join(facts, "safe-private.txt"), `${[source, ...sorted, ...left].join("\n")}\n`);
const counts = new Map();
for (const [key, rows] of out) counts.set(key.split("|")[0], (counts.get(key.split("|")[0]) ?? 0) + rows.size);
console.log(`${sorted.length} rows, left out:`, Object.fromEntries(counts));

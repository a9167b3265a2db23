// Writes every generated table: node scripts/generate/all.mjs [NAME.rs | data/lexicon.bin | ../face/template/head.bin …]
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import * as attributes from "./attributes.mjs";
import * as contentItems from "./content-items.mjs";
import * as faceTemplate from "./face-template.mjs";
import * as harmless from "./harmless.mjs";
import * as head from "./head.mjs";
import * as iods from "./iods.mjs";
import * as lexicon from "./lexicon.mjs";
import { profile } from "./lib.mjs";
import * as multiples from "./multiples.mjs";
import * as policyReference from "./policy-reference.mjs";
import * as regions from "./regions.mjs";
import * as safePrivate from "./safe-private.mjs";
import * as table from "./table.mjs";
import * as terms from "./terms.mjs";

export const generators = [
  attributes,
  contentItems,
  faceTemplate,
  harmless,
  head,
  iods,
  lexicon,
  multiples,
  policyReference,
  regions,
  safePrivate,
  table,
  terms,
];

if (process.argv[1]?.endsWith(join("generate", "all.mjs"))) {
  const only = process.argv.slice(2);
  for (const { file, source, generate } of generators) {
    if (only.length && !only.includes(file)) continue;
    const made = generate();
    if (!made) {
      console.error(`${file}: NOT WRITTEN, ../shared/data/${source} is not on this machine`);
      continue;
    }
    writeFileSync(join(profile, file), made.bytes ?? made.text);
    console.log(`${file}: ${made.rows} rows, ${made.raw.length} bytes, ${brotliCompressSync(made.raw).length} compressed`);
  }
}

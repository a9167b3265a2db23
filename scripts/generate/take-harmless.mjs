// Takes words of harmless writing out of SMI/dicompixelanon's list of patterns: plain words of four letters and more that the project's
// own vocabulary has, from which names were taken out. Shorter ones are too like initials. Run by hand, with the list's path:
//   node scripts/generate/take-harmless.mjs PATTERNS
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFacts, root } from "./lib.mjs";

const [patterns] = process.argv.slice(2);
if (!patterns) {
  console.error("usage: node scripts/generate/take-harmless.mjs PATTERNS");
  process.exit(2);
}
const known = new Set(readFacts("words.txt").lines);
const words = new Set();
for (const line of readFileSync(patterns, "utf8").split("\n")) {
  const plain = line.trim().replace(/^\(\?i\)/, "");
  if (!/^[A-Za-z0-9 &/+.'-]+$/.test(plain)) continue;
  for (const word of plain.toLowerCase().split(/[^a-z0-9]+/)) if (/^[a-z]{4,}$/.test(word) && known.has(word)) words.add(word);
}
const source = "# Words of SMI/dicompixelanon's list of patterns (Apache-2.0) that are in src/profile/data/words.txt, edition 2026-11";
writeFileSync(join(root, "src", "picture", "judge", "data", "smi.txt"), `${[source, ...[...words].sort()].join("\n")}\n`);
console.log(`${words.size} words`);

// PS3.15 Table E.1-1 → tests/core/annex_e/table.txt: the table once more, as text, so that its test does not ask what it tests.
import { firstLine, readJson, sharedFile } from "./lib.mjs";

/** Beside the test, not among the tables of the core. */
export const file = "../../tests/core/annex_e/table.txt";
export const script = "table.mjs";
export const source = "standard/ps315_annex_e_2026d.json";

/** A line a row: tag, Basic Profile code, each Option's code, and the name. */
export function generate() {
  const path = sharedFile(source);
  if (!path) return undefined;
  const table = readJson(path);
  const rows = table.rules.map(({ tag, basic, options, name }) => {
    const named = Object.entries(options).map(([option, action]) => `${option}=${action}`);
    return `${[tag.toUpperCase(), basic, ...named.sort()].join(" ")} | ${name}\n`;
  });
  const text = firstLine("table.mjs", "PS3.15 Table E.1-1", table.source.edition) + rows.sort().join("");
  return { text, raw: Buffer.from(text), rows: rows.length };
}

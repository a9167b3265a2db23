/**
 * Measures what is in `dist/`, beside what does the same job and beside doing nothing: `npm run bench`.
 *
 * Everything runs in turn, five times over, on files that are made here. The result is a table in Markdown on stdout.
 *
 *   --json FILE     also writes every run as JSON ("-": JSON to stdout, and the table to stderr)
 *   --only NAMES    of: size, header, look, faces, node, zip, chromium, large, growth, many, instructions (not by default)
 *   --rounds N      instead of 5
 *   --files FOLDER  keeps the files there (2.2 GB) for the next time
 *   --rivals FOLDER makes rivals from registries there, once: takes a quarter of an hour. Those that are missing are named
 *   --dist FOLDER   of another build
 *   --patience S    seconds to wait before each run until the machine is quiet; default 30
 *
 * Exits with 1 where a bar is missed.
 */

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { findBrowser } from "../../scripts/setup.mjs";
import { makeFixtures } from "./fixtures.mjs";
import { machine, median, quiet } from "./machine.mjs";
import { report } from "./report.mjs";
import { rivals } from "./rivals.mjs";
import { buildOf, sections } from "./sections.mjs";

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    only: { type: "string", default: "size,header,look,faces,node,zip,chromium,large,growth,many" },
    rounds: { type: "string", default: "5" },
    files: { type: "string" },
    rivals: { type: "string" },
    dist: { type: "string" },
    patience: { type: "string", default: "30" },
  },
});

const root = resolve(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "scan-scrubber-bench-"));
let missed = 0;
try {
  // Of one build, whatever is built meanwhile.
  const dist = join(scratch, "dist");
  cpSync(values.dist ?? join(root, "dist"), dist, { recursive: true });
  writeFileSync(join(dist, "package.json"), '{ "type": "module" }');
  const folder = resolve(values.files ?? join(scratch, "files"));
  mkdirSync(folder, { recursive: true });
  const files = makeFixtures(folder);
  // What the system still has to write would be written during the first runs.
  spawnSync("sync");
  const others = rivals(values.rivals && resolve(values.rivals));
  const bench = { dist, scratch, files, rivals: others, browser: findBrowser(), run: (cases) => inTurn(cases, Number(values.rounds)) };
  /** @type {{ rows: object[], notes: string[] } & Record<string, unknown>} */
  const result = { machine: machine(), build: buildOf(dist), rounds: Number(values.rounds), rows: [], notes: [] };
  if (result.build.profile !== "release") result.notes.push(`The build is "${result.build.profile}", not what is shipped.`);
  for (const name of values.only.split(",")) {
    const section = sections[name];
    if (!section) throw new Error(`There is no section ${name}.`);
    const { rows, notes = [] } = await section(bench);
    result.rows.push(...rows);
    result.notes.push(...notes.filter((note) => !result.notes.includes(note)));
  }
  missed = result.rows.flatMap(({ bars = [] }) => bars).filter(({ pass }) => !pass).length;
  const json = `${JSON.stringify(result, null, 2)}\n`;
  if (values.json === "-") process.stdout.write(json);
  else if (values.json !== undefined) writeFileSync(values.json, json);
  (values.json === "-" ? process.stderr : process.stdout).write(report(result));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;

/** Runs every case once a round, so that a slow minute is everybody's. Returns the medians and all runs by name. */
async function inTurn(cases, rounds) {
  const runs = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const [name, work] of Object.entries(cases)) {
      const busy = await quiet(Number(values.patience));
      process.stderr.write(`round ${round}: ${name}${busy < 0.25 ? "" : ` (others use ${busy} processors)`}\n`);
      runs[name].push({ ...(await work()), busy });
    }
  }
  return Object.fromEntries(Object.entries(runs).map(([name, each]) => [name, { ...medians(each), runs: each }]));
}

function medians(runs) {
  const numbers = Object.keys(runs[0] ?? {}).filter((key) => runs.every((run) => typeof run[key] === "number"));
  return Object.fromEntries(numbers.map((key) => [key, median(runs.map((run) => run[key]))]));
}

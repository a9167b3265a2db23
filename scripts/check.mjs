/** `npm run check`: format, lints and types, all of them, with no warning left. */

import { pathToFileURL } from "node:url";
import { command, run, Stop, say } from "./lib.mjs";
import { nodeModules, rust, rustLinters } from "./setup.mjs";

const deny = ["--", "--deny", "warnings"];

/** Everything that becomes wasm. */
const packs = ["scan-scrubber", "pictures", "codecs", "reader"].flatMap((name) => ["--package", name]);

/** What runs, by its name. */
const checks = [
  ["Rust's format", "cargo", ["fmt", "--all", "--check"]],
  ["Rust's lints", "cargo", ["clippy", "--quiet", "--locked", "--workspace", "--all-targets", ...deny]],
  ["Rust's lints for wasm", "cargo", ["clippy", "--quiet", "--locked", "--lib", "--target", "wasm32-unknown-unknown", ...packs, ...deny]],
  ["types of the engine", process.execPath, tsc("tsconfig.engine.json")],
  ["types of the command", process.execPath, tsc("tsconfig.cli.json")],
  ["types of the page", process.execPath, tsc("tsconfig.page.json")],
  ["types of the tests", process.execPath, tsc("tsconfig.tests.json")],
  ["types of the scripts", process.execPath, tsc("tsconfig.scripts.json")],
  [
    "format and lints of the rest",
    process.execPath,
    ["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", ...(process.stdout.isTTY ? [] : ["--colors=off"])],
  ],
];

/** Runs them all. @returns how many passed and failed */
export async function check() {
  await nodeModules();
  await rust();
  await rustLinters();
  const failed = [];
  for (const [name, program, args] of checks) {
    const { code, ms } = await run(program, args);
    say(`${code === 0 ? "ok    " : "FAILED"} ${name} (${(ms / 1000).toFixed(1)} s)`);
    if (code !== 0) failed.push(name);
  }
  return { passed: checks.length - failed.length, failed: failed.length };
}

function tsc(project) {
  return ["node_modules/typescript/bin/tsc", "--noEmit", "--project", project];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await command(async () => {
    const { failed } = await check();
    if (failed > 0) throw new Stop(`${failed} of ${checks.length} checks failed.`);
  });
}

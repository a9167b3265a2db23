/** `npm test`: sets everything up and runs every test there is. Ends with one line: `N passed, N failed`. */

import { build } from "./build.mjs";
import { check } from "./check.mjs";
import { command, listed, run, Stop, say } from "./lib.mjs";
import { browser, nodeModules, orthanc, rust } from "./setup.mjs";
import { bindgen } from "./wasm.mjs";

/** The core, and what is compiled to further wasm files. */
const crates = ["scan-scrubber", "pictures", "codecs", "reader"].flatMap((name) => ["--package", name]);

/** @typedef {[string, () => Promise<{ passed: number, failed: number, skipped?: number }>]} Stage */

/**
 * In order: what fails fast comes first. What stands in one row runs side by side: each has long steps that only one processor has use for.
 *
 * @type {Stage[][]}
 */
const rows = [
  [["Format, lints and types", check]],
  [
    ["Tests of the core", core],
    ["The build", built],
  ],
  [["Tests of page, element, engine and command", web]],
];

const total = { passed: 0, failed: 0, skipped: 0 };
const times = [];

await command(async () => {
  for (const row of rows) {
    say(`\n== ${row.map(([name]) => name).join(", and beside them: ")}`);
    await Promise.all(row.map(counting));
  }
  say(`\n${times.join("\n")}`);
  say(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
  if (total.failed > 0) process.exitCode = 1;
});

/** @param {Stage} stage */
async function counting([name, stage]) {
  const started = performance.now();
  const { passed, failed, skipped } = { skipped: 0, ...(await stage().catch(fail)) };
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  times.push(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${name}: ${passed} passed, ${failed} failed`);
}

async function core() {
  await rust();
  // First: nothing else can be built in its folder while the tests are compiled.
  await bindgen();
  const { code, output } = await run("cargo", ["test", "--locked", "--no-fail-fast", ...crates], { keep: true });
  return counted(code, sum(output, /(\d+) passed; (\d+) failed; (\d+) ignored/g));
}

async function built() {
  await build();
  return { passed: 1, failed: 0 };
}

async function web() {
  await nodeModules();
  const env = { CHROMIUM: await browser(), ORTHANC: (await orthanc()) ?? "" };
  const files = ["scripts", "tests"].flatMap(listed).filter((file) => /\.test\.(?:mjs|ts)$/.test(file));
  const options = [
    "--import",
    "./scripts/typescript.mjs",
    "--test",
    "--test-reporter=spec",
    "--test-concurrency=3",
    "--test-timeout=900000",
  ];
  const { code, output } = await run(process.execPath, [...options, ...files], { env, keep: true });
  return counted(code, sum(output, /^ℹ pass (\d+)\n[\s\S]*?^ℹ fail (\d+)\n[\s\S]*?^ℹ skipped (\d+)/gm));
}

/** Adds up what a runner says of itself. */
function sum(output, pattern) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [, passed, failed, skipped] of output.matchAll(pattern)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
    counts.skipped += Number(skipped);
  }
  return counts;
}

/** A runner that found no test, or that failed without a failed test to show, has failed. */
function counted(code, counts) {
  const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

/** What could not even begin counts as one failure, and the other stages still run. */
function fail(error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  return { passed: 0, failed: 1 };
}

/** Runs of the command, and rows of the table. */

import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { round } from "./machine.mjs";
import { runProgram } from "./node.mjs";
import { HEADER_ONLY } from "./policies.mjs";

const KEY = Array.from({ length: 32 }, (_, n) => (n * 7 + 1).toString(16).padStart(2, "0")).join("");

/** Runs the command over files; `more` are further arguments. */
export function scrub(dist, from, to, workers, ...more) {
  const args = [from, "--output", to, "--workers", String(workers), "--key", KEY, ...more];
  return runProgram(process.execPath, [join(dist, "cli.mjs"), ...args]);
}

/** Runs the command over files, and looks at no pictures. */
export function scrubHeader(dist, from, to, workers, ...more) {
  const policy = join(dist, "header-only.json");
  writeFileSync(policy, JSON.stringify(HEADER_ONLY));
  return scrub(dist, from, to, workers, "--policy", policy, ...more);
}

/** Gives work a folder that is gone afterwards. */
export async function withFolder(scratch, work) {
  const folder = join(scratch, "out");
  mkdirSync(folder);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A row of the table, from the medians of a case. */
export function row(where, name, files, result, bars = []) {
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const { seconds, readSeconds, cpu, peak, peakRenderers, runs } = result;
  return {
    where,
    name,
    files: files.length,
    seconds,
    ...(readSeconds !== undefined && { readSeconds }),
    filesPerSecond: files.length / seconds,
    mbPerSecond: bytes / 1e6 / seconds,
    cpuMsPerFile: (cpu * 1000) / files.length,
    peakMb: peak,
    ...(peakRenderers !== undefined && { peakRenderersMb: peakRenderers }),
    bars,
    runs: runs.map(({ output: _, ...run }) => run),
  };
}

export function atLeast(what, value, bar) {
  return { what, value: round(value, 2), bar: `≥ ${bar}`, pass: value >= bar };
}

export function atMost(what, value, bar) {
  return { what, value: round(value, 2), bar: `≤ ${bar}`, pass: value <= bar };
}

export function listed(folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

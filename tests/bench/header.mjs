/** What one header costs, warm, before pixels of any size. Arguments: dist, and the files `tiny`, `small` and `large`. Prints µs as JSON. */

import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { median } from "./machine.mjs";
import { HEADER_ONLY } from "./policies.mjs";

const ROUNDS = 400;

const [dist, tiny, small, large] = process.argv.slice(2);
const { initSync, Scrubber, setTick } = await import(pathToFileURL(join(dist, "pkg/core.js")).href);
initSync({ module: new WebAssembly.Module(readFileSync(join(dist, "core.wasm"))) });
setTick(() => undefined);

const key = Uint8Array.from({ length: 32 }, (_, n) => n * 7 + 1);
const scrubber = new Scrubber({ policy: HEADER_ONLY, key, lexicon: new Uint8Array(readFileSync(join(dist, "lexicon.bin"))) });
const sources = Object.fromEntries(Object.entries({ tiny, small, large }).map(([name, file]) => [name, source(file)]));
scrubber.hunt(scrubber.read(sources.small).identifiers, false);

const cases = {
  readSmall: () => scrubber.read(sources.small).kind === "instance",
  readLarge: () => scrubber.read(sources.large).kind === "instance",
  scrubTiny: () => scrubber.scrub(sources.tiny).status === "verified",
  scrubSmall: () => scrubber.scrub(sources.small).status === "verified",
};
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, work] of Object.entries(cases)) {
    const started = performance.now();
    if (!work()) throw new Error(`${name} did not succeed`);
    // The first half only warms up.
    if (round >= ROUNDS / 2) times[name].push((performance.now() - started) * 1000);
  }
}
for (const { fd } of Object.values(sources)) closeSync(fd);
console.log(JSON.stringify(Object.fromEntries(Object.entries(times).map(([name, each]) => [name, Math.round(median(each))]))));

function source(file) {
  const fd = openSync(file, "r");
  return { fd, size: fstatSync(fd).size, read: (at, into) => readSync(fd, into, 0, into.length, at) };
}

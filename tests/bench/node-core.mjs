/** The core alone under Node: both passes in one thread over a folder, nothing written. Arguments: dist, and a folder or a file. */

import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { HEADER_ONLY } from "./policies.mjs";

const [dist, from] = process.argv.slice(2);
const { initSync, Scrubber, setTick } = await import(pathToFileURL(join(dist, "pkg/core.js")).href);
initSync({ module: new WebAssembly.Module(readFileSync(join(dist, "core.wasm"))) });
setTick(() => undefined);

const files = statSync(from).isDirectory() ? readdirSync(from).map((name) => join(from, name)) : [from];
const key = Uint8Array.from({ length: 32 }, (_, n) => n * 7 + 1);
const scrubber = new Scrubber({ policy: HEADER_ONLY, key, lexicon: new Uint8Array(readFileSync(join(dist, "lexicon.bin"))) });
const started = performance.now();
const cpu = process.cpuUsage();
const records = files.map((file) => withSource(file, (source) => scrubber.read(source).identifiers));
const readMs = performance.now() - started;
scrubber.hunt(Buffer.concat(records), false);
let verified = 0;
for (const file of files) if (withSource(file, (source) => scrubber.scrub(source)).status === "verified") verified++;
const spent = process.cpuUsage(cpu);
console.log(JSON.stringify({ ms: performance.now() - started, readMs, cpu: (spent.user + spent.system) / 1e6, files: verified }));

function withSource(file, work) {
  const fd = openSync(file, "r");
  try {
    return work({ size: fstatSync(fd).size, read: (at, into) => readSync(fd, into, 0, into.length, at) });
  } finally {
    closeSync(fd);
  }
}

/**
 * What it costs to find a face in a series, in one thread: every slice scanned, then the head fitted. Arguments: dist, and the folder.
 * Prints JSON: milliseconds and CPU milliseconds of both, and how sure it was.
 */

import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [dist, folder] = process.argv.slice(2);
const [core, pictures] = await Promise.all(["core", "pictures"].map(load));
core.setTick(() => undefined);

const looker = new pictures.Pictures({ hasReader: () => false });
const port = new Proxy({}, { get: (_, name) => (name === "identifiers" ? () => undefined : looker[name]?.bind(looker)) });
const key = Uint8Array.from({ length: 32 }, (_, n) => n * 7 + 1);
const lexicon = new Uint8Array(readFileSync(join(dist, "lexicon.bin")));
const scrubber = new core.Scrubber({ policy: "share", key, lexicon, pictures: port });
const files = readdirSync(folder)
  .sort()
  .map((name) => join(folder, name));
scrubber.hunt(Buffer.concat(files.map((file) => withSource(file, (source) => scrubber.read(source).identifiers))), false);

const scan = timed(() => {
  looker.rescan();
  for (const file of files) withSource(file, (source) => scrubber.scan(source));
});
let found;
const fit = timed(() => {
  found = JSON.parse(looker.faces());
});
const treated = found.verdicts.filter(({ kind }) => kind === "treat");
console.log(JSON.stringify({ scan, fit, files: files.length, treated: treated.length, tier: treated[0]?.tier }));

async function load(name) {
  const glue = await import(pathToFileURL(join(dist, `pkg/${name}.js`)).href);
  glue.initSync({ module: new WebAssembly.Module(readFileSync(join(dist, `${name}.wasm`))) });
  return glue;
}

function timed(work) {
  const started = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - started, cpu: (user + system) / 1000 };
}

function withSource(file, work) {
  const fd = openSync(file, "r");
  try {
    return work({ size: fstatSync(fd).size, read: (at, into) => readSync(fd, into, 0, into.length, at) });
  } finally {
    closeSync(fd);
  }
}

/** Scan scrubber: the engine as a website would use it, from Files to verified Blobs. */

import { besideScript, coreLexicon, coreModule, Engine, spawnInBrowser } from "/engine.js";

const module = await coreModule();
const lexicon = await coreLexicon();

globalThis.run = async ({ workers, policy }) => {
  const items = [...document.querySelector("input").files].map((data) => ({ path: data.name, data }));
  const start = performance.now();
  const engine = new Engine({
    spawn: () => spawnInBrowser(),
    module,
    lexicon,
    supply: besideScript,
    policy,
    key: Uint8Array.from({ length: 32 }, (_, n) => n * 7 + 1),
    workers,
  });
  const review = await engine.read(items);
  const read = performance.now();
  const { files } = await engine.clean(review);
  const ms = performance.now() - start;
  engine.dispose();
  return { ms, readMs: read - start, files: files.length, bytes: files.reduce((sum, file) => sum + file.blob.size, 0) };
};

/** Scan scrubber: the engine as a website would use it, from Files to verified Blobs. */

import { besideScript, coreLexicon, coreModule, Engine, spawnInBrowser } from "/engine.js";

const module = await coreModule();
const lexicon = await coreLexicon();

/** One run; `then` is what is done with the files before the clock stops. */
export async function run({ workers, policy }, then) {
  const items = [...document.querySelector("input").files].map((data) => ({ path: data.name, data }));
  const start = performance.now();
  const held = watch();
  const engine = new Engine({
    spawn: () => spawnInBrowser(),
    module,
    lexicon,
    supply: besideScript,
    policy,
    key: Uint8Array.from({ length: 32 }, (_, n) => n * 7 + 1),
    workers,
  });
  let first;
  const onprogress = ({ done }) => {
    if (done > 0) first ??= performance.now() - start;
  };
  const review = await engine.read(items, { onprogress });
  const read = performance.now();
  const heldRead = held();
  const { files } = await engine.clean(review);
  await then?.(files);
  const ms = performance.now() - start;
  const heldClean = held();
  engine.dispose();
  return {
    ms,
    readMs: read - start,
    firstMs: first ?? read - start,
    heldRead,
    heldClean,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.blob.size, 0),
  };
}

globalThis.run ??= run;

/** Tells how long, in milliseconds, this thread was held up at the longest since it was asked last. */
function watch() {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: "longtask" });
  return () => {
    const told = longest;
    longest = 0;
    return told;
  };
}

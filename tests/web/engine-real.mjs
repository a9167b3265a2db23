/** The engine over what is shipped: the real core and all that goes with it, in worker threads as the command has them. */

import { readFileSync } from "node:fs";
import { supplyFrom } from "../../www/cli/supply.ts";
import { Threads } from "../../www/cli/threads.ts";
import { Engine } from "../../www/engine/engine.ts";

const dist = new URL("../../dist/", import.meta.url);
const beside = (name) => new URL(name, dist);

const parts = { pictures: "pictures.wasm", codecs: "codecs.wasm", reader: "reader.wasm", models: "models.bin" };
const supply = supplyFrom(Object.fromEntries(Object.entries(parts).map(([part, name]) => [part, beside(name)])));
const module = new WebAssembly.Module(readFileSync(beside("core.wasm")));
const lexicon = new Uint8Array(readFileSync(beside("lexicon.bin")));
const key = Uint8Array.from({ length: 32 }, (_, n) => n * 7 + 1);

/** An engine that has everything. The caller disposes of it. @param {Partial<import("../../www/engine/engine.ts").EngineOptions>} options */
export function realEngine(options = {}) {
  const threads = new Threads(beside("cli-worker.mjs"));
  return new Engine({
    spawn: () => threads.spawn(),
    module,
    lexicon,
    supply,
    thorough: true,
    policy: "share",
    key,
    workers: 1,
    ...options,
  });
}

/** Bytes of a verified file. @param {import("../../www/engine/verified.ts").Verified} file */
export async function bytesOf(file) {
  return new Uint8Array(await file.blob.arrayBuffer());
}

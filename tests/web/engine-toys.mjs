/** Builds toy files, and engines over the toy core. */

import { Worker } from "node:worker_threads";
import { Engine } from "../../www/engine/engine.ts";
import { bundleFile, EMPTY_WASM } from "./load.mjs";

const script = await bundleFile("engine-toy-worker.ts");

/** A toy file: what it says of itself, and "pixels". */
export function toy(what = {}, payload = "pixels") {
  const line = Buffer.from(JSON.stringify(what));
  return new Uint8Array(Buffer.concat([Buffer.from(`TOY${line.length.toString(16).padStart(8, "0")}`), line, Buffer.from(payload)]));
}

/** A toy archive of files by name. A string instead of bytes is the code of an entry that cannot be opened. */
export function archive(files) {
  const entries = [];
  const bodies = [];
  let at = 0;
  for (const [name, body] of Object.entries(files)) {
    if (typeof body === "string") entries.push({ name, code: body });
    else {
      entries.push({ name, at, size: body.length });
      bodies.push(body);
      at += body.length;
    }
  }
  return toy({ entries }, Buffer.concat(bodies));
}

/** Items by path. */
export function items(files) {
  return Object.entries(files).map(([path, data]) => ({ path, data }));
}

/**
 * Packs for the toy engine: those named are there. `asked` has what was asked for, in order.
 *
 * @param {readonly string[]} has
 */
export function toySupply(has = ["pictures", "codecs", "reader"]) {
  const asked = [];
  const module = new WebAssembly.Module(EMPTY_WASM);
  const packs = { pictures: module, codecs: module, reader: { module, models: Uint8Array.of(1, 2, 3) } };
  return {
    asked,
    lacks: ["pictures", "codecs", "reader"].filter((name) => !has.includes(name)),
    pack: async (name) => {
      asked.push(name);
      return has.includes(name) ? packs[name] : undefined;
    },
  };
}

/** An engine over worker threads, which counts those it started. */
export function toyEngine({ mode, ...options } = {}) {
  const threads = new Set();
  const counts = { spawned: 0, alive: threads };
  const spawn = () => {
    counts.spawned++;
    const worker = new Worker(script, { execArgv: [], workerData: mode, stderr: true });
    worker.stderr.resume();
    threads.add(worker);
    worker.once("exit", () => threads.delete(worker));
    return {
      post: (message, transfer = []) => worker.postMessage(message, transfer),
      listen: (onmessage, ondeath) => {
        worker.on("message", onmessage);
        worker.on("error", ondeath);
        worker.on("exit", ondeath);
      },
      terminate: () => void worker.terminate(),
    };
  };
  const engine = new Engine({
    spawn,
    module: new WebAssembly.Module(EMPTY_WASM),
    lexicon: new Uint8Array(),
    policy: "share",
    key: new Uint8Array(32).fill(7),
    workers: 2,
    ...options,
  });
  return { engine, counts };
}

/** Reads and cleans; the outputs as texts by name. */
export async function runAll(engine, given, options = {}) {
  const review = await engine.read(given, options);
  const result = await engine.clean(review, options);
  const outputs = {};
  for (const file of result.files) outputs[file.name] = await file.blob.text();
  return { review, result, outputs };
}

export { script as toyWorker };

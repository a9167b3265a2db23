/** The command's entry. */

import { setFlagsFromString } from "node:v8";
import { EXIT, run } from "./run.js";

/**
 * Bytes of wasm that run before V8 compiles a function of it anew, faster: in Node 20 a tenth of that, which later ones measure as here. Of
 * a few files no function is worth it, and all wait for it, at the end too; of hundreds, all are.
 */
const WORTH = 20_000_000;
if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString(`--wasm-tiering-budget=${WORTH}`);

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stop.abort());
// A reader that went away (`| head`) is no reason for a stack trace.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const asset = (name: string) => new URL(`./${name}`, import.meta.url);
const packs = {
  pictures: asset("pictures.wasm"),
  codecs: asset("codecs.wasm"),
  reader: asset("reader.wasm"),
  models: asset("models.bin"),
};
const assets = { wasm: asset("core.wasm"), lexicon: asset("lexicon.bin"), worker: asset("cli-worker.mjs"), packs };
process.exitCode = await run(process.argv.slice(2), process, assets, stop.signal).catch(() => EXIT.fault);

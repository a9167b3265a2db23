/** The command's entry. */

import { EXIT, run } from "./run.js";

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

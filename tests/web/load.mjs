/** Bundles what a test runs elsewhere: in a worker thread, or in a browser. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { dense } from "../../scripts/dense.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** A folder that is gone when the tests are. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "scan-scrubber-test-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One of the files beside this, with everything it imports, as one text. `modules` stand for those that the build makes. */
export async function bundle(entry, { platform = "node", format = "esm", modules = {} } = {}) {
  const { outputFiles } = await build({
    absWorkingDir: here,
    bundle: true,
    entryPoints: [entry],
    format,
    logLevel: "silent",
    platform,
    plugins: [stand(modules)],
    target: "es2022",
    write: false,
  });
  return outputFiles[0].text;
}

/** The same, as a file for worker threads. */
export async function bundleFile(entry, options) {
  const path = join(scratch(), "worker.mjs");
  writeFileSync(path, await bundle(entry, options));
  return pathToFileURL(path);
}

/** The smallest wasm module there is: the core's place is taken by a script. */
export const EMPTY_WASM = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Bytes as a module, as the build carries them. */
export function packed(bytes) {
  return `export default "${dense(gzipSync(bytes))}";`;
}

function stand(modules) {
  const known = {
    build: 'export const version = "0", wasmSha256 = "00";',
    worker: 'export default "";',
    wasm: packed(EMPTY_WASM),
    lexicon: packed(new Uint8Array()),
    ...modules,
  };
  return {
    name: "stand-ins",
    setup(esbuild) {
      // As in the build: imported from beside the script.
      esbuild.onResolve({ filter: /^scan-scrubber:pack-/ }, ({ path }) => ({ path: `./${path.slice(14)}.js`, external: true }));
      esbuild.onResolve({ filter: /^scan-scrubber:/ }, ({ path }) => ({ path, namespace: "stand-in" }));
      esbuild.onLoad({ filter: /.*/, namespace: "stand-in" }, ({ path }) => ({ contents: known[path.slice("scan-scrubber:".length)] }));
    },
  };
}

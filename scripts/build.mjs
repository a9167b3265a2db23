/** `npm run build` fills `dist/`. With `-- --quick` the wasm is compiled in a third of the time, and slower: for development only. */

import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleAll, bundleInputs } from "./bundle.mjs";
import { alone, command, dist, fingerprint, readJson, root, say } from "./lib.mjs";
import { nodeModules, rust } from "./setup.mjs";
import { buildWasm, isCompiled, wasmInputs } from "./wasm.mjs";

/** Says what `dist/` was made from, and how. Written last, removed first. */
const record = join(dist, "build.json");

/** Whether `dist/` is what the sources would give now, with the wasm that is shipped. */
export function isFresh(profile = "release") {
  const { wasm, bundle } = sources();
  const made = readJson(record);
  return made?.profile === profile && made.wasm === wasm && made.bundle === bundle && existsSync(join(dist, "npm/package.json"));
}

/** Builds what is not up to date, and sets up what that needs. */
export async function build(profile = "release") {
  if (isFresh(profile)) return;
  await alone(async () => {
    const { wasm, bundle } = sources();
    const made = readJson(record);
    if (made?.profile === profile && made.wasm === wasm && made.bundle === bundle) return;
    await nodeModules();
    mkdirSync(dist, { recursive: true });
    rmSync(record, { force: true });
    let wasmSha256 = made?.wasmSha256;
    if (made?.profile !== profile || made.wasm !== wasm || !isCompiled()) {
      await rust();
      wasmSha256 = await buildWasm(profile);
    }
    const wasmRecord = { profile, wasm, wasmSha256 };
    // Also when the bundles fail, the wasm need not be compiled again.
    writeFileSync(record, `${JSON.stringify(wasmRecord, null, 2)}\n`);
    await bundleAll();
    const { version } = readJson(join(root, "package.json"));
    writeFileSync(record, `${JSON.stringify({ version, ...wasmRecord, bundle }, null, 2)}\n`);
  });
}

/** Hashes of what the wasm and the bundles are made from. */
function sources() {
  return { wasm: fingerprint(wasmInputs), bundle: fingerprint(bundleInputs) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await command(async () => {
    await build(process.argv.includes("--quick") ? "quick" : "release");
    say("dist/ is up to date.");
  });
}

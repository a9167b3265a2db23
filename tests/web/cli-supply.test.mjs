/** The command's further wasm files: read when asked for, once, and only where they lie beside it. */

import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { supplyFrom } from "../../www/cli/supply.ts";
import { EMPTY_WASM, scratch } from "./load.mjs";

const home = scratch();
const names = { pictures: "pictures.wasm", codecs: "codecs.wasm", reader: "reader.wasm", models: "models.bin" };
const files = Object.fromEntries(Object.entries(names).map(([part, name]) => [part, pathToFileURL(join(home, name))]));

/** Puts these parts beside the command, and no others. */
function put(...parts) {
  for (const part of Object.keys(names)) {
    if (!parts.includes(part)) rmSync(files[part], { force: true });
    else writeFileSync(files[part], part === "models" ? Uint8Array.of(1, 2, 3) : EMPTY_WASM);
  }
}

test("what lies beside is compiled once, and models are shared by threads", async () => {
  put(...Object.keys(names));
  const supply = supplyFrom(files);
  assert.deepEqual(supply.lacks, []);
  const module = await supply.pack("pictures");
  assert.ok(module instanceof WebAssembly.Module);
  const reader = await supply.pack("reader");
  assert.ok(reader.module instanceof WebAssembly.Module);
  assert.deepEqual([...reader.models], [1, 2, 3]);
  assert.ok(reader.models.buffer instanceof SharedArrayBuffer);
  put();
  assert.equal(await supply.pack("pictures"), module);
  assert.equal(await supply.pack("reader"), reader);
});

test("what does not is lacking; a reader without models is none", async () => {
  put("pictures", "reader");
  const supply = supplyFrom(files);
  assert.deepEqual(supply.lacks, ["codecs", "reader"]);
  assert.equal(await supply.pack("codecs"), undefined);
  assert.equal(await supply.pack("reader"), undefined);
});

test("what is no wasm is refused, and does not end the run", async () => {
  put("codecs");
  writeFileSync(files.codecs, "not wasm");
  await assert.rejects(supplyFrom(files).pack("codecs"), WebAssembly.CompileError);
});

/** The glue as the build wraps it: any number of instances in one worker, none of which knows of another. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { factory } from "../../scripts/glue.mjs";
import { dist } from "../../scripts/lib.mjs";

test("every call makes an instance of its own, which the garbage collector never calls", async () => {
  const source = await factory("core");
  const registered = [];
  globalThis.FinalizationRegistry = class {
    register(what) {
      registered.push(what);
    }
    unregister() {}
  };
  const { make } = await import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
  const module = new WebAssembly.Module(readFileSync(join(dist, "core.wasm")));
  const [one, other] = [make(module), make(module)];
  const config = { policy: "share", key: new Uint8Array(32).fill(7), lexicon: readFileSync(join(dist, "lexicon.bin")) };
  const before = other.memory();
  const scrubbers = Array.from({ length: 40 }, () => new one.Scrubber(config));
  assert.ok(one.memory() > before, "the one has grown");
  assert.equal(other.memory(), before, "the other has not");
  assert.notEqual(one.Scrubber, other.Scrubber);
  for (const scrubber of scrubbers) scrubber.free();
  assert.deepEqual(registered, []);
  assert.equal(source.includes("fetch"), false, "the way that loads from an address is left out");
});

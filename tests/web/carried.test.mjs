/** Bytes as scripts and pages carry them come back as they were. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { dense } from "../../scripts/dense.mjs";
import { unpack } from "../../www/engine/carried.ts";

test("bytes of any length come back, and none beside them", async () => {
  const lengths = new Set();
  for (let length = 0; length < 60; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 197 + length * 31) % 256);
    // What packs also says when a byte is too many.
    const packed = gzipSync(bytes);
    lengths.add((packed.length * 8) % 13);
    assert.deepEqual(await unpack(dense(packed)), bytes);
  }
  assert.equal(lengths.size, 13, "every remainder was there");
});

test("the text needs no escape, in scripts or in HTML", () => {
  const text = dense(Uint8Array.from({ length: 100_000 }, (_, index) => (index * index * 31 + (index >> 3)) % 256));
  assert.match(text, /^[!#-;=[\]-~>-Z]+$/);
  assert.ok(!/["<\\\s]/.test(text));
});

test("what is cut off is refused", async () => {
  const text = dense(gzipSync(new Uint8Array(1000)));
  await assert.rejects(unpack(text.slice(0, -4)));
});

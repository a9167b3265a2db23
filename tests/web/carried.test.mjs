/** Bytes as scripts and pages carry them come back as they were. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { dense } from "../../scripts/dense.mjs";
import { lzma } from "../../scripts/wasm.mjs";
import { unpack } from "../../www/engine/carried.ts";
import { unpackLzmaNow } from "../../www/engine/lzma.ts";

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

/** Noise, words, runs, and bytes that repeat at every distance: what makes each kind of step in LZMA. */
function* kindsOfBytes() {
  let seed = 1;
  const random = (below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  yield Uint8Array.from({ length: 20_000 }, () => random(256));
  yield new TextEncoder().encode("Nothing is changed yet, and nothing is sent. ".repeat(900));
  yield new Uint8Array(300_000);
  const mixed = new Uint8Array(200_000);
  for (let at = 0; at < mixed.length; ) {
    const back = at > 0 ? 1 + random(Math.min(at, 1 << (1 + random(17)))) : 0;
    const length = back > 0 && random(3) > 0 ? 1 + random(300) : 1;
    for (let left = Math.min(length, mixed.length - at); left > 0; left--, at++) mixed[at] = back > 0 ? mixed[at - back] : random(256);
  }
  yield mixed;
}

test("what LZMA packed comes back, all at once or in turn", async () => {
  for (const bytes of kindsOfBytes()) {
    const packed = await lzma(bytes);
    assert.ok(Buffer.from(unpackLzmaNow(packed)).equals(bytes));
    assert.ok(Buffer.from(await unpack(dense(packed))).equals(bytes));
  }
  assert.equal(unpackLzmaNow(await lzma(new Uint8Array())).length, 0);
});

test("LZMA that is cut off, goes on too long, points before its beginning or claims too much is refused", async () => {
  const bytes = new TextEncoder().encode("It stays on this device. ".repeat(200));
  const packed = await lzma(bytes);
  const wrong = { name: "RangeError" };
  for (let length = 0; length < packed.length; length++) assert.throws(() => unpackLzmaNow(packed.slice(0, length)), wrong, String(length));
  assert.throws(() => unpackLzmaNow(Uint8Array.from([...packed, 0])), wrong);
  const changed = (at, byte) => Uint8Array.from(packed, (each, index) => (index === at ? byte : each));
  assert.throws(() => unpackLzmaNow(changed(0, 225)), wrong);
  assert.throws(() => unpackLzmaNow(changed(8, 200)), wrong, "3 GB");
  assert.throws(() => unpackLzmaNow(changed(10, 1)), wrong, "more than 4 GB");
  // A changed byte gives other bytes, or is refused: it never hangs, and never gives more.
  for (let at = 13; at < packed.length; at++) {
    try {
      assert.equal(unpackLzmaNow(changed(at, (packed[at] ?? 0) ^ 0x55)).length, bytes.length);
    } catch (error) {
      assert.ok(error instanceof RangeError);
    }
  }
});

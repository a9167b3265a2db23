/** Files larger than any memory, over the real core: read by spans, each byte once, and right beyond 32 bits. Nothing so large is made. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { entryOf } from "../../www/engine/containers/entries.ts";
import { serve } from "../../www/engine/serve.ts";
import { LONGEST, Windowed } from "../../www/engine/sources.ts";
import { dataSet, pixelData } from "../bench/dicom.mjs";
import { ctHeader } from "../bench/fixtures.mjs";
import { HEADER_ONLY } from "../bench/policies.mjs";

const dist = new URL("../../dist/", import.meta.url);
const core = await import(new URL("pkg/core.js", dist).href);
const module = new WebAssembly.Module(readFileSync(new URL("core.wasm", dist)));
const lexicon = new Uint8Array(readFileSync(new URL("lexicon.bin", dist)));

const MIB = 2 ** 20;
const FRAME = 512 * 512 * 2;
/** The most that Pixel Data may be in these: its length has 32 bits, of which all ones say something else. */
const FRAMES = Math.floor((2 ** 32 - 2) / FRAME);
/** Bytes of a private element before Pixel Data: with them, these end beyond 2^32. */
const BEFORE = 2 * MIB;

/**
 * A worker in this thread over the real core, which has one source: these pieces where they are said to lie, and zeros everywhere else.
 *
 * A core's glue holds one instance: there is one worker for all tests.
 */
const worker = (() => {
  const zeros = new Uint8Array(LONGEST);
  const state = { size: 0, pieces: [], loads: [], written: undefined };
  const waiting = new Map();
  let take;
  const port = {
    post: (message) => {
      if (message.kind === "answer") waiting.get(message.id)(message.answer);
    },
    listen: (handler) => {
      take = handler;
    },
  };
  const load = (at, length) => {
    state.loads.push([at, length]);
    const bytes = zeros.subarray(0, length);
    bytes.fill(0);
    for (const { at: start, bytes: piece } of state.pieces) {
      const from = Math.max(at, start);
      const to = Math.min(at + length, start + piece.length);
      if (from < to) bytes.set(piece.subarray(from - start, to - start), from - at);
    }
    return bytes;
  };
  const open = (_, whole) => new Windowed({ size: state.size, stamp: "", whole, load });
  const write = (_, output) => {
    state.written = output;
    return 0;
  };
  const loadCore = () => {
    core.initSync({ module });
    return core;
  };
  serve(port, { load: loadCore, makers: {}, open, write });
  take({ kind: "start", module, config: { policy: HEADER_ONLY, key: new Uint8Array(32).fill(7), map: false, lexicon } });
  let next = 0;
  return {
    /** What the source is from now on. */
    holds(size, pieces) {
      Object.assign(state, { size, pieces, loads: [], written: undefined });
    },
    /** Does a job. @returns the answer, what was loaded of the source, and what was written */
    async run(job) {
      state.loads = [];
      const id = next++;
      const answer = await new Promise((done) => {
        waiting.set(id, done);
        take({ kind: "jobs", jobs: [{ id, key: 1, data: { file: "nowhere", size: state.size }, ...job }] });
      });
      return { answer, loads: state.loads, written: state.written };
    },
    hunt(records) {
      take({ kind: "hunt", records, several: false });
    },
  };
})();

test("a multi-frame file of 4 GiB goes through in windows, each byte read once, and ends beyond 2^32", { timeout: 300_000 }, async () => {
  const head = ctHeader(0, FRAMES, FRAMES * FRAME);
  // The filler goes before the last 12 bytes, the head of Pixel Data, as an element that is a span of zeros in the source.
  const long = Buffer.concat([head.subarray(0, -12), blank(), Buffer.alloc(BEFORE), pixelData(FRAMES * FRAME)]);
  const end = long.length + FRAMES * FRAME;
  assert.ok(end > 2 ** 32 && long.length < 2 ** 32);
  const last = Uint8Array.of(0xfe, 0x0f);
  worker.holds(end, [
    { at: 0, bytes: long },
    { at: end - 2, bytes: last },
  ]);
  const { answer, loads } = await worker.run({ op: "read" });
  assert.equal(answer.found.kind, "instance");
  assert.ok(sum(loads) < long.length + 2 * MIB, `${sum(loads)} bytes were read for a header of ${long.length}`);
  worker.hunt(answer.found.identifiers);
  const before = process.memoryUsage().rss;
  const scrubbed = await worker.run({ op: "scrub", target: "somewhere" });
  const grown = process.memoryUsage().rss - before;
  assert.equal(scrubbed.answer.outcome?.status, "verified");
  const { parts, size } = scrubbed.written;
  assert.deepEqual(parts.at(-1), [end - FRAMES * FRAME, end], "the pixels are a span of the source");
  assert.equal(size, parts.slice(0, -1).reduce((all, part) => all + part.length, 0) + FRAMES * FRAME);
  assert.ok(Math.max(...scrubbed.loads.map(([, length]) => length)) <= LONGEST);
  assert.ok(sum(scrubbed.loads) < end + 64 * MIB, "no byte is read twice but for the header's");
  assert.ok(grown < 150 * MIB, `memory grew by ${Math.round(grown / MIB)} MiB`);
});

test("bits above High Bit are cleared where they are, and all before stays where it is", async () => {
  const length = 128 * FRAME;
  const head = ctHeader(0, 128, length);
  const end = head.length + length;
  worker.holds(end, [
    { at: 0, bytes: head },
    { at: end - 2, bytes: Uint8Array.of(0xfe, 0xff) },
  ]);
  const { answer, written } = await worker.run({ op: "scrub", target: "somewhere" });
  assert.equal(answer.outcome?.status, "verified");
  assert.equal(answer.outcome.pixels, "rebuilt");
  const [before, after] = written.parts.slice(-2);
  assert.equal(before[0], head.length);
  assert.equal(before[1] + after.length, end);
  assert.ok(after.length <= 4 * MIB);
  assert.deepEqual([...after.subarray(-2)], [0xfe, 0x0f]);
  assert.ok(after.subarray(0, -2).every((byte) => byte === 0));
});

test("a file that lies beyond 2^32 in its container, in one piece or in two, is read and spanned there", async () => {
  const start = 5 * 2 ** 32 + 12_346;
  const rest = 9 * 2 ** 32 + 77;
  const head = ctHeader(3, 1, FRAME);
  const [cut, end] = [head.length + 1000, head.length + FRAME];
  for (const extents of [
    [[start, start + end]],
    [
      [start, start + cut],
      [rest, rest + end - cut],
    ],
  ]) {
    worker.holds(rest + end, [{ at: start, bytes: head }]);
    const entry = entryOf(extents);
    const read = await worker.run({ op: "read", entry });
    assert.equal(read.answer.found?.kind, "instance", JSON.stringify(read.answer));
    worker.hunt(read.answer.found.identifiers);
    const { answer, loads, written } = await worker.run({ op: "scrub", entry, target: "somewhere" });
    assert.equal(answer.outcome?.status, "verified");
    const spans = written.parts.filter((part) => !(part instanceof Uint8Array));
    assert.deepEqual(spans, [[start + head.length, extents[0][1]], ...extents.slice(1)]);
    assert.ok(loads.every(([at]) => at >= start - MIB));
  }
});

/** The head of an element of `BEFORE` bytes, which stands before Pixel Data: Pixel Data Provider's neighbour, of a private group. */
function blank() {
  const creator = dataSet([["7FDF0010", "LO", "BENCH"]]);
  const head = Buffer.from("df7f00104f42000000000000", "hex");
  head.writeUInt32LE(BEFORE, 8);
  return Buffer.concat([creator, head]);
}

function sum(loads) {
  return loads.reduce((all, [, length]) => all + length, 0);
}

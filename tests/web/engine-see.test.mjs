/** Between the passes: what is seen in pictures, by file, and what a person decided about it on its way to the core. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { items, toy, toyEngine } from "./engine-toys.mjs";

const mark = { area: { x: 0, y: 0, width: 1, height: 1 }, why: "unread", gone: true };
const sight = (more = {}) => ({ marks: [mark], page: false, read: true, whole: true, ...more });

test("every file with a picture worth a look has its sighting, in order; what will be withheld for it says so", async () => {
  const { engine } = toyEngine();
  const files = {
    a: toy({ risk: "likely", sight: sight() }),
    b: toy({ risk: "none" }),
    c: toy({ risk: "look", sight: sight({ page: true }) }),
    d: toy({ risk: "likely", sight: "codec" }),
    e: toy({ risk: "screen", sight: "codec" }),
    f: toy({ risk: "screen", sight: "mask" }),
    g: toy({ risk: "screen" }),
    h: toy({ risk: "likely", sight: sight({ marks: [{}] }) }),
  };
  const review = await engine.read(items(files));
  const progress = [];
  const sightings = await engine.see(review, { onprogress: ({ phase, done, total }) => progress.push([phase, done, total]) });
  assert.deepEqual(
    sightings.map(({ ordinal, likely, seen, code }) => [ordinal, likely, seen?.marks.length, code]),
    [
      [1, true, 1, undefined],
      [3, true, 1, "writing"],
      [4, true, undefined, "codec"],
      [5, false, undefined, undefined],
      [6, false, undefined, "mask"],
      [7, false, undefined, undefined],
      [8, true, undefined, "worker-died"],
    ],
  );
  assert.deepEqual([...new Set(sightings.map(({ rows, columns, frames }) => `${rows} ${columns} ${frames}`))], ["1 1 1"]);
  assert.deepEqual(progress.at(-1), ["looking", 7, 7]);
  engine.dispose();
});

test("only the series that are asked for are looked at", async () => {
  const { engine } = toyEngine();
  const review = await engine.read(items({ a: toy({ series: "A", risk: "look" }), b: toy({ series: "B", risk: "look" }) }));
  const [first, second] = review.patients[0].studies[0].series;
  assert.deepEqual(
    (await engine.see(review, { series: new Set([second.key]) })).map(({ ordinal, series }) => [ordinal, series]),
    [[2, second.key]],
  );
  assert.notEqual(first.key, second.key);
  engine.dispose();
});

test("what a person decided reaches the core, for that file alone", async () => {
  const { engine } = toyEngine();
  const review = await engine.read(items({ a: toy({ risk: "look", sight: sight() }), b: toy({ risk: "look", sight: sight() }) }));
  await engine.see(review);
  const kept = { ...mark, gone: false };
  const { files } = await engine.clean(review, { marks: new Map([[2, [kept]]]) });
  const [first, second] = await Promise.all(files.map((file) => file.blob.text()));
  assert.doesNotMatch(first, /marked/);
  assert.ok(second.includes(`marked ${JSON.stringify([kept])}`), second.slice(0, 200));
  engine.dispose();
});

/** Further wasm files: loaded when a file needs them, made anew when they trap, and a file that lacks one is withheld. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { items, runAll, toy, toyEngine, toySupply } from "./engine-toys.mjs";

const MIB = 1024 * 1024;
const needs = ["pictures", "codecs", "reader"];

/** Files of these deeds, with all the packs, unless said otherwise. */
function pictures(deeds) {
  return items(Object.fromEntries(deeds.map((picture, n) => [`f${n}`, toy({ needs, picture }, `pixels ${n}`)])));
}

/** What was seen in each file, by its pixels; the codes of those withheld. */
async function look(deeds, options = {}) {
  const supply = toySupply();
  const { engine, counts } = toyEngine({ workers: 1, supply, ...options });
  const { result, outputs } = await runAll(engine, pictures(deeds));
  engine.dispose();
  const seen = Object.values(outputs).map((text) => /seen (.*)\npixels (\d+)$/.exec(text));
  return {
    seen: Object.fromEntries(seen.map(([, what, n]) => [n, what])),
    withheld: result.withheld.map(({ ordinal, code }) => `${ordinal} ${code}`),
    spawned: counts.spawned,
  };
}

test("what no file needs is not asked for", async () => {
  const supply = toySupply();
  const { engine } = toyEngine({ supply });
  assert.equal((await runAll(engine, items({ a: toy(), b: toy() }))).result.files.length, 2);
  assert.deepEqual(supply.asked, []);
  engine.dispose();
});

test("what a file needs is asked for, also where the next review needs more", async () => {
  const supply = toySupply();
  const { engine } = toyEngine({ supply });
  await runAll(engine, items({ a: toy(), b: toy({ needs: ["pictures"], picture: {} }) }));
  assert.deepEqual([...new Set(supply.asked)], ["pictures"]);
  const { outputs } = await runAll(engine, items({ a: toy({ needs, picture: { calls: ["codecs", "reader"] } }) }));
  assert.deepEqual([...new Set(supply.asked)], ["pictures", "codecs", "reader"]);
  assert.match(Object.values(outputs)[0], /seen pictures 1 \(P\) codecs 1 reader 1 of 3\n/);
  engine.dispose();
});

test("a series that is not chosen asks for nothing", async () => {
  const supply = toySupply();
  const { engine } = toyEngine({ supply });
  const review = await engine.read(items({ a: toy({ series: "A" }), b: toy({ series: "B", needs: ["reader"] }) }));
  const plain = review.patients[0].studies[0].series.find(({ key }) => key === keyOf(review, "A"));
  supply.asked.length = 0;
  assert.equal((await engine.clean(review, { series: new Set([plain.key]) })).files.length, 1);
  assert.deepEqual(supply.asked, []);
  engine.dispose();
});

function keyOf(review, description) {
  const all = review.patients.flatMap(({ studies }) => studies.flatMap(({ series }) => series));
  return all.find((each) => JSON.stringify(each).includes(`"${description}"`)).key;
}

test("one instance serves file after file", async () => {
  const calls = ["codecs", "reader"];
  const { seen, withheld } = await look([{ calls }, {}, { calls }]);
  assert.deepEqual(withheld, []);
  assert.deepEqual(seen, {
    0: "pictures 1 (P) codecs 1 reader 1 of 3",
    1: "pictures 1 (P)",
    2: "pictures 1 (P) codecs 1 reader 1 of 3",
  });
});

for (const trap of ["codecs", "reader"]) {
  test(`a trap in "${trap}" costs its file; the next file has a new instance, in the same worker`, async () => {
    const calls = ["codecs", "reader"];
    const { seen, withheld, spawned } = await look([{ calls }, { calls, trap }, { calls }]);
    assert.deepEqual(withheld, ["2 codec"]);
    const made = { codecs: 1, reader: 1, [trap]: 2 };
    assert.deepEqual(Object.keys(seen), ["0", "2"]);
    assert.equal(seen[2], `pictures 1 (P) codecs ${made.codecs} reader ${made.reader} of 3`);
    assert.equal(spawned, 1, "the worker itself stays");
  });
}

for (const trap of ["begin", "look", "seen", "check"]) {
  test(`a trap in "pictures", at "${trap}", costs its file; the next instance has the identifiers too`, async () => {
    const { seen, withheld } = await look([{ calls: ["codecs"] }, { trap }, { calls: ["codecs"] }]);
    assert.deepEqual(withheld, ["2 codec"]);
    assert.deepEqual(seen, { 0: "pictures 1 (P) codecs 1", 2: "pictures 2 (P) codecs 1" });
  });
}

test("a refusal is passed on as it is, and breaks nothing", async () => {
  const calls = ["codecs", "reader"];
  const { seen, withheld } = await look([
    { calls, refuse: { by: "pictures", code: "writing" } },
    { calls, refuse: { by: "codecs", code: "pixel-structure" } },
    { calls, refuse: { by: "reader", code: "codec" } },
    { calls },
  ]);
  assert.deepEqual(withheld, ["1 writing", "2 pixel-structure", "3 codec"]);
  assert.deepEqual(seen, { 3: "pictures 1 (P) codecs 1 reader 1 of 3" });
});

test("without packs, files that need them are withheld, and the others are not", async () => {
  const calls = ["codecs"];
  assert.deepEqual((await look([{}, { calls }], { supply: undefined })).withheld, ["1 codec", "2 codec"]);
  const some = await look([{}, { calls }, { calls: ["reader"] }], { supply: toySupply(["pictures"]) });
  assert.deepEqual(some.withheld, ["2 codec"]);
  assert.deepEqual(some.seen, { 0: "pictures 1 (P)", 2: "pictures 1 (P)" }, "no reader is told, not refused");
});

test("the engine says what is not to be had", () => {
  assert.deepEqual(toyEngine().engine.lacks, ["pictures", "codecs", "reader"]);
  assert.deepEqual(toyEngine({ supply: toySupply(["pictures", "codecs"]) }).engine.lacks, ["reader"]);
});

test("a pack that cannot be loaded now costs its files, and is asked for again", async () => {
  const supply = toySupply();
  const { pack } = supply;
  let gone = true;
  supply.pack = (name) => (gone ? Promise.reject(new TypeError("no network")) : pack(name));
  const { engine } = toyEngine({ supply });
  const given = pictures([{}, {}]);
  assert.equal((await runAll(engine, given)).result.withheld.length, 2);
  gone = false;
  assert.equal((await runAll(engine, given)).result.files.length, 2);
  engine.dispose();
});

test("an instance past the memory mark is made anew after its file", async () => {
  const { seen, withheld, spawned } = await look([{ takes: 200 * MIB }, { takes: 100 * MIB }, {}, {}]);
  assert.deepEqual(withheld, []);
  assert.deepEqual(seen, { 0: "pictures 1 (P)", 1: "pictures 1 (P)", 2: "pictures 2 (P)", 3: "pictures 2 (P)" });
  assert.equal(spawned, 1, "the worker itself stays");
});

test("a reader may be silent for longer than a worker, not for ever", { timeout: 30_000 }, async () => {
  const calls = ["reader"];
  const { seen, withheld } = await look([{ calls, silent: 900 }, { calls, silent: 60_000 }, { calls }], { timeout: 300 });
  assert.deepEqual(withheld, ["2 worker-timeout"]);
  assert.deepEqual(Object.keys(seen), ["0", "2"]);
});

test("a worker that takes the place of another has the packs too", async () => {
  const files = [...pictures([{}, {}]), ...items({ g: toy({ scrub: "trap" }), h: toy({ needs, picture: {} }, "pixels 9") })];
  const { engine } = toyEngine({ workers: 1, supply: toySupply() });
  const { outputs, result } = await runAll(engine, files);
  engine.dispose();
  assert.deepEqual(
    result.withheld.map(({ code }) => code),
    ["worker-died"],
  );
  assert.equal(Object.values(outputs).filter((text) => / seen pictures 1 \(P\)/.test(text)).length, 3);
});

test("a run that is stopped while packs are on their way leaves the next one alone", async () => {
  const supply = toySupply();
  const { pack } = supply;
  const { engine, counts } = toyEngine({ workers: 1, supply });
  const review = await engine.read(pictures([{}]));
  const arrivals = [];
  supply.pack = () => new Promise((arrive) => arrivals.push(arrive));
  const stop = new AbortController();
  const stopped = engine.clean(review, { signal: stop.signal });
  stop.abort();
  await assert.rejects(stopped, { name: "AbortError" });
  supply.pack = pack;
  const again = engine.read(pictures([{}, {}]));
  for (const arrive of arrivals) arrive();
  assert.equal((await engine.clean(await again)).files.length, 2);
  assert.equal(counts.spawned, 2, "no worker had to be replaced for what it was told too early");
  engine.dispose();
});

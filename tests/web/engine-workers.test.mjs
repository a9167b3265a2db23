/** Workers that trap, hang, die, swell or lie: one file is withheld, and the batch goes on. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkMessage, checkOutcome } from "../../www/engine/checks.ts";
import { items, runAll, toy, toyEngine } from "./engine-toys.mjs";

const TIMEOUT = 1_000;
const MIB = 1024 * 1024;

function batch(count, bad = {}) {
  const files = {};
  for (let n = 0; n < count; n++) files[`f${String(n).padStart(3, "0")}`] = toy(bad[n] ?? {}, `pixels ${n}`);
  return items(files);
}

/** The output of each file by its pixels. */
function byPixels(outputs) {
  return Object.fromEntries(Object.values(outputs).map((text) => [text.split("\n")[1], text]));
}

for (const pass of ["read", "scrub"]) {
  test(`five hostile files of 200 cost five files, in pass "${pass}"`, { timeout: 60_000 }, async () => {
    const deeds = { 0: "trap", 50: "stack", 100: "loop", 150: "garbage", 199: "exit" };
    const bad = Object.fromEntries(Object.entries(deeds).map(([n, deed]) => [n, { [pass]: deed }]));
    const calm = toyEngine({ timeout: TIMEOUT });
    const expected = await runAll(calm.engine, batch(200));
    calm.engine.dispose();
    const { engine } = toyEngine({ timeout: TIMEOUT });
    const { outputs, result } = await runAll(engine, batch(200, bad));
    engine.dispose();
    assert.deepEqual(
      result.withheld.map(({ ordinal, code }) => `${ordinal} ${code}`),
      ["1 worker-died", "51 worker-died", "101 worker-timeout", "151 worker-died", "200 worker-died"],
    );
    const wanted = byPixels(expected.outputs);
    for (const n of Object.keys(deeds)) delete wanted[`pixels ${n}`];
    assert.deepEqual(byPixels(outputs), wanted);
    assert.equal(Object.keys(outputs).length, 195);
  });
}

test("a batch of nothing but failures ends, with its progress complete", { timeout: 60_000 }, async () => {
  const { engine } = toyEngine({ timeout: TIMEOUT });
  const bad = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [n, { scrub: ["trap", "stack", "exit", "lies"][n % 4] }]));
  const seen = [];
  const { result } = await runAll(engine, batch(30, bad), { onprogress: (progress) => seen.push(progress) });
  engine.dispose();
  assert.equal(result.withheld.length, 30);
  assert.equal(result.files.length, 0);
  const last = seen.at(-1);
  assert.deepEqual([last.phase, last.done, last.total, last.bytes], ["cleaning", 30, 30, last.totalBytes]);
});

test("a file that takes long but shows life is no timeout", async () => {
  const { engine } = toyEngine({ timeout: 300 });
  const { result } = await runAll(engine, batch(3, { 1: { scrub: "slow" } }));
  engine.dispose();
  assert.equal(result.files.length, 3);
});

test("an instance past the memory mark is replaced after its file", async () => {
  const { engine, counts } = toyEngine({ workers: 1 });
  const bad = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [n, { takes: 60 * MIB }]));
  const { result } = await runAll(engine, batch(12, bad));
  engine.dispose();
  assert.equal(result.files.length, 12);
  assert.ok(counts.spawned >= 4, `${counts.spawned} workers for 24 × 60 MiB`);
});

test("memory that ran out is tried again in a fresh instance, once", async () => {
  const { engine } = toyEngine({ workers: 1 });
  const { result } = await runAll(
    engine,
    batch(4, { 1: { takes: 110 * MIB }, 2: { scrub: "memory", takes: 60 * MIB }, 3: { scrub: "memory", takes: 300 * MIB } }),
  );
  engine.dispose();
  assert.deepEqual(
    result.withheld.map(({ ordinal, code }) => `${ordinal} ${code}`),
    ["4 memory"],
  );
});

test("workers that never start, or cannot, are told within ten seconds", { timeout: 30_000 }, async () => {
  const started = performance.now();
  await assert.rejects(toyEngine({ mode: "mute" }).engine.read(batch(3)), { code: "worker-start" });
  assert.ok(performance.now() - started < 10_000);
  await assert.rejects(toyEngine({ mode: "broken" }).engine.read(batch(3)), { code: "worker-start" });
  const late = performance.now();
  await assert.rejects(toyEngine({ mode: "coreless" }).engine.read(batch(3)), { code: "worker-start" });
  assert.ok(performance.now() - late < 5_000, "an error while starting is heard of, not waited for");
  const none = () => {
    throw new Error("blocked");
  };
  await assert.rejects(toyEngine({ spawn: none }).engine.read(batch(3)), { code: "worker-start" });
});

test("a policy that the core refuses ends the run with the core's words", async () => {
  await assert.rejects(toyEngine({ policy: "wrong" }).engine.read(batch(3)), { code: "policy", detail: { path: "options" } });
});

test("cancelling ends all workers at once, and the engine can start again", { timeout: 60_000 }, async () => {
  for (let round = 0; round < 10; round++) {
    const { engine, counts } = toyEngine();
    const bad = { 3: { read: "slow" }, 20: { scrub: "slow" }, 30: { scrub: "loop" } };
    const stop = new AbortController();
    let cancelled = 0;
    setTimeout(
      () => {
        cancelled = performance.now();
        stop.abort();
      },
      50 + round * 60,
    );
    await assert.rejects(runAll(engine, batch(40, bad), { signal: stop.signal }), { name: "AbortError" });
    assert.ok(performance.now() - cancelled < 500);
    // A busy machine takes its time to end a thread.
    for (let wait = 0; wait < 50 && counts.alive.size > 0; wait++) await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(counts.alive.size, 0, "no thread outlives the run");
    if (round % 5 === 0) assert.equal((await runAll(engine, batch(5))).result.files.length, 5);
    engine.dispose();
  }
  await assert.rejects(toyEngine().engine.read(batch(1), { signal: AbortSignal.abort() }), { name: "AbortError" });
});

test("identifiers are given again to a worker that replaced another", { timeout: 30_000 }, async () => {
  const { engine } = toyEngine({ workers: 1 });
  const { outputs } = await runAll(engine, [
    ...batch(20, { 5: { scrub: "trap" }, 6: { scrub: "exit" } }),
    ...items({ z: toy({ patient: "Z" }) }),
  ]);
  engine.dispose();
  assert.equal(Object.keys(outputs).length, 19);
  for (const text of Object.values(outputs)) assert.match(text, /^clean \|P\|Z\n/);
});

test("answers that are no answers are not taken", () => {
  const verified = {
    status: "verified",
    parts: [new Uint8Array(4), [0, 6]],
    size: 10,
    crc: 1,
    patient: "",
    study: "",
    series: "",
    ledger: "",
    findings: [],
    pixels: "none",
    writing: "unseen",
    blackened: 0,
    treated: false,
  };
  const answer = (outcome) => ({ kind: "answer", id: 0, answer: { kind: "outcome", outcome }, spent: false });
  assert.ok(checkMessage(answer(verified)), "the control is taken");
  assert.ok(checkOutcome(verified, 6, false));
  for (const [key, value] of Object.entries({
    status: "clean",
    parts: 1,
    size: -1,
    crc: 2 ** 32,
    patient: 1,
    ledger: null,
    findings: [1],
    pixels: "?",
    writing: "?",
    blackened: -1,
    treated: 1,
  })) {
    assert.equal(checkMessage(answer({ ...verified, [key]: value })), undefined, key);
  }
  for (const parts of [[[0, 10]], [[6, 0]], [[-4, 6]], [[0, 5.5]], [new Uint8Array(9)], [["0", "6"]], [{}]]) {
    assert.equal(checkOutcome({ ...verified, parts }, 6, false), false);
  }
  assert.equal(checkOutcome(verified, 6, true), false, "parts are not handed back of what was written");
  for (const message of [undefined, null, 1, "ready", {}, { kind: "answer", id: 1 }, { kind: "trapped", id: 0, code: "A name\n" }]) {
    assert.equal(checkMessage(message), undefined);
  }
});

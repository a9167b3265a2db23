/** A name of the person's own, and batches of more than one patient: every worker is told the same, also one that takes another's place. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { items, toy, toyEngine } from "./engine-toys.mjs";

const OWN = { name: "Muster^Jana" };

/** Two patients, with files among them that end their worker. */
function two() {
  const files = {};
  for (let n = 0; n < 40; n++) {
    const patient = n % 2 === 0 ? "A" : "B";
    files[String(n).padStart(2, "0")] = toy({ patient, series: patient, ...(n % 10 === 3 && { scrub: "trap" }) }, `pixels ${n}`);
  }
  return items(files);
}

async function texts({ files }) {
  const all = {};
  for (const file of files) {
    const [head, pixels] = (await file.blob.text()).split("\n");
    all[pixels] = head;
  }
  return all;
}

test("with two patients the name is told apart in every file, whatever the number of workers and however many are replaced", async () => {
  const runs = [];
  for (const workers of [1, 4]) {
    const { engine } = toyEngine({ workers, policy: { version: 1, name: "own", options: [], subject: OWN } });
    const review = await engine.read(two());
    runs.push(await texts(await engine.clean(review)));
    engine.dispose();
  }
  assert.deepEqual(runs[0], runs[1]);
  assert.equal(Object.keys(runs[0]).length, 36);
  for (const [pixels, head] of Object.entries(runs[0])) {
    const patient = Number(pixels.slice(7)) % 2 === 0 ? "A" : "B";
    assert.equal(head, `clean |A|B as Muster^Jana ${patient}`, pixels);
  }
});

test("only those that are cleaned count: one patient of two keeps the name as it is", async () => {
  const { engine } = toyEngine({ policy: { version: 1, name: "own", options: [], subject: OWN } });
  const review = await engine.read(two());
  const keyOf = (name) => review.patients.find(({ shown }) => shown.name === name)?.studies[0].series[0].key;
  const heads = async (series) => [...new Set(Object.values(await texts(await engine.clean(review, { series }))))].sort();
  assert.deepEqual(await heads(new Set([keyOf("A")])), ["clean |A|B as Muster^Jana"]);
  assert.deepEqual(await heads(undefined), ["clean |A|B as Muster^Jana A", "clean |A|B as Muster^Jana B"]);
  assert.deepEqual(await heads(new Set([keyOf("B")])), ["clean |A|B as Muster^Jana"]);
  engine.dispose();
});

test("a name can be given with pass 2, another the next time, or none; the report has the policy's own name", async () => {
  const { engine } = toyEngine({ workers: 3 });
  const review = await engine.read(items({ a: toy({}, "a"), b: toy({ scrub: "trap" }, "b"), c: toy({}, "c"), d: toy({}, "d") }));
  assert.deepEqual(engine.policy, { version: 1, name: "share", options: ["retain-patient-characteristics"] });
  const run = async (subject) => {
    // Pictures that are under way when workers are replaced come all the same.
    const pictures = Promise.all([1, 2, 3, 4].map(() => engine.preview(review, review.patients[0].studies[0].series[0].key, 8)));
    const result = await engine.clean(review, { subject });
    assert.equal((await pictures).filter(Boolean).length, 4);
    assert.equal(result.report.policy.name, "share");
    assert.ok(!JSON.stringify(result.report).includes("Muster"));
    return texts(result);
  };
  const all = (head) => ({ a: head, c: head, d: head });
  assert.deepEqual(await run(OWN), all("clean |P as Muster^Jana"));
  assert.deepEqual(await run({ name: "Otter^Amber" }), all("clean |P as Otter^Amber"));
  assert.deepEqual(await run(undefined), all("clean |P"));
  assert.deepEqual(await run({ id: "1" }), all("clean |P"), "nothing of an earlier name stays");
  engine.dispose();
});

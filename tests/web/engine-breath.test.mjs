/** Long lists are worked through so that a page stays alive. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { allInTurn } from "../../www/engine/breath.ts";

/** Holds this thread up, as asking a file's size does. */
function hold(ms) {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test("others have their turn while a list is begun, and results come in its order", async () => {
  const list = Array.from({ length: 100 }, (_, n) => n);
  let begun = 0;
  const seen = [];
  const clock = setInterval(() => seen.push(begun));
  const results = await allInTurn(list, async (n, at) => {
    assert.equal(n, at);
    begun++;
    hold(2);
    await new Promise((done) => setTimeout(done, (100 - n) / 10));
    return n * 2;
  });
  clearInterval(clock);
  assert.deepEqual(
    results,
    list.map((n) => n * 2),
  );
  assert.ok(seen.filter((count) => count > 0 && count < 100).length >= 3, `looked at ${seen.join(" ")} of 100`);
});

test("what goes wrong with one rejects, also when it goes wrong before all are begun", async () => {
  const unseen = [];
  const note = (reason) => unseen.push(reason);
  process.on("unhandledRejection", note);
  const work = async (n) => {
    hold(2);
    if (n === 1) throw new RangeError("one");
  };
  await assert.rejects(allInTurn([...Array(50).keys()], work), RangeError);
  process.off("unhandledRejection", note);
  assert.deepEqual(unseen, []);
});

/** Reading Blobs ahead, and checksums from what was read already: nothing but time may change. */

import assert from "node:assert/strict";
import { randomFillSync } from "node:crypto";
import { test } from "node:test";
import { openInBrowser } from "../../www/engine/blobs.ts";
import { crc32, crc32Combine, RunningCrc } from "../../www/engine/crc.ts";
import { serve } from "../../www/engine/serve.ts";
import { checksum, Windowed } from "../../www/engine/sources.ts";
import { toyCore } from "./engine-toy.ts";
import { toy } from "./engine-toys.mjs";

const MIB = 1024 * 1024;

/** A Blob whose reads are counted, take as long as they are told to, and may fail. */
class SlowBlob extends Blob {
  constructor(bytes, { delay = 0, async: later = true, sync = true, log = [], name = "" } = {}) {
    super([bytes]);
    this.bytes = bytes;
    this.slice = (start, end) => ({
      arrayBuffer: async () => {
        log.push(`ahead ${name} ${Math.min(end, bytes.length) - start}`);
        await new Promise((resolve) => setTimeout(resolve, delay));
        if (!later) throw new DOMException("no", "NotReadableError");
        return bytes.slice(start, end).buffer;
      },
      now: () => {
        log.push(`sync ${name} ${start}`);
        if (!sync) throw new DOMException("no", "NotReadableError");
        return bytes.slice(start, end).buffer;
      },
    });
    // Read whole, a Blob is not sliced.
    const whole = this.slice(0, bytes.length);
    this.arrayBuffer = whole.arrayBuffer;
    this.now = whole.now;
  }
}

globalThis.FileReaderSync = class {
  readAsArrayBuffer(slice) {
    return slice.now();
  }
};

/** A worker in this thread, over the toy core. */
function worker({ core = {}, log = [] } = {}) {
  const posted = [];
  let take;
  let heard = () => undefined;
  const port = {
    post: (message) => {
      posted.push(message);
      if (message.kind === "answer") log.push(`answer ${message.id}`);
      else if (message.kind === "tick" && message.bytes === 0 && !message.slow) log.push("hunted");
      heard();
    },
    listen: (handler) => {
      take = handler;
    },
  };
  serve(port, { load: () => ({ ...toyCore, ...core }), open: openInBrowser });
  const until = async (done) => {
    while (!done(posted)) await new Promise((resolve) => (heard = resolve));
    return posted;
  };
  take({ kind: "start", config: { policy: "share", key: new Uint8Array(32) } });
  const answers = (count) =>
    until((all) => all.filter(({ kind }) => kind === "answer").length >= count).then((all) => all.filter(({ kind }) => kind === "answer"));
  return { take, posted, until, answers };
}

function jobs(op, blobs) {
  return { kind: "jobs", jobs: blobs.map((data, id) => ({ id, key: id, op, data })) };
}

test("jobs are answered in order, whichever read ends first, and other messages keep their place", async () => {
  const log = [];
  const { take, answers } = worker({ log });
  const files = (from) =>
    [9, 1, 30, 0, 20, 3, 1].map((delay, n) => new SlowBlob(toy({}, `pixels ${from + n}`), { delay, log, name: from + n }));
  take(jobs("read", files(0)));
  take({ kind: "hunt", records: new TextEncoder().encode("late\n") });
  const second = jobs("scrub", files(7));
  take({ ...second, jobs: second.jobs.map((job) => ({ ...job, id: job.id + 7 })) });
  const all = await answers(14);
  assert.deepEqual(
    log.filter((line) => !line.startsWith("ahead")),
    [0, 1, 2, 3, 4, 5, 6]
      .map((n) => `answer ${n}`)
      .concat(
        "hunted",
        [7, 8, 9, 10, 11, 12, 13].map((n) => `answer ${n}`),
      ),
    "and nothing was read synchronously",
  );
  for (const { answer } of all.slice(7)) assert.match(Buffer.from(answer.outcome.parts[0]).toString(), /^clean \|late\n$/);
  for (const [n, { answer }] of all.slice(7).entries()) {
    const [start, end] = answer.outcome.parts[1];
    assert.equal(answer.outcome.crc, crc32(Buffer.concat([answer.outcome.parts[0], toy({}, `pixels ${7 + n}`).subarray(start, end)])));
  }
});

test("eight jobs are read ahead and no more, of large files nothing", async () => {
  const log = [];
  const { take, answers } = worker({ log });
  take(
    jobs(
      "read",
      Array.from({ length: 12 }, (_, n) => new SlowBlob(toy({}, Buffer.alloc(100_000)), { log, name: n })),
    ),
  );
  await answers(12);
  assert.deepEqual(log.slice(0, 10), [...Array.from({ length: 9 }, (_, n) => `ahead ${n} 65536`), "answer 0"]);
  assert.equal(log.filter((line) => line.startsWith("ahead")).length, 12, "each once");
  log.length = 0;
  take(jobs("scrub", [new SlowBlob(toy({}, Buffer.alloc(4 * MIB)), { log, name: "large" })]));
  await answers(13);
  assert.deepEqual(log, ["sync large 0", "answer 0"]);
});

test("the next batch is read while this one is at work, and nothing after a worker's end", async () => {
  const log = [];
  const { take, answers } = worker({ log });
  const batch = (from, count, delay) => {
    const blobs = Array.from({ length: count }, (_, n) => new SlowBlob(toy(), { delay, log, name: from + n }));
    return { kind: "jobs", jobs: jobs("read", blobs).jobs.map((job) => ({ ...job, id: job.id + from })) };
  };
  take(batch(0, 3, 20));
  take(batch(3, 2, 0));
  take(batch(5, 9, 0));
  const started = (names) => names.map((name) => `ahead ${name} `);
  await answers(1);
  const before = log.slice(0, log.indexOf("answer 0")).map((line) => line.replace(/\d+$/, ""));
  assert.deepEqual(before, started([0, 1, 2, 3, 4, 5, 6, 7, 8]), "eight after the one at work");
  await answers(14);
  assert.equal(log.filter((line) => line.startsWith("ahead")).length, 14, "each once");

  const late = [];
  const broken = worker({ log: late });
  broken.take(jobs("scrub", [new SlowBlob(toy({ scrub: "trap" }))]));
  await broken.until((all) => all.some(({ kind }) => kind === "trapped"));
  broken.take(jobs("scrub", [new SlowBlob(toy(), { log: late, name: "late" })]));
  assert.deepEqual(late, []);
});

test("a read ahead that fails is made again, and says then what is wrong", async () => {
  const log = [];
  const { take, answers } = worker({ log });
  take(
    jobs("read", [
      new SlowBlob(toy(), { async: false, log, name: "late" }),
      new SlowBlob(toy(), { async: false, sync: false, log, name: "never" }),
    ]),
  );
  const [first, second] = await answers(2);
  assert.equal(first.answer.kind, "found");
  assert.equal(second.answer.kind, "refused", "not only unreadable: the page may be able to");
  assert.deepEqual(
    log.filter((line) => line.startsWith("sync")),
    ["sync late 0", "sync never 0"],
  );
});

test("after a job that breaks the core, no further job of the batch is done", async () => {
  const { take, until, posted } = worker();
  take(jobs("scrub", [new SlowBlob(toy()), new SlowBlob(toy({ scrub: "trap" })), new SlowBlob(toy())]));
  take(jobs("scrub", [new SlowBlob(toy())]));
  await until((all) => all.some(({ kind }) => kind === "trapped"));
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.deepEqual(
    posted.filter(({ kind }) => kind !== "tick").map(({ kind, id }) => `${kind} ${id ?? ""}`.trim()),
    ["ready", "answer 0", "trapped 1"],
  );
});

test("at each long file, whose header may be long, a worker says first that it may be silent for longer", async () => {
  const { take, posted, answers } = worker();
  const [short, long] = [1, 3 * MIB].map((length) => new SlowBlob(toy({}, "x".repeat(length))));
  take(jobs("read", [long, short, long, long]));
  await answers(4);
  const said = posted.flatMap(({ kind, id, slow }) => (kind === "answer" ? [id] : kind === "tick" && slow ? ["slow"] : []));
  assert.deepEqual(said, ["slow", 0, 1, "slow", 2, "slow", 3]);
});

test("checksums of two stretches combine to that of both", () => {
  const bytes = randomFillSync(new Uint8Array(200_003));
  for (const cut of [0, 1, 2, 7, 8, 1023, 65_536, 131_071, 200_002, 200_003]) {
    const [head, tail] = [bytes.subarray(0, cut), bytes.subarray(cut)];
    assert.equal(crc32Combine(crc32(head), crc32(tail), tail.length), crc32(bytes), `cut at ${cut}`);
  }
  const [a, b, c] = [crc32(bytes.subarray(0, 9)), crc32(bytes.subarray(9, 99)), crc32(bytes.subarray(99))];
  const far = 2 ** 33 + 5;
  assert.equal(crc32Combine(a, crc32Combine(b, c, 77), far + 77), crc32Combine(crc32Combine(a, b, far), c, 77), "lengths past 32 bits");
  assert.notEqual(crc32Combine(a, b, far), crc32Combine(a, b, far % 2 ** 32), "which are not cut to 32");
});

test("only the longest run of reads has a checksum", () => {
  const bytes = randomFillSync(new Uint8Array(500_000));
  const run = new RunningCrc();
  const read = (start, end) => run.add(start, bytes.subarray(start, end));
  read(0, 1000);
  assert.equal(run.of(0, 1000), undefined, "too short to begin one");
  read(0, 65_536);
  read(3000, 203_000);
  read(203_000, 203_010);
  read(203_010, 400_000);
  read(3000, 153_000);
  read(100, 200);
  assert.equal(run.of(3000, 400_000), crc32(bytes.subarray(3000, 400_000)));
  for (const [start, end] of [
    [3000, 399_999],
    [3001, 400_000],
    [0, 65_536],
    [0, 0],
  ])
    assert.equal(run.of(start, end), undefined);
});

test("the long end of a large file is not read twice, unless it was not read in one go", () => {
  const bytes = randomFillSync(new Uint8Array(17 * MIB + 5));
  const head = Uint8Array.of(1, 2, 3);
  const wanted = crc32(Buffer.concat([head, bytes.subarray(3001)]));
  for (const [start, step, again] of [
    [3001, 4 * MIB, false],
    [3001, MIB + 1, false],
    [3000, 4 * MIB, true],
    [3001, 1000, true],
  ]) {
    let loads = 0;
    const load = (at, length) => {
      loads++;
      return bytes.subarray(at, at + length);
    };
    const source = new Windowed({ size: bytes.length, stamp: "", whole: true, sums: true, load });
    source.read(0, new Uint8Array(65_536));
    const into = new Uint8Array(step);
    for (let at = start; at < bytes.length; at += step) source.read(at, into);
    source.read(10, new Uint8Array(5000));
    const before = loads;
    assert.equal(
      checksum([head, [3001, bytes.length]], source, () => undefined),
      wanted,
    );
    assert.equal(loads > before, again, `from ${start}, ${step} at a time`);
  }
});

/** The adapter that uploads by tus, against a server that fails: nothing is lost, nothing is there twice, and it ends. */

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { tusAll } from "../../www/adapters/tus.ts";
import { startTus } from "./tus-server.mjs";

/** @type {(() => void)[]} */
const stops = [];
after(() => {
  for (const stop of stops) stop();
});

const started = async (/** @type {Parameters<typeof startTus>[0]} */ turns = {}) => {
  const server = await startTus(turns);
  stops.push(server.stop);
  return server;
};

const bytesOf = (at, length) => Uint8Array.from({ length }, (_, index) => (index * 31 + at * 7) % 256);
const some = (count, length = 1000) => Array.from({ length: count }, (_, at) => new File([bytesOf(at, length)], `IM${at}`));
const quick = { delay: 1, parallel: 1 };
const states = ({ outcomes }) => outcomes.map(({ state, code, tries }) => [state, ...(code === undefined ? [] : [code]), tries].join(" "));
const isWhole = ({ uploads }, count, length = 1000) =>
  uploads.size === count && [...uploads.values()].every(({ bytes }, at) => bytes.equals(Buffer.from(bytesOf(at, length))));

test("clean files arrive in pieces, with what the portal says of them and its token", async () => {
  const server = await started();
  const told = [];
  const delivery = await tusAll(some(2), {
    ...quick,
    url: server.url,
    chunk: 400,
    headers: () => ({ authorization: `Bearer ${server.requests.length}` }),
    metadata: (file, index) => ({ filename: `${file.name} é`, place: `${index}` }),
    onprogress: ({ bytes, totalBytes, stored }) => told.push([bytes, totalBytes, stored]),
  });
  assert.deepEqual([states(delivery), delivery.complete, delivery.repeated], [["stored 1", "stored 1"], true, 0]);
  assert.ok(isWhole(server, 2));
  assert.deepEqual(server.requests.slice(0, 5), [
    "POST /uploads",
    "PATCH /uploads/0 0",
    "PATCH /uploads/0 400",
    "PATCH /uploads/0 800",
    "POST /uploads",
  ]);
  const [first] = server.uploads.values();
  assert.deepEqual([first?.metadata, first?.authorization], [`filename ${btoa("IM0 Ã©")},place ${btoa("0")}`, "Bearer 0"]);
  assert.deepEqual(told.at(-1), [2000, 2000, 2]);
  assert.ok(told.every(([bytes], at) => at === 0 || bytes >= told[at - 1][0]));
  const many = await started();
  assert.equal(
    (
      await tusAll(
        some(20).map((blob) => ({ blob })),
        { url: many.url, parallel: 4 },
      )
    ).complete,
    true,
  );
  assert.equal(many.uploads.size, 20);
});

test("what breaks off goes on where the server is, whatever broke it; and it is said", async () => {
  const turns = [
    { cut: true, take: 250 },
    { cut: true, take: 1000 },
    { cut: true },
    { status: 500 },
    { status: 500, take: 300 },
    { status: 423 },
    { status: 409 },
    { status: 429 },
  ];
  for (const turn of turns) {
    const server = await started({ PATCH: [turn] });
    const retries = [];
    const delivery = await tusAll(some(1), { ...quick, url: server.url, onretry: ({ next, code }) => void retries.push([next, code]) });
    assert.deepEqual([states(delivery), delivery.complete, delivery.repeated], [["stored 2"], true, 1], JSON.stringify(turn));
    assert.deepEqual(retries, [[2, turn.cut ? "network" : `http-${turn.status}`]]);
    assert.ok(isWhole(server, 1), JSON.stringify(turn));
  }
});

test("a request that makes an upload, or asks how far it is, is tried again too", async () => {
  const server = await started({ POST: [{ status: 503 }], PATCH: [{ cut: true, take: 1 }], HEAD: [{ status: 502 }, { cut: true }] });
  assert.deepEqual(states(await tusAll(some(1), { ...quick, url: server.url })), ["stored 2"]);
  assert.ok(isWhole(server, 1));
});

test("what is refused does not stop the others; nothing is called stored that may not be", async () => {
  const refused = await started({ POST: [{ status: 403 }], PATCH: [{}, { status: 413 }] });
  assert.deepEqual(states(await tusAll(some(4), { ...quick, url: refused.url })), [
    "refused http-403 0",
    "stored 1",
    "refused http-413 1",
    "stored 1",
  ]);
  const gone = await started({ PATCH: [{ cut: true, take: 10 }], HEAD: [{ status: 404 }] });
  assert.deepEqual(states(await tusAll(some(1), { ...quick, url: gone.url })), ["refused http-404 1"]);
  const broken = await started({ PATCH: Array.from({ length: 9 }, () => ({ cut: true, take: 0 })) });
  assert.deepEqual(states(await tusAll(some(1), { ...quick, url: broken.url, tries: 3 })), ["unknown network 3"]);
  const asked = await started({ PATCH: [{ cut: true }] });
  assert.deepEqual(states(await tusAll(some(1), { ...quick, url: asked.url, onretry: () => false })), ["unknown network 1"]);
  assert.equal(asked.requests.length, 2);
});

test("a server that forgets what it took gets it again, and not for ever", async () => {
  const forgets = await started({
    PATCH: Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? {} : { status: 500 })),
    HEAD: Array.from({ length: 40 }, () => ({ headers: { "upload-offset": "0" } })),
  });
  // It says that nothing is there, and takes what comes again from the beginning.
  const forget = () => {
    for (const upload of forgets.uploads.values()) upload.bytes = Buffer.alloc(0);
    return undefined;
  };
  const delivery = await tusAll(some(1), { ...quick, url: forgets.url, chunk: 400, onretry: forget });
  assert.deepEqual(states(delivery), ["unknown http-500 5"]);
});

test("an address of another origin gets nothing, and answers that are no tus end it", async () => {
  const server = await started({
    POST: [
      { status: 201, headers: { location: "https://else.test/uploads/1" } },
      { status: 201, headers: { location: "http://[" } },
      { status: 200 },
    ],
  });
  assert.deepEqual(states(await tusAll(some(3), { ...quick, url: server.url })), [
    "unsent redirect 0",
    "unsent protocol 0",
    "unsent protocol 0",
  ]);
  assert.equal(server.requests.length, 3);
  for (const headers of [{ "upload-offset": "1001" }, { "upload-offset": "-1" }, { "upload-offset": "0" }, { "upload-offset": "1e3" }]) {
    const odd = await started({ PATCH: [{ status: 204, headers }] });
    assert.deepEqual(states(await tusAll(some(1), { ...quick, url: odd.url })), ["unknown protocol 1"], headers["upload-offset"]);
  }
  const ahead = await started({ PATCH: [{ cut: true }], HEAD: [{ headers: { "upload-offset": "5000" } }] });
  assert.deepEqual(states(await tusAll(some(1), { ...quick, url: ahead.url })), ["unknown protocol 1"]);
});

test("a signal ends it at once; a function of the portal's own that fails costs one file", async () => {
  const server = await started();
  const stopped = await tusAll(some(2), { ...quick, url: server.url, signal: AbortSignal.abort() });
  assert.deepEqual([states(stopped), stopped.code, server.requests.length], [["unsent aborted 0", "unsent aborted 0"], "aborted", 0]);
  const lost = await tusAll(some(1), { ...quick, url: server.url, headers: () => Promise.reject(new Error("no")) });
  assert.deepEqual(states(lost), ["unsent portal 0"]);
  const metadata = () => {
    throw new Error("no");
  };
  assert.deepEqual(states(await tusAll(some(1), { ...quick, url: server.url, metadata })), ["unsent portal 0"]);
  const stop = new AbortController();
  const halfway = await started({ PATCH: [{ cut: true, take: 10 }] });
  const cut = await tusAll(some(1), {
    ...quick,
    delay: 60_000,
    url: halfway.url,
    signal: stop.signal,
    onretry: () => void setTimeout(() => stop.abort(), 5),
  });
  assert.deepEqual([states(cut), cut.code], [["unknown aborted 1"], "aborted"]);
});

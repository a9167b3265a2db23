/** The adapters that send, against an archive that fails: nothing is lost, nothing is sent twice unsaid, nothing but clean files goes out. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { root } from "../../scripts/lib.mjs";
import { IMPLEMENTATION, identify } from "../../www/adapters/instance.ts";
import { PolicyError, policyFrom } from "../../www/adapters/policy.ts";
import { putAll } from "../../www/adapters/presigned.ts";
import { readStored } from "../../www/adapters/stored.ts";
import { stow } from "../../www/adapters/stow.ts";
import { encode, part10 } from "../../www/files/sample-dicom.ts";
import { jsonOf, startArchive, xmlOf } from "./archive.mjs";

/** @type {(() => void)[]} */
const stops = [];
after(() => {
  for (const stop of stops) stop();
});

const archive = async (/** @type {import("./archive.mjs").Turn[]} */ ...turns) => {
  const started = await startArchive(turns);
  stops.push(started.stop);
  return started;
};

const IMAGE = "1.2.840.10008.5.1.4.1.1.2";

/** A clean instance, with as many bytes of its own. */
function clean(uid, bytes = 100, sopClass = IMAGE) {
  const meta = encode([
    [0x00020001, "OB", new Uint8Array([0, 1])],
    [0x00020002, "UI", sopClass],
    [0x00020003, "UI", uid],
    [0x00020010, "UI", "1.2.840.10008.1.2.1"],
    [0x00020012, "UI", IMPLEMENTATION],
  ]);
  const data = encode([[0x7fe00010, "OB", new Uint8Array(bytes).fill(65)]]);
  return new File([new Uint8Array(128), "DICM", meta, data], `${uid}.dcm`);
}

const some = (count, bytes = 100) => Array.from({ length: count }, (_, at) => clean(`1.2.3.${at + 1}`, bytes));
const quick = { delay: 1 };
const states = ({ outcomes }) => outcomes.map(({ state, code, tries }) => [state, code ?? "", tries].join(" ").replace("  ", " "));
const uids = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => `1.2.3.${from + at}`);

test("clean files arrive, some at a time, in the form that the standard asks for", async () => {
  const { url, requests, taken } = await archive();
  const seen = [];
  const files = some(5);
  const headers = () => ({ authorization: `Bearer ${requests.length}` });
  const delivery = await stow(files, { url, files: 2, headers, onprogress: ({ done, stored, total }) => seen.push([done, stored, total]) });
  assert.deepEqual([delivery.complete, delivery.stored, delivery.repeated, delivery.code], [true, 5, 0, undefined]);
  assert.deepEqual(
    delivery.outcomes.map(({ file }) => file),
    files,
    "in their order",
  );
  assert.deepEqual(
    requests.map((each) => [each.method, each.uids, each.authorization]),
    [
      ["POST", uids(1, 2), "Bearer 0"],
      ["POST", uids(3, 4), "Bearer 1"],
      ["POST", uids(5, 5), "Bearer 2"],
    ],
  );
  assert.equal(new Set(requests.map(({ type }) => type)).size, 3, "no boundary is used twice");
  assert.deepEqual([...taken.values()], [1, 1, 1, 1, 1]);
  assert.deepEqual(seen, [
    [2, 2, 5],
    [4, 4, 5],
    [5, 5, 5],
  ]);
  const large = await archive();
  await stow(some(4, 1000), { url: large.url, bytes: 2600 });
  assert.deepEqual(
    large.requests.map((each) => each.uids.length),
    [2, 2],
  );
  assert.deepEqual(await stow([], { url }), { outcomes: [], stored: 0, complete: false, repeated: 0 });
});

test("what the server says of single instances counts, in JSON and in XML", async () => {
  const failed = /** @type {[string, number][]} */ ([["1.2.3.2", 0xa700]]);
  for (const [type, write] of /** @type {const} */ ([
    ["application/dicom+json", jsonOf],
    ["application/dicom+xml", xmlOf],
    ["text/plain", xmlOf],
  ])) {
    const { url, requests } = await archive({ status: 202, type, body: () => write({ stored: ["1.2.3.1"], failed }) });
    const delivery = await stow(some(3), { url, ...quick });
    assert.deepEqual(states(delivery), ["stored 1", "refused failure-a700 1", "unknown unconfirmed 1"], type);
    assert.equal(requests.length, 1, "what is refused is not sent again");
    assert.equal(delivery.complete, false);
  }
});

test("409: what failed is refused one by one, and the rest goes on", async () => {
  const failed = /** @type {[string, number][]} */ ([
    ["1.2.3.1", 0x0122],
    ["1.2.3.2", 0xc000],
  ]);
  const { url, requests } = await archive({ status: 409, body: () => jsonOf({ failed }) }, { status: 409 });
  const delivery = await stow(some(5), { url, files: 2, ...quick });
  assert.deepEqual(states(delivery), [
    "refused failure-0122 1",
    "refused failure-c000 1",
    "refused http-409 1",
    "refused http-409 1",
    "stored 1",
  ]);
  assert.equal(requests.length, 3);
});

test("401 ends it: nothing is tried again, and what was not sent is said", async () => {
  const { url, requests } = await archive({}, { status: 401 });
  const delivery = await stow(some(6), { url, files: 2, ...quick });
  assert.deepEqual(states(delivery), [
    "stored 1",
    "stored 1",
    "refused http-401 1",
    "refused http-401 1",
    "unsent http-401 0",
    "unsent http-401 0",
  ]);
  assert.deepEqual([delivery.code, requests.length], ["http-401", 2]);
  const again = await stow(
    delivery.outcomes.filter(({ state }) => state !== "stored").map(({ file }) => file),
    { url },
  );
  assert.ok(again.complete, "what is left can be sent later");
});

test("500 once, 429 and 503 with a wait: tried again, and told so", async () => {
  const { url, requests } = await archive({ status: 500 }, { status: 429, headers: { "retry-after": "0" } }, { status: 503 });
  const retries = [];
  const onretry = ({ next, code, files }) => {
    retries.push([next, code, files]);
    return undefined;
  };
  const delivery = await stow(some(3), { url, ...quick, onretry });
  assert.deepEqual(states(delivery), ["stored 4", "stored 4", "stored 4"]);
  assert.equal(delivery.repeated, 3);
  assert.deepEqual(retries, [
    [2, "http-500", 3],
    [3, "http-429", 3],
    [4, "http-503", 3],
  ]);
  assert.equal(requests.length, 4);
});

test("a server that stays broken ends it, after so many tries", async () => {
  const { url, requests } = await archive(...Array.from({ length: 9 }, () => ({ status: 502 })));
  const delivery = await stow(some(2), { url, files: 1, tries: 3, ...quick });
  assert.deepEqual(states(delivery), ["unknown http-502 3", "unsent http-502 0"]);
  assert.equal(requests.length, 3);
});

test("a connection that is cut half-way: tried again, and all arrives", async () => {
  const { url, taken } = await archive({ cut: "early" });
  const delivery = await stow(some(3, 300_000), { url, ...quick });
  assert.deepEqual(states(delivery), ["stored 2", "stored 2", "stored 2"]);
  assert.deepEqual([...taken.values()], [1, 1, 1]);
});

test("a connection that is cut after all was taken: the duplicates of the second try are no refusals", async () => {
  const failed = (stored) => /** @type {[string, number][]} */ (stored.map((uid) => [uid, 0x0111]));
  const turns = [
    { cut: "late", keep: true },
    { status: 409, body: (stored) => jsonOf({ failed: failed(stored) }) },
  ];
  const { url } = await archive(.../** @type {any} */ (turns));
  assert.deepEqual(states(await stow(some(2), { url, ...quick })), ["stored 2", "stored 2"]);
  const first = await archive({ status: 409, body: (stored) => jsonOf({ failed: failed(stored) }) });
  assert.deepEqual(states(await stow(some(1), { url: first.url, ...quick })), ["refused failure-0111 1"], "at the first try they are");
});

test("functions of the portal's own that fail lose nothing", async () => {
  const { url } = await archive({}, { status: 500 });
  const fails = () => {
    throw new Error("broken");
  };
  const delivery = await stow(some(2), { url, files: 1, ...quick, onprogress: fails, onretry: fails });
  assert.deepEqual(states(delivery), ["stored 1", "unknown http-500 1"]);
  assert.ok((await putAll(some(2), { address: (_, index) => `${url}/${index}`, onprogress: fails })).complete);
});

test("what was sent once stays unknown where the second try cannot begin", async () => {
  const { url } = await archive({ cut: "late" });
  let asked = 0;
  const headers = () => {
    if (asked++ > 0) throw new Error("signed out");
    return {};
  };
  assert.deepEqual(states(await stow(some(2), { url, files: 1, ...quick, headers })), ["unknown portal 1", "unsent portal 0"]);
});

test("nobody has to let anything be sent twice", async () => {
  const { url, requests } = await archive({ cut: "late" });
  const delivery = await stow(some(2), { url, ...quick, onretry: () => false });
  assert.deepEqual(states(delivery), ["unknown network 1", "unknown network 1"]);
  assert.equal(requests.length, 1);
});

test("too much for one request is sent in halves, and one file that is too large is refused", async () => {
  const { url, requests } = await archive({ status: 413 }, { status: 413 }, {}, { status: 413 });
  const delivery = await stow(some(4), { url, ...quick });
  assert.deepEqual(
    requests.map((each) => each.uids.length),
    [4, 2, 1, 1, 2],
  );
  assert.deepEqual(states(delivery), ["stored 3", "refused http-413 3", "stored 2", "stored 2"]);
});

test("a signal ends it at once, whatever is underway; what is known is still told", async () => {
  for (const turn of /** @type {import("./archive.mjs").Turn[]} */ ([{ hang: true }, { status: 503, headers: { "retry-after": "30" } }])) {
    const { url, requests } = await archive({}, turn);
    const stop = new AbortController();
    const begun = performance.now();
    const onretry = () => void setTimeout(() => stop.abort(), 20);
    const running = stow(some(4), { url, files: 1, ...quick, signal: stop.signal, onretry });
    while (requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    if (turn.hang) stop.abort();
    const delivery = await running;
    assert.ok(performance.now() - begun < 5000);
    assert.deepEqual(states(delivery), ["stored 1", "unknown aborted 1", "unsent aborted 0", "unsent aborted 0"]);
    assert.equal(delivery.code, "aborted");
  }
  const { url, requests } = await archive();
  assert.deepEqual(states(await stow(some(1), { url, signal: AbortSignal.abort() })), ["unsent aborted 0"]);
  assert.equal(requests.length, 0);
});

test("silence has an end, too", async () => {
  const { url } = await archive({ hang: true });
  assert.deepEqual(states(await stow(some(1), { url, ...quick, timeout: 100 })), ["stored 2"]);
});

test("a redirect is not followed, and ends it", async () => {
  const elsewhere = await archive();
  const { url, requests } = await archive({ status: 307, headers: { location: elsewhere.url } });
  assert.deepEqual(states(await stow(some(2), { url, files: 1, ...quick })), ["unknown redirect 1", "unsent redirect 0"]);
  assert.deepEqual([requests.length, elsewhere.requests.length], [1, 0]);
});

test("200 with a list counts for those on it; without one it means all; an answer that breaks off is none", async () => {
  const { url } = await archive(
    { body: () => jsonOf({ stored: ["1.2.3.1"] }) },
    { body: () => "" },
    { status: 202, body: () => "{", keep: true },
  );
  const delivery = await stow(some(6), { url, files: 2, ...quick });
  assert.deepEqual(states(delivery), [
    "stored 1",
    "unknown unconfirmed 1",
    "stored 1",
    "stored 1",
    "unknown unconfirmed 1",
    "unknown unconfirmed 1",
  ]);
});

test("what was not cleaned here never goes out, and neither does what is no instance", async () => {
  const { url, requests } = await archive();
  const original = new File([part10(IMAGE, "1.2.3", [[0x00100010, "PN", "Fairweather^Johanna"]])], "IM1");
  const strangers = [original, new File(["\xff\xd8 photo"], "a.jpg"), clean("1.2.3.9", 1, "1.2.840.10008.1.3.10"), new File([], "empty")];
  const delivery = await stow([...strangers, clean("1.2.3.1")], { url });
  assert.deepEqual(states(delivery), [
    "unsent not-cleaned 0",
    "unsent not-dicom 0",
    "unsent directory 0",
    "unsent not-dicom 0",
    "stored 1",
  ]);
  assert.deepEqual(
    requests.map((each) => each.uids),
    [["1.2.3.1"]],
  );
  assert.deepEqual(await identify(clean("1.2.3.4")), { uid: "1.2.3.4" });
  assert.match(
    readFileSync(join(root, "src/write.rs"), "utf8"),
    new RegExp(`IMPLEMENTATION: &str = "${IMPLEMENTATION.replaceAll(".", "\\.")}"`),
  );
});

test("no code and no error holds an address or a value", async () => {
  const { url } = await archive({ status: 500, body: () => "Fairweather 1.2.3.1" });
  const secret = `${url}?token=s3cret`;
  const delivery = await stow(some(1), { url: secret, tries: 1, headers: { authorization: "Bearer s3cret" } });
  const failed = await stow(some(1), { url: "http://s3cret.invalid:bad/", tries: 1 });
  const portal = await stow(some(1), {
    url,
    headers: () => {
      throw new Error("s3cret");
    },
  });
  for (const each of [delivery, failed, portal]) {
    const told = JSON.stringify({ ...each, outcomes: each.outcomes.map(({ file: _, ...rest }) => rest) });
    assert.doesNotMatch(told, /s3cret|Fairweather|1\.2\.3/);
  }
  assert.deepEqual([delivery, failed, portal].flatMap(states), ["unknown http-500 1", "unknown network 1", "unsent portal 0"]);
});

test("answers that are none are not taken for one", () => {
  for (const text of [undefined, "", "  ", "{}", "[]", "null", "<html><body>Sign in</body></html>", "{broken", '"text"']) {
    assert.equal(readStored(text), undefined, String(text));
  }
  assert.deepEqual(readStored(`[${jsonOf({ stored: ["1.2"] })}]`)?.stored, new Set(["1.2"]));
  const nested = xmlOf({ stored: ["1.2"] }).replaceAll(/<(\/?)(DicomAttribute|Item|Value)/g, "<$1dcm:$2");
  assert.deepEqual(readStored(nested)?.stored, new Set(["1.2"]));
});

test("signed addresses: one PUT each, asked for anew at each try, and one refusal stops nothing", async () => {
  const { url, requests, taken } = await archive({ status: 500 }, { status: 403 });
  const asked = [];
  const address = (_, index) => {
    asked.push(index);
    return { url: `${url}/${index}?signature=${asked.length}`, headers: { authorization: `v${asked.length}` } };
  };
  const delivery = await putAll(some(3), { address, parallel: 1, ...quick });
  assert.deepEqual(states(delivery), ["refused http-403 2", "stored 1", "stored 1"]);
  assert.deepEqual(asked, [0, 0, 1, 2]);
  assert.deepEqual(
    requests.map(({ method, path, authorization }) => [method, path.slice("/studies".length), authorization]),
    [
      ["PUT", "/0?signature=1", "v1"],
      ["PUT", "/0?signature=2", "v2"],
      ["PUT", "/1?signature=3", "v3"],
      ["PUT", "/2?signature=4", "v4"],
    ],
  );
  assert.equal(taken.size, 2);
  const many = await archive();
  const all = await putAll(
    some(20).map((blob) => ({ blob })),
    { address: (_, index) => `${many.url}/${index}`, parallel: 4 },
  );
  assert.deepEqual([all.complete, many.taken.size, [...many.taken.values()].every((count) => count === 1)], [true, 20, true]);
  const stopped = await putAll(some(2), { address: () => url, signal: AbortSignal.abort() });
  assert.deepEqual([states(stopped), stopped.code], [["unsent aborted 0", "unsent aborted 0"], "aborted"]);
  const lost = await putAll(some(1), { address: () => Promise.reject(new Error("no")) });
  assert.deepEqual(states(lost), ["unsent portal 0"]);
});

test("a policy by address: JSON objects alone, and no redirect", async () => {
  const rules = { version: 1, name: "ours", options: [] };
  const { url } = await archive(
    { body: () => JSON.stringify(rules) },
    { body: () => "[]" },
    { body: () => "<html>" },
    { status: 404 },
    { status: 302, headers: { location: "/elsewhere" } },
  );
  assert.deepEqual(await policyFrom(url), rules);
  for (const code of ["policy", "policy", "http-404", "redirect"]) {
    await assert.rejects(policyFrom(url), (error) => error instanceof PolicyError && error.code === code && !error.message.includes(url));
  }
  await assert.rejects(policyFrom("http://127.0.0.1:1/"), (error) => error instanceof PolicyError && error.code === "network");
});

/** The engine's two passes over toy files: order, names, grouping, archives, report. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { outputsOf } from "../../www/engine/clean.ts";
import { crc32 } from "../../www/engine/crc.ts";
import { BASIC, OPTIONS } from "../../www/engine/options.ts";
import { Verified } from "../../www/engine/verified.ts";
import { archive, items, runAll, toy, toyEngine } from "./engine-toys.mjs";

const SECRET = "JANE^DOE";

test("names are counters in input order, whatever worker was first", async () => {
  const files = {};
  for (let n = 0; n < 60; n++) {
    const what = { patient: n % 3 === 2 ? "B" : "A", study: `S${n % 2}`, series: `X${n % 5}`, scrub: n % 7 === 0 ? "pause" : undefined };
    files[`in/${String(n).padStart(3, "0")}`] = toy(what, `pixels ${n}`);
  }
  const given = items(files).reverse();
  const runs = [];
  for (const workers of [1, 4]) {
    const { engine } = toyEngine({ workers });
    runs.push(await runAll(engine, given));
    engine.dispose();
  }
  assert.deepEqual(runs[0].outputs, runs[1].outputs);
  assert.deepEqual(runs[0].result.report, runs[1].result.report);
  const names = runs[0].result.files.map((file) => file.name);
  assert.equal(names.length, 60);
  assert.equal(new Set(names).size, 60);
  assert.equal(names[0], "SUBJECT/STUDY001/SERIES001/IMAGE00001.dcm");
  assert.equal(names[1], "SUBJECT/STUDY002/SERIES001/IMAGE00001.dcm");
  assert.equal(names[2], "SUBJECT002/STUDY001/SERIES001/IMAGE00001.dcm");
  assert.equal(names[10], "SUBJECT/STUDY001/SERIES001/IMAGE00002.dcm", "10 is of patient A, study 0 and series 0, as 0 is");
  assert.match(runs[0].outputs[names[0]], /^clean \|A\|B\npixels 0$/, "everybody's identifiers are hunted in every file");
});

test("files that name more than can be searched for are withheld, the heaviest first; the others leave", async () => {
  const MB = 1024 * 1024;
  const heavy = { a: 1, b: 3, c: 2, d: 1.5 };
  const files = Object.fromEntries(
    Object.entries(heavy).map(([name, mb]) => [name, toy({ patient: name.toUpperCase(), weight: mb * MB })]),
  );
  for (const workers of [1, 3]) {
    const { engine } = toyEngine({ workers });
    const { result, outputs } = await runAll(engine, items(files));
    engine.dispose();
    assert.deepEqual(
      result.withheld.map(({ path, code }) => [path, code]),
      [
        ["b", "too-many"],
        ["c", "too-many"],
      ],
    );
    for (const output of Object.values(outputs)) assert.match(output, /^clean \|A\|D\n/);
    assert.equal(Object.keys(outputs).length, 2);
  }
});

test("what is withheld or left out makes no gap in the names, and counts by ordinal", async () => {
  const { engine } = toyEngine();
  const { review, result } = await runAll(
    engine,
    items({
      "a.dcm": toy({ refuse: "depth" }),
      "b.dcm": toy({}, "b"),
      "c.txt": new TextEncoder().encode("hello"),
      "d.dcm": toy({ code: "writing" }),
      "e.dcm": toy({ scrub: "refuse" }),
      "f.dcm": toy({}, "f"),
      DICOMDIR: toy({ other: "dicomdir" }),
    }),
  );
  engine.dispose();
  assert.deepEqual(review.withheld, [{ ordinal: 2, path: "a.dcm", code: "depth" }]);
  assert.deepEqual(review.refused, [{ ordinal: 5, path: "d.dcm", code: "writing" }]);
  assert.deepEqual(review.leftOut, [
    { ordinal: 1, path: "DICOMDIR", what: "dicomdir" },
    { ordinal: 4, path: "c.txt", what: "unknown" },
  ]);
  assert.equal(review.instances, 4);
  assert.deepEqual(
    result.files.map(({ ordinal, name }) => [ordinal, name.slice(-14)]),
    [
      [3, "IMAGE00001.dcm"],
      [7, "IMAGE00002.dcm"],
    ],
  );
  assert.deepEqual(
    result.withheld.map(({ ordinal, code }) => `${ordinal} ${code}`),
    ["2 depth", "5 writing", "6 depth"],
  );
  assert.deepEqual(result.report.totals, { found: 7, verified: 2, withheld: 3, leftOut: 2 });
  assert.deepEqual(result.report.withheld, { depth: 2, writing: 1 });
});

test("the review groups patients, studies and series, and tells a series that would be withheld whole", async () => {
  const { engine } = toyEngine();
  const review = await engine.read(
    items({
      a: toy({ patient: "A", series: "1" }),
      b: toy({ patient: "A", series: "1", code: "writing" }),
      c: toy({ patient: "A", series: "2", code: "video" }),
      d: toy({ patient: "B" }),
    }),
  );
  assert.deepEqual(
    review.patients.map((patient) => [
      patient.shown.name,
      patient.studies.map((study) => study.series.map((s) => [s.instances, s.refused, s.code])),
    ]),
    [
      [
        "A",
        [
          [
            [2, 1, undefined],
            [1, 1, "video"],
          ],
        ],
      ],
      ["B", [[[1, 0, undefined]]]],
    ],
  );
  assert.equal(review.removes.names, 8);
  const series = review.patients[0].studies[0].series[0].key;
  const { report, files } = await engine.clean(review, { series: new Set([series]) });
  assert.equal(files.length, 1);
  assert.deepEqual(report.leftOut, [{ ordinal: 4, kind: "not-chosen" }]);
  assert.deepEqual((await engine.preview(review, series, 64)).width, 1);
  assert.equal(await engine.preview(review, "no such series", 64), undefined);
  engine.dispose();
});

test("zips are opened, and zips in them, but none deeper", async () => {
  const { engine } = toyEngine();
  const deep = archive({ "x.dcm": toy({}, "too deep") });
  const nested = archive({ "1.dcm": toy({}, "nested"), "deeper.zip": deep });
  const zip = archive({
    "b/2.dcm": toy({}, "in zip"),
    "inner.zip": nested,
    "locked.dcm": "archive-encrypted",
    "notes.txt": new Uint8Array(4),
  });
  const { review, result, outputs } = await runAll(engine, items({ "z.zip": zip, "a.dcm": toy({}, "plain"), "empty.zip": archive({}) }));
  engine.dispose();
  assert.deepEqual(
    Object.values(outputs).map((text) => text.split("\n")[1]),
    ["plain", "in zip", "nested"],
  );
  assert.deepEqual(review.leftOut, [
    { ordinal: 2, path: "empty.zip", what: "zip" },
    { ordinal: 7, path: "z.zip/notes.txt", what: "unknown" },
  ]);
  assert.deepEqual(result.withheld, [
    { ordinal: 5, path: "z.zip/inner.zip/deeper.zip", code: "archive-depth" },
    { ordinal: 6, path: "z.zip/locked.dcm", code: "archive-encrypted" },
  ]);
});

test("a zip of 50,000 entries is read in seconds", { timeout: 60_000 }, async () => {
  const { engine } = toyEngine();
  const body = toy({}, "x");
  const entries = Array.from({ length: 50_000 }, (_, n) => ({ name: `f${n}`, at: 0, size: body.length }));
  const zip = toy({ entries }, body);
  const shared = new Uint8Array(new SharedArrayBuffer(zip.length));
  shared.set(zip);
  const started = performance.now();
  const review = await engine.read([{ path: "z.zip", data: shared }]);
  const took = performance.now() - started;
  engine.dispose();
  assert.equal(review.instances, 50_000);
  assert.ok(took < 30_000, `${took} ms`);
});

test("the report adds up ledgers, and holds no original", async () => {
  const { engine } = toyEngine({ map: true });
  const given = items({
    [`${SECRET}/a.dcm`]: toy({ patient: SECRET }),
    [`${SECRET}/b.dcm`]: toy({ patient: SECRET }),
    [`${SECRET}.txt`]: new Uint8Array(3),
  });
  const { result } = await runAll(engine, given);
  engine.dispose();
  assert.deepEqual(result.report.attributes, [
    { path: "0040A730[].PersonName", action: "remove", rule: "X", count: 6 },
    { path: "PatientName", action: "replace", rule: "D", count: 2 },
  ]);
  assert.deepEqual(result.report.policy, {
    name: "share",
    options: [
      { code: "113100", meaning: "Basic Application Confidentiality Profile" },
      { code: "113108", meaning: "Retain Patient Characteristics Option" },
    ],
  });
  assert.ok(!JSON.stringify(result.report).includes(SECRET));
  assert.ok(JSON.stringify(result.map).includes(SECRET), "the control: the private map holds it");
  assert.deepEqual(result.map, [
    { kind: "file", original: `${SECRET}/a.dcm`, replacement: "SUBJECT/STUDY001/SERIES001/IMAGE00001.dcm" },
    { kind: "file", original: `${SECRET}/b.dcm`, replacement: "SUBJECT/STUDY001/SERIES001/IMAGE00002.dcm" },
    { kind: "patient_id", original: SECRET, replacement: "ID1" },
  ]);
});

test("a directory is made where it is asked for, of every verified file in the order of names", async () => {
  const given = () =>
    items({
      "1/a": toy({ patient: SECRET }),
      "1/b": toy({ patient: SECRET, series: "Y" }),
      "2/c": toy({ patient: "ROE" }),
      "3/d": toy({ refuse: "depth" }),
      "3/e": toy({ patient: SECRET, scrub: "refuse" }),
    });
  const names = ["PT000001/ST000001/SE000001", "PT000001/ST000001/SE000002", "PT000002/ST000001/SE000001"].map(
    (folder) => `DICOM/${folder}/IM000001`,
  );
  const { engine } = toyEngine({ directory: true, map: true });
  const { result, review } = await runAll(engine, given());
  assert.deepEqual(
    result.files.map(({ name }) => name),
    names,
  );
  assert.deepEqual(
    result.map.filter(({ kind }) => kind === "file").map(({ replacement }) => replacement),
    names,
  );
  assert.equal(result.directory.status, "verified");
  const { file } = result.directory;
  assert.ok(file instanceof Verified);
  assert.deepEqual([file.name, file.ordinal, file.size], ["DICOMDIR", 0, file.blob.size]);
  assert.equal(file.crc, crc32(new Uint8Array(await file.blob.arrayBuffer())));
  const lines = (await file.blob.text()).split("\n");
  assert.equal(lines[0], `directory |${SECRET}|ROE`, "the batch's identifiers are hunted in it");
  assert.deepEqual(
    lines.slice(1).filter((_, at) => at % 2 === 0),
    names,
  );
  assert.deepEqual(result.report.directory, { status: "verified", output: "DICOMDIR" });
  assert.equal(result.report.totals.verified, 3);
  assert.deepEqual(outputsOf(result), [...result.files, file]);
  const plain = await engine.clean(review, { directory: false });
  engine.dispose();
  assert.equal(plain.files[0].name, "SUBJECT/STUDY001/SERIES001/IMAGE00001.dcm");
  assert.ok(!("directory" in plain) && !("directory" in plain.report));
  assert.deepEqual(outputsOf(plain), plain.files);
});

test("a directory that does not pass is said so, and the files stand", async () => {
  for (const [unlisted, code] of [
    ["residue", "residue"],
    ["trap", "worker-died"],
  ]) {
    const { engine } = toyEngine({ directory: true });
    const { result } = await runAll(engine, items({ a: toy({ unlisted }), b: toy({}) }));
    assert.deepEqual(result.directory, { status: "withheld", code });
    assert.deepEqual(result.report.directory, { status: "withheld", code });
    assert.equal(result.files.length, 2);
    assert.deepEqual(outputsOf(result), result.files);
    const { result: none } = await runAll(engine, items({ a: toy({ refuse: "depth" }) }));
    engine.dispose();
    assert.ok(!("directory" in none), "nothing to list");
  }
});

test("nobody but the engine makes a verified file", () => {
  const made = { ordinal: 1, name: "x", size: 1, crc: 0, blob: new Blob(["x"]) };
  for (const proof of [undefined, null, Symbol("verified"), "verified"]) assert.throws(() => new Verified(proof, made), TypeError);
});

test("a review of another engine, and a second run at a time, are refused", async () => {
  const one = toyEngine();
  const two = toyEngine();
  const given = items({ a: toy({}) });
  const first = one.engine.read(given);
  await assert.rejects(one.engine.read(given), { code: "busy" });
  const review = await first;
  assert.throws(() => two.engine.clean(review), TypeError);
  one.engine.dispose();
  two.engine.dispose();
});

test("bytes that only the page can read are sent to the worker", async () => {
  const { engine } = toyEngine();
  const big = toy({}, "x".repeat(300_000));
  const zip = archive({ "1.dcm": toy({}, "one"), "2.dcm": big, "in.zip": archive({ "3.dcm": toy({}, "three") }) });
  const files = { "a.dcm": toy({}, "plain"), "b.zip": zip };
  const blobs = Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, new Blob([bytes])]));
  const byHand = await runAll(engine, items(blobs));
  const direct = await runAll(engine, items(files));
  engine.dispose();
  assert.equal(byHand.result.files.length, 4);
  assert.deepEqual(byHand.outputs, direct.outputs);
});

test("of sources too large to send, the page sends the pieces that are asked for", { timeout: 60_000 }, async () => {
  const { engine } = toyEngine();
  const filler = Buffer.alloc(70 * 1024 * 1024);
  const zip = archive({ "0.bin": filler, "1.dcm": toy({}, "behind") });
  const blobs = { "big.dcm": new Blob([toy({}, filler)]), "big.zip": new Blob([zip]) };
  const { review, result, outputs } = await runAll(engine, items(blobs));
  engine.dispose();
  assert.equal(review.instances, 2);
  assert.deepEqual(review.withheld, [{ ordinal: 2, path: "big.zip/0.bin", code: "unreadable" }]);
  assert.deepEqual(
    result.withheld.map(({ path, code }) => `${path} ${code}`),
    ["big.dcm unreadable", "big.zip/0.bin unreadable"],
  );
  assert.deepEqual(Object.values(outputs), ["clean |P\nbehind"]);
});

test("the codes in reports are those that the core writes into files", () => {
  const core = readFileSync(new URL("../../src/profile/policy.rs", import.meta.url), "utf8");
  const codes = [...core.matchAll(/Self::(\w+) => \("(\d+)", "([^"]+)"\)/g)].map(([, name, code, meaning]) => [
    name.replace(/(?!^)([A-Z])/g, "-$1").toLowerCase(),
    { code, meaning },
  ]);
  assert.equal(codes.length, 12);
  assert.deepEqual(OPTIONS, Object.fromEntries(codes));
  assert.ok(core.includes(`BASIC: (&str, &str) = ("${BASIC.code}", "${BASIC.meaning}")`));
});

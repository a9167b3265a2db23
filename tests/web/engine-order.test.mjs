/** What a disc's list of contents decides: the order, and nothing else. */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { arranged } from "../../www/engine/arrange.ts";
import { orderOf } from "../../www/engine/contents.ts";
import { explainedIn } from "../../www/engine/explained.ts";
import { sample } from "../../www/files/sample.ts";
import { part10 } from "../../www/files/sample-dicom.ts";
import { realEngine } from "./engine-real.mjs";
import { items, toy, toyEngine } from "./engine-toys.mjs";

const LIST = "1.2.840.10008.1.3.10";

/** A list of these records, each `{ file, next, lower }` with the places of others; the first is the root's. */
function listOf(records) {
  const made = (offsets) => {
    const long = (at) => {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, at === undefined ? 0 : (offsets[at] ?? 0), true);
      return bytes;
    };
    const item = ({ file, next, lower, name }) => [
      [0x00041400, "UL", long(next)],
      [0x00041420, "UL", long(lower)],
      [0x00041430, "CS", file ? "IMAGE" : "SERIES"],
      ...(file ? [[0x00041500, "CS", file]] : []),
      ...(name ? [[0x00100010, "PN", name]] : []),
      // Stepped over: items inside a record.
      [0x00081140, "SQ", [[[0x00081150, "UI", "1.2.3"]]]],
    ];
    return part10(LIST, "2.25.1", [
      [0x00041130, "CS", "DISC"],
      [0x00041200, "UL", long(0)],
      [0x00041220, "SQ", records.map(item)],
    ]);
  };
  // The records' own places are known once they are written: each begins with an Item that holds (0004,1400) first.
  const blank = Buffer.from(made([]));
  const offsets = [];
  const mark = Buffer.from([0x04, 0x00, 0x00, 0x14, 0x55, 0x4c]);
  for (let at = blank.indexOf(mark); at >= 0; at = blank.indexOf(mark, at + 1)) offsets.push(at - 8);
  assert.equal(offsets.length, records.length);
  return made(offsets);
}

const records = [{ next: 4, lower: 2 }, { file: "D\\C", name: "Wrong^Person" }, { file: "D\\B ", next: 3 }, { file: "D\\A" }, { lower: 1 }];

test("files come in the order of the records' offsets, what is below one before what is beside it", () => {
  assert.deepEqual(orderOf(listOf(records)), ["D/B", "D/A", "D/C"]);
  const round = [
    { file: "A", next: 1 },
    { file: "B", next: 0, lower: 1 },
  ];
  assert.deepEqual(orderOf(listOf(round)), ["A", "B"], "no record twice");
  assert.equal(orderOf(new TextEncoder().encode("no list".padEnd(200))), undefined);
});

test("no list, however it is cut off or changed, gives more than an order or nothing", () => {
  const whole = listOf(records);
  for (let seed = 1; seed < 4000; seed++) {
    const bytes = whole.slice(0, seed % 3 === 0 ? whole.length : 132 + ((seed * 7919) % (whole.length - 132)));
    for (let n = 0; n < seed % 4; n++) bytes[132 + ((seed * (n + 3) * 104729) % (bytes.length - 132 || 1))] = (seed * (n + 1) * 31) & 255;
    const order = orderOf(bytes);
    assert.ok(order === undefined || order.length <= bytes.length / 8);
  }
});

test("listed files change places among themselves; all else stays", () => {
  const find = (path, kind = "instance", more = {}) => ({ place: { path }, kind, ...more });
  const list = find("disc/DICOMDIR", "other", { what: "dicomdir", order: ["D/B", "D/NONE", "D/A"] });
  const finds = [list, find("disc/d/a"), find("disc/D/AA"), find("disc/D/B.;1"), find("other/D/B"), find("disc/D/NONE", "withheld")];
  assert.deepEqual(
    arranged(finds).map(({ place }) => place.path),
    ["disc/DICOMDIR", "disc/D/B.;1", "disc/D/AA", "disc/d/a", "other/D/B", "disc/D/NONE"],
  );
});

test("a disc is shown and counted in its list's order; whom the list names is nobody's business", async (t) => {
  const engine = realEngine();
  t.after(() => engine.dispose());
  const instances = sample().filter(({ path }) => /IM000[1-3]$/.test(path));
  const paths = instances.map(({ path }) => path).sort();
  const folder = paths[0].slice(0, paths[0].indexOf("/") + 1);
  const back = [...paths].reverse().map((path, at) => ({
    file: path.slice(folder.length).replaceAll("/", "\\"),
    ...(at < paths.length - 1 && { next: at + 1 }),
    name: "Wrong^Person",
  }));
  const list = { path: `${folder}DICOMDIR`, data: new Uint8Array(listOf(back)) };
  for (const given of [instances, [...instances, list]]) {
    const review = await engine.read(given);
    const { files } = await engine.clean(review);
    // Ordinals follow the order, and names follow ordinals: what is last without the list is first with it.
    assert.deepEqual(
      files.map(({ name }) => name.slice(-14)),
      paths.map((_, at) => `IMAGE0000${at + 1}.dcm`),
    );
    seen.push(await Promise.all(files.map(({ blob }) => hashOf(blob))));
    assert.ok(!JSON.stringify(review).includes("Wrong"));
  }
  assert.deepEqual(seen[1], [...seen[0]].reverse());
});

const seen = [];

async function hashOf(blob) {
  return Buffer.from(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer())).toString("hex");
}

test("what was found is told while files are read; enough is what was read so far, and the rest is said", async (t) => {
  const { engine } = toyEngine({ workers: 2 });
  t.after(() => engine.dispose());
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, n) => [`in/${1000 + n}`, toy({ read: "pause", series: `X${n % 3}` }, `${n}`)]),
  );
  const enough = new AbortController();
  const told = [];
  const review = await engine.read(items(files), {
    enough: enough.signal,
    onfound: (soFar) => {
      told.push(soFar.instances);
      if (told.length === 2) enough.abort();
    },
  });
  const unread = review.leftOut.filter(({ what }) => what === "not-read").length;
  assert.ok(told[0] === 1 && told[1] > 1, `${told}`);
  assert.ok(review.instances >= told[1] && review.instances < 200, `${review.instances}`);
  assert.deepEqual([review.instances + unread, review.withheld], [400, []]);
  const { files: clean, report } = await engine.clean(review);
  assert.equal(clean.length, review.instances);
  assert.deepEqual(new Set(report.leftOut.map(({ kind }) => kind)), new Set(["not-read"]));
  // The engine is as good as before.
  assert.equal((await engine.read(items({ a: toy({}) }))).instances, 1);
});

test("numbers are read, what is said of the whole file takes the place of what stood there, and garbage is none", () => {
  const letters = (...bytes) => String.fromCharCode(...bytes.map((byte) => byte + 0x100));
  const lines = [
    "3\t2\t1\t0",
    `(0010,0010)\tPN\tnames\treplace\tbasic\tDoe\tOLD`,
    `(0028,0010)\tUS\tother\tkeep\tvalue\t${letters(0, 2, 9, 0)}\t${letters(0, 2, 9, 0)}`,
    `(0018,9087)\tFD\tother\tkeep\tvalue\t${letters(0, 0, 0, 0, 0, 0, 0xf8, 0x3f)}\t`,
    `(0040,A730)\tSQ\tother\tremove\t113104\t[1]\t`,
    `(0040,A730)\tSQ\tother\tremove\t113104\t[1]\t`,
    `(0010,0010)\tPN\tnames\tadd\tstatement\t\tNEW`,
    `(0012,0062)\tCS\tother\tadd\tstatement\t\tYES`,
  ];
  const { rows, more, private: makers, graphics } = explainedIn(lines.join("\n"));
  assert.deepEqual([more, makers, graphics], [3, 2, 1]);
  assert.deepEqual(
    rows.map(([path, , , action, rule, before, after]) => [path, action, rule, before, after].join("|")),
    [
      "(0010,0010)|replace|basic|Doe|NEW",
      "(0012,0062)|add|statement||YES",
      "(0018,9087)|keep|value|1.5|",
      "(0028,0010)|keep|value|512\\9|512\\9",
      "(0040,A730)|remove|113104|[1]|",
      "(0040,A730)|remove|113104|[1]|",
    ],
  );
  assert.throws(() => explainedIn("0\t0\t0\t0\nno row"), TypeError);
});

test("every field of a file is told: what is done to it, by which rule, before and after, as the cleaning does it", async (t) => {
  const engine = realEngine();
  t.after(() => engine.dispose());
  const review = await engine.read(sample().filter(({ path }) => /IM000[1-3]$/.test(path)));
  const [{ key }] = review.patients[0].studies[0].series;
  const { rows, private: makers } = await engine.explain(review, key);
  const of = (path) => rows.find((row) => row[0] === path)?.slice(2);
  assert.deepEqual(of("(0008,0060)").slice(1), ["keep", "term", "CT", "CT"]);
  assert.deepEqual(of("(0010,0030)").slice(1, 2), ["empty"]);
  assert.match(of("(0010,0030)")[3], /^\d{8}$/);
  const [kind, action, , before, after] = of("(0010,0010)");
  assert.deepEqual([kind, action], ["names", "replace"]);
  assert.match(before, /Fairweather/);
  assert.ok(!/Fairweather/.test(after) && after.length > 3);
  assert.deepEqual(of("(0012,0062)"), ["other", "add", "statement", "", "YES"]);
  assert.ok(
    rows.some(([path]) => path.includes("[].")),
    "what is inside of Sequences, too",
  );
  assert.ok(makers > 0, "fields of makers are counted");
  assert.deepEqual(
    rows.map(([path]) => path.slice(0, 11)),
    rows.map(([path]) => path.slice(0, 11)).sort(),
  );
  const { report, files } = await engine.clean(review);
  const done = new Map(report.attributes.map(({ path, action }) => [path, action]));
  const told = rows.filter(([path, , , action]) => !["add", "replace"].includes(action) && path.length === 11);
  assert.ok(told.length > 20);
  for (const [path, , , action] of told) assert.equal(done.get(path), action, path);
  const out = Buffer.from(await files[0].blob.arrayBuffer()).toString("latin1");
  for (const path of ["(0010,0010)", "(0010,0020)", "(0008,0020)"]) assert.ok(out.includes(of(path)[4]), path);
  assert.equal(await engine.explain(review, "no such series"), undefined);
});

const corpus = `${process.env.SCRUB_CORPUS}/dicomdir/pydicom__pydicom/src/pydicom/data/test_files/dicomdirtests/`;

test("lists of others are followed", { skip: existsSync(corpus) ? false : "SCRUB_CORPUS names no corpus with lists" }, () => {
  const lists = { DICOMDIR: 31, "DICOMDIR-implicit": 31, "DICOMDIR-reordered": 31, "TINY_ALPHA/DICOMDIR": 50, "DICOMDIR-nopatient": 1 };
  for (const [name, files] of Object.entries(lists))
    assert.equal(orderOf(new Uint8Array(readFileSync(corpus + name)))?.length, files, name);
});

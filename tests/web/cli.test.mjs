/** The command over the toy core: arguments, walking, outputs, and what it says. */

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseArguments, UsageError } from "../../www/cli/args.ts";
import { cell, mapCsv } from "../../www/cli/map.ts";
import { run } from "../../www/cli/run.ts";
import { archive, toy, toyWorker } from "./engine-toys.mjs";
import { EMPTY_WASM, scratch } from "./load.mjs";

const KEY = "01".repeat(32);
const SECRET = "DOE^JANE";
const home = scratch();
const wasm = new URL(`file://${join(home, "core.wasm")}`);
writeFileSync(wasm, EMPTY_WASM);

/** A folder with files by path. */
function folder(name, files) {
  const root = join(home, name);
  mkdirSync(root, { recursive: true });
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  return root;
}

async function scrub(argv, { signal = new AbortController().signal } = {}) {
  const said = { stdout: "", stderr: "" };
  const stream = (name) => ({
    write: (text) => {
      said[name] += text;
    },
  });
  const packs = { pictures: wasm, codecs: wasm, reader: wasm, models: wasm };
  const assets = { wasm, lexicon: wasm, worker: toyWorker, packs };
  const code = await run(argv, { stdout: stream("stdout"), stderr: stream("stderr") }, assets, signal);
  return { code, ...said };
}

/** Every file under a folder, by path, as text. */
function tree(root) {
  const paths = readdirSync(root, { recursive: true }).filter((path) => statSync(join(root, path)).isFile());
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), "latin1")]));
}

const IN = folder("in", {
  [`${SECRET}/1`]: toy({ patient: SECRET }, "one"),
  [`${SECRET}/2.dcm`]: toy({ patient: SECRET }, "x".repeat(400_000)),
  [`${SECRET}/big`]: toy({ patient: SECRET }, "y".repeat(20 * 1024 * 1024)),
  DICOMDIR: toy({ other: "dicomdir" }),
  "z.zip": archive({
    [`${SECRET}.dcm`]: toy({ patient: SECRET }, "zipped"),
    "in.zip": archive({ "4.dcm": toy({ patient: SECRET }, "nested") }),
  }),
});

test("a folder is scrubbed into a folder, and nothing says a name", async () => {
  const out = join(home, "deep/out");
  const extras = ["--report", join(home, "r.json"), "--map", join(home, "m.csv")];
  const { code, stdout, stderr } = await scrub([IN, "--output", out, "--key", KEY, ...extras]);
  assert.equal(code, 0, stderr);
  assert.equal(stdout, "6 found, 5 verified, 0 withheld, 1 left out\n");
  assert.equal(stderr, "");
  const files = tree(out);
  assert.deepEqual(
    Object.keys(files),
    [1, 2, 3, 4, 5].map((n) => `SUBJECT/STUDY001/SERIES001/IMAGE0000${n}.dcm`),
  );
  assert.deepEqual(
    Object.values(files).map((text) => [text.split("\n")[1].slice(0, 6), text.length]),
    [
      ["one", 3],
      ["xxxxxx", 400_000],
      ["yyyyyy", 20 * 1024 * 1024],
      ["zipped", 6],
      ["nested", 6],
    ].map(([begin, length]) => [begin, length + `clean |${SECRET}\n`.length]),
  );
  assert.deepEqual(readdirSync(out), ["SUBJECT"], "nothing temporary stays");
  const report = readFileSync(join(home, "r.json"), "utf8");
  assert.ok(!report.includes("DOE"));
  assert.equal(JSON.parse(report).totals.verified, 5);
  const map = readFileSync(join(home, "m.csv"), "utf8");
  assert.equal(map.split("\r\n")[0], "kind,original,replacement");
  assert.ok(map.includes(`file,z.zip/in.zip/4.dcm,SUBJECT/STUDY001/SERIES001/IMAGE00005.dcm\r\n`));
  assert.ok(map.includes(`file,${SECRET}/1,SUBJECT`));
  assert.equal(statSync(join(home, "m.csv")).mode & 0o077, 0, "the map is its owner's alone");
});

test("a disc has names of its own and a DICOMDIR, in a folder and in a zip", async () => {
  const out = join(home, "disc");
  const map = join(home, "disc.csv");
  const { code, stdout, stderr } = await scrub([IN, "--output", out, "--key", KEY, "--dicomdir", "--map", map]);
  assert.equal(code, 0, stderr);
  assert.equal(stdout, "6 found, 5 verified, 0 withheld, 1 left out\n");
  const names = [1, 2, 3, 4, 5].map((n) => `DICOM/PT000001/ST000001/SE000001/IM00000${n}`);
  const files = tree(out);
  assert.deepEqual(Object.keys(files), [...names, "DICOMDIR"]);
  assert.deepEqual(
    files.DICOMDIR.split("\n").filter((line) => line.startsWith("DICOM/")),
    names,
  );
  assert.deepEqual(readdirSync(out), ["DICOM", "DICOMDIR"], "nothing temporary stays");
  for (const name of names) assert.ok(readFileSync(map, "utf8").includes(`,${name}\r\n`));
  assert.equal((await scrub([IN, "--output", out, "--dicomdir"])).code, 2, "holds an earlier run");
  const zip = join(home, "disc.zip");
  assert.equal((await scrub([IN, "--output", zip, "--key", KEY, "--dicomdir", "--workers", "1"])).code, 0);
  const bytes = readFileSync(zip, "latin1");
  for (const [name, text] of Object.entries(files)) assert.ok(bytes.includes(name) && bytes.includes(text), name);
});

test("a DICOMDIR that is withheld is said so, and the files are there", async () => {
  const root = folder("unlisted", { a: toy({ unlisted: "residue" }), b: toy({}) });
  const [out, report] = [join(home, "unlisted-out"), join(home, "unlisted.json")];
  const { code, stdout, stderr } = await scrub([root, "--output", out, "--dicomdir", "--report", report]);
  assert.deepEqual([code, stderr, stdout], [3, "withheld DICOMDIR residue\n", "2 found, 2 verified, 0 withheld, 0 left out\n"]);
  assert.deepEqual(
    Object.keys(tree(out)),
    [1, 2].map((n) => `DICOM/PT000001/ST000001/SE000001/IM00000${n}`),
  );
  assert.deepEqual(JSON.parse(readFileSync(report, "utf8")).directory, { status: "withheld", code: "residue" });
});

test("one key gives the same bytes, as a folder and as a zip, with any number of workers", async () => {
  for (const [n, workers] of [1, 4].entries()) {
    await scrub([IN, "--output", join(home, `same${n}`), "--key", KEY, "--workers", String(workers)]);
    await scrub([IN, "--output", join(home, `same${n}.zip`), "--key", KEY, "--workers", String(workers)]);
  }
  assert.deepEqual(tree(join(home, "same0")), tree(join(home, "same1")));
  const zip = readFileSync(join(home, "same0.zip"));
  assert.deepEqual(zip, readFileSync(join(home, "same1.zip")));
  assert.ok(zip.includes("SUBJECT/STUDY001/SERIES001/IMAGE00005.dcm"));
  assert.ok(!readdirSync(home).some((name) => name.startsWith(".scan-scrubber")));
});

test("what is withheld is said by ordinal and code, and is no file", async () => {
  const root = folder("bad", {
    a: toy({ refuse: "depth" }),
    b: toy({}),
    c: toy({ scrub: "trap" }),
    d: toy({ code: "writing" }),
    "e.txt": "text",
  });
  const out = join(home, "bad-out");
  const { code, stdout, stderr } = await scrub([root, "--output", out, "--workers", "1"]);
  assert.equal(code, 3);
  assert.equal(stderr, "withheld 1 depth\nwithheld 3 worker-died\nwithheld 4 writing\n");
  assert.equal(stdout, "5 found, 1 verified, 3 withheld, 1 left out\n");
  assert.equal(Object.keys(tree(out)).length, 1);
});

test("a dry run writes nothing but the report", async () => {
  const root = folder("dry", { a: toy({ refuse: "depth" }), b: toy({}) });
  const report = join(home, "dry.json");
  const { code, stdout, stderr } = await scrub([root, "--dry-run", "--output", join(home, "dry-out"), "--report", report]);
  assert.equal(code, 3);
  assert.equal(stderr, "withheld 1 depth\n");
  assert.equal(stdout, "2 found, 1 to be scrubbed, 1 to be withheld, 0 to be left out\ndepth 1\n");
  assert.ok(!existsSync(join(home, "dry-out")));
  assert.deepEqual(JSON.parse(readFileSync(report, "utf8")).totals, { found: 2, planned: 1, withheld: 1, leftOut: 0 });
});

test("inputs: single files, links, names that are no text, files that cannot be read", async () => {
  const root = folder("odd", { "a.dcm": toy({}, "a"), "sub/b.dcm": toy({}, "b") });
  symlinkSync(root, join(root, "circle"));
  symlinkSync(join(root, "a.dcm"), join(root, "link.dcm"));
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0x4d, 0xfc, 0x6c])]), toy({}, "latin"));
  const out = join(home, "odd-out");
  const { code, stdout } = await scrub([root, join(root, "a.dcm"), "--output", out]);
  assert.equal(code, 0);
  assert.equal(stdout, "4 found, 4 verified, 0 withheld, 0 left out\n");
  assert.deepEqual(
    Object.values(tree(out))
      .map((text) => text.split("\n")[1])
      .sort(),
    ["a", "a", "b", "latin"],
  );
});

test("a file that changes between the passes is withheld", async () => {
  const root = folder("change", { 1: toy({}), 2: toy({}) });
  const { walk } = await import("../../www/cli/walk.ts");
  const { toyEngine } = await import("./engine-toys.mjs");
  const { engine } = toyEngine();
  const review = await engine.read(walk([root]).items);
  utimesSync(join(root, "1"), 1, 1);
  const target = (ordinal) => join(home, `changed-${ordinal}`);
  const { files, withheld } = await engine.clean(review, { sink: { target } });
  engine.dispose();
  assert.deepEqual(withheld, [{ ordinal: 1, path: "1", code: "unreadable" }]);
  assert.deepEqual([files.length, existsSync(target(1)), existsSync(target(2))], [1, false, true]);
  assert.throws(() => files[0].blob, TypeError);
});

test("outputs never take the place of inputs or of an earlier run", async () => {
  const root = folder("own", { "a.dcm": toy({}) });
  const before = tree(root);
  for (const argv of [
    [root, "--output", root],
    [join(root, "a.dcm"), "--output", join(home, "own-out"), "--report", join(root, "a.dcm")],
    [root, "--output", join(home, "own-out"), "--map", join(root, "a.dcm")],
    [root, "--output", join(root, "a.dcm")],
  ]) {
    const { code, stderr } = await scrub(argv);
    assert.equal(code, 2, stderr);
  }
  assert.deepEqual(tree(root), before);
  const out = join(root, "out");
  assert.equal((await scrub([root, "--output", out])).code, 0);
  assert.equal((await scrub([root, "--output", out])).code, 2, "holds an earlier run");
  const cut = join(root, "cut off");
  mkdirSync(join(cut, ".scan-scrubber-1"), { recursive: true });
  const refused = await scrub([IN, "--output", cut]);
  assert.deepEqual([refused.code, readdirSync(cut)], [2, [".scan-scrubber-1"]], "holds what a run that was cut off left");
  assert.equal((await scrub([root, "--output", join(root, "a.zip")])).stdout, "2 found, 1 verified, 0 withheld, 1 left out\n");
});

test("a report and a map never take the place of what is clean, of each other or of what is no file", async () => {
  const root = folder("places", { "a.dcm": toy({}) });
  const [out, zip] = [join(home, "places-out"), join(home, "places.zip")];
  symlinkSync(home, join(home, "places-link"));
  for (const argv of [
    ["--output", zip, "--map", zip],
    ["--output", zip, "--map", join(home, "places-link/places.zip")],
    ["--output", zip, "--report", zip],
    ["--output", out, "--map", out],
    ["--output", out, "--report", join(out, "SUBJECT")],
    ["--output", out, "--map", join(out, "SUBJECT/STUDY001/SERIES001/IMAGE00001.dcm")],
    ["--output", out, "--report", join(home, "one"), "--map", join(home, "places-link/one")],
    ["--output", out, "--report", "/dev/null"],
  ]) {
    const { code, stderr } = await scrub([root, ...argv]);
    assert.equal(code, 2, `${argv.join(" ")} ${stderr}`);
    assert.ok(!existsSync(out) && !existsSync(zip));
  }
  const map = join(out, "m.csv");
  const { code, stderr } = await scrub([root, "--output", out, "--report", join(out, "r.json"), "--map", map]);
  assert.equal(code, 0, stderr);
  assert.match(stderr, /^The map lies in the folder of the output/);
  assert.deepEqual(Object.keys(tree(out)), ["SUBJECT/STUDY001/SERIES001/IMAGE00001.dcm", "m.csv", "r.json"]);
});

test("where a report or a map cannot be written, nothing is kept", async () => {
  const root = folder("unwritten", { "a.dcm": toy({}) });
  writeFileSync(join(home, "in-the-way"), "");
  for (const option of ["--report", "--map"]) {
    const out = join(home, "unwritten-out");
    const { code, stderr } = await scrub([root, "--output", out, option, join(home, "in-the-way/m")]);
    assert.equal(code, 1);
    assert.match(stderr, /Nothing was kept/);
    assert.ok(!existsSync(out));
  }
});

test("cancelling leaves nothing behind", async () => {
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [String(n), toy({ scrub: "slow" })]));
  const root = folder("stop", files);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 1_200);
  const { code, stderr } = await scrub([root, "--output", join(home, "stop/new/out"), "--workers", "1"], { signal: stop.signal });
  assert.equal(code, 130);
  assert.match(stderr, /Nothing was written/);
  assert.ok(!existsSync(join(home, "stop/new")));
});

test("a disk that takes no output is a fault, without a path in its words", async () => {
  const root = folder("fault", { a: toy({}) });
  writeFileSync(join(home, "plain"), "");
  const { code, stderr } = await scrub([root, "--output", join(home, `plain/${SECRET}`)]);
  assert.equal(code, 1);
  assert.match(stderr, /could not be written/);
  assert.ok(!stderr.includes("DOE"));
});

test("arguments are read strictly, and never repeated", async () => {
  for (const argv of [
    [],
    ["in"],
    ["in", "--output", "o", "--output", "p"],
    ["in", "--output", "o", "--profile", "all"],
    ["in", "--output", "o", "--profile", "share", "--policy", "p.json"],
    ["in", "--output", "o", "--key", "00".repeat(32)],
    ["in", "--output", "o", "--key", "12"],
    ["in", "--output", "o", "--workers", "0"],
    ["in", "--output", "o", "--workers", "two"],
    ["in", "--output", "o", "--jobs", "1"],
    ["in", "--output", "o", "--dry-run=yes"],
    ["in", "--output", "o", "--dicomdir=yes"],
    ["in", "--output"],
    ["in", "--output", ""],
    ["in", "--dry-run", "--map", "m.csv"],
  ]) {
    assert.throws(() => parseArguments(argv), UsageError, argv.join(" "));
  }
  const { code, stderr } = await scrub([`/no/such/${SECRET}`, "--output", "o"]);
  assert.equal(code, 2);
  assert.match(stderr, /^INPUT 1 does not exist, or may not be read\n\nusage: /);
  assert.ok(!stderr.includes("DOE"));
  const args = parseArguments(["in", "--output", "o", "--key", "AB".repeat(32), "--workers", "3"]);
  assert.deepEqual([args.profile, args.workers, args.key?.[31]], ["share", 3, 0xab]);
  assert.equal((await scrub(["--help"])).code, 0);
});

test("cells of the map are quoted, and cannot be formulas", () => {
  const cases = {
    plain: "plain",
    "a,b": '"a,b"',
    'say "x"': '"say ""x"""',
    "two\nlines": '"two\nlines"',
    "=1+1": "'=1+1",
    "+x": "'+x",
    "-x": "'-x",
    "@x": "'@x",
    "\tx": "'\tx",
    "\rx": '"\'\rx"',
    "\0x": "'\0x",
    "-123": "-123",
    "+1.5": "+1.5",
    "1.2.840.10008": "1.2.840.10008",
    "": "",
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(cell(text), expected);
  assert.equal(mapCsv([{ kind: "uid", original: "1.2", replacement: "2.25.1" }]), "kind,original,replacement\r\nuid,1.2,2.25.1\r\n");
});

test("packs are given to the threads when a file needs them; a plan needs none", async () => {
  const needs = ["pictures", "codecs", "reader"];
  const from = folder("packs-in", { a: toy({ needs, picture: { calls: ["codecs", "reader"] } }), b: toy() });
  const out = join(home, "packs-out");
  const { code, stdout } = await scrub([from, "--output", out, "--workers", "1"]);
  assert.match(Object.values(tree(out)).join(), / seen pictures 1 \(P\) codecs 1 reader 1 of 8\n/);
  assert.deepEqual([code, stdout], [0, "2 found, 2 verified, 0 withheld, 0 left out\n"]);
  assert.equal((await scrub([from, "--dry-run"])).code, 0);
});

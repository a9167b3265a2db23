/** Tape archives, disc images and gzip: whatever is in them is found where it lies, and what is wrong with them costs nothing else. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { archiveOf } from "../../www/engine/containers/index.ts";
import { located } from "../../www/engine/containers/place.ts";
import { crc32 } from "../../www/engine/crc.ts";
import { Holder } from "../../www/engine/inner.ts";
import { openBytes } from "../../www/engine/sources.ts";
import { sample } from "../../www/files/sample.ts";
import { zipPieces } from "../../www/files/zip.ts";
import { startBrowser, untilState, watchedPage } from "./browser.mjs";
import { bridge, FILES as FIRST, gzip, iso, namedMap, pax, sparedUdf, tar, tarEntry, udf } from "./discs.mjs";
import { bytesOf, realEngine } from "./engine-real.mjs";
import { scratch } from "./load.mjs";

const CLI = fileURLToPath(new URL("../../dist/cli.mjs", import.meta.url));
const KEY = "07".repeat(32);

/** Bytes that are alike for one seed. */
function noise(length, seed) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 24;
  };
  return Buffer.from(Array.from({ length }, next));
}

const FILES = {
  "DICOM/SER1/IM1": noise(5000, 1),
  "DICOM/SER1/IM2": noise(70_000, 2),
  "DICOM/a longer name than a tape has room for/and one more folder of that kind/and its file, which is the third one": noise(3000, 3),
  "Zürich/empty": Buffer.alloc(0),
  "autorun.inf": noise(30, 4),
  ...Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`many/file ${n}`, noise(n, n + 5)])),
};

/** What is in a container, read from where it lies; or why not. */
function contents(bytes, what) {
  const source = openBytes(new Uint8Array(bytes));
  const { entries, code } = archiveOf(source, what, () => undefined);
  if (code !== undefined) return code;
  return Object.fromEntries(
    entries.map(({ name, entry, code }) => {
      if (!entry) return [name, code];
      const at = located(source, entry);
      const into = Buffer.alloc(entry.size);
      assert.equal(at.source.read(at.entry.start, into), entry.size);
      return [name, into];
    }),
  );
}

const sorted = (files) => Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));

test("every file of an image or an archive is found where it lies, in one piece or in several", () => {
  for (const pieces of [1, 3]) {
    assert.deepEqual(contents(iso(FILES, { pieces }), "iso"), sorted(FILES), `Joliet ${pieces}`);
    assert.deepEqual(contents(udf(FILES, { pieces }), "iso"), sorted(FILES), `UDF ${pieces}`);
    const plain = contents(iso(FILES, { joliet: false, pieces }), "iso");
    assert.equal(Object.keys(plain).length, Object.keys(FILES).length);
    assert.deepEqual(plain["DICOM/SER1/IM2"], FILES["DICOM/SER1/IM2"]);
  }
  assert.deepEqual(contents(tar(FILES), "tar"), FILES);
});

test("of two trees of a disc the fuller one is read, and Joliet's names before the short ones", () => {
  const word = { "README.TXT": noise(40, 9) };
  assert.deepEqual(contents(bridge(word, FILES), "iso"), sorted(FILES));
  assert.deepEqual(contents(bridge(FILES, word), "iso"), sorted(FILES));
});

test("tapes of every time are read", () => {
  const [path, bytes] = ["DICOM/IM1", noise(700, 6)];
  const old = tarEntry(path, bytes, { type: "\0", magic: "" });
  assert.deepEqual(contents(tar([old]), "tar"), { [path]: bytes });
  const long = `${"Zürich/".repeat(40)}IM1`;
  const told = [pax({ path: long, size: `${bytes.length}` }), tarEntry("short", bytes, { size: "77777777777\0" })];
  assert.deepEqual(contents(tar(told), "tar"), { [long]: bytes });
  const binary = Buffer.from([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 188]).toString("latin1");
  assert.deepEqual(contents(tar([tarEntry(path, bytes, { size: binary })]), "tar"), { [path]: bytes });
  const rest = [
    tarEntry("folder/", Buffer.alloc(0), { type: "5" }),
    tarEntry("link", Buffer.alloc(0), { type: "2" }),
    tarEntry("holes", bytes, { type: "S" }),
    tarEntry("over there", bytes, { type: "M" }),
    tarEntry("of a kind of its own", bytes, { type: "A" }),
    pax({ "GNU.sparse.major": "1" }),
    tarEntry("more holes", bytes),
    tarEntry(path, bytes),
  ];
  assert.deepEqual(contents(tar(rest), "tar"), {
    holes: "archive-method",
    "over there": "archive-method",
    "of a kind of its own": bytes,
    "more holes": "archive-method",
    [path]: bytes,
  });
});

test("a tape that is damaged half-way gives what is before that, and says so", () => {
  const whole = tar(FILES);
  const names = Object.keys(FILES);
  const [first, second] = names;
  const at = 512 + 5120;
  const damaged = Buffer.from(whole);
  damaged[at + 20] ^= 1;
  assert.deepEqual(contents(damaged, "tar"), { [first]: FILES[first], "…": "archive-structure" });
  assert.deepEqual(contents(whole.subarray(0, at + 600), "tar"), { [first]: FILES[first], [second]: "cut-off" });
  assert.deepEqual(contents(whole.subarray(0, at + 100), "tar"), { [first]: FILES[first], "…": "cut-off" });
  damaged[3] ^= 1;
  assert.equal(contents(damaged, "tar"), "archive-structure");
  assert.equal(contents(tar([pax({ path: "x" }, "x"), tarEntry("a", noise(3, 1), { size: "9zz" })]), "tar"), "archive-structure");
});

/** Spoils one thing of those that are named so. */
const only = (name, spoil) => (made, of) => {
  if (of.name === name) spoil(made);
};

const FEW = { "a/b": noise(3000, 1), c: noise(9000, 2), d: noise(20, 3) };

test("in ISO 9660, folders in circles, files that share bytes, and what lies beyond the end are refused", () => {
  const spoiltBy = (spoil) => contents(iso(FEW, { spoil }), "iso");
  const circle = only("a", (made) => made.writeUInt32LE(made.readUInt32LE(2) - 1, 2));
  assert.equal(spoiltBy(circle), "archive-structure");
  // A part of its neighbour's.
  const before = only("d", (made) => made.writeUInt32LE(made.readUInt32LE(2) - 1, 2));
  assert.deepEqual(spoiltBy(before), { ...FEW, c: "archive-structure", d: "archive-structure" });
  const long = only("d", (made) => made.writeUInt32LE(0xffff_ffff, 10));
  assert.deepEqual(spoiltBy(long), { ...FEW, d: "cut-off" });
  // The very same bytes under a second name are one file.
  const first = only("y", (made) => made.writeUInt32LE(FIRST, 2));
  assert.deepEqual(contents(iso({ x: FEW.c, y: noise(9000, 4) }, { spoil: first }), "iso"), { x: FEW.c });
  const between = only("d", (made) => made.writeUInt8(1, 26));
  assert.equal(spoiltBy(between).d, "archive-method");
  assert.equal(contents(Buffer.alloc(100_000), "iso"), "archive-structure");
});

test("in UDF too, and so is what is built in ways that are not read here", () => {
  const spoiltBy = (spoil) => contents(udf(FEW, { spoil }), "iso");
  const root = udf(FEW);
  // The folder "a" is the root itself.
  const letter = root.indexOf(Buffer.from("a", "utf16le").swap16(), 300 * 2048);
  root.writeUInt32LE(1, letter - 39 + 24);
  assert.equal(contents(root, "iso"), "archive-structure");
  const long = only("c", (entry) => entry.writeUIntLE(2 ** 40, 56, 6));
  assert.deepEqual(spoiltBy(long), { ...FEW, c: "archive-structure" });
  const other = only("c", (entry) => entry.writeUInt16LE(4096, 20));
  assert.deepEqual(spoiltBy(other), { ...FEW, c: "archive-method" });
  const shared = only("c", (entry) => entry.writeUInt32LE(entry.readUInt32LE(220) + 4, 220));
  assert.deepEqual(spoiltBy(shared), { ...FEW, "a/b": "archive-structure", c: "archive-structure" });
  assert.equal(contents(udf(FEW, { map: namedMap("*UDF Virtual Partition") }), "iso"), "archive-method");
});

test("of a rewritable disc of UDF, packets are read where they were spared to", () => {
  for (const block of [0, 192]) assert.deepEqual(contents(sparedUdf(FEW, block), "iso"), FEW, `${block}`);
});

test("folders that announce more than there is cost no memory", () => {
  const large = (made, of) => {
    if (of.folders) made.writeUInt32LE(0xffff_ffff, 10);
  };
  const before = process.memoryUsage().arrayBuffers;
  assert.equal(contents(iso(FEW, { spoil: large }), "iso"), "cut-off");
  assert.ok(process.memoryUsage().arrayBuffers - before < 64 * 1024 * 1024);
  const many = Buffer.alloc(50_001 * 512, tarEntry("f", Buffer.alloc(0)));
  assert.equal(contents(many, "tar"), "too-many");
});

test("whatever is changed in a container, every entry lies in it, none in another's place, and it ends", () => {
  const small = { "a/b/c": noise(3000, 1), "a/d": noise(100, 2), e: noise(5000, 3), f: Buffer.alloc(0) };
  const containers = [
    [iso(small, { pieces: 2 }), "iso", [32768, 36864, (FIRST + 4) * 2048]],
    [udf(small, { pieces: 2 }), "iso", [32 * 2048, 256 * 2048, 300 * 2048]],
    [tar([pax({ path: "long" }), tarEntry("a", noise(600, 1)), tarEntry("b", noise(10, 2))]), "tar", [0, 512, 1024]],
    [gzip(noise(3000, 1)), "gzip", [0]],
  ];
  let state = 1;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  const started = performance.now();
  let refused = 0;
  for (const [whole, what, places] of containers) {
    const fresh = new Uint8Array(whole.length);
    for (let round = 0; round < 800; round++) {
      const bytes = fresh;
      bytes.set(whole);
      const near = places[random(places.length)];
      for (let change = random(4); change >= 0; change--) {
        const at = Math.min(bytes.length - 1, near + random(round % 3 === 0 ? bytes.length : 2048));
        bytes[at] = [0, 1, 0x7f, 0x80, 0xff, random(256)][random(6)];
      }
      const cut = round % 5 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
      const found = archiveOf(openBytes(cut), what, () => undefined);
      refused += found.code === undefined ? 0 : 1;
      const spans = found.entries.flatMap(({ entry }) => (entry ? (entry.extents ?? [[entry.start, entry.start + entry.packed]]) : []));
      for (const [start, end] of spans) assert.ok(start >= 0 && start <= end && end <= cut.length, `${what} ${round}`);
      const inOrder = spans.filter(([start, end]) => start < end).sort(([a], [b]) => a - b);
      for (const [n, [start]] of inOrder.entries()) assert.ok(n === 0 || inOrder[n - 1][1] <= start, `${what} ${round}`);
    }
  }
  assert.ok(refused > 100 && refused < 2500, `${refused}`);
  assert.ok(performance.now() - started < 60_000);
});

test("what gzip packed is unpacked as it comes, and not past what there is room for", async () => {
  const holder = new Holder({}, () => false);
  const bytes = noise(300_000, 1);
  assert.deepEqual(Buffer.from(await (await holder.inflate(new Blob([gzip(bytes)]))).arrayBuffer()), bytes);
  assert.deepEqual(Buffer.from(await (await holder.inflate(new Uint8Array(gzip(bytes)))).arrayBuffer()), bytes);
  const damaged = new Uint8Array(gzip(bytes));
  damaged[damaged.length - 5] ^= 1;
  await assert.rejects(holder.inflate(damaged), { code: "archive-structure" });
  await assert.rejects(holder.inflate(damaged.subarray(0, 9000)), { code: "archive-structure" });
  let held = 0;
  const zeros = new Uint8Array(gzip(Buffer.alloc(96 * 1024 * 1024)));
  const sink = () => ({ add: (piece) => (held += piece.length), end: () => new Uint8Array() });
  await assert.rejects(new Holder({ hold: sink }, () => false).inflate(zeros), { code: "too-long" });
  assert.ok(held < 68 * 1024 * 1024, `${held}`);
  held = 0;
  await assert.rejects(new Holder({ hold: sink }, () => held > 8 * 1024 * 1024).inflate(zeros), { name: "AbortError" });
  assert.ok(held < 24 * 1024 * 1024, `${held}`);
});

/** A disc of four instances, its list of contents and a note. */
const disc = Object.fromEntries(
  await Promise.all(
    sample()
      .filter(({ path }) => /IM000[1-3]$|US0001|DICOMDIR|README/.test(path))
      .map(async ({ path, data }) => [path, Buffer.from(data instanceof Blob ? await data.arrayBuffer() : data)]),
  ),
);

function zip(files) {
  const entries = Object.entries(files).map(([name, bytes]) => ({ name, size: bytes.length, crc: crc32(bytes), bytes }));
  return Buffer.concat([...zipPieces(entries)].map((piece) => (piece instanceof Uint8Array ? piece : piece.bytes)));
}

/** What leaves of files, and what is said of the others. */
async function cleaned(engine, items) {
  const review = await engine.read(items);
  const { files, withheld } = await engine.clean(review);
  const outputs = await Promise.all(files.map(async (file) => [file.name, Buffer.from(await bytesOf(file)).toString("base64")]));
  return {
    outputs: Object.fromEntries(outputs),
    withheld: withheld.map(({ code }) => code),
    leftOut: review.leftOut.map(({ what }) => what),
  };
}

test("one key gives the same files, from a folder and from every container of it", { timeout: 240_000 }, async (t) => {
  const engine = realEngine({ policy: { version: 1, name: "containers", options: [] } });
  t.after(() => engine.dispose());
  const loose = await cleaned(
    engine,
    Object.entries(disc).map(([path, bytes]) => ({ path, data: new Uint8Array(bytes) })),
  );
  // The picture with writing is withheld: nobody looks for it under this policy.
  assert.equal(Object.keys(loose.outputs).length, 3);
  assert.deepEqual(loose.withheld, ["writing"]);
  assert.equal(loose.leftOut.length, 2);
  const image = iso(disc, { pieces: 2 });
  const containers = {
    "disc.iso": iso(disc),
    "pieces.iso": image,
    "udf.iso": udf(disc, { pieces: 3 }),
    "tape.tar": tar(sorted(disc)),
    "old.tar": tar(Object.entries(sorted(disc)).map(([path, bytes]) => tarEntry(path, bytes, { magic: "" }))),
    "tape.tgz": gzip(tar(sorted(disc))),
    "zipped.zip": zip({ "disc.iso": image }),
    "taped.tar": tar({ "disc.iso": image }),
    "boxed.iso": iso({ "tape.tar": tar(sorted(disc)) }, { pieces: 2 }),
    "zipped tape.zip": zip({ "tape.tgz": gzip(tar(sorted(disc))) }),
  };
  for (const [path, bytes] of Object.entries(containers)) {
    for (const data of [new Uint8Array(bytes), new Blob([bytes])]) {
      assert.deepEqual(await cleaned(engine, [{ path, data }]), loose, `${path} ${data.constructor.name}`);
    }
  }
});

/** Every file under a folder, by path. */
function tree(root) {
  const paths = readdirSync(root, { recursive: true }).filter((path) => statSync(join(root, path)).isFile());
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), "base64")]));
}

test("a file that gzip packed is that file; what is packed three times over is withheld, what holds nothing left out", async (t) => {
  const engine = realEngine({ policy: { version: 1, name: "containers", options: [] } });
  t.after(() => engine.dispose());
  const slice = disc["SAMPLE_DISC/DICOM/IM0001"];
  const loose = await cleaned(engine, [{ path: "IM1", data: new Uint8Array(slice) }]);
  assert.equal(Object.keys(loose.outputs).length, 1);
  for (const bytes of [gzip(slice), zip({ "IM1.gz": gzip(slice) })]) {
    assert.deepEqual(await cleaned(engine, [{ path: "IM1.gz", data: new Uint8Array(bytes) }]), loose);
  }
  const deep = tar({ "a.iso": iso({ "IM1.gz": gzip(slice) }) });
  const none = { outputs: {}, withheld: [] };
  const named = { outputs: {}, withheld: ["archive-depth"], leftOut: [] };
  assert.deepEqual(await cleaned(engine, [{ path: "a", data: new Uint8Array(deep) }]), named);
  assert.deepEqual(await cleaned(engine, [{ path: "a", data: new Uint8Array(gzip(gzip(slice))) }]), loose);
  assert.deepEqual(await cleaned(engine, [{ path: "a", data: new Uint8Array(iso({})) }]), { ...none, leftOut: ["iso"] });
  const damaged = gzip(slice);
  damaged[damaged.length - 6] ^= 1;
  const cut = gzip(tar({ a: slice })).subarray(0, 3000);
  const both = [damaged, cut].map((bytes, n) => ({ path: `${n}`, data: new Uint8Array(bytes) }));
  const { withheld } = await cleaned(engine, [...both, { path: "z", data: new Uint8Array(slice) }]);
  assert.deepEqual(withheld.length, 2);
  const turned = zip({ a: slice, b: disc["SAMPLE_DISC/DICOM/IM0002"] });
  turned[40 + slice.length - 200] ^= 1;
  const one = await cleaned(engine, [{ path: "z", data: new Uint8Array(turned) }]);
  assert.deepEqual([one.withheld, Object.keys(one.outputs).length], [["archive-mismatch"], 1]);
});

test("the command takes what other tools make of a folder as that folder", { timeout: 240_000 }, (t) => {
  const home = scratch();
  const folder = join(home, "disc");
  for (const [path, bytes] of Object.entries(disc)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const policy = join(home, "policy.json");
  writeFileSync(policy, JSON.stringify({ version: 1, name: "containers", options: [] }));
  const cleanedBy = (name) => {
    const made = spawnSync(process.execPath, [
      CLI,
      join(home, name),
      "--output",
      join(home, `out ${name}`),
      "--policy",
      policy,
      "--key",
      KEY,
    ]);
    assert.equal(made.status, 3, `${name}: ${made.stderr}`);
    return tree(join(home, `out ${name}`));
  };
  const loose = cleanedBy("disc");
  assert.equal(Object.keys(loose).length, 3);
  const tools = {
    "joliet.iso": ["genisoimage", "-quiet", "-J", "-R", "-o", "joliet.iso", "disc"],
    "short.iso": ["genisoimage", "-quiet", "-o", "short.iso", "disc"],
    "udf.iso": ["genisoimage", "-quiet", "-udf", "-o", "udf.iso", "disc"],
    "xorriso.iso": ["xorriso", "-as", "mkisofs", "-quiet", "-J", "-o", "xorriso.iso", "disc"],
    "tape.tar.gz": ["tar", "--sort=name", "-czf", "tape.tar.gz", "-C", "disc", "."],
  };
  for (const [name, [tool, ...args]] of Object.entries(tools)) {
    const { error, status } = spawnSync(tool, args, { cwd: home });
    if (error || status !== 0) t.diagnostic(`NOT TESTED: ${tool} is not there, or makes no ${name}`);
    else assert.deepEqual(cleanedBy(name), loose, name);
  }
  // A part of a file, and a part of that part.
  writeFileSync(join(home, "taped.tar"), tar({ "disc.iso": iso(disc, { pieces: 2 }), "note.txt": Buffer.from("x") }));
  assert.deepEqual(cleanedBy("taped.tar"), loose);
});

test("the page opens them in its own workers", { timeout: 120_000 }, async () => {
  const browser = await startBrowser();
  try {
    const { context, page, messages } = await watchedPage(browser);
    await page.goto(pathToFileURL(fileURLToPath(new URL("../../dist/scan-scrubber-light.html", import.meta.url))).href);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choose files" }).click()]);
    const given = {
      "pieces.iso": iso(disc, { pieces: 2 }),
      "udf.img": udf(disc),
      "tape.tgz": gzip(tar(disc)),
      "in.tar": tar({ a: udf(disc) }),
    };
    await chooser.setFiles(Object.entries(given).map(([name, buffer]) => ({ name, mimeType: "", buffer: Buffer.from(buffer) })));
    await untilState(page, "review");
    await page.getByText("16 images").first().waitFor();
    assert.deepEqual(messages, []);
    await context.close();
  } finally {
    await browser.close();
  }
});

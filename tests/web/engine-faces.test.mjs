/** Faces: a space is searched, scrubbed and measured as a whole, and nothing that may show a face leaves by another way. */

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { checkMessage } from "../../www/engine/checks.ts";
import { facesIn } from "../../www/engine/scan.ts";
import { archive, items, toy, toyEngine, toySupply } from "./engine-toys.mjs";

const OPTION = "clean-recognizable-visual-features";
const policy = (more = {}) => ({ version: 1, name: "toys", options: [OPTION], ...more });
const dose = { air: -1000, tissue: 20 };
const treat = (tier = "a", mode = "cut") => ({ kind: "treat", recipe: 0, tier, mode, dose });

/** The files of a head: four frames each. */
function head(n, verdict = treat(), more = {}) {
  const made = (at) => toy({ needs: ["pictures"], frames: 4, space: "F", series: "H", verdict, ...more }, `pixels ${at}`);
  return Object.fromEntries(Array.from({ length: n }, (_, at) => [`head${at}`, made(at)]));
}

/** Reads, looks for heads if asked to, and cleans: what became of every file, by its path. */
async function clean(files, { faces, looks = false, options = {}, cleaning = {} } = {}) {
  const { engine, counts } = toyEngine({ policy: policy(), supply: toySupply(), ...options });
  const given = items(files);
  const review = await engine.read(given);
  const heads = looks ? await engine.faces(review) : undefined;
  const decisions = typeof faces === "function" ? faces(heads) : faces;
  const result = await engine.clean(review, { ...cleaning, ...(decisions && { faces: decisions }) });
  const paths = Object.keys(files).sort();
  const ends = Object.fromEntries(result.withheld.map(({ path, code }) => [path, code]));
  for (const { ordinal } of result.report.leftOut) ends[paths[ordinal - 1]] = "left out";
  for (const file of result.files) ends[paths[file.ordinal - 1]] = (await file.blob.text()).split("\n")[0];
  const said = Object.fromEntries(
    result.report.files.map(({ ordinal, face, tier, claimed }) => [paths[ordinal - 1], { face, tier, claimed }]),
  );
  engine.dispose();
  return { heads, result, ends, said, spawned: counts.spawned };
}

test("each file of a head is told of its recipe, and what is sure is claimed", async () => {
  const { ends, said, result } = await clean(head(3));
  for (const path of ["head0", "head1", "head2"]) {
    assert.match(ends[path], / without 0 of P-H cut a true$/);
    assert.deepEqual(said[path], { face: "removed", tier: "a", claimed: true });
  }
  assert.equal(result.heads.length, 1);
  const [{ ordinals, verdict, tier, claimed, skin, views }] = result.heads;
  assert.deepEqual([ordinals, verdict, tier, claimed, skin], [[1, 2, 3], "cut", "a", true, 0]);
  // What was written, from three sides, and of three files.
  assert.deepEqual(
    views.map(({ yaw, picture }) => [yaw, [...picture.pixels]]),
    [0, 35, 90].map((yaw) => [yaw, [yaw, 340 & 255, 0, 3]]),
  );
  assert.deepEqual(result.report.notChecked, ["writing-in-pixels", "anatomy"]);
  assert.ok(result.report.policy.options.some(({ code }) => code === "113102"));
});

test("what is less sure goes, and is claimed once a person has confirmed it", async () => {
  const unasked = await clean(head(2, treat("b", "layer")));
  assert.match(unasked.ends.head0, / layer b false$/);
  assert.deepEqual(unasked.said.head0, { face: "layer", tier: "b", claimed: false });
  assert.deepEqual(unasked.result.report.notChecked, ["writing-in-pixels", "faces", "anatomy"]);
  assert.ok(!unasked.result.report.policy.options.some(({ code }) => code === "113102"));

  const asked = await clean(head(2, treat("b")), { looks: true, faces: ([{ key }]) => new Map([[key, "confirmed"]]) });
  assert.match(asked.ends.head1, / cut b true$/);
  assert.equal(asked.result.heads[0].claimed, true);
});

test("a person sees each head before and after, and may leave it out", async () => {
  const files = { ...head(2, treat("b")), other: toy({ needs: ["pictures"], frames: 9, space: "G", series: "X" }), report: toy() };
  const { heads, ends } = await clean(files, { looks: true, faces: ([{ key }]) => new Map([[key, "left-out"]]) });
  assert.equal(heads.length, 2);
  assert.deepEqual([heads[0].verdict, heads[0].tier, heads[0].ordinals, heads[0].series.length], ["cut", "b", [1, 2], 1]);
  const shown = heads[0].views.map(({ yaw, before, after }) => [yaw, before.pixels[2], after.pixels[2]]);
  assert.deepEqual(
    shown,
    [0, 35, 90].map((yaw) => [yaw, 0, 1]),
  );
  assert.deepEqual([heads[1].verdict, heads[1].views], ["clear", []]);
  assert.deepEqual([ends.head0, ends.head1], ["left out", "left out"]);
  assert.match(ends.other, /^clean/);
  assert.match(ends.report, /^clean/);
});

test("what cannot be taken out is withheld, by what was found or by the policy", async () => {
  for (const verdict of [treat("c"), { kind: "face" }]) {
    const { ends, result, heads } = await clean(head(2, verdict), { looks: true });
    assert.deepEqual(ends, { head0: "face", head1: "face" });
    assert.deepEqual([heads[0].verdict, heads[0].views, result.heads], ["face", [], []]);
  }
  const asking = { options: { policy: policy({ face: "ask" }) } };
  assert.deepEqual((await clean(head(2), asking)).ends, { head0: "face", head1: "face" });
  const confirmed = await clean(head(2), { ...asking, looks: true, faces: ([{ key }]) => new Map([[key, "confirmed"]]) });
  assert.match(confirmed.ends.head0, /^clean/);
});

test("where a policy keeps faces nobody looks for them", async () => {
  const files = { ...head(2, { kind: "face" }), capture: toy({ shows: true }) };
  const { ends, said, result, heads } = await clean(files, { looks: true, options: { policy: policy({ options: [] }) } });
  assert.deepEqual(heads, []);
  assert.match(ends.capture, /^clean/);
  assert.deepEqual(said.head0, { face: "kept", tier: undefined, claimed: undefined });
  assert.ok(result.report.notChecked.includes("faces"));
});

test("files without a head leave as they are", async () => {
  const files = { ...head(2, { kind: "clear" }), slice: toy({ space: "S", frames: 2 }), capture: toy({ shows: true }) };
  const { ends, said } = await clean(files);
  for (const path of Object.keys(files)) assert.match(ends[path], /^clean \|P$/, path);
  assert.deepEqual([said.head0.face, said.slice.face, said.capture.face], ["clear", "flat", undefined]);
});

test("in the study of a head nothing leaves that may show it in another way", async () => {
  for (const verdict of [treat(), { kind: "face" }]) {
    const files = {
      ...head(2, verdict),
      capture: toy({ shows: true }),
      elsewhere: toy({ shows: true, study: "T" }),
      scout: toy({ space: "S", frames: 1 }),
      plain: toy(),
    };
    const { ends } = await clean(files);
    assert.deepEqual([ends.capture, ends.scout], ["face", "face"]);
    assert.match(ends.elsewhere, /^clean/);
    assert.match(ends.plain, /^clean/);
  }
});

test("what is drawn of a surface leaves only beside a volume that was searched, and has no head", async () => {
  const drawn = toy({ shows: true, drawn: true });
  assert.equal((await clean({ drawn })).ends.drawn, "face");
  assert.equal((await clean({ drawn, flat: toy({ space: "S", frames: 2 }) })).ends.drawn, "face");
  assert.equal((await clean({ drawn, ...head(2) })).ends.drawn, "face");
  assert.match((await clean({ drawn, ...head(2, { kind: "clear" }) })).ends.drawn, /^clean/);
});

test("where skin still shows in what was written, no file of the space leaves", async () => {
  const spine = toy({ needs: ["pictures"], frames: 4, space: "F", series: "S", verdict: { kind: "clear" } });
  const seen = { ...head(1, treat(), { left: 0.02 }), other: head(1).head0, spine };
  const { ends, result } = await clean(seen);
  assert.deepEqual([ends.head0, ends.other], ["face", "face"]);
  assert.match(ends.spine, /^clean/);
  assert.deepEqual(result.heads, []);
  const hardly = await clean({ ...head(1, treat(), { left: 0.01 }), other: head(1).head0 });
  assert.match(hardly.ends.head0, /^clean/);
  assert.equal(hardly.result.heads[0].skin, 0.01);
  // An offset copy of a face has its relief.
  const copied = await clean({ ...head(1, treat(), { left: 0.001 }), other: head(1).head0 });
  assert.deepEqual(copied.ends, { head0: "face", other: "face" });
  // A measure that breaks is none.
  const broken = await clean({ ...head(1, treat(), { left: 0.5 }), other: head(1).head0 });
  assert.deepEqual(broken.ends, { head0: "codec", other: "codec" });
});

test("a pack that breaks in a search costs that space, and others go on", async () => {
  const broken = head(2, treat(), { space: "B", study: "T", picture: { trap: "faces" } });
  const files = { ...head(2), bad0: broken.head0, bad1: broken.head1 };
  const { ends } = await clean(files, { options: { workers: 1 } });
  assert.deepEqual([ends.bad0, ends.bad1], ["codec", "codec"]);
  assert.match(ends.head0, /^clean/);
  assert.match(ends.head1, /^clean/);
});

test("a file that cannot be scanned is withheld, and no part of the volume", async () => {
  for (const [picture, code] of [
    [{ trap: "scan" }, "codec"],
    [{ refuse: { by: "scan", code: "pixel-short" } }, "pixel-short"],
  ]) {
    const { ends, result } = await clean({ ...head(2), lost: head(1, treat(), { picture }).head0 });
    assert.equal(ends.lost, code);
    assert.match(ends.head0, /^clean/);
    // Outputs alone are measured: two files.
    assert.deepEqual([...result.heads[0].views[0].picture.pixels], [0, 340 & 255, 0, 2]);
  }
});

test("a file that is gone since it was read is withheld, and no part of the volume", () => {
  const scanned = [];
  const scrubber = {
    scan: (source) => {
      if (source.gone) {
        source.fault = { kind: "refused" };
        throw { code: "unreadable" };
      }
      scanned.push(source);
    },
  };
  const pictures = {
    rescan: () => void scanned.splice(0),
    faces: () => JSON.stringify({ verdicts: scanned.map(() => ({ kind: "clear" })), recipes: 0 }),
  };
  const open = ({ data }) => ({ stamp: "", fault: undefined, gone: data === "gone" });
  const search = (...files) => facesIn({ scrubber, pictures, open }, files, undefined);
  const clear = { kind: "clear" };
  const lost = { kind: "failed", code: "unreadable" };
  const { verdicts } = search({ data: "here" }, { data: "gone" }, { data: "here" });
  assert.deepEqual(verdicts, [clear, lost, clear]);
  assert.deepEqual(search({ data: "here" }, { data: "here", code: "unreadable" }).verdicts, [clear, lost]);
  assert.equal(search({ data: "gone" }, { data: "gone" }).kind, "refused", "the page may be able to read them");
});

test("of files that the page has to read, one that is gone costs itself only", async () => {
  const { engine } = toyEngine({ policy: policy(), supply: toySupply() });
  let isGone = false;
  class Lent extends Blob {
    slice(...range) {
      const part = super.slice(...range);
      if (isGone) part.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
      return part;
    }
  }
  const [first, second, third] = Object.values(head(3));
  const review = await engine.read(items({ a: new Blob([first]), b: new Lent([second]), c: new Blob([third]) }));
  isGone = true;
  const { files, withheld } = await engine.clean(review);
  engine.dispose();
  assert.deepEqual(
    [files.length, withheld.map(({ path, code }) => [path, code])],
    [2, [["b", "unreadable"]]],
    "the others of its head leave",
  );
});

test("each file counts once, whatever is done with it", async () => {
  for (const looks of [true, false]) {
    const told = [];
    const files = { ...head(3), plain: toy() };
    await clean(files, { looks, cleaning: { onprogress: (progress) => told.push(progress) } });
    assert.ok(told.every(({ done, total, bytes, totalBytes }) => total === 4 && done <= 4 && bytes <= totalBytes));
    const { done, bytes, totalBytes } = told.at(-1);
    assert.deepEqual([done, bytes], [4, totalBytes]);
  }
});

test("without anybody who looks, what could be a head is withheld", async () => {
  const { ends } = await clean({ ...head(2), plain: toy() }, { options: { supply: toySupply([]) } });
  assert.deepEqual([ends.head0, ends.head1], ["codec", "codec"]);
  assert.match(ends.plain, /^clean/);
});

test("a worker that dies in a search costs that space; its successor knows the recipes of others", async () => {
  const broken = head(1, treat(), { space: "B", study: "T", picture: { silent: 3_000 } });
  const files = { ...head(3), bad: broken.head0, late: head(1, treat(), { scrub: "trap" }).head0 };
  const { ends, spawned } = await clean(files, { options: { workers: 1, timeout: 400 } });
  assert.deepEqual([ends.bad, ends.late], ["worker-timeout", "worker-died"]);
  for (const path of ["head0", "head1", "head2"]) assert.match(ends[path], / without 0 of P-H cut a true$/);
  assert.ok(spawned > 2);
});

test("a head is searched once, whoever asks first; other files of it are another head", async () => {
  const { engine } = toyEngine({ policy: policy(), supply: toySupply(), workers: 1 });
  const files = { ...head(2), third: head(1, treat(), { series: "I" }).head0 };
  const review = await engine.read(items(files));
  let done = [];
  const onprogress = ({ done: files, total }) => done.push([files, total]);
  await engine.faces(review, { onprogress });
  assert.deepEqual(done.at(-1), [3, 3]);
  done = [];
  await engine.faces(review, { onprogress });
  assert.deepEqual(done.at(-1), [0, 0]);
  const series = review.patients[0].studies[0].series;
  const one = await engine.clean(review, { series: new Set([series[0].key]) });
  assert.match(await one.files[0].blob.text(), /without 0 of P-H cut/);
  const all = await engine.clean(review, { onprogress });
  assert.deepEqual(done.at(-1), [3, 3]);
  assert.match(await all.files[0].blob.text(), /without 0 of P-H,P-I cut/);
  engine.dispose();
});

test("files in zips, and two patients of one Frame of Reference", async () => {
  const files = { "a.zip": archive({ ...head(2), deep: head(1).head0 }), b: head(1, treat("b"), { patient: "Q" }).head0 };
  const { engine } = toyEngine({ policy: policy(), supply: toySupply() });
  const review = await engine.read(items(files));
  const result = await engine.clean(review);
  const texts = await Promise.all(result.files.map((file) => file.blob.text()));
  assert.deepEqual(
    texts.map((text) => /without (.*)\n/.exec(text)[1]),
    [...Array(3).fill("0 of P-H cut a true"), "0 of Q-H cut b false"],
  );
  engine.dispose();
});

test("one worker and four make the same of many heads", async () => {
  const files = {};
  for (let n = 0; n < 6; n++) {
    const tier = ["a", "b", "c"][n % 3];
    for (const [path, bytes] of Object.entries(head(5, treat(tier), { space: `F${n}`, study: `S${n}`, series: `H${n}` })))
      files[`${n}${path}`] = bytes;
    files[`${n}capture`] = toy({ study: `S${n}`, shows: true });
  }
  const [one, four] = [await clean(files, { options: { workers: 1 } }), await clean(files, { options: { workers: 4 } })];
  assert.deepEqual(one.ends, four.ends);
  assert.deepEqual(one.result.report, four.result.report);
  assert.deepEqual(one.result.heads, four.result.heads);
  assert.equal(one.result.heads.length, 4);
});

test("a search is cancelled like everything else", async () => {
  const { engine, counts } = toyEngine({ policy: policy(), supply: toySupply(), workers: 1 });
  const review = await engine.read(items(head(4, treat(), { picture: { silent: 300 } })));
  for (const run of [(options) => engine.faces(review, options), (options) => engine.clean(review, options)]) {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    await assert.rejects(run({ signal: stop.signal }), { name: "AbortError" });
  }
  const result = await engine.clean(review);
  assert.equal(result.files.length, 4);
  engine.dispose();
  assert.ok(counts.spawned >= 3);
});

test("with a sink, what was written is measured there, and what does not leave is removed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "scan-scrubber-"));
  try {
    const sink = {
      target: (ordinal) => join(folder, String(ordinal)),
      written: (ordinal, size) => ({ file: join(folder, String(ordinal)), size }),
      drop: (ordinal) => rmSync(join(folder, String(ordinal))),
    };
    const lost = head(2, treat(), { space: "B", study: "T", left: 0.3 });
    const files = { ...head(2), lost0: lost.head0, lost1: lost.head1 };
    for (const [path, bytes] of Object.entries(files)) writeFileSync(join(folder, path), bytes);
    const { engine } = toyEngine({ policy: policy(), supply: toySupply(), mode: { node: true } });
    const given = Object.entries(files).map(([path, bytes]) => ({ path, data: { file: join(folder, path), size: bytes.length } }));
    const result = await engine.clean(await engine.read(given), { sink });
    assert.deepEqual(
      result.withheld.map(({ path, code }) => [path, code]),
      [
        ["lost0", "face"],
        ["lost1", "face"],
      ],
    );
    assert.deepEqual(readdirSync(folder).sort(), ["1", "2", "head0", "head1", "lost0", "lost1"]);
    assert.deepEqual(
      result.heads.map(({ views, skin }) => [views, skin]),
      [[[], 0]],
    );
    const blind = await engine.clean(await engine.read(given.slice(0, 2)), { sink: { target: (ordinal) => join(folder, `x${ordinal}`) } });
    assert.deepEqual(
      blind.withheld.map(({ code }) => code),
      ["face", "face"],
    );
    engine.dispose();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("answers about faces that are no answers are not taken", () => {
  const answer = (answer) => checkMessage({ kind: "answer", id: 0, answer, spent: false });
  const picture = { width: 1, height: 1, pixels: new Uint8Array(4) };
  const faces = { kind: "faces", verdicts: [treat(), { kind: "failed", code: "codec" }], recipes: [new Uint8Array(1)] };
  const left = { kind: "left", left: [{ skin: 0.5, relief: 0, probes: 3 }], views: [[{ yaw: 0, picture }]] };
  assert.ok(answer({ ...faces, views: [[{ yaw: -35, before: picture, after: picture }]] }));
  assert.ok(answer(left));
  const verdicts = [1, {}, { kind: "gone" }, { kind: "failed", code: "A^B" }, { ...treat(), recipe: 1 }, { ...treat(), tier: "d" }];
  verdicts.push({ ...treat(), mode: "blur" }, { ...treat(), dose: { air: 1 } }, { ...treat(), dose: { air: 1, tissue: Number.NaN } });
  for (const verdict of verdicts) assert.equal(answer({ ...faces, verdicts: [verdict], views: [] }), undefined, JSON.stringify(verdict));
  for (const views of [undefined, [1], [[{ yaw: 0, before: picture }]], [[{ yaw: "0", before: picture, after: picture }]]]) {
    assert.equal(answer({ ...faces, views }), undefined);
  }
  for (const one of [
    { skin: 2, relief: 0, probes: 1 },
    { skin: Number.NaN, relief: 0, probes: 1 },
    { skin: 0, relief: 0, probes: -1 },
    { skin: "0", relief: 0, probes: 1 },
    { skin: 0, probes: 1 },
    null,
  ]) {
    assert.equal(answer({ ...left, left: [one] }), undefined, JSON.stringify(one));
  }
  assert.equal(answer({ ...left, views: [[{ yaw: 0, picture: { ...picture, width: 2 } }]] }), undefined);
});

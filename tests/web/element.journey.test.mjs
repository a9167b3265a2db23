/** The job's states without a screen, the words, and which scans may show a face. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../scripts/lib.mjs";
import { region } from "../../www/element/heads.ts";
import { Journey, WrongTurnError } from "../../www/element/journey.ts";
import { personName } from "../../www/element/names.ts";
import { cleanFiles } from "../../www/element/outputs.ts";
import { isOfPerson, typedName } from "../../www/element/subject.ts";
import { Texts } from "../../www/element/texts.ts";
import { OPTIONS } from "../../www/engine/options.ts";
import { sample } from "../../www/files/sample.ts";
import { fakeEngines } from "./fake-engine.ts";

const items = [{ path: "DISC/IM1", data: new Blob(["x"]) }];

function journey(options = {}) {
  const engines = fakeEngines(options);
  const states = [];
  const made = new Journey(() => engines.make({ policy: "share", key: undefined, workerUrl: undefined }), {
    changed: (state) => states.push(state),
    progressed: () => undefined,
  });
  return { journey: made, states, engines };
}

test("the job goes from reading to review to cleaning to done", async () => {
  const { journey: job, states } = journey();
  await job.read(items);
  await job.clean();
  assert.deepEqual(states, ["reading", "review", "looking", "searching", "cleaning", "done"]);
  assert.equal(job.result?.files.length, 5);
});

test("a series that is unticked is not cleaned, one that is withheld never is", async () => {
  const { journey: job } = journey();
  await job.read(items);
  assert.deepEqual([...job.series], ["a", "b"]);
  job.include("b", false);
  await job.clean();
  assert.equal(job.result?.files.length, 3);
});

test("a disc is made where it is asked for in the review, and forgotten with its batch", async () => {
  const { journey: job } = journey();
  assert.throws(() => job.makeDisc(true), WrongTurnError);
  await job.read(items);
  assert.equal(job.disc, false);
  job.makeDisc(true);
  await job.clean();
  assert.equal(job.result?.directory?.status, "verified");
  assert.deepEqual(
    cleanFiles(job.result, null)
      .map(({ name }) => name)
      .at(-1),
    "DICOMDIR",
  );
  job.reset();
  await job.read(items);
  await job.clean();
  assert.equal(job.result?.directory, undefined);
});

test("a disc whose list did not pass keeps its files", async () => {
  const { journey: job } = journey({ unlisted: "residue" });
  await job.read(items);
  job.makeDisc(true);
  await job.clean();
  assert.deepEqual(job.result?.directory, { status: "withheld", code: "residue" });
  assert.equal(cleanFiles(job.result, null).length, job.result.files.length);
});

test("wrong turns are refused", async () => {
  const { journey: job } = journey();
  await assert.rejects(job.clean(), WrongTurnError);
  const reading = job.read(items);
  await assert.rejects(job.read(items), WrongTurnError);
  assert.throws(() => job.include("a", false), WrongTurnError);
  await reading;
  await job.clean();
  await assert.rejects(job.clean(), WrongTurnError);
});

test("stopping while reading forgets, stopping while cleaning keeps what was loaded", async () => {
  const { journey: job, states, engines } = journey({ pace: 200 });
  const reading = job.read(items);
  await new Promise((resolve) => setTimeout(resolve, 20));
  job.cancel();
  await reading;
  assert.deepEqual([job.state, job.items.length, engines.disposed], ["idle", 0, 1]);
  await job.read(items);
  const cleaning = job.clean();
  await new Promise((resolve) => setTimeout(resolve, 20));
  job.cancel();
  await cleaning;
  assert.deepEqual([job.state, job.items.length, job.result], ["review", 1, undefined]);
  await job.clean();
  assert.deepEqual(states.slice(-3), ["review", "cleaning", "done"]);
});

test("a failure shows its code, offers nothing, and can be tried again", async () => {
  const { journey: job } = journey({ fails: { clean: "worker-start" } });
  await job.read(items);
  await job.clean();
  assert.deepEqual([job.state, job.code, job.result, job.review], ["failed", "worker-start", undefined, undefined]);
  await job.retry();
  assert.equal(job.state, "review");
});

test("adding files reads all of them anew, with a new engine", async () => {
  const { journey: job, engines } = journey();
  await job.read(items);
  await job.read(items);
  assert.deepEqual([job.items.length, engines.wishes.length, engines.disposed], [2, 2, 1]);
});

test("between the review and the cleaning a person answers for heads; what they saw before is forgotten at the end", async () => {
  const heads = [
    { key: "H", ordinals: [1, 2, 3], series: ["a"], verdict: "cut", tier: "b" },
    { key: "L", ordinals: [4, 5], series: ["b"], verdict: "face" },
  ];
  const { journey: job, states, engines } = journey({ heads });
  await job.read(items);
  assert.throws(() => job.answer("H", "gone"), WrongTurnError);
  await job.clean();
  assert.deepEqual(states, ["reading", "review", "looking", "searching", "face"]);
  assert.throws(() => job.answer("L", "gone"), WrongTurnError);
  assert.throws(() => job.answer("?", "gone"), WrongTurnError);
  await assert.rejects(job.clean(), WrongTurnError);
  job.answer("H", "visible");
  assert.equal(job.isAnswered, true);
  assert.equal(job.isSomeLeft, false);
  await assert.rejects(job.clean(), WrongTurnError);
  job.answer("H", "gone");
  assert.equal(job.faces.shown[0].views.length, 3);
  await job.clean();
  assert.deepEqual([job.state, engines.faces], ["done", [[["H", "confirmed"]]]]);
  assert.deepEqual([job.faces.shown, job.result?.heads[0].claimed], [[], true]);
});

test("stopping the search for faces goes back to the review", async () => {
  const heads = [{ key: "H", ordinals: [1], series: ["a"], verdict: "cut", tier: "a" }];
  const { journey: job, states } = journey({ heads, pace: 100 });
  await job.read(items);
  const cleaning = job.clean();
  while (job.state !== "searching") await new Promise((resolve) => setTimeout(resolve, 5));
  assert.ok(job.busy);
  job.cancel();
  await cleaning;
  assert.deepEqual([job.state, states.at(-1), job.faces.shown], ["review", "review", []]);
});

test("what is typed as a name goes to the engine as it is written in DICOM, and is forgotten with the files", async () => {
  const { journey: job, engines } = journey({ pace: 50 });
  assert.throws(() => job.rename("Jana Muster"), WrongTurnError);
  await job.read(items);
  job.rename(" Jana  Maria Muster ");
  const cleaning = job.clean();
  await new Promise((resolve) => setTimeout(resolve, 10));
  job.cancel();
  await cleaning;
  assert.equal(job.name, " Jana  Maria Muster ", "still there after stopping");
  job.rename("a\\b");
  await assert.rejects(job.clean(), WrongTurnError);
  job.rename("  ");
  await job.clean();
  assert.deepEqual(engines.subjects, [{ name: "Muster^Jana Maria" }, null]);
  job.reset();
  assert.equal(job.name, "");
});

test("a typed name has no sign that means something in DICOM, and is not too long", () => {
  assert.deepEqual(typedName("Jana Muster"), { kind: "name", name: "Muster^Jana" });
  assert.deepEqual(typedName("Otter"), { kind: "name", name: "Otter" });
  assert.deepEqual(typedName("محمد علی"), { kind: "name", name: "علی^محمد" });
  assert.deepEqual(typedName(" \t\n"), { kind: "nothing" });
  for (const text of ["a\\b", "a^b", "a=b", "a\u0000b", "a\u0007b", "a \u202e b", "a\u2066b", "a\u007fb", "\ufeffa"]) {
    assert.deepEqual(typedName(text), { kind: "bad", fault: "signs" }, JSON.stringify(text));
  }
  assert.equal(typedName("ä".repeat(64)).kind, "name");
  assert.deepEqual(typedName("a".repeat(65)), { kind: "bad", fault: "long" });
});

test("the real name is known in any order, case and accents", () => {
  const review = (...names) => ({ patients: names.map((name) => ({ shown: { name } })) });
  for (const typed of ["Muster^Jana", "MUSTER^JANA", "Jana^muster", "Otter^Jana", "Müster^X"]) {
    assert.ok(isOfPerson(typed, review("Doe^J", "Muster^Jana^Q")), typed);
  }
  assert.ok(isOfPerson("太郎^山田", review("Yamada^Taro=山田^太郎")));
  for (const typed of ["Otter^Amber", "Q", "J^Otter"]) assert.ok(!isOfPerson(typed, review("Doe^J", "Muster^Jana^Q", undefined)), typed);
});

test("every Option has its words, and every thing that stays", () => {
  const texts = new Texts("en");
  for (const name of ["basic", ...Object.keys(OPTIONS)]) {
    for (const id of [`option-${name}`, `option-${name}.what`]) assert.notEqual(texts.say(id), id, `no sentence for ${id}`);
  }
  const kinds = [...readFileSync(join(root, "www/element/views/details.ts"), "utf8").matchAll(/^ {2}\["([a-z-]+)"(?:, "([a-z-]+)")?\]/gm)];
  assert.ok(kinds.length > 10);
  for (const [, kind, option] of kinds) {
    assert.ok(option === undefined || option in OPTIONS, option);
    for (const id of [`stays-${kind}`, `stays-${kind}.why`]) assert.notEqual(texts.say(id), id, `no sentence for ${id}`);
  }
});

test("every code of the core and of the engine has a sentence and a remedy", () => {
  const source = readFileSync(join(root, "src/error.rs"), "utf8");
  const codes = [...source.matchAll(/Self::\w+ => "([a-z-]+)"/g)].map(([, code]) => code);
  assert.ok(codes.length > 25);
  const texts = new Texts("en");
  for (const code of [...codes, "worker-start", "worker-died", "worker-timeout", "memory", "unreadable", "cancelled", "archive-depth"]) {
    for (const id of [`code-${code}`, `code-${code}.do`]) assert.notEqual(texts.say(id), id, `no sentence for ${id}`);
  }
});

test("every sentence that is asked for by name exists", () => {
  const texts = new Texts("en");
  const files = readdirSync(join(root, "www/element"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const ids = files.flatMap((file) =>
    [...readFileSync(join(root, "www/element", file), "utf8").matchAll(/\bsay\("([a-z][\w.-]+)"/g)].map(([, id]) => id),
  );
  assert.ok(ids.length > 60);
  const values = new Proxy({}, { get: () => 2, has: () => true });
  for (const id of ids) assert.notEqual(texts.say(id, values), id, `no sentence for ${id}`);
});

test("numbers are counted in words", () => {
  const texts = new Texts("de-CH");
  assert.equal(texts.language, "en");
  assert.equal(texts.say("review-start", { images: 1 }), "Clean 1 image");
  assert.equal(texts.say("review-start", { images: 1029 }), "Clean 1,029 images");
  assert.equal(texts.size(1_234_567), "1.3 MB");
  assert.equal(texts.date("19710314"), "March 14, 1971");
  assert.equal(texts.date("soon"), "soon");
});

test("names are said the way people say them", () => {
  assert.equal(personName("Doe^Jane^Q^Dr"), "Dr Jane Q Doe");
  assert.equal(personName("=山田^太郎"), "太郎 山田");
  assert.equal(personName("^^"), "^^");
});

test("a face is possible in heads and wherever the part is not known", () => {
  const of = (modality, bodyPart, seriesDescription) => region({ modality, shown: { bodyPart, seriesDescription } });
  assert.equal(of("CT", "HEAD"), "head");
  assert.equal(of("MR", undefined, "t1 Schädel nativ"), "head");
  assert.equal(of("MR", "KNEE", "PD surface coil"), "other");
  assert.equal(of("CT", "CHEST", "Neck and chest"), "head");
  assert.equal(of("MR", undefined, "t2 tse"), "unknown");
  assert.equal(of("DX", "SKULL"), "other");
});

test("the sample is the same bytes each time and names its patient in every file", async () => {
  const read = () =>
    Promise.all(sample().map(async ({ path, data }) => ({ path, bytes: Buffer.from(await new Blob([data]).arrayBuffer()) })));
  const files = await read();
  assert.equal(files.length, 46);
  assert.deepEqual(await read(), files);
  for (const { path, bytes } of files) {
    assert.ok(bytes.includes("Fairweather"), path);
    if (!path.endsWith(".TXT")) assert.equal(bytes.toString("latin1", 128, 132), "DICM");
  }
});

/**
 * The whole job on the built page in each way that people come to it: served, cut off, from disk, on a phone, from right to left and by keyboard
 * alone; each with the sample or with a disc, in turn, and with SCRUB_WAYS=all with both. What was saved is read by pydicom where that is
 * installed.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { dist, root } from "../../scripts/lib.mjs";
import { listen } from "../../scripts/serve.mjs";
import { sample } from "../../www/files/sample.ts";
import { startBrowser, untilState, watchedPage } from "./browser.mjs";
import { chest, secrets } from "./patient.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {string} */
let folder;
before(async () => {
  browser = await startBrowser();
  folder = mkdtempSync(join(tmpdir(), "scan-scrubber-ways-"));
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const oneFile = pathToFileURL(join(dist, "scan-scrubber.html")).href;
const phone = { viewport: { width: 390, height: 760 }, hasTouch: true, isMobile: true };

/** How the page is opened, and how what is on it is pressed. */
const ways = [
  { name: "served", open: (page, served) => page.goto(served.address) },
  { name: "served, then cut off", open: cutOff },
  { name: "from disk", open: (page) => page.goto(oneFile) },
  { name: "on a phone", options: phone, open: (page) => page.goto(oneFile), press: (button) => button.tap() },
  { name: "from right to left", options: { locale: "ar" }, language: "ar", open: (page) => page.goto(oneFile) },
  { name: "by keyboard alone", open: (page) => page.goto(oneFile), press: byKeyboard },
];

const corpus = join(process.env.SCRUB_CORPUS ?? "", "dicomdir/pydicom__pydicom/src/pydicom/data/test_files/dicomdirtests/98892003");
const hasDisc = existsSync(corpus);

/** What is chosen, and what names its patient. */
const sources = [
  {
    name: "the sample",
    planted: secrets.filter((secret) => !["GVH2024", "Orchard Lane", "Lindqvist", "Moreau", "DEMO IMAGING 1"].includes(secret)),
  },
  hasDisc
    ? { name: "a disc", path: () => corpus, planted: ["Doe", "Peter"] }
    : { name: "a disc made here", path: discMade, planted: secrets },
];

const all = process.env.SCRUB_WAYS === "all";

for (const [at, way] of ways.entries()) {
  for (const source of sources.filter((_, n) => all || n === at % 2)) {
    test(`${way.name}: ${source.name}`, async (context) => {
      if (source.path && !hasDisc) context.diagnostic("NOT RUN with a real disc: SCRUB_CORPUS names no corpus that has one.");
      const saved = await whole(way, source);
      const originals = Buffer.concat(source.path ? bytesIn(source.path()) : await bytesOfSample());
      for (const secret of source.planted) {
        assert.ok(originals.includes(secret), `${secret} is not in what was chosen: nothing would be proved`);
        assert.ok(!saved.includes(secret), `what was saved holds ${secret}`);
      }
      readByOthers(saved, source.planted, context);
    });
  }
}

/** From opening the page to the bytes of the zip that it saves. */
async function whole({ options, language = "en", open, press = (button) => button.click() }, { path }) {
  const served = await listen(0);
  const { context, page, messages } = await watchedPage(browser, options);
  const say = wordsOf(language);
  const named = (id) => page.getByRole("button", { name: say(id), exact: true });
  const main = page.locator("scan-scrubber .go button.primary:visible");
  await open(page, served);
  if (path) {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(named("choose-folder"), page)]);
    await chooser.setFiles(path());
  } else {
    await press(named("choose-sample"), page);
  }
  await untilState(page, "review");
  await press(main, page);
  for (let state = "review"; state !== "done"; ) {
    state = await next(page, state);
    if (state === "look") while (await main.isDisabled()) await press(named("look-right"), page);
    if (state !== "done") await press(main, page);
  }
  const [download] = await Promise.all([page.waitForEvent("download"), press(named("done-zip"), page)]);
  const saved = readFileSync(await download.path());
  // Cut off before the reader was asked for, a page says so, and blackens what it cannot read.
  if (open !== cutOff) assert.deepEqual(messages, []);
  await context.close();
  served.close();
  return saved;

  /** The next state in which somebody has to do something. */
  async function next(page, state) {
    const found = await page.waitForFunction(
      (before) => {
        const { state } = document.querySelector("scan-scrubber") ?? {};
        return state !== before && ["look", "face", "done", "failed"].includes(state ?? "") && state;
      },
      state,
      { timeout: 60_000 },
    );
    assert.notEqual(await found.jsonValue(), "failed");
    return found.jsonValue();
  }
}

/** Served, made ready, and then neither a server nor a network. */
async function cutOff(page, served) {
  await page.goto(served.address);
  await page.getByRole("button", { name: "Get ready to go offline" }).click();
  await page.getByText("Ready: you can turn off your internet now.").waitFor();
  served.close();
  await page.context().setOffline(true);
}

/** Tab until it has the focus, then Enter. */
async function byKeyboard(button, page) {
  await button.waitFor();
  const target = await button.elementHandle();
  for (let presses = 0; presses < 90; presses++) {
    if (await target.evaluate((wanted) => wanted === wanted.getRootNode().activeElement)) return page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
  }
  assert.fail("the keyboard does not reach it");
}

/** Messages of a language, by their names. */
function wordsOf(language) {
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(readFileSync(join(root, `www/locales/${language}.ftl`), "utf8")));
  return (id) => bundle.formatPattern(bundle.getMessage(id)?.value ?? assert.fail(id));
}

/** A folder as on a disc, where there is no real one. */
function discMade() {
  const path = join(folder, "disc");
  mkdirSync(join(path, "DICOM"), { recursive: true });
  for (const { name, buffer } of chest(1, 4)) writeFileSync(join(path, "DICOM", name), buffer);
  return path;
}

function bytesIn(path) {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((file) => readFileSync(join(file.parentPath, file.name)));
}

function bytesOfSample() {
  return Promise.all(sample().map(async ({ data }) => Buffer.from(data instanceof Blob ? await data.arrayBuffer() : [])));
}

/** Every value of every file, as pydicom reads it. */
const READ = `
import io, json, sys, zipfile, pydicom
texts, count = [], 0
def walk(data):
    for element in data:
        if element.VR == "SQ":
            for item in element.value: walk(item)
        else: texts.append(str(element.value))
with zipfile.ZipFile(sys.argv[1]) as archive:
    for name in archive.namelist():
        data = pydicom.dcmread(io.BytesIO(archive.read(name)))
        walk(data.file_meta); walk(data); count += 1
json.dump({"count": count, "text": "\\n".join(texts)}, sys.stdout)
`;

function readByOthers(zip, planted, context) {
  const python = process.env.PYTHON ?? "python3";
  if (spawnSync(python, ["-c", "import pydicom"]).status !== 0)
    return context.diagnostic("NOT READ by pydicom, which is not installed: only the bytes were searched.");
  const file = join(folder, "saved.zip");
  writeFileSync(file, zip);
  const { stdout, stderr, status } = spawnSync(python, ["-c", READ, file], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  const { count, text } = JSON.parse(stdout);
  assert.ok(count > 0);
  for (const secret of planted) assert.ok(!text.includes(secret), secret);
}

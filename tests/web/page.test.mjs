/** The whole job on the built page, as a patient does it: served and then cut off, and from disk; by mouse and by keyboard alone. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist } from "../../scripts/lib.mjs";
import { listen } from "../../scripts/serve.mjs";
import { sample } from "../../www/files/sample.ts";
import { assertAccessible, startBrowser, untilState, watchedPage } from "./browser.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const fromDisk = pathToFileURL(join(dist, "scan-scrubber.html")).href;

/** Everything that names the sample's patient, in the header, in sequences and in private fields. */
const secrets = [
  "Fairweather",
  "Ericsson",
  "GVH-0048",
  "Green Valley",
  "Mill Street",
  "555-01",
  "Okafor",
  "Reed^",
  "19710314",
  "20240917",
  "SV-99201",
];

test("served, then cut off from everything: the sample comes out clean, and nothing went out", async () => {
  const { address, close } = await listen(0);
  const { context, page, messages, requests } = await watchedPage(browser);
  const small = ["codecs", "pictures"].map((name) => `${address}pack-${name}.js`);
  await page.goto(address);
  await page.getByRole("button", { name: "Get ready to go offline" }).click();
  await page.getByText("Ready: you can turn off your internet now.").waitFor();
  close();
  await context.setOffline(true);
  await page.getByText("Offline, and still working").waitFor();
  await page.getByRole("button", { name: "Try it with a sample" }).click();
  await checkReview(page);
  await page.getByRole("button", { name: "Clean 44 images" }).click();
  await looksRight(page);
  await faceIsGone(page);
  await checkDone(page);
  await checkSaved(page);
  // The reader is asked for once a picture needs it, and is not to be had any more: what was found is blackened unread.
  const late = (/** @type {string} */ text) => /pack-(?:reader|models)|ERR_|Failed to load/.test(text);
  assert.deepEqual(
    messages.filter((text) => !late(text)),
    [],
  );
  assert.deepEqual(
    outside(requests)
      .filter((url) => !late(url))
      .sort(),
    [address, ...small],
  );
  assert.deepEqual(await stored(page), { local: 0, session: 0, cookies: "", databases: 0 });
  await context.close();
});

test("from disk, by keyboard alone", async () => {
  const { context, page, messages, requests } = await watchedPage(browser, { viewport: { width: 375, height: 700 } });
  await context.setOffline(true);
  await page.goto(fromDisk);
  await tabTo(page, "Try it with a sample");
  await page.keyboard.press("Enter");
  await untilState(page, "review");
  await tabTo(page, "Show the details of this scan");
  await page.keyboard.press("Space");
  assert.match(await page.locator(".who").innerText(), /Johanna Marie Fairweather/);
  await tabTo(page, "Clean 44 images");
  await page.keyboard.press("Enter");
  await untilState(page, "look");
  await tabTo(page, "Looks right");
  await page.keyboard.press("Enter");
  await tabTo(page, "Remove my details");
  await page.keyboard.press("Enter");
  await untilState(page, "face");
  await tabTo(page, "Remove my details");
  await page.keyboard.press("Enter");
  await untilState(page, "done");
  await tabTo(page, "Save as zip");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.equal(namesIn(readFileSync(await download.path())).length, 44);
  await tabTo(page, "Start again");
  await page.keyboard.press("Enter");
  await untilState(page, "idle");
  assert.deepEqual(messages, []);
  assert.deepEqual(outside(requests), [fromDisk]);
  await context.close();
});

test("files from a folder: what is chosen is read with its path, what is no scan is named", async () => {
  const { context, page, messages } = await watchedPage(browser);
  await page.goto(fromDisk);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choose files" }).click()]);
  const ct = await sampleFile(0);
  await chooser.setFiles([
    { name: "IM0001", mimeType: "", buffer: ct },
    { name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]) },
    { name: "broken", mimeType: "", buffer: ct.subarray(0, 900) },
    { name: "empty", mimeType: "", buffer: Buffer.alloc(0) },
  ]);
  await untilState(page, "review");
  await page.getByText("The file ends too early.").waitFor();
  await page.getByText("Empty file").waitFor();
  await page.getByRole("button", { name: "Clean 1 image" }).click();
  await untilState(page, "done");
  const report = await page.evaluate(() => document.querySelector("scan-scrubber").report.totals);
  assert.deepEqual(report, { found: 4, verified: 1, withheld: 2, leftOut: 1 });
  assert.deepEqual(messages, []);
  await context.close();
});

test("two people: said first, kept apart under the name that was typed, and no real one leaves", async () => {
  const { context, page, messages } = await watchedPage(browser);
  await page.goto(fromDisk);
  const mine = await sampleFile(0);
  const theirs = Buffer.from(
    mine.toString("latin1").replaceAll("GVH-0048-2210", "GVH-0048-2211").replaceAll("Johanna", "Annemar"),
    "latin1",
  );
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choose files" }).click()]);
  await chooser.setFiles([mine, theirs].map((buffer, at) => ({ name: `IM${at}`, mimeType: "", buffer })));
  await untilState(page, "review");
  const box = page.locator('[data-warning="people"]');
  await box.getByText("Johanna Marie Fairweather").waitFor();
  await box.getByText("Annemar Marie Fairweather").waitFor();
  await page.getByText("Name to put on the scans").click();
  await page.getByRole("textbox").fill("Jana Müster");
  await page.getByRole("button", { name: "Clean 2 images" }).click();
  await untilState(page, "done");
  const texts = await page.evaluate(() => Promise.all(document.querySelector("scan-scrubber").files.map((file) => file.text())));
  const names = texts.map((text) => /Müster\^Jana \w{5}/.exec(text)?.[0]);
  assert.ok(names[0] && names[1] && names[0] !== names[1], names.join());
  for (const secret of [...secrets, "Annemar", "Johanna"]) assert.ok(!texts.join().includes(secret), secret);
  assert.deepEqual(messages, []);
  await context.close();
});

test("nothing that is a scan: said so, and a way back", async () => {
  const { context, page } = await watchedPage(browser);
  await page.goto(fromDisk);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choose files" }).click()]);
  await chooser.setFiles([{ name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear Mrs Fairweather") }]);
  await page.getByRole("heading", { name: "We found no scan" }).waitFor();
  assert.equal(await page.getByRole("button", { name: /^Clean/ }).count(), 0);
  await page.getByRole("button", { name: "Choose something else" }).click();
  await page.getByRole("heading", { name: "Add your scan" }).waitFor();
  await context.close();
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing on the whole page, at any step, in ${colorScheme}`, async () => {
    const { context, page } = await watchedPage(browser, { colorScheme });
    await page.goto(fromDisk);
    await assertAccessible(page, "choose");
    await page.getByRole("button", { name: "Try it with a sample" }).click();
    await untilState(page, "review");
    await assertAccessible(page, "review");
    await page.getByRole("button", { name: /^Clean/ }).click();
    await untilState(page, "look");
    await assertAccessible(page, "look");
    await looksRight(page);
    await untilState(page, "face");
    await assertAccessible(page, "face");
    await faceIsGone(page);
    await untilState(page, "done");
    await page.getByRole("button", { name: "See report" }).click();
    await assertAccessible(page, "done");
    await context.close();
  });
}

test("without script the page says that nothing was sent", async () => {
  const { context, page } = await watchedPage(browser, { javaScriptEnabled: false });
  await page.goto(fromDisk);
  assert.ok(await page.getByText("The scrubber has not loaded. No file has been sent.").isVisible());
  await context.close();
});

async function checkReview(page) {
  await untilState(page, "review");
  await page.getByRole("heading", { name: "We found 1 scan" }).waitFor();
  await page.locator('[data-warning="warn-head-face"]').waitFor();
  await page.getByText("List of contents (it holds your name)").waitFor();
  const shown = await page.locator("scan-scrubber .review").innerText();
  for (const secret of secrets) assert.doesNotMatch(shown, new RegExp(secret.replace("^", "\\^")), "masked until asked for");
  // A small picture is made once it is on the screen.
  await page.getByRole("table").scrollIntoViewIfNeeded();
  const drawn = await page.waitForFunction(() => {
    const canvas = document.querySelector("scan-scrubber").shadowRoot.querySelector("canvas");
    const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.some((value, at) => at % 4 === 0 && value > 0);
  });
  assert.ok(await drawn.jsonValue());
}

/** Looks at the picture with writing, and at what may be writing where nobody can read it; goes on to the head. */
async function looksRight(page) {
  await untilState(page, "look");
  const on = page.getByRole("button", { name: "Remove my details" });
  for (let series = 0; series < 2 && (await on.isDisabled()); series++)
    await page.getByRole("button", { name: "Looks right", exact: true }).click();
  await on.click();
}

/** Looks at the head, before and after, and goes on. */
async function faceIsGone(page) {
  await untilState(page, "face");
  await page.getByText("We found the face. It will be taken out.").waitFor();
  const sums = await page.locator(".pair canvas").evaluateAll((all) =>
    all.map((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return data.reduce((sum, value) => sum + value, 0);
    }),
  );
  assert.equal(sums.length, 6);
  assert.equal(new Set(sums).size, 6, "before and after are six pictures");
  await page.getByRole("button", { name: "Remove my details" }).click();
}

async function checkDone(page) {
  await untilState(page, "done");
  await page.getByText("44 images read back").waitFor();
  const report = await page.evaluate(() => JSON.stringify(document.querySelector("scan-scrubber").report));
  for (const secret of secrets) assert.ok(!report.includes(secret), `the report holds ${secret}`);
  assert.deepEqual(JSON.parse(report).totals, { found: 46, verified: 44, withheld: 0, leftOut: 2 });
}

async function checkSaved(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as zip" }).click()]);
  const zip = readFileSync(await download.path());
  const expected = Array.from({ length: 43 }, (_, at) => `SUBJECT/STUDY001/SERIES001/IMAGE${String(at + 1).padStart(5, "0")}.dcm`);
  assert.deepEqual(namesIn(zip), [...expected, "SUBJECT/STUDY001/SERIES002/IMAGE00001.dcm"]);
  for (const secret of secrets) assert.ok(!zip.includes(secret), `the zip holds ${secret}`);
  const original = await sampleFile(0);
  for (const secret of secrets) assert.ok(original.includes(secret), `the original does not hold ${secret}: nothing was proved`);
  await page.getByText("Saved. Your own files have not been changed.").waitFor();
}

/** The bytes of one of the sample's files. */
async function sampleFile(at) {
  const data = sample()[at]?.data;
  assert.ok(data instanceof Blob);
  return Buffer.from(await data.arrayBuffer());
}

/** Names in a zip's directory, in its order. */
function namesIn(zip) {
  const end = zip.length - 22;
  assert.equal(zip.readUInt32LE(end), 0x06054b50);
  const names = [];
  for (let at = zip.readUInt32LE(end + 16); at < end; at += 46 + zip.readUInt16LE(at + 28)) {
    names.push(zip.toString("latin1", at + 46, at + 46 + zip.readUInt16LE(at + 28)));
  }
  return names;
}

/** Presses Tab until the button or link of that name has the focus. */
async function tabTo(page, name) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const active = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return active?.getAttribute("aria-label") ?? active?.textContent ?? "";
    });
    if (focused === name) return;
  }
  assert.fail(`the keyboard does not reach "${name}"`);
}

/** Requests that left the page: its own blobs stay inside. */
function outside(requests) {
  return requests.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:"));
}

function stored(page) {
  return page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
  }));
}

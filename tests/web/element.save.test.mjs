/** Saving, as a person meets it: a folder that can be gone on with, several smaller zips, another app. */

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { after, before, test } from "node:test";
import { assertAccessible, startBrowser, untilState } from "./browser.mjs";
import { openPortal } from "./portal.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

/** A portal with five clean images of so many bytes. */
async function cleaned(bytes, prepare = () => {}, options = {}) {
  const opened = await openPortal(browser, "<scan-scrubber></scan-scrubber>", { fake: { bytes }, ...options });
  const { page } = opened;
  await page.evaluate(prepare);
  await page.evaluate(() => void document.querySelector("scan-scrubber").add([new File(["a"], "IM1")]));
  await untilState(page, "review");
  await page.getByRole("button", { name: "Clean 5 images" }).click();
  await untilState(page, "done");
  return opened;
}

const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Puts a folder in memory in the place of the browser's dialog. Writing fails, or waits, as `globalThis.disk` says. */
function inMemory() {
  const disk = { files: new Map(), full: new Set(), slow: 0 };
  const folder = (path, name) => ({
    name,
    keys: async function* () {},
    getDirectoryHandle: async (each) => folder(`${path}${each}/`, each),
    removeEntry: async (each) => disk.files.delete(path + each),
    getFileHandle: async (each) => {
      const parts = [];
      return {
        getFile: async () => disk.files.get(path + each),
        createWritable: async () => ({
          write: async (chunk) => {
            await new Promise((done) => setTimeout(done, disk.slow));
            if (disk.full.has(each)) throw new DOMException("full", "QuotaExceededError");
            parts.push(chunk.slice());
          },
          close: async () => void disk.files.set(path + each, new Blob(parts)),
          abort: async () => {},
        }),
      };
    },
  });
  Object.assign(globalThis, { disk, showDirectoryPicker: async () => folder("", "picked") });
}

test("a folder that is full says what is in it, and can be gone on with", async () => {
  const { context, page } = await cleaned(0, inMemory);
  const saved = () => page.evaluate(() => [...globalThis.disk.files.keys()].map((path) => path.split("/").at(-1)).sort());
  await page.evaluate(() => globalThis.disk.full.add("IMAGE00003.dcm"));
  await button(page, "Save to a folder").click();
  await page.getByText("2 of 5 files are in the folder “scans-de-identified”.").waitFor();
  assert.deepEqual(await saved(), ["IMAGE00001.dcm", "IMAGE00002.dcm"]);
  await assertAccessible(page, "save, stopped");
  await page.evaluate(() => globalThis.disk.full.clear());
  await button(page, "Go on saving").click();
  await page.getByText("Saved. Your own files have not been changed.").waitFor();
  assert.equal((await saved()).length, 5);
  assert.equal(await button(page, "Go on saving").isVisible(), false);
  await context.close();
});

test("saving to a folder tells how far it is, and can be stopped", async () => {
  const { context, page } = await cleaned(1_000_000, inMemory);
  await page.evaluate(() => {
    globalThis.disk.slow = 1500;
  });
  await button(page, "Save to a folder").click();
  await page.getByText(/^Saving: \d+ %$/).waitFor();
  assert.equal(await button(page, "Save as zip").isDisabled(), true);
  await button(page, "Stop").click();
  await page.getByText(/^\d of 5 files are in the folder/).waitFor();
  assert.ok((await page.evaluate(() => globalThis.disk.files.size)) < 5);
  await page.evaluate(() => {
    globalThis.disk.slow = 0;
  });
  await button(page, "Go on saving").click();
  await page.getByText("Saved. Your own files have not been changed.").waitFor();
  await context.close();
});

test("what is too large for one mail is saved in parts, and counts as saved with the last", async () => {
  const { context, page } = await cleaned(9_000_000);
  const unsaved = () =>
    page.evaluate(() => {
      const event = new Event("beforeunload", { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    });
  await page.getByText("Save as several smaller files").click();
  await assertAccessible(page, "save, in parts");
  for (let part = 1; part <= 3; part++) {
    assert.equal(await unsaved(), true);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: `Save part ${part} of 3` }).click(),
    ]);
    assert.equal(download.suggestedFilename(), `scans-de-identified-${part}-of-3.zip`);
    const { size } = statSync(await download.path());
    assert.ok(size > 9_000_000 && size <= 25_000_000, `${size}`);
    await page.getByText(part === 3 ? "Saved. Your own files" : `Part ${part} of 3 is saved.`).waitFor();
  }
  assert.equal(await unsaved(), false);
  await context.close();
});

test("what can no longer be read is not said to be saved, however it was to be", async () => {
  const { context, page } = await cleaned(9_000_000, () => {
    Object.assign(navigator, { canShare: () => true, share: async () => {} });
  });
  const downloads = [];
  page.on("download", (download) => downloads.push(download.suggestedFilename()));
  await page.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = async function () {
      if (globalThis.isBack) return arrayBuffer.call(this);
      throw new DOMException("gone", "NotReadableError");
    };
  });
  await page.getByText("Save as several smaller files").click();
  for (const name of ["Save as zip", "Send to another app", "Save part 1 of 3 (18 MB)"]) {
    await button(page, name).click();
    await page.getByText("Saving did not work.").waitFor();
    await page.evaluate(() => {
      for (const note of document.querySelector("scan-scrubber").shadowRoot.querySelectorAll("[role=status]")) note.textContent = "";
    });
  }
  assert.equal(await page.getByText("✓ saved").count(), 0);
  assert.deepEqual(downloads, []);
  await page.evaluate(() => Object.assign(globalThis, { isBack: true }));
  await Promise.all([page.waitForEvent("download"), button(page, "Save as zip").click()]);
  await page.getByText("Saved. Your own files").waitFor();
  await context.close();
});

test("files are handed to another app where the device can, and only there", async () => {
  const { context, page } = await cleaned(0, () => {
    Object.assign(navigator, {
      canShare: ({ files }) => files.every((file) => file.type === "application/zip"),
      share: async ({ files }) => {
        globalThis.shared = files.map(({ name, size }) => [name, size]);
        if (globalThis.refused) throw new DOMException("closed", "AbortError");
      },
    });
  });
  await page.evaluate(() => Object.assign(globalThis, { refused: true }));
  await button(page, "Send to another app").click();
  await page.waitForFunction(() => globalThis.shared !== undefined);
  assert.equal(await page.getByText("Handed to the other app.").count(), 0);
  await page.evaluate(() => Object.assign(globalThis, { refused: false }));
  await button(page, "Send to another app").click();
  await page.getByText("Handed to the other app.").waitFor();
  const [[name, size]] = await page.evaluate(() => globalThis.shared);
  assert.equal(name, "scans-de-identified.zip");
  assert.ok(size > 500);
  await context.close();
  const other = await cleaned(0);
  assert.equal(await button(other.page, "Send to another app").count(), 0);
  assert.equal(await other.page.getByText("Save as several smaller files").count(), 0);
  await other.context.close();
});

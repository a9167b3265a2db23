/**
 * The whole job in browsers of other makers, where they are installed: the same journey, and what comes out is to the byte what Chromium makes.
 * Where one is not installed its tests are skipped, and say so.
 */

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { dist } from "../../scripts/lib.mjs";
import { listen } from "../../scripts/serve.mjs";
import { sample } from "../../www/files/sample.ts";
import { startBrowser, watchedPage } from "./browser.mjs";
import { iso } from "./discs.mjs";
import { Driver, findFirefox, findWebKit, startFirefox, startWebKit } from "./driver.mjs";
import { scratch } from "./load.mjs";

/** The same in every browser, so that all make the same of it. */
const key = Array.from({ length: 32 }, (_, n) => (n * 11 + 5) % 256);
const secrets = ["Fairweather", "Ericsson", "GVH-0048", "Green Valley", "Mill Street", "555-01", "Okafor", "Reed^", "19710314", "20240917"];
const fromDisk = pathToFileURL(join(dist, "scan-scrubber.html")).href;

const firefox = findFirefox();
const webKit = findWebKit();
const others = [
  { name: "Firefox", missing: firefox ? undefined : "no firefox-esr or firefox", start: (folder) => startFirefox(firefox, folder) },
  { name: "WebKitGTK", missing: webKit.missing, start: (folder) => startWebKit(webKit, folder) },
];

/** @type {Awaited<ReturnType<typeof listen>>} */
let server;
/** What Chromium makes of the sample and of the files. @type {{ sample: Buffer, files: Buffer }} */
let expected;
/** @type {string[]} */
let files;
before(async () => {
  if (others.every(({ missing }) => missing)) return;
  server = await listen(0);
  files = await fixture(join(scratch(), "DISC"));
  expected = await byChromium();
});
after(() => server?.close());

for (const { name, missing, start } of others) {
  describe(name, () => {
    // Each test by itself: a suite that is skipped is not counted.
    const skip = missing && `NOT RUN in ${name}: ${missing} here.`;
    const folder = scratch();
    /** @type {import("./driver.mjs").Driver} */
    let driver;
    before(async () => {
      if (!missing) driver = await start(folder);
    });
    after(() => driver?.close());

    test("served: the sample comes out clean, and as elsewhere", { skip }, async (context) => {
      context.diagnostic(driver.version);
      await open(driver, server.address);
      await wholeJob(driver);
      isSample(await saved(driver, folder));
    });

    // WebKitGTK takes half a minute for it: there it is left with what is read from disk, which is what differs.
    const slow = name === "WebKitGTK" && "slow here, and run as served";
    test("from disk: the sample comes out clean, and as elsewhere", { skip: skip || slow }, async () => {
      await open(driver, fromDisk);
      await wholeJob(driver);
      isSample(await saved(driver, folder));
    });

    test("the page is kept on request, opens with the server gone, says that it is kept, and is given up again", { skip }, async () => {
      const own = await listen(0);
      await open(driver, own.address);
      await driver.press("Keep it");
      assert.equal(await untilKept(driver), "It is kept. You can open it without the internet.");
      own.close();
      own.server.closeAllConnections();
      await open(driver, own.address);
      assert.equal(await untilKept(driver), "It is kept. You can open it without the internet.");
      await driver.press("Try it with a sample");
      await until(driver, "review");
      await driver.press("Do not keep it any more");
      await driver.until("gone", () => document.getElementById("keep-said").textContent === "It is not kept any more.");
      assert.deepEqual(await driver.run(() => caches.keys()), []);
      assert.deepEqual(await driver.run(() => window.seen), []);
    });

    test("from disk: chosen files, a disc image among them; what is no scan is named", { skip }, async () => {
      await open(driver, fromDisk);
      await driver.choose(files);
      await until(driver, "review");
      const text = await driver.run(() => document.querySelector("scan-scrubber").shadowRoot.textContent);
      for (const words of ["The file ends too early.", "Empty file"]) assert.ok(text.includes(words), words);
      await driver.press("Clean 4 images");
      await until(driver, "done");
      assert.deepEqual(await totals(driver), { found: 7, verified: 4, withheld: 2, leftOut: 1 });
      const zip = await saved(driver, folder);
      assert.ok(zip.equals(expected.files), "the zip is not that of Chromium");
    });
  });
}

/** What the page says of its being kept, once it has come to an end. */
function untilKept(driver) {
  return driver.until("what became of it", () => {
    const text = document.getElementById("keep-said").textContent;
    return text !== "Keeping it…" && text;
  });
}

function isSample(zip) {
  for (const secret of secrets) assert.ok(!zip.includes(secret), `the zip holds ${secret}`);
  assert.equal(zip.readUInt16LE(zip.length - 12), 44);
  assert.ok(zip.equals(expected.sample), "the zip is not that of Chromium");
}

/** Opens the page, notes what goes wrong in it from then on, and sets the key. */
async function open(driver, address) {
  await driver.goto(address);
  await driver.run((bytes) => {
    const seen = [];
    window.seen = seen;
    addEventListener("error", (event) => seen.push(event.message));
    addEventListener("unhandledrejection", (event) => seen.push(String(event.reason)));
    addEventListener("securitypolicyviolation", (event) => seen.push(`${event.effectiveDirective} ${event.blockedURI}`));
    document.querySelector("scan-scrubber").key = Uint8Array.from(bytes);
  }, key);
}

/** From the sample to what is to be saved, every step looked at. */
async function wholeJob(driver) {
  await driver.press("Try it with a sample");
  await until(driver, "review");
  await driver.press("Clean 44 images");
  await until(driver, "look");
  for (let series = 0; series < 2 && !(await driver.offers("Remove my details")); series++) await driver.press("Looks right");
  await driver.press("Remove my details");
  await until(driver, "face");
  await driver.press("Remove my details");
  await until(driver, "done");
  assert.deepEqual(await totals(driver), { found: 46, verified: 44, withheld: 0, leftOut: 2 });
}

function until(driver, state) {
  return driver.until(state, (wanted) => document.querySelector("scan-scrubber").state === wanted, state);
}

function totals(driver) {
  return driver.run(() => ({ ...document.querySelector("scan-scrubber").report.totals }));
}

/** Presses the button that saves; the bytes that then lie on the disk. Nothing may have gone wrong, and nothing be stored. */
async function saved(driver, folder) {
  await driver.press("Save as zip");
  const path = join(folder, "scans-de-identified.zip");
  const sizeOf = () => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const end = performance.now() + 30_000;
  // Both browsers make the file first and fill it then.
  for (let size = 0; size === 0 || size !== sizeOf(); await sleep(300)) {
    size = sizeOf();
    assert.ok(performance.now() < end, "nothing was saved");
  }
  assert.deepEqual(await driver.run(stored), { seen: [], local: 0, session: 0, cookies: "" });
  const zip = readFileSync(path);
  rmSync(path);
  return zip;
}

function stored() {
  return { seen: window.seen, local: localStorage.length, session: sessionStorage.length, cookies: document.cookie };
}

/** What Chromium makes of the same, by the same driver's ways. */
async function byChromium() {
  const browser = await startBrowser();
  try {
    const { page } = await watchedPage(browser);
    const named = (words) => page.getByRole("button", { name: words, exact: true });
    const driver = {
      goto: (url) => page.goto(url),
      run: (work, ...args) => page.evaluate(`(${work})(...${JSON.stringify(args)})`),
      until: Driver.prototype.until,
      press: (words) => named(words).click(),
      offers: (words) => named(words).isEnabled(),
    };
    const zip = async () => {
      const [download] = await Promise.all([page.waitForEvent("download"), driver.press("Save as zip")]);
      return readFileSync(await download.path());
    };
    await open(driver, server.address);
    await wholeJob(driver);
    const ofSample = await zip();
    await open(driver, fromDisk);
    await page.locator("scan-scrubber input[type=file]").first().setInputFiles(files);
    await until(driver, "review");
    await driver.press("Clean 4 images");
    await until(driver, "done");
    return { sample: ofSample, files: await zip() };
  } finally {
    await browser.close();
  }
}

/** What a person may have: slices of a scan, one in a disc image and one in big letters, and three things that are none. Their paths. */
async function fixture(folder) {
  const slice = async (at) => {
    const data = sample()[at]?.data;
    assert.ok(data instanceof Blob);
    return Buffer.from(await data.arrayBuffer());
  };
  const all = {
    "A/IM0001": await slice(0),
    "A/IM0002": await slice(1),
    "A/IM0003.DCM": await slice(2),
    "B/disc.iso": iso({ "DICOM/IM0004": await slice(3) }),
    "B/broken": (await slice(4)).subarray(0, 900),
    "B/empty": Buffer.alloc(0),
    "B/photo.jpg": Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]),
  };
  return Object.entries(all).map(([name, bytes]) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    assert.ok(existsSync(path));
    return path;
  });
}

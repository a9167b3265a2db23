/** Further wasm files in the built pages: beside the one that is served, inside those that are one file, and said where they lack. */

import assert from "node:assert/strict";
import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist } from "../../scripts/lib.mjs";
import { listen } from "../../scripts/serve.mjs";
import { startBrowser, watchedPage } from "./browser.mjs";
import { scratch } from "./load.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const isBuilt = (part) => existsSync(join(dist, `pack-${part}.js`));
const built = ["pictures", "codecs", "reader"].filter(isBuilt);
const fromDisk = (name) => pathToFileURL(join(dist, name)).href;

/** What the page gives for each pack: what kind of thing; and what it says that it lacks. */
function packsOf(page) {
  return page.evaluate(async () => {
    const { supply } = customElements.get("scan-scrubber");
    const kinds = [];
    for (const name of ["pictures", "codecs", "reader"]) {
      const pack = await supply.pack(name).catch((error) => error.name);
      const isWhole = pack?.module instanceof WebAssembly.Module && pack.models instanceof Uint8Array && pack.models.length > 0;
      const isSame = pack === (await supply.pack(name).catch((error) => error.name));
      kinds.push([name, pack instanceof WebAssembly.Module || isWhole ? "pack" : String(pack), isSame]);
    }
    return { kinds, lacks: document.querySelector("scan-scrubber").lacks };
  });
}

const all = { kinds: [], lacks: [] };
for (const name of ["pictures", "codecs", "reader"]) {
  all.kinds.push([name, isBuilt(name) ? "pack" : "undefined", true]);
  if (!isBuilt(name)) all.lacks.push(name);
}

test("served, packs are imported from the page's own origin, within its policy: once somebody asks; the reader when it is needed", async () => {
  const { address, close } = await listen(0);
  const { context, page, messages, requests } = await watchedPage(browser);
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  const own = () => requests.filter((url) => !/^(?:blob|data):/.test(url)).sort();
  assert.deepEqual(own(), [address]);
  await page.getByRole("button", { name: "Get ready to go offline" }).click();
  await page.getByText("Ready: you can turn off your internet now.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Get ready to go offline" }).count(), 0);
  const parts = (names) => [address, ...names.map((part) => `${address}pack-${part}.js`)].sort();
  assert.deepEqual(own(), parts(["pictures", "codecs"]));
  assert.deepEqual(await packsOf(page), all);
  assert.deepEqual(own(), parts(built.flatMap((name) => (name === "reader" ? [name, "models"] : [name]))), "each once");
  assert.deepEqual(messages, []);
  close();
  await context.close();
});

test("served, packs come when somebody begins, and who is offline before that is told", async () => {
  const { address, close } = await listen(0);
  const { context, page, requests } = await watchedPage(browser);
  await page.goto(address);
  await context.setOffline(true);
  await page.getByText("Offline. Some parts of this page have not come yet.").waitFor();
  assert.equal(await page.locator("#ready").isVisible(), false);
  await context.setOffline(false);
  await page.getByText("Online. Your files are not sent.").waitFor();
  assert.equal(requests.filter((url) => url.includes("pack-")).length, 0);
  await page.getByRole("heading", { name: "Add your scan" }).click();
  await page.getByText("Ready: you can turn off your internet now.").waitFor();
  assert.equal(requests.filter((url) => url.includes("pack-")).length, 2);
  await context.setOffline(true);
  await page.getByText("Offline, and still working").waitFor();
  close();
  await context.close();
});

test("served, parts that do not come are not promised, and can be asked for again", async () => {
  const { address, close } = await listen(0);
  const { context, page } = await watchedPage(browser);
  let gone = true;
  await page.route("**/pack-*.js", (route) => (gone ? route.abort() : route.continue()));
  await page.goto(address);
  await page.getByRole("button", { name: "Get ready to go offline" }).click();
  await page.getByText("The last parts did not come.").waitFor();
  assert.equal(await page.getByText("you can turn off your internet now").count(), 0);
  gone = false;
  await page.getByRole("button", { name: "Get ready to go offline" }).click();
  await page.getByText("Ready: you can turn off your internet now.").waitFor();
  close();
  await context.close();
});

test("served, a pack that did not come is asked for again", async () => {
  const { address, close } = await listen(0);
  const { context, page } = await watchedPage(browser);
  let gone = true;
  await page.route("**/pack-*.js", (route) => (gone ? route.abort() : route.continue()));
  await page.goto(address);
  const first = await page.evaluate(() =>
    customElements
      .get("scan-scrubber")
      .supply.pack("codecs")
      .catch((error) => error.name),
  );
  assert.equal(first, "TypeError");
  gone = false;
  const kind = () =>
    customElements
      .get("scan-scrubber")
      .supply.pack("codecs")
      .then((pack) => pack instanceof WebAssembly.Module);
  assert.equal(await page.evaluate(kind), true);
  close();
  await context.close();
});

test("as one file, from disk and without a network, everything is inside", async () => {
  const { context, page, messages, requests } = await watchedPage(browser);
  await context.setOffline(true);
  await page.goto(fromDisk("scan-scrubber.html"));
  assert.deepEqual(await packsOf(page), all);
  assert.equal(await page.locator(".lacks").count(), all.lacks.length > 0 ? 1 : 0);
  assert.deepEqual(messages, []);
  assert.deepEqual(
    requests.filter((url) => !/^(?:blob|data):/.test(url)),
    [fromDisk("scan-scrubber.html")],
  );
  await context.close();
});

test("as one small file, there is no reader, and the page says so", async () => {
  const { context, page, messages, requests } = await watchedPage(browser);
  await context.setOffline(true);
  await page.goto(fromDisk("scan-scrubber-light.html"));
  const { kinds, lacks } = await packsOf(page);
  assert.deepEqual(kinds[0], ["pictures", "pack", true]);
  assert.deepEqual(kinds[2], ["reader", "undefined", true]);
  assert.equal(kinds[1][1], lacks.includes("codecs") ? "undefined" : "pack");
  assert.ok(lacks.includes("reader") && !lacks.includes("pictures"));
  assert.match(await page.locator(".lacks").innerText(), /^This small copy .*\.$/);
  assert.deepEqual(messages, []);
  assert.deepEqual(
    requests.filter((url) => !/^(?:blob|data):/.test(url)),
    [fromDisk("scan-scrubber-light.html")],
  );
  await context.close();
});

test("the page that is served, saved to disk, knows that nothing lies beside it", async () => {
  const path = join(scratch(), "saved.html");
  copyFileSync(join(dist, "index.html"), path);
  const { context, page, messages } = await watchedPage(browser);
  await page.goto(pathToFileURL(path).href);
  assert.deepEqual((await packsOf(page)).lacks, ["pictures", "codecs", "reader"]);
  assert.match(await page.locator(".lacks").innerText(), /cannot look for writing/);
  assert.deepEqual(messages, []);
  await context.close();
});

test("a portal's element imports packs from beside its script, or where the portal says", async () => {
  const { address, close } = await listen(0);
  const { context, page, messages, requests } = await watchedPage(browser);
  const csp = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; img-src data:; worker-src blob:";
  await page.route(`${address}portal/`, (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": csp },
      body: '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="../scan-scrubber.js"></script><scan-scrubber></scan-scrubber>',
    }),
  );
  await page.goto(`${address}portal/`);
  await page.waitForFunction(() => customElements.get("scan-scrubber") !== undefined);
  assert.equal(
    requests.some((url) => url.includes("pack-")),
    false,
    "nothing before it is needed",
  );
  assert.deepEqual(await packsOf(page), all);
  assert.ok(requests.includes(`${address}pack-pictures.js`));
  const own = await page.evaluate(async () => {
    const { supplyOf } = await import("/element.js");
    const Scrubber = customElements.get("scan-scrubber");
    const asked = [];
    Scrubber.supply = supplyOf(["codecs"], async (part) => {
      asked.push(part);
      return (await import(`/pack-${part}.js`)).default;
    });
    const pack = await Scrubber.supply.pack("codecs");
    return [asked, pack instanceof WebAssembly.Module, document.querySelector("scan-scrubber").lacks];
  });
  assert.deepEqual(own, [["codecs"], true, ["pictures", "reader"]]);
  assert.deepEqual(messages, []);
  close();
  await context.close();
});

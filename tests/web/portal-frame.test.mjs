/** The package in a sandboxed frame, as the recipe has it: the real engine works without an origin, and the portal gets clean files alone. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { dist, root } from "../../scripts/lib.mjs";
import { startBrowser, watchedPage } from "./browser.mjs";
import { chest, secrets } from "./patient.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const recipes = readFileSync(join(root, "www/docs/recipes.md"), "utf8");
/** The frame's page of the recipe, for this portal. */
const inside = /```html\n(<scan-scrubber>[\s\S]*?serveFrame[\s\S]*?)```/
  .exec(recipes)?.[1]
  ?.replace("https://portal.example", "https://portal.test");

const outside = `<iframe src="https://frame.test/" sandbox="allow-scripts allow-downloads" allow="screen-wake-lock *"></iframe><script type="module">
  import { openFrame } from "https://frame.test/scan-scrubber/adapters/frame.js";
  globalThis.files = undefined;
  openFrame(document.querySelector("iframe"), { onmessage: ({ kind, files }) => kind === "done" && (globalThis.files = files) });
</script>`;

test("a person chooses and cleans in the frame; the portal gets what is clean, and cannot reach in", async () => {
  assert.ok(inside);
  const { context, page, messages } = await watchedPage(browser);
  await context.route(/^https:\/\/(?:portal|frame)\.test\//, (route) => {
    const { host, pathname } = new URL(route.request().url());
    const script = /^\/scan-scrubber\/((?:adapters\/)?[\w-]+\.js)$/.exec(pathname)?.[1];
    if (script) return route.fulfill({ path: join(dist, "npm", script), headers: { "access-control-allow-origin": "*" } });
    const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>${host === "frame.test" ? inside : outside}`;
    return route.fulfill({ contentType: "text/html", body });
  });
  await page.goto("https://portal.test/");
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  const button = frame.getByRole("button", { name: "Choose files" });
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button.click()]);
  await chooser.setFiles(chest(1, 2));
  await frame.getByRole("button", { name: "Clean 2 images" }).click();
  await page.waitForFunction(() => globalThis.files !== undefined);
  const texts = await page.evaluate(() =>
    Promise.all(globalThis.files.map(async (file) => new TextDecoder("latin1").decode(await file.arrayBuffer()))),
  );
  assert.equal(texts.length, 2);
  for (const text of texts) {
    assert.equal(text.slice(128, 132), "DICM");
    for (const secret of secrets) assert.ok(!text.includes(secret), secret);
  }
  const walls = await page.evaluate(() => document.querySelector("iframe").contentDocument);
  assert.equal(walls, null, "the portal cannot reach in");
  const stores = await frame.evaluate(() => {
    try {
      return Object.keys(globalThis.localStorage).length;
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(stores, "SecurityError", "the frame can keep nothing");
  assert.deepEqual(messages, []);
  await context.close();
});

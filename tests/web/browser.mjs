/** What the browser tests share: one Chromium, pages that record everything they should not do, and axe. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { findBrowser } from "../../scripts/setup.mjs";

const flags = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium, without a window. The caller closes it. @param {string[]} more further flags */
export function startBrowser(more = []) {
  const executablePath = findBrowser();
  assert.ok(executablePath, "The tests need Chromium: set CHROMIUM to its path.");
  return chromium.launch({ executablePath, args: [...flags, ...more], headless: true });
}

/**
 * A page that keeps account: every message, error, policy violation and request.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
export async function watchedPage(browser, options = {}) {
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const messages = [];
  /** @type {string[]} */
  const requests = [];
  page.on("console", (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => messages.push(`error: ${error.message}`));
  page.on("request", (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => console.error(`violation: ${event.effectiveDirective} ${event.blockedURI}`));
  });
  return { context, page, messages, requests };
}

/** Waits until the element has reached a state. */
export async function untilState(page, state, timeout = 60_000) {
  await page.waitForFunction((wanted) => document.querySelector("scan-scrubber")?.state === wanted, state, { timeout });
}

/** Fails on any finding of axe in the whole page, shadow trees too. */
export async function assertAccessible(page, step) {
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  // Colours are measured where they come to rest.
  await page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll("*")].flatMap((each) => each.shadowRoot ?? [])];
    return Promise.all(roots.flatMap((root) => root.getAnimations()).map((animation) => animation.finished.catch(() => undefined)));
  });
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(readAxe(axe));
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.target.flat().join(" ")} (${node.any[0]?.message ?? node.failureSummary})`).join("; ")}`,
    );
  });
  assert.deepEqual(found, [], `axe at "${step}"`);
}

/** axe as an expression: evaluated by the debugger, which no content policy binds. */
function readAxe(path) {
  axeSource ??= createRequire(import.meta.url)("node:fs").readFileSync(path, "utf8");
  return axeSource;
}

/** @type {string | undefined} */
let axeSource;

/** The page in every language: chosen by the browser or by the menu, within the width of a phone, and with what goes beyond cleaning. */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist } from "../../scripts/lib.mjs";
import { listen } from "../../scripts/serve.mjs";
import { sample } from "../../www/files/sample.ts";
import { languages } from "../../www/locales/index.ts";
import { assertAccessible, startBrowser, untilState, watchedPage } from "./browser.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof listen>>} */
let server;
before(async () => {
  browser = await startBrowser();
  server = await listen(0);
});
after(async () => {
  await browser.close();
  server.close();
});

const phone = { width: 390, height: 800 };
const fromDisk = (name) => pathToFileURL(join(dist, name)).href;

/** How wide the page wants to be, and what in it is wider than its place. */
const widths = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const roots = [document, document.querySelector("scan-scrubber").shadowRoot];
    const wide = roots
      .flatMap((root) => [...root.querySelectorAll("button, h1, h2, h3, p, label, li")])
      .filter((each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX === "visible")
      .filter((each) => !each.matches(".heard, .skip"))
      .map((each) => `${each.localName}: ${each.textContent.slice(0, 40)}`);
    return { over: scrollWidth - clientWidth, wide };
  });

describe("each language at 390 px, from the browser's wish, at the first step and at the review", () => {
  for (const tag of Object.keys(languages)) {
    test(tag, async () => {
      const { context, page, messages } = await watchedPage(browser, { locale: tag, viewport: phone });
      await page.goto(server.address);
      await page.waitForFunction((wanted) => document.documentElement.lang === wanted, tag);
      assert.equal(await page.evaluate(() => document.documentElement.dir), ["ar", "he"].includes(tag) ? "rtl" : "ltr");
      assert.deepEqual(await widths(page), { over: 0, wide: [] }, "choose");
      if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${tag}-choose.png`), fullPage: true });
      await page.evaluate(() =>
        document.querySelector("scan-scrubber").shadowRoot.querySelector(".sample button, button.sample, .try button")?.click(),
      );
      if ((await page.evaluate(() => document.querySelector("scan-scrubber").state)) === "idle") {
        await page.locator("scan-scrubber button").last().click();
      }
      await untilState(page, "review");
      assert.deepEqual(await widths(page), { over: 0, wide: [] }, "review");
      if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${tag}-review.png`), fullPage: true });
      assert.deepEqual(messages, []);
      await context.close();
    });
  }
});

test("with letters twice as large, on a phone, nothing has to be scrolled sideways", async () => {
  const { context, page } = await watchedPage(browser, { locale: "de", viewport: phone });
  await page.goto(server.address);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  await page.getByRole("button", { name: "Mit einem Beispiel ausprobieren" }).waitFor();
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok((await sideways()) <= 0, `${await sideways()} px`);
  await page.getByRole("button", { name: "Mit einem Beispiel ausprobieren" }).click();
  await untilState(page, "review");
  assert.ok((await sideways()) <= 0, `review: ${await sideways()} px`);
  const steps = await page
    .getByRole("listitem")
    .evaluateAll((all) =>
      all.filter((each) => each.parentElement?.className === "steps").map((each) => each.getBoundingClientRect().width),
    );
  assert.ok(steps.length === 4 && steps.every((width) => width > 20), "each step has its bar");
  await assertAccessible(page, "large letters");
  await context.close();
});

test("the menu changes every word and keeps what was loaded; from disk too, and nothing is stored", async () => {
  const { context, page, messages, requests } = await watchedPage(browser, { locale: "sv" });
  await context.setOffline(true);
  await page.goto(fromDisk("scan-scrubber.html"));
  await page.getByRole("button", { name: "Try it with a sample" }).click();
  await untilState(page, "review");
  await page.locator("#language").selectOption("de");
  await page.getByRole("heading", { name: "Entfernen Sie Ihren Namen aus Ihren Aufnahmen" }).waitFor();
  await page.getByRole("button", { name: "44 Bilder reinigen" }).waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("scan-scrubber").state), "review");
  await page.locator("#language").selectOption("ar");
  await page.waitForFunction(() => document.documentElement.dir === "rtl");
  await assertAccessible(page, "review in Arabic");
  assert.equal(requests.filter((url) => !/^(?:blob|data|file):/.test(url)).length, 0);
  assert.deepEqual(messages, []);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  await context.close();
});

test("the light page speaks what it carries, and says what it does not", async () => {
  const { context, page, messages } = await watchedPage(browser);
  await page.goto(fromDisk("scan-scrubber-light.html"));
  const there = await page.locator("#language option").evaluateAll((all) => all.map(({ value }) => value));
  assert.ok(there.includes("en"));
  const said = (await page.locator("#few").textContent()) ?? "";
  for (const [tag, name] of Object.entries(languages)) assert.equal(said.includes(name), !there.includes(tag), tag);
  assert.deepEqual(messages, []);
  await context.close();
});

test("the light page says in a reader's own language that it does not have it", async () => {
  const { context, page, messages } = await watchedPage(browser, { locale: "ja-JP" });
  await page.goto(fromDisk("scan-scrubber-light.html"));
  const own = page.locator("#own");
  assert.equal(await own.innerText(), "この小さな版は日本語に対応していません。完全版は対応しています。");
  assert.equal(await own.getAttribute("lang"), "ja");
  await assertAccessible(page, "light page without the reader's language");
  await page.goto(fromDisk("scan-scrubber.html"));
  await page.getByText("インターネットを切っても使えます。").waitFor();
  assert.equal(await own.isVisible(), false);
  assert.deepEqual(messages, []);
  await context.close();
});

test("letters are filled in here alone, read well, and can be kept", async () => {
  const { context, page, messages, requests } = await watchedPage(browser, { viewport: phone });
  await page.goto(server.address);
  await page.getByRole("button", { name: "Show the steps and letters" }).click();
  await page.getByText("General information, not legal advice.").waitFor();
  await page.getByLabel("Your name", { exact: true }).fill("Johanna <b>Fairweather</b>");
  await page.getByText("Ask about AI before the scan").click();
  const letter = page.locator(".letter").first();
  assert.match(await letter.innerText(), /Dear Sir or Madam,\n\n/, "paragraphs stay apart");
  assert.match(await letter.innerText(), /Johanna <b>Fairweather<\/b>\n\[your address\]/);
  assert.match(await letter.innerText(), /\n\nDear Sir or Madam,\n\n/, "a letter has paragraphs");
  assert.equal(await page.getByRole("heading", { name: "What else can I do?" }).count(), 1);
  await page.locator("#else-place details").evaluateAll((all) => all.map((each) => each.setAttribute("open", "")));
  assert.deepEqual(await widths(page), { over: 0, wide: [] });
  await assertAccessible(page, "letters");
  const links = await page.locator("#else-place a").evaluateAll((all) => all.map(({ rel, target }) => `${rel} ${target}`));
  assert.ok(links.length > 10 && links.every((each) => each === "noopener noreferrer _blank"));
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save all as text" }).click()]);
  const text = readFileSync(await download.path(), "utf8");
  for (const word of ["California", "Colorado", "GDPR", "45 CFR 164.528", "Johanna <b>Fairweather</b>"])
    assert.ok(text.includes(word), word);
  assert.deepEqual(
    requests.filter((url) => !url.startsWith(server.address) && !/^(?:blob|data):/.test(url)),
    [],
  );
  assert.ok(requests.every((url) => !url.includes("Fairweather")));
  assert.deepEqual(messages, []);
  await context.close();
});

test("letters follow the language of the page, and are in English where that is wished; what was typed stays", async () => {
  const { context, page, messages } = await watchedPage(browser, { locale: "ar", viewport: phone });
  await context.setOffline(true);
  await page.goto(fromDisk("scan-scrubber.html"));
  await page.waitForFunction(() => document.documentElement.dir === "rtl");
  await page.locator("#else-open").click();
  await page.locator("#else-place details").first().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "else-title");
  await page.locator("#else-place details").evaluateAll((all) => all.map((each) => each.setAttribute("open", "")));
  await page.locator("#else-place .fields input").first().fill("Johanna Fairweather");
  const letter = page.locator(".letter").first();
  const isIn = async (lang, dir, word) => {
    assert.equal(await letter.getAttribute("lang"), lang);
    assert.equal(await letter.getAttribute("dir"), dir);
    const text = await letter.innerText();
    assert.ok(text.includes(word) && text.includes("Johanna Fairweather"), text);
  };
  await isIn("ar", "rtl", "السادة الكرام");
  await assertAccessible(page, "letters in Arabic");
  const english = page.locator("#else-place .switch input");
  await english.check();
  await page.getByText("Dear Sir or Madam").first().waitFor();
  await isIn("en", "ltr", "Dear Sir or Madam");
  await page.locator("#language").selectOption("de");
  await page.getByText("Allgemeine Informationen, keine Rechtsberatung.").waitFor();
  await isIn("en", "ltr", "Dear Sir or Madam");
  assert.equal(await page.locator("#else-place details[open]").count(), await page.locator("#else-place details").count());
  await english.uncheck();
  await isIn("de", "ltr", "Sehr geehrte Damen und Herren");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Alles als Text speichern" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  for (const word of ["DSGVO", "HIPAA", "SB 26-189", "https://www.ecfr.gov/current/title-45/section-164.528"])
    assert.ok(text.includes(word), word);
  await page.locator("#language").selectOption("en");
  await isIn("en", "ltr", "Dear Sir or Madam");
  assert.equal(await english.count(), 0, "there is nothing to switch in English");
  assert.deepEqual(messages, []);
  await context.close();
});

test("the light page has the steps and letters in English, and says so where its language is another", async () => {
  const { context, page, messages } = await watchedPage(browser, { locale: "de" });
  await page.goto(fromDisk("scan-scrubber-light.html"));
  await page.locator("#else-open").click();
  await page.getByText("General information, not legal advice.").waitFor();
  assert.match((await page.locator(".letter").first().textContent()) ?? "", /Dear Sir or Madam,\n\n/);
  const isForeign = (await page.evaluate(() => document.documentElement.lang)) !== "en";
  assert.equal((await page.locator("#else-said").textContent()) !== "", isForeign);
  assert.deepEqual(messages, []);
  await context.close();
});

test("the page is kept on request alone, opens with the server gone, and is given up again", async () => {
  const own = await listen(0);
  const { context, page, messages } = await watchedPage(browser);
  await page.goto(own.address);
  const caches = () => page.evaluate(() => globalThis.caches.keys());
  assert.deepEqual(await caches(), []);
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByText("It is kept. You can open it without the internet.").waitFor({ timeout: 8000 });
  assert.equal((await caches()).length, 1);
  own.close();
  await context.setOffline(true);
  await page.reload();
  await page.getByText("Offline, and still working").waitFor();
  await page.locator("#language").selectOption("ja");
  await page.getByText("オフラインでも動いています").waitFor();
  await page.locator("#language").selectOption("en");
  const before = await page.evaluate(async () => (await (await globalThis.caches.open((await globalThis.caches.keys())[0])).keys()).length);
  await page.getByRole("button", { name: "Try it with a sample" }).click();
  await untilState(page, "review");
  const kept = await page.evaluate(async () => (await (await globalThis.caches.open((await globalThis.caches.keys())[0])).keys()).length);
  assert.equal(kept, before, "nothing was added to the fixed list");
  await page.getByRole("button", { name: "Do not keep it any more" }).click();
  await page.getByText("It is not kept any more.").waitFor();
  assert.deepEqual(await caches(), []);
  assert.deepEqual(messages, []);
  await context.close();
});

test("what is kept and thrown away by the browser comes from its own address, with its hash, or not at all", async (t) => {
  /** Files by their address; one that is moved is still to be had elsewhere. */
  let moved = false;
  const own = createServer((request, response) => {
    const path = (request.url ?? "/").replace("/elsewhere/", "/");
    if (moved && request.url === "/locales/ja.js") return response.writeHead(302, { location: "/elsewhere/locales/ja.js" }).end();
    const file = path === "/" ? "index.html" : path.slice(1);
    const type = file.endsWith(".html") ? "text/html" : "text/javascript";
    if (!/^[\w./-]+$/.test(file) || !existsSync(join(dist, file))) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(readFileSync(join(dist, file)));
  });
  await new Promise((done) => own.listen(0, "127.0.0.1", () => done(undefined)));
  t.after(() => {
    own.close();
    own.closeAllConnections();
  });
  const { port } = /** @type {import("node:net").AddressInfo} */ (own.address());
  const { context, page } = await watchedPage(browser);
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByText("It is kept. You can open it without the internet.").waitFor({ timeout: 20_000 });
  await page.reload();
  const words = () =>
    page.evaluate(async () => {
      const [name = ""] = await globalThis.caches.keys();
      const address = `${location.origin}/locales/ja.js`;
      await (await globalThis.caches.open(name)).delete(address);
      return import(address).then(
        (module) => module.default.length > 1000,
        (error) => error.name,
      );
    });
  moved = true;
  assert.equal(await words(), "TypeError", "nothing is followed to another place");
  moved = false;
  assert.equal(await words(), true);
  await context.close();
});

test("the report is a page to read, in the reader's language; and what was loaded is still there after the end", async () => {
  const { context, page, messages } = await watchedPage(browser, { locale: "ar" });
  await page.goto(server.address);
  await page.waitForFunction(() => document.documentElement.dir === "rtl");
  const press = (name) => page.getByRole("button", { name }).click();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press("اختيار ملفات")]);
  const data = sample()[0]?.data;
  assert.ok(data instanceof Blob);
  await chooser.setFiles([{ name: "IM0001", mimeType: "", buffer: Buffer.from(await data.arrayBuffer()) }]);
  await untilState(page, "review");
  await press("نظّف صورة واحدة");
  await untilState(page, "done");
  await press("عرض التقرير");
  const [download] = await Promise.all([page.waitForEvent("download"), press("حفظ التقرير للقراءة أو الطباعة")]);
  const html = readFileSync(await download.path(), "utf8");
  const { tool } = await page.evaluate(() => document.querySelector("scan-scrubber").report);
  for (const word of ['dir="rtl"', "default-src 'none'", tool.version, tool.wasmSha256, "القواعد المستعملة"])
    assert.ok(html.includes(word), word);
  for (const secret of ["Fairweather", "GVH-0048", "Green Valley", "19710314"]) assert.ok(!html.includes(secret), secret);
  assert.doesNotMatch(html, /<script|<img|<link|https?:/);
  await press("العودة إلى ما وُجد");
  await untilState(page, "review");
  assert.equal(await page.evaluate(() => document.querySelector("scan-scrubber").files.length), 0);
  await press("نظّف صورة واحدة");
  await untilState(page, "done");
  assert.deepEqual(messages, []);
  await context.close();
});

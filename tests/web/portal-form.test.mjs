/** The worked portal with a plain form, with the package as it is built: what arrives is clean, and whatever is blocked, originals do not. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { dist, readJson } from "../../scripts/lib.mjs";
import { start } from "../../www/examples/form/server.mjs";
import { startBrowser, watchedPage } from "./browser.mjs";
import { scratch } from "./load.mjs";
import { chest, clean, secrets } from "./patient.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {{ address: string, close: () => void }} */
let portal;
const store = scratch();
before(async () => {
  browser = await startBrowser();
  portal = await start({ store });
});
after(async () => {
  await browser.close();
  portal.close();
});

const kept = () => readdirSync(store, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".dcm"));

test("a scan is cleaned, sent with the form, and lies in the portal's folder", async () => {
  const { context, page, messages } = await watchedPage(browser);
  await page.goto(portal.address);
  await page.getByLabel("Your reference number").fill("REF1234");
  const send = page.getByRole("button", { name: "Send", exact: true });
  await send.click();
  assert.equal(page.url(), portal.address, "nothing is sent without a scan");
  assert.equal(await clean(page, chest(1, 3)), "done");
  await send.click();
  await page.getByText("Thank you. 3 files have arrived.").waitFor();
  assert.equal(kept().length, 3);
  for (const name of kept()) {
    const text = readFileSync(join(store, name), "latin1");
    assert.equal(text.slice(128, 132), "DICM");
    for (const secret of secrets) assert.ok(!text.includes(secret), `${name} holds ${secret}`);
  }
  assert.deepEqual(messages, []);
  await context.close();
});

test("the server takes no form without a scan, nothing that does not say it is clean, and nothing but forms", async () => {
  const before = kept().length;
  const post = async (body, headers = {}) => (await fetch(`${portal.address}scans`, { method: "POST", body, headers })).status;
  const form = (...files) => {
    const data = new FormData();
    for (const file of files) data.append("scan", new Blob([file]), "../../IM1");
    return data;
  };
  const [original] = chest(1, 1);
  const good = readFileSync(join(store, kept()[0]));
  assert.equal(await post(form()), 422);
  assert.equal(await post(form(original.buffer)), 422);
  assert.equal(await post(form(good, original.buffer)), 422, "all or nothing");
  assert.equal(await post("text", { "content-type": "text/plain" }), 400);
  assert.equal(kept().length, before);
  assert.equal(await post(form(good)), 200);
  assert.ok(kept().every((name) => /^[\da-f-]{36}.\d{5}\.dcm$/.test(name)));
});

for (const [what, change, code] of /** @type {[string, (policy: string) => string, string][]} */ ([
  ["workers are blocked", (policy) => policy.replace("worker-src blob:", "worker-src 'none'"), "worker-start"],
  ["wasm is blocked", (policy) => policy.replace(" 'wasm-unsafe-eval'", ""), "worker-start"],
  [
    "Trusted Types know no policy of the element's",
    (policy) => policy.replace("trusted-types scan-scrubber", "trusted-types 'none'"),
    "worker-start",
  ],
])) {
  test(`where ${what} the form stays closed, and says so`, async () => {
    const { context, page } = await openChanged({
      policy: (text) => {
        const changed = change(text);
        assert.notEqual(changed, text);
        return changed;
      },
    });
    await page.evaluate(() => {
      globalThis.codes = [];
      document.addEventListener("scrub-error", ({ code }) => globalThis.codes.push(code));
    });
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choose files" }).click()]);
    await chooser.setFiles(chest(1, 1));
    await page.waitForFunction(() => document.querySelector("scan-scrubber").state === "failed", undefined, { timeout: 15_000 });
    const seen = await page.evaluate(() => ({
      codes: globalThis.codes,
      valid: document.querySelector("scan-scrubber").checkValidity(),
      files: [...new FormData(document.querySelector("form")).values()].filter((value) => typeof value !== "string").length,
    }));
    assert.deepEqual(seen, { codes: [code], valid: false, files: 0 });
    await page.getByLabel("Your reference number").fill("REF1234");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    assert.equal(page.url(), portal.address);
    await context.close();
  });
}

/** Opens the portal's page, changed: its markup and its policy. */
async function openChanged({ html = (text) => text, policy = (text) => text, routes = {} }) {
  const watched = await watchedPage(browser);
  await watched.context.route(portal.address, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    headers["content-security-policy"] = policy(headers["content-security-policy"]);
    await route.fulfill({ response, headers, body: html(await response.text()) });
  });
  for (const [address, fulfil] of Object.entries(routes)) await watched.context.route(address, fulfil);
  await watched.page.goto(portal.address);
  return watched;
}

test("where blob workers are not allowed, a worker of the portal's own does the work", async () => {
  const { context, page, messages, requests } = await openChanged({
    policy: (text) => text.replace("worker-src blob:", "worker-src 'self'"),
    html: (text) => text.replace("<scan-scrubber", '<scan-scrubber worker-url="scan-scrubber/worker.js"'),
  });
  assert.equal(await clean(page, chest(1, 1)), "done");
  assert.ok(requests.includes(`${portal.address}scan-scrubber/worker.js`));
  assert.deepEqual(messages, []);
  await context.close();
});

test("one file with one hash: nothing else is asked for, and with another hash there is no element and no field", async () => {
  const cdn = "https://cdn.test/single.js";
  const hash = readJson(join(dist, "npm/integrity.json")).files["single.js"];
  const script = { contentType: "text/javascript", headers: { "access-control-allow-origin": "*" }, path: join(dist, "npm/single.js") };
  const open = (integrity) =>
    openChanged({
      policy: (text) => text.replace("script-src 'self'", `script-src ${cdn}`),
      html: (text) => text.replace('src="scan-scrubber/define.js"', `src="${cdn}" integrity="${integrity}" crossorigin="anonymous"`),
      routes: { [cdn]: (route) => route.fulfill(script) },
    });
  const good = await open(hash);
  assert.equal(await clean(good.page, chest(1, 1)), "done");
  // The browser asks for both at once, in an order of its own.
  assert.deepEqual(
    good.requests.filter((url) => !url.startsWith("blob:")).sort(),
    [portal.address, `${portal.address}portal.css`, cdn].sort(),
  );
  assert.deepEqual(good.messages, []);
  await good.context.close();
  const bad = await open(`sha384-${"A".repeat(64)}`);
  await bad.page.getByText("The scrubber has not loaded, so no scan can be sent from here.").waitFor();
  assert.equal(await bad.page.locator("input[type=file]").count(), 0);
  await bad.context.close();
});

test("rules that are none are refused before anything is cleaned", async () => {
  const { context, page } = await watchedPage(browser);
  await page.goto(portal.address);
  const file = chest(1, 1)[0].buffer.toString("base64");
  const codes = await page.evaluate(async (text) => {
    const element = document.querySelector("scan-scrubber");
    const seen = [];
    element.addEventListener("scrub-error", ({ code }) => seen.push(code));
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    for (const [name, value] of [
      ["options", "clean-everything"],
      ["options", "retain-longitudinal-full-dates retain-longitudinal-modified-dates"],
      ["policy", "/rules.json"],
      ["profile", "none"],
    ]) {
      element.reset();
      for (const each of ["options", "policy", "profile"]) element.removeAttribute(each);
      element.setAttribute(name, value);
      await element.add([new File([bytes], "IM1")]);
      seen.push(element.state);
    }
    return seen;
  }, file);
  assert.deepEqual(codes, ["policy", "failed", "policy-conflict", "failed", "policy", "failed", "policy", "failed"]);
  await context.close();
});

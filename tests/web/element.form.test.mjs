/** What a portal sets on the element, and what its form can get: clean files or nothing, whatever goes wrong. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startBrowser, untilState, watchedPage } from "./browser.mjs";
import { openPortal } from "./portal.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const form = (attributes = "", inside = "") =>
  `<form><fieldset><scan-scrubber name="scan" ${attributes}>${inside}</scan-scrubber></fieldset><button>Send</button></form>`;

const add = (page) => page.evaluate(() => document.querySelector("scan-scrubber").add([new File(["original"], "IM1")]));
const start = (page) => page.evaluate(() => document.querySelector("scan-scrubber").start());
/** What the form would send: how many files, and every byte of them. */
const sent = (page) =>
  page.evaluate(async () => {
    const entries = [...new FormData(document.querySelector("form")).values()];
    return { count: entries.length, text: (await Promise.all(entries.map((each) => new Response(each).text()))).join() };
  });
const closed = { count: 0, text: "" };

async function done(page) {
  await add(page);
  await untilState(page, "review");
  await start(page);
  await untilState(page, "done");
}

test("within a form it is said once what stays here and what goes; on its own, that all stays", async () => {
  const { context, page } = await openPortal(browser, form());
  const said = "Your own files stay on this device. Only the clean copies go with this form.";
  assert.equal(await page.getByText(said).count(), 1);
  assert.equal(await page.getByText("It stays on this device.").count(), 0, "it goes to the portal");
  await done(page);
  assert.equal(await page.getByText(/in all$/).count(), 1);
  assert.equal(await page.getByText("Ready to send. Go on with the form below.", { exact: true }).count(), 1, "a line of its own");
  assert.equal(await page.getByText(said).count(), 0);
  await context.close();
  const alone = await openPortal(browser, "<scan-scrubber></scan-scrubber>");
  assert.equal(await alone.page.getByText("It stays on this device.").count(), 1);
  await alone.context.close();
});

test("attributes are properties too, as frameworks set them", async () => {
  const { context, page } = await openPortal(browser, form('profile="strict" max-bytes="5"'));
  const seen = await page.evaluate(() => {
    const element = document.querySelector("scan-scrubber");
    const before = [element.profile, element.maxBytes, element.required, element.disabled, element.name, element.type, element.output];
    const values = {
      required: true,
      output: "zip",
      review: "flagged",
      workerUrl: "/worker.js",
      options: "clean-descriptors",
      name: "other",
    };
    Object.assign(element, { ...values, maxBytes: undefined });
    const after = element.getAttributeNames().map((name) => [name, element.getAttribute(name)]);
    return [before, after, element.willValidate, element.maxBytes ?? null];
  });
  assert.deepEqual(seen, [
    ["strict", 5, false, false, "scan", "scan-scrubber", ""],
    [
      ["name", "other"],
      ["profile", "strict"],
      ["required", ""],
      ["output", "zip"],
      ["review", "flagged"],
      ["worker-url", "/worker.js"],
      ["options", "clean-descriptors"],
    ],
    true,
    null,
  ]);
  await context.close();
});

test("what a page sets before the script has loaded counts, and the key cannot be read back", async () => {
  const { context, page } = await openPortal(browser, "<main></main>");
  const seen = await page.evaluate(async () => {
    const { ScanScrubber } = globalThis;
    const early = document.createElement("late-scrubber");
    Object.assign(early, {
      policy: { version: 1, name: "early", options: [] },
      key: new Uint8Array(32).fill(9),
      required: true,
      name: "scan",
    });
    document.body.append(early);
    customElements.define("late-scrubber", class extends ScanScrubber {});
    await early.add([new File(["a"], "IM1")]);
    const [{ policy, key }] = globalThis.engines.wishes;
    return [policy.name, key[0], early.hasAttribute("required"), early.getAttribute("name"), early.key ?? null, Object.keys(early)];
  });
  assert.deepEqual(seen, ["early", 9, true, "scan", null, []]);
  await context.close();
});

test("rules come as a property, a child, an attribute, Options or a profile, in that order", async () => {
  const json = (name) => JSON.stringify({ version: 1, name, options: [] });
  const block = `<script type="application/json" id="ours">${json("block")}</script>`;
  const { context, page } = await openPortal(browser, `${block}${form()}`);
  /** The policy that reaches the engine with these attributes and this property, and what the review calls it. */
  const wished = (attributes, { own = null, child = "" } = {}) =>
    page.evaluate(
      async ([wanted, policy, inside]) => {
        const element = document.querySelector("scan-scrubber");
        element.reset();
        for (const name of ["policy", "options", "profile"]) element.removeAttribute(name);
        for (const [name, value] of Object.entries(wanted)) element.setAttribute(name, value);
        element.replaceChildren();
        if (inside) {
          const script = Object.assign(document.createElement("script"), { type: "application/json" });
          script.append(inside);
          element.append(script);
        }
        element.policy = policy ?? undefined;
        await element.add([new File(["a"], "IM1")]);
        return globalThis.engines.wishes.at(-1).policy;
      },
      /** @type {const} */ ([attributes, own, child]),
    );
  const all = { policy: json("attribute"), options: "clean-descriptors", profile: "strict" };
  assert.equal((await wished(all, { own: { name: "own" }, child: json("child") })).name, "own");
  assert.equal((await wished(all, { child: json("child") })).name, "child");
  assert.equal((await wished(all)).name, "attribute");
  assert.equal((await wished({ ...all, policy: "#ours" })).name, "block");
  assert.equal(await wished({ policy: "clinical" }), "clinical");
  assert.equal(await wished({}, { own: "strict" }), "strict");
  assert.deepEqual(await wished({ options: " clean-descriptors\n retain-uids ", profile: "strict" }), {
    version: 1,
    name: "site",
    options: ["clean-descriptors", "retain-uids"],
  });
  assert.equal(await wished({ profile: "strict" }), "strict");
  for (const broken of ["#missing", "{no", "/rules.json", ""]) assert.equal(await wished({ policy: broken }), null, broken);
  await page.evaluate(() => {
    globalThis.asked = [];
    customElements.get("scan-scrubber").loadPolicy = async (url) => {
      globalThis.asked.push(url);
      if (url !== "/rules.json") throw new Error("not there");
      return { version: 1, name: "fetched", options: [] };
    };
  });
  assert.equal((await wished({ policy: "/rules.json" })).name, "fetched");
  assert.equal(await wished({ policy: "/other.json" }), null, "what cannot be had is no policy");
  assert.deepEqual(await page.evaluate(() => globalThis.asked), ["/rules.json", "/other.json"]);
  await context.close();
});

test("the review names the rules of its batch, also when others are set meanwhile", async () => {
  const { context, page } = await openPortal(browser, form('profile="strict"'));
  await add(page);
  await untilState(page, "review");
  const named = () => page.locator(".rules").innerText();
  const before = await named();
  await page.evaluate(() => {
    const element = document.querySelector("scan-scrubber");
    element.setAttribute("profile", "clinical");
    element.setAttribute("lang", "en-GB");
  });
  assert.equal(await named(), before);
  await context.close();
});

test("its states can be styled, from the first on", async () => {
  const { context, page } = await openPortal(browser, form(), { fake: { pace: 500 } });
  const states = () =>
    page.evaluate(() =>
      ["idle", "reading", "review", "cleaning", "done", "busy"].filter((state) =>
        document.querySelector("scan-scrubber").matches(`:state(${state})`),
      ),
    );
  assert.deepEqual(await states(), ["idle"]);
  void add(page).catch(() => undefined);
  await untilState(page, "reading");
  assert.deepEqual(await states(), ["reading", "busy"]);
  await untilState(page, "review");
  await start(page);
  assert.deepEqual(await states(), ["done"]);
  await context.close();
});

test("2,000 clean files arrive in the form, or one zip of them; nothing else", async () => {
  const series = [{ key: "s", modality: "CT", sopClass: "", instances: 2000, frames: 2000, bytes: 1, refused: 0, shown: {} }];
  const review = { patients: [{ key: "p", shown: {}, studies: [{ key: "t", shown: {}, series }] }], instances: 2000 };
  const { context, page } = await openPortal(browser, form("required"), { fake: { review } });
  await done(page);
  const { count, text } = await sent(page);
  assert.equal(count, 2000);
  assert.match(text, /^clean 0,clean 1,/);
  assert.doesNotMatch(text, /original/);
  await page.evaluate(() => document.querySelector("scan-scrubber").setAttribute("output", "zip"));
  const zip = await page.evaluate(() => new FormData(document.querySelector("form")).getAll("scan").map((file) => [file.name, file.type]));
  assert.deepEqual(zip, [["scans-de-identified.zip", "application/zip"]]);
  assert.equal(await page.evaluate(() => document.querySelector("scan-scrubber").files.length), 1);
  await page.evaluate(() => document.querySelector("form").reset());
  assert.deepEqual(await sent(page), closed, "after reset");
  await context.close();
});

test("disabled, by itself or by what is around it, it takes nothing and gives nothing", async () => {
  const { context, page } = await openPortal(browser, form("required"));
  await done(page);
  assert.equal((await sent(page)).count, 5);
  for (const [off, on] of [
    ["document.querySelector('scan-scrubber').disabled = true", "document.querySelector('scan-scrubber').disabled = false"],
    ["document.querySelector('fieldset').disabled = true", "document.querySelector('fieldset').disabled = false"],
  ]) {
    await page.evaluate(off);
    assert.deepEqual(await sent(page), closed, off);
    await add(page);
    assert.equal(await page.evaluate(() => document.querySelector("scan-scrubber").state), "done", "nothing was taken");
    await page.evaluate(on);
    assert.equal((await sent(page)).count, 5, on);
  }
  await context.close();
});

test("a form with a scan that is not clean yet cannot be submitted, by button or by script", async () => {
  const { context, page } = await openPortal(browser, form());
  await page.evaluate(() => {
    globalThis.submitted = 0;
    document.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      globalThis.submitted++;
    });
  });
  await add(page);
  await untilState(page, "review");
  await page.getByRole("button", { name: "Send" }).click();
  await page.evaluate(() => document.querySelector("form").requestSubmit());
  assert.equal(await page.evaluate(() => globalThis.submitted), 0);
  assert.deepEqual(await sent(page), closed);
  await start(page);
  await page.getByRole("button", { name: "Send" }).click();
  assert.equal(await page.evaluate(() => globalThis.submitted), 1);
  await context.close();
});

test("where the script fails there are words, and no field that could send a file", async () => {
  const words = "The scrubber has not loaded. No file has been sent.";
  for (const script of [
    "",
    '<script type="module">throw new Error("broken")</script>',
    '<script type="module" src="/nowhere.js"></script>',
  ]) {
    const { context, page } = await watchedPage(browser);
    await context.route("http://portal.test/**", (route) =>
      route.request().url().endsWith(".js")
        ? route.fulfill({ status: 404, body: "" })
        : route.fulfill({ contentType: "text/html", body: `<!doctype html><title>Portal</title>${script}${form("required", words)}` }),
    );
    await page.goto("http://portal.test/");
    await page.getByText(words).waitFor();
    assert.equal(await page.locator("input").count(), 0);
    assert.deepEqual(await sent(page), closed);
    await context.close();
  }
});

test("a file that is dropped beside its place does not take the place of the page", async () => {
  const { context, page } = await openPortal(browser, form());
  const prevented = () =>
    page.evaluate(() => {
      const root = document.querySelector("scan-scrubber").shadowRoot;
      return ["dragover", "drop"].map((type) => {
        const event = new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer: new DataTransfer() });
        root.querySelector("h2").dispatchEvent(event);
        return event.defaultPrevented;
      });
    });
  await add(page);
  await untilState(page, "review");
  assert.deepEqual(await prevented(), [true, true]);
  await page.evaluate(() => {
    document.querySelector("scan-scrubber").reset();
    document.querySelector("scan-scrubber").disabled = true;
  });
  assert.deepEqual(await prevented(), [true, true]);
  await context.close();
});

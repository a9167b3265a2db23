/** The element as a portal meets it: its form, its events, its states, hostile values, and what a keyboard and a screen reader get. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, startBrowser, untilState } from "./browser.mjs";
import { openPortal } from "./portal.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const form = (attributes = "") => `<form><scan-scrubber name="scan" ${attributes}></scan-scrubber><button>Send</button></form>`;

/** Gives the element two files and waits for the review. */
async function add(page) {
  await page.evaluate(() => {
    const files = [new File(["a"], "IM1"), new File(["b"], "IM2")];
    void document.querySelector("scan-scrubber").add(files);
  });
}

const formState = () => {
  const element = document.querySelector("scan-scrubber");
  const data = new FormData(document.querySelector("form"));
  return { valid: element.checkValidity(), missing: element.validity.valueMissing, files: data.getAll("scan").map((file) => file.name) };
};

test("the form waits until every file is clean, then takes clean files only", async () => {
  const { context, page, messages } = await openPortal(browser, form("required"), { fake: { pace: 300 } });
  const closed = { valid: false, missing: true, files: [] };
  assert.deepEqual(await page.evaluate(formState), closed, "idle");
  await add(page);
  assert.deepEqual(await page.evaluate(formState), closed, "reading");
  await untilState(page, "review");
  assert.deepEqual(await page.evaluate(formState), closed, "review");
  await page.evaluate(() => void document.querySelector("scan-scrubber").start());
  assert.deepEqual(await page.evaluate(formState), closed, "cleaning");
  await untilState(page, "done");
  const done = await page.evaluate(formState);
  assert.deepEqual([done.valid, done.files.length], [true, 5]);
  assert.ok(
    done.files.every((name) => /^SUBJECT[/:]STUDY001[/:]SERIES001[/:]IMAGE0000\d\.dcm$/.test(name)),
    done.files.join(),
  );
  await page.evaluate(() => document.querySelector("form").reset());
  assert.deepEqual(await page.evaluate(formState), closed, "after reset");
  assert.deepEqual(messages, []);
  await context.close();
});

test("a form that does not require a scan still waits for one that was begun", async () => {
  const { context, page } = await openPortal(browser, form());
  assert.deepEqual(await page.evaluate(formState), { valid: true, missing: false, files: [] });
  await add(page);
  await untilState(page, "review");
  assert.deepEqual(await page.evaluate(formState), { valid: false, missing: true, files: [] });
  await context.close();
});

test("nothing clean, nothing sent: all withheld or failed leaves the form closed", async () => {
  for (const fake of [{ withholds: true }, { fails: { clean: "worker-start" } }]) {
    const { context, page } = await openPortal(browser, form("required"), { fake });
    await add(page);
    await untilState(page, "review");
    await page.evaluate(() => document.querySelector("scan-scrubber").start());
    assert.deepEqual(await page.evaluate(formState), { valid: false, missing: true, files: [] });
    assert.equal(await page.getByRole("button", { name: "Save as zip" }).count(), 0);
    await context.close();
  }
});

test("events tell counts and codes, never a value, and a portal can refuse files", async () => {
  const { context, page } = await openPortal(browser, form());
  await page.evaluate(() => {
    globalThis.seen = [];
    document.addEventListener("scrub-accept", ({ files, bytes, composed, cancelable }) => {
      globalThis.accepted = [files, bytes, composed, cancelable];
    });
    for (const type of ["accept", "review", "progress", "done", "error"]) {
      document.addEventListener(`scrub-${type}`, (event) => globalThis.seen.push([event.type, ...Object.values(event), event.composed]));
    }
  });
  await add(page);
  await untilState(page, "review");
  await page.evaluate(() => document.querySelector("scan-scrubber").start());
  const seen = await page.evaluate(() => globalThis.seen);
  assert.deepEqual(
    seen.filter(([type]) => type !== "scrub-progress").map(([type]) => type),
    ["scrub-accept", "scrub-review", "scrub-done"],
  );
  assert.deepEqual(
    seen[0],
    ["scrub-accept", false, 2, 2, true].filter((each) => seen[0].includes(each)),
  );
  assert.doesNotMatch(JSON.stringify(seen), /Sample|GVH|Green|1971|IM1|US0001/);
  await page.evaluate(() => {
    const element = document.querySelector("scan-scrubber");
    element.reset();
    element.addEventListener("scrub-accept", (event) => event.preventDefault());
  });
  await add(page);
  assert.equal(await page.evaluate(() => document.querySelector("scan-scrubber").state), "idle");
  await context.close();
});

test("max-bytes refuses with a sentence; profile, policy and key reach the engine; disabled takes nothing", async () => {
  const own = form('profile="strict"').replace(
    "></scan-scrubber>",
    '><script type="application/json">{"name":"ours"}</script></scan-scrubber>',
  );
  const { context, page } = await openPortal(browser, own);
  const state = () => page.evaluate(() => document.querySelector("scan-scrubber").state);
  const set = (/** @type {Record<string, string>} */ attributes) =>
    page.evaluate((wanted) => {
      const element = document.querySelector("scan-scrubber");
      element.reset();
      for (const [name, value] of Object.entries(wanted)) element.setAttribute(name, value);
    }, attributes);
  await set({ "max-bytes": "1" });
  await add(page);
  assert.equal(await state(), "idle");
  await page.getByText("The most this site can take is").waitFor();
  await set({ "max-bytes": "2" });
  await add(page);
  await untilState(page, "review");
  await page.getByText("The site you are on has chosen these rules.").waitFor();
  await page.evaluate(() => {
    const element = document.querySelector("scan-scrubber");
    element.key = new Uint8Array(32).fill(7);
    element.querySelector("script").remove();
  });
  await set({});
  await add(page);
  await untilState(page, "review");
  const wishes = await page.evaluate(() => globalThis.engines.wishes.map(({ policy, key }) => [policy, key?.[0] ?? null]));
  assert.deepEqual(wishes, [
    [{ name: "ours" }, null],
    ["strict", 7],
  ]);
  await set({ disabled: "" });
  await add(page);
  assert.equal(await state(), "idle");
  assert.ok(await page.getByRole("button", { name: "Choose files" }).isDisabled());
  await context.close();
});

test("review=flagged goes on by itself only when nothing calls for a look", async () => {
  const calm = await openPortal(browser, form('review="flagged"'));
  await add(calm.page);
  await untilState(calm.page, "done");
  await calm.context.close();
  const withheld = [{ ordinal: 1, path: "IM1", code: "cut-off" }];
  const flagged = await openPortal(browser, form('review="flagged"'), { fake: { review: { withheld } } });
  await add(flagged.page);
  await untilState(flagged.page, "review");
  await flagged.page.waitForTimeout(300);
  assert.equal(await flagged.page.evaluate(() => document.querySelector("scan-scrubber").state), "review");
  await flagged.context.close();
});

test("values are text: markup, control marks and long names change nothing around them", async () => {
  const attack = "<img src=x onerror=alert(1)></script><b>\u202Egnp.exe";
  const long = "W".repeat(4000);
  const shown = { name: attack, id: long, institution: attack, studyDescription: attack };
  const series = {
    key: "s",
    modality: "CT",
    sopClass: "",
    instances: 1,
    frames: 1,
    bytes: 1,
    refused: 0,
    shown: { seriesDescription: long, bodyPart: "HEAD" },
  };
  const review = {
    patients: [{ key: "p", shown, studies: [{ key: "t", shown, series: [series] }] }],
    withheld: [{ ordinal: 1, path: attack, code: "cut-off" }],
  };
  const { context, page, messages } = await openPortal(browser, form(), { fake: { review }, viewport: { width: 320, height: 700 } });
  await add(page);
  await untilState(page, "review");
  assert.doesNotMatch(await page.locator(".who").innerText(), /onerror|WWW/, "masked until asked for");
  await page.getByRole("button", { name: "Show the details of this scan" }).click();
  assert.match(await page.locator(".who").innerText(), /onerror/);
  const { markup, isolated, overflow } = await page.evaluate(() => {
    const root = document.querySelector("scan-scrubber").shadowRoot;
    const held = [...root.querySelectorAll("*")].filter((each) => each.children.length === 0 && each.textContent.includes("onerror"));
    return {
      markup: root.querySelectorAll("img, script, b").length,
      isolated: held.every((each) => each.localName === "bdi"),
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  });
  assert.deepEqual({ markup, isolated, overflow }, { markup: 0, isolated: true, overflow: 0 });
  await page.getByText("A head scan can show a face").waitFor();
  assert.deepEqual(messages, []);
  await context.close();
});

test("Escape stops within a second and keeps the files; the focus goes to each step's heading", async () => {
  const { context, page } = await openPortal(browser, form(), { fake: { pace: 5000 } });
  const focused = () => page.evaluate(() => document.querySelector("scan-scrubber").shadowRoot.activeElement?.textContent);
  await add(page);
  await untilState(page, "reading");
  assert.equal(await focused(), "Reading your files");
  await untilState(page, "review");
  assert.match((await focused()) ?? "", /We found 1 scan/);
  await page.getByRole("button", { name: /^Clean/ }).press("Enter");
  await untilState(page, "cleaning");
  assert.equal(await focused(), "Cleaning");
  const started = Date.now();
  await page.keyboard.press("Escape");
  await untilState(page, "review", 1000);
  assert.ok(Date.now() - started < 1000);
  await page.getByText("Stopped. Your files are still here.").waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("scan-scrubber").files.length), 0);
  await context.close();
});

test("moving the element keeps its work, removing it forgets", async () => {
  const { context, page } = await openPortal(browser, form());
  await add(page);
  await untilState(page, "review");
  const states = await page.evaluate(async () => {
    const element = document.querySelector("scan-scrubber");
    document.querySelector("main").append(element);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const moved = element.state;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    return [moved, element.state, globalThis.engines.disposed];
  });
  assert.deepEqual(states, ["review", "idle", 1]);
  await context.close();
});

test("leaving asks first while there is something to lose, and no more once it is saved or in a form", async () => {
  for (const [body, asks] of /** @type {const} */ ([
    ["<scan-scrubber></scan-scrubber>", [true, false]],
    [form(), [false, false]],
  ])) {
    const { context, page } = await openPortal(browser, body);
    await add(page);
    await untilState(page, "review");
    await page.getByRole("button", { name: "Clean 5 images" }).click();
    await untilState(page, "done");
    const asked = () =>
      page.evaluate(() => {
        const event = new Event("beforeunload", { cancelable: true });
        dispatchEvent(event);
        return event.defaultPrevented;
      });
    const before = await asked();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as zip" }).click()]);
    assert.equal(download.suggestedFilename(), "scans-de-identified.zip");
    await page.getByText("Saved. Your own files have not been changed.").waitFor();
    assert.deepEqual([before, await asked()], asks);
    await context.close();
  }
});

test("a portal's own words stand in their slots", async () => {
  const slots = ["label", "help", "footer", "consent"].map((name) => `<p slot="${name}">Our ${name}</p>`).join("");
  const { context, page } = await openPortal(browser, `<scan-scrubber>${slots}<p>Not loaded</p></scan-scrubber>`);
  const seen = () => page.locator("main").innerText();
  assert.match(await seen(), /Our label.*Our help.*Our footer/s);
  assert.doesNotMatch(await seen(), /Not loaded|Our consent/);
  await add(page);
  await untilState(page, "review");
  assert.match(await seen(), /Our consent/);
  await context.close();
});

for (const [look, options] of Object.entries({
  light: {},
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "a phone": { viewport: { width: 320, height: 640 }, reducedMotion: "reduce" },
})) {
  test(`axe finds nothing at any step, in ${look}; targets are 44 pixels or more; nothing needs sideways scrolling`, async () => {
    const withheld = [{ ordinal: 1, path: "IM1", code: "cut-off" }];
    const fake = { pace: 2500, review: { withheld } };
    const { context, page } = await openPortal(browser, form("required"), { fake, ...options });
    const check = async (step) => {
      await assertAccessible(page, step);
      assert.deepEqual(await page.evaluate(tooSmall), [], step);
    };
    await check("choose");
    await add(page);
    await check("reading");
    await untilState(page, "review");
    await check("review");
    await page.evaluate(() => void document.querySelector("scan-scrubber").start());
    await check("cleaning");
    await untilState(page, "done");
    await page.getByRole("button", { name: "See report" }).click();
    await check("done");
    await context.close();
  });
}

/** Targets under 44 pixels, and the page where it is wider than the screen. */
function tooSmall() {
  const root = document.querySelector("scan-scrubber").shadowRoot;
  const faults = [...root.querySelectorAll("button, summary, .target")]
    .map((target) => [target.textContent, target.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44))
    .map(([text]) => text);
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [...faults, "sideways"] : faults;
}

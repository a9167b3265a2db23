/** What the review says of people, rules and names, before anything is cleaned. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { OPTIONS } from "../../www/engine/options.ts";
import { assertAccessible, startBrowser, untilState } from "./browser.mjs";
import { PROFILES } from "./fake-engine.ts";
import { openPortal } from "./portal.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

/** Opens the element with two files in its review. */
async function reviewed(attributes = "", options = {}) {
  const portal = await openPortal(browser, `<scan-scrubber ${attributes}></scan-scrubber>`, options);
  await add(portal.page);
  await untilState(portal.page, "review");
  return portal;
}

function add(page) {
  return page.evaluate(() => void document.querySelector("scan-scrubber").add([new File(["a"], "IM1"), new File(["b"], "IM2")]));
}

const series = (key) => ({ key, modality: "MR", sopClass: "", instances: 2, frames: 2, bytes: 2, refused: 0, shown: { bodyPart: "KNEE" } });
const person = (key, shown) => ({ key, shown, studies: [{ key: `t${key}`, shown, series: [series(`s${key}`)] }] });
const two = (...shown) => ({ review: { patients: shown.map((each, at) => person(String(at), each)) } });

test("two people are said before anything runs, with who they are; nothing goes on by itself", async () => {
  const fake = two({ name: "Muster^Jana\u202E", birthDate: "19710314", id: "GVH-1" }, { name: "<b>لیلی^فاطمه", id: "7" });
  const { context, page, messages } = await reviewed('review="flagged"', { fake });
  const box = page.locator('[data-warning="people"]');
  await box.getByRole("heading", { name: "These scans are of 2 people" }).waitFor();
  const lines = await box.getByRole("listitem").allInnerTexts();
  assert.match(lines[0], /Jana\u202E Muster.*March 14, 1971.*GVH-1/s);
  assert.match(lines[1], /<b>.*7/s);
  assert.equal(await box.getByText("Some of them may be one person").count(), 0);
  const { isolated, markup, first } = await page.evaluate(() => {
    const root = document.querySelector("scan-scrubber").shadowRoot;
    const people = root.querySelector(".people");
    const held = [...people.querySelectorAll("*")].filter(
      (each) => each.children.length === 0 && /Jana|<b>|GVH|1971/.test(each.textContent),
    );
    const boxTop = people.getBoundingClientRect().top;
    return {
      isolated: held.length >= 4 && held.every((each) => each.localName === "bdi" && each.dir === "auto"),
      markup: people.querySelectorAll("b").length,
      first: [...root.querySelectorAll(".study")].every((study) => study.getBoundingClientRect().top > boxTop),
    };
  });
  assert.deepEqual({ isolated, markup, first }, { isolated: true, markup: 0, first: true });
  await page.getByRole("heading", { name: "Person 2: MRI scan" }).waitFor();
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => document.querySelector("scan-scrubber").state), "review");
  assert.deepEqual(messages, []);
  await context.close();
});

test("one name under two numbers may be one person, and one person gets no such box", async () => {
  const twice = await reviewed("", { fake: two({ name: "Muster^Jana", id: "1" }, { name: "MUSTER^JANA", id: "2" }) });
  await twice.page.getByText("Some of them may be one person").waitFor();
  await twice.context.close();
  const nobody = await reviewed("", { fake: two({ name: "Muster^Jana", id: "1" }, {}) });
  await nobody.page.getByText("Some of them may be one person").waitFor();
  await nobody.page.getByText("No name").waitFor();
  await nobody.context.close();
  const once = await reviewed();
  assert.equal(await once.page.locator('[data-warning="people"]').count(), 0);
  assert.equal(await once.page.getByRole("heading", { name: /^Person/ }).count(), 0);
  await once.context.close();
});

test("one line says what was found, how much, where and when; hospital and date stand open only once they are asked for", async () => {
  const { context, page, messages } = await reviewed();
  const line = page.locator("p.lead");
  const heard = "MRI scan, Ultrasound, 3 series, 6 images, Hospital: hidden, Scan date: hidden";
  assert.equal((await line.textContent()).replace(/\s+/g, " "), heard);
  assert.equal(await page.locator(".facts-more .quiet").innerText(), "6 kB in all. Nothing is changed yet.");
  const name = "Show hospital and date";
  await page.getByRole("button", { name }).press("Enter");
  assert.equal(await line.innerText(), "MRI scan, Ultrasound, 3 series, 6 images, Green Valley Hospital, September 17, 2024");
  assert.equal(await line.locator('bdi[dir="auto"]').count(), 2);
  assert.doesNotMatch(await page.locator(".who").innerText(), /Green|2024/, "the other values wait for their own button");
  const other = page.getByRole("button", { name: "Hide hospital and date" });
  assert.equal(await other.getAttribute("aria-expanded"), "true");
  await other.press("Enter");
  assert.equal((await line.textContent()).replace(/\s+/g, " "), heard);
  assert.equal(await page.getByRole("button", { name }).getAttribute("aria-expanded"), "false");
  assert.deepEqual(messages, []);
  await context.close();
});

test("of several scans each has its line, the first four; with neither hospital nor date there is nothing to open", async () => {
  const scan = (at) => ({ key: `t${at}`, shown: at === 1 ? { institution: "<b>Lakeside" } : {}, series: [series(`s${at}`)] });
  const of = (count) => ({
    review: { patients: [{ key: "0", shown: {}, studies: Array.from({ length: count }, (_, at) => scan(at)) }] },
  });
  const six = await reviewed("", { fake: of(6) });
  await six.page.getByRole("button", { name: "Show hospital and date" }).click();
  assert.deepEqual(await six.page.locator(".facts li").allInnerTexts(), [
    "MRI scan of the knee, 1 series, 2 images",
    "MRI scan of the knee, 1 series, 2 images, <b>Lakeside",
    "MRI scan of the knee, 1 series, 2 images",
    "MRI scan of the knee, 1 series, 2 images",
    "and 2 more",
  ]);
  await six.context.close();
  const one = await reviewed("", { fake: of(1) });
  assert.equal(await one.page.locator("p.lead").innerText(), "MRI scan of the knee, 1 series, 2 images");
  assert.equal(await one.page.getByRole("button", { name: "Show hospital and date" }).count(), 0);
  await one.context.close();
});

test("every Option is listed with its code, on or off by the policy in force; what stays follows from it", async () => {
  const own = ["clean-graphics", "retain-uids", "retain-institution-identity"];
  const safe = "Makers’ hidden fields that are known to be safe";
  const body = "Sex, age and body measures";
  const stays = {
    share: ["The pictures", "Dates, but moved", body, "Medical words", "Reports, cleaned", "Scanner settings", safe],
    strict: ["The pictures", "Scanner settings"],
    clinical: ["The pictures", "True dates", body, "Medical words", "Reports, cleaned", "Which scanner it was", "Scanner settings", safe],
    own: ["The pictures", "Marks on the picture", "Hospital and department", "Scanner settings", "Technical numbers"],
  };
  for (const [name, options] of Object.entries({ ...PROFILES, own })) {
    const { context, page } = await openPortal(browser, `<scan-scrubber profile="${name}"></scan-scrubber>`);
    if (name === "own") {
      await page.evaluate((wanted) => {
        document.querySelector("scan-scrubber").policy = { version: 1, name: "ours", options: wanted };
      }, own);
    }
    await add(page);
    await untilState(page, "review");
    await page.getByText(`All rules one by one: ${options.length} of 12 options are on`).click();
    const rows = await page.locator(".rules li").allInnerTexts();
    assert.equal(rows.length, 13);
    assert.match(rows[0], /^On\n.*\(113100\)$/s);
    for (const [at, [option, { code, meaning }]] of Object.entries(OPTIONS).entries()) {
      const row = rows[at + 1] ?? "";
      assert.ok(row.startsWith(options.includes(option) ? "On\n" : "Off\n") && row.endsWith(`${meaning} (${code})`), `${name}: ${row}`);
    }
    assert.deepEqual(await page.locator(".stays strong").allInnerTexts(), stays[name], name);
    await context.close();
  }
});

test("a name can be typed, by keyboard alone; a bad one is refused, the real one is warned of", async () => {
  const { context, page } = await reviewed('profile="clinical"');
  const field = page.getByRole("textbox", { name: "Name to put on the scans" });
  const start = page.getByRole("button", { name: "Clean 5 images" });
  const said = page.locator(".naming .said");
  for (let presses = 0; presses < 60 && !(await field.evaluate((each) => each.matches(":focus"))); presses++)
    await page.keyboard.press("Tab");
  await page.keyboard.type("a\\b");
  assert.match(await said.innerText(), /A name cannot have \\ \^ = or hidden signs/);
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  assert.ok(await start.isDisabled());
  await page.getByText("Change the name for the scans to go on.").waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("johanna SAMPLE");
  assert.match(await said.innerText(), /If you go on, it will be on the scans/);
  assert.ok(await start.isEnabled());
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Jana Muster");
  assert.equal(await said.textContent(), "");
  await start.press("Enter");
  await untilState(page, "done");
  assert.deepEqual(await page.evaluate(() => globalThis.engines.subjects), [{ name: "Muster^Jana" }]);
  await context.close();
});

test("with nothing typed one is made up; a name of the site's own is shown and cannot be changed", async () => {
  const { context, page } = await reviewed();
  assert.ok(!(await page.getByRole("textbox").isVisible()), "out of the way where strangers get the scans");
  await page.getByText("Name to put on the scans").click();
  await page.getByText("Then we make up a name, such as OTTER AMBER.").waitFor();
  await page.getByRole("button", { name: "Clean 5 images" }).click();
  await untilState(page, "done");
  await page.evaluate(() => {
    const element = document.querySelector("scan-scrubber");
    element.reset();
    element.policy = { version: 1, name: "ours", options: [], subject: { name: "Muster^Jana" } };
  });
  await add(page);
  await untilState(page, "review");
  await page.getByText("The site you are on puts this name on the scans.").waitFor();
  await page.getByText("Jana Muster").waitFor();
  assert.equal(await page.getByRole("textbox").count(), 0);
  await page.getByRole("button", { name: "Clean 5 images" }).click();
  await untilState(page, "done");
  assert.deepEqual(await page.evaluate(() => globalThis.engines.subjects), [null, null]);
  await context.close();
});

for (const [look, options] of Object.entries({
  light: {},
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "a phone": { viewport: { width: 320, height: 640 } },
  "right to left": { attributes: 'dir="rtl"' },
})) {
  test(`axe finds nothing in the review's further parts, opened, in ${look}; nothing needs sideways scrolling`, async () => {
    const { attributes = "", ...rest } = /** @type {{ attributes?: string }} */ (options);
    const fake = two({ name: "Muster^Jana", id: "W".repeat(200) }, { name: "Doe^John" });
    const { context, page } = await reviewed(`profile="clinical" ${attributes}`, { fake, ...rest });
    await page.getByText("All rules one by one").click();
    await page.getByRole("textbox").fill("Jana Muster");
    await assertAccessible(page, "real name");
    await page.getByRole("textbox").fill("a^b");
    await assertAccessible(page, "bad name");
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} > ${clientWidth}`);
    const { height } = (await page.getByRole("textbox").boundingBox()) ?? { height: 0 };
    assert.ok(height >= 44);
    await context.close();
  });
}

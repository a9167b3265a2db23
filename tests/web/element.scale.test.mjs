/** The review of very many series, what is shown while files are read, and every field of a file. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { partOf, partsOf, remainsOf } from "../../www/element/body.ts";
import { Texts } from "../../www/element/texts.ts";
import { studyTitle } from "../../www/element/views/study.ts";
import { assertAccessible, startBrowser, untilState } from "./browser.mjs";
import { openPortal } from "./portal.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

async function reviewed(options = {}) {
  const { attributes = "", ...rest } = options;
  const portal = await openPortal(browser, `<scan-scrubber ${attributes}></scan-scrubber>`, rest);
  await add(portal.page);
  await untilState(portal.page, "review");
  return portal;
}

function add(page) {
  return page.evaluate(() => void document.querySelector("scan-scrubber").add([new File(["a"], "IM1"), new File(["b"], "IM2")]));
}

const series = (key, seriesDescription = `Series ${key}`) => ({
  key,
  modality: "MR",
  sopClass: "",
  instances: 1,
  frames: 1,
  bytes: 1,
  refused: 0,
  shown: { bodyPart: "KNEE", seriesDescription },
});

/** 20,000 series: one scan of 12,000, and two people with 1,000 scans of four. */
const study = (key, count) => ({ key, shown: {}, series: Array.from({ length: count }, (_, at) => series(`${key}.${at}`)) });
const person = (key, scans, each) => ({
  key,
  shown: { name: key },
  studies: Array.from({ length: scans }, (_, at) => study(`${key}.${at}`, each)),
});
const many = { review: { patients: [person("A", 1, 12_000), person("B", 1000, 4), person("C", 1000, 4)], instances: 20_000 } };

const nodes = (page) => page.evaluate(() => document.querySelector("scan-scrubber").shadowRoot.querySelectorAll("*").length);

test("20,000 series: what is far from the screen is not made, and pictures only of what is seen", async () => {
  const { context, page, messages } = await reviewed({ fake: many });
  assert.ok((await nodes(page)) < 4000, `${await nodes(page)} elements`);
  await page.waitForTimeout(300);
  const previews = () => page.evaluate(() => globalThis.engines.previews);
  assert.ok((await previews()).length < 12, "none below the screen");
  // Past a thousand screens in one go: none of what lies between.
  for (const part of [0.2, 0.5, 0.35, 0.8]) {
    await page.evaluate((share) => scrollTo(0, document.documentElement.scrollHeight * share), part);
    await page.waitForTimeout(250);
    assert.ok((await nodes(page)) < 5000, `${await nodes(page)} elements at ${part}`);
    const box = page.locator(".study .picture canvas");
    await box.first().waitFor();
  }
  assert.ok((await previews()).length < 120, `${(await previews()).length} pictures`);
  // The list goes on where it was left, with the same heights.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height > 1_000_000, `${height}`);
  assert.deepEqual(messages, []);
  await context.close();
});

test("boxes go by arrow keys, also to what is not made yet; a scan and a person go as one; what is out is said", async () => {
  const { context, page } = await reviewed({ fake: many });
  const start = page.getByRole("button", { name: /^Clean / });
  const focused = () => page.evaluate(() => document.querySelector("scan-scrubber").shadowRoot.activeElement?.getAttribute("aria-label"));
  const table = page.locator("table.series").first();
  assert.equal(await table.getAttribute("aria-rowcount"), "12001");
  await table.getByRole("checkbox").first().focus();
  await page.keyboard.press("ArrowDown");
  assert.match(await focused(), /Series A\.0\.1\b/);
  await page.keyboard.press("PageDown");
  assert.match(await focused(), /Series A\.0\.11\b/);
  await page.keyboard.press("End");
  assert.match(await focused(), /Series A\.0\.11999\b/);
  assert.equal(
    await page.evaluate(() => document.querySelector("scan-scrubber").shadowRoot.activeElement.closest("tr").ariaRowIndex),
    "12001",
  );
  await page.keyboard.press("Space");
  await page.getByText("You left out 1 series: 1 image.").waitFor();
  assert.equal(await start.innerText(), "Clean 19,999 images");
  const whole = table.locator("xpath=preceding-sibling::label").getByRole("checkbox");
  assert.equal(await whole.evaluate((box) => /** @type {HTMLInputElement} */ (box).indeterminate), true);
  await page.getByRole("checkbox", { name: "Include all scans of person 2" }).uncheck();
  assert.equal(await start.innerText(), "Clean 15,999 images");
  await whole.uncheck();
  await page.getByText("You left out 16,000 series: 16,000 images.").waitFor();
  assert.equal(await table.getByRole("checkbox").last().isChecked(), false, "each of its series");
  await start.press("Enter");
  await untilState(page, "done");
  const cleaned = await page.evaluate(() => globalThis.engines.cleaned[0]);
  assert.deepEqual([cleaned.length, cleaned.every((key) => key.startsWith("C."))], [4000, true]);
  await context.close();
});

test("what was left out by the person's own word is said at the end, and in the report", async () => {
  const { context, page } = await reviewed();
  await page.getByRole("checkbox", { name: /T1/ }).uncheck();
  await page.getByText("You left out 1 series: 2 images.").waitFor();
  await page.getByRole("button", { name: "Clean 3 images" }).click();
  await untilState(page, "done");
  await page.getByText("2 files were left out, as you chose.").first().waitFor();
  await page.getByRole("button", { name: "See report" }).click();
  assert.equal(await page.getByText("2 files were left out, as you chose.").count(), 2);
  await context.close();
});

test("while files are read, what was found is shown; one can go on with that, and read the rest after all", async () => {
  const { context, page } = await openPortal(browser, "<scan-scrubber></scan-scrubber>", { fake: { pace: 4000 } });
  await add(page);
  const found = page.locator(".found li");
  await found.first().waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("scan-scrubber").state), "reading");
  assert.match(await found.first().innerText(), /MRI scan, Ultrasound 3 series, 6 images|MRI scan.* 3 series, 6 images/);
  assert.doesNotMatch(await page.locator(".working").innerText(), /Sample|Green Valley|1971/, "no value stands open");
  await assertAccessible(page, "reading");
  await page.getByRole("button", { name: "Go on with what was read so far" }).click();
  await untilState(page, "review");
  const box = page.locator('[data-warning="not-read"]');
  await box.getByText("You stopped: 1 file was not read").waitFor();
  await assertAccessible(page, "stopped");
  await box.getByRole("button", { name: "Read them all" }).click();
  await untilState(page, "reading");
  await untilState(page, "review");
  assert.equal(await box.count(), 0);
  await context.close();
});

const rows = [
  ["(0008,0060)", "CS", "other", "keep", "term", "MR", "MR"],
  ["(0010,0010)", "PN", "names", "replace", "basic", "Muster^Jana", "OTTER^AMBER"],
  ["(0010,0030)", "DA", "birth", "empty", "basic", "19710314", ""],
  ["(0008,1140)", "SQ", "other", "clean", "value", "[3]", ""],
  ["(0008,1050)", "PN", "staff", "remove", "113100", "Smith^Bob\\Gray^Ann", ""],
  ...Array.from({ length: 500 }, (_, at) => [`(0018,${9000 + at})`, "LO", "notes", "remove", "text", `words ${at} <b>`, ""]),
];
const explained = { rows, more: 2, private: 31, graphics: 0, unknown: 0 };

for (const [look, options] of Object.entries({
  light: {},
  dark: { colorScheme: "dark" },
  "a phone": { viewport: { width: 320, height: 640 } },
  "right to left": { attributes: 'dir="rtl"' },
})) {
  test(`every field, masked until asked for, found by words and by what is done to it, in ${look}`, async () => {
    const { context, page } = await reviewed({ fake: { explained }, .../** @type {object} */ (options) });
    await page.locator(".barred").getByText("Doctors and staff").waitFor({ state: "detached" });
    const open = page.getByText("Details: every field, before and after");
    await open.press("Enter");
    const part = page.locator(".fields");
    const said = part.getByRole("status");
    await part.getByText("505 of 505 fields").waitFor();
    assert.doesNotMatch(await part.innerText(), /Muster|1971|Smith/);
    assert.match(await part.innerText(), /OTTER\^AMBER/);
    assert.match(await part.innerText(), /31 hidden fields of the maker go, too\. 2 more fields are not listed here\./);
    assert.ok((await part.locator("tbody tr").count()) < 200);
    await assertAccessible(page, "fields");
    await part.getByRole("searchbox", { name: "Find" }).fill("patient");
    assert.equal(await said.innerText(), "2 of 505 fields");
    await part.getByRole("searchbox").fill("smith");
    assert.equal(await said.innerText(), "0 of 505 fields", "what is masked is not found");
    const show = part.getByRole("button", { name: "Show values" });
    await show.press("Enter");
    assert.equal(await show.getAttribute("aria-pressed"), "true");
    assert.equal(await said.innerText(), "1 of 505 fields");
    assert.equal(await part.locator("tbody bdi").last().innerText(), "Smith^Bob\\Gray^Ann");
    await part.getByRole("searchbox").fill("");
    await part.getByRole("combobox", { name: "Show" }).selectOption("changes");
    assert.match((await part.locator("tbody tr").allInnerTexts()).join(), /Replaced.*Cleaned inside.*3 entries/s);
    await part.getByRole("combobox", { name: "Show" }).selectOption("goes");
    assert.equal(await said.innerText(), "502 of 505 fields");
    await part.getByRole("region").focus();
    // Rows are made as they come near: on a slow machine the end of today is not the last one yet.
    const last = part.getByText("words 499 <b>");
    for (let presses = 0; presses < 100 && !(await last.isVisible()); presses++) {
      await page.keyboard.press("End");
      await page.waitForTimeout(100);
    }
    await last.waitFor();
    assert.equal(await part.locator("b").count(), 0);
    await assertAccessible(page, "fields, shown");
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wider <= 0, `${wider}`);
    await context.close();
  });
}

test("of 20,000 series each can be chosen: by its number, or by words; what cannot be found is said", async () => {
  const { context, page, messages } = await reviewed({ fake: { ...many, explained } });
  await page.getByText("Details: every field, before and after").click();
  const part = page.locator(".fields");
  await part.getByText("505 of 505 fields").waitFor();
  const list = part.getByRole("combobox", { name: "Series" });
  const find = part.getByRole("searchbox", { name: "Find a series" });
  const last = () => page.evaluate(() => globalThis.engines.explains.at(-1));
  assert.equal(await list.locator("option").count(), 201);
  assert.equal(await list.locator("option").last().innerText(), "and 19,800 more");
  assert.equal(await list.locator("option").last().isDisabled(), true);
  await find.fill("11937.");
  await part.getByText("505 of 505 fields").waitFor();
  assert.equal(await last(), "A.0.11936");
  await find.fill("C.999");
  assert.deepEqual(await list.locator("option").allInnerTexts(), [
    "19997. MRI scan, Series C.999.0",
    "19998. MRI scan, Series C.999.1",
    "19999. MRI scan, Series C.999.2",
    "20000. MRI scan, Series C.999.3",
  ]);
  assert.equal(await last(), "C.999.0");
  await list.selectOption("20000. MRI scan, Series C.999.3");
  assert.equal(await last(), "C.999.3");
  await find.fill("C.99");
  assert.equal(await list.locator("option:checked").innerText(), "20000. MRI scan, Series C.999.3", "what was chosen stays");
  const told = await page.evaluate(() => globalThis.engines.explains.length);
  await find.fill("no such series");
  assert.equal(await list.locator("option:checked").innerText(), "No series fits");
  assert.equal(await page.evaluate(() => globalThis.engines.explains.length), told, "and is on the screen");
  await assertAccessible(page, "series, none");
  assert.deepEqual(messages, []);
  await context.close();
});

test("scans are named by kind and part of the body, in several languages", () => {
  const texts = new Texts("en");
  const one = (modality, bodyPart, seriesDescription = "") => ({ ...series("x"), modality, shown: { bodyPart, seriesDescription } });
  const of = (...all) => ({ key: "s", shown: {}, series: all });
  const named = {
    "MRI scan of the knee": of(one("MR", "KNEE"), one("MR", "", "PD fs Knie rechts")),
    "CT scan of the chest and the belly": of(one("CT", "CHEST"), one("CT", "ABDOMEN")),
    "CT scan": of(one("CT", "CHEST"), one("CT", "ABDOMEN"), one("CT", "PELVIS")),
    "X-ray of the hand or the wrist": of(one("DX", "WRIST"), one("SR", "")),
    Mammogram: of(one("MG", "BREAST")),
    "PET scan, CT scan": of(one("PT", "WHOLEBODY"), one("CT", "WHOLEBODY")),
    Report: of(one("SR", "")),
    "MRI scan of the spine": of(one("MR", "LSPINE"), one("MR", "", "T2 rachis lombaire")),
  };
  for (const [title, made] of Object.entries(named)) assert.equal(studyTitle(texts, made), title);
  const words = {
    Schädel: "head",
    "IRM cerveau": "head",
    "Columna cervical": "spine",
    TX: undefined,
    "Genou gauche": "knee",
    CSPINE: "spine",
  };
  for (const [description, part] of Object.entries(words)) assert.equal(partOf(one("MR", "", description)), part, description);
  assert.deepEqual(partsOf(of(one("MR", "HEAD"), one("KO", "KNEE"))), ["head"]);
});

test("what stays in a scan is said by kind and part, each with a sentence", () => {
  const texts = new Texts("en");
  const of = (modality, bodyPart, more = {}) => ({ series: [{ ...series("x"), modality, shown: { bodyPart }, ...more }] });
  const cases = [
    [of("DX", "CHEST"), ["chest", "guess", "rare"]],
    [of("CR", "HAND"), ["bones", "guess", "rare"]],
    [of("CR", "SKULL"), ["face", "guess", "rare"]],
    [of("PX", ""), ["teeth", "guess", "rare"]],
    [of("CT", "JAW"), ["teeth", "head", "surface", "guess", "rare"]],
    [of("MR", "BRAIN"), ["head", "guess", "rare"]],
    [of("CT", "SINUS"), ["face", "head", "surface", "guess", "rare"]],
    [of("MR", "KNEE"), ["guess", "rare"]],
    [of("PT", "WHOLEBODY"), ["head", "surface", "guess", "rare"]],
    [of("MG", "BREAST"), ["surface", "guess", "rare"]],
    [of("OP", ""), ["eyes", "guess", "rare"]],
    [of("XC", ""), ["photo", "guess", "rare"]],
    [of("XA", "HEART"), ["vessels", "guess", "rare"]],
    [of("SR", ""), ["report", "guess", "rare"]],
    [of("US", "", { code: "writing" }), []],
  ];
  for (const [study, remains] of cases) assert.deepEqual(remainsOf(study), remains, JSON.stringify(study.series[0].shown));
  for (const remain of new Set(cases.flatMap(([, remains]) => remains)))
    assert.notEqual(texts.say(`remains-${remain}`), `remains-${remain}`);
});

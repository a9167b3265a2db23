/** The person's look at pictures: what will be black is seen and corrected, by pointer and by keyboard, before anything is cleaned. */

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

const mark = (x, y, width, height, why, gone = true, frames = undefined) => ({
  area: { x, y, width, height },
  why,
  gone,
  ...(frames && { frames }),
});
const sighting = (ordinal, series, marks, more = {}) => ({
  ordinal,
  series,
  frames: 1,
  rows: 480,
  columns: 640,
  likely: true,
  seen: { marks, page: false, read: true, whole: true },
  ...more,
});
const name = mark(16, 14, 330, 30, "identifies");
const hospital = mark(465, 16, 160, 26, "unread");
const side = mark(596, 230, 22, 24, "harmless", false);

/** Series "a": two pictures alike, and one of another size; "b": nothing but a harmless letter. */
const one = () => [
  sighting(1, "a", [name, hospital, side]),
  sighting(2, "a", [name]),
  sighting(3, "a", [name], { rows: 240, columns: 320 }),
  sighting(4, "b", [side]),
];

const policy = (look) =>
  `<script type="application/json">${JSON.stringify({
    version: 1,
    name: "ours",
    options: ["clean-pixel-data"],
    ...(look && { look }),
  })}</script>`;

/** Opens the element, reads two files and goes on. Ends in `state`. */
async function looking({ sightings = one(), inside = "", attributes = "", state = "look", ...options } = {}) {
  const { fake = {}, ...rest } = /** @type {{ fake?: object }} */ (options);
  const portal = await openPortal(browser, `<scan-scrubber ${attributes}>${inside}</scan-scrubber>`, {
    fake: { sightings, ...fake },
    ...rest,
  });
  await portal.page.evaluate(() => {
    globalThis.looks = [];
    document.addEventListener("scrub-look", (event) => globalThis.looks.push(event.series));
    void document.querySelector("scan-scrubber").add([new File(["a"], "IM1"), new File(["b"], "IM2")]);
  });
  if (!attributes.includes("flagged")) {
    await untilState(portal.page, "review");
    await start(portal.page);
  }
  await untilState(portal.page, state);
  return portal;
}

const start = (page) => page.evaluate(() => void document.querySelector("scan-scrubber").start());
const log = (page) =>
  page.evaluate(() => ({ looks: engines.looks, marks: engines.marks, cleaned: engines.cleaned, frames: engines.frames }));
const state = (page) => page.evaluate(() => document.querySelector("scan-scrubber").state);
const box = (page, label) => page.getByRole("button", { name: label, exact: true });
const right = (page) => page.getByRole("button", { name: "Looks right", exact: true });
const go = (page) => page.getByRole("button", { name: "Remove my details" });
/** Marks as the cleaning gets them: by ordinal. */
const decided = async (page) => Object.fromEntries((await log(page)).marks.at(-1) ?? []);

async function finish(page) {
  await right(page).click();
  await go(page).click();
  await untilState(page, "done");
  return decided(page);
}

test("a series with writing is shown before anything is cleaned, one without is not; what was seen is what goes", async () => {
  const { context, page, messages } = await looking();
  assert.deepEqual(await page.evaluate(() => globalThis.looks), [1]);
  await page.getByRole("heading", { name: "Please look at the pictures" }).waitFor();
  await page.getByRole("heading", { name: "MRI scan, PD fat sat" }).waitFor();
  await page.getByText("We found writing in 3 of 3 pictures.").waitFor();
  assert.equal(await page.getByText("T1").count(), 0);
  await box(page, "Writing that tells who you are: will be black").waitFor();
  await box(page, "Writing that could not be read: will be black").waitFor();
  await box(page, "Harmless writing: stays").waitFor();
  const drawn = await page.evaluate(() => {
    const root = document.querySelector("scan-scrubber").shadowRoot;
    const [first] = root.querySelectorAll(".box");
    const sheet = root.querySelector(".sheet").getBoundingClientRect();
    const { left, top, width, height } = first.getBoundingClientRect();
    const parts = [(left - sheet.left) / sheet.width, (top - sheet.top) / sheet.height, width / sheet.width, height / sheet.height];
    const canvas = root.querySelector("canvas");
    return { parts: parts.map((part) => Math.round(part * 1000)), canvas: [canvas.width, canvas.height] };
  });
  assert.deepEqual(drawn.canvas, [640, 480]);
  // In thousandths: a browser lays out in fractions of a pixel of its own.
  for (const [at, wanted] of [25, 29, 516, 63].entries()) assert.ok(Math.abs(drawn.parts[at] - wanted) <= 1, `${drawn.parts}`);
  assert.ok(await go(page).isDisabled());
  assert.deepEqual((await log(page)).cleaned, [], "nothing is cleaned yet");
  assert.deepEqual(await finish(page), { 1: [name, hospital, side], 2: [name], 3: [name] });
  assert.deepEqual((await log(page)).cleaned, [["a", "b"]]);
  assert.deepEqual(messages, []);
  await context.close();
});

test("no step forward is open before each series looks right or is left out; back keeps what was said", async () => {
  const { context, page } = await looking({ sightings: [...one().slice(0, 3), sighting(4, "b", [name])] });
  await page.getByText("First say of each series that it looks right, or leave it out.").waitFor();
  await assert.rejects(
    page.evaluate(() => document.querySelector("scan-scrubber").start()),
    /WrongTurnError|cannot clean/,
  );
  assert.equal(await state(page), "look");
  await right(page).click();
  assert.equal(await page.evaluate(() => document.querySelector("scan-scrubber").shadowRoot.activeElement?.textContent), "MRI scan, T1");
  await page.getByRole("button", { name: "MRI scan, PD fat sat Looks right" }).waitFor();
  assert.ok(await go(page).isDisabled());
  await page.getByRole("button", { name: "Leave this series out" }).click();
  assert.ok(await go(page).isEnabled());
  await page.getByRole("button", { name: "Take this series back in" }).click();
  assert.ok(await go(page).isDisabled());
  await page.getByRole("button", { name: "Leave this series out" }).click();
  await page.getByRole("button", { name: "Back", exact: true }).click();
  assert.equal(await state(page), "review");
  assert.ok(
    !(await page
      .getByRole("checkbox", { name: "Include MRI scan, \u2068" })
      .or(page.getByRole("checkbox", { name: /T1/ }))
      .last()
      .isChecked()),
  );
  await start(page);
  await untilState(page, "look");
  assert.equal((await log(page)).looks.length, 1, "nobody looks twice at the same pictures");
  await go(page).click();
  await untilState(page, "done");
  assert.deepEqual((await log(page)).cleaned, [["a"]]);
  assert.deepEqual(Object.keys(await decided(page)), ["1", "2", "3"]);
  await context.close();
});

test("what was said to look right no longer counts once something is changed", async () => {
  const { context, page } = await looking();
  await right(page).click();
  assert.ok(await go(page).isEnabled());
  await box(page, "Harmless writing: stays").click();
  assert.ok(await go(page).isDisabled());
  await page.getByRole("button", { name: "Undo my changes" }).click();
  await box(page, "Harmless writing: stays").waitFor();
  assert.deepEqual(await finish(page), { 1: [name, hospital, side], 2: [name], 3: [name] });
  await context.close();
});

test("by keyboard alone a box is switched, moved, resized, added and taken away; the focus stays where it was", async () => {
  const { context, page } = await looking();
  await page.getByRole("radio", { name: "This picture only" }).check();
  const hospitalBox = box(page, "Writing that could not be read: will be black");
  await hospitalBox.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowUp");
  assert.ok(await hospitalBox.evaluate((each) => each.matches(":focus")));
  await page.keyboard.press("Delete");
  assert.equal(await hospitalBox.count(), 1, "what was found cannot be taken away");
  await box(page, "Harmless writing: stays").focus();
  await page.keyboard.press("Enter");
  assert.ok(await box(page, "Harmless writing: will be black").evaluate((each) => each.matches(":focus")));
  await page.keyboard.press("Space");
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Add a box" }).press("Enter");
  const added = box(page, "A box you drew: will be black");
  assert.ok(await added.evaluate((each) => each.matches(":focus")));
  await page.keyboard.press("Delete");
  assert.equal(await added.count(), 0);
  assert.equal(await page.evaluate(() => document.querySelector("scan-scrubber").shadowRoot.activeElement?.textContent), "Add a box");
  await page.keyboard.press("Enter");
  for (let presses = 0; presses < 200; presses++) await page.keyboard.press("ArrowLeft");
  const marks = await finish(page);
  assert.deepEqual(marks[1], [
    name,
    { ...hospital, area: { x: 459, y: 22, width: 166, height: 20 } },
    { ...side, gone: true },
    mark(0, 216, 160, 48, "drawn"),
  ]);
  assert.deepEqual([marks[2], marks[3]], [[name], [name]]);
  await context.close();
});

test("by pointer a box is drawn, moved and resized; a press that slips by a pixel is a press", async () => {
  const { context, page } = await looking({ sightings: [sighting(1, "a", [name])] });
  const sheet = page.locator(".sheet");
  await sheet.scrollIntoViewIfNeeded();
  const at = (await sheet.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const scale = at.width / 640;
  const to = (x, y) => page.mouse.move(at.x + x * scale, at.y + y * scale, { steps: 4 });
  const drag = async (from, ...way) => {
    await to(from[0], from[1]);
    await page.mouse.down();
    for (const [x, y] of way) await to(x, y);
    await page.mouse.up();
  };
  await drag([300, 300], [200, 250], [100, 200]);
  await drag([200, 250], [250, 300]);
  assert.equal(await box(page, "A box you drew: will be black").count(), 1, "a drag is no press");
  await page.mouse.move(0, 0);
  const near = ({ x, y, width, height }, expected) => {
    for (const [index, value] of [x, y, width, height].entries())
      assert.ok(Math.abs(value - expected[index]) <= 2, `${[x, y, width, height]}`);
  };
  // Beyond the edge of the picture is at its edge.
  await drag([351, 351], [400, 420], [900, 460]);
  const press = box(page, "Writing that tells who you are: will be black");
  const place = (await press.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(place.x + 20, place.y + 10);
  await page.mouse.down();
  await page.mouse.move(place.x + 21, place.y + 11);
  await page.mouse.up();
  await box(page, "Writing that tells who you are: stays").waitFor();
  const marks = (await finish(page))[1];
  assert.deepEqual(marks[0], { ...name, gone: false });
  assert.equal(marks.length, 2);
  assert.deepEqual([marks[1].why, marks[1].gone], ["drawn", true]);
  near(marks[1].area, [150, 250, 490, 210]);
  await context.close();
});

test("a finger draws, too", async () => {
  const { context, page } = await looking({ sightings: [sighting(1, "a", [name])], hasTouch: true, viewport: { width: 360, height: 740 } });
  await page.locator(".sheet").evaluate((sheet) => sheet.scrollIntoView({ block: "center" }));
  const at = (await page.locator(".sheet").boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const client = await context.newCDPSession(page);
  const point = (part) => [{ x: at.x + at.width * part, y: at.y + at.height * part }];
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: point(0.5) });
  for (const part of [0.55, 0.6, 0.75]) await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: point(part) });
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await box(page, "A box you drew: will be black").waitFor();
  const { area } = (await finish(page))[1][1];
  assert.ok(Math.abs(area.x - 320) <= 4 && Math.abs(area.width - 160) <= 8 && Math.abs(area.height - 120) <= 8, JSON.stringify(area));
  await context.close();
});

test("a change counts for all pictures of the same size unless the person says otherwise, and what stays readable is said", async () => {
  const { context, page } = await looking();
  await box(page, "Writing that tells who you are: will be black").click();
  const warning = page.locator(".stays-readable");
  assert.match(await warning.innerText(), /This will stay readable\.\s*In 2 pictures/);
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByText("Picture 2 of 3").waitFor();
  await page.getByRole("radio", { name: "This picture only" }).check();
  await box(page, "Writing that tells who you are: stays").click();
  assert.match(await warning.innerText(), /In 1 picture/);
  await page.getByRole("radio", { name: "All 2 pictures of this series that have the same size" }).check();
  await page.getByRole("button", { name: "Add a box" }).click();
  const drawn = mark(240, 216, 160, 48, "drawn");
  assert.deepEqual(await finish(page), {
    1: [{ ...name, gone: false }, hospital, side, drawn],
    2: [name, drawn],
    3: [name],
  });
  await context.close();
});

test("a found box that is moved away leaves its writing readable: it is said, and handed on", async () => {
  const { context, page } = await looking({ sightings: [sighting(1, "a", [hospital])] });
  await box(page, "Writing that could not be read: will be black").focus();
  for (let presses = 0; presses < 10; presses++) await page.keyboard.press("ArrowDown");
  await page.getByText("This will stay readable.").waitFor();
  const moved = { ...hospital, area: { ...hospital.area, y: hospital.area.y + 60 } };
  assert.deepEqual(await finish(page), { 1: [moved, { ...hospital, gone: false }] });
  await context.close();
});

test("of many frames one can be changed alone", async () => {
  const { context, page } = await looking({
    sightings: [sighting(1, "a", [name, mark(20, 400, 60, 20, "unread", true, [10, 19])], { frames: 30 })],
  });
  const slider = page.getByRole("slider", { name: "Frame" });
  assert.equal(await slider.getAttribute("aria-valuetext"), "Frame 1 of 30");
  assert.equal(await page.locator(".box").count(), 1, "boxes of other frames are not on this one");
  await slider.focus();
  for (let presses = 0; presses < 12; presses++) await page.keyboard.press("ArrowRight");
  await page.getByText("Frame 13 of 30").first().waitFor();
  await page.getByRole("radio", { name: "This frame only" }).check();
  await box(page, "Writing that could not be read: will be black").click();
  await page.getByRole("button", { name: "Add a box" }).click();
  await page.waitForFunction(() => globalThis.engines.frames.some(([ordinal, frame]) => ordinal === 1 && frame === 12));
  const marks = (await finish(page))[1];
  const part = (first, last, gone) => ({ ...mark(20, 400, 60, 20, "unread", gone), frames: [first, last] });
  assert.deepEqual(marks, [
    name,
    part(12, 12, false),
    part(10, 11, true),
    part(13, 19, true),
    { ...mark(240, 216, 160, 48, "drawn"), frames: [12, 12] },
  ]);
  await context.close();
});

test("the rules say when a person looks: always, never, or where writing was found; review=flagged skips none of it", async () => {
  const always = await looking({ sightings: [sighting(1, "a", []), sighting(4, "b", [side])], inside: policy("always") });
  await always.page.getByText("The rules in use ask you to look at the pictures first.").waitFor();
  await always.page
    .getByText("We found no writing that could tell who you are in these")
    .or(always.page.getByText("in this picture."))
    .first()
    .waitFor();
  await right(always.page).click();
  assert.deepEqual(await finish(always.page), { 4: [side] });
  await always.context.close();

  const never = await looking({ inside: policy("never"), state: "done" });
  assert.deepEqual(await log(never.page), { looks: [], marks: [[]], cleaned: [["a", "b"]], frames: [] });
  await never.context.close();

  const calm = await looking({ sightings: [sighting(4, "b", [side])], inside: policy(), state: "done" });
  const { looks, marks } = await log(calm.page);
  assert.deepEqual([looks, marks], [[["a", "b"]], [[]]]);
  await calm.context.close();

  const partly = { seen: { marks: [], page: false, read: false, whole: false } };
  const doubtful = await looking({ sightings: [sighting(1, "a", [], { ...partly, likely: false }), sighting(4, "b", [], partly)] });
  await doubtful.page.getByRole("heading", { name: "MRI scan, T1" }).waitFor();
  assert.deepEqual(await doubtful.page.evaluate(() => globalThis.looks), [1]);
  await doubtful.context.close();

  const hurried = await looking({ attributes: 'review="flagged"', inside: policy() });
  await hurried.page.getByRole("button", { name: "Back", exact: true }).click();
  await hurried.page.waitForTimeout(200);
  assert.equal(await state(hurried.page), "review", "who goes back is not sent on");
  await hurried.context.close();
});

test("files that will be withheld are told of and not shown; a picture that cannot be shown says so", async () => {
  const page_ = { marks: [name], page: true, read: true, whole: true };
  const sightings = [
    sighting(1, "a", [name]),
    sighting(3, "a", [], { seen: { marks: [], page: false, read: false, whole: false } }),
    sighting(2, "a", [], { seen: page_, code: "writing" }),
    sighting(4, "b", [], { seen: undefined, code: "codec" }),
  ];
  const { context, page } = await looking({ sightings, fake: { blind: true } });
  await page.getByText("1 more file cannot be included: it is all writing").waitFor();
  await page.getByText("1 picture could not be fully searched.").waitFor();
  await page.getByText("Picture 1 of 2").waitFor();
  await page.getByText("This picture cannot be shown here.").waitFor();
  assert.equal(await page.getByText("T1").count(), 0);
  assert.deepEqual(await finish(page), { 1: [name] });
  await context.close();
});

test("stopping while pictures are looked at goes back to the review; a form waits", async () => {
  const body = '<form><scan-scrubber name="scan" required></scan-scrubber></form>';
  const { context, page } = await openPortal(browser, body, { fake: { sightings: one(), pace: 1500 } });
  await page.evaluate(() => void document.querySelector("scan-scrubber").add([new File(["a"], "IM1")]));
  await untilState(page, "review");
  await start(page);
  await untilState(page, "looking");
  await page.getByRole("heading", { name: "Looking for writing in the pictures" }).waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("scan-scrubber").checkValidity()), false);
  await page.keyboard.press("Escape");
  assert.equal(await state(page), "review");
  await page.getByText("Stopped. Your files are still here.").waitFor();
  await start(page);
  await untilState(page, "look");
  assert.equal(await page.evaluate(() => document.querySelector("scan-scrubber").checkValidity()), false);
  await context.close();
});

test("the end says how many pictures had writing blacked out, where some stays, and where nobody could look", async () => {
  const file = (ordinal, writing, blackened = 0) => ({ ordinal, status: "verified", writing, ...(blackened > 0 && { blackened }) });
  const files = [file(1, "blackened", 2), file(2, "left", 1), file(3, "unseen"), file(4, "clean")];
  const { context, page } = await looking({ sightings: [], state: "done", fake: { files, notChecked: ["writing-in-pixels", "faces"] } });
  const lines = await page.locator("p.writing").allInnerTexts();
  assert.deepEqual(lines, [
    "In 2 images, writing was blacked out.",
    "In 1 image, writing stays readable that could tell who you are.",
    "1 image was not fully searched for writing. Look at it before you share it.",
  ]);
  await page.getByText("none of your details found outside their pictures").waitFor();
  await page.getByRole("button", { name: "See report" }).click();
  await page.getByText("Writing in some of the pictures").waitFor();
  await context.close();
});

for (const [look, options] of Object.entries({
  light: {},
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "a phone": { viewport: { width: 360, height: 740 } },
  "right to left": { attributes: 'dir="rtl"' },
})) {
  test(`axe finds nothing in the pictures' step, in ${look}; targets are large enough; nothing needs sideways scrolling`, async () => {
    const sightings = [...one().slice(0, 3), sighting(4, "b", [name], { frames: 60 })];
    const { context, page } = await looking({ sightings, .../** @type {object} */ (options) });
    await box(page, "Writing that tells who you are: will be black").click();
    await page.getByRole("button", { name: "Add a box" }).click();
    await assertAccessible(page, "pictures");
    assert.deepEqual(await page.evaluate(tooSmall), []);
    await page.getByText("Show it as it will leave").click();
    const solid = await page
      .locator(".box.gone")
      .first()
      .evaluate((each) => getComputedStyle(each).backgroundColor);
    assert.equal(solid, "rgb(0, 0, 0)");
    await right(page).click();
    await page.getByRole("slider", { name: "Frame" }).waitFor();
    await assertAccessible(page, "frames");
    assert.deepEqual(await page.evaluate(tooSmall), []);
    await context.close();
  });
}

/** Targets under 44 pixels, but for boxes, whose size is the writing's; and the page where it is wider than the screen. */
function tooSmall() {
  const root = document.querySelector("scan-scrubber").shadowRoot;
  const faults = [...root.querySelectorAll("button:not(.box), .target, .reach label, input[type=range]")]
    .map((target) => [target.textContent, target.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44))
    .map(([text]) => text);
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [...faults, "sideways"] : faults;
}

/** The person's look at heads: before and after, what has to be answered, and what leaves of it. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { assertAccessible, startBrowser, untilState } from "./browser.mjs";
import { openPortal } from "./portal.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const head = (key, series, verdict, tier = undefined, more = {}) => ({
  key,
  ordinals: [1, 2, 3],
  series,
  verdict,
  ...(tier && { tier }),
  ...more,
});
const sure = () => [head("H", ["a"], "cut", "a")];
const unsure = () => [head("H", ["a"], "cut", "b")];
const lost = () => [...sure(), head("L", ["b"], "face")];

const policy = (more = {}) =>
  `<script type="application/json">${JSON.stringify({
    version: 1,
    name: "ours",
    options: ["clean-pixel-data", "clean-recognizable-visual-features"],
    ...more,
  })}</script>`;

/** Opens the element, reads a file and goes on. Ends in `state`. */
async function looking({ heads = sure(), inside = "", attributes = "", state = "face", ...options } = {}) {
  const { fake = {}, ...rest } = /** @type {{ fake?: object }} */ (options);
  const portal = await openPortal(browser, `<scan-scrubber ${attributes}>${inside}</scan-scrubber>`, { fake: { heads, ...fake }, ...rest });
  await portal.page.evaluate(() => {
    globalThis.seen = [];
    document.addEventListener("scrub-face", ({ heads, asked, lost }) => globalThis.seen.push([heads, asked, lost]));
    void document.querySelector("scan-scrubber").add([new File(["a"], "IM1")]);
  });
  await untilState(portal.page, "review");
  await start(portal.page);
  await untilState(portal.page, state);
  return portal;
}

const start = (page) => page.evaluate(() => void document.querySelector("scan-scrubber").start());
const log = (page) => page.evaluate(() => ({ searches: engines.searches, faces: engines.faces, cleaned: engines.cleaned }));
const state = (page) => page.evaluate(() => document.querySelector("scan-scrubber").state);
const told = (page) => page.evaluate(() => globalThis.seen);
const gone = (page) => page.getByRole("radio", { name: "No, it is gone" });
const visible = (page) => page.getByRole("radio", { name: "Yes, or I am not sure" });
const go = (page) => page.getByRole("button", { name: "Remove my details" });
const alts = (page) => page.locator(".views canvas").evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")));

/** Goes on, and gives what was decided about heads. */
async function finish(page) {
  await go(page).click();
  await untilState(page, "done");
  return (await log(page)).faces.at(-1);
}

test("a head that we are sure of is shown from three sides, before and after; nothing has to be answered", async () => {
  const { context, page, messages } = await looking();
  assert.deepEqual(await told(page), [[1, 0, 0]]);
  await page.getByRole("heading", { name: "Your face" }).waitFor();
  await page.getByRole("heading", { name: "MRI scan, PD fat sat" }).waitFor();
  await page.getByText("We found the face. It will be taken out.").waitFor();
  assert.deepEqual(
    await alts(page),
    ["From the front", "Half from the left", "From the left"].flatMap((from) => [
      `${from}, before: the head as it is now`,
      `${from}, after: the head as it will leave`,
    ]),
  );
  const painted = await page.locator(".views canvas").evaluateAll((all) =>
    all.map((canvas) => {
      const { width, height } = canvas;
      const pixels = canvas.getContext("2d").getImageData(0, 0, width, height).data;
      return [width, height, pixels.reduce((sum, each) => (sum * 31 + each) % 65521, 0)];
    }),
  );
  assert.ok(painted.every(([width, height]) => width === 340 && height === 340));
  assert.equal(new Set(painted.map(([, , sum]) => sum)).size, 6, "six pictures, none like another");
  await page.getByText("The brain. If someone has another scan of you").waitFor();
  assert.deepEqual((await log(page)).cleaned, [], "nothing is cleaned yet");
  assert.deepEqual(await finish(page), []);
  const { searches, cleaned } = await log(page);
  assert.deepEqual([searches, cleaned], [[["a", "b"]], [["a", "b"]]]);
  assert.deepEqual(messages, []);
  await context.close();
});

test("a person may leave out what we are sure of, too", async () => {
  const { context, page } = await looking();
  await visible(page).check();
  await page.getByText("This scan will be left out.").waitFor();
  assert.deepEqual(await finish(page), [["H", "left-out"]]);
  await context.close();
});

test("of one that we are not sure of the person has to say that the face is gone", async () => {
  const { context, page } = await looking({ heads: unsure() });
  assert.deepEqual(await told(page), [[1, 1, 0]]);
  await page.getByText("we are not sure that all of it goes").waitFor();
  await page.getByText("First answer the question about each head.").waitFor();
  assert.ok(await go(page).isDisabled());
  await assert.rejects(
    page.evaluate(() => document.querySelector("scan-scrubber").start()),
    /WrongTurnError|cannot clean/,
  );
  assert.equal(await state(page), "face");
  await gone(page).check();
  assert.ok(await go(page).isEnabled());
  assert.deepEqual(await finish(page), [["H", "confirmed"]]);
  await page.getByRole("heading", { name: "Your head, as it leaves" }).waitFor();
  await context.close();
});

test("where it can still be seen, or the person is not sure, the head does not leave", async () => {
  const { context, page } = await looking({ heads: unsure() });
  await gone(page).check();
  await visible(page).check();
  await page.getByText("This scan will be left out.").waitFor();
  assert.deepEqual(await finish(page), [["H", "left-out"]]);
  assert.equal(await page.getByRole("heading", { name: "Your head, as it leaves" }).count(), 0);
  await context.close();

  const only = await looking({ heads: [head("H", ["a", "b"], "cut", "b")] });
  await visible(only.page).check();
  await only.page.getByText("All series are left out, so there is nothing to clean.").waitFor();
  assert.ok(await go(only.page).isDisabled());
  await only.page.getByRole("button", { name: "Back", exact: true }).click();
  await untilState(only.page, "review");
  await start(only.page);
  await untilState(only.page, "face");
  assert.ok(await visible(only.page).isChecked(), "what was said is kept");
  assert.equal((await log(only.page)).searches.length, 1, "nobody searches twice for the same");
  await only.context.close();
});

test("what was said of a head does not count for other files of it", async () => {
  const { context, page } = await looking({ heads: [head("H", ["a", "b"], "cut", "b")] });
  await gone(page).check();
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await page.getByRole("checkbox", { name: /T1/ }).uncheck();
  await page.evaluate(() => globalThis.fake.heads.splice(0, 1, { ...globalThis.fake.heads[0], ordinals: [1, 2] }));
  await start(page);
  await untilState(page, "face");
  assert.deepEqual((await log(page)).searches, [["a", "b"], ["a"]]);
  assert.ok(!(await gone(page).isChecked()));
  assert.ok(await go(page).isDisabled());
  await context.close();
});

test("a face that cannot be taken out: said, named and left out; there is no question", async () => {
  const { context, page } = await looking({ heads: lost() });
  assert.deepEqual(await told(page), [[2, 0, 1]]);
  const card = page.locator(".head.lost");
  await card.getByRole("heading", { name: "MRI scan, T1" }).waitFor();
  assert.match(await card.innerText(), /A face may be in here, and we could not take it out. So it is left out./);
  assert.equal(await card.locator("canvas, input").count(), 0);
  assert.deepEqual(await finish(page), [], "the engine withholds it by itself");
  await context.close();

  const broken = await looking({ heads: [head("L", ["b"], "face", undefined, { code: "codec" })] });
  await broken.page.getByText("Here we could not take it out.").waitFor();
  await broken.page.getByText("We could not open the picture in this file").waitFor();
  await broken.page.getByText("A face may be in here. So it is left out.").waitFor();
  assert.deepEqual(await finish(broken.page), [["L", "left-out"]], "also where a second try would go well");
  await broken.context.close();

  const all = await looking({ heads: [head("L", ["a", "b"], "face")] });
  await all.page.getByText("All series are left out, so there is nothing to clean.").waitFor();
  assert.ok(await go(all.page).isDisabled());
  await all.context.close();
});

test("where only the skin changes it is said that this hides less; a head that cannot be drawn says so", async () => {
  const { context, page } = await looking({ heads: [head("H", ["a"], "layer", "b")], fake: { blind: true } });
  await page.getByText("This hides less than usual.").waitFor();
  await page.getByText("From bones, an expert can work out how a face may have looked.").waitFor();
  await page.getByText("The head cannot be drawn here.").waitFor();
  await page
    .getByRole("group", { name: "Can you still see what the face looks like?" })
    .getByRole("radio", { name: "No", exact: true })
    .check();
  assert.deepEqual(await finish(page), [["H", "confirmed"]]);
  await context.close();
});

test("where there is no face, there is nothing to see", async () => {
  const { context, page } = await looking({ heads: [head("H", ["a"], "clear")], state: "done" });
  assert.deepEqual(await told(page), []);
  assert.deepEqual((await log(page)).faces, [[]]);
  await context.close();
});

test("the rules say of which heads a person must say something: always, never, ask", async () => {
  const always = await looking({ inside: policy({ look: "always" }) });
  assert.deepEqual(await told(always.page), [[1, 1, 0]]);
  await always.page.getByText("Please compare the pictures.").waitFor();
  assert.ok(await go(always.page).isDisabled());
  await always.context.close();

  const never = await looking({ heads: unsure(), inside: policy({ look: "never" }), state: "done" });
  assert.deepEqual(await log(never.page), { searches: [], faces: [[]], cleaned: [["a", "b"]] });
  await never.context.close();

  const ask = await looking({ inside: policy({ look: "never", face: "ask" }) });
  assert.deepEqual(await told(ask.page), [[1, 1, 0]]);
  await gone(ask.page).check();
  assert.deepEqual(await finish(ask.page), [["H", "confirmed"]]);
  await ask.context.close();

  const keep = await looking({ heads: unsure(), inside: policy({ options: ["clean-pixel-data"], face: "keep" }), state: "done" });
  assert.deepEqual(await log(keep.page), { searches: [], faces: [[]], cleaned: [["a", "b"]] });
  await keep.context.close();
});

test("ears and eyes that the rules keep are named among what stays", async () => {
  const said = async (more) => {
    const { context, page } = await looking({ heads: unsure(), inside: policy(more) });
    const text = await page.locator(".faces .dots").innerText();
    await context.close();
    return [/The ears\. The rules in use keep them/.test(text), /The eyes, but not their lids\./.test(text)];
  };
  assert.deepEqual(await said({}), [false, false]);
  assert.deepEqual(await said({ ears: "remove", orbits: "keep" }), [false, true]);
  assert.deepEqual(await said({ ears: "keep" }), [true, false]);
});

test("the review says what becomes of faces, by the rules in force", async () => {
  const said = async (inside) => {
    const portal = await openPortal(browser, `<scan-scrubber>${inside}</scan-scrubber>`, { fake: { review: { patients: [HEAD] } } });
    await portal.page.evaluate(() => void document.querySelector("scan-scrubber").add([new File(["a"], "IM1")]));
    await untilState(portal.page, "review");
    const text = await portal.page.locator('[data-warning^="warn-head"]').innerText();
    await portal.context.close();
    return text;
  };
  assert.match(await said(""), /We look for faces and take them out. Before anything is cleaned, we show you/);
  assert.match(await said(policy({ look: "never" })), /These rules do not stop to show you/);
  assert.match(await said(policy({ options: [] })), /The rules in use do not take faces out/);
});

test("the writing comes first, then the heads; back goes the same way", async () => {
  const mark = { area: { x: 16, y: 14, width: 330, height: 30 }, why: "identifies", gone: true };
  const seen = { marks: [mark], page: false, read: true, whole: true };
  const sightings = [{ ordinal: 1, series: "a", frames: 1, rows: 480, columns: 640, likely: true, seen }];
  const { context, page } = await looking({ state: "look", fake: { sightings } });
  assert.deepEqual((await log(page)).searches, [], "not before the series are settled");
  await page.getByRole("button", { name: "Looks right", exact: true }).click();
  await go(page).click();
  await untilState(page, "face");
  await page.getByRole("button", { name: "Back", exact: true }).click();
  assert.equal(await state(page), "look");
  await page.getByRole("button", { name: "Back", exact: true }).click();
  assert.equal(await state(page), "review");
  await context.close();
});

test("while faces are looked for: how far it is, how long it takes, said aloud; Escape stops it, a form waits", async () => {
  const body = '<form><scan-scrubber name="scan" required></scan-scrubber></form>';
  const { context, page } = await openPortal(browser, body, { fake: { heads: unsure(), pace: 8000 } });
  const valid = () => page.evaluate(() => document.querySelector("scan-scrubber").checkValidity());
  await page.evaluate(() => {
    globalThis.progress = [];
    document.addEventListener("scrub-progress", ({ phase, done, total }) => globalThis.progress.push([phase, done, total]));
    void document.querySelector("scan-scrubber").add([new File(["a"], "IM1")]);
  });
  await untilState(page, "review");
  await start(page);
  await untilState(page, "searching");
  await page.getByRole("heading", { name: "Looking for faces" }).waitFor();
  assert.equal(
    await page.evaluate(() => document.querySelector("scan-scrubber").shadowRoot.activeElement?.textContent),
    "Looking for faces",
  );
  await page.getByRole("progressbar", { name: "Looking for faces" }).waitFor();
  assert.equal(await valid(), false);
  await page.getByText("About 2 minutes left").waitFor();
  await page.locator(".heard[aria-live=polite]", { hasText: /Looking at pictures: \d of 4/ }).waitFor();
  await assertAccessible(page, "searching");
  await page.keyboard.press("Escape");
  assert.equal(await state(page), "review");
  await page.getByText("Stopped. Your files are still here.").waitFor();
  assert.ok((await page.evaluate(() => globalThis.progress)).some(([phase, done]) => phase === "looking" && done > 0));
  await page.getByRole("checkbox", { name: /T1/ }).uncheck();
  await start(page);
  await untilState(page, "face");
  assert.equal(await valid(), false);
  await context.close();
});

test("by keyboard alone: from the heading to the answer, to the button, to the end", async () => {
  const { context, page } = await looking({ heads: [...unsure(), head("L", ["b"], "face")] });
  const focused = () =>
    page.evaluate(() => {
      const active = document.querySelector("scan-scrubber").shadowRoot.activeElement;
      return active?.closest("label")?.textContent ?? active?.textContent;
    });
  assert.equal(await focused(), "Your face");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "No, it is gone");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), "Yes, or I am not sure");
  await page.getByText("This scan will be left out.").waitFor();
  await page.keyboard.press("ArrowUp");
  assert.ok(await gone(page).isChecked());
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Remove my details");
  await page.keyboard.press("Enter");
  await untilState(page, "done");
  assert.equal(await focused(), "Done and checked");
  assert.deepEqual((await log(page)).faces, [[["H", "confirmed"]]]);
  await context.close();
});

test("the end shows the heads as they were written and says what was done; no picture of before is left anywhere", async () => {
  const file = (ordinal, face, tier = undefined, claimed = undefined) => ({
    ordinal,
    status: "verified",
    face,
    ...(tier && { tier, claimed }),
  });
  const files = [
    file(1, "removed", "a", true),
    file(2, "removed", "b", true),
    file(3, "layer", "a", true),
    file(4, "removed", "b", false),
    file(5, "kept"),
    file(6, "clear"),
  ];
  const { context, page } = await looking({ heads: unsure(), fake: { files, notChecked: ["faces"] } });
  await gone(page).check();
  await finish(page);
  assert.deepEqual(await page.locator("p.writing").allInnerTexts(), [
    "3 images are of a head. The face was taken out.",
    "1 image is of a head. Only the skin of the face was changed, so it hides less.",
    "In 1 image, a part of the face may still show. We are not sure, and no one has said that it is gone.",
    "1 image was not searched for a face: the rules in use let faces stay.",
  ]);
  assert.deepEqual(await alts(page), [
    "From the front: the head as it leaves",
    "Half from the left: the head as it leaves",
    "From the left: the head as it leaves",
  ]);
  await page.getByText("And the brain: if someone has another scan of you").waitFor();
  await page.getByText("A face in pictures that we do not search for one").waitFor();
  await page.getByRole("button", { name: "See report" }).click();
  await page.getByRole("heading", { name: "Faces in head scans" }).waitFor();
  await assertAccessible(page, "done");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save report", exact: true }).click(),
  ]);
  const report = readFileSync(await download.path(), "utf8");
  assert.deepEqual(JSON.parse(report).files, files);
  assert.doesNotMatch(report, /before|views|pixels/);
  assert.ok(report.length < 4000, "no picture at all");
  assert.ok(!(await page.evaluate(() => document.querySelector("scan-scrubber").shadowRoot.innerHTML)).includes("before:"));
  await context.close();
});

test("no sentence promises too much", async () => {
  const words = readFileSync(new URL("../../www/locales/en.ftl", import.meta.url), "utf8");
  const faces = words.split("\n").filter((line) => /^(?:face|done-face|done-heads|cannot|warn-head|option-clean-rec)/.test(line));
  assert.ok(faces.length > 30);
  for (const line of faces) assert.doesNotMatch(line, /anonym|guarante|never be|impossible|safe|%/i);
});

for (const [look, options] of Object.entries({
  light: {},
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "a phone": { viewport: { width: 360, height: 740 } },
  "right to left": { attributes: 'dir="rtl"' },
})) {
  test(`axe finds nothing in the faces' step, in ${look}; targets are large enough; nothing needs sideways scrolling`, async () => {
    const heads = [...unsure(), head("M", ["b"], "layer", "a"), head("L", ["b"], "face")];
    const { context, page } = await looking({ heads, .../** @type {object} */ (options) });
    await visible(page).first().check();
    await assertAccessible(page, "faces");
    assert.deepEqual(await page.evaluate(tooSmall), []);
    if (look === "right to left") {
      const [first, second] = await page.locator(".pair").first().locator("canvas").all();
      assert.ok(((await first?.boundingBox())?.x ?? 0) > ((await second?.boundingBox())?.x ?? 0), "before is where one begins to read");
    }
    await gone(page).first().check();
    await finish(page);
    await assertAccessible(page, "done");
    await context.close();
  });
}

/** Targets under 44 pixels, and the page where it is wider than the screen. */
function tooSmall() {
  const root = document.querySelector("scan-scrubber").shadowRoot;
  const faults = [...root.querySelectorAll("button, .reach label")]
    .map((target) => [target.textContent, target.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44))
    .map(([text]) => text);
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [...faults, "sideways"] : faults;
}

const shown = { name: "Sample^Johanna", studyDescription: "Headache" };
const HEAD = {
  key: "p",
  shown,
  studies: [
    {
      key: "t",
      shown,
      series: [
        { key: "a", modality: "CT", sopClass: "", instances: 3, frames: 3, bytes: 3000, refused: 0, shown: { ...shown, bodyPart: "HEAD" } },
      ],
    },
  ],
};

/** Thousands of files on the built page: what was found shows at once, and the page stays at hand all the while. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { listen } from "../../scripts/serve.mjs";
import { part10 } from "../../www/files/sample-dicom.ts";
import { startBrowser, untilState, watchedPage } from "./browser.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const FILES = 4000;
/** Files of a series, and series of a scan. */
const [PER, EACH] = [50, 8];
/** Milliseconds of the processor that a task may take: a person feels more. What else runs on the machine is not counted. */
const MOST = 100;

/** Ten digits each, to be written over: of an instance, a series and a study. */
const [INSTANCE, SERIES, STUDY] = ["1000000000", "2000000000", "3000000000"];
const MR = "1.2.840.10008.5.1.4.1.1.4";

/** A small MR image of a knee. */
const image = part10(MR, `2.25.${INSTANCE}`, [
  [0x00080005, "CS", "ISO_IR 100"],
  [0x00080016, "UI", MR],
  [0x00080018, "UI", `2.25.${INSTANCE}`],
  [0x00080020, "DA", "20240303"],
  [0x00080060, "CS", "MR"],
  [0x00080080, "LO", "Lakeside Hospital"],
  [0x0008103e, "LO", "T1 TRA"],
  [0x00100010, "PN", "Muster^Jana"],
  [0x00100020, "LO", "LH-12345"],
  [0x00180015, "CS", "KNEE"],
  [0x0020000d, "UI", `2.25.${STUDY}`],
  [0x0020000e, "UI", `2.25.${SERIES}`],
  [0x00200052, "UI", `2.25.${STUDY}.1`],
  [0x00280002, "US", [1]],
  [0x00280004, "CS", "MONOCHROME2"],
  [0x00280010, "US", [32]],
  [0x00280011, "US", [32]],
  [0x00280100, "US", [16]],
  [0x00280101, "US", [12]],
  [0x00280102, "US", [11]],
  [0x00280103, "US", [0]],
  [0x7fe00010, "OW", new Uint16Array(32 * 32).map((_, at) => (at * 37) % 900)],
]);

test(`${FILES} files: found from the start, listed, scrolled, and no task of the page is longer than ${MOST} ms`, async (t) => {
  const { context, page, messages } = await watchedPage(browser);
  const { address, close } = await listen(0);
  t.after(close);
  await page.goto(address);
  await untilState(page, "idle");
  await page.evaluate(makeFiles, {
    text: Buffer.from(image).toString("latin1"),
    count: FILES,
    per: PER,
    each: EACH,
    marks: [INSTANCE, SERIES, STUDY],
  });
  const tasks = await traced(async () => {
    await page.evaluate(begin);
    await untilState(page, "review", 120_000);
    await page.getByRole("heading", { name: `We found ${FILES / PER / EACH} scans` }).waitFor();
    await page.evaluate(async () => {
      for (let y = 0; y < document.documentElement.scrollHeight; y += 1500) {
        scrollTo(0, y);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
  });
  const { first, total } = await page.evaluate(() => globalThis.told);
  t.diagnostic(`first line after ${Math.round(first)} ms, all after ${Math.round(total)} ms, longest task ${Math.round(tasks[0])} ms`);
  assert.ok(first < total / 2, `${first} of ${total}`);
  assert.ok(tasks.length > 100, "tasks were seen");
  assert.ok(tasks[0] < MOST, `${tasks.slice(0, 5)}`);
  assert.deepEqual(messages, []);
  await context.close();
});

/** In the page: files that differ in their UIDs. */
function makeFiles({ text, count, per, each, marks }) {
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const places = marks.map((mark) => [...text.matchAll(new RegExp(mark, "g"))].map(({ index }) => index));
  const put = (at, digits) => {
    for (const [n, digit] of [...digits].entries()) bytes[at + n] = digit.charCodeAt(0);
  };
  globalThis.files = Array.from({ length: count }, (_, n) => {
    const numbers = [n, Math.floor(n / per), Math.floor(n / per / each)];
    for (const [which, at] of places.entries()) {
      for (const place of at) put(place, String(Number(marks[which]) + (numbers[which] ?? 0)));
    }
    return new File([bytes.slice()], `IM${String(n).padStart(5, "0")}`);
  });
}

/** In the page: hands them over, and notes when what shows. */
function begin() {
  const element = document.querySelector("scan-scrubber");
  const start = performance.now();
  globalThis.told = { first: 0, total: 0 };
  element.addEventListener("scrub-review", () => {
    globalThis.told.total = performance.now() - start;
  });
  const look = () => {
    if (element.shadowRoot.querySelector(".found li")) globalThis.told.first = performance.now() - start;
    else requestAnimationFrame(look);
  };
  look();
  void element.add(globalThis.files);
}

/** Milliseconds of the processor that each task of pages' main threads took while `work` went on, the longest first. */
async function traced(work) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => void events.push(...value));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "disabled-by-default-devtools.timeline"] },
  });
  await work();
  const end = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await end;
  const isMain = new Set(
    events.flatMap(({ ph, name, args, pid, tid }) => {
      return ph === "M" && name === "thread_name" && args.name === "CrRendererMain" ? [`${pid} ${tid}`] : [];
    }),
  );
  const tasks = events.filter(({ ph, name, pid, tid }) => ph === "X" && name.endsWith("RunTask") && isMain.has(`${pid} ${tid}`));
  return tasks.map(({ tdur, dur }) => (tdur ?? dur) / 1000).sort((a, b) => b - a);
}

/** The page around the element: the element itself, its words, what stands beside it, and drops that miss. */

import { version } from "scan-scrubber:build";
import { ScanScrubber } from "../element/scan-scrubber.js";
import { Texts } from "../element/texts.js";
import { collectDrop } from "../files/collect.js";
import { fallback } from "../locales/index.js";
import { setElse } from "./else.js";
import { setKeep } from "./keep.js";
import { setReady } from "./ready.js";
import { supplyOfPage } from "./supply.js";
import { fillMenu, lacking, sayLacking, speak, wished, wordsOfPage } from "./words.js";

const TITLE = "Scan scrubber";
const words = wordsOfPage();
ScanScrubber.supply = supplyOfPage();
ScanScrubber.words = words;
ScanScrubber.define();

const scrubber = document.querySelector("scan-scrubber");
const menu = document.querySelector<HTMLSelectElement>("#language");
const few = document.getElementById("few");
const versionPlace = document.getElementById("version");
if (versionPlace) versionPlace.textContent = version;
let texts = new Texts(fallback);

/** Changes every word on the page. */
async function say(tag: string): Promise<void> {
  texts = await speak(words, tag, scrubber);
  if (menu) menu.value = texts.language;
  if (few) few.textContent = lacking(words).length > 0 ? texts.say("page-few", { languages: lacking(words).join(", ") }) : "";
  setReady(texts);
  setElse(texts);
  setKeep(texts);
}

if (menu) fillMenu(menu, words, (tag) => void say(tag));
const own = document.getElementById("own");
if (own) sayLacking(own, words);
void say(wished(words));

// A drop beside the element would make the browser leave this page for the file.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  const isFree = scrubber?.state === "idle" && !scrubber.hasAttribute("disabled");
  if (isFree && event.dataTransfer) void collectDrop(event.dataTransfer).then((items) => scrubber.add(items));
});

// The tab's name follows the job, so that it can be left alone for a while.
scrubber?.addEventListener("scrub-progress", (event) => {
  document.title = event.total > 0 ? `${Math.floor((100 * event.done) / event.total)} % · ${TITLE}` : TITLE;
});
for (const end of ["scrub-review", "scrub-look", "scrub-face", "scrub-done", "scrub-error"] as const) {
  scrubber?.addEventListener(end, () => {
    document.title = TITLE;
  });
}

/** The page around the element: the element itself, its words, the badge that states what is known of the network, and drops that miss. */

import { version } from "scan-scrubber:build";
import { ScanScrubber } from "../element/scan-scrubber.js";
import { Texts } from "../element/texts.js";
import { collectDrop } from "../files/collect.js";
import { fallback } from "../locales/index.js";
import { setElse } from "./else.js";
import { setKeep } from "./keep.js";
import { supplyOfPage, warm } from "./supply.js";
import { fillMenu, lacking, speak, wished, wordsOfPage } from "./words.js";

const TITLE = "Scan scrubber";
const words = wordsOfPage();
ScanScrubber.supply = supplyOfPage();
ScanScrubber.words = words;
ScanScrubber.define();

const scrubber = document.querySelector("scan-scrubber");
const badge = document.getElementById("badge");
const menu = document.querySelector<HTMLSelectElement>("#language");
const few = document.getElementById("few");
const versionPlace = document.getElementById("version");
if (versionPlace) versionPlace.textContent = version;
let texts = new Texts(fallback);
/** Whether what nearly every scan needs has come. */
let isReady = false;

/** Changes every word on the page. */
async function say(tag: string): Promise<void> {
  texts = await speak(words, tag, scrubber);
  if (menu) menu.value = texts.language;
  if (few) few.textContent = lacking(words).length > 0 ? texts.say("page-few", { languages: lacking(words).join(", ") }) : "";
  showConnection();
  setElse(texts);
  setKeep(texts);
}

/**
 * States what is known, and no more: a browser knows when it is offline, and we know when all parts have come; whether there is an internet
 * behind a network that is there, nobody knows.
 */
function showConnection(): void {
  if (!badge) return;
  const { onLine } = navigator;
  badge.dataset.online = String(onLine);
  const said = onLine ? ["badge-online", ...(isReady ? ["badge-ready"] : [])] : ["badge-offline"];
  badge.textContent = said.map((id) => texts.say(id)).join(" ");
}

addEventListener("online", showConnection);
addEventListener("offline", showConnection);
if (menu) fillMenu(menu, words, (tag) => void say(tag));
void say(wished(words));
warm(ScanScrubber.supply, () => {
  isReady = true;
  showConnection();
});

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

/** The page around the element: the element itself, the badge that states whether there is a network, and drops that miss. */

import { version } from "scan-scrubber:build";
import { ScanScrubber } from "../element/scan-scrubber.js";
import { collectDrop } from "../files/collect.js";
import { supplyOfPage, warm } from "./supply.js";

ScanScrubber.supply = supplyOfPage();
ScanScrubber.define();
warm(ScanScrubber.supply);

const scrubber = document.querySelector("scan-scrubber");
const badge = document.getElementById("badge");
const versionPlace = document.getElementById("version");
if (versionPlace) versionPlace.textContent = version;

/** States the fact, and what it means: being online is no danger here, and offline is no fault. */
function showConnection(): void {
  if (!badge) return;
  badge.dataset.online = String(navigator.onLine);
  badge.textContent = navigator.onLine ? "Online, but nothing is sent" : "Offline, and still working";
}

addEventListener("online", showConnection);
addEventListener("offline", showConnection);
showConnection();

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

const TITLE = "Scan scrubber";

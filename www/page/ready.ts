/**
 * The badge that states what is known of the network, and getting the last parts of the page, so that the network can go.
 *
 * A page that carries its parts has them ready at once. One that is served waits until somebody begins, or asks for them: who only looks in
 * does not pay for them.
 */

import { ScanScrubber } from "../element/scan-scrubber.js";
import type { Texts } from "../element/texts.js";
import { isKept } from "./keep.js";
import { comesBeside, warm, whenIdle } from "./supply.js";

const badge = document.getElementById("badge");
const getter = document.getElementById("ready");
let words: Texts | undefined;
/** Of the parts that nearly every scan needs. */
type Parts = "apart" | "coming" | "here" | "failed";
let parts: Parts = "apart";
/** Whether they come over a network. */
let isServed = false;

/** Says it in these words; the first time, waits for somebody to begin. */
export function setReady(texts: Texts): void {
  const isFirst = words === undefined;
  words = texts;
  if (isFirst) wire();
  say();
}

function wire(): void {
  addEventListener("online", say);
  addEventListener("offline", say);
  isServed = comesBeside(ScanScrubber.supply) && !isKept();
  if (!isServed) {
    whenIdle(get);
    return;
  }
  getter?.addEventListener("click", get);
  // By the time that files are chosen, and read, they have come.
  const scrubber = document.querySelector("scan-scrubber");
  for (const begin of ["click", "keydown"]) scrubber?.addEventListener(begin, getOnce);
  addEventListener("dragenter", getOnce);
}

/** Not again at every click where it failed: what is needed is asked for again by itself. */
function getOnce(): void {
  if (parts === "apart") get();
}

function get(): void {
  if (parts === "coming" || parts === "here") return;
  parts = "coming";
  say();
  warm(ScanScrubber.supply).then(
    () => settle("here"),
    () => settle("failed"),
  );
}

function settle(how: "here" | "failed"): void {
  parts = how;
  say();
}

/**
 * States what is known, and no more: a browser knows when it is offline, and we know when all parts have come; whether there is an internet
 * behind a network that is there, nobody knows.
 */
function say(): void {
  if (!badge || !words) return;
  const texts = words;
  const { onLine } = navigator;
  badge.dataset.online = String(onLine);
  const said = onLine ? ["badge-online", ...(SAID[parts] ?? [])] : [isServed && parts !== "here" ? "badge-offline-apart" : "badge-offline"];
  badge.textContent = said.map((id) => texts.say(id)).join(" ");
  // Who pressed it hears what becomes of it from the badge.
  if (getter) getter.hidden = !isServed || !onLine || parts === "here" || parts === "coming";
}

const SAID: Readonly<Partial<Record<Parts, readonly string[]>>> = {
  coming: ["badge-getting"],
  here: ["badge-ready"],
  failed: ["badge-failed"],
};

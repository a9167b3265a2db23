/** Keeping the served page for use without a network: only where somebody asks for it. The doing lies in a script of its own. */

import { keptBytes } from "scan-scrubber:kept";
import type { Texts } from "../element/texts.js";

let isWired = false;

/** Shows the offer where it can be kept: not from disk, where it is kept already. */
export function setKeep(texts: Texts): void {
  const section = document.getElementById("keep");
  const what = document.getElementById("keep-what");
  if (!section || !what || !/^https?:$/.test(location.protocol) || !isSecureContext || isInFile()) return;
  section.hidden = false;
  what.textContent = texts.say("keep-what", { size: texts.size(keptBytes) });
  say(texts);
  if (isWired) return;
  isWired = true;
  document.getElementById("keep-do")?.addEventListener("click", () => void keep(true));
  document.getElementById("keep-forget")?.addEventListener("click", () => void keep(false));
}

/** What was said last, so that another language can say it too. */
let said = isKept() ? "keep-done" : "";
let words: Texts;

async function keep(wanted: boolean): Promise<void> {
  said = wanted ? "keep-doing" : "";
  say(words);
  try {
    const { forget, install } = await import("scan-scrubber:offline");
    await (wanted ? install() : forget());
    said = wanted ? "keep-done" : "keep-gone";
  } catch {
    said = "keep-failed";
  }
  say(words);
}

function say(texts: Texts): void {
  words = texts;
  const place = document.getElementById("keep-said");
  const [keeping, forgetting] = ["keep-do", "keep-forget"].map((id) => document.getElementById(id) as HTMLButtonElement | null);
  if (place) place.textContent = said ? texts.say(said) : "";
  if (keeping) keeping.hidden = said === "keep-done";
  if (keeping) keeping.disabled = said === "keep-doing";
  if (forgetting) forgetting.hidden = said !== "keep-done";
}

/**
 * A page that came out of what is kept was handed over by a worker, not by the network. Chromium says when the worker began; Firefox and WebKit
 * do not, but name no protocol and count no bytes.
 */
function isKept(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry !== undefined && (entry.workerStart > 0 || (entry.nextHopProtocol === "" && entry.encodedBodySize === 0));
}

/** A page that carries its parts needs nothing beside it. */
function isInFile(): boolean {
  return document.querySelector('[id^="scan-scrubber-pack-"]') !== null;
}

export { isKept };

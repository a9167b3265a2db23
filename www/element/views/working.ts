/** Steps 2 and 4: reading and cleaning. How far it is, how long it takes, and a way out. */

import type { Progress } from "../../engine/index.js";
import { h, heading } from "../h.js";
import type { Texts } from "../texts.js";
import type { Stage, View } from "./stage.js";

export function workingView(stage: Stage, phase: "reading" | "looking" | "searching" | "cleaning"): View {
  const { texts } = stage;
  const title = texts.say(`${phase}-title`);
  const bar = h("progress", { part: "progress", "aria-label": title });
  const count = h("span", { class: "count" });
  const left = h("span", { class: "quiet" });
  const begun = performance.now();
  return {
    root: h(
      "section",
      { class: "working" },
      heading(title),
      h("p", { class: "quiet" }, texts.say(`${phase}-hint`)),
      bar,
      h("p", { class: "figures" }, count, left),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "plain", part: "button", onclick: () => stage.cancel() }, texts.say("reading-stop")),
      ),
    ),
    progressed(progress) {
      bar.max = Math.max(progress.totalBytes || progress.total, 1);
      bar.value = progress.totalBytes ? progress.bytes : progress.done;
      count.textContent = texts.say("reading-count", { done: progress.done, total: progress.total });
      // The first guesses are wild: none in the first three seconds.
      if (performance.now() - begun > 3000) left.textContent = timeLeft(texts, progress);
    },
  };
}

/** "About 3 minutes left", or nothing where it is not known. */
function timeLeft(texts: Texts, progress: Progress): string {
  const seconds = progress.secondsLeft;
  if (seconds === undefined || !Number.isFinite(seconds)) return "";
  if (seconds < 50) return texts.say("cleaning-left-seconds", { seconds: Math.max(5, Math.ceil(seconds / 5) * 5) });
  return texts.say("cleaning-left-minutes", { minutes: Math.max(1, Math.round(seconds / 60)) });
}

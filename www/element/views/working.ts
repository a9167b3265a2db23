/** Steps 2 and 4: reading and cleaning. How far it is, how long it takes, and a way out. */

import type { Progress, Review } from "../../engine/index.js";
import { h, heading } from "../h.js";
import type { Texts } from "../texts.js";
import type { Stage, View } from "./stage.js";
import { countsOf, studyTitle } from "./study.js";

export function workingView(stage: Stage, phase: "reading" | "looking" | "searching" | "cleaning"): View {
  const { texts } = stage;
  const title = texts.say(`${phase}-title`);
  const bar = h("progress", { part: "progress", "aria-label": title });
  const count = h("span", { class: "count" });
  const left = h("span", { class: "quiet" });
  const begun = performance.now();
  const found = phase === "reading" ? foundPart(stage) : undefined;
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
        found?.button,
        h("button", { type: "button", class: "plain", part: "button", onclick: () => stage.cancel() }, texts.say("reading-stop")),
      ),
      found?.root,
    ),
    ...(found && { found: found.show }),
    progressed(progress) {
      // While headers are read, files count, and bytes only where a few files hold all.
      const byBytes = progress.totalBytes > 0 && (phase !== "reading" || progress.total < FEW);
      bar.max = Math.max(byBytes ? progress.totalBytes : progress.total, 1);
      bar.value = byBytes ? progress.bytes : progress.done;
      count.textContent = texts.say("reading-count", { done: progress.done, total: progress.total });
      // The first guesses are wild: none in the first three seconds.
      if (performance.now() - begun > 3000) left.textContent = timeLeft(texts, progress);
    },
  };
}

/** Fewer files than this are told of by their bytes. */
const FEW = 20;

/** What was found so far, and the way on with no more than that. */
function foundPart({ texts, stopReading }: Stage): { root: HTMLElement; button: HTMLButtonElement; show: (soFar: Review) => void } {
  const title = h("h3", { hidden: true }, texts.say("reading-found"));
  const list = h("ul", { class: "found" });
  const stop = (): void => {
    button.disabled = true;
    stopReading();
  };
  const button = h("button", { type: "button", class: "plain", part: "button", hidden: true, onclick: stop }, texts.say("reading-use"));
  const show = ({ patients }: Review): void => {
    const studies = patients.flatMap((patient) => patient.studies);
    const lines = studies
      .slice(0, LINES)
      .map((study) => h("li", {}, h("strong", {}, studyTitle(texts, study)), " ", countsOf(texts, study.series)));
    if (studies.length > LINES) lines.push(h("li", {}, texts.say("review-more", { count: studies.length - LINES })));
    if (patients.length > 1) lines.unshift(h("li", { class: "several" }, texts.say("review-people", { people: patients.length })));
    list.replaceChildren(...lines);
    title.hidden = lines.length === 0;
    button.hidden = lines.length === 0;
  };
  return { root: h("section", {}, title, list), button, show };
}

/** Scans that are named while reading. */
const LINES = 8;

/** "About 3 minutes left", or nothing where it is not known. */
function timeLeft(texts: Texts, progress: Progress): string {
  const seconds = progress.secondsLeft;
  if (seconds === undefined || !Number.isFinite(seconds)) return "";
  if (seconds < 50) return texts.say("cleaning-left-seconds", { seconds: Math.max(5, Math.ceil(seconds / 5) * 5) });
  return texts.say("cleaning-left-minutes", { minutes: Math.max(1, Math.round(seconds / 60)) });
}

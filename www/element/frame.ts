/** What is around every step: where one is, one quiet voice for progress, and the focus at each step's heading. */

import type { Progress, Review } from "../engine/index.js";
import { h } from "./h.js";
import type { State } from "./journey.js";
import type { Texts } from "./texts.js";
import { chooseView } from "./views/choose.js";
import { doneView } from "./views/done.js";
import { faceView } from "./views/face.js";
import { failedView } from "./views/failed.js";
import { lookView } from "./views/look.js";
import { reviewView } from "./views/review.js";
import type { Stage, View } from "./views/stage.js";
import { workingView } from "./views/working.js";

export class Frame {
  readonly #frame = h("div", { class: "frame" });
  readonly #steps = h("ol", { class: "steps" });
  readonly #place = h("div", { class: "place" });
  /** Lives as long as the element: a region that comes and goes is not read out. */
  readonly #voice = h("p", { class: "heard", role: "status", "aria-live": "polite" });
  #view: View | undefined;
  #spoken = 0;

  constructor(root: ShadowRoot) {
    this.#frame.append(h("slot", { name: "label" }), this.#steps, this.#place, h("slot", { name: "footer" }), this.#voice);
    root.append(this.#frame);
  }

  /** Puts the state's view on the screen. `moveFocus` takes the reader to its heading. */
  show(stage: Stage, moveFocus: boolean): void {
    const { texts, journey } = stage;
    const view = viewOf(stage);
    this.#view = view;
    this.#spoken = performance.now();
    this.#voice.textContent = "";
    this.#frame.lang = texts.language;
    if (texts.direction) this.#frame.dir = texts.direction;
    else this.#frame.removeAttribute("dir");
    this.#steps.setAttribute("aria-label", texts.say("steps-label"));
    this.#steps.replaceChildren(...STEPS.map((step) => stepMark(texts, step, journey.state)));
    this.#place.replaceChildren(view.root);
    const title = this.#place.querySelector<HTMLElement>("h2");
    if (!moveFocus || !title) return;
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: "nearest" });
  }

  /** Paints what was found while reading. */
  found(soFar: Review): void {
    this.#view?.found?.(soFar);
  }

  /** Paints progress, and says it aloud every few seconds at most. */
  progressed(progress: Progress, texts: Texts): void {
    this.#view?.progressed?.(progress);
    const now = performance.now();
    if (now - this.#spoken < PAUSE) return;
    this.#spoken = now;
    this.#voice.textContent = texts.say(`progress-${progress.phase}`, { done: progress.done, total: progress.total });
  }
}

function viewOf(stage: Stage): View {
  switch (stage.journey.state) {
    case "idle":
      return chooseView(stage);
    case "reading":
      return workingView(stage, "reading");
    case "review":
      return reviewView(stage);
    case "looking":
      return workingView(stage, "looking");
    case "look":
      return lookView(stage);
    case "searching":
      return workingView(stage, "searching");
    case "face":
      return faceView(stage);
    case "cleaning":
      return workingView(stage, "cleaning");
    case "done":
      return doneView(stage);
    case "failed":
      return failedView(stage);
  }
}

function stepMark(texts: Texts, step: (typeof STEPS)[number], state: State): HTMLElement {
  const now = STEP_OF[state];
  const at = STEPS.indexOf(step);
  const look = at < now ? "past" : at === now ? "now" : "ahead";
  return h("li", { class: look, "aria-current": look === "now" ? "step" : null }, texts.say(`step-${step}`));
}

const STEPS = ["choose", "review", "cleaning", "done"] as const;

/** Reading belongs to choosing: nothing has been decided yet. */
const STEP_OF: Readonly<Record<State, number>> = {
  idle: 0,
  reading: 0,
  failed: 0,
  review: 1,
  looking: 1,
  look: 1,
  searching: 1,
  face: 1,
  cleaning: 2,
  done: 3,
};

/** Milliseconds between two spoken progress messages (WCAG 4.1.3: not to drown everything else). */
const PAUSE = 5000;

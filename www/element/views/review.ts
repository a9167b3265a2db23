/** Step 3: what was found, what will go, what stays, and what to look at. Nothing is changed before the person says so. */

import type { Review } from "../../engine/index.js";
import { h, heading } from "../h.js";
import { seriesOf } from "../journey.js";
import { removesPart, staysPart } from "./details.js";
import { leftOutList, withheldList } from "./refusals.js";
import type { Stage, View } from "./stage.js";
import { studyCard } from "./study.js";
import { warningsPart } from "./warnings.js";

export function reviewView(stage: Stage): View {
  const { texts, journey } = stage;
  const review = journey.review;
  if (!review) return { root: h("section") };
  const studies = review.patients.flatMap((patient) => patient.studies.map((study) => ({ patient, study })));
  const hasSome = seriesOf(review).some((series) => !series.code);
  const start = startButton(stage);
  return {
    root: h(
      "section",
      { class: "review" },
      heading(texts.say("review-title", { studies: studies.length })),
      h("p", { class: "lead" }, studies.length > 0 ? summary(stage, review) : texts.say("review-none")),
      stage.note && h("p", { class: "note" }, stage.note),
      review.patients.length > 1 && people(stage, review.patients.length),
      ...studies.map(({ patient, study }) => studyCard(stage, patient, study, start.refresh)),
      hasSome && h("div", { class: "plan" }, removesPart(stage, review.removes), staysPart(texts, stage.rules)),
      warningsPart(texts, review),
      review.withheld.length > 0 &&
        h(
          "section",
          { class: "withheld" },
          h("h3", {}, texts.say("review-withheld", { count: review.withheld.length })),
          h("p", { class: "quiet" }, texts.say("review-withheld-hint")),
          withheldList(texts, review.withheld),
        ),
      review.leftOut.length > 0 &&
        h(
          "section",
          { class: "left-out" },
          h("h3", {}, texts.say("review-left", { count: review.leftOut.length })),
          h("p", { class: "quiet" }, texts.say("review-left-hint")),
          leftOutList(texts, review.leftOut),
        ),
      h("slot", { name: "consent" }),
      h(
        "div",
        { class: "actions go" },
        hasSome && start.button,
        h(
          "button",
          { type: "button", class: hasSome ? "plain" : "primary", part: "button", onclick: () => stage.reset() },
          texts.say("review-back"),
        ),
        hasSome && start.hint,
      ),
    ),
  };
}

/** The way on, and why it is closed while no series is ticked. */
function startButton(stage: Stage): { button: HTMLButtonElement; hint: HTMLElement; refresh: () => void } {
  const { texts, journey } = stage;
  const button = h("button", { type: "button", class: "primary", part: "button", onclick: () => stage.start() });
  const hint = h("p", { class: "quiet", role: "status" });
  const refresh = (): void => {
    const chosen = seriesOf(journey.review).filter((series) => journey.series.has(series.key));
    const images = chosen.reduce((sum, series) => sum + Math.max(series.instances, series.frames), 0);
    button.disabled = chosen.length === 0;
    button.textContent = texts.say("review-start", { images });
    hint.textContent = chosen.length === 0 ? texts.say("review-start-none") : "";
  };
  refresh();
  return { button, hint, refresh };
}

function summary(stage: Stage, review: Review): string {
  const series = seriesOf(review);
  const images = series.reduce((sum, one) => sum + Math.max(one.instances, one.frames), 0);
  return stage.texts.say("review-summary", { series: series.length, images, size: stage.texts.size(review.bytes) });
}

function people(stage: Stage, count: number): HTMLElement {
  return h(
    "div",
    { class: "warning", "data-warning": "people" },
    h("p", {}, h("strong", {}, stage.texts.say("review-people", { people: count }))),
  );
}

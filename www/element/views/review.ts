/** Step 3: what was found, what will go, what stays, and what to look at. Nothing is changed before the person says so. */

import type { Review } from "../../engine/index.js";
import { h, heading } from "../h.js";
import { seriesOf } from "../journey.js";
import { removesPart, staysPart } from "./details.js";
import { canBeNamed, namingPart } from "./naming.js";
import { peoplePart } from "./people.js";
import { picturesCard } from "./pictures.js";
import { leftOutList, withheldList } from "./refusals.js";
import { rulesPart } from "./rules.js";
import type { Stage, View } from "./stage.js";
import { studyCard } from "./study.js";
import { warningsPart } from "./warnings.js";

export function reviewView(stage: Stage): View {
  const { texts, journey } = stage;
  const review = journey.review;
  if (!review) return { root: h("section") };
  const many = review.patients.length > 1;
  const studies = review.patients.flatMap((patient, at) =>
    patient.studies.map((study) => ({ patient, study, person: many ? at + 1 : undefined })),
  );
  const hasSome = seriesOf(review).some((series) => !series.code);
  const start = startButton(stage);
  return {
    root: h(
      "section",
      { class: "review" },
      heading(titleOf(stage, review, studies.length)),
      h("p", { class: "lead" }, studies.length > 0 || review.pictures ? summary(stage, review) : texts.say("review-none")),
      stage.note && h("p", { class: "note" }, stage.note),
      peoplePart(texts, review),
      ...studies.map(({ patient, study, person }) => studyCard(stage, patient, study, person, start.refresh)),
      review.pictures && picturesCard(stage, review.pictures, start.refresh),
      hasSome && h("div", { class: "plan" }, removesPart(stage, review.removes), staysPart(texts, journey.policy)),
      hasSome && rulesPart(stage),
      hasSome && namingPart(stage, start.refresh),
      warningsPart(texts, review, journey.policy),
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
      hasSome && discPart(stage),
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

/** What was found: scans, or nothing but picture files. */
function titleOf({ texts }: Stage, { pictures }: Review, studies: number): string {
  const count = pictures?.instances ?? 0;
  return studies === 0 && count > 0 ? texts.say("review-title-pictures", { count }) : texts.say("review-title", { studies });
}

/** The way on, and why it is closed: no series is ticked, or the name cannot be written. */
function startButton(stage: Stage): { button: HTMLButtonElement; hint: HTMLElement; refresh: () => void } {
  const { texts, journey } = stage;
  const button = h("button", { type: "button", class: "primary", part: "button", onclick: () => stage.start() });
  const hint = h("p", { class: "quiet", role: "status" });
  const refresh = (): void => {
    const chosen = seriesOf(journey.review).filter((series) => journey.series.has(series.key));
    const images = chosen.reduce((sum, series) => sum + Math.max(series.instances, series.frames), 0);
    const named = canBeNamed(stage);
    button.disabled = chosen.length === 0 || !named;
    button.textContent = texts.say("review-start", { images });
    if (chosen.length === 0) hint.textContent = texts.say("review-start-none");
    else hint.textContent = named ? "" : texts.say("review-start-name");
  };
  refresh();
  return { button, hint, refresh };
}

function summary(stage: Stage, review: Review): string {
  const series = seriesOf(review);
  const images = series.reduce((sum, one) => sum + Math.max(one.instances, one.frames), 0);
  return stage.texts.say("review-summary", { series: series.length, images, size: stage.texts.size(review.bytes) });
}

/** Whether the clean files become a disc of their own. */
function discPart({ texts, journey }: Stage): HTMLElement {
  const box = h("input", {
    type: "checkbox",
    checked: journey.disc,
    onchange: () => journey.makeDisc(box.checked),
  });
  return h(
    "div",
    { class: "disc" },
    h("label", {}, box, texts.say("review-disc")),
    h("p", { class: "quiet" }, texts.say("review-disc-hint")),
  );
}

/** Step 3: what was found, what will go, what stays, and what to look at. Nothing is changed before the person says so. */

import type { Review } from "../../engine/index.js";
import { blocks, gap } from "../blocks.js";
import { h, heading } from "../h.js";
import { seriesOf } from "../journey.js";
import { attributesPart } from "./attributes.js";
import { removesPart, staysPart } from "./details.js";
import { foundPart } from "./found.js";
import { canBeNamed, namingPart } from "./naming.js";
import { peoplePart } from "./people.js";
import { picturesCard } from "./pictures.js";
import { leftOutList, withheldList } from "./refusals.js";
import { rulesPart } from "./rules.js";
import { sumOf } from "./series.js";
import type { Stage, View } from "./stage.js";
import { studyCard } from "./study.js";
import { Ticks } from "./ticks.js";
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
  const ticks = new Ticks(journey, start.refresh);
  const cards = blocks(studies.length, {
    per: CARDS,
    height: CARD,
    shell: () => h("div", { class: "cards" }),
    gap,
    make: (at) => {
      const { patient, study, person } = studies[at] as (typeof studies)[number];
      return studyCard(stage, patient, study, person, ticks);
    },
  });
  return {
    root: h(
      "section",
      { class: "review" },
      heading(titleOf(stage, review, studies.length)),
      ...foundPart(
        stage,
        review,
        studies.map(({ study }) => study),
      ),
      stage.note && h("p", { class: "note" }, stage.note),
      unreadPart(stage, review),
      peoplePart(texts, review, ticks),
      ...cards.shells,
      review.pictures && picturesCard(stage, review.pictures, ticks),
      hasSome && h("div", { class: "plan" }, removesPart(stage, review.removes), staysPart(texts, journey.policy)),
      hasSome && attributesPart(stage, review),
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
      hasSome && h("div", { class: "actions go" }, start.button, start.hint),
      h(
        "div",
        { class: "actions" },
        h(
          "button",
          { type: "button", class: hasSome ? "plain" : "primary", part: "button", onclick: () => stage.reset() },
          texts.say("review-back"),
        ),
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
    const chosen = seriesOf(journey.review).filter((series) => !series.code && journey.isIn(series.key));
    const images = sumOf(chosen);
    const out = seriesOf(journey.review).filter((series) => !series.code && !journey.isIn(series.key));
    const named = canBeNamed(stage);
    button.disabled = chosen.length === 0 || !named;
    button.textContent = texts.say("review-start", { images });
    if (chosen.length === 0) hint.textContent = texts.say("review-start-none");
    else if (!named) hint.textContent = texts.say("review-start-name");
    else hint.textContent = out.length > 0 ? texts.say("review-out", { series: out.length, images: sumOf(out) }) : "";
  };
  refresh();
  return { button, hint, refresh };
}

/** What was not read since the person stopped: said, and a way to read it after all. */
function unreadPart(stage: Stage, { leftOut }: Review): HTMLElement | undefined {
  const count = leftOut.filter(({ what }) => what === "not-read").length;
  if (count === 0) return undefined;
  const { texts } = stage;
  return h(
    "div",
    { class: "warning", "data-warning": "not-read" },
    h("p", {}, h("strong", {}, texts.say("review-unread", { count }))),
    h("p", {}, texts.say("review-unread-hint")),
    h(
      "div",
      {},
      h("button", { type: "button", class: "plain small", part: "button", onclick: () => stage.retry() }, texts.say("review-unread-read")),
    ),
  );
}

/** Scans of a block, and the usual height of one. */
const CARDS = 6;
const CARD = 700;

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

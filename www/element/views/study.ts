/** Who and what a study names. Every value is barred until the person asks to see it. */

import type { Review } from "../../engine/index.js";
import { kindsOf, partsOf } from "../body.js";
import { h, value } from "../h.js";
import { modality, personName } from "../names.js";
import type { Texts } from "../texts.js";
import { remainsPart } from "./remains.js";
import { seriesTable, sumOf } from "./series.js";
import type { Stage } from "./stage.js";
import { openOf, type Ticks } from "./ticks.js";

type Patient = Review["patients"][number];
type Study = Patient["studies"][number];

/** @param person which one, from 1, where there are several */
export function studyCard(stage: Stage, patient: Patient, study: Study, person: number | undefined, ticks: Ticks): HTMLElement {
  const { texts } = stage;
  const { name, id, birthDate, studyDate, institution, studyDescription } = { ...patient.shown, ...study.shown };
  const rows: [string, string | undefined][] = [
    ["review-name", name && personName(name)],
    ["review-birth", birthDate && texts.date(birthDate)],
    ["review-id", id],
    ["review-hospital", institution],
    ["review-date", studyDate && texts.date(studyDate)],
    // People write names into it, too.
    ["review-description", studyDescription],
  ];
  const kind = studyTitle(texts, study);
  const title = person === undefined ? kind : texts.say("review-study-of", { kind, person });
  const list = h("dl", { class: "who" });
  const show = h("button", { type: "button", class: "plain small" });
  const paint = (shown: boolean): void => {
    list.replaceChildren(
      ...rows.map(([label, text]) =>
        h("div", {}, h("dt", {}, texts.say(label)), h("dd", {}, text ? secret(stage, text, shown) : absent(stage))),
      ),
    );
    show.textContent = texts.say(shown ? "review-hide" : "review-show");
    show.setAttribute("aria-label", texts.say(shown ? "review-hide-label" : "review-show-label"));
    show.setAttribute("aria-expanded", String(shown));
  };
  show.addEventListener("click", () => paint(show.getAttribute("aria-expanded") !== "true"));
  paint(false);
  const open = openOf(study.series);
  return h(
    "article",
    { class: "study" },
    h("div", { class: "study-head" }, h("h3", {}, title), show),
    !isAlone(stage) && h("p", {}, countsOf(texts, study.series)),
    list,
    open.length > 1 &&
      h("label", { class: "whole" }, ticks.box(open, texts.say("review-whole", { title })), texts.say("review-whole-short")),
    seriesTable(stage, study.series, ticks),
    remainsPart(texts, study),
  );
}

/** Whether it is the only scan: then the lines above have said how much it is. */
function isAlone({ journey }: Stage): boolean {
  return journey.review?.patients.flatMap(({ studies }) => studies).length === 1;
}

/** "MRI scan of the knee", "CT scan, Ultrasound": what was done, in plain words. */
export function studyTitle(texts: Texts, study: Study): string {
  const kinds = [...new Set(kindsOf(study).map((code) => modality(texts, code)))];
  const parts = partsOf(study);
  const kind = kinds.length > 0 ? texts.list(kinds) : texts.say("review-study");
  if (kinds.length !== 1 || !kindsOf(study).every((code) => OF_A_PART.has(code))) return kind;
  const [first, second, third] = parts.map((part) => texts.say(`part-${part}`));
  if (first === undefined || third !== undefined) return kind;
  return second === undefined
    ? texts.say("review-kind-of", { kind, part: first })
    : texts.say("review-kind-of-two", { kind, part: first, other: second });
}

/** "4 series, 1,029 images". */
export function countsOf(texts: Texts, series: Study["series"]): string {
  return texts.say("review-count", { series: series.length, images: sumOf(series) });
}

/** The value, or a bar of a fixed length: even its length says nothing. */
export function secret(stage: Stage, text: string, shown: boolean): HTMLElement {
  return shown ? value(text) : bar(stage.texts);
}

/** In the place of a value. @param label the message that says of what, where nothing beside it does */
export function bar(texts: Texts, label?: string): HTMLElement {
  const hidden = texts.say("review-hidden");
  return h("span", { class: "bar" }, h("span", { class: "heard" }, label === undefined ? hidden : `${texts.say(label)}: ${hidden}`));
}

function absent(stage: Stage): HTMLElement {
  return h("span", { class: "quiet" }, stage.texts.say("review-absent"));
}

/** Kinds that may be of any part of the body: of a mammogram or an eye scan, nobody has to say so. */
const OF_A_PART = new Set(["CT", "MR", "CR", "DX", "RF", "XA", "US", "PT", "NM", "RG"]);

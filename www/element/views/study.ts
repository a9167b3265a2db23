/** Who and what a study names. Every value is barred until the person asks to see it. */

import type { Review } from "../../engine/index.js";
import { h, value } from "../h.js";
import { modality, personName } from "../names.js";
import type { Texts } from "../texts.js";
import { seriesTable } from "./series.js";
import type { Stage } from "./stage.js";

type Patient = Review["patients"][number];
type Study = Patient["studies"][number];

/**
 * @param person which one, from 1, where there are several
 * @param changed called when a series was ticked or unticked
 */
export function studyCard(stage: Stage, patient: Patient, study: Study, person: number | undefined, changed: () => void): HTMLElement {
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
  const kind = kinds(texts, study);
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
  return h(
    "article",
    { class: "study" },
    h("div", { class: "study-head" }, h("h3", {}, title), show),
    list,
    seriesTable(stage, study.series, changed),
  );
}

/** "CT scan, Ultrasound": what was done, in plain words. */
function kinds(texts: Texts, study: Study): string {
  return [...new Set(study.series.map((series) => modality(texts, series.modality)))].join(", ") || texts.say("review-study");
}

/** The value, or a bar of a fixed length: even its length says nothing. */
function secret(stage: Stage, text: string, shown: boolean): HTMLElement {
  return shown ? value(text) : h("span", { class: "bar" }, h("span", { class: "heard" }, stage.texts.say("review-hidden")));
}

function absent(stage: Stage): HTMLElement {
  return h("span", { class: "quiet" }, stage.texts.say("review-absent"));
}

/** What was found, in one line a scan: what it is of, how much it is, where and when. The last two name a person: barred until pressed. */

import type { Review } from "../../engine/index.js";
import { h, value } from "../h.js";
import { seriesOf } from "../journey.js";
import type { Texts } from "../texts.js";
import { sumOf } from "./series.js";
import type { Stage } from "./stage.js";
import { bar, countsOf, studyTitle } from "./study.js";

type Fact = Node | string;
type Study = Review["patients"][number]["studies"][number];

/** "MRI scan of the knee, 4 series, 1,029 images, Lakeside Hospital, March 3, 2024", for the first scans, and how much it is in all. */
export function foundPart(stage: Stage, review: Review, studies: readonly Study[]): HTMLElement[] {
  const { texts } = stage;
  if (studies.length === 0) return [h("p", { class: "lead" }, review.pictures ? summary(texts, review) : texts.say("review-none"))];
  const named = studies.slice(0, NAMED);
  const lines = named.map(() => h(studies.length > 1 ? "li" : "p", { class: "lead" }));
  const show = h("button", { type: "button", class: "link" });
  const paint = (shown: boolean): void => {
    for (const [at, study] of named.entries()) lines[at]?.replaceChildren(...lineOf(texts, study, shown));
    show.textContent = texts.say(shown ? "review-facts-hide" : "review-facts-show");
    show.setAttribute("aria-expanded", String(shown));
  };
  show.addEventListener("click", () => paint(show.getAttribute("aria-expanded") !== "true"));
  paint(false);
  const more = studies.length - NAMED;
  if (more > 0) lines.push(h("li", { class: "quiet" }, texts.say("review-more", { count: more })));
  const isOne = studies.length === 1 && !review.pictures;
  const size = texts.size(review.bytes);
  return [
    ...(studies.length > 1 ? [h("ul", { class: "facts" }, ...lines)] : lines),
    h(
      "p",
      { class: "facts-more" },
      h("span", { class: "quiet" }, isOne ? texts.say("review-now", { size }) : summary(texts, review)),
      named.some(({ shown }) => shown.institution || shown.studyDate) && show,
    ),
  ];
}

/** How much it is in all. */
function summary(texts: Texts, review: Review): string {
  const series = seriesOf(review);
  return texts.say("review-summary", { series: series.length, images: sumOf(series), size: texts.size(review.bytes) });
}

function lineOf(texts: Texts, study: Study, shown: boolean): Fact[] {
  const { institution, studyDate } = study.shown;
  const facts: [label: string, text: string | undefined][] = [
    ["review-hospital", institution],
    ["review-date", studyDate && texts.date(studyDate)],
  ];
  let line: Fact[] = [h("strong", {}, studyTitle(texts, study))];
  line = joined(texts, line, countsOf(texts, study.series));
  for (const [label, text] of facts) if (text) line = joined(texts, line, shown ? value(text) : bar(texts, label));
  return line;
}

/** A further fact behind the others, as the language sets them apart. A bar does not leave its comma to the next line. */
function joined(texts: Texts, first: readonly Fact[], second: Fact): Fact[] {
  const [before = "", between = ", ", after = ""] = texts.say("review-and-fact", { first: SPLIT, second: SPLIT }).split(SPLIT);
  const [, comma = "", space = ""] = /^(.*?)(\s*)$/s.exec(between) ?? [];
  const last = h("span", { class: "held" }, first.at(-1), comma);
  return [before, ...first.slice(0, -1), last, space, second, after].filter((fact) => fact !== "");
}

/** Stands in no language. */
const SPLIT = "\u0000";

/** Scans that the first lines name. */
const NAMED = 4;

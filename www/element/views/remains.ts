/** What cannot be taken out of a scan, whatever the rules: said of each scan, with where it is known from. */

import type { Review } from "../../engine/index.js";
import { remainsOf } from "../body.js";
import { h } from "../h.js";
import type { Texts } from "../texts.js";

type Study = Review["patients"][number]["studies"][number];

/** The sentences for a study; nothing where all of it is left out anyway. */
export function remainsPart(texts: Texts, study: Pick<Study, "series">): HTMLElement | undefined {
  const remains = remainsOf(study);
  if (remains.length === 0) return undefined;
  const sources = remains.map((remain) => texts.sayFirst([`remains-${remain}.source`, NONE])).filter((source) => source !== NONE);
  return h(
    "div",
    { class: "remains" },
    h("h4", {}, texts.say("remains-title")),
    h("ul", { class: "dots" }, ...remains.map((remain) => h("li", {}, texts.say(`remains-${remain}`)))),
    sources.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, texts.say("remains-sources")),
        h("ul", { class: "dots quiet" }, ...sources.map((source) => h("li", {}, source))),
      ),
  );
}

/** No sentence is called that. */
const NONE = "-";

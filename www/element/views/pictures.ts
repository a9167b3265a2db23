/** Picture files without a header: what they are, and the table in which they can be left out. */

import type { Review } from "../../engine/index.js";
import { h } from "../h.js";
import { seriesTable } from "./series.js";
import type { Stage } from "./stage.js";
import type { Ticks } from "./ticks.js";

export function picturesCard(stage: Stage, pictures: NonNullable<Review["pictures"]>, ticks: Ticks): HTMLElement {
  const { texts } = stage;
  return h(
    "article",
    { class: "study pictures-card" },
    h("div", { class: "study-head" }, h("h3", {}, texts.say("review-pictures"))),
    h("p", { class: "quiet" }, texts.say("review-pictures-hint")),
    seriesTable(stage, [pictures], ticks),
  );
}

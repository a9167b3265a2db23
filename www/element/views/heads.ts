/** Heads as pictures of their surface, drawn by a computer: with the face and without it, or as they were written. */

import type { Surface, View } from "../../engine/index.js";
import { h, value } from "../h.js";
import { seriesOf } from "../journey.js";
import { drawn } from "../picture.js";
import type { Texts } from "../texts.js";
import { seriesTitle } from "./series.js";
import type { Stage } from "./stage.js";

/** The names of a head's series. */
export function headTitle({ texts, journey }: Stage, keys: readonly string[]): (Node | string)[] {
  const titles = seriesOf(journey.review)
    .filter(({ key }) => keys.includes(key))
    .map((series) => seriesTitle(texts, series));
  const named = titles.slice(0, NAMED).flatMap((title, at) => [...(at > 0 ? ["; "] : []), value(title)]);
  return titles.length > NAMED ? [...named, ` ${texts.say("review-more", { count: titles.length - NAMED })}`] : named;
}

/** From each side: before and after, side by side. */
export function viewPairs(texts: Texts, views: readonly View[]): HTMLElement {
  return h(
    "div",
    { class: "views pairs" },
    ...views.map(({ yaw, before, after }) => {
      const from = texts.say(sideOf(yaw));
      const half = (when: "before" | "after", picture: Surface["picture"]): HTMLElement =>
        h(
          "div",
          {},
          drawn(picture, texts.say(`face-alt-${when}`, { from })),
          h("span", { class: "when", "aria-hidden": "true" }, texts.say(`face-${when}`)),
        );
      return h("figure", {}, h("figcaption", {}, from), h("div", { class: "pair" }, half("before", before), half("after", after)));
    }),
  );
}

/** From each side, as it was written. */
export function surfaces(texts: Texts, views: readonly Surface[]): HTMLElement {
  return h(
    "div",
    { class: "views" },
    ...views.map(({ yaw, picture }) => {
      const from = texts.say(sideOf(yaw));
      return h("figure", {}, h("figcaption", {}, from), drawn(picture, texts.say("face-alt-written", { from })));
    }),
  );
}

/** Where one looks from: degrees to the patient's left of the front. */
function sideOf(yaw: number): string {
  if (yaw === 0) return "face-front";
  return `face-${Math.abs(yaw) < 60 ? "half-" : ""}${yaw > 0 ? "left" : "right"}`;
}

/** Longer lists are cut. */
const NAMED = 3;

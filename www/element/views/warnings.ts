/** What a person should look at before going on: faces and writing. Said plainly, since nobody else will check. */

import { applied, type Review, removesFaces } from "../../engine/index.js";
import { asksOf } from "../faces.js";
import { h, value } from "../h.js";
import { type Region, region } from "../heads.js";
import { lookOf, seriesOf } from "../journey.js";
import type { Texts } from "../texts.js";
import { seriesTitle } from "./series.js";

type Series = ReturnType<typeof seriesOf>[number];

/** The boxes that this batch calls for. Pictures without any series in need of one get none. */
export function warningsPart(texts: Texts, review: Review, policy: unknown): HTMLElement | undefined {
  const boxes: HTMLElement[] = [];
  const { head: heads, unknown } = byRegion(review);
  if (heads.length > 0) boxes.push(box(texts, headId(policy), heads));
  else if (unknown.length > 0 && !removesFaces(policy)) boxes.push(box(texts, "warn-head-unknown", unknown));
  if (review.pictures && !review.pictures.code) boxes.push(box(texts, "warn-pictures", []));
  if (seriesOf(review).some((series) => !series.code)) boxes.push(box(texts, writingId(policy), []));
  if (boxes.length === 0) return undefined;
  return h("section", { class: "look" }, h("h3", {}, texts.say("review-look")), ...boxes);
}

/** Whether a person must look before anything is cleaned. */
export function isFlagged(review: Review): boolean {
  const { head, unknown } = byRegion(review);
  return head.length + unknown.length > 0 || review.withheld.length > 0 || review.patients.length !== 1 || review.pictures !== undefined;
}

/** What is said of heads: whether faces are taken out, and whether the person is shown what becomes of them. */
function headId(policy: unknown): string {
  if (!removesFaces(policy)) return "warn-head";
  return asksOf(policy) === "none" ? "warn-head-alone" : "warn-head-face";
}

/** What is said of writing: whether it is sought, and whether the person is shown what was found. */
function writingId(policy: unknown): string {
  if (!applied(policy).has("clean-pixel-data")) return "warn-writing-off";
  return { flagged: "warn-writing", always: "warn-writing-always", never: "warn-writing-alone" }[lookOf(policy)];
}

function box(texts: Texts, id: string, series: readonly Series[]): HTMLElement {
  return h(
    "div",
    { class: "warning", "data-warning": id },
    h("p", {}, h("strong", {}, texts.say(id))),
    h("p", {}, texts.say(`${id}.body`)),
    series.length > 0 && h("p", { class: "quiet" }, ...sentence(texts.say(`${id}.which`, { series: MARK }), texts, series)),
  );
}

/** The sentence with the series' names in the place of the mark, each isolated. */
function sentence(text: string, texts: Texts, series: readonly Series[]): (string | Node)[] {
  const [before = "", after = ""] = text.split(MARK);
  const names = series.slice(0, NAMED).flatMap((one, at) => [at > 0 ? ", " : "", value(seriesTitle(texts, one))]);
  if (series.length > NAMED) names.push(` ${texts.say("review-more", { count: series.length - NAMED })}`);
  return [before, ...names, after];
}

function byRegion(review: Review): Readonly<Record<Region, Series[]>> {
  const found = { head: [], other: [], unknown: [] } as Record<Region, Series[]>;
  for (const series of seriesOf(review)) if (!series.code) found[region(series)].push(series);
  return found;
}

/** Stands for the names in the sentence while it is formatted: never shown. */
const MARK = "\u0001";

/** Longer lists are cut. */
const NAMED = 6;

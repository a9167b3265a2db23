/** The series of one study: a table on wide screens, cards on narrow ones. A series can be unticked. */

import { blocks } from "../blocks.js";
import { h, value } from "../h.js";
import type { seriesOf } from "../journey.js";
import { isolated, modality, reason } from "../names.js";
import { drawn } from "../picture.js";
import type { Texts } from "../texts.js";
import { thumbsOf } from "../thumbs.js";
import type { Stage } from "./stage.js";
import type { Ticks } from "./ticks.js";

type Series = ReturnType<typeof seriesOf>[number];

export function seriesTable(stage: Stage, list: readonly Series[], ticks: Ticks): HTMLElement {
  const { texts } = stage;
  const column = (id: string): HTMLElement => h("th", { scope: "col" }, texts.say(`review-column-${id}`));
  const { shells, reach } = blocks(list.length, {
    per: ROWS,
    height: HEIGHT,
    shell: () => h("tbody"),
    gap: emptyRow,
    make: (index) => row(stage, list[index] as Series, index, ticks),
  });
  const isLong = shells.length > 1;
  return h(
    "table",
    {
      class: "series",
      part: "list",
      "aria-rowcount": isLong && list.length + 1,
      onkeydown: (event) => step(event as KeyboardEvent, list.length, reach),
    },
    h("caption", {}, texts.say("review-series"), h("span", { class: "quiet" }, texts.say("review-series-help"))),
    h("thead", {}, h("tr", { "aria-rowindex": isLong && 1 }, column("include"), column("picture"), column("series"), column("images"))),
    ...shells,
  );
}

/** "CT scan, Head 2.0 mm": the kind in plain words and the hospital's own description. */
export function seriesTitle(texts: Texts, series: Series): string {
  const kind = modality(texts, series.modality);
  const own = series.shown.seriesDescription ?? series.shown.bodyPart;
  return own ? texts.list([kind, own]) : kind;
}

/** Frames count as images to a person: a cine loop of 60 is 60. */
export function imagesOf({ instances, frames }: Pick<Series, "instances" | "frames">): number {
  return Math.max(instances, frames);
}

/** Images of several series. */
export function sumOf(series: readonly Parameters<typeof imagesOf>[0][]): number {
  return series.reduce((sum, one) => sum + imagesOf(one), 0);
}

function row(stage: Stage, series: Series, index: number, ticks: Ticks): HTMLElement {
  const { texts } = stage;
  const images = imagesOf(series);
  const label = texts.say("review-include", { series: isolated(seriesTitle(texts, series)), images });
  const box = ticks.box(series.code === undefined ? [series.key] : [], label);
  box.dataset.row = String(index);
  const picture = h("div", { class: "picture", part: "preview" });
  if (!series.code) thumbsOf(stage.journey).watch(picture, series.key, (made) => picture.replaceChildren(pictured(stage, series, made)));
  const own = series.shown.seriesDescription ?? series.shown.bodyPart;
  return h(
    "tr",
    { class: series.code ? "out" : null, "aria-rowindex": index + 2 },
    h("td", { class: "tick" }, h("label", { class: "target" }, box)),
    h("td", {}, picture),
    h(
      "th",
      { scope: "row" },
      h("span", { class: "kind" }, modality(texts, series.modality)),
      own && h("span", { class: "own" }, value(own)),
      series.code && h("span", { class: "why" }, h("strong", {}, texts.say("review-left-series")), ": ", reason(texts, series.code)),
      !series.code && series.refused > 0 && h("span", { class: "why" }, texts.say("review-refused", { count: series.refused })),
    ),
    h("td", { class: "number" }, texts.say("review-images", { images })),
  );
}

function pictured({ texts }: Stage, series: Series, picture: Parameters<typeof drawn>[0] | undefined): HTMLElement {
  if (!picture) return h("span", { class: "quiet" }, texts.say("review-no-picture"));
  return drawn(picture, texts.say("review-picture", { series: isolated(seriesTitle(texts, series)) }));
}

/** Arrow keys go from box to box, also where the next row is not made yet. */
function step(event: KeyboardEvent, count: number, reach: (index: number) => HTMLElement | undefined): void {
  const { dataset } = event.target as HTMLElement;
  const by = STEPS[event.key];
  if (dataset.row === undefined || by === undefined) return;
  event.preventDefault();
  const from = Number(dataset.row);
  const to = Math.min(Math.max(from + by, 0), count - 1);
  const way = Math.sign(by);
  const stand = (at: number): boolean => {
    const box = reach(at)?.querySelector<HTMLInputElement>("input:enabled");
    box?.focus();
    return box !== undefined && box !== null;
  };
  // What cannot be ticked cannot be stood on: on to the next one, or back from the end.
  for (let at = to; at >= 0 && at < count; at += way) if (stand(at)) return;
  for (let at = to - way; at !== from && at >= 0 && at < count; at -= way) if (stand(at)) return;
}

function emptyRow(): { outer: HTMLElement; inner: HTMLElement } {
  const inner = h("td", { colspan: 4 });
  return { outer: h("tr", { class: "gap", "aria-hidden": "true" }, inner), inner };
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Rows of a block, and the usual height of one. */
const ROWS = 25;
const HEIGHT = 89;

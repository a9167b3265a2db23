/** The series of one study: a table on wide screens, cards on narrow ones. A series can be unticked. */

import { h, value } from "../h.js";
import type { seriesOf } from "../journey.js";
import { isolated, modality, reason } from "../names.js";
import { drawn } from "../picture.js";
import type { Texts } from "../texts.js";
import type { Stage } from "./stage.js";

type Series = ReturnType<typeof seriesOf>[number];

/** @param changed called when a series was ticked or unticked */
export function seriesTable(stage: Stage, list: readonly Series[], changed: () => void): HTMLElement {
  const { texts } = stage;
  const column = (id: string): HTMLElement => h("th", { scope: "col" }, texts.say(`review-column-${id}`));
  return h(
    "table",
    { class: "series", part: "list" },
    h("caption", {}, texts.say("review-series"), h("span", { class: "quiet" }, texts.say("review-series-help"))),
    h("thead", {}, h("tr", {}, column("include"), column("picture"), column("series"), column("images"))),
    h("tbody", {}, ...list.map((series) => row(stage, series, changed))),
  );
}

/** "CT scan, Head 2.0 mm": the kind in plain words and the hospital's own description. */
export function seriesTitle(texts: Texts, series: Series): string {
  const kind = modality(texts, series.modality);
  const own = series.shown.seriesDescription ?? series.shown.bodyPart;
  return own ? `${kind}, ${own}` : kind;
}

function row(stage: Stage, series: Series, changed: () => void): HTMLElement {
  const { texts, journey } = stage;
  const images = images_(series);
  const box = h("input", {
    type: "checkbox",
    checked: !series.code && journey.series.has(series.key),
    disabled: series.code !== undefined,
    "aria-label": texts.say("review-include", { series: isolated(seriesTitle(texts, series)), images }),
    onchange: () => {
      journey.include(series.key, box.checked);
      changed();
    },
  });
  const picture = h("div", { class: "picture", part: "preview" });
  if (!series.code) void paint(stage, series, picture);
  const own = series.shown.seriesDescription ?? series.shown.bodyPart;
  return h(
    "tr",
    { class: series.code ? "out" : null },
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

/** Frames count as images to a person: a cine loop of 60 is 60. */
function images_(series: Series): number {
  return Math.max(series.instances, series.frames);
}

/** Puts the series' picture in its place, once the engine has one. */
async function paint(stage: Stage, series: Series, place: HTMLElement): Promise<void> {
  const picture = await stage.journey.picture(series.key, EDGE);
  if (!picture) {
    place.append(h("span", { class: "quiet" }, stage.texts.say("review-no-picture")));
    return;
  }
  place.append(drawn(picture, stage.texts.say("review-picture", { series: isolated(seriesTitle(stage.texts, series)) })));
}

/** Longest side of a thumbnail in device pixels: 72 CSS pixels on a dense screen. */
const EDGE = 144;

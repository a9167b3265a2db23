/** Between review and cleaning: what will be blacked out in pictures, for a person to look at and to correct. */

import { h, heading, value } from "../h.js";
import { lookOf, seriesOf } from "../journey.js";
import { isFlagged } from "../sights.js";
import { viewer } from "../viewer/viewer.js";
import { seriesTitle } from "./series.js";
import type { Stage, View } from "./stage.js";

type Series = ReturnType<typeof seriesOf>[number];

export function lookView(stage: Stage): View {
  const { texts, journey } = stage;
  const flagged = seriesOf(journey.review).filter((series) => journey.flagged.includes(series.key));
  const [first] = flagged;
  if (!first) return { root: h("section") };
  const go = h("button", { type: "button", class: "primary", part: "button", onclick: () => stage.start() }, texts.say("look-go"));
  const hint = h("p", { class: "quiet", role: "status" });
  const list = h("ul", { class: "flagged" });
  const place = h("section", { class: "one" });
  let now = flagged.find((series) => !isSettled(stage, series)) ?? first;

  const open = (series: Series, focus: boolean): void => {
    now = series;
    place.replaceChildren(...seriesPart(stage, series, refresh, settled));
    refresh();
    if (focus) place.querySelector("h3")?.focus();
  };
  /** One series is done with: on to the next that is not, or to the button that cleans. */
  const settled = (): void => {
    const next = flagged.find((series) => !isSettled(stage, series));
    if (next) return open(next, true);
    open(now, false);
    if (!go.disabled) go.focus();
  };
  const refresh = (): void => {
    const held = flagged.findIndex((_, index) => list.children[index]?.querySelector("button")?.matches(":focus"));
    list.replaceChildren(...flagged.map((series) => row(stage, series, series === now, () => open(series, true))));
    list.children[held]?.querySelector("button")?.focus();
    const none = journey.series.size === 0;
    go.disabled = none || !journey.isSettled;
    hint.textContent = journey.isSettled ? (none ? texts.say("look-go-none") : "") : texts.say("look-go-hint");
  };
  open(now, false);
  return {
    root: h(
      "section",
      { class: "pictures" },
      heading(texts.say("look-title")),
      h("p", { class: "lead" }, texts.say(lookOf(journey.policy) === "always" ? "look-lead-always" : "look-lead")),
      h("p", { class: "note plain-note" }, texts.say("look-miss")),
      flagged.length > 1 && list,
      place,
      h(
        "div",
        { class: "actions go" },
        go,
        h("button", { type: "button", class: "plain", part: "button", onclick: () => stage.back() }, texts.say("look-back")),
        hint,
      ),
    ),
  };
}

/**
 * @param refresh called when something about the series changed
 * @param settled called when the person is done with it
 */
function seriesPart(stage: Stage, series: Series, refresh: () => void, settled: () => void): HTMLElement[] {
  const { texts, journey } = stage;
  const { key } = series;
  const { sights } = journey;
  const isOut = (): boolean => !journey.series.has(key);
  const press = (words: string, onclick: () => void, look = "plain"): HTMLButtonElement =>
    h("button", { type: "button", class: look, part: "button", onclick }, texts.say(words));
  const stays = h("p", { class: "warning stays-readable", role: "status" });
  const right = press("look-right", () => say(() => journey.looksRight(key)), "primary");
  const out = press("look-out", () => say(() => journey.leaveOut(key)));
  const back = press("look-in", () => {
    journey.leaveOut(key, false);
    paint();
    out.focus();
  });
  const undo = press("look-undo", () => {
    journey.decide((all) => all.undo(key));
    pictures.refresh();
    paint();
    right.focus();
  });
  const say = (change: () => void): void => {
    change();
    paint();
    settled();
  };
  const paint = (): void => {
    const staying = sights.files(key).filter((file) => sights.staying(file.ordinal).length > 0).length;
    stays.replaceChildren(
      ...(staying > 0 ? [h("strong", {}, texts.say("look-stays")), ` ${texts.say("look-stays-in", { count: staying })}`] : []),
    );
    right.hidden = isOut();
    out.hidden = isOut();
    back.hidden = !isOut();
    undo.hidden = isOut() || !sights.isChanged(key);
    refresh();
  };
  const pictures = viewer(stage, key, seriesTitle(texts, series), paint);
  const lost = sights.lost(key);
  const unsearched = sights.files(key).filter((file) => !file.seen?.whole).length;
  paint();
  const parts = [
    h("h3", { tabindex: -1 }, value(seriesTitle(texts, series))),
    h("p", { class: "quiet" }, found(stage, series), unsearched > 0 && ` ${texts.say("look-unsearched", { count: unsearched })}`),
    lost > 0 && h("p", { class: "quiet" }, texts.say("look-lost", { count: lost })),
    h(
      "ul",
      { class: "keys" },
      ...["gone", "kept", "bare"].map((kind) =>
        h("li", {}, h("span", { class: `swatch ${kind}`, "aria-hidden": "true" }), texts.say(`look-key-${kind}`)),
      ),
    ),
    pictures.root,
    stays,
    h("div", { class: "actions" }, right, out, back, undo),
  ];
  return parts.filter((part) => part !== false);
}

function row(stage: Stage, series: Series, isNow: boolean, open: () => void): HTMLElement {
  const { texts, journey } = stage;
  const state = !journey.series.has(series.key) ? "out" : journey.sights.isRight(series.key) ? "right" : "open";
  return h(
    "li",
    { class: state },
    h(
      "button",
      { type: "button", "aria-current": isNow ? "true" : null, onclick: open },
      h("span", { class: "kind" }, value(seriesTitle(texts, series))),
      h("span", { class: "state" }, texts.say(`look-state-${state}`)),
    ),
  );
}

/** "We found writing in 2 of 40 pictures." */
function found({ texts, journey }: Stage, series: Series): string {
  const files = journey.sights.files(series.key);
  return texts.say("look-found", { count: files.filter(isFlagged).length, of: files.length });
}

function isSettled({ journey }: Stage, series: Series): boolean {
  return !journey.series.has(series.key) || journey.sights.isRight(series.key);
}

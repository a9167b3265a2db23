/** Every field of a file: what is done to it, by which rule, before and after. Values are barred until the person asks to see them. */

import { type Explained, OPTIONS, type Review, type Row } from "../../engine/index.js";
import { blocks } from "../blocks.js";
import { h, value } from "../h.js";
import { seriesOf } from "../journey.js";
import { attributeName } from "../tags.js";
import type { Texts } from "../texts.js";
import { seriesTitle } from "./series.js";
import { seriesChoice } from "./series-choice.js";
import type { Stage } from "./stage.js";

/** A part that opens; what is in it is asked for then. */
export function attributesPart(stage: Stage, review: Review): HTMLElement {
  const { texts } = stage;
  const part = h("details", {}, h("summary", {}, texts.say("fields-open")));
  part.addEventListener("toggle", () => part.append(...inside(stage, review)), { once: true });
  return h("section", { class: "fields" }, part);
}

interface Wish {
  readonly words: string;
  readonly which: string;
  readonly shown: boolean;
}

function inside(stage: Stage, review: Review): HTMLElement[] {
  const { texts } = stage;
  const all = seriesOf(review).filter(({ code, modality }) => code === undefined && modality !== "PICTURES");
  const series = seriesChoice(texts, all.length, (at) => seriesTitle(texts, all[at] as (typeof all)[number]));
  const which = h("select", {}, ...["all", ...Object.keys(GROUPS)].map((id) => h("option", { value: id }, texts.say(`fields-${id}`))));
  const words = h("input", { type: "search", class: "text", autocomplete: "off", spellcheck: "false" });
  const show = h("button", { type: "button", class: "plain small", "aria-pressed": "false" }, texts.say("fields-show"));
  const count = h("p", { class: "quiet", role: "status" });
  const beside = h("p", { class: "quiet" });
  const place = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": texts.say("fields-title") });
  let explained: Explained | undefined;

  const paint = (): void => {
    const wish = { words: words.value.trim().toLowerCase(), which: which.value, shown: show.getAttribute("aria-pressed") === "true" };
    const rows = (explained?.rows ?? []).filter((row) => isWanted(texts, row, wish));
    place.replaceChildren(table(texts, rows, wish.shown, place));
    count.textContent = explained ? texts.say("fields-count", { count: rows.length, of: explained.rows.length }) : texts.say("fields-none");
  };
  const load = async (): Promise<void> => {
    const one = all[series.at()];
    explained = one && (await stage.journey.explained(one.key));
    beside.textContent = explained ? besideRows(texts, explained) : "";
    paint();
  };
  series.changed(() => void load());
  which.addEventListener("change", paint);
  words.addEventListener("input", paint);
  show.addEventListener("click", () => {
    const shown = show.getAttribute("aria-pressed") !== "true";
    show.setAttribute("aria-pressed", String(shown));
    paint();
  });
  void load();
  return [
    h("p", { class: "quiet" }, texts.say("fields-hint")),
    h(
      "div",
      { class: "wishes" },
      ...series.fields,
      h("label", {}, texts.say("fields-which"), which),
      h("label", {}, texts.say("fields-find"), words),
      show,
    ),
    count,
    place,
    beside,
  ];
}

function table(texts: Texts, rows: readonly Row[], shown: boolean, root: HTMLElement): HTMLElement {
  const column = (id: string): HTMLElement => h("th", { scope: "col" }, texts.say(`fields-column-${id}`));
  const { shells } = blocks(rows.length, {
    per: 40,
    height: 62,
    root,
    shell: () => h("tbody"),
    gap: () => {
      const inner = h("td", { colspan: 5 });
      return { outer: h("tr", { "aria-hidden": "true" }, inner), inner };
    },
    make: (at) => line(texts, rows[at] as Row, at, shown),
  });
  return h(
    "table",
    { "aria-rowcount": rows.length + 1 },
    h("thead", {}, h("tr", { "aria-rowindex": 1 }, ...["path", "action", "rule", "before", "after"].map(column))),
    ...shells,
  );
}

function line(texts: Texts, [path, , , action, rule, before, after]: Row, at: number, shown: boolean): HTMLElement {
  const name = attributeName(path);
  // What was made up names nobody.
  const isMade = action === "replace" || action === "add";
  return h(
    "tr",
    { class: groupOf(action), "aria-rowindex": at + 2 },
    h("th", { scope: "row" }, name && h("bdi", { lang: "en" }, name), h("code", { dir: "ltr" }, path)),
    h("td", {}, texts.say(`action-${action}`)),
    h("td", {}, ruleName(texts, rule)),
    h("td", {}, cell(texts, before, shown)),
    h("td", {}, cell(texts, after, shown || isMade)),
  );
}

/** A value, a bar in its place, or in words how much there is of it. */
function cell(texts: Texts, text: string, shown: boolean): Node | string {
  const [, items, bytes] = /^(?:\[(\d+)\]|<(\d+)>)$/.exec(text) ?? [];
  if (items !== undefined) return texts.say("fields-items", { count: Number(items) });
  if (bytes !== undefined) return texts.say("fields-bytes", { size: texts.size(Number(bytes)) });
  if (text === "") return h("span", { class: "quiet" }, texts.say("fields-empty"));
  return shown ? value(text) : h("span", { class: "bar" }, h("span", { class: "heard" }, texts.say("review-hidden")));
}

function isWanted(texts: Texts, [path, , , action, rule, before, after]: Row, { words, which, shown }: Wish): boolean {
  if (which !== "all" && groupOf(action) !== which) return false;
  if (words === "") return true;
  const said = [path, attributeName(path) ?? "", texts.say(`action-${action}`), ruleName(texts, rule), ...(shown ? [before, after] : [])];
  return said.some((one) => one.toLowerCase().includes(words));
}

/** An Option's code by the Option's name, and the rest by names of their own. */
function ruleName(texts: Texts, rule: string): string {
  const option = Object.entries(OPTIONS).find(([, { code }]) => code === rule);
  return option ? texts.say(`option-${option[0]}`) : texts.sayFirst([`rule-${rule}`, rule]);
}

function besideRows(texts: Texts, { more, private: makers, graphics, unknown }: Explained): string {
  const lines: [string, number][] = [
    ["fields-private", makers],
    ["fields-graphics", graphics],
    ["fields-unknown", unknown],
    ["fields-more", more],
  ];
  return lines.flatMap(([id, count]) => (count > 0 ? [texts.say(id, { count })] : [])).join(" ");
}

function groupOf(action: string): string {
  return Object.entries(GROUPS).find(([, actions]) => actions.includes(action))?.[0] ?? "changes";
}

/** What becomes of a field, in three heaps. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  goes: ["remove", "empty", "dummy"],
  changes: ["replace", "clean", "add"],
  stays: ["keep"],
};

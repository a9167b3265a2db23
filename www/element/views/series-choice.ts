/** One series out of many: a list to choose from, and where that is long a field that narrows it. */

import { h } from "../h.js";
import type { Texts } from "../texts.js";

export interface SeriesChoice {
  /** With their labels. */
  readonly fields: readonly HTMLElement[];
  /** Which one is chosen, from 0. */
  at(): number;
  /** Calls back when another one is. */
  changed(call: () => void): void;
}

/**
 * @param count of all series
 * @param titleOf one of them, from 0: asked for those that are listed, and for all once somebody looks for one
 */
export function seriesChoice(texts: Texts, count: number, titleOf: (at: number) => string): SeriesChoice {
  const titles = new Map<number, string>();
  const numbered = (at: number): string => {
    const title = titles.get(at) ?? `${at + 1}. ${titleOf(at)}`;
    titles.set(at, title);
    return title;
  };
  const list = h("select", {});
  const words = h("input", { type: "search", class: "text", autocomplete: "off", spellcheck: "false" });
  const listeners: (() => void)[] = [];
  let chosen = 0;

  const choose = (at: number): void => {
    if (at === chosen) return;
    chosen = at;
    for (const listener of listeners) listener();
  };
  const fill = (): void => {
    const wanted = words.value.trim().toLowerCase();
    const all = Array.from({ length: count }, (_, at) => at);
    const found = wanted === "" ? all : all.filter((at) => numbered(at).toLowerCase().includes(wanted));
    const options = found.slice(0, LISTED).map((at) => h("option", { value: at, selected: at === chosen }, numbered(at)));
    const more = found.length - LISTED;
    // The rest can be had by a few more letters, or by the number.
    if (more > 0) options.push(h("option", { value: "", disabled: true }, texts.say("review-more", { count: more })));
    if (found.length === 0) options.push(h("option", { value: "", disabled: true, selected: true }, texts.say("fields-series-none")));
    list.replaceChildren(...options);
    // What is seen to be chosen is chosen.
    if (found.length > 0 && !options.some((option) => option.selected)) list.selectedIndex = 0;
    if (found.length > 0) choose(Number(list.value));
  };
  fill();
  words.addEventListener("input", fill);
  list.addEventListener("change", () => choose(Number(list.value)));
  const find = count > FEW ? [h("label", {}, texts.say("fields-series-find"), words)] : [];
  return {
    fields: [...find, h("label", {}, texts.say("fields-series"), list)],
    at: () => chosen,
    changed: (call) => void listeners.push(call),
  };
}

/** As many as a list can hold at a time before browsers become slow. */
const LISTED = 200;
/** As many as can be overlooked. */
const FEW = 12;

/** Several small zips in place of one: for mail, phones and portals that take no large file. */

import { h } from "../h.js";
import type { Saving, Ways } from "../outputs.js";
import type { Texts } from "../texts.js";
import type { Desk } from "./saving.js";

/** Bytes that they take at most. */
const LIMITS = [25_000_000, 100_000_000, 500_000_000, 2_000_000_000];

/** A choice of sizes and a button for each part; nothing where one zip is small enough for all. */
export function partsPart(texts: Texts, ways: Ways, bytes: number, desk: Desk): HTMLElement | undefined {
  const limits = LIMITS.filter((limit) => limit < bytes);
  if (limits.length === 0) return undefined;
  const list = h("ol", { class: "parts" });
  const sizes = limits.map((limit) => h("option", { value: limit }, texts.size(limit)));
  const choice = h("select", { part: "input" }, ...sizes);
  const show = () => list.replaceChildren(...partsOf(texts, ways, Number(choice.value), desk));
  choice.addEventListener("change", show);
  show();
  return h(
    "details",
    {},
    h("summary", {}, texts.say("done-parts")),
    h("p", { class: "quiet" }, texts.say("done-parts-hint")),
    h("label", {}, texts.say("done-parts-size"), " ", choice),
    list,
  );
}

function partsOf(texts: Texts, ways: Ways, limit: number, desk: Desk): HTMLElement[] {
  const parts = ways.parts(limit);
  return parts.map(({ size }, index) => {
    const words = { part: index + 1, parts: parts.length, size: texts.size(size) };
    const done = h("span", { class: "quiet" });
    const save = async (saving: Saving): Promise<string> => {
      const all = await ways.part(parts, index, saving);
      done.textContent = texts.say("done-part-saved");
      return texts.say(all ? "done-saved" : "done-part-kept", words);
    };
    return h(
      "li",
      {},
      desk.button(texts.say("done-part", words), () => void desk.run(save, size)),
      " ",
      done,
      size > limit && h("span", { class: "quiet" }, texts.say("done-part-large")),
    );
  });
}

/** Every rule of the standard, one by one: whether it is on, and what it does. */

import { applied, BASIC, OPTIONS } from "../../engine/index.js";
import { h } from "../h.js";
import type { Texts } from "../texts.js";
import type { Stage } from "./stage.js";

/** The Basic Profile and its twelve Options (PS3.15 E.2, E.3), by the policy in force. */
export function rulesPart({ texts, journey, rules }: Stage): HTMLElement {
  const options = applied(journey.policy);
  const count = Object.keys(OPTIONS).filter((name) => options.has(name)).length;
  return h(
    "section",
    { class: "rules" },
    h("h3", {}, texts.say("rules-title")),
    h("p", { class: "quiet" }, texts.say(rules === "own" ? "rules-own" : `rules-${rules}`)),
    h(
      "details",
      {},
      h("summary", {}, texts.say("rules-all", { on: count, all: Object.keys(OPTIONS).length })),
      h(
        "ul",
        {},
        rule(texts, "basic", BASIC, true),
        ...Object.entries(OPTIONS).map(([name, coded]) => rule(texts, name, coded, options.has(name))),
      ),
    ),
  );
}

function rule(texts: Texts, name: string, { code, meaning }: typeof BASIC, on: boolean): HTMLElement {
  return h(
    "li",
    { class: on ? "on" : "off" },
    h("span", { class: "state" }, texts.say(on ? "rules-on" : "rules-off")),
    h("strong", {}, texts.say(`option-${name}`)),
    h("span", {}, texts.say(`option-${name}.what`)),
    h("bdi", { class: "quiet", lang: "en", dir: "ltr" }, `${meaning} (${code})`),
  );
}

/** The name to put on the scans, where the rules leave that open. */

import { h, value } from "../h.js";
import { personName } from "../names.js";
import { isOfPerson, typedName } from "../subject.js";
import type { Stage } from "./stage.js";

/** @param changed called when something else was typed */
export function namingPart(stage: Stage, changed: () => void): HTMLElement {
  const given = nameOf(stage.journey.policy);
  return given === undefined ? field(stage, changed) : fixed(stage, given);
}

/** Whether what was typed can be written. */
export function canBeNamed({ journey }: Stage): boolean {
  return typedName(journey.name).kind !== "bad";
}

function field(stage: Stage, changed: () => void): HTMLElement {
  const { texts, journey, rules } = stage;
  const several = (journey.review?.patients.length ?? 0) > 1;
  const said = h("p", { id: "name-said", class: "said", role: "status" });
  const input = h("input", {
    type: "text",
    id: "name",
    class: "text",
    dir: "auto",
    autocomplete: "off",
    autocapitalize: "words",
    spellcheck: "false",
    "aria-label": texts.say("name-title"),
    "aria-describedby": "name-hint name-said",
  });
  input.value = journey.name;
  const judge = (): void => {
    const typed = typedName(journey.name);
    const real = typed.kind === "name" && journey.review !== undefined && isOfPerson(typed.name, journey.review);
    input.setAttribute("aria-invalid", String(typed.kind === "bad"));
    said.className = typed.kind === "bad" || real ? "said alarm" : "said";
    if (typed.kind === "bad") said.textContent = texts.say(`name-${typed.fault}`);
    else said.textContent = real ? texts.say("name-real") : "";
  };
  input.addEventListener("input", () => {
    journey.rename(input.value);
    judge();
    changed();
  });
  judge();
  // Where the scans go to somebody's doctor, a name is often wanted.
  const open = rules === "clinical" || journey.name !== "";
  return h(
    "section",
    { class: "naming" },
    h(
      "details",
      { open },
      h("summary", {}, texts.say("name-title")),
      h("p", { id: "name-hint", class: "quiet" }, texts.say("name-hint"), several && ` ${texts.say("name-several")}`),
      input,
      said,
    ),
  );
}

/** The site has chosen it. */
function fixed({ texts }: Stage, given: string): HTMLElement {
  return h(
    "section",
    { class: "naming" },
    h("h3", {}, texts.say("name-title")),
    h("p", {}, value(personName(given))),
    h("p", { class: "quiet" }, texts.say("name-given")),
  );
}

function nameOf(policy: unknown): string | undefined {
  const { subject } = (policy ?? {}) as { subject?: { name?: unknown } };
  return typeof subject?.name === "string" ? subject.name : undefined;
}

/** The element's part in a form. Fail closed: no value, and not valid, until every chosen file is clean or left out. */

import type { Journey } from "./journey.js";
import type { Texts } from "./texts.js";

/** Tells the form what it may send. `files` gives clean ones only, made by the engine. */
export function setForm(
  internals: ElementInternals,
  host: HTMLElement,
  journey: Journey,
  texts: Texts,
  files: () => readonly File[],
): void {
  const name = host.getAttribute("name");
  const fault = faultOf(host, journey);
  if (fault) {
    internals.setFormValue(null);
    // The anchor is what the browser scrolls to and speaks of.
    const anchor = host.shadowRoot?.querySelector<HTMLElement>("button:not([hidden])") ?? undefined;
    internals.setValidity({ valueMissing: true }, texts.say(fault), anchor);
    return;
  }
  internals.setValidity({});
  const clean = name ? files() : [];
  if (!name || clean.length === 0) return internals.setFormValue(null);
  const data = new FormData();
  for (const file of clean) data.append(name, file, file.name);
  internals.setFormValue(data);
}

/** Why the form must wait: the name of the sentence for it. */
function faultOf(host: HTMLElement, journey: Journey): string | undefined {
  switch (journey.state) {
    case "reading":
    case "looking":
    case "searching":
    case "cleaning":
      return "form-working";
    case "review":
    case "look":
    case "face":
    case "failed":
      return "form-unfinished";
    case "done":
      return journey.result?.files.length ? undefined : "form-none";
    case "idle":
      return host.hasAttribute("required") ? "form-missing" : undefined;
  }
}

/** What else a person can do, on the screen: steps, questions and letters, filled in here and nowhere else. */

import { h } from "../element/h.js";
import { saveBlob } from "../files/save.js";
import { fallback } from "../locales/index.js";
import type { AdviceWords } from "./advice-words.js";
import { FIELDS, type Field, type Step, stepsFor } from "./steps.js";

export class Advice {
  readonly #place: HTMLElement;
  readonly #english: () => Promise<AdviceWords | undefined>;
  readonly #typed = new Map<Field, string>();
  readonly #open = new Set<string>();
  readonly #said = h("p", { role: "status" });
  #letters: { readonly step: Step; readonly box: HTMLElement }[] = [];
  #words: AdviceWords | undefined;
  /** Where letters are wanted in English, their words. */
  #foreign: AdviceWords | undefined;

  /**
   * @param place what it fills
   * @param english gives the English words, for letters; nothing where they cannot be had
   */
  constructor(place: HTMLElement, english: () => Promise<AdviceWords | undefined>) {
    this.#place = place;
    this.#english = english;
  }

  /** Shows all of it in a language. What was typed, and which steps are open, stays. */
  show(words: AdviceWords): void {
    this.#words = words;
    if (words.language === fallback) this.#foreign = undefined;
    this.#letters = [];
    this.#said.textContent = "";
    this.#place.lang = words.language;
    this.#place.dir = words.direction;
    this.#place.replaceChildren(
      h("p", {}, h("strong", {}, this.#say("advice-legal"))),
      h("p", {}, this.#say("advice-dated")),
      h("p", { class: "typed" }, this.#say("advice-fill")),
      h("div", { class: "fields" }, ...FIELDS.map((field) => this.#field(field))),
      ...(words.language === fallback ? [] : [this.#switch()]),
      ...stepsFor(words.language).map((step) => this.#step(step)),
      h(
        "div",
        { class: "row" },
        h("button", { type: "button", onclick: () => printAlone() }, this.#say("advice-print")),
        h("button", { type: "button", onclick: () => this.#save() }, this.#say("advice-save")),
      ),
      this.#said,
    );
    this.#fill();
  }

  #field(field: Field): HTMLElement {
    const input = h("input", { type: "text", autocomplete: "off", spellcheck: "false", maxlength: 120, dir: "auto" });
    input.value = this.#typed.get(field) ?? "";
    input.addEventListener("input", () => {
      this.#typed.set(field, input.value.trim());
      this.#fill();
    });
    return h("label", {}, this.#say(`field-${field}`), input);
  }

  /** A person and the hospital may not have the same language. */
  #switch(): HTMLElement {
    const box = h("input", { type: "checkbox", "aria-describedby": "advice-english" });
    box.checked = this.#foreign !== undefined;
    box.addEventListener("change", () => void this.#turn(box));
    return h(
      "div",
      { class: "switch" },
      h("label", {}, box, this.#say("advice-english")),
      h("p", { id: "advice-english" }, this.#say("advice-english.hint")),
    );
  }

  async #turn(box: HTMLInputElement): Promise<void> {
    const english = box.checked ? await this.#english() : undefined;
    this.#foreign = box.checked ? english : undefined;
    box.checked = this.#foreign !== undefined;
    this.#fill();
  }

  #step(step: Step): HTMLElement {
    const letter = step.letter ? h("p", { class: "letter", tabindex: 0 }) : undefined;
    if (letter) this.#letters.push({ step, box: letter });
    const details = h(
      "details",
      { open: this.#open.has(step.id) },
      h("summary", {}, this.#say(step.id)),
      h("p", {}, this.#say(`${step.id}.what`)),
      h("ul", {}, ...this.#points(step).map((text) => h("li", {}, text))),
      letter,
      letter &&
        h("div", { class: "row" }, h("button", { type: "button", onclick: () => void this.#copy(letter) }, this.#say("advice-copy"))),
      step.sources.length > 0 && h("p", {}, this.#say("advice-sources")),
      step.sources.length > 0 && h("ul", {}, ...step.sources.map((source) => this.#source(source))),
    );
    details.addEventListener("toggle", () => (details.open ? this.#open.add(step.id) : this.#open.delete(step.id)));
    return details;
  }

  /** Opens only when somebody presses it, and tells the other side nothing of this page. Its address can be read, and is there on paper. */
  #source(id: string): HTMLElement {
    const href = this.#say(`${id}.at`);
    return h(
      "li",
      {},
      h("a", { href, target: "_blank", rel: "noopener noreferrer", referrerpolicy: "no-referrer" }, h("bdi", {}, this.#say(id))),
      h("bdi", { class: "address", dir: "ltr" }, href),
    );
  }

  #points(step: Step): string[] {
    return Array.from({ length: step.points }, (_, at) => this.#say(`${step.id}.p${at + 1}`));
  }

  #fill(): void {
    const words = this.#foreign ?? this.#words;
    for (const { step, box } of this.#letters) {
      box.lang = words?.language ?? "";
      box.dir = words?.direction ?? "";
      box.textContent = this.#letter(step);
    }
  }

  #letter(step: Step): string {
    return (this.#foreign ?? this.#words)?.say(`${step.id}.letter`, this.#typed) ?? "";
  }

  async #copy(letter: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(letter.textContent ?? "");
      this.#said.textContent = this.#say("advice-copied");
    } catch {
      // Not every browser lets a page from disk do that: it is marked, so that a key or a finger can copy it.
      getSelection()?.selectAllChildren(letter);
      this.#said.textContent = this.#say("advice-marked");
    }
  }

  #save(): void {
    const parts = stepsFor(this.#words?.language ?? fallback).flatMap((step) => [
      `== ${this.#say(step.id)} ==`,
      "",
      this.#say(`${step.id}.what`),
      ...this.#points(step).map((text) => `- ${text}`),
      "",
      ...(step.letter ? ["-----", this.#letter(step), "-----", ""] : []),
      ...step.sources.map((source) => `${this.#say(source)}: ${this.#say(`${source}.at`)}`),
      "",
    ]);
    const lines = [this.#say("advice-title"), this.#say("advice-legal"), this.#say("advice-dated"), "", ...parts].join("\n").split("\n");
    // The mark at the start tells old programs that it is UTF-8.
    saveBlob(new Blob(["\ufeff", lines.join("\r\n")], { type: "text/plain" }), "what-else-can-i-do.txt");
  }

  #say(id: string): string {
    return this.#words?.say(id) ?? id;
  }
}

/** Everything is open on paper, and as it was after that. */
function printAlone(): void {
  const shut = [...document.querySelectorAll<HTMLDetailsElement>("#else-place details:not([open])")];
  for (const each of shut) each.open = true;
  document.body.classList.add("prints-else");
  const after = (): void => {
    document.body.classList.remove("prints-else");
    for (const each of shut) each.open = false;
  };
  addEventListener("afterprint", after, { once: true });
  print();
}

/** What else a person can do: steps, questions and letters, filled in here and nowhere else. Loaded when it is asked for. */

import { FluentBundle, FluentResource } from "@fluent/bundle";
import { h } from "../element/h.js";
import type { Texts } from "../element/texts.js";
import { saveBlob } from "../files/save.js";
import { FIELDS, type Field, STEPS, type Step } from "./steps.js";
import { adviceText } from "./words.js";

const place = document.getElementById("else-place");
const opener = document.getElementById("else-open");
const status = document.getElementById("else-said");
let words: Texts | undefined;
/** Goes on while the letters are on the screen: what was typed lives in it, as long as the page does. */
let isOpen = false;
let hasFailed = false;

/** Shows the offer in the page's language; the steps themselves are in English, and say so. */
export function setElse(texts: Texts): void {
  if (opener && !words) opener.addEventListener("click", () => void show());
  words = texts;
  if (opener) opener.hidden = isOpen;
  say();
}

function say(): void {
  if (!status || !words) return;
  const isForeign = isOpen && words.language !== "en";
  status.textContent = hasFailed ? words.say("else-failed") : isForeign ? words.say("else-english") : "";
}

async function show(): Promise<void> {
  if (isOpen || !place) return;
  try {
    const bundle = new FluentBundle("en", { useIsolating: false });
    bundle.addResource(new FluentResource(await adviceText()));
    hasFailed = false;
    isOpen = true;
    if (opener) opener.hidden = true;
    new Advice(bundle, place).show();
  } catch {
    hasFailed = true;
  }
  say();
}

/** The steps on the screen. */
class Advice {
  readonly #bundle: FluentBundle;
  readonly #place: HTMLElement;
  readonly #values = new Map<Field, string>();
  readonly #letters: { readonly step: Step; readonly box: HTMLElement }[] = [];

  constructor(bundle: FluentBundle, place: HTMLElement) {
    this.#bundle = bundle;
    this.#place = place;
  }

  show(): void {
    const said = h("p", { role: "status" });
    const title = h("h3", { tabindex: -1 }, this.#say("advice-title"));
    this.#place.replaceChildren(
      title,
      h("p", {}, h("strong", {}, this.#say("advice-legal"))),
      h("p", {}, this.#say("advice-dated")),
      h("p", {}, this.#say("advice-fill")),
      h("div", { class: "fields" }, ...FIELDS.map((field) => this.#field(field))),
      ...STEPS.map((step) => this.#step(step, said)),
      h(
        "div",
        { class: "row" },
        h("button", { type: "button", onclick: () => printAlone() }, this.#say("advice-print")),
        h("button", { type: "button", onclick: () => this.#save() }, this.#say("advice-save")),
      ),
      said,
    );
    this.#fill();
    title.focus();
  }

  #field(field: Field): HTMLElement {
    const input = h("input", { type: "text", autocomplete: "off", spellcheck: "false", maxlength: 120 });
    input.addEventListener("input", () => {
      this.#values.set(field, input.value.trim());
      this.#fill();
    });
    return h("label", {}, this.#say(`field-${field}`), input);
  }

  #step(step: Step, said: HTMLElement): HTMLElement {
    const letter = step.letter ? h("p", { class: "letter", tabindex: 0 }) : undefined;
    if (letter) this.#letters.push({ step, box: letter });
    return h(
      "details",
      {},
      h("summary", {}, this.#say(step.id)),
      h("p", {}, this.#say(`${step.id}.what`)),
      h("ul", {}, ...this.#points(step).map((text) => h("li", {}, text))),
      letter,
      letter &&
        h("div", { class: "row" }, h("button", { type: "button", onclick: () => void this.#copy(letter, said) }, this.#say("advice-copy"))),
      step.sources.length > 0 && h("p", {}, this.#say("advice-sources")),
      step.sources.length > 0 && h("ul", {}, ...step.sources.map((source) => h("li", {}, link(source)))),
    );
  }

  #points(step: Step): string[] {
    return Array.from({ length: step.points }, (_, at) => this.#say(`${step.id}.p${at + 1}`));
  }

  #fill(): void {
    for (const { step, box } of this.#letters) box.textContent = this.#letter(step);
  }

  #letter(step: Step): string {
    return this.#say(`${step.id}.letter`);
  }

  async #copy(letter: HTMLElement, said: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(letter.textContent ?? "");
      said.textContent = this.#say("advice-copied");
    } catch {
      // Not every browser lets a page from disk do that: it is marked, so that a key or a finger can copy it.
      getSelection()?.selectAllChildren(letter);
      said.textContent = this.#say("advice-marked");
    }
  }

  #save(): void {
    const parts = STEPS.flatMap((step) => [
      this.#say(step.id).toUpperCase(),
      this.#say(`${step.id}.what`),
      ...this.#points(step).map((text) => `- ${text}`),
      ...(step.letter ? ["", this.#letter(step)] : []),
      ...step.sources.map((source) => `Source: ${source}`),
      "",
    ]);
    const text = [this.#say("advice-title"), this.#say("advice-legal"), this.#say("advice-dated"), "", ...parts].join("\r\n");
    saveBlob(new Blob([text], { type: "text/plain" }), "what-else-can-i-do.txt");
  }

  #say(id: string): string {
    const [name = id, part] = id.split(".");
    const message = this.#bundle.getMessage(name);
    const pattern = part ? message?.attributes[part] : message?.value;
    return pattern ? this.#bundle.formatPattern(pattern, this.#filled(), []) : id;
  }

  /** What was typed; where nothing was, what is to be written there by hand. */
  #filled(): Record<string, string> {
    const today = new Intl.DateTimeFormat("en", { dateStyle: "long" }).format(new Date());
    return { today, ...Object.fromEntries(FIELDS.map((field) => [field, this.#values.get(field) || BLANKS[field]])) };
  }
}

/** Opens only when somebody presses it, and tells the other side nothing of this page. */
function link(source: string): HTMLElement {
  return h("a", { href: source, target: "_blank", rel: "noopener noreferrer", referrerpolicy: "no-referrer" }, source);
}

/** Everything is open on paper. */
function printAlone(): void {
  for (const each of document.querySelectorAll<HTMLDetailsElement>("#else-place details")) each.open = true;
  document.body.classList.add("prints-else");
  addEventListener("afterprint", () => document.body.classList.remove("prints-else"), { once: true });
  print();
}

const BLANKS: Readonly<Record<Field, string>> = {
  name: "[your name]",
  address: "[your address]",
  hospital: "[name of the hospital or clinic]",
  scan: "[kind of scan]",
  when: "[date of the scan]",
};

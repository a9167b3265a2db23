/** The words of what else a person can do, in one language, with what is filled into them. */

import { FluentBundle, FluentResource } from "@fluent/bundle";
import { CHECKED, FIELDS, type Field } from "./steps.js";

export class AdviceWords {
  /** As a BCP 47 tag. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly #bundle: FluentBundle;

  /** @param text Fluent, with the names of the sources */
  constructor(language: string, text: string) {
    this.language = language;
    this.direction = ["ar", "he"].includes(language) ? "rtl" : "ltr";
    // What is filled in is copied and saved as it stands: without marks of direction that nobody sees.
    this.#bundle = new FluentBundle(language, { useIsolating: false });
    this.#bundle.addResource(new FluentResource(text));
  }

  /**
   * The sentence of that name. `id.part` names a part of it.
   *
   * @param typed what goes into letters; where nothing was typed, they say what is to be written there by hand
   */
  say(id: string, typed: ReadonlyMap<Field, string> = new Map()): string {
    return this.#say(id, {
      today: this.#date(new Date()),
      checked: this.#date(new Date(`${CHECKED}T12:00`)),
      ...Object.fromEntries(FIELDS.map((field) => [field, typed.get(field) || this.#say(`field-${field}.blank`)])),
    });
  }

  #say(id: string, values?: Record<string, string>): string {
    const [name = id, part] = id.split(".");
    const message = this.#bundle.getMessage(name);
    const pattern = part ? message?.attributes[part] : message?.value;
    return pattern ? this.#bundle.formatPattern(pattern, values ?? null, []) : id;
  }

  #date(date: Date): string {
    return new Intl.DateTimeFormat(this.language, { dateStyle: "long" }).format(date);
  }
}

/** The element's attributes as properties, as HTML's own controls have them: frameworks set properties where there are any. */

/** On a server that makes pages ahead of time there are no elements, and loading the script must not fail there. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** What reads and writes attributes, and nothing else. */
export class Reflected extends Base {
  /** The form field that takes the clean files. */
  get name(): string {
    return this.#text("name");
  }

  set name(value: string) {
    this.#set("name", value);
  }

  /** Whether the form waits for at least one clean file. */
  get required(): boolean {
    return this.hasAttribute("required");
  }

  set required(value: boolean) {
    this.toggleAttribute("required", Boolean(value));
  }

  /** Whether it takes no files, by its own attribute: a fieldset around it can say so too. */
  get disabled(): boolean {
    return this.hasAttribute("disabled");
  }

  set disabled(value: boolean) {
    this.toggleAttribute("disabled", Boolean(value));
  }

  /** The name of built-in rules: "share", "strict" or "clinical". */
  get profile(): string {
    return this.#text("profile");
  }

  set profile(value: string) {
    this.#set("profile", value);
  }

  /** Options of PS3.15 E.3, parted by spaces, in place of a profile. */
  get options(): string {
    return this.#text("options");
  }

  set options(value: string) {
    this.#set("options", value);
  }

  /** The most bytes that may be chosen; nothing where there is no limit. */
  get maxBytes(): number | undefined {
    const text = this.getAttribute("max-bytes");
    return text === null ? undefined : Number(text);
  }

  set maxBytes(value: number | undefined) {
    this.#set("max-bytes", value);
  }

  /** What goes into the form: "files" or "zip". */
  get output(): string {
    return this.#text("output");
  }

  set output(value: string) {
    this.#set("output", value);
  }

  /** Where the worker's script is, for pages that forbid blob workers. */
  get workerUrl(): string {
    return this.#text("worker-url");
  }

  set workerUrl(value: string) {
    this.#set("worker-url", value);
  }

  /** Whether a person must see the review: "always", or "flagged". */
  get review(): string {
    return this.#text("review");
  }

  set review(value: string) {
    this.#set("review", value);
  }

  #text(name: string): string {
    return this.getAttribute(name) ?? "";
  }

  #set(name: string, value: string | number | null | undefined): void {
    if (value === undefined || value === null) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }
}

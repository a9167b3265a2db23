/** What is marked on the picture, each a button: for a mouse, a finger, a keyboard and a screen reader alike. */

import type { Area, Mark } from "../../engine/index.js";
import { h } from "../h.js";
import type { Size } from "../place.js";
import type { Texts } from "../texts.js";

/** A mark on the frame at hand, with its place in the list of the file's. */
export interface Placed {
  readonly mark: Mark;
  readonly index: number;
}

export class Boxes {
  readonly root: HTMLElement;
  readonly #texts: Texts;
  readonly #help: string;
  readonly #buttons = new Map<number, HTMLButtonElement>();

  /** @param help the id of what says how boxes are handled */
  constructor(texts: Texts, help: string) {
    this.#texts = texts;
    this.#help = help;
    this.root = h("div", { class: "boxes", role: "group", "aria-label": texts.say("look-boxes") });
  }

  /** Shows these. A box that was there keeps the focus. */
  show(placed: readonly Placed[], size: Size): void {
    const wanted = new Set(placed.map(({ index }) => index));
    for (const [index, button] of this.#buttons) {
      if (wanted.has(index)) continue;
      button.remove();
      this.#buttons.delete(index);
    }
    for (const { mark, index } of placed) {
      const button = this.#buttons.get(index) ?? this.#add(index);
      button.className = `box ${mark.gone ? "gone" : mark.why === "harmless" ? "kept" : "bare"}`;
      button.setAttribute("aria-label", nameOf(this.#texts, mark));
      put(button, mark.area, size);
    }
  }

  /** Moves a box on the screen alone. */
  move(index: number, area: Area, size: Size): void {
    const button = this.#buttons.get(index);
    if (button) put(button, area, size);
  }

  focus(index: number): boolean {
    const button = this.#buttons.get(index);
    button?.focus({ preventScroll: true });
    return button !== undefined;
  }

  #add(index: number): HTMLButtonElement {
    const corner = h("span", { class: "corner", "aria-hidden": "true" });
    const button = h("button", { type: "button", "data-index": index, "aria-describedby": this.#help }, corner);
    this.#buttons.set(index, button);
    this.root.append(button);
    return button;
  }
}

/** "Writing that could not be read: will be black". Never what is written there. */
export function nameOf(texts: Texts, { why, gone }: Mark): string {
  const what = texts.sayFirst([`why-${why}`, "why-unknown"]);
  return texts.say(gone ? "look-box-gone" : "look-box-kept", { what });
}

/** Puts an element over an area, in parts of the picture: the same at every size of the screen. */
export function put(element: HTMLElement, area: Area, { columns, rows }: Size): void {
  const part = (length: number, of: number): string => `${(100 * length) / (of || 1)}%`;
  element.style.left = part(area.x, columns);
  element.style.top = part(area.y, rows);
  element.style.width = part(area.width, columns);
  element.style.height = part(area.height, rows);
}

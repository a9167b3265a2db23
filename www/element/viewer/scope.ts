/** How far a change goes: asked only where there is more than one answer. */

import { h } from "../h.js";
import type { Scope } from "../sights.js";
import type { Texts } from "../texts.js";

export class ScopeChoice {
  readonly root = h("fieldset", { class: "reach" });
  readonly #texts: Texts;
  #scope: Scope = "series";

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  get scope(): Scope {
    return this.#scope;
  }

  /** Offers what there is: `alike` pictures of the same size, `frames` in the one at hand. */
  offer(alike: number, frames: number): void {
    const scopes: Scope[] = [...(alike > 1 ? ["series" as const] : []), "file", ...(frames > 1 ? ["frame" as const] : [])];
    if (!scopes.includes(this.#scope)) this.#scope = scopes[0] ?? "file";
    this.root.hidden = scopes.length < 2;
    const kept = this.root.querySelector<HTMLInputElement>("input:focus")?.value;
    this.root.replaceChildren(
      h("legend", {}, this.#texts.say("look-reach")),
      ...scopes.map((scope) => this.#option(scope, scope === "file" && frames > 1 ? "look-reach-frames" : `look-reach-${scope}`, alike)),
    );
    if (kept) this.root.querySelector<HTMLInputElement>(`input[value="${kept}"]`)?.focus();
  }

  #option(scope: Scope, words: string, alike: number): HTMLElement {
    const choose = (): void => {
      this.#scope = scope;
    };
    const input = h("input", { type: "radio", name: "reach", value: scope, checked: scope === this.#scope, onchange: choose });
    return h("label", {}, input, this.#texts.say(words, { pictures: alike }));
  }
}

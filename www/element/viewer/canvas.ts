/** One frame of a file on a canvas: the last one that was asked for, however many were asked for meanwhile. */

import type { Picture } from "../../engine/index.js";
import { h } from "../h.js";
import { paint } from "../picture.js";

export class Canvas {
  readonly root = h("canvas", { role: "img", width: 1, height: 1 });
  readonly #ended: (shown: boolean) => void;
  #wanted: (() => Promise<Picture | undefined>) | undefined;
  #busy = false;

  /** @param ended told whether there was a picture, once the last one that was asked for is here */
  constructor(ended: (shown: boolean) => void) {
    this.#ended = ended;
  }

  /** Shows what `load` brings. */
  show(load: () => Promise<Picture | undefined>): void {
    this.#wanted = load;
    if (!this.#busy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    while (this.#wanted) {
      const load = this.#wanted;
      this.#wanted = undefined;
      const picture = await load();
      if (this.#wanted) continue;
      paint(this.root, picture ?? NONE);
      this.#ended(picture !== undefined);
    }
    this.#busy = false;
  }
}

/** Shown where there is no picture. */
const NONE: Picture = { width: 1, height: 1, pixels: new Uint8Array(4) };

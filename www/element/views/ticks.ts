/** Boxes that take series in and out: of one series, or of all that belong to a scan or a person. */

import { h } from "../h.js";
import type { Journey } from "../journey.js";

export class Ticks {
  readonly #journey: Journey;
  readonly #changed: () => void;
  readonly #boxes = new Map<HTMLInputElement, readonly string[]>();

  /** @param changed called when something was ticked or unticked */
  constructor(journey: Journey, changed: () => void) {
    this.#journey = journey;
    this.#changed = changed;
  }

  /** A box for some series; without any that can be cleaned, it cannot be ticked. */
  box(series: readonly string[], label: string): HTMLInputElement {
    const box = h("input", {
      type: "checkbox",
      disabled: series.length === 0,
      "aria-label": label,
      onchange: () => {
        this.#journey.include(series, box.checked);
        this.#paint();
        this.#changed();
      },
    });
    this.#boxes.set(box, series);
    this.#show(box, series);
    return box;
  }

  /** One box may be part of another. */
  #paint(): void {
    for (const [box, series] of this.#boxes) {
      // Of a long list, only what is near the screen is there.
      if (box.isConnected) this.#show(box, series);
      else this.#boxes.delete(box);
    }
  }

  #show(box: HTMLInputElement, series: readonly string[]): void {
    const count = series.filter((key) => this.#journey.isIn(key)).length;
    box.checked = count > 0;
    box.indeterminate = count > 0 && count < series.length;
  }
}

/** Of some series, those that can be cleaned. */
export function openOf(series: readonly { readonly key: string; readonly code?: string }[]): string[] {
  return series.filter(({ code }) => code === undefined).map(({ key }) => key);
}

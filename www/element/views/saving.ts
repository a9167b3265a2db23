/** The ways to save, and what came of it. */

import { h } from "../h.js";
import type { FolderSave, Saving, Ways } from "../outputs.js";
import type { Texts } from "../texts.js";
import { partsPart } from "./parts.js";
import type { Stage } from "./stage.js";

/** Milliseconds between two words about how far it is. */
const PACE = 250;

/** The ways that this browser has, for files of so many `bytes` in all; `more` stands beside their buttons. */
export function savingPart(stage: Stage, ways: Ways, bytes: number, more: HTMLElement): HTMLElement {
  const { texts } = stage;
  const desk = new Desk(texts);
  const { folder, share } = ways;
  const zip = () => desk.run(async (saving) => desk.said(await ways.zip(saving)), bytes);

  /** Fills a folder, and offers to go on where something is missing. */
  const fill = (begun: FolderSave): Promise<void> =>
    desk.run(async (saving) => {
      try {
        if (await ways.fill(begun, saving)) return texts.say("done-saved");
      } catch {
        // It was stopped, or the folder is full or gone. What is in it stays.
      }
      desk.offer(() => void fill(begun));
      return texts.say("done-partly", { saved: begun.saved, files: begun.files.length, folder: begun.folder });
    }, begun.left);
  const begin = async (pick: NonNullable<Ways["folder"]>): Promise<void> => {
    let begun: FolderSave | undefined;
    await desk.run(async () => {
      begun = await pick();
      return "";
    });
    if (begun) await fill(begun);
  };
  return h(
    "div",
    { class: "saving" },
    h(
      "div",
      { class: "actions" },
      desk.button(texts.say("done-zip"), () => void zip(), stage.inForm ? "plain" : "primary"),
      folder && desk.button(texts.say("done-folder"), () => void begin(folder)),
      share && desk.button(texts.say("done-share"), () => void desk.run(async () => ((await share()) ? texts.say("done-shared") : ""))),
      more,
    ),
    ...desk.parts,
    partsPart(texts, ways, bytes, desk),
  );
}

/** Runs one way to save at a time, and says how it goes. */
export class Desk {
  readonly #texts: Texts;
  readonly #status = h("p", { class: "note", role: "status" });
  readonly #on: HTMLButtonElement;
  readonly #stop: HTMLButtonElement;
  readonly #buttons = new Set<HTMLButtonElement>();
  #abort = new AbortController();
  #next = () => {};

  constructor(texts: Texts) {
    this.#texts = texts;
    this.#on = h("button", { type: "button", class: "primary", part: "button", hidden: true, onclick: () => this.#next() });
    this.#stop = h("button", { type: "button", class: "plain", part: "button", hidden: true, onclick: () => this.#abort.abort() });
    this.#on.textContent = texts.say("done-go-on");
    this.#stop.textContent = texts.say("done-stop");
  }

  /** What it shows. */
  get parts(): HTMLElement[] {
    return [this.#status, h("div", { class: "actions" }, this.#on, this.#stop)];
  }

  /** A button that cannot be pressed while something is saved. */
  button(text: string, start: () => void, look = "plain"): HTMLButtonElement {
    const button = h("button", { type: "button", class: look, part: "button", onclick: start }, text);
    this.#buttons.add(button);
    return button;
  }

  said(saved: boolean): string {
    return saved ? this.#texts.say("done-saved") : "";
  }

  /** Offers to go on with what is not complete. */
  offer(next: () => void): void {
    this.#next = next;
    this.#on.hidden = false;
  }

  /** Saves, and says what `save` returns. `whole` is what it may write where we can see it, in bytes. */
  async run(save: (saving: Saving) => Promise<string>, whole = 0): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    this.#on.hidden = true;
    for (const button of this.#buttons) button.disabled = true;
    this.#status.textContent = this.#texts.say("done-saving");
    try {
      this.#status.textContent = await save({ signal: abort.signal, written: this.#meter(whole) });
    } catch {
      // The disc may be gone by now: what happened matters less than what to do.
      this.#status.textContent = this.#texts.say(abort.signal.aborted ? "done-stopped" : "done-save-failed");
    }
    for (const button of this.#buttons) button.disabled = false;
    this.#stop.hidden = true;
  }

  /** Says how far it is, as often as one can read. */
  #meter(whole: number): (bytes: number) => void {
    let done = 0;
    let said = performance.now();
    return (bytes) => {
      done += bytes;
      this.#stop.hidden = false;
      if (performance.now() - said < PACE) return;
      said = performance.now();
      const percent = Math.floor((100 * done) / Math.max(whole, 1));
      this.#status.textContent = this.#texts.say("done-saving-percent", { percent: Math.min(percent, 100) });
    };
  }
}

/**
 * A plugin for Uppy that lets clean files through, and nothing else.
 *
 * The person chooses in the element. Whatever else comes into Uppy, by its Dashboard or by a script, is taken out at once and handed to the element;
 * what is not clean when an upload begins stops it. Uppy's thumbnails and its Golden Retriever see a file as soon as it is added: leave them out.
 *
 * @example
 * uppy.use(scrubberPlugin(BasePlugin, { element: document.querySelector("scan-scrubber") }));
 */

import { type Clean, isClean } from "./clean.js";

/** What is needed of Uppy, 3 to 5. */
interface UppyLike {
  addFiles(files: { name: string; type: string; data: Blob; source: string }[]): unknown;
  removeFile(id: string): unknown;
  getFile(id: string): UppyFileLike | undefined;
  getFiles(): UppyFileLike[];
  addPreProcessor(check: (ids: readonly string[]) => Promise<void>): void;
  removePreProcessor(check: (ids: readonly string[]) => Promise<void>): unknown;
  on(event: "files-added", listener: (files: readonly UppyFileLike[]) => void): unknown;
  off(event: "files-added", listener: (files: readonly UppyFileLike[]) => void): unknown;
}

interface UppyFileLike {
  readonly id: string;
  readonly data: unknown;
}

export interface ScrubberPluginOptions {
  /** The element whose clean files go on. */
  readonly element: Clean;
  /** Told that files did not go on: how many, and why. `not-clean`: an upload was stopped; `refused`: Uppy's restrictions refused clean ones. */
  readonly onrefused?: (count: number, code: "not-clean" | "refused") => void;
}

/** An upload was stopped, since there was something in it that is not clean. */
export class NotCleanError extends Error {
  readonly code = "not-clean";

  constructor() {
    super("Something in this upload is not clean: nothing was sent.");
    this.name = "NotCleanError";
  }
}

// biome-ignore lint/suspicious/noExplicitAny: TypeScript asks for this of a class that extends one that it is given.
type PluginBase = new (...given: any[]) => { uppy: unknown; id: string; type: string };

/** Makes the plugin of Uppy's own `BasePlugin`, so that this needs no Uppy of its own. */
export function scrubberPlugin<T extends PluginBase>(BasePlugin: T, options: ScrubberPluginOptions): T {
  return class ScrubberPlugin extends BasePlugin {
    readonly #guard: Guard;

    // biome-ignore lint/suspicious/noExplicitAny: as above.
    constructor(...given: any[]) {
      super(...given);
      this.id = "ScanScrubber";
      this.type = "modifier";
      this.#guard = new Guard(this.uppy as UppyLike, options);
    }

    install(): void {
      this.#guard.install();
    }

    uninstall(): void {
      this.#guard.uninstall();
    }
  };
}

class Guard {
  readonly #uppy: UppyLike;
  readonly #options: ScrubberPluginOptions;

  constructor(uppy: UppyLike, options: ScrubberPluginOptions) {
    if (!options?.element) throw new TypeError("The plugin needs an element.");
    this.#uppy = uppy;
    this.#options = options;
  }

  install(): void {
    this.#uppy.addPreProcessor(this.#check);
    this.#uppy.on("files-added", this.#added);
    this.#options.element.addEventListener("scrub-done", this.#done);
  }

  uninstall(): void {
    this.#uppy.removePreProcessor(this.#check);
    this.#uppy.off("files-added", this.#added);
    this.#options.element.removeEventListener("scrub-done", this.#done);
  }

  /** Clean files go into Uppy, all or none; those of an earlier batch go out. */
  #done = (): void => {
    const { element, onrefused } = this.#options;
    for (const { id } of this.#uppy.getFiles()) this.#uppy.removeFile(id);
    const files = element.files.map((file) => ({ name: file.name, type: file.type, data: file, source: "ScanScrubber" }));
    try {
      this.#uppy.addFiles(files);
    } catch {
      // Counted below.
    }
    const there = new Set(this.#uppy.getFiles().map(({ data }) => data));
    const missing = files.filter(({ data }) => !there.has(data)).length;
    if (missing === 0) return;
    for (const { id } of this.#uppy.getFiles()) this.#uppy.removeFile(id);
    onrefused?.(missing, "refused");
  };

  /** What came in another way is no business of Uppy's. */
  #added = (files: readonly UppyFileLike[]): void => {
    const strangers = files.filter(({ data }) => !isClean(this.#options.element, data));
    for (const { id } of strangers) this.#uppy.removeFile(id);
    const chosen = strangers.map(({ data }) => data).filter((data): data is File => data instanceof File);
    if (chosen.length > 0) void this.#options.element.add(chosen);
  };

  /** The last gate: an upload is clean from end to end, or does not begin. */
  #check = async (ids: readonly string[]): Promise<void> => {
    const bad = ids.filter((id) => !isClean(this.#options.element, this.#uppy.getFile(id)?.data));
    if (bad.length === 0) return;
    for (const id of bad) if (this.#uppy.getFile(id)) this.#uppy.removeFile(id);
    this.#options.onrefused?.(bad.length, "not-clean");
    throw new NotCleanError();
  };
}

/** The job from chosen files to clean ones: one state at a time, wrong turns refused, no DOM. */

import type { Engine, InputItem, Progress, Result, Review } from "../engine/index.js";
import { typedName } from "./subject.js";

export type State = "idle" | "reading" | "review" | "cleaning" | "done" | "failed";

/** Makes the engine of one batch: a fresh one each time, so that no two batches share a key. */
export type StartEngine = () => Promise<Engine>;

export interface Watcher {
  /** The state is another one, or the same one anew. */
  changed(state: State): void;
  progressed(progress: Progress): void;
}

/** Said when a step is asked for that does not follow from the state. */
export class WrongTurnError extends Error {
  constructor(step: string, state: State) {
    super(`cannot ${step} while ${state}`);
    this.name = "WrongTurnError";
  }
}

export class Journey {
  readonly #startEngine: StartEngine;
  readonly #watcher: Watcher;
  #state: State = "idle";
  #items: readonly InputItem[] = [];
  #engine: Engine | undefined;
  #review: Review | undefined;
  #result: Result | undefined;
  #excluded = new Set<string>();
  #name = "";
  #disc = false;
  #stop: AbortController | undefined;
  #code = "";

  constructor(startEngine: StartEngine, watcher: Watcher) {
    this.#startEngine = startEngine;
    this.#watcher = watcher;
  }

  get state(): State {
    return this.#state;
  }

  get busy(): boolean {
    return this.#state === "reading" || this.#state === "cleaning";
  }

  /** The files chosen. */
  get items(): readonly InputItem[] {
    return this.#items;
  }

  get review(): Review | undefined {
    return this.#review;
  }

  get result(): Result | undefined {
    return this.#result;
  }

  /** The rules that the engine follows, in full; nothing before a file was read. */
  get policy(): unknown {
    return this.#engine?.policy;
  }

  /** What the person typed as the name for the scans. */
  get name(): string {
    return this.#name;
  }

  /** Why the job failed: a stable code. */
  get code(): string {
    return this.#code;
  }

  /** The series that will be cleaned: those that can be, less those unticked. */
  get series(): ReadonlySet<string> {
    return new Set(
      seriesOf(this.#review)
        .filter((series) => !series.code && !this.#excluded.has(series.key))
        .map((series) => series.key),
    );
  }

  /** Pass 1 over the files, together with those chosen before. Ends in "review", "failed", or where it was stopped, "idle". */
  async read(items: readonly InputItem[]): Promise<void> {
    if (this.busy) throw new WrongTurnError("add files", this.#state);
    const stop = new AbortController();
    this.#forget();
    this.#items = [...this.#items, ...items];
    this.#stop = stop;
    this.#enter("reading");
    try {
      const engine = await this.#startEngine();
      if (stop.signal.aborted) return engine.dispose();
      this.#engine = engine;
      const review = await engine.read(this.#items, { signal: stop.signal, onprogress: (progress) => this.#progressed(stop, progress) });
      if (stop.signal.aborted) return;
      this.#review = review;
      this.#enter("review");
    } catch (error) {
      if (!stop.signal.aborted) this.#fail(error);
    }
  }

  /** Takes a series in or out. Only from the review. */
  include(series: string, included: boolean): void {
    if (this.#state !== "review") throw new WrongTurnError("choose series", this.#state);
    if (included) this.#excluded.delete(series);
    else this.#excluded.add(series);
  }

  /** Takes what was typed as the name for the scans; nothing typed, one is made up. Only from the review. */
  rename(text: string): void {
    if (this.#state !== "review") throw new WrongTurnError("name", this.#state);
    this.#name = text;
  }

  /** Whether the clean files will have names as on a disc, and a DICOMDIR. */
  get disc(): boolean {
    return this.#disc;
  }

  /** Asks for a disc, or no longer does. Only from the review. */
  makeDisc(disc: boolean): void {
    if (this.#state !== "review") throw new WrongTurnError("ask for a disc", this.#state);
    this.#disc = disc;
  }

  /** Pass 2 over the series that are in, unless the name is none that can be written. Ends in "done", "failed", or where it was stopped, "review". */
  async clean(): Promise<void> {
    const [engine, review] = [this.#engine, this.#review];
    const typed = typedName(this.#name);
    if (this.#state !== "review" || !engine || !review || typed.kind === "bad") throw new WrongTurnError("clean", this.#state);
    const stop = new AbortController();
    this.#stop = stop;
    this.#enter("cleaning");
    try {
      const result = await engine.clean(review, {
        signal: stop.signal,
        series: this.series,
        subject: typed.kind === "name" ? { name: typed.name } : undefined,
        directory: this.#disc,
        onprogress: (progress) => this.#progressed(stop, progress),
      });
      if (stop.signal.aborted) return;
      this.#result = result;
      this.#enter("done");
    } catch (error) {
      if (!stop.signal.aborted) this.#fail(error);
    }
  }

  /** Stops the work at once. What was loaded stays: reading goes back to "idle", cleaning to "review". */
  cancel(): void {
    if (!this.busy) return;
    const back = this.#state === "cleaning" ? "review" : "idle";
    this.#stop?.abort();
    if (back === "idle") this.#clear();
    this.#enter(back);
  }

  /** Reads the same files again, after a failure. */
  retry(): Promise<void> {
    return this.read([]);
  }

  /** A small picture of a series' middle, where the engine can make one. */
  async picture(series: string, edge: number): Promise<{ width: number; height: number; pixels: Uint8Array } | undefined> {
    const [engine, review] = [this.#engine, this.#review];
    if (this.#state !== "review" || !engine || !review) return undefined;
    try {
      return await engine.preview(review, series, edge);
    } catch {
      // A picture that cannot be shown is no reason to stop: the file itself is checked when it is cleaned.
      return undefined;
    }
  }

  /** Forgets everything: files, findings, results and the key. */
  reset(): void {
    this.#stop?.abort();
    this.#clear();
    this.#enter("idle");
  }

  #clear(): void {
    this.#forget();
    this.#items = [];
  }

  #forget(): void {
    this.#engine?.dispose();
    this.#engine = undefined;
    this.#review = undefined;
    this.#result = undefined;
    this.#excluded.clear();
    this.#name = "";
    this.#disc = false;
    this.#code = "";
  }

  #fail(error: unknown): void {
    this.#forget();
    this.#code = codeOf(error);
    this.#enter("failed");
  }

  #enter(state: State): void {
    this.#state = state;
    this.#watcher.changed(state);
  }

  #progressed(of: AbortController, progress: Progress): void {
    if (!of.signal.aborted && this.busy) this.#watcher.progressed(progress);
  }
}

/** All series of a review, in its order. */
export function seriesOf(review: Review | undefined): Review["patients"][number]["studies"][number]["series"] {
  return review?.patients.flatMap((patient) => patient.studies.flatMap((study) => study.series)) ?? [];
}

/** The stable code of a failure: never its message, which may hold a path. */
function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "worker-start";
}

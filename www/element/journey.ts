/** The job from chosen files to clean ones: one state at a time, wrong turns refused, no DOM. */

import type { Engine, Explained, Head, InputItem, Picture, Progress, Result, Review } from "../engine/index.js";
import { type Answer, asksOf, Faces, isTreated } from "./faces.js";
import { Sights } from "./sights.js";
import { typedName } from "./subject.js";

export type State = "idle" | "reading" | "review" | "looking" | "look" | "searching" | "face" | "cleaning" | "done" | "failed";

/** Makes the engine of one batch: a fresh one each time, so that no two batches share a key. */
export type StartEngine = () => Promise<Engine>;

export interface Watcher {
  /** The state is another one, or the same one anew. */
  changed(state: State): void;
  progressed(progress: Progress): void;
  /** What was found while reading, so far. */
  found?(soFar: Review): void;
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
  #sights = new Sights();
  #flagged: readonly string[] = [];
  #faces = new Faces();
  #name = "";
  #disc = false;
  #stop: AbortController | undefined;
  #enough: AbortController | undefined;
  #code = "";

  constructor(startEngine: StartEngine, watcher: Watcher) {
    this.#startEngine = startEngine;
    this.#watcher = watcher;
  }

  get state(): State {
    return this.#state;
  }

  get busy(): boolean {
    return BUSY.has(this.#state);
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

  /** Whether a series will be cleaned, as far as the person has a say in it. */
  isIn(series: string): boolean {
    return !this.#excluded.has(series);
  }

  /** Pass 1 over the files, together with those chosen before. Ends in "review", "failed", or where it was stopped, "idle". */
  async read(items: readonly InputItem[]): Promise<void> {
    if (this.busy) throw new WrongTurnError("add files", this.#state);
    const stop = new AbortController();
    const enough = new AbortController();
    this.#forget();
    this.#items = [...this.#items, ...items];
    this.#stop = stop;
    this.#enough = enough;
    this.#enter("reading");
    try {
      const engine = await this.#startEngine();
      if (stop.signal.aborted) return engine.dispose();
      this.#engine = engine;
      const review = await engine.read(this.#items, {
        signal: stop.signal,
        enough: enough.signal,
        onprogress: (progress) => this.#progressed(stop, progress),
        onfound: (soFar) => !stop.signal.aborted && this.#watcher.found?.(soFar),
      });
      if (stop.signal.aborted) return;
      this.#review = review;
      this.#enter("review");
    } catch (error) {
      if (!stop.signal.aborted) this.#fail(error);
    }
  }

  /** While reading: goes on to the review with what was read so far. All else is left out. */
  stopReading(): void {
    if (this.#state !== "reading") throw new WrongTurnError("stop reading", this.#state);
    this.#enough?.abort();
  }

  /** Takes series in or out. Only from the review. */
  include(series: string | readonly string[], included: boolean): void {
    if (this.#state !== "review") throw new WrongTurnError("choose series", this.#state);
    for (const key of typeof series === "string" ? [series] : series) {
      if (included) this.#excluded.delete(key);
      else this.#excluded.add(key);
    }
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

  /** What was seen in pictures, and what the person made of it. */
  get sights(): Sights {
    return this.#sights;
  }

  /** Keys of the series that the person has to look at, also those that were left out since. */
  get flagged(): readonly string[] {
    return this.#flagged;
  }

  /** Whether the person has said of every flagged series that it looks right, or left it out. */
  get isSettled(): boolean {
    const series = this.series;
    return this.#flagged.every((key) => !series.has(key) || this.#sights.isRight(key));
  }

  /** Heads in which there is a face, or could be, and what the person says of them. */
  get faces(): Faces {
    return this.#faces;
  }

  /** Of which heads the rules want a word of the person. */
  get asked(): readonly Head[] {
    return this.#faces.asked(asksOf(this.policy));
  }

  /** Whether the person has said of every such head whether its face can still be seen. */
  get isAnswered(): boolean {
    return this.asked.every(({ key }) => this.#faces.answer(key) !== undefined);
  }

  /** Whether a series is left to clean once the heads that will not leave are out. */
  get isSomeLeft(): boolean {
    const lost = new Set(this.#faces.lost.flatMap((head) => head.series));
    return [...this.series].some((key) => !lost.has(key));
  }

  /**
   * From the review or the person's looks, onwards: looks for writing in pictures, then for faces, and unless there is something for the
   * person to look at, pass 2 over the series that are in. Ends in "look", "face", "done", "failed", or where it was stopped, "review".
   */
  async clean(): Promise<void> {
    const [engine, review, from] = [this.#engine, this.#review, this.#state];
    const named = typedName(this.#name).kind !== "bad";
    if (!this.#mayGoOn || !engine || !review || !named) throw new WrongTurnError("clean", from);
    const stop = new AbortController();
    this.#stop = stop;
    try {
      if (from === "review" && !(await this.#look(engine, review, stop))) return;
      if (from !== "face" && !(await this.#search(engine, review, stop))) return;
      await this.#clean(engine, review, stop);
    } catch (error) {
      if (!stop.signal.aborted) this.#fail(error);
    }
  }

  /** Says of a series whether it looks right as it is marked. Only while the person looks. */
  looksRight(series: string, right = true): void {
    if (this.#state !== "look" || !this.#flagged.includes(series)) throw new WrongTurnError("judge pictures", this.#state);
    this.#sights.say(series, right);
  }

  /** Leaves a series out, or takes it back in. Only while the person looks. */
  leaveOut(series: string, out = true): void {
    if (this.#state !== "look" || !this.#flagged.includes(series)) throw new WrongTurnError("choose series", this.#state);
    if (out) this.#excluded.add(series);
    else this.#excluded.delete(series);
  }

  /** Changes what is marked. Only while the person looks. */
  decide(change: (sights: Sights) => void): void {
    if (this.#state !== "look") throw new WrongTurnError("mark pictures", this.#state);
    change(this.#sights);
  }

  /** Says of a head whether its face can still be seen in the pictures of it. Only while the person looks at them. */
  answer(head: string, answer: Answer): void {
    const isOne = this.#faces.shown.some((one) => one.key === head && isTreated(one));
    if (this.#state !== "face" || !isOne) throw new WrongTurnError("judge faces", this.#state);
    this.#faces.say(head, answer);
  }

  /**
   * From the heads back to the pictures with writing, where there are any; from those back to the review, and likewise from what is done: the
   * clean files are forgotten then. What was said and loaded is kept.
   */
  back(): void {
    if (!["look", "face", "done"].includes(this.#state)) throw new WrongTurnError("go back", this.#state);
    this.#result = undefined;
    this.#enter(this.#state === "face" && this.#flagged.length > 0 ? "look" : "review");
  }

  /** A small picture of one frame (from 0) of a file, where the engine can make one. */
  async frame(ordinal: number, frame: number, edge: number): Promise<Picture | undefined> {
    const [engine, review] = [this.#engine, this.#review];
    if (this.#state !== "look" || !engine || !review) return undefined;
    try {
      return await engine.frame(review, ordinal, frame, edge);
    } catch {
      return undefined;
    }
  }

  /** Looks for writing, as the rules ask; whether the cleaning can go on from there. */
  async #look(engine: Engine, review: Review, stop: AbortController): Promise<boolean> {
    const rule = lookOf(engine.policy);
    const series = this.series;
    this.#flagged = [];
    if (rule === "never" || series.size === 0) return true;
    const unseen = this.#sights.unseen(series);
    if (unseen.size > 0) {
      this.#enter("looking");
      const onprogress = (progress: Progress): void => this.#progressed(stop, progress);
      const seen = await engine.see(review, { series: unseen, signal: stop.signal, onprogress });
      if (stop.signal.aborted) return false;
      this.#sights.add(unseen, seen);
    }
    this.#flagged = this.#sights.flagged(series, rule === "always");
    if (this.#flagged.length > 0) this.#enter("look");
    return this.#flagged.length === 0;
  }

  /** Looks for faces, as the rules ask; whether the cleaning can go on from there. */
  async #search(engine: Engine, review: Review, stop: AbortController): Promise<boolean> {
    const series = this.series;
    if (asksOf(engine.policy) === "none" || series.size === 0) {
      this.#faces = new Faces();
      return true;
    }
    if (!this.#faces.has(series)) {
      this.#enter("searching");
      const heads = await engine.faces(review, { series, signal: stop.signal, onprogress: (progress) => this.#progressed(stop, progress) });
      if (stop.signal.aborted) return false;
      this.#faces.set(series, heads);
    }
    const isSome = this.#faces.shown.length > 0;
    if (isSome) this.#enter("face");
    return !isSome;
  }

  async #clean(engine: Engine, review: Review, stop: AbortController): Promise<void> {
    const typed = typedName(this.#name);
    this.#enter("cleaning");
    const result = await engine.clean(review, {
      signal: stop.signal,
      series: this.series,
      subject: typed.kind === "name" ? { name: typed.name } : undefined,
      directory: this.#disc,
      marks: this.#sights.decisions(this.#chosen()),
      faces: this.#faces.decisions,
      onprogress: (progress) => this.#progressed(stop, progress),
    });
    if (stop.signal.aborted) return;
    this.#result = result;
    // With the faces as they were.
    this.#faces = new Faces();
    this.#enter("done");
  }

  /** Whether the person has done their part of the state. */
  get #mayGoOn(): boolean {
    if (this.#state === "look") return this.isSettled && this.series.size > 0;
    return this.#state === "review" || (this.#state === "face" && this.isAnswered && this.isSomeLeft);
  }

  /** The flagged series that are in: with the rules' "never", none. */
  #chosen(): ReadonlySet<string> {
    const series = this.series;
    return new Set(this.#flagged.filter((key) => series.has(key)));
  }

  /** Stops the work at once. What was loaded stays: reading goes back to "idle", all else to "review". */
  cancel(): void {
    if (!this.busy) return;
    const back = this.#state === "reading" ? "idle" : "review";
    this.#stop?.abort();
    if (back === "idle") this.#clear();
    this.#enter(back);
  }

  /** Reads the same files again, after a failure. */
  retry(): Promise<void> {
    return this.read([]);
  }

  /** A small picture of a series' middle, where the engine can make one. */
  async picture(series: string, edge: number): Promise<Picture | undefined> {
    const [engine, review] = [this.#engine, this.#review];
    if (this.#state !== "review" || !engine || !review) return undefined;
    try {
      return await engine.preview(review, series, edge);
    } catch {
      // A picture that cannot be shown is no reason to stop: the file itself is checked when it is cleaned.
      return undefined;
    }
  }

  /** What would be done to each attribute of a series' middle file, where that can be told. */
  async explained(series: string): Promise<Explained | undefined> {
    const [engine, review] = [this.#engine, this.#review];
    if (this.#state !== "review" || !engine || !review) return undefined;
    try {
      return await engine.explain(review, series);
    } catch {
      // As for pictures.
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
    this.#sights = new Sights();
    this.#flagged = [];
    this.#faces = new Faces();
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

const BUSY: ReadonlySet<State> = new Set(["reading", "looking", "searching", "cleaning"]);

/** All series of a review, in its order; picture files last. */
export function seriesOf(review: Review | undefined): Review["patients"][number]["studies"][number]["series"] {
  const scans = review?.patients.flatMap((patient) => patient.studies.flatMap((study) => study.series)) ?? [];
  return review?.pictures ? [...scans, review.pictures] : scans;
}

/** When a person has to look at pictures: where writing was found, unless the rules say otherwise. */
export function lookOf(policy: unknown): "flagged" | "always" | "never" {
  const { look } = (policy ?? {}) as { look?: unknown };
  return look === "always" || look === "never" ? look : "flagged";
}

/** The stable code of a failure: never its message, which may hold a path. */
function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "worker-start";
}

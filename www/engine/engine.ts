/** The engine: two passes over what a person has, on several workers, without a DOM. */

import { version, wasmSha256 } from "scan-scrubber:build";
import type { Batch, Find, InputItem, Place } from "./batch.js";
import { clean, isChosen, isOfSeveral, needsOf, type Result, type Sink } from "./clean.js";
import { Courier } from "./courier.js";
import { aborted, EngineError } from "./errors.js";
import { explainedIn } from "./explained.js";
import { type FaceDecisions, type Head, Searches, spacesOf } from "./faces.js";
import { type Hold, Holder, type Holding } from "./inner.js";
import { look, type Means, NOT_READ } from "./look.js";
import type { NodeFile, WorkerLike } from "./messages.js";
import { removesFaces } from "./options.js";
import { Pool, type Task } from "./pool.js";
import { Meter, type Progress } from "./progress.js";
import { Gathered, type Review, review } from "./review.js";
import { type Decisions, type Sighting, see } from "./see.js";
import { equipment, PACKS, type Supply } from "./supply.js";
import type { Explained, PackName, Picture, Subject } from "./types.js";

export interface EngineOptions {
  /** Starts a worker: `spawnInBrowser`, or the command line's own. */
  readonly spawn: () => WorkerLike;
  /** The core, compiled. */
  readonly module: WebAssembly.Module;
  /** The core's data, `lexicon.bin`. */
  readonly lexicon: Uint8Array;
  /** Further wasm files; without them a file that needs one is withheld (`codec`). */
  readonly supply?: Supply | undefined;
  /** A policy, or the name of a profile. */
  readonly policy: unknown;
  /** 32 random bytes. The same key maps the same patient alike. */
  readonly key: Uint8Array;
  /** Default: one less than the processors, 1 to 4. */
  readonly workers?: number;
  /** Whether a reader is at hand for every batch with pictures, not just for those where writing is likely; default: no. */
  readonly thorough?: boolean;
  /** Whether to keep the private map of originals to replacements. */
  readonly map?: boolean;
  /** Whether outputs are named as on a disc, with a DICOMDIR of their own; default: no. */
  readonly directory?: boolean;
  /** Milliseconds without a sign of life before a worker is terminated; default 10,000. */
  readonly timeout?: number;
  /** Holds the bytes of a container that was packed in another; default: in a Blob. */
  readonly hold?: () => Hold;
  /** The bytes of a file of Node's, one behind the other. */
  readonly stream?: (file: NodeFile) => ReadableStream<Uint8Array>;
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onprogress?: ((progress: Progress) => void) | undefined;
}

export interface ReadOptions extends RunOptions {
  /** Told of what was found so far, some times a second: in the order in which it was found. */
  readonly onfound?: ((soFar: Review) => void) | undefined;
  /** Once it is aborted, what was read so far is the review; the rest is left out ("not-read"). */
  readonly enough?: AbortSignal | undefined;
}

export interface SeeOptions extends RunOptions {
  /** Keys of the series to look at; default: all. */
  readonly series?: ReadonlySet<string> | undefined;
}

export interface CleanOptions extends RunOptions {
  /** Keys of the series to clean; default: all. */
  readonly series?: ReadonlySet<string> | undefined;
  /** Who stands for the patient, beside what the policy says of it. With several patients they are told apart. */
  readonly subject?: Subject | undefined;
  /** What a person decided about writing in pictures, by ordinal. */
  readonly marks?: Decisions | undefined;
  /** What a person decided about heads, by their keys: see {@link Engine.faces}. */
  readonly faces?: FaceDecisions | undefined;
  /** Makes workers write the outputs. */
  readonly sink?: Sink | undefined;
  /** As {@link EngineOptions.directory}, for this run. */
  readonly directory?: boolean | undefined;
}

export class Engine {
  #pool: Pool;
  #courier: Courier;
  #supply: Supply | undefined;
  #thorough: boolean;
  #map: boolean;
  #directory: boolean;
  #holding: Holding;
  #batches = new WeakMap<Review, Batch>();
  #searches = new WeakMap<Batch, Searches>();
  #members = new WeakMap<Batch, Map<string, Place[]>>();
  /** The policy in full, as it was given. */
  #given: unknown;
  /** The same with a subject of the person's own. */
  #own: { readonly said: string; readonly policy: unknown } | undefined;
  #busy = false;

  constructor(options: EngineOptions) {
    const { spawn, module, lexicon, policy, timeout = 10_000 } = options;
    this.#supply = options.supply;
    this.#thorough = options.thorough ?? false;
    this.#map = options.map ?? false;
    this.#directory = options.directory ?? false;
    this.#holding = options;
    const config = { policy, key: options.key.slice(), map: this.#map, lexicon };
    this.#pool = new Pool({ spawn, module, config, timeout, workers: Math.max(1, options.workers ?? usualWorkers()) });
    this.#courier = new Courier(this.#pool);
  }

  /**
   * Pass 1: reads every file, and every file in a zip.
   *
   * What goes wrong with a file is in the review. Rejects with an AbortError when cancelled, or an {@link EngineError} when no worker starts
   * or the policy is not valid.
   */
  read(items: readonly InputItem[], options: ReadOptions = {}): Promise<Review> {
    const { onfound, enough } = options;
    return this.#session("reading", options, async (means) => {
      this.#pool.renew();
      const stop = () => this.#pool.giveUp(NOT_READ);
      enough?.addEventListener("abort", stop, { once: true });
      const found = onfound && telling(onfound);
      const isEnough = () => enough?.aborted ?? false;
      const batch = await look(items, { ...means, found, isEnough }).finally(() => enough?.removeEventListener("abort", stop));
      this.#given = this.#pool.policy;
      const result = await review(batch.finds);
      this.#batches.set(result, batch);
      // On their way while a person looks at the review, and for its small pictures. What fails now is asked for again.
      void equipment(this.#supply, needsOf(batch, {}, this.#thorough)).then((packs) => packs && this.#pool.equip(packs));
      return result;
    });
  }

  /** The policy in force, in full; nothing before a file was read. */
  get policy(): unknown {
    return this.#given;
  }

  /** The further wasm files that are not to be had. */
  get lacks(): readonly PackName[] {
    return this.#supply?.lacks ?? PACKS;
  }

  /**
   * Between the passes: looks at pictures for writing, where their kind or the policy asks for it.
   *
   * What goes wrong with a file is in its sighting. Rejects as {@link read} does.
   */
  see(of: Review, options: SeeOptions = {}): Promise<readonly Sighting[]> {
    const batch = this.#batch(of);
    const { series } = options;
    return this.#session("looking", options, async (means) => {
      await this.#equip(batch, { series }, undefined, options.signal);
      return see(batch, series, means);
    });
  }

  /** A picture of one frame (from 0) of a file, at most `edge` pixels a side. Nothing where there is no decoder. */
  async frame(of: Review, ordinal: number, frame: number, edge: number): Promise<Picture | undefined> {
    const place = this.#batch(of).finds[ordinal - 1]?.place;
    return place && this.#picture(place, { edge, frame });
  }

  /**
   * Between the passes: looks for faces in volumes, where the policy takes them out. Cleaning looks by itself where this was not asked for.
   *
   * In the order of the files. Rejects as {@link read} does.
   */
  faces(of: Review, options: SeeOptions = {}): Promise<readonly Head[]> {
    const batch = this.#batch(of);
    const { series } = options;
    return this.#session("looking", options, async (means) => {
      if (!removesFaces(this.#given)) return [];
      await this.#equip(batch, { series }, undefined, options.signal);
      return this.#searchesOf(batch).heads(
        spacesOf(batch, (find) => isChosen(find, { series })),
        means,
      );
    });
  }

  /** Pass 2: cleans what a review of this engine holds. Rejects as {@link read} does; a rejected run has no output. */
  clean(of: Review, options: CleanOptions = {}): Promise<Result> {
    const batch = this.#batch(of);
    const { series, sink, marks, faces, directory = this.#directory } = options;
    const policy = this.#policyWith(options.subject);
    const tool = { name: "Scan scrubber", version, wasmSha256 };
    return this.#session("cleaning", options, async (means) => {
      await this.#equip(batch, { series }, policy, options.signal);
      const teach = this.#pool.teach.bind(this.#pool);
      const how = { map: this.#map, directory, tool, policy: () => this.#pool.policy };
      return clean(batch, { series, sink, marks, faces, searches: this.#searchesOf(batch), teach, ...how }, means);
    });
  }

  /** A picture of the middle instance of a series, at most `edge` pixels a side. Nothing where there is no decoder. */
  async preview(of: Review, series: string, edge: number): Promise<Picture | undefined> {
    const place = middle(this.#membersOf(this.#batch(of), series));
    return place && this.#picture(place, { edge });
  }

  /** What would be done to each attribute of the middle instance of a series. It holds original values. */
  async explain(of: Review, series: string): Promise<Explained | undefined> {
    const place = middle(this.#membersOf(this.#batch(of), series));
    if (!place) return undefined;
    const { key, data, entry } = place;
    try {
      const answer = await this.#courier.run({ op: "explain", key, data, ...(entry && { entry }) }, true);
      return answer.kind === "explained" ? explainedIn(answer.text) : undefined;
    } catch {
      // As for a preview.
      return undefined;
    }
  }

  async #picture({ key, data, entry }: Place, how: { readonly edge: number; readonly frame?: number }): Promise<Picture | undefined> {
    try {
      const answer = await this.#courier.run({ op: "preview", key, data, ...how, ...(entry && { entry }) }, true);
      return answer.kind === "preview" ? answer.picture : undefined;
    } catch {
      // A preview is a courtesy: a run that was cancelled around it has its own rejection.
      return undefined;
    }
  }

  /** Terminates the workers. A run underway rejects as cancelled. */
  dispose(): void {
    this.#pool.stop();
  }

  /** Gives the workers what they need for pass 2, and for a look before it. */
  async #equip(batch: Batch, choice: Parameters<typeof needsOf>[1], policy: unknown, signal: AbortSignal | undefined): Promise<void> {
    const packs = await equipment(this.#supply, needsOf(batch, choice, this.#thorough));
    if (signal?.aborted) throw aborted();
    this.#pool.hunt({ records: batch.records, several: isOfSeveral(batch, choice), policy });
    if (packs) this.#pool.equip(packs);
  }

  /** The policy with another subject, equal objects for equal subjects; nothing where it is the one that was given. */
  #policyWith(subject: Subject | undefined): unknown {
    if (!subject) return undefined;
    const given = this.#given as { readonly subject?: Subject } | undefined;
    const said = JSON.stringify([given, subject]);
    if (this.#own?.said !== said) {
      this.#own = { said, policy: { ...given, subject: { ...given?.subject, ...subject } } };
    }
    return this.#own.policy;
  }

  /** Where the instances of a series are, in their order. */
  #membersOf(batch: Batch, series: string): readonly Place[] {
    let members = this.#members.get(batch);
    if (!members) {
      members = new Map();
      for (const find of batch.finds) {
        if (find.kind !== "instance") continue;
        const places = members.get(find.instance.series);
        if (places) places.push(find.place);
        else members.set(find.instance.series, [find.place]);
      }
      this.#members.set(batch, members);
    }
    return members.get(series) ?? [];
  }

  #searchesOf(batch: Batch): Searches {
    const searches = this.#searches.get(batch) ?? new Searches();
    this.#searches.set(batch, searches);
    return searches;
  }

  #batch(of: Review): Batch {
    const batch = this.#batches.get(of);
    if (!batch) throw new TypeError("This review is not of this engine.");
    return batch;
  }

  async #session<T>(phase: Progress["phase"], { signal, onprogress, enough }: ReadOptions, work: (means: Means) => Promise<T>): Promise<T> {
    if (signal?.aborted) throw aborted();
    if (this.#busy) throw new EngineError("busy");
    this.#busy = true;
    let over = false;
    const meter = new Meter(phase, onprogress, () => this.#pool.underway);
    const run = (task: Task) => (over ? Promise.reject(aborted()) : this.#courier.run(task));
    let cancel = (): void => undefined;
    const cancelled = new Promise<never>((_, reject) => {
      cancel = () => {
        over = true;
        reject(aborted());
        this.#pool.stop();
      };
    });
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      const result = await Promise.race([
        work({ run, meter, holder: new Holder(this.#holding, () => over || enough?.aborted === true) }),
        cancelled,
      ]);
      meter.end(true);
      return result;
    } catch (thrown) {
      over = true;
      meter.end(false);
      this.#pool.stop();
      throw thrown;
    } finally {
      this.#busy = false;
      signal?.removeEventListener("abort", cancel);
    }
  }
}

function middle<T>(all: readonly T[]): T | undefined {
  return all[all.length >> 1];
}

/** Gathers what is found, and tells of it now and then. */
function telling(onfound: (soFar: Review) => void): (find: Find) => void {
  const gathered = new Gathered();
  let told = Number.NEGATIVE_INFINITY;
  return (find) => {
    gathered.add(find);
    const now = performance.now();
    if (find.kind !== "instance" || now - told < TOLD) return;
    told = now;
    onfound(gathered.review());
  };
}

/** Milliseconds between two looks at what was found. */
const TOLD = 400;

/** Most machines that patients have are slowed, not sped up, by more than four. */
function usualWorkers(): number {
  const processors = (globalThis.navigator as { hardwareConcurrency?: number } | undefined)?.hardwareConcurrency ?? 2;
  return Math.min(4, Math.max(1, processors - 1));
}

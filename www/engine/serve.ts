/**
 * The worker's side: does jobs one by one with one instance of the core, and says when that instance can no longer be trusted.
 *
 * The same code runs in browsers' workers and in Node's; what differs comes in as the {@link Host}.
 */

import { Ahead } from "./ahead.js";
import { addUp, isFound, isOutcome, isRefusal, isSeen } from "./checks.js";
import { archiveOf } from "./containers/index.js";
import { isContainer } from "./containers/kind.js";
import { located } from "./containers/place.js";
import { orderIn, orderOf } from "./contents.js";
import type { Answer, Data, FromWorker, Job, ToWorker } from "./messages.js";
import { Bench, type Makers } from "./packs.js";
import { facesIn, type Gathering, leftIn } from "./scan.js";
import { checksum, type Opened } from "./sources.js";
import type { Core, Entry, FaceOrder, Found, Part, Scrubbed, Scrubber } from "./types.js";

/** A worker's end of the line. */
export interface Port {
  post(message: FromWorker, transfer: ArrayBuffer[]): void;
  listen(handler: (message: ToWorker) => void): void;
}

/** What is written of an outcome. */
export type Output = Pick<Scrubbed, "parts" | "size">;

/** What the platform gives. */
export interface Host {
  /** Instantiates the core. Called once. */
  load(module: WebAssembly.Module): Core;
  /** Instantiates further wasm files. */
  readonly makers: Makers;
  /** Opens a source; `whole` says that all of it will be read, `ready` are its first bytes, if they were read ahead. Throws `{code}`. */
  open(data: Data, whole: boolean, ready?: Uint8Array): Opened;
  /** Writes an output from its parts, and returns its CRC-32. Throws `{code}`. */
  write?(target: string, output: Output, source: Opened, tick: (bytes: number) => void): number;
}

/** An instance with more memory than this is given up after its file: wasm memory never shrinks. */
const MARK = 256 * 1024 * 1024;
/** A trap in an instance with more memory than this (of at most 1 GiB) is put down to memory. */
const NEARLY_FULL = 640 * 1024 * 1024;
/** Signs of life are sent no more often than this, in milliseconds. */
const PULSE = 100;
/** Bytes of a file from which its header may be so long that all that is done with it takes longer than a worker may be silent. */
const LONG = 2 * 1024 * 1024;

/** Serves one engine until the worker is terminated. */
export function serve(port: Port, host: Host): void {
  const worker = new Server(port, host);
  port.listen((message) => worker.take(message));
}

class Server {
  #port: Port;
  #host: Host;
  #core: Core | undefined;
  #scrubber: Scrubber | undefined;
  #bench: Bench;
  #over = false;
  /** Recipes that jobs name by their numbers. */
  #recipes = new Map<number, Uint8Array>();
  #open: { key: number; whole: boolean; source: Opened } | undefined;
  #pulse = 0;
  #slow = false;
  /** Whether the present job may be silent for longer at any time. */
  #long = false;
  #bytes = 0;
  #ahead = new Ahead();
  /** The end of what was asked for last. */
  #line: Promise<void> = Promise.resolve();

  constructor(port: Port, host: Host) {
    this.#port = port;
    this.#host = host;
    this.#bench = new Bench(host.makers, (slow) => this.#tick(0, slow));
  }

  /** Messages are dealt with one after the other, also while a batch of jobs waits for bytes; those of the next are asked for at once. */
  take(message: ToWorker): void {
    if (message.kind === "jobs" && !this.#over) this.#ahead.add(message.jobs);
    this.#line = this.#line
      .then(() => this.#do(message))
      .catch((thrown) => {
        this.#over = true;
        // Thrown outside of the promise, it is the worker's own error: the engine hears of that.
        setTimeout(() => {
          throw thrown;
        });
      });
  }

  async #do(message: ToWorker): Promise<void> {
    if (this.#over) return;
    switch (message.kind) {
      case "start":
        this.#start(message);
        break;
      case "packs": {
        const { kind: _, ...packs } = message;
        this.#bench.give(packs);
        break;
      }
      case "hunt":
        this.#refusable(() => this.#scrubber?.hunt(message.records, message.several));
        this.#post({ kind: "tick", bytes: 0 });
        break;
      case "recipe":
        if (message.bytes) this.#recipes.set(message.number, message.bytes);
        else this.#recipes.delete(message.number);
        break;
      case "jobs":
        await this.#all(message.jobs);
        break;
    }
  }

  /** Jobs one by one, while the bytes of the next few are on their way. */
  async #all(jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) {
      if (this.#over) break;
      const underway = this.#ahead.take();
      this.#run(job, underway && (await underway));
    }
    this.#close();
  }

  #start({ module, config }: Extract<ToWorker, { kind: "start" }>): void {
    const core = this.#host.load(module);
    core.setTick((bytes) => this.#tick(bytes));
    this.#refusable(() => {
      this.#scrubber = new core.Scrubber({ ...config, pictures: this.#bench.port });
    });
    if (this.#over) return;
    this.#core = core;
    this.#post({ kind: "ready", policy: typeof config.policy === "string" ? core.profiles()[config.policy] : config.policy });
  }

  /** Does what the core may refuse for the whole batch. */
  #refusable(work: () => void): void {
    try {
      work();
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      this.#over = true;
      const { code, ...detail } = thrown;
      this.#post({ kind: "rejected", code, detail });
    }
  }

  #run(job: Job, ready: Uint8Array | undefined): void {
    this.#bytes = 0;
    // With the last answer the engine has forgotten it.
    this.#slow = false;
    let source: Opened | undefined;
    let answer: Answer;
    let broken = false;
    try {
      source = this.#source(job, ready);
      this.#long = (job.entry?.size ?? source.size) > LONG;
      if (this.#long) this.#tick(0);
      answer = this.#answer(job, source);
      if (source.fault) {
        // Records that this answer held would not be returned a second time.
        broken = answer.kind === "found";
        answer = source.fault;
      }
    } catch (thrown) {
      if (source?.fault) {
        // The source's own fault, but it went up through the core and left that half-way.
        answer = source.fault;
        broken = true;
      } else if (isRefusal(thrown)) answer = { kind: "failed", code: thrown.code };
      else return this.#trapped(job);
    }
    this.#long = false;
    this.#bench.trim(MARK);
    this.#over = broken || (this.#core?.memory() ?? 0) > MARK;
    this.#post({ kind: "answer", id: job.id, answer, spent: this.#over }, transferable(answer));
  }

  #answer(job: Job, source: Opened): Answer {
    const scrubber = this.#scrubber;
    if (!scrubber) throw { code: "worker-died" };
    if (job.stamp !== undefined && source.stamp !== "" && job.stamp !== source.stamp) return { kind: "failed", code: "unreadable" };
    const spot = located(source, job.entry);
    switch (job.op) {
      case "read": {
        const found = scrubber.read(spot.source, spot.entry);
        if (!isFound(found)) throw new TypeError("garbage");
        return { kind: "found", found: this.#opened(found, source, job.entry), stamp: source.stamp };
      }
      case "scrub": {
        const outcome = scrubber.scrub(spot.source, spot.entry, job.list, job.marks, job.face && this.#order(job.face));
        if (!isOutcome(outcome)) throw new TypeError("garbage");
        if (outcome.status !== "verified") return { kind: "outcome", outcome };
        if (!addUp(outcome.parts, outcome.size, spot.source.size)) throw new TypeError("garbage");
        const owned = { ...outcome, parts: spot.back(outcome.parts).map(own), ...(outcome.facts && { facts: own(outcome.facts) }) };
        const tick = (bytes: number) => this.#tick(bytes);
        if (job.target === undefined || !this.#host.write) {
          return { kind: "outcome", outcome: { ...owned, crc: checksum(owned.parts, source, tick) } };
        }
        return { kind: "outcome", outcome: { ...owned, crc: this.#host.write(job.target, owned, source, tick), parts: [] } };
      }
      case "see": {
        const seen = scrubber.see(spot.source, spot.entry);
        if (seen !== undefined && !isSeen(seen)) throw new TypeError("garbage");
        return { kind: "seen", ...(seen && { seen }) };
      }
      case "faces":
        return facesIn(this.#gathering(scrubber), job.files ?? [], job.edge);
      case "left": {
        const recipes = (job.recipes ?? []).map((number) => this.#recipe(number));
        return leftIn(this.#gathering(scrubber), job.files ?? [], recipes, job.edge);
      }
      case "unpack":
        if (!spot.entry) throw { code: "archive-structure" };
        return { kind: "bytes", bytes: own(scrubber.unpack(spot.source, spot.entry)) };
      case "directory": {
        if (!(job.data instanceof Uint8Array)) throw { code: "unreadable" };
        const bytes = own(scrubber.directory(job.data));
        const size = bytes.length;
        const tick = (bytes: number) => this.#tick(bytes);
        if (job.target === undefined || !this.#host.write) return { kind: "directory", size, crc: checksum([bytes], source, tick), bytes };
        return { kind: "directory", size, crc: this.#host.write(job.target, { parts: [bytes], size }, source, tick) };
      }
      case "explain":
        return { kind: "explained", text: scrubber.explain(spot.source, spot.entry) };
      case "preview": {
        const picture = scrubber.preview(spot.source, job.edge ?? 256, spot.entry, job.frame);
        return picture ? { kind: "preview", picture: { ...picture, pixels: own(picture.pixels) } } : { kind: "preview" };
      }
    }
  }

  /** What is in a container that the core only knows by name. One that is an entry is opened by the engine, once. */
  #opened(found: Found, source: Opened, entry: Entry | undefined): Found {
    if (found.kind === "other" && found.what === "dicomdir") return this.#listed(found, source, entry);
    if (found.kind !== "other" || !isContainer(found.what)) return found;
    return entry ? { kind: "archive", what: found.what, entries: [] } : archiveOf(source, found.what, () => this.#tick(0));
  }

  /** A list of contents, with the order that it gives, where that can be read. */
  #listed(found: Extract<Found, { kind: "other" }>, source: Opened, entry: Entry | undefined): Found {
    const spot = located(source, entry);
    try {
      const order = spot.entry && this.#scrubber ? orderOf(this.#scrubber.unpack(spot.source, spot.entry)) : orderIn(spot.source);
      return order ? { ...found, order } : found;
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      return found;
    }
  }

  /** What the core is told of a face: with the recipe's bytes. */
  #order({ recipe, ...order }: NonNullable<Job["face"]>): FaceOrder {
    return recipe === undefined ? order : { ...order, recipe: this.#recipe(recipe) };
  }

  #recipe(number: number): Uint8Array {
    const recipe = this.#recipes.get(number);
    if (!recipe) throw { code: "face" };
    return recipe;
  }

  #gathering(scrubber: Scrubber): Gathering {
    return { scrubber, pictures: this.#bench.port, open: (spot) => this.#source({ op: "scrub", ...spot }, undefined) };
  }

  /** The job's source: the one still open, if the last job had the same. */
  #source({ op, entry, key, data }: Pick<Job, "op" | "entry" | "key" | "data">, ready: Uint8Array | undefined): Opened {
    const whole = op === "scrub" && !entry;
    const kept = this.#open;
    if (kept?.key === key && kept.whole === whole && !kept.source.fault && isKept(data)) return kept.source;
    this.#close();
    const source = this.#host.open(data, whole, ready);
    this.#open = { key, whole, source };
    return source;
  }

  #close(): void {
    this.#open?.source.close();
    this.#open = undefined;
  }

  #trapped(job: Job): void {
    this.#over = true;
    this.#post({ kind: "trapped", id: job.id, code: this.#isFull() ? "memory" : "worker-died" });
  }

  #isFull(): boolean {
    try {
      return (this.#core?.memory() ?? 0) > NEARLY_FULL;
    } catch {
      return false;
    }
  }

  #tick(bytes: number, isSlow = false): void {
    this.#bytes += bytes;
    const slow = isSlow || this.#long;
    const now = performance.now();
    // What comes after slow work takes the longer silence back.
    if (now - this.#pulse < PULSE && slow === this.#slow) return;
    this.#pulse = now;
    this.#slow = slow;
    this.#post({ kind: "tick", bytes: this.#bytes, ...(slow && { slow }) });
  }

  #post(message: FromWorker, transfer: ArrayBuffer[] = []): void {
    this.#port.post(message, transfer);
  }
}

/** Whether two jobs with one key have all of the source: pieces differ from job to job. */
function isKept(data: Data): boolean {
  return !("spans" in data);
}

/** Bytes that may be transferred: never a view on the core's memory, nor a part of a larger buffer. */
function own<T extends Part>(part: T): T {
  if (!(part instanceof Uint8Array)) return part;
  return (part.byteLength === part.buffer.byteLength && isPlain(part.buffer) ? part : part.slice()) as T;
}

function isPlain(buffer: ArrayBufferLike): buffer is ArrayBuffer {
  return buffer instanceof ArrayBuffer;
}

function transferable(answer: Answer): ArrayBuffer[] {
  return [...new Set(viewsIn(answer).map((view) => view.buffer))].filter(isPlain);
}

function viewsIn(answer: Answer): readonly Uint8Array[] {
  switch (answer.kind) {
    case "outcome": {
      if (answer.outcome.status !== "verified") return [];
      const { parts, facts } = answer.outcome;
      return [...parts.filter((part) => part instanceof Uint8Array), ...(facts ? [facts] : [])];
    }
    case "faces":
      return [...answer.recipes, ...answer.views.flat().flatMap(({ before, after }) => [before.pixels, after.pixels])];
    case "left":
      return answer.views.flat().map(({ picture }) => picture.pixels);
    case "bytes":
      return [answer.bytes];
    case "directory":
      return answer.bytes ? [answer.bytes] : [];
    case "preview":
      return answer.picture ? [answer.picture.pixels] : [];
    default:
      return [];
  }
}

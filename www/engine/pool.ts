/**
 * Workers and the queue of jobs before them.
 *
 * A worker that traps, goes silent, dies or talks nonsense is terminated and replaced. Only the job that it was at fails; its other jobs go back to the queue.
 */

import { sizeOf } from "./batch.js";
import { checkOutcome } from "./checks.js";
import { aborted, EngineError } from "./errors.js";
import { Member } from "./member.js";
import type { Answer, Job, WorkerLike } from "./messages.js";
import { PACKS } from "./supply.js";
import type { Packs, Settings } from "./types.js";

/** A job without its number. */
export type Task = Omit<Job, "id">;

export interface PoolOptions {
  readonly spawn: () => WorkerLike;
  readonly module: WebAssembly.Module;
  readonly config: Settings;
  readonly workers: number;
  /** Milliseconds without a sign of life before a worker is terminated. */
  readonly timeout: number;
}

interface Waiting {
  readonly job: Job;
  readonly size: number;
  settle: (answer: Answer) => void;
  fail: (reason: unknown) => void;
  /** Memory ran out once already, in an instance that was not fresh. */
  again: boolean;
}

/** What all workers of pass 2 are told, those too that take the place of others. */
export interface Order {
  /** The identifiers of the batch. */
  readonly records: Uint8Array;
  /** Whether what is to be cleaned is of more than one patient. */
  readonly several: boolean;
  /** The policy, where it is not the one that pass 1 followed. */
  readonly policy?: unknown;
}

/** Jobs that a worker holds at most, and bytes of sources. */
const BATCH = 16;
const BATCH_BYTES = 32 * 1024 * 1024;
/** A worker gets more jobs when it holds this few, while the queue is long. */
const LOW = 5;
/** Milliseconds until a worker must have started. */
const START = 9_000;
/** A worker that said it would take its time may be silent so many times longer: a model, or a codec, on a slow phone. */
const SLOW = 6;
/** Workers that may fail to start, one after the other, once others have started. */
const STARTS = 3;

export class Pool {
  #options: PoolOptions;
  #queue: Waiting[] = [];
  #head = 0;
  /** Jobs that go before the queue: taken back from a worker, or asked for by a person who waits. */
  #first: Waiting[] = [];
  #held = new Map<number, Waiting>();
  #members = new Set<Member>();
  #order: Order | undefined;
  #packs: Packs | undefined;
  /** Recipes that jobs name, by their numbers. */
  #recipes = new Map<number, Uint8Array>();
  #next = 0;
  #badStarts = 0;
  #started = false;
  #policy: unknown;
  #clock: ReturnType<typeof setInterval> | undefined;
  #beat = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** The policy in force, as the core resolved it; known once a worker has started. */
  get policy(): unknown {
    return this.#policy;
  }

  /** Bytes done of the jobs at work now. */
  get underway(): number {
    let sum = 0;
    for (const member of this.#members) {
      const job = this.#held.get(member.jobs[0] ?? -1);
      if (job) sum += Math.min(member.bytes, job.size);
    }
    return sum;
  }

  /** Does one job. Rejects only when the run is stopped, or no worker can be started. */
  run(task: Task, urgent = false): Promise<Answer> {
    return new Promise((settle, fail) => {
      const job = { ...task, id: this.#next++ };
      const size = task.files?.reduce((sum, file) => sum + bytesOf(file), 0) ?? bytesOf(task);
      const waiting = { job, size, settle, fail, again: false };
      if (urgent) this.#first.push(waiting);
      else this.#queue.push(waiting);
      // Once per turn: a thousand jobs asked for at once make a few batches, not a thousand.
      if (this.#first.length + this.#queue.length - this.#head === 1) queueMicrotask(() => this.#deal());
      else if (urgent) this.#deal();
    });
  }

  /** Begins a batch with fresh workers: a worker returns each identifier record once only, and remembers what it hunts for. */
  renew(): void {
    for (const member of [...this.#members]) this.#drop(member);
    this.#order = undefined;
  }

  /** Tells every worker, now and later, what pass 2 is about. Not to be called while a pass runs. */
  hunt(order: Order): void {
    const last = this.#order;
    if (last?.records === order.records && last.several === order.several && last.policy === order.policy) return;
    this.#order = order;
    // A worker has one policy for its life, and never two batches' identifiers.
    if (last || order.policy !== undefined) return this.#replace();
    for (const member of this.#members) this.#tell(member, order);
  }

  /** Gives every worker, now and later, what pass 2 needs beside the core. */
  equip(packs: Packs): void {
    const all = { ...this.#packs, ...packs };
    const isNew = PACKS.some((name) => all[name] !== this.#packs?.[name]);
    this.#packs = all;
    if (isNew) for (const member of this.#members) member.post({ kind: "packs", ...packs });
  }

  /** Tells every worker, now and later, of a recipe that jobs will name; without bytes, that none will any more. */
  teach(number: number, bytes?: Uint8Array): void {
    if (bytes) this.#recipes.set(number, bytes);
    else this.#recipes.delete(number);
    for (const member of this.#members) member.post({ kind: "recipe", number, ...(bytes && { bytes }) });
  }

  /** Terminates every worker and rejects every job. The pool can be used again. */
  stop(reason: unknown = aborted()): void {
    const waiting = [...this.#held.values(), ...this.#first, ...this.#queue.slice(this.#head)];
    for (const member of [...this.#members]) this.#drop(member);
    this.#held.clear();
    this.#first = [];
    this.#queue = [];
    this.#head = 0;
    this.#recipes.clear();
    this.#badStarts = 0;
    this.#rest();
    for (const each of waiting) each.fail(reason);
  }

  /** Gives up every job that no worker has yet: it fails with this code. */
  giveUp(code: string): void {
    const waiting = [...this.#first, ...this.#queue.slice(this.#head)];
    this.#first = [];
    this.#queue = [];
    this.#head = 0;
    for (const each of waiting) each.settle({ kind: "failed", code });
  }

  #deal(): void {
    let waiting = this.#waiting();
    while (this.#members.size < this.#options.workers && waiting > this.#idle() && this.#badStarts < STARTS) this.#hire();
    if (waiting > 0 && this.#members.size === 0) return this.stop(new EngineError("worker-start"));
    while (waiting > 0) {
      const member = this.#hungry(waiting);
      if (!member) break;
      this.#hand(member, this.#batch(waiting, BATCH - member.jobs.length));
      waiting = this.#waiting();
    }
    if (this.#held.size > 0 || [...this.#members].some((member) => !member.ready)) this.#watch();
    else this.#rest();
  }

  /** The ready worker with the fewest jobs, if it should have more. */
  #hungry(waiting: number): Member | undefined {
    const low = waiting > LOW * this.#members.size ? LOW : 0;
    let best: Member | undefined;
    for (const member of this.#members) {
      if (member.ready && member.jobs.length <= low && member.jobs.length < (best?.jobs.length ?? BATCH)) best = member;
    }
    return best;
  }

  #batch(waiting: number, room: number): Waiting[] {
    const fair = Math.ceil(waiting / (this.#members.size * 2));
    const batch: Waiting[] = [];
    let bytes = 0;
    while (batch.length < Math.min(fair, room) && bytes < BATCH_BYTES) {
      const next = this.#take();
      if (!next) break;
      batch.push(next);
      bytes += next.size;
    }
    return batch;
  }

  #hand(member: Member, batch: readonly Waiting[]): void {
    for (const each of batch) this.#held.set(each.job.id, each);
    member.give(batch.map((each) => each.job));
  }

  #take(): Waiting | undefined {
    const first = this.#first.shift();
    if (first) return first;
    const next = this.#queue[this.#head];
    if (next) this.#head++;
    if (this.#head === this.#queue.length || this.#head > 4096) {
      this.#queue = this.#queue.slice(this.#head);
      this.#head = 0;
    }
    return next;
  }

  #waiting(): number {
    return this.#first.length + this.#queue.length - this.#head;
  }

  #idle(): number {
    let idle = 0;
    for (const member of this.#members) if (member.jobs.length === 0) idle++;
    return idle;
  }

  /** Starts a worker, which will begin with `job` if one is given. */
  #hire(job?: Waiting): void {
    let worker: WorkerLike;
    try {
      worker = this.#options.spawn();
    } catch {
      this.#badStarts = STARTS;
      if (job) this.#first.unshift(job);
      return;
    }
    if (job) this.#held.set(job.job.id, job);
    const { module, config } = this.#options;
    const order = this.#order;
    const member: Member = new Member(worker, {
      ready: (policy) => {
        this.#policy = policy;
        this.#started = true;
        this.#badStarts = 0;
        if (job) this.#hand(member, [job]);
        this.#deal();
      },
      rejected: (code, detail) => this.stop(new EngineError(code, detail)),
      answer: (id, answer, spent) => this.#answered(member, id, answer, spent),
      broke: (code) => this.#lost(member, code, job),
    });
    this.#members.add(member);
    member.post({ kind: "start", module, config: order?.policy === undefined ? config : { ...config, policy: order.policy } });
    if (this.#packs) member.post({ kind: "packs", ...this.#packs });
    if (order) this.#tell(member, order);
    for (const [number, bytes] of this.#recipes) member.post({ kind: "recipe", number, bytes });
    this.#watch();
  }

  #tell(member: Member, { records, several }: Order): void {
    member.post({ kind: "hunt", records, several });
  }

  #answered(member: Member, id: number, answer: Answer, spent: boolean): void {
    const waiting = this.#held.get(id);
    if (!waiting || !fits(waiting.job, answer)) return this.#lost(member, "worker-died");
    this.#held.delete(id);
    member.jobs.shift();
    if (spent) {
      this.#takeBack(member);
      this.#drop(member);
    }
    waiting.settle(answer);
    if (spent || member.jobs.length <= LOW) this.#deal();
  }

  /** A worker is gone: fails the job that it was at, or its start. */
  #lost(member: Member, code: string, job?: Waiting): void {
    if (!this.#members.has(member)) return;
    if (!member.ready) {
      if (job && this.#held.delete(job.job.id)) this.#first.unshift(job);
      this.#drop(member);
      // Where none has ever started, none will: no second try.
      this.#badStarts += this.#started ? 1 : STARTS;
      return this.#deal();
    }
    const id = member.jobs.shift();
    const waiting = id === undefined ? undefined : this.#held.get(id);
    if (waiting) this.#held.delete(waiting.job.id);
    this.#takeBack(member);
    this.#drop(member);
    if (waiting && code === "memory" && member.done > 0 && !waiting.again) {
      // What earlier files left behind must not decide about this one.
      waiting.again = true;
      this.#hire(waiting);
    } else waiting?.settle({ kind: "failed", code });
    this.#deal();
  }

  /** Ends all workers. What they were at, previews for instance, is done by others. */
  #replace(): void {
    const held = [...this.#held.values()];
    this.#held.clear();
    for (const member of [...this.#members]) this.#drop(member);
    this.#first.unshift(...held);
    if (this.#waiting() > 0) this.#deal();
  }

  #takeBack(member: Member): void {
    const back = member.jobs.splice(0).flatMap((id) => this.#held.get(id) ?? []);
    for (const each of back) this.#held.delete(each.job.id);
    this.#first.unshift(...back);
  }

  #drop(member: Member): void {
    this.#members.delete(member);
    member.terminate();
  }

  #watch(): void {
    if (this.#clock !== undefined) return;
    this.#beat = performance.now();
    const every = Math.min(250, this.#options.timeout / 4);
    this.#clock = setInterval(() => this.#check(every), every);
  }

  #rest(): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  #check(every: number): void {
    const now = performance.now();
    // When this thread itself was held up, messages may be waiting: that time is not held against a worker.
    const passed = Math.min(now - this.#beat, every * 2);
    this.#beat = now;
    for (const member of [...this.#members]) {
      if (member.ready && member.jobs.length === 0) continue;
      member.silent += passed;
      const { timeout } = this.#options;
      const most = member.ready ? (member.slow ? SLOW * timeout : timeout) : START;
      if (member.silent > most) this.#lost(member, "worker-timeout");
    }
  }
}

/** Bytes of a file, unpacked. */
function bytesOf({ data, entry }: Pick<Task, "data" | "entry">): number {
  return entry?.size ?? sizeOf(data);
}

/** Whether an answer is one to this job, and true to its source. */
function fits({ op, data, target, files, recipes }: Job, answer: Answer): boolean {
  switch (answer.kind) {
    case "found":
      return op === "read";
    case "outcome":
      return op === "scrub" && checkOutcome(answer.outcome, sizeOf(data), target !== undefined);
    case "faces":
      return op === "faces" && answer.verdicts.length === files?.length;
    case "left":
      return op === "left" && answer.left.length === recipes?.length;
    case "bytes":
      return op === "unpack";
    case "preview":
      return op === "preview";
    case "explained":
      return op === "explain";
    case "directory":
      return op === "directory" && answer.size > 0 && answer.bytes?.length === (target === undefined ? answer.size : undefined);
    default:
      return true;
  }
}

/** One worker in the pool: its jobs, its signs of life, and its end. */

import { checkMessage } from "./checks.js";
import type { Answer, Job, ToWorker, WorkerLike } from "./messages.js";

/** What the pool wants to hear of a worker. */
export interface Listener {
  ready(policy: unknown): void;
  rejected(code: string, detail: Readonly<Record<string, unknown>>): void;
  answer(id: number, answer: Answer, spent: boolean): void;
  broke(code: string): void;
}

export class Member {
  /** Numbers of the jobs it holds; it is at the first. */
  readonly jobs: number[] = [];
  /** Jobs answered. */
  done = 0;
  ready = false;
  /** Milliseconds since the last sign of life. */
  silent = 0;
  /** Whether it said that it may be silent for longer. */
  slow = false;
  /** Bytes done of the present job. */
  bytes = 0;
  #worker: WorkerLike;
  #listener: Listener;
  #over = false;

  constructor(worker: WorkerLike, listener: Listener) {
    this.#worker = worker;
    this.#listener = listener;
    worker.listen(
      (message) => this.#heard(message),
      () => this.#broke("worker-died"),
    );
  }

  post(message: ToWorker): void {
    this.#worker.post(message);
  }

  give(jobs: readonly Job[]): void {
    if (this.jobs.length === 0) {
      this.silent = 0;
      this.bytes = 0;
    }
    for (const job of jobs) this.jobs.push(job.id);
    this.#worker.post({ kind: "jobs", jobs });
  }

  terminate(): void {
    this.#over = true;
    this.#worker.terminate();
  }

  #heard(raw: unknown): void {
    if (this.#over) return;
    const message = checkMessage(raw);
    this.silent = 0;
    this.slow = message?.kind === "tick" && message.slow === true;
    switch (message?.kind) {
      case "ready":
        this.ready = true;
        this.#listener.ready(message.policy);
        break;
      case "rejected":
        this.#listener.rejected(message.code, message.detail);
        break;
      case "tick":
        this.bytes = message.bytes;
        break;
      case "answer":
        if (message.id !== this.jobs[0]) return this.#broke("worker-died");
        this.done++;
        this.bytes = 0;
        this.#listener.answer(message.id, message.answer, message.spent);
        break;
      case "trapped":
        this.#broke(message.code);
        break;
      default:
        this.#broke("worker-died");
    }
  }

  #broke(code: string): void {
    if (!this.#over) this.#listener.broke(code);
  }
}

/**
 * Reads the Blobs of jobs to come while the present job runs.
 *
 * A synchronous read of a Blob waits for the browser's other processes; reads that are under way together wait together.
 */

import type { Job } from "./messages.js";
import { FIRST, spanOf } from "./sources.js";

/** Jobs whose bytes are on their way while another runs. */
const JOBS = 8;

/** Bytes of a source that is read ahead as a whole: several are held at a time. */
const MOST = 4 * 1024 * 1024;

type Bytes = Promise<Uint8Array | undefined>;

/** The bytes of all jobs that a worker was given, a few jobs ahead: of the next batch too, while the last jobs of this one run. */
export class Ahead {
  /** Jobs that are not yet done, in their order. */
  #jobs: Job[] = [];
  /** What was asked for, of the first so many jobs. */
  #underway: (Bytes | undefined)[] = [];

  /** Jobs that come after all that were given before. */
  add(jobs: readonly Job[]): void {
    for (const job of jobs) this.#jobs.push(job);
    // The first of them is no job's next, where none is at work.
    this.#read(JOBS);
  }

  /**
   * What was read for the next job, and starts reading for those after it.
   *
   * Undefined where nothing is read ahead. A failed read gives nothing: reading again, synchronously, tells what is wrong.
   */
  take(): Bytes | undefined {
    this.#read(JOBS + 1);
    this.#jobs.shift();
    return this.#underway.shift();
  }

  #read(jobs: number): void {
    for (let at = this.#underway.length; at < Math.min(jobs, this.#jobs.length); at++) this.#underway.push(bytesOf(this.#jobs[at]));
  }
}

/** The bytes that the first window of a job will ask for, as soon as they are there. */
function bytesOf(job: Job | undefined): Bytes | undefined {
  const blob = job && job.data instanceof Blob && !job.entry ? job.data : undefined;
  const length = blob && lengthFor(job?.op, blob.size);
  if (!blob || !length) return undefined;
  return spanOf(blob, 0, length)
    .arrayBuffer()
    .then(
      (buffer) => new Uint8Array(buffer),
      () => undefined,
    );
}

/** Bytes that the first window of a job will ask for; 0 where they are too many to hold for several jobs. */
function lengthFor(op: Job["op"] | undefined, size: number): number {
  if (op === "read") return Math.min(size, FIRST);
  return op === "scrub" && size <= MOST ? size : 0;
}

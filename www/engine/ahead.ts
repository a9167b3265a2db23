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

/** The bytes of a batch of jobs, a few jobs ahead. */
export class Ahead {
  #jobs: readonly Job[];
  #underway = new Map<number, Promise<Uint8Array | undefined>>();
  #started = 0;

  constructor(jobs: readonly Job[]) {
    this.#jobs = jobs;
  }

  /**
   * What was read for the job at `index`, and starts reading for the next ones. To be called in order.
   *
   * Undefined where nothing is read ahead. A failed read gives nothing: reading again, synchronously, tells what is wrong.
   */
  take(index: number): Promise<Uint8Array | undefined> | undefined {
    for (; this.#started <= Math.min(index + JOBS, this.#jobs.length - 1); this.#started++) this.#start(this.#started);
    const bytes = this.#underway.get(index);
    this.#underway.delete(index);
    return bytes;
  }

  #start(index: number): void {
    const job = this.#jobs[index];
    const blob = job && job.data instanceof Blob && !job.entry ? job.data : undefined;
    const length = blob && lengthFor(job?.op, blob.size);
    if (!blob || !length) return;
    const read = spanOf(blob, 0, length).arrayBuffer();
    this.#underway.set(
      index,
      read.then(
        (buffer) => new Uint8Array(buffer),
        () => undefined,
      ),
    );
  }
}

/** Bytes that the first window of a job will ask for; 0 where they are too many to hold for several jobs. */
function lengthFor(op: Job["op"] | undefined, size: number): number {
  if (op === "read") return Math.min(size, FIRST);
  return op === "scrub" && size <= MOST ? size : 0;
}

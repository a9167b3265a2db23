/**
 * Gets jobs to workers that may not read the page's files.
 *
 * WebKit lets no worker of a page opened from disk read a Blob of that page. The page itself can: it then sends the bytes.
 */

import type { Answer, Data, Pieces, Spot } from "./messages.js";
import type { Pool, Task } from "./pool.js";

/** Bytes sent for one job at most: beyond, the file is given up as unreadable. */
const LIMIT = 64 * 1024 * 1024;
/** Bytes underway at one time. */
const UNDERWAY = 2 * LIMIT;
/** Bytes sent for one job that has several files. */
const TOGETHER = 256 * 1024 * 1024;
/** What a zip may hold between an entry's header and its data, and a little more. */
const SLACK = 70 * 1024;

const UNREADABLE: Answer = { kind: "failed", code: "unreadable" };

export class Courier {
  #pool: Pool;
  /** Set once it was the page that could read what a worker could not. */
  #byHand = false;
  #gate = new Gate(UNDERWAY);

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async run(task: Task, urgent = false): Promise<Answer> {
    const { data, files } = task;
    if (files?.some((file) => file.data instanceof Blob)) return this.#group(task, files);
    if (!(data instanceof Blob)) return settled(await this.#pool.run(task, urgent));
    if (!this.#byHand) {
      const answer = await this.#pool.run(task, urgent);
      if (answer.kind !== "refused") return settled(answer);
    }
    const length = task.entry ? Math.min(task.entry.packed + 2 * SLACK, data.size) : Math.min(data.size, LIMIT);
    if (length > LIMIT) return UNREADABLE;
    await this.#gate.enter(length);
    try {
      return await this.#carry(task, data, urgent);
    } finally {
      this.#gate.leave(length);
    }
  }

  /** A job with several files: where the page must read them, all of them that it can. */
  async #group(task: Task, files: readonly Spot[]): Promise<Answer> {
    if (!this.#byHand) {
      const answer = await this.#pool.run(task);
      if (answer.kind !== "refused") return settled(answer);
    }
    const length = files.reduce((sum, file) => sum + lengthOf(file), 0);
    if (length > TOGETHER) return UNREADABLE;
    const read: Spot[] = [];
    for (const { stamp: _, ...file } of files) {
      const data = await this.#read(file);
      read.push(data ? { ...file, data } : { ...file, data: new Uint8Array(0), code: "unreadable" });
    }
    if (read.every(({ code }) => code !== undefined)) return UNREADABLE;
    return settled(await this.#pool.run({ ...task, files: read }));
  }

  async #read({ data, entry }: Spot): Promise<Data | undefined> {
    if (!(data instanceof Blob)) return data;
    if (!entry) return this.#bytes(data, 0, data.size);
    const spans: Pieces["spans"][number][] = [];
    for (const [start, end] of entry.extents ?? [[entry.start, entry.start + entry.packed]]) {
      const at = Math.max(start - SLACK, 0);
      const bytes = await this.#bytes(data, at, end + SLACK);
      if (!bytes) return undefined;
      spans.push({ at, bytes });
    }
    return { size: data.size, spans };
  }

  async #carry(task: Task, blob: Blob, urgent: boolean): Promise<Answer> {
    if (!task.entry && blob.size <= LIMIT) {
      const bytes = await this.#bytes(blob, 0, blob.size);
      return bytes ? settled(await this.#pool.run({ ...task, data: bytes }, urgent)) : UNREADABLE;
    }
    let want = task.entry ? { at: task.entry.start - SLACK, length: task.entry.packed + 2 * SLACK } : { at: 0, length: SLACK };
    let sent = 0;
    const spans: Pieces["spans"][number][] = [];
    for (;;) {
      const at = Math.max(want.at, 0);
      const bytes = await this.#bytes(blob, at, at + want.length);
      if (!bytes || bytes.length === 0) return UNREADABLE;
      sent += bytes.length;
      spans.push({ at, bytes });
      const answer = await this.#pool.run({ ...task, data: { size: blob.size, spans } }, urgent);
      if (answer.kind !== "need") return settled(answer);
      if (sent + answer.length > LIMIT) return UNREADABLE;
      want = answer;
    }
  }

  async #bytes(blob: Blob, start: number, end: number): Promise<Uint8Array | undefined> {
    try {
      const bytes = new Uint8Array(await blob.slice(start, end).arrayBuffer());
      this.#byHand = true;
      return bytes;
    } catch {
      return undefined;
    }
  }
}

/** Bytes that are sent for a file. */
function lengthOf({ data, entry }: Spot): number {
  if (!(data instanceof Blob)) return 0;
  return entry ? entry.packed + 2 * SLACK : data.size;
}

/** An answer that nothing more can be done about. */
function settled(answer: Answer): Answer {
  return answer.kind === "refused" || answer.kind === "need" ? UNREADABLE : answer;
}

/** Lets in so many bytes at a time, in the order of asking. */
class Gate {
  #free: number;
  #queue: { need: number; enter: () => void }[] = [];

  constructor(room: number) {
    this.#free = room;
  }

  enter(need: number): Promise<void> {
    if (this.#queue.length === 0 && need <= this.#free) {
      this.#free -= need;
      return Promise.resolve();
    }
    return new Promise((enter) => this.#queue.push({ need, enter }));
  }

  leave(need: number): void {
    this.#free += need;
    while (this.#queue[0] && this.#queue[0].need <= this.#free) {
      const next = this.#queue.shift();
      if (!next) break;
      this.#free -= next.need;
      next.enter();
    }
  }
}

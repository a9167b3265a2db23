/**
 * The messages between the engine and its workers.
 *
 * A worker answers its jobs one by one, in the order given, so that the engine always knows which file a silent worker is at.
 */

import type { Entry, Found, Mark, Packs, Picture, Refused, Seen, Settings, VerifiedOutcome } from "./types.js";

/** Where a source's bytes are. Files by path are read by Node's workers only. */
export type Data = Blob | Uint8Array | Pieces | NodeFile;

/** A file of Node's: its path (bytes, where the name is not text) and size. */
export interface NodeFile {
  readonly file: string | Uint8Array;
  readonly size: number;
}

/** Parts of a source whose other bytes this worker cannot reach. */
export interface Pieces {
  readonly size: number;
  readonly spans: readonly { readonly at: number; readonly bytes: Uint8Array }[];
}

/** One thing to do with one source. */
export interface Job {
  readonly id: number;
  readonly op: "read" | "see" | "scrub" | "unpack" | "preview" | "directory";
  /** Equal keys mean the same source, so that a worker can keep an archive open. */
  readonly key: number;
  readonly data: Data;
  /** What the source looked like in pass 1 (size and time of change), if it was read before. */
  readonly stamp?: string;
  readonly entry?: Entry;
  /** Longest side of a picture, in pixels. */
  readonly edge?: number;
  /** The frame that is shown, from 0; the middle one where nothing is said. */
  readonly frame?: number;
  /** What a person has marked, in place of what would be seen. */
  readonly marks?: readonly Mark[];
  /** Whether a verified file comes with its facts, for a directory. */
  readonly list?: boolean;
  /** Where the worker writes the output, instead of handing it back. */
  readonly target?: string;
}

export type ToWorker =
  | { readonly kind: "start"; readonly module: WebAssembly.Module; readonly config: Settings }
  /** What the jobs to come may need beside the core. Adds to what was given before. */
  | ({ readonly kind: "packs" } & Packs)
  | { readonly kind: "hunt"; readonly records: Uint8Array; readonly several: boolean }
  | { readonly kind: "jobs"; readonly jobs: readonly Job[] };

/** What came of one job. */
export type Answer =
  | { readonly kind: "found"; readonly found: Found; readonly stamp: string }
  | { readonly kind: "outcome"; readonly outcome: VerifiedOutcome | Refused }
  | { readonly kind: "seen"; readonly seen?: Seen }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "preview"; readonly picture?: Picture }
  /** A directory that was read back; without its bytes where the worker has written them. */
  | { readonly kind: "directory"; readonly size: number; readonly crc: number; readonly bytes?: Uint8Array }
  /** The job could not be done; the worker goes on. */
  | { readonly kind: "failed"; readonly code: string }
  /** The worker may not read this source at all, though the page perhaps can. */
  | { readonly kind: "refused" }
  /** The worker needs these bytes too. */
  | { readonly kind: "need"; readonly at: number; readonly length: number };

export type FromWorker =
  | { readonly kind: "ready"; readonly policy: unknown }
  /** The policy or the key was not accepted. */
  | { readonly kind: "rejected"; readonly code: string; readonly detail: Readonly<Record<string, unknown>> }
  /** Still at work; bytes done of the present job. `slow` says that the next sign of life may take its time. */
  | { readonly kind: "tick"; readonly bytes: number; readonly slow?: boolean }
  /** `spent` says that the worker takes no further job, since its memory has passed the mark. */
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer; readonly spent: boolean }
  /** The core broke; the worker takes no further job. */
  | { readonly kind: "trapped"; readonly id: number; readonly code: "memory" | "worker-died" };

/** A worker as the engine sees it, whatever the platform. */
export interface WorkerLike {
  post(message: ToWorker, transfer?: ArrayBuffer[]): void;
  /** `ondeath` is called when the worker ended, failed to load, or sent what could not be read. */
  listen(onmessage: (message: unknown) => void, ondeath: () => void): void;
  terminate(): void;
}

/**
 * The messages between the engine and its workers.
 *
 * A worker answers its jobs one by one, in the order given, so that the engine always knows which file a silent worker is at.
 */

import type { Entry, FaceOrder, Found, Left, Mark, Packs, Picture, Refused, Seen, Settings, Verdict, VerifiedOutcome } from "./types.js";

/** Where a source's bytes are. Files by path are read by Node's workers only. */
export type Data = Blob | Uint8Array | Pieces | NodeFile;

/** A file of Node's, or a part of one: its path (bytes, where the name is not text), its size, and the byte where it starts. */
export interface NodeFile {
  readonly file: string | Uint8Array;
  readonly size: number;
  readonly start?: number;
}

/** Parts of a source whose other bytes this worker cannot reach. */
export interface Pieces {
  readonly size: number;
  readonly spans: readonly { readonly at: number; readonly bytes: Uint8Array }[];
}

/** One of several files that are looked at together. */
export interface Spot {
  readonly key: number;
  readonly data: Data;
  readonly stamp?: string;
  readonly entry?: Entry;
  /** Why its bytes are not there: it is one that cannot be read, and the others go on. */
  readonly code?: string;
}

/** One thing to do with one source; for "faces" and "left", with `files`. */
export interface Job {
  readonly id: number;
  readonly op: "read" | "see" | "scrub" | "unpack" | "preview" | "explain" | "directory" | "faces" | "left";
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
  /** What was found of a face, where it was looked for. */
  readonly face?: FaceWork;
  /** All files of one space, or what was written of them. */
  readonly files?: readonly Spot[];
  /** Numbers of the recipes whose faces are to be measured. */
  readonly recipes?: readonly number[];
  /** Whether a verified file comes with its facts, for a directory. */
  readonly list?: boolean;
  /** Where the worker writes the output, instead of handing it back. */
  readonly target?: string;
}

/** What a job says of the face in its file: the recipe by its number, which the worker was told before. */
export type FaceWork = Omit<FaceOrder, "recipe"> & { readonly recipe?: number };

/** A surface of a head, seen from `yaw` degrees to the left of its front. */
export interface Surface {
  readonly yaw: number;
  readonly picture: Picture;
}

/** A surface before and after its face was taken out. */
export interface View {
  readonly yaw: number;
  readonly before: Picture;
  readonly after: Picture;
}

/** A file of a space as it was found: what becomes of it, or why it could not be scanned. */
export type FileVerdict = Verdict | { readonly kind: "failed"; readonly code: string };

export type ToWorker =
  | { readonly kind: "start"; readonly module: WebAssembly.Module; readonly config: Settings }
  /** What the jobs to come may need beside the core. Adds to what was given before. */
  | ({ readonly kind: "packs" } & Packs)
  | { readonly kind: "hunt"; readonly records: Uint8Array; readonly several: boolean }
  /** A recipe that jobs will name by its number; without bytes, none will any more. */
  | { readonly kind: "recipe"; readonly number: number; readonly bytes?: Uint8Array }
  | { readonly kind: "jobs"; readonly jobs: readonly Job[] };

/** What came of one job. */
export type Answer =
  | { readonly kind: "found"; readonly found: Found; readonly stamp: string }
  | { readonly kind: "outcome"; readonly outcome: VerifiedOutcome | Refused }
  | { readonly kind: "seen"; readonly seen?: Seen }
  /** Of the job's files, in their order; `views` of each recipe, where pictures were asked for. */
  | {
      readonly kind: "faces";
      readonly verdicts: readonly FileVerdict[];
      readonly recipes: readonly Uint8Array[];
      readonly views: readonly (readonly View[])[];
    }
  /** Of the job's recipes, in their order. */
  | { readonly kind: "left"; readonly left: readonly Left[]; readonly views: readonly (readonly Surface[])[] }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "preview"; readonly picture?: Picture }
  | { readonly kind: "explained"; readonly text: string }
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

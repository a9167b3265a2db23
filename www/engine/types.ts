/**
 * What the engine and the wasm core say to each other. The core's side is `src/wasm.rs`.
 *
 * Offsets and sizes are bytes. Codes are stable, lower case with hyphens, and never hold a value of any attribute.
 */

import type * as wire from "./wire.js";

/** Bytes at offsets, read synchronously: a Blob in a browser's worker, a file under Node, or bytes in memory. */
export interface ByteSource {
  readonly size: number;
  /** Fills `into`, a view on wasm memory that must not be kept, from offset `at`. Returns the bytes read. Throws when unreadable. */
  read(at: number, into: Uint8Array): number;
}

/** A packed entry of a zip. Spans in its outcome are offsets in the zip itself. */
export type Entry = Readonly<wire.Entry>;

/** Bytes of an output: fresh ones, or the half-open span `[start, end)` of the source. */
export type Part = Uint8Array | readonly [start: number, end: number];

/** A small picture: 8-bit RGBA, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** The settings of one batch: the policy (or the name of a profile), the 32-byte key, whether to keep the private map, and `lexicon.bin`. */
export interface Config {
  readonly policy: unknown;
  readonly key: Uint8Array;
  readonly map?: boolean;
  readonly lexicon: Uint8Array;
}

/** One instance of the core, as wasm-bindgen gives it. */
export interface Scrubber {
  /** Pass 1: what a file is, and what the plan would do. */
  read(source: ByteSource, entry?: Entry): Found;
  /**
   * Takes every identifier record of the batch, and whether it is of `several` patients: a name or ID that the policy gives is then told
   * apart for each. Called before {@link scrub}.
   */
  hunt(records: Uint8Array, several: boolean): void;
  /** Pass 2; with `list`, a verified outcome comes with facts for a directory. */
  scrub(source: ByteSource, entry?: Entry, list?: boolean): Outcome;
  /** A DICOMDIR of outputs, read back: from chunks of path and facts, in turns. Throws `{code}`. */
  directory(listing: Uint8Array): Uint8Array;
  /** The bytes of an entry that is itself a zip. Throws `{code}`. */
  unpack(source: ByteSource, entry: Entry): Uint8Array;
  /** A picture of the middle frame, at most `edge` pixels a side; nothing where there is no decoder. */
  preview(source: ByteSource, edge: number, entry?: Entry): Picture | undefined;
  free(): void;
}

/** The core's module, once instantiated. */
export interface Core {
  readonly Scrubber: new (config: Config) => Scrubber;
  /** Bytes of this instance's linear memory. */
  memory(): number;
  /** Registers the function that is called at least every 8 MiB of work. */
  setTick(tick: (bytes: number) => void): void;
  /** The built-in policies. */
  profiles(): Record<string, unknown>;
}

/** A policy in full, as the core follows it. */
export type Policy = Readonly<wire.Policy>;

/** Who stands for the patient: what is not said is made up. */
export type Subject = Readonly<wire.Subject>;

/** Original values, for the review on this screen only. */
export type Shown = Readonly<wire.Shown>;

/** One instance, as pass 1 saw it. */
export type Summary = Readonly<Omit<wire.Summary, "removes">> & { readonly removes: Readonly<Record<string, number>> };

/** An entry as an archive's directory names it. The name is original: for display only. */
export type Listed = Readonly<wire.ListedEntry>;

/** What pass 1 says about one source. */
export type Found =
  | { readonly kind: "instance"; readonly instance: Summary; readonly identifiers: Uint8Array }
  | Readonly<Extract<wire.Found, { kind: "archive" | "other" }>>
  | Withheld;

/** Refused in pass 1. */
export type Withheld = Readonly<Extract<wire.Found, { kind: "withheld" }>>;

/** A row of the private map. */
export type MapEntry = Readonly<NonNullable<Scrubbed["map"]>[number]>;

/** A file that was written, read back and found clean: what the core says of it. Its ledger has lines of path, action, rule and count. */
export type Scrubbed = Readonly<Extract<wire.Outcome, { status: "verified" }>> & {
  readonly parts: readonly Part[];
  /** What a directory needs to know of it, if asked for: opaque. */
  readonly facts?: Uint8Array;
};

/** The same, with the CRC-32 of the whole output, as zip uses it: the worker adds it. */
export type VerifiedOutcome = Scrubbed & { readonly crc: number };

/** What pass 2 says about one instance. */
export type Outcome = Scrubbed | Refused;

/** Withheld in pass 2. */
export type Refused = Readonly<Extract<wire.Outcome, { status: "withheld" }>>;

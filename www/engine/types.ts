/**
 * What the engine and the wasm core say to each other. The core's side is `src/wasm.rs`.
 *
 * Offsets and sizes are bytes. Codes are stable, lower case with hyphens, and never hold a value of any attribute.
 */

import type { Extent } from "./containers/bytes.js";
import type { Container } from "./containers/kind.js";
import type * as wire from "./wire.js";

/** Bytes at offsets, read synchronously: a Blob in a browser's worker, a file under Node, or bytes in memory. */
export interface ByteSource {
  readonly size: number;
  /** Fills `into`, a view on wasm memory that must not be kept, from offset `at`. Returns the bytes read. Throws when unreadable. */
  read(at: number, into: Uint8Array): number;
}

/**
 * An entry of a container. Spans in its outcome are offsets in the container itself.
 *
 * `extents`, where it lies in several pieces, are known to the engine alone: the core is given one source.
 */
export type Entry = Readonly<wire.Entry> & { readonly extents?: readonly Extent[] };

/** Bytes of an output: fresh ones, or the half-open span `[start, end)` of the source. */
export type Part = Uint8Array | readonly [start: number, end: number];

/** A small picture: 8-bit RGBA, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** The settings of one batch: the policy (or the name of a profile), the 32-byte key, whether to keep the private map, and `lexicon.bin`. */
export interface Settings {
  readonly policy: unknown;
  readonly key: Uint8Array;
  readonly map?: boolean;
  readonly lexicon: Uint8Array;
}

/** What the core is made with: the settings, and in a worker what looks at pictures. */
export interface Config extends Settings {
  readonly pictures?: PicturesPort;
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
  /** Looks at pictures for writing; nothing where nobody has to look, or nobody can. Throws `{code}`. */
  see(source: ByteSource, entry?: Entry): Seen | undefined;
  /**
   * Pass 2; with `list`, a verified outcome comes with facts for a directory. `marks` take the place of what would be seen; `face` says what
   * became of the search for a face. Without it, a file with a `space` is withheld (`face`).
   */
  scrub(source: ByteSource, entry?: Entry, list?: boolean, marks?: readonly Mark[], face?: FaceOrder): Outcome;
  /** Shows the frames of a file to whoever looks at pictures, who will look for faces in all that was scanned. Throws `{code}`. */
  scan(source: ByteSource, entry?: Entry): void;
  /** A DICOMDIR of outputs, read back: from chunks of path and facts, in turns. Throws `{code}`. */
  directory(listing: Uint8Array): Uint8Array;
  /** The bytes of an entry that is itself a zip. Throws `{code}`. */
  unpack(source: ByteSource, entry: Entry): Uint8Array;
  /** A picture of a frame (from 0), or of the middle one, at most `edge` pixels a side; nothing where there is no decoder. */
  preview(source: ByteSource, edge: number, entry?: Entry, frame?: number): Picture | undefined;
  /** What would be done to each attribute of a file, as lines. Throws `{code}`. */
  explain(source: ByteSource, entry?: Entry): string;
  free(): void;
}

/**
 * What happens to one attribute. `before` and `after` hold values: for the screen that the file lies on, and for nothing else. `[n]` stands
 * for so many Items, `<n>` for so many bytes.
 */
export type Row = readonly [path: string, vr: string, kind: string, action: string, rule: string, before: string, after: string];

/** What happens to each attribute of one file, in their order. */
export interface Explained {
  readonly rows: readonly Row[];
  /** Attributes beside the rows: there are too many to list. */
  readonly more: number;
  /** Attributes that are not even read, by reason: makers' own, drawings and curves, and what the standard does not know. */
  readonly private: number;
  readonly graphics: number;
  readonly unknown: number;
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

/**
 * What looks at pictures, as the core calls it during {@link Scrubber.scrub}: `pictures.wasm`, however often it had to be instantiated.
 *
 * Every method throws a plain `{code}`. What trapped, and what is not there, throws `{code: "codec"}`.
 */
export interface PicturesPort {
  /** The identifiers of the batch, as records. */
  identifiers(records: Uint8Array): void;
  begin(request: string): void;
  look(index: number, bytes: Uint8Array): void;
  seen(): string;
  mark(marks: string, native: boolean): string;
  blacken(index: number, bytes: Uint8Array): Uint8Array;
  check(index: number, before: Uint8Array, after: Uint8Array): void;
  checked(): string;
  preview(index: number, bytes: Uint8Array, edge: number): Uint8Array;
  /** Takes a picture file of its own apart, whatever was begun. */
  unseal(bytes: Uint8Array): Uint8Array;
  /** The picture file of a frame of the file that was begun. */
  seal(frame: Uint8Array): Uint8Array;
  /** Forgets all that was scanned. */
  rescan(): void;
  scan(index: number, bytes: Uint8Array): void;
  /** What was found of faces in all that was scanned: {@link Faces} as JSON. */
  faces(): string;
  /** The bytes of a recipe that was found, by its number. */
  recipe(number: number): Uint8Array;
  treat(recipe: Uint8Array, air: number, tissue: number): void;
  treated(): number;
  /** What is left of a face in files as they were written, which were scanned: {@link Left} as JSON. */
  left(recipe: Uint8Array): string;
  /** The surface of the head that was scanned, as the bytes of a small picture: width and height in four bytes each, then RGBA. */
  surface(recipe: Uint8Array, yaw: number, edge: number, treated: boolean): Uint8Array;
}

/** What `pictures.wasm` calls: further codecs, and a reader of text. Its methods throw as those of {@link PicturesPort} do. */
export interface Outside {
  decode(syntax: string, bytes: Uint8Array, format: string): Uint8Array;
  encode(syntax: string, data: Uint8Array, format: string): Uint8Array;
  hasReader(): boolean;
  read(width: number, height: number, samples: number, data: Uint8Array, hints: Uint32Array): string;
}

/** One instance of `pictures.wasm`. */
export interface PicturesPack {
  readonly Pictures: new (outside: Outside) => PicturesPort;
  /** Bytes of this instance's linear memory. */
  memory(): number;
}

/** One instance of `codecs.wasm`. */
export type CodecsPack = Pick<Outside, "decode" | "encode"> & Pick<PicturesPack, "memory">;

/** One instance of `reader.wasm`. */
export interface ReaderPack extends Pick<Outside, "read">, Pick<PicturesPack, "memory"> {
  /** Takes `models.bin`, before anything is read. */
  load(models: Uint8Array): void;
}

/** A further wasm file, loaded when a file of the batch needs it. */
export type PackName = "pictures" | "codecs" | "reader";

/** Further wasm files, compiled, with what goes with them. */
export interface Packs {
  readonly pictures?: WebAssembly.Module;
  readonly codecs?: WebAssembly.Module;
  /** `models` is `models.bin`. */
  readonly reader?: { readonly module: WebAssembly.Module; readonly models: Uint8Array };
}

/** A policy in full, as the core follows it. */
export type Policy = Readonly<wire.Policy>;

/** Who stands for the patient: what is not said is made up. */
export type Subject = Readonly<wire.Subject>;

/** Original values, for the review on this screen only. */
export type Shown = Readonly<wire.Shown>;

/** One instance, as pass 1 saw it. */
export type Summary = Readonly<Omit<wire.Summary, "removes" | "needs">> & {
  readonly removes: Readonly<Record<string, number>>;
  /** What pass 2 needs beside the core. */
  readonly needs: readonly PackName[];
};

/** A rectangle of pixels, from the upper left corner. */
export type Area = Readonly<wire.Area>;

/** A piece of a picture; says nothing of what is written there. `frames` are the first and the last, from 0; all where nothing is said. */
export type Mark = Readonly<Omit<wire.Mark, "area" | "frames">> & { readonly area: Area; readonly frames?: readonly [number, number] };

/** What was seen in the pictures of one file. */
export type Seen = Readonly<Omit<wire.Seen, "marks">> & { readonly marks: readonly Mark[] };

/** What becomes of one file that was scanned for a face. */
export type Verdict = Readonly<wire.Verdict>;

/** What was found in the files that were scanned. */
export interface Faces {
  readonly verdicts: readonly Verdict[];
  /** Number of recipes. */
  readonly recipes: number;
}

/** What is left of a face in files as they were written. */
export type Left = Readonly<wire.Left>;

/** How sure it is that a face was found and can be taken out. */
export type Tier = wire.Tier;

/** What the core is told of the face in one file. Without a recipe: it was looked for, and nothing of it is to be changed in this file. */
export interface FaceOrder {
  /** The bytes of the recipe. */
  readonly recipe?: Uint8Array;
  /** Air and soft tissue in the images of its stack, in rescaled units. */
  readonly air?: number;
  readonly tissue?: number;
  /** Which way the face is taken out, and how sure that is: for (0012,0063). */
  readonly mode?: wire.Mode;
  readonly tier?: Tier;
  /** Whether the file may say that no face can be recognized: sure enough, or a person has confirmed it. */
  readonly claim?: boolean;
}

/** An entry as an archive's directory names it. The name is original: for display only. */
export type Listed = Readonly<Omit<wire.ListedEntry, "entry">> & { readonly entry?: Entry };

/** What pass 1 says about one source. `weight` is what the identifiers add to the search for all of them, in bytes. */
export type Found =
  | { readonly kind: "instance"; readonly instance: Summary; readonly identifiers: Uint8Array; readonly weight?: number }
  | (Readonly<Omit<Extract<wire.Found, { kind: "archive" }>, "entries">> & {
      readonly entries: readonly Listed[];
      /** The kind of container, where it is no zip. */
      readonly what?: Container;
    })
  | (Readonly<Extract<wire.Found, { kind: "other" }>> & {
      /** The paths that a list of contents names, in its order: read by the worker, not by the core. */
      readonly order?: readonly string[];
    })
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

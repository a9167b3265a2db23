/** What pass 1 found, file by file, in the order that decides ordinals and names. */

import type { Data, NodeFile } from "./messages.js";
import type { Entry, Summary } from "./types.js";

/** A file as the person gave it. */
export interface InputItem {
  /** Shown to the person who gave it; never written out. */
  readonly path: string;
  readonly data: Blob | Uint8Array | NodeFile;
  /** Set when it is known already that it cannot be read: "unreadable". */
  readonly code?: string;
}

/** Where one file's bytes are: a source, or an entry of one. */
export interface Place {
  readonly path: string;
  /** Equal for all entries of one archive. */
  readonly key: number;
  readonly data: Data;
  readonly entry?: Entry;
  /** Bytes, unpacked. */
  readonly size: number;
}

/** One file found. */
export type Find = { readonly place: Place } & (
  | { readonly kind: "instance"; readonly instance: Summary; readonly stamp: string }
  | { readonly kind: "withheld"; readonly code: string }
  | {
      readonly kind: "other";
      readonly what: string;
      /** The paths that a list of contents names, in its order. */
      readonly order?: readonly string[];
    }
);

/** Everything found, and the identifiers of everybody who is named in it. */
export interface Batch {
  /** The ordinal of a find is its position, from 1. */
  readonly finds: readonly Find[];
  readonly records: Uint8Array;
}

/** What tells that a source has been changed: its size and, for a file, the time of its last change. */
export function stampOf(data: Blob | Uint8Array): string {
  if (data instanceof Uint8Array) return `${data.length}`;
  return `${data.size}:${"lastModified" in data ? data.lastModified : 0}`;
}

/** Bytes of a source. */
export function sizeOf(data: Data): number {
  return data instanceof Uint8Array ? data.length : data.size;
}

/** The identifier records of a batch, without repeats. */
export class Records {
  #seen = new Set<string>();
  #all: { readonly records: Uint8Array; readonly weight: number; readonly place: Place }[] = [];

  /** `weight` is what they add to the search. */
  add(records: Uint8Array, weight: number, place: Place): void {
    if (records.length === 0) return;
    // Two workers return the same records for the same person: most repeats are equal from end to end.
    const key = latin1(records);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#all.push({ records, weight, place });
  }

  /** The files that name more than can be searched for, all files together: the heaviest, until what is left can be. */
  beyond(): ReadonlySet<Place> {
    const beyond = new Set<Place>();
    let weight = this.#all.reduce((sum, each) => sum + each.weight, 0);
    const path = ({ place }: { readonly place: Place }) => place.path;
    const heaviest = weight > MOST ? [...this.#all].sort((a, b) => b.weight - a.weight || (path(a) < path(b) ? -1 : 1)) : [];
    for (const each of heaviest) {
      if (weight <= MOST) break;
      beyond.add(each.place);
      weight -= each.weight;
    }
    return beyond;
  }

  /** All but those of some files. */
  concat(but: ReadonlySet<Place>): Uint8Array {
    const kept = this.#all.filter(({ place }) => !but.has(place));
    const all = new Uint8Array(kept.reduce((sum, { records }) => sum + records.length, 0));
    let at = 0;
    for (const { records } of kept) {
      all.set(records, at);
      at += records.length;
    }
    return all;
  }
}

/** What may be searched for, in bytes: some hundred thousand identifiers, where a person has some dozen. */
const MOST = 4 * 1024 * 1024;

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

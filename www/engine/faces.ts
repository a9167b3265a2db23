/** Between the passes: looks for faces in the volumes of a batch, one space after the other, each once. */

import type { Batch, Find } from "./batch.js";
import { codeOf, type Means } from "./look.js";
import type { FileVerdict, Spot, Surface, View } from "./messages.js";
import type { Counting } from "./progress.js";
import type { Tier } from "./types.js";

/** What was found of one head: the files of one patient's Frame of Reference in which one could be. */
export interface Head {
  /** Key of its space: what a person decides is said of it. */
  readonly key: string;
  /** Its files. */
  readonly ordinals: readonly number[];
  /** Keys of their series. */
  readonly series: readonly string[];
  /**
   * What becomes of the face: it is cut away, or the layer of its skin is replaced; it may be there and cannot be taken out, so that files
   * are withheld; or there is none.
   */
  readonly verdict: "cut" | "layer" | "face" | "clear";
  /** How sure: of those that are cut or replaced. With `b` a person should look; until one has confirmed it, nothing is claimed. */
  readonly tier?: Tier;
  /** Why all of its files will be withheld, where they could not be looked at. */
  readonly code?: string;
  /** The head from several sides, before and after; none where nothing can be taken out. */
  readonly views: readonly View[];
}

/** What became of one head, once its files were scrubbed. */
export interface CleanedHead extends Omit<Head, "code" | "views" | "verdict" | "ordinals"> {
  /** Those of its files that leave. */
  readonly ordinals: readonly number[];
  readonly verdict: "cut" | "layer";
  /** Whether the files say that no face can be recognized. */
  readonly claimed: boolean;
  /** Share of the face's skin that still shows in the files as they were written, from 0 to 1. */
  readonly skin: number;
  /** The head as it was written; none where a sink took the files. */
  readonly views: readonly Surface[];
}

/** What a person decided, by the key of the head: it looks right without its face, or its files are not to leave. */
export type FaceDecisions = ReadonlyMap<string, "confirmed" | "left-out">;

/** What a search in one space found. */
export interface Search {
  /** By ordinal. */
  readonly verdicts: ReadonlyMap<number, FileVerdict>;
  readonly recipes: readonly Uint8Array[];
  readonly views: readonly (readonly View[])[];
  /** Why nothing could be looked at. */
  readonly code?: string;
}

/** A file of a space. */
export interface Member {
  readonly find: Extract<Find, { kind: "instance" }>;
  readonly ordinal: number;
}

/** Longest side of a view, in pixels. */
export const EDGE = 340;

/** Fewer frames than this are no volume, wherever they lie. */
const LEAST = 3;

/** Sources of jobs that have several. */
export const SEVERAL = { key: -2, data: new Uint8Array(0) };

/** The files that are chosen and may be part of a volume, by their space, in the order of the finds. */
export function spacesOf(batch: Batch, isChosen: (find: Find) => boolean): ReadonlyMap<string, readonly Member[]> {
  const spaces = new Map<string, Member[]>();
  batch.finds.forEach((find, index) => {
    if (find.kind !== "instance" || find.instance.space === undefined || !isChosen(find)) return;
    const members = spaces.get(find.instance.space) ?? [];
    members.push({ find, ordinal: index + 1 });
    spaces.set(find.instance.space, members);
  });
  return spaces;
}

/** What a search needs. */
export interface Searching extends Pick<Means, "run"> {
  readonly meter: Counting;
}

/** Searches of one batch: what was searched once is not searched again. */
export class Searches {
  #done = new Map<string, { readonly ordinals: string; readonly search: Promise<Search> }>();

  /** What a space holds; with `edge`, with views of that size. */
  search(key: string, members: readonly Member[], means: Searching, edge?: number): Promise<Search> {
    const ordinals = members.map(({ ordinal }) => ordinal).join();
    const known = this.#done.get(key);
    if (known?.ordinals === ordinals) return known.search;
    const search = searched(members, means, edge);
    this.#done.set(key, { ordinals, search });
    // What could not be searched may be searched another time: a pack that was not to be had, or a worker that died.
    const again = () => this.#done.delete(key);
    search.then(({ code }) => code !== undefined && again(), again);
    return search;
  }

  /** Whether a search of these files was made already. */
  has(key: string, members: readonly Member[]): boolean {
    return this.#done.get(key)?.ordinals === members.map(({ ordinal }) => ordinal).join();
  }

  /** Searches all spaces, one after the other: each is gathered in a worker's memory. */
  async heads(spaces: ReadonlyMap<string, readonly Member[]>, means: Searching): Promise<readonly Head[]> {
    const heads: Head[] = [];
    for (const [key, members] of spaces) if (!this.has(key, members)) means.meter.expect(members.length, bytesOf(members));
    for (const [key, members] of spaces) {
      const head = headOf(key, members, await this.search(key, members, means, EDGE));
      if (head) heads.push(head);
    }
    return heads;
  }
}

/** Bytes of the files of a space. */
export function bytesOf(members: readonly Member[]): number {
  return members.reduce((sum, { find }) => sum + find.place.size, 0);
}

async function searched(members: readonly Member[], { run, meter }: Searching, edge?: number): Promise<Search> {
  const frames = members.reduce((sum, { find }) => sum + find.instance.frames, 0);
  const none = { recipes: [], views: [] };
  const all = (verdict: FileVerdict) => new Map(members.map(({ ordinal }) => [ordinal, verdict]));
  const files = members.map(({ find }): Spot => {
    const { key, data, entry } = find.place;
    return { key, data, ...(!(data instanceof Blob || data instanceof Uint8Array) && { stamp: find.stamp }), ...(entry && { entry }) };
  });
  const answer = frames < LEAST ? undefined : await run({ op: "faces", ...SEVERAL, files, ...(edge !== undefined && { edge }) });
  for (const { find } of members) meter.did(find.place.size);
  if (!answer) return { ...none, verdicts: all({ kind: "flat" }) };
  if (answer.kind !== "faces") return { ...none, verdicts: all({ kind: "failed", code: codeOf(answer) }), code: codeOf(answer) };
  const { verdicts, recipes, views } = answer;
  return { recipes, views, verdicts: new Map(members.map(({ ordinal }, at) => [ordinal, verdicts[at] ?? { kind: "face" }])) };
}

/** Whether a face is there, or may be: then nothing of the study may show it in another way. */
export function hasHead({ verdicts }: Search): boolean {
  return [...verdicts.values()].some(({ kind }) => kind === "treat" || kind === "face");
}

function headOf(key: string, members: readonly Member[], search: Search): Head | undefined {
  const verdicts = [...search.verdicts.values()];
  if (verdicts.every(({ kind }) => kind === "flat")) return undefined;
  const treated = verdicts.filter((verdict) => verdict.kind === "treat");
  const worst = treated.reduce<Tier>((tier, verdict) => (verdict.tier > tier ? verdict.tier : tier), "a");
  const first = treated[0];
  const cut = first && worst !== "c";
  const lost = verdicts.some(({ kind }) => kind === "face") || worst === "c";
  return {
    key,
    ordinals: members.map(({ ordinal }) => ordinal),
    series: [...new Set(members.map(({ find }) => find.instance.series))],
    verdict: cut ? first.mode : lost || search.code !== undefined ? "face" : "clear",
    ...(cut && { tier: worst }),
    ...(search.code !== undefined && { code: search.code }),
    views: cut ? search.views.flat() : [],
  };
}

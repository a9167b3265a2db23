/** What was seen in pictures, and what a person makes of it: no DOM. */

import type { Area, Decisions, Mark, Sighting } from "../engine/index.js";
import { besides, isOn, isSamePlace, share, within } from "./place.js";

/** How far a change goes: one frame, one file, or all files of the series with pictures of the same size. */
export type Scope = "frame" | "file" | "series";

/** The frame of a file that is on the screen, from 0. */
export interface Spot {
  readonly ordinal: number;
  readonly frame: number;
}

export class Sights {
  readonly #files = new Map<number, Sighting>();
  /** Those of each series that was looked at, in order. */
  readonly #looked = new Map<string, Sighting[]>();
  readonly #right = new Set<string>();
  /** What a person changed, by ordinal. */
  readonly #changed = new Map<number, readonly Mark[]>();

  /** Takes what was seen in some series. */
  add(series: ReadonlySet<string>, sightings: readonly Sighting[]): void {
    for (const key of series) this.#looked.set(key, []);
    for (const sighting of sightings) {
      this.#files.set(sighting.ordinal, sighting);
      this.#looked.get(sighting.series)?.push(sighting);
    }
  }

  /** Those of some series that nobody looked at yet. */
  unseen(series: ReadonlySet<string>): ReadonlySet<string> {
    return new Set([...series].filter((key) => !this.#looked.has(key)));
  }

  /**
   * Those of some series that a person has to look at: where there is writing that is not harmless, or there could be some that nobody saw;
   * or `every` one that has pictures to look at.
   */
  flagged(series: ReadonlySet<string>, every: boolean): string[] {
    const isDoubtful = ({ likely, seen }: Sighting): boolean => likely && seen?.whole !== true;
    return [...series].filter((key) => this.files(key).some((file) => every || isFlagged(file) || isDoubtful(file)));
  }

  /** The files of a series that can be looked at, in order: those that will be withheld are none of them. */
  files(series: string): readonly Sighting[] {
    return this.#of(series).filter((file) => file.code === undefined);
  }

  /** How many files of a series will be withheld for what is in their pictures. */
  lost(series: string): number {
    return this.#of(series).filter((file) => file.code !== undefined).length;
  }

  /** What is marked in a file by now. */
  marks(ordinal: number): readonly Mark[] {
    return this.#changed.get(ordinal) ?? this.#files.get(ordinal)?.seen?.marks ?? [];
  }

  /** The files of its series with pictures of the same size, itself among them. */
  alike(ordinal: number): readonly Sighting[] {
    const file = this.#files.get(ordinal);
    return file ? this.files(file.series).filter(({ rows, columns }) => rows === file.rows && columns === file.columns) : [];
  }

  /** Whether a person changed something in a series. */
  isChanged(series: string): boolean {
    return this.files(series).some((file) => this.#changed.has(file.ordinal));
  }

  /** Whether a person said that a series looks right. */
  isRight(series: string): boolean {
    return this.#right.has(series);
  }

  say(series: string, right: boolean): void {
    if (right) this.#right.add(series);
    else this.#right.delete(series);
  }

  /** Puts a black box on pictures. */
  draw(at: Spot, area: Area, scope: Scope): void {
    for (const file of this.#reach(at, scope)) {
      const frames = scope === "frame" && file.frames > 1 ? { frames: [at.frame, at.frame] as const } : {};
      this.#set(file, [...this.marks(file.ordinal), { area: within(area, file), ...frames, why: "drawn", gone: true }]);
    }
  }

  /** Moves, resizes, blackens or keeps one box, and those that are the same in further pictures. */
  change(at: Spot, index: number, to: { readonly area?: Area; readonly gone?: boolean }, scope: Scope): void {
    this.#each(at, index, scope, (mark, file) => ({ ...mark, ...to, ...(to.area && { area: within(to.area, file) }) }));
  }

  /** Takes away one box that a person drew, and those that are the same in further pictures. */
  erase(at: Spot, index: number, scope: Scope): void {
    if (this.marks(at.ordinal)[index]?.why === "drawn") this.#each(at, index, scope, () => undefined);
  }

  /** Forgets what a person changed in a series. */
  undo(series: string): void {
    for (const { ordinal } of this.#of(series)) this.#changed.delete(ordinal);
    this.#right.delete(series);
  }

  /** Writing that is not harmless and will stay readable in a file, also where its box was moved away. */
  staying(ordinal: number): readonly Mark[] {
    return [...this.marks(ordinal).filter((mark) => !mark.gone && mark.why !== "harmless"), ...this.#bared(ordinal)];
  }

  /** For the cleaning: what is marked in the files of series that were said to look right, and in those that a person changed. */
  decisions(series: ReadonlySet<string>): Decisions {
    const decided = new Map<number, readonly Mark[]>();
    for (const { ordinal, seen } of [...series].flatMap((key) => this.files(key))) {
      const confirmed = this.#right.has(this.#files.get(ordinal)?.series ?? "") && (seen?.marks.length ?? 0) > 0;
      if (confirmed || this.#changed.has(ordinal)) decided.set(ordinal, [...this.marks(ordinal), ...this.#bared(ordinal)]);
    }
    return decided;
  }

  /** What was seen and has no box any more, black or not: said to stay, so that nobody is told otherwise. */
  #bared(ordinal: number): Mark[] {
    const file = this.#files.get(ordinal);
    const now = this.#changed.get(ordinal);
    if (!file?.seen || !now) return [];
    return file.seen.marks.flatMap((mark): Mark[] => {
      if (mark.why === "harmless") return [];
      const on = now.filter((other) => share(mark.area, other.area) >= COVERED);
      const [first, last] = mark.frames ?? [0, Math.max(file.frames, 1) - 1];
      const bare = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
        (frame) => !on.some((other) => isOn(other, frame)),
      );
      const [from, to] = [bare[0], bare.at(-1)];
      return from === undefined || to === undefined ? [] : [{ ...mark, ...(mark.frames && { frames: [from, to] as const }), gone: false }];
    });
  }

  #each(at: Spot, index: number, scope: Scope, to: (mark: Mark, file: Sighting) => Mark | undefined): void {
    const from = this.marks(at.ordinal)[index];
    if (!from) return;
    for (const file of this.#reach(at, scope)) {
      const more: Mark[] = [];
      const next = this.marks(file.ordinal).flatMap((mark, where) => {
        const itself = file.ordinal === at.ordinal && where === index;
        if (!itself && (scope === "frame" || mark.why !== from.why || !isSamePlace(mark.area, from.area))) return [mark];
        const made = to(mark, file);
        if (scope !== "frame" || file.frames < 2) return made ? [made] : [];
        more.push(...besides(mark, at.frame, file.frames));
        return made ? [{ ...made, frames: [at.frame, at.frame] as const }] : [];
      });
      this.#set(file, [...next, ...more]);
    }
  }

  #reach(at: Spot, scope: Scope): readonly Sighting[] {
    return scope === "series" ? this.alike(at.ordinal) : this.alike(at.ordinal).filter((file) => file.ordinal === at.ordinal);
  }

  /** What was said of the series was said of what it was before. */
  #set(file: Sighting, marks: readonly Mark[]): void {
    this.#changed.set(file.ordinal, marks);
    this.#right.delete(file.series);
  }

  #of(series: string): readonly Sighting[] {
    return this.#looked.get(series) ?? [];
  }
}

/** Whether something in a file is, or looks like, writing that tells who somebody is. */
export function isFlagged(file: Sighting): boolean {
  return file.seen?.marks.some((mark) => mark.why !== "harmless") ?? false;
}

/** How much of a piece must lie under a box for it to be that piece's. */
const COVERED = 0.5;

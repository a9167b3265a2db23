/** Between the passes: looks at pictures for writing, so that a person can see what will go. */

import type { Batch } from "./batch.js";
import { codeOf, type Means } from "./look.js";
import type { Mark, Seen } from "./types.js";

/** What was seen in one file. */
export interface Sighting {
  readonly ordinal: number;
  /** Key of its series. */
  readonly series: string;
  /** Frames. */
  readonly frames: number;
  /** Rows of pixels: what marks are measured in, whatever the size of a small picture of it. */
  readonly rows: number;
  /** Columns of pixels. */
  readonly columns: number;
  /** Whether a look was asked for by what the file is, or only by way of caution. */
  readonly likely: boolean;
  /** Pieces that are, or look like, writing. */
  readonly seen?: Seen;
  /** Why the file will be withheld. */
  readonly code?: string;
}

/** What a person decided, by ordinal: what is marked in a file, in place of what was seen. */
export type Decisions = ReadonlyMap<number, readonly Mark[]>;

/** Looks at every file of the series that has a picture worth a look. In the order of the ordinals. */
export async function see(batch: Batch, series: ReadonlySet<string> | undefined, means: Omit<Means, "hold">): Promise<readonly Sighting[]> {
  const chosen = batch.finds.flatMap((find, index) => {
    if (find.kind !== "instance" || find.instance.code !== undefined || find.instance.risk === "none") return [];
    return series === undefined || series.has(find.instance.series) ? [{ find, ordinal: index + 1 }] : [];
  });
  for (const { find } of chosen) means.meter.expect(1, find.place.size);
  return Promise.all(
    chosen.map(async ({ find, ordinal }): Promise<Sighting> => {
      const { key, data, entry, size } = find.place;
      const held = data instanceof Blob || data instanceof Uint8Array;
      const answer = await means.run({ op: "see", key, data, ...(!held && { stamp: find.stamp }), ...(entry && { entry }) });
      means.meter.did(size);
      const { series, frames, rows, columns, risk } = find.instance;
      const base = { ordinal, series, frames, rows, columns, likely: risk === "likely" || risk === "look" };
      if (answer.kind !== "seen") {
        const code = codeOf(answer);
        // What hardly ever carries writing leaves, even where its pictures cannot be opened.
        return base.likely || code !== "codec" ? { ...base, code } : base;
      }
      if (answer.seen?.page) return { ...base, seen: answer.seen, code: "writing" };
      return { ...base, ...(answer.seen && { seen: answer.seen }) };
    }),
  );
}

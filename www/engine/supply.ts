/** Where an edition gets the further wasm files from, and which it does not have. */

import type { PackName, Packs } from "./types.js";

/** All there are. */
export const PACKS: readonly PackName[] = ["pictures", "codecs", "reader"];

/** What an edition has beside the core. */
export interface Supply {
  /** What it does not have at all. */
  readonly lacks: readonly PackName[];
  /** A pack, compiled once a page; nothing where it is not to be had. May reject, and be asked again. */
  pack<Name extends PackName>(name: Name): Promise<Packs[Name] | undefined>;
}

/** What is needed, as far as it is to be had now; nothing where nothing is. Never rejects: a file that lacks something is withheld. */
export async function equipment(supply: Supply | undefined, needs: ReadonlySet<PackName>): Promise<Packs | undefined> {
  const named = await Promise.all(
    [...needs].map(async (name) => {
      const pack = await supply?.pack(name).catch(() => undefined);
      return pack === undefined ? [] : [[name, pack]];
    }),
  );
  const packs = named.flat();
  return packs.length > 0 ? (Object.fromEntries(packs) as Packs) : undefined;
}

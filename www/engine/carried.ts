/** Bytes that scripts and pages carry: packed, as the text that `scripts/dense.mjs` makes. */

import { inflate } from "./inflate.js";
import { PACKS, type Supply } from "./supply.js";
import type { PackName, Packs } from "./types.js";

/** What packs consist of: their wasm, and for the reader its models. */
export type PackPart = PackName | "models";

/** The bytes of a text. Rejects where it is not whole. */
export function unpack(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return inflate(bytesOf(text));
}

/** Thirteen bits in two characters, lowest first; six in the last, where it stands alone. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128);
  let next = 0;
  for (let code = 33; code < 127; code++) if (!'"<\\'.includes(String.fromCharCode(code))) values[code] = next++;
  const value = (at: number): number => values[text.charCodeAt(at)] ?? 0;
  const pairs = text.length >> 1;
  const bytes = new Uint8Array((pairs * 13 + (text.length % 2) * 6) >> 3);
  let held = 0;
  let bits = 0;
  let done = 0;
  for (let at = 0; at < text.length; at += 2) {
    const alone = at + 1 === text.length;
    held |= (alone ? value(at) : value(at) + value(at + 1) * 91) << bits;
    for (bits += alone ? 6 : 13; bits >= 8; bits -= 8) {
      bytes[done++] = held;
      held >>>= 8;
    }
  }
  return bytes;
}

/**
 * Packs that come as texts.
 *
 * @param has the packs there are
 * @param text gives the text of a part of one of those
 */
export function supplyOf(has: readonly PackName[], text: (part: PackPart) => Promise<string>): Supply {
  const made = new Map<PackName, Promise<Packs[PackName]>>();
  const part = async (name: PackPart) => unpack(await text(name));
  const module = async (name: PackName) => WebAssembly.compile(await part(name));
  const makers: { readonly [Name in PackName]: () => Promise<Packs[Name]> } = {
    pictures: () => module("pictures"),
    codecs: () => module("codecs"),
    reader: async () => {
      const [compiled, models] = await Promise.all([module("reader"), part("models")]);
      return { module: compiled, models };
    },
  };
  return {
    lacks: PACKS.filter((name) => !has.includes(name)),
    async pack<Name extends PackName>(name: Name): Promise<Packs[Name] | undefined> {
      if (!has.includes(name)) return undefined;
      const known = made.get(name) as Promise<Packs[Name]> | undefined;
      if (known) return known;
      const fresh = makers[name]();
      made.set(name, fresh);
      // A network that was gone may be there again.
      fresh.catch(() => made.delete(name));
      return fresh;
    },
  };
}

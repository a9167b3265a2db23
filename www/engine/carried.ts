/** Bytes that scripts and pages carry: packed by gzip, as base64. */

import { PACKS, type Supply } from "./supply.js";
import type { PackName, Packs } from "./types.js";

/** What packs consist of: their wasm, and for the reader its models. */
export type PackPart = PackName | "models";

/** The bytes of a text. Rejects where it is not whole. */
export async function unpack(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
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

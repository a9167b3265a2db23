/** The command's further wasm files: they lie beside it, are read when a file needs them, and are compiled once for all threads. */

import { existsSync, readFileSync } from "node:fs";
import { PACKS, type Supply } from "../engine/supply.js";
import type { PackName, Packs } from "../engine/types.js";

/** Where they are. */
export interface PackFiles extends Readonly<Record<PackName, URL>> {
  readonly models: URL;
}

/** What is there of them. */
export function supplyFrom(files: PackFiles): Supply {
  const has = (name: PackName) => existsSync(files[name]) && (name !== "reader" || existsSync(files.models));
  const module = (name: PackName) => new WebAssembly.Module(readFileSync(files[name]));
  const makers: { readonly [Name in PackName]: () => Packs[Name] } = {
    pictures: () => module("pictures"),
    codecs: () => module("codecs"),
    reader: () => ({ module: module("reader"), models: shared(readFileSync(files.models)) }),
  };
  const made: Packs = {};
  return {
    lacks: PACKS.filter((name) => !has(name)),
    async pack<Name extends PackName>(name: Name): Promise<Packs[Name] | undefined> {
      if (!made[name] && has(name)) Object.assign(made, { [name]: makers[name]() });
      return made[name];
    },
  };
}

/** The same bytes where threads share them, instead of a copy for each. */
export function shared(bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(new SharedArrayBuffer(bytes.length));
  all.set(bytes);
  return all;
}

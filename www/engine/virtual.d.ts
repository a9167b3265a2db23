/** The modules that the bundler makes: what was built before, carried inside. Bytes are packed by gzip, as text. */

/** The wasm of the core. */
declare module "scan-scrubber:wasm" {
  const packed: string;
  export default packed;
}

/** The core's data, `lexicon.bin`. */
declare module "scan-scrubber:lexicon" {
  const packed: string;
  export default packed;
}

/** Further wasm files and what goes with them: modules that lie beside the script, to be imported when they are needed. */
declare module "scan-scrubber:pack-*" {
  const packed: string;
  export default packed;
}

/** The source of the browser's worker (`worker.ts`), a classic script. */
declare module "scan-scrubber:worker" {
  const source: string;
  export default source;
}

/** What this edition is. */
declare module "scan-scrubber:build" {
  export const version: string;
  /** Of the wasm that is carried, in hexadecimal. */
  export const wasmSha256: string;
}

/** The core's glue, as wasm-bindgen writes it. It holds one instance. */
declare module "scan-scrubber:core" {
  export function initSync(options: { module: WebAssembly.Module }): unknown;
  export const Scrubber: import("./types.js").Core["Scrubber"];
  export const memory: import("./types.js").Core["memory"];
  export const setTick: import("./types.js").Core["setTick"];
  export const profiles: import("./types.js").Core["profiles"];
}

/** The glue of `pictures.wasm`: it makes any number of instances. */
declare module "scan-scrubber:pictures" {
  export function make(module: WebAssembly.Module): import("./types.js").PicturesPack;
}

/** The glue of `codecs.wasm`, likewise. */
declare module "scan-scrubber:codecs" {
  export function make(module: WebAssembly.Module): import("./types.js").CodecsPack;
}

/** The glue of `reader.wasm`, likewise. */
declare module "scan-scrubber:reader" {
  export function make(module: WebAssembly.Module): import("./types.js").ReaderPack;
}

/** A language's words, as Fluent: modules that lie beside the script, to be imported when somebody wants them. */
declare module "scan-scrubber:words-*" {
  const text: string;
  export default text;
}

/** The English words and the element's stylesheet, with a zero byte between, packed by LZMA, for the light page. */
declare module "scan-scrubber:packed-texts" {
  const packed: string;
  export default packed;
}

/** What else a person can do, in a language, with the names of its sources: modules that lie beside the page's script, likewise. */
declare module "scan-scrubber:advice-*" {
  const text: string;
  export default text;
}

/** What keeps the page for use without a network: a module beside the script. */
declare module "scan-scrubber:offline" {
  export function install(): Promise<void>;
  export function forget(): Promise<void>;
}

/** How much is kept then, in bytes. */
declare module "scan-scrubber:kept" {
  export const keptBytes: number;
}

/** What is kept, for the service worker: names beside it, with their hashes (Subresource Integrity), and a name for all of it. */
declare module "scan-scrubber:list" {
  export const files: Readonly<Record<string, string>>;
  export const edition: string;
}

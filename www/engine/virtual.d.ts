/** The modules that the bundler makes: what was built before, carried inside. */

/** The wasm of the core, as base64. */
declare module "scan-scrubber:wasm" {
  const base64: string;
  export default base64;
}

/** The core's data, `lexicon.bin`, as base64. */
declare module "scan-scrubber:lexicon" {
  const base64: string;
  export default base64;
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

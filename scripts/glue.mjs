/** Makes of wasm-bindgen's glue, which holds one instance, a function that makes any number of them. */

import { join } from "node:path";
import { dist } from "./lib.mjs";

/**
 * The source of a module with `make(module)`: an instance of its own at every call, with everything that the wasm exports.
 *
 * Nothing is evaluated at run time, as pages forbid that: the whole glue stands in the function. An instance that trapped must not be called
 * again by the garbage collector, to free what it no longer knows: to the glue, there is no such thing as finalization.
 *
 * @param name of the files in `dist/pkg/`
 */
export async function factory(name) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    bundle: true,
    format: "iife",
    globalName: "glue",
    logLevel: "silent",
    // All but the default export, which fetches.
    stdin: { contents: `export * from "./${name}.js";`, resolveDir: join(dist, "pkg") },
    target: "es2022",
    write: false,
  });
  return `export function make(module) {
const FinalizationRegistry = undefined;
${outputFiles[0].text}
glue.initSync({ module });
return glue;
}`;
}

/** The core's glue, as wasm-bindgen writes it: the only place where a worker names it. */

import * as glue from "scan-scrubber:core";
import type { Core } from "./types.js";

/** Instantiates the core. The glue holds one instance only, so that a worker serves one instance and is then given up. */
export function loadCore(module: WebAssembly.Module): Core {
  glue.initSync({ module });
  return glue;
}

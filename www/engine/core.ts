/** The glue of the wasm files, as wasm-bindgen writes it: the only place where a worker names it. */

import { make as codecs } from "scan-scrubber:codecs";
import * as glue from "scan-scrubber:core";
import { make as pictures } from "scan-scrubber:pictures";
import { make as reader } from "scan-scrubber:reader";
import type { Makers } from "./packs.js";
import type { Core } from "./types.js";

/** Instantiates the core. Its glue holds one instance only, so that a worker serves one instance and is then given up. */
export function loadCore(module: WebAssembly.Module): Core {
  glue.initSync({ module });
  return glue;
}

/** Instantiate the further wasm files, any number of times. */
export const makers: Makers = { pictures, codecs, reader };

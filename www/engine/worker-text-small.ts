/** Takes the place of `worker-text.ts` in the light page, which carries the worker packed as well. */

import packed from "scan-scrubber:worker";

import { bytesOf } from "./carried.js";
import { unpackLzmaNow } from "./lzma.js";

export function workerText(): string {
  return new TextDecoder().decode(unpackLzmaNow(bytesOf(packed)));
}

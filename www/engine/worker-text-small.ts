/** Takes the place of `worker-text.ts` in the light page, which carries the worker packed as well. */

import packed from "scan-scrubber:worker";
import { decompress } from "lzma1";
import { bytesOf } from "./carried.js";

export function workerText(): string {
  return new TextDecoder().decode(decompress(bytesOf(packed)));
}

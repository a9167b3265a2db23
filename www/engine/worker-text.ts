/** The worker's script, as this script carries it. */

import source from "scan-scrubber:worker";

export function workerText(): string {
  return source;
}

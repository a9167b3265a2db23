/** The entry of a browser's worker. */

import { openInBrowser } from "./blobs.js";
import { loadCore, makers } from "./core.js";
import type { ToWorker } from "./messages.js";
import { serve } from "./serve.js";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

serve(
  {
    post: (message, transfer) => scope.postMessage(message, transfer),
    listen: (handler) => scope.addEventListener("message", (event: MessageEvent<ToWorker>) => handler(event.data)),
  },
  { load: loadCore, makers, open: openInBrowser },
);

/** The entry of a browser's worker. */

import { loadCore } from "./core.js";
import type { ToWorker } from "./messages.js";
import { serve } from "./serve.js";
import { openInBrowser } from "./sources.js";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

serve(
  {
    post: (message, transfer) => scope.postMessage(message, transfer),
    listen: (handler) => scope.addEventListener("message", (event: MessageEvent<ToWorker>) => handler(event.data)),
  },
  { load: loadCore, open: openInBrowser },
);

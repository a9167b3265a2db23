/** A browser's worker around the toy core. */

import { openInBrowser } from "../../www/engine/blobs.js";
import { serve } from "../../www/engine/serve.js";
import { toyCore } from "./engine-toy.js";
import { toyMakers } from "./engine-toy-packs.js";

serve(
  {
    post: (message, transfer) => globalThis.postMessage(message, transfer),
    listen: (handler) => globalThis.addEventListener("message", (event) => handler(event.data)),
  },
  { load: () => toyCore, makers: toyMakers, open: openInBrowser },
);

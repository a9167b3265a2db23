/** A worker thread around the toy core. Like WebKit's workers of a page from disk, it cannot read a Blob. */

import { parentPort, workerData } from "node:worker_threads";
import { open, write } from "../../www/cli/files.js";
import { portOf } from "../../www/cli/threads.js";
import { serve } from "../../www/engine/serve.js";
import { Windowed } from "../../www/engine/sources.js";
import { toyCore } from "./engine-toy.js";
import { toyMakers } from "./engine-toy-packs.js";

if (workerData === "mute") setInterval(() => undefined, 1000);
else if (workerData === "broken") throw new Error("no start");
else if (parentPort) {
  serve(portOf(parentPort), {
    load: () => {
      if (workerData === "coreless") throw new Error("no core");
      return toyCore;
    },
    makers: toyMakers,
    open: (data, whole) => (data instanceof Blob ? closed(data) : open(data, whole)),
    write,
  });
}

function closed(blob: Blob): Windowed {
  return new Windowed({
    size: blob.size,
    stamp: "",
    whole: false,
    load: () => {
      throw new DOMException("no", "NotReadableError");
    },
    onfault: (_, first) => (first ? { kind: "refused" } : { kind: "failed", code: "unreadable" }),
  });
}

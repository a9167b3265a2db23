/** The entry of the command's worker threads. */

import { parentPort, workerData } from "node:worker_threads";
import { loadCore, makers } from "../engine/core.js";
import { serve } from "../engine/serve.js";
import { open, type Told, writer } from "./files.js";
import { portOf } from "./threads.js";

if (!parentPort) throw new Error("This file is a worker's.");
serve(portOf(parentPort), { load: loadCore, makers, open, write: writer(workerData as Told | null) });

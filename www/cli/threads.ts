/** Node's worker threads as the engine's workers. */

import { type MessagePort, Worker } from "node:worker_threads";
import type { WorkerLike } from "../engine/messages.js";
import type { Port } from "../engine/serve.js";

/** Threads, some of them started ahead of the engine's asking. */
export class Threads {
  #script: URL;
  #data: unknown;
  #warm: Worker[] = [];

  /** `data` is what each of them is told as it starts. */
  constructor(script: URL, data?: unknown) {
    this.#script = script;
    this.#data = data;
  }

  /** Starts threads while there is other work to do: a thread takes some 40 ms to be ready. */
  warm(count: number): void {
    while (this.#warm.length < count) this.#warm.push(this.#start());
  }

  spawn(): WorkerLike {
    const worker = this.#warm.pop() ?? this.#start();
    return {
      post: (message, transfer = []) => worker.postMessage(message, transfer),
      listen: (onmessage, ondeath) => {
        worker.removeAllListeners();
        worker.on("message", onmessage);
        worker.on("error", ondeath);
        worker.on("messageerror", ondeath);
        worker.on("exit", ondeath);
      },
      terminate: () => void worker.terminate(),
    };
  }

  /** Ends the threads that nobody took. */
  end(): void {
    for (const worker of this.#warm.splice(0)) void worker.terminate();
  }

  #start(): Worker {
    // What a thread prints goes nowhere: the core's last words may name what it was reading.
    const worker = new Worker(this.#script, { workerData: this.#data, execArgv: [], stdout: true, stderr: true });
    worker.stdout.resume();
    worker.stderr.resume();
    // Until it is listened to, an early death is only noted: it ends with "exit" again.
    worker.on("error", () => undefined);
    return worker;
  }
}

/** A thread's own end of the line. */
export function portOf(port: MessagePort): Port {
  return {
    post: (message, transfer) => port.postMessage(message, transfer),
    listen: (handler) => void port.on("message", handler),
  };
}
